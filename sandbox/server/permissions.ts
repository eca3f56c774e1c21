import { SystemPermissionFlag } from 'twenty-sdk/define';
import { permissionDenied } from './errors';
import type { Field, ObjectType, Role } from './model';

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

export const allows = (role: Role, object: ObjectType, action: Action): boolean => {
  const own = role.objectPermissions?.find(({ objectUniversalIdentifier }) => objectUniversalIdentifier === object.id);
  return own?.[OBJECT_RIGHT[action]] ?? role[GENERAL_RIGHT[action]] ?? false;
};

export const fieldRights = (role: Role, field: Field): { canRead: boolean; canUpdate: boolean } => {
  const own = role.fieldPermissions?.find(({ fieldUniversalIdentifier }) => fieldUniversalIdentifier === field.id);
  return { canRead: own?.canReadFieldValue ?? true, canUpdate: own?.canUpdateFieldValue ?? true };
};

/** @throws PERMISSION_DENIED unless the role may do this to the object and read or write every one of the fields */
export const demand = (role: Role, object: ObjectType, action: Action, reads: Iterable<Field>, writes: Iterable<Field> = []): void => {
  if (isUnguarded(object)) return;
  if (!allows(role, object, action)) throw permissionDenied();
  const refuse = (verb: string, { name }: Field) => permissionDenied(`no permission to ${verb} field "${name}" on "${object.nameSingular}"`);
  for (const field of reads) if (!fieldRights(role, field).canRead) throw refuse('read', field);
  for (const field of writes) if (!fieldRights(role, field).canUpdate) throw refuse('write', field);
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
  rowLevelPermissionPredicates: [],
  rowLevelPermissionPredicateGroups: [],
});

/** The keys of Twenty's permission flags that a role has. */
export const permissionFlagsOf = (role: Role): string[] =>
  Object.entries(SystemPermissionFlag)
    .filter(([, id]) => role.canUpdateAllSettings || role.permissionFlagUniversalIdentifiers?.includes(id))
    .map(([key]) => key);
