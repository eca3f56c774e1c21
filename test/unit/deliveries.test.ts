import { createServer, type Server } from 'node:http';
import { createServer as createTcp, type AddressInfo, type Server as TcpServer } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import type { ChannelName } from '../../custom-objects/vocabulary';
import type { Statuses } from '../../workers/health/statuses';
import { oneLine } from '../../workers/correspondence/lines';
import { jobContext } from '../../workers/job-context';
import { Mailer } from '../../workers/mail/mailer';
import { linksTo, reminderMail } from '../../workers/mail/reminder-mail';
import type { Firing } from '../../workers/reminders/channels/channel';
import { Deliveries } from '../../workers/reminders/channels/deliveries';
import { claimed, outcomeOf, retried, retryAtOf, type Delivered } from '../../workers/reminders/channels/delivery-rules';
import { emailOutlet, webhookOutlet } from '../../workers/reminders/channels/outlets';
import type { Person, Settings } from '../../workers/reminders/channels/settings';
import { isHonoured, settingOf, type SettingRow } from '../../workers/reminders/channels/settings-rules';
import { signatureOf, Webhook } from '../../workers/reminders/channels/webhook';
import { feedKeyOf, newFeedSecret, ownerOfFeedSecret } from '../../workers/feed/secret';
import type { Records } from '../../workers/twenty/records';

const AT = '2026-11-25T09:00:00.000Z';
const later = (minutes: number): Date => new Date(Date.parse(AT) + minutes * 60_000);
const IVAN = '5b1f2c1e-0d59-4a53-8a3e-3a5f0a3f9d01';
const MARIA = '5b1f2c1e-0d59-4a53-8a3e-3a5f0a3f9d02';

const FIRING: Firing = {
  id: 'reminder-1', kind: 'CORRESPONDENCE', recipientId: IVAN, title: 'Примите письмо IN-2026-000123 «Иск <b>к РЖД</b>», передал(а) Ольга: «срочно» & сегодня',
  isEscalation: false, letter: { id: 'letter-1', number: 'IN-2026-000123' }, caseEventId: null, clientAssignmentId: null, dueAt: null, startedAt: AT,
  recordedAt: AT, sentCount: 2, firedAt: AT, nextAt: later(30).toISOString(),
};
const person = (channels: readonly ChannelName[]): Person => ({
  id: IVAN, name: 'Ivan Petrov', email: 'ivan@firm.test', language: 'ru', setting: { channels, wantsDigest: true, feedKey: null },
});
const speech = { links: linksTo('https://crm.firm.test'), timeZone: 'Europe/Moscow' };

describe('what a row tells of its delivery', () => {
  const failed = (delivered: Delivered, channel: ChannelName, at: Date): Delivered => ({
    ...delivered,
    channels: { ...delivered.channels, [channel]: outcomeOf(channel, delivered.channels[channel]!, { state: 'FAILED', error: 'away' }, at.toISOString()) },
  });

  test('a refused mail is tried again after 1, 5, 15 and 60 minutes', () => {
    let delivered = claimed({ firing: 1, wanted: ['EMAIL'], at: AT });
    let now = new Date(AT);
    const waits: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      delivered = failed(delivered, 'EMAIL', now);
      const again = new Date(retryAtOf(delivered)!);
      waits.push((again.getTime() - now.getTime()) / 60_000);
      expect(retried(delivered, new Date(again.getTime() - 1), ['EMAIL']).again).toEqual([]);
      now = again;
      const next = retried(delivered, now, ['EMAIL']);
      expect(next.again).toEqual(['EMAIL']);
      delivered = next.delivered;
    }
    expect(waits).toEqual([1, 5, 15, 60, 60]);
  });

  test('after a crash in sending a mail is uncertain and not sent again, a webhook is sent again', () => {
    const left = claimed({ firing: 3, wanted: ['EMAIL', 'WEBHOOK'], at: AT });
    expect(retryAtOf(left)).toBe(later(10).toISOString());
    expect(retried(left, later(9), ['EMAIL', 'WEBHOOK']).again).toEqual([]);
    const { again, delivered } = retried(left, later(10), ['EMAIL', 'WEBHOOK']);
    expect(again).toEqual(['WEBHOOK']);
    expect(delivered.channels).toMatchObject({ EMAIL: { state: 'UNCERTAIN' }, WEBHOOK: { state: 'SENDING', attempts: 2 } });
    expect(retried(delivered, later(600), ['EMAIL', 'WEBHOOK']).again).toEqual(['WEBHOOK']);
  });

  test('what arrived is left alone, and a channel that was turned off is given up', () => {
    const left = failed(claimed({ firing: 1, wanted: ['EMAIL'], at: AT }), 'EMAIL', new Date(AT));
    expect(retried(left, later(2), [])).toEqual({ again: [], delivered: { firing: 1, channels: {} } });
    const sent = outcomeOf('EMAIL', left.channels.EMAIL!, { state: 'SENT' }, AT);
    expect(retryAtOf({ firing: 1, channels: { EMAIL: sent } })).toBeNull();
  });
});

