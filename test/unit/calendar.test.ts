import { parseIcsCalendar } from '@ts-ics/schema-zod';
import ICAL from 'ical.js';
import { entriesOf, type Entry } from '../../workers/calendar/entries';
import { calendarText } from '../../workers/calendar/feed';
import type { Cause } from '../../workers/reminders/causes/causes';

const entry = (more: Partial<Entry> = {}): Entry => ({
  uid: 'HEARING-1@legal-desk', changedAt: '2026-11-01T10:00:00.123Z', time: { startsAt: '2026-11-25T11:30:00.000Z', endsAt: '2026-11-25T13:00:00.000Z' },
  summary: 'Hearing', location: null, description: '', url: 'https://crm.example.com/object/caseEvent/1', alarmsBeforeMs: [86_400_000, 3_600_000], ...more,
});
const HOSTILE = 'Суд; a, b\\c "d"\nEND:VEVENT\r\nBEGIN:VEVENT\nATTACH:file:///etc/passwd ' + '🙂я'.repeat(200);

/** The calendar as a strict parser reads it; what it does not accept fails the test. */
const read = (text: string) => {
  ICAL.design.strict = true;
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !/[\n\r]/.test(line))).toBe(true);
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each)) };
};

describe('the calendar feed', () => {
  test('is valid, in the office’s time zone, with alarms, and the same again', () => {
    const entries = [entry(), entry({ uid: 'APPEAL_DEADLINE-2@legal-desk', time: { day: '2026-12-18' }, alarmsBeforeMs: [15 * 3_600_000] })];
    const text = calendarText({ name: 'Legal Desk — Olga', entries, timeZone: 'Europe/Moscow' });
    expect(calendarText({ name: 'Legal Desk — Olga', entries, timeZone: 'Europe/Moscow' })).toBe(text);
    const { calendar, events } = read(text);
    // Another library's schema of the standard.
    const validated = parseIcsCalendar(text);
    expect(calendar.getFirstSubcomponent('vtimezone')?.getFirstPropertyValue('tzid')).toBe('Europe/Moscow');
    expect(text).toContain('DTSTART;TZID=Europe/Moscow:20261125T143000');
    expect(events.map(({ uid, startDate }) => [uid, startDate.toString()])).toEqual([
      ['HEARING-1@legal-desk', '2026-11-25T14:30:00'], ['APPEAL_DEADLINE-2@legal-desk', '2026-12-18'],
    ]);
    expect(events[1]!.endDate.toString()).toBe('2026-12-19');
    expect(events[0]!.component.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger')))).toEqual(['-P1D', '-PT1H']);
    expect(validated.events?.map(({ uid, alarms }) => [uid, alarms?.length])).toEqual([['HEARING-1@legal-desk', 2], ['APPEAL_DEADLINE-2@legal-desk', 1]]);
  });

  test('tells moments right in any zone, over the change of clocks too', () => {
    for (const [timeZone, startsAt] of [['America/New_York', '2026-10-31T12:00:00.000Z'], ['America/New_York', '2026-11-02T12:00:00.000Z'], ['UTC', '2026-11-02T12:00:00.000Z'], ['Asia/Kamchatka', '2026-11-02T12:00:00.000Z']] as const) {
      const { calendar, events } = read(calendarText({ name: 'x', entries: [entry({ time: { startsAt, endsAt: '2026-11-03T00:00:00.000Z' } })], timeZone }));
      const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!);
      const local = events[0]!.startDate.clone();
      local.zone = zone;
      expect(local.toUnixTime() * 1_000).toBe(Date.parse(startsAt));
    }
  });

  test('whatever people write stays text', () => {
    const text = calendarText({ name: HOSTILE, entries: [entry({ summary: HOSTILE, location: HOSTILE, description: HOSTILE })], timeZone: 'Europe/Moscow' });
    const { events } = read(text);
    expect(events).toHaveLength(1);
    expect(events[0]!.component.getAllProperties('attach')).toEqual([]);
    expect(events[0]!.summary).toContain('b\\c "d"');
  });

  test('holds what its owner answers for, in their language', () => {
    const legalCase = { id: 'case', number: '2026-0007', title: 'Ivanov v. the railway', stage: null, leadId: 'olga', departmentId: null };
    const event = { title: 'Collect the papers', departmentId: null, missingDocuments: null, responsibles: [{ memberId: 'pavel', responsibility: 'LEAD' as const }] };
    const record = { id: '1', updatedAt: '2026-11-01T10:00:00Z', scheduledAt: '2026-11-25T11:30:00Z', endsAt: null, room: '5', court: { name: 'Tverskoy court' } };
    const base = { caseEventId: 'event', clientAssignmentId: null, event, legalCase };
    const asked = { id: '3', updatedAt: record.updatedAt, title: 'Call back', legalCase: null };
    const causes = [
      { kind: 'HEARING', record, ...base, dueAt: record.scheduledAt },
      { kind: 'APPEAL_DEADLINE', record, ...base, dueAt: '2026-12-18T20:59:00Z', event: { ...event, responsibles: [] } },
      { kind: 'EVENT_DUE', record, ...base, dueAt: '2026-11-30T12:00:00Z' },
      { kind: 'EVENT_DUE', record, ...base, dueAt: '2026-11-29T21:00:00Z' },
      { kind: 'ASSIGNMENT_DUE', record: asked, ...base, caseEventId: null, clientAssignmentId: '3', event: { ...event, title: asked.title }, legalCase: null, dueAt: '2026-11-28T21:00:00Z' },
    ] as unknown as Cause[];
    const office = { members: ['olga', 'pavel'].map((id) => ({ id, name: id, locale: null })), departments: [], memberships: [], clerkIds: [] };
    const of = (memberId: string, language: 'en' | 'ru') =>
      entriesOf({ memberId, causes, office, speech: { language, timeZone: 'Europe/Moscow' }, links: { record: (object, id) => `${object}/${id}`, home: '' } });
    expect(of('olga', 'en').map(({ summary, time }) => ({ summary, time }))).toEqual([
      { summary: 'Last day to appeal: Tverskoy court, 2026-0007 Ivanov v. the railway', time: { day: '2026-12-18' } },
    ]);
    expect(of('pavel', 'ru').map(({ summary, time, location }) => ({ summary, time, location }))).toEqual([
      { summary: 'Судебное заседание: 2026-0007 Ivanov v. the railway', location: 'Tverskoy court, 5', time: { startsAt: '2026-11-25T11:30:00Z', endsAt: '2026-11-25T12:30:00.000Z' } },
      { summary: 'Срок до 15:00: Collect the papers, 2026-0007 Ivanov v. the railway', location: null, time: { day: '2026-11-30' } },
      { summary: 'Срок: Collect the papers, 2026-0007 Ivanov v. the railway', location: null, time: { day: '2026-11-30' } },
      { summary: 'Срок поручения клиента: Call back', location: null, time: { day: '2026-11-29' } },
    ]);
    expect(of('pavel', 'ru').at(-1)).toMatchObject({ uid: 'ASSIGNMENT-3@legal-desk', url: 'clientAssignment/3' });
  });
});
