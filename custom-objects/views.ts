import {
  PageLayoutTabLayoutMode,
  ViewFilterOperand,
  ViewOpenRecordIn,
  ViewSortDirection,
  ViewType,
  type PageLayoutConfig,
  type ViewConfig,
} from 'twenty-sdk/define';
import { identifier } from '../plugin/identifiers';

/** Views and record pages in short. Columns, filters and sorts are given by field names of the object. */

type Column = string | [name: string, width: number];
type Filter = [field: string, operand: ViewFilterOperand, value: string | string[] | boolean];
type ViewOptions = {
  icon: string;
  position?: number;
  columns: Column[];
  filters?: Filter[];
  sort?: [field: string, direction: ViewSortDirection];
};

/** System fields have identifiers that Twenty derives; the views use only fields that we declare. */
const fieldOf = (object: string, name: string) => identifier(`${object}.${name}`);

const viewOf = (object: string, key: string, name: string, { icon, position = 0, columns, filters = [], sort }: ViewOptions) => {
  const path = `view.${object}.${key}`;
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
    filters: filters.map(([field, operand, value]) => ({
      universalIdentifier: identifier(`${path}.filter.${field}`),
      fieldMetadataUniversalIdentifier: fieldOf(object, field),
      operand,
      value,
    })),
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

/** The filter value by which a view shows what belongs to whoever looks. */
export const CURRENT_MEMBER = JSON.stringify({ isCurrentWorkspaceMemberSelected: true, selectedRecordIds: [] });

export const newestFirst = (field: string): ViewOptions['sort'] => [field, ViewSortDirection.DESC];
export const oldestFirst = (field: string): ViewOptions['sort'] => [field, ViewSortDirection.ASC];
export const is = (field: string, ...values: string[]): Filter => [field, ViewFilterOperand.IS, values];
export const isMine = (field: string): Filter => [field, ViewFilterOperand.IS, CURRENT_MEMBER];

/** The view behind a record page's fields, in the groups a reader looks for. */
export const recordFields = (object: string, groups: Record<string, string[]>): ViewConfig => {
  const path = `view.${object}.fields`;
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

/** Tabs that every record page ends with: what Twenty attaches to any record. */
const ATTACHED = [
  ['Timeline', 'IconTimelineEvent', 'TIMELINE'],
  ['Tasks', 'IconCheckbox', 'TASKS'],
  ['Notes', 'IconNotes', 'NOTES'],
  ['Files', 'IconPaperclip', 'FILES'],
] as const;

/**
 * The page of one record: its fields first, then our own tabs, then timeline, tasks, notes and files.
 *
 * @param components our tabs: title, icon and the front component that fills it
 */
export const recordPage = (
  object: string,
  title: string,
  components: { title: string; icon: string; component: string }[] = [],
): PageLayoutConfig => {
  const page = `page.${object}`;
  // A front component fills its tab only in CANVAS mode, where newer servers refuse a grid position.
  const ours = components.map(({ title: tab, icon, component }, index) =>
    tabOf(page, tab, icon, 10 + index * 10, [frontComponentWidget(`${page}.widget.${component}`, tab, component)], PageLayoutTabLayoutMode.CANVAS),
  );
  return {
    universalIdentifier: identifier(page),
    name: title,
    type: 'RECORD_PAGE',
    objectUniversalIdentifier: identifier(object),
    tabs: [
      tabOf(
        page,
        'Overview',
        'IconHome',
        0,
        [
          {
            universalIdentifier: identifier(`${page}.widget.fields`),
            title: 'Fields',
            type: 'FIELDS',
            objectUniversalIdentifier: identifier(object),
            configuration: { configurationType: 'FIELDS', viewUniversalIdentifier: identifier(`view.${object}.fields`) },
          },
        ],
        PageLayoutTabLayoutMode.VERTICAL_LIST,
      ),
      ...ours,
      ...ATTACHED.map(([tab, icon, type], index) =>
        tabOf(
          page,
          tab,
          icon,
          100 + index * 10,
          [{ universalIdentifier: identifier(`${page}.widget.${type}`), title: tab, type, configuration: { configurationType: type } }],
          PageLayoutTabLayoutMode.CANVAS,
        ),
      ),
    ],
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
