import type { Logger } from 'pino';
import type { Letters } from '../correspondence/letters';
import type { EndedHandOver, HandOver } from '../correspondence/plan';
import { headOf, isMember, reminderRecipients, standIn, type LetterState, type Office } from '../correspondence/protocol';
import { escalationTitle, reminderTitle, taskTitle } from '../correspondence/words';
import { escalationId, reminderId, taskId } from '../identifiers';
import type { OfficeCalendar } from '../office/calendar';
import type { OfficeReader } from '../office/office';
import type { Clock } from '../twenty/clock';
import type { Causes } from './causes/cause';
import type { Firing, Waiting } from './channels/channel';
import type { Deliveries } from './channels/deliveries';
import { stillWaits, type FoundReminder, type LetterReminder, type RecordChannel } from './channels/record';
import type { OpenTask, TaskChannel } from './channels/task';
import { nextFiring, remindedOf, type Reminded } from './rules';
import type { WorkingHours } from './working-hours';

/** How far ahead a look at what is due sees, so that each firing is planned for its own moment. */
export const LOOK_AHEAD_MS = 50_000;

/** More letters than this are asked for as all that wait. */
const NAMED_AT_ONCE = 500;

/** Who is reminded, from when to when, and how often. */
export class Reminders {
  constructor(
    private readonly parts: {
      rows: RecordChannel;
      tasks: TaskChannel;
      letters: Letters;
      office: OfficeReader;
      calendar: OfficeCalendar;
      clock: Clock;
      intervalMs: number;
      /** How many firings are in vain before the head is told. */
      escalateAfter: number;
      causes: Causes;
      deliveries: Deliveries;
      /** Told of each moment at which something is to fire. */
      fireAt: (moment: string) => void;
      logger: Logger;
    },
  ) {}

  async began(handOvers: HandOver[], office: Office): Promise<void> {
    if (handOvers.length === 0) return;
    const now = this.parts.clock.now();
    const hours = await this.parts.calendar.hours(now);
    const waiting = handOvers.flatMap((handOver) => {
      const reminded = reminderRecipients({ letter: handOver.letter, office, now }).map((recipientId) => ({ recipientId, isEscalation: false }));
      return this.waiting(handOver, reminded, { office, now, hours }) ?? [];
    });
    // The rows last: their absence is the mark of work left.
    await this.parts.tasks.began(waiting);
    await this.begin(waiting);
  }

  private async begin(waiting: Waiting[]): Promise<void> {
    await this.parts.rows.began(waiting);
    for (const { letter, reminders } of waiting) {
      for (const { nextAt } of reminders) this.parts.fireAt(nextAt);
      const told = (escalation: boolean) => reminders.flatMap(({ isEscalation, recipientId }) => (isEscalation === escalation ? [recipientId] : []));
      this.parts.logger.info({ letterId: letter.id, number: letter.number, recipients: told(false), escalatedTo: told(true) }, 'reminders begin');
    }
  }

  async ended(ended: EndedHandOver[]): Promise<void> {
    if (ended.length === 0) return;
    await this.parts.tasks.ended(ended);
    await this.parts.rows.ended(ended);
    for (const { letterId } of ended) this.parts.logger.info({ letterId }, 'reminders end');
  }

  /** What was to begin and to end some time ago, as the letters are now. */
  async catchUp(ended: EndedHandOver[], letterIds: string[]): Promise<void> {
    if (ended.length > 0) await this.parts.tasks.ended(ended);
    await this.mend(letterIds);
  }

  private waiting({ letter, rowId, reason }: HandOver, reminded: Reminded[], { office, now, hours }: Moment): Waiting | null {
    const { intervalMs } = this.parts;
    const { timeZone } = hours;
    const { handedOverAt, pendingMemberId, pendingDepartmentId } = letter;
    if (handedOverAt === null) return null;
    const nextAt = nextFiring({ startedAt: handedOverAt, intervalMs, now: new Date(handedOverAt), hours });
    const assignee = pendingMemberId === null ? pendingDepartmentId && headOf(office, pendingDepartmentId) : (standIn(office, pendingMemberId, now) ?? pendingMemberId);
    const assigneeId = isMember(office, assignee) ? assignee : null;
    return {
      letter: { ...letter, handedOverAt },
      nextAt,
      assigneeId,
      taskTitle: taskTitle({ letter, office }, assigneeId),
      reminders: reminded.map(({ recipientId, isEscalation }) => ({
        id: isEscalation ? escalationId(rowId, recipientId) : reminderId(rowId, recipientId),
        recipientId,
        title: isEscalation ? escalationTitle({ letter, office, timeZone }, recipientId) : reminderTitle({ letter, reason, office }, recipientId),
        letterId: letter.id,
        rowId,
        isEscalation,
        startedAt: handedOverAt,
        // The head hears at once of what has stood still for long.
        nextAt: isEscalation ? hours.nextOpening(now).toISOString() : nextAt,
      })),
    };
  }

