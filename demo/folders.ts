import type { Words } from '../workers/catalogues/words';
import { demoId, type Row } from './cases';
import type { Chance } from './chance';

/** The firm's archive as it grew: places by their abbreviations, words with slips and Latin letters, names that only look like places. */

type Branch = { key: string; name: Words; rule?: { region?: string; direction?: string }; below?: Branch[] };

const branch = (key: string, en: string, ru: string, more: Omit<Branch, 'key' | 'name'> = {}): Branch => ({ key, name: { en, ru }, ...more });

/** What each place's folders are called for, by the top direction of a case. */
const MATTERS: [direction: string, names: Words[]][] = [
  ['RAILWAY', [{ en: 'Railway', ru: 'РЖД' }, { en: 'Struck by a train', ru: 'Ж/д травмы' }, { en: 'Railwey accidents', ru: 'Pжд' }]],
  ['OCCUPATIONAL', [{ en: 'Accidents at work', ru: 'Производств. травмы' }, { en: 'Occupational diseases', ru: 'Профзаболевания' }]],
  ['MILITARY', [{ en: 'Military', ru: 'Военнослужащие' }]],
  ['ROAD', [{ en: 'Road accidents', ru: 'ДТП' }]],
  ['MEDICAL', [{ en: 'Medical negligence', ru: 'Врачебные ошибки' }]],
];

const PLACES: [region: string, name: Words][] = [
  ['MOW', { en: 'Moscow', ru: 'МСК' }],
  ['MOS', { en: 'Moscow Region', ru: 'Московская обл.' }],
  ['SPE', { en: 'St. Petersburg', ru: 'СПб' }],
  ['SVE', { en: 'Yekaterinburg', ru: 'Екатеринбург' }],
  ['CHE', { en: 'Chelyabinsk', ru: 'Челябинск (Южный Урал)' }],
  ['TA', { en: 'Tatarstan', ru: 'Респ. Татарстан' }],
  ['ROS', { en: 'Rostov-on-Don', ru: 'Ростов-на-Дону' }],
  ['NIZ', { en: 'Nizhny Novgorod', ru: 'Н. Новгород' }],
  ['TVE', { en: 'Tver Region', ru: 'Тверская обл' }],
  ['SAM', { en: 'Samara Region', ru: 'Самарcкая область' }],
  ['KEM', { en: 'Kemerovo Region', ru: 'Кузбасс, Кемерово' }],
];

const ofPlace = ([region, name]: (typeof PLACES)[number], order: number): Branch => ({
  key: region,
  name,
  below: MATTERS.filter((_, at) => (at + order) % 2 === 0 || order < 4).map(([direction, names]) => ({ key: `${region}.${direction}`, name: names[order % names.length]! })),
});

const ARCHIVE: Branch[] = [
  branch('archive.2023', '2023', '2023 год', {
    below: [
      branch('archive.2023.chernobyl', 'Chernobyl', 'Чернобыльцы', { rule: { direction: 'DISASTER_RADIATION_CHERNOBYL' } }),
      branch('archive.2023.rostovtsev', 'Rostovtsev and partners', 'Ростовцев и партнёры'),
      branch('archive.2023.avenue', '12 Moskovsky Avenue', 'Московский проспект, 12'),
    ],
  }),
  branch('archive.2024', '2024', '2024 год', {
    below: [
      branch('archive.2024.urals', 'Urals (from the branch office)', 'Урал (из филиала)', {
        rule: { region: 'SVE' },
        below: [branch('archive.2024.urals.vibration', 'Vibration disease', 'Вибрационная болезнь'), branch('archive.2024.urals.other', 'Other', 'Разное')],
      }),
      branch('archive.2024.orlov', 'Orlov’s clients', 'Клиенты Орлова'),
    ],
  }),
  branch('archive.2025', '2025', '2025 год', {
    below: [branch('archive.2025.gas', 'Gas explosions', 'Взрывы газа'), branch('archive.2025.misc', 'Miscellaneous', 'Разное')],
  }),
];

const TREE: Branch[] = [
  branch('clients', 'Clients by region', 'Клиенты по регионам', { below: PLACES.map(ofPlace) }),
  branch('archive', 'Archive', 'Архив', { below: ARCHIVE }),
  branch('unsorted', 'To be sorted', 'Неразобранное'),
];

const folderId = (key: string): string => demoId(`clientFolder.${key}`);

type Setting = { people: Row[]; cases: Row[]; companies: Row[]; chance: Chance; say: (words: Words) => string; catalogueId: (object: 'region' | 'legalDirection', code: string) => string; topOf: (directionId: string) => string | null };

/** Folders, and in them whoever has a case where they say, some of last years', and some in two places. */
export const writeFolders = ({ people, cases, companies, chance, say, catalogueId, topOf }: Setting): { folders: Row[]; entries: Row[] } => {
  const write = ({ key, name, rule, below = [] }: Branch, parent: { id: string; path: string } | null): Row[] => {
    const id = folderId(key);
    const path = parent ? `${parent.path} / ${say(name)}` : say(name);
    const folder = {
      id, name: say(name), parentId: parent?.id ?? null, path,
      regionId: rule?.region ? catalogueId('region', `RU-${rule.region}`) : null,
      directionId: rule?.direction ? catalogueId('legalDirection', rule.direction) : null,
    };
    return [folder, ...below.flatMap((each) => write(each, { id, path }))];
  };
  const folders = TREE.flatMap((each) => write(each, null));
  const has = new Set(folders.map(({ id }) => id));
  const places = new Map(PLACES.map(([region]) => [catalogueId('region', `RU-${region}`), region]));
  const leaves = ARCHIVE.flatMap(({ below = [] }) => below).map(({ key }) => key);

  const keysOf = (person: Row): string[] => {
    const legalCase = cases.find(({ clientId }) => clientId === person.id);
    const place = places.get(String(legalCase?.regionId));
    if (!legalCase || !place) return [chance.percent(60) ? chance.pick(leaves) : 'unsorted'];
    const matter = `${place}.${topOf(String(legalCase.directionId))}`;
    const own = has.has(folderId(matter)) ? matter : place;
    return chance.percent(15) ? [own, chance.pick(leaves)] : [own];
  };
  const nameOf = ({ name }: Row): string => (typeof name === 'string' ? name : [(name as { firstName: string }).firstName, (name as { lastName: string }).lastName].join(' '));
  const entry = (key: string, client: Row, field: 'personId' | 'companyId'): Row =>
    ({ id: demoId(`clientFolderEntry.${key}.${client.id}`), name: nameOf(client), clientFolderId: folderId(key), [field]: client.id });
  return {
    folders,
    entries: [
      ...people.flatMap((person) => keysOf(person).map((key) => entry(key, person, 'personId'))),
      ...companies.slice(0, 3).map((company, order) => entry(['unsorted', 'MOW', 'archive.2023.rostovtsev'][order]!, company, 'companyId')),
    ],
  };
};
