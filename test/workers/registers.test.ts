import { Redis } from 'ioredis';
import { API_KEY, eventually, startTypeScript, TestOffice, type Caller, type Row } from './office';

let office: TestOffice;
let admin: Caller;
let directions: Row[];
let region: Row;
let kinds: Row[];
beforeAll(async () => {
  office = await TestOffice.open({ OFFICE_LANGUAGE: 'en', OFFICE_TIME_ZONE: 'Europe/Moscow', API_OPERATIONS_A_MINUTE: '600' });
  ({ admin } = office.people);
  office.startWorkers();
  await eventually('the catalogues are there', async () => {
    directions = await admin.list('legalDirections', 'id rootId code name');
    kinds = await admin.list('eventKinds', 'id code normDays');
    return kinds.length > 20 && directions.length > 20 && directions.every(({ rootId }) => rootId);
  });
  [region] = (await admin.query('{ regions(filter: { code: { eq: "RU-MOW" } }) { edges { node { id name } } } }')).regions.edges.map(({ node }: Row) => node);
}, 180_000);
afterAll(() => office?.close());

const rub = (amount: number, currencyCode = 'RUB') => ({ amountMicros: amount * 1_000_000, currencyCode });
const kindId = (code: string): string => kinds.find((kind) => kind.code === code)!.id;

type Figures = Record<string, number[]>;

/** The register of durations: of each cell, the figures. */
const durations = async (): Promise<Figures> => {
  const rows = await admin.query(
    '{ eventDurations(first: 500) { edges { node { name eventGroup directionId courtId completedCount averageDays medianDays p90Days longestDays } } } }',
  );
  return Object.fromEntries(
    rows.eventDurations.edges.map(({ node }: Row) => [node.name, [node.completedCount, node.averageDays, node.medianDays, node.p90Days, node.longestDays]]),
  ) as Figures;
};

/** The register of decisions: of each cell, decisions, each once, claimed, awarded and collected. */
const totals = async (): Promise<Figures> => {
  const amounts = 'claimed { amountMicros } awarded { amountMicros } collected { amountMicros }';
  const rows = await admin.query(`{ courtDecisionTotals(first: 500) { edges { node { name month decisions distinctDecisions ${amounts} } } } }`);
  const of = ({ amountMicros }: Row) => (amountMicros === null ? null : Number(amountMicros) / 1e6);
  return Object.fromEntries(
    rows.courtDecisionTotals.edges.map(({ node }: Row) => [
      node.name, [node.decisions, node.distinctDecisions, of(node.claimed), of(node.awarded), of(node.collected)],
    ]),
  ) as Figures;
};

const become = async (what: string, read: () => Promise<Figures>, wanted: Record<string, (number | null)[]>): Promise<void> => {
  await eventually(what, async () => {
    const now = await read();
    try {
      expect(now).toEqual(wanted);
      return true;
    } catch {
      return Promise.reject(new Error(JSON.stringify(now)));
    }
  });
};

const completed = (legalCaseId: string, days: number): Promise<string> =>
  admin.create('caseEvent', {
    legalCaseId, kindId: kindId('DOCUMENT_INTAKE'), completion: 'COMPLETED', startedAt: '2026-03-02T09:00:00Z', completedAt: new Date(Date.UTC(2026, 2, 2 + days, 9)).toISOString(),
  });

const rebuild = async (settings: Record<string, string> = {}, ...more: string[]) => {
  const command = startTypeScript(
    'workers/main.ts',
    { TWENTY_API_URL: office.url, TWENTY_API_KEY: API_KEY, REDIS_URL: `redis://127.0.0.1:${office.redisPort}`, OFFICE_LANGUAGE: 'en', OFFICE_TIME_ZONE: 'Europe/Moscow', API_OPERATIONS_A_MINUTE: '600', ...settings },
    'rebuild',
    ...more,
  );
  return { code: await command.exited, output: command.output(), errors: command.errors() };
};

