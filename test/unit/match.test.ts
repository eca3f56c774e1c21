import fc from 'fast-check';
import { CATALOGUE, labelledNames, quality } from '../../scripts/bench/folder-names';
import { DIRECTIONS } from '../../workers/catalogues/directions';
import { REGIONS } from '../../workers/catalogues/regions';
import { COURTS } from '../../workers/catalogues/courts';
import { Matcher, type Target } from '../../workers/classification/match';

const matcher = new Matcher(CATALOGUE);
const codes = (name: string, by = matcher) => by.match(name).map(({ target }) => target.code).sort();
const labelled = labelledNames();
const SEED = { seed: 6, numRuns: 100 };

it.each(['seen', 'held out'] as const)('says what a person says of the names that are %s: precision 0.95 at recall 0.9', (set) => {
  const names = labelled.filter((name) => name.set === set);
  expect(names.length).toBeGreaterThanOrEqual(300);
  const { precision, recall } = quality(names.map(({ name, meant }) => ({ meant, said: matcher.match(name).map(({ target, score }) => ({ code: target.id, score })) })));
  expect(precision).toBeGreaterThanOrEqual(0.95);
  expect(recall).toBeGreaterThanOrEqual(0.9);
});

it('keeps what the rules are made for apart from what they are measured on', () => {
  const names = labelled.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  const known = CATALOGUE.map(({ id }) => id);
  expect(labelled.flatMap(({ meant }) => meant).filter((code) => !known.includes(code))).toEqual([]);
});

it('finds every region by its own name, in Russian and in English', () => {
  const english = new Matcher(REGIONS.map(({ code, name }): Target => ({ kind: 'REGION', id: code, code, name: name.en })));
  expect(REGIONS.flatMap(({ code, name }) => [codes(name.ru), codes(name.en, english)].filter((found) => found.join() !== code).map((found) => [code, found]))).toEqual([]);
});

it('finds every direction by its own name, whatever else is found beside it', () => {
  expect(DIRECTIONS.filter(({ code, name }) => !codes(name.ru).some((found) => found === code || found?.startsWith(`${code}_`))).map(({ code }) => code)).toEqual([]);
});

it('finds the region that a court’s name tells', () => {
  const wrong = COURTS.filter(({ level }) => level === 'DISTRICT' || level === 'REGIONAL').filter(({ region, name }) => codes(name.ru).filter((code) => code?.startsWith('RU-')).join() !== region);
  expect(wrong.map(({ name }) => name.ru)).toEqual([]);
});

it.each([
  ['PЖД', ['RAILWAY'], ['PЖД']],
  ['Архив: Свердловксая обл., взрыв газа', ['DISASTER_GAS', 'RU-SVE'], ['Свердловксая', 'обл', 'газа', 'взрыв']],
  ['ДТП на ж/д переезде', ['RAILWAY_CROSSING'], ['переезде', 'ж/д']],
  ['ЯНАО', ['RU-YAN'], ['ЯНАО']],
])('%s: tells the words that matched as they stand there', (name, meant, words) => {
  const found = matcher.match(name);
  expect(found.map(({ target }) => target.code).sort()).toEqual(meant);
  expect(new Set(found.flatMap((one) => one.words))).toEqual(new Set(words));
  for (const word of words) expect(name).toContain(word);
});

it('an abbreviation says more than a guess, a name more than an abbreviation', () => {
  const score = (name: string) => matcher.match(name)[0]?.score ?? 0;
  expect(score('Московская область')).toBeGreaterThan(score('МО'));
  expect(score('г. Владимир')).toBeGreaterThan(score('Владимир'));
  expect(score('Екатеринбург')).toBeGreaterThan(score('Екатиринбург'));
});

it('what is above a direction is not proposed beside it', () => {
  expect(codes('РЖД, метро')).toEqual(['RAILWAY_METRO']);
  expect(codes('РЖД, метро', new Matcher(CATALOGUE.filter(({ id }) => id.startsWith('RAILWAY')).map((target) => ({ ...target, parentId: null }))))).toEqual(['RAILWAY', 'RAILWAY_METRO']);
});

