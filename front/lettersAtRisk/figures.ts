import { headOf, isMember, membersOf, standIn, type LetterState, type Office } from '../../workers/correspondence/protocol';
import { troubleFilters, workingDaysBefore } from '../letterMovement/figures';

/** What it is for a letter to be at risk. A letter that is none of this is where it should be, and somebody has it. */

/** The statuses in which the paper is in the office. */
export const INSIDE = ['REGISTERED', 'HANDED_OVER', 'IN_WORK', 'DONE', 'UNDELIVERED', 'LOST'];
/** All but the archive. */
export const OPEN = [...INSIDE, 'SENT', 'DELIVERED'];

/** The gravest first. */
export const RISKS = ['LOST', 'LEFT', 'NO_HOLDER', 'RETURNED', 'OVERDUE', 'PENDING', 'IN_WORK', 'IDLE', 'UNREGISTERED'] as const;
export type Risk = (typeof RISKS)[number];

/** A letter at one of these is out of everybody's hands. */
export const GRAVE: readonly Risk[] = ['LOST', 'LEFT', 'NO_HOLDER'];

/** A registered letter that was neither handed out nor sent for more than so many working days lies idle. */
const IDLE_AFTER_DAYS = 1;
/** The workers register a letter within a minute; after so many, they do not work. */
const UNREGISTERED_AFTER_MINUTES = 10;

/**
 * Twenty takes a member who leaves out of every record, so a letter that has lost its holder, or waits for nobody, looks like one
 * that never had any. Which of the two it is its history tells: see `partsOf`.
 */
export const DESERTED = 'DESERTED';
export type Question = Exclude<Risk, 'LEFT' | 'NO_HOLDER'> | typeof DESERTED;

/** The letters at each risk, for Twenty to find. A letter may be at several. */
export const riskFilters = (now: Date, timeZone: string): Record<Question, object> => {
  const { stuck, unprocessed, lost } = troubleFilters(now, timeZone);
  return {
    LOST: lost,
    DESERTED: {
      or: [
        { and: [{ holderId: { is: 'NULL' } }, { status: { in: INSIDE } }] },
        { and: [{ status: { eq: 'HANDED_OVER' } }, { pendingMemberId: { is: 'NULL' } }, { pendingDepartmentId: { is: 'NULL' } }] },
      ],
    },
    RETURNED: { status: { eq: 'UNDELIVERED' } },
    OVERDUE: { and: [{ status: { in: ['REGISTERED', 'HANDED_OVER', 'IN_WORK', 'UNDELIVERED'] } }, { dueAt: { lt: now.toISOString() } }] },
    PENDING: stuck,
    IN_WORK: unprocessed,
    IDLE: { and: [{ status: { eq: 'REGISTERED' } }, { heldSince: { lt: workingDaysBefore(now, IDLE_AFTER_DAYS, timeZone) } }] },
    UNREGISTERED: { and: [{ status: { is: 'NULL' } }, { createdAt: { lt: new Date(now.getTime() - UNREGISTERED_AFTER_MINUTES * 60_000).toISOString() } }] },
  };
};

/** The letters at any risk at all. */
export const atRisk = (now: Date, timeZone: string): object => ({ or: Object.values(riskFilters(now, timeZone)) });

/** A letter is a member's own concern when they hold it, gave it away, or are to accept it. */
export const concerns = (memberId: string): object => ({ or: [{ holderId: { eq: memberId } }, { handedOverById: { eq: memberId } }, { pendingMemberId: { eq: memberId } }] });

/** At risk among all letters, or among those that concern one member. */
export const riskOf = (memberId: string | null, now: Date, timeZone: string): object =>
  memberId === null ? atRisk(now, timeZone) : { and: [atRisk(now, timeZone), concerns(memberId)] };

export type Scope = { departmentId: string | null; memberId: string | null };

/** A department answers for what it or one of its people holds or is to accept. */
export const scopeFilter = ({ departmentId, memberId }: Scope, office: Office): object | null => {
  const ofDepartment = (id: string) => ({
    or: [{ holderDepartmentId: { eq: id } }, { pendingDepartmentId: { eq: id } }, { pendingMemberId: { in: membersOf(office, id) } }],
  });
  const parts = [...(departmentId === null ? [] : [ofDepartment(departmentId)]), ...(memberId === null ? [] : [concerns(memberId)])];
  return parts.length === 0 ? null : { and: parts };
};

/** Of a member who left nothing but this is in the records. */
export type Author = { workspaceMemberId: string | null; name: string };

/** Where a letter is. */
export type LetterPlace = Omit<LetterState, 'handedOverById' | 'resumeStatus' | 'step'>;

