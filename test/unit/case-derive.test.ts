import { appealDueAt } from '../../workers/cases/deadlines';
import { deriveCase } from '../../workers/cases/derive';
import { circlesOf, rootsOf } from '../../workers/cases/directions';
import {
  OFFICE, afterwards, assignment, at, bundle, decision, derive, document, event, filing, hearing, legalCase, recovery, request, responsible, rub, settled, visit,
} from './case-office';

const moscow = (day: string): string => new Date(`${day}T00:00:00+03:00`).toISOString();

describe('a record that has an event', () => {
  it('makes it once, with what the case gives it, and is told of it', () => {
    const after = settled(bundle({ firstVisits: [visit()], attorneyRequests: [request({ status: 'SENT', sentAt: '2026-03-05', dueAt: '2026-04-04' })] }));
    expect(after.caseEvents).toMatchObject([
      {
        title: 'first visit', kindId: 'kind-FIRST_VISIT', eventGroup: 'INTAKE', completion: 'COMPLETED', startedAt: at(2), completedAt: at(2), actualDays: 0,
        legalCaseId: 'case', clientId: 'client', regionId: 'region', directionId: 'crossing', rootDirectionId: 'railway', departmentId: 'department',
        sourceKey: 'firstVisit:visit',
      },
      {
        title: 'attorney request: Act of the accident', completion: 'IN_PROGRESS', startedAt: moscow('2026-03-05'), dueAt: moscow('2026-04-04'), completedAt: null,
      },
    ]);
    expect(after.firstVisits[0]).toMatchObject({ caseEventId: after.caseEvents[0]!.id, name: 'First visit, 02/03/2026' });
    expect(after.attorneyRequests[0]!.caseEventId).toBe(after.caseEvents[1]!.id);
  });

  it.each([
    [{ attorneyRequests: [request({ status: 'ANSWERED', sentAt: '2026-03-05', answeredAt: '2026-03-08' })] }, { completion: 'COMPLETED', completedAt: moscow('2026-03-08'), actualDays: 3 }],
    [{ courtFilings: [filing({ filedAt: null })] }, { completion: 'PLANNED', title: 'transfer to court: District court', courtId: 'district' }],
    [{ courtFilings: [filing({ instance: 'APPEAL', acceptedAt: '2026-03-12' })] }, { completion: 'COMPLETED', eventGroup: 'COURT', kindId: 'kind-TRANSFER_TO_HIGHER_COURT' }],
    [{ courtHearings: [hearing()] }, { completion: 'PLANNED', startedAt: at(20), dueAt: at(20), completedAt: null, courtId: 'district' }],
    [{ courtHearings: [hearing({ outcome: 'ADJOURNED', endsAt: at(20, 10) })] }, { completion: 'COMPLETED', completedAt: at(20, 10) }],
    [{ courtHearings: [hearing({ outcome: 'CANCELLED' })] }, { completion: 'CANCELLED', completedAt: null }],
    [
      { courtDecisions: [decision()] },
      { completion: 'COMPLETED', startedAt: moscow('2026-03-10'), completedAt: moscow('2026-03-20'), dueAt: moscow('2026-04-20'), title: 'court decision: District court, appeal by 20/04/2026' },
    ],
  ])('%j', (records, expected) => expect(settled(bundle(records)).caseEvents).toMatchObject([expected]));

  it('keeps the event in step, and a gone record cancels it without touching when it was completed', () => {
    const begun = settled(bundle({ courtHearings: [hearing()] }));
    const moved = settled({ ...begun, courtHearings: [{ ...begun.courtHearings[0]!, scheduledAt: at(25), outcome: 'HELD' }] });
    expect(moved.caseEvents).toMatchObject([{ startedAt: at(25), completion: 'COMPLETED', completedAt: at(25) }]);
    const gone = settled({ ...moved, courtHearings: [] });
    expect(gone.caseEvents).toMatchObject([{ completion: 'CANCELLED', completedAt: at(25), actualDays: null }]);
  });

  it('brings its event back where a person deleted it, and follows it no further where they changed it', () => {
    const begun = settled(bundle({ courtHearings: [hearing()] }));
    expect(settled({ ...begun, caseEvents: [] }).caseEvents[0]!.id).toBe(begun.caseEvents[0]!.id);
    const changed = { ...begun, caseEvents: [{ ...begun.caseEvents[0]!, title: 'Mine', completion: 'IN_PROGRESS' as const, departmentId: 'other' }] };
    expect(settled(changed).caseEvents).toMatchObject([{ title: begun.caseEvents[0]!.title, completion: 'PLANNED', departmentId: 'other' }]);
  });

  it('is as its filing where it leaves something out', () => {
    const bare = { courtId: null, court: null };
    const after = settled(bundle({ courtFilings: [filing()], courtHearings: [hearing(bare)], courtDecisions: [decision({ ...bare, instance: null })] }));
    expect(after.courtHearings).toMatchObject([{ courtId: 'district', name: 'Court hearing, District court, 20/03/2026, 12:00' }]);
    expect(after.courtDecisions).toMatchObject([{ courtId: 'district', instance: 'FIRST', name: 'First instance, granted, District court, 20/03/2026' }]);
    expect(after.caseEvents[1]).toMatchObject({ title: 'court hearing: District court', courtId: 'district' });
  });

  it('has none while the first visit is a draft', () => expect(settled(bundle({ firstVisits: [visit({ visitStatus: 'DRAFT' })] })).caseEvents).toEqual([]));

  it('has one even if the office threw its kind away', () => {
    const [made] = deriveCase({ bundle: bundle({ courtHearings: [hearing()] }), catalogues: { kinds: [], roots: new Map() }, office: OFFICE, now: new Date(at(15)) });
    expect(made).toMatchObject({ object: 'caseEvent', isOurs: true, data: { kindId: null, eventGroup: 'COURT', title: 'Court hearing: District court' } });
  });
});

