import type { Token } from './letters';
import { FIRST_NAMES } from './first-names';

/** What a word of a folder's name is told to be by its neighbours. */
export type Context = { /** A person's name. */ person: boolean; /** A street's, a station's, a district's name. */ street: boolean; /** A city's name, told so. */ city: boolean };

const PATRONYMIC = /(ович|евич|ьич|инич|овна|евна|инична|ична)(а|у|ем|ом|е|ы|ой)?$/;
/** Words whose neighbour names them, not a region: before the name and, for an adjective, after it. */
const STREET = new Set(
  `ул улица улице улицы проспект проспекте пр просп шоссе ш переулок пер площадь площади пл бульвар бульваре набережная наб проезд тракт тупик аллея микрорайон мкр мкрн`.split(/\s+/),
);
const NAMED = new Set(
  `район районный районного районном р вокзал вокзале вокзала мост рынок завод заводе завода военный военного война войны кампания дивизия дивизии дорога дороги дороге жд полк бригада станция железная железной железную
  армия фронт переулок вал пруд`.split(/\s+/),
);
const BEARERS = new Set('апл подлодка теплоход крейсер санаторий гостиница отель кинотеатр ресторан кафе ооо зао оао пао ао тд фк хк магазин газета журнал'.split(' '));
/** Short words in two parts, as people write them: ж/д, в/ч, р-н. */
const TWO_PARTS: Record<string, string> = {
  'ж д': 'жд', 'в ч': 'вч', 'в сл': 'военнослужащий', 'в с': 'военнослужащий', 'н с': 'нс', 'р н': 'район', 'р на': 'района', 'р не': 'районе',
  'пр ве': 'производстве', 'пр во': 'производство', 'пр ва': 'производства', 'пр т': 'проспект', 'пр кт': 'проспект', 'б р': 'бульвар', 'с пб': 'спб',
  'жел дор': 'железнодорожный', 'б ца': 'больница', 'м ко': 'метро', 'п з': 'пз',
};

const isInitial = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}$/u.test(token.raw) && token.isShort;

/** The words of a name with those in two parts as one. */
export const joined = (tokens: Token[]): Token[] => {
  const words: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const letters = tokens.slice(at).findIndex((token, index) => [...token.raw].length > 1 || (index > 0 && token.gap !== '.'));
    const spelled = tokens.slice(at, letters < 0 ? undefined : at + letters);
    if (spelled.length >= 3) {
      words.push({ ...spelled[0]!, raw: spelled.map(({ raw, gap }, index) => (index ? gap : '') + raw).join(''), readings: [spelled.map(({ readings }) => readings.at(-1)).join('')], isShort: false });
      at += spelled.length - 1;
      continue;
    }
    const [one, two] = [tokens[at]!, tokens[at + 1]];
    // В.С. are initials, в/с and в.с. are servicemen.
    const areInitials = isInitial(one) && isInitial(two) && one.readings[0] !== 'ж';
    const whole = two && !areInitials && (/^\.? ?[-/.‑–] ?$/.test(two.gap) || (two.gap === ' ' && one.raw.length + two.raw.length === 2 && !one.isCapital)) ? TWO_PARTS[`${one.readings.at(-1)} ${two.readings.at(-1)}`] : undefined;
    if (!whole) words.push(one);
    else {
      words.push({ ...one, raw: `${one.raw}${two!.gap}${two!.raw}`, readings: [whole], isShort: false });
      at += 1;
    }
  }
  return words;
};

/** Whether nothing but a space stands between a word and the one before: they may be one person's name. */
const isClose = (token: Token | undefined): boolean => token !== undefined && /^\.?\s*$/.test(token.gap);

/** Whether a word says that a thing bears the name that follows: a ship, a hotel, a company. */
export const isBearer = (token: Token | undefined): boolean => token !== undefined && token.readings.some((word) => BEARERS.has(word));
export const isStreetWord = (token: Token | undefined): boolean => token !== undefined && token.readings.some((word) => STREET.has(word));
export const isNamedWord = (token: Token | undefined): boolean => token !== undefined && (isStreetWord(token) || token.readings.some((word) => NAMED.has(word)));

/** @param isKnown whether a word is a word of the matter or a place for certain, so that it is no surname */
export const contextOf = (tokens: Token[], isKnown: (at: number) => boolean): Context[] => {
  const contexts = tokens.map((): Context => ({ person: false, street: false, city: false }));
  const mark = (at: number): void => void (contexts[at] && (contexts[at]!.person = true));
  const isSurname = (at: number): boolean => tokens[at] !== undefined && tokens[at]!.isCapital && tokens[at]!.raw.length > 2 && !isKnown(at);
  tokens.forEach((token, at) => {
    const word = token.readings[0]!;
    const before = isClose(token) && isSurname(at - 1);
    const after = isClose(tokens[at + 1]) && isSurname(at + 1);
    if (token.raw.length > 6 && PATRONYMIC.test(word)) {
      mark(at);
      if (isClose(token)) mark(at - 1);
      // Before a first name and a patronymic stands a surname, be there a city of that name or not.
      if (isClose(token) && isClose(tokens[at - 1]) && tokens[at - 1]?.isCapital && !isKnown(at - 1) && tokens[at - 2]?.isCapital) mark(at - 2);
      else if (after) mark(at + 1);
    } else if (isInitial(token)) {
      // Of two initials the second stands beside the first; the surname is before the first or after the last.
      const first = isInitial(tokens[at - 1]) ? at - 1 : at;
      // Before two initials stands a surname, be there a city of that name or not.
      const isFull = first < at && tokens[first - 1]?.isCapital && !tokens[first - 1]!.isUpper;
      if (isClose(tokens[first]) && (isFull || isSurname(first - 1))) [first - 1, at].forEach(mark);
      else if (after) [at, at + 1].forEach(mark);
    } else if (FIRST_NAMES.has(word) && token.isCapital && (before || after)) {
      mark(at);
      mark(before ? at - 1 : at + 1);
    }
    if (/^г(ор|орода?|ороде)?$/.test(word)) {
      const named = /[,;(]/.test(tokens[at + 1]?.gap ?? ',') ? at - 1 : at + 1;
      if (contexts[named]) contexts[named]!.city = true;
    }
    if (isStreetWord(token)) {
      if (tokens[at + 1] && !/[,;(]/.test(tokens[at + 1]!.gap)) contexts[at + 1]!.street = true;
      if (at > 0 && /(ий|ый|ая|ое|ой|ого|ому|ом|ую)$/.test(tokens[at - 1]!.readings[0]!)) contexts[at - 1]!.street = true;
    }
  });
  return contexts;
};
