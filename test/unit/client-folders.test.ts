import * as fc from 'fast-check';
import { leftMs } from '../../front/classification/data';
import { marked } from '../../front/classification/marked';
import { isCycle, linesOf, ruleOf, TOP, type FolderRow, type Level } from '../../front/clientFolders/tree';

const row = (id: string, parentId: string | null = null, more: Partial<FolderRow> = {}): FolderRow => ({ id, name: id, parentId, path: null, problem: null, regionId: null, directionId: null, ...more });
const level = (rows: FolderRow[], isAll = true): Level => ({ rows, counts: new Map(rows.map(({ id }) => [id, { folders: 1, clients: 0 }])), isAll });

describe('the words that tell something', () => {
  const markedIn = (path: string, words: string[]) => marked(path, words).flatMap(({ text, isMarked }) => (isMarked ? [text] : []));
  it('are marked where they stand last, whatever their case', () => {
    expect(markedIn('Москва / РЖД, Москва', ['москва', 'РЖД'])).toEqual(['РЖД', 'Москва']);
    expect(markedIn('Архив', ['РЖД', ''])).toEqual([]);
  });
  it('leave the path what it is', () => {
    fc.assert(fc.property(fc.string(), fc.array(fc.string()), (path, words) => marked(path, words).map(({ text }) => text).join('') === path), { numRuns: 100 });
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