describe('an event of a plain kind', () => {
  it('takes title, group and due date from its kind, and its times from when they were first seen', () => {
    const [begun] = settled(bundle({ caseEvents: [event('event', { kindId: 'kind-DOCUMENT_INTAKE', completion: 'IN_PROGRESS', updatedAt: at(3) })] })).caseEvents;
    expect(begun).toMatchObject({ title: 'document intake', eventGroup: 'EVIDENCE', startedAt: at(3), dueAt: at(8), completedAt: null });
    const [done] = settled(bundle({ caseEvents: [{ ...begun!, completion: 'COMPLETED', updatedAt: at(6) }] })).caseEvents;
    expect(done).toMatchObject({ completedAt: at(6), actualDays: 3 });
    const [again] = settled(bundle({ caseEvents: [{ ...done!, completion: 'IN_PROGRESS' }] })).caseEvents;
    expect(again).toMatchObject({ completion: 'IN_PROGRESS', completedAt: null, actualDays: null, startedAt: at(3) });
  });

  it('is completed by whoever says when', () =>
    expect(settled(bundle({ caseEvents: [event('event', { startedAt: at(3), completedAt: at(4) })] })).caseEvents).toMatchObject([{ completion: 'COMPLETED', actualDays: 1 }]));

  it('stops its clock while the client is awaited, and says for which papers', () => {
    const documents = [document('Passport'), document('Act', { status: 'REJECTED' }), document('Policy', { status: 'RECEIVED' })];
    const waiting = settled(bundle({ caseDocuments: documents, caseEvents: [event('event', { completion: 'WAITING', startedAt: at(2), updatedAt: at(4) })] }));
    expect(waiting.caseEvents).toMatchObject([{ waitingSince: at(4), missingDocuments: 'Act\nPassport', waitedDays: null }]);
    const over = settled({ ...waiting, caseEvents: [{ ...waiting.caseEvents[0]!, completion: 'IN_PROGRESS', updatedAt: at(9) }] });
    expect(over.caseEvents).toMatchObject([{ waitingSince: null, missingDocuments: null, waitedDays: 5 }]);
    const done = settled({ ...over, caseEvents: [{ ...over.caseEvents[0]!, completion: 'COMPLETED', completedAt: at(12) }] });
    expect(done.caseEvents).toMatchObject([{ waitedDays: 5, actualDays: 5 }]);
  });

  it('that awaits the client waits by itself, from its beginning', () => {
    const [waiting] = settled(bundle({ caseEvents: [event('event', { kindId: 'kind-AWAITING_CLIENT', startedAt: at(2), updatedAt: at(4) })] })).caseEvents;
    expect(waiting).toMatchObject({ completion: 'WAITING', waitingSince: at(2), dueAt: at(16) });
  });

  it('of a record that is open waits as long as a person says so', () => {
    const begun = settled(bundle({ attorneyRequests: [request({ status: 'SENT', sentAt: '2026-03-05' })] }));
    const waiting = settled({ ...begun, caseEvents: [{ ...begun.caseEvents[0]!, completion: 'WAITING', updatedAt: at(6) }] });
    expect(waiting.caseEvents).toMatchObject([{ completion: 'WAITING', waitingSince: at(6) }]);
    const answered = settled({ ...waiting, attorneyRequests: [{ ...waiting.attorneyRequests[0]!, status: 'ANSWERED', answeredAt: '2026-03-10' }] });
    expect(answered.caseEvents).toMatchObject([{ completion: 'COMPLETED', waitingSince: null }]);
  });

  it('whose dates are out of order has taken no days, and says so', () => {
    const after = settled(bundle({ caseEvents: [event('event', { completion: 'COMPLETED', startedAt: at(9), completedAt: at(4) })] }));
    expect(after.caseEvents).toMatchObject([{ actualDays: null, problem: '“Completed” is earlier than “Started”.' }]);
    expect(after.legalCase.problem).toBe('Event: “Completed” is earlier than “Started”.');
  });
});

