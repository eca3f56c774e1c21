import { REGIONS } from '../catalogues/regions';
import { isBearer, isNamedWord, type Context } from './context';
import { adjectivesOf, formsOf, hardAdjectivesOf } from './declension';
import { bySound, plain, type Token } from './letters';
import { Spelling } from './likeness';
import { PLACES } from './places';
import type { Found, Target } from './match';

/** How far a name is a region's alone. */
type Certainty = 'SURE' | 'SHARED' | 'COMMON' | 'PERSONAL';
type Name = {
  target: Target;
  /** The forms of each of its words; a form outside `sure` counts where something says "place". */
  words: { sure: Set<string>; any: Set<string> }[];
  certainty: Certainty;
  isAdjective: boolean;
  inCapitals: boolean;
  isOwn: boolean;
  /** Stands as written, with no other forms. */
  isWritten: boolean;
};
/** A word of a folder's name, among the others. */
type Place = { tokens: Token[]; contexts: Context[]; isMatter: (token: Token) => boolean; at: number };
type Hit = { name: Name; from: number; length: number; score: number; needsPlace: boolean };

const UNIT = /^(обл|область|области|областью|област|край|края|краю|крае|краем|кр|респ|республика|республики|республике|республику|губерния|регион|автономн..|авт|ао|округ.{0,2}|областной|областного|краевой|облсуд|крайсуд|obl|region|territory|republic|area|krai)$/;
const BRANCH = /^(филиал|металлургический|алюминиевый|трубный|моторный|химический|областной|краевой|городской|гарнизон|гарнизонный|нпз|гок|университет|автономный|горсуд|облсуд|отделение|управление|уфсин|умвд)/;
const PLACE_BEFORE = /^(г|гор|город|города|городе|в|из|по|под|пос|поселок|сл|с|ст|станица)$/;
const CONTENTLESS = /^(\d+|гг?|годы?|года|дела?|архив|клиенты?|новые|старые|старое|разное|область|и|обл)$/;
const ENGLISH_UNIT = /^(region|territory|republic|area|autonomous|of|oblast|krai)$/;

const SCORES = { own: 95, sure: 90, abbreviated: 85, slip: 12, foreign: 8, adjective: 70, common: 65, shared: 75 };

const sureWord = (word: string): Name['words'][number] => {
  const { sure, unsure } = formsOf(word);
  return { sure: new Set(sure), any: new Set([...sure, ...unsure]) };
};
const asWritten = (word: string): Name['words'][number] => ({ sure: new Set([word]), any: new Set([word]) });
const wordsIn = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const adjective = (target: Target, stem: string): Name => {
  const forms = new Set(stem.endsWith('н') ? hardAdjectivesOf(stem) : adjectivesOf(stem));
  return { target, words: [{ sure: forms, any: forms }], certainty: 'SURE', isAdjective: true, inCapitals: false, isOwn: false, isWritten: false };
};
/** Казань → казанск, Екатеринбург → екатеринбургск: as far as a rule goes. */
const stemOfAdjective = (city: string): string | null => {
  const [, stem, end] = /^(.{3,}[бвгдзклмнпрстфх])([ьа]?)$/.exec(plain(city)) ?? [];
  return stem === undefined || /[кг]а$/.test(city) ? null : /(ск|цк)$/.test(stem + end) ? stem : `${stem}ск`;
};

const CERTAINTY: [mark: string, Certainty][] = [['??', 'PERSONAL'], ['?', 'COMMON'], ['~', 'SHARED']];

/** `Moscow Region`: whole, and without the unit where that leaves no other region's name. */
const englishNames = (target: Target, text: string, isTaken: (bare: string) => boolean): Name[] =>
  text.split(/\s*[—–(),]\s*/).flatMap((part): Name[] => {
    const whole = wordsIn(part);
    const bare = whole.filter((word) => !ENGLISH_UNIT.test(word));
    const forms = bare.length < whole.length && !isTaken(bare.join(' ')) ? [whole, bare] : [whole];
    return forms.filter(({ length }) => length > 0).map((words) => ({ target, words: words.map(asWritten), certainty: 'SURE', isAdjective: false, inCapitals: false, isOwn: true, isWritten: true }));
  });

