import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { Cases } from '../../workers/cases/cases';
import { Docket } from '../../workers/cases/docket';
import { Numbering } from '../../workers/correspondence/numbering';
import { caseEventId } from '../../workers/identifiers';
import { OfficeReader } from '../../workers/office/office';
import { Registers } from '../../workers/registers/registers';
import { RegisterRows } from '../../workers/registers/rows';
import { CaseCauses } from '../../workers/reminders/causes/case-causes';
import type { FoundReminder } from '../../workers/reminders/channels/record';
import { alwaysOpen } from '../../workers/reminders/working-hours';
import { Budget } from '../../workers/twenty/budget';
import { TwentyClient } from '../../workers/twenty/client';
import { Clock } from '../../workers/twenty/clock';
import { Records } from '../../workers/twenty/records';
import { API_KEY, eventually, pause, TestOffice, type Caller, type Row } from './office';

let office: TestOffice;
let admin: Caller;
let lawyer: Caller;
beforeAll(async () => {
  // An administrator raised the limit: two processes at once, each looking as often as it may, would wait for operations most of the time.
  office = await TestOffice.open({ OFFICE_LANGUAGE: 'en', OFFICE_TIME_ZONE: 'Europe/Moscow', API_OPERATIONS_A_MINUTE: '600' });
  ({ admin, lawyer } = office.people);
  office.startWorkers();
  office.startWorkers();
  await eventually('the catalogues are there', async () => (await admin.list('eventKinds', 'id')).length > 20);
});
afterAll(() => office?.close());

const rub = (amount: number) => ({ amountMicros: amount * 1_000_000, currencyCode: 'RUB' });
const moscow = (day: string): string => new Date(`${day}T00:00:00+03:00`).toISOString();
const year = new Date().getFullYear();

const CASE = 'id number title stage instance openedAt closedAt nextStep nextStepAt lastMovementAt courtId problem';
const EVENT = `id title completion eventGroup startedAt dueAt completedAt actualDays waitedDays waitingSince missingDocuments courtId clientId regionId
  directionId rootDirectionId departmentId legalCaseId problem sourceKey kind { code }`;

const one = async (plural: string, fields: string, id: string): Promise<Row | undefined> => (await admin.list(plural, fields, { id: { eq: id } }))[0];
const until = (plural: string, fields: string, id: string, so: (row: Row) => unknown): Promise<Row> =>
  eventually(`${plural} ${id}`, async () => {
    const row = await one(plural, fields, id);
    return row && so(row) ? row : Promise.reject(new Error(JSON.stringify(row)));
  });
const caseUntil = (id: string, so: (legalCase: Row) => unknown) => until('legalCases', CASE, id, so);
const eventsOf = (caseId: string) => admin.list('caseEvents', EVENT, { legalCaseId: { eq: caseId } });
const eventOf = (object: string, id: string, so: (event: Row) => unknown = () => true): Promise<Row> =>
  eventually(`the event of ${object} ${id}`, async () => {
    const events = await admin.list('caseEvents', EVENT, { sourceKey: { eq: `${object}:${id}` } });
    return events.length === 1 && so(events[0]) ? events[0] : Promise.reject(new Error(JSON.stringify(events)));
  });
const remove = (type: string, id: string): Promise<Row> => admin.query(`mutation ($id: UUID!) { delete${type}(id: $id) { id } }`, { id });
const kindId = async (code: string): Promise<string> => (await admin.list('eventKinds', 'id', { code: { eq: code } }))[0].id;

/** The reminders of these events as they stand, soonest first. */
const remindersOf = async (events: Row[]): Promise<Row[]> => {
  const rows = await admin.list('reminders', 'id kind title recipientId caseEventId dueAt startedAt nextAt lastAt sentCount isEscalation correspondenceId historyId', {
    caseEventId: { in: events.map(({ id }) => id) },
  });
  return rows.sort((one, other) => (`${one.kind} ${one.isEscalation}` < `${other.kind} ${other.isEscalation}` ? -1 : 1));
};
const causes = () => new CaseCauses(new Records(new TwentyClient(office.url, API_KEY, new Budget(600), pino({ level: 'silent' }))), pino({ level: 'silent' }));
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
let overdue: Row;