describe('what somebody chose', () => {
  const row = (more: Partial<SettingRow>): SettingRow => ({
    id: 'row', ownerId: IVAN, channels: ['EMAIL'], wantsDigest: false, feedKey: 'key', updatedAt: AT, updatedBy: { workspaceMemberId: IVAN }, ...more,
  });

  test('counts as they wrote it, and not as another did', () => {
    expect(settingOf(IVAN, [row({})], ['EMAIL', 'WEBHOOK'])).toEqual({ channels: ['EMAIL'], wantsDigest: false, feedKey: 'key' });
    const everything = { channels: ['EMAIL', 'WEBHOOK'], wantsDigest: true, feedKey: null };
    expect(settingOf(IVAN, [row({ updatedBy: { workspaceMemberId: MARIA }, channels: [] })], ['EMAIL', 'WEBHOOK'])).toEqual(everything);
    expect(settingOf(IVAN, [row({ updatedBy: null })], ['EMAIL', 'WEBHOOK'])).toEqual(everything);
    expect(isHonoured({ ownerId: null, updatedBy: { workspaceMemberId: null } })).toBe(false);
  });

  test('the newest of their rows counts, and only channels that are set up', () => {
    const rows = [row({ channels: [] }), row({ channels: ['WEBHOOK', 'EMAIL'], updatedAt: later(1).toISOString() }), row({ updatedAt: later(2).toISOString(), ownerId: MARIA })];
    expect(settingOf(IVAN, rows, ['EMAIL']).channels).toEqual(['EMAIL']);
  });

  test('the secret of a calendar names its owner', () => {
    const secret = newFeedSecret(IVAN);
    expect(ownerOfFeedSecret(secret)).toBe(IVAN);
    expect(ownerOfFeedSecret(secret.slice(1))).toBeNull();
    expect(newFeedSecret(IVAN)).not.toBe(secret);
    expect(feedKeyOf(secret)).toMatch(/^[0-9a-f]{64}$/);
    expect(feedKeyOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

test('other people’s words are one line, as long as they may be, in their own direction', () => {
  expect(oneLine('a\r\nBcc: b@c.d', 100)).toBe('a Bcc: b@c.d');
  expect(oneLine('fdp.\u202egnp', 100)).toBe('fdp.gnp');
  expect([...oneLine('я'.repeat(1_000_000), 120)]).toHaveLength(120);
});

const mails: ParsedMail[] = [];
const calls: { headers: Record<string, unknown>; body: string }[] = [];
let smtp: SMTPServer;
let broken: TcpServer;
let messenger: Server;
let answer = 200;
let refusal: Error | null = null;
const portOf = (server: { address(): string | AddressInfo | null }) => (server.address() as AddressInfo).port;
const mailers: Mailer[] = [];
const mailerAt = (port: number): Mailer => {
  const mailer = new Mailer({ url: null, host: '127.0.0.1', port, user: null, password: null, from: 'Legal Desk <desk@firm.test>' });
  mailers.push(mailer);
  return mailer;
};

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => done(refusal),
    onData: (stream, _, done) => void simpleParser(stream).then((mail) => (mails.push(mail), done()), done),
  });
  // Takes the whole mail, and is gone before it says so.
  broken = createTcp((socket) => {
    let inData = false;
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      for (const said of data.toString().split('\r\n').filter(Boolean))
        if (inData) {
          if (said === '.') socket.destroy();
        } else {
          inData = said === 'DATA';
          socket.write(inData ? '354 go\r\n' : '250 ok\r\n');
        }
    });
    socket.write('220 here\r\n');
  });
  messenger = createServer((request, response) => {
    let body = '';
    request.on('data', (data) => (body += data));
    request.on('end', () => {
      calls.push({ headers: request.headers, body });
      response.writeHead(answer).end();
    });
  });
  await Promise.all([
    new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve)),
    new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve)),
    new Promise<void>((resolve) => messenger.listen(0, '127.0.0.1', resolve)),
  ]);
});
afterAll(async () => {
  for (const mailer of mailers) mailer.close();
  messenger.closeAllConnections();
  await Promise.all([new Promise((resolve) => smtp.close(() => resolve(null))), new Promise((resolve) => broken.close(resolve)), new Promise((resolve) => messenger.close(resolve))]);
});
beforeEach(() => {
  mails.length = 0;
  calls.length = 0;
  answer = 200;
  refusal = null;
});

