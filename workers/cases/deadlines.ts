import { monthsLater } from './calendar';
import type { Instance } from './problems';

/** Months to appeal, by the instance that decided: articles 321, 376.1 and 391.2 of the Code of Civil Procedure. */
const MONTHS: Record<Instance, number | null> = { FIRST: 1, APPEAL: 3, CASSATION: 3, SUPERVISORY: null };

/** The last day to appeal a decision. Public holidays are not known here: a person may set a later day. */
export const appealDueAt = ({ instance, decidedAt }: { instance: Instance | null; decidedAt: string | null }): string | null => {
  const months = instance && MONTHS[instance];
  return decidedAt && months ? monthsLater(decidedAt, months) : null;
};
