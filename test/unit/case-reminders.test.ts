import fc from 'fast-check';
import type { Office } from '../../workers/correspondence/protocol';
import { causesOf, overseerOf, recipientsOf } from '../../workers/reminders/causes/causes';
import { escalationOf, Mornings, nextStep, stepsOf, type Ladder } from '../../workers/reminders/causes/ladders';
import { planCauses, type Standing } from '../../workers/reminders/causes/plan';
import type { Assignment, CaseEvent, Decision, Found, Hearing, Request } from '../../workers/reminders/causes/records';
import { alwaysOpen, officeHours, weekIn, type WorkingHours } from '../../workers/reminders/working-hours';

const ZONE = 'Europe/Moscow';
const HOUR = 3_600_000;
/** Moscow's, three hours ahead of Greenwich all year. */
const at = (day: string, time = '00:00'): string => new Date(`${day}T${time}:00+03:00`).toISOString();

const weekdays = officeHours({ week: weekIn('Mo-Fr 09:00-18:00')!, special: new Map(), timeZone: ZONE });
const always = alwaysOpen(ZONE);

/** Everything that fires between two moments, as the engine goes through it. */
const firings = (ladder: Ladder, from: string, until: string, hours: WorkingHours, isEscalation = false): string[] => {
  const fired: string[] = [];
  let lastAt: string | null = null;
  for (let now = new Date(from); now < new Date(until); ) {
    const mornings = new Mornings(now, hours);
    const steps = isEscalation ? escalationOf(ladder, mornings)! : stepsOf(ladder, mornings);
    const { nextAt, isDue } = nextStep({ ladder, steps, lastAt, mornings });
    if (nextAt === null) return fired;
    if (isDue) fired.push((lastAt = now.toISOString()));
    else now = new Date(nextAt);
  }
  return fired;
};

