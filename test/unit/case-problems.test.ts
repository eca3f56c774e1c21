import { problemsText } from '../../workers/cases/problem-words';
import {
  circleFrom, courtProblems, dayOf, filingProblems, isBefore, problemsOf, repeatedResponsibles, type CheckedObject, type Facts, type Problem,
} from '../../workers/cases/problems';

const rub = (amount: number) => ({ amountMicros: String(amount * 1_000_000), currencyCode: 'RUB' });
const of = (object: CheckedObject, facts: Facts) => problemsOf(object, facts, 'Europe/Moscow');

const SOUND: Facts = {
  visitedAt: '2026-03-10T09:00:00Z', injuryDate: '2026-03-10', workCapacityLossPercent: 40, payments: rub(0), careCosts: null, dependants: 0,
  serviceFrom: '2020-01-01', serviceTo: '2020-01-01', vtekDate: '', vtekNextReviewAt: undefined,
};

it('finds nothing wrong in a sound first visit, nor in what is left empty', () => {
  expect(of('firstVisit', SOUND)).toEqual([]);
  expect(of('firstVisit', { visitedAt: '2026-03-10T09:00:00Z' })).toEqual([]);
});

it.each([
  [{ workCapacityLossPercent: 140 }, 'PERCENT', ['workCapacityLossPercent']],
  [{ workCapacityLossPercent: -1 }, 'PERCENT', ['workCapacityLossPercent']],
  [{ workCapacityLossPercent: Number.NaN }, 'PERCENT', ['workCapacityLossPercent']],
  [{ payments: rub(-1) }, 'NEGATIVE', ['payments']],
  [{ dependants: -1 }, 'NEGATIVE', ['dependants']],
  [{ injuryDate: '2026-03-11' }, 'ORDER', ['visitedAt', 'injuryDate']],
  [{ serviceTo: '2019-12-31' }, 'ORDER', ['serviceTo', 'serviceFrom']],
  [{ visitedAt: null }, 'MISSING', ['visitedAt']],
])('a first visit with %j: %s at %j', (wrong, code, fields) =>
  expect(of('firstVisit', { ...SOUND, ...wrong })).toMatchObject([{ code, fields }]));

it.each<[CheckedObject, Facts, string[]]>([
  ['attorneyRequest', { status: 'DRAFT' }, []],
  ['attorneyRequest', { status: 'SENT' }, ['MISSING']],
  ['attorneyRequest', { status: 'ANSWERED', sentAt: '2026-03-10' }, ['MISSING']],
  ['attorneyRequest', { status: 'ANSWERED', sentAt: '2026-03-10', answeredAt: '2026-03-09' }, ['ORDER']],
  ['courtFiling', { instance: 'FIRST', filedAt: '2026-03-10', acceptedAt: '2026-03-09' }, ['ORDER']],
  ['courtHearing', { scheduledAt: '2026-03-10T09:00:00Z', endsAt: '2026-03-10T08:00:00.000Z' }, ['ORDER']],
  ['courtDecision', { decidedAt: '2026-03-10', effectiveAt: '2026-03-09', outcome: 'GRANTED' }, ['ORDER']],
  ['recovery', { claimed: rub(1), awarded: { amountMicros: -1, currencyCode: 'RUB' } }, ['NEGATIVE']],
  ['caseEvent', { startedAt: '2026-03-10T09:00:00Z', completedAt: '2026-03-10T08:59:59Z' }, ['ORDER']],
  ['legalCase', { openedAt: '2026-03-10', closedAt: '2026-03-09' }, ['ORDER']],
])('%s %j: %j', (object, facts, codes) => expect(of(object, facts).map(({ code }) => code)).toEqual(codes));

it('compares a day and a moment by the office’s own calendar', () => {
  expect(dayOf('2026-03-09T22:00:00Z', 'Europe/Moscow')).toBe('2026-03-10');
  expect(isBefore('2026-03-09T22:00:00Z', '2026-03-10', 'Europe/Moscow')).toBe(false);
  expect(isBefore('2026-03-09T22:00:00Z', '2026-03-10', 'UTC')).toBe(true);
  expect(isBefore('not a day', '2026-03-10', 'UTC')).toBe(false);
});

