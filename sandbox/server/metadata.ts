import { buildSchema, graphql } from 'graphql';
import { asGraphqlError, badInput, forbiddenResource, permissionDenied } from './errors';
import type { Row } from './database';
import type { GraphqlAnswer, GraphqlRequest } from './graphql';
import { adminRole, type Field, type ObjectType, type Role } from './model';
import { WORKSPACE_ID, type Identity } from './people';
import { describePermissions, permissionFlagsOf } from './permissions';
import { translator, type Translate } from './translate';
import { readField } from './values';
import type { Actor } from './writer';
import type { Workspace } from './workspace';

/** The part of Twenty's metadata API that the app, its pages and its workers ask for. */

const schema = buildSchema(`
  scalar UUID
  scalar DateTime
  scalar JSON
  scalar ConnectionCursor
  input CursorPaging { before: ConnectionCursor after: ConnectionCursor first: Int last: Int }
  type AuthToken { token: String! expiresAt: String! }
  type LoginToken { loginToken: AuthToken! }
  type AuthTokenPair { accessOrWorkspaceAgnosticToken: AuthToken! refreshToken: AuthToken! }
  type AuthTokens { tokens: AuthTokenPair! }
  type ApplicationTokenPair { applicationAccessToken: AuthToken! applicationRefreshToken: AuthToken! }
  type FullName { firstName: String! lastName: String! }
  type WorkspaceMember {
    id: UUID! name: FullName! userEmail: String! colorScheme: String! avatarUrl: String locale: String
    calendarStartDay: Int timeZone: String dateFormat: String timeFormat: String roles: [Role!]
  }
  type Role {
    id: UUID! universalIdentifier: UUID label: String! description: String icon: String isEditable: Boolean!
    canBeAssignedToUsers: Boolean! canBeAssignedToAgents: Boolean! canBeAssignedToApiKeys: Boolean!
    canUpdateAllSettings: Boolean! canAccessAllTools: Boolean! canReadAllObjectRecords: Boolean!
    canUpdateAllObjectRecords: Boolean! canSoftDeleteAllObjectRecords: Boolean! canDestroyAllObjectRecords: Boolean!
    workspaceMembers: [WorkspaceMember!]!
    objectPermissions: [ObjectPermission!]
  }
  type ObjectPermission {
    objectMetadataId: UUID! canReadObjectRecords: Boolean canUpdateObjectRecords: Boolean
    canSoftDeleteObjectRecords: Boolean canDestroyObjectRecords: Boolean restrictedFields: JSON
    rowLevelPermissionPredicates: JSON rowLevelPermissionPredicateGroups: JSON
  }
  type UserWorkspace { id: UUID! userId: UUID! locale: String! permissionFlags: [String!] objectsPermissions: [ObjectPermission!] objectPermissions: [ObjectPermission!] }
  type CurrentWorkspace { id: UUID! displayName: String activationStatus: String! metadataVersion: Float! }
  type User {
    id: UUID! email: String! firstName: String! lastName: String! locale: String!
    workspaceMember: WorkspaceMember currentUserWorkspace: UserWorkspace currentWorkspace: CurrentWorkspace
  }
  type Relation { type: String! sourceObjectMetadata: Object! targetObjectMetadata: Object! sourceFieldMetadata: Field! targetFieldMetadata: Field! }
  type Field {
    id: UUID! universalIdentifier: String! type: String! name: String! label: String! description: String icon: String
    isActive: Boolean isSystem: Boolean isUIEditable: Boolean isNullable: Boolean isUnique: Boolean
    defaultValue: JSON options: JSON settings: JSON objectMetadataId: UUID! relation: Relation
  }
  type FieldEdge { node: Field! }
  type ObjectFieldsConnection { edges: [FieldEdge!]! }
  type Object {
    id: UUID! universalIdentifier: String! nameSingular: String! namePlural: String! labelSingular: String! labelPlural: String!
    description: String icon: String isActive: Boolean! isSystem: Boolean! isCustom: Boolean! isSearchable: Boolean!
    labelIdentifierFieldMetadataId: UUID fieldsList: [Field!]! fields(paging: CursorPaging, filter: JSON): ObjectFieldsConnection!
  }
  type ObjectEdge { node: Object! cursor: ConnectionCursor! }
  type PageInfo { hasNextPage: Boolean hasPreviousPage: Boolean startCursor: ConnectionCursor endCursor: ConnectionCursor }
  type ObjectConnection { pageInfo: PageInfo! edges: [ObjectEdge!]! }
  enum PageLayoutType { RECORD_INDEX RECORD_PAGE DASHBOARD STANDALONE_PAGE }
  type PageLayout { id: UUID! universalIdentifier: UUID! name: String! type: PageLayoutType! }
  type Query {
    getPageLayouts(objectMetadataId: String, pageLayoutType: PageLayoutType): [PageLayout!]!
    currentUser: User!
    currentWorkspace: CurrentWorkspace!
    objects(paging: CursorPaging, filter: JSON): ObjectConnection!
    getRoles: [Role!]!
  }
  type Mutation {
    getLoginTokenFromCredentials(email: String!, password: String!, captchaToken: String, locale: String, verifyEmailRedirectPath: String, origin: String!): LoginToken!
    getAuthTokensFromLoginToken(loginToken: String!, origin: String!): AuthTokens!
    renewToken(appToken: String!): AuthTokens!
    renewApplicationToken(applicationRefreshToken: String!): ApplicationTokenPair!
    updateWorkspaceMemberRole(workspaceMemberId: UUID!, roleId: UUID!): WorkspaceMember!
    updateWorkspaceMemberSettings(input: UpdateWorkspaceMemberSettingsInput!): Boolean!
    deleteUserFromWorkspace(workspaceMemberIdToDelete: String!): DeletedUserWorkspace!
  }
  type DeletedUserWorkspace { id: UUID! }
  input UpdateWorkspaceMemberSettingsInput { workspaceMemberId: UUID! update: JSON! }
`);

