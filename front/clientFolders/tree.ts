/** The tree of folders as far as it was unfolded. Pure. */

export type FolderRow = { id: string; name: string | null; parentId: string | null; path: string | null; problem: string | null; regionId: string | null; directionId: string | null };
export type Counts = { folders: number; clients: number };
/** What lies directly in a folder, or at the top. */
export type Level = { rows: FolderRow[]; counts: Map<string, Counts>; isAll: boolean };

export const TOP = '';
export type Levels = ReadonlyMap<string, Level>;

export type Line = { kind: 'folder'; row: FolderRow; counts: Counts; depth: number; isOpen: boolean } | { kind: 'more'; of: string; depth: number } | { kind: 'loading'; of: string; depth: number };

/** The lines from top to bottom. A folder that runs in a circle ends where it would begin again. */
export const linesOf = (levels: Levels, open: ReadonlySet<string>): Line[] => {
  const below = (of: string, depth: number, above: ReadonlySet<string>): Line[] => {
    const level = levels.get(of);
    if (!level) return [{ kind: 'loading', of, depth }];
    const lines = level.rows.flatMap((row): Line[] => {
      const isOpen = open.has(row.id) && !above.has(row.id);
      const line: Line = { kind: 'folder', row, counts: level.counts.get(row.id) ?? { folders: 0, clients: 0 }, depth, isOpen };
      return isOpen ? [line, ...below(row.id, depth + 1, new Set([...above, row.id]))] : [line];
    });
    return level.isAll ? lines : [...lines, { kind: 'more', of, depth }];
  };
  return below(TOP, 0, new Set());
};

export type Rule = { id: string; from: FolderRow };

/**
 * What holds in a folder: its own rule, else that of the nearest folder above.
 *
 * @param way the folder and those that it lies in, the nearest first
 */
export const ruleOf = (way: FolderRow[], field: 'regionId' | 'directionId'): Rule | null => {
  const from = way.find((row) => row[field] !== null);
  return from ? { id: from[field]!, from } : null;
};

/** Whether a folder would lie in itself. */
export const isCycle = (movedId: string, wayOfTarget: { id: string }[]): boolean => wayOfTarget.some(({ id }) => id === movedId);
