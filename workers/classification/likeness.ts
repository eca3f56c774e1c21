import damerau from 'damerau-levenshtein';

/** A shorter word is too near to others. */
const SHORTEST = 6;
/** Where ends count, a word that is written like this is a surname rather than a slip: Новгородцев, Пензякова. */
const SURNAME = /.(ов|ев|ин|ова|ева|ина|овы|евы|ины|цкий|цкая)$/;

/** Which letters a word has, a bit for each. */
const lettersOf = (word: string): number => {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
};
const count = (bits: number): number => {
  let ones = 0;
  for (let left = bits; left !== 0; left &= left - 1) ones += 1;
  return ones;
};

/**
 * Known words, to find the one that a mistyped word is meant to be. The first letter is taken to be right; words that differ at their
 * ends alone are other words (Курганов is not Курган), since all forms are known.
 */
export class Spelling {
  private readonly words = new Map<string, { word: string; letters: number }[]>();

  /** @param end how many letters of a word's end may not be the only ones that differ */
  constructor(words: Iterable<string>, private readonly end: number) {
    for (const word of new Set(words)) {
      if (word.length < SHORTEST) continue;
      const key = `${word[0]}${word.length}`;
      this.words.set(key, [...(this.words.get(key) ?? []), { word, letters: lettersOf(word) }]);
    }
  }

  /** @returns the nearest known word within one typing error, of long words two; null when there is none or more than one is as near */
  nearest(word: string): { word: string; errors: number } | null {
    if (word.length < SHORTEST || (this.end > 0 && SURNAME.test(word))) return null;
    const allowed = word.length >= 11 ? 2 : 1;
    const own = lettersOf(word);
    let best: { word: string; errors: number } | null = null;
    for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
      for (const { word: known, letters } of this.words.get(`${word[0]}${length}`) ?? []) {
        // Each error changes at most two of the letters that there are.
        if (count(letters ^ own) > 2 * allowed) continue;
        if (word.startsWith(known.slice(0, Math.min(known.length, word.length) - this.end))) continue;
        const errors = damerau(word, known).steps;
        if (errors <= allowed && (!best || errors < best.errors)) best = { word: known, errors };
      }
    }
    return best;
  }
}
