import { SystemPermissionFlag } from 'twenty-sdk/define';
import { badInput, permissionDenied } from './errors';
import { isUuid } from './guards';
import type { Field, ObjectType, Role } from './model';
import type { Json } from './sql';

/** A role's rights, as Twenty enforces them: by object and by field, and not at all on its system objects but workspace members. */

export type Action = 'read' | 'update' | 'softDelete' | 'destroy';

const OBJECT_RIGHT = {
  read: 'canReadObjectRecords',
  update: 'canUpdateObjectRecords',
  softDelete: 'canSoftDeleteObjectRecords',
  destroy: 'canDestroyObjectRecords',
} as const;

const GENERAL_RIGHT = {
  read: 'canReadAllObjectRecords',
  update: 'canUpdateAllObjectRecords',
  softDelete: 'canSoftDeleteAllObjectRecords',
  destroy: 'canDestroyAllObjectRecords',
} as const;

const isUnguarded = (object: ObjectType) => object.isSystem && object.nameSingular !== 'workspaceMember';

/** Everybody reads the members; whoever manages them writes them. */
const allowsMember = (role: Role, action: Action) => action === 'read' || permissionFlagsOf(role).includes('WORKSPACE_MEMBERS');

export const allows = (role: Role, object: ObjectType, action: Action): boolean => {
  if (isUnguarded(object)) return true;
  if (object.nameSingular === 'workspaceMember') return allowsMember(role, action);
  const own = role.objectPermissions?.find(({ objectUniversalIdentifier }) => objectUniversalIdentifier === object.id);
  return own?.[OBJECT_RIGHT[action]] ?? role[GENERAL_RIGHT[action]] ?? false;
};

export const fieldRights = (role: Role, field: Field): { canRead: boolean; canUpdate: boolean } => {
  const own = role.fieldPermissions?.find(({ fieldUniversalIdentifier }) => fieldUniversalIdentifier === field.id);
  return { canRead: own?.canReadFieldValue ?? true, canUpdate: own?.canUpdateFieldValue ?? true };
};

/** @throws PERMISSION_DENIED unless the role may do this to the object and read or write every one of the fields */
export const demand = (role: Role, object: ObjectType, action: Action, reads: Iterable<Field>, writes: Iterable<Field> = []): void => {
  if (!allows(role, object, action)) throw permissionDenied();
  if (isUnguarded(object)) return;
  const refuse = (verb: string, { name }: Field) => permissionDenied(`no permission to ${verb} field "${name}" on "${object.nameSingular}"`);
  for (const field of reads) if (!fieldRights(role, field).canRead) throw refuse('read', field);
  for (const field of writes) if (!fieldRights(role, field).canUpdate) throw refuse('write', field);
};

/** The ids that a text of the member holds, in JSON or bare; none, as Twenty takes it, if any of them is no id. */
const idsIn = (text: string): string[] => {
  let value: unknown = text;
  try {
    value = JSON.parse(text);
  } catch {
    // One bare id.
  }
  const ids = [value].flat();
  return ids.every(isUuid) ? ids : [];
};

const predicatesOf = (role: Role, object: ObjectType) =>
  (role.rowLevelPermissionPredicates ?? []).filter(({ objectUniversalIdentifier }) => objectUniversalIdentifier === object.id);

/**
 * The relations whose record must be one of some, by the role's row-level predicates. Twenty drops a predicate whose value the
 * member does not have, and all of them for whoever is no member.
 */
const scopesOf = (role: Role, object: ObjectType): { column: string; ids: string[] }[] =>
  predicatesOf(role, object).flatMap(({ fieldUniversalIdentifier, workspaceMemberFieldUniversalIdentifier }) => {
    const field = [...object.fields.values()].find(({ id }) => id === fieldUniversalIdentifier);
    const ids = idsIn(String(role.memberValues?.get(workspaceMemberFieldUniversalIdentifier!) ?? ''));
    return ids.length ? [{ column: field!.relation!.joinColumn!, ids }] : [];
  });

/** A filter joined with the role's row-level predicates. Like Twenty's, they do not bound what a filter reaches through a relation. */
export const narrowed = (role: Role, object: ObjectType, filter: Json): Json => {
  const scopes = scopesOf(role, object);
  return scopes.length ? { and: [filter, ...scopes.map(({ column, ids }) => ({ [column]: { in: ids } }))] } : filter;
};

/** @throws the refusal that Twenty gives for a record that the role could not see */
export const demandInScope = (role: Role, object: ObjectType, row: Json, said = 'Record'): void => {
  if (scopesOf(role, object).every(({ column, ids }) => ids.includes(String(row[column])))) return;
  throw badInput(`${said} does not satisfy row-level security constraints of your current role`, undefined, 'Record does not satisfy security constraints.');
};

/** What `currentUserWorkspace.objectsPermissions` says of an object. */
export const describePermissions = (role: Role, object: ObjectType) => ({
  objectMetadataId: object.id,
  canReadObjectRecords: allows(role, object, 'read'),
  canUpdateObjectRecords: allows(role, object, 'update'),
  canSoftDeleteObjectRecords: allows(role, object, 'softDelete'),
  canDestroyObjectRecords: allows(role, object, 'destroy'),
  restrictedFields: Object.fromEntries(
    [...object.fields.values()]
      .map((field) => [field.id, fieldRights(role, field)] as const)
      .filter(([, { canRead, canUpdate }]) => !canRead || !canUpdate)
      .map(([id, { canRead, canUpdate }]) => [id, { ...(canRead ? {} : { canRead }), ...(canUpdate ? {} : { canUpdate }) }]),
  ),
  rowLevelPermissionPredicates: predicatesOf(role, object).map((predicate) => ({
    id: predicate.universalIdentifier,
    operand: predicate.operand,
    objectMetadataId: predicate.objectUniversalIdentifier,
    fieldMetadataId: predicate.fieldUniversalIdentifier,
    workspaceMemberFieldMetadataId: predicate.workspaceMemberFieldUniversalIdentifier ?? null,
  })),
  rowLevelPermissionPredicateGroups: [],
});

/** The flags that `canAccessAllTools` gives. */
const TOOLS = new Set([
  'AI', 'VIEWS', 'UPLOAD_FILE', 'DOWNLOAD_FILE', 'SEND_EMAIL_TOOL', 'CREATE_CALENDAR_EVENT_TOOL', 'HTTP_REQUEST_TOOL', 'IMPORT_CSV', 'EXPORT_CSV',
  'CONNECTED_ACCOUNTS', 'PROFILE_INFORMATION', 'CODE_INTERPRETER_TOOL',
]);

/** The keys of Twenty's permission flags that a role has. */
export const permissionFlagsOf = (role: Role): string[] =>
  Object.entries(SystemPermissionFlag)
    .filter(([key, id]) => (TOOLS.has(key) ? role.canAccessAllTools : role.canUpdateAllSettings) || role.permissionFlagUniversalIdentifiers?.includes(id))
    .map(([key]) => key);
