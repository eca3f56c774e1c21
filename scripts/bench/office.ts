import { randomUUID } from 'node:crypto';
import { startRedis, startSandbox, startWorkers, type Sandbox } from '../processes';
// @ts-expect-error plain Node, since it also runs before any package is there
import { ensureRedis } from '../setup.mjs';
import { signIn } from '../sign-in';

/** The office that a bench works in, and those who ask there. */

const PASSWORD = 'demo';

export type Ask = <T>(query: string, variables?: object) => Promise<T>;

export const asker =
  (url: string, token: string): Ask =>
  async <T>(query: string, variables: object = {}) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as { data: T; errors?: { message: string }[] };
    if (errors) throw new Error(errors[0]!.message);
    return data;
  };

/** Somebody who signs in; their requests are not throttled, as Twenty throttles keys only. */
export const person = async (url: string, email: string, password = PASSWORD): Promise<Ask> => {
  const stranger = async (query: string, variables: object) => {
    const answer = await fetch(`${url}/metadata`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await answer.json()) as { data: object | null; errors?: { message: string }[] };
    if (errors) throw new Error(`${email} cannot sign in at ${url}: ${errors[0]!.message}`);
    return Object.values(data!)[0] as unknown;
  };
  const { accessOrWorkspaceAgnosticToken } = await signIn(stranger, { email, password, origin: url });
  return asker(url, accessOrWorkspaceAgnosticToken.token);
};

export const createAll = async (ask: Ask, plural: string, type: string, data: object[]) => {
  for (let from = 0; from < data.length; from += 200) {
    await ask(`mutation ($data: [${type}CreateInput!]!) { create${plural}(data: $data) { id } }`, { data: data.slice(from, from + 200) });
  }
};

export type Members = Record<string, string>;
const membersOf = async (ask: Ask): Promise<Members> => {
  const { workspaceMembers } = await ask<{ workspaceMembers: { edges: { node: { id: string; userEmail: string } }[] } }>(
    '{ workspaceMembers(first: 100) { edges { node { id userEmail } } } }',
  );
  return Object.fromEntries(workspaceMembers.edges.map(({ node }) => [node.userEmail.split('@')[0]!, node.id]));
};

/** How many operations the workers say they have spent; they say so at each look that did something. */
export const operationsIn = (log: string): number => Number([...log.matchAll(/"operations":(\d+)/g)].at(-1)?.[1] ?? 0);

type Context = { sandbox: Sandbox; redisUrl: string; admin: Ask; members: Members };

/** @param env settings of the sandbox */
export const office = async <T>(work: (context: Context) => Promise<T>, env: Record<string, string> = {}): Promise<T> => {
  ensureRedis();
  const [redis, sandbox] = await Promise.all([startRedis(), startSandbox({ args: ['--empty'], env })]);
  try {
    const admin = await person(sandbox.url, 'admin@demo.legal');
    return await work({ sandbox, redisUrl: redis.url, admin, members: await membersOf(admin) });
  } finally {
    await Promise.all([sandbox.stop(), redis.stop()]);
  }
};

export const workersFor = ({ sandbox, redisUrl }: { sandbox: Sandbox; redisUrl: string }, settings: Record<string, string> = {}) =>
  startWorkers({ TWENTY_API_URL: sandbox.url, TWENTY_API_KEY: sandbox.apiKey, REDIS_URL: redisUrl, LOG_LEVEL: 'debug', ...settings });

/** A department of these demo people. @returns its id */
export const departmentOf = async ({ admin, members }: { admin: Ask; members: Members }, people: string[]): Promise<string> => {
  const id = randomUUID();
  await createAll(admin, 'Departments', 'Department', [{ id, name: 'Claims', headId: members.head }]);
  await createAll(admin, 'DepartmentMembers', 'DepartmentMember', people.map((person) => ({ name: person, departmentId: id, memberId: members[person] })));
  return id;
};
