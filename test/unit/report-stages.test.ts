import fc from 'fast-check';
import { byGroups, loadStages, ofEvents, type ClientRow, type FullEvent, type Source, type StagesScope } from '../../front/eventStages/data';
import { completed, countsOf, FIGURE_KEYS, FIGURES, inWork, started, total, undated, type StageEvent } from '../../front/eventStages/figures';
import { branchesOf } from '../../front/reports/branches';
import { bounds, type Bounds } from '../../front/reports/period';
import { eventually, startTypeScript, type Process } from '../workers/office';

const MARCH = bounds({ from: '2026-03-01', to: '2026-03-31' }, 'Europe/Moscow');
const at = (day: string): string => new Date(`${day}:00+03:00`).toISOString();
const event = (completion: StageEvent['completion'], startedAt: string | null, completedAt: string | null = null): StageEvent => ({
  completion, startedAt: startedAt && at(startedAt), completedAt: completedAt && at(completedAt),
});

describe('a small office worked out by hand, in March by Moscow’s clock', () => {
  //                                                                                      started, completed, in work, total
  it.each<[string, StageEvent, string]>([
    ['begun in March, goes on', event('IN_PROGRESS', '2026-03-10T10:00'), 'started inWork total'],
    ['awaits the client since March', event('WAITING', '2026-03-10T10:00'), 'started inWork total'],
    ['goes on since January', event('IN_PROGRESS', '2026-01-10T10:00'), 'inWork total'],
    ['begun and completed in March', event('COMPLETED', '2026-03-10T10:00', '2026-03-20T10:00'), 'started completed total'],
    ['begun in February, completed in March', event('COMPLETED', '2026-02-10T10:00', '2026-03-20T10:00'), 'completed total'],
    ['begun in March, completed in April', event('COMPLETED', '2026-03-10T10:00', '2026-04-20T10:00'), 'started inWork total'],
    ['went on from February to April', event('COMPLETED', '2026-02-10T10:00', '2026-04-20T10:00'), 'inWork total'],
    ['over before March', event('COMPLETED', '2026-02-10T10:00', '2026-02-28T23:59'), ''],
    ['begun in April', event('IN_PROGRESS', '2026-04-01T00:00'), ''],
    ['the first minute of March', event('IN_PROGRESS', '2026-03-01T00:00'), 'started inWork total'],
    ['the last minute of March', event('COMPLETED', '2026-03-31T23:59', '2026-03-31T23:59'), 'started completed total'],
    ['completed in the first minute of April', event('COMPLETED', '2026-03-31T23:59', '2026-04-01T00:00'), 'started inWork total'],
    ['a hearing to come', event('PLANNED', '2026-04-10T10:00'), ''],
    ['a hearing of which nobody said whether it was held', event('PLANNED', '2026-03-10T10:00'), ''],
    ['called off', event('CANCELLED', '2026-03-10T10:00', '2026-03-20T10:00'), ''],
    ['nobody said how it stands', event(null, '2026-03-10T10:00'), ''],
    ['completed in March, begun nobody knows when', event('COMPLETED', null, '2026-03-20T10:00'), 'completed total'],
    ['completed nobody knows when', event('COMPLETED', '2026-03-10T10:00'), 'started'],
    ['in work since nobody knows when', event('IN_PROGRESS', null), ''],
  ])('%s', (_, each, figures) => {
    expect(FIGURE_KEYS.filter((key) => FIGURES[key].holds(each, MARCH)).join(' ')).toBe(figures);
  });

  it('says which lack a date', () => {
    expect([event('COMPLETED', null, '2026-03-20T10:00'), event('COMPLETED', '2026-03-10T10:00'), event('IN_PROGRESS', null)].every(undated.holds)).toBe(true);
    expect([event('PLANNED', null), event('CANCELLED', null), event('IN_PROGRESS', '2026-03-10T10:00')].some(undated.holds)).toBe(false);
  });
});

