/**
 * How a letter moves through the office: the rules alone. No clock, no client, no container: the workers decide by them, the
 * pages offer by them. Everything that happens to a letter is the fold of `decide` over its history rows.
 */

import {
  FLOW, LETTER_ACTION, LETTER_STATUS, MEMBERSHIP,
  type Flow, type LetterAction as Action, type LetterStatus as Status, type Membership, type Outcome,
} from '../../custom-objects/vocabulary';

export type { Action, Flow, Membership, Outcome, Status };

export const FLOWS = FLOW.map(({ value }) => value);
export const STATUSES = LETTER_STATUS.map(({ value }) => value);
export const ACTIONS = LETTER_ACTION.map(({ value }) => value);
export const MEMBERSHIPS = MEMBERSHIP.map(({ value }) => value);

/** Times are ISO 8601 texts, as Twenty gives them. */
export type LetterState = {
  id: string;
  number: string | null;
  flow: Flow | null;
  /** null until the workers have registered the letter. */
  status: Status | null;
  subject: string | null;
  /** Who last accepted (or registered) the letter: where the paper is, also while it waits for someone else. */
  holderId: string | null;
  holderDepartmentId: string | null;
  heldSince: string | null;
  /** While HANDED_OVER exactly one of the two is set; otherwise none. */
  pendingMemberId: string | null;
  pendingDepartmentId: string | null;
  handedOverAt: string | null;
  handedOverById: string | null;
  /** The status to come back to on REJECT, RECALL or FOUND. */
  resumeStatus: Status | null;
  /** How many rows were applied to the letter. */
  step: number;
};

/** A history row as a person wrote it. Actor and time are the server's own `updatedBy` and `updatedAt`. */
export type Fact = {
  id: string;
  action: Action | null;
  correspondenceId: string | null;
  reason: string | null;
  toMemberId: string | null;
  toDepartmentId: string | null;
  actorId: string | null;
  /** `createdBy` can be forged, so it proves nothing; but where it differs from the actor, something is wrong. */
  createdById: string | null;
  occurredAt: string;
};

/** A history row as it was decided. */
export type HistoryRow = {
  id: string;
  action: Action | null;
  correspondenceId: string | null;
  reason: string | null;
  actorId: string | null;
  occurredAt: string;
  fromMemberId: string | null;
  toMemberId: string | null;
  fromDepartmentId: string | null;
  toDepartmentId: string | null;
  outcome: Outcome;
  statusBefore: Status | null;
  statusAfter: Status | null;
  heldMinutes: number | null;
  waitedMinutes: number | null;
};

export type Member = { id: string; name: string; locale: string | null };
export type Department = {
  id: string;
  name: string;
  headId: string | null;
  isRegistry: boolean;
  parentId: string | null;
};
export type DepartmentMembership = {
  departmentId: string;
  memberId: string;
  membership: Membership | null;
  absentFrom: string | null;
  absentUntil: string | null;
  substituteId: string | null;
};
export type Office = {
  members: Member[];
  departments: Department[];
  memberships: DepartmentMembership[];
  /** Members whose Twenty role is Registry clerk. */
  clerkIds: string[];
};

export const REFUSALS = [
  'LETTER_NOT_FOUND', 'ACTION_MISSING', 'REGISTER_BY_PERSON', 'NOT_BY_PERSON', 'NOT_OWN_ROW', 'NOT_REGISTERED', 'WAITS_FOR',
  'ACCEPTED_ALREADY', 'NOT_PENDING', 'WRONG_STATUS', 'OUTGOING_ONLY', 'NOT_ALLOWED', 'REASON_MISSING', 'TARGET_MISSING',
  'TWO_TARGETS', 'TARGET_NOT_FOUND', 'TARGET_IS_HOLDER', 'DEPARTMENT_EMPTY',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];
export type Refusal = {
  code: RefusalCode;
  params: { action?: Action; status?: Status; memberId?: string | null; departmentId?: string | null; since?: string | null };
};

