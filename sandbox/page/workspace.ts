import { createContext, useContext } from 'react';
import type { CommandMenuItemManifest, defineNavigationMenuItem, FrontComponentConfig, PageLayoutConfig, ViewConfig } from 'twenty-sdk/define';
import { api } from './api';
import type { Locale } from './words';

/** What the server says about the workspace: its data model, views and pages in the reader's language, and the reader's rights. */

type Option = { value: string; label: string; color: string };
type Relation = { many: boolean; object: string; field: string; joinColumn?: string };
export type Field = {
  id: string;
  name: string;
  label: string;
  type: string;
  icon?: string;
  options?: Option[];
  relation?: Relation;
  isSystem: boolean;
  canRead: boolean;
  canUpdate: boolean;
};
export type ObjectType = {
  id: string;
  nameSingular: string;
  namePlural: string;
  labelSingular: string;
  labelPlural: string;
  icon?: string;
  isSystem: boolean;
  labelField: Field;
  fields: Field[];
  canUpdate: boolean;
  canDelete: boolean;
};
type Member = { id: string; name: { firstName: string; lastName: string }; locale: Locale; colorScheme: 'Light' | 'Dark' | 'System' };
export type Me = { id: string; email: string; member: Member };
type NavigationItem = Parameters<typeof defineNavigationMenuItem>[0];
export type Tab = NonNullable<PageLayoutConfig['tabs']>[number];
export type Workspace = {
  me: Me;
  objects: ObjectType[];
  views: ViewConfig[];
  navigation: NavigationItem[];
  pages: PageLayoutConfig[];
  /** On the pages of Twenty's own objects. */
  addedTabs: Tab[];
  hiddenFields: string[];
  commands: CommandMenuItemManifest[];
  components: FrontComponentConfig[];
};

type RawField = Omit<Field, 'id' | 'canRead' | 'canUpdate' | 'relation'> & {
  universalIdentifier: string;
  isUIEditable: boolean;
  relationTargetObjectMetadataUniversalIdentifier?: string;
  relationTargetFieldMetadataUniversalIdentifier?: string;
  universalSettings: { relationType?: string; joinColumnName?: string };
};
type RawObject = Omit<ObjectType, 'id' | 'fields' | 'labelField' | 'canUpdate' | 'canDelete'> & {
  universalIdentifier: string;
  labelIdentifierFieldMetadataUniversalIdentifier: string;
  fields: RawField[];
};
type Permission = {
  objectMetadataId: string;
  canReadObjectRecords: boolean;
  canUpdateObjectRecords: boolean;
  canSoftDeleteObjectRecords: boolean;
  restrictedFields: Record<string, { canRead?: boolean | null; canUpdate?: boolean | null }>;
};
type RawManifest = {
  objects: RawObject[];
  views: ViewConfig[];
  navigationMenuItems: NavigationItem[];
  pageLayouts: PageLayoutConfig[];
  pageLayoutTabs: Tab[];
  /** Ours on Twenty's own objects, which their record pages do not show. */
  hiddenFields: string[];
  commandMenuItems: CommandMenuItemManifest[];
  frontComponents: FrontComponentConfig[];
};

const byId = <Entity extends { universalIdentifier: string }>(all: Entity[], id: string | undefined): Entity | undefined =>
  all.find(({ universalIdentifier }) => universalIdentifier === id);

const fieldOf = (raw: RawField, objects: RawObject[], { canUpdateObjectRecords, restrictedFields }: Permission): Field => {
  const target = byId(objects, raw.relationTargetObjectMetadataUniversalIdentifier);
  const { relationType, joinColumnName: joinColumn } = raw.universalSettings;
  const field = target && byId(target.fields, raw.relationTargetFieldMetadataUniversalIdentifier)?.name;
  return {
    ...raw,
    id: raw.universalIdentifier,
    canRead: restrictedFields[raw.universalIdentifier]?.canRead !== false,
    canUpdate: canUpdateObjectRecords && raw.isUIEditable && restrictedFields[raw.universalIdentifier]?.canUpdate !== false,
    ...(field && { relation: { many: relationType === 'ONE_TO_MANY', object: target.nameSingular, field, joinColumn } }),
  };
};