type Paging = { paging?: { first?: number; after?: string } };

const DEFAULT_PAGE = 10;

const cursorOf = (index: number) => Buffer.from(`arrayconnection:${index}`).toString('base64');
const indexOf = (cursor: string) => Number(Buffer.from(cursor, 'base64').toString().split(':')[1]);

class Metadata {
  constructor(
    private readonly workspace: Workspace,
    private readonly identity: Identity | undefined,
  ) {}

  private signedIn(): { actor: Actor; member: Row } {
    if (!this.identity?.member) throw forbiddenResource();
    return { actor: this.identity.actor, member: this.identity.member };
  }

  private demandKnown(): Actor {
    if (!this.identity) throw forbiddenResource();
    return this.identity.actor;
  }

  private demandFlag(flag: string): void {
    if (!permissionFlagsOf(this.demandKnown().role).includes(flag)) throw permissionDenied();
  }

  private translate(): Translate {
    return translator(String(this.identity?.member?.locale ?? 'en'));
  }

  private member(row: Row) {
    const fields = this.workspace.model.object('workspaceMember').fields;
    const values = Object.fromEntries([...fields.values()].map((field) => [field.name, readField(field, row)]));
    return { ...values, roles: () => [this.role(this.workspace.people.roleOf(row))] };
  }

  private role(role: Role) {
    return {
      ...role,
      id: role.universalIdentifier,
      canBeAssignedToUsers: role.canBeAssignedToUsers ?? true,
      canBeAssignedToAgents: role.canBeAssignedToAgents ?? false,
      canBeAssignedToApiKeys: role.canBeAssignedToApiKeys ?? false,
      workspaceMembers: async () =>
        (await this.workspace.people.members()).filter(({ roleId }) => roleId === role.universalIdentifier).map((row) => this.member(row)),
      objectPermissions: () => this.workspace.model.objects.map((object) => describePermissions(role, object)),
    };
  }

  private field(field: Field, translate: Translate): Record<string, unknown> {
    const { relation } = field;
    return {
      ...field,
      universalIdentifier: field.id,
      label: translate(field.label, field.russianLabel),
      isActive: true,
      objectMetadataId: field.object.id,
      settings: relation ? { ...field.settings, relationType: relation.kind, joinColumnName: relation.joinColumn } : field.settings,
      relation: relation && {
        type: relation.kind,
        sourceObjectMetadata: () => this.object(field.object, translate),
        targetObjectMetadata: () => this.object(relation.target, translate),
        sourceFieldMetadata: () => this.field(field, translate),
        targetFieldMetadata: () => this.field(relation.inverse, translate),
      },
    };
  }

  private object(object: ObjectType, translate: Translate): Record<string, unknown> {
    const fieldsList = () => [...object.fields.values()].map((field) => this.field(field, translate));
    return {
      ...object,
      universalIdentifier: object.id,
      labelSingular: translate(object.labelSingular, object.russianLabels?.singular),
      labelPlural: translate(object.labelPlural, object.russianLabels?.plural),
      isActive: true,
      labelIdentifierFieldMetadataId: object.labelField.id,
      fieldsList,
      fields: ({ paging }: Paging) => ({ edges: fieldsList().slice(0, paging?.first ?? DEFAULT_PAGE).map((node) => ({ node })) }),
    };
  }

  currentWorkspace() {
    this.demandKnown();
    return { id: WORKSPACE_ID, displayName: 'Legal Desk', activationStatus: 'ACTIVE', metadataVersion: 1 };
  }

