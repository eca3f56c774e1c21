import { CASE_STAGE, type Particulars } from '../../custom-objects/vocabulary';
import type { Choice } from '../lib/ListPicker';

export type Direction = { id: string; name: string | null; parentId: string | null; particulars: Particulars | null; isActive: boolean | null };

/** A direction and what it is part of, from itself upwards. A tree that runs in a circle ends where it would begin again. */
export const lineOf = (directions: Direction[], id: string | null): Direction[] => {
  const line: Direction[] = [];
  for (let next = id; next !== null; ) {
    const direction = directions.find((entry) => entry.id === next);
    if (!direction || line.includes(direction)) break;
    line.push(direction);
    next = direction.parentId;
  }
  return line;
};

/** Its own particulars, or those of the nearest direction above that has any. */
export const particularsOf = (directions: Direction[], id: string | null): Particulars | null =>
  lineOf(directions, id).find(({ particulars }) => particulars)?.particulars ?? null;

const nameOf = ({ name }: Direction): string => name?.trim() || '—';

/** The tree from top to bottom, each branch below its parent, without what is out of use. */
export const directionChoices = (directions: Direction[], locale: string): Choice[] => {
  const living = directions.filter(({ isActive }) => isActive !== false);
  const byName = (a: Direction, b: Direction) => nameOf(a).localeCompare(nameOf(b), locale);
  const choice = (direction: Direction): Choice => {
    const above = lineOf(directions, direction.parentId).map(nameOf).reverse();
    return { id: direction.id, name: nameOf(direction), note: above.join(' › '), depth: above.length };
  };
  const seen = new Set<string>();
  const below = (parentId: string | null): Choice[] =>
    living
      .filter((direction) => direction.parentId === parentId && !seen.has(direction.id))
      .sort(byName)
      .flatMap((direction) => {
        seen.add(direction.id);
        return [choice(direction), ...below(direction.id)];
      });
  const fromTheTop = below(null);
  // What hangs on a direction out of use, or in a circle, can be chosen all the same.
  const others = living.filter(({ id }) => !seen.has(id)).sort(byName);
  return [...fromTheTop, ...others.map((direction) => ({ ...choice(direction), depth: 0 }))];
};

export type Requirement = { id: string; name: string | null; directionId: string | null; stage: string | null; isMandatory: boolean | null };

const STAGES = CASE_STAGE.map(({ value }) => value as string);

/** What a case of this direction needs, the earliest first: its own documents and those of every direction above. */
export const requirementsOf = (requirements: Requirement[], directions: Direction[], id: string | null): Requirement[] => {
  const line = lineOf(directions, id).map((direction) => direction.id);
  const order = ({ stage }: Requirement) => (stage === null ? STAGES.length : STAGES.indexOf(stage));
  return requirements.filter(({ directionId }) => directionId !== null && line.includes(directionId)).sort((one, other) => order(one) - order(other));
};
