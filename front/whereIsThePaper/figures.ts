import { atRisk, INSIDE, OPEN } from '../lettersAtRisk/figures';
import { like } from '../lib/like';
import type { Group } from '../reports/groups';

/** Where the papers of the office are: the letters that are not in the archive. A letter that is not registered yet has no place. */

export const notArchived: object = { status: { in: OPEN } };

/** In the hands of a member is what they accepted last and nobody since, until it is archived. */
export const inHandsOf = (memberId: string): object => ({ and: [{ holderId: { eq: memberId } }, notArchived] });

/** `INSIDE`: neither archived nor sent out; `ALL`: not archived, with what was sent and delivered. */
export const PAPER_VIEWS = ['INSIDE', 'MINE', 'RISK', 'PENDING', 'SENT', 'UNDELIVERED', 'LOST', 'ALL'] as const;
export type PaperView = (typeof PAPER_VIEWS)[number];

/** @param memberId the viewer */
export const viewFilter = (view: PaperView, { memberId, now, timeZone }: { memberId: string; now: Date; timeZone: string }): object => {
  switch (view) {
    case 'INSIDE': return { status: { in: INSIDE } };
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

export type PaperCounts = { inside: number; all: number; pending: number; sent: number; undelivered: number; lost: number };

export const countsOf = (groups: Group[]): PaperCounts => {
  const of = (...statuses: string[]) => groups.filter(({ keys }) => statuses.includes(keys[0] ?? '')).reduce((sum, { count }) => sum + count, 0);
  return { inside: of(...INSIDE), all: of(...OPEN), pending: of('HANDED_OVER'), sent: of('SENT'), undelivered: of('UNDELIVERED'), lost: of('LOST') };
};

/**
 * Where the original is: in a place that somebody noted; nowhere, where the letter came or went electronically; of a letter that
 * was sent out, with its addressee, or on its way there; else with whoever accepted it last, as nobody noted another place.
 */
export type Original = { kind: 'PLACE'; place: string } | { kind: 'ELECTRONIC' } | { kind: 'ON_THE_WAY' } | { kind: 'WITH_ADDRESSEE' } | { kind: 'WITH_HOLDER' };

export const originalOf = ({ originalPlace, deliveryMethod, status }: { originalPlace: string | null; deliveryMethod: string | null; status: string | null }): Original => {
  const place = originalPlace?.trim();
  if (place) return { kind: 'PLACE', place };
  if (deliveryMethod === 'EMAIL' || deliveryMethod === 'COURT_PORTAL') return { kind: 'ELECTRONIC' };
  if (status === 'SENT') return { kind: 'ON_THE_WAY' };
  return { kind: status === 'DELIVERED' ? 'WITH_ADDRESSEE' : 'WITH_HOLDER' };
};
