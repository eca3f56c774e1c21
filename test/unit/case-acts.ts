import fc from 'fast-check';
import type { Bundle } from '../../workers/cases/bundle';
import { at, decision, document, event, filing, hearing, recovery, request, responsible, visit } from './case-office';

const day = fc.integer({ min: 1, max: 28 }).map((each) => `2026-03-${String(each).padStart(2, '0')}`);
const moment = fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 })).map(([each, hour]) => at(each, hour));
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const oneOf = <const T>(...values: T[]) => orNull(fc.constantFrom(...values));
const id = (name: string) => fc.integer({ min: 1, max: 3 }).map((each) => `${name}${each}`);

const instance = oneOf('FIRST', 'APPEAL', 'CASSATION', 'SUPERVISORY');
const filings = fc
  .record({ id: id('filing'), instance, filedAt: orNull(day), acceptedAt: orNull(day), previousFilingId: orNull(id('filing')), courtId: oneOf('district', 'supreme') })
  .map((more) => filing({ ...more, previousFiling: more.previousFilingId ? { legalCaseId: 'case', instance: 'FIRST', filedAt: '2026-03-05' } : null }));
const decisions = fc
  .record({ id: id('decision'), instance, outcome: oneOf('GRANTED', 'PARTLY_GRANTED', 'DENIED', 'SETTLED', 'DISMISSED'), decidedAt: orNull(day), effectiveAt: orNull(day), appealDueAt: orNull(day) })
  .map((more) => decision(more));
const money = fc.oneof(fc.constant({ amountMicros: null, currencyCode: null }), fc.record({ amountMicros: fc.integer({ min: -5, max: 1e15 }).map(String), currencyCode: oneOf('RUB', 'USD') }));

/** What people do to a case: they write a record, or delete one. Careless or malicious ones too. */
export const acts: fc.Arbitrary<(before: Bundle) => Bundle> = fc.oneof(
  put('firstVisits', fc.record({ id: id('visit'), visitStatus: oneOf('DRAFT', 'TAKEN'), visitedAt: orNull(moment) }).map(visit)),
  put('attorneyRequests', fc.record({ id: id('request'), status: oneOf('DRAFT', 'SENT', 'ANSWERED', 'REFUSED'), sentAt: orNull(day), answeredAt: orNull(day) }).map(request)),
  put('courtFilings', filings),
  put('courtHearings', fc.record({ id: id('hearing'), outcome: oneOf('SCHEDULED', 'HELD', 'ADJOURNED', 'CANCELLED'), scheduledAt: orNull(moment), endsAt: orNull(moment) }).map((more) => hearing(more))),
  put('courtDecisions', decisions),
  put('caseDocuments', fc.record({ id: id('document'), status: oneOf('REQUIRED', 'RECEIVED', 'REJECTED', 'NOT_NEEDED'), receivedAt: orNull(day) }).map(({ id: key, ...more }) => document(key, more))),
  put('recoveries', fc.record({ id: id('line'), claimed: money, awarded: money, collected: money, kindId: oneOf('moral', 'care'), collectedAt: orNull(day) }).map(({ id: key, ...more }) => recovery(key, more))),
  put('caseEvents', events()),
  put('eventResponsibles', fc.record({ id: id('row'), memberId: oneOf('lawyer', 'other'), caseEventId: orNull(id('event')) }).map(({ id: key, ...more }) => responsible(key, more))),
  // On events of the workers' own making too: how they stand, or that they are gone.
  fc.tuple(fc.nat(9), oneOf('PLANNED', 'IN_PROGRESS', 'WAITING', 'COMPLETED', 'CANCELLED'), moment).map(([index, completion, updatedAt]) => (before: Bundle): Bundle => ({
    ...before, caseEvents: before.caseEvents.map((each, position) => (position === index ? { ...each, completion, updatedAt } : each)),
  })),
  fc.nat(9).map((index) => (before: Bundle): Bundle => ({ ...before, caseEvents: before.caseEvents.filter((_, position) => position !== index) })),
  fc.record({ stage: oneOf('INTAKE', 'APPEAL', 'ARCHIVED'), nextStep: oneOf('Call'), openedAt: orNull(day) }).map((more) => (before: Bundle): Bundle => ({ ...before, legalCase: { ...before.legalCase, ...more } })),
);

function events() {
  return fc
    .record({
      id: id('event'), completion: oneOf('PLANNED', 'IN_PROGRESS', 'WAITING', 'COMPLETED', 'CANCELLED'), startedAt: orNull(moment), completedAt: orNull(moment), updatedAt: moment,
      kindId: oneOf('kind-DOCUMENT_INTAKE', 'kind-AWAITING_CLIENT', 'kind-PRETRIAL_CLAIM', 'kind-RECOVERY_AMOUNT', 'kind-CASE_ARCHIVING', 'kind-that-is-gone'),
    })
    .map(({ id: key, ...more }) => event(key, more));
}

function put<Name extends 'firstVisits' | 'attorneyRequests' | 'courtFilings' | 'courtHearings' | 'courtDecisions' | 'caseDocuments' | 'recoveries' | 'caseEvents' | 'eventResponsibles'>(
  name: Name,
  records: fc.Arbitrary<Bundle[Name][number]>,
) {
  return fc.tuple(records, fc.integer({ min: 0, max: 3 })).map(([record, dice]) => (before: Bundle): Bundle => {
    const list = before[name] as { id: string }[];
    const known = list.find((each) => each.id === record.id);
    const others = list.filter((each) => each.id !== record.id);
    return { ...before, [name]: dice === 0 ? others : [...others, known ? { ...known, ...onlySaid(record) } : record] };
  });
}

/** What a person writes of a record; what the workers wrote in it stays. */
function onlySaid(record: object) {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
}