/** The names of a region that its row itself has: `Свердловская область`, `Республика Коми`, `Кемеровская область — Кузбасс`. */
const ownNames = (target: Target, text: string): Name[] =>
  text.split(/\s*[—–(),]\s*/).flatMap((part): Name[] => {
    const words = wordsIn(part).filter((word) => !UNIT.test(word) && !/^автономн/.test(word));
    if (words.length === 0) return [];
    const last = words.at(-1)!;
    const hasUnit = words.length < wordsIn(part).length;
    const stem = /^(.+[сц]к)(ая|ий|ое|ой)$/.exec(last)?.[1];
    const isAdjective = stem !== undefined && hasUnit;
    const forms = isAdjective
      ? [...words.slice(0, -1).map(asWritten), { sure: new Set(adjectivesOf(stem)), any: new Set(adjectivesOf(stem)) }]
      : words.length === 1 || stem === undefined ? words.map(sureWord) : words.map(asWritten);
    return [{ target, words: forms, certainty: 'SURE', isAdjective, inCapitals: false, isOwn: true, isWritten: false }];
  });

const otherNames = (target: Target): Name[] =>
  (PLACES[target.code ?? ''] ?? '').split(', ').filter(Boolean).map((entry): Name => {
    const [mark, certainty] = CERTAINTY.find(([end]) => entry.endsWith(end)) ?? ['', 'SURE' as const];
    const text = entry.slice(0, entry.length - mark.length);
    if (text.startsWith('+')) return adjective(target, text.slice(1));
    const isExact = text.startsWith('=');
    const written = text.replace('=', '');
    const words = wordsIn(written);
    return {
      target,
      words: words.map((word) => (isExact || word.length < 3 ? asWritten(word) : words.length > 1 ? { sure: sureWord(word).any, any: sureWord(word).any } : sureWord(word))),
      certainty,
      isAdjective: false,
      inCapitals: isExact && written === written.toUpperCase(),
      isOwn: false,
      isWritten: isExact,
    };
  });

const namesOf = (target: Target, all: Target[]): Name[] => {
  const others = otherNames(target);
  const marked = new Set(others.filter(({ certainty }) => certainty !== 'SURE').flatMap(({ words }) => [...words[0]!.any]));
  const seeded = REGIONS.find(({ code }) => code === target.code)?.name;
  const texts = new Set([target.name, ...(seeded ? [seeded.ru, seeded.en] : [])]);
  const isTaken = (bare: string): boolean =>
    [...all, ...REGIONS.map(({ code, name }) => ({ code, name: name.en }))].some(
      (other) => other.code !== target.code && wordsIn(other.name).filter((word) => !ENGLISH_UNIT.test(word)).join(' ') === bare,
    );
  const own = [...texts].flatMap((text) => (/\p{Script=Cyrillic}/u.test(text) ? ownNames(target, text) : englishNames(target, text, isTaken)));
  // A name that stands in the list with a mark is no surer for being the row's own.
  return [...own.filter(({ words }) => words.length > 1 || ![...words[0]!.sure].some((form) => marked.has(form))), ...others];
};
const cityAdjectives = (names: Name[]): Name[] =>
  names
    .filter(({ words, certainty, isAdjective, isOwn, isWritten }) => words.length === 1 && certainty === 'SURE' && !isAdjective && !isOwn && !isWritten)
    .flatMap(({ target, words }) => {
      const stem = stemOfAdjective([...words[0]!.sure][0]!);
      return stem === null ? [] : [adjective(target, stem)];
    });

const DOUBLE_CITIES = new Set(['RU-MOW RU-MOS', 'RU-MOS RU-MOW', 'RU-SPE RU-LEN', 'RU-LEN RU-SPE']);
const OBLAST_OF: Record<string, string> = { 'RU-MOW': 'RU-MOS', 'RU-SPE': 'RU-LEN' };

export class RegionMatcher {
  private readonly names: Name[];
  private readonly byForm = new Map<string, Name[]>();
  private readonly bySound = new Map<string, string>();
  private readonly spelling: Spelling;
  private readonly nearest = new Map<string, ReturnType<Spelling['nearest']>>();
  private readonly byCode: Map<string | null, Target>;

  constructor(targets: Target[]) {
    this.byCode = new Map(targets.map((target) => [target.code, target]));
    const names = targets.map((target) => namesOf(target, targets));
    const said = new Set(names.flat().flatMap(({ words }) => [...words[0]!.any]));
    // Амурская is of the river's region, not of the city of Амурск.
    const derived = names.flatMap(cityAdjectives).filter(({ words }) => ![...words[0]!.sure].some((form) => said.has(form)));
    const derivedNames = new Set(derived);
    this.names = [...names.flat(), ...derived];
    for (const name of this.names) {
      for (const form of name.words[0]!.any) {
        this.byForm.set(form, [...(this.byForm.get(form) ?? []), name]);
        if (!derivedNames.has(name) && !this.bySound.has(bySound(form))) this.bySound.set(bySound(form), form);
      }
      for (const { any } of name.words.slice(1)) for (const form of any) if (!this.bySound.has(bySound(form))) this.bySound.set(bySound(form), form);
    }
    this.spelling = new Spelling(names.flat().filter(({ certainty }) => certainty !== 'PERSONAL').flatMap(({ words }) => words.flatMap(({ any }) => [...any])), 1);
  }

