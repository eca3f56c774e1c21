/** A case and its records for the tests of the rules, and a server that keeps what is written. */
import { PART_NAMES, type Bundle, type CaseRecord, type Part } from '../../workers/cases/bundle';
import type { Catalogues, Write } from '../../workers/cases/derive';
import { deriveCase } from '../../workers/cases/derive';
import type { Speech } from '../../workers/cases/words';

export const OFFICE: Speech = { language: 'en', timeZone: 'Europe/Moscow' };

const kind = (code: string, eventGroup: Catalogues['kinds'][number]['eventGroup'], normDays: number | null = null) => ({
  id: `kind-${code}`, name: code.toLowerCase().replaceAll('_', ' '), code, eventGroup, normDays,
});
export const CATALOGUES: Catalogues = {
  kinds: [
    kind('FIRST_VISIT', 'INTAKE'), kind('DOCUMENT_INTAKE', 'EVIDENCE', 5), kind('ATTORNEY_REQUEST', 'EVIDENCE'), kind('AWAITING_CLIENT', 'EVIDENCE', 14),
    kind('PRETRIAL_CLAIM', 'EVIDENCE', 30), kind('TRANSFER_TO_COURT', 'COURT'), kind('TRANSFER_TO_HIGHER_COURT', 'COURT'), kind('COURT_HEARING', 'COURT'),
    kind('COURT_DECISION', 'DECISION'), kind('RECOVERY_AMOUNT', 'RECOVERY'), kind('CASE_ARCHIVING', 'CLOSING'),
  ],
  roots: new Map([['railway', 'railway'], ['crossing', 'railway']]),
};

export const at = (day: number, hour = 9): string => new Date(Date.UTC(2026, 2, day, hour)).toISOString();
const NOBODY = { clientId: null, regionId: null, directionId: null };
const written = { problem: null, legalCaseId: 'case', createdAt: at(1), updatedAt: at(1), deletedAt: null };
const satellite = { ...written, caseEventId: null, caseEvent: null };
const none = { amountMicros: null, currencyCode: null };
export const rub = (amount: number) => ({ amountMicros: String(BigInt(amount) * 1_000_000n), currencyCode: 'RUB' });

export const legalCase = (more: Partial<CaseRecord> = {}): CaseRecord => ({
  id: 'case', number: '2026-0001', title: 'Ivanov v. the railway', stage: 'INTAKE', instance: null, openedAt: '2026-03-01', closedAt: null, nextStep: null,
  nextStepAt: null, lastMovementAt: null, derived: null, problem: null, createdAt: at(1), updatedAt: at(1), courtId: null, clientId: 'client',
  regionId: 'region', directionId: 'crossing', departmentId: 'department', leadId: 'lawyer', client: { name: { firstName: 'Ivan', lastName: 'Ivanov' } }, opponent: null,
  opponentPerson: null, conflicts: null, ...more,
});
export const event = (id: string, more: Partial<Part<'caseEvents'>> = {}): Part<'caseEvents'> => ({
  ...written, id, title: null, completion: 'PLANNED', eventGroup: null, startedAt: null, dueAt: null, completedAt: null, actualDays: null, waitedDays: null,
  waitingSince: null, missingDocuments: null, sourceKey: null, expectedEndAt: null, expectedFromCount: null, kindId: null, courtId: null, departmentId: null, ...NOBODY, rootDirectionId: null, ...more,
});
export const responsible = (id: string, more: Partial<Part<'eventResponsibles'>> = {}): Part<'eventResponsibles'> => ({
  ...written, id, name: null, memberId: 'lawyer', caseEventId: 'event', completion: null, startedAt: null, dueAt: null,
  member: { name: { firstName: 'Olga', lastName: 'Orlova' } }, caseEvent: null, ...more,
});
export const visit = (more: Partial<Part<'firstVisits'>> = {}): Part<'firstVisits'> => ({
  ...satellite, id: 'visit', name: null, visitStatus: 'TAKEN', visitedAt: at(2), injuryDate: null, vtekDate: null, vtekNextReviewAt: null, serviceFrom: null,
  serviceTo: null, workCapacityLossPercent: null, dependants: null, payments: none, treatmentCosts: none, careCosts: none, lostEarnings: none, client: null, ...more,
});
export const request = (more: Partial<Part<'attorneyRequests'>> = {}): Part<'attorneyRequests'> => ({
  ...satellite, id: 'request', subject: 'Act of the accident', status: 'DRAFT', sentAt: null, dueAt: null, answeredAt: null, addressee: null, ...more,
});
export const document = (id: string, more: Partial<Part<'caseDocuments'>> = {}): Part<'caseDocuments'> => ({
  ...satellite, id, name: id, status: 'REQUIRED', requestedAt: null, receivedAt: null, requirement: null, ...more,
});
export const filing = (more: Partial<Part<'courtFilings'>> = {}): Part<'courtFilings'> => ({
  ...satellite, id: 'filing', name: null, instance: 'FIRST', filedAt: '2026-03-10', acceptedAt: null, courtCaseNumber: null, courtId: 'district',
  court: { name: 'District court', level: 'DISTRICT' }, previousFilingId: null, previousFiling: null, ...more,
});
const filed = (of: Part<'courtFilings'>) => ({ courtFilingId: of.id, courtFiling: { legalCaseId: of.legalCaseId, instance: of.instance, filedAt: of.filedAt } });
export const hearing = (more: Partial<Part<'courtHearings'>> = {}, of = filing()): Part<'courtHearings'> => ({
  ...satellite, id: 'hearing', name: null, scheduledAt: at(20), endsAt: null, room: null, outcome: 'SCHEDULED', courtId: of.courtId, court: of.court, ...filed(of), ...more,
});
export const decision = (more: Partial<Part<'courtDecisions'>> = {}, of = filing()): Part<'courtDecisions'> => ({
  ...satellite, id: 'decision', name: null, outcome: 'GRANTED', instance: of.instance, decidedAt: '2026-03-20', effectiveAt: null, appealDueAt: null, derived: null,
  lineCount: null, ...NOBODY, rootDirectionId: null, courtId: of.courtId, court: of.court, ...filed(of), ...more,
});
export const recovery = (id: string, more: Partial<Part<'recoveries'>> = {}, of: Part<'courtDecisions'> | null = decision()): Part<'recoveries'> => ({
  ...written, id, name: null, claimed: none, awarded: none, collected: none, collectedAt: null, kindId: 'moral', kind: { name: 'Moral harm' }, payer: null,
  decidedAt: null, instance: null, outcome: null, countsAsClaimed: null, countsAsAwarded: null, isFirstOfKind: null, ...NOBODY, rootDirectionId: null,
  courtDecisionId: of?.id ?? null,
  courtDecision: of && { legalCaseId: of.legalCaseId, instance: of.instance, decidedAt: of.decidedAt, outcome: of.outcome }, ...more,
});
export const assignment = (id: string, more: Partial<Part<'clientAssignments'>> = {}): Part<'clientAssignments'> => ({
  ...written, id, status: 'NEW', givenAt: null, dueAt: null, completedAt: null, actualDays: null, isOverdue: false, daysLate: null,
  responsibleId: null, ...NOBODY, ...more,
});

