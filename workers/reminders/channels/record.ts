import { z } from 'zod';
import { REMINDER_KIND } from '../../../custom-objects/vocabulary';
import type { Records } from '../../twenty/records';
import type { Ended, Firing, Waiting } from './channel';
import type { Claim } from './deliveries';

const ofLetter = z.object({
  id: z.string(),
  recipientId: z.string().nullable(),
  correspondenceId: z.string().nullable(),
  historyId: z.string().nullable(),
  isEscalation: z.boolean().nullable(),
  startedAt: z.string().nullable(),
  sentCount: z.number().nullable(),
});
const OF_LETTER = 'id recipientId correspondenceId historyId isEscalation startedAt sentCount';
export type LetterReminder = z.output<typeof ofLetter>;

export const foundReminder = ofLetter.extend({
  kind: z.enum(REMINDER_KIND.map(({ value }) => value)).nullable(),
  title: z.string().nullable(),
  caseEventId: z.string().nullable(),
  clientAssignmentId: z.string().nullable(),
  dueAt: z.string().nullable(),
  nextAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  createdAt: z.string(),
});
const FIELDS = `${OF_LETTER} kind title caseEventId clientAssignmentId dueAt nextAt lastAt createdAt`;
const withLetter = foundReminder.extend({
  correspondence: z.object({ id: z.string(), number: z.string().nullable(), status: z.string().nullable(), handedOverAt: z.string().nullable() }).nullable(),
});
export type FoundReminder = z.output<typeof foundReminder>;

/**
 * Whether what the reminder is of still waits: its very hand-over, not a later one of the same letter. A reminder of no letter, or
 * one that was not written for a hand-over, is not judged by it.
 */
export const stillWaits = (
  { correspondenceId, historyId, startedAt }: LetterReminder,
  letter: { status: string | null; handedOverAt: string | null } | null | undefined,
): boolean => {
  if (correspondenceId === null) return historyId === null;
  if (letter?.status !== 'HANDED_OVER') return false;
  return historyId === null || Date.parse(letter.handedOverAt ?? '') === Date.parse(startedAt ?? '');
};

/** The reminder rows in Twenty: each person's list, and the truth from which the workers fire. */
export class RecordChannel {
  constructor(private readonly records: Records) {}

  async began(waiting: Waiting[]): Promise<void> {
    await this.records.upsert(
      'reminder',
      waiting.flatMap(({ reminders }) =>
        reminders.map(({ letterId, rowId, ...reminder }) => ({
          ...reminder,
          kind: 'CORRESPONDENCE',
          correspondenceId: letterId,
          historyId: rowId,
          sentCount: 0,
        })),
      ),
      'letters',
    );
  }

  /**
   * By upsert, as each has its own values. A letter may be accepted, and its reminder destroyed, between the reading and this
   * writing; the upsert then creates a shell of it, which is told by its missing title and destroyed again.
   *
   * @returns what still stood
   */
  async fired(firings: Firing[], claims: Map<string, Claim>): Promise<Firing[]> {
    const data = firings.map(({ id, sentCount, firedAt, nextAt }) => ({ id, sentCount, lastAt: firedAt, nextAt, ...claims.get(id) }));
    const { written } = await this.records.upsert('reminder', data, 'reminders', 'title');
    const shells = written.filter(({ title }) => !title).map(({ id }) => id);
    if (shells.length > 0) await this.records.destroy('reminder', { id: { in: shells } }, 'reminders');
    const standing = new Set(written.filter(({ title }) => title).map(({ id }) => id));
    return firings.filter(({ id }) => standing.has(id));
  }

  async putOff(ids: string[], nextAt: string): Promise<void> {
    await this.records.update('reminder', ids, { nextAt }, 'reminders');
  }

  /** Whatever remains of these letters; what begins anew for them is written after. */
  async ended(ended: Ended[]): Promise<void> {
    const letterIds = [...new Set(ended.map(({ letterId }) => letterId))];
    await this.records.destroy('reminder', { and: [{ kind: { eq: 'CORRESPONDENCE' } }, { correspondenceId: { in: letterIds } }] }, 'letters');
  }

  async destroy(ids: string[]): Promise<void> {
    if (ids.length > 0) await this.records.destroy('reminder', { id: { in: ids } }, 'letters');
  }

  /** What is due by then, soonest first. */
  due(until: Date): Promise<z.output<typeof withLetter>[]> {
    return this.records.find('reminder', {
      filter: { nextAt: { lte: until.toISOString() } },
      orderBy: [{ nextAt: 'AscNullsLast' }],
      first: 5_000,
      fields: `${FIELDS} correspondence { id number status handedOverAt }`,
      node: withLetter,
      priority: 'reminders',
    });
  }

  /** @param letterIds of these alone */
  ofLetters(letterIds?: string[]): Promise<LetterReminder[]> {
    const isOfLetter = { kind: { eq: 'CORRESPONDENCE' } };
    return this.records.findAll('reminder', {
      filter: letterIds ? { and: [isOfLetter, { correspondenceId: { in: letterIds } }] } : isOfLetter,
      fields: OF_LETTER,
      node: ofLetter,
      priority: 'letters',
    });
  }
}
