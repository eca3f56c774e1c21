import type { Office } from '../../correspondence/protocol';
import type { FoundReminder } from '../channels/record';
import type { WorkingHours } from '../working-hours';

/** What of the cases people are reminded of: hearings, terms, overdue requests, clients awaited, events due. */
export abstract class Causes {
  /**
   * Makes the reminders of cases right: creates, moves, destroys. Repeating it changes nothing.
   *
   * @param office costs operations, so it is asked for only where it is needed
   */
  abstract reconcile(now: Date, office: () => Promise<Office>, hours: WorkingHours): Promise<{ begun: number; ended: number }>;

  /** Of the reminders that are due: which still have their cause, and when each fires next; null where it has told all it had to tell. */
  abstract recheck(
    due: FoundReminder[],
    now: Date,
    hours: WorkingHours,
  ): Promise<{ standing: Map<string, { nextAt: string | null }>; gone: string[] }>;
}

export class NoCauses extends Causes {
  reconcile(): Promise<{ begun: number; ended: number }> {
    return Promise.resolve({ begun: 0, ended: 0 });
  }

  recheck(due: FoundReminder[]): Promise<{ standing: Map<string, { nextAt: string | null }>; gone: string[] }> {
    return Promise.resolve({ standing: new Map(due.map(({ id }) => [id, { nextAt: null }])), gone: [] });
  }
}
