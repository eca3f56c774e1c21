import { atRisk, riskOf, type LetterPlace } from '../lettersAtRisk/figures';
import { nodes, type Connection } from '../lib/api';
import type { Ask } from '../reports/ask';
import { grouped, totals } from '../reports/groups';
import { countsOf, inHandsOf, notArchived, type PaperCounts } from './figures';

/** What the page that tells where the papers are asks for, and its counter on the desk. */

/** So many letters a page. */
export const PAGE = 100;

export type Paper = LetterPlace & {
  originalPlace: string | null;
  deliveryMethod: string | null;
  trackingNumber: string | null;
  files: { fileId: string }[] | null;
  counterparty: { name: string | null } | null;
};

const PAPERS = `query Papers($filter: CorrespondenceFilterInput, $orderBy: [CorrespondenceOrderByInput], $first: Int, $offset: Int) {
  correspondences(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
    totalCount
    edges { node {
      id number subject flow status holderId holderDepartmentId heldSince pendingMemberId pendingDepartmentId handedOverAt originalPlace
      deliveryMethod trackingNumber files { fileId } counterparty { name }
    } }
  }
}`;

type Wanted = { filter: object; orderBy: object[]; offset: number; first?: number };

export const loadPaperRows = async (ask: Ask, { filter, orderBy, offset, first = PAGE }: Wanted): Promise<{ papers: Paper[]; count: number }> => {
  const { correspondences } = await ask<{ correspondences: Connection<Paper> & { totalCount: number } }>(PAPERS, { filter, orderBy, first, offset });
  return { papers: nodes(correspondences), count: correspondences.totalCount };
};

export type Papers = { papers: Paper[]; count: number; counts: PaperCounts; mine: number; risk: number };

const countOf = (ask: Ask, filter: object): Promise<number> => totals(ask, { object: 'correspondence', filter }).then(({ count }) => count);

/** The first table: the papers longest in the same hands, and how many are where. */
export const loadPapers = async (ask: Ask, { memberId, now, timeZone, ...wanted }: Wanted & { memberId: string; now: Date; timeZone: string }): Promise<Papers> => {
  const [page, groups, mine, risk] = await Promise.all([
    loadPaperRows(ask, wanted),
    grouped(ask, { object: 'correspondence', by: [{ status: true }], filter: notArchived }),
    countOf(ask, inHandsOf(memberId)),
    countOf(ask, atRisk(now, timeZone)),
  ]);
  return { ...page, counts: countsOf(groups), mine, risk };
};

/** @param oversees whether the letters of everybody are this member's concern */
export const countPapers = async (ask: Ask, { memberId, oversees, now, timeZone }: { memberId: string; oversees: boolean; now: Date; timeZone: string }): Promise<{ mineOrRisk: number; risk: number }> => {
  const risk = riskOf(oversees ? null : memberId, now, timeZone);
  const [mineOrRisk, atRiskNow] = await Promise.all([countOf(ask, { or: [inHandsOf(memberId), risk] }), countOf(ask, risk)]);
  return { mineOrRisk, risk: atRiskNow };
};