export const bundle = (more: Partial<Bundle> = {}): Bundle => ({
  ...(Object.fromEntries(PART_NAMES.map((name) => [name, []])) as unknown as Bundle),
  legalCase: legalCase(),
  ...more,
});

export const derive = (of: Bundle, now = at(15), more: Partial<Pick<Parameters<typeof deriveCase>[0], 'number' | 'office' | 'expected'>> = {}): Write[] =>
  deriveCase({ bundle: of, catalogues: CATALOGUES, office: OFFICE, now: new Date(now), ...more });

const LISTS = {
  caseEvent: 'caseEvents', eventResponsible: 'eventResponsibles', firstVisit: 'firstVisits', attorneyRequest: 'attorneyRequests', caseDocument: 'caseDocuments',
  courtFiling: 'courtFilings', courtHearing: 'courtHearings', courtDecision: 'courtDecisions', recovery: 'recoveries', clientAssignment: 'clientAssignments',
  caseFinance: 'caseFinances', caseControl: 'caseControls',
} as const;

/** The records as the server has them once everything is written. */
export const afterwards = (before: Bundle, writes: Write[], now = at(15)): Bundle => {
  const after = JSON.parse(JSON.stringify(before)) as Bundle;
  for (const { object, id, data } of writes) {
    if (object === 'legalCase') Object.assign(after.legalCase, data, { updatedAt: now });
    else {
      const list = after[LISTS[object as keyof typeof LISTS]] as { id: string }[];
      const known = list.find((record) => record.id === id);
      if (known) Object.assign(known, data, { updatedAt: now });
      else list.push({ ...(object === 'caseEvent' ? event(id) : { id }), ...data, createdAt: now, updatedAt: now } as unknown as { id: string });
    }
  }
  const known = [...before.courtHearings, ...before.courtDecisions].filter(({ courtId }) => courtId !== null).map(({ id }) => id);
  for (const record of [...after.courtHearings, ...after.courtDecisions].filter(({ id }) => !known.includes(id)))
    record.court = after.courtFilings.find(({ courtId }) => courtId !== null && courtId === record.courtId)?.court ?? null;
  // A responsible of an event that went to another case leaves this one.
  after.eventResponsibles = after.eventResponsibles.filter(({ legalCaseId }) => legalCaseId === after.legalCase.id);
  return after;
};

/** What a look leaves behind, and what the next one would still write: nothing, or something is wrong. */
export const settled = (of: Bundle, now = at(15)): Bundle => {
  const after = afterwards(of, derive(of, now), now);
  expect(derive(after, now)).toEqual([]);
  return after;
};
