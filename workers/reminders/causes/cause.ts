import type { Office } from '../../correspondence/protocol';
import type { FoundReminder } from '../channels/record';
import type { WorkingHours } from '../working-hours';

/** What of the cases people are reminded of: hearings, terms, overdue requests, clients awaited, events due. */
export interface Causes {
  /**
   * Makes the reminders of cases right: creates, moves, destroys. Repeating it changes nothing.
   *
   * @param office costs operations, so it is asked for only where it is needed
   */
  reconcile(now: Date, office: () => Promise<Office>, hours: WorkingHours): Promise<{ begun: number; ended: number }>;

  /** Of the reminders that are due: which still have their cause, and when each fires next; null where it has told all it had to tell. */
  recheck(
    due: FoundReminder[],
    now: Date,
    hours: WorkingHours,
  ): Promise<{ standing: Map<string, { nextAt: string | null }>; gone: string[] }>;
}
