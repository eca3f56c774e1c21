import {
  getFieldUniversalIdentifier,
  STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD,
  SystemPermissionFlag,
  type DefinableEntity,
} from 'twenty-sdk/define';
import { identifier } from '../identifiers';

/** What each role may do, in short. What a role is not given by name it does not have: reading is opened object by object. */

type RoleConfig = Extract<DefinableEntity, { canBeAssignedToUsers?: boolean }>;
type Right = 'read' | 'write' | 'delete';

const LEGAL_OBJECTS = [
  'department',
  'departmentMember',
  'court',
  'region',
  'legalDirection',
  'legalCase',
  'correspondence',
  'correspondenceHistory',
  'reminder',
  'correspondenceIncident',
] as const;
type LegalObject = (typeof LEGAL_OBJECTS)[number];

/**
 * The fields that only the workers write. On these objects people may still create records, so every such field is
 * closed by name: Twenty has no right to create without the right to update.
 */
const CONSEQUENCES: Partial<Record<LegalObject, string[]>> = {
  correspondence: [
    'number', 'registeredAt', 'status', 'holder', 'holderDepartment', 'heldSince', 'pendingMember', 'pendingDepartment',
    'handedOverAt', 'handedOverBy', 'resumeStatus', 'step',
  ],
  correspondenceHistory: [
    'name', 'occurredAt', 'actor', 'fromMember', 'fromDepartment', 'outcome', 'refusal', 'statusBefore', 'statusAfter',
    'heldMinutes', 'applied',
  ],
  legalDirection: ['root'],
};

/**
 * Twenty's own fields that whoever creates or changes a record may set to any moment. Who moved a letter and when is read
 * from the row's `updatedAt`, so nobody but the workers may write it.
 */
const SERVER_TIMES = ['createdAt', 'updatedAt'];

/** Twenty derives the identifiers of the fields that it adds to every object by this rule. */
const systemField = (object: LegalObject, name: string) =>
  getFieldUniversalIdentifier({
    applicationUniversalIdentifier: identifier('application'),
    objectUniversalIdentifier: identifier(object),
    name,
  });

/** Twenty's own objects that people of the firm work with, and those that only carry attachments between records. */
const SHARED_STANDARD = ['person', 'company', 'task', 'note', 'taskTarget', 'noteTarget', 'attachment'] as const;
const READ_STANDARD = ['workspaceMember', 'timelineActivity'] as const;

/** Every right of a role is given object by object. */
const NOTHING_BY_DEFAULT = {
  canUpdateAllSettings: false,
  canAccessAllTools: false,
  canReadAllObjectRecords: false,
  canUpdateAllObjectRecords: false,
  canSoftDeleteAllObjectRecords: false,
  canDestroyAllObjectRecords: false,
  canBeAssignedToAgents: false,
};

const objectPermission = (objectUniversalIdentifier: string, right: Right | undefined) => ({
  objectUniversalIdentifier,
  canReadObjectRecords: right !== undefined,
  canUpdateObjectRecords: right === 'write' || right === 'delete',
  canSoftDeleteObjectRecords: right === 'delete',
  canDestroyObjectRecords: false,
});

/** A role of people. `rights` opens the legal objects; nobody but the workers writes consequence fields. */
export const peopleRole = (config: {
  key: string;
  label: string;
  description: string;
  icon: string;
  rights: Partial<Record<LegalObject, Right>>;
}): RoleConfig => ({
  universalIdentifier: identifier(`role.${config.key}`),
  label: config.label,
  description: config.description,
  icon: config.icon,
  ...NOTHING_BY_DEFAULT,
  canBeAssignedToUsers: true,
  canBeAssignedToApiKeys: false,
  permissionFlagUniversalIdentifiers: [
    SystemPermissionFlag.UPLOAD_FILE,
    SystemPermissionFlag.DOWNLOAD_FILE,
    SystemPermissionFlag.EXPORT_CSV,
    SystemPermissionFlag.PROFILE_INFORMATION,
    SystemPermissionFlag.VIEWS,
  ],
  objectPermissions: [
    ...LEGAL_OBJECTS.map((name) => objectPermission(identifier(name), config.rights[name])),
    ...SHARED_STANDARD.map((name) => objectPermission(STANDARD[name].universalIdentifier, 'delete')),
    ...READ_STANDARD.map((name) => objectPermission(STANDARD[name].universalIdentifier, 'read')),
  ],
  fieldPermissions: (Object.entries(CONSEQUENCES) as [LegalObject, string[]][])
    .filter(([name]) => config.rights[name] === 'write' || config.rights[name] === 'delete')
    .flatMap(([name, fields]) =>
      [
        ...fields.map((field) => identifier(`${name}.${field}`)),
        ...SERVER_TIMES.map((field) => systemField(name, field)),
      ].map((fieldUniversalIdentifier) => ({
        objectUniversalIdentifier: identifier(name),
        fieldUniversalIdentifier,
        canReadFieldValue: true,
        canUpdateFieldValue: false,
      })),
    ),
});

/**
 * What the workers' key may do: read the office, write what follows from its facts, remove reminders that are no longer
 * due, and keep one task for each hand-over. It reads people and companies only by the names that letters refer to.
 */
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
  objectPermissions: [
    ...LEGAL_OBJECTS.map((name) => ({
      ...objectPermission(identifier(name), 'write'),
      canSoftDeleteObjectRecords: name === 'reminder',
      canDestroyObjectRecords: name === 'reminder',
    })),
    ...(['task', 'taskTarget'] as const).map((name) => objectPermission(STANDARD[name].universalIdentifier, 'write')),
    ...(['workspaceMember', 'timelineActivity', 'person', 'company'] as const).map((name) =>
      objectPermission(STANDARD[name].universalIdentifier, 'read'),
    ),
  ],
};

/**
 * What front components may do at most. On newer servers they act with the common part of this and of the viewer's own
 * role, on older ones with the viewer's role, so it allows what any of our roles may, and bounds nobody further.
 */
export const frontComponentsRole: RoleConfig = {
  ...peopleRole({
    key: 'frontComponents',
    label: 'Legal Desk pages',
    description: 'The most that the pages and commands of Legal Desk do on behalf of whoever uses them',
    icon: 'IconLayoutDashboard',
    rights: Object.fromEntries(LEGAL_OBJECTS.map((name) => [name, 'write'])),
  }),
  canBeAssignedToUsers: false,
};