  /** Fires what is due. A crash in between leaves what was not written still due, and nothing else. */
  async fire(): Promise<{ fired: number; nextAt: string | null; latenessMs: number[]; due: number }> {
    const { rows, tasks, office, causes, deliveries, calendar, clock, escalateAfter, logger } = this.parts;
    const now = clock.now();
    const hours = await calendar.hours(now);
    const found = await rows.due(new Date(now.getTime() + LOOK_AHEAD_MS));
    const due = found.filter(({ nextAt }) => nextAt !== null && Date.parse(nextAt) <= now.getTime());
    const [ofLetters, ofCases] = [due.filter(isOfLetter), due.filter((reminder) => !isOfLetter(reminder))];

    // Of a letter in the bin Twenty tells nothing here, not even the id: what ends with it is left to the reconciling.
    const stale = ofLetters.filter((reminder) => !stillWaits(reminder, reminder.correspondence));
    const known = stale.filter(({ correspondenceId }) => correspondenceId !== null);
    await this.clear(known.map(({ id }) => id), known.flatMap(endOf));

    const judged = ofCases.length > 0 ? await causes.recheck(ofCases, now, hours) : null;
    await rows.destroy(judged?.gone ?? []);

    // A calendar changed since the reminder was written may have closed the office meanwhile.
    const standing = ofLetters.filter((reminder) => !stale.includes(reminder));
    const opensAt = hours.nextOpening(now);
    const isOpen = opensAt <= now;
    if (!isOpen && standing.length > 0) await rows.putOff(standing.map(({ id }) => id), opensAt.toISOString());
    const firings = [
      ...(isOpen ? standing : []).map((reminder) => this.firing(reminder, now, hours)),
      ...ofCases.flatMap((reminder) => {
        const next = judged?.standing.get(reminder.id);
        return next ? [{ ...this.firing(reminder, now, hours), nextAt: next.nextAt }] : [];
      }),
    ];
    if (firings.length > 0) {
      const claims = await deliveries.claim(firings);
      // The rows first: once they are written nothing fires twice, whatever happens to the other deliveries.
      const fired = await rows.fired(firings, claims);
      await deliveries.deliver(fired);
      await tasks.fired(fired);
      const letterIds = [...new Set(fired.flatMap(({ letter }) => letter?.id ?? []))];
      logger.info({ count: fired.length, letterIds: letterIds.slice(0, 20) }, 'reminders fired');
      const inVain = fired.flatMap(({ letter, sentCount, isEscalation }) => (letter && !isEscalation && sentCount === escalateAfter ? [letter.id] : []));
      if (inVain.length > 0) await this.mend([...new Set(inVain)]);
    } else await tasks.moveOverdue();
    await deliveries.retry(now);
    await deliveries.digest(now, () => office.read(), hours);

    const upcoming = [...firings, ...found.filter((reminder) => !due.includes(reminder))].map(({ nextAt }) => nextAt);
    const nextAt = upcoming.filter((at) => at !== null).sort()[0] ?? null;
    if (nextAt !== null) this.parts.fireAt(nextAt);
    const fired = new Set(firings.map(({ id }) => id));
    const latenessMs = due.flatMap(({ id, nextAt: plannedFor }) => (fired.has(id) && plannedFor !== null ? [now.getTime() - Date.parse(plannedFor)] : []));
    return { fired: firings.length, nextAt, latenessMs, due: due.length - firings.length };
  }

  private firing(reminder: Awaited<ReturnType<RecordChannel['due']>>[number], now: Date, hours: WorkingHours): Firing {
    const { id, kind, recipientId, title, isEscalation, correspondence, caseEventId, clientAssignmentId, dueAt, startedAt, nextAt, createdAt, sentCount } = reminder;
    const origin = startedAt ?? nextAt ?? now.toISOString();
    return {
      id,
      kind: kind ?? 'CORRESPONDENCE',
      recipientId,
      title: title ?? '',
      isEscalation: isEscalation ?? false,
      letter: correspondence && { id: correspondence.id, number: correspondence.number },
      caseEventId,
      clientAssignmentId,
      dueAt,
      startedAt: origin,
      recordedAt: createdAt,
      sentCount: (sentCount ?? 0) + 1,
      firedAt: now.toISOString(),
      nextAt: nextFiring({ startedAt: origin, intervalMs: this.parts.intervalMs, now, hours }),
    };
  }

  /** What a crash or a full budget left undone, and what a changed office asks for (a substitute begins, someone joins the department). */
  async reconcile(): Promise<{ begun: number; ended: number }> {
    const { office, causes, calendar, clock } = this.parts;
    const ofLetters = await this.mend();
    const now = clock.now();
    const ofCases = await causes.reconcile(now, () => office.read(), await calendar.hours(now));
    return { begun: ofLetters.begun + ofCases.begun, ended: ofLetters.ended + ofCases.ended };
  }

