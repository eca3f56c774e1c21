import { Redis } from 'ioredis';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signIn } from '../../scripts/sign-in';
import { Caller, eventually, freePort, startRedis, startTypeScript, TestOffice, type Process } from '../workers/office';
import { Crew } from './crew';
import { between, pick } from './dice';
import { MailServer } from './mail';
import { ChaosProxy } from './proxy';
import { firmOf, isAtRest, judged, judgedMails, worldOf, type World } from './verdict';

/** A CRM in which people move letters. `stop` and `start` take it away from everybody; without them the proxy does from the workers. */
export type Crm = {
  url: string;
  key: string;
  admin: Caller;
  people: Caller[];
  clerks: string[];
  renew: () => Promise<void>;
  stop?: () => Promise<unknown>;
  start?: () => Promise<unknown>;
  close: () => Promise<void>;
};

export type Size = {
  letters: number;
  /** Rows a second that people write. */
  pace: number;
  minutes: number;
  kills: number;
  wipes: number;
  outages: number;
  outageSeconds: number;
  intervalMinutes: number;
  operationsAMinute: number;
  /** How long the workers may take, once all is calm, to finish what is left. */
  patienceMinutes: number;
};

const WORKERS = [0, 90_000, -5_000];
const ESCALATE_AFTER = 4;

/** The moments of a kind of trouble, at random but one in each part of the time. */
const moments = (count: number, overMs: number): number[] => Array.from({ length: count }, (_, index) => ((index + between(0.1, 0.9)) * overMs) / count);

const at = async (began: number, when: number[], run: () => Promise<unknown>): Promise<void> => {
  for (const moment of when) {
    await sleep(Math.max(0, began + moment - Date.now()));
    await run();
  }
};

class Workers {
  private readonly running: (Process | null)[] = [];
  private readonly ended: Process[] = [];
  kills = 0;

  constructor(private readonly settings: Record<string, string>) {}

  start(slot: number): void {
    const clock = { NODE_OPTIONS: `--import=${resolve('test/chaos/clock.mjs')}`, CLOCK_SKEW_MS: String(WORKERS[slot]) };
    const worker = startTypeScript('workers/main.ts', { ...this.settings, ...clock });
    this.running[slot] = worker;
    void worker.exited.then((code) => {
      // One that ends by itself is told by its output; another takes its place.
      if (this.running[slot] === worker && code !== null) this.start(slot);
    });
    this.ended.push(worker);
  }

  async kill(): Promise<void> {
    const slot = pick([...WORKERS.keys()]);
    const worker = this.running[slot];
    this.running[slot] = null;
    this.kills += 1;
    await worker?.end('SIGKILL');
    this.start(slot);
  }

  async stop(): Promise<void> {
    const living = this.running.filter((worker) => worker !== null);
    this.running.fill(null);
    await Promise.all(living.map((worker) => worker.end('SIGKILL')));
  }

  said(): string[] {
    return this.ended.flatMap((worker) => [...worker.output().split('\n'), ...worker.errors().split('\n')]);
  }

  /** Lines that tell of what nobody foresaw. That Twenty or Redis is away is foreseen. */
  unhandled(): string[] {
    return this.said().filter((line) => {
      if (line.trim() === '') return false;
      const entry = /^\{.*\}$/.test(line) ? (JSON.parse(line) as { level: number; msg?: string }) : null;
      return entry === null || (entry.level >= 50 && !/^(Twenty|Redis) at .*; waiting$/.test(entry.msg ?? ''));
    });
  }
}

/** `said` is what the workers wrote. */
export type Outcome = { problems: string[]; figures: Record<string, string | number>; said: string[] };