it('reminds those who answer of what a case awaits, and of nothing that is over', async () => {
  const { head } = office.people;
  const legalCaseId = await lawyer.create('legalCase', { title: 'Awaiting', leadId: lawyer.memberId, departmentId: office.court });
  const hearing = await lawyer.create('courtHearing', { legalCaseId, scheduledAt: inDays(3) });
  const request = await lawyer.create('attorneyRequest', { legalCaseId, subject: 'Act', status: 'SENT', sentAt: inDays(-40).slice(0, 10), dueAt: inDays(-9).slice(0, 10) });
  const decision = await lawyer.create('courtDecision', { legalCaseId, instance: 'FIRST', decidedAt: inDays(0).slice(0, 10), outcome: 'DENIED' });
  const events = [await eventOf('courtHearing', hearing), (overdue = await eventOf('attorneyRequest', request)), await eventOf('courtDecision', decision, ({ dueAt }) => dueAt)];
  await admin.create('eventResponsible', { caseEventId: events[0].id, memberId: office.people.lawyer2.memberId, responsibility: 'LEAD' });

  const hours = alwaysOpen('Europe/Moscow');
  const reader = new OfficeReader(new TwentyClient(office.url, API_KEY, new Budget(600), pino({ level: 'silent' })), pino({ level: 'silent' }));
  const people = () => reader.read();
  await causes().reconcile(new Date(), people, hours);
  const reminders = await remindersOf(events);
  expect(reminders).toMatchObject([
    { kind: 'APPEAL_DEADLINE', recipientId: lawyer.memberId, isEscalation: false },
    { kind: 'HEARING', recipientId: office.people.lawyer2.memberId, nextAt: new Date(Date.parse(events[0].startedAt) - 86_400_000).toISOString() },
    { kind: 'REQUEST_REPLY', recipientId: lawyer.memberId, isEscalation: false },
    { kind: 'REQUEST_REPLY', recipientId: head.memberId, isEscalation: true },
  ]);
  expect(await causes().reconcile(new Date(), people, hours)).toEqual({ begun: 0, ended: 0 });

  await lawyer.update('courtHearing', hearing, { outcome: 'ADJOURNED' });
  const due = (await remindersOf(events)).map((reminder) => ({ ...reminder, lastAt: null })) as unknown as FoundReminder[];
  const { standing, gone } = await causes().recheck(due, new Date(), hours);
  expect(gone).toEqual([reminders[1].id]);
  expect([...standing.keys()].sort()).toEqual([reminders[2].id, reminders[3].id].sort());
  expect([...standing.values()].every(({ nextAt }) => Date.parse(nextAt ?? '') > Date.now())).toBe(true);
  await causes().reconcile(new Date(), people, hours);
  expect((await remindersOf(events)).map(({ kind }) => kind)).toEqual(['APPEAL_DEADLINE', 'REQUEST_REPLY', 'REQUEST_REPLY']);
});

it('makes one event of each record, exactly once, though killed in the middle and Redis wiped', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, (_, index) => lawyer.create('legalCase', { title: `Case ${index}` })));
  const made: [string, string][] = [];
  for (const legalCaseId of ids) {
    made.push(['attorneyRequest', await lawyer.create('attorneyRequest', { legalCaseId, subject: 'Act', status: 'SENT', sentAt: '2026-03-05' })]);
    made.push(['courtFiling', await lawyer.create('courtFiling', { legalCaseId, instance: 'FIRST', filedAt: '2026-03-10' })]);
    made.push(['courtHearing', await lawyer.create('courtHearing', { legalCaseId, scheduledAt: '2026-04-01T07:00:00Z' })]);
    made.push(['firstVisit', await lawyer.create('firstVisit', { legalCaseId, visitedAt: '2026-03-01T07:00:00Z' })]);
  }
  await eventually('the first writes', () => office.workers.some((each) => each.output().includes('the docket is written')));
  await Promise.all(office.workers.map((each) => each.end('SIGKILL')));
  const redis = new Redis(office.redisPort);
  await redis.flushall();
  redis.disconnect();
  office.startWorkers();
  office.startWorkers();
  for (const [object, id] of made) await eventOf(object, id);
  const cases = await Promise.all(ids.map((id) => caseUntil(id, ({ number, stage }) => number && stage === 'FIRST_INSTANCE')));
  expect(new Set(cases.map(({ number }) => number)).size).toBe(ids.length);
  for (const { number } of cases) expect(number).toMatch(new RegExp(`^${year}-\\d{4}$`));
  for (const id of ids) expect(await eventsOf(id)).toHaveLength(4);
});

