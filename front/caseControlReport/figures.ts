import type { CaseStage, Instance } from '../../custom-objects/vocabulary';
import { daysBetween } from '../../workers/cases/calendar';
import { dayOf } from '../../workers/cases/problems';
import type { Group } from '../reports/groups';

/** The figures of case control, each as it is defined. They are read from `caseControl`, which the workers keep for every case. */

export type ControlRow = {
  id: string;
  legalCaseId: string | null;
  legalCase: { number: string | null; title: string | null } | null;
  stage: CaseStage | null;
  instance: Instance | null;
  leadId: string | null;
  departmentId: string | null;
  openEvents: number | null;
  awaitsClient: boolean | null;
  isForgotten: boolean | null;
  lastMovementAt: string | null;
  daysWithoutMovement: number | null;
  requiredCount: number | null;
  receivedCount: number | null;
  missingDocuments: string | null;
  requestsSent: number | null;
  requestsOpen: number | null;
  requestsOverdue: number | null;
};

/**
 * Days without movement: the days of the office's calendar from the day on which something last happened in the case to today;
 * 0 where it happened today. Null where nothing ever did, and of a case that is over, of which nobody expects any. The workers
 * count them once a day and say null of what has none; from the last movement they are right at any moment.
 */
export const daysStill = (
  { lastMovementAt, daysWithoutMovement }: Pick<ControlRow, 'lastMovementAt' | 'daysWithoutMovement'>,
  today: string,
  timeZone: string,
): number | null => (lastMovementAt === null || daysWithoutMovement === null ? null : Math.max(0, daysBetween(dayOf(lastMovementAt, timeZone), today)));

/** The papers of the checklist that are not in, in the order of the checklist. */
export const missingOf = ({ missingDocuments }: Pick<ControlRow, 'missingDocuments'>): string[] =>
  (missingDocuments ?? '').split('\n').map((name) => name.trim()).filter(Boolean);

// ------------------------------------------------------------------------------------------------------------------ filters

/** What has none: the cases without a direction, a department, a lawyer. */
export const WITHOUT = 'WITHOUT';
/** The cases that are not in the archive; those of every stage are null. */
export const ALIVE = 'ALIVE';

export type ControlFilters = {
  directionId: string | null;
  departmentId: string | null;
  leadId: string | null;
  stage: string | null;
  onlyForgotten: boolean;
  onlyMissing: boolean;
  onlyOverdue: boolean;
};

const among = (field: string, value: string | null, ids: (id: string) => string[] = (id) => [id]): object[] =>
  value === null ? [] : value === WITHOUT ? [{ [field]: { is: 'NULL' } }] : [{ [field]: { in: ids(value) } }];

const ofStage = (stage: string | null): object[] => {
  if (stage === null) return [];
  // Of a stage that is not known yet nobody says that it is the archive.
  return stage === ALIVE ? [{ or: [{ stage: { is: 'NULL' } }, { stage: { neq: 'ARCHIVED' } }] }] : [{ stage: { eq: stage } }];
};

type Branches = (directionId: string) => string[];

/** Whose cases: by the copies on the row, which a case has under the same names. */
const ofWhom = ({ directionId, departmentId, leadId }: ControlFilters, branches: Branches): object[] => [
  ...among('directionId', directionId, branches),
  ...among('departmentId', departmentId),
  ...among('leadId', leadId),
];

/** Only the forgotten; only those that lack papers of the checklist; only those with requests whose answer is overdue. */
const inTrouble = ({ onlyForgotten, onlyMissing, onlyOverdue }: ControlFilters): object[] => [
  ...(onlyForgotten ? [{ isForgotten: { eq: true } }] : []),
  ...(onlyMissing ? [{ missingDocuments: { neq: '' } }] : []),
  ...(onlyOverdue ? [{ requestsOverdue: { gt: 0 } }] : []),
];