const loadMe = async (): Promise<{ me: Me; permissions: Permission[] }> => {
  const { currentUser } = await api<{
    currentUser: { id: string; email: string; workspaceMember: Me['member']; currentUserWorkspace: { objectsPermissions: Permission[] } };
  }>(
    '/metadata',
    `query Me { currentUser { id email workspaceMember { id name { firstName lastName } locale colorScheme }
      currentUserWorkspace { objectsPermissions { objectMetadataId canReadObjectRecords canUpdateObjectRecords canSoftDeleteObjectRecords restrictedFields } } } }`,
  );
  const { id, email, workspaceMember, currentUserWorkspace } = currentUser;
  return { me: { id, email, member: workspaceMember }, permissions: currentUserWorkspace.objectsPermissions };
};

/** Twenty's way to change one's own language and theme, whatever the role. */
export const updateSettings = (workspaceMemberId: string, update: Partial<Me['member']>): Promise<unknown> =>
  api('/metadata', 'mutation Settings($input: UpdateWorkspaceMemberSettingsInput!) { updateWorkspaceMemberSettings(input: $input) }', { input: { workspaceMemberId, update } });

export const loadWorkspace = async (): Promise<Workspace> => {
  const { me, permissions } = await loadMe();
  const raw = (await (await fetch(`/sandbox/manifest?locale=${me.member.locale}`)).json()) as RawManifest;
  const objects = raw.objects.flatMap((object): ObjectType[] => {
    const permission = permissions.find(({ objectMetadataId }) => objectMetadataId === object.universalIdentifier);
    // Twenty's own system objects are guarded by what they hang on, not by the role.
    if (!permission || !(permission.canReadObjectRecords || object.isSystem)) return [];
    const fields = object.fields.map((field) => fieldOf(field, raw.objects, permission)).filter(({ canRead }) => canRead);
    const labelField = fields.find(({ id }) => id === object.labelIdentifierFieldMetadataUniversalIdentifier) ?? fields.find(({ name }) => name === 'id')!;
    const { canUpdateObjectRecords: canUpdate, canSoftDeleteObjectRecords: canDelete } = permission;
    return [{ ...object, id: object.universalIdentifier, fields, labelField, canUpdate, canDelete }];
  });
  // A relation to an object that the role may not read is not shown at all.
  const names = objects.map(({ nameSingular }) => nameSingular);
  for (const object of objects) object.fields = object.fields.filter(({ relation }) => !relation || names.includes(relation.object));
  return {
    me,
    objects,
    views: raw.views,
    navigation: raw.navigationMenuItems,
    pages: raw.pageLayouts,
    addedTabs: raw.pageLayoutTabs,
    hiddenFields: raw.hiddenFields,
    commands: raw.commandMenuItems,
    components: raw.frontComponents,
  };
};

export const WorkspaceContext = createContext<Workspace | null>(null);

export const useWorkspace = (): Workspace => {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('No workspace is loaded');
  return workspace;
};

export const useObject = (nameSingular: string): ObjectType | undefined => useWorkspace().objects.find((object) => object.nameSingular === nameSingular);

/** What Twenty attaches to every record by itself; shown as tabs, never as lists of records. */
export const ATTACHMENTS = ['noteTargets', 'taskTargets', 'attachments', 'timelineActivities', 'favorites'];

/** The lists of an object that one can choose among, and the views behind its record page's fields. */
export const useViews = (object: ObjectType): { lists: ViewConfig[]; fields: ViewConfig[] } => {
  const all = useWorkspace().views.filter(({ objectUniversalIdentifier }) => objectUniversalIdentifier === object.id);
  const isList = ({ type }: ViewConfig) => !String(type).endsWith('_WIDGET');
  return { lists: all.filter(isList).sort((a, b) => (a.position ?? 0) - (b.position ?? 0)), fields: all.filter(({ type }) => type === 'FIELDS_WIDGET') };
};
