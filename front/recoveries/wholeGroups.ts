import type { Ask } from '../reports/ask';
import { grouped, MOST_GROUPS, type Group, type Grouping } from '../reports/groups';

/**
 * Groups of which there may be more than Twenty gives at once. They are asked for at once all the same where they are expected to
 * fit; the values of one dimension are dealt out among several requests where they are not, and where they turn out not to.
 */

/** @param values of the dimension that is dealt out @param among the records of some of them */
export type Dealing = { values: (string | null)[]; among: (values: (string | null)[]) => object };

export class TooManyGroups extends Error {}

export const wholeGroups = async (ask: Ask, grouping: Grouping, { values, among }: Dealing, expected: number): Promise<Group[]> => {
  const only = (part: (string | null)[]): object => ({ and: [grouping.filter ?? {}, among(part)] });
  const dealt = async (parts: (string | null)[][]): Promise<Group[]> => (await Promise.all(parts.map((part) => whole(part, only(part))))).flat();
  const whole = async (part: (string | null)[], filter: object): Promise<Group[]> => {
    const groups = await grouped(ask, { ...grouping, filter });
    if (groups.length < MOST_GROUPS) return groups;
    // No sum is better than one that lacks something.
    if (part.length < 2) throw new TooManyGroups(`More than ${MOST_GROUPS} groups`);
    const half = Math.ceil(part.length / 2);
    return dealt([part.slice(0, half), part.slice(half)]);
  };
  const requests = Math.min(values.length, Math.ceil(expected / MOST_GROUPS));
  if (requests < 2) return whole(values, grouping.filter ?? {});
  const size = Math.ceil(values.length / requests);
  return dealt(Array.from({ length: Math.ceil(values.length / size) }, (_, at) => values.slice(at * size, (at + 1) * size)));
};