/** @param branches a direction with everything below it */
export const rowsFilter = (filters: ControlFilters, branches: Branches): object => ({
  and: [...ofWhom(filters, branches), ...ofStage(filters.stage), ...inTrouble(filters)],
});

/** For the funnel, which shows every stage, also those that the list leaves out. */
export const stagesFilter = (filters: ControlFilters, branches: Branches): object => ({ and: [...ofWhom(filters, branches), ...inTrouble(filters)] });

/** The same cases by their own fields; null where only the register knows them. */
export const casesFilter = (filters: ControlFilters, branches: Branches): object | null =>
  inTrouble(filters).length > 0 ? null : { and: [...ofWhom(filters, branches), ...ofStage(filters.stage)] };

// -------------------------------------------------------------------------------------------------------------------- order

/**
 * By what the list can be sorted on the server. By default the forgotten first, then those without movement for the longest; a
 * case in which nothing ever happened has been still for the longest.
 */
const ORDERS: Record<string, (descending: boolean) => object[]> = {
  case: (descending) => [{ name: descending ? 'DescNullsLast' : 'AscNullsLast' }],
  // The longer it is still, the earlier it moved last.
  days: (descending) => [{ lastMovementAt: descending ? 'AscNullsFirst' : 'DescNullsLast' }],
};
const PLAIN = ['stage', 'instance', 'receivedCount', 'requiredCount', 'requestsSent', 'requestsOpen', 'requestsOverdue'];

export const isSortable = (key: string): boolean => key === 'state' || key in ORDERS || PLAIN.includes(key);

export const orderOf = ({ key, descending }: { key: string; descending: boolean }): object[] => {
  const own = ORDERS[key]?.(descending) ?? (PLAIN.includes(key) ? [{ [key]: descending ? 'DescNullsLast' : 'AscNullsLast' }] : []);
  return [...own, { isForgotten: 'DescNullsLast' }, ...(key === 'days' ? [] : [{ lastMovementAt: 'AscNullsFirst' }])];
};

// ------------------------------------------------------------------------------------------------------------------- totals

export const SUMS = ['requiredCount', 'receivedCount', 'requestsSent', 'requestsOpen', 'requestsOverdue'] as const;
const aggregateOf = (field: string) => `sum${field[0]!.toUpperCase()}${field.slice(1)}`;
export const STAGE_AGGREGATES = ['countTrueIsForgotten', ...SUMS.map(aggregateOf)];

export type StageTotals = { stage: CaseStage | null; cases: number; forgotten: number } & Record<(typeof SUMS)[number], number>;

/** Of each stage: the cases, the forgotten among them, the papers needed and in, the requests sent, unanswered and overdue. */
export const stagesOf = (groups: Group[]): StageTotals[] =>
  groups.map(({ keys, count, values }) => ({
    stage: (keys[0] ?? null) as CaseStage | null,
    cases: count,
    forgotten: values.countTrueIsForgotten ?? 0,
    ...(Object.fromEntries(SUMS.map((field) => [field, values[aggregateOf(field)] ?? 0])) as Record<(typeof SUMS)[number], number>),
  }));

const belongs = (stage: CaseStage | null, wanted: string | null): boolean =>
  wanted === null || (wanted === ALIVE ? stage !== 'ARCHIVED' : stage === wanted);

/** The sums over the stages that the list shows. */
export const totalOf = (stages: StageTotals[], wanted: string | null): Omit<StageTotals, 'stage'> => {
  const shown = stages.filter(({ stage }) => belongs(stage, wanted));
  const sum = (field: 'cases' | 'forgotten' | (typeof SUMS)[number]) => shown.reduce((total, stage) => total + stage[field], 0);
  return {
    cases: sum('cases'), forgotten: sum('forgotten'), requiredCount: sum('requiredCount'), receivedCount: sum('receivedCount'),
    requestsSent: sum('requestsSent'), requestsOpen: sum('requestsOpen'), requestsOverdue: sum('requestsOverdue'),
  };
};