/** Lets people move letters while everything that can go wrong does, and judges what is left when all is calm again. */
export const chaos = async (crm: Crm, size: Size, say: (line: string) => void = () => undefined): Promise<Outcome> => {
  const redisPort = await freePort();
  const [redis, mail, proxy] = await Promise.all([startRedis(redisPort), MailServer.open(), ChaosProxy.before(crm.url)]);
  const wiper = new Redis(redisPort, { maxRetriesPerRequest: null });
  const workers = new Workers({
    TWENTY_API_URL: proxy.url, TWENTY_API_KEY: crm.key, REDIS_URL: `redis://127.0.0.1:${redisPort}`, HTTP_PORT: '0', SMTP_URL: mail.url, SMTP_FROM: 'desk@legal.test',
    REMINDER_INTERVAL_MINUTES: String(size.intervalMinutes), ESCALATE_AFTER: String(ESCALATE_AFTER), API_OPERATIONS_A_MINUTE: String(size.operationsAMinute), LOG_LEVEL: 'info',
  });
  const firm = await firmOf(crm.admin, crm.clerks);
  const crew = new Crew(crm, firm);
  const span = size.minutes * 60_000;
  let began = Date.now();
  let isOut = false;
  let isOver = false;

  const write = async (): Promise<void> => {
    const batch = Math.max(1, Math.round(size.pace * 2));
    while (!isOver) {
      const next = Date.now() + 2_000;
      if (!isOut) {
        // Two thirds of the time are left for the last letters to move.
        const due = Math.min(size.letters, Math.ceil((size.letters * 3 * (Date.now() - began + 4_000)) / span));
        const missing = Math.min(50, due - crew.letterIds.length);
        if (missing > 0) await crew.register(missing).catch(() => undefined);
        await crew.move(batch).catch(() => undefined);
      }
      await sleep(Math.max(0, next - Date.now()));
    }
  };
  const outage = async (): Promise<void> => {
    say('the CRM is stopped');
    isOut = true;
    if (crm.stop) await crm.stop();
    else proxy.isDown = true;
    await sleep(size.outageSeconds * 1_000);
    if (crm.start) await crm.start();
    proxy.isDown = false;
    isOut = false;
    say('the CRM is back');
  };
  const progress = setInterval(() => say(`${((Date.now() - began) / 60_000).toFixed(1)} min: ${crew.letterIds.length} letters, ${crew.sent.length} rows, ${workers.kills} kills, ${mail.taken.length} mails`), 30_000);
  const renewal = setInterval(() => void crm.renew().catch(() => undefined), 10 * 60_000);

  try {
    for (const slot of WORKERS.keys()) workers.start(slot);
    const writing = write();
    await eventually('work is under way, to the first mail', () => mail.taken.length > 0);
    say('trouble begins');
    began = Date.now();
    await Promise.all([
      sleep(span),
      at(began, moments(size.kills, span), () => workers.kill()),
      at(began, moments(size.wipes, span), () => wiper.flushall()),
      at(began, moments(size.outages, Math.max(0, span - size.outageSeconds * 1_000)), outage),
      at(began, moments(Math.ceil(size.minutes * 2), span), async () => proxy.limit(between(1_000, 4_000))),
    ]);
    isOver = true;
    await writing;
    clearInterval(progress);
    proxy.isCalm = mail.isCalm = true;
    say('calm');

    const ids = new Set(crew.letterIds);
    const rules = { escalateAfter: ESCALATE_AFTER, intervalMs: size.intervalMinutes * 60_000, late: proxy.late };
    const judge = (world: World) => judged(firm, world, crew.sent, rules, Date.now());
    let world = await worldOf(crm.admin, ids);
    let wrong: string[] = [];
    // Once all is at rest the last reminders follow within two reconcilings.
    await eventually('the end of all work', async () => {
      world = await worldOf(crm.admin, ids);
      wrong = isAtRest(world) ? judge(world) : [`${world.rows.filter(({ applied }) => applied === null).length} rows are undecided`];
      return wrong.length === 0;
    }, size.patienceMinutes * 60_000).catch(() => undefined);
    await workers.stop();
    const unhandled = workers.unhandled();
    const problems = [...wrong, ...judgedMails(firm, mail.taken, world.rows, rules), ...unhandled.map((line) => `Unhandled: ${line.slice(0, 600)}`)];
    const outcomes = (outcome: string) => world.rows.filter((row) => row.outcome === outcome).length;
    return {
      problems,
      said: workers.said(),
      figures: {
        people: crm.people.length, letters: world.letters.length, 'rows written': crew.sent.length, 'rows applied': outcomes('APPLIED'), 'rows refused': outcomes('REFUSED'),
        'workers killed': workers.kills, 'Redis wiped': size.wipes, 'CRM stopped': size.outages, 'requests of the workers': proxy.did.requests,
        'requests cut off': proxy.did.cutBefore + proxy.did.cutAfter, 'answers LIMIT_REACHED': proxy.did.limited, 'rows held back': proxy.late.size,
        'letters waiting at the end': world.letters.filter(({ status }) => status === 'HANDED_OVER').length, 'reminders at the end': world.reminders.length,
        'mails taken': mail.taken.length, 'mails refused for the moment': mail.did.refused, 'mail connections broken off': mail.did.brokenOff,
        'minutes': ((Date.now() - began) / 60_000).toFixed(1),
      },
    };
  } finally {
    isOver = true;
    clearInterval(progress);
    clearInterval(renewal);
    await workers.stop();
    wiper.disconnect();
    proxy.close();
    mail.close();
    await redis.end('SIGKILL');
  }
};

