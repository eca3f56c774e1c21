import {
  getFieldUniversalIdentifier,
  PageLayoutTabLayoutMode,
  STANDARD_OBJECT,
  STANDARD_PAGE_LAYOUT,
  ViewCalendarLayout,
  ViewFilterGroupLogicalOperator,
  ViewFilterOperand,
  ViewOpenRecordIn,
  ViewSortDirection,
  ViewType,
  type PageLayoutConfig,
  type PageLayoutTabConfig,
  type StandaloneViewFieldManifest,
  type ViewConfig,
} from 'twenty-sdk/define';
import { identifier } from '../plugin/identifiers';
import { CONFIDENTIAL, objectIdentifier, RELATIONS } from './relations';

/** Views and record pages in short. Columns, filters and sorts are given by field names of the object. */

type Column = string | [name: string, width: number];
type Filter = [field: string, operand: ViewFilterOperand, value: string | string[], part?: string];
type Sort = [field: string, direction: ViewSortDirection];
type ViewOptions = {
  icon: string;
  position?: number;
  columns: Column[];
  filters?: Filter[];
  /** Of these, one is enough. */
  anyOf?: Filter[];
  sort?: Sort;
};

/** The fields that every object has by itself: Twenty derives their identifiers. */
const SYSTEM_FIELDS = ['createdBy'];

const fieldOf = (object: string, name: string) =>
  SYSTEM_FIELDS.includes(name)
    ? getFieldUniversalIdentifier({
        applicationUniversalIdentifier: identifier('application'),
        objectUniversalIdentifier: identifier(object),
        name,
      })
    : identifier(`${object}.${name}`);

const filterOf = (object: string, path: string, [field, operand, value, part]: Filter) => ({
  universalIdentifier: identifier(`${path}.${field}`),
  fieldMetadataUniversalIdentifier: fieldOf(object, field),
  operand,
  value,
  ...(part ? { subFieldName: part } : {}),
});

const viewOf = (object: string, key: string, name: string, { icon, position = 0, columns, filters = [], anyOf = [], sort }: ViewOptions) => {
  const path = `view.${object}.${key}`;
  const group = identifier(`${path}.anyOf`);
  return {
    universalIdentifier: identifier(path),
    name,
    icon,
    position,
    objectUniversalIdentifier: identifier(object),
    openRecordIn: ViewOpenRecordIn.RECORD_PAGE,
    fields: columns.map((column, index) => {
      const [field, size] = typeof column === 'string' ? [column, 150] : column;
      return {
        universalIdentifier: identifier(`${path}.column.${field}`),
        fieldMetadataUniversalIdentifier: fieldOf(object, field),
        position: index,
        isVisible: true,
        size,
      };
    }),
    filters: [
      ...filters.map((filter) => filterOf(object, `${path}.filter`, filter)),
      ...anyOf.map((filter, index) => ({
        ...filterOf(object, `${path}.anyOf`, filter),
        viewFilterGroupUniversalIdentifier: group,
        positionInViewFilterGroup: index,
      })),
    ],
    ...(anyOf.length ? { filterGroups: [{ universalIdentifier: group, logicalOperator: ViewFilterGroupLogicalOperator.OR }] } : {}),
    sorts: sort
      ? [
          {
            universalIdentifier: identifier(`${path}.sort.${sort[0]}`),
            fieldMetadataUniversalIdentifier: fieldOf(object, sort[0]),
            direction: sort[1],
          },
        ]
      : [],
  } satisfies ViewConfig;
};

export const table = (object: string, key: string, name: string, options: ViewOptions): ViewConfig => ({
  ...viewOf(object, key, name, options),
  type: ViewType.TABLE,
});

export const board = (
  object: string,
  key: string,
  name: string,
  options: ViewOptions & { by: string; groups: readonly { value: string }[] },
): ViewConfig => ({
  ...viewOf(object, key, name, options),
  type: ViewType.KANBAN,
  mainGroupByFieldMetadataUniversalIdentifier: fieldOf(object, options.by),
  groups: options.groups.map(({ value }, position) => ({
    universalIdentifier: identifier(`view.${object}.${key}.group.${value}`),
    fieldValue: value,
    position,
    isVisible: true,
  })),
});

/** A month of records, each on the day that one of its dates gives. Twenty 2.21 draws a week or a day as a month, too. */
export const calendar = (object: string, key: string, name: string, options: ViewOptions & { by: string }): ViewConfig => ({
  ...viewOf(object, key, name, options),
  type: ViewType.CALENDAR,
  calendarLayout: ViewCalendarLayout.MONTH,
  calendarFieldMetadataUniversalIdentifier: fieldOf(object, options.by),
});