const NOTHING = 'Rows put right: caseFinance 0, caseControl 0, eventDuration 0, courtDecisionTotal 0.';

it('keeps the registers right through changes, crashes, a lost Redis and spoiled rows, and a rebuild makes the same', async () => {
  const direction = directions.find(({ code, rootId, id }) => code && rootId !== id)!;
  const root = directions.find(({ id }) => id === direction.rootId)!;
  const id = await admin.create('legalCase', { title: 'Counted', directionId: direction.id, regionId: region.id });
  const bare = await admin.create('legalCase', { title: 'Without direction, region and court' });
  const doomed = await admin.create('legalCase', { title: 'To be deleted', directionId: direction.id });
  const CELL = `Evidence · ${direction.name}`;

  // A change is in the register soon, wherever the case belongs.
  const three = await completed(id, 3);
  await completed(id, 5);
  await completed(bare, 1);
  await completed(doomed, 40);
  await become('durations of all cases', durations, { [CELL]: [3, 16, 5, 33, 40], Evidence: [1, 1, 1, 1, 1] });

  // What is counted no more: a case in the bin, an event that moved to another case.
  await admin.query(`mutation { deleteLegalCase(id: "${doomed}") { id } }`);
  await admin.update('caseEvent', three, { legalCaseId: bare });
  await become('durations without what is gone', durations, { [CELL]: [1, 5, 5, 5, 5], Evidence: [2, 2, 2, 2.8, 3] });

  // Decisions: with lines of two kinds and currencies, without lines, and a line of a case that is told nothing of.
  const decision = await admin.create('courtDecision', { legalCaseId: id, decidedAt: '2026-03-20', instance: 'FIRST', outcome: 'GRANTED' });
  await admin.create('courtDecision', { legalCaseId: id, decidedAt: '2026-04-02', instance: 'APPEAL', outcome: 'DENIED' });
  const line = await admin.create('recovery', { courtDecisionId: decision, claimed: rub(100), awarded: rub(60) });
  await admin.create('recovery', { courtDecisionId: decision, claimed: rub(7, 'USD') });
  await admin.create('recovery', { legalCaseId: bare, collected: rub(1) });
  const place = `${root.name} · ${region.name}`;
  const money = (collected: number | null) => ({
    [`03.2026 · ${place} · RUB`]: [1, 1, 100, 60, collected],
    [`03.2026 · ${place} · USD`]: [1, 0, 7, null, null],
    [`04.2026 · ${place}`]: [1, 1, null, null, null],
    'Without a date · RUB': [0, 0, null, null, 1],
  });
  await become('totals', totals, money(null));
  const [told] = await admin.list('recoveries', 'decidedAt instance outcome regionId directionId rootDirectionId', { id: { eq: line } });
  expect(told).toEqual({ decidedAt: '2026-03-20', instance: 'FIRST', outcome: 'GRANTED', regionId: region.id, directionId: direction.id, rootDirectionId: root.id });
  const { caseControls } = await admin.query('{ caseControls(first: 100) { edges { node { isForgotten legalCaseId } } } }');
  expect(caseControls.edges.map(({ node }: Row) => node.legalCaseId).sort()).toEqual([id, bare].sort());

  // A new event is told when it will end, by the norm while too little is known.
  const fresh = await admin.create('caseEvent', { legalCaseId: bare, kindId: kindId('DOCUMENT_INTAKE'), completion: 'IN_PROGRESS', startedAt: '2026-03-02T09:00:00Z' });
  const expectedEnd = await eventually('the expected end', async () => (await admin.list('caseEvents', 'expectedEndAt expectedFromCount', { id: { eq: fresh } })).find(({ expectedEndAt }) => expectedEndAt));
  const norm = kinds.find(({ code }) => code === 'DOCUMENT_INTAKE')!.normDays;
  expect(expectedEnd).toEqual({ expectedEndAt: new Date(Date.UTC(2026, 2, 2 + norm, 9)).toISOString(), expectedFromCount: 0 });

  // Killed as soon as the event has its days, whether the register has them or not; and Redis forgets everything.
  const late = await completed(id, 9);
  await eventually('the event has its days', async () => (await admin.list('caseEvents', 'actualDays', { id: { eq: late } }))[0]!.actualDays === 9);
  await office.workers[0]!.end('SIGKILL');
  await admin.update('recovery', line, { collected: rub(30), collectedAt: '2026-05-01' });
  const redis = new Redis(office.redisPort);
  await redis.flushall();
  office.startWorkers();
  // Both decisions are events too, of a day each that begins and ends with it.
  const decided = { [`Decision · ${direction.name}`]: [2, 0, 0, 0, 0] };
  await become('durations after the crash', durations, { [CELL]: [2, 7, 7, 8.6, 9], Evidence: [2, 2, 2, 2.8, 3], ...decided });
  await become('totals after the crash', totals, money(30));
  await redis.flushall();
  redis.disconnect();
  await completed(bare, 7);
  const kept = { [CELL]: [2, 7, 7, 8.6, 9], Evidence: [3, 3.7, 3, 6.2, 7], ...decided };
  await become('durations after Redis was wiped', durations, kept);

  // A rebuild beside workers finds all as it should be.
  const settled = await eventually('a rebuild finds nothing', async () => {
    const done = await rebuild();
    return done.output.includes(NOTHING) && done;
  });
  expect(settled).toMatchObject({
    code: 0, errors: expect.stringMatching(/2\/2 cases, \d+ operations/), output: expect.stringMatching(/^The registers are rebuilt from 2 cases\. .*\n\d+ operations in \d+ s\.\n$/),
  });
  await office.workers[1]!.end('SIGKILL');

  // Whatever somebody with a key writes there: figures, keys, contributions; rows made and rows thrown away.
  const { eventDurations, courtDecisionTotals } = await admin.query(
    '{ eventDurations { edges { node { id name } } } courtDecisionTotals { edges { node { id name } } } }',
  );
  const [one, other] = [CELL, 'Evidence'].map((name) => eventDurations.edges.find(({ node }: Row) => node.name === name).node);
  const { key } = office;
  await key.update('eventDuration', one.id, { completedCount: 99, eventGroup: 'CLOSING' });
  await key.update('eventDuration', other.id, { directionId: root.id });
  await key.create('eventDuration', { eventGroup: 'EVIDENCE', directionId: direction.id, completedCount: 5, name: 'Made up' });
  await key.query(`mutation { deleteCourtDecisionTotal(id: "${courtDecisionTotals.edges[0].node.id}") { id } }`);
  await key.update('courtDecisionTotal', courtDecisionTotals.edges[1].node.id, { claimed: rub(1_000_000), currencyCode: 'EUR' });
  const { caseControls: spoilt } = await key.query('{ caseControls { edges { node { id } } } }');
  await key.update('caseControl', spoilt.edges[0].node.id, { contribution: { 'CLOSING||': [1, 2, 3] }, isForgotten: true });
  const mended = await rebuild();
  expect(mended).toMatchObject({ code: 0, output: expect.stringMatching(/caseFinance 0, caseControl 1, eventDuration 3, courtDecisionTotal 2\./) });
  expect(await durations()).toEqual(kept);
  expect(await totals()).toEqual(money(30));

  const [unknown, unanswered] = await Promise.all([rebuild({}, 'everything'), rebuild({ TWENTY_API_URL: 'http://localhost:1' })]);
  expect(unknown).toMatchObject({ code: 1, errors: 'Unknown: rebuild everything. Give nothing to start the workers, or: rebuild\n' });
  expect(unanswered).toMatchObject({ code: 1, errors: expect.stringContaining('TWENTY_API_URL: no answer of Twenty at http://localhost:1') });
}, 240_000);
