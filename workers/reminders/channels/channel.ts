import type { LetterState } from '../../correspondence/protocol';

export type Reminder = {
  id: string;
  recipientId: string;
  title: string;
  letterId: string;
  rowId: string;
  startedAt: string;
  nextAt: string;
};

/** A letter that begins to wait, and who is reminded of it. */
export type Waiting = {
  letter: LetterState & { handedOverAt: string };
  reminders: Reminder[];
  nextAt: string;
  assigneeId: string | null;
  taskTitle: string;
};

export type Firing = {
  id: string;
  letterId: string | null;
  startedAt: string;
  sentCount: number;
  firedAt: string;
  nextAt: string;
};

export type Ended = { letterId: string; handedOverAt: string };

/**
 * A way in which a reminder reaches people. The engine decides who and when; a channel only delivers. E-mail and a webhook join
 * the list in `reminders.ts` as two more of these, with `fired` alone.
 */
export interface Channel {
  began?(waiting: Waiting[]): Promise<void>;
  fired?(firings: Firing[]): Promise<void>;
  ended?(ended: Ended[]): Promise<void>;
}