/** Reminder rows as Twenty would keep them, and nothing else of it. */
const officeWith = ({ port, channels = ['EMAIL', 'WEBHOOK'] }: { port: number; channels?: ChannelName[] }) => {
  const rows = new Map<string, Record<string, unknown>>();
  let now = new Date(AT);
  const records = {
    upsert: async (_: string, data: { id: string }[]) => {
      for (const row of data) rows.set(row.id, { ...rows.get(row.id), ...row });
      return { written: data.map(({ id }) => rows.get(id)), rejected: [] };
    },
    destroy: async (_: string, { id }: { id: { in: string[] } }) => id.in.forEach((each) => rows.delete(each)),
    find: async (_: string, { filter }: { filter: { retryAt: { lte: string } } }) =>
      [...rows.values()].filter(({ retryAt }) => typeof retryAt === 'string' && retryAt <= filter.retryAt.lte),
  } as unknown as Records;
  const states = new Map<string, string>();
  const statuses = { report: (part: string, { state }: { state: string }) => states.set(part, state), write: async () => undefined } as unknown as Statuses;
  const settings = { read: async () => new Map([[IVAN, person(channels)]]) } as unknown as Settings;
  const outlets = [
    emailOutlet({ ...speech, mailer: mailerAt(port), from: 'Legal Desk <desk@firm.test>' }),
    webhookOutlet({ ...speech, webhook: new Webhook({ url: `http://127.0.0.1:${portOf(messenger)}/hook`, secret: 'shared secret' }) }),
  ];
  const make = () => new Deliveries({ outlets, settings, records, statuses, digest: null, now: () => now, logger: pino({ level: 'silent' }) });
  const fire = async (deliveries: Deliveries, firing: Firing): Promise<void> => {
    const claim = (await deliveries.claim([firing])).get(firing.id);
    rows.set(firing.id, {
      ...firing, correspondence: firing.letter, lastAt: firing.firedAt, createdAt: firing.recordedAt, ...claim,
    });
  };
  return { rows, states, make, fire, at: (moment: Date) => (now = moment) };
};
const told = (row: unknown) => (row as { deliveries: Delivered }).deliveries.channels;
const until = async (what: () => boolean): Promise<void> => {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 20));
};
const isSettled = (row: unknown) => Object.values(told(row)).every(({ state }) => state !== 'SENDING');

test('a firing is one mail in the recipient’s language and one signed webhook, and the row tells so', async () => {
  const { rows, states, make, fire } = officeWith({ port: portOf(smtp.server) });
  const deliveries = make();
  await fire(deliveries, FIRING);
  expect(told(rows.get(FIRING.id))).toMatchObject({ EMAIL: { state: 'SENDING' }, WEBHOOK: { state: 'SENDING' } });
  await deliveries.deliver([FIRING]);
  await until(() => isSettled(rows.get(FIRING.id)));
  expect(told(rows.get(FIRING.id))).toMatchObject({ EMAIL: { state: 'SENT' }, WEBHOOK: { state: 'SENT' } });
  expect(rows.get(FIRING.id)!.retryAt).toBeNull();

  expect(mails).toHaveLength(1);
  const [mail] = mails;
  expect(mail!.messageId).toBe(`<reminder-1.${Date.parse(AT)}.2@firm.test>`);
  expect(mail!.headers.get('x-legal-desk-firing')).toBe('reminder-1/2');
  expect(mail!.subject).toBe(FIRING.title);
  expect(mail!.html).toContain('Иск &lt;b&gt;к РЖД&lt;/b&gt;');
  expect(mail!.html).toContain('https://crm.firm.test/object/correspondence/letter-1');
  expect(mail!.text).toContain(FIRING.title);
  expect(mail!.text).toContain('Ждёт с: 25.11.2026, 12:00');

  const [{ headers, body }] = calls as [(typeof calls)[number]];
  expect(headers['x-legal-desk-signature']).toBe(signatureOf('shared secret', String(headers['x-legal-desk-timestamp']), body));
  expect(JSON.parse(body)).toMatchObject({ event: 'reminder', reminder: { firing: 2, kind: 'CORRESPONDENCE' }, recipient: { email: 'ivan@firm.test' } });
  expect(states).toEqual(new Map([['EMAIL', 'WORKING'], ['WEBHOOK', 'WORKING']]));
  await deliveries.close();
});

