import { branchesOf } from '../../front/reports/branches';
import { bounds } from '../../front/reports/period';
import { loadHeaps, type Wanted } from '../../front/assignmentsReport/data';
import { FIGURES, summaryOf, type Cell, type FigureKey } from '../../front/assignmentsReport/figures';
import { latenessOf } from '../../workers/cases/assignments';
import { eventually, startTypeScript, type Process } from '../workers/office';

const CLOCK = { today: '2026-03-20', timeZone: 'Europe/Moscow' };
const at = (time: string): string => new Date(`${time}:00+03:00`).toISOString();
const assignment = (status: Cell['status'], due: string | null, completed: string | null = null) => ({
  status, dueAt: due && at(due), completedAt: completed && at(completed),
});
const cell = (of: ReturnType<typeof assignment>, count = 1, days: number | null = null): Cell => ({
  status: of.status, isOverdue: latenessOf(of, CLOCK.today, CLOCK.timeZone).isOverdue, count, timed: days === null ? 0 : count, days: days ?? 0,
});

describe('a small office worked out by hand, on the 20th of March by Moscow’s clock', () => {
  it.each<[string, ReturnType<typeof assignment>, string]>([
    ['done in time', assignment('DONE', '2026-03-10T18:00', '2026-03-09T12:00'), 'done'],
    ['done later on the day it was due', assignment('DONE', '2026-03-10T09:00', '2026-03-10T23:59'), 'done'],
    ['done a minute into the next day', assignment('DONE', '2026-03-10T18:00', '2026-03-11T00:00'), 'done overdue'],
    ['done, never due', assignment('DONE', null, '2026-03-11T00:00'), 'done'],
    ['done, nobody knows when', assignment('DONE', '2026-03-10T18:00'), 'done'],
    ['new and due today, by an hour that has passed', assignment('NEW', '2026-03-20T00:00'), 'open'],
    ['in work and due yesterday', assignment('IN_PROGRESS', '2026-03-19T23:59'), 'open pastDue overdue'],
    ['nobody said how it stands, due yesterday', assignment(null, '2026-03-19T12:00'), 'open pastDue overdue'],
    ['in work, never due', assignment('IN_PROGRESS', null), 'open'],
    ['called off after it was due', assignment('CANCELLED', '2026-03-10T18:00', '2026-03-15T12:00'), 'calledOff'],
  ])('%s', (_, each, wanted) => {
    const held = (['done', 'open', 'pastDue', 'calledOff', 'overdue'] satisfies FigureKey[]).filter((key) => FIGURES[key].of(cell(each)) > 0);
    expect(held.sort().join(' ')).toBe(wanted.split(' ').sort().join(' '));
  });

  it('tells how many days late, by days and not by hours', () => {
    expect(latenessOf(assignment('NEW', '2026-03-17T23:59'), CLOCK.today, CLOCK.timeZone)).toEqual({ isOverdue: true, daysLate: 3 });
    expect(latenessOf(assignment('NEW', '2026-03-20T00:00'), CLOCK.today, CLOCK.timeZone)).toEqual({ isOverdue: false, daysLate: null });
  });

  it('averages the days of what is done, and says over how many', () => {
    const cells = [cell(assignment('DONE', null, '2026-03-04T09:00'), 2, 7.5), cell(assignment('DONE', null)), cell(assignment('IN_PROGRESS', null)), cell(assignment('CANCELLED', null), 3)];
    expect(summaryOf(cells)).toEqual({ given: 7, done: 3, open: 1, calledOff: 3, overdue: 0, pastDue: 0, timed: 2, averageDays: 3.75 });
    expect(summaryOf([]).averageDays).toBeNull();
  });
});

const KEY = 'report-assignments-key';
let sandbox: Process;
let url: string;
beforeAll(async () => {
  sandbox = startTypeScript('sandbox/main.ts', { PORT: '0', TWENTY_API_KEY: KEY, API_RATE_LIMITING_LONG_LIMIT: '0', OFFICE_TIME_ZONE: 'Europe/Moscow' });
  url = await eventually('the demo office is open', () => /ready at (\S+)/.exec(sandbox.output())?.[1]);
});
afterAll(() => sandbox?.end('SIGKILL'));

const ask = async <T>(query: string, variables: object = {}): Promise<T> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
};

