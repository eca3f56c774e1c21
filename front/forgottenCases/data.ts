import { loadRows } from '../caseControlReport/data';
import type { ControlRow } from '../caseControlReport/figures';
import type { Ask } from '../reports/ask';
import { grouped, totals } from '../reports/groups';
import { AGES, forgottenFilter, ofAge, type Age, type ForgottenFilters } from './figures';

/** What the radar of forgotten cases asks for. */

export type Share = { id: string | null; count: number };
export type Forgotten = { rows: ControlRow[]; count: number; ages: Record<Age, number>; departments: Share[]; leads: Share[] };

type Wanted = { filters: ForgottenFilters; today: string; timeZone: string; offset: number; first?: number };

const LONGEST_FIRST = [{ lastMovementAt: 'AscNullsFirst' }];

export const loadForgottenRows = (ask: Ask, { filters, today, timeZone, ...page }: Wanted): Promise<ControlRow[]> =>
  loadRows(ask, { filter: forgottenFilter(filters, { today, timeZone }), orderBy: LONGEST_FIRST, ...page });

/** The first table: those forgotten for the longest, and how many there are by age, department and lawyer. */
export const loadForgotten = async (ask: Ask, wanted: Wanted): Promise<Forgotten> => {
  const { filters, today, timeZone } = wanted;
  const count = (filter: object) => totals(ask, { object: 'caseControl', filter }).then((total) => total.count);
  const shares = async (field: 'departmentId' | 'leadId'): Promise<Share[]> => {
    const filter = forgottenFilter(filters, { today, timeZone, but: field });
    const groups = await grouped(ask, { object: 'caseControl', by: [{ [field]: true }], filter });
    return groups.map(({ keys, count: of }) => ({ id: keys[0] ?? null, count: of })).sort((one, other) => other.count - one.count);
  };
  const whatever = forgottenFilter(filters, { today, timeZone, but: 'age' });
  const [rows, all, departments, leads, ...ages] = await Promise.all([
    loadForgottenRows(ask, wanted),
    count(forgottenFilter(filters, { today, timeZone })),
    shares('departmentId'),
    shares('leadId'),
    ...AGES.map(({ key }) => count({ and: [whatever, ofAge(key, today, timeZone)] })),
  ]);
  return { rows, count: all, departments, leads, ages: Object.fromEntries(AGES.map(({ key }, at) => [key, ages[at]])) as Record<Age, number> };
};