it('keeps an event in step with its record; deleting cancels it, and a deleted event comes back', async () => {
  const [direction] = await admin.list('legalDirections', 'id rootId', { code: { eq: 'RAILWAY_CROSSING' } });
  const [other] = await admin.list('legalDirections', 'id rootId parentId', { parentId: { is: 'NOT_NULL' } });
  const branch = direction ?? other;
  const id = await lawyer.create('legalCase', { title: 'In step', directionId: branch.id, departmentId: office.court });
  const request = await lawyer.create('attorneyRequest', { legalCaseId: id, subject: 'Act', status: 'DRAFT', dueAt: '2026-04-04' });
  const event = await eventOf('attorneyRequest', request);
  expect(event).toMatchObject({
    title: 'Attorney request: Act', completion: 'PLANNED', dueAt: moscow('2026-04-04'), kind: { code: 'ATTORNEY_REQUEST' }, eventGroup: 'EVIDENCE',
    directionId: branch.id, rootDirectionId: branch.rootId, departmentId: office.court,
  });
  await until('attorneyRequests', 'caseEventId', request, ({ caseEventId }) => caseEventId === event.id);

  await lawyer.update('attorneyRequest', request, { status: 'SENT', sentAt: '2026-03-05' });
  await eventOf('attorneyRequest', request, ({ completion }) => completion === 'IN_PROGRESS');
  await lawyer.update('attorneyRequest', request, { status: 'ANSWERED', answeredAt: '2026-03-08', subject: 'Act of the accident' });
  expect(await eventOf('attorneyRequest', request, ({ completion }) => completion === 'COMPLETED')).toMatchObject({
    id: event.id, title: 'Attorney request: Act of the accident', startedAt: moscow('2026-03-05'), completedAt: moscow('2026-03-08'), actualDays: 3,
  });

  await lawyer.update('legalCase', id, { directionId: null });
  await eventOf('attorneyRequest', request, ({ directionId, rootDirectionId }) => directionId === null && rootDirectionId === null);
  await remove('CaseEvent', event.id);
  expect((await eventOf('attorneyRequest', request)).id).toBe(event.id);
  await remove('AttorneyRequest', request);
  expect(await eventOf('attorneyRequest', request, ({ completion }) => completion === 'CANCELLED')).toMatchObject({ completedAt: moscow('2026-03-08') });
});

it('takes an event along when its record goes to another case', async () => {
  const [from, to] = await Promise.all(['From', 'To'].map((title) => lawyer.create('legalCase', { title })));
  const request = await lawyer.create('attorneyRequest', { legalCaseId: from, subject: 'Moving', status: 'SENT', sentAt: '2026-03-05' });
  const event = await eventOf('attorneyRequest', request);
  await caseUntil(from, ({ stage }) => stage === 'EVIDENCE');
  await lawyer.update('attorneyRequest', request, { legalCaseId: to });
  expect((await eventOf('attorneyRequest', request, ({ legalCaseId }) => legalCaseId === to)).id).toBe(event.id);
  await caseUntil(to, ({ stage }) => stage === 'EVIDENCE');
  await caseUntil(from, ({ stage, nextStep }) => stage === 'INTAKE' && !nextStep);
  expect(await eventsOf(from)).toEqual([]);
});

