import type { CaseStage, DecisionOutcome, HearingOutcome, Instance, RequestStatus } from '../../custom-objects/vocabulary';
import { ifAllowed, loadCase, loadDocuments, type CaseDocument, type CaseHead } from '../case/data';
import { records } from '../lib/api';
import { find } from '../lib/store';
import { loadTimeZone } from '../reports/period';

/** What the control of one case shows. A part is null where the viewer's role may not read it. */

type Named = { name: string | null } | null;
type Amount = { amountMicros: number | string | null; currencyCode: string | null } | null;

export type CaseState = {
  stage: CaseStage | null;
  instance: Instance | null;
  openEvents: number | null;
  awaitsClient: boolean | null;
  isForgotten: boolean | null;
  lastMovementAt: string | null;
  daysWithoutMovement: number | null;
};
export type Request = {
  id: string;
  subject: string | null;
  status: RequestStatus | null;
  sentAt: string | null;
  dueAt: string | null;
  answeredAt: string | null;
  reply: string | null;
  addressee: Named;
};
export type Filing = {
  id: string;
  instance: Instance | null;
  filedAt: string | null;
  acceptedAt: string | null;
  courtCaseNumber: string | null;
  previousFilingId: string | null;
  court: Named;
};
export type Hearing = { id: string; courtFilingId: string | null; scheduledAt: string | null; outcome: HearingOutcome | null; room: string | null; court: Named };
export type Decision = {
  id: string;
  courtFilingId: string | null;
  instance: Instance | null;
  decidedAt: string | null;
  effectiveAt: string | null;
  appealDueAt: string | null;
  outcome: DecisionOutcome | null;
  court: Named;
};
export type Finance = { claimed: Amount; awarded: Amount; collected: Amount; lastPaymentAt: string | null };

export type CaseParts = {
  legalCase: CaseHead;
  /** The office's. */
  timeZone: string;
  state: CaseState | null;
  documents: CaseDocument[] | null;
  requests: Request[] | null;
  filings: Filing[] | null;
  hearings: Hearing[] | null;
  decisions: Decision[] | null;
  /** None where nothing was claimed yet. */
  finance: Finance[] | null;
};

export const loadCaseParts = async (id: string): Promise<CaseParts | null> => {
  const filter = { legalCaseId: { eq: id } };
  const by = (field: string) => ({ filter, orderBy: [{ [field]: 'AscNullsLast' }] });
  const [legalCase, timeZone, states, documents, requests, filings, hearings, decisions, finance] = await Promise.all([
    loadCase(id),
    loadTimeZone(records),
    ifAllowed(find<CaseState>('caseControl', 'stage instance openEvents awaitsClient isForgotten lastMovementAt daysWithoutMovement', { filter, first: 1 })),
    ifAllowed(loadDocuments(id)),
    ifAllowed(find<Request>('attorneyRequest', 'id subject status sentAt dueAt answeredAt reply addressee { name }', by('sentAt'))),
    ifAllowed(find<Filing>('courtFiling', 'id instance filedAt acceptedAt courtCaseNumber previousFilingId court { name }', by('filedAt'))),
    ifAllowed(find<Hearing>('courtHearing', 'id courtFilingId scheduledAt outcome room court { name }', by('scheduledAt'))),
    ifAllowed(find<Decision>('courtDecision', 'id courtFilingId instance decidedAt effectiveAt appealDueAt outcome court { name }', by('decidedAt'))),
    ifAllowed(
      find<Finance>('caseFinance', ['claimed', 'awarded', 'collected'].map((field) => `${field} { amountMicros currencyCode }`).join(' ') + ' lastPaymentAt', { filter, first: 1 }),
    ),
  ]);
  return legalCase && { legalCase, timeZone, state: states?.[0] ?? null, documents, requests, filings, hearings, decisions, finance };
};

/** A request is overdue when it was sent, has no answer, and the day on which the reply was due is over. */
export const isOverdue = ({ status, dueAt }: Pick<Request, 'status' | 'dueAt'>, today: string): boolean => status === 'SENT' && dueAt !== null && dueAt < today;

export type Link = { filing: Filing; hearings: Hearing[]; decisions: Decision[] };
export type Chain = {
  links: Link[];
  /** What names no filing of this case. */
  loose: { hearings: Hearing[]; decisions: Decision[] };
};

/**
 * The instances that the case went through: each filing after the one that it goes on from, and those that go on from none in
 * the order of their dates; with the hearings and decisions of each. Filings that go on from each other in a circle are there
 * once each, all the same.
 */
export const chainOf = ({ filings, hearings, decisions }: { filings: Filing[]; hearings: Hearing[]; decisions: Decision[] }): Chain => {
  const has = (id: string | null) => filings.some((filing) => filing.id === id);
  const ordered: Filing[] = [];
  const follow = (filing: Filing): void => {
    if (ordered.includes(filing)) return;
    ordered.push(filing);
    filings.filter(({ previousFilingId }) => previousFilingId === filing.id).forEach(follow);
  };
  filings.filter(({ previousFilingId }) => !has(previousFilingId)).forEach(follow);
  filings.forEach(follow);
  return {
    links: ordered.map((filing) => ({
      filing,
      hearings: hearings.filter(({ courtFilingId }) => courtFilingId === filing.id),
      decisions: decisions.filter(({ courtFilingId }) => courtFilingId === filing.id),
    })),
    loose: { hearings: hearings.filter(({ courtFilingId }) => !has(courtFilingId)), decisions: decisions.filter(({ courtFilingId }) => !has(courtFilingId)) },
  };
};
