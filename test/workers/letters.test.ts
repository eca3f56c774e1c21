import { TestOffice } from './office';

let office: TestOffice;
beforeAll(async () => {
  office = await TestOffice.open();
  office.startWorkers();
});
afterAll(() => office?.close());

const year = new Date().getUTCFullYear();

it('takes a letter from the registry to a department, to whoever accepts, and on', async () => {
  const { clerk, lawyer, lawyer2, head } = office.people;
  const letter = await office.registered(clerk);
  expect(letter).toMatchObject({ number: `IN-${year}-000001`, status: 'REGISTERED', step: 1 });
  expect(letter).toMatchObject({ holderId: clerk.memberId, holderDepartmentId: office.registry });
  const [begin] = await office.rows(letter.id);
  expect(begin).toMatchObject({ action: 'REGISTER', outcome: 'APPLIED', actorId: clerk.memberId, toDepartmentId: office.registry });

  const handedOver = await office.move(clerk, 'HAND_OVER', letter.id, { toDepartmentId: office.court, reason: 'New claim' });
  expect(handedOver).toMatchObject({
    outcome: 'APPLIED', actorId: clerk.memberId, statusBefore: 'REGISTERED', statusAfter: 'HANDED_OVER',
  });
  expect(handedOver.name).toBe('Hand over: Olga Sokolova → Court department');
  const waiting = await office.letter(letter.id, ({ status }) => status === 'HANDED_OVER');
  expect(waiting).toMatchObject({ pendingDepartmentId: office.court, pendingMemberId: null, holderId: clerk.memberId });

  const reminders = await office.remindersOf(letter.id, [lawyer, lawyer2, head]);
  for (const reminder of reminders) {
    expect(reminder).toMatchObject({ kind: 'CORRESPONDENCE', sentCount: 0, historyId: handedOver.id });
    expect(reminder.title).toContain(letter.number);
    expect(reminder.title).toContain('New claim');
    expect(Date.parse(reminder.nextAt) - Date.parse(handedOver.occurredAt)).toBe(30 * 60_000);
  }
  const [task] = await office.tasks(letter.id);
  expect(task).toMatchObject({ status: 'TODO', assigneeId: head.memberId });

  const accepted = await office.move(lawyer, 'ACCEPT', letter.id);
  expect(accepted).toMatchObject({ outcome: 'APPLIED', fromMemberId: clerk.memberId, toMemberId: lawyer.memberId });
  await office.remindersOf(letter.id, []);
  expect(await office.tasks(letter.id)).toMatchObject([{ status: 'DONE' }]);
  const second = await office.move(lawyer2, 'ACCEPT', letter.id);
  expect(second.outcome).toBe('REFUSED');
  expect(second.refusal).toMatch(/accepted already by Ivan Petrov/);

  await office.write(lawyer, 'COMPLETE', letter.id);
  await office.move(lawyer, 'HAND_OVER', letter.id, { toMemberId: lawyer2.memberId, reason: 'For the archive' });
  await office.remindersOf(letter.id, [lawyer2]);
  const rejected = await office.move(lawyer2, 'REJECT', letter.id, { reason: 'Not mine' });
  expect(rejected.outcome).toBe('APPLIED');
  await office.remindersOf(letter.id, []);
  const back = await office.letter(letter.id, ({ status }) => status === 'DONE');
  expect(back).toMatchObject({ holderId: lawyer.memberId, pendingMemberId: null, handedOverAt: null });

  await office.move(lawyer, 'ARCHIVE', letter.id);
  expect((await office.rows(letter.id)).filter(({ outcome }) => outcome === 'APPLIED')).toHaveLength(7);
});

it('numbers letters by flow and year, each once, in the order in which they came', async () => {
  const { clerk, lawyer } = office.people;
  const ids = [];
  for (let index = 0; index < 5; index += 1)
    ids.push(await clerk.create('correspondence', { subject: `Letter ${index}`, flow: 'OUTGOING' }));
  ids.push(await office.key.create('correspondence', { subject: 'Imported', flow: 'OUTGOING', status: 'DONE' }));
  const letters = [];
  for (const id of ids) letters.push(await office.letter(id, ({ number }) => number));
  expect(letters.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6].map((sequence) => `OUT-${year}-00000${sequence}`));
  expect(letters.map(({ status }) => status)).toEqual(Array(6).fill('REGISTERED'));
  expect(letters[5].holderId).toBeNull();

  await office.key.create('correspondence', { subject: 'Numbered by hand', flow: 'OUTGOING', number: `OUT-${year}-000007` });
  const next = await office.registered(lawyer, { flow: 'OUTGOING' });
  expect(next.number).toBe(`OUT-${year}-000008`);
});

it('sends an outgoing letter, takes it back undelivered, loses it and finds it', async () => {
  const { clerk, lawyer } = office.people;
  const { id } = await office.registered(lawyer, { flow: 'OUTGOING' });
  const steps = [
    [clerk, 'SEND', 'SENT'], [clerk, 'RETURN_UNDELIVERED', 'UNDELIVERED'], [lawyer, 'REPORT_LOST', 'LOST'], [clerk, 'FOUND', 'UNDELIVERED'],
    [lawyer, 'SEND', 'SENT'], [lawyer, 'DELIVER', 'DELIVERED'],
  ] as const;
  const rows = [];
  for (const [by, action] of steps) rows.push(await office.write(by, action, id));
  for (const [index, [, , status]] of steps.entries())
    expect(await office.decided(rows[index])).toMatchObject({ outcome: 'APPLIED', statusAfter: status });
  await office.letter(id, ({ status, step }) => status === 'DELIVERED' && step === 7);
});

it('applies rows written before the letter had its number, in their order', async () => {
  const { clerk, lawyer } = office.people;
  const id = await clerk.create('correspondence', { subject: 'All at once', flow: 'INCOMING' });
  const rows = [
    await office.write(clerk, 'HAND_OVER', id, { toMemberId: lawyer.memberId, reason: 'Urgent' }),
    await office.write(clerk, 'RECALL', id),
    await office.write(clerk, 'HAND_OVER', id, { toMemberId: lawyer.memberId, reason: 'Urgent after all' }),
    await office.write(lawyer, 'ACCEPT', id),
  ];
  for (const row of rows) expect(await office.decided(row)).toMatchObject({ outcome: 'APPLIED' });
  expect(await office.letter(id, ({ step }) => step === 5)).toMatchObject({ status: 'IN_WORK', holderId: lawyer.memberId });
  await office.remindersOf(id, []);
});
