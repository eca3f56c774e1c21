import type { ServiceState } from '../../custom-objects/vocabulary';
import { ifAllowed } from '../case/data';
import { records } from '../lib/api';
import { find } from '../lib/store';
import { totals } from '../reports/groups';

/** How the service does: what its parts tell, and what they have left undone. */

export type Status = {
  part: string;
  name: string | null;
  state: ServiceState | null;
  since: string | null;
  checkedAt: string | null;
  lastError: string | null;
  figures: Record<string, number | string | null> | null;
};

/** A firing may be a minute late, and Twenty takes a moment to show it. */
const LATE_MS = 120_000;

const countOf = (filter: object): Promise<number> => totals(records, { object: 'reminder', filter }).then(({ count }) => count);

export type Health = {
  statuses: Status[];
  seenAt: string | null;
  calendarProblem: string | null;
  pending: number;
  oldestPendingAt: string | null;
  late: number;
  failed: number;
  uncertain: number;
};

/** null for whoever may not see it. */
export const loadHealth = async (): Promise<Health | null> => {
  const statuses = await ifAllowed(find<Status>('serviceStatus', 'part name state since checkedAt lastError figures'));
  if (statuses === null) return null;
  const awaiting = { status: { eq: 'HANDED_OVER' } };
  const [[office], { count: pending }, [oldest], late, failed, uncertain] = await Promise.all([
    find<{ workersSeenAt: string | null; calendarProblem: string | null }>('office', 'workersSeenAt calendarProblem', { first: 1 }),
    totals(records, { object: 'correspondence', filter: awaiting }),
    find<{ handedOverAt: string | null }>('correspondence', 'handedOverAt', { filter: awaiting, orderBy: [{ handedOverAt: 'AscNullsLast' }], first: 1 }),
    countOf({ nextAt: { lt: new Date(Date.now() - LATE_MS).toISOString() } }),
    countOf({ deliveries: { like: '%FAILED%' } }),
    countOf({ deliveries: { like: '%UNCERTAIN%' } }),
  ]);
  return {
    statuses, seenAt: office?.workersSeenAt ?? null, calendarProblem: office?.calendarProblem || null, pending, oldestPendingAt: oldest?.handedOverAt ?? null,
    late, failed, uncertain,
  };
};

/** The workers give a sign each minute: after three without one they stand still, or are not there. */
const SILENT_MS = 180_000;

export const isSilent = ({ seenAt }: Pick<Health, 'seenAt'>, now: number): boolean => seenAt === null || now - Date.parse(seenAt) > SILENT_MS;
