import { ALIVE, casesFilter, daysStill, missingOf, orderOf, rowsFilter, stagesFilter, stagesOf, totalOf, WITHOUT, type ControlFilters } from '../../front/caseControlReport/figures';
import { chainOf, isOverdue, type Decision, type Filing, type Hearing } from '../../front/caseControlReport/ofCase';
import { AGES, forgottenFilter, ofAge } from '../../front/forgottenCases/figures';

const MOSCOW = 'Europe/Moscow';
const TODAY = '2026-11-25';
const NONE: ControlFilters = { directionId: null, departmentId: null, leadId: null, stage: null, onlyForgotten: false, onlyMissing: false, onlyOverdue: false };
const branches = (id: string) => [id, `${id}.1`, `${id}.2`];

describe('days without movement', () => {
  test.each([
    ['earlier today', '2026-11-24T21:30:00.000Z', 5, 0],
    ['yesterday, by the office’s clock', '2026-11-24T20:59:00.000Z', 0, 1],
    ['more than the workers counted last night', '2026-10-01T09:00:00.000Z', 54, 55],
    ['in the future, by mistake', '2027-01-01T09:00:00.000Z', 0, 0],
    ['in a case that is over', '2026-10-01T09:00:00.000Z', null, null],
    ['never', null, 0, null],
  ])('%s', (_, lastMovementAt, daysWithoutMovement, expected) => {
    expect(daysStill({ lastMovementAt, daysWithoutMovement }, TODAY, MOSCOW)).toBe(expected);
  });
});

test('missing papers are one a line', () => {
  expect(missingOf({ missingDocuments: 'Passport\n Power of attorney \n\nVTEK, form 3' })).toEqual(['Passport', 'Power of attorney', 'VTEK, form 3']);
  expect(missingOf({ missingDocuments: null })).toEqual([]);
});

describe('the filters of case control', () => {
  test('of a direction take its branches, of “without” the cases that have none, of the archive all that is not in it', () => {
    expect(rowsFilter(NONE, branches)).toEqual({ and: [] });
    expect(rowsFilter({ ...NONE, directionId: 'railway', departmentId: WITHOUT, leadId: 'ivan', stage: ALIVE }, branches)).toEqual({
      and: [
        { directionId: { in: ['railway', 'railway.1', 'railway.2'] } },
        { departmentId: { is: 'NULL' } },
        { leadId: { in: ['ivan'] } },
        { or: [{ stage: { is: 'NULL' } }, { stage: { neq: 'ARCHIVED' } }] },
      ],
    });
    expect(rowsFilter({ ...NONE, stage: 'APPEAL', onlyForgotten: true, onlyMissing: true, onlyOverdue: true }, branches)).toEqual({
      and: [{ stage: { eq: 'APPEAL' } }, { isForgotten: { eq: true } }, { missingDocuments: { neq: '' } }, { requestsOverdue: { gt: 0 } }],
    });
  });

  test('leave every stage in the funnel, and know which cases can be asked for by their own fields', () => {
    expect(stagesFilter({ ...NONE, stage: 'APPEAL', onlyForgotten: true }, branches)).toEqual({ and: [{ isForgotten: { eq: true } }] });
    expect(casesFilter({ ...NONE, stage: 'APPEAL', leadId: 'ivan' }, branches)).toEqual({ and: [{ leadId: { in: ['ivan'] } }, { stage: { eq: 'APPEAL' } }] });
    expect(casesFilter({ ...NONE, onlyForgotten: true }, branches)).toBeNull();
  });

  test('put the forgotten first, then the longest without movement; the longer still, the earlier it moved', () => {
    const urgent = [{ isForgotten: 'DescNullsLast' }, { lastMovementAt: 'AscNullsFirst' }];
    expect(orderOf({ key: 'state', descending: true })).toEqual(urgent);
    expect(orderOf({ key: 'no such column', descending: true })).toEqual(urgent);
    expect(orderOf({ key: 'days', descending: true })[0]).toEqual({ lastMovementAt: 'AscNullsFirst' });
    expect(orderOf({ key: 'days', descending: false })[0]).toEqual({ lastMovementAt: 'DescNullsLast' });
    expect(orderOf({ key: 'requestsOverdue', descending: true })).toEqual([{ requestsOverdue: 'DescNullsLast' }, ...urgent]);
  });
});

test('totals are those of the stages that the list shows', () => {
  const sums = (needed: number, received: number, sent: number, open: number, overdue: number) => ({
    sumRequiredCount: needed, sumReceivedCount: received, sumRequestsSent: sent, sumRequestsOpen: open, sumRequestsOverdue: overdue,
  });
  const stages = stagesOf([
    { keys: ['INTAKE'], count: 3, values: { countTrueIsForgotten: 1, ...sums(30, 10, 4, 2, 1) } },
    { keys: ['ARCHIVED'], count: 10, values: { countTrueIsForgotten: 0, ...sums(90, 90, 20, 0, 0) } },
    { keys: [null], count: 1, values: { countTrueIsForgotten: null, sumRequiredCount: null } },
  ]);
  expect(totalOf(stages, null)).toEqual({ cases: 14, forgotten: 1, requiredCount: 120, receivedCount: 100, requestsSent: 24, requestsOpen: 2, requestsOverdue: 1 });
  expect(totalOf(stages, ALIVE)).toMatchObject({ cases: 4, requiredCount: 30, receivedCount: 10 });
  expect(totalOf(stages, 'ARCHIVED')).toMatchObject({ cases: 10, requestsSent: 20 });
  expect(totalOf(stages, 'APPEAL')).toMatchObject({ cases: 0, requiredCount: 0 });
});

