import type { ReminderKind } from '../../../custom-objects/vocabulary';
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
  kind: ReminderKind;
  recipientId: string | null;
  title: string;
  isEscalation: boolean;
  letter: { id: string; number: string | null } | null;
  caseEventId: string | null;
  /** The moment of what a case's reminder is of. */
  dueAt: string | null;
  startedAt: string;
  sentCount: number;
  firedAt: string;
  /** null where it has told all that it had to tell. */
  nextAt: string | null;
};

export type Ended = { letterId: string; handedOverAt: string };

/** A way inside Twenty in which a reminder reaches people. The engine decides who and when; a channel only delivers. The ways out of it are `Deliveries`. */
export interface Channel {
  began?(waiting: Waiting[]): Promise<void>;
  fired?(firings: Firing[]): Promise<void>;
  ended?(ended: Ended[]): Promise<void>;
}
