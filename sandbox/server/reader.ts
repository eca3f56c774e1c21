import { sql } from 'kysely';
import { badInput, badQuery, recordNotFound } from './errors';
import { rows, table, type Database, type Row } from './database';
import { childrenOf, type Selection } from './selection';
import { compositeName, COMPOSITES } from './fields';
import { demand, narrowed } from './permissions';
import { aggregatesOf, asAnswer, dimensionsOf, groupOrderTerms } from './aggregate';
import { filterSql, where } from './filter';
import { afterCursor, decodeCursor, encodeCursor, orderedFields, orderSql, orderTerms, reversed } from './order';
import { from, Joins, RECORD, type Json } from './sql';
import { readField } from './values';
import { typeName, type Field, type ObjectType, type Role } from './model';

const DEFAULT_PAGE = 200;
const RELATED_LIMIT = 60;
const DEFAULT_GROUPS = 50;

const unknownField = (name: string, object: ObjectType) =>
  badQuery(`Cannot query field "${name}" on type "${typeName(object)}".`);

const isMeta = ({ name }: Selection) => name === '__typename';

/** The fields that a selection of a record reads, relations included. */
const selectedFields = (object: ObjectType, selections: Selection[]): { selection: Selection; field: Field }[] =>
  selections
    .filter((selection) => !isMeta(selection))
    .map((selection) => {
      const field = object.fields.get(selection.name) ?? object.joinColumns.get(selection.name);
      if (!field) throw unknownField(selection.name, object);
      return { selection, field };
    });

const isToMany = ({ relation }: Field) => relation?.kind === 'ONE_TO_MANY';

/** What is selected of the records of a relation: of a connection, its nodes. */
const nodesOf = (field: Field, { children }: Selection) => (isToMany(field) ? childrenOf(children, 'edges', 'node') : children);

const named = (field: Field, { name }: Selection) => field.relation !== undefined && name === field.name;

/** @throws PERMISSION_DENIED unless the role may read every object and field that is selected */
export const demandRead = (role: Role, object: ObjectType, selections: Selection[], insideToMany = false): void => {
  const selected = selectedFields(object, selections);
  demand(role, object, 'read', selected.map(({ field }) => field));
  for (const { selection, field } of selected) {
    if (!named(field, selection)) continue;
    if (isToMany(field) && insideToMany) {
      throw badInput(
        'Query complexity is too high. One-to-Many relation cannot be nested in another One-to-Many relation.',
        'TOO_COMPLEX_QUERY',
      );
    }
    demandRead(role, field.relation!.target, nodesOf(field, selection), insideToMany || isToMany(field));
  }
};

/** The selected parts of a value; all of them where REST selects none. */
/** What Twenty takes an actor for of whom neither source nor name was read. */
const NOBODY: Json = { workspaceMemberId: null, context: {} };

const pick = (value: Json, selections: Selection[], type: string): Json =>
  selections.length === 0
    ? value
    : Object.fromEntries(selections.map((selection) => [selection.key, isMeta(selection) ? type : (value[selection.name] ?? null)]));

const connection = (
  object: ObjectType,
  selections: Selection[],
  parts: { nodes: Json[]; cursors: string[]; pageInfo: Json; aggregates: Json },
): Json =>
  Object.fromEntries(
    selections.map(({ key, name, children }) => {
      if (name === '__typename') return [key, `${typeName(object)}Connection`];
      if (name === 'pageInfo') return [key, pick(parts.pageInfo, children, 'PageInfo')];
      if (name !== 'edges') return [key, parts.aggregates[name] ?? null];
      const cursorKeys = children.filter((child) => child.name === 'cursor').map((child) => child.key);
      const nodeKeys = children.filter((child) => child.name === 'node').map((child) => child.key);
      return [
        key,
        parts.nodes.map((node, index) =>
          Object.fromEntries([
            ...nodeKeys.map((each) => [each, node] as const),
            ...children.filter(isMeta).map((child) => [child.key, `${typeName(object)}Edge`] as const),
            ...cursorKeys.map((each) => [each, parts.cursors[index]] as const),
          ]),
        ),
      ];
    }),
  );