export type Decision =
  | { outcome: 'APPLIED'; letter: LetterState; row: HistoryRow }
  | { outcome: 'REFUSED'; refusal: Refusal; row: HistoryRow };

/** Refusals that a fresher picture of the office could turn into an application. */
export const dependsOnOffice = (code: RefusalCode): boolean =>
  code === 'NOT_ALLOWED' || code === 'TARGET_NOT_FOUND' || code === 'DEPARTMENT_EMPTY';

// ---------------------------------------------------------------------------------------------------------------- the office

const isAbsent = (membership: DepartmentMembership, now: Date): boolean => {
  const { absentFrom, absentUntil } = membership;
  if (!absentFrom && !absentUntil) return false;
  return (!absentFrom || Date.parse(absentFrom) <= now.getTime()) && (!absentUntil || now.getTime() < Date.parse(absentUntil));
};

export const isMember = (office: Office, memberId: string | null): memberId is string =>
  memberId !== null && office.members.some(({ id }) => id === memberId);

/**
 * Who answers for a member now: they themselves; while they are absent, their substitute (whose own absence counts too); null if
 * that leads to nobody. Absence in one department is absence: a person has one body.
 */
export const standIn = (office: Office, memberId: string, now: Date, seen: string[] = []): string | null => {
  if (!isMember(office, memberId) || seen.includes(memberId)) return null;
  const absences = office.memberships.filter((entry) => entry.memberId === memberId && isAbsent(entry, now));
  if (absences.length === 0) return memberId;
  for (const { substituteId } of absences) {
    const found = substituteId === null ? null : standIn(office, substituteId, now, [...seen, memberId]);
    if (found !== null) return found;
  }
  return null;
};

export const isHeadOf = (office: Office, memberId: string, departmentId: string | null): boolean =>
  departmentId !== null &&
  (office.departments.some(({ id, headId }) => id === departmentId && headId === memberId) ||
    office.memberships.some(
      (entry) => entry.departmentId === departmentId && entry.memberId === memberId && entry.membership === 'HEAD',
    ));

export const headOf = (office: Office, departmentId: string): string | null => {
  const department = office.departments.find(({ id }) => id === departmentId);
  if (department && isMember(office, department.headId)) return department.headId;
  const head = office.memberships.find(
    (entry) => entry.departmentId === departmentId && entry.membership === 'HEAD' && isMember(office, entry.memberId),
  );
  return head?.memberId ?? null;
};

/** The living members of a department, each once. */
export const membersOf = (office: Office, departmentId: string): string[] => {
  const members = office.memberships
    .filter((entry) => entry.departmentId === departmentId && isMember(office, entry.memberId))
    .map(({ memberId }) => memberId);
  return [...new Set(members)];
};

export const departmentOf = (office: Office, memberId: string | null): string | null => {
  if (memberId === null) return null;
  const living = (departmentId: string) => office.departments.some(({ id }) => id === departmentId);
  const membership = office.memberships.find((entry) => entry.memberId === memberId && living(entry.departmentId));
  return membership?.departmentId ?? office.departments.find(({ headId }) => headId === memberId)?.id ?? null;
};

export const isClerk = (office: Office, memberId: string): boolean =>
  office.clerkIds.includes(memberId) ||
  office.departments.some(
    ({ id, isRegistry, headId }) => isRegistry && (headId === memberId || membersOf(office, id).includes(memberId)),
  );

// ----------------------------------------------------------------------------------------------------------------- the rules

type Right = 'holder' | 'head' | 'clerk' | 'clerkWhileRegistered' | 'receiver' | 'sender' | 'anyone';
type Rule = { from: readonly Status[]; by: readonly Right[]; outgoingOnly?: true; reasonRequired?: true };

