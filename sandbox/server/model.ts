import { STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD, getFieldUniversalIdentifier } from 'twenty-sdk/define';
import type { Manifest } from '../../plugin/manifest';
import { capitalize, columnsOf, type Column } from './fields';
import { STANDARD_OBJECTS, type StandardField } from './standard-objects';

/** The workspace's data model: our app's objects and fields joined with Twenty's own. Everything else here is built from it. */

export type Option = { value: string; label: string; color: string; position: number };

export type Relation = {
  kind: 'MANY_TO_ONE' | 'ONE_TO_MANY';
  target: ObjectType;
  inverse: Field;
  /** On the many-to-one side: `holderId`. */
  joinColumn?: string;
  onDelete: string;
};

export type Field = {
  id: string;
  object: ObjectType;
  name: string;
  type: string;
  label: string;
  /** Of Twenty's own fields; the words of the app's are in its locale files. */
  russianLabel?: string;
  description: string | null;
  icon: string | null;
  isSystem: boolean;
  isNullable: boolean;
  isUnique: boolean;
  isUIEditable: boolean;
  defaultValue: unknown;
  options: Option[] | null;
  settings: Record<string, unknown>;
  columns: Column[];
  relation?: Relation;
};

export type ObjectType = {
  id: string;
  nameSingular: string;
  namePlural: string;
  labelSingular: string;
  labelPlural: string;
  /** Of Twenty's own objects. */
  russianLabels?: { singular: string; plural: string };
  description: string | null;
  icon: string | null;
  isCustom: boolean;
  isSystem: boolean;
  isSearchable: boolean;
  labelField: Field;
  fields: Map<string, Field>;
  /** Many-to-one fields by `holderId`. */
  joinColumns: Map<string, Field>;
  /** Lists of columns that no two records share. */
  uniques: Column[][];
  /** Lists of columns that the app has indexed. */
  indexes: Column[][];
};

/** An object's name among the API's types. */
export const typeName = ({ nameSingular }: ObjectType): string => capitalize(nameSingular);

/** In a member's request also what the fields of their record hold, by field: row-level predicates compare records with that. */
export type Role = Manifest['roles'][number] & { isEditable: boolean; memberValues?: Map<string, unknown> };

export type Model = {
  manifest: Manifest;
  objects: ObjectType[];
  objectsById: Map<string, ObjectType>;
  object: (nameSingular: string) => ObjectType;
  fieldsById: Map<string, Field>;
  roles: Role[];
};

type Draft = Omit<Field, 'object' | 'columns' | 'relation'> & {
  relation?: { target: string; inverse: string; kind: Relation['kind']; onDelete: string };
};

type SystemField = [name: string, type: string, label: string, russianLabel: string, icon: string, isNullable: boolean, defaultValue: unknown];

const SYSTEM_FIELDS: SystemField[] = [
  ['id', 'UUID', 'Id', 'Идентификатор', 'Icon123', false, 'uuid'],
  ['createdAt', 'DATE_TIME', 'Creation date', 'Создано', 'IconCalendar', false, 'now'],
  ['updatedAt', 'DATE_TIME', 'Last update', 'Изменено', 'IconCalendarClock', false, 'now'],
  ['deletedAt', 'DATE_TIME', 'Deleted at', 'Удалено', 'IconCalendarMinus', true, null],
  ['createdBy', 'ACTOR', 'Created by', 'Создал', 'IconCreativeCommonsSa', false, { name: "'System'", source: "'MANUAL'" }],
  ['updatedBy', 'ACTOR', 'Updated by', 'Изменил', 'IconUserCircle', false, { name: "'System'", source: "'MANUAL'" }],
  ['position', 'POSITION', 'Position', 'Порядок', 'IconHierarchy2', false, 0],
  ['searchVector', 'TS_VECTOR', 'Search vector', 'Поиск', 'IconUser', true, null],
];

const systemFields = (identifierOf: (name: string) => string): Draft[] =>
  SYSTEM_FIELDS.map(([name, type, label, russianLabel, icon, isNullable, defaultValue]) => ({
    id: identifierOf(name),
    name,
    type,
    label,
    russianLabel,
    description: null,
    icon,
    isSystem: true,
    isNullable,
    isUnique: name === 'id',
    isUIEditable: false,
    defaultValue,
    options: null,
    settings: {},
  }));

type Identifiers = Record<string, { universalIdentifier: string; fields: Record<string, { universalIdentifier: string }> }>;
const standardIdentifiers = STANDARD as unknown as Identifiers;

