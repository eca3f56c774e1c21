import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../sandbox/server/config';
import { postgresPrograms, startPostgres } from '../../scripts/bench/postgres';
import { Caller, eventually, type Json } from '../contract/twenty';
import { startTypeScript, type Process } from '../workers/office';

const KEY = 'sandbox-test-key';

const startSandbox = async (env: Record<string, string>, ...args: string[]): Promise<{ sandbox: Process; key: Caller; url: string }> => {
  const sandbox = startTypeScript('sandbox/main.ts', { PORT: '0', ...env }, ...args);
  const url = await eventually('the sandbox is ready', () => {
    if (sandbox.child.exitCode !== null) throw new Error(sandbox.errors());
    return /ready at (\S+)/.exec(sandbox.output())?.[1];
  });
  return { sandbox, url, key: new Caller(url, KEY) };
};

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'legal-desk-sandbox-'));
  folders.push(folder);
  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('wrong settings', () => {
  it.each([
    ['PORT', { PORT: 'http' }, []],
    ['PORT', { PORT: '70000' }, []],
    ['API_RATE_LIMITING_LONG_LIMIT', { API_RATE_LIMITING_LONG_LIMIT: '-1' }, []],
    ['DATABASE_URL', { DATABASE_URL: 'localhost:5432' }, []],
    ['SANDBOX_DATA', { SANDBOX_DATA: '/tmp/x', DATABASE_URL: 'postgres://127.0.0.1/x' }, []],
    ['--full', {}, ['--full']],
  ])('%s is named (%j)', (name, env, args) => {
    expect(() => readConfig(env, args)).toThrow(name);
  });

  it.each([
    ['PORT', { PORT: 'http' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }],
    ['SANDBOX_DATA', { SANDBOX_DATA: '/proc/nowhere' }],
  ])('%s is said in one line, and the exit code is 1', async (name, env) => {
    const sandbox = startTypeScript('sandbox/main.ts', env as Record<string, string>);
    expect(await sandbox.exited).toBe(1);
    expect(sandbox.errors().trim().split('\n')).toEqual([expect.stringContaining(name)]);
  });

  it('a port in use is said', async () => {
    const other = createServer().listen(0);
    const port = String((other.address() as AddressInfo).port);
    const sandbox = startTypeScript('sandbox/main.ts', { PORT: port }, '--empty');
    expect(await sandbox.exited).toBe(1);
    expect(sandbox.errors().trim().split('\n')).toEqual([`PORT ${port} is in use; set another`]);
    other.close();
  });
});

const keepsRecords = async (env: Record<string, string>): Promise<void> => {
  const first = await startSandbox({ TWENTY_API_KEY: KEY, ...env }, '--empty');
  await first.key.get('mutation { createRegion(data: { name: "Kept", code: "K" }) { id } }');
  await first.sandbox.end();
  const second = await startSandbox({ TWENTY_API_KEY: KEY, ...env }, '--empty');
  const { edges } = await second.key.get('{ regions(filter: { code: { eq: "K" } }) { edges { node { name createdAt } } } }');
  expect(edges).toEqual([{ node: { name: 'Kept', createdAt: expect.stringMatching(/Z$/) } }]);
  const members = await second.key.get('{ workspaceMembers { totalCount } }');
  expect(members).toEqual({ totalCount: 25 });
  await second.sandbox.end();
};

it('keeps its records in SANDBOX_DATA', () => keepsRecords({ SANDBOX_DATA: newFolder() }));

(postgresPrograms ? it : it.skip)('works over a PostgreSQL by DATABASE_URL', async () => {
  const { url, stop } = await startPostgres(newFolder());
  try {
    await keepsRecords({ DATABASE_URL: url });
  } finally {
    await stop();
  }
});

describe('what its page is given', () => {
  let sandbox: Process;
  let url: string;
  beforeAll(async () => ({ sandbox, url } = await startSandbox({ TWENTY_API_KEY: KEY, API_RATE_LIMITING_LONG_LIMIT: '0' }, '--empty')));
  afterAll(() => sandbox?.end());

  it('is the people to sign in as, in the reader’s language', async () => {
    const departments = async (locale: string) => (await (await fetch(`${url}/sandbox/people?locale=${locale}`)).json()) as Json[];
    const [english, russian] = await Promise.all([departments('en'), departments('ru-RU')]);
    expect(english.map(({ department, people }) => `${department} ${people.length}`)).toEqual([
      'Registry 3', 'Claims department 7', 'Court department 7', 'Enforcement department 4', 'Administration 4',
    ]);
    expect(english[1]!.people.slice(0, 3)).toEqual([
      { email: 'lawyer@demo.legal', firstName: 'Ivan', lastName: 'Petrov', role: 'Lawyer' },
      { email: 'lawyer2@demo.legal', firstName: 'Maria', lastName: 'Orlova', role: 'Lawyer' },
      { email: 'head@demo.legal', firstName: 'Sergey', lastName: 'Volkov', role: 'Department head' },
    ]);
    expect(russian[0]!.department).toBe('Канцелярия');
    expect(new Set(russian.flatMap(({ people }) => people.map(({ role }: Json) => role)))).toEqual(
      new Set(['Сотрудник канцелярии', 'Юрист', 'Начальник отдела', 'Администратор', 'Управляющий партнёр', 'Бухгалтер', 'Помощник юриста']),
    );
  });

  it('is the model with Russian words for every label', async () => {
    const { objects, views } = (await (await fetch(`${url}/sandbox/manifest?locale=ru-RU`)).json()) as Json;
    const labels = objects.flatMap(({ labelSingular, labelPlural, fields }: Json) => [labelSingular, labelPlural, ...fields.map(({ label }: Json) => label)]);
    expect(labels.filter((label: string) => !/[а-яё]/i.test(label) && label !== 'Linkedin')).toEqual([]);
    expect(views.filter(({ name }: Json) => !/[а-яё]/i.test(name))).toEqual([]);
  });

  it('is open to scripts of every origin, as the real server is', async () => {
    const response = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers: { origin: 'null', 'access-control-request-headers': 'authorization,content-type' } });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
  });
});