export const RULES: Record<Exclude<Action, 'REGISTER'>, Rule> = {
  HAND_OVER: {
    from: ['REGISTERED', 'IN_WORK', 'DONE', 'UNDELIVERED'],
    by: ['holder', 'clerkWhileRegistered', 'head'],
    reasonRequired: true,
  },
  ACCEPT: { from: ['HANDED_OVER'], by: ['receiver'] },
  REJECT: { from: ['HANDED_OVER'], by: ['receiver'], reasonRequired: true },
  RECALL: { from: ['HANDED_OVER'], by: ['sender'] },
  COMPLETE: { from: ['IN_WORK', 'UNDELIVERED'], by: ['holder'] },
  SEND: { from: ['REGISTERED', 'IN_WORK', 'DONE', 'UNDELIVERED'], by: ['holder', 'clerk'], outgoingOnly: true },
  DELIVER: { from: ['SENT'], by: ['holder', 'clerk', 'head'], outgoingOnly: true },
  RETURN_UNDELIVERED: { from: ['SENT'], by: ['holder', 'clerk', 'head'], outgoingOnly: true },
  ARCHIVE: { from: ['DONE', 'SENT', 'DELIVERED'], by: ['holder', 'clerk', 'head'] },
  REPORT_LOST: {
    from: ['REGISTERED', 'HANDED_OVER', 'IN_WORK', 'DONE', 'UNDELIVERED', 'ARCHIVED'],
    by: ['holder', 'head'],
  },
  FOUND: { from: ['LOST'], by: ['anyone'] },
};

/** Whether a member may take a letter that waits: the person, an absent person's substitute, anyone of the department. */
export const mayReceive = (office: Office, letter: LetterState, memberId: string, now: Date): boolean => {
  const { pendingMemberId, pendingDepartmentId } = letter;
  if (pendingMemberId !== null)
    return memberId === pendingMemberId || standIn(office, pendingMemberId, now) === memberId;
  if (pendingDepartmentId === null) return false;
  const members = membersOf(office, pendingDepartmentId);
  return (
    members.includes(memberId) ||
    isHeadOf(office, memberId, pendingDepartmentId) ||
    members.some((member) => standIn(office, member, now) === memberId)
  );
};

/**
 * Twenty takes a member who leaves out of every record. Their letters are still the office's: what only they might do, the registry
 * may then do, and no letter is left that nobody can move.
 */
const hasLeft = (office: Office, memberId: string | null): boolean => !isMember(office, memberId);

const hasRight = (right: Right, letter: LetterState, memberId: string, office: Office, now: Date): boolean => {
  switch (right) {
    case 'holder': return letter.holderId === memberId || (hasLeft(office, letter.holderId) && isClerk(office, memberId));
    case 'head': return isHeadOf(office, memberId, letter.holderDepartmentId);
    case 'clerk': return isClerk(office, memberId);
    case 'clerkWhileRegistered': return letter.status === 'REGISTERED' && isClerk(office, memberId);
    case 'receiver': return mayReceive(office, letter, memberId, now);
    case 'sender':
      return (
        letter.handedOverById === memberId ||
        (hasLeft(office, letter.handedOverById) && (isHeadOf(office, memberId, letter.holderDepartmentId) || isClerk(office, memberId)))
      );
    case 'anyone': return true;
  }
};

const refused = (code: RefusalCode, params: Refusal['params'] = {}): Refusal => ({ code, params });

