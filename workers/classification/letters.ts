import createTransliteration from 'cyrillic-to-translit-js';

/** One word of a folder's name: as it stands there, and the ways to read it. */
export type Token = {
  raw: string;
  /** Small letters, ё as е; a Latin word also read as what it looks like and as what it sounds like. */
  readings: string[];
  /** Read by its sound, which tells й, ы, ь and ц less well. */
  isForeign: boolean;
  isCapital: boolean;
  isUpper: boolean;
  /** What stands between it and the word before. */
  gap: string;
  /** Whether a dot follows: what stands before it may be the beginning of a word. */
  isShort: boolean;
};

const transliteration = createTransliteration();

/** Latin letters that are drawn as Cyrillic ones, and digits that are typed for letters. */
const LOOKALIKE: Record<string, string> = Object.fromEntries(
  [...'aceopxykmtbhABCEHKMOPTXY03'].map((letter, index) => [letter, [...'асеорхукмтьнАВСЕНКМОРТХУоз'][index]!]),
);
const asDrawn = (word: string): string => [...word].map((letter) => LOOKALIKE[letter] ?? letter).join('');

const isCyrillic = (word: string): boolean => /^\p{Script=Cyrillic}+$/u.test(word);

export const plain = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');

/** What is left of a word when that is dropped which a transliteration does not tell. */
export const bySound = (word: string): string =>
  plain(word)
    .replace(/ц/g, 'тс')
    .replace(/[йы]/g, 'и')
    .replace(/э/g, 'е')
    .replace(/[ьъ]/g, '')
    .replace(/(.)\1+/gu, '$1');

const readingsOf = (raw: string): string[] => {
  if (!/\p{Script=Latin}|\p{L}\d/u.test(raw)) return [plain(raw)];
  const drawn = asDrawn(raw);
  if (/\p{Script=Cyrillic}/u.test(raw)) return [plain(isCyrillic(drawn) ? drawn : transliteration.reverse(raw))];
  return [plain(raw), ...(isCyrillic(drawn) ? [plain(drawn)] : []), plain(transliteration.reverse(raw.toLowerCase()))];
};

/** A digit between letters is one of them, mistyped. */
const WORD = /\p{L}+(?:[03]\p{L}+)*|\p{N}+/gu;

export const tokensOf = (name: string): Token[] => {
  const composed = name.normalize('NFKC');
  let end = 0;
  return [...composed.matchAll(WORD)].map((found) => {
    const [raw] = found;
    const gap = composed.slice(end, found.index);
    end = found.index + raw.length;
    return {
      raw,
      readings: readingsOf(raw),
      isForeign: /^\p{Script=Latin}+$/u.test(raw),
      isCapital: /^\p{Lu}/u.test(raw),
      isUpper: raw === raw.toUpperCase(),
      gap,
      isShort: composed[end] === '.',
    };
  });
};
