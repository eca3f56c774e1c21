import type { Applied, HistoryRecord, LetterRecord } from '../../workers/correspondence/letters';
import { numberPrefix, Numbering } from '../../workers/correspondence/numbering';
import { isQuiet, plan, strayedFrom, withoutNumber, type Found } from '../../workers/correspondence/plan';
import type { Office } from '../../workers/correspondence/protocol';

const office: Office = {
  members: [{ id: 'clerk', name: 'Clerk', locale: null }, { id: 'lawyer', name: 'Юрист', locale: 'ru-RU' }],
  departments: [{ id: 'registry', name: 'Registry', headId: null, isRegistry: true, parentId: null }],
  memberships: [{ departmentId: 'registry', memberId: 'clerk', membership: 'MEMBER', absentFrom: null, absentUntil: null, substituteId: null }],
  clerkIds: [],
};

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 10, 8, minute)).toISOString();

const letterRecord = (more: Partial<LetterRecord> = {}): LetterRecord => ({
  id: 'letter', number: null, flow: 'INCOMING', status: null, subject: 'Claim', holderId: null, holderDepartmentId: null, heldSince: null,
  pendingMemberId: null, pendingDepartmentId: null, handedOverAt: null, handedOverById: null, resumeStatus: null, step: 0,
  updatedAt: at(0), updatedBy: 'clerk', ...more,
});

const written = (id: string, more: Partial<HistoryRecord>): HistoryRecord => ({
  id, name: null, action: null, reason: null, correspondenceId: 'letter', actorId: null, occurredAt: null, fromMemberId: null, toMemberId: null,
  fromDepartmentId: null, toDepartmentId: null, outcome: 'PENDING', refusal: null, statusBefore: null, statusAfter: null, heldMinutes: null, waitedMinutes: null,
  updatedAt: at(1), createdBy: 'clerk', updatedBy: 'clerk', applied: null, correspondence: letterRecord(), ...more,
});

const handOver = (id = 'row', more: Partial<HistoryRecord> = {}): HistoryRecord =>
  written(id, { action: 'HAND_OVER', toMemberId: 'lawyer', reason: 'Please', ...more });

const found = (rows: HistoryRecord[], more: Partial<Found> = {}): Found => ({ rows, unregistered: [], strayed: [], ...more });
const planned = (input: Found, numbers: [string, string][] = []) => plan({ found: input, numbers: new Map(numbers), office, timeZone: 'UTC', secret: 'secret' });

/** What the server shows once a plan has been written. */
const afterwards = (rows: HistoryRecord[], done: ReturnType<typeof planned>, letter: LetterRecord): HistoryRecord[] =>
  done.history.map(({ id, applied, ...write }) => ({
    ...(rows.find((row) => row.id === id) ?? written(id, {})), ...write, applied, updatedBy: null, updatedAt: at(2), correspondence: letter,
  }));