describe('the stage', () => {
  const appeal = filing({ id: 'appeal', instance: 'APPEAL', filedAt: '2026-04-01', courtId: 'regional', court: { name: 'Regional', level: 'REGIONAL' }, previousFilingId: 'filing' });
  it.each([
    ['INTAKE', { firstVisits: [visit()], attorneyRequests: [request()] }],
    ['INTAKE', { caseEvents: [event('event', { kindId: 'kind-DOCUMENT_INTAKE' })] }],
    ['EVIDENCE', { attorneyRequests: [request({ status: 'SENT', sentAt: '2026-03-05' })] }],
    ['EVIDENCE', { caseEvents: [event('event', { kindId: 'kind-DOCUMENT_INTAKE', completion: 'IN_PROGRESS' })] }],
    ['PRETRIAL', { caseEvents: [event('event', { kindId: 'kind-PRETRIAL_CLAIM', completion: 'IN_PROGRESS' })] }],
    ['EVIDENCE', { courtFilings: [filing({ filedAt: null })], attorneyRequests: [request({ status: 'SENT', sentAt: '2026-03-05' })] }],
    ['FIRST_INSTANCE', { courtFilings: [filing()] }],
    ['FIRST_INSTANCE', { courtHearings: [hearing()] }],
    ['APPEAL', { courtFilings: [filing(), appeal] }],
    ['CASSATION', { courtFilings: [filing({ instance: 'SUPERVISORY' })] }],
    ['FIRST_INSTANCE', { courtFilings: [filing()], courtDecisions: [decision({ effectiveAt: '2026-12-01' })] }],
    ['ENFORCEMENT', { courtFilings: [filing()], courtDecisions: [decision({ effectiveAt: '2026-04-21' })] }],
    ['FIRST_INSTANCE', { courtFilings: [filing()], courtDecisions: [decision({ effectiveAt: '2026-04-21', outcome: 'DENIED' as const })] }],
    ['APPEAL', { courtFilings: [filing(), appeal], courtDecisions: [decision({ effectiveAt: '2026-04-21' })] }],
    ['ENFORCEMENT', { courtFilings: [filing(), appeal], recoveries: [recovery('line', { collected: rub(1) })] }],
    ['ENFORCEMENT', { caseEvents: [event('event', { kindId: 'kind-RECOVERY_AMOUNT', completion: 'IN_PROGRESS' })] }],
    ['ARCHIVED', { courtFilings: [filing()], caseEvents: [event('event', { kindId: 'kind-CASE_ARCHIVING', completion: 'COMPLETED' })] }],
  ])('%s of %j', (stage, records) => expect(settled(bundle(records), '2026-05-01T09:00:00.000Z').legalCase.stage).toBe(stage));

  it('court and instance are those of the latest filing, in whatever order they were written', () => {
    for (const courtFilings of [[filing(), appeal], [appeal, filing()]])
      expect(settled(bundle({ courtFilings })).legalCase).toMatchObject({ courtId: 'regional', instance: 'APPEAL', stage: 'APPEAL' });
  });

  it('that a person sets stands until the facts change', () => {
    const first = settled(bundle({ courtFilings: [filing()] }));
    const overridden = settled({ ...first, legalCase: { ...first.legalCase, stage: 'PRETRIAL', nextStep: 'Call the client', courtId: null } });
    expect(overridden.legalCase).toMatchObject({ stage: 'PRETRIAL', nextStep: 'Call the client', courtId: null });
    const on = settled({ ...overridden, courtFilings: [...overridden.courtFilings, appeal] });
    expect(on.legalCase).toMatchObject({ stage: 'APPEAL', courtId: 'regional' });
  });

  it('of a case that came with one and has no facts yet stands', () =>
    expect(settled(bundle({ legalCase: legalCase({ stage: 'CASSATION', nextStep: 'Read it' }) })).legalCase).toMatchObject({ stage: 'CASSATION', nextStep: 'Read it' }));
});

