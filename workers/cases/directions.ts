import { circleFrom, type Problem } from './problems';

/** Any catalogue whose rows lie within one another. */
export type TreeRow = { id: string; name: string | null; parentId: string | null };

/** The top of each row's tree; null where a circle leaves it none. A parent that is gone counts as none. */
export const rootsOf = (rows: TreeRow[]): Map<string, string | null> => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const roots = new Map<string, string | null>();
  const rootOf = (row: TreeRow, way: Set<string>): string | null => {
    const known = roots.get(row.id);
    if (known !== undefined) return known;
    const parent = row.parentId === null ? undefined : byId.get(row.parentId);
    const root = way.has(row.id) ? null : parent ? rootOf(parent, way.add(row.id)) : row.id;
    roots.set(row.id, root);
    return root;
  };
  for (const row of rows) rootOf(row, new Set());
  return roots;
};

/** The rows that are part of themselves. */
export const circlesOf = (rows: TreeRow[]): Map<string, Problem> => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    rows.flatMap(({ id }): [string, Problem][] => {
      const circle = circleFrom(id, (each) => byId.get(each)?.parentId);
      const names = circle?.map((each) => byId.get(each)?.name?.trim() || '—');
      return names ? [[id, { code: 'PARENT_CIRCLE', fields: ['parentId'], names }]] : [];
    }),
  );
};
