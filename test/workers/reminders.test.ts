import { eventually, pause, TestOffice, type Row } from './office';

let office: TestOffice;
beforeAll(async () => {
  // Twenty a minute for each firing is more than the usual limit has room for.
  office = await TestOffice.open({ REMINDER_INTERVAL_MINUTES: '0.05', API_OPERATIONS_A_MINUTE: '400' });
});
afterAll(() => office?.close());

const offices = async (): Promise<Row[]> => {
  const found = await office.people.admin.query('{ offices { edges { node { id calendarProblem workersSeenAt } } } }');
  return found.offices.edges.map(({ node }: Row) => node);
};

const INTERVAL_MS = 3_000;
const isOnGrid = ({ startedAt, nextAt }: Row): boolean => (Date.parse(nextAt) - Date.parse(startedAt)) % INTERVAL_MS === 0;

it('fires until the letter is accepted, once for all that was missed, and stops for everyone', async () => {
  const { clerk, lawyer, lawyer2, head } = office.people;
  const workers = office.startWorkers();
  const { id } = await office.registered(clerk);
  await office.move(clerk, 'HAND_OVER', id, { toDepartmentId: office.court, reason: 'New claim' });
  const fired = await eventually('everyone is reminded twice', async () => {
    const reminders = await office.remindersOf(id, [lawyer, lawyer2, head]);
    return reminders.every(({ sentCount }) => sentCount >= 2) && reminders;
  });
  for (const reminder of fired) {
    expect(isOnGrid(reminder)).toBe(true);
    expect(Date.parse(reminder.nextAt)).toBeGreaterThan(Date.parse(reminder.lastAt));
  }
  await eventually('the task is due later', async () => {
    const [task] = await office.tasks(id);
    return task.status === 'TODO' && Date.parse(task.dueAt) > Date.parse(fired[0].startedAt) + INTERVAL_MS;
  });

  expect(await workers.end()).toBe(0);
  const before = await office.reminders(id);
  await pause(3 * INTERVAL_MS);
  // With a longer interval what was missed is due, and nothing more for half an hour.
  const slow = office.startWorkers({ REMINDER_INTERVAL_MINUTES: '30' });
  const after = await eventually('what was missed fires', async () => {
    const reminders = await office.reminders(id);
    return reminders.every(({ id, lastAt }) => lastAt !== before.find((old) => old.id === id)!.lastAt) && reminders;
  });
  await eventually('another look at what is due', () => slow.output().split('"msg":"reminders fired"').length > 1 && slow.output().includes('reconciled'));
  for (const reminder of await office.reminders(id)) {
    expect(reminder.sentCount).toBe(before.find((old) => old.id === reminder.id)!.sentCount + 1);
    expect(after.map(({ nextAt }) => nextAt)).toContain(reminder.nextAt);
  }

  await office.move(lawyer2, 'ACCEPT', id);
  await office.remindersOf(id, []);
  expect(await office.tasks(id)).toMatchObject([{ status: 'DONE' }]);
  expect(await slow.end()).toBe(0);
});

it('mends on starting what a wiped or half-done state left: lacking and surplus reminders, substitutes', async () => {
  const { clerk, lawyer, lawyer2, head, admin } = office.people;
  const first = office.startWorkers({ REMINDER_INTERVAL_MINUTES: '30' });
  const { id } = await office.registered(clerk);
  await office.move(clerk, 'HAND_OVER', id, { toMemberId: lawyer.memberId, reason: 'For you' });
  const [reminder] = await office.remindersOf(id, [lawyer]);
  const other = await office.registered(clerk);
  await office.move(clerk, 'HAND_OVER', other.id, { toDepartmentId: office.court, reason: 'For all' });
  await office.remindersOf(other.id, [lawyer, lawyer2, head]);
  await first.end('SIGKILL');

  await office.key.query('mutation ($id: UUID!) { destroyReminder(id: $id) { id } }', { id: reminder.id });
  await office.key.create('reminder', {
    title: 'Left over', kind: 'CORRESPONDENCE', correspondenceId: id, historyId: reminder.historyId, recipientId: head.memberId,
    startedAt: reminder.startedAt, nextAt: reminder.nextAt,
  });
  const [{ id: membership }] = (await admin.query('{ departmentMembers { edges { node { id memberId } } } }')).departmentMembers.edges
    .map(({ node }: Row) => node)
    .filter(({ memberId }: Row) => memberId === lawyer2.memberId);
  await admin.update('departmentMember', membership, { absentFrom: new Date(Date.now() - 60_000).toISOString(), substituteId: clerk.memberId });

  office.startWorkers({ REMINDER_INTERVAL_MINUTES: '30' });
  const [mended] = await office.remindersOf(id, [lawyer]);
  expect(mended).toMatchObject({ id: reminder.id, historyId: reminder.historyId, sentCount: 0, nextAt: reminder.nextAt });
  await office.remindersOf(other.id, [lawyer, head, clerk]);
  expect(await office.move(clerk, 'ACCEPT', other.id)).toMatchObject({ outcome: 'APPLIED', toMemberId: clerk.memberId });
  await office.remindersOf(other.id, []);
});