describe('the next step', () => {
  it('is the open event that is due first, or an appeal that may still be made', () => {
    const facts = bundle({ courtFilings: [filing({ acceptedAt: '2026-03-11' })], courtDecisions: [decision()], caseEvents: [event('event', { title: 'Write it', dueAt: at(31) })] });
    const now = at(25);
    expect(settled(facts, now).legalCase).toMatchObject({ nextStep: 'Write it', nextStepAt: at(31) });
    const done = { ...facts, caseEvents: [event('event', { title: 'Write it', completion: 'CANCELLED' as const })] };
    expect(settled(done, now).legalCase).toMatchObject({ nextStep: 'Appeal against (first instance)', nextStepAt: moscow('2026-04-20') });
    expect(settled(done, '2026-04-21T09:00:00.000Z').legalCase).toMatchObject({ nextStep: null, nextStepAt: null });
    const appealed = { ...done, courtFilings: [...done.courtFilings, filing({ id: 'appeal', instance: 'APPEAL', filedAt: '2026-03-24', acceptedAt: '2026-03-25' })] };
    expect(settled(appealed, now).legalCase.nextStep).toBeNull();
  });

  it('knows when anything last happened, but for what is still to come', () =>
    expect(
      settled(bundle({ firstVisits: [visit()], courtHearings: [hearing()], caseDocuments: [document('Act', { status: 'RECEIVED', receivedAt: '2026-03-09' })] })).legalCase.lastMovementAt,
    ).toBe(moscow('2026-03-09')));
});

describe('days to appeal', () => {
  it.each([
    ['FIRST', '2026-01-31', '2026-03-02'], // the last day of February is a Saturday
    ['FIRST', '2026-03-20', '2026-04-20'],
    ['APPEAL', '2025-11-30', '2026-03-02'],
    ['CASSATION', '2026-02-02', '2026-05-04'],
    ['SUPERVISORY', '2026-03-20', null],
    [null, '2026-03-20', null],
    ['FIRST', null, null],
  ] as const)('%s of %s: %s', (instance, decidedAt, expected) => expect(appealDueAt({ instance, decidedAt })).toBe(expected));

  it('are the person’s to change, until the decision changes', () => {
    const first = settled(bundle({ courtDecisions: [decision()] }));
    expect(first.courtDecisions[0]!.appealDueAt).toBe('2026-04-20');
    const set = settled({ ...first, courtDecisions: [{ ...first.courtDecisions[0]!, appealDueAt: '2026-04-30' }] });
    expect(set.courtDecisions[0]!.appealDueAt).toBe('2026-04-30');
    expect(set.caseEvents[0]!.dueAt).toBe(moscow('2026-04-30'));
    const moved = settled({ ...set, courtDecisions: [{ ...set.courtDecisions[0]!, decidedAt: '2026-03-23' }] });
    expect(moved.courtDecisions[0]!.appealDueAt).toBe('2026-04-23');
  });
});

