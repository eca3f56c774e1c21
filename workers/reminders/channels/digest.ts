import type { Office } from '../../correspondence/protocol';
import type { WorkingHours } from '../working-hours';

export interface Digest {
  send(now: Date, office: () => Promise<Office>, hours: WorkingHours): Promise<void>;
}
