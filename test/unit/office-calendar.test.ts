import fc from 'fast-check';
import type { Weekday } from '../../custom-objects/vocabulary';
import { officeTimes, type SpecialDay } from '../../workers/office/calendar-rules';
import { calendarProblemText } from '../../workers/office/calendar-words';
import { ALWAYS, alwaysOpen, dayOf, hoursOf, minutesOf, officeHours, weekIn, type Hours } from '../../workers/reminders/working-hours';
import { Clock, narrowed, type Bounds } from '../../workers/twenty/clock';

const MOSCOW = 'Europe/Moscow';
const FIVE_DAYS: Weekday[] = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
const record = { workingDays: FIVE_DAYS, opensAt: '09:00', closesAt: '18:00' };
const day = (date: string, more: Partial<SpecialDay> = {}): SpecialDay => ({ name: 'Holiday', day: date, isWorking: false, opensAt: null, closesAt: null, ...more });
const hours = (days: SpecialDay[] = [], timeZone = MOSCOW) => officeHours({ ...officeTimes({ record, days, given: ALWAYS }).times, timeZone });
const opening = (moment: string, days: SpecialDay[] = []) => hours(days).nextOpening(new Date(moment)).toISOString();

describe('the next opening', () => {
  // 27 November 2026 is a Friday; Moscow is three hours ahead.
  it.each([
    ['while it is open', '2026-11-27T10:00:00.000Z', [], '2026-11-27T10:00:00.000Z'],
    ['at the opening', '2026-11-27T06:00:00.000Z', [], '2026-11-27T06:00:00.000Z'],
    ['before the opening', '2026-11-27T05:59:00.000Z', [], '2026-11-27T06:00:00.000Z'],
    ['at the closing of a Friday', '2026-11-27T15:00:00.000Z', [], '2026-11-30T06:00:00.000Z'],
    ['in the night, when it is the next day already where the office is', '2026-11-26T21:30:00.000Z', [], '2026-11-27T06:00:00.000Z'],
    ['before a holiday', '2026-11-27T15:00:00.000Z', [day('2026-11-30')], '2026-12-01T06:00:00.000Z'],
    ['before a Saturday worked, with the usual hours', '2026-11-27T15:00:00.000Z', [day('2026-11-28', { isWorking: true })], '2026-11-28T06:00:00.000Z'],
    ['after a short day', '2026-11-27T13:00:00.000Z', [day('2026-11-27', { isWorking: true, closesAt: '15:00' })], '2026-11-30T06:00:00.000Z'],
    ['on a day that begins late', '2026-11-27T06:00:00.000Z', [day('2026-11-27', { isWorking: true, opensAt: '11:30' })], '2026-11-27T08:30:00.000Z'],
  ])('%s', (_, moment, days, expected) => expect(opening(moment, days)).toBe(expected));

  it('keeps its hour when the clocks are changed', () => {
    // Berlin went over to summer time on Sunday, 29 March 2026.
    const berlin = hours([], 'Europe/Berlin');
    expect(berlin.nextOpening(new Date('2026-03-26T20:00:00Z')).toISOString()).toBe('2026-03-27T08:00:00.000Z');
    expect(berlin.nextOpening(new Date('2026-03-28T20:00:00Z')).toISOString()).toBe('2026-03-30T07:00:00.000Z');
  });

  it('closes an office on its holidays that otherwise never closes', () => {
    const { times } = officeTimes({ record: null, days: [day('2026-11-27')], given: ALWAYS });
    expect(officeHours({ ...times, timeZone: 'UTC' }).nextOpening(new Date('2026-11-27T10:00:00Z')).toISOString()).toBe('2026-11-28T00:00:00.000Z');
  });

  it('leaves nobody without reminders where somebody closed the office for good', () => {
    const closed = officeHours({ week: {}, special: new Map(), timeZone: 'UTC' });
    expect(closed.nextOpening(new Date('2026-11-27T10:00:00Z')).toISOString()).toBe('2026-11-27T10:00:00.000Z');
  });

  it('is never before the moment, always in the hours, and its own next opening', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        fc.constantFrom('UTC', MOSCOW, 'Europe/Berlin', 'America/New_York', 'Asia/Kamchatka', 'Australia/Lord_Howe'),
        fc.tuple(fc.nat(1_438), fc.nat(1_438)).map(([one, other]): Hours => ({ opens: Math.min(one, other), closes: Math.max(one, other) + 1 })),
        (moment, timeZone, span) => {
          const office = officeHours({ week: { MONDAY: span, THURSDAY: span }, special: new Map(), timeZone });
          const opensAt = office.nextOpening(moment);
          expect(opensAt.getTime()).toBeGreaterThanOrEqual(moment.getTime());
          expect(office.nextOpening(opensAt)).toEqual(opensAt);
          expect(['Mon', 'Thu']).toContain(new Intl.DateTimeFormat('en', { weekday: 'short', timeZone }).format(opensAt));
        },
      ),
    ));
});

