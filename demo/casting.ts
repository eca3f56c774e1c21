import type { CaseStage } from '../custom-objects/vocabulary';
import { DIRECTIONS } from '../workers/catalogues/directions';
import { departmentOf, type Casting } from './cases';
import type { Chance } from './chance';
import { humanName, OPPONENTS, type HumanName } from './names';
import { CIRCUITS, MILITARY_LADDERS } from './plots';
import { STAFF } from './staff';

/** How many cases there are of each stage. */
const STAGES: [CaseStage, number][] = [
  ['INTAKE', 12], ['EVIDENCE', 20], ['PRETRIAL', 12], ['FIRST_INSTANCE', 26], ['APPEAL', 14], ['CASSATION', 8], ['ENFORCEMENT', 14], ['ARCHIVED', 14],
];

/** The cases that the demo's own letters are about. */
const FEATURED: (Pick<Casting, 'key' | 'direction' | 'stage' | 'region' | 'lead'> & { opponent: string; client: HumanName })[] = [
  {
    key: 'nikitin', direction: 'RAILWAY_STATION', stage: 'FIRST_INSTANCE', region: 'TVE', lead: 'lawyer', opponent: 'rzd',
    client: { firstName: { en: 'Pavel', ru: 'Павел' }, lastName: { en: 'Nikitin', ru: 'Никитин' } },
  },
  {
    key: 'morozova', direction: 'OCCUPATIONAL_DISEASE_VIBRATION', stage: 'EVIDENCE', region: 'SVE', lead: 'lawyer2', opponent: 'uralmash',
    client: { firstName: { en: 'Elena', ru: 'Елена' }, lastName: { en: 'Morozova', ru: 'Морозова' } },
  },
  {
    key: 'kuznetsov', direction: 'MILITARY_CONSCRIPT', stage: 'APPEAL', region: 'MOW', lead: 'lawyer', opponent: 'defence',
    client: { firstName: { en: 'Dmitry', ru: 'Дмитрий' }, lastName: { en: 'Kuznetsov', ru: 'Кузнецов' } },
  },
  {
    key: 'fedorova', direction: 'DISASTER_GAS', stage: 'PRETRIAL', region: 'SPE', lead: 'lawyer2', opponent: 'gas',
    client: { firstName: { en: 'Irina', ru: 'Ирина' }, lastName: { en: 'Fedorova', ru: 'Фёдорова' } },
  },
];

/** They come first. */
export const FEATURED_COUNT = FEATURED.length;

const topOf = (direction: string): string => direction.split('_')[0];

const staffOf = (department: string, calling: string): string[] =>
  STAFF.filter((employee) => employee.department === department && employee.calling === calling).map(({ key }) => key);

/** Who has which case: every direction, every stage, the regions in which the firm goes to court. */
export const castings = (chance: Chance): Casting[] => {
  const stages = STAGES.flatMap(([stage, count]) => Array.from({ length: count }, () => stage));
  for (const { stage } of FEATURED) stages.splice(stages.indexOf(stage), 1);
  const branches = DIRECTIONS.filter(({ code, parent }) => parent !== null && !DIRECTIONS.some((other) => other.parent === code)).map(({ code }) => code);
  const deck = Array.from({ length: Math.ceil(stages.length / branches.length) }, () => chance.shuffled(branches)).flat();
  const featured = FEATURED.map(({ opponent, ...rest }): Casting => {
    const top = topOf(rest.direction);
    return {
      ...rest,
      top,
      isMilitaryCourt: top === 'MILITARY',
      assistant: staffOf('claims', 'assistant')[0],
      opponent: OPPONENTS.find(({ key }) => key === opponent)!,
    };
  });
  const others = chance.shuffled(stages).map((stage, index): Casting => {
    const direction = deck[index];
    const top = topOf(direction);
    const isMilitaryCourt = top === 'MILITARY' && chance.percent(50);
    const department = departmentOf(stage);
    return {
      key: `c${index + 1}`,
      direction,
      top,
      stage,
      region: chance.pick(Object.keys(isMilitaryCourt ? MILITARY_LADDERS : CIRCUITS)),
      isMilitaryCourt,
      lead: chance.pick(staffOf(department, 'lawyer')),
      assistant: chance.pick(staffOf(department, 'assistant')),
      client: humanName(chance),
      opponent: chance.pick(OPPONENTS.filter(({ against }) => against.some((one) => direction.startsWith(one)))),
    };
  });
  return [...featured, ...others];
};