export type LetterRecord = LetterPlace & {
  handedOverById: string | null;
  dueAt: string | null;
  createdAt: string;
  createdBy: Author | null;
  counterparty: { name: string | null } | null;
};

/** What the history of a letter says, where the letter itself does not. */
export type Trace = { lostAt: string | null; returnedAt: string | null; reason: string | null; lastHolder: Author | null };

type Step = { action: string; occurredAt: string; reason: string | null; createdBy: Author | null };

const person = (author: Author | null): Author | null => (author?.workspaceMemberId ? author : null);

/**
 * Whoever entered a letter holds it, until somebody accepts it.
 *
 * @param steps of the letter, in their order
 */
export const traceOf = ({ createdBy: enteredBy }: Pick<LetterRecord, 'createdBy'>, steps: Step[]): Trace =>
  steps.reduce<Trace>((trace, { action, occurredAt, reason, createdBy }) => {
    if (action === 'REPORT_LOST') return { ...trace, lostAt: occurredAt, reason };
    if (action === 'RETURN_UNDELIVERED') return { ...trace, returnedAt: occurredAt, reason };
    return { ...trace, lastHolder: person(createdBy) };
  }, { lostAt: null, returnedAt: null, reason: null, lastHolder: person(enteredBy) });

/** Whether a letter that nobody holds or awaits is so because somebody left the firm. */
export const desertion = ({ status, holderId, pendingMemberId, pendingDepartmentId }: LetterRecord, { lastHolder }: Trace): 'LEFT' | 'NO_HOLDER' =>
  (holderId === null && lastHolder !== null) || (status === 'HANDED_OVER' && pendingMemberId === null && pendingDepartmentId === null) ? 'LEFT' : 'NO_HOLDER';

export type RiskyLetter = LetterRecord & { risks: Risk[]; trace: Trace };

/** Since when it is at its gravest risk. */
export const sinceOf = ({ risks: [risk], trace, ...letter }: RiskyLetter): string | null => {
  switch (risk) {
    case 'LOST': return trace.lostAt ?? letter.heldSince;
    case 'RETURNED': return trace.returnedAt ?? letter.heldSince;
    case 'OVERDUE': return letter.dueAt;
    case 'PENDING': return letter.handedOverAt;
    case 'UNREGISTERED': return letter.createdAt;
    default: return letter.heldSince ?? letter.createdAt;
  }
};

/** The gravest first, and of those the longest. */
export const inOrder = (one: RiskyLetter, other: RiskyLetter): number =>
  RISKS.indexOf(one.risks[0]!) - RISKS.indexOf(other.risks[0]!) || (sinceOf(one) ?? '').localeCompare(sinceOf(other) ?? '');

/** Who is to do something about it: somebody, in place of somebody absent; a department; the registry, where no department is one; whoever runs the workers. */
export type Answerable =
  | { kind: 'MEMBER'; id: string; insteadOf: string | null }
  | { kind: 'DEPARTMENT'; id: string }
  | { kind: 'REGISTRY' }
  | { kind: 'ADMINISTRATOR' };

export const answerable = (letter: RiskyLetter, office: Office, now: Date): Answerable => {
  const [risk] = letter.risks;
  const member = (id: string): Answerable => {
    const present = standIn(office, id, now);
    return present === null || present === id ? { kind: 'MEMBER', id, insteadOf: null } : { kind: 'MEMBER', id: present, insteadOf: id };
  };
  const registry = (): Answerable => {
    const department = office.departments.find(({ isRegistry }) => isRegistry);
    return department ? { kind: 'DEPARTMENT', id: department.id } : { kind: 'REGISTRY' };
  };
  const headOrRegistry = (): Answerable => {
    const head = letter.holderDepartmentId === null ? null : headOf(office, letter.holderDepartmentId);
    return head === null ? registry() : member(head);
  };
  if (risk === 'UNREGISTERED') return { kind: 'ADMINISTRATOR' };
  if (risk === 'NO_HOLDER') return registry();
  if (risk === 'LEFT' && letter.status === 'HANDED_OVER') return isMember(office, letter.handedOverById) ? member(letter.handedOverById) : headOrRegistry();
  if (letter.status === 'HANDED_OVER') {
    if (isMember(office, letter.pendingMemberId)) return member(letter.pendingMemberId);
    if (letter.pendingDepartmentId !== null) return { kind: 'DEPARTMENT', id: letter.pendingDepartmentId };
  }
  return isMember(office, letter.holderId) ? member(letter.holderId) : headOrRegistry();
};
