import { reminderId } from '../../workers/identifiers';
import type { Caller, Row } from '../workers/office';
import type { Sent } from './crew';
import type { Mail } from './mail';
import { isAllowed, recordOf, remindedOf, statusOf, take, type Firm, type Letter, type Step } from './model';

/** Everything of an object; pages by id, as a cursor over equal values loses some. */
const all = async (admin: Caller, plural: string, type: string, fields: string): Promise<Row[]> => {
  const found: Row[] = [];
  for (let after: string | null = null; ; ) {
    const answer: Row = await admin.query(
      `query ($after: String) { ${plural}(first: 500, after: $after, orderBy: [{ id: AscNullsFirst }]) { edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    found.push(...answer[plural].edges.map(({ node }: { node: Row }) => node));
    if (!answer[plural].pageInfo.hasNextPage) return found;
    after = answer[plural].pageInfo.endCursor;
  }
};

export const firmOf = async (admin: Caller, clerks: string[]): Promise<Firm> => {
  const answer = await admin.query(`{
    workspaceMembers(first: 500) { edges { node { id } } }
    departments(first: 500, orderBy: [{ createdAt: AscNullsFirst }, { id: AscNullsFirst }]) { edges { node { id headId isRegistry } } }
    departmentMembers(first: 500, orderBy: [{ createdAt: AscNullsFirst }, { id: AscNullsFirst }]) {
      edges { node { departmentId memberId membership absentFrom absentUntil substituteId } }
    }
  }`);
  const nodes = (plural: string): Row[] => answer[plural].edges.map(({ node }: { node: Row }) => node);
  const ms = (iso: string | null) => (iso === null ? null : Date.parse(iso));
  return {
    people: nodes('workspaceMembers').map(({ id }) => id),
    departments: nodes('departments').map(({ id, headId, isRegistry }) => ({ id, head: headId, isRegistry: isRegistry ?? false })),
    posts: nodes('departmentMembers').map(({ departmentId, memberId, membership, absentFrom, absentUntil, substituteId }) => ({
      department: departmentId, person: memberId, isHead: membership === 'HEAD', from: ms(absentFrom), until: ms(absentUntil), substitute: substituteId,
    })),
    clerks,
  };
};

export type World = { letters: Row[]; rows: Row[]; reminders: Row[]; openTasks: Map<string, number> };

/** @param letterIds only these: a real Twenty has others */
export const worldOf = async (admin: Caller, letterIds: ReadonlySet<string>): Promise<World> => {
  const [letters, rows, reminders, targets] = [
    await all(admin, 'correspondences', 'Correspondence', `id number status flow holderId holderDepartmentId heldSince pendingMemberId pendingDepartmentId handedOverAt handedOverById resumeStatus step`),
    await all(admin, 'correspondenceHistories', 'CorrespondenceHistory', 'id correspondenceId action outcome reason actorId occurredAt toMemberId toDepartmentId statusBefore statusAfter applied createdBy { source workspaceMemberId }'),
    await all(admin, 'reminders', 'Reminder', 'id title kind recipientId correspondenceId historyId startedAt nextAt sentCount isEscalation'),
    await all(admin, 'taskTargets', 'TaskTarget', 'targetCorrespondenceId task { status }'),
  ];
  const openTasks = new Map<string, number>();
  for (const { targetCorrespondenceId: id, task } of targets) if (id && task?.status !== 'DONE') openTasks.set(id, (openTasks.get(id) ?? 0) + 1);
  return {
    letters: letters.filter(({ id }) => letterIds.has(id)),
    rows: rows.filter(({ correspondenceId }) => letterIds.has(correspondenceId)),
    reminders: reminders.filter(({ correspondenceId }) => letterIds.has(correspondenceId)),
    openTasks,
  };
};

/** Whether all was worked off: then the verdict may be spoken. */
export const isAtRest = ({ letters, rows }: World): boolean =>
  rows.every(({ applied }) => applied !== null) && letters.every(({ number, status }) => number !== null && status !== null);

const stepOf = (row: Row): Step => ({
  id: row.id, action: row.action, actor: row.actorId, author: row.createdBy?.workspaceMemberId ?? null, at: Date.parse(row.occurredAt), reason: row.reason,
  toMember: row.action === 'HAND_OVER' ? row.toMemberId : null, toDepartment: row.action === 'HAND_OVER' ? row.toDepartmentId : null,
});

const differences = (expected: Row, found: Row): string[] =>
  Object.entries(expected).flatMap(([field, value]) => {
    const is = found[field] ?? null;
    const same = field.endsWith('At') || field.endsWith('Since') ? Date.parse(is) === Date.parse(value) || is === value : is === value;
    return same ? [] : [`${field} is ${is}, not ${value}`];
  });

/** `late` are the rows that the workers did not see at once. */
export type Rules = { escalateAfter: number; intervalMs: number; late: ReadonlySet<string> };

/** Two people's rows of the same moment come to be seen in any order. */
const RACE_MS = 1_000;

/** What is wrong with a letter, its rows, its reminders and its tasks. */
const problemsOf = (firm: Firm, letter: Row, rows: Row[], reminders: Row[], openTasks: number, { escalateAfter, late }: Rules, now: number): string[] => {
  const applied = rows.filter(({ outcome }) => outcome === 'APPLIED').sort((one, other) => one.applied.letter.step - other.applied.letter.step);
  if (applied[0]?.action !== 'REGISTER') return ['does not begin with its registration'];
  const told: Letter = { isOutgoing: letter.flow === 'OUTGOING', steps: [stepOf(applied[0])] };
  const problems: string[] = [];
  for (const [index, row] of applied.entries()) {
    if (row.applied.letter.step !== index + 1) return [`has step ${row.applied.letter.step} where ${index + 1} comes`];
    if (index > 0 && !take(firm, told, stepOf(row))) return [`took the forbidden ${row.action} ${row.id}`];
    problems.push(...differences({ statusAfter: recordOf(firm, told).status }, row));
  }
  problems.push(...differences(recordOf(firm, told), letter));
  for (const row of rows.filter(({ outcome }) => outcome === 'REFUSED')) {
    // It was judged once all rows before it were that came in time, or any later: of those that came late nobody knows.
    const last = told.steps.findLastIndex(({ id, at }) => !late.has(id) && at <= Date.parse(row.occurredAt) - RACE_MS);
    const from = Math.max(1, last + 1);
    const judgedAt = Array.from({ length: told.steps.length - from + 1 }, (_, more) => told.steps.slice(0, from + more));
    const isRefusable = judgedAt.some((steps) => statusOf(steps) === row.statusBefore && !isAllowed(firm, { ...told, steps }, stepOf(row)));
    if (!isRefusable) problems.push(`refused the allowed ${row.action} ${row.id}`);
  }
  const [escalations, own] = [reminders.filter(({ isEscalation }) => isEscalation), reminders.filter(({ isEscalation }) => !isEscalation)];
  const expected = remindedOf(firm, told, now).sort().join(', ');
  const reminded = own.map(({ recipientId }) => recipientId).sort().join(', ');
  if (reminded !== expected) problems.push(`reminds ${reminded || 'nobody'}, not ${expected || 'nobody'}`);
  if (reminders.some(({ title }) => !title)) problems.push('has a reminder without a title');
  if (escalations.length > 0 && !own.some(({ sentCount }) => sentCount >= escalateAfter)) problems.push('is escalated without need');
  if (new Set(escalations.map(({ recipientId }) => recipientId)).size < escalations.length) problems.push('is escalated twice to the same');
  if (openTasks !== (expected ? 1 : 0)) problems.push(`has ${openTasks} open tasks`);
  return problems.map((problem) => `Letter ${letter.number} (${letter.id}) ${problem}`);
};


/** All that is wrong with the letters, and with what people wrote. */
export const judged = (firm: Firm, world: World, sent: Sent[], rules: Rules, now: number): string[] => {
  const of = (list: Row[], id: string) => list.filter(({ correspondenceId }) => correspondenceId === id);
  const problems = world.letters.flatMap((letter) =>
    problemsOf(firm, letter, of(world.rows, letter.id), of(world.reminders, letter.id), world.openTasks.get(letter.id) ?? 0, rules, now),
  );
  const numbers = new Set(world.letters.map(({ number }) => number));
  if (numbers.size < world.letters.length) problems.push('Two letters have the same number');
  const byId = new Map(world.rows.map((row) => [row.id, row]));
  for (const { id, action, actorId, writtenAt } of sent) {
    const row = byId.get(id);
    if (writtenAt === null) continue;
    if (!row) problems.push(`The row ${action} ${id} is lost`);
    else if (row.actorId !== actorId || Date.parse(row.occurredAt) !== Date.parse(writtenAt) || row.action !== action) problems.push(`The row ${action} ${id} is not as it was written`);
  }
  for (const { id, sentCount, startedAt } of world.reminders)
    if (sentCount > Math.floor((now - Date.parse(startedAt)) / rules.intervalMs) + 1) problems.push(`The reminder ${id} fired ${sentCount} times since ${startedAt}`);
  return problems;
};

/** What is wrong with the mails: one twice, or more of a reminder than there were moments for. */
export const judgedMails = (firm: Firm, mails: Mail[], rows: Row[], { intervalMs }: Rules): string[] => {
  const problems: string[] = [];
  const count = new Map<string, number>();
  for (const { id } of mails) count.set(id, (count.get(id) ?? 0) + 1);
  for (const [key, times] of count) if (times > 1) problems.push(`The mail ${key} came ${times} times`);
  const began = new Map<string, Row>();
  for (const row of rows) if (row.action === 'HAND_OVER' && row.outcome === 'APPLIED') for (const person of firm.people) began.set(reminderId(row.id, person), row);
  // Who comes back from an absence is reminded by a new record, and at once.
  const returns = new Set(firm.posts.filter(({ until }) => until !== null).map(({ person }) => person));
  const back = new Set([...returns].flatMap((person) => rows.map((row) => reminderId(row.id, person))));
  const sent = new Map<string, number>();
  for (const { firing, at } of [...mails].sort((one, other) => one.at - other.at)) {
    if (firing === null) continue;
    const [reminder, number] = firing.split('/') as [string, string];
    const row = began.get(reminder);
    if (!row) continue;
    const moments = (at - Date.parse(row.occurredAt)) / intervalMs + 0.1;
    sent.set(reminder, (sent.get(reminder) ?? 0) + 1);
    if (Number(number) > moments) problems.push(`The mail ${firing} came before its time`);
    if (sent.get(reminder)! > moments + (back.has(reminder) ? 1 : 0)) problems.push(`The mails ${firing} are too many: ${sent.get(reminder)}`);
  }
  return problems;
};
