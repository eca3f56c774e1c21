import { troubleFilters } from '../letterMovement/figures';
import { like } from '../lib/like';
import type { Group } from '../reports/groups';

/** Where the papers of the office are: the letters that are not in the archive. A letter that is not registered yet has no place. */

const OPEN = ['REGISTERED', 'HANDED_OVER', 'IN_WORK', 'DONE', 'SENT', 'DELIVERED', 'UNDELIVERED', 'LOST'];
export const notArchived: object = { status: { in: OPEN } };

/**
 * At risk is a letter that is stuck (handed over more than two hours ago and not accepted), unprocessed (in work for more than
 * five working days), undelivered (came back from its addressee) or lost.
 */
export const atRisk = (now: Date, timeZone: string): object => {
  const { stuck, unprocessed, lost } = troubleFilters(now, timeZone);
  return { or: [stuck, unprocessed, { status: { eq: 'UNDELIVERED' } }, lost] };
};

/** In the hands of a member is what they accepted last and nobody since, until it is archived. */
export const inHandsOf = (memberId: string): object => ({ and: [{ holderId: { eq: memberId } }, notArchived] });

/** A letter is a member's own concern when they hold it, gave it away, or are to accept it. */
const concerns = (memberId: string): object => ({ or: [{ holderId: { eq: memberId } }, { handedOverById: { eq: memberId } }, { pendingMemberId: { eq: memberId } }] });

/** At risk among all letters, or among those that concern one member. */
export const riskOf = (memberId: string | null, now: Date, timeZone: string): object =>
  memberId === null ? atRisk(now, timeZone) : { and: [atRisk(now, timeZone), concerns(memberId)] };

export const PAPER_VIEWS = ['ALL', 'MINE', 'RISK', 'PENDING', 'SENT', 'UNDELIVERED', 'LOST'] as const;
export type PaperView = (typeof PAPER_VIEWS)[number];

/** @param memberId the viewer */
export const viewFilter = (view: PaperView, { memberId, now, timeZone }: { memberId: string; now: Date; timeZone: string }): object => {
  switch (view) {
    case 'ALL': return notArchived;
    case 'MINE': return inHandsOf(memberId);
    case 'RISK': return atRisk(now, timeZone);
    case 'PENDING': return { status: { eq: 'HANDED_OVER' } };
    default: return { status: { eq: view } };
  }
};

type Named = { id: string; name: string | null };

/**
 * What is typed is looked for in the number and the subject, and in the names of those who hold the letter or are to accept it,
 * people and departments.
 */
export const searchFilter = (text: string, { members, departments }: { members: Named[]; departments: Named[] }): object | null => {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return null;
  const found = (named: Named[]) => named.filter(({ name }) => name?.toLowerCase().includes(wanted)).map(({ id }) => id);
  const by = (field: string, ids: string[]) => (ids.length > 0 ? [{ [field]: { in: ids } }] : []);
  const [people, offices] = [found(members), found(departments)];
  return {
    or: [
      { number: like(text.trim()) },
      { subject: like(text.trim()) },
      ...by('holderId', people), ...by('pendingMemberId', people), ...by('holderDepartmentId', offices), ...by('pendingDepartmentId', offices),
    ],
  };
};

/** The longest in the same hands first; of those that wait, the longest waiting. */
export const orderOf = (view: PaperView): object[] => [{ [view === 'PENDING' ? 'handedOverAt' : 'heldSince']: 'AscNullsFirst' }];

export type PaperCounts = { all: number; pending: number; sent: number; undelivered: number; lost: number };

export const countsOf = (groups: Group[]): PaperCounts => {
  const of = (...statuses: string[]) => groups.filter(({ keys }) => statuses.includes(keys[0] ?? '')).reduce((sum, { count }) => sum + count, 0);
  return { all: of(...OPEN), pending: of('HANDED_OVER'), sent: of('SENT'), undelivered: of('UNDELIVERED'), lost: of('LOST') };
};

/**
 * What there is of the letter on paper: an original in a place that somebody noted; none, where it came or went electronically
 * and no place was noted; else an original whose place nobody noted, so that it is with whoever accepted it last.
 */
export type Original = { kind: 'PLACE'; place: string } | { kind: 'ELECTRONIC' } | { kind: 'WITH_HOLDER' };

export const originalOf = ({ originalPlace, deliveryMethod }: { originalPlace: string | null; deliveryMethod: string | null }): Original => {
  const place = originalPlace?.trim();
  if (place) return { kind: 'PLACE', place };
  return deliveryMethod === 'EMAIL' || deliveryMethod === 'COURT_PORTAL' ? { kind: 'ELECTRONIC' } : { kind: 'WITH_HOLDER' };
};
