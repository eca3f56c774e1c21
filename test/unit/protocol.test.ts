import {
  ACTIONS, allowedActions, decide, escalationRecipient, isClerk, register, reminderRecipients, REFUSALS, RULES, standIn, STATUSES,
  type Action, type Fact, type LetterState, type Office, type Refusal, type RefusalCode, type Status,
} from '../../workers/correspondence/protocol';
import { escalationTitle, incidentText, refusalText, reminderTitle, rowName, taskTitle } from '../../workers/correspondence/words';

const names = ['clerk', 'registrar', 'holder', 'head', 'chief', 'lawyer', 'away', 'deputy', 'stranger', 'boss'] as const;
const NOW = '2026-03-10T10:00:00.000Z';
const now = new Date(NOW);

/** `court`: holder, lawyer, head (department.head), chief (membership HEAD), away (absent, deputy stands in). */
const office: Office = {
  members: names.map((id) => ({ id, name: `Name of ${id}`, locale: id === 'boss' ? 'ru-RU' : 'en' })),
  departments: [
    { id: 'registry', name: 'Registry', headId: null, isRegistry: true, parentId: null },
    { id: 'court', name: 'Court department', headId: 'head', isRegistry: false, parentId: null },
    { id: 'empty', name: 'Empty', headId: null, isRegistry: false, parentId: null },
    { id: 'headed', name: 'Headed', headId: 'boss', isRegistry: false, parentId: null },
  ],
  memberships: [
    ...(
      [['registry', 'registrar', 'MEMBER'], ['court', 'holder', 'MEMBER'], ['court', 'lawyer', 'MEMBER'], ['court', 'chief', 'HEAD']] as const
    ).map(([departmentId, memberId, membership]) => ({
      departmentId, memberId, membership, absentFrom: null, absentUntil: null, substituteId: null,
    })),
    { departmentId: 'court', memberId: 'away', membership: 'MEMBER', absentFrom: '2026-03-01T00:00:00Z', absentUntil: null, substituteId: 'deputy' },
  ],
  clerkIds: ['clerk'],
};

const letterIn = (status: Status | null, more: Partial<LetterState> = {}): LetterState => ({
  id: 'letter', number: 'OUT-2026-000001', flow: 'OUTGOING', status, subject: 'Claim', holderId: 'holder', holderDepartmentId: 'court',
  heldSince: '2026-03-10T08:30:00.000Z', pendingMemberId: null, pendingDepartmentId: null, handedOverAt: null, handedOverById: null,
  resumeStatus: status === 'LOST' ? 'IN_WORK' : null, step: 3,
  ...(status === 'HANDED_OVER'
    ? { pendingDepartmentId: 'court', handedOverAt: '2026-03-10T09:00:00.000Z', handedOverById: 'holder', resumeStatus: 'REGISTERED' }
    : {}),
  ...more,
});

const factOf = (action: Action | null, actorId: string | null, more: Partial<Fact> = {}): Fact => ({
  id: 'row', action, correspondenceId: 'letter', reason: null, toMemberId: null, toDepartmentId: null, actorId, createdById: actorId,
  occurredAt: NOW, ...more,
});

/** A row with nothing wrong in itself, so that only state and right are judged. */
const soundFact = (action: Action, actorId: string): Fact =>
  factOf(action, actorId, { reason: 'Because', ...(action === 'HAND_OVER' ? { toMemberId: 'stranger' } : {}) });

const decideOn = (letter: LetterState | null, row: Fact) => decide({ letter, row, office, now });
const refusalOf = (letter: LetterState | null, row: Fact): Refusal | null => {
  const decision = decideOn(letter, row);
  return decision.outcome === 'REFUSED' ? decision.refusal : null;
};