it('stops the clock while the client is awaited, and names what is missing, be it more than a list shows', async () => {
  const id = await lawyer.create('legalCase', { title: 'Awaiting' });
  const names = Array.from({ length: 65 }, (_, index) => `Paper ${String(index).padStart(2, '0')}`);
  await admin.query('mutation ($data: [CaseDocumentCreateInput!]!) { createCaseDocuments(data: $data) { id } }', {
    data: names.map((name, index) => ({ name, legalCaseId: id, ...(index === 0 ? { status: 'RECEIVED', receivedAt: '2026-03-02' } : {}) })),
  });
  const plain = await lawyer.create('caseEvent', { legalCaseId: id, kindId: await kindId('AWAITING_CLIENT') });
  const waiting = await until('caseEvents', EVENT, plain, ({ completion }) => completion === 'WAITING');
  expect(waiting).toMatchObject({ title: 'Awaiting from client', eventGroup: 'EVIDENCE', missingDocuments: names.slice(1).join('\n'), actualDays: null });
  expect(waiting.waitingSince).not.toBeNull();
  expect(waiting.startedAt).not.toBeNull();
  await lawyer.update('caseEvent', plain, { completion: 'COMPLETED' });
  const done = await until('caseEvents', EVENT, plain, ({ waitingSince }) => waitingSince === null);
  expect(done).toMatchObject({ completion: 'COMPLETED', missingDocuments: '', actualDays: 0 });
  expect(done.waitedDays).toBeGreaterThanOrEqual(0);
});

it('leads a case from the first visit to the archive', async () => {
  const [district] = await admin.list('courts', 'id name', { level: { eq: 'DISTRICT' } });
  const [regional] = await admin.list('courts', 'id name', { level: { eq: 'REGIONAL' } });
  const client = await admin.create('person', { name: { firstName: 'Ivan', lastName: 'Ivanov' } });
  const opponent = await admin.create('company', { name: 'The railway' });
  const id = await lawyer.create('legalCase', { clientId: client, opponentId: opponent });
  await lawyer.create('firstVisit', { legalCaseId: id, clientId: client, visitedAt: '2026-03-01T07:00:00Z' });
  expect(await caseUntil(id, ({ number }) => number)).toMatchObject({ title: 'Ivan Ivanov v. The railway', stage: 'INTAKE', openedAt: expect.any(String) });

  const filing = await lawyer.create('courtFiling', { legalCaseId: id, instance: 'FIRST', courtId: district.id, filedAt: '2026-03-10' });
  expect(await caseUntil(id, ({ stage }) => stage === 'FIRST_INSTANCE')).toMatchObject({
    instance: 'FIRST', courtId: district.id, nextStep: `Transfer to court: ${district.name}`,
  });
  const hearing = await lawyer.create('courtHearing', { courtFilingId: filing, scheduledAt: '2099-04-01T07:00:00Z' });
  const heard = await eventOf('courtHearing', hearing);
  expect(heard).toMatchObject({ legalCaseId: id, courtId: district.id, completion: 'PLANNED', dueAt: '2099-04-01T07:00:00.000Z' });

  const decision = await lawyer.create('courtDecision', { legalCaseId: id, courtFilingId: filing, outcome: 'PARTLY_GRANTED', decidedAt: '2099-05-20' });
  const decided = await until('courtDecisions', 'name instance appealDueAt caseEventId', decision, ({ caseEventId }) => caseEventId);
  expect(decided).toMatchObject({ instance: 'FIRST', appealDueAt: '2099-06-22', name: `First instance, granted in part, ${district.name}, 20/05/2099` });
  expect(await eventOf('courtDecision', decision)).toMatchObject({ dueAt: moscow('2099-06-22'), title: `Court decision: ${district.name}, appeal by 22/06/2099` });

  await lawyer.create('courtFiling', { legalCaseId: id, instance: 'APPEAL', courtId: regional.id, filedAt: '2099-06-01', previousFilingId: filing });
  await caseUntil(id, ({ stage, courtId, instance }) => stage === 'APPEAL' && instance === 'APPEAL' && courtId === regional.id);

  const line = await admin.create('recovery', { courtDecisionId: decision, claimed: rub(1_000), awarded: rub(600) });
  const finance = (so: (row: Row) => unknown) =>
    eventually('the finance', async () => {
      const rows = await admin.list('caseFinances', 'name claimed { amountMicros currencyCode } awarded { amountMicros } collected { amountMicros } lastPaymentAt', { legalCaseId: { eq: id } });
      return rows.length === 1 && so(rows[0]) ? rows[0] : Promise.reject(new Error(JSON.stringify(rows)));
    });
  const claimed = await finance(({ claimed: { amountMicros } }) => Number(amountMicros) > 0);
  expect(Number(claimed.claimed.amountMicros)).toBe(1_000_000_000);
  expect(Number(claimed.awarded.amountMicros)).toBe(600_000_000);
  await admin.update('recovery', line, { collected: rub(600), collectedAt: '2099-07-01' });
  expect(await finance(({ collected }) => Number(collected.amountMicros) === 600_000_000)).toMatchObject({ lastPaymentAt: '2099-07-01' });
  await caseUntil(id, ({ stage }) => stage === 'ENFORCEMENT');

  await lawyer.create('caseEvent', { legalCaseId: id, kindId: await kindId('CASE_ARCHIVING'), completion: 'COMPLETED', completedAt: '2099-08-01T12:00:00Z' });
  expect(await caseUntil(id, ({ stage }) => stage === 'ARCHIVED')).toMatchObject({ closedAt: '2099-08-01', nextStep: '' });
  await eventOf('courtHearing', hearing, ({ completion }) => completion === 'CANCELLED');
  expect((await eventsOf(id)).every(({ completion }) => completion === 'COMPLETED' || completion === 'CANCELLED')).toBe(true);
});

