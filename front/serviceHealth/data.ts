import type { ServiceState } from '../../custom-objects/vocabulary';
import { ifAllowed } from '../case/data';
import { records } from '../lib/api';
import { find } from '../lib/store';

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

type Count = { totalCount: number };
type Counts = {
  pending: Count & { edges: { node: { handedOverAt: string | null } }[] };
  late: Count;
  failed: Count;
  uncertain: Count;
};

/** A firing may be a minute late, and Twenty takes a moment to show it. */
const LATE_MS = 120_000;

const COUNTS = `query Health($late: DateTime) {
  pending: correspondences(filter: { status: { eq: HANDED_OVER } }, orderBy: [{ handedOverAt: AscNullsLast }], first: 1) { totalCount edges { node { handedOverAt } } }
  late: reminders(filter: { nextAt: { lt: $late } }, first: 1) { totalCount edges { node { id } } }
  failed: reminders(filter: { deliveries: { like: "%FAILED%" } }, first: 1) { totalCount edges { node { id } } }
  uncertain: reminders(filter: { deliveries: { like: "%UNCERTAIN%" } }, first: 1) { totalCount edges { node { id } } }
}`;

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
  const [[office], counts] = await Promise.all([
    find<{ workersSeenAt: string | null; calendarProblem: string | null }>('office', 'workersSeenAt calendarProblem', { first: 1 }),
    records<Counts>(COUNTS, { late: new Date(Date.now() - LATE_MS).toISOString() }),
  ]);
  return {
    statuses,
    seenAt: office?.workersSeenAt ?? null,
    calendarProblem: office?.calendarProblem || null,
    pending: counts.pending.totalCount,
    oldestPendingAt: counts.pending.edges[0]?.node.handedOverAt ?? null,
    late: counts.late.totalCount,
    failed: counts.failed.totalCount,
    uncertain: counts.uncertain.totalCount,
  };
};

/** The workers give a sign each minute: after three without one they stand still, or are not there. */
const SILENT_MS = 180_000;

export const isSilent = ({ seenAt }: Pick<Health, 'seenAt'>, now: number): boolean => seenAt === null || now - Date.parse(seenAt) > SILENT_MS;