/** What the role's row-level predicates leave of an object's records. */
const visible = (role: Role, object: ObjectType) => filterSql(object, narrowed(role, object, {}), new Joins());

const NO_FIELDS = new Set<string>();

const NOTHING = {
  nodes: [],
  cursors: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  aggregates: { totalCount: 0 },
};

const aggregateNames = (selections: Selection[]) =>
  selections.map(({ name }) => name).filter((name) => !['edges', 'pageInfo', '__typename', 'groupByDimensionValues'].includes(name));

const aggregateColumns = (object: ObjectType, names: string[]) => {
  const known = aggregatesOf(object);
  return [...new Set(names)].map((name) => {
    const aggregate = known.get(name);
    if (!aggregate) throw badQuery(`Cannot query field "${name}" on type "${typeName(object)}Connection".`);
    return { name, ...aggregate };
  });
};

const demandAggregates = (role: Role, object: ObjectType, names: string[]): void =>
  demand(role, object, 'read', aggregateColumns(object, names).flatMap(({ field }) => field ?? []));

const aggregateSql = (object: ObjectType, names: string[]) =>
  sql.join(aggregateColumns(object, names).map(({ name, expression }) => sql`${expression(RECORD)} as ${sql.ref(name)}`));

const answersOf = (row: Row | undefined): Json => Object.fromEntries(Object.entries(row ?? {}).map(([name, value]) => [name, asAnswer(value)]));

/** Reads records for a role: whole rows first, then the related records of all of them together, then only what was selected. */
export class Reader {
  constructor(private readonly database: Database) {}

  /**
   * Rows brought to what was selected of them.
   *
   * @param relatedLimit how many related records each may have; with 0 they seem to be related to nothing
   */
  async answer(role: Role, object: ObjectType, records: Row[], selections: Selection[], relatedLimit = RELATED_LIMIT): Promise<Json[]> {
    const related = new Map<Selection, Map<string, unknown>>();
    const hidden = new Set<string>();
    for (const { selection, field } of selectedFields(object, selections)) {
      if (!named(field, selection)) continue;
      const parents = relatedLimit === 0 ? [] : records;
      if (isToMany(field)) related.set(selection, await this.toMany(role, field, parents, selection, relatedLimit));
      else related.set(selection, await this.toOne(role, field, parents, selection, hidden));
    }
    return records.map((row) =>
      Object.fromEntries(
        selections.map((selection) => {
          const field = object.fields.get(selection.name) ?? object.joinColumns.get(selection.name);
          if (!field) return [selection.key, typeName(object)];
          const found = related.get(selection);
          if (found) {
            const key = String(row[isToMany(field) ? 'id' : field.relation!.joinColumn!]);
            return [selection.key, found.get(key) ?? (isToMany(field) ? connection(field.relation!.target, selection.children, NOTHING) : null)];
          }
          const value = readField(field, row);
          if (field.relation) return [selection.key, hidden.has(String(value)) ? null : value];
          if (field.type === 'ACTOR' && selection.children.length > 0 && !selection.children.some(({ name }) => name === 'source' || name === 'name'))
            return [selection.key, pick(NOBODY, selection.children, compositeName(field.type))];
          if (field.type in COMPOSITES) return [selection.key, pick(value as Json, selection.children, compositeName(field.type))];
          if (field.type === 'FILES' && value) return [selection.key, (value as Json[]).map((file) => pick(file, selection.children, 'FileObject'))];
          return [selection.key, value];
        }),
      ),
    );
  }

