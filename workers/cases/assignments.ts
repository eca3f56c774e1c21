/** What follows of a client's assignment, in a case or without one. Pure, and nothing of Node: the pages use it too. */
import type { Bundle, Part } from './bundle';
import { daysBetween, rounded } from './calendar';
import type { Values } from './changes';
import { dayOf, problemsOf, type Problem } from './problems';

type Times = Pick<Part<'clientAssignments'>, 'status' | 'dueAt' | 'completedAt'>;

/** By days of the office, not by the hour: on the day it is due nothing is late. What was called off never is. */
export const latenessOf = ({ status, dueAt, completedAt }: Times, today: string, timeZone: string): { isOverdue: boolean; daysLate: number | null } => {
  const until = status === 'DONE' ? completedAt && dayOf(completedAt, timeZone) : status === 'CANCELLED' ? null : today;
  const daysLate = dueAt === null || until === null ? 0 : Math.round(daysBetween(dayOf(dueAt, timeZone), until));
  return daysLate > 0 ? { isOverdue: true, daysLate } : { isOverdue: false, daysLate: null };
};

export const bringAssignment = (
  assignment: Part<'clientAssignments'>,
  legalCase: Bundle['legalCase'] | null,
  bring: (problems: Problem[], wanted: Values) => void,
  { today, timeZone }: { today: string; timeZone: string },
): void => {
  const givenAt = assignment.givenAt ?? assignment.createdAt;
  const completedAt = assignment.completedAt ?? (assignment.status === 'DONE' ? assignment.updatedAt : null);
  const took = completedAt !== null && assignment.status === 'DONE' ? daysBetween(givenAt, completedAt) : null;
  const wanted = {
    clientId: assignment.clientId ?? legalCase?.clientId ?? null,
    responsibleId: assignment.responsibleId ?? legalCase?.leadId ?? null,
    regionId: assignment.regionId ?? legalCase?.regionId ?? null,
    directionId: assignment.directionId ?? legalCase?.directionId ?? null,
    givenAt,
    completedAt,
    actualDays: took === null || took < 0 ? null : rounded(took, 1),
    ...latenessOf({ ...assignment, completedAt }, today, timeZone),
  };
  bring(problemsOf('clientAssignment', { ...assignment, ...wanted }, timeZone), wanted);
};