it('keeps what a person wrote over what was derived, until the facts change', async () => {
  const id = await lawyer.create('legalCase', { title: 'Overridden' });
  const request = await lawyer.create('attorneyRequest', { legalCaseId: id, subject: 'Act', status: 'SENT', sentAt: '2026-03-05', dueAt: '2026-04-04' });
  await caseUntil(id, ({ stage }) => stage === 'EVIDENCE');
  await lawyer.update('legalCase', id, { stage: 'PRETRIAL', nextStep: 'Call the client' });
  // Something else happens in the case meanwhile.
  await lawyer.create('caseDocument', { legalCaseId: id, name: 'Act', status: 'RECEIVED', receivedAt: '2026-03-20' });
  await caseUntil(id, ({ lastMovementAt }) => lastMovementAt !== null);
  await pause(12_000);
  expect(await one('legalCases', CASE, id)).toMatchObject({ stage: 'PRETRIAL', nextStep: 'Call the client' });
  await lawyer.update('attorneyRequest', request, { status: 'ANSWERED', answeredAt: '2026-03-25' });
  expect(await caseUntil(id, ({ nextStep }) => nextStep === '')).toMatchObject({ stage: 'PRETRIAL' });
});

it('puts a mark on what is wrong, breaks nothing by it, and takes it away', async () => {
  const [supreme] = await admin.list('courts', 'id name', { level: { eq: 'SUPREME' } });
  const [id, other] = await Promise.all(['Wrong', 'Other'].map((title) => lawyer.create('legalCase', { title })));
  const filing = await admin.create('courtFiling', { legalCaseId: id, instance: 'FIRST', courtId: supreme.id, filedAt: '2026-03-10', acceptedAt: '2026-03-01' });
  const decision = await admin.create('courtDecision', { legalCaseId: other, courtFilingId: filing, outcome: 'GRANTED', decidedAt: '2026-03-01', instance: 'APPEAL' });
  const visit = await admin.create('firstVisit', { legalCaseId: id, visitedAt: '2026-03-01T07:00:00Z', workCapacityLossPercent: 140, payments: rub(-5) });
  const stray = await admin.create('attorneyRequest', { subject: 'Of no case' });
  const line = await admin.create('recovery', { claimed: rub(1) });
  const event = await admin.create('caseEvent', { title: 'Of no case' });

  const problem = async (plural: string, row: string): Promise<string> => (await until(plural, 'problem', row, (each) => each.problem)).problem;
  expect(await problem('courtFilings', filing)).toMatch(/^“Accepted” is earlier than “Filed”\. The court does not fit the instance: .* does not hear cases in the first instance\.$/);
  expect(await problem('courtDecisions', decision)).toBe(
    'Its court filing belongs to another case. The instance is not that of its court filing. “Decided” is earlier than its court filing.',
  );
  expect(await problem('firstVisits', visit)).toBe('“Capacity lost” must be from 0 to 100. “Payments” cannot be less than zero.');
  expect(await problem('attorneyRequests', stray)).toBe('It belongs to no case.');
  expect(await problem('recoveries', line)).toBe('It belongs to no court decision and no case.');
  expect(await problem('caseEvents', event)).toBe('It belongs to no case.');
  const summed = await caseUntil(id, ({ problem: text }) => text.includes('Court filing'));
  expect(summed.problem).toContain('First visit: something to correct (2).');
  expect(summed.stage).toBe('FIRST_INSTANCE');
  await eventOf('firstVisit', visit);

  await admin.update('firstVisit', visit, { workCapacityLossPercent: 40, payments: rub(5) });
  await until('firstVisits', 'problem', visit, (each) => each.problem === '');
  await caseUntil(id, ({ problem: text }) => !text.includes('First visit'));
  await lawyer.update('attorneyRequest', stray, { legalCaseId: id });
  await eventOf('attorneyRequest', stray);
  await until('attorneyRequests', 'problem', stray, (each) => each.problem === '');
});

