import { eventually, pause, TestOffice, type Row } from './office';

let office: TestOffice;
beforeAll(async () => {
  office = await TestOffice.open({ REMINDER_INTERVAL_MINUTES: '0.05' });
});
afterAll(() => office?.close());

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