it('begins a day at the opening, or at nine', () => {
  expect(hours([day('2026-11-30', { isWorking: true, opensAt: '11:00' })]).morningOf('2026-11-30').toISOString()).toBe('2026-11-30T08:00:00.000Z');
  expect(hours().morningOf('2026-11-28').toISOString()).toBe('2026-11-28T06:00:00.000Z');
  expect(alwaysOpen(MOSCOW).morningOf('2026-11-27').toISOString()).toBe('2026-11-27T06:00:00.000Z');
});

it('knows the day where the office is', () => {
  expect(dayOf(new Date('2026-11-26T21:30:00Z'), MOSCOW)).toBe('2026-11-27');
  expect(dayOf(new Date('2026-01-01T04:00:00Z'), 'America/New_York')).toBe('2025-12-31');
});

describe('WORKING_HOURS', () => {
  it.each([
    ['Mo-Fr 09:00-18:00', { MONDAY: 540, FRIDAY: 540, SATURDAY: undefined }],
    ['Mo-Fr 09:00-18:00; Sa 10:00-14:00', { FRIDAY: 540, SATURDAY: 600, SUNDAY: undefined }],
    ['Mo,We 8:30-24:00', { MONDAY: 510, TUESDAY: undefined, WEDNESDAY: 510 }],
    ['Sa-Mo 00:00-24:00', { SATURDAY: 0, SUNDAY: 0, MONDAY: 0, TUESDAY: undefined }],
  ])('%s', (text, opens) => {
    const week = weekIn(text);
    expect(week).not.toBeNull();
    for (const [name, minutes] of Object.entries(opens)) expect([name, week![name as Weekday]?.opens]).toEqual([name, minutes]);
  });

  it.each(['', 'always', 'Mo-Fr', '09:00-18:00', 'Mo-Fr 18:00-09:00', 'Mo-Fr 09:00', 'Mo-Fr 09:00-25:00', 'Mo-Fr 09:60-18:00', 'Mo-Fr 9-18', 'Пн-Пт 09:00-18:00', 'Mo-Fr 09:00-18:00 Sa'])(
    'is not “%s”', (text) => expect(weekIn(text)).toBeNull(),
  );
});

it('reads times as people write them', () => {
  expect(['9:05', '09:05', ' 09:05 ', '24:00', '24:01', '9.05', '', 'noon', '-1:00'].map(minutesOf)).toEqual([545, 545, 545, 1_440, null, null, null, null, null]);
  expect(hoursOf('09:00', '09:00')).toBeNull();
});

