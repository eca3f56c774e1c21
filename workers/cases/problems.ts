/**
 * What can be wrong with a record of a case: said by the forms before it is written, and by the workers in `problem` where it came
 * by another way. Pure, and nothing of Node: the pages use it too.
 */

export type Instance = 'FIRST' | 'APPEAL' | 'CASSATION' | 'SUPERVISORY';

type Relative = 'courtFiling' | 'previousFiling' | 'courtDecision';

/** What is wrong, and the fields by which it can be mended, the first one to show it at. */
export type Problem = { fields: readonly string[] } & (
  | { code: 'PERCENT' | 'NEGATIVE' | 'MISSING' | 'NO_CASE' | 'NO_DECISION_NOR_CASE' | 'INSTANCE_OF_FILING' | 'FILING_CIRCLE' | 'RESPONSIBLE_TWICE' | 'SECOND_CURRENCY' }
  | { code: 'ORDER'; earlier: string; later: string }
  | { code: 'BEFORE' | 'OTHER_CASE'; relative: Relative }
  | { code: 'COURT_LEVEL'; court: string; instance: Instance }
  | { code: 'PARENT_CIRCLE'; names: string[] }
  | { code: 'ARCHIVED_WITH_OPEN'; count: number }
);

export type Money = { amountMicros: string | number | null; currencyCode: string | null };

/** A record's fields as Twenty or a form has them: dates as `YYYY-MM-DD`, moments as ISO, money with its micros. */
export type Facts = Record<string, unknown>;

type Rules = {
  percent?: string[];
  notNegative?: string[];
  /** Pairs of times that come in this order. */
  inOrder?: [earlier: string, later: string][];
  /** What must be filled in, always or where a field has one of these values. */
  needed?: { field: string; when?: [field: string, ...values: string[]] }[];
};

const RULES = {
  legalCase: { inOrder: [['openedAt', 'closedAt']] },
  caseEvent: { inOrder: [['startedAt', 'completedAt']] },
  firstVisit: {
    percent: ['workCapacityLossPercent'],
    notNegative: ['payments', 'treatmentCosts', 'careCosts', 'lostEarnings', 'dependants'],
    inOrder: [['injuryDate', 'visitedAt'], ['injuryDate', 'vtekDate'], ['vtekDate', 'vtekNextReviewAt'], ['serviceFrom', 'serviceTo']],
    needed: [{ field: 'visitedAt' }],
  },
  attorneyRequest: {
    inOrder: [['sentAt', 'dueAt'], ['sentAt', 'answeredAt']],
    needed: [
      { field: 'sentAt', when: ['status', 'SENT', 'ANSWERED', 'REFUSED'] },
      { field: 'answeredAt', when: ['status', 'ANSWERED', 'REFUSED'] },
    ],
  },
  caseDocument: { inOrder: [['requestedAt', 'receivedAt']] },
  courtFiling: { inOrder: [['filedAt', 'acceptedAt']], needed: [{ field: 'instance' }] },
  courtHearing: { inOrder: [['scheduledAt', 'endsAt']], needed: [{ field: 'scheduledAt' }] },
  courtDecision: { inOrder: [['decidedAt', 'effectiveAt'], ['decidedAt', 'appealDueAt']], needed: [{ field: 'decidedAt' }, { field: 'outcome' }] },
  recovery: { notNegative: ['claimed', 'awarded', 'collected'] },
  clientAssignment: { inOrder: [['givenAt', 'dueAt'], ['givenAt', 'completedAt']] },
} satisfies Record<string, Rules>;

export type CheckedObject = keyof typeof RULES;

const isBlank = (value: unknown): boolean => value === null || value === undefined || value === '';

const isNegative = (value: unknown): boolean =>
  typeof value === 'number' ? value < 0 : Number((value as Money | null | undefined)?.amountMicros ?? 0) < 0;

const isTime = (value: unknown): value is string => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const isDay = (time: string): boolean => !time.includes('T');

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes a hundred times longer than using it. */
const daysIn = (timeZone: string): Intl.DateTimeFormat => {
  // Swedish writes its dates so.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone });
  formats.set(timeZone, format);
  return format;
};

/** The day of a moment in a time zone, as `YYYY-MM-DD`; a day stays as it is. */
export const dayOf = (time: string, timeZone: string): string => (isDay(time) ? time : daysIn(timeZone).format(new Date(time)));