const KEY = 'report-stages-key';
let sandbox: Process;
let url: string;
beforeAll(async () => {
  sandbox = startTypeScript('sandbox/main.ts', { PORT: '0', TWENTY_API_KEY: KEY, API_RATE_LIMITING_LONG_LIMIT: '0', OFFICE_TIME_ZONE: 'Europe/Moscow' });
  url = await eventually('the demo office is open', () => /ready at (\S+)/.exec(sandbox.output())?.[1]);
});
afterAll(() => sandbox?.end('SIGKILL'));

let operations = 0;
const ask = async <T>(query: string, variables: object = {}): Promise<T> => {
  operations += 1;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: T; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
};
const all = async <T>(plural: string, fields: string): Promise<T[]> => {
  const answer = await ask<Record<string, { edges: { node: T }[] }>>(`{ ${plural}(first: 5000) { edges { node { ${fields} } } } }`);
  return answer[plural]!.edges.map(({ node }) => node);
};

type Event = FullEvent & { directionId: string | null; client: { name: { firstName: string; lastName: string } } | null };
type Responsible = { caseEventId: string; memberId: string; responsibility: string };
type Direction = { id: string; name: string | null; parentId: string | null; particulars: null; isActive: boolean };

describe('the demo office', () => {
  let events: Event[];
  let responsibles: Responsible[];
  let directions: Direction[];
  beforeAll(async () => {
    events = await all('caseEvents', 'id title completion startedAt completedAt clientId eventGroup kindId directionId client { name { firstName lastName } } legalCase { number }');
    responsibles = await all('eventResponsibles', 'caseEventId memberId responsibility');
    directions = await all('legalDirections', 'id name parentId particulars isActive');
  });

  const months = (back: number, length: number): Bounds => {
    const now = new Date();
    const first = (shift: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + shift, 1, -3)).toISOString();
    return { start: first(-back), end: first(length - back) };
  };

  /** The figures once more, in plain loops and by other words: how an event stood at the start and at the end. */
  const reckoned = (wanted: (each: Event) => boolean, { start, end }: Bounds, inWorkOnly: boolean): Map<string, number[]> => {
    const rows = new Map<string, number[]>();
    const [from, to] = [new Date(start).getTime(), new Date(end).getTime()];
    for (const each of events) {
      if (!wanted(each)) continue;
      if (each.completion === null || each.completion === 'PLANNED' || each.completion === 'CANCELLED') continue;
      const begun = each.startedAt === null ? NaN : new Date(each.startedAt).getTime();
      const over = each.completion !== 'COMPLETED' ? Infinity : each.completedAt === null ? -Infinity : new Date(each.completedAt).getTime();
      const goesOn = begun < to && !(over < to);
      if (inWorkOnly && !goesOn) continue;
      const isStarted = !(begun < from) && begun < to;
      const isOver = !(over < from) && over < to;
      if (!isStarted && !isOver && !goesOn) continue;
      const key = JSON.stringify([each.clientId, each.eventGroup, each.kindId]);
      const row = rows.get(key) ?? [0, 0, 0, 0];
      if (isStarted) row[0] += 1;
      if (isOver) row[1] += 1;
      if (goesOn) row[2] += 1;
      if (isOver || goesOn) row[3] += 1;
      rows.set(key, row);
    }
    return rows;
  };
  const added = (rows: Map<string, number[]>, of: (keys: (string | null)[]) => unknown): Record<string, number[]> => {
    const result: Record<string, number[]> = {};
    for (const [key, counts] of rows) {
      const name = String(of(JSON.parse(key) as (string | null)[]));
      const row = (result[name] ??= [0, 0, 0, 0]);
      for (let figure = 0; figure < 4; figure += 1) row[figure] += counts[figure]!;
    }
    return result;
  };
  const figuresOf = ({ counts }: { counts: Record<(typeof FIGURE_KEYS)[number], number> }) => FIGURE_KEYS.map((key) => counts[key]);

  const scope = (more: Partial<StagesScope> = {}): StagesScope => ({ bounds: months(5, 6), directionIds: null, inWorkOnly: false, client: '', memberId: null, ...more });

  /** All that a source says, against the loops. */
  const holdTo = async (of: StagesScope, wanted: (each: Event) => boolean): Promise<void> => {
    const rows = reckoned(wanted, of.bounds, of.inWorkOnly);
    const loaded = await loadStages(ask, of, { key: 'total', descending: true });
    if ('kind' in loaded) throw new Error('too many');
    const { stages, source } = loaded;
    expect(stages.isAll).toBe(true);
    expect(Object.fromEntries(stages.clients.map((row) => [String(row.clientId), figuresOf(row)]))).toEqual(added(rows, ([clientId]) => clientId));
    expect(Object.fromEntries(stages.groups.map((row) => [String(row.eventGroup), figuresOf(row)]))).toEqual(added(rows, ([, eventGroup]) => eventGroup));
    expect([figuresOf({ counts: stages.totals })]).toEqual([...Object.values(added(rows, () => 'all')), ...(rows.size === 0 ? [[0, 0, 0, 0]] : [])]);
    expect(stages.clients.map(({ counts }) => counts.total)).toEqual(stages.clients.map(({ counts }) => counts.total).sort((a, b) => b - a));
    for (const { clientId } of [stages.clients[0], stages.clients.at(-1)].filter((row): row is ClientRow => row !== undefined)) {
      const branch = await source.branch(clientId);
      const own = new Map([...rows].filter(([key]) => (JSON.parse(key) as string[])[0] === clientId));
      expect(Object.fromEntries(branch.map((row) => [`${row.eventGroup} ${row.kindId}`, figuresOf(row)]))).toEqual(added(own, ([, eventGroup, kindId]) => `${eventGroup} ${kindId}`));
      const { eventGroup, kindId, counts } = branch[0]!;
      const { events: found, count } = await source.events({ clientId, eventGroup, kindId });
      expect(found).toHaveLength(count);
      expect(countsOf(found, of.bounds)).toEqual(counts);
      for (const key of FIGURE_KEYS) expect(await behind(source, key, { clientId, eventGroup, kindId })).toBe(counts[key]);
    }
    for (const key of FIGURE_KEYS) expect(await behind(source, key, {})).toBe(Math.min(stages.totals[key], of.memberId === null ? Infinity : 201));
  };
  const behind = async (source: Source, key: (typeof FIGURE_KEYS)[number], place: object): Promise<number> =>
    (await ask<{ caseEvents: { totalCount: number } }>('query ($filter: CaseEventFilterInput) { caseEvents(filter: $filter, first: 1) { totalCount } }', { filter: source.behind(key, place) })).caseEvents.totalCount;

  it('has the figures of an independent computation', async () => {
    operations = 0;
    await loadStages(ask, scope(), { key: 'total', descending: true });
    expect(operations).toBe(7);
    await holdTo(scope(), () => true);
    await holdTo(scope({ bounds: months(0, 1) }), () => true);
    await holdTo(scope({ bounds: months(30, 1), inWorkOnly: true }), () => true);
    await holdTo(scope({ bounds: months(-30, 1) }), () => true);
  });

  it('by direction with its branches, by a client’s name, and in work only', async () => {
    const top = directions.find(({ id, parentId }) => parentId === null && directions.some((each) => each.parentId === id) && events.some(({ directionId }) => branchesOf(directions, id).includes(directionId!)))!;
    const ids = branchesOf(directions, top.id);
    expect(ids.length).toBeGreaterThan(1);
    await holdTo(scope({ directionIds: ids, inWorkOnly: true }), ({ directionId }) => ids.includes(directionId!));
    await holdTo(scope({ directionIds: [] }), ({ directionId }) => directionId === null);
    const { firstName, lastName } = events.find(({ client, completion }) => client && completion === 'IN_PROGRESS')!.client!.name;
    const client = ` ${lastName.slice(1).toUpperCase()} ${firstName.slice(0, 3)} `;
    const words = client.trim().toLowerCase().split(' ');
    const isNamed = ({ client: of }: Event) => words.every((word) => [of?.name.firstName, of?.name.lastName].some((name) => name?.toLowerCase().includes(word)));
    await holdTo(scope({ client }), isNamed);
    await holdTo(scope({ client: '100%' }), () => false);
  });

  it('of one responsible person, who answers for an event once and not where they only observe', async () => {
    const busiest = [...new Set(responsibles.map(({ memberId }) => memberId))].sort(
      (one, other) => responsibles.filter(({ memberId }) => memberId === other).length - responsibles.filter(({ memberId }) => memberId === one).length,
    );
    for (const memberId of [busiest[0]!, busiest.at(-1)!]) {
      const own = new Set(responsibles.filter((each) => each.memberId === memberId && each.responsibility !== 'OBSERVER').map(({ caseEventId }) => caseEventId));
      await holdTo(scope({ memberId }), ({ id }) => own.has(id));
      await holdTo(scope({ memberId, inWorkOnly: true, bounds: months(8, 2) }), ({ id }) => own.has(id));
    }
  });

  it('reads further clients in any order, each once, the same from groups as from the events themselves', async () => {
    const of = scope({ bounds: months(0, 1) });
    const names = new Map(events.map(({ clientId, client }) => [clientId!, `${client?.name.lastName} ${client?.name.firstName}`]));
    const [groups, records] = [byGroups(ask, of), ofEvents(events, names, of)];
    for (const key of ['name', ...FIGURE_KEYS]) {
      const sort = { key, descending: key !== 'name' };
      const whole = await groups.clients(sort, []);
      expect(whole.isAll).toBe(true);
      const known = whole.clients.slice(0, 10).map(({ clientId }) => clientId);
      const rest = await groups.clients(sort, known);
      expect(new Set(rest.clients.map(({ clientId }) => clientId))).toEqual(new Set(whole.clients.slice(10).map(({ clientId }) => clientId)));
      const same = await records.clients(sort, []);
      const byId = (rows: ClientRow[]) => new Map(rows.map((row) => [row.clientId, row]));
      expect(byId(whole.clients)).toEqual(byId(same.clients));
      const shown = (rows: ClientRow[]) => rows.map(({ name, counts }) => (key === 'name' ? name : counts[key as 'total']));
      expect(shown(whole.clients)).toEqual(shown(same.clients));
    }
    expect(await groups.undated()).toBe(await records.undated());
  });
});