test('a channel that fails stops neither the other nor the firing, and is tried again', async () => {
  const { rows, states, make, fire, at } = officeWith({ port: portOf(smtp.server) });
  answer = 503;
  const deliveries = make();
  await fire(deliveries, FIRING);
  await deliveries.deliver([FIRING]);
  await until(() => isSettled(rows.get(FIRING.id)));
  expect(told(rows.get(FIRING.id))).toMatchObject({ EMAIL: { state: 'SENT' }, WEBHOOK: { state: 'FAILED', error: 'HTTP 503' } });
  expect(states.get('WEBHOOK')).toBe('FAILING');
  await deliveries.close();

  answer = 200;
  at(later(1));
  const next = make();
  await next.retry(later(1));
  await until(() => isSettled(rows.get(FIRING.id)));
  expect(told(rows.get(FIRING.id))).toMatchObject({ EMAIL: { state: 'SENT' }, WEBHOOK: { state: 'SENT', attempts: 2 } });
  expect(mails).toHaveLength(1);
  expect(new Set(calls.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  await next.close();
});

test('a refused mail is sent again, one lost with the connection is not', async () => {
  refusal = Object.assign(new Error('no such mailbox'), { responseCode: 550 });
  const refused = await mailerAt(portOf(smtp.server)).send({ to: 'a@b.c', messageId: '<1@x>', ...reminderMail(FIRING, { ...speech, language: 'en' }) });
  expect(refused).toMatchObject({ state: 'FAILED', isDown: false });
  expect(await mailerAt(1).send({ to: 'a@b.c', messageId: '<1@x>', ...reminderMail(FIRING, { ...speech, language: 'en' }) })).toMatchObject({ state: 'FAILED', isDown: true });

  const { rows, make, fire } = officeWith({ port: portOf(broken), channels: ['EMAIL'] });
  const deliveries = make();
  await fire(deliveries, FIRING);
  await deliveries.deliver([FIRING]);
  await until(() => isSettled(rows.get(FIRING.id)));
  expect(told(rows.get(FIRING.id))).toMatchObject({ EMAIL: { state: 'UNCERTAIN' } });
  expect(rows.get(FIRING.id)!.retryAt).toBeNull();
  await deliveries.close();
});

test('of a reminder whose row is gone meanwhile nothing is left', async () => {
  const { rows, make, fire } = officeWith({ port: portOf(smtp.server), channels: ['EMAIL'] });
  const deliveries = make();
  await fire(deliveries, FIRING);
  rows.delete(FIRING.id);
  await deliveries.deliver([FIRING]);
  await deliveries.close();
  expect(mails).toHaveLength(1);
  expect(rows.size).toBe(0);
});

test('what another worker may have begun as well is sent by that one alone', async () => {
  const { rows, make, fire } = officeWith({ port: portOf(smtp.server), channels: ['EMAIL'] });
  const [first, second] = [make(), make()];
  const deliver = (deliveries: Deliveries, isHeld: () => Promise<boolean>) =>
    jobContext.run({ name: { queue: 'reminders', job: 'fire' }, spent: 0, isHeld }, () => deliveries.deliver([FIRING]));
  await fire(first, FIRING);
  await deliver(first, () => Promise.resolve(false));
  await fire(first, FIRING);
  await deliver(first, () => Promise.reject(new Error('Redis is away')));
  await fire(second, FIRING);
  await deliver(second, () => Promise.resolve(true));
  await until(() => isSettled(rows.get(FIRING.id)));
  await Promise.all([first.close(), second.close()]);
  expect(mails).toHaveLength(1);
});
