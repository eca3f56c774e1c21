import { escalationRecipient, reminderRecipients, type LetterState, type Office } from '../correspondence/protocol';
import type { WorkingHours } from './working-hours';

/**
 * When a reminder fires next: the first point of its grid (`startedAt` + k × interval) after now. Points that passed while the
 * workers were down are thus skipped, and the firing that was due happens once.
 */
export const nextFiring = (input: { startedAt: string; intervalMs: number; now: Date; hours: WorkingHours }): string => {
  const { startedAt, intervalMs, now, hours } = input;
  const start = Date.parse(startedAt);
  const passed = Math.max(0, Math.floor((now.getTime() - start) / intervalMs));
  return hours.nextOpening(new Date(start + (passed + 1) * intervalMs)).toISOString();
};

export type Reminded = { recipientId: string; isEscalation: boolean };

/**
 * Who is to be reminded of a letter now: those whom it waits for and, once they were told often enough in vain, the head. Whoever
 * was told already that nothing happens goes on to be, also where those who did nothing have changed.
 *
 * @param reminders what there is for this hand-over
 */
export const remindedOf = (input: {
  letter: LetterState;
  reminders: { sentCount: number | null; isEscalation: boolean | null }[];
  office: Office;
  now: Date;
  escalateAfter: number;
}): Reminded[] => {
  const { reminders, escalateAfter } = input;
  const waiting = reminderRecipients(input).map((recipientId) => ({ recipientId, isEscalation: false }));
  const isInVain = reminders.some(({ sentCount, isEscalation }) => isEscalation || (sentCount ?? 0) >= escalateAfter);
  const head = isInVain ? escalationRecipient(input) : null;
  return head === null ? waiting : [...waiting, { recipientId: head, isEscalation: true }];
};