it('shows more clients than come at once, each of them once, those who have most of a figure first', async () => {
  const many = Array.from({ length: 230 }, (_, place) => place);
  const create = async <T>(object: string, rows: object[]): Promise<T[]> => {
    const operation = `create${object === 'Person' ? 'People' : `${object}s`}`;
    const answers = await Promise.all([rows.slice(0, 200), rows.slice(200)].map((data) => ask<Record<string, T[]>>(`mutation ($data: [${object}CreateInput!]!) { ${operation}(data: $data) { id } }`, { data })));
    return answers.flatMap((answer) => answer[operation]!);
  };
  const people = await create<{ id: string }>('Person', many.map((place) => ({ name: { firstName: 'Z', lastName: `Crowd ${String(place).padStart(3, '0')}` } })));
  const of: Bounds = { start: '2002-01-01T00:00:00.000Z', end: '2002-02-01T00:00:00.000Z' };
  const day = (date: number) => `2002-01-${String(date).padStart(2, '0')}T10:00:00.000Z`;
  await create('CaseEvent', [
    ...people.map(({ id }, place) => ({ clientId: id, startedAt: day(2), ...(place < 5 ? { completion: 'COMPLETED', completedAt: day(3) } : { completion: 'COMPLETED', completedAt: '2002-03-01T00:00:00.000Z' }) })),
    { completion: 'COMPLETED', startedAt: day(2), completedAt: '2002-03-01T00:00:00.000Z' },
  ]);
  const source = byGroups(ask, { bounds: of, directionIds: null, inWorkOnly: false, client: '' });
  for (const key of ['total', 'completed', 'started', 'name']) {
    const sort = { key, descending: key !== 'name' };
    const first = await source.clients(sort, []);
    const rest = await source.clients(sort, first.clients.map(({ clientId }) => clientId));
    expect([first.clients.length, first.isAll, rest.clients.length, rest.isAll]).toEqual([200, false, 31, true]);
    expect(new Set([...first.clients, ...rest.clients].map(({ clientId }) => clientId))).toEqual(new Set([...people.map(({ id }) => id), null]));
    if (key === 'completed') expect(first.clients.filter(({ counts }) => counts.completed === 1)).toHaveLength(5);
    if (key === 'name') expect(first.clients.map(({ name }) => name)).toEqual(many.slice(0, 200).map((place) => `Crowd ${String(place).padStart(3, '0')} Z`));
  }
});