  private async toOne(role: Role, field: Field, records: Row[], selection: Selection, hidden: Set<string>): Promise<Map<string, unknown>> {
    const { target, joinColumn } = field.relation!;
    const ids = [...new Set(records.map((row) => row[joinColumn!]).filter((id) => id !== null))];
    if (ids.length === 0) return new Map();
    const found = await rows(this.database, sql`select * from ${table(target)} as ${sql.ref(RECORD)} where id = any(${ids}::uuid[]) and ${visible(role, target)}`);
    const living = found.filter(({ deletedAt }) => deletedAt === null);
    // Whoever selects a relation to a deleted record is not shown its id either.
    for (const { id, deletedAt } of found) if (deletedAt !== null) hidden.add(String(id));
    // Twenty loses whatever hangs below a to-one relation, unless the related record's `deletedAt` is selected as well.
    const isKept = selection.children.some(({ name }) => name === 'deletedAt');
    const nodes = await this.answer(role, target, living, selection.children, isKept ? RELATED_LIMIT : 0);
    return new Map(nodes.map((node, index) => [String(living[index]!.id), node]));
  }

  /** Twenty heeds no argument of a nested connection: it gives the first records in no order, at most so many of each parent. */
  private async toMany(role: Role, field: Field, records: Row[], selection: Selection, limit: number): Promise<Map<string, unknown>> {
    const { target, inverse } = field.relation!;
    const column = sql.ref(inverse.relation!.joinColumn!);
    const ids = records.map(({ id }) => id);
    const found = ids.length
      ? await rows(
          this.database,
          sql`select * from (select *, row_number() over (partition by ${column}) as "_rank" from ${table(target)} as ${sql.ref(RECORD)} where ${column} = any(${ids}::uuid[]) and "deletedAt" is null and ${visible(role, target)}) as ranked where "_rank" <= ${limit}`,
        )
      : [];
    const nodes = await this.answer(role, target, found, nodesOf(field, selection));
    const names = aggregateNames(selection.children);
    demandAggregates(role, target, names);
    const aggregates = names.length
      ? await rows(
          this.database,
          sql`select ${column} as "_parent", ${aggregateSql(target, names)} from ${table(target)} as ${sql.ref(RECORD)} where ${column} = any(${ids}::uuid[]) and "deletedAt" is null and ${visible(role, target)} group by ${column}`,
        )
      : [];
    return new Map(
      ids.map((id) => {
        const own = found.flatMap((row, index) => (row[inverse.relation!.joinColumn!] === id ? [index] : []));
        const cursors = own.map((index) => encodeCursor([], found[index]!, NO_FIELDS));
        return [
          String(id),
          connection(target, selection.children, {
            nodes: own.map((index) => nodes[index]!),
            cursors,
            pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null },
            aggregates: answersOf(aggregates.find(({ _parent }) => _parent === id) ?? (names.includes('totalCount') ? { totalCount: 0 } : undefined)),
          }),
        ];
      }),
    );
  }

  async findOne(role: Role, object: ObjectType, args: Json, selections: Selection[]): Promise<Json> {
    if (!args.filter || Object.keys(args.filter).length === 0) throw badQuery('Missing filter argument');
    demandRead(role, object, selections);
    const joins = new Joins();
    const condition = where(object, narrowed(role, object, args.filter as Json), joins);
    const [row] = await rows(this.database, sql`select ${sql.ref(RECORD)}.* ${from(object, joins)} where ${condition} limit 1`);
    if (!row) throw recordNotFound();
    return (await this.answer(role, object, [row], selections))[0]!;
  }

  async findMany(role: Role, object: ObjectType, args: Json, selections: Selection[]): Promise<Json> {
    const { first, last, before, after, offset, orderBy } = args as Record<string, never>;
    checkPaging(args);
    const filter = (args.filter ?? {}) as Json;
    const nodeSelections = childrenOf(selections, 'edges', 'node');
    demandRead(role, object, nodeSelections);
    for (const field of orderedFields(object, orderBy)) demand(role, field.object, 'read', [field]);
    const names = aggregateNames(selections);
    demandAggregates(role, object, names);

    const joins = new Joins();
    const condition = where(object, narrowed(role, object, filter), joins);
    const ownTerms = orderTerms(object, orderBy, joins);
    const isBackward = before != null;
    const terms = isBackward ? reversed(ownTerms) : ownTerms;
    const cursor = after ?? before;
    const place = cursor == null ? sql`true` : afterCursor(terms, decodeCursor(cursor));
    const limit = first ?? last ?? DEFAULT_PAGE;
    const wantsRecords = selections.some(({ name }) => name === 'edges' || name === 'pageInfo');
    const found = wantsRecords
      ? await rows(
          this.database,
          sql`select ${sql.ref(RECORD)}.* ${from(object, joins)} where ${condition} and ${place} order by ${orderSql(terms)} limit ${limit + 1} offset ${offset ?? 0}`,
        )
      : [];
    const hasMore = found.length > limit;
    const page = found.slice(0, limit);
    if (isBackward) page.reverse();
    const selectedNames = new Set(nodeSelections.map(({ name }) => name));
    const cursors = page.map((row) => encodeCursor(ownTerms, row, selectedNames));
    const aggregates = names.length
      ? await rows(this.database, sql`select ${aggregateSql(object, names)} ${from(object, joins)} where ${condition}`)
      : [];
    return connection(object, selections, {
      nodes: await this.answer(role, object, page, nodeSelections),
      cursors,
      pageInfo: {
        hasNextPage: !isBackward && hasMore,
        hasPreviousPage: isBackward && hasMore,
        startCursor: cursors[0] ?? null,
        endCursor: cursors.at(-1) ?? null,
      },
      aggregates: answersOf(aggregates[0]),
    });
  }

  async groupBy(role: Role, object: ObjectType, args: Json, selections: Selection[]): Promise<Json[]> {
    const names = aggregateNames(selections);
    const joins = new Joins();
    const dimensions = dimensionsOf(object, args.groupBy, joins);
    demand(role, object, 'read', dimensions.flatMap(({ field }) => (field.object === object ? field : [])));
    for (const { field } of dimensions) demand(role, field.object, 'read', [field]);
    demandAggregates(role, object, names);
    const condition = where(object, narrowed(role, object, (args.filter ?? {}) as Json), joins);
    const terms = groupOrderTerms(object, args.orderBy, dimensions);
    const columns = [
      ...dimensions.map(({ expression }, index) => sql`${expression} as ${sql.ref(`d${index}`)}`),
      ...(names.length ? [aggregateSql(object, names)] : []),
    ];
    const ordinals = sql.raw(dimensions.map((_, index) => index + 1).join(', '));
    const limit = Number.isInteger(args.limit) && (args.limit as number) > 0 ? args.limit : DEFAULT_GROUPS;
    const groups = await rows(
      this.database,
      sql`select ${sql.join(columns)} ${from(object, joins)} where ${condition} group by ${ordinals} order by ${terms.length ? orderSql(terms) : ordinals} limit ${limit}`,
    );
    return groups.map((group) => {
      const values = dimensions.map((_, index) => asAnswer(group[`d${index}`]));
      return Object.fromEntries(
        selections.map(({ key, name }) => [
          key,
          name === 'groupByDimensionValues' ? values : name === '__typename' ? `${typeName(object)}GroupByConnection` : (asAnswer(group[name]) ?? null),
        ]),
      );
    });
  }
}

const checkPaging = ({ first, last, before, after }: Json): void => {
  const conflict = (one: string, other: string) => badInput(`Cannot provide both ${one} and ${other}`, 'ARGS_CONFLICT');
  if (first && last) throw conflict('first', 'last');
  if (before && after) throw conflict('before', 'after');
  if (before && first) throw conflict('before', 'first');
  if (after && last) throw conflict('after', 'last');
  if (typeof first === 'number' && first < 0) throw badInput('First argument must be non-negative', 'INVALID_ARGS_FIRST');
  if (typeof last === 'number' && last < 0) throw badInput('Last argument must be non-negative', 'INVALID_ARGS_LAST');
};
