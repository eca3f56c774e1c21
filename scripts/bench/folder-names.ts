import { readFileSync } from 'node:fs';
import { DIRECTIONS } from '../../workers/catalogues/directions';
import { REGIONS } from '../../workers/catalogues/regions';
import type { Target } from '../../workers/classification/match';

/** A folder's name and what a person says it means, as codes of the catalogues. */
export type Labelled = { name: string; meant: string[]; half: 'dev' | 'held out' };

export const CATALOGUE: Target[] = [
  ...REGIONS.map(({ code, name }): Target => ({ kind: 'REGION', id: code, code, name: name.ru })),
  ...DIRECTIONS.map(({ code, parent, name }): Target => ({ kind: 'DIRECTION', id: code, code, name: name.ru, parentId: parent })),
];

/** Which half a name is of is told by its letters, so that a line that is added moves no other. */
const halfOf = (name: string): Labelled['half'] => ([...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_003, 7) % 2 === 0 ? 'dev' : 'held out');

export const labelledNames = (): Labelled[] =>
  readFileSync('test/data/folder-names.tsv', 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [name, regions, directions] = line.split('\t') as [string, string, string];
      const codes = (text: string) => text.split(',').filter(Boolean);
      return { name, meant: [...codes(regions).map((code) => `RU-${code}`), ...codes(directions)], half: halfOf(name) };
    });

type Answer = { meant: string[]; said: { code: string; score: number }[] };

/** Of what was said with at least a score, how much was meant; of what was meant, how much was said. */
export const quality = (answers: Answer[], from = 0): { precision: number; recall: number } => {
  const said = answers.map((answer) => ({ ...answer, said: answer.said.filter(({ score }) => score >= from) }));
  const right = said.reduce((sum, { meant, said }) => sum + said.filter(({ code }) => meant.includes(code)).length, 0);
  const count = (of: (answer: Answer) => unknown[]) => said.reduce((sum, answer) => sum + of(answer).length, 0);
  return { precision: right / count(({ said }) => said), recall: right / count(({ meant }) => meant) };
};
