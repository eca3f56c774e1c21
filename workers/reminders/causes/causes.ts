/** What in the records of the cases people are to be told of, and who they are. */
import type { ReminderKind } from '../../../custom-objects/vocabulary';
import { endOfDay } from '../../cases/calendar';
import { isOpen, type Completion } from '../../cases/events';
import type { Instance } from '../../cases/problems';
import { departmentOf, headAbove, isMember, standIn, type Office } from '../../correspondence/protocol';
import { caseEventId } from '../../identifiers';
import type { Assignment, CaseEvent, Decision, Found, Hearing, Request } from './records';
import type { Ladder } from './ladders';

export type CaseKind = Exclude<ReminderKind, 'CORRESPONDENCE'>;

type OfKind =
  | { kind: 'HEARING'; record: Hearing }
  | { kind: 'APPEAL_DEADLINE'; record: Decision }
  | { kind: 'REQUEST_REPLY'; record: Request }
  | { kind: 'AWAITING_CLIENT' | 'EVENT_DUE'; record: CaseEvent }
  | { kind: 'ASSIGNMENT_DUE'; record: Assignment };

/** What the reminder is shown at: what a client asked for has no event. */
export type Place = { caseEventId: string; clientAssignmentId: null } | { caseEventId: null; clientAssignmentId: string };

export type Cause = OfKind & Place & {
  ladder: Ladder;
  /** The moment of it; of a client who is awaited there may be none. */
  dueAt: string | null;
  /** The event by which others know it, and who answers for that. */
  event: Pick<CaseEvent, 'title' | 'departmentId' | 'responsibles' | 'missingDocuments'>;
  legalCase: CaseEvent['legalCase'];
};

const RANK: Record<Instance, number> = { FIRST: 0, APPEAL: 1, CASSATION: 2, SUPERVISORY: 3 };

/** Whether the case went on to a higher court since the decision. */
const isAppealed = ({ instance, decidedAt, legalCase }: Decision): boolean =>
  (legalCase?.courtFilings ?? []).some(
    (filing) =>
      filing.filedAt !== null &&
      RANK[filing.instance ?? 'FIRST'] > RANK[instance ?? 'FIRST'] &&
      (decidedAt === null || filing.filedAt.slice(0, 10) >= decidedAt.slice(0, 10)),
  );

/** A record in the bin, or of a case there, is nobody's concern; nor is what was called off with its case. */
const stands = ({ legalCaseId, legalCase }: Pick<CaseEvent, 'legalCaseId' | 'legalCase'>, completion: Completion | null | undefined): boolean =>
  (legalCaseId === null || legalCase !== null) && completion !== 'CANCELLED';

const atEvent = (caseEventId: string): Place => ({ caseEventId, clientAssignmentId: null });

const ofRecord = (record: Hearing | Decision | Request) => ({
  ...atEvent(record.caseEventId!),
  event: record.caseEvent ?? { title: null, departmentId: null, responsibles: [], missingDocuments: null },
  legalCase: record.legalCase,
});
const hasEvent = (record: Hearing | Decision | Request): boolean => record.caseEventId !== null && stands(record, record.caseEvent?.completion);

/** Of an event that tells of a record of its own, that record is the cause. */
const isMade = ({ id, sourceKey }: CaseEvent): boolean => sourceKey !== null && id === caseEventId(sourceKey);

