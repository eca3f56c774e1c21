import { stemmer } from '@orama/stemmers/russian';
import type { Context } from './context';
import { plain, type Token } from './letters';
import { Spelling } from './likeness';
import type { Found, Target } from './match';
import { DIRECTION_PHRASES } from './words';

/** A word of a phrase: any of these stems or of these words as written. */
type Word = { stems: Set<string>; exact: Set<string> };
type Phrase = { target: Target; words: Word[]; without: Word[]; score: number };
/** A stem that stands in a name: at which word, and what is lost by the way it is written. */
type Reading = { key: string; at: number; loss: number; /** So short a beginning that it says something only beside other words. */ isStub?: boolean };

const SCORES = { name: 95, phrase: 90, weak: 65, part: 70, slip: 10, short: 5, foreign: 8 };
/** Words of a direction's name that tell nothing of it. */
const CONTENTLESS = new Set('и в на от до с со по при о об из за для прочие прочее другие иные иное общие разное дела дело споры спор вопросы полученные период лица человек люди место места the of and in at by to on from other'.split(' '));

/** Stems that look like a slip and are none. */
const REAL_WORDS = new Set(['обучение', 'поездка', 'правда', 'заболел'].map((word) => stemmer(word)));

const wordsIn = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The stemmer takes вокзал for a verb's past, but not вокзала. */
const stemsOf = (word: string): string[] => [plain(word), ...(/[бвгджзклмнпрстфхцчшщ]$/.test(word) ? [`${plain(word)}а`, `${plain(word)}ы`] : [])].map((form) => stemmer(form));

const wordOf = (text: string): Word => {
  const all = text.split('|');
  return {
    stems: new Set(all.filter((word) => !word.startsWith('=')).flatMap(stemsOf)),
    exact: new Set(all.filter((word) => word.startsWith('=')).map((word) => plain(word.slice(1)))),
  };
};

const phraseOf = (target: Target, line: string): Phrase => {
  const parts = line.split(/\s+/);
  const words = parts.filter((part) => part !== '~' && !part.startsWith('!')).map(wordOf);
  const without = parts.filter((part) => part.startsWith('!')).map((part) => wordOf(part.slice(1)));
  return { target, words, without, score: parts.includes('~') ? SCORES.weak : SCORES.phrase };
};

const keysOf = ({ stems, exact }: Word): string[] => [...[...stems].map((stem) => `~${stem}`), ...[...exact].map((word) => `=${word}`)];

export class DirectionMatcher {
  private readonly byKey = new Map<string, Phrase[]>();
  private readonly vocabulary = new Set<string>();
  private readonly spelling: Spelling;
  private readonly nearest = new Map<string, ReturnType<Spelling['nearest']>>();
  private readonly parents: Map<string, string | null>;

  constructor(targets: Target[]) {
    this.parents = new Map(targets.map(({ id, parentId }) => [id, parentId ?? null]));
    const phrases = [...targets.flatMap((target) => (DIRECTION_PHRASES[target.code ?? ''] ?? []).map((line) => phraseOf(target, line))), ...this.byNames(targets)];
    for (const phrase of phrases) {
      for (const key of keysOf(phrase.words[0]!)) this.byKey.set(key, [...(this.byKey.get(key) ?? []), phrase]);
      for (const { stems } of phrase.words) for (const stem of stems) this.vocabulary.add(stem);
    }
    this.spelling = new Spelling(this.vocabulary, 0);
  }

  /** Directions by their own names: all the words; and of one that only the office has, its longest word that no other has. */
  private byNames(targets: Target[]): Phrase[] {
    const namesOf = (target: Target) => [...new Set(wordsIn(target.name).filter((word) => !CONTENTLESS.has(word)))];
    const usedBy = new Map<string, number>();
    for (const target of targets) for (const stem of new Set(namesOf(target).map(stemmer))) usedBy.set(stem, (usedBy.get(stem) ?? 0) + 1);
    return targets.flatMap((target): Phrase[] => {
      const names = namesOf(target);
      if (names.length === 0) return [];
      const whole = { target, words: names.map(wordOf), without: [], score: SCORES.name };
      const [longest] = names.filter((word) => usedBy.get(stemmer(word)) === 1 && word.length >= 8).sort((a, b) => b.length - a.length);
      if (DIRECTION_PHRASES[target.code ?? ''] || names.length === 1 || !longest) return [whole];
      return [whole, { target, words: [wordOf(longest)], without: [], score: SCORES.part }];
    });
  }