/** Why this member may not do this to the letter now; null if they may. What the row says beyond that is not looked at. */
export const objection = (input: {
  letter: LetterState;
  action: Exclude<Action, 'REGISTER'>;
  actorId: string;
  office: Office;
  now: Date;
}): Refusal | null => {
  const { letter, action, actorId, office, now } = input;
  const { status } = letter;
  const rule = RULES[action];
  if (status === null) return refused('NOT_REGISTERED');
  if (rule.outgoingOnly && letter.flow !== 'OUTGOING') return refused('OUTGOING_ONLY', { action });
  if (!rule.from.includes(status)) {
    if (status === 'HANDED_OVER')
      return refused('WAITS_FOR', {
        memberId: letter.pendingMemberId,
        departmentId: letter.pendingDepartmentId,
        since: letter.handedOverAt,
      });
    if (rule.from[0] !== 'HANDED_OVER') return refused('WRONG_STATUS', { action, status });
    return status === 'IN_WORK' && letter.holderId !== null
      ? refused('ACCEPTED_ALREADY', { memberId: letter.holderId, since: letter.heldSince })
      : refused('NOT_PENDING', { status });
  }
  if (!rule.by.some((right) => hasRight(right, letter, actorId, office, now))) return refused('NOT_ALLOWED', { action });
  return null;
};

/** What is wrong with the row's own words; null if nothing. */
const flaw = (letter: LetterState, row: Fact, office: Office): Refusal | null => {
  const { action, toMemberId, toDepartmentId } = row;
  if (action === null || action === 'REGISTER') return null;
  if (action === 'HAND_OVER') {
    if (toMemberId !== null && toDepartmentId !== null) return refused('TWO_TARGETS');
    if (toMemberId === null && toDepartmentId === null) return refused('TARGET_MISSING');
    if (toMemberId !== null && toMemberId === letter.holderId) return refused('TARGET_IS_HOLDER', { memberId: toMemberId });
    if (toMemberId !== null && !isMember(office, toMemberId)) return refused('TARGET_NOT_FOUND', { memberId: toMemberId });
    if (toDepartmentId !== null) {
      if (!office.departments.some(({ id }) => id === toDepartmentId))
        return refused('TARGET_NOT_FOUND', { departmentId: toDepartmentId });
      if (membersOf(office, toDepartmentId).length === 0 && headOf(office, toDepartmentId) === null)
        return refused('DEPARTMENT_EMPTY', { departmentId: toDepartmentId });
    }
  }
  if (RULES[action].reasonRequired && !row.reason?.trim()) return refused('REASON_MISSING', { action });
  return null;
};

const NOT_PENDING = {
  pendingMemberId: null,
  pendingDepartmentId: null,
  handedOverAt: null,
  handedOverById: null,
  resumeStatus: null,
} satisfies Partial<LetterState>;

const minutesBetween = (from: string | null, to: string): number | null =>
  from === null ? null : Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));

const held = (letter: LetterState, memberId: string | null, departmentId: string | null, since: string) => ({
  holderId: memberId,
  holderDepartmentId: departmentId,
  heldSince: since,
});

/** What an allowed action makes of the letter. */
const moved = (letter: LetterState, row: Fact & { actorId: string }, office: Office): Partial<LetterState> => {
  const { actorId, occurredAt } = row;
  const back = letter.resumeStatus ?? 'REGISTERED';
  switch (row.action) {
    case 'HAND_OVER':
      return {
        status: 'HANDED_OVER',
        pendingMemberId: row.toMemberId,
        pendingDepartmentId: row.toDepartmentId,
        handedOverAt: occurredAt,
        handedOverById: actorId,
        resumeStatus: letter.status,
      };
    case 'ACCEPT': {
      const department = letter.pendingDepartmentId ?? departmentOf(office, actorId);
      return { ...NOT_PENDING, status: 'IN_WORK', ...held(letter, actorId, department, occurredAt) };
    }
    case 'REJECT': {
      const sender = letter.handedOverById;
      const goesBack = !isMember(office, sender) || sender === letter.holderId ? {} : held(letter, sender, departmentOf(office, sender), occurredAt);
      return { ...NOT_PENDING, status: back, ...goesBack };
    }
    case 'RECALL': return { ...NOT_PENDING, status: back };
    case 'COMPLETE': return { status: 'DONE' };
    case 'SEND': return { status: 'SENT' };
    case 'DELIVER': return { status: 'DELIVERED' };
    case 'RETURN_UNDELIVERED': return { status: 'UNDELIVERED' };
    case 'ARCHIVE': return { status: 'ARCHIVED' };
    case 'REPORT_LOST':
      return { ...NOT_PENDING, status: 'LOST', resumeStatus: letter.status === 'HANDED_OVER' ? back : letter.status };
    case 'FOUND': return { status: back, resumeStatus: null };
    default: return {};
  }
};

