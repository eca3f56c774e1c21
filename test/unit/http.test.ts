/** The workers' own address, through real HTTP: what it opens to whom, and what it gives away. */
import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import type { HttpConfiguration } from '../../workers/configuration';
import { HttpDoor, type Parts } from '../../workers/http/door';
import { without } from '../../workers/log';
import { JobName } from '../../workers/queues';

const NOW = Date.UTC(2026, 10, 25);
const SECRET = 'twelve-letters';
const CONFIGURATION: HttpConfiguration = {
  port: 0, host: '127.0.0.1', metricsToken: 'sixteen-letters!', board: { user: 'admin', password: 'a-long-password' }, webhookSecret: SECRET,
};
const CALENDAR = 'c'.repeat(96);

let url = '';
let lines: string[] = [];
let hints: string[] = [];
let seen = new Set<string>();
let doors: HttpDoor[] = [];

const parts: Parts = {
  queues: [],
  isReady: () => ({ redis: true, twenty: true }),
  metrics: async () => ({ contentType: 'text/plain', text: 'legal_desk_jobs_total 1' }),
  calendarOf: async (secret) => {
    if (secret === 'f'.repeat(96)) throw new Error(`no answer`);
    return secret === CALENDAR ? 'BEGIN:VCALENDAR' : null;
  },
  isFirst: async (signature) => !seen.has(signature) && Boolean(seen.add(signature)),
  hint: async (hint) => void hints.push(hint),
};

const doorOf = async (configuration: HttpConfiguration): Promise<HttpDoor> => {
  const logger = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const door = new HttpDoor(configuration, logger, () => NOW);
  doors.push(door);
  await door.listen();
  url = /http:\/\/[\d.:]+/.exec(lines.join(''))?.[0] ?? '';
  return door;
};

beforeEach(async () => {
  [lines, hints, seen, doors] = [[], [], new Set(), []];
  (await doorOf(CONFIGURATION)).open(parts);
});
afterEach(() => Promise.all(doors.map((door) => door.close())));

const hook = (body: string, { secret = SECRET, at = NOW }: { secret?: string; at?: number } = {}) =>
  fetch(`${url}/hooks/twenty`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-twenty-webhook-timestamp': String(at),
      'x-twenty-webhook-signature': createHmac('sha256', secret).update(`${at}:${body}`).digest('hex'),
      'x-twenty-webhook-nonce': 'whatever',
    },
    body,
  });
const written = (eventName: string, more = {}) => JSON.stringify({ eventName, workspaceMemberId: 'somebody', record: { subject: 'Confidential' }, ...more });

it('says that it lives, whether it is ready, and nothing else', async () => {
  expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', redis: true, twenty: true }]);
  expect(ready.headers.get('x-powered-by')).toBeNull();
  expect(ready.headers.get('content-security-policy')).toContain("default-src 'self'");
  const nowhere = await fetch(`${url}/admin`);
  expect([nowhere.status, await nowhere.json()]).toEqual([404, { error: 'not found' }]);
  doors[0].leave();
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
});

it('is alive and not ready until Twenty was met', async () => {
  lines = [];
  await doorOf(CONFIGURATION);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/readyz`)).status).toBe(503);
  expect((await fetch(`${url}/calendar/${CALENDAR}.ics`)).status).toBe(503);
});

it.each(['metrics', 'board'])('opens /%s to nobody without the password', async (path) => {
  const right = path === 'metrics' ? `Bearer ${CONFIGURATION.metricsToken}` : `Basic ${btoa('admin:a-long-password')}`;
  for (const authorization of [undefined, '', 'Bearer undefined', 'Bearer ', `${right}x`, right.slice(0, -1), `Basic ${btoa('admin:')}`, `Basic ${btoa(':a-long-password')}`])
    expect((await fetch(`${url}/${path}`, { headers: authorization === undefined ? {} : { authorization } })).status).toBe(401);
  expect((await fetch(`${url}/${path}`, { headers: { authorization: right } })).status).toBe(200);
  // However often, and from wherever it says that it comes.
  const guesses = Array.from({ length: 40 }, (_, index) => fetch(`${url}/${path}`, { headers: { authorization: `Bearer ${index}`, 'x-forwarded-for': `10.0.0.${index}` } }));
  expect((await Promise.all(guesses)).map(({ status }) => status)).toContain(429);
});

it('has no board and no hooks where no password was set', async () => {
  lines = [];
  (await doorOf({ ...CONFIGURATION, board: null, webhookSecret: null })).open(parts);
  expect((await fetch(`${url}/board`, { headers: { authorization: `Basic ${btoa('admin:')}` } })).status).toBe(404);
  expect((await hook(written('correspondence.created'))).status).toBe(404);
});

it('gives a calendar to whoever has its secret, not too often, and tells others nothing', async () => {
  const get = (secret: string) => fetch(`${url}/calendar/${secret}.ics`);
  const mine = await get(CALENDAR);
  expect([mine.status, mine.headers.get('content-type'), await mine.text()]).toEqual([200, 'text/calendar; charset=utf-8', 'BEGIN:VCALENDAR']);
  for (const other of ['d'.repeat(96), 'short', '..%2f..%2fetc', `${CALENDAR}%00`]) {
    const answer = await get(other);
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'not found' }]);
  }
  const failed = await get('f'.repeat(96));
  expect([failed.status, await failed.json()]).toEqual([500, { error: 'failed' }]);
  expect((await Promise.all(Array.from({ length: 12 }, () => get(CALENDAR)))).map(({ status }) => status)).toContain(429);
  expect(lines.join('')).not.toMatch(/cccc|dddd|ffff/);
});

it('believes a webhook that Twenty signed just now, and once', async () => {
  expect((await hook(written('correspondenceHistory.created'))).status).toBe(202);
  expect((await hook(written('correspondenceHistory.created'))).status).toBe(202);
  expect((await hook(written('courtHearing.updated'))).status).toBe(202);
  // What the workers themselves wrote, by their key.
  expect((await hook(written('correspondence.updated', { workspaceMemberId: undefined }))).status).toBe(202);
  expect(hints).toEqual([JobName.LOOK, JobName.DOCKET]);

  const refused = await Promise.all([
    hook(written('correspondence.created'), { secret: 'another-secret' }),
    hook(written('correspondence.created'), { at: NOW - 301_000 }),
    hook(written('correspondence.created'), { at: NOW + 301_000 }),
    hook('{'),
    hook('null'),
    fetch(`${url}/hooks/twenty`, { method: 'POST', body: written('correspondence.created') }),
    fetch(`${url}/hooks/twenty`, { method: 'POST' }),
  ]);
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 401));
  expect((await hook(written('correspondence.created', { subject: 'x'.repeat(2_000_000) }))).status).toBe(413);
  expect(hints).toHaveLength(2);
  expect(lines.join('')).not.toContain('Confidential');
});

it('goes on without the usual port, and not without one that was asked for', async () => {
  const taken = Number(new URL(url).port);
  await expect(doorOf({ ...CONFIGURATION, port: taken })).rejects.toThrow(/^HTTP_PORT: .*EADDRINUSE/);
});

it('keeps secrets out of every line, however they are written', () => {
  const clean = without(['p@ss"word', 'p@ss']);
  expect(clean('{"a":"p@ss\\"word","b":"p%40ss%22word","c":"p@ss"}')).toBe('{"a":"[redacted]","b":"[redacted]","c":"[redacted]"}');
});
