import { metadata, nodes, records, type Connection } from './api';
import { identifier } from '../../plugin/identifiers';
import type { Department, DepartmentMembership, Office } from '../../workers/correspondence/protocol';

/** The office as the viewer may read it, and the viewer. The shape the protocol's rules take. */
export type Desk = { office: Office; viewerId: string };

type MemberRecord = { id: string; userId: string; locale: string | null; name: { firstName: string; lastName: string } | null };
type OfficeAnswer = {
  workspaceMembers: Connection<MemberRecord>;
  departments: Connection<Department>;
  departmentMembers: Connection<{ [Key in keyof DepartmentMembership]: DepartmentMembership[Key] | null }>;
};

const OFFICE = `query Office {
  workspaceMembers(first: 1000) { edges { node { id userId locale name { firstName lastName } } } }
  departments(first: 1000) { edges { node { id name headId isRegistry parentId } } }
  departmentMembers(first: 5000) { edges { node { departmentId memberId membership absentFrom absentUntil substituteId } } }
}`;

type Role = { label: string; universalIdentifier: string | null };
type ViewerAnswer = { currentUser: { workspaceMember: { id: string; roles: Role[] | null } | null } };

const VIEWER = 'query Viewer { currentUser { id workspaceMember { id roles { label universalIdentifier } } } }';

const isClerkRole = ({ label, universalIdentifier }: Role) =>
  universalIdentifier === identifier('role.registryClerk') || label === 'Registry clerk';

export const fullName = (name: { firstName: string | null; lastName: string | null } | null): string =>
  [name?.firstName, name?.lastName].filter(Boolean).join(' ');

export const loadDesk = async (userId: string | null): Promise<Desk> => {
  const [answer, viewer] = await Promise.all([
    records<OfficeAnswer>(OFFICE),
    // Without it the viewer is still known by their user id; only the clerk's role is then not, and the workers decide anyway.
    metadata<ViewerAnswer>(VIEWER).then(({ currentUser }) => currentUser.workspaceMember, () => null),
  ]);
  const members = nodes(answer.workspaceMembers);
  const viewerId = viewer?.id ?? members.find((member) => member.userId === userId)?.id ?? '';
  return {
    viewerId,
    office: {
      members: members.map(({ id, name, locale }) => ({ id, name: fullName(name), locale })),
      departments: nodes(answer.departments),
      memberships: nodes(answer.departmentMembers).filter(
        (entry): entry is DepartmentMembership => entry.departmentId !== null && entry.memberId !== null,
      ),
      clerkIds: viewer?.roles?.some(isClerkRole) ? [viewerId] : [],
    },
  };
};