/** From whom to whom the row moved the letter, for the picture of its path. */
const ends = (before: LetterState, after: LetterState, row: Fact) => {
  const from = { fromMemberId: before.holderId, fromDepartmentId: before.holderDepartmentId };
  switch (row.action) {
    case 'HAND_OVER': return { ...from, toMemberId: row.toMemberId, toDepartmentId: row.toDepartmentId };
    case 'ACCEPT': return { ...from, toMemberId: after.holderId, toDepartmentId: after.holderDepartmentId };
    case 'REJECT':
    case 'RECALL':
      return {
        fromMemberId: before.pendingMemberId,
        fromDepartmentId: before.pendingDepartmentId,
        toMemberId: after.holderId,
        toDepartmentId: after.holderDepartmentId,
      };
    default: return { ...from, toMemberId: null, toDepartmentId: null };
  }
};

export const decide = (input: { letter: LetterState | null; row: Fact; office: Office; now: Date }): Decision => {
  const { letter, row, office, now } = input;
  const { id, action, correspondenceId, reason, actorId, occurredAt } = row;
  const common = { id, action, correspondenceId, reason, actorId, occurredAt };
  const refuse = (refusal: Refusal): Decision => ({
    outcome: 'REFUSED',
    refusal,
    row: {
      ...common,
      fromMemberId: null,
      toMemberId: row.toMemberId,
      fromDepartmentId: null,
      toDepartmentId: row.toDepartmentId,
      outcome: 'REFUSED',
      statusBefore: letter?.status ?? null,
      statusAfter: letter?.status ?? null,
      heldMinutes: null,
      waitedMinutes: null,
    },
  });

  if (actorId === null) return refuse(refused('NOT_BY_PERSON'));
  if (row.createdById !== actorId) return refuse(refused('NOT_OWN_ROW', { memberId: actorId }));
  if (letter === null) return refuse(refused('LETTER_NOT_FOUND'));
  if (action === null) return refuse(refused('ACTION_MISSING'));
  if (action === 'REGISTER') return refuse(refused('REGISTER_BY_PERSON'));
  const refusal = objection({ letter, action, actorId, office, now }) ?? flaw(letter, row, office);
  if (refusal !== null) return refuse(refusal);

  const after: LetterState = { ...letter, ...moved(letter, { ...row, actorId }, office), step: letter.step + 1 };
  const changedHands = after.heldSince !== letter.heldSince;
  return {
    outcome: 'APPLIED',
    letter: after,
    row: {
      ...common,
      ...ends(letter, after, row),
      outcome: 'APPLIED',
      statusBefore: letter.status,
      statusAfter: after.status,
      heldMinutes: changedHands ? minutesBetween(letter.heldSince, occurredAt) : null,
      waitedMinutes: action === 'ACCEPT' ? minutesBetween(letter.handedOverAt, occurredAt) : null,
    },
  };
};

/** A letter's beginning: its number, and whoever entered it holds it. The row is the workers' own. */
export const register = (input: {
  letter: LetterState;
  rowId: string;
  number: string;
  actorId: string | null;
  occurredAt: string;
  office: Office;
}): { letter: LetterState; row: HistoryRow } => {
  const { letter, rowId, number, actorId, occurredAt, office } = input;
  const departmentId = departmentOf(office, actorId);
  return {
    letter: {
      ...letter,
      ...NOT_PENDING,
      number,
      flow: letter.flow ?? 'INCOMING',
      status: 'REGISTERED',
      ...held(letter, actorId, departmentId, occurredAt),
      step: letter.step + 1,
    },
    row: {
      id: rowId,
      action: 'REGISTER',
      correspondenceId: letter.id,
      reason: null,
      actorId,
      occurredAt,
      fromMemberId: null,
      toMemberId: actorId,
      fromDepartmentId: null,
      toDepartmentId: departmentId,
      outcome: 'APPLIED',
      statusBefore: null,
      statusAfter: 'REGISTERED',
      heldMinutes: null,
      waitedMinutes: null,
    },
  };
};

