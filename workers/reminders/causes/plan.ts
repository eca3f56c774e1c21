/** Who is to be reminded of what in the cases, and what is to be written for that. Pure: the same again gives nothing more to write. */
import { same } from '../../cases/changes';
import type { Office } from '../../correspondence/protocol';
import { caseReminderId } from '../../identifiers';
import { overseerOf, recipientsOf, type CaseKind, type Cause, type Place, type Recipient } from './causes';
import { escalationOf, nextStep, stepsOf, type Mornings, type Steps } from './ladders';
import { causeTitle } from './words';

export type CaseReminder = {
  id: string;
  kind: CaseKind;
  title: string;
  recipientId: string;
  dueAt: string | null;
  startedAt: string;
  nextAt: string | null;
  isEscalation: boolean;
} & Place;

/** A reminder as it stands in Twenty. */
export type Standing = { [Field in Exclude<keyof CaseReminder, 'id'>]: CaseReminder[Field] | null } & { id: string; lastAt: string | null; sentCount: number | null };

/** A reminder is there this long before it first fires, so that it fires in time whatever happens. */
const AHEAD_MS = 31 * 86_400_000;
/** The head is told in time too, but has no part in it until then. */
const ESCALATION_AHEAD_MS = 3_600_000;

const isNear = ({ last, next }: Steps, aheadMs: number, now: Date): boolean => last !== null || (next !== null && next <= now.getTime() + aheadMs);

/** Whether it is of another moment than it was written for: then it begins anew. */
export const hasMoved = ({ ladder }: Cause, row: Pick<Standing, 'dueAt' | 'startedAt'>): boolean =>
  ladder.kind === 'AWAITING_CLIENT' ? !same(row.startedAt, ladder.since) : !same(row.dueAt, ladder.dueAt);

export const idOf = ({ kind, record }: Cause, recipientId: string, isEscalation: boolean): string => caseReminderId(kind, record.id, recipientId, isEscalation);

type Write = CaseReminder & { sentCount?: number; lastAt?: null };

export const planCauses = (input: { causes: Cause[]; rows: Standing[]; office: Office; mornings: Mornings }): { writes: Write[]; begun: number; gone: string[] } => {
  const { causes, rows, office, mornings } = input;
  const { now, hours } = mornings;
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const wanted = new Set<string>();
  const fresh: Write[] = [];
  const changed: Write[] = [];

  const want = (cause: Cause, recipient: Recipient, steps: Steps, isEscalation: boolean): void => {
    const { kind, caseEventId, clientAssignmentId, dueAt, ladder } = cause;
    const id = idOf(cause, recipient.memberId, isEscalation);
    wanted.add(id);
    const row = rowById.get(id);
    const isNew = row === undefined || hasMoved(cause, row);
    const { nextAt, isDue } = nextStep({ ladder, steps, lastAt: isNew ? null : row.lastAt, mornings });
    const startedAt = ladder.kind === 'AWAITING_CLIENT' ? ladder.since : ((isNew ? null : row.startedAt) ?? now.toISOString());
    // What is due already stays due from when it was.
    const keeps = !isNew && isDue && row.nextAt !== null && Date.parse(row.nextAt) <= now.getTime();
    const reminder: CaseReminder = {
      ...({ caseEventId, clientAssignmentId } as Place),
      id, kind, dueAt, startedAt, isEscalation,
      recipientId: recipient.memberId,
      title: causeTitle({ cause, office, recipient, isEscalation, timeZone: hours.timeZone }),
      nextAt: keeps ? row.nextAt : nextAt,
    };
    if (isNew) fresh.push({ ...reminder, sentCount: 0, lastAt: null });
    else if ((Object.keys(reminder) as (keyof CaseReminder)[]).some((field) => !same(row[field], reminder[field]))) changed.push(reminder);
  };

  for (const cause of causes) {
    const steps = stepsOf(cause.ladder, mornings);
    if (!isNear(steps, AHEAD_MS, now)) continue;
    for (const recipient of recipientsOf(cause, office, now)) want(cause, recipient, steps, false);
    const later = escalationOf(cause.ladder, mornings);
    const overseer = later && isNear(later, ESCALATION_AHEAD_MS, now) ? overseerOf(cause, office, now) : null;
    if (later && overseer !== null) want(cause, { memberId: overseer, insteadOf: null }, later, true);
  }
  const soonest = (one: Write, other: Write): number => ((one.nextAt ?? '9') < (other.nextAt ?? '9') ? -1 : 1);
  return { writes: [...changed, ...fresh].sort(soonest), begun: fresh.length, gone: rows.filter(({ id }) => !wanted.has(id)).map(({ id }) => id) };
};