it('registers a letter and decides its rows in one go, in the order of the server’s times', () => {
  const rows = [handOver('b', { updatedAt: at(3) }), written('a', { action: 'RECALL', updatedAt: at(2) })];
  const { history, letters, opened, ended } = planned(found(rows), [['letter', 'IN-2026-000007']]);
  expect(history.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(['REGISTER APPLIED', 'RECALL REFUSED', 'HAND_OVER APPLIED']);
  expect(letters).toMatchObject([
    { isNumbered: true, registeredAt: at(0), letter: { number: 'IN-2026-000007', status: 'HANDED_OVER', holderId: 'clerk', pendingMemberId: 'lawyer', step: 2 } },
  ]);
  expect(opened).toMatchObject([{ rowId: 'b', reason: 'Please' }]);
  expect(ended).toEqual([]);
  expect(history[2].applied.letter).toMatchObject({ step: 2, status: 'HANDED_OVER' });
});

it('finds nothing to do in what it has done', () => {
  const rows = [handOver()];
  const done = planned(found(rows), [['letter', 'IN-2026-000001']]);
  const after = found(afterwards(rows, done, letterRecord({ ...done.letters[0].letter, updatedBy: null })));
  expect(isQuiet(after)).toBe(true);
  expect(planned(after)).toMatchObject({ incidents: [], history: [], letters: [], opened: [], ended: [] });
});

it('mends a letter whose rows were written but not the letter itself', () => {
  const rows = [handOver()];
  const done = planned(found(rows), [['letter', 'IN-2026-000001']]);
  const after = found(afterwards(rows, done, letterRecord()), { unregistered: [letterRecord()] });
  expect(isQuiet(after)).toBe(false);
  expect(withoutNumber(after, false)).toEqual([]);
  const mended = planned(after);
  expect(mended.history).toEqual([]);
  expect(mended.letters).toEqual([{ ...done.letters[0], registeredAt: at(0) }]);
  expect(mended.opened).toMatchObject([{ rowId: 'row', reason: 'Please' }]);
  // Where another letter has taken the number meanwhile, it gets a new one.
  expect(withoutNumber(after, true)).toHaveLength(1);
  expect(planned(after, [['letter', 'IN-2026-000009']]).letters[0].letter.number).toBe('IN-2026-000009');
});

describe('an applied row', () => {
  const rows = [handOver()];
  const done = planned(found(rows), [['letter', 'IN-2026-000001']]);
  const letter = letterRecord({ ...done.letters[0].letter, updatedBy: null });
  const [, applied] = afterwards(rows, done, letter);
  const kept = applied.applied as Applied;

  it('that someone changed is put back, with who, when and what', () => {
    const changed = { ...applied, reason: 'Other', statusAfter: 'DONE' as const, updatedBy: 'lawyer', updatedAt: at(9) };
    expect(planned(found([changed]))).toMatchObject({
      incidents: [{ historyId: 'row', memberId: 'lawyer', detectedAt: at(9), changes: [{ field: 'reason', applied: 'Please', found: 'Other' }, { field: 'statusAfter' }] }],
      history: [{ id: 'row', reason: 'Please', statusAfter: 'HANDED_OVER', correspondenceId: 'letter', applied: kept }],
      letters: [],
    });
    expect(planned(found([changed])).incidents[0].id).toBe(planned(found([changed])).incidents[0].id);
  });

  it('that someone only touched is written anew without an incident', () =>
    expect(planned(found([{ ...applied, updatedBy: 'lawyer' }]))).toMatchObject({ incidents: [], history: [{ id: 'row' }] }));

  it('that was taken away from its letter, or given to another, comes back to it', () => {
    for (const correspondenceId of [null, 'other']) {
      const strayed = { ...applied, correspondenceId, correspondence: correspondenceId ? letterRecord({ id: 'other', number: 'IN-2026-000002', status: 'DONE', step: 1 }) : null };
      expect(strayedFrom([strayed])).toEqual(['letter']);
      expect(planned(found([strayed], { strayed: [letter] }))).toMatchObject({
        incidents: [{ changes: [{ field: 'correspondenceId', applied: 'letter', found: correspondenceId }] }],
        history: [{ id: 'row', correspondenceId: 'letter' }],
      });
    }
  });

  it('whose letter, people or departments are gone was changed by nobody', () => {
    const orphan = { ...applied, correspondenceId: null, correspondence: null };
    expect(planned(found([orphan]))).toMatchObject({ incidents: [], history: [] });
    const left = { ...office, members: office.members.slice(0, 1) };
    const input = { found: found([{ ...applied, toMemberId: null }]), numbers: new Map<string, string>(), timeZone: 'UTC', secret: 'secret' };
    expect(plan({ ...input, office: left })).toMatchObject({ incidents: [], history: [] });
    expect(plan({ ...input, office }).incidents).toHaveLength(1);
  });

  it('with an unreadable memory is left alone', () =>
    expect(isQuiet(found([{ ...applied, applied: 'UNREADABLE', updatedBy: 'lawyer', reason: 'Other' }]))).toBe(true));
});

it('speaks to each in their own language', () => {
  const { history } = planned(found([written('row', { action: 'COMPLETE', createdBy: 'lawyer', updatedBy: 'lawyer' })]), [['letter', 'IN-2026-000001']]);
  expect(history[1]).toMatchObject({ outcome: 'REFUSED', name: 'Завершение: Юрист', refusal: 'Действие «Завершение» невозможно: письмо зарегистрировано.' });
});

describe('numbers', () => {
  it('begin with the flow and the year of the office’s own clock', () => {
    expect(numberPrefix('INCOMING', '2026-12-31T22:30:00Z', 'Europe/Moscow')).toBe('IN-2027-');
    expect(numberPrefix('OUTGOING', '2026-12-31T22:30:00Z', 'UTC')).toBe('OUT-2026-');
    expect(numberPrefix(null, '2026-01-01T00:00:00Z', 'UTC')).toBe('IN-2026-');
  });

  it('follow the highest that Twenty knows, asked for once', async () => {
    const asked: string[] = [];
    const numbering = new Numbering(async (prefix) => (asked.push(prefix), prefix.startsWith('IN') ? 'IN-2026-000041' : null), 6);
    expect(await numbering.next('IN-2026-')).toBe('IN-2026-000042');
    expect(await numbering.next('IN-2026-')).toBe('IN-2026-000043');
    expect(await numbering.next('OUT-2026-')).toBe('OUT-2026-000001');
    expect(asked).toEqual(['IN-2026-', 'OUT-2026-']);
  });
});