/** Everything to be told of, whenever that is. */
export const causesOf = ({ hearings, decisions, requests, events, assignments }: Found, now: Date, timeZone: string): Cause[] => [
  ...hearings.flatMap((record): Cause[] => {
    const { scheduledAt, outcome } = record;
    if (!hasEvent(record) || scheduledAt === null || (outcome !== null && outcome !== 'SCHEDULED') || Date.parse(scheduledAt) <= now.getTime()) return [];
    return [{ kind: 'HEARING', record, ...ofRecord(record), dueAt: scheduledAt, ladder: { kind: 'HEARING', dueAt: scheduledAt } }];
  }),
  ...decisions.flatMap((record): Cause[] => {
    const dueAt = record.appealDueAt && endOfDay(record.appealDueAt, timeZone);
    if (!hasEvent(record) || !dueAt || Date.parse(dueAt) <= now.getTime() || record.legalCase?.stage === 'ARCHIVED' || isAppealed(record)) return [];
    return [{ kind: 'APPEAL_DEADLINE', record, ...ofRecord(record), dueAt, ladder: { kind: 'APPEAL_DEADLINE', dueAt } }];
  }),
  ...requests.flatMap((record): Cause[] => {
    const dueAt = record.dueAt && endOfDay(record.dueAt, timeZone);
    if (!hasEvent(record) || !dueAt || record.status !== 'SENT') return [];
    return [{ kind: 'REQUEST_REPLY', record, ...ofRecord(record), dueAt, ladder: { kind: 'REQUEST_REPLY', dueAt } }];
  }),
  ...events.flatMap((record): Cause[] => {
    const { completion, waitingSince, dueAt, legalCase } = record;
    if (!stands(record, completion) || !isOpen(completion)) return [];
    const cause = { record, ...atEvent(record.id), event: record, legalCase, dueAt };
    // While the client is awaited the event's own clock stands.
    if (completion === 'WAITING') return waitingSince === null ? [] : [{ kind: 'AWAITING_CLIENT', ...cause, ladder: { kind: 'AWAITING_CLIENT', since: waitingSince } }];
    return dueAt === null || isMade(record) ? [] : [{ kind: 'EVENT_DUE', ...cause, ladder: { kind: 'EVENT_DUE', dueAt } }];
  }),
  ...assignments.flatMap((record): Cause[] => {
    const { id, status, title, dueAt, responsibleId, legalCase } = record;
    if (!stands(record, null) || dueAt === null || status === 'DONE' || status === 'CANCELLED') return [];
    const event = { title, departmentId: null, responsibles: [{ memberId: responsibleId, responsibility: 'LEAD' as const }], missingDocuments: null };
    return [{ kind: 'ASSIGNMENT_DUE', record, caseEventId: null, clientAssignmentId: id, event, legalCase, dueAt, ladder: { kind: 'ASSIGNMENT_DUE', dueAt } }];
  }),
];

/** Who answers: the responsible, but for those who only look on; where there is none, who leads the case. */
export const answering = ({ event, legalCase }: Pick<Cause, 'event' | 'legalCase'>, office: Office): string[] => {
  const responsible = event.responsibles.filter(({ responsibility }) => responsibility !== 'OBSERVER').map(({ memberId }) => memberId);
  const members = [...new Set(responsible)].filter((memberId) => isMember(office, memberId));
  if (members.length > 0) return members;
  const leadId = legalCase?.leadId ?? null;
  return isMember(office, leadId) ? [leadId] : [];
};

export type Recipient = {
  memberId: string;
  /** In whose place; null for one's own. */
  insteadOf: string | null;
};

const headOver = ({ event, legalCase }: Cause, members: string[], besides: string[], office: Office, now: Date): string | null =>
  headAbove({ office, departmentIds: [event.departmentId, legalCase?.departmentId ?? null, ...members.map((member) => departmentOf(office, member))], besides, now });

/** Who is told: who answers, for the absent their substitute; where nobody is left, the head. */
export const recipientsOf = (cause: Cause, office: Office, now: Date): Recipient[] => {
  const members = answering(cause, office);
  const all = members.map((member): Recipient => {
    const memberId = standIn(office, member, now) ?? member;
    return { memberId, insteadOf: memberId === member ? null : member };
  });
  // Who answers themselves is told as such, also where they stand in for another.
  const once = [...new Map(all.sort((one, other) => Number(one.insteadOf === null) - Number(other.insteadOf === null)).map((each) => [each.memberId, each])).values()];
  if (once.length > 0) return once;
  const head = headOver(cause, members, [], office, now);
  return head === null ? [] : [{ memberId: head, insteadOf: null }];
};

/** Who hears of it when they do not act. */
export const overseerOf = (cause: Cause, office: Office, now: Date): string | null => {
  const members = answering(cause, office);
  const told = recipientsOf(cause, office, now).map(({ memberId }) => memberId);
  return headOver(cause, members, [...members, ...told], office, now);
};