// For each action: from which statuses, who may, and what becomes of the letter. Everything not listed is refused.
const TRANSITIONS: Record<Exclude<Action, 'REGISTER'>, { from: Status[]; to: Status | 'BACK'; by: string[]; byWhileRegistered?: string[] }> = {
  HAND_OVER: { from: ['REGISTERED', 'IN_WORK', 'DONE', 'UNDELIVERED'], to: 'HANDED_OVER', by: ['holder', 'head', 'chief'], byWhileRegistered: ['clerk', 'registrar'] },
  ACCEPT: { from: ['HANDED_OVER'], to: 'IN_WORK', by: ['holder', 'lawyer', 'head', 'chief', 'away', 'deputy'] },
  REJECT: { from: ['HANDED_OVER'], to: 'BACK', by: ['holder', 'lawyer', 'head', 'chief', 'away', 'deputy'] },
  RECALL: { from: ['HANDED_OVER'], to: 'BACK', by: ['holder'] },
  COMPLETE: { from: ['IN_WORK', 'UNDELIVERED'], to: 'DONE', by: ['holder'] },
  SEND: { from: ['REGISTERED', 'IN_WORK', 'DONE', 'UNDELIVERED'], to: 'SENT', by: ['holder', 'clerk', 'registrar'] },
  DELIVER: { from: ['SENT'], to: 'DELIVERED', by: ['holder', 'clerk', 'registrar', 'head', 'chief'] },
  RETURN_UNDELIVERED: { from: ['SENT'], to: 'UNDELIVERED', by: ['holder', 'clerk', 'registrar', 'head', 'chief'] },
  ARCHIVE: { from: ['DONE', 'SENT', 'DELIVERED'], to: 'ARCHIVED', by: ['holder', 'clerk', 'registrar', 'head', 'chief'] },
  REPORT_LOST: { from: ['REGISTERED', 'HANDED_OVER', 'IN_WORK', 'DONE', 'UNDELIVERED', 'ARCHIVED'], to: 'LOST', by: ['holder', 'head', 'chief'] },
  FOUND: { from: ['LOST'], to: 'BACK', by: [...names] },
};

describe.each(Object.entries(TRANSITIONS))('%s', (name, { from, to, by, byWhileRegistered = [] }) => {
  const action = name as Exclude<Action, 'REGISTER'>;

  it.each(STATUSES)('from %s', (status) => {
    const letter = letterIn(status);
    for (const actor of names) {
      const decision = decideOn(letter, soundFact(action, actor));
      const may = from.includes(status) && (by.includes(actor) || (status === 'REGISTERED' && byWhileRegistered.includes(actor)));
      expect([actor, decision.outcome]).toEqual([actor, may ? 'APPLIED' : 'REFUSED']);
      expect(allowedActions({ letter, viewerId: actor, office, now }).includes(action)).toBe(may);
      expect(decision.row).toMatchObject({ statusBefore: status, actorId: actor, occurredAt: NOW });
      if (decision.outcome !== 'APPLIED') {
        expect(decision.row.statusAfter).toBe(status);
        continue;
      }
      expect(decision.letter.status).toBe(to === 'BACK' ? letter.resumeStatus : to);
      expect(decision.row.statusAfter).toBe(decision.letter.status);
      expect(decision.letter.step).toBe(letter.step + 1);
      const pending = [decision.letter.pendingMemberId, decision.letter.pendingDepartmentId].filter((id) => id !== null);
      expect(pending).toHaveLength(decision.letter.status === 'HANDED_OVER' ? 1 : 0);
    }
  });
});