describe('money', () => {
  const appealed = decision({ id: 'second', instance: 'APPEAL' });
  it('is claimed at first, awarded in the end, collected in all, by kind', () => {
    const after = settled(bundle({
      courtDecisions: [decision(), appealed],
      recoveries: [
        recovery('1', { claimed: rub(1000), awarded: rub(600) }),
        recovery('2', { claimed: rub(900), awarded: rub(800), collected: rub(300), collectedAt: '2026-03-28' }, appealed),
        recovery('3', { kindId: 'care', claimed: rub(50), awarded: rub(40), collected: rub(40), collectedAt: '2026-03-27' }),
        recovery('4', { kindId: 'care', claimed: rub(9), awarded: rub(8) }),
      ],
    }));
    expect(after.caseFinances).toMatchObject([{ claimed: rub(1059), awarded: rub(848), collected: rub(340), lastPaymentAt: '2026-03-28' }]);
    expect(after.recoveries[0]).toMatchObject({ name: 'Moral harm' });
  });

  it('is exact beyond what a double holds', () =>
    expect(settled(bundle({ recoveries: [recovery('1', { claimed: rub(9_007_199_254) }), recovery('2', { claimed: { amountMicros: 1, currencyCode: 'RUB' } })] })).caseFinances).toMatchObject([
      { claimed: { amountMicros: '9007199254000001' } },
    ]));

  it('in a second currency is not added, and the case says so', () => {
    const after = settled(bundle({ recoveries: [recovery('1', { claimed: rub(5) }), recovery('2', { claimed: rub(5) }), recovery('3', { claimed: { amountMicros: '7000000', currencyCode: 'USD' } })] }));
    expect(after.caseFinances).toMatchObject([{ claimed: rub(10) }]);
    expect(after.legalCase.problem).toMatch(/second currency/);
  });

  it('of a case that lost its recoveries is none', () => {
    const first = settled(bundle({ recoveries: [recovery('1', { claimed: rub(5) })] }));
    expect(settled({ ...first, recoveries: [] }).caseFinances).toMatchObject([{ claimed: { amountMicros: null } }]);
    expect(settled(bundle()).caseFinances).toEqual([]);
  });
});

describe('archiving', () => {
  it('closes what is open, and the case on its day', () => {
    const open = settled(bundle({ courtHearings: [hearing()], caseEvents: [event('event', { completion: 'IN_PROGRESS', startedAt: at(3) })] }));
    const archived = settled({ ...open, caseEvents: [...open.caseEvents, event('archive', { kindId: 'kind-CASE_ARCHIVING', completion: 'COMPLETED', completedAt: at(14, 22) })] });
    expect(archived.caseEvents.map(({ completion }) => completion)).toEqual(['CANCELLED', 'CANCELLED', 'COMPLETED']);
    expect(archived.legalCase).toMatchObject({ stage: 'ARCHIVED', closedAt: '2026-03-15', nextStep: null, problem: null });
  });

  it('by hand, with events open, is only said to be wrong', () => {
    const after = settled(bundle({ legalCase: legalCase({ stage: 'ARCHIVED' }), caseEvents: [event('event', { title: 'Open' })] }));
    expect(after.legalCase).toMatchObject({ stage: 'ARCHIVED', problem: 'Archived with 1 open events: use “Archive the case”.' });
    expect(after.caseEvents).toMatchObject([{ completion: 'PLANNED' }]);
  });
});

describe('responsibles', () => {
  const known = (id: string, more = {}) => responsible(id, { caseEvent: { legalCaseId: 'case', title: 'Old', completion: null, startedAt: null, dueAt: null }, ...more });
  it('carry what their event tells, and the second of the same person is marked', () => {
    const after = settled(bundle({
      caseEvents: [event('event', { title: 'Write it', completion: 'IN_PROGRESS', startedAt: at(3), dueAt: at(30) })],
      eventResponsibles: [known('b', { createdAt: at(2) }), known('a', { createdAt: at(3) }), known('c', { memberId: 'other' })],
    }));
    expect(after.eventResponsibles).toMatchObject([
      { id: 'b', name: 'Olga Orlova: Write it', completion: 'IN_PROGRESS', startedAt: at(3), dueAt: at(30), problem: null },
      { id: 'a', problem: 'This person is responsible for the event already.' },
      { id: 'c', problem: null },
    ]);
  });

  it('of an event that was deleted are at work no more, and of one in another case go there', () => {
    expect(settled(bundle({ eventResponsibles: [responsible('a')] })).eventResponsibles).toMatchObject([{ completion: 'CANCELLED' }]);
    const moved = responsible('a', { caseEvent: { legalCaseId: 'other', title: 'There', completion: 'PLANNED', startedAt: null, dueAt: null } });
    expect(derive(bundle({ eventResponsibles: [moved] }))).toMatchObject([{ data: { legalCaseId: 'other', completion: 'PLANNED' } }, { object: 'legalCase' }, { object: 'caseControl' }]);
  });
});

