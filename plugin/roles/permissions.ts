import {
  getFieldUniversalIdentifier,
  RowLevelPermissionPredicateOperand,
  STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD,
  SystemPermissionFlag,
  type DefinableEntity,
} from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import {
  closedFields,
  LEGAL_RIGHTS,
  LEVELS,
  OWN,
  SCOPED_OBJECTS,
  SCOPED_ROLES,
  STANDARD_RIGHTS,
  type LegalObject,
  type Level,
  type PersonKey,
  type RoleKey,
  type StandardObject,
} from './rights';

/** The table of rights brought to what Twenty calls a role. What a role is not given by name it does not have. */

type RoleConfig = Extract<DefinableEntity, { canBeAssignedToUsers?: boolean }>;
type Words = { label: string; description: string; icon: string };

const OBJECTS = [...Object.keys(LEGAL_RIGHTS), ...Object.keys(STANDARD_RIGHTS)] as (LegalObject | StandardObject)[];

const isLegal = (object: LegalObject | StandardObject): object is LegalObject => object in LEGAL_RIGHTS;
const objectIdentifier = (object: LegalObject | StandardObject) => (isLegal(object) ? identifier(object) : STANDARD[object].universalIdentifier);
const levelOf = (object: LegalObject | StandardObject, role: RoleKey): Level => (isLegal(object) ? LEGAL_RIGHTS[object] : STANDARD_RIGHTS[object])[role];

const SYSTEM_FIELDS = ['createdAt', 'updatedAt', 'deletedAt'] as const;

/** Twenty derives the identifiers of the fields that it adds to every object of an app by this rule. */
const fieldIdentifier = (object: LegalObject | StandardObject, name: string) => {
  const system = SYSTEM_FIELDS.find((each) => each === name);
  if (!isLegal(object)) return STANDARD[object].fields[system!].universalIdentifier;
  if (!system) return identifier(`${object}.${name}`);
  return getFieldUniversalIdentifier({
    applicationUniversalIdentifier: identifier('application'),
    objectUniversalIdentifier: identifier(object),
    name,
  });
};

/** Twenty's page: files, export, one's own views, mail accounts and profile. Said in one word: see `objectPermissions`. */
const TOOLS = { canAccessAllTools: true };

const NOTHING_BY_DEFAULT = {
  canUpdateAllSettings: false,
  canReadAllObjectRecords: false,
  canUpdateAllObjectRecords: false,
  canSoftDeleteAllObjectRecords: false,
  canDestroyAllObjectRecords: false,
  canBeAssignedToAgents: false,
};

const holds = (level: Level, needed: Level) => LEVELS.indexOf(level) >= LEVELS.indexOf(needed);

/**
 * Twenty reads the roles of a workspace in one query that joins each role's members, flags, objects and fields with one another:
 * every row here is multiplied by the others, and too many of them leave Settings → Roles, and our workers, without an answer.
 * So nothing is said that holds anyway.
 */
const objectPermissions = (role: RoleKey) =>
  OBJECTS.flatMap((object) => {
    const level = levelOf(object, role);
    if (level === '-') return [];
    return {
      objectUniversalIdentifier: objectIdentifier(object),
      canReadObjectRecords: holds(level, 'r'),
      canUpdateObjectRecords: holds(level, 'w'),
      canSoftDeleteObjectRecords: holds(level, 'd'),
      canDestroyObjectRecords: holds(level, 'x'),
    };
  });

const fieldPermissions = (role: RoleKey) =>
  OBJECTS.flatMap((object) =>
    closedFields(object, levelOf(object, role), role).map((field) => ({
      objectUniversalIdentifier: objectIdentifier(object),
      fieldUniversalIdentifier: fieldIdentifier(object, field),
      canReadFieldValue: true,
      canUpdateFieldValue: false,
    })),
  );

/** Whose `departmentScope` is empty is not narrowed: Twenty drops a predicate whose value the member does not have. */
const departmentPredicates = (key: RoleKey) =>
  SCOPED_OBJECTS.map((object) => ({
    universalIdentifier: identifier(`role.${key}.${object}.department`),
    objectUniversalIdentifier: identifier(object),
    fieldUniversalIdentifier: identifier(`${object}.department`),
    operand: RowLevelPermissionPredicateOperand.IS,
    workspaceMemberFieldUniversalIdentifier: identifier('workspaceMember.departmentScope'),
  }));

const ownPredicates = (key: PersonKey) =>
  (Object.entries(OWN) as [LegalObject, { field: string; roles: readonly RoleKey[] }][]).flatMap(([object, { field, roles }]) =>
    roles.includes(key)
      ? {
          universalIdentifier: identifier(`role.${key}.${object}.own`),
          objectUniversalIdentifier: identifier(object),
          fieldUniversalIdentifier: identifier(`${object}.${field}`),
          operand: RowLevelPermissionPredicateOperand.IS,
          workspaceMemberFieldUniversalIdentifier: STANDARD.workspaceMember.fields.id.universalIdentifier,
        }
      : [],
  );

export const peopleRole = (key: PersonKey, words: Words): RoleConfig => ({
  universalIdentifier: identifier(`role.${key}`),
  ...words,
  ...NOTHING_BY_DEFAULT,
  ...TOOLS,
  canBeAssignedToUsers: true,
  canBeAssignedToApiKeys: false,
  objectPermissions: objectPermissions(key),
  fieldPermissions: fieldPermissions(key),
  rowLevelPermissionPredicates: [...(SCOPED_ROLES.includes(key) ? departmentPredicates(key) : []), ...ownPredicates(key)],
});

/** For the workers' key: the last column of the table, every field. */
export const workersRole: RoleConfig = {
  universalIdentifier: identifier('role.workers'),
  label: 'Legal Desk workers',
  description: 'For the API key of the workers: writes the consequences of history rows',
  icon: 'IconRobot',
  ...NOTHING_BY_DEFAULT,
  canAccessAllTools: false,
  canBeAssignedToUsers: false,
  canBeAssignedToApiKeys: true,
  // The workers ask who is a registry clerk, which is a role.
  permissionFlagUniversalIdentifiers: [SystemPermissionFlag.ROLES],
  objectPermissions: objectPermissions('workers'),
};

/**
 * What front components may do at most. On newer servers they act with the common part of this and of the viewer's own role, on
 * older ones with the viewer's role: so it has of every right the greatest that any of our roles has, and bounds nobody further.
 */
export const frontComponentsRole: RoleConfig = {
  universalIdentifier: identifier('role.frontComponents'),
  label: 'Legal Desk pages',
  description: 'The most that the pages and commands of Legal Desk do on behalf of whoever uses them',
  icon: 'IconLayoutDashboard',
  ...NOTHING_BY_DEFAULT,
  ...TOOLS,
  canBeAssignedToUsers: false,
  canBeAssignedToApiKeys: false,
  objectPermissions: objectPermissions('frontComponents'),
  fieldPermissions: fieldPermissions('frontComponents'),
};