describe('what an applied row does', () => {
  const applied = (letter: LetterState, row: Fact) => {
    const decision = decideOn(letter, row);
    if (decision.outcome === 'REFUSED') throw new Error(decision.refusal.code);
    return decision;
  };

  it('HAND_OVER leaves the paper where it is and remembers the way back', () => {
    const { letter, row } = applied(letterIn('IN_WORK'), factOf('HAND_OVER', 'holder', { toDepartmentId: 'headed', reason: 'For you' }));
    expect(letter).toMatchObject({
      status: 'HANDED_OVER', holderId: 'holder', holderDepartmentId: 'court', pendingDepartmentId: 'headed', pendingMemberId: null,
      handedOverAt: NOW, handedOverById: 'holder', resumeStatus: 'IN_WORK', heldSince: '2026-03-10T08:30:00.000Z',
    });
    expect(row).toMatchObject({ fromMemberId: 'holder', fromDepartmentId: 'court', toDepartmentId: 'headed', heldMinutes: null });
  });

  it('ACCEPT moves the paper and tells how long it was held before', () => {
    const { letter, row } = applied(letterIn('HANDED_OVER', { holderId: 'clerk', handedOverById: 'clerk' }), factOf('ACCEPT', 'lawyer'));
    expect(letter).toMatchObject({
      status: 'IN_WORK', holderId: 'lawyer', holderDepartmentId: 'court', heldSince: NOW, pendingDepartmentId: null, handedOverAt: null, resumeStatus: null,
    });
    expect(row).toMatchObject({ fromMemberId: 'clerk', toMemberId: 'lawyer', toDepartmentId: 'court', heldMinutes: 90 });
  });

  it('ACCEPT of a letter for one person takes it to that person’s department', () => {
    const waiting = letterIn('HANDED_OVER', { pendingDepartmentId: null, pendingMemberId: 'boss' });
    expect(applied(waiting, factOf('ACCEPT', 'boss')).letter).toMatchObject({ holderId: 'boss', holderDepartmentId: 'headed' });
  });

  it('ACCEPT for an absent person is for the substitute and the person alone', () => {
    const waiting = letterIn('HANDED_OVER', { pendingDepartmentId: null, pendingMemberId: 'away' });
    expect(names.filter((actor) => !refusalOf(waiting, factOf('ACCEPT', actor)))).toEqual(['away', 'deputy']);
    const back = new Date('2026-02-01T00:00:00Z');
    expect(decide({ letter: waiting, row: factOf('ACCEPT', 'deputy'), office, now: back }).outcome).toBe('REFUSED');
  });

  it('REJECT gives the letter back to who handed it over', () => {
    expect(applied(letterIn('HANDED_OVER'), factOf('REJECT', 'lawyer', { reason: 'No' })).letter).toMatchObject({
      status: 'REGISTERED', holderId: 'holder', heldSince: '2026-03-10T08:30:00.000Z', handedOverById: null,
    });
    const byHead = letterIn('HANDED_OVER', { handedOverById: 'boss' });
    expect(applied(byHead, factOf('REJECT', 'lawyer', { reason: 'No' })).letter).toMatchObject({
      status: 'REGISTERED', holderId: 'boss', holderDepartmentId: 'headed', heldSince: NOW,
    });
  });

  it('REPORT_LOST while waiting comes back to what was before the hand-over', () => {
    const lost = applied(letterIn('HANDED_OVER'), factOf('REPORT_LOST', 'holder')).letter;
    expect(lost).toMatchObject({ status: 'LOST', resumeStatus: 'REGISTERED', pendingDepartmentId: null });
    expect(applied(lost, factOf('FOUND', 'stranger')).letter).toMatchObject({ status: 'REGISTERED', holderId: 'holder', resumeStatus: null });
  });

  it('registration gives number, holder and the first row', () => {
    const { letter, row } = register({
      letter: letterIn(null, { number: null, flow: null, holderId: null, step: 0 }), rowId: 'first', number: 'IN-2026-000001', actorId: 'registrar', occurredAt: NOW, office,
    });
    expect(letter).toMatchObject({ number: 'IN-2026-000001', flow: 'INCOMING', status: 'REGISTERED', holderId: 'registrar', holderDepartmentId: 'registry', heldSince: NOW, step: 1 });
    expect(row).toMatchObject({ id: 'first', action: 'REGISTER', outcome: 'APPLIED', statusBefore: null, statusAfter: 'REGISTERED', toMemberId: 'registrar' });
  });
});