it('knows which courts hear what', () => {
  expect(courtProblems({ name: 'Savyolovsky', level: 'DISTRICT' }, 'FIRST')).toEqual([]);
  expect(courtProblems({ name: 'Savyolovsky', level: null }, 'SUPERVISORY')).toEqual([]);
  expect(courtProblems(null, 'FIRST')).toEqual([]);
  expect(courtProblems({ name: 'Supreme', level: 'SUPREME' }, 'FIRST')).toMatchObject([{ code: 'COURT_LEVEL', court: 'Supreme', instance: 'FIRST' }]);
});

it('compares a hearing and a decision with their filing', () => {
  const filing = { legalCaseId: 'case', instance: 'APPEAL' as const, filedAt: '2026-03-10' };
  const check = (more: object) =>
    filingProblems({ legalCaseId: 'case', instance: 'APPEAL', at: { field: 'decidedAt', value: '2026-03-10' }, ...more }, filing, 'UTC').map(({ code }) => code);
  expect(check({})).toEqual([]);
  expect(check({ legalCaseId: 'other', instance: 'FIRST', at: { field: 'decidedAt', value: '2026-03-09' } })).toEqual(['OTHER_CASE', 'INSTANCE_OF_FILING', 'BEFORE']);
  expect(filingProblems({ legalCaseId: 'case', at: { field: 'scheduledAt', value: null } }, null, 'UTC')).toEqual([]);
});

it('finds who is part of himself, and nobody else', () => {
  const parents: Record<string, string> = { a: 'b', b: 'c', c: 'a', d: 'a', e: 'e', f: 'gone' };
  const circle = (id: string) => circleFrom(id, (each) => parents[each]);
  expect(circle('a')).toEqual(['a', 'b', 'c']);
  expect(circle('d')).toBeNull();
  expect(circle('e')).toEqual(['e']);
  expect(circle('f')).toBeNull();
});

it('marks the second responsible of the same person, never the first', () =>
  expect([...repeatedResponsibles([
    { id: '1', memberId: 'a' }, { id: '2', memberId: null }, { id: '3', memberId: 'a' }, { id: '4', memberId: 'b' }, { id: '5', memberId: null }, { id: '6', memberId: 'a' },
  ])]).toEqual(['3', '6']));

it('says each problem in both languages, naming the field as the record does', () => {
  const problems: Problem[] = [
    { code: 'MISSING', fields: ['visitedAt'] }, { code: 'PERCENT', fields: ['workCapacityLossPercent'] }, { code: 'NEGATIVE', fields: ['payments'] },
    { code: 'ORDER', fields: ['serviceTo', 'serviceFrom'], earlier: 'serviceFrom', later: 'serviceTo' }, { code: 'NO_CASE', fields: [] },
    { code: 'NO_DECISION_NOR_CASE', fields: [] }, { code: 'COURT_LEVEL', fields: ['courtId'], court: 'Supreme', instance: 'FIRST' },
    { code: 'INSTANCE_OF_FILING', fields: ['instance'] }, { code: 'OTHER_CASE', fields: [], relative: 'previousFiling' },
    { code: 'BEFORE', fields: ['decidedAt'], relative: 'courtFiling' }, { code: 'FILING_CIRCLE', fields: [] },
    { code: 'PARENT_CIRCLE', fields: ['parentId'], names: ['A', 'B'] }, { code: 'RESPONSIBLE_TWICE', fields: ['memberId'] },
    { code: 'SECOND_CURRENCY', fields: [] }, { code: 'ARCHIVED_WITH_OPEN', fields: ['stage'], count: 2 },
  ];
  for (const problem of problems) {
    expect(problemsText([problem], 'en')).toMatch(/^[“A-Z][^А-я]+\.$/);
    expect(problemsText([problem], 'ru')).toMatch(/^[«А-Я].*\.$/);
  }
  expect(problemsText(problems.slice(0, 2), 'ru')).toBe('Не заполнено поле «Дата визита». «Утрата, %»: процент бывает от 0 до 100.');
  expect(problemsText([problems[0]!, problems[0]!], 'en')).toBe('“Visited” is not filled in.');
  expect(problemsText([], 'en')).toBe('');
});