  /** Compares who waits with who is reminded and mends the difference. */
  private async mend(letterIds?: string[]): Promise<{ begun: number; ended: number }> {
    const { rows, tasks, letters, office: reader, calendar, clock, escalateAfter } = this.parts;
    const named = letterIds && letterIds.length <= NAMED_AT_ONCE ? letterIds : undefined;
    const openTasks = letterIds ? [] : await tasks.open();
    // Reminders before letters: a letter handed over in between then lacks nothing that is thought to be too much.
    const reminders = await rows.ofLetters(named);
    const pending = new Map<string, LetterState>((await letters.pending(named)).map((letter) => [letter.id, letter]));
    // Of a worker that died before its reminders were written, nothing else tells.
    const isLeftOver = ({ id, letterId }: OpenTask): boolean => id !== taskId(letterId, pending.get(letterId)?.handedOverAt ?? '');
    await tasks.finish(openTasks.filter(isLeftOver).map(({ id }) => id));
    if (reminders.length === 0 && pending.size === 0) return { begun: 0, ended: 0 };
    const [office, now] = [await reader.read(), clock.now()];
    const isLive = (reminder: LetterReminder): boolean => stillWaits(reminder, pending.get(reminder.correspondenceId ?? ''));
    const live = new Map<string, LetterReminder[]>();
    for (const reminder of reminders.filter(isLive)) {
      const letterId = reminder.correspondenceId ?? '';
      live.set(letterId, [...(live.get(letterId) ?? []), reminder]);
    }
    const wanted = new Map(
      [...pending.values()].map((letter) => [
        letter.id,
        new Map(
          remindedOf({ letter, reminders: live.get(letter.id) ?? [], office, now, escalateAfter }).map((reminded) => [keyOf(reminded), reminded]),
        ),
      ]),
    );

    const isRight = (reminder: LetterReminder): boolean =>
      isLive(reminder) && (reminder.historyId === null || (wanted.get(reminder.correspondenceId ?? '')?.has(keyOf(reminder)) ?? true));
    const surplus = reminders.filter((reminder) => !isRight(reminder));
    await this.clear(surplus.map(({ id }) => id), surplus.filter((reminder) => !isLive(reminder)).flatMap(endOf));

    for (const reminder of reminders.filter(isRight)) wanted.get(reminder.correspondenceId ?? '')?.delete(keyOf(reminder));
    const lacking = [...pending.values()].filter(({ id }) => wanted.get(id)?.size);
    if (lacking.length > 0) {
      const handOvers = await letters.handOvers(lacking.map(({ id }) => id));
      const hours = await calendar.hours(now);
      const waiting = lacking.flatMap((letter) => {
        const row = handOvers.find(
          ({ correspondenceId, occurredAt }) =>
            correspondenceId === letter.id && Date.parse(occurredAt ?? '') === Date.parse(letter.handedOverAt ?? ''),
        );
        const reminded = [...(wanted.get(letter.id)?.values() ?? [])];
        return row ? (this.waiting({ letter, rowId: row.id, reason: row.reason }, reminded, { office, now, hours }) ?? []) : [];
      });
      // Where nobody was reminded yet, the task may be missing too.
      await tasks.began(waiting.filter(({ letter }) => !live.has(letter.id)));
      // What began since would be counted anew, and fire again what it has fired.
      const begun = new Set((await rows.ofLetters(waiting.map(({ letter }) => letter.id))).map(({ id }) => id));
      await this.begin(waiting.map((each) => ({ ...each, reminders: each.reminders.filter(({ id }) => !begun.has(id)) })));
    }
    return { begun: lacking.length, ended: surplus.length };
  }

  private async clear(reminderIds: string[], ended: EndedHandOver[]): Promise<void> {
    if (reminderIds.length === 0) return;
    if (ended.length > 0) await this.parts.tasks.ended(ended);
    await this.parts.rows.destroy(reminderIds);
  }
}

type Moment = { office: Office; now: Date; hours: WorkingHours };

const keyOf = ({ recipientId, isEscalation }: { recipientId: string | null; isEscalation: boolean | null }): string =>
  `${recipientId}${isEscalation ? '/escalation' : ''}`;

const isOfLetter = ({ kind }: FoundReminder): boolean => kind === null || kind === 'CORRESPONDENCE';

const endOf = ({ correspondenceId, startedAt }: { correspondenceId: string | null; startedAt: string | null }): EndedHandOver[] =>
  correspondenceId !== null && startedAt !== null ? [{ letterId: correspondenceId, handedOverAt: startedAt }] : [];