const to = (target: Partial<Fact>): Fact => factOf('HAND_OVER', 'holder', { reason: 'Because', ...target });
const REFUSED: [RefusalCode, LetterState | null, Fact, RegExp][] = [
  ['LETTER_NOT_FOUND', null, factOf('ACCEPT', 'lawyer'), /no such letter/],
  ['ACTION_MISSING', letterIn('IN_WORK'), factOf(null, 'holder'), /no action/],
  ['REGISTER_BY_PERSON', letterIn('IN_WORK'), factOf('REGISTER', 'clerk'), /by itself/],
  ['NOT_BY_PERSON', letterIn('IN_WORK'), factOf('COMPLETE', null), /API key/],
  ['NOT_OWN_ROW', letterIn('IN_WORK'), factOf('COMPLETE', 'holder', { createdById: 'boss' }), /forged.*changed/],
  ['NOT_OWN_ROW', letterIn('IN_WORK'), factOf('COMPLETE', 'holder', { createdById: null }), /Name of holder/],
  ['NOT_REGISTERED', letterIn(null), factOf('COMPLETE', 'holder'), /not registered/],
  ['WAITS_FOR', letterIn('HANDED_OVER'), to({ toMemberId: 'boss' }), /waits for Court department since 10\/03\/2026, 09:00; recall it first/],
  ['WAITS_FOR', letterIn('HANDED_OVER', { pendingDepartmentId: null, pendingMemberId: 'boss' }), factOf('COMPLETE', 'holder'), /waits for Name of boss/],
  ['ACCEPTED_ALREADY', letterIn('IN_WORK'), factOf('ACCEPT', 'lawyer'), /accepted already by Name of holder on 10\/03\/2026, 08:30/],
  ['NOT_PENDING', letterIn('DONE'), factOf('ACCEPT', 'lawyer'), /waits for nobody: it is done/],
  ['NOT_PENDING', letterIn('REGISTERED'), factOf('RECALL', 'holder'), /it is registered/],
  ['WRONG_STATUS', letterIn('ARCHIVED'), factOf('COMPLETE', 'holder'), /“Complete” is not possible: the letter is archived/],
  ['OUTGOING_ONLY', letterIn('IN_WORK', { flow: 'INCOMING' }), factOf('SEND', 'holder'), /outgoing letters only/],
  ['NOT_ALLOWED', letterIn('IN_WORK'), factOf('COMPLETE', 'lawyer'), /Only the holder may complete/],
  ['REASON_MISSING', letterIn('IN_WORK'), to({ toMemberId: 'boss', reason: ' \n' }), /reason is missing/],
  ['REASON_MISSING', letterIn('HANDED_OVER'), factOf('REJECT', 'lawyer'), /reason is missing/],
  ['TARGET_MISSING', letterIn('IN_WORK'), to({}), /choose a person or a department/],
  ['TWO_TARGETS', letterIn('IN_WORK'), to({ toMemberId: 'boss', toDepartmentId: 'court' }), /choose one/],
  ['TARGET_NOT_FOUND', letterIn('IN_WORK'), to({ toMemberId: 'nobody' }), /not in the office/],
  ['TARGET_NOT_FOUND', letterIn('IN_WORK'), to({ toDepartmentId: 'nowhere' }), /not in the office/],
  ['TARGET_IS_HOLDER', letterIn('IN_WORK'), to({ toMemberId: 'holder' }), /Name of holder holds the letter already/],
  ['DEPARTMENT_EMPTY', letterIn('IN_WORK'), to({ toDepartmentId: 'empty' }), /Empty has neither/],
];

describe('refusals', () => {
  it.each(REFUSED)('%s', (code, letter, row, words) => {
    const decision = decideOn(letter, row);
    if (decision.outcome === 'APPLIED') throw new Error('applied');
    expect(decision.refusal.code).toBe(code);
    expect(refusalText(decision.refusal, { office, language: 'en', timeZone: 'UTC' })).toMatch(words);
    expect(refusalText(decision.refusal, { office, language: 'ru', timeZone: 'UTC' })).toMatch(/^[А-ЯЁ].*[.]$/);
    expect(decision.row).toMatchObject({ outcome: 'REFUSED', reason: row.reason, toMemberId: row.toMemberId, toDepartmentId: row.toDepartmentId });
  });

  it('has a case for each', () => expect(new Set(REFUSED.map(([code]) => code))).toEqual(new Set(REFUSALS)));
  it('has a rule for each action', () => expect(new Set([...Object.keys(RULES), 'REGISTER'])).toEqual(new Set(ACTIONS)));
});

