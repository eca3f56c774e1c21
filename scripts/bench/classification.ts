import { DIRECTIONS } from '../../workers/catalogues/directions';
import { Matcher } from '../../workers/classification/match';
import { classificationSpeed } from './classification-speed';
import { note } from './figures';
import { CATALOGUE, labelledNames, quality, type Answer } from './folder-names';

/** What a search for the catalogue's names in a folder's name finds: each by its whole name or by its telling word less the ending. */
const bySubstring = (): ((name: string) => string[]) => {
  const telling = (name: string) =>
    name.toLowerCase().split(/[^а-яё]+/u).filter((word) => word.length > 3 && !/^(область|край|республика|автономн.*|округ|травмы|аварии|болезни)$/u.test(word))[0] ?? name.toLowerCase();
  const needles = CATALOGUE.map(({ id, name }) => ({ id, needle: telling(name).slice(0, -2) }));
  return (name) => needles.filter(({ needle }) => name.toLowerCase().includes(needle)).map(({ id }) => id);
};

const percent = (share: number): string => share.toFixed(3);

/** How well regions and directions are found in names of folders that a person has labelled, and how fast. */
export const classification = async (): Promise<void> => {
  const began = performance.now();
  const matcher = new Matcher(CATALOGUE);
  const made = performance.now() - began;
  const naive = bySubstring();
  const labelled = labelledNames();
  for (const set of ['seen', 'held out'] as const) {
    const names = labelled.filter((name) => name.set === set);
    const answers = names.map(({ name, meant }): Answer => ({ meant, said: matcher.match(name).map(({ target, score }) => ({ code: target.id, score })) }));
    const others = names.map(({ name, meant }): Answer => ({ meant, said: naive(name).map((code) => ({ code, score: 100 })) }));
    const report = (what: string, kept: (code: string) => boolean, from: number) => {
      const only = (of: Answer[]) => of.map(({ meant, said }) => ({ meant: meant.filter(kept), said: said.filter(({ code }) => kept(code)) }));
      const { precision, recall } = quality(only(answers), from);
      const reference = quality(only(others), from);
      note(`classification: ${what}, ${set}, ${names.length} names`, `precision ${percent(precision)} at recall ${percent(recall)}`, `substrings: ${percent(reference.precision)} at ${percent(reference.recall)}`, '0.950 at 0.900');
    };
    report('all that is proposed', () => true, 0);
    report('what scores 80 and more', () => true, 80);
    report('regions', (code) => code.startsWith('RU-'), 0);
    report('directions', (code) => DIRECTIONS.some((direction) => direction.code === code), 0);
  }
  const timed = (of: (name: string) => unknown): number => {
    const start = performance.now();
    for (let round = 0; round < 10; round += 1) for (const { name } of labelled) of(`${name} ${round}`);
    return (performance.now() - start) / labelled.length / 10;
  };
  note('classification: a folder’s name', `${timed((name) => matcher.match(name)).toFixed(3)} ms`, `substrings: ${timed(naive).toFixed(3)} ms; made once in ${made.toFixed(0)} ms`, 'well under 1 ms');
  await classificationSpeed();
};
