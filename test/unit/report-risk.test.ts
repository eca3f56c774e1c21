import { answerable, desertion, inOrder, sinceOf, traceOf, type LetterRecord, type RiskyLetter } from '../../front/lettersAtRisk/figures';
import type { Office } from '../../workers/correspondence/protocol';

const NOW = new Date('2026-11-25T07:00:00.000Z');
const office: Office = {
  members: ['clerk', 'ivan', 'maria', 'head'].map((id) => ({ id, name: id, locale: 'en' })),
  departments: [
    { id: 'registry', name: 'Registry', headId: null, isRegistry: true, parentId: null },
    { id: 'court', name: 'Court', headId: 'head', isRegistry: false, parentId: null },
  ],
  memberships: [
    { departmentId: 'court', memberId: 'ivan', membership: 'MEMBER', absentFrom: '2026-11-20T00:00:00.000Z', absentUntil: null, substituteId: 'maria' },
    { departmentId: 'court', memberId: 'maria', membership: 'MEMBER', absentFrom: null, absentUntil: null, substituteId: null },
  ],
  clerkIds: [],
};
const letter = (of: Partial<LetterRecord>): LetterRecord => ({
  id: 'letter', number: 'IN-1', subject: '', flow: 'INCOMING', status: 'IN_WORK', holderId: 'maria', holderDepartmentId: 'court', heldSince: '2026-11-01T00:00:00.000Z',
  pendingMemberId: null, pendingDepartmentId: null, handedOverAt: null, handedOverById: null, dueAt: null, createdAt: '2026-10-31T00:00:00.000Z', createdBy: null, counterparty: null, ...of,
});
const step = (action: string, occurredAt: string, workspaceMemberId: string | null, reason: string | null = null) => ({ action, occurredAt, reason, createdBy: { workspaceMemberId, name: `${workspaceMemberId}` } });
const risky = (risks: RiskyLetter['risks'], of: Partial<LetterRecord> = {}, steps: ReturnType<typeof step>[] = []): RiskyLetter => {
  const record = letter(of);
  return { ...record, risks, trace: traceOf(record, steps) };
};

describe('a letter that nobody holds', () => {
  const gone = letter({ holderId: null });
  test('had a holder who left, where somebody accepted it or entered it', () => {
    expect(desertion(gone, traceOf(gone, [step('ACCEPT', '1', 'ivan'), step('ACCEPT', '2', 'gone')]))).toBe('LEFT');
    expect(traceOf(gone, [step('ACCEPT', '1', 'ivan'), step('ACCEPT', '2', 'gone')]).lastHolder).toEqual({ workspaceMemberId: 'gone', name: 'gone' });
    const entered = letter({ holderId: null, createdBy: { workspaceMemberId: 'gone', name: 'Gone' } });
    expect(desertion(entered, traceOf(entered, []))).toBe('LEFT');
  });
  test('never had one, where a key entered it and nobody accepted it', () => {
    const imported = letter({ holderId: null, createdBy: { workspaceMemberId: null, name: 'Import' } });
    expect(desertion(imported, traceOf(imported, []))).toBe('NO_HOLDER');
  });
  test('that waits for nobody was handed to somebody who left', () => {
    const waiting = letter({ status: 'HANDED_OVER' });
    expect(desertion(waiting, traceOf(waiting, []))).toBe('LEFT');
  });
});

test.each<[string, RiskyLetter, object]>([
  ['a holder', risky(['IN_WORK']), { kind: 'MEMBER', id: 'maria', insteadOf: null }],
  ['the substitute of an absent addressee', risky(['PENDING'], { status: 'HANDED_OVER', pendingMemberId: 'ivan', holderId: 'clerk' }), { kind: 'MEMBER', id: 'maria', insteadOf: 'ivan' }],
  ['a department', risky(['OVERDUE'], { status: 'HANDED_OVER', pendingDepartmentId: 'court', holderId: 'clerk' }), { kind: 'DEPARTMENT', id: 'court' }],
  ['the head of a holder who left', risky(['LEFT'], { holderId: null }), { kind: 'MEMBER', id: 'head', insteadOf: null }],
  ['whoever handed it to somebody who left', risky(['LEFT'], { status: 'HANDED_OVER', handedOverById: 'clerk' }), { kind: 'MEMBER', id: 'clerk', insteadOf: null }],
  ['the registry, where nobody else is left', risky(['LEFT'], { holderId: null, holderDepartmentId: null }), { kind: 'DEPARTMENT', id: 'registry' }],
  ['the registry', risky(['NO_HOLDER'], { holderId: null }), { kind: 'DEPARTMENT', id: 'registry' }],
  ['whoever runs the workers', risky(['UNREGISTERED'], { status: null }), { kind: 'ADMINISTRATOR' }],
])('%s answers', (_, of, expected) => {
  expect(answerable(of, office, NOW)).toEqual(expected);
});

test('the gravest stands first, of those the longest; since when is told by what is wrong', () => {
  const lost = risky(['LOST'], {}, [step('REPORT_LOST', '2026-11-20T00:00:00.000Z', 'ivan', 'Not in the safe')]);
  const returned = risky(['RETURNED', 'OVERDUE'], { dueAt: '2026-11-02T00:00:00.000Z' }, [step('RETURN_UNDELIVERED', '2026-11-22T00:00:00.000Z', 'ivan')]);
  const late = risky(['OVERDUE'], { dueAt: '2026-11-02T00:00:00.000Z' });
  const later = risky(['OVERDUE'], { dueAt: '2026-11-03T00:00:00.000Z' });
  expect([later, returned, late, lost].sort(inOrder)).toEqual([lost, returned, late, later]);
  expect([lost, returned, late].map(sinceOf)).toEqual(['2026-11-20T00:00:00.000Z', '2026-11-22T00:00:00.000Z', '2026-11-02T00:00:00.000Z']);
  expect(lost.trace.reason).toBe('Not in the safe');
});