describe('who is reminded', () => {
  const recipients = (pending: Partial<LetterState>, changed: Partial<Office> = {}) =>
    reminderRecipients({ letter: letterIn('HANDED_OVER', { pendingDepartmentId: null, ...pending }), office: { ...office, ...changed }, now });

  it.each<[string, Partial<LetterState>, Partial<Office>, string[]]>([
    ['a person', { pendingMemberId: 'boss' }, {}, ['boss']],
    ['an absent person’s substitute', { pendingMemberId: 'away' }, {}, ['deputy']],
    ['everyone in the department, a substitute for the absent', { pendingDepartmentId: 'court' }, {}, ['holder', 'lawyer', 'chief', 'deputy']],
    ['the head, where the department has no members', { pendingDepartmentId: 'headed' }, {}, ['boss']],
    ['who handed it over, where the department is gone', { pendingDepartmentId: 'gone' }, {}, ['holder']],
    ['who handed it over, where the person has left', { pendingMemberId: 'gone' }, {}, ['holder']],
    ['the absent person, where nobody stands in', { pendingMemberId: 'away' }, { memberships: office.memberships.map((entry) => ({ ...entry, substituteId: null })) }, ['away']],
    ['the head, where all are absent', { pendingDepartmentId: 'court' }, { memberships: office.memberships.map((entry) => ({ ...entry, absentFrom: '2026-01-01T00:00:00Z', substituteId: null })) }, ['head']],
  ])('%s', (_, pending, changed, expected) => expect(recipients(pending, changed)).toEqual(expected));

  it('nobody, once the letter no longer waits', () =>
    expect(reminderRecipients({ letter: letterIn('IN_WORK'), office, now })).toEqual([]));

  it('does not run in circles of substitutes', () => {
    const away = (memberId: string, substituteId: string) => ({
      departmentId: 'court', memberId, membership: 'MEMBER' as const, absentFrom: null, absentUntil: '2030-01-01T00:00:00Z', substituteId,
    });
    const circle = { ...office, memberships: [away('lawyer', 'boss'), away('boss', 'lawyer')] };
    expect(standIn(circle, 'lawyer', now)).toBeNull();
    expect(standIn({ ...office, memberships: [away('lawyer', 'boss'), away('boss', 'deputy')] }, 'lawyer', now)).toBe('deputy');
  });

  it('knows the clerks by role and by department', () =>
    expect(names.filter((name) => isClerk(office, name))).toEqual(['clerk', 'registrar']));
});

describe('who hears of a letter that is left waiting', () => {
  const above = (more: Partial<Office> = {}, letter: Partial<LetterState> = {}) =>
    escalationRecipient({ letter: letterIn('HANDED_OVER', letter), office: { ...withBoard, ...more }, now });
  const member = (memberId: string, more: Partial<Office['memberships'][number]> = {}) => ({
    departmentId: 'court', memberId, membership: 'MEMBER' as const, absentFrom: null, absentUntil: null, substituteId: null, ...more,
  });
  const isAway = { absentFrom: '2026-03-01T00:00:00Z' };
  const withBoard: Office = {
    ...office,
    departments: [
      { id: 'board', name: 'Board', headId: 'boss', isRegistry: false, parentId: null },
      ...office.departments.map((each) => ({ ...each, parentId: each.id === 'court' ? 'board' : each.parentId })),
    ],
    memberships: office.memberships.filter(({ memberId }) => memberId !== 'chief'),
  };
  const toOne = { pendingMemberId: 'lawyer', pendingDepartmentId: null };

  it.each<[string, Partial<LetterState>, Partial<Office>, string | null]>([
    ['the head of the department, who is no member of it', {}, {}, 'head'],
    ['the head of the person’s department', toOne, {}, 'head'],
    ['for a head who waits for it too, the one above', {}, { memberships: [...withBoard.memberships, member('head')] }, 'boss'],
    ['for a head to whom it was handed, the substitute', { pendingMemberId: 'head', pendingDepartmentId: null }, { memberships: [member('head', { substituteId: 'deputy' })] }, 'deputy'],
    ['for a head to whom it was handed and who has none, the one above', { pendingMemberId: 'head', pendingDepartmentId: null }, {}, 'boss'],
    ['for a head who is away, the substitute', toOne, { memberships: [member('lawyer'), member('head', { ...isAway, substituteId: 'deputy' })] }, 'deputy'],
    ['for a head who is away without one, the one above', toOne, { memberships: [member('lawyer'), member('head', isAway)] }, 'boss'],
    ['for a head who stands in for the person, the one above', toOne, { memberships: [member('lawyer', { ...isAway, substituteId: 'head' })] }, 'boss'],
    ['for a person of no department, the head of where the paper is', { pendingMemberId: 'stranger', pendingDepartmentId: null }, {}, 'head'],
    ['nobody, where there is nobody else', { pendingMemberId: 'boss', pendingDepartmentId: null }, { departments: [] }, null],
  ])('%s', (_, letter, more, expected) => expect(above(more, letter)).toBe(expected));

  it('does not run in circles of departments', () => {
    const departments = withBoard.departments.map((each) => ({ ...each, headId: null, parentId: each.id === 'court' ? 'board' : 'court' }));
    expect(above({ departments, memberships: [member('lawyer')] })).toBeNull();
  });

  it('reads as a head must read it', () => {
    const letter = letterIn('HANDED_OVER', toOne);
    expect(escalationTitle({ letter, office, timeZone: 'UTC' }, 'head')).toBe(
      'Nobody has accepted OUT-2026-000001 «Claim»: it waits for Name of lawyer since 10/03/2026, 09:00, handed over by Name of holder',
    );
    expect(escalationTitle({ letter, office, timeZone: 'Europe/Moscow' }, 'boss')).toMatch(/^Никто не принял письмо .* с 10\.03\.2026, 12:00/);
  });
});

