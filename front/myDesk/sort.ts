import { objection, standIn, type Office } from '../../workers/correspondence/protocol';
import type { Letter } from '../lib/letter';
import type { Desk } from '../lib/office';

/** The rules of the desk: whose letters are asked for, and in which heap each one lies. */

export type Heaps = { awaiting: Letter[]; held: Letter[]; waitingForOthers: Letter[] };

const CLOSED = ['ARCHIVED', 'DELIVERED'];
const OPEN = ['REGISTERED', 'HANDED_OVER', 'IN_WORK', 'DONE', 'SENT', 'UNDELIVERED', 'LOST'];

/** The addresses at which a letter would wait for the viewer: themselves, those they stand in for, and the departments of both. */
const addressesOf = ({ office, viewerId }: Desk, now: Date) => {
  const memberIds = office.members.map(({ id }) => id).filter((id) => id === viewerId || standIn(office, id, now) === viewerId);
  const departmentIds = office.departments.map(({ id }) => id).filter((id) => isOf(office, id, memberIds));
  return { memberIds, departmentIds };
};

const isOf = (office: Office, departmentId: string, memberIds: string[]) =>
  office.departments.some(({ id, headId }) => id === departmentId && headId !== null && memberIds.includes(headId)) ||
  office.memberships.some((entry) => entry.departmentId === departmentId && memberIds.includes(entry.memberId));

/** One filter for all that can lie on the viewer's desk. */
export const deskFilter = (desk: Desk, now: Date) => {
  const { memberIds, departmentIds } = addressesOf(desk, now);
  const waiting = [
    { pendingMemberId: { in: memberIds } },
    { handedOverById: { eq: desk.viewerId } },
    ...(departmentIds.length > 0 ? [{ pendingDepartmentId: { in: departmentIds } }] : []),
  ];
  return {
    or: [
      { and: [{ holderId: { eq: desk.viewerId } }, { status: { in: OPEN } }] },
      { and: [{ status: { eq: 'HANDED_OVER' } }, { or: waiting }] },
    ],
  };
};

const isOverdue = ({ dueAt }: Letter, now: Date) => dueAt !== null && Date.parse(dueAt) < now.getTime();
const since = (iso: string | null) => (iso ? Date.parse(iso) : 0);

export const sortDesk = (letters: Letter[], { office, viewerId }: Desk, now: Date): Heaps => {
  const heaps: Heaps = { awaiting: [], held: [], waitingForOthers: [] };
  for (const letter of letters) {
    const mine = objection({ letter, action: 'ACCEPT', actorId: viewerId, office, now }) === null;
    if (mine) heaps.awaiting.push(letter);
    else if (letter.status === 'HANDED_OVER') {
      if (letter.handedOverById === viewerId || letter.holderId === viewerId) heaps.waitingForOthers.push(letter);
    } else if (letter.holderId === viewerId && !CLOSED.includes(letter.status ?? '')) heaps.held.push(letter);
  }
  const longest = (a: Letter, b: Letter) => since(a.handedOverAt) - since(b.handedOverAt);
  heaps.awaiting.sort(longest);
  heaps.waitingForOthers.sort(longest);
  heaps.held.sort(
    (a, b) => Number(isOverdue(b, now)) - Number(isOverdue(a, now)) || since(a.heldSince) - since(b.heldSince),
  );
  return heaps;
};

const HOUR = 3_600_000;

/** How loudly an age is shown: a letter is stuck after two hours of waiting, unprocessed after five working days of work. */
export const loudness = (kind: 'waits' | 'held', ms: number): 'soft' | 'orange' | 'red' => {
  const [orange, red] = kind === 'waits' ? [2 * HOUR, 24 * HOUR] : [5 * 24 * HOUR, 7 * 24 * HOUR];
  return ms >= red ? 'red' : ms >= orange ? 'orange' : 'soft';
};
