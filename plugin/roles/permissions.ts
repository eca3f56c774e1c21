import {
  getFieldUniversalIdentifier,
  RowLevelPermissionPredicateOperand,
  STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD,
  SystemPermissionFlag,
  type DefinableEntity,
} from 'twenty-sdk/define';
import { identifier } from '../identifiers';
import {
  AMOUNTS,
  AMOUNTS_CLOSED_TO,
  CONSEQUENCES,
  LEGAL_RIGHTS,
  LEVELS,
  PEOPLE,
  SCOPED_OBJECTS,
  SCOPED_ROLES,
  SERVER_TIMES,
  STANDARD_RIGHTS,
  type LegalObject,
  type Level,
  type RoleKey,
  type StandardObject,
} from './rights';

/** The table of rights brought to what Twenty calls a role. What a role is not given by name it does not have. */

type RoleConfig = Extract<DefinableEntity, { canBeAssignedToUsers?: boolean }>;
type Words = { label: string; description: string; icon: string };

const LEGAL = Object.keys(LEGAL_RIGHTS) as LegalObject[];
const STANDARDS = Object.keys(STANDARD_RIGHTS) as StandardObject[];

/** Twenty derives the identifiers of the fields that it adds to every object by this rule. */
const systemField = (object: LegalObject, name: string) =>
  getFieldUniversalIdentifier({
    applicationUniversalIdentifier: identifier('application'),
    objectUniversalIdentifier: identifier(object),
    name,
  });

const NOTHING_BY_DEFAULT = {
  canUpdateAllSettings: false,
  canAccessAllTools: false,
  canReadAllObjectRecords: false,
  canUpdateAllObjectRecords: false,
  canSoftDeleteAllObjectRecords: false,
  canDestroyAllObjectRecords: false,
  canBeAssignedToAgents: false,
};

const holds = (level: Level, needed: Level) => LEVELS.indexOf(level) >= LEVELS.indexOf(needed);

const objectPermission = (objectUniversalIdentifier: string, level: Level) => ({
  objectUniversalIdentifier,
  canReadObjectRecords: holds(level, 'r'),
  canUpdateObjectRecords: holds(level, 'w'),
  canSoftDeleteObjectRecords: holds(level, 'd'),
  canDestroyObjectRecords: holds(level, 'x'),
});

const objectPermissions = (levelOf: (rights: Record<RoleKey, Level>) => Level) => [
  ...LEGAL.map((name) => objectPermission(identifier(name), levelOf(LEGAL_RIGHTS[name]))),
  ...STANDARDS.map((name) => objectPermission(STANDARD[name].universalIdentifier, levelOf(STANDARD_RIGHTS[name]))),
];

const closed = (object: LegalObject, fieldUniversalIdentifier: string) => ({
  objectUniversalIdentifier: identifier(object),
  fieldUniversalIdentifier,
  canReadFieldValue: true,
  canUpdateFieldValue: false,
});

/** Of every object that the role writes: the consequences and the server's times, and for some the amounts. */
const fieldPermissions = (levelOf: (rights: Record<RoleKey, Level>) => Level, areAmountsClosed: boolean) =>
  LEGAL.filter((name) => holds(levelOf(LEGAL_RIGHTS[name]), 'w')).flatMap((name) => [
    ...(CONSEQUENCES[name] ?? []).map((field) => closed(name, identifier(`${name}.${field}`))),
    ...(areAmountsClosed && name === 'recovery' ? AMOUNTS[name].map((field) => closed(name, identifier(`${name}.${field}`))) : []),
    ...SERVER_TIMES.map((field) => closed(name, systemField(name, field))),
  ]);

/** Whose `departmentScope` is empty is not narrowed: Twenty drops a predicate whose value the member does not have. */
const departmentPredicates = (key: RoleKey) =>
  SCOPED_OBJECTS.map((object) => ({
    universalIdentifier: identifier(`role.${key}.${object}.department`),
    objectUniversalIdentifier: identifier(object),
    fieldUniversalIdentifier: identifier(`${object}.department`),
    operand: RowLevelPermissionPredicateOperand.IS,
    workspaceMemberFieldUniversalIdentifier: identifier('workspaceMember.departmentScope'),
  }));

const FLAGS_OF_PEOPLE = [
  SystemPermissionFlag.UPLOAD_FILE,
  SystemPermissionFlag.DOWNLOAD_FILE,
  SystemPermissionFlag.EXPORT_CSV,
  SystemPermissionFlag.PROFILE_INFORMATION,
  SystemPermissionFlag.VIEWS,
];

export const peopleRole = (key: (typeof PEOPLE)[number], words: Words): RoleConfig => {
  const levelOf = (rights: Record<RoleKey, Level>) => rights[key];
  return {
    universalIdentifier: identifier(`role.${key}`),
    ...words,
    ...NOTHING_BY_DEFAULT,
    canBeAssignedToUsers: true,
    canBeAssignedToApiKeys: false,
    permissionFlagUniversalIdentifiers: FLAGS_OF_PEOPLE,
    objectPermissions: objectPermissions(levelOf),
    fieldPermissions: fieldPermissions(levelOf, AMOUNTS_CLOSED_TO.includes(key)),
    ...(SCOPED_ROLES.includes(key) ? { rowLevelPermissionPredicates: departmentPredicates(key) } : {}),
  };
};

/** For the workers' key: the last column of the table, every field. */
export const workersRole: RoleConfig = {
  universalIdentifier: identifier('role.workers'),
  label: 'Legal Desk workers',
  description: 'For the API key of the workers: writes the consequences of history rows',
  icon: 'IconRobot',
  ...NOTHING_BY_DEFAULT,
  canBeAssignedToUsers: false,
  canBeAssignedToApiKeys: true,
  // The workers ask who is a registry clerk, which is a role.
  permissionFlagUniversalIdentifiers: [SystemPermissionFlag.ROLES],
  objectPermissions: objectPermissions(({ workers }) => workers),
};

const greatest = (rights: Record<RoleKey, Level>): Level => LEVELS[Math.max(...PEOPLE.map((role) => LEVELS.indexOf(rights[role])))]!;

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
  canBeAssignedToUsers: false,
  canBeAssignedToApiKeys: false,
  permissionFlagUniversalIdentifiers: FLAGS_OF_PEOPLE,
  objectPermissions: objectPermissions(greatest),
  fieldPermissions: fieldPermissions(greatest, false),
};
