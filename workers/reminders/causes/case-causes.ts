import type { Logger } from 'pino';
import { z } from 'zod';
import { REMINDER_KIND } from '../../../custom-objects/vocabulary';
import type { Office } from '../../correspondence/protocol';
import type { Filter, ObjectName, Records } from '../../twenty/records';
import { foundReminder, type FoundReminder } from '../channels/record';
import type { WorkingHours } from '../working-hours';
import type { Causes } from './cause';
import { causesOf, type CaseKind } from './causes';
import { escalationOf, Mornings, nextStep, stepsOf } from './ladders';
import { hasMoved, idOf, planCauses } from './plan';
import { openBetween, readFound, type Wanted } from './records';

const EVERY_MS = 120_000;
/** Appeals are told of a fortnight before, a month ahead at the earliest; the rest later. */
const AHEAD_MS = 46 * 86_400_000;
/** However many begin at once, as after an upgrade: the soonest first, the rest with the next reconciling. */
const AT_ONCE = 1_000;

const KINDS = REMINDER_KIND.map(({ value }) => value).filter((value) => value !== 'CORRESPONDENCE') as CaseKind[];

const LIST_OF: Record<CaseKind, keyof Wanted> = {
  HEARING: 'hearings', APPEAL_DEADLINE: 'decisions', REQUEST_REPLY: 'requests', AWAITING_CLIENT: 'events', EVENT_DUE: 'events',
  ASSIGNMENT_DUE: 'assignments',
};

const standing = foundReminder.omit({ correspondenceId: true, historyId: true }).extend({ kind: z.enum(KINDS).nullable() });

/** What changes in these may change who is to be reminded of what. */
const TOLD_OF: readonly ObjectName[] = ['legalCase', 'caseEvent', 'eventResponsible', 'courtFiling', 'courtHearing', 'courtDecision', 'attorneyRequest', 'clientAssignment'];

/** The reminders of the cases: kept right by comparing what is to be told with who is reminded, now and then and after changes. */
export class CaseCauses implements Causes {
  private reconciledAt = 0;
  private isStale = true;

  constructor(
    private readonly records: Records,
    private readonly logger: Logger,
  ) {}

  /** Something was written in the cases: the next reconciling looks, however soon it is. */
  changed(objects: ObjectName[]): void {
    this.isStale ||= objects.some((object) => TOLD_OF.includes(object));
  }

  async reconcile(now: Date, office: () => Promise<Office>, hours: WorkingHours): Promise<{ begun: number; ended: number }> {
    if (!this.isStale && now.getTime() - this.reconciledAt < EVERY_MS - 5_000) return { begun: 0, ended: 0 };
    this.isStale = false;
    try {
      // Reminders before their causes: what begins in between lacks nothing that is thought to be too much.
      const rows = await this.records.findAll('reminder', {
        filter: { kind: { in: KINDS } },
        fields: Object.keys(standing.shape).join(' '),
        node: standing,
        priority: 'reminders',
      });
      const found = await readFound(this.records, openBetween(now, new Date(now.getTime() + AHEAD_MS)));
      const causes = causesOf(found, now, hours.timeZone);
      if (rows.length + causes.length === 0) return { begun: 0, ended: 0 };
      const { writes, begun, gone } = planCauses({ causes, rows, office: await office(), mornings: new Mornings(now, hours) });
      if (gone.length > 0) await this.records.destroy('reminder', { id: { in: gone } }, 'reminders');
      const { rejected } = await this.records.upsert('reminder', writes.slice(0, AT_ONCE), 'reminders');
      for (const { record, why } of rejected) this.logger.error({ id: record.id, caseEventId: record.caseEventId, clientAssignmentId: record.clientAssignmentId, why }, 'Twenty does not accept a reminder');
      this.isStale ||= writes.length > AT_ONCE;
      this.reconciledAt = now.getTime();
      if (writes.length + gone.length > 0) this.logger.info({ written: Math.min(writes.length, AT_ONCE), begun, ended: gone.length }, 'reminders of cases');
      return { begun, ended: gone.length };
    } catch (error) {
      this.isStale = true;
      throw error;
    }
  }

  async recheck(due: FoundReminder[], now: Date, hours: WorkingHours): Promise<{ standing: Map<string, { nextAt: string | null }>; gone: string[] }> {
    const causes = causesOf(await readFound(this.records, ofEvents(due)), now, hours.timeZone);
    const mornings = new Mornings(now, hours);
    const standing = new Map<string, { nextAt: string | null }>();
    const gone: string[] = [];
    for (const reminder of due) {
      const { id, recipientId, lastAt } = reminder;
      const isEscalation = reminder.isEscalation ?? false;
      const cause = causes.find((each) => each.kind === reminder.kind && idOf(each, recipientId ?? '', isEscalation) === id);
      const steps = cause && (isEscalation ? escalationOf(cause.ladder, mornings) : stepsOf(cause.ladder, mornings));
      if (!cause || !steps) gone.push(id);
      // Of another moment by now, or told already and set back by a worker that was late: it is put right, and does not fire.
      else if (hasMoved(cause, reminder) || !nextStep({ ladder: cause.ladder, steps, lastAt, mornings }).isDue) this.isStale = true;
      else standing.set(id, { nextAt: steps.next === null ? null : new Date(steps.next).toISOString() });
    }
    return { standing, gone };
  }
}

/** The records of which these tell, however they stand now. */
const ofEvents = (due: FoundReminder[]): Wanted => {
  const wanted: Wanted = {};
  for (const kind of KINDS) {
    const ids = [...new Set(due.filter((reminder) => reminder.kind === kind).flatMap(({ caseEventId, clientAssignmentId }) => caseEventId ?? clientAssignmentId ?? []))];
    if (ids.length === 0) continue;
    const list = LIST_OF[kind];
    const filter: Filter = { [list === 'events' || list === 'assignments' ? 'id' : 'caseEventId']: { in: ids } };
    const before = wanted[list];
    wanted[list] = before ? { or: [before, filter] } : filter;
  }
  return wanted;
};