describe('the calendar that is kept in Twenty', () => {
  const given = weekIn('Mo-Su 10:00-12:00')!;
  const problemsOf = (office: Partial<typeof record>, days: SpecialDay[] = []) => officeTimes({ record: { ...record, ...office }, days, given });

  it('goes before what the workers are set to', () => {
    expect(problemsOf({}).times.week.MONDAY).toEqual({ opens: 540, closes: 1_080 });
    expect(officeTimes({ record: null, days: [], given }).times.week).toBe(given);
    const unset = { workingDays: [], opensAt: null, closesAt: null };
    expect(officeTimes({ record: unset as never, days: [], given })).toEqual({ times: { week: given, special: new Map() }, problems: [] });
  });

  it.each([
    ['HALF_SET', { opensAt: null as never }],
    ['HALF_SET', { workingDays: [] }],
    ['BAD_HOURS', { opensAt: '9 утра' }],
    ['BAD_HOURS', { opensAt: '19:00' }],
    ['BAD_HOURS', { closesAt: '<script>' }],
  ])('counts as not set where it cannot be read: %s', (kind, office) => {
    const { times, problems } = problemsOf(office);
    expect(times.week).toBe(given);
    expect(problems).toEqual([{ kind }]);
  });

  it('tells of special days that cannot be read or are there twice, and passes over drafts', () => {
    const bad = day('2026-11-30', { isWorking: true, opensAt: 'noon' });
    const { times, problems } = problemsOf({}, [day('2026-12-01'), day('2026-12-01', { name: 'Again' }), bad, { ...day(''), day: null }]);
    expect([...times.special]).toEqual([['2026-12-01', null]]);
    expect(problems).toEqual([{ kind: 'SAME_DAY', day: '2026-12-01', name: 'Again' }, { kind: 'BAD_DAY', day: '2026-11-30', name: 'Holiday' }]);
    for (const problem of [...problems, { kind: 'HALF_SET' } as const, { kind: 'BAD_HOURS' } as const]) {
      expect(calendarProblemText(problem, 'ru')).toMatch(/[а-я]/);
      expect(calendarProblemText(problem, 'en')).not.toMatch(/[а-я]/);
    }
  });
});

describe('Twenty’s clock', () => {
  const AHEAD = 90_000;
  /** An answer as a server says it whose clock is ahead, and which shows its whole second only. */
  const answer = (sentAt: number, there: number, back: number) => ({
    serverSecond: Math.floor((sentAt + there + AHEAD) / 1_000) * 1_000, sentAt, receivedAt: sentAt + there + back,
  });

  it('is known to within the quickest round trip, however slow the others are', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3_600_000), fc.nat(5_000), fc.nat(5_000)), { minLength: 1, maxLength: 60 }), (answers) => {
        const bounds = answers.map((each) => answer(...each)).reduce<Bounds | null>(narrowed, null)!;
        expect(bounds.least).toBeLessThanOrEqual(AHEAD);
        expect(bounds.most).toBeGreaterThanOrEqual(AHEAD);
        const quickest = Math.min(...answers.map(([, there, back]) => there + back));
        expect(bounds.most - bounds.least).toBeLessThanOrEqual(quickest + 1_250);
      }),
    ));

  it('follows a clock that is set', () => {
    const before = narrowed(null, answer(0, 10, 10));
    const later = { ...answer(10_000, 10, 10), serverSecond: answer(10_000, 10, 10).serverSecond - 60_000 };
    const { least, most } = narrowed(before, later);
    expect(least).toBeLessThanOrEqual(AHEAD - 60_000);
    expect(most).toBeGreaterThanOrEqual(AHEAD - 60_000);
  });

  it('is the machine’s until Twenty has answered, then Twenty’s', () => {
    const clock = new Clock();
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000);
    const now = performance.now();
    clock.heard(null, now);
    clock.heard('no date', now);
    clock.heard('Wed, 25 Nov 2020 03:00:00 GMT', now, now + 10);
    expect(Math.abs(clock.now().getTime() - Date.parse('2020-11-25T03:00:00Z'))).toBeLessThan(2_000);
  });
});
