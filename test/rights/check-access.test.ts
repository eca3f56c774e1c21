import { DEMO_PEOPLE, PASSWORD } from '../../sandbox/server/people';
import { Caller, eventually } from '../contract/twenty';
import { startTypeScript, type Process } from '../workers/office';

/** The check itself: green where all is as declared, red and loud where something was changed behind its back. */

jest.setTimeout(600_000);

const KEY = 'rights-test-key';
const ADMIN = DEMO_PEOPLE.find(({ roleLabel }) => roleLabel === 'Admin')!.email;
const PROBE = DEMO_PEOPLE.find(({ roleLabel }) => roleLabel === 'Lawyer')!.email;

const servers: Process[] = [];
afterAll(() => Promise.all(servers.map((server) => server.end('SIGKILL'))));

const startServer = async (opened = ''): Promise<string> => {
  const server = startTypeScript('test/rights/opened-sandbox.ts', { TWENTY_API_KEY: KEY, OPENED: opened });
  servers.push(server);
  return eventually('the sandbox is ready', () => {
    if (server.child.exitCode !== null) throw new Error(server.errors());
    return /ready at (\S+)/.exec(server.output())?.[1];
  });
};

const startCheck = (url: string, ...args: string[]): Process => {
  const users = { administrator: { email: ADMIN, password: PASSWORD }, probe: { email: PROBE, password: PASSWORD } };
  return startTypeScript('scripts/check-access.ts', { TWENTY_API_URL: url, CHECK_ACCESS_USERS: JSON.stringify(users) }, ...args);
};

/** The probe has its role back, and nothing of the check is left. */
const expectClean = async (url: string): Promise<void> => {
  const key = new Caller(url, KEY);
  const roles = await key.get<{ label: string; workspaceMembers: { userEmail: string }[] }[]>('{ getRoles { label workspaceMembers { userEmail } } }', {}, '/metadata');
  expect(roles.find(({ workspaceMembers }) => workspaceMembers.some(({ userEmail }) => userEmail === PROBE))?.label).toBe('Lawyer');
  const { data } = await key.ask('{ legalCases { totalCount } caseEvents { totalCount } firstVisits { totalCount } people { totalCount } correspondences { totalCount } }');
  expect(Object.values(data!)).toEqual(Array(5).fill({ totalCount: 0 }));
};

let sound: string;

it('finds every declared right enforced, role by role and object by object', async () => {
  const url = await startServer();
  sound = url;
  const check = startCheck(url);
  expect([await check.exited, check.errors()]).toEqual([0, expect.stringContaining('is Lawyer again')]);
  const output = check.output();
  expect(output).toMatch(/^ +partner +head +lawyer +assistant +accountant +clerk$/m);
  expect(output).toMatch(/^firstVisit +d +d +d +- +- +-$/m);
  expect(output).toMatch(/^recovery +d +d +w +- +w +-$/m);
  expect(output).toMatch(/^correspondenceHistory( +w){6}$/m);
  expect(output).toMatch(/fields that only the workers write: [1-9]\d* tried, 0 open/);
  expect(output).toMatch(/filters through a relation, note, task, file or timeline: [1-9]\d* tried, 0 open/);
  expect(output).toMatch(/guards these for nobody, in any role: noteTarget, taskTarget, attachment, timelineActivity/);
  expect(output).toContain('this server applies them to whoever has departments');
  expect(output).toContain('Every declared right is enforced.');
  await expectClean(url);
});

it('says loudly what is open that should be closed, and what is closed that should be open', async () => {
  const url = await startServer('medical,hearings,outcome,finance,hidden,predicates');
  const key = new Caller(url, KEY);
  const [{ node }] = (await key.get('{ workspaceMembers(filter: { userEmail: { eq: "' + ADMIN + '" } }) { edges { node { id } } } }')).edges;
  await key.get('mutation ($id: UUID!) { updateWorkspaceMember(id: $id, data: { departmentScope: "[]" }) { id } }', { id: node.id });
  const check = startCheck(url, 'accountant', 'registryClerk', 'assistant');
  expect([await check.exited, check.errors()]).toEqual([1, expect.stringContaining('is Lawyer again')]);
  const output = check.output();
  expect(output).toMatch(/^firstVisit +- +r \(not -\) +-$/m);
  for (const line of [
    'accountant: firstVisit: read',
    'accountant: correspondenceHistory: closed field outcome, by update',
    'accountant: correspondenceHistory: closed field outcome, by create',
    'accountant: caseFinance: read',
    'clerk: courtHearing: read',
    'clerk: courtFiling: filter through courtHearing.courtFiling (a relation of a readable object leads there',
    'clerk: legalCase: filter by the hidden field nextStep (',
  ])
    expect(output).toContain(`!!  ${line}`);
  // Only a filter goes through: order, selection and grouping are refused.
  expect(output).not.toMatch(/(order|selection|group) through/);
  expect(output).toMatch(/!!! NOT ENFORCED on this server: \d+ that the roles forbid/);
  expect(output).toMatch(/!!! MISSING on this server: 1 that the roles give/);
  expect(output).toContain('!!! NOT ENFORCED on this server: row-level predicates, on which people rely');
  expect(output).not.toContain('Every declared right is enforced');
  await expectClean(url);
});

it('gives the probe its role back when it is interrupted', async () => {
  const url = sound;
  const check = startCheck(url, 'accountant');
  await eventually('it tries the first role', () => check.errors().includes('Trying Accountant'));
  expect(await check.end('SIGINT')).toBe(1);
  expect(check.errors()).toContain('is Lawyer again');
  expect(check.errors()).toContain('Stopped before the end');
  await expectClean(url);
});

it('says what is wrong with its settings', async () => {
  const bare = startTypeScript('scripts/check-access.ts', { TWENTY_API_URL: 'http://127.0.0.1:9' });
  expect([await bare.exited, bare.errors().trim()]).toEqual([1, expect.stringMatching(/^CHECK_ACCESS_USERS: set it to/)]);
  const unknown = startTypeScript('scripts/check-access.ts', {}, 'judge');
  expect([await unknown.exited, unknown.errors().trim()]).toEqual([1, expect.stringMatching(/^Unknown role judge/)]);
});