  currentUser() {
    const { member, actor } = this.signedIn();
    const objectsPermissions = () => this.workspace.model.objects.map((object) => describePermissions(actor.role, object));
    return {
      id: member.userId,
      email: member.userEmail,
      firstName: member.nameFirstName,
      lastName: member.nameLastName,
      locale: member.locale,
      workspaceMember: this.member(member),
      currentUserWorkspace: {
        id: member.userId,
        userId: member.userId,
        locale: member.locale,
        permissionFlags: permissionFlagsOf(actor.role),
        objectsPermissions,
        objectPermissions: objectsPermissions,
      },
      currentWorkspace: this.currentWorkspace(),
    };
  }

  objects({ paging }: Paging) {
    this.demandKnown();
    const translate = this.translate();
    const start = paging?.after ? indexOf(paging.after) + 1 : 0;
    const all = this.workspace.model.objects;
    const page = all.slice(start, start + (paging?.first ?? DEFAULT_PAGE));
    const edges = page.map((object, index) => ({ node: this.object(object, translate), cursor: cursorOf(start + index) }));
    return {
      edges,
      pageInfo: {
        hasNextPage: start + page.length < all.length,
        hasPreviousPage: start > 0,
        startCursor: edges[0]?.cursor,
        endCursor: edges.at(-1)?.cursor,
      },
    };
  }

  getPageLayouts({ pageLayoutType }: { pageLayoutType?: string }) {
    this.demandKnown();
    return this.workspace.model.manifest.pageLayouts
      .filter(({ type }) => !pageLayoutType || String(type) === pageLayoutType)
      .map((layout) => ({ ...layout, id: layout.universalIdentifier }));
  }

  getRoles() {
    this.demandFlag('ROLES');
    return this.workspace.model.roles.map((role) => this.role(role));
  }

  async getLoginTokenFromCredentials({ email, password }: { email: string; password: string }) {
    return { loginToken: await this.workspace.people.signIn(email, password) };
  }

  getAuthTokensFromLoginToken({ loginToken }: { loginToken: string }) {
    return this.workspace.people.tokensFor(loginToken, 'LOGIN');
  }

  renewToken({ appToken }: { appToken: string }) {
    return this.workspace.people.tokensFor(appToken, 'REFRESH');
  }

  /** A front component here bears its viewer's own tokens. */
  async renewApplicationToken({ applicationRefreshToken }: { applicationRefreshToken: string }) {
    const { tokens } = await this.workspace.people.tokensFor(applicationRefreshToken, 'REFRESH');
    return { applicationAccessToken: tokens.accessOrWorkspaceAgnosticToken, applicationRefreshToken: tokens.refreshToken };
  }

  async updateWorkspaceMemberRole({ workspaceMemberId, roleId }: { workspaceMemberId: string; roleId: string }) {
    this.demandFlag('ROLES');
    await this.workspace.people.assignRole(workspaceMemberId, roleId);
    return this.member((await this.workspace.people.members()).find(({ id }) => id === workspaceMemberId)!);
  }

  /** Whoever leaves is gone for good, and out of every record that referred to them. */
  async deleteUserFromWorkspace({ workspaceMemberIdToDelete: id }: { workspaceMemberIdToDelete: string }) {
    if (this.demandKnown().workspaceMemberId !== id) this.demandFlag('WORKSPACE_MEMBERS');
    await this.workspace.people.remove(id);
    return { id };
  }

  /** One's own language and look are one's own to change, whatever the role. */
  async updateWorkspaceMemberSettings({ input: { workspaceMemberId, update } }: { input: { workspaceMemberId: string; update: object } }) {
    const actor = this.demandKnown();
    if (actor.workspaceMemberId !== workspaceMemberId) this.demandFlag('WORKSPACE_MEMBERS');
    const { object, run } = this.workspace.operations.get('updateWorkspaceMember')!;
    const own = this.workspace.model.manifest.fields.find(({ name, universalIdentifier }) => name in update && object.fields.get(name)?.id === universalIdentifier);
    if (own) throw badInput(`Cannot update custom workspaceMember field via this endpoint: ${own.name}`);
    await run({ ...actor, role: adminRole(this.workspace.model) }, object, { id: workspaceMemberId, data: update }, []);
    return true;
  }
}

export const executeMetadata = async (workspace: Workspace, identity: Identity | undefined, request: GraphqlRequest): Promise<GraphqlAnswer> => {
  const { data, errors } = await graphql({
    schema,
    source: String(request.query ?? ''),
    rootValue: new Metadata(workspace, identity),
    variableValues: request.variables,
    operationName: request.operationName,
  });
  if (!errors) return { data: data as GraphqlAnswer['data'] };
  const isInvalid = data === undefined;
  return { ...(isInvalid ? {} : { data: data as GraphqlAnswer['data'] }), errors: errors.map((error) => (isInvalid ? { ...error.toJSON() } : asGraphqlError(error))) };
};
