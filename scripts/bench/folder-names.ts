import { readFileSync } from 'node:fs';
import { DIRECTIONS } from '../../workers/catalogues/directions';
import { REGIONS } from '../../workers/catalogues/regions';
import type { Target } from '../../workers/classification/match';

/** A folder's name and what a person says it means, as codes of the catalogues. */
export type Labelled = { name: string; meant: string[]; set: 'seen' | 'held out' };

export const CATALOGUE: Target[] = [
  ...REGIONS.map(({ code, name }): Target => ({ kind: 'REGION', id: code, code, name: name.ru })),
  ...DIRECTIONS.map(({ code, parent, name }): Target => ({ kind: 'DIRECTION', id: code, code, name: name.ru, parentId: parent })),
];

const read = (file: string, set: Labelled['set']): Labelled[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [name, regions, directions] = line.split('\t') as [string, string, string];
      const codes = (text: string) => text.split(',').filter(Boolean);
      return { name, meant: [...codes(regions).map((code) => `RU-${code}`), ...codes(directions)], set };
    });

/** The rules were made with the first set in sight; the second was written when they stood, and no rule may be made for it. */
export const labelledNames = (): Labelled[] => [...read('test/data/folder-names.tsv', 'seen'), ...read('test/data/folder-names-held-out.tsv', 'held out')];

export type Answer = { meant: string[]; said: { code: string; score: number }[] };

/** Of what was said with at least a score, how much was meant; of what was meant, how much was said. */
export const quality = (answers: Answer[], from = 0): { precision: number; recall: number } => {
  const count = (of: (answer: Answer) => { code: string; score: number }[] | string[]) => answers.reduce((sum, answer) => sum + of(answer).length, 0);
  const sure = ({ said }: Answer) => said.filter(({ score }) => score >= from);
  const right = count((answer) => sure(answer).filter(({ code }) => answer.meant.includes(code)));
  return { precision: right / count(sure), recall: right / count(({ meant }) => meant) };
};
