import type { ReminderKind } from '../../../custom-objects/vocabulary';
import type { LetterState } from '../../correspondence/protocol';

export type Reminder = {
  id: string;
  recipientId: string;
  title: string;
  letterId: string;
  rowId: string;
  isEscalation: boolean;
  startedAt: string;
  nextAt: string;
};

/** A letter that waits, and who begins to be reminded of it. */
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
  clientAssignmentId: string | null;
  /** The moment of what a case's reminder is of. */
  dueAt: string | null;
  startedAt: string;
  /** When its record was made: whoever comes back from an absence is reminded by a new one of the same id, counted anew. */
  recordedAt: string;
  sentCount: number;
  firedAt: string;
  /** null where it has told all that it had to tell. */
  nextAt: string | null;
};

export type Ended = { letterId: string; handedOverAt: string };