describe('who left the firm', () => {
  const gone = (...ids: string[]): Office => ({ ...office, members: office.members.filter(({ id }) => !ids.includes(id)) });
  const may = (letter: LetterState, action: Exclude<Action, 'REGISTER'>, actorId: string, at: Office) =>
    decide({ letter, row: soundFact(action, actorId), office: at, now }).outcome === 'APPLIED';

  it('leaves letters that the registry moves on', () => {
    // Twenty takes a member who leaves out of every record.
    const letter = letterIn('IN_WORK', { holderId: null, holderDepartmentId: null });
    for (const action of ['HAND_OVER', 'COMPLETE', 'REPORT_LOST'] as const) {
      expect(may(letter, action, 'clerk', office)).toBe(true);
      expect(may(letter, action, 'stranger', office)).toBe(false);
      expect(may({ ...letter, holderId: 'holder' }, action, 'clerk', office)).toBe(false);
    }
  });

  it('leaves hand-overs that the head or the registry recalls, and that they are reminded of', () => {
    const letter = letterIn('HANDED_OVER', { pendingMemberId: null, pendingDepartmentId: null, handedOverById: null });
    for (const actor of ['clerk', 'head']) expect(may(letter, 'RECALL', actor, office)).toBe(true);
    expect(may(letter, 'RECALL', 'stranger', office)).toBe(false);
    expect(reminderRecipients({ letter, office, now })).toEqual(['head']);
    expect(reminderRecipients({ letter: { ...letter, holderDepartmentId: null }, office, now })).toEqual(['clerk', 'registrar']);
  });

  it('does not get a letter back', () => {
    const letter = letterIn('HANDED_OVER', { handedOverById: 'stranger' });
    const decision = decide({ letter, row: soundFact('REJECT', 'lawyer'), office: gone('stranger'), now });
    expect(decision).toMatchObject({ letter: { status: 'REGISTERED', holderId: 'holder' } });
  });
});

describe('words', () => {
  const letter = letterIn('HANDED_OVER', { pendingDepartmentId: null, pendingMemberId: 'away', handedOverById: 'holder' });

  it('say in the recipient’s language what to do, which letter, from whom, why, and in whose place', () => {
    expect(reminderTitle({ letter, reason: 'Appeal', office }, 'deputy')).toBe('Accept OUT-2026-000001 «Claim» for Name of away, from Name of holder: Appeal');
    expect(reminderTitle({ letter: { ...letter, pendingMemberId: 'boss' }, reason: 'Appeal', office }, 'boss')).toBe(
      'Примите письмо OUT-2026-000001 «Claim», передал(а) Name of holder: Appeal',
    );
    expect(taskTitle({ letter: { ...letter, pendingMemberId: null, pendingDepartmentId: 'court' }, office }, 'head')).toBe('Accept OUT-2026-000001 «Claim» (Court department)');
  });

  it('name a row', () => {
    const { row } = decideOn(letterIn('IN_WORK'), to({ toDepartmentId: 'court' }));
    expect(rowName(row, { office, language: 'en' })).toBe('Hand over: Name of holder → Court department');
    expect(rowName(row, { office, language: 'ru' })).toBe('Передача: Name of holder → Court department');
  });

  it('tell who changed an applied row, when and what', () => {
    const changes = [{ field: 'reason', applied: 'Appeal', found: '' }, { field: 'toMemberId', applied: 'boss', found: 'lawyer' }];
    expect(incidentText({ changes, memberId: 'chief', changedAt: NOW }, { office, language: 'en', timeZone: 'Europe/Moscow' })).toBe(
      '10/03/2026, 13:00, Name of chief. Changed: reason: Appeal → —; to (person): Name of boss → Name of lawyer. The row was put back.',
    );
  });
});
