import type { Logger } from 'pino';
import type { Letters } from '../correspondence/letters';
import type { EndedHandOver, HandOver } from '../correspondence/plan';
import { headOf, isMember, reminderRecipients, type LetterState, type Office } from '../correspondence/protocol';
import { reminderTitle, taskTitle } from '../correspondence/words';
import { reminderId } from '../identifiers';
import type { OfficeReader } from '../office/office';
import type { Causes } from './causes/cause';
import type { Firing, Waiting } from './channels/channel';
import type { Deliveries } from './channels/deliveries';
import { stillWaits, type FoundReminder, type RecordChannel } from './channels/record';
import type { TaskChannel } from './channels/task';
import { nextFiring } from './rules';
import type { WorkingHours } from './working-hours';

/** How far ahead a look at what is due sees, so that each firing is planned for its own moment. */
export const LOOK_AHEAD_MS = 50_000;

/** Who is reminded, from when to when, and how often. */
export class Reminders {
  constructor(
    private readonly parts: {
      rows: RecordChannel;
      tasks: TaskChannel;
      letters: Letters;
      office: OfficeReader;
      intervalMs: number;
      hours: WorkingHours;
      causes: Causes;
      deliveries: Deliveries;
      /** Told of each moment at which something is to fire. */
      fireAt: (moment: string) => void;
      logger: Logger;
    },
  ) {}

  async began(handOvers: HandOver[], office: Office): Promise<void> {
    const waiting = handOvers.flatMap(({ letter, rowId, reason }) => this.waiting({ letter, rowId, reason }, office) ?? []);
    if (waiting.length === 0) return;
    // The rows last: their absence is the mark of work left.
    await this.parts.tasks.began(waiting);
    await this.parts.rows.began(waiting);
    for (const { letter, reminders, nextAt } of waiting) {
      this.parts.fireAt(nextAt);
      const recipients = reminders.map(({ recipientId }) => recipientId);
      this.parts.logger.info({ letterId: letter.id, number: letter.number, recipients, nextAt }, 'reminders begin');
    }
  }

  async ended(ended: EndedHandOver[]): Promise<void> {
    if (ended.length === 0) return;
    await this.parts.tasks.ended(ended);
    await this.parts.rows.ended(ended);
    for (const { letterId } of ended) this.parts.logger.info({ letterId }, 'reminders end');
  }

  private waiting({ letter, rowId, reason }: HandOver, office: Office): Waiting | null {
    const { intervalMs, hours } = this.parts;
    const { handedOverAt } = letter;
    if (handedOverAt === null) return null;
    const started = new Date(handedOverAt);
    const nextAt = nextFiring({ startedAt: handedOverAt, intervalMs, now: started, hours });
    const assignee = letter.pendingMemberId ?? (letter.pendingDepartmentId && headOf(office, letter.pendingDepartmentId));
    const assigneeId = isMember(office, assignee) ? assignee : null;
    return {
      letter: { ...letter, handedOverAt },
      nextAt,
      assigneeId,
      taskTitle: taskTitle({ letter, office }, assigneeId),
      reminders: reminderRecipients({ letter, office, now: started }).map((recipientId) => ({
        id: reminderId(rowId, recipientId),
        recipientId,
        title: reminderTitle({ letter, reason, office }, recipientId),
        letterId: letter.id,
        rowId,
        startedAt: handedOverAt,
        nextAt,
      })),
    };
  }

  /** Fires what is due. A crash in between leaves what was not written still due, and nothing else. */
  async fire(): Promise<{ fired: number; nextAt: string | null }> {
    const { rows, tasks, office: reader, causes, deliveries, hours, logger } = this.parts;
    const now = new Date();
    const found = await rows.due(new Date(now.getTime() + LOOK_AHEAD_MS));
    const due = found.filter(({ nextAt }) => nextAt !== null && Date.parse(nextAt) <= now.getTime());
    const [ofLetters, ofCases] = [due.filter(isOfLetter), due.filter((reminder) => !isOfLetter(reminder))];

    // Of a letter in the bin Twenty tells nothing here, not even the id: what ends with it is left to the reconciling.
    const stale = ofLetters.filter((reminder) => !stillWaits(reminder, reminder.correspondence));
    const known = stale.filter(({ correspondenceId }) => correspondenceId !== null);
    await this.clear(known.map(({ id }) => id), known.flatMap(endOf));

    const { standing, gone } = ofCases.length > 0 ? await causes.recheck(ofCases, now, hours) : { standing: new Map<string, { nextAt: string | null }>(), gone: [] };
    await rows.destroy(gone);

    // Escalation joins here: a firing whose count reaches `ESCALATE_AFTER` also begins a reminder for the head.
    const firings = [
      ...ofLetters.filter((reminder) => !stale.includes(reminder)).map((reminder) => this.firing(reminder, now)),
      ...ofCases.flatMap((reminder) => {
        const next = standing.get(reminder.id);
        return next ? [{ ...this.firing(reminder, now), nextAt: next.nextAt }] : [];
      }),
    ];
    if (firings.length > 0) {
      const claims = await deliveries.claim(firings, await reader.read());
      // The rows first: once they are written nothing fires twice, whatever happens to the other deliveries.
      const fired = await rows.fired(firings, claims);
      await deliveries.deliver(fired);
      await tasks.fired(fired);
      const letterIds = [...new Set(firings.flatMap(({ letter }) => letter?.id ?? []))];
      logger.info({ count: firings.length, letterIds: letterIds.slice(0, 20) }, 'reminders fired');
    } else await tasks.moveOverdue();
    await deliveries.retry(now);
    await deliveries.digest(now, () => reader.read(), hours);

    const upcoming = [...firings, ...found.filter((reminder) => !due.includes(reminder))].map(({ nextAt }) => nextAt);
    const nextAt = upcoming.filter((at) => at !== null).sort()[0] ?? null;
    if (nextAt !== null) this.parts.fireAt(nextAt);
    return { fired: firings.length, nextAt };
  }