/** What "me" and "the record that is open" are in a filter by relation; Twenty keeps it as JSON text. */
const me = JSON.stringify({ isCurrentWorkspaceMemberSelected: true, selectedRecordIds: [] });
const openRecord = JSON.stringify({ isCurrentRecordSelected: true, selectedRecordIds: [] });

export const newestFirst = (field: string): Sort => [field, ViewSortDirection.DESC];
export const oldestFirst = (field: string): Sort => [field, ViewSortDirection.ASC];
export const is = (field: string, ...values: string[]): Filter => [field, ViewFilterOperand.IS, values];
export const isNot = (field: string, ...values: string[]): Filter => [field, ViewFilterOperand.IS_NOT, values];
export const isMine = (field: string): Filter => [field, ViewFilterOperand.IS, me];
export const isEmpty = (field: string): Filter => [field, ViewFilterOperand.IS_EMPTY, ''];
export const isNotEmpty = (field: string): Filter => [field, ViewFilterOperand.IS_NOT_EMPTY, ''];
export const isAtLeast = (field: string, value: number): Filter => [field, ViewFilterOperand.GREATER_THAN_OR_EQUAL, String(value)];
export const isTrue = (field: string): Filter => [field, ViewFilterOperand.IS, 'true'];
export const isPast = (field: string): Filter => [field, ViewFilterOperand.IS_IN_PAST, ''];
/** Of a date: today or later. */
export const isAhead = (field: string): Filter => [field, ViewFilterOperand.IS_IN_FUTURE, ''];
export const isThis = (unit: 'MONTH' | 'QUARTER', field: string): Filter => [field, ViewFilterOperand.IS_RELATIVE, `THIS_1_${unit}`];
export const iCreated: Filter = ['createdBy', ViewFilterOperand.IS, me, 'workspaceMemberId'];

/**
 * The table by which the page of a record shows the records that point at it.
 *
 * @param relation the field that points
 */
export const listOf = (object: string, relation: string, columns: Column[], sort?: Sort): ViewConfig => ({
  ...viewOf(object, `of.${relation}`, related(object, relation).inverseLabel, {
    icon: 'IconList',
    columns,
    filters: [[relation, ViewFilterOperand.IS, openRecord]],
    sort,
  }),
  type: ViewType.TABLE_WIDGET,
});

const related = (from: string, name: string) => {
  const found = RELATIONS.find((relation) => relation.from === from && relation.name === name);
  if (!found) throw new Error(`No relation ${from}.${name}: see custom-objects/relations.ts`);
  return found;
};

/** The view behind a record page's fields, in the groups a reader looks for; a page may show more of them in a tab of their own. */
export const recordFields = (object: string, groups: Record<string, string[]>, key = 'fields'): ViewConfig => {
  const path = `view.${object}.${key}`;
  const names = Object.keys(groups);
  return {
    universalIdentifier: identifier(path),
    name: 'Fields',
    objectUniversalIdentifier: identifier(object),
    type: ViewType.FIELDS_WIDGET,
    icon: 'IconList',
    position: 0,
    fieldGroups: names.map((name, position) => ({
      universalIdentifier: identifier(`${path}.group.${name}`),
      name,
      position,
      isVisible: true,
    })),
    fields: names
      .flatMap((group) => groups[group]!.map((field) => ({ field, group })))
      .map(({ field, group }, position) => ({
        universalIdentifier: identifier(`${path}.${field}`),
        fieldMetadataUniversalIdentifier: fieldOf(object, field),
        viewFieldGroupUniversalIdentifier: identifier(`${path}.group.${group}`),
        position,
        isVisible: true,
      })),
  };
};

type Tab = NonNullable<PageLayoutConfig['tabs']>[number];
type Widget = NonNullable<Tab['widgets']>[number];

const tabOf = (page: string, title: string, icon: string, position: number, widgets: Widget[], layoutMode: PageLayoutTabLayoutMode): Tab => ({
  universalIdentifier: identifier(`${page}.tab.${title}`),
  title,
  icon,
  position,
  layoutMode,
  widgets,
});

/** Tabs that a record page ends with: what Twenty attaches to a record. */
const ATTACHED = [
  ['Timeline', 'IconTimelineEvent', 'TIMELINE'],
  ['Tasks', 'IconCheckbox', 'TASKS'],
  ['Notes', 'IconNotes', 'NOTES'],
  ['Files', 'IconPaperclip', 'FILES'],
] as const;

/** The values of some fields of the record, in the groups of a view. */
const fieldsWidget = (object: string, title: string, key = 'fields'): Widget => ({
  universalIdentifier: identifier(`page.${object}.widget.${key}`),
  title,
  type: 'FIELDS',
  objectUniversalIdentifier: identifier(object),
  configuration: { configurationType: 'FIELDS', viewUniversalIdentifier: identifier(`view.${object}.${key}`) },
});