const ABSENCE_MS = 30_000;

/** The demo people in departments of their own, some of them away for a while, in a sandbox. */
export const sandboxCrm = async (size: Size): Promise<Crm> => {
  const office = await TestOffice.open({ API_OPERATIONS_A_MINUTE: String(size.operationsAMinute), MORE_PEOPLE: '5' });
  const { admin } = office.people;
  const members = await admin.list('workspaceMembers', 'id userEmail');
  const everybody = () => Promise.all(members.map(({ userEmail }) => office.signIn(userEmail.split('@')[0])));
  const people = await everybody();
  const lawyers = members.filter(({ userEmail }) => !/^(clerk|admin)/.test(userEmail)).map(({ id }) => id as string);
  for (const [index, name] of ['Claims', 'Enforcement', 'Appeals'].entries()) {
    const own = lawyers.filter((_, place) => place % 3 === index);
    const departmentId = await admin.create('department', { name, headId: own[0] });
    for (const [place, memberId] of own.entries()) {
      const away = place === 2 ? { absentFrom: new Date(Date.now() + ABSENCE_MS).toISOString(), absentUntil: new Date(Date.now() + 2 * ABSENCE_MS).toISOString(), substituteId: own[1] } : {};
      await admin.create('departmentMember', { departmentId, memberId, membership: 'MEMBER', ...away });
    }
  }
  const clerks = members.filter(({ userEmail }) => /^clerk/.test(userEmail)).map(({ id }) => id as string);
  const crm: Crm = {
    url: office.url, key: office.key.token, admin, people, clerks,
    renew: async () => {
      crm.people = await everybody();
      crm.admin = await office.signIn('admin');
    },
    stop: () => office.sandbox.end(),
    start: () => office.restartSandbox(),
    close: () => office.close(),
  };
  return crm;
};

/** A real Twenty with Legal Desk in it: its own people, in the departments that they are in. */
export const twentyCrm = async (): Promise<Crm> => {
  const { TWENTY_API_URL = '', TWENTY_API_KEY = '', CHAOS_PEOPLE = '[]' } = process.env;
  const url = TWENTY_API_URL.replace(/\/$/, '');
  const accounts = JSON.parse(CHAOS_PEOPLE) as { email: string; password: string }[];
  const ask = async (token: string | null, query: string, variables: object = {}) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const response = await fetch(`${url}/metadata`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    return Object.values(((await response.json()) as { data: object }).data)[0];
  };
  const everybody = () =>
    Promise.all(
      accounts.map(async ({ email, password }) => {
        const { accessOrWorkspaceAgnosticToken } = await signIn((query, variables) => ask(null, query, variables), { email, password, origin: url });
        const caller = new Caller(url, accessOrWorkspaceAgnosticToken.token);
        const [member] = await caller.list('workspaceMembers', 'id', { userEmail: { eq: email } });
        return new Caller(url, accessOrWorkspaceAgnosticToken.token, member.id);
      }),
    );
  const people = await everybody();
  const roles = (await ask(people[0]!.token, '{ getRoles { label workspaceMembers { id } } }')) as { label: string; workspaceMembers: { id: string }[] }[];
  const clerks = roles.filter(({ label }) => label === 'Registry clerk').flatMap(({ workspaceMembers }) => workspaceMembers.map(({ id }) => id));
  const crm: Crm = {
    url, key: TWENTY_API_KEY, admin: people[0]!, people, clerks,
    renew: async () => {
      crm.people = await everybody();
      crm.admin = crm.people[0]!;
    },
    close: async () => undefined,
  };
  return crm;
};