/** What the viewer may do to the letter now, in the order of the protocol. */
export const allowedActions = (input: {
  letter: LetterState;
  viewerId: string;
  office: Office;
  now: Date;
}): Exclude<Action, 'REGISTER'>[] => {
  const { letter, viewerId: actorId, office, now } = input;
  return (Object.keys(RULES) as Exclude<Action, 'REGISTER'>[]).filter(
    (action) => objection({ letter, action, actorId, office, now }) === null,
  );
};

/**
 * Who is reminded of a waiting letter. Never nobody: where all are absent without a substitute it is the head, then everyone
 * all the same (they see it on coming back), and where the addressees have left the office, who can recall it.
 */
export const reminderRecipients = (input: { letter: LetterState; office: Office; now: Date }): string[] => {
  const { letter, office, now } = input;
  const { pendingMemberId, pendingDepartmentId } = letter;
  if (letter.status !== 'HANDED_OVER') return [];
  if (pendingMemberId !== null && isMember(office, pendingMemberId)) return [standIn(office, pendingMemberId, now) ?? pendingMemberId];
  if (pendingDepartmentId === null) return recallers(letter, office);
  const members = membersOf(office, pendingDepartmentId);
  const present = members.map((member) => standIn(office, member, now)).filter((member) => member !== null);
  if (present.length > 0) return [...new Set(present)];
  const head = headOf(office, pendingDepartmentId);
  if (head !== null) return [head];
  return members.length > 0 ? members : recallers(letter, office);
};

const recallers = ({ handedOverById, holderDepartmentId }: LetterState, office: Office): string[] => {
  if (isMember(office, handedOverById)) return [handedOverById];
  const head = holderDepartmentId === null ? null : headOf(office, holderDepartmentId);
  return head !== null ? [head] : office.members.filter(({ id }) => isClerk(office, id)).map(({ id }) => id);
};

/** The nearest head, from these departments upwards, who can see to it: who is there, else who stands in, and none of those who wait themselves. */
export const headAbove = (input: { office: Office; departmentIds: (string | null)[]; besides: string[]; now: Date }): string | null => {
  const { office, departmentIds, besides, now } = input;
  const seen = new Set<string>();
  for (const start of departmentIds)
    for (let id = start; id !== null && !seen.has(id); id = office.departments.find((department) => department.id === id)?.parentId ?? null) {
      seen.add(id);
      const head = headOf(office, id);
      const substitutes = office.memberships.flatMap(({ memberId, substituteId }) => (memberId === head && substituteId !== null ? [substituteId] : []));
      for (const candidate of head === null ? [] : [head, ...substitutes]) {
        const present = standIn(office, candidate, now);
        if (present !== null && !besides.includes(present)) return present;
      }
    }
  return null;
};

/** Who hears of a letter that those whom it waits for leave waiting: the head of its department, or of the person's. */
export const escalationRecipient = (input: { letter: LetterState; office: Office; now: Date }): string | null => {
  const { letter, office, now } = input;
  const { pendingMemberId, pendingDepartmentId, holderDepartmentId } = letter;
  const waiting = reminderRecipients(input);
  return headAbove({
    office,
    departmentIds: [pendingDepartmentId, departmentOf(office, pendingMemberId), holderDepartmentId],
    besides: pendingMemberId === null ? waiting : [pendingMemberId, ...waiting],
    now,
  });
};