describe('forgotten cases by age', () => {
  // By hand: the last movement, and the days from it to 25 November.
  const moved: [string | null, number | null, (typeof AGES)[number]['key']][] = [
    ['2026-11-25T08:00:00.000Z', 0, 'MONTH'], ['2026-10-25T21:00:00.000Z', 30, 'MONTH'], ['2026-10-25T20:59:59.000Z', 31, 'QUARTER'],
    ['2026-08-26T21:00:00.000Z', 90, 'QUARTER'], ['2026-08-26T20:59:59.000Z', 91, 'HALF_YEAR'], ['2026-05-28T21:00:00.000Z', 180, 'HALF_YEAR'],
    ['2026-05-28T20:59:59.000Z', 181, 'LONGER'], ['2020-01-01T00:00:00.000Z', 2520, 'LONGER'], [null, null, 'LONGER'],
  ];
  type Condition = { and?: Condition[]; or?: Condition[]; lastMovementAt?: { gte?: string; lt?: string; is?: string } };
  const holds = ({ and, or, lastMovementAt: asked }: Condition, at: string | null): boolean => {
    if (and) return and.every((each) => holds(each, at));
    if (or) return or.some((each) => holds(each, at));
    if (asked?.is) return at === null;
    return at !== null && (asked?.gte === undefined || at >= asked.gte) && (asked?.lt === undefined || at < asked.lt);
  };

  test.each(moved)('%s, %s days still: %s and no other', (at, days, age) => {
    expect(at && daysStill({ lastMovementAt: at, daysWithoutMovement: 1 }, TODAY, MOSCOW)).toBe(days);
    expect(AGES.filter(({ key }) => holds(ofAge(key, TODAY, MOSCOW) as Condition, at)).map(({ key }) => key)).toEqual([age]);
  });

  test('are narrowed by each choice, but for the counts beside it', () => {
    const filters = { age: null, departmentId: WITHOUT, leadId: 'ivan' };
    const said = (but?: 'departmentId' | 'leadId') => forgottenFilter(filters, { today: TODAY, timeZone: MOSCOW, ...(but ? { but } : {}) });
    expect(said()).toEqual({ and: [{ isForgotten: { eq: true } }, { departmentId: { is: 'NULL' } }, { leadId: { eq: 'ivan' } }] });
    expect(said('leadId')).toEqual({ and: [{ isForgotten: { eq: true } }, { departmentId: { is: 'NULL' } }] });
  });
});

describe('one case', () => {
  test('a request is overdue when it was sent, has no answer and its day is over', () => {
    expect(isOverdue({ status: 'SENT', dueAt: '2026-11-24' }, TODAY)).toBe(true);
    expect(isOverdue({ status: 'SENT', dueAt: TODAY }, TODAY)).toBe(false);
    expect(isOverdue({ status: 'ANSWERED', dueAt: '2026-11-01' }, TODAY)).toBe(false);
    expect(isOverdue({ status: 'SENT', dueAt: null }, TODAY)).toBe(false);
  });

  const filing = (id: string, previousFilingId: string | null): Filing => ({ id, previousFilingId, instance: null, filedAt: null, acceptedAt: null, courtCaseNumber: null, court: null });
  const hearing = (id: string, courtFilingId: string | null): Hearing => ({ id, courtFilingId, scheduledAt: null, outcome: null, room: null, court: null });
  const decision = (id: string, courtFilingId: string | null): Decision => ({ id, courtFilingId, instance: null, decidedAt: null, effectiveAt: null, appealDueAt: null, outcome: null, court: null });
  const ids = (links: { filing: Filing }[]) => links.map(({ filing: { id } }) => id);

  test('goes from each instance to the next, with the hearings and decisions of each', () => {
    const { links, loose } = chainOf({
      filings: [filing('appeal', 'first'), filing('first', null), filing('cassation', 'appeal'), filing('other claim', 'a filing of another case')],
      hearings: [hearing('h1', 'first'), hearing('h2', 'first'), hearing('h3', null)],
      decisions: [decision('d1', 'first'), decision('d2', 'gone')],
    });
    expect(ids(links)).toEqual(['first', 'appeal', 'cassation', 'other claim']);
    expect(links[0]!.hearings.map(({ id }) => id)).toEqual(['h1', 'h2']);
    expect(links[0]!.decisions.map(({ id }) => id)).toEqual(['d1']);
    expect(loose.hearings.map(({ id }) => id)).toEqual(['h3']);
    expect(loose.decisions.map(({ id }) => id)).toEqual(['d2']);
  });

  test('shows filings that go round in a circle once each', () => {
    expect(ids(chainOf({ filings: [filing('a', 'b'), filing('b', 'a'), filing('c', 'c')], hearings: [], decisions: [] }).links).sort()).toEqual(['a', 'b', 'c']);
  });
});