/**
 * The records that point at the record, as a table.
 *
 * @param list the to-many relation, such as `courtHearings` of a case
 */
const listWidget = (object: string, list: string, index: number): Widget => {
  const relation = RELATIONS.find(({ to, inverse }) => to === object && inverse === list);
  if (!relation) throw new Error(`No list ${object}.${list}: see custom-objects/relations.ts`);
  const { from, name, inverseLabel } = relation;
  const widget: Widget = {
    universalIdentifier: identifier(`page.${object}.widget.${list}`),
    title: inverseLabel,
    type: 'FIELD',
    objectUniversalIdentifier: objectIdentifier(object),
    configuration: {
      configurationType: 'FIELD',
      fieldMetadataId: fieldOf(object, list),
      fieldDisplayMode: 'TABLE',
      viewId: identifier(`view.${from}.of.${name}`),
    },
  };
  // 2.21 keeps the order in which widgets are declared; newer servers go by `position`, which the older SDK has no word for.
  return { ...widget, ...{ position: { layoutMode: PageLayoutTabLayoutMode.VERTICAL_LIST, index } } };
};

/** A tab of our own: a front component, lists of related records, or more of the record's fields (the key of their view). */
type OwnTab = { title: string; icon: string } & ({ component: string } | { lists: string[] } | { fields: string });

/**
 * The page of one record: its fields first, then our own tabs, then timeline, tasks, notes and files, but not on
 * confidential objects, which have none.
 */
export const recordPage = (object: string, title: string, own: OwnTab[] = []): PageLayoutConfig => {
  const page = `page.${object}`;
  const ours = own.map((tab, index) => {
    const place = [page, tab.title, tab.icon, 10 + index * 10] as const;
    // A front component fills its tab only in CANVAS mode, where newer servers refuse a grid position.
    if ('component' in tab) {
      const { title: name, component } = tab;
      return tabOf(...place, [frontComponentWidget(`${page}.widget.${component}`, name, component)], PageLayoutTabLayoutMode.CANVAS);
    }
    const widgets = 'lists' in tab ? tab.lists.map((list, order) => listWidget(object, list, order)) : [fieldsWidget(object, tab.title, tab.fields)];
    return tabOf(...place, widgets, PageLayoutTabLayoutMode.VERTICAL_LIST);
  });
  const attached = (CONFIDENTIAL.includes(object) ? [] : ATTACHED).map(([tab, icon, type], index) =>
    tabOf(
      page,
      tab,
      icon,
      100 + index * 10,
      [{ universalIdentifier: identifier(`${page}.widget.${type}`), title: tab, type, configuration: { configurationType: type } }],
      PageLayoutTabLayoutMode.CANVAS,
    ),
  );
  return {
    universalIdentifier: identifier(page),
    name: title,
    type: 'RECORD_PAGE',
    objectUniversalIdentifier: identifier(object),
    tabs: [
      tabOf(page, 'Overview', 'IconHome', 0, [fieldsWidget(object, 'Fields')], PageLayoutTabLayoutMode.VERTICAL_LIST),
      ...ours,
      ...attached,
    ],
  };
};

/** A tab that we add to the page of one of Twenty's own objects, after its fields: what of ours points at the record. */
export const tabOn = (object: 'person' | 'company', title: string, icon: string, lists: string[], position = 15): PageLayoutTabConfig => ({
  ...tabOf(`page.${object}`, title, icon, position, lists.map((list, order) => listWidget(object, list, order)), PageLayoutTabLayoutMode.VERTICAL_LIST),
  pageLayoutUniversalIdentifier: STANDARD_PAGE_LAYOUT[`${object}RecordPage`].universalIdentifier,
});

/** A field that we add to one of Twenty's own objects, shown on its record page: by itself Twenty hides it there. */
export const shownOn = (object: 'person' | 'company', field: string, position: number): StandaloneViewFieldManifest => {
  const { universalIdentifier, viewFieldGroups } =
    object === 'person' ? STANDARD_OBJECT.person.views.personRecordPageFields : STANDARD_OBJECT.company.views.companyRecordPageFields;
  return {
    universalIdentifier: identifier(`view.${object}.recordPage.${field}`),
    viewUniversalIdentifier: universalIdentifier,
    viewFieldGroupUniversalIdentifier: viewFieldGroups.general.universalIdentifier,
    fieldMetadataUniversalIdentifier: identifier(`${object}.${field}`),
    position,
    isVisible: true,
  };
};

export const frontComponentWidget = (path: string, title: string, component: string): Widget => ({
  universalIdentifier: identifier(path),
  title,
  type: 'FRONT_COMPONENT',
  configuration: {
    configurationType: 'FRONT_COMPONENT',
    frontComponentUniversalIdentifier: identifier(`frontComponent.${component}`),
  },
});
