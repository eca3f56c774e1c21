import { formatISO, parseISO, subDays } from 'date-fns';
import { midnight } from '../../workers/cases/calendar';
import { WITHOUT } from '../caseControlReport/figures';

/**
 * A case is forgotten when no event of it is open and nothing is awaited from the client: nobody will be reminded of it. The
 * workers say so of every case that is not in the archive, in `caseControl.isForgotten`.
 */

/** How long, in days without movement, both included; the last has no end and takes in the cases in which nothing ever happened. */
export const AGES = [
  { key: 'MONTH', from: 0, to: 30 },
  { key: 'QUARTER', from: 31, to: 90 },
  { key: 'HALF_YEAR', from: 91, to: 180 },
  { key: 'LONGER', from: 181, to: null },
] as const;
export type Age = (typeof AGES)[number]['key'];

/** Since the last movement so many days of the office's calendar have passed. */
export const ofAge = (age: Age, today: string, timeZone: string): object => {
  const { from, to } = AGES.find(({ key }) => key === age)!;
  const dayBefore = (days: number) => midnight(formatISO(subDays(parseISO(today), days), { representation: 'date' }), timeZone);
  if (to === null) return { or: [{ lastMovementAt: { is: 'NULL' } }, { lastMovementAt: { lt: dayBefore(from - 1) } }] };
  const since = { lastMovementAt: { gte: dayBefore(to) } };
  // What moved today, and what is said to move later, has been still for no day.
  return from === 0 ? since : { and: [since, { lastMovementAt: { lt: dayBefore(from - 1) } }] };
};

export type ForgottenFilters = { age: Age | null; departmentId: string | null; leadId: string | null };

const isOne = (field: string, value: string | null): object[] =>
  value === null ? [] : [{ [field]: value === WITHOUT ? { is: 'NULL' } : { eq: value } }];

/** @param but of which of the choices nothing is asked: the counts beside a choice are those of its alternatives */
export const forgottenFilter = ({ age, departmentId, leadId }: ForgottenFilters, { today, timeZone, but }: { today: string; timeZone: string; but?: keyof ForgottenFilters }): object => ({
  and: [
    { isForgotten: { eq: true } },
    ...(age === null || but === 'age' ? [] : [ofAge(age, today, timeZone)]),
    ...(but === 'departmentId' ? [] : isOne('departmentId', departmentId)),
    ...(but === 'leadId' ? [] : isOne('leadId', leadId)),
  ],
});
