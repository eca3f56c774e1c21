/** A whole office for a test: the sandbox, a Redis of its own, the workers, and people who act with their own rights. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '../../scripts/sign-in';

export const API_KEY = 'test-key';
/** How long the workers are waited for. */
export const PATIENCE_MS = 170_000;
/** Each look is work for a sandbox that shares two cores with all the others. */
const LOOK_MS = 600;
const ENDS_WITHIN_MS = 15_000;

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until something is so; how long it takes is not what is tested. */
export const eventually = async <T>(what: string, look: () => Promise<T | false | null | undefined> | T | false | null | undefined, patienceMs = PATIENCE_MS): Promise<T> => {
  const deadline = Date.now() + patienceMs;
  let last: unknown;
  for (;;) {
    try {
      const seen = await look();
      if (seen) return seen;
      last = seen;
    } catch (error) {
      last = error;
    }
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what} (last: ${String(last)})`);
    await pause(LOOK_MS);
  }
};

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

export type Process = {
  child: ChildProcess;
  output: () => string;
  errors: () => string;
  exited: Promise<number | null>;
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
};

const start = (command: string, args: string[], env: Record<string, string> = {}): Process => {
  const child = spawn(command, args, { env: { PATH: process.env.PATH ?? '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (errors += data));
  const exited = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const end = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal);
    const tooLong = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
    try {
      return await exited;
    } finally {
      clearTimeout(tooLong);
    }
  };
  return { child, output: () => output, errors: () => errors, exited, end };
};

/** The program as `programs.mjs` has put it together, or the source. */
export const startTypeScript = (file: string, env: Record<string, string>, ...args: string[]): Process => {
  const program = join(process.env.TEST_PROGRAMS ?? '', file.replace(/\.ts$/, '.mjs'));
  const isPutTogether = process.env.TEST_PROGRAMS !== undefined && existsSync(program);
  return start(process.execPath, [...(isPutTogether ? [program] : ['--import', 'tsx', file]), ...args], env);
};

export const startRedis = async (port: number): Promise<Process> => {
  const redis = start('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no']);
  await eventually('Redis accepts connections', () => redis.output().includes('Ready to accept'));
  return redis;
};

const startSandbox = async (port: number, folder: string, { API_OPERATIONS_A_MINUTE, MORE_PEOPLE = '' }: Record<string, string>): Promise<Process> => {
  const limit: Record<string, string> = API_OPERATIONS_A_MINUTE ? { API_RATE_LIMITING_LONG_LIMIT: API_OPERATIONS_A_MINUTE } : {};
  const env = { PORT: String(port), TWENTY_API_KEY: API_KEY, SANDBOX_DATA: folder, MORE_PEOPLE, ...limit };
  const sandbox = startTypeScript('sandbox/main.ts', env, '--empty');
  const ended = sandbox.exited.then(() => Promise.reject(new Error(`The sandbox ended: ${sandbox.errors()}`)));
  await Promise.race([ended, eventually('the sandbox is ready', () => sandbox.output().includes('ready'))]);
  ended.catch(() => undefined);
  return sandbox;
};

export type Row = Record<string, any>;

const TYPES: Record<string, string> = {
  correspondences: 'Correspondence', correspondenceHistories: 'CorrespondenceHistory', reminders: 'Reminder', tasks: 'Task',
  correspondenceIncidents: 'CorrespondenceIncident', taskTargets: 'TaskTarget', workspaceMembers: 'WorkspaceMember', departments: 'Department',
  legalCases: 'LegalCase', caseEvents: 'CaseEvent', eventResponsibles: 'EventResponsible', firstVisits: 'FirstVisit', attorneyRequests: 'AttorneyRequest',
  caseDocuments: 'CaseDocument', courtFilings: 'CourtFiling', courtHearings: 'CourtHearing', courtDecisions: 'CourtDecision', recoveries: 'Recovery',
  caseFinances: 'CaseFinance', clientAssignments: 'ClientAssignment', legalDirections: 'LegalDirection', eventKinds: 'EventKind', courts: 'Court',
};

/** Someone who calls the API: one of the demo people, or the holder of the key. */
export class Caller {
  constructor(
    private readonly url: string,
    readonly token: string,
    readonly memberId = '',
  ) {}

  async query(document: string, variables: object = {}): Promise<Row> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: document, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Row; errors?: { message: string }[] };
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    return data;
  }

  async create(object: string, data: object): Promise<string> {
    const type = object[0].toUpperCase() + object.slice(1);
    const answer = await this.query(`mutation ($data: ${type}CreateInput!) { create${type}(data: $data) { id } }`, { data });
    return answer[`create${type}`].id;
  }

  async update(object: string, id: string, data: object): Promise<void> {
    const type = object[0].toUpperCase() + object.slice(1);
    await this.query(`mutation ($id: UUID!, $data: ${type}UpdateInput!) { update${type}(id: $id, data: $data) { id } }`, { id, data });
  }

  async list(plural: string, fields: string, filter: object = {}): Promise<Row[]> {
    const type = TYPES[plural];
    const answer = await this.query(
      `query ($filter: ${type}FilterInput) { ${plural}(filter: $filter, first: 1000) { edges { node { ${fields} } } } }`,
      { filter },
    );
    return answer[plural].edges.map(({ node }: { node: Row }) => node);
  }
}

const LETTER = `id number flow status subject holderId holderDepartmentId heldSince pendingMemberId pendingDepartmentId handedOverAt
  handedOverById resumeStatus step registeredAt`;
const ROW = `id name action reason outcome refusal actorId occurredAt fromMemberId toMemberId fromDepartmentId toDepartmentId statusBefore
  statusAfter heldMinutes applied updatedAt createdAt createdBy { source workspaceMemberId } updatedBy { source workspaceMemberId }`;

export type People = Record<'clerk' | 'lawyer' | 'lawyer2' | 'head' | 'admin', Caller>;

export class TestOffice {
  readonly folder = mkdtempSync(join(tmpdir(), 'legal-desk-office-'));
  redis!: Process;
  sandbox!: Process;
  workers: Process[] = [];
  people!: People;
  key!: Caller;
  registry!: string;
  court!: string;
  private settings: Record<string, string> = {};

  private constructor(
    readonly port: number,
    readonly redisPort: number,
  ) {}

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /** The clerk in the registry; the two lawyers, and their head, in the court department. */
  static async open(settings: Record<string, string> = {}): Promise<TestOffice> {
    const office = new TestOffice(await freePort(), await freePort());
    office.settings = settings;
    [office.redis, office.sandbox] = await Promise.all([startRedis(office.redisPort), startSandbox(office.port, office.folder, settings)]);
    office.key = new Caller(office.url, API_KEY);
    const names = ['clerk', 'lawyer', 'lawyer2', 'head', 'admin'] as const;
    office.people = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await office.signIn(name)]))) as People;
    const { clerk, lawyer, lawyer2, head, admin } = office.people;
    office.registry = await admin.create('department', { name: 'Registry', isRegistry: true });
    office.court = await admin.create('department', { name: 'Court department', headId: head.memberId });
    await admin.create('departmentMember', { departmentId: office.registry, memberId: clerk.memberId, membership: 'MEMBER' });
    for (const [member, membership] of [[lawyer, 'MEMBER'], [lawyer2, 'MEMBER'], [head, 'HEAD']] as const)
      await admin.create('departmentMember', { departmentId: office.court, memberId: member.memberId, membership });
    return office;
  }

  async close(): Promise<void> {
    await Promise.all([...this.workers, this.sandbox, this.redis].map((process) => process.end('SIGKILL')));
    rmSync(this.folder, { recursive: true, force: true });
  }

  async signIn(name: string): Promise<Caller> {
    const stranger = async (query: string, variables: object): Promise<unknown> => {
      const response = await fetch(`${this.url}/metadata`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return Object.values(((await response.json()) as { data: Row }).data)[0];
    };
    const email = `${name}@demo.legal`;
    const { accessOrWorkspaceAgnosticToken } = await signIn(stranger, { email, password: 'demo', origin: this.url });
    const { token } = accessOrWorkspaceAgnosticToken;
    const [member] = await new Caller(this.url, token).list('workspaceMembers', 'id', { userEmail: { eq: email } });
    return new Caller(this.url, token, member.id);
  }

  startWorkers(settings: Record<string, string> = {}): Process {
    const workers = startTypeScript('workers/main.ts', {
      TWENTY_API_URL: this.url,
      TWENTY_API_KEY: API_KEY,
      REDIS_URL: `redis://127.0.0.1:${this.redisPort}`,
      LOG_LEVEL: 'debug',
      HTTP_PORT: '0',
      ...this.settings,
      ...settings,
    });
    this.workers.push(workers);
    return workers;
  }

  async restartSandbox(): Promise<void> {
    this.sandbox = await startSandbox(this.port, this.folder, this.settings);
  }

  /** A letter with its number. */
  async registered(by: Caller, data: object = {}): Promise<Row> {
    const id = await by.create('correspondence', { subject: 'Claim against the railway', flow: 'INCOMING', ...data });
    return this.letter(id, ({ number, status }) => number && status);
  }

  letter(id: string, until: (letter: Row) => unknown): Promise<Row> {
    return eventually(`letter ${id}`, async () => {
      const [letter] = await this.people.admin.list('correspondences', LETTER, { id: { eq: id } });
      return until(letter) ? letter : Promise.reject(new Error(JSON.stringify(letter)));
    });
  }

  /** Writes a row without waiting for what becomes of it. */
  write(by: Caller, action: string, letterId: string | null, data: object = {}): Promise<string> {
    return by.create('correspondenceHistory', { correspondenceId: letterId, action, ...data });
  }

  decided(rowId: string): Promise<Row> {
    return eventually(`row ${rowId} is decided`, async () => {
      const [row] = await this.people.admin.list('correspondenceHistories', ROW, { id: { eq: rowId } });
      return row.applied && row;
    });
  }

  /** Writes a row and waits until it is decided and the letter shows it. */
  async move(by: Caller, action: string, letterId: string | null, data: object = {}): Promise<Row> {
    const row = await this.decided(await this.write(by, action, letterId, data));
    if (row.outcome === 'APPLIED') await this.letter(letterId!, ({ step }) => step >= row.applied.letter.step);
    return row;
  }

  rows(letterId: string): Promise<Row[]> {
    return this.people.admin.list('correspondenceHistories', ROW, { correspondenceId: { eq: letterId } });
  }

  reminders(letterId: string): Promise<Row[]> {
    return this.people.admin.list(
      'reminders', 'id title kind recipientId historyId startedAt nextAt lastAt sentCount isEscalation', { correspondenceId: { eq: letterId } },
    );
  }

  /** The reminders of a letter once exactly these people have one. */
  async remindersOf(letterId: string, people: Caller[]): Promise<Row[]> {
    const wanted = people.map(({ memberId }) => memberId).sort().join();
    return eventually(`reminders of ${people.length} people`, async () => {
      const reminders = await this.reminders(letterId);
      return reminders.map(({ recipientId }) => recipientId).sort().join() === wanted && reminders;
    });
  }

  async tasks(letterId: string): Promise<Row[]> {
    const targets = await this.people.admin.list('taskTargets', 'taskId task { id title status dueAt assigneeId }', { targetCorrespondenceId: { eq: letterId } });
    return targets.map(({ task }) => task);
  }
}