const standardFieldId = (path: string): string => {
  const [object, field] = path.split('.') as [string, string];
  const found = standardIdentifiers[object]?.fields[field];
  if (!found) throw new Error(`The SDK knows no standard field ${path}`);
  return found.universalIdentifier;
};

const withPositions = (options: { value: string; label: string; color: string }[] | undefined): Option[] | null =>
  options?.map((option, position) => ({ ...option, position })) ?? null;

const standardDraft = (object: string, field: StandardField): Draft => ({
  id: standardFieldId(`${object}.${field.name}`),
  name: field.name,
  type: field.type,
  label: field.label[0],
  russianLabel: field.label[1],
  description: null,
  icon: field.icon,
  isSystem: field.isSystem ?? false,
  isNullable: field.isNullable ?? true,
  isUnique: field.isUnique ?? false,
  isUIEditable: !(field.isReadOnly ?? field.isSystem ?? false),
  defaultValue: field.defaultValue ?? null,
  options: withPositions(field.options),
  settings: field.settings ?? {},
  ...(field.relation
    ? {
        relation: {
          target: standardIdentifiers[field.relation.to.split('.')[0]!]!.universalIdentifier,
          inverse: standardFieldId(field.relation.to),
          kind: field.relation.kind,
          onDelete: field.relation.onDelete ?? 'SET_NULL',
        },
      }
    : {}),
});

type ManifestField = Manifest['fields'][number] | Manifest['objects'][number]['fields'][number];

const manifestDraft = (field: ManifestField): Draft => {
  const settings = (field.universalSettings ?? {}) as Record<string, unknown>;
  const target = (field as { relationTargetObjectMetadataUniversalIdentifier?: string }).relationTargetObjectMetadataUniversalIdentifier;
  const options = (field as { options?: Option[] }).options;
  return {
    id: field.universalIdentifier,
    name: field.name,
    type: field.type,
    label: field.label,
    description: field.description ?? null,
    icon: field.icon ?? null,
    isSystem: false,
    isNullable: field.isNullable ?? true,
    isUnique: field.isUnique ?? false,
    isUIEditable: field.isUIEditable ?? true,
    defaultValue: field.defaultValue ?? null,
    options: withPositions(options && [...options].sort((a, b) => a.position - b.position)),
    settings,
    ...(target
      ? {
          relation: {
            target,
            inverse: (field as { relationTargetFieldMetadataUniversalIdentifier: string }).relationTargetFieldMetadataUniversalIdentifier,
            kind: settings.relationType as Relation['kind'],
            onDelete: (settings.onDelete as string | undefined) ?? 'SET_NULL',
          },
        }
      : {}),
  };
};

const nameField = (id: string): Draft => ({
  id,
  name: 'name',
  type: 'TEXT',
  label: 'Name',
  russianLabel: 'Название',
  description: null,
  icon: 'IconAbc',
  isSystem: false,
  isNullable: true,
  isUnique: false,
  isUIEditable: true,
  defaultValue: null,
  options: null,
  settings: {},
});

type ObjectDraft = Omit<ObjectType, 'labelField' | 'fields' | 'joinColumns' | 'uniques' | 'indexes'> & { labelFieldId: string; drafts: Draft[] };

const standardObjects = (): ObjectDraft[] =>
  STANDARD_OBJECTS.map((object) => ({
    id: standardIdentifiers[object.nameSingular]!.universalIdentifier,
    nameSingular: object.nameSingular,
    namePlural: object.namePlural,
    labelSingular: object.labelSingular[0],
    labelPlural: object.labelPlural[0],
    russianLabels: { singular: object.labelSingular[1], plural: object.labelPlural[1] },
    description: null,
    icon: object.icon,
    isCustom: false,
    isSystem: object.isSystem,
    isSearchable: true,
    labelFieldId: standardFieldId(`${object.nameSingular}.${object.labelField}`),
    drafts: [
      ...systemFields((name) => standardFieldId(`${object.nameSingular}.${name}`)),
      ...object.fields.map((field) => standardDraft(object.nameSingular, field)),
    ],
  }));

const customObjects = ({ objects, application }: Manifest): ObjectDraft[] =>
  objects.map((object) => {
    const identifierOf = (name: string) =>
      getFieldUniversalIdentifier({
        applicationUniversalIdentifier: application.universalIdentifier,
        objectUniversalIdentifier: object.universalIdentifier,
        name,
      });
    const own = object.fields.map(manifestDraft);
    return {
      id: object.universalIdentifier,
      nameSingular: object.nameSingular,
      namePlural: object.namePlural,
      labelSingular: object.labelSingular,
      labelPlural: object.labelPlural,
      description: object.description ?? null,
      icon: object.icon ?? null,
      isCustom: true,
      isSystem: false,
      isSearchable: object.isSearchable ?? false,
      labelFieldId: object.labelIdentifierFieldMetadataUniversalIdentifier ?? identifierOf('name'),
      drafts: [
        ...systemFields(identifierOf),
        ...(own.some(({ name }) => name === 'name') ? [] : [nameField(identifierOf('name'))]),
        ...own,
      ],
    };
  });

