import type { AssignmentStatus } from '../../custom-objects/vocabulary';
import { ifAllowed } from '../case/data';
import { nodes, records, type Connection } from '../lib/api';
import { loadLetters } from '../lib/letter';
import { loadDesk, type Desk } from '../lib/office';
import { find } from '../lib/store';
import { deskFilter, sortDesk, type Heaps } from './sort';

export type Reminder = {
  id: string;
  kind: string | null;
  title: string | null;
  dueAt: string | null;
  nextAt: string | null;
  sentCount: number | null;
  isEscalation: boolean | null;
  correspondenceId: string | null;
  caseEventId: string | null;
  clientAssignmentId: string | null;
};

/** What a client asked for and the viewer answers for. */
export type Assignment = {
  id: string;
  title: string | null;
  status: AssignmentStatus | null;
  dueAt: string | null;
  daysLate: number | null;
  client: { name: { firstName: string | null; lastName: string | null } | null } | null;
  legalCase: { number: string | null } | null;
};

/** @param assignments null where the viewer's role may not read them */
export type DeskData = { desk: Desk; heaps: Heaps; reminders: Reminder[]; assignments: Assignment[] | null; reasons: Map<string, string> };

const REMINDERS = `query Reminders($filter: ReminderFilterInput) {
  reminders(filter: $filter, first: 500, orderBy: [{ nextAt: AscNullsLast }]) {
    edges { node { id kind title dueAt nextAt sentCount isEscalation correspondenceId caseEventId clientAssignmentId } }
  }
}`;

const HAND_OVERS = `query HandOvers($filter: CorrespondenceHistoryFilterInput) {
  correspondenceHistories(filter: $filter, first: 2000, orderBy: [{ occurredAt: AscNullsFirst }]) {
    edges { node { correspondenceId reason } }
  }
}`;

const DAY_MS = 86_400_000;

/** What is in a case has its reminder weeks ahead: it is told here once it was told of, or will be by tomorrow. */
const loadReminders = async (recipientId: string, now: Date): Promise<Reminder[]> => {
  const tomorrow = new Date(now.getTime() + DAY_MS).toISOString();
  const isNear = { or: [{ kind: { eq: 'CORRESPONDENCE' } }, { sentCount: { gt: 0 } }, { nextAt: { lte: tomorrow } }] };
  const filter = { and: [{ recipientId: { eq: recipientId } }, isNear] };
  return nodes((await records<{ reminders: Connection<Reminder> }>(REMINDERS, { filter })).reminders);
};

const loadAssignments = (responsibleId: string): Promise<Assignment[] | null> =>
  ifAllowed(
    find<Assignment>('clientAssignment', 'id title status dueAt daysLate client { name { firstName lastName } } legalCase { number }', {
      filter: { and: [{ responsibleId: { eq: responsibleId } }, { status: { in: ['NEW', 'IN_PROGRESS'] } }] },
      orderBy: [{ dueAt: 'AscNullsLast' }],
      first: 500,
    }),
  );

type HandOver = { correspondenceId: string; reason: string | null };

/** Why each of these letters was last handed over. */
const loadReasons = async (letterIds: string[]): Promise<Map<string, string>> => {
  if (letterIds.length === 0) return new Map();
  const filter = {
    and: [{ correspondenceId: { in: letterIds } }, { action: { eq: 'HAND_OVER' } }, { outcome: { eq: 'APPLIED' } }],
  };
  const answer = await records<{ correspondenceHistories: Connection<HandOver> }>(HAND_OVERS, { filter });
  return new Map(nodes(answer.correspondenceHistories).map(({ correspondenceId, reason }) => [correspondenceId, reason ?? '']));
};

/**
 * All of the desk.
 *
 * @param onFirst what is known before the reasons of the hand-overs are: the list need not wait for them
 */
export const loadMyDesk = async (userId: string | null, onFirst: (data: DeskData) => void): Promise<DeskData> => {
  const desk = await loadDesk(userId);
  const now = new Date();
  const [letters, reminders, assignments] = await Promise.all([
    loadLetters(deskFilter(desk, now)), loadReminders(desk.viewerId, now), loadAssignments(desk.viewerId),
  ]);
  const heaps = sortDesk(letters, desk, now);
  const data = { desk, heaps, reminders, assignments, reasons: new Map<string, string>() };
  onFirst(data);
  const explained = [...heaps.awaiting, ...heaps.held.filter(({ status }) => status === 'IN_WORK')];
  return { ...data, reasons: await loadReasons(explained.map(({ id }) => id)) };
};