  /** Whether a word belongs to some direction. */
  isWord(token: Token): boolean {
    return token.readings.some((word) => this.byKey.has(`=${word}`) || this.vocabulary.has(stemmer(word)));
  }

  /** @param isPlace whether a word is a place's name, not a mistyped word of a direction */
  match(tokens: Token[], contexts: Context[], isPlace: (token: Token) => boolean): Found[] {
    const readings = tokens.flatMap((token, at) => (contexts[at]!.person || contexts[at]!.street || contexts[at]!.city ? [] : this.readings(token, at, isPlace(token))));
    const byKey = new Map<string, Reading[]>();
    for (const reading of readings) byKey.set(reading.key, [...(byKey.get(reading.key) ?? []), reading]);
    const found = new Map<string, Found>();
    for (const phrase of new Set(readings.flatMap(({ key }) => this.byKey.get(key) ?? []))) {
      const used = this.fill(phrase, byKey);
      if (!used) continue;
      const before = found.get(phrase.target.id);
      const words = [...new Set([...(before?.words ?? []), ...used.map(({ at }) => tokens[at]!.raw)])];
      const score = phrase.score - used.reduce((sum, { loss }) => sum + loss, 0);
      found.set(phrase.target.id, { target: phrase.target, words, score: Math.max(before?.score ?? 0, score) });
    }
    const above = new Set([...found.values()].flatMap(({ target }) => this.ancestors(target.id)));
    return [...found.values()].filter(({ target }) => !above.has(target.id));
  }

  private ancestors(id: string): string[] {
    const above: string[] = [];
    for (let parent = this.parents.get(id); parent && !above.includes(parent); parent = this.parents.get(parent)) above.push(parent);
    return above;
  }

  /** A word of the name for each word of the phrase; null when there is none. */
  private fill({ words, without }: Phrase, byKey: Map<string, Reading[]>): Reading[] | null {
    if (without.some((word) => keysOf(word).some((key) => byKey.has(key)))) return null;
    const used: Reading[] = [];
    for (const word of words) {
      const best = keysOf(word)
        .flatMap((key) => byKey.get(key) ?? [])
        .filter(({ at, isStub }) => !used.some((other) => other.at === at) && !(isStub && words.length === 1))
        .sort((a, b) => a.loss - b.loss)[0];
      if (!best) return null;
      used.push(best);
    }
    return used;
  }

  private readings(token: Token, at: number, isPlace: boolean): Reading[] {
    return token.readings.flatMap((word, index): Reading[] => {
      const loss = index === 0 ? 0 : SCORES.foreign;
      const stem = stemmer(word);
      const exact = [{ key: `=${word}`, at, loss }, { key: `~${stem}`, at, loss }];
      if (this.vocabulary.has(stem) || this.byKey.has(`=${word}`)) return exact;
      if (token.isShort && word.length >= 3) return [...exact, ...[...this.vocabulary].filter((known) => known.startsWith(word)).map((known) => ({ key: `~${known}`, at, loss: SCORES.short, isStub: word.length < 5 }))];
      const near = isPlace || REAL_WORDS.has(stem) ? null : this.near(stem);
      return near ? [...exact, { key: `~${near.word}`, at, loss: loss + near.errors * SCORES.slip }] : exact;
    });
  }

  private near(stem: string): ReturnType<Spelling['nearest']> {
    if (!this.nearest.has(stem)) {
      if (this.nearest.size > 50_000) this.nearest.clear();
      this.nearest.set(stem, this.spelling.nearest(stem));
    }
    return this.nearest.get(stem)!;
  }
}