/** Whether one time is before the other; of a day and a moment, whether it is on an earlier day. */
export const isBefore = (one: unknown, other: unknown, timeZone: string): boolean => {
  if (!isTime(one) || !isTime(other)) return false;
  return isDay(one) || isDay(other) ? dayOf(one, timeZone) < dayOf(other, timeZone) : Date.parse(one) < Date.parse(other);
};

/** What is wrong with a record as it stands by itself. */
export const problemsOf = (object: CheckedObject, facts: Facts, timeZone: string): Problem[] => {
  const { percent = [], notNegative = [], inOrder = [], needed = [] }: Rules = RULES[object];
  return [
    ...needed
      .filter(({ field, when }) => isBlank(facts[field]) && (!when || when.slice(1).includes(String(facts[when[0]]))))
      .map(({ field }): Problem => ({ code: 'MISSING', fields: [field] })),
    ...percent
      .filter((field) => !isBlank(facts[field]) && !(Number(facts[field]) >= 0 && Number(facts[field]) <= 100))
      .map((field): Problem => ({ code: 'PERCENT', fields: [field] })),
    ...notNegative.filter((field) => isNegative(facts[field])).map((field): Problem => ({ code: 'NEGATIVE', fields: [field] })),
    ...inOrder
      .filter(([earlier, later]) => isBefore(facts[later], facts[earlier], timeZone))
      .map(([earlier, later]): Problem => ({ code: 'ORDER', fields: [later, earlier], earlier, later })),
  ];
};

/** Where a claim of each instance is heard. Commercial and military courts have a ladder of their own below the Supreme court. */
const LEVELS: Record<Instance, readonly string[]> = {
  FIRST: ['MAGISTRATE', 'DISTRICT', 'REGIONAL', 'ARBITRATION', 'MILITARY'],
  // A district court hears the appeals from its magistrates.
  APPEAL: ['DISTRICT', 'REGIONAL', 'APPELLATE', 'ARBITRATION', 'MILITARY'],
  CASSATION: ['CASSATION', 'SUPREME', 'ARBITRATION', 'MILITARY'],
  SUPERVISORY: ['SUPREME'],
};

export type CourtFacts = { name: string | null; level: string | null };

export const fitsInstance = (level: string | null, instance: Instance | null): boolean =>
  level === null || instance === null || LEVELS[instance].includes(level);

export const courtProblems = (court: CourtFacts | null, instance: Instance | null): Problem[] =>
  court === null || instance === null || fitsInstance(court.level, instance)
    ? []
    : [{ code: 'COURT_LEVEL', fields: ['courtId', 'instance'], court: court.name ?? '', instance }];

type FilingFacts = { legalCaseId: string | null; instance: Instance | null; filedAt: string | null };

/** What is wrong between a hearing or a decision and the filing that it belongs to. */
export const filingProblems = (
  record: { legalCaseId: string | null; instance?: Instance | null; at: { field: string; value: string | null } },
  filing: FilingFacts | null,
  timeZone: string,
): Problem[] => {
  if (filing === null) return [];
  const { legalCaseId, instance, at } = record;
  return [
    ...(filing.legalCaseId !== legalCaseId ? [{ code: 'OTHER_CASE', fields: ['courtFilingId'], relative: 'courtFiling' } as const] : []),
    ...(instance && filing.instance && instance !== filing.instance
      ? [{ code: 'INSTANCE_OF_FILING', fields: ['instance', 'courtFilingId'] } as const]
      : []),
    ...(isBefore(at.value, filing.filedAt, timeZone) ? [{ code: 'BEFORE', fields: [at.field], relative: 'courtFiling' } as const] : []),
  ];
};

/** The ids by which a chain of parents comes back to where it began; null where it ends, or runs into a circle further up. */
export const circleFrom = (id: string, parentOf: (id: string) => string | null | undefined): string[] | null => {
  const way = [id];
  for (let parent = parentOf(id); parent; parent = parentOf(parent)) {
    if (parent === id) return way;
    if (way.includes(parent)) return null;
    way.push(parent);
  }
  return null;
};

/** Everyone but the first of those who are the same person on the same event. */
export const repeatedResponsibles = <Row extends { id: string; memberId: string | null }>(rows: Row[]): Set<string> => {
  const seen = new Set<string>();
  return new Set(
    rows.filter(({ memberId }) => memberId !== null && seen.size === seen.add(memberId).size).map(({ id }) => id),
  );
};
