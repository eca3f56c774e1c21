import { nodes, records, type Connection } from '../lib/api';
import { loadLetters } from '../lib/letter';
import { loadDesk, type Desk } from '../lib/office';
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
};

export type DeskData = { desk: Desk; heaps: Heaps; reminders: Reminder[]; reasons: Map<string, string> };

const REMINDERS = `query Reminders($filter: ReminderFilterInput) {
  reminders(filter: $filter, first: 500, orderBy: [{ nextAt: AscNullsLast }]) {
    edges { node { id kind title dueAt nextAt sentCount isEscalation correspondenceId caseEventId } }
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
  const [letters, reminders] = await Promise.all([loadLetters(deskFilter(desk, now)), loadReminders(desk.viewerId, now)]);
  const heaps = sortDesk(letters, desk, now);
  const data = { desk, heaps, reminders, reasons: new Map<string, string>() };
  onFirst(data);
  const explained = [...heaps.awaiting, ...heaps.held.filter(({ status }) => status === 'IN_WORK')];
  return { ...data, reasons: await loadReasons(explained.map(({ id }) => id)) };
};