describe('the ladders', () => {
  test('a hearing is told of a day and an hour before', () => {
    const hearing: Ladder = { kind: 'HEARING', dueAt: at('2026-11-25', '14:30') };
    expect(firings(hearing, at('2026-11-01'), hearing.dueAt, always)).toEqual([at('2026-11-24', '14:30'), at('2026-11-25', '13:30')]);
    const told = (from: string, hours: WorkingHours, dueAt = hearing.dueAt) => {
      const mornings = new Mornings(new Date(from), hours);
      return stepsOf({ kind: 'HEARING', dueAt }, mornings).next;
    };
    expect(told(at('2026-11-01'), always)).toBe(Date.parse(at('2026-11-24', '14:30')));
    expect(told(at('2026-11-25'), always)).toBe(Date.parse(at('2026-11-25', '13:30')));
    // An hour before is not put off past the hearing itself.
    const early = at('2026-11-25', '09:30');
    expect(told(at('2026-11-25'), weekdays, early)).toBe(Date.parse(at('2026-11-25', '09:00')));
    expect(told(at('2026-11-25'), weekdays, at('2026-11-25', '09:00'))).toBe(Date.parse(at('2026-11-25', '08:00')));
    // Monday morning: by Sunday it would be told at the opening, when an hour is left; so on Friday.
    expect(told(at('2026-11-01'), weekdays, at('2026-11-30', '10:00'))).toBe(Date.parse(at('2026-11-27', '10:00')));
    expect(told(at('2026-11-01'), weekdays, at('2026-11-30', '15:00'))).toBe(Date.parse(at('2026-11-30', '09:00')));
  });

  test('a step that passed before it was known is made up for once', () => {
    const dueAt = at('2026-11-25', '14:30');
    expect(firings({ kind: 'HEARING', dueAt }, at('2026-11-25', '14:00'), dueAt, always)).toEqual([at('2026-11-25', '14:00')]);
    expect(firings({ kind: 'HEARING', dueAt }, at('2026-11-25', '10:00'), dueAt, always)).toEqual([at('2026-11-25', '10:00'), at('2026-11-25', '13:30')]);
    expect(firings({ kind: 'EVENT_DUE', dueAt: at('2026-11-20') }, at('2026-11-21', '12:00'), at('2026-11-24'), weekdays)).toEqual([at('2026-11-23', '09:00')]);
  });

  test('an appeal: 14, 7, 3 and 1 days before, at the opening', () => {
    const appeal: Ladder = { kind: 'APPEAL_DEADLINE', dueAt: at('2026-12-18', '23:59') };
    const mornings = (...days: string[]) => days.map((day) => at(day, '09:00'));
    expect(firings(appeal, at('2026-12-01'), at('2026-12-31'), always)).toEqual(mornings('2026-12-04', '2026-12-11', '2026-12-15', '2026-12-17'));
    expect(firings(appeal, at('2026-12-01'), at('2026-12-31'), weekdays)).toEqual(mornings('2026-12-04', '2026-12-11', '2026-12-15', '2026-12-17'));
    // The last day a Monday: the Sunday's step waits for its morning. A Sunday: it would be too late then, so both are told before the weekend.
    const until = (dueAt: string) => firings({ kind: 'APPEAL_DEADLINE', dueAt }, at('2026-12-01'), at('2026-12-31'), weekdays);
    expect(until(at('2026-12-21', '23:59'))).toEqual(mornings('2026-12-07', '2026-12-14', '2026-12-18', '2026-12-21'));
    expect(until(at('2026-12-20', '23:59'))).toEqual(mornings('2026-12-07', '2026-12-14', '2026-12-17', '2026-12-18'));
  });

  test('a request without a reply: from the next opening on each working day', () => {
    const dueAt = at('2026-11-26', '23:59');
    expect(firings({ kind: 'REQUEST_REPLY', dueAt }, at('2026-11-01'), at('2026-12-02'), weekdays)).toEqual(
      ['2026-11-27', '2026-11-30', '2026-12-01'].map((day) => at(day, '09:00')),
    );
    expect(firings({ kind: 'REQUEST_REPLY', dueAt }, at('2026-11-01'), at('2026-12-02'), always, true)).toEqual(
      ['2026-11-30', '2026-12-01'].map((day) => at(day, '09:00')),
    );
  });

  test('an awaited client: after three days, then weekly; an event: a day before, on the day, then daily', () => {
    expect(firings({ kind: 'AWAITING_CLIENT', since: at('2026-11-02', '16:00') }, at('2026-11-02', '16:00'), at('2026-11-22'), always)).toEqual(
      ['2026-11-05', '2026-11-12', '2026-11-19'].map((day) => at(day, '09:00')),
    );
    expect(firings({ kind: 'EVENT_DUE', dueAt: at('2026-11-30') }, at('2026-11-01'), at('2026-12-03'), weekdays)).toEqual(
      ['2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02'].map((day) => at(day, '09:00')),
    );
  });

  test('whatever the hours and however long the workers are away, no step fires twice and none is told too late', () => {
    const start = Date.parse(at('2026-11-02'));
    fc.assert(
      fc.property(
        fc.constantFrom<Ladder['kind']>('HEARING', 'APPEAL_DEADLINE', 'REQUEST_REPLY', 'EVENT_DUE', 'ASSIGNMENT_DUE', 'AWAITING_CLIENT'),
        fc.boolean(),
        fc.integer({ min: 0, max: 40 * 24 }),
        fc.array(fc.integer({ min: 1, max: 96 }), { minLength: 1, maxLength: 25 }),
        (kind, isAlways, hours, sleeps) => {
          const moment = new Date(start + hours * HOUR).toISOString();
          const ladder: Ladder = kind === 'AWAITING_CLIENT' ? { kind, since: moment } : { kind, dueAt: moment };
          let lastAt: string | null = null;
          let now = start;
          for (const sleep of sleeps) {
            now += sleep * HOUR;
            const mornings = new Mornings(new Date(now), isAlways ? always : weekdays);
            const { nextAt, isDue } = nextStep({ ladder, steps: stepsOf(ladder, mornings), lastAt, mornings });
            if (!isDue) {
              expect(nextAt === null || Date.parse(nextAt) > now).toBe(true);
              continue;
            }
            lastAt = new Date(now).toISOString();
            const after = nextStep({ ladder, steps: stepsOf(ladder, mornings), lastAt, mornings });
            expect(after.isDue).toBe(false);
            if ((kind === 'HEARING' || kind === 'APPEAL_DEADLINE') && after.nextAt) expect(after.nextAt < moment).toBe(true);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

const MEMBERS = ['olga', 'pavel', 'boss', 'chief'];
const firm = (more: Partial<Office> = {}): Office => ({
  members: MEMBERS.map((id) => ({ id, name: id, locale: id === 'pavel' ? 'ru-RU' : 'en' })),
  departments: [
    { id: 'court', name: 'Court', headId: 'boss', isRegistry: false, parentId: 'firm' },
    { id: 'firm', name: 'Firm', headId: 'chief', isRegistry: false, parentId: null },
  ],
  memberships: [],
  clerkIds: [],
  ...more,
});
const away = (memberId: string, substituteId: string | null) => ({
  departmentId: 'court', memberId, membership: 'MEMBER' as const, absentFrom: at('2026-11-01'), absentUntil: null, substituteId,
});

const EVENT = { id: 'event', title: 'Collect the papers', completion: 'PLANNED' as const, departmentId: 'court', missingDocuments: null, responsibles: [] };
const CASE = { id: 'case', number: '2026-0007', title: 'Ivanov v. the railway', stage: 'FIRST_INSTANCE' as const, leadId: 'olga', departmentId: 'court' };
const ofCase = { updatedAt: at('2026-11-01'), legalCaseId: 'case', legalCase: CASE };
const satellite = { ...ofCase, caseEventId: 'event', caseEvent: EVENT };
const court = { name: 'Tverskoy court' };
const hearing = (more: Partial<Hearing> = {}): Hearing => ({
  ...satellite, id: 'hearing', scheduledAt: at('2026-11-25', '14:30'), endsAt: null, room: '5', outcome: 'SCHEDULED', court, ...more,
});
const decision = (filings: { instance: 'FIRST' | 'APPEAL'; filedAt: string | null }[] = [], more: Partial<Decision> = {}): Decision => ({
  ...satellite, id: 'decision', decidedAt: '2026-11-18', appealDueAt: '2026-12-18', instance: 'FIRST', court,
  legalCase: { ...CASE, courtFilings: filings.map((filing, index) => ({ id: String(index), ...filing })) }, ...more,
});
const request = (more: Partial<Request> = {}): Request => ({ ...satellite, id: 'request', subject: 'Act', dueAt: '2026-11-20', status: 'SENT', addressee: { name: 'The railway' }, ...more });
const event = (more: Partial<CaseEvent> = {}): CaseEvent => ({ ...ofCase, ...EVENT, sourceKey: null, dueAt: at('2026-11-20', '15:00'), waitingSince: null, court: null, ...more });
const assignment = (more: Partial<Assignment> = {}): Assignment => ({
  ...ofCase, id: 'assignment', title: 'Call the client', status: 'NEW', dueAt: at('2026-11-24', '15:00'), responsibleId: 'pavel', ...more,
});
const found = (more: Partial<Found>): Found => ({ hearings: [], decisions: [], requests: [], events: [], assignments: [], ...more });

const NOW = at('2026-11-23', '12:00');
const causes = (more: Partial<Found>, now = NOW) => causesOf(found(more), new Date(now), ZONE);
const kinds = (more: Partial<Found>, now = NOW) => causes(more, now).map(({ kind }) => kind);

describe('causes', () => {
  test('a hearing that is scheduled and still to come', () => {
    expect(kinds({ hearings: [hearing(), hearing({ outcome: null })] })).toEqual(['HEARING', 'HEARING']);
    expect(kinds({ hearings: [hearing({ outcome: 'ADJOURNED' }), hearing({ scheduledAt: null }), hearing({ legalCase: null }), hearing({ caseEventId: null })] })).toEqual([]);
    expect(kinds({ hearings: [hearing({ caseEvent: { ...EVENT, completion: 'CANCELLED' } })] })).toEqual([]);
    expect(kinds({ hearings: [hearing()] }, at('2026-11-25', '14:30'))).toEqual([]);
  });

  test('an appeal until it is filed in a higher instance, or its last day is over', () => {
    const filings = [{ instance: 'FIRST' as const, filedAt: '2026-11-20' }, { instance: 'APPEAL' as const, filedAt: null }, { instance: 'APPEAL' as const, filedAt: '2026-11-01' }];
    expect(kinds({ decisions: [decision(), decision(filings)] })).toEqual(['APPEAL_DEADLINE', 'APPEAL_DEADLINE']);
    expect(kinds({ decisions: [decision([{ instance: 'APPEAL', filedAt: '2026-11-30' }]), decision([], { appealDueAt: null })] })).toEqual([]);
    expect(kinds({ decisions: [decision()] }, at('2026-12-18', '23:58'))).toEqual(['APPEAL_DEADLINE']);
    expect(kinds({ decisions: [decision()] }, at('2026-12-19'))).toEqual([]);
  });

  test('a request that is out, a client who is awaited, an event that is due; not what is over', () => {
    expect(kinds({ requests: [request(), request({ status: 'ANSWERED' }), request({ dueAt: null })] })).toEqual(['REQUEST_REPLY']);
    const waiting = event({ completion: 'WAITING', waitingSince: at('2026-11-10') });
    expect(kinds({ events: [event(), event({ completion: null }), waiting, event({ completion: 'COMPLETED' }), event({ dueAt: null })] })).toEqual([
      'EVENT_DUE', 'EVENT_DUE', 'AWAITING_CLIENT',
    ]);
  });

  test('an assignment that is open and due, of a case or of none; not one of a case in the bin', () => {
    expect(kinds({ assignments: [assignment(), assignment({ status: null, legalCaseId: null, legalCase: null })] })).toEqual(['ASSIGNMENT_DUE', 'ASSIGNMENT_DUE']);
    expect(kinds({ assignments: [assignment({ status: 'DONE' }), assignment({ status: 'CANCELLED' }), assignment({ dueAt: null }), assignment({ legalCase: null })] })).toEqual([]);
  });

  const who = (responsibles: [string, 'LEAD' | 'CO_RESPONSIBLE' | 'OBSERVER'][], office = firm()) => {
    const [cause] = causes({ events: [event({ responsibles: responsibles.map(([memberId, responsibility]) => ({ memberId, responsibility })) })] });
    return {
      told: recipientsOf(cause!, office, new Date(NOW)).map(({ memberId, insteadOf }) => (insteadOf ? `${memberId} for ${insteadOf}` : memberId)),
      overseer: overseerOf(cause!, office, new Date(NOW)),
    };
  };
  test('who answers is told, for the absent their substitute, and the head above who is not among them', () => {
    expect(who([['olga', 'LEAD'], ['pavel', 'CO_RESPONSIBLE'], ['boss', 'OBSERVER']])).toEqual({ told: ['olga', 'pavel'], overseer: 'boss' });
    expect(who([]).told).toEqual(['olga']);
    expect(who([['left', 'LEAD']]).told).toEqual(['olga']);
    expect(who([['pavel', 'LEAD']], firm({ memberships: [away('pavel', 'olga')] })).told).toEqual(['olga for pavel']);
    expect(who([['pavel', 'LEAD']], firm({ memberships: [away('pavel', null)] })).told).toEqual(['pavel']);
    expect(who([['olga', 'LEAD'], ['pavel', 'LEAD']], firm({ memberships: [away('pavel', 'olga')] })).told).toEqual(['olga']);
    expect(who([['boss', 'LEAD']]).overseer).toBe('chief');
    expect(who([], firm({ memberships: [away('boss', 'pavel')] })).overseer).toBe('pavel');
    expect(who([], firm({ members: firm().members.filter(({ id }) => id !== 'olga') })).told).toEqual(['boss']);
  });
});

describe('the reminders of cases', () => {
  const plan = (all: Partial<Found>, rows: Standing[], now = NOW, office = firm()) =>
    planCauses({ causes: causes(all, now), rows, office, mornings: new Mornings(new Date(now), weekdays) });
  const stored = (writes: ReturnType<typeof plan>['writes']): Standing[] => writes.map((write) => ({ lastAt: null, sentCount: 0, ...write }));

  test('are written once, in the words of each, and not again', () => {
    const all = {
      hearings: [hearing({ caseEvent: { ...EVENT, responsibles: [{ memberId: 'olga', responsibility: 'LEAD' }, { memberId: 'pavel', responsibility: 'CO_RESPONSIBLE' }] } })],
      decisions: [decision()],
      requests: [request()],
      events: [event({ completion: 'WAITING', waitingSince: at('2026-11-22', '10:00'), missingDocuments: 'passport\npower of attorney' })],
    };
    const { writes, begun, gone } = plan(all, []);
    expect({ begun, gone }).toEqual({ begun: 5, gone: [] });
    expect(writes.map(({ recipientId, nextAt, title }) => ({ recipientId, nextAt, title }))).toEqual([
      { recipientId: 'olga', nextAt: at('2026-11-23', '09:00'), title: 'No reply to the request, due 20/11/2026: Act, The railway (case 2026-0007 Ivanov v. the railway)' },
      { recipientId: 'olga', nextAt: at('2026-11-24', '14:30'), title: 'Court hearing 25/11/2026, 14:30: Tverskoy court, 5 (case 2026-0007 Ivanov v. the railway)' },
      { recipientId: 'pavel', nextAt: at('2026-11-24', '14:30'), title: 'Судебное заседание 25.11.2026, 14:30: Tverskoy court, 5 (дело 2026-0007 Ivanov v. the railway)' },
      { recipientId: 'olga', nextAt: at('2026-11-25', '09:00'), title: 'The client is awaited since 22/11/2026: Collect the papers; missing: passport, power of attorney (case 2026-0007 Ivanov v. the railway)' },
      { recipientId: 'olga', nextAt: at('2026-12-04', '09:00'), title: 'Last day to appeal 18/12/2026: Tverskoy court (case 2026-0007 Ivanov v. the railway)' },
    ]);
    expect(plan(all, stored(writes))).toEqual({ writes: [], begun: 0, gone: [] });
    // What is due stays due from when it was, however late it is looked at.
    expect(plan(all, stored(writes), at('2026-11-23', '15:00')).writes).toEqual([]);
    expect(plan({}, stored(writes)).gone).toHaveLength(5);
  });

  test('tell of an assignment at its own record: its responsible, the substitute of the absent, the head when it stays overdue', () => {
    const all = { assignments: [assignment()] };
    const { writes } = plan(all, []);
    expect(writes).toMatchObject([{
      kind: 'ASSIGNMENT_DUE', recipientId: 'pavel', clientAssignmentId: 'assignment', caseEventId: null, nextAt: at('2026-11-23', '09:00'),
      title: 'Срок поручения клиента 24.11.2026, 15:00: Call the client (дело 2026-0007 Ivanov v. the railway)',
    }]);
    expect(plan(all, stored(writes))).toEqual({ writes: [], begun: 0, gone: [] });
    expect(plan({}, stored(writes)).gone).toEqual([writes[0]!.id]);
    expect(plan(all, [], NOW, firm({ memberships: [away('pavel', 'olga')] })).writes).toMatchObject([{ recipientId: 'olga', title: expect.stringContaining('for pavel') }]);
    expect(plan({ assignments: [assignment({ responsibleId: null })] }, []).writes).toMatchObject([{ recipientId: 'olga' }]);
    expect(plan(all, [], at('2026-11-30', '12:00')).writes).toMatchObject([{ recipientId: 'pavel' }, { recipientId: 'boss', isEscalation: true }]);
  });

  test('begin anew when a hearing is moved, and only say so when its room changes', () => {
    const [row] = stored(plan({ hearings: [hearing()] }, []).writes);
    const told: Standing = { ...row!, lastAt: at('2026-11-24', '14:30'), sentCount: 1, nextAt: at('2026-11-25', '13:30') };
    const later = at('2026-11-24', '16:00');
    expect(plan({ hearings: [hearing({ room: '7' })] }, [told], later).writes).toMatchObject([{ id: row!.id, title: expect.stringContaining(', 7 '), nextAt: told.nextAt }]);
    expect(plan({ hearings: [hearing({ room: '7' })] }, [told], later).writes[0]).not.toHaveProperty('sentCount');
    expect(plan({ hearings: [hearing({ scheduledAt: at('2026-11-27', '11:00') })] }, [told], later).writes).toMatchObject([
      { id: row!.id, sentCount: 0, lastAt: null, dueAt: at('2026-11-27', '11:00'), nextAt: at('2026-11-26', '11:00') },
    ]);
  });

  test('reach the head once something is overdue for three days', () => {
    expect(plan({ events: [event()] }, []).writes).toMatchObject([{ recipientId: 'olga', isEscalation: false }]);
    const { writes } = plan({ events: [event()] }, [], at('2026-11-24', '12:00'));
    expect(writes).toMatchObject([{ recipientId: 'olga' }, { recipientId: 'boss', isEscalation: true, title: expect.stringContaining('Overdue (olga). Due 20/11/2026, 15:00') }]);
  });

  test('wait for the opening when they were missed at night, but for a hearing that would be over', () => {
    const night = at('2026-11-24', '22:00');
    expect(plan({ hearings: [hearing()] }, [], night).writes).toMatchObject([{ nextAt: at('2026-11-25', '09:00') }]);
    expect(plan({ hearings: [hearing({ scheduledAt: at('2026-11-25', '08:30') })] }, [], at('2026-11-25', '08:00')).writes).toMatchObject([{ nextAt: at('2026-11-25', '07:30') }]);
  });

  test('say what people wrote in one line of reasonable length', () => {
    const { writes } = plan({ requests: [request({ subject: `a\n\u202Eb ${'x'.repeat(1_000_000)}` })] }, []);
    expect(writes[0]!.title.length).toBeLessThan(300);
    expect(writes[0]!.title).toMatch(/: a b x/);
  });
});