  /** Whether a word is a place's name for certain, no surname. */
  isPlace(token: Token): boolean {
    return token.readings.some((word) => this.byForm.get(word)?.some((name) => !name.isAdjective && name.certainty === 'SURE' && name.words[0]!.sure.has(word)));
  }

  /** @param isMatter whether a word belongs to a direction, so that it is no part of a person's name */
  match(tokens: Token[], contexts: Context[], isMatter: (token: Token) => boolean): Found[] {
    const hits = this.hits(tokens, contexts, isMatter);
    const stated = new Set(hits.filter(({ name, needsPlace }) => !needsPlace && name.certainty === 'SURE').map(({ name }) => name.target.id));
    const statedCodes = hits.filter(({ name }) => stated.has(name.target.id)).map(({ name }) => name.target.code);
    const found = new Map<string, Found>();
    const add = (target: Target, words: string[], score: number): void => {
      const before = found.get(target.id);
      found.set(target.id, { target, words: [...new Set([...(before?.words ?? []), ...words])], score: Math.max(before?.score ?? 0, Math.round(score)) });
    };
    for (const { name, from, length, score, needsPlace } of hits) {
      const isStated = stated.has(name.target.id);
      if (needsPlace && !isStated) continue;
      if (name.certainty === 'SHARED' && stated.size > 0 && !isStated && !statedCodes.some((code) => DOUBLE_CITIES.has(`${code} ${name.target.code}`))) continue;
      add(name.target, tokens.slice(from, from + length).map(({ raw }) => raw), isStated && name.certainty !== 'SURE' ? SCORES.sure : score);
      // Москва и область
      const [and, unit] = [tokens[from + length], tokens[from + length + 1]];
      const around = this.byCode.get(OBLAST_OF[name.target.code ?? ''] ?? '');
      if (around && and?.readings[0] === 'и' && unit && /^обл/.test(unit.readings[0]!)) add(around, [unit.raw], SCORES.abbreviated);
    }
    return [...found.values()];
  }

  private hits(tokens: Token[], contexts: Context[], isMatter: (token: Token) => boolean): Hit[] {
    const hits: Hit[] = [];
    for (let at = 0; at < tokens.length; ) {
      const found = this.hitsAt({ tokens, contexts, isMatter, at });
      hits.push(...found);
      at += found[0]?.length ?? 1;
    }
    return hits;
  }

  /** The longest names that begin at a word, each region once. */
  private hitsAt(input: Place): Hit[] {
    const { tokens, contexts, at } = input;
    const short = tokens[at]!.isShort ? this.abbreviated(tokens, contexts, at) : [];
    if (short.length > 0) return short;
    const candidates = this.readings(tokens[at]!).flatMap(({ word, loss }) =>
      (this.byForm.get(word) ?? []).flatMap((name) => {
        const losses = this.follow(name, tokens, at);
        return losses === null ? [] : [{ name, loss: loss + losses, isSureForm: name.words.length > 1 || name.words[0]!.sure.has(word) }];
      }),
    );
    const judged = candidates.flatMap(({ name, loss, isSureForm }) => {
      const hit = this.judge({ ...input, name, isSureForm });
      return hit && !(loss > 0 && contexts[at]!.person) ? [{ ...hit, score: hit.score - loss }] : [];
    });
    const longest = Math.max(0, ...judged.map(({ length }) => length));
    const kept = judged.filter(({ length }) => length === longest).sort((a, b) => b.score - a.score);
    if (kept.length === 0) return this.abbreviated(tokens, contexts, at);
    // An exact word leaves no room for what is merely like it.
    return kept.filter(({ score, name }, index) => score >= kept[0]!.score - 5 && kept.findIndex((other) => other.name.target.id === name.target.id) === index);
  }

  private readings({ readings, isForeign }: Token): { word: string; loss: number }[] {
    const exact = readings.filter((word) => this.byForm.has(word)).map((word) => ({ word, loss: 0 }));
    if (exact.length > 0) return exact;
    const sounded = readings.flatMap((word) => (isForeign || word.length >= 6 ? (this.bySound.get(bySound(word)) ?? []) : []));
    if (sounded.length > 0) return sounded.map((word) => ({ word, loss: isForeign ? SCORES.foreign : SCORES.slip }));
    return readings.flatMap((word) => {
      const near = this.near(word);
      return near ? [{ word: near.word, loss: near.errors * SCORES.slip }] : [];
    });
  }