it('has the figures of an independent computation over the demo office', async () => {
  type Row = Record<'status' | 'givenAt' | 'dueAt' | 'completedAt' | 'responsibleId' | 'regionId' | 'directionId', string | null>;
  type Answer = {
    clientAssignments: { edges: { node: Row }[] };
    legalDirections: { edges: { node: { id: string; name: string; parentId: string | null; particulars: null; isActive: boolean } }[] };
  };
  const answer = await ask<Answer>(`{
    clientAssignments(first: 5000) { edges { node { status givenAt dueAt completedAt responsibleId regionId directionId } } }
    legalDirections(first: 5000) { edges { node { id name parentId particulars isActive } } }
  }`);
  const office = answer.clientAssignments.edges.map(({ node }) => node);
  const directions = answer.legalDirections.edges.map(({ node }) => node);
  const year = Number(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Moscow' }).format(new Date()).slice(0, 4));
  const top = directions.find(({ id, parentId }) => parentId === null && office.some(({ directionId }) => directionId !== id && branchesOf(directions, id).includes(directionId!)))!;

  const hold = async (wanted: Wanted, isWanted: (row: Row) => boolean): Promise<number> => {
    const rows: Record<'responsibleId' | 'regionId' | 'directionId', Record<string, number[]>> = { responsibleId: {}, regionId: {}, directionId: {} };
    let count = 0;
    for (const row of office) {
      const moment = Date.parse(row.givenAt!);
      if (moment < Date.parse(wanted.bounds.start) || moment >= Date.parse(wanted.bounds.end) || !isWanted(row)) continue;
      count += 1;
      // Moscow has kept three hours since 2014.
      const day = (time: string) => Math.floor((Date.parse(time) + 3 * 3_600_000) / 86_400_000);
      const isDone = row.status === 'DONE';
      const isOff = row.status === 'CANCELLED';
      const until = isDone ? day(row.completedAt!) : day(new Date().toISOString());
      const isLate = !isOff && row.dueAt !== null && until > day(row.dueAt);
      for (const field of ['responsibleId', 'regionId', 'directionId'] as const) {
        const sums = (rows[field][String(row[field])] ??= [0, 0, 0, 0, 0, 0, 0]);
        sums[0] += 1;
        if (isDone) sums[1] += 1;
        if (!isDone && !isOff) sums[2] += 1;
        if (isOff) sums[3] += 1;
        if (isLate) sums[4] += 1;
        if (isLate && !isDone) sums[5] += 1;
        // To a tenth of a day, as the record itself tells it.
        if (isDone) sums[6] += Number(((Date.parse(row.completedAt!) - moment) / 86_400_000).toFixed(1));
      }
    }
    for (const by of ['responsible', 'region', 'direction'] as const) {
      const read = await loadHeaps(ask, wanted, by);
      expect(read.reduce((sum, { summary }) => sum + summary.given, 0)).toBe(count);
      const heaps = read.map(({ id, summary }) => [
        String(id),
        [summary.given, summary.done, summary.open, summary.calledOff, summary.overdue, summary.pastDue, (summary.averageDays ?? 0) * summary.timed].map((figure) => Number(figure.toFixed(6))),
      ]);
      expect(Object.fromEntries(heaps)).toEqual(Object.fromEntries(Object.entries(rows[`${by}Id`]).map(([id, sums]) => [id, sums.map((figure) => Number(figure.toFixed(6)))])));
    }
    return count;
  };

  const anything = { responsibleId: null, regionId: null, directionIds: null };
  const threeYears = bounds({ from: `${year - 3}-01-01`, to: `${year}-12-31` }, 'Europe/Moscow');
  expect(await hold({ bounds: threeYears, ...anything }, () => true)).toBe(office.length);
  expect(await hold({ bounds: bounds({ from: `${year}-01-01`, to: `${year}-06-30` }, 'Europe/Moscow'), ...anything }, () => true)).toBeLessThan(office.length);
  const { responsibleId, regionId } = office.find((row) => row.responsibleId && row.regionId)!;
  expect(await hold({ bounds: threeYears, ...anything, responsibleId }, (row) => row.responsibleId === responsibleId)).toBeGreaterThan(0);
  expect(await hold({ bounds: threeYears, ...anything, responsibleId, regionId }, (row) => row.responsibleId === responsibleId && row.regionId === regionId)).toBeGreaterThan(0);
  expect(await hold({ bounds: threeYears, ...anything, directionIds: branchesOf(directions, top.id) }, (row) => branchesOf(directions, top.id).includes(row.directionId!))).toBeGreaterThan(0);
  expect(await hold({ bounds: threeYears, ...anything, responsibleId: 'WITHOUT' }, (row) => row.responsibleId === null)).toBe(0);
});
