/**
 * The protocol once more, written from its description alone and in another way than the workers' own: a letter is nothing but the
 * rows that were applied to it, and whatever one wants to know of it is found by looking back through them. It shares no rule, no
 * table and no type with the workers, so that a mistake would have to be made twice.
 */

export type Step = {
  id: string;
  action: string | null;
  /** Who wrote the row last, and who says to have created it. */
  actor: string | null;
  author: string | null;
  at: number;
  reason: string | null;
  toMember: string | null;
  toDepartment: string | null;
};

/** `posts` in the order in which they were made. */
export type Firm = {
  people: string[];
  departments: { id: string; head: string | null; isRegistry: boolean }[];
  posts: { department: string; person: string; isHead: boolean; from: number | null; until: number | null; substitute: string | null }[];
  clerks: string[];
};

/** The first step is the registration. */
export type Letter = { isOutgoing: boolean; steps: Step[] };

export const COMMANDS = ['HAND_OVER', 'ACCEPT', 'REJECT', 'RECALL', 'COMPLETE', 'SEND', 'DELIVER', 'RETURN_UNDELIVERED', 'ARCHIVE', 'REPORT_LOST', 'FOUND'] as const;
export type Command = (typeof COMMANDS)[number];

const BECOMES: Record<string, string> = {
  REGISTER: 'REGISTERED', HAND_OVER: 'HANDED_OVER', ACCEPT: 'IN_WORK', COMPLETE: 'DONE', SEND: 'SENT', DELIVER: 'DELIVERED',
  RETURN_UNDELIVERED: 'UNDELIVERED', ARCHIVE: 'ARCHIVED', REPORT_LOST: 'LOST',
};

// ------------------------------------------------------------------------------------------------------- what happened before

const before = (steps: Step[], step: Step): Step[] => steps.slice(0, steps.indexOf(step));
const lastOf = (steps: Step[], ...actions: string[]): Step | undefined => steps.filter(({ action }) => actions.includes(action!)).at(-1);

/** The hand-over that nobody has answered yet. */
export const unanswered = (steps: Step[]): Step | null => {
  const last = lastOf(steps, 'HAND_OVER', 'ACCEPT', 'REJECT', 'RECALL', 'REPORT_LOST');
  return last?.action === 'HAND_OVER' ? last : null;
};

export const statusOf = (steps: Step[]): string => {
  const last = steps.at(-1)!;
  const past = steps.slice(0, -1);
  if (last.action === 'REJECT' || last.action === 'RECALL') return statusOf(before(past, unanswered(past)!));
  if (last.action === 'FOUND') return statusBehind(before(past, lastOf(past, 'REPORT_LOST')!));
  return BECOMES[last.action!]!;
};

/** The status that a letter comes back to when it waits no longer. */
const statusBehind = (steps: Step[]): string => {
  const waitsBy = unanswered(steps);
  return statusOf(waitsBy ? before(steps, waitsBy) : steps);
};

type Held = { by: string | null; department: string | null; since: number };

/** Where the paper is: with whoever accepted or registered it last, or got it back. */
export const heldOf = (steps: Step[], firm: Firm): Held => {
  const { action, actor, at } = steps.at(-1)!;
  if (action === 'REGISTER') return { by: actor, department: homeOf(firm, actor), since: at };
  const past = steps.slice(0, -1);
  const held = heldOf(past, firm);
  if (action === 'ACCEPT') return { by: actor, department: unanswered(past)!.toDepartment ?? homeOf(firm, actor), since: at };
  if (action !== 'REJECT') return held;
  const sender = unanswered(past)!.actor;
  return sender === held.by ? held : { by: sender, department: homeOf(firm, sender), since: at };
};

// --------------------------------------------------------------------------------------------------------------------- people

const peopleIn = (firm: Firm, department: string): string[] =>
  firm.people.filter((person) => firm.posts.some((post) => post.department === department && post.person === person));

export const headsOf = (firm: Firm, department: string | null): string[] =>
  firm.people.filter(
    (person) =>
      firm.departments.some(({ id, head }) => id === department && head === person) ||
      firm.posts.some((post) => post.department === department && post.person === person && post.isHead),
  );

const homeOf = (firm: Firm, person: string | null): string | null =>
  firm.posts.find((post) => post.person === person)?.department ??
  firm.departments.find(({ head }) => person !== null && head === person)?.id ??
  null;

const absencesOf = (firm: Firm, person: string, at: number) =>
  firm.posts.filter(
    (post) => post.person === person && (post.from !== null || post.until !== null) && (post.from ?? -Infinity) <= at && at < (post.until ?? Infinity),
  );

/** Who does an absent person's work: the first substitute, or substitute's substitute, who is there. */
export const presentFor = (firm: Firm, person: string, at: number): string | null => {
  const asked = new Set<string>();
  const ask = (whom: string | null): string | null => {
    if (whom === null || asked.has(whom)) return null;
    const absences = absencesOf(firm, whom, at);
    if (absences.length === 0) return whom;
    asked.add(whom);
    const answer = absences.map(({ substitute }) => ask(substitute)).find((found) => found !== null) ?? null;
    asked.delete(whom);
    return answer;
  };
  return ask(person);
};

const isClerk = (firm: Firm, person: string): boolean =>
  firm.clerks.includes(person) ||
  firm.departments.some(({ id, head, isRegistry }) => isRegistry && (head === person || peopleIn(firm, id).includes(person)));

// --------------------------------------------------------------------------------------------------------------- the protocol

