import { lineOf, type Direction } from '../firstVisit/directions';

/** A direction and everything below it. */
export const branchesOf = (directions: Direction[], id: string): string[] =>
  directions.filter((direction) => lineOf(directions, direction.id).some((above) => above.id === id)).map((direction) => direction.id);