it('is not led astray by an event that claims to be of another’s making', async () => {
  const [id, other] = await Promise.all(['True', 'False'].map((title) => lawyer.create('legalCase', { title })));
  const request = randomUUID();
  const sourceKey = `attorneyRequest:${request}`;
  const forged = await admin.create('caseEvent', { legalCaseId: other, title: 'Mine', sourceKey });
  await lawyer.create('attorneyRequest', { id: request, legalCaseId: id, subject: 'Act' });
  await until('attorneyRequests', 'caseEventId', request, ({ caseEventId: event }) => event === caseEventId(sourceKey));
  expect(await eventOf('attorneyRequest', request)).toMatchObject({ id: caseEventId(sourceKey), legalCaseId: id });
  await until('caseEvents', EVENT, forged, (event) => !event.sourceKey);
});

it('tells a direction and a department that they are part of themselves, and goes on', async () => {
  const first = await admin.create('legalDirection', { name: 'First', code: 'X1' });
  const second = await admin.create('legalDirection', { name: 'Second', code: 'X2', parentId: first });
  await until('legalDirections', 'rootId', second, ({ rootId }) => rootId === first);
  await admin.update('legalDirection', first, { parentId: second });
  expect(await until('legalDirections', 'rootId problem', first, (row) => row.problem)).toEqual({ rootId: null, problem: 'It is part of itself: First → Second → First.' });
  const id = await lawyer.create('legalCase', { title: 'In a circle', directionId: second });
  const request = await lawyer.create('attorneyRequest', { legalCaseId: id, subject: 'Act' });
  expect(await eventOf('attorneyRequest', request)).toMatchObject({ directionId: second, rootDirectionId: null });
  await admin.update('legalDirection', first, { parentId: null });
  await until('legalDirections', 'rootId problem', second, (row) => row.rootId === first && row.problem === '');
});

it('gives the responsibles of an event what it tells, and marks the second of the same person', async () => {
  const id = await lawyer.create('legalCase', { title: 'Responsibles' });
  const event = await lawyer.create('caseEvent', { legalCaseId: id, title: 'Write it', completion: 'IN_PROGRESS', startedAt: '2026-03-05T07:00:00Z' });
  const rows = [];
  for (const memberId of [lawyer.memberId, office.people.head.memberId, lawyer.memberId]) rows.push(await lawyer.create('eventResponsible', { caseEventId: event, memberId }));
  const FIELDS = 'name legalCaseId completion startedAt dueAt problem';
  for (const row of rows) expect(await until('eventResponsibles', FIELDS, row, ({ completion }) => completion)).toMatchObject({ legalCaseId: id, completion: 'IN_PROGRESS' });
  expect(await until('eventResponsibles', FIELDS, rows[2], ({ problem }) => problem)).toMatchObject({ problem: 'This person is responsible for the event already.' });
  expect(await one('eventResponsibles', FIELDS, rows[0])).toMatchObject({ name: expect.stringMatching(/: Write it$/), problem: '' });
  await lawyer.update('caseEvent', event, { completion: 'COMPLETED' });
  await until('eventResponsibles', FIELDS, rows[1], ({ completion }) => completion === 'COMPLETED');
});

