import { pino } from 'pino';
import type { Calendars } from '../../workers/calendar/calendars';
import type { Entry } from '../../workers/calendar/entries';
import type { Office } from '../../workers/correspondence/protocol';
import { digestMail } from '../../workers/mail/digest-mail';
import type { Mailer, Message, Outcome } from '../../workers/mail/mailer';
import { linksTo } from '../../workers/mail/reminder-mail';
import { Digest } from '../../workers/reminders/channels/digest';
import type { Person, Settings } from '../../workers/reminders/channels/settings';
import { ALWAYS, alwaysOpen, officeHours, type WorkingHours } from '../../workers/reminders/working-hours';
import type { Records } from '../../workers/twenty/records';

const TODAY = '2026-11-25';
const links = linksTo('https://crm.firm.test');
const entry = (summary: string, time: Entry['time'], location: string | null = null): Entry => ({
  uid: summary, changedAt: '', time, summary, location, description: '', url: `https://crm.firm.test/object/caseEvent/${summary}`, alarmsBeforeMs: [],
});
const ENTRIES = [
  entry('Срок: возражения', { day: '2026-11-27' }),
  entry('Судебное заседание: дело 1', { startsAt: '2026-11-25T07:30:00Z', endsAt: '2026-11-25T08:30:00Z' }, 'зал 4'),
  entry('Срок: запрос', { day: '2026-11-20' }),
  entry('Заседание прошло', { startsAt: '2026-11-20T07:30:00Z', endsAt: '2026-11-20T08:30:00Z' }),
  entry('Нескоро', { day: '2026-12-20' }),
];
const speech = { language: 'ru', timeZone: 'Europe/Moscow', today: TODAY, links } as const;

test('a digest tells what is overdue, of today and of the days to come, each once', () => {
  const { subject, mail } = digestMail({ ...speech, entries: ENTRIES, awaiting: [{ id: 'letter-1', text: 'Примите письмо IN-2026-000001' }], held: [] })!;
  expect(subject).toBe('Ваш день, ср, 25 ноября');
  expect(mail.sections!.map(({ title, entries }) => [title, ...entries.map(({ text, note }) => [text, note].filter(Boolean).join(' | '))])).toEqual([
    ['Письма ждут вашего принятия · 1', 'Примите письмо IN-2026-000001'],
    ['Просрочено · 1', 'Срок: запрос | пт, 20 ноября'],
    ['Сегодня · 1', 'Судебное заседание: дело 1 | ср, 25 ноября, 10:30 · зал 4'],
    ['В ближайшие семь дней · 1', 'Срок: возражения | пт, 27 ноября'],
  ]);
});

test('nobody is written to for nothing, and a long list is cut', () => {
  expect(digestMail({ ...speech, entries: [ENTRIES[4]!], awaiting: [], held: [] })).toBeNull();
  const many = Array.from({ length: 30 }, (_, index) => entry(`Срок ${index}`, { day: TODAY }));
  const [section] = digestMail({ ...speech, entries: many, awaiting: [], held: [] })!.mail.sections!;
  expect(section).toMatchObject({ title: 'Сегодня · 30', more: 'и ещё 18 — в Twenty' });
  expect(section!.entries).toHaveLength(12);
});

const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `member-${index}`, name: '', email: `m${index}@firm.test`, language: 'ru', setting: { channels: ['EMAIL'], wantsDigest: index !== 1, feedKey: null },
  }));

/** What Twenty keeps, and whom the mail server was given something for. */
const morning = ({ staff = people(20), answer = (): Outcome => ({ state: 'SENT' }) }: { staff?: Person[]; answer?: (message: Message) => Outcome } = {}) => {
  const given: string[] = [];
  let row: { figures: unknown } | null = null;
  const records = {
    find: async () => (row ? [row] : []),
    findAll: async () => [],
    upsert: async (_: string, [written]: [{ figures: unknown }]) => ((row = structuredClone(written)), { written: [], rejected: [] }),
  } as unknown as Records;
  const mailer = { send: async (message: Message) => (given.push(message.to), answer(message)) } as unknown as Mailer;
  const settings = { read: async () => new Map(staff.map((person) => [person.id, person])) } as unknown as Settings;
  const calendars = { entriesOf: async () => ENTRIES } as unknown as Calendars;
  const make = () => new Digest({ mailer, from: 'desk@firm.test', settings, calendars, records, links, timeZone: 'Europe/Moscow', language: 'ru', logger: pino({ level: 'silent' }) });
  return { given, make, told: () => (row?.figures as { told: string[] } | undefined)?.told ?? [] };
};
const office = () => Promise.resolve({} as Office);
const at = (time: string) => new Date(`${TODAY}T${time}:00+03:00`);
const hours: WorkingHours = alwaysOpen('Europe/Moscow');

test('comes once to everybody who wants it, whoever sends it after a crash', async () => {
  const { given, make } = morning();
  await make().send(at('08:59'), office, hours);
  expect(given).toEqual([]);
  for (let look = 0; look < 4; look += 1) await make().send(at('09:01'), office, hours);
  expect(given).toHaveLength(19);
  expect(new Set(given).size).toBe(19);
  expect(given).not.toContain('m1@firm.test');
});

test('who is being written to is told before, so that a crash doubles nothing', async () => {
  const { given, make, told } = morning({ staff: people(1), answer: () => ({ state: 'UNCERTAIN', error: 'gone' }) });
  await make().send(at('09:01'), office, hours);
  expect(told()).toEqual(['member-0']);
  await make().send(at('09:10'), office, hours);
  expect(given).toEqual(['m0@firm.test']);
});

test('whom the server refused is written to again', async () => {
  let refuses = true;
  const { given, make } = morning({ staff: people(1), answer: () => (refuses ? { state: 'FAILED', error: '451 later' } : { state: 'SENT' }) });
  await make().send(at('09:01'), office, hours);
  refuses = false;
  await make().send(at('09:10'), office, hours);
  await make().send(at('09:11'), office, hours);
  expect(given).toEqual(['m0@firm.test', 'm0@firm.test']);
});

test('not on a day off, and not when the morning is long over', async () => {
  const { given, make } = morning();
  await make().send(at('10:00'), office, officeHours({ week: ALWAYS, special: new Map([[TODAY, null]]), timeZone: 'Europe/Moscow' }));
  await make().send(at('20:00'), office, hours);
  expect(given).toEqual([]);
});