  private near(word: string): ReturnType<Spelling['nearest']> {
    if (!this.nearest.has(word)) {
      if (this.nearest.size > 50_000) this.nearest.clear();
      this.nearest.set(word, this.spelling.nearest(word));
    }
    return this.nearest.get(word)!;
  }

  /** What is lost by slips in the words of a name after its first; null when they do not stand there. */
  private follow({ words, inCapitals }: Name, tokens: Token[], at: number): number | null {
    if (inCapitals && !tokens[at]!.isUpper) return null;
    let loss = 0;
    for (let index = 1; index < words.length; index += 1) {
      const token = tokens[at + index];
      if (!token || !/^[\s./‑–-]*$/.test(token.gap)) return null;
      if (token.readings.some((word) => words[index]!.any.has(word))) continue;
      const near = this.readings(token).find(({ word }) => words[index]!.any.has(word));
      if (!near) return null;
      loss += near.loss;
    }
    return loss;
  }

  private judge(input: Place & { name: Name; isSureForm: boolean }): Hit | null {
    const { name, tokens, contexts, isMatter, at, isSureForm } = input;
    const length = name.words.length;
    const [before, after] = [tokens[at - 1], tokens[at + length]];
    const isUnit = (token: Token | undefined): boolean => token !== undefined && token.readings.some((word) => UNIT.test(word));
    const hit = (score: number, needsPlace = false): Hit => ({ name, from: at, length, score, needsPlace });
    if (name.isAdjective) {
      if (isUnit(after)) return { ...hit(SCORES.own), length: length + 1 };
      if (isUnit(before) && name.isOwn && !isUnit(tokens[at - 2])) return hit(SCORES.own);
      if (contexts[at]!.person || contexts[at]!.street || isNamedWord(after) || isNamedWord(before)) return null;
      const word = tokens[at + length - 1]!.readings.at(-1)!;
      if (/(ий|ое|ого|ому|ом)$/.test(word)) return after && BRANCH.test(after.readings[0]!) ? hit(SCORES.sure) : null;
      if (/-/.test(tokens[at]!.gap)) return null;
      return /(ая|ой|ую|ие|их|им|ими)$/.test(word) ? hit(SCORES.adjective) : null;
    }
    const isSaid = (before !== undefined && PLACE_BEFORE.test(before.readings[0]!) && !(contexts[at]!.street && before.readings[0] === 'пр')) || isUnit(after) || isUnit(before) || after?.readings[0] === 'г';
    if (contexts[at]!.street || isBearer(before) || (name.inCapitals && after?.readings[0] === 'рф')) return null;
    if (isNamedWord(after) && /[иыо]й$/.test(tokens[at]!.readings[0]!)) return null;
    if (!isSaid && contexts[at]!.person) return null;
    if (isSaid && name.certainty !== 'SHARED') return hit(name.isOwn ? SCORES.own : SCORES.sure);
    if (name.certainty === 'PERSONAL') return hit(SCORES.common, true);
    if (!isSureForm) return hit(SCORES.common, true);
    if (name.certainty === 'SHARED') return hit(SCORES.shared);
    if (name.certainty === 'SURE') return hit(name.isOwn ? SCORES.own : SCORES.sure);
    const isApart = (gap: string | undefined, neighbour: Token | undefined): boolean =>
      !neighbour || /[,;(/–—]| - /.test(gap ?? '') || CONTENTLESS.test(neighbour.readings[0]!) || neighbour.isUpper || isMatter(neighbour) || (tokens[at]!.isCapital && !neighbour.isCapital);
    const isAlone = isApart(tokens[at]!.gap, before) && isApart(after?.gap, after);
    return hit(SCORES.common, !isAlone);
  }

  /** `Ворон. обл.`, `Хаб. край`: the beginning of one region's adjective before a word that says "region". */
  private abbreviated(tokens: Token[], contexts: Context[], at: number): Hit[] {
    const [token, after] = [tokens[at]!, tokens[at + 1]];
    const beginning = token.readings[0]!;
    if (beginning.length < 3 || !after || !UNIT.test(after.readings[0]!) || contexts[at]!.person) return [];
    const fitting = this.names.filter(({ isAdjective, isOwn, words }) => isAdjective && isOwn && [...words[0]!.sure][0]!.startsWith(beginning));
    const targets = new Set(fitting.map(({ target }) => target.id));
    return targets.size === 1 ? [{ name: fitting[0]!, from: at, length: 2, score: SCORES.abbreviated, needsPlace: false }] : [];
  }
}