it('tells the one above of a letter that is left waiting, until it moves', async () => {
  const { clerk, lawyer, head, admin } = office.people;
  await office.workers.at(-1)!.end();
  const board = await admin.create('department', { name: 'Board', headId: admin.memberId });
  await admin.update('department', office.court, { parentId: board });
  const workers = office.startWorkers({ ESCALATE_AFTER: '2' });
  const { id } = await office.registered(clerk);
  await office.move(clerk, 'HAND_OVER', id, { toMemberId: head.memberId, reason: 'For the head' });
  const [own, escalation] = await eventually('the board is reminded, and again', async () => {
    const reminders = await office.reminders(id);
    const ofBoard = reminders.find(({ isEscalation }) => isEscalation);
    return ofBoard?.sentCount >= 2 && [reminders.find(({ isEscalation }) => !isEscalation)!, ofBoard!];
  });
  expect(own).toMatchObject({ recipientId: head.memberId });
  expect(escalation).toMatchObject({ recipientId: admin.memberId, kind: 'CORRESPONDENCE', startedAt: own.startedAt });
  expect(escalation.title).toContain('waits for');
  expect(isOnGrid(escalation)).toBe(true);
  expect((await office.reminders(id)).length).toBe(2);

  // Who joins those who wait is reminded without the others' beginning anew.
  const department = await office.registered(clerk);
  await office.move(clerk, 'HAND_OVER', department.id, { toDepartmentId: office.registry, reason: 'To the registry' });
  const [first] = await eventually('the clerk is reminded twice', async () => {
    const reminders = (await office.reminders(department.id)).filter(({ isEscalation }) => !isEscalation);
    return reminders[0]?.sentCount >= 2 && reminders;
  });
  await admin.create('departmentMember', { departmentId: office.registry, memberId: lawyer.memberId, membership: 'MEMBER' });
  await workers.end();
  const [{ id: officeId }] = await offices();
  await admin.update('office', officeId, { workingDays: ['MONDAY'], opensAt: '25:00', closesAt: '18:00' });
  office.startWorkers({ ESCALATE_AFTER: '2', OFFICE_LANGUAGE: 'en' });
  const joined = await eventually('the second is reminded too', async () => {
    const reminders = await office.reminders(department.id);
    return reminders.find(({ recipientId }) => recipientId === lawyer.memberId) && reminders;
  });
  expect(joined.find(({ id }) => id === first.id)!.sentCount).toBeGreaterThanOrEqual(first.sentCount);

  await office.move(head, 'ACCEPT', id);
  await office.remindersOf(id, []);
  await office.move(lawyer, 'ACCEPT', department.id);
  await office.remindersOf(department.id, []);
  await eventually('the workers tell what is wrong with the hours', async () => (await offices())[0].calendarProblem?.includes('Write the hours as 09:00'));
  expect(Math.abs(Date.parse((await offices())[0].workersSeenAt) - Date.now())).toBeLessThan(300_000);
  await office.workers.at(-1)!.end();
});

it('waits for the office to open, by the calendar that the partner keeps', async () => {
  const { clerk, lawyer, admin } = office.people;
  const [{ id: officeId }] = await offices();
  const today = new Date();
  const inDays = (days: number) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  await admin.update('office', officeId, { workingDays: [], opensAt: '', closesAt: '' });
  for (const days of [0, 1]) await admin.create('officeDay', { name: 'Holiday', day: inDays(days), isWorking: false });
  office.startWorkers({ OFFICE_LANGUAGE: 'en' });
  await eventually('nothing is wrong any more', async () => !(await offices())[0].calendarProblem);
  const { id } = await office.registered(clerk);
  await office.move(clerk, 'HAND_OVER', id, { toMemberId: lawyer.memberId, reason: 'After the holidays' });
  const [reminder] = await office.remindersOf(id, [lawyer]);
  expect(reminder).toMatchObject({ sentCount: 0, nextAt: `${inDays(2)}T00:00:00.000Z` });
});
