import type { EventGroup } from '../../custom-objects/vocabulary';
import { completedCount, ENOUGH, expectation, mergedDistribution, type Distribution, type Expectation } from '../../workers/registers/durations';
import { ifAllowed } from '../case/data';
import { find } from '../lib/store';

type Row = { courtId: string | null; distribution: Distribution };

const load = async (filter: object): Promise<Row[]> => (await ifAllowed(find<Row>('eventDuration', 'courtId distribution', { filter, first: 5_000 }))) ?? [];
const merged = (rows: Row[]): Distribution => mergedDistribution(rows.map(({ distribution }) => distribution));

/** How long an event without a court is expected to take, as the workers will write it into the event. */
export const loadExpectation = async (of: { eventGroup: EventGroup | null; directionId: string | null; normDays: number | null }): Promise<Expectation | null> => {
  const { eventGroup, directionId, normDays } = of;
  if (eventGroup === null) return expectation([], normDays);
  const group = { eventGroup: { eq: eventGroup } };
  const rows = await load({ and: [group, { directionId: directionId === null ? { is: 'NULL' } : { eq: directionId } }] });
  const levels = [merged(rows.filter(({ courtId }) => courtId === null)), merged(rows)];
  // All rows of a group are many: only where those of the direction say too little.
  if (completedCount(levels[1]!) < ENOUGH) levels.push(merged(await load(group)));
  return expectation(levels, normDays);
};
