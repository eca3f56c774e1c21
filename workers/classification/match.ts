import { contextOf, joined } from './context';
import { DirectionMatcher } from './directions';
import { tokensOf } from './letters';
import { RegionMatcher } from './regions';

export type Target = { kind: 'REGION' | 'DIRECTION'; id: string; name: string; code: string | null; parentId?: string | null };
/** What a folder's name speaks of. `words` stand in the name as they are here; `score` is of 100. */
export type Found = { target: Target; words: string[]; score: number };

/** A score below this is a guess that a person would only have to reject. */
const PROPOSED_FROM = 60;

/**
 * Finds the directions and regions that a folder's name speaks of. Made once for the catalogues; each name is then matched in well
 * under a millisecond. Pure: no clock, no door.
 */
export class Matcher {
  private readonly regions: RegionMatcher;
  private readonly directions: DirectionMatcher;

  constructor(targets: Target[]) {
    this.regions = new RegionMatcher(targets.filter(({ kind }) => kind === 'REGION'));
    this.directions = new DirectionMatcher(targets.filter(({ kind }) => kind === 'DIRECTION'));
  }

  match(folderName: string): Found[] {
    const tokens = joined(tokensOf(folderName));
    const contexts = contextOf(tokens, (at) => this.regions.isPlace(tokens[at]!) || this.directions.isWord(tokens[at]!));
    return [...this.regions.match(tokens, contexts, (token) => this.directions.isWord(token)), ...this.directions.match(tokens, contexts, (token) => this.regions.isPlace(token))]
      .filter(({ score }) => score >= PROPOSED_FROM)
      .sort((a, b) => b.score - a.score || a.target.id.localeCompare(b.target.id));
  }
}