const MAY: Record<Command, (sight: Sight) => boolean> = {
  HAND_OVER: ({ is, who, step }) =>
    is('REGISTERED', 'IN_WORK', 'DONE', 'UNDELIVERED') &&
    (who.holds || who.isHead || (is('REGISTERED') && who.isClerk)) &&
    Boolean(step.reason?.trim()) &&
    who.hasAddressee,
  ACCEPT: ({ is, who }) => is('HANDED_OVER') && who.isAddressee,
  REJECT: ({ is, who, step }) => is('HANDED_OVER') && who.isAddressee && Boolean(step.reason?.trim()),
  RECALL: ({ is, who }) => is('HANDED_OVER') && who.handedOver,
  COMPLETE: ({ is, who }) => is('IN_WORK', 'UNDELIVERED') && who.holds,
  SEND: ({ is, who, isOutgoing }) => isOutgoing && is('REGISTERED', 'IN_WORK', 'DONE', 'UNDELIVERED') && (who.holds || who.isClerk),
  DELIVER: ({ is, who, isOutgoing }) => isOutgoing && is('SENT') && (who.holds || who.isClerk || who.isHead),
  RETURN_UNDELIVERED: ({ is, who, isOutgoing }) => isOutgoing && is('SENT') && (who.holds || who.isClerk || who.isHead),
  ARCHIVE: ({ is, who }) => is('DONE', 'SENT', 'DELIVERED') && (who.holds || who.isClerk || who.isHead),
  REPORT_LOST: ({ is, who }) => !is('LOST', 'SENT', 'DELIVERED') && (who.holds || who.isHead),
  FOUND: ({ is }) => is('LOST'),
};

type Sight = {
  step: Step;
  isOutgoing: boolean;
  is: (...statuses: string[]) => boolean;
  who: { holds: boolean; isHead: boolean; isClerk: boolean; isAddressee: boolean; handedOver: boolean; hasAddressee: boolean };
};

/** Whether the actor is whom the letter waits for. */
const isAddressee = (firm: Firm, waitsBy: Step, actor: string, at: number): boolean => {
  if (waitsBy.toMember !== null) return actor === waitsBy.toMember || actor === presentFor(firm, waitsBy.toMember, at);
  const colleagues = peopleIn(firm, waitsBy.toDepartment!);
  return [...colleagues, ...headsOf(firm, waitsBy.toDepartment), ...colleagues.map((person) => presentFor(firm, person, at))].includes(actor);
};

const hasAddressee = (firm: Firm, { toMember, toDepartment }: Step, holder: string | null): boolean => {
  if (toMember !== null) return toDepartment === null && toMember !== holder && firm.people.includes(toMember);
  return firm.departments.some(({ id }) => id === toDepartment) && [...peopleIn(firm, toDepartment!), ...headsOf(firm, toDepartment)].length > 0;
};

export const isAllowed = (firm: Firm, { isOutgoing, steps }: Letter, step: Step): boolean => {
  const { action, actor, author, at } = step;
  if (actor === null || actor !== author || !COMMANDS.includes(action as Command)) return false;
  const status = statusOf(steps);
  const held = heldOf(steps, firm);
  const waitsBy = unanswered(steps);
  return MAY[action as Command]({
    step,
    isOutgoing,
    is: (...statuses) => statuses.includes(status),
    who: {
      holds: held.by === actor,
      isHead: headsOf(firm, held.department).includes(actor),
      isClerk: isClerk(firm, actor),
      isAddressee: waitsBy !== null && isAddressee(firm, waitsBy, actor, at),
      handedOver: waitsBy?.actor === actor,
      hasAddressee: hasAddressee(firm, step, held.by),
    },
  });
};

/** Takes the step if the protocol allows it. */
export const take = (firm: Firm, letter: Letter, step: Step): boolean => {
  const allowed = isAllowed(firm, letter, step);
  if (allowed) letter.steps.push(step);
  return allowed;
};

/** What a letter's record must say. */
export const recordOf = (firm: Firm, { steps }: Letter) => {
  const held = heldOf(steps, firm);
  const waitsBy = unanswered(steps);
  const status = statusOf(steps);
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    status,
    holderId: held.by,
    holderDepartmentId: held.department,
    heldSince: iso(held.since),
    pendingMemberId: waitsBy?.toMember ?? null,
    pendingDepartmentId: waitsBy?.toDepartment ?? null,
    handedOverAt: waitsBy && iso(waitsBy.at),
    handedOverById: waitsBy?.actor ?? null,
    resumeStatus: waitsBy ? statusBehind(steps) : status === 'LOST' ? statusBehind(before(steps, lastOf(steps, 'REPORT_LOST')!)) : null,
    step: steps.length,
  };
};

/** Who is to be reminded of a letter, by its name and moment; nobody, where it waits for nobody. */
export const remindedOf = (firm: Firm, { steps }: Letter, at: number): string[] => {
  const waitsBy = unanswered(steps);
  if (waitsBy === null) return [];
  if (waitsBy.toMember !== null) return [presentFor(firm, waitsBy.toMember, at) ?? waitsBy.toMember];
  const colleagues = peopleIn(firm, waitsBy.toDepartment!);
  const present = new Set(colleagues.map((person) => presentFor(firm, person, at)).filter((person) => person !== null));
  if (present.size > 0) return [...present];
  const named = firm.departments.find(({ id }) => id === waitsBy.toDepartment)?.head;
  const head = named ?? firm.posts.find((post) => post.department === waitsBy.toDepartment && post.isHead)?.person;
  return head === undefined ? colleagues : [head];
};