const ADMIN_ROLE_ID = '20202020-02c2-43f2-b94d-cab1f2b532eb';

export const adminRole = (model: Model): Role => model.roles.find(({ universalIdentifier }) => universalIdentifier === ADMIN_ROLE_ID)!;

const ADMIN: Role = {
  universalIdentifier: ADMIN_ROLE_ID,
  label: 'Admin',
  description: 'Admin role',
  icon: 'IconUserCog',
  isEditable: false,
  canUpdateAllSettings: true,
  canAccessAllTools: true,
  canReadAllObjectRecords: true,
  canUpdateAllObjectRecords: true,
  canSoftDeleteAllObjectRecords: true,
  canDestroyAllObjectRecords: true,
  canBeAssignedToUsers: true,
  canBeAssignedToAgents: true,
  canBeAssignedToApiKeys: true,
};

const only = <T>(value: T | undefined, message: string): T => {
  if (value === undefined) throw new Error(message);
  return value;
};

/** Builds the model; an identifier that leads nowhere is an error here, as it would be when Twenty installs the app. */
export const buildModel = (manifest: Manifest): Model => {
  const drafts = [...standardObjects(), ...customObjects(manifest)];
  for (const field of manifest.fields) {
    only(
      drafts.find(({ id }) => id === field.objectUniversalIdentifier),
      `Field ${field.name}: no object ${field.objectUniversalIdentifier}`,
    ).drafts.push(manifestDraft(field));
  }

  const objectsById = new Map<string, ObjectType>();
  const fieldsById = new Map<string, Field>();
  for (const { labelFieldId, drafts: fields, ...rest } of drafts) {
    const object: ObjectType = { ...rest, fields: new Map(), joinColumns: new Map(), uniques: [], indexes: [], labelField: undefined as never };
    for (const { relation: _, ...draft } of fields) {
      const field: Field = { ...draft, object, columns: columnsOf(draft) };
      object.fields.set(field.name, field);
      fieldsById.set(field.id, field);
      if (field.isUnique) object.uniques.push([field.columns.find(({ part }) => !part || part.startsWith('primary') && part !== 'primaryLinkLabel')!]);
    }
    object.labelField = only(fieldsById.get(labelFieldId), `Object ${object.nameSingular}: no label field ${labelFieldId}`);
    objectsById.set(object.id, object);
  }

  for (const { relation, id, name } of drafts.flatMap(({ drafts: fields }) => fields)) {
    if (!relation) continue;
    const field = fieldsById.get(id)!;
    const path = `${field.object.nameSingular}.${name}`;
    const target = only(objectsById.get(relation.target), `Field ${path}: no object ${relation.target}`);
    const inverse = only(fieldsById.get(relation.inverse), `Field ${path}: no field ${relation.inverse} on ${target.nameSingular}`);
    field.relation = { kind: relation.kind, target, inverse, onDelete: relation.onDelete };
    if (relation.kind === 'MANY_TO_ONE') {
      field.relation.joinColumn = `${name}Id`;
      field.columns = [{ name: `${name}Id`, type: 'UUID', sqlType: 'uuid' }];
      field.object.joinColumns.set(`${name}Id`, field);
    }
  }

  for (const index of manifest.indexes) {
    const columns = index.fields.map(({ fieldUniversalIdentifier, subFieldName }) => {
      const field = only(fieldsById.get(fieldUniversalIdentifier), `Index ${index.universalIdentifier}: no field ${fieldUniversalIdentifier}`);
      return only(field.columns.find(({ part }) => part === subFieldName), `Index on ${field.name}: no part ${subFieldName}`);
    });
    const object = only(objectsById.get(index.objectUniversalIdentifier), `Index ${index.universalIdentifier}: no object`);
    (index.isUnique ? object.uniques : object.indexes).push(columns);
  }

  const objects = [...objectsById.values()];
  const byName = new Map(objects.map((object) => [object.nameSingular, object]));
  return {
    manifest,
    objects,
    objectsById,
    object: (name) => only(byName.get(name), `No object ${name}`),
    fieldsById,
    roles: [ADMIN, ...manifest.roles.map((role) => ({ ...role, isEditable: true }))],
  };
};
