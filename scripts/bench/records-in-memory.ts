/** Records as Twenty answers for them, in memory: for what is about the number of operations, and about what follows from what. */
import type { Filter, Find, ObjectName, Records } from '../../workers/twenty/records';

type Row = { id: string } & Record<string, unknown>;
type Condition = Record<string, unknown>;

const [WRITE_LIMIT, READ_LIMIT] = [200, 5_000];

const isAbsent = (value: unknown): boolean => value === null || value === undefined;

const sets = new WeakMap<unknown[], Set<unknown>>();
const setOf = (list: unknown[]): Set<unknown> => {
  const known = sets.get(list) ?? new Set(list);
  sets.set(list, known);
  return known;
};

const meets = (value: unknown, condition: Condition): boolean => {
  const [[operator, wanted]] = Object.entries(condition) as [[string, unknown]];
  if (operator === 'is') return isAbsent(value) === (wanted === 'NULL');
  if (operator === 'in') return setOf(wanted as unknown[]).has(value);
  if (operator === 'eq' && wanted === '') return isAbsent(value) || value === '';
  if (operator === 'neq' && wanted === '') return !isAbsent(value) && value !== '';
  if (isAbsent(value)) return false;
  const [one, other] = [value as string, wanted as string];
  switch (operator) {
    case 'eq': return one === other;
    case 'gt': return one > other;
    case 'gte': return one >= other;
    case 'lte': return one <= other;
    default: throw new Error(`No such operator here: ${operator}`);
  }
};

const fits = (row: Row, filter: Filter): boolean =>
  Object.entries(filter).every(([key, condition]) => {
    if (key === 'and') return (condition as Filter[]).every((each) => fits(row, each));
    if (key === 'or') return (condition as Filter[]).some((each) => fits(row, each));
    return meets(row[key], condition as Condition);
  });

/** Where a filter names the records, there is no need to look at all. */
const idsIn = (filter: Filter): string[] | undefined => {
  const [first] = [filter.and ?? [filter]].flat() as Filter[];
  return (first?.id as { in?: string[] } | undefined)?.in;
};

const orderOf = (orderBy: Record<string, string>[] = [{ id: 'AscNullsFirst' }]) => (one: Row, other: Row): number => {
  for (const [[key, way]] of orderBy.map((each) => Object.entries(each) as [[string, string]])) {
    const [a, b] = [String(one[key] ?? ''), String(other[key] ?? '')];
    if (a !== b) return (a < b ? -1 : 1) * (way.startsWith('Desc') ? -1 : 1);
  }
  return 0;
};

export class RecordsInMemory implements Pick<Records, 'find' | 'findAll' | 'upsert' | 'update' | 'destroy'> {
  private readonly tables = new Map<ObjectName, Map<string, Row>>();
  private moment = Date.parse('2026-01-01T00:00:00Z');
  operations = 0;
  /** Called before each operation, which it may refuse. */
  before: () => void = () => undefined;

  readonly now = (): Date => new Date(this.moment);

  table(object: ObjectName): Map<string, Row> {
    const known = this.tables.get(object) ?? new Map<string, Row>();
    this.tables.set(object, known);
    return known;
  }

  /** As a person would, or another program: it costs the workers nothing. */
  put(object: ObjectName, row: Row): void {
    this.moment += 1;
    const at = new Date(this.moment).toISOString();
    this.table(object).set(row.id, { createdAt: at, deletedAt: null, ...this.table(object).get(row.id), ...row, updatedAt: at });
  }

  private spend(operations = 1): void {
    for (let each = 0; each < operations; each += 1) {
      this.before();
      this.operations += 1;
    }
  }

  private matching(object: ObjectName, filter: Filter): Row[] {
    const isAll = JSON.stringify(filter).includes('"deletedAt"');
    const ids = idsIn(filter);
    const rows = ids ? ids.flatMap((id) => this.table(object).get(id) ?? []) : [...this.table(object).values()];
    return rows.filter((row) => (isAll || row.deletedAt === null) && fits(row, filter));
  }

  private read<Node>(object: ObjectName, { filter, fields, node, orderBy }: Find<Node>, first: number): Node[] {
    const names = fields.replace(/\{[^{}]*\{[^{}]*\}[^{}]*\}|\{[^{}]*\}/g, '').split(/\s+/).filter(Boolean);
    const related = (row: Row, name: string): unknown => {
      const id = row[`${name}Id`];
      const found = typeof id === 'string' ? this.table(name as ObjectName).get(id) : undefined;
      return found && found.deletedAt === null ? found : null;
    };
    const value = (row: Row, name: string): unknown => (name in row ? row[name] : this.tables.has(name as ObjectName) ? related(row, name) : null);
    return this.matching(object, filter)
      .sort(orderOf(orderBy))
      .slice(0, first)
      .map((row) => node.parse(Object.fromEntries(names.map((name) => [name, value(row, name)]))));
  }

  async find<Node>(object: ObjectName, find: Find<Node>): Promise<Node[]> {
    this.spend();
    return this.read(object, find, find.first ?? WRITE_LIMIT);
  }

  async findAll<Node>(object: ObjectName, find: Find<Node>): Promise<Node[]> {
    const found = this.read(object, { ...find, orderBy: undefined }, Infinity);
    this.spend(Math.max(1, Math.ceil(found.length / READ_LIMIT)));
    return found;
  }

  async upsert<Data extends Row>(object: ObjectName, data: Data[]) {
    if (new Set(data.map(({ id }) => id)).size < data.length) throw new Error('The same id twice in one call');
    for (let at = 0; at < data.length; at += WRITE_LIMIT) {
      this.spend();
      for (const row of data.slice(at, at + WRITE_LIMIT)) {
        const status = object === 'classificationProposal' && !this.table(object).has(row.id) ? { status: 'PROPOSED' } : {};
        this.put(object, { ...status, ...row, deletedAt: null });
      }
    }
    return { written: data, rejected: [] as { record: Data; why: string }[] };
  }

  async update(object: ObjectName, ids: string[], data: Record<string, unknown>, _priority: unknown, _more = '', still: Filter | null = null) {
    const written: Row[] = [];
    for (let at = 0; at < ids.length; at += WRITE_LIMIT) {
      this.spend();
      const rows = this.matching(object, { and: [{ id: { in: ids.slice(at, at + WRITE_LIMIT) } }, still ?? {}] });
      for (const { id } of rows) this.put(object, { id, ...data });
      written.push(...rows);
    }
    return written;
  }

  async destroy(object: ObjectName, filter: Filter): Promise<number> {
    const rows = this.matching(object, filter);
    this.spend(Math.max(1, Math.ceil(rows.length / WRITE_LIMIT)));
    for (const { id } of rows) this.table(object).delete(id);
    return rows.length;
  }
}