it('finds what the office itself has added, by its words', () => {
  const own = new Matcher([
    ...CATALOGUE.filter(({ id }) => /^(RU-KDA|ROAD)/.test(id)),
    { kind: 'REGION', id: 'crimea', code: null, name: 'Республика Крым' },
    { kind: 'REGION', id: 'sevastopol', code: 'RU-X', name: 'Севастополь' },
    { kind: 'DIRECTION', id: 'bankruptcy', code: 'BANKRUPTCY', name: 'Банкротство граждан' },
    { kind: 'DIRECTION', id: 'other', code: null, name: 'Прочее' },
  ]);
  const ids = (name: string) => own.match(name).map(({ target }) => target.id);
  expect(['Крым', 'в Крыму', 'респ. Крым', 'г. Севастополь', 'Дела о банкротстве', 'Прочее'].map(ids)).toEqual([['crimea'], ['crimea'], ['crimea'], ['sevastopol'], ['bankruptcy'], []]);
});

it('a catalogue without rows, a name without words', () => {
  expect(new Matcher([]).match('Москва')).toEqual([]);
  expect(['', '   ', '—', '2013', '№ 5', '🚂', '\u0301'].flatMap((name) => matcher.match(name))).toEqual([]);
});

const FAMILY = fc.constantFrom('Ростовцев', 'Орлов', 'Москвин', 'Владимиров', 'Муромцев', 'Рязанов', 'Калугин', 'Ярославцев', 'Шахтин', 'Киров', 'Пензин', 'Самарин', 'Чебоксаров', 'Королёв');
const FIRST = fc.constantFrom('Владимир', 'Иван', 'Сергей', 'Пётр', 'Олег', 'Ярослав');
const PATRONYMIC = fc.constantFrom('Иванович', 'Сергеевич', 'Ильич', 'Владимирович', 'Петрович');

it('a person’s full name is nobody’s region and no matter', () => {
  fc.assert(
    fc.property(FAMILY, FIRST, PATRONYMIC, (family, first, patronymic) => {
      for (const name of [`${family} ${first} ${patronymic}`, `${family} ${first[0]}.${patronymic[0]}.`, `${family} ${first}`, `${first} ${patronymic} ${family}`]) expect([name, codes(name)]).toEqual([name, []]);
    }),
    SEED,
  );
});

const sample = fc.constantFrom(...labelled.filter(({ meant }) => meant.length > 0).map(({ name }) => name));
const LATIN = new Map([...'АВСЕНКМОРТХасеорх'].map((letter, index) => [letter, [...'ABCEHKMOPTXaceopx'][index]!]));

it('spaces, ё and a year beside it change nothing of what a name means', () => {
  fc.assert(
    fc.property(sample, fc.constantFrom((name: string) => `  ${name}  `, (name: string) => name.replaceAll('ё', 'е'), (name: string) => name.normalize('NFD'), (name: string) => `${name} 2013`), (name, change) => {
      expect([name, codes(change(name))]).toEqual([name, codes(name)]);
    }),
    SEED,
  );
});

it('a Latin letter drawn as a Cyrillic one changes nothing of what a name means', () => {
  const cyrillic = labelled.filter(({ name, meant }) => meant.length > 0 && !/\p{Script=Latin}/u.test(name)).map(({ name }) => name);
  fc.assert(
    fc.property(fc.constantFrom(...cyrillic), fc.nat(40), (name, at) => {
      const letters = [...name];
      const place = letters.findIndex((letter, index) => index >= at % letters.length && LATIN.has(letter) && /\p{L}{2}/u.test(letters.slice(Math.max(0, index - 1), index + 2).join('')));
      if (place < 0) return;
      const drawn = [...letters.slice(0, place), LATIN.get(letters[place]!)!, ...letters.slice(place + 1)].join('');
      expect([drawn, codes(drawn)]).toEqual([drawn, codes(name)]);
    }),
    SEED,
  );
});

it('whatever is written, each target is found once, with words of the name and a score that means something', () => {
  const piece = fc.oneof(sample, fc.string({ unit: 'grapheme', maxLength: 12 }), FAMILY);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
      const name = pieces.join(' ').normalize('NFKC');
      const found = matcher.match(name);
      expect(new Set(found.map(({ target }) => target.id)).size).toBe(found.length);
      for (const { words, score } of found) {
        expect(score).toBeGreaterThanOrEqual(60);
        expect(score).toBeLessThanOrEqual(100);
        expect(words.length).toBeGreaterThan(0);
        for (const word of words) expect(name).toContain(word);
      }
      expect(matcher.match(name)).toEqual(found);
    }),
    SEED,
  );
});
