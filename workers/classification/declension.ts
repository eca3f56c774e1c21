import { plain } from './letters';

/**
 * Forms of a place's name. A stemmer does not do here: it takes Ростов for the genitive plural of рост, and Иванова for Иваново.
 *
 * `sure` are forms that only the place has; `unsure` are a surname's as well (Саратова, Иванова) and need a word that says "place".
 */
export type Forms = { sure: string[]; unsure: string[] };

const with_ = (stem: string, endings: string): string[] => endings.split(' ').map((ending) => stem + (ending === '-' ? '' : ending));

/** `московск` → московский, московская, московской … */
export const adjectivesOf = (stem: string): string[] => with_(stem, 'ий ая ое ие ого ой ому им ом ую ою их ими');

/** `подмосковн` → подмосковный, подмосковная … */
export const hardAdjectivesOf = (stem: string): string[] => with_(stem, 'ый ая ое ые ого ой ому ым ом ую ых ыми');

const RULES: [ending: RegExp, stem: (word: string) => string, sure: string, unsure?: string][] = [
  [/[оеы]в$|[иы]н$/, (word) => word, '- е', 'а у ом ым'],
  [/[оеы]во$|[иы]но$/, (word) => word.slice(0, -1), 'о е', 'а у ом ым'],
  [/(ск|цк|н|р|в|г)(ий|ый|ой)$/, (word) => word.slice(0, -2), 'ий ый ой ого его ому ему ом ем им ым'],
  [/(ая|яя)$/, (word) => word.slice(0, -2), 'ая яя ой ей ую юю'],
  [/(ое|ее)$/, (word) => word.slice(0, -2), 'ое ее ого его ом ем ому ему'],
  [/(ые|ие)$/, (word) => word.slice(0, -2), 'ые ие ых их ым им'],
  [/ье$/, (word) => word.slice(0, -1), 'е я ю ем'],
  [/ия$/, (word) => word.slice(0, -1), 'я и ю ей'],
  [/а$/, (word) => word.slice(0, -1), 'а ы и е у ой ою'],
  [/я$/, (word) => word.slice(0, -1), 'я и е ю ей'],
  [/ь$/, (word) => word.slice(0, -1), 'ь и я ю ью ем е'],
  [/[ыи]$/, (word) => word.slice(0, -1), 'ы и - ам ах ами ям ях'],
  [/о$/, (word) => word.slice(0, -1), 'о а у ом е'],
  [/[бвгджзклмнпрстфхцчшщ]$/, (word) => word, '- а у ом ем е'],
];

/** Words that lose a vowel: Орёл → Орла, Елец → Ельца. */
const FLEETING: Record<string, string> = { орел: 'орл', елец: 'ельц', череповец: 'череповц', городец: 'городц', данков: 'данков', торжок: 'торжк' };

export const formsOf = (word: string): Forms => {
  const name = plain(word);
  if (name.length < 3 || name === 'сочи' || name === 'ново') return { sure: [name], unsure: [] };
  const fleeting = FLEETING[name];
  // Орла is a bird's as well.
  if (fleeting) return name === 'орел' ? { sure: [name, 'орле'], unsure: ['орла', 'орлу', 'орлом'] } : { sure: [name, ...with_(fleeting, 'а у ом е')], unsure: [] };
  const rule = RULES.find(([ending]) => ending.test(name));
  if (!rule) return { sure: [name], unsure: [] };
  const [, stem, sure, unsure] = rule;
  return { sure: with_(stem(name), sure), unsure: unsure ? with_(stem(name), unsure) : [] };
};
