import * as fc from 'fast-check';
import { evidenceIn, isSame, leftMs, piecesOf, targetsOf } from '../../front/classification/evidence';
import { isCycle, linesOf, ruleOf, TOP, type FolderRow, type Level } from '../../front/clientFolders/tree';

const row = (id: string, parentId: string | null = null, more: Partial<FolderRow> = {}): FolderRow => ({ id, name: id, parentId, path: null, problem: null, regionId: null, directionId: null, ...more });
const level = (rows: FolderRow[], isAll = true): Level => ({ rows, counts: new Map(rows.map(({ id }) => [id, { folders: 1, clients: 0 }])), isAll });
const marked = (path: string, words: string[]) => piecesOf({ path, words }).filter(({ isMatch }) => isMatch).map(({ text }) => text);

describe('the words that tell something', () => {
  it('are marked in the last folder of the path, whatever their case', () => {
    expect(marked('Архив / Москва / РЖД, Москва', ['москва', 'РЖД'])).toEqual(['РЖД', 'Москва']);
    expect(piecesOf({ path: 'Москва / РЖД', words: ['ржд'] })).toEqual([{ text: 'Москва / ', isMatch: false }, { text: 'РЖД', isMatch: true }]);
  });
  it('are found in a name that holds a separator, and nothing is marked for a word that is not there', () => {
    expect(marked('Архив / Урал / Челябинск', ['Урал'])).toEqual(['Урал']);
    expect(marked('Архив', ['РЖД', ''])).toEqual([]);
  });
  it('leave the path what it is', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.string()), (path, words) => piecesOf({ path, words }).map(({ text }) => text).join('') === path), { numRuns: 100 });
  });
});

describe('a proposal', () => {
  const proposed = { regions: [{ id: 'r1', name: 'Москва', score: 90 }], directions: [{ id: 'd1', name: 'РЖД', score: 80 }] };
  it('gives what was chosen instead of what was proposed', () => {
    expect(targetsOf({ proposed, chosen: null })).toEqual({ regions: ['r1'], directions: ['d1'] });
    expect(targetsOf({ proposed, chosen: { regions: [], directions: ['d2'] } })).toEqual({ regions: [], directions: ['d2'] });
    expect(targetsOf({ proposed: 'anything', chosen: null })).toEqual({ regions: [], directions: [] });
  });
  it('is the same in any order', () => expect(isSame({ regions: ['a', 'b'], directions: [] }, { regions: ['b', 'a'], directions: [] })).toBe(true));
  it('shows its strongest evidence first, and none where the field holds something else', () => {
    expect(evidenceIn([{ score: 60 }, null, { score: 100, by: 'RULE' }]).map(({ score }) => score)).toEqual([100, 60]);
    expect(evidenceIn({ path: 'x' })).toEqual([]);
  });
});

it('tells how long a search goes on once that can be told', () => {
  const startedAt = '2026-01-01T00:00:00Z';
  const now = Date.parse(startedAt) + 60_000;
  expect(leftMs({ startedAt, total: 100, done: 25 }, now)).toBe(180_000);
  expect(leftMs({ startedAt, total: 100, done: 0 }, now)).toBeNull();
  expect(leftMs({ startedAt, total: 100, done: 100 }, now)).toBeNull();
});

describe('the tree', () => {
  const levels = new Map([[TOP, level([row('a'), row('b')], false)], ['a', level([row('a1', 'a')])]]);
  const shown = (open: string[]) => linesOf(levels, new Set(open)).map((line) => (line.kind === 'folder' ? `${line.depth} ${line.row.id}` : `${line.depth} ${line.kind}`));
  it('shows what is unfolded, what is still read, and that there is more', () => {
    expect(shown(['a'])).toEqual(['0 a', '1 a1', '0 b', '0 more']);
    expect(shown(['b'])).toEqual(['0 a', '0 b', '1 loading', '0 more']);
  });
  it('ends a circle where it would begin again', () => {
    const circle = new Map([[TOP, level([row('a')])], ['a', level([row('b', 'a')])], ['b', level([row('a', 'b')])]]);
    expect(linesOf(circle, new Set(['a', 'b']))).toHaveLength(3);
  });
  it('inherits a rule from the nearest folder that has one', () => {
    const way = [row('c', 'b'), row('b', 'a', { regionId: 'r2' }), row('a', null, { regionId: 'r1', directionId: 'd1' })];
    expect(ruleOf(way, 'regionId')).toMatchObject({ id: 'r2', from: { id: 'b' } });
    expect(ruleOf(way, 'directionId')).toMatchObject({ id: 'd1', from: { id: 'a' } });
    expect(ruleOf([row('x')], 'regionId')).toBeNull();
  });
  it('does not let a folder lie in itself', () => {
    expect(isCycle('a', [row('c', 'b'), row('b', 'a'), row('a')])).toBe(true);
    expect(isCycle('x', [row('a')])).toBe(false);
  });
});