  private firing(reminder: Awaited<ReturnType<RecordChannel['due']>>[number], now: Date): Firing {
    const { intervalMs, hours } = this.parts;
    const { id, kind, recipientId, title, isEscalation, correspondence, caseEventId, dueAt, startedAt, nextAt, sentCount } = reminder;
    const origin = startedAt ?? nextAt ?? now.toISOString();
    return {
      id,
      kind: kind ?? 'CORRESPONDENCE',
      recipientId,
      title: title ?? '',
      isEscalation: isEscalation ?? false,
      letter: correspondence && { id: correspondence.id, number: correspondence.number },
      caseEventId,
      dueAt,
      startedAt: origin,
      sentCount: (sentCount ?? 0) + 1,
      firedAt: now.toISOString(),
      nextAt: nextFiring({ startedAt: origin, intervalMs, now, hours }),
    };
  }

  /**
   * Compares who waits with who is reminded and mends the difference: what a crash or a full budget left undone, and what a
   * changed office asks for (a substitute begins, someone joins the department).
   */
  async reconcile(): Promise<{ begun: number; ended: number }> {
    const { rows, letters, office: reader, causes, hours } = this.parts;
    // Reminders before letters: a letter handed over in between then lacks nothing that is thought to be too much.
    const reminders = await rows.ofLetters();
    const pending = new Map<string, LetterState>((await letters.pending()).map((letter) => [letter.id, letter]));
    const ofCases = await causes.reconcile(new Date(), () => reader.read(), hours);
    if (reminders.length === 0 && pending.size === 0) return ofCases;
    const office = await reader.read();
    const recipients = new Map(
      [...pending.values()].map((letter) => [letter.id, reminderRecipients({ letter, office, now: new Date() })]),
    );

    const isRight = (reminder: (typeof reminders)[number]): boolean =>
      stillWaits(reminder, pending.get(reminder.correspondenceId ?? '')) &&
      (reminder.historyId === null || (recipients.get(reminder.correspondenceId ?? '')?.includes(reminder.recipientId ?? '') ?? true));
    const surplus = reminders.filter((reminder) => !isRight(reminder));
    const ended = surplus.filter((reminder) => !stillWaits(reminder, pending.get(reminder.correspondenceId ?? ''))).flatMap(endOf);
    await this.clear(surplus.map(({ id }) => id), ended);

    const reminded = new Set(reminders.filter(isRight).map(({ correspondenceId, recipientId }) => `${correspondenceId}/${recipientId}`));
    const lacking = [...pending.values()].filter(({ id }) => recipients.get(id)?.some((recipient) => !reminded.has(`${id}/${recipient}`)));
    if (lacking.length > 0) {
      const rowsOfThem = await letters.handOvers(lacking.map(({ id }) => id));
      const handOvers = lacking.flatMap((letter) => {
        const row = rowsOfThem.find(
          ({ correspondenceId, occurredAt }) =>
            correspondenceId === letter.id && Date.parse(occurredAt ?? '') === Date.parse(letter.handedOverAt ?? ''),
        );
        return row ? [{ letter, rowId: row.id, reason: row.reason }] : [];
      });
      await this.began(handOvers, office);
    }
    return { begun: ofCases.begun + lacking.length, ended: ofCases.ended + surplus.length };
  }

  private async clear(reminderIds: string[], ended: EndedHandOver[]): Promise<void> {
    if (reminderIds.length === 0) return;
    if (ended.length > 0) await this.parts.tasks.ended(ended);
    await this.parts.rows.destroy(reminderIds);
  }
}

const isOfLetter = ({ kind }: FoundReminder): boolean => kind === null || kind === 'CORRESPONDENCE';

const endOf = ({ correspondenceId, startedAt }: { correspondenceId: string | null; startedAt: string | null }): EndedHandOver[] =>
  correspondenceId !== null && startedAt !== null ? [{ letterId: correspondenceId, handedOverAt: startedAt }] : [];