it('says what is wrong on the record and, but for what not everybody may read, on the case', () => {
  const supreme = { name: 'Supreme', level: 'SUPREME' as const };
  const after = settled(bundle({
    firstVisits: [visit({ workCapacityLossPercent: 140 })],
    courtFilings: [filing({ court: supreme }), filing({ id: 'other', previousFilingId: 'other', instance: 'APPEAL', court: null })],
    courtDecisions: [decision({ decidedAt: '2026-03-09', instance: 'APPEAL', court: null }, filing())],
    recoveries: [recovery('1', { claimed: rub(-1) })],
  }));
  expect(after.firstVisits[0]!.problem).toBe('“Capacity lost” must be from 0 to 100.');
  expect(after.courtFilings[0]!.problem).toBe('The court does not fit the instance: Supreme does not hear cases in the first instance.');
  expect(after.courtFilings[1]!.problem).toBe('The chain of previous filings comes back to this one.');
  expect(after.courtDecisions[0]!.problem).toBe('The instance is not that of its court filing. “Decided” is earlier than its court filing.');
  expect(after.legalCase.problem).toContain('First visit: something to correct (1).');
  expect(after.legalCase.problem).not.toContain('Capacity');
  expect(after.legalCase.problem).not.toContain('Claimed');
});

it('fills in what people left out of a case and an assignment', () => {
  const bare = bundle({ legalCase: legalCase({ number: null, title: null, openedAt: null, opponent: { name: 'The railway' }, createdAt: at(4, 22) }), clientAssignments: [assignment('a', { status: 'DONE' })] });
  const after = afterwards(bare, derive(bare, at(15), { number: '2026-0007' }));
  expect(after.legalCase).toMatchObject({ number: '2026-0007', title: 'Ivan Ivanov v. The railway', openedAt: '2026-03-05' });
  expect(after.clientAssignments).toMatchObject([{ clientId: 'client', regionId: 'region', directionId: 'crossing', givenAt: at(1), completedAt: at(1) }]);
});

it('tells by days of the office what is late of the clients’ assignments, and who answers', () => {
  const due = at(10, 12);
  const all = [
    assignment('late', { dueAt: due }), assignment('today', { dueAt: at(15, 1) }), assignment('none'), assignment('off', { status: 'CANCELLED', dueAt: due }),
    assignment('done', { status: 'DONE', dueAt: due, completedAt: at(12, 9) }), assignment('same', { status: 'DONE', dueAt: due, completedAt: at(10, 20), responsibleId: 'other' }),
  ];
  const after = settled(bundle({ clientAssignments: all })).clientAssignments;
  expect(after.map(({ id, isOverdue, daysLate }) => [id, isOverdue, daysLate])).toEqual([
    ['late', true, 5], ['today', false, null], ['none', false, null], ['off', false, null], ['done', true, 2], ['same', false, null],
  ]);
  expect(after.map(({ responsibleId }) => responsibleId)).toEqual(['lawyer', 'lawyer', 'lawyer', 'lawyer', 'lawyer', 'other']);
  });

it('speaks the office’s language', () => {
  const after = afterwards(bundle(), []);
  const writes = derive({ ...after, courtDecisions: [decision()] }, at(25), { office: { language: 'ru', timeZone: 'UTC' } });
  expect(writes.find(({ object }) => object === 'caseEvent')?.data.title).toBe('court decision: District court, обжаловать до 20.04.2026');
  expect(writes.find(({ object }) => object === 'courtDecision')?.data.name).toBe('Первая инстанция, удовлетворено, District court, 20.03.2026');
});

describe('directions', () => {
  const row = (id: string, parentId: string | null) => ({ id, name: id.toUpperCase(), parentId });
  const rows = [row('a', null), row('b', 'a'), row('c', 'b'), row('x', 'y'), row('y', 'x'), row('z', 'x'), row('s', 's'), row('o', 'gone')];
  it('have the top of their tree for root; a circle has none', () =>
    expect(Object.fromEntries(rootsOf(rows))).toEqual({ a: 'a', b: 'a', c: 'a', x: null, y: null, z: null, s: null, o: 'o' }));
  it('tell the circle they are in', () =>
    expect(Object.fromEntries(circlesOf(rows))).toMatchObject({ x: { names: ['X', 'Y'] }, y: { names: ['Y', 'X'] }, s: { names: ['S'] } }));
});