describe('random events', () => {
  const MOMENTS = Array.from({ length: 8 }, (_, day) => new Date(Date.UTC(2001, 0, 1 + day, 21)).toISOString());
  const moment = fc.constantFrom(...MOMENTS, new Date(Date.parse(MOMENTS[3]!) - 1).toISOString(), null);
  const anEvent = fc.record({
    completion: fc.constantFrom('PLANNED', 'IN_PROGRESS', 'WAITING', 'COMPLETED', 'COMPLETED', 'CANCELLED', null), startedAt: moment, completedAt: moment,
  }) as fc.Arbitrary<StageEvent>;

  it('are found by each figure’s filter exactly where its function holds', async () => {
    const sample = fc.sample(anEvent, { numRuns: 200, seed: 4 });
    const { createCaseEvents } = await ask<{ createCaseEvents: (StageEvent & { id: string })[] }>(
      'mutation ($data: [CaseEventCreateInput!]!) { createCaseEvents(data: $data) { id completion startedAt completedAt } }',
      { data: sample.map((each) => ({ title: 'Random', ...each })) },
    );
    const ids = createCaseEvents.map(({ id }) => id);
    const found = async (filter: object): Promise<string[]> => {
      const answer = await ask<{ caseEvents: { edges: { node: { id: string } }[] } }>(
        'query ($filter: CaseEventFilterInput) { caseEvents(filter: $filter, first: 5000) { edges { node { id } } } }', { filter: { and: [{ id: { in: ids } }, filter] } },
      );
      return answer.caseEvents.edges.map(({ node }) => node.id).sort();
    };
    const holding = (holds: (each: StageEvent) => boolean) => createCaseEvents.filter(holds).map(({ id }) => id).sort();
    expect(await found(undated.filter())).toEqual(holding(undated.holds));
    await fc.assert(
      fc.asyncProperty(fc.subarray(MOMENTS, { minLength: 2, maxLength: 2 }), async ([start, end]) => {
        const of: Bounds = { start: start!, end: end! };
        for (const figure of Object.values(FIGURES)) expect(await found(figure.filter(of))).toEqual(holding((each) => figure.holds(each, of)));
      }),
      { numRuns: 12, seed: 4 },
    );
  });

  it('add up: what is completed and what is in work is all there is, and never both', () => {
    fc.assert(
      fc.property(anEvent, fc.subarray(MOMENTS, { minLength: 2, maxLength: 2 }), (each, [start, end]) => {
        const of: Bounds = { start: start!, end: end! };
        const [isOver, goesOn] = [completed.holds(each, of), inWork.holds(each, of)];
        expect(total.holds(each, of)).toBe(isOver !== goesOn);
        if (!undated.holds(each) && !(each.completedAt && each.startedAt && each.completedAt < each.startedAt)) {
          // As the report is defined: started before the end, and completed after the start or not at all.
          const isTouched = ['IN_PROGRESS', 'WAITING', 'COMPLETED'].includes(each.completion!) && each.startedAt! < of.end && (each.completion !== 'COMPLETED' || each.completedAt! >= of.start);
          expect(total.holds(each, of)).toBe(isTouched);
          if (started.holds(each, of)) expect(isTouched).toBe(true);
        }
      }),
    );
  });
});
