import type { Office } from '../../correspondence/protocol';
import type { WorkingHours } from '../working-hours';
import type { Firing } from './channel';

export type Claim = { deliveries: object; retryAt: string | null };

/** The ways out of Twenty: e-mail and the webhook of a messenger. */
export abstract class Deliveries {
  /** What is claimed for each firing by its id, kept in the very write that counts the firing; a firing that nobody wants has none. */
  abstract claim(firings: Firing[], office: Office): Promise<Map<string, Claim>>;

  /** Once the rows are written. Never throws and does not wait for the outside: works on by itself and writes what came of it. */
  abstract deliver(firings: Firing[]): Promise<void>;

  /** What failed and is due again; what a crash left in sending is uncertain. */
  abstract retry(now: Date): Promise<void>;

  /** Waits for what is being sent, as the process ends. */
  abstract close(): Promise<void>;

  /** @param office costs operations, so it is asked for only where it is needed */
  abstract digest(now: Date, office: () => Promise<Office>, hours: WorkingHours): Promise<void>;
}

export class NoDeliveries extends Deliveries {
  claim(): Promise<Map<string, Claim>> {
    return Promise.resolve(new Map());
  }

  deliver(): Promise<void> {
    return Promise.resolve();
  }

  retry(): Promise<void> {
    return Promise.resolve();
  }

  digest(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
