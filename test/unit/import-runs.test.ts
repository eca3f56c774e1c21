import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ImportBook, Run, Status } from '../../workers/import/book';
import type { ImportDoor } from '../../workers/import/door';
import { Imports } from '../../workers/import/imports';
import type { Snapshot } from '../../workers/import/known';
import type { PlannedLine } from '../../workers/import/plan';
import { TwentyUnavailable } from '../../workers/twenty/client';

const EMPTY: Snapshot = {
  office: { members: [], departments: [], memberships: [], clerkIds: [] },
  regions: [], directions: [], courts: [], eventKinds: [], recoveryKinds: [], people: [], companies: [], folders: [], cases: [], events: [], letters: [], belongings: [],
};

let server: Server;
let file = '';
beforeAll(async () => {
  server = createServer((request, response) => response.writeHead(request.url === '/file/1?token=t' ? 200 : 404).end(file));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

/** An office of one run, which keeps what is written; `crash` makes the writing of a slice fail once it is done. */
const officeWith = (given: Partial<Run> = {}) => {
  const run: Run & { problem?: string; columns?: unknown } = {
    id: 'run', name: null, kind: null, status: 'NEW', file: [{ fileId: '1', label: 'f.csv', extension: '.csv', url: 'http://outside.example/file/1?token=t' }], mapping: {},
    total: null, done: 0, created: 0, matched: 0, refused: 0, startedAt: null, createdAt: '2026-01-01', ...given,
  };
  const [written, told] = [new Map<string, unknown>(), new Map<number, unknown>()];
  const state = { crashes: 0, snapshots: [] as (string | null)[] };
  const book = {
    open: async () => (['NEW', 'CHECKING', 'REQUESTED', 'RUNNING'].includes(run.status!) ? [{ ...run }] : []),
    change: async (_: string, data: object, from: Status[]) => from.includes(run.status!) && Boolean(Object.assign(run, data)),
    tell: async (_: string, lines: PlannedLine[]) => lines.forEach(({ line, outcome }) => told.set(line, outcome)),
    forget: async () => told.clear(),
  } as unknown as ImportBook;
  const door = {
    snapshot: async (_: string, begunAt: string | null) => (state.snapshots.push(begunAt), EMPTY),
    write: async (lines: PlannedLine[]) => {
      for (const { id, data } of lines.flatMap(({ writes }) => writes)) written.set(id, data);
      if (state.crashes-- > 0) throw new TwentyUnavailable('away');
      return new Map();
    },
  } as unknown as ImportDoor;
  const make = () =>
    new Imports({
      book, door, apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, clock: { now: () => new Date('2026-11-25T12:00:00Z') }, language: 'en', timeZone: 'UTC', secret: 's',
      logger: { info: () => undefined, error: () => undefined },
    });
  return { run, written, told, state, make };
};

const CLIENTS = ['Контрагент;Дата рождения', ...Array.from({ length: 1200 }, (_, at) => `Иванов Иван${'абвгдежзик'[at % 10]}${'абвгдежзик'[Math.floor(at / 10) % 10]}${'лмнопрстуф'[Math.floor(at / 100) % 10]}${at >= 1000 ? 'ц' : ''};01.01.1960`)].join('\n');

test('a file is checked line by line, and imported once it is asked for', async () => {
  file = `${CLIENTS}\nИванов Пётр;32.01.1960`;
  const { run, written, told, make } = officeWith();
  const imports = make();
  expect(await imports.look()).toMatchObject({ more: true });
  expect(run).toMatchObject({ status: 'CHECKED', kind: 'CLIENTS', total: 1201, created: 1200, refused: 1, done: 0 });
  expect([told.get(2), told.get(1202), written.size]).toEqual(['CREATED', 'REFUSED', 0]);
  expect(await imports.look()).toEqual({ more: false });
  run.status = 'REQUESTED';
  await imports.look();
  expect(run).toMatchObject({ status: 'DONE', done: 1201, created: 1200, refused: 1 });
  expect(written.size).toBe(1200);
});

test('what died after a slice was written goes on there, plans the same, and writes nothing twice', async () => {
  file = CLIENTS;
  const { run, written, state, make } = officeWith({ status: 'REQUESTED', kind: 'CLIENTS' });
  state.crashes = 1;
  await expect(make().look()).rejects.toThrow(TwentyUnavailable);
  expect(run).toMatchObject({ status: 'RUNNING', done: 0 });
  expect(written.size).toBe(500);
  await make().look();
  expect(run).toMatchObject({ status: 'DONE', done: 1200, created: 1200 });
  expect(written.size).toBe(1200);
  expect(state.snapshots).toEqual([null, '2026-11-25T12:00:00.000Z']);
});

test.each([
  ['Имя;Цвет\nа;б', /column is missing|No line/], ['Контрагент\n', /no lines/], ['', /no rows/],
])('%p fails with what is wrong', async (text, why) => {
  file = text;
  const { run, make } = officeWith();
  await make().look();
  expect(run).toMatchObject({ status: 'FAILED', problem: expect.stringMatching(why) });
});

test('what the columns are called is told even where not one of them is known, so that a person may say what they are', async () => {
  file = 'Выгрузка\nПациент;Родился тогда\nИванов Иван;01.01.1960';
  const { run, make } = officeWith();
  await make().look();
  expect(run).toMatchObject({ status: 'FAILED', problem: expect.stringContaining('say in the mapping') });
  expect(run.columns).toMatchObject({ headingLine: 2, columns: [{ heading: 'Пациент', field: null, samples: ['Иванов Иван'] }, { heading: 'Родился тогда', field: null }] });
  Object.assign(run, { status: 'NEW', kind: 'CLIENTS', mapping: { Пациент: 'client', 'Родился тогда': 'birthDate' } });
  await make().look();
  expect(run).toMatchObject({ status: 'CHECKED', total: 1, created: 1, problem: '' });
});

test('a file that Twenty does not give is said so; one that has none waits', async () => {
  const gone = officeWith({ file: [{ fileId: '2', label: 'f', extension: '.csv', url: 'http://outside.example/file/2' }] });
  await gone.make().look();
  expect(gone.run).toMatchObject({ status: 'FAILED', problem: expect.stringContaining('does not give') });
  expect(await officeWith({ file: [] }).make().look()).toEqual({ more: false });
});
