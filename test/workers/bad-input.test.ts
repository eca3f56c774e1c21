import { eventually, TestOffice, type Row } from './office';

let office: TestOffice;
let letter: Row;
beforeAll(async () => {
  office = await TestOffice.open();
  office.startWorkers();
  letter = await office.registered(office.people.clerk);
});
afterAll(() => office?.close());

it('refuses bad rows with a reason in plain words and leaves the letter as it was', async () => {
  const { clerk, lawyer, lawyer2, head, key } = { ...office.people, key: office.key };
  const to = { toMemberId: lawyer.memberId };
  const deleted = await clerk.create('correspondence', { subject: 'Deleted', flow: 'INCOMING' });
  await office.people.admin.query('mutation ($id: UUID!) { deleteCorrespondence(id: $id) { id } }', { id: deleted });
  const empty = await office.people.admin.create('department', { name: 'Empty department' });
  const forged = { createdBy: { source: 'MANUAL', workspaceMemberId: clerk.memberId, name: 'Olga Sokolova' } };

  const rows: [string, Promise<string>, RegExp][] = [
    ['no letter', office.write(clerk, 'COMPLETE', null), /no such letter/],
    ['a deleted letter', office.write(clerk, 'COMPLETE', deleted), /no such letter/],
    ['someone who may not', office.write(lawyer, 'HAND_OVER', letter.id, { toMemberId: lawyer2.memberId, reason: 'Mine' }), /^Only the holder/],
    ['no target', office.write(clerk, 'HAND_OVER', letter.id, { reason: 'To nobody' }), /choose a person or a department/],
    ['two targets', office.write(clerk, 'HAND_OVER', letter.id, { ...to, toDepartmentId: office.court, reason: 'To all' }), /choose one/],
    ['no reason', office.write(clerk, 'HAND_OVER', letter.id, { ...to, reason: '  ' }), /reason is missing/],
    ['to oneself', office.write(clerk, 'HAND_OVER', letter.id, { toMemberId: clerk.memberId, reason: 'Mine' }), /holds the letter already/],
    ['to an empty department', office.write(clerk, 'HAND_OVER', letter.id, { toDepartmentId: empty, reason: 'Go' }), /neither members nor a head/],
    ['out of order', office.write(lawyer, 'ACCEPT', letter.id), /waits for nobody: it is registered/],
    ['not outgoing', office.write(clerk, 'SEND', letter.id), /outgoing letters only/],
    ['registered by hand', office.write(clerk, 'REGISTER', letter.id), /by itself/],
    ['no action', clerk.create('correspondenceHistory', { correspondenceId: letter.id }), /no action/],
    ['a forged author', office.write(lawyer, 'HAND_OVER', letter.id, { toMemberId: head.memberId, reason: 'As the clerk', ...forged }), /forged/],
    ['an API key', office.write(key, 'HAND_OVER', letter.id, { ...to, reason: 'By key' }), /API key/],
  ];
  for (const [what, written, words] of rows) {
    const row = await office.decided(await written);
    expect([what, row.outcome, row.refusal]).toEqual([what, 'REFUSED', expect.stringMatching(words)]);
    expect(row.occurredAt).not.toBeNull();
  }
  expect(await office.letter(letter.id, () => true)).toEqual(letter);
  expect(await office.reminders(letter.id)).toEqual([]);
});

it('refuses the same hand-over a second time and says for whom the letter waits', async () => {
  const { clerk, lawyer } = office.people;
  const handOver = { toMemberId: lawyer.memberId, reason: 'Please' };
  const [first, second] = [await office.write(clerk, 'HAND_OVER', letter.id, handOver), await office.write(clerk, 'HAND_OVER', letter.id, handOver)];
  expect(await office.decided(first)).toMatchObject({ outcome: 'APPLIED' });
  expect(await office.decided(second)).toMatchObject({ outcome: 'REFUSED', refusal: expect.stringMatching(/waits for Ivan Petrov since .*recall it first/) });
  await office.remindersOf(letter.id, [lawyer]);
});

it('puts back an applied row that someone changes, and records the attempt once', async () => {
  const { clerk, lawyer, lawyer2, admin } = office.people;
  const [applied] = (await office.rows(letter.id)).filter(({ action, outcome }) => action === 'HAND_OVER' && outcome === 'APPLIED');
  const incidents = () =>
    admin.list('correspondenceIncidents', 'name kind memberId historyId correspondenceId changes description detectedAt', { historyId: { eq: applied.id } });
  const isBack = () =>
    eventually('the row is put back', async () => {
      const row = (await office.rows(letter.id)).find(({ id }) => id === applied.id)!;
      const { updatedAt, updatedBy, ...rest } = row;
      expect(rest).toEqual(Object.fromEntries(Object.keys(rest).map((field) => [field, applied[field]])));
      return updatedBy.workspaceMemberId === null;
    });

  await clerk.update('correspondenceHistory', applied.id, { reason: 'Something else', toMemberId: lawyer2.memberId });
  await isBack();
  const [incident, ...more] = await eventually('the incident', async () => {
    const found = await incidents();
    return found.length > 0 && found;
  });
  expect(more).toEqual([]);
  expect(incident).toMatchObject({ kind: 'ROW_CHANGED', memberId: clerk.memberId, correspondenceId: letter.id });
  expect(incident.changes).toEqual([
    { field: 'reason', applied: 'Please', found: 'Something else' },
    { field: 'toMemberId', applied: lawyer.memberId, found: lawyer2.memberId },
  ]);
  expect(incident.description).toContain('Olga Sokolova');

  // A touch that changes nothing is no incident; a change with an API key is one.
  await clerk.update('correspondenceHistory', applied.id, { reason: 'Please' });
  await isBack();
  await office.key.update('correspondenceHistory', applied.id, { outcome: 'REFUSED' });
  await eventually('the second incident', async () => (await incidents()).length === 2);
  await isBack();
  expect((await incidents()).filter(({ memberId }) => memberId === null)).toHaveLength(1);
  expect(await office.letter(letter.id, () => true)).toMatchObject({ status: 'HANDED_OVER', pendingMemberId: lawyer.memberId });
});