it('tells both cases of a conflict of interest while there is one, and whoever answers of what a client asked for too long ago', async () => {
  const [client, rival] = await Promise.all([['Семёнов', 'Пётр Ильич'], ['CEMEHOB', 'Петр']].map(([lastName, firstName]) => admin.create('person', { name: { lastName, firstName } })));
  const ours = await lawyer.create('legalCase', { title: 'Ours', clientId: client, leadId: lawyer.memberId });
  const theirs = await lawyer.create('legalCase', { title: 'Theirs', opponentPersonId: rival });
  const conflictsOf = (id: string, so: (text: string) => boolean) => until('legalCases', 'conflicts', id, ({ conflicts }) => so(conflicts ?? ''));
  await conflictsOf(ours, (text) => /^The client Семёнов Пётр Ильич is the opponent in case \S+, Theirs \(the same name\)\.$/.test(text));
  await conflictsOf(theirs, (text) => text.includes('is our client in case') && text.includes(', Ours'));
  const asked = await lawyer.create('clientAssignment', { title: 'Call back', legalCaseId: ours, dueAt: inDays(-3) });
  await lawyer.update('legalCase', theirs, { opponentPersonId: null });
  for (const id of [ours, theirs]) await conflictsOf(id, (text) => text === '');
  expect(await until('clientAssignments', 'isOverdue daysLate clientId responsibleId', asked, ({ isOverdue }) => isOverdue)).toEqual({
    isOverdue: true, daysLate: 3, clientId: client, responsibleId: lawyer.memberId,
  });
  const told = await eventually('whoever answers is told', async () => (await admin.list('reminders', 'kind title recipientId', { clientAssignmentId: { eq: asked } }))[0]);
  expect(told).toMatchObject({ kind: 'ASSIGNMENT_DUE', recipientId: lawyer.memberId, title: expect.stringContaining('Call back') });
});

it('fires what was due by itself, once each', async () => {
  const fired = await eventually('both are reminded', async () => {
    const reminders = await remindersOf([overdue]);
    return reminders.length === 2 && reminders.every(({ sentCount }) => sentCount > 0) && reminders;
  });
  for (const { sentCount, nextAt } of fired) expect({ sentCount, isNext: Date.parse(nextAt) > Date.now() }).toEqual({ sentCount: 1, isNext: true });
});

it('asks little while nothing happens, and hears in a sweep of a party that is called otherwise now', async () => {
  const idle = await TestOffice.open();
  try {
    const logger = pino({ level: 'silent' });
    const budget = new Budget(100);
    const records = new Records(new TwentyClient(idle.url, API_KEY, budget, logger));
    const cases = new Cases(records);
    const signature = { own: 'only', last: async () => 'only', sign: async () => undefined };
    const docket = new Docket({
      cases, numbering: new Numbering((prefix) => cases.highestNumber(prefix), 4), budget, clock: new Clock(), seed: async () => undefined, changed: () => undefined, office: { language: 'en', timeZone: 'UTC' }, logger,
      registers: new Registers({ rows: new RegisterRows(records), signature, budget, language: 'en', logger }),
    });
    const spentBy = async (work: () => Promise<unknown>): Promise<number> => {
      const before = budget.spent;
      await work();
      return budget.spent - before;
    };
    await idle.key.create('legalCase', { title: 'At rest' });
    await docket.sweep();
    await docket.look();
    const looks = [];
    for (let round = 0; round < 10; round += 1) looks.push(await spentBy(() => docket.look()));
    expect(looks.slice(-6).every((spent) => spent <= 2)).toBe(true);
    // Thirteen looks a minute, and a sweep every five.
    expect(26 + (await spentBy(() => docket.sweep())) / 5).toBeLessThanOrEqual(29);

    const [client, rival] = await Promise.all(['Orlov', 'Belov'].map((lastName) => idle.key.create('person', { name: { lastName, firstName: 'Oleg' } })));
    const ours = await idle.key.create('legalCase', { title: 'Ours', clientId: client });
    await idle.key.create('legalCase', { title: 'Theirs', opponentPersonId: rival });
    const conflictsOfOurs = async () => (await idle.key.list('legalCases', 'conflicts', { id: { eq: ours } }))[0]!.conflicts ?? '';
    await docket.sweep();
    expect(await conflictsOfOurs()).toBe('');
    await idle.key.update('person', rival!, { name: { lastName: 'Orlov', firstName: 'Oleg' } });
    await docket.sweep();
    expect(await conflictsOfOurs()).toContain('Theirs');
  } finally {
    await idle.close();
  }
});
