import fc from 'fast-check';
import { deskFilter, loudness, sortDesk } from '../../front/myDesk/sort';
import type { Letter } from '../../front/lib/letter';
import type { Desk } from '../../front/lib/office';
import { STATUSES } from '../../workers/correspondence/protocol';

const NOW = new Date('2026-03-10T12:00:00.000Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();

const membership = (departmentId: string, memberId: string, rest = {}) => ({
  departmentId, memberId, membership: 'MEMBER' as const, absentFrom: null, absentUntil: null, substituteId: null, ...rest,
});
const desk: Desk = {
  viewerId: 'me',
  office: {
    members: ['me', 'peer', 'away', 'boss'].map((id) => ({ id, name: id, locale: null })),
    departments: ['mine', 'theirs', 'other', 'led'].map((id) => ({ id, name: id, headId: id === 'led' ? 'me' : null, isRegistry: false, parentId: null })),
    memberships: [
      membership('mine', 'me'),
      membership('mine', 'peer'),
      membership('theirs', 'away', { absentFrom: ago(60), absentUntil: null, substituteId: 'me' }),
      membership('other', 'boss'),
    ],
    clerkIds: [],
  },
};

const letter = (id: string, rest: Partial<Letter>): Letter => ({
  id, number: null, flow: 'INCOMING', status: 'IN_WORK', subject: null, holderId: null, holderDepartmentId: null, heldSince: null, pendingMemberId: null,
  pendingDepartmentId: null, handedOverAt: null, handedOverById: null, resumeStatus: null, step: 1, dueAt: null, registeredAt: null, counterparty: null, ...rest,
});
const waiting = (id: string, rest: Partial<Letter>) => letter(id, { status: 'HANDED_OVER', holderId: 'boss', handedOverById: 'boss', handedOverAt: ago(10), ...rest });
const ids = (letters: Letter[]) => letters.map(({ id }) => id);

describe('my desk', () => {
  test('awaits what is handed to me, to my department, to one I lead, and to whom I stand in for; the longest first', () => {
    const { awaiting, held, waitingForOthers } = sortDesk(
      [
        waiting('to me', { pendingMemberId: 'me', handedOverAt: ago(1) }),
        waiting('to my department', { pendingDepartmentId: 'mine', handedOverAt: ago(5) }),
        waiting('to whom I stand in for', { pendingMemberId: 'away', handedOverAt: ago(3) }),
        waiting('to their department', { pendingDepartmentId: 'theirs', handedOverAt: ago(4) }),
        waiting('to one I lead', { pendingDepartmentId: 'led', handedOverAt: ago(2) }),
        waiting('to another', { pendingMemberId: 'peer' }),
      ],
      desk,
      NOW,
    );
    expect(ids(awaiting)).toEqual(['to my department', 'to their department', 'to whom I stand in for', 'to one I lead', 'to me']);
    expect([...held, ...waitingForOthers]).toEqual([]);
  });

  test('shows what I hold, the overdue first, and what I handed over and nobody has taken', () => {
    const { held, waitingForOthers } = sortDesk(
      [
        letter('new', { holderId: 'me', heldSince: ago(5) }),
        letter('old', { holderId: 'me', heldSince: ago(500) }),
        letter('overdue', { holderId: 'me', heldSince: ago(1), dueAt: ago(1) }),
        letter('archived', { holderId: 'me', status: 'ARCHIVED' }),
        waiting('handed over by me', { holderId: 'me', handedOverById: 'me', pendingMemberId: 'peer' }),
      ],
      desk,
      NOW,
    );
    expect(ids(held)).toEqual(['overdue', 'old', 'new']);
    expect(ids(waitingForOthers)).toEqual(['handed over by me']);
  });

  test('asks the server for everything that it then finds a place for', () => {
    type Filter = { and?: Filter[]; or?: Filter[] } & Record<string, unknown>;
    const matches = (record: Record<string, unknown>, filter: Filter): boolean =>
      Object.entries(filter).every(([key, test]) => {
        if (key === 'and') return (test as Filter[]).every((each) => matches(record, each));
        if (key === 'or') return (test as Filter[]).some((each) => matches(record, each));
        const { eq, in: among } = test as { eq?: unknown; in?: unknown[] };
        return among ? among.includes(record[key]) : record[key] === eq;
      });
    const member = fc.constantFrom('me', 'peer', 'away', 'boss', null);
    const letters = fc.record({
      status: fc.constantFrom(...STATUSES), holderId: member, handedOverById: member, pendingMemberId: member,
      pendingDepartmentId: fc.constantFrom('mine', 'theirs', 'other', 'led', null),
    });
    fc.assert(
      fc.property(letters, (fields) => {
        const one = letter('one', fields);
        const { awaiting, held, waitingForOthers } = sortDesk([one], desk, NOW);
        if (awaiting.length + held.length + waitingForOthers.length > 0) expect(matches(one, deskFilter(desk, NOW) as Filter)).toBe(true);
      }),
    );
  });

  test.each([
    ['waits', 119, 'soft'], ['waits', 120, 'orange'], ['waits', 24 * 60, 'red'],
    ['held', 4 * 24 * 60, 'soft'], ['held', 5 * 24 * 60, 'orange'], ['held', 7 * 24 * 60, 'red'],
  ] as const)('says that a letter %s for %d minutes in a %s voice', (kind, minutes, voice) => {
    expect(loudness(kind, minutes * 60_000)).toBe(voice);
  });
});
