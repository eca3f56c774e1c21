import { sql, type RawBuilder } from 'kysely';
import { badFilter, badInput, badQuery } from './errors';
import { capitalize, OPERATORS, type Column } from './fields';
import { isPlainObject } from './guards';
import { readField, toFilterValue } from './values';
import type { Row } from './database';
import type { Field, ObjectType } from './model';

/** Filters, orders, cursors and aggregates brought to SQL, with Twenty's semantics. */

type Sql = RawBuilder<unknown>;
type Json = Record<string, unknown>;

/** The main record's alias in every query; no relation of the model may bear this name. */
export const RECORD = '_';

const ref = (alias: string, column: string): Sql => sql.ref(`${alias}.${column}`);
const and = (parts: Sql[]): Sql => (parts.length ? sql`(${sql.join(parts, sql` and `)})` : sql`true`);
const or = (parts: Sql[]): Sql => (parts.length ? sql`(${sql.join(parts, sql` or `)})` : sql`false`);

/** The many-to-one relations that a query reaches through. */
export class Joins {
  private readonly fields = new Map<string, Field>();

  add(field: Field): string {
    this.fields.set(field.name, field);
    return field.name;
  }

  toSql(): Sql {
    const joins = [...this.fields.values()].map(
      ({ name, relation }) =>
        sql`left join ${sql.table(relation!.target.nameSingular)} as ${sql.ref(name)} on ${ref(RECORD, relation!.joinColumn!)} = ${ref(name, 'id')} and ${ref(name, 'deletedAt')} is null`,
    );
    return sql.join(joins, sql` `);
  }
}

export const from = (object: ObjectType, joins: Joins): Sql =>
  sql`from ${sql.table(object.nameSingular)} as ${sql.ref(RECORD)} ${joins.toSql()}`;

const fieldOf = (object: ObjectType, key: string): Field => {
  const field = object.fields.get(key) ?? object.joinColumns.get(key);
  if (field) return field;
  throw badFilter(
    `Object ${object.nameSingular} doesn't have any "${key}" field.`,
    `Invalid filter : ${object.nameSingular} object doesn't have any "${key}" field.`,
  );
};

const checkEnum = (field: Field, column: Column, value: unknown): void => {
  if (column.type !== 'SELECT' || !field.options) return;
  const unknown = [value].flat().find((each) => !field.options!.some((option) => option.value === each));
  if (unknown === undefined) return;
  const type = `${field.object.nameSingular}_${field.name}_enum`;
  throw badInput(`invalid input value for enum ${type}: "${String(unknown)}"`, undefined, 'Invalid input provided.');
};

const comparison = (column: Sql, operator: string, value: unknown, isTime: boolean): Sql => {
  // Twenty compares times by the millisecond that clients see, whatever finer part the database holds.
  const next = sql`${value}::timestamptz + interval '1 millisecond'`;
  switch (operator) {
    case 'eq':
      return isTime ? sql`(${column} >= ${value} and ${column} < ${next})` : sql`${column} = ${value}`;
    case 'neq':
      return isTime ? sql`(${column} < ${value} or ${column} >= ${next})` : sql`${column} != ${value}`;
    case 'gt':
      return isTime ? sql`${column} >= ${next}` : sql`${column} > ${value}`;
    case 'lte':
      return isTime ? sql`${column} < ${next}` : sql`${column} <= ${value}`;
    case 'gte':
      return sql`${column} >= ${value}`;
    default:
      return sql`${column} < ${value}`;
  }
};

const operation = (field: Field, column: Column, alias: string, operator: string, value: unknown, path: string): Sql => {
  const reference = ref(alias, column.name);
  const isAbsentText = column.type === 'TEXT' && value === '';
  switch (operator) {
    case 'is':
      if (value !== 'NULL' && value !== 'NOT_NULL') {
        throw badFilter('Invalid filter value for "is" operator. Expected "NULL" or "NOT_NULL"', 'Invalid value for "is" operator');
      }
      return value === 'NULL' ? sql`${reference} is null` : sql`${reference} is not null`;
    case 'in': {
      if (!Array.isArray(value) || value.length === 0) {
        throw badQuery(
          `Invalid filter value for field ${path}. Expected non-empty array`,
          `Invalid filter value: "${String(value)}"`,
        );
      }
      checkEnum(field, column, value);
      return sql`${reference} in (${sql.join(value.map((item) => toFilterValue(field, column, item, path)))})`;
    }
    case 'like':
    case 'ilike': {
      const matches = operator === 'like' ? sql`${reference}::text like ${value}` : sql`${reference}::text ilike ${value}`;
      return isAbsentText ? or([matches, sql`${reference} is null`]) : matches;
    }
    case 'startsWith':
      return sql`starts_with(${reference}::text, ${value})`;
    case 'endsWith':
      return sql`right(${reference}::text, length(${value}::text)) = ${value}`;
    case 'containsAny':
      return sql`${[value].flat()}::text[] && ${column.type === 'MULTI_SELECT' ? reference : sql`array[${reference}]`}`;
    case 'containsIlike':
      return sql`exists (select 1 from unnest(${reference}) as item where item ilike ${value})`;
    case 'isEmptyArray':
      return sql`(${reference} is null or ${reference} = '{}')`;
  }
  if (isAbsentText) return operator === 'neq' ? sql`${reference} is not null` : sql`${reference} is null`;
  checkEnum(field, column, value);
  const right = toFilterValue(field, column, value, path);
  return comparison(reference, operator, right, column.type === 'DATE_TIME');
};

const SEARCHED = new Set(['TEXT', 'FULL_NAME', 'EMAILS', 'PHONES', 'LINKS']);

const search = (object: ObjectType, alias: string, text: string): Sql => {
  const columns = [...object.fields.values()]
    .filter(({ type }) => SEARCHED.has(type))
    .flatMap(({ columns: all }) => all.filter(({ type }) => type === 'TEXT'))
    .map(({ name }) => ref(alias, name));
  const terms = text.split(/\s+/).filter(Boolean);
  return and(terms.map((term) => sql`concat_ws(' ', ${sql.join(columns)}) ilike ${`%${term}%`}`));
};

const columnFilter = (field: Field, column: Column, alias: string, filter: unknown, path: string): Sql => {
  if (!isPlainObject(filter)) {
    throw badFilter(`Filter value for field "${path}" must be an object`, 'Invalid filter: filter value must be an object');
  }
  const entries = Object.entries(filter);
  if (entries.length !== 1) {
    throw badFilter(`Filter for field "${path}" must have exactly one operator`, 'Invalid filter: exactly one operator per field is required');
  }
  const [operator, value] = entries[0]!;
  const allowed = OPERATORS[column.type] ?? [];
  if (!allowed.includes(operator)) {
    throw badFilter(
      `Operator "${operator}" is not valid for field "${path}" of type ${column.type} - Allowed operators: ${allowed.join(', ')}`,
      `Invalid filter : Operator "${operator}" is not valid for this "${path}" ${column.type} field`,
    );
  }
  return operation(field, column, alias, operator, value, path);
};

const compositeFilter = (field: Field, alias: string, filter: unknown): Sql => {
  if (!isPlainObject(filter)) throw badFilter(`Filter value for field "${field.name}" must be an object`);
  return and(
    Object.entries(filter).map(([part, partFilter]) => {
      const column = field.columns.find((each) => each.part === part);
      if (!column) throw badFilter(`Sub field "${part}" not found for composite type: ${field.type}`);
      return columnFilter(field, column, alias, partFilter, `${field.name}.${part}`);
    }),
  );
};

const relationFilter = (field: Field, filter: unknown, joins: Joins, depth: number): Sql => {
  if (field.relation!.kind === 'ONE_TO_MANY') {
    throw badFilter(
      `Cannot filter by relation field "${field.name}"`,
      `Invalid filter: filtering by relation field "${field.name}" is not supported`,
    );
  }
  if (depth > 0) {
    throw badFilter('Relation filter nesting deeper than 1 hop is not supported', 'Relation filters can only traverse one relation deep');
  }
  if (!isPlainObject(filter)) throw badFilter(`Filter by relation "${field.name}" must be an object; use ${field.relation!.joinColumn}`);
  return filterSql(field.relation!.target, filter, joins, joins.add(field), depth + 1);
};

export const filterSql = (object: ObjectType, filter: Json, joins: Joins, alias = RECORD, depth = 0): Sql =>
  and(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => {
        const nested = (each: unknown) => filterSql(object, each as Json, joins, alias, depth);
        if (key === 'and') return and((value as Json[]).map(nested));
        if (key === 'or') return or((value as Json[]).map(nested));
        if (key === 'not') return sql`not ${nested(value)}`;
        const field = fieldOf(object, key);
        if (field.relation && key === field.name) return relationFilter(field, value, joins, depth);
        if (field.type === 'TS_VECTOR') return search(object, alias, String((value as Json).search ?? ''));
        const [column] = field.columns;
        return column?.part === undefined ? columnFilter(field, column!, alias, value, key) : compositeFilter(field, alias, value);
      }),
  );

/** Soft-deleted records are hidden unless the filter speaks of `deletedAt`. */
export const mentionsDeletedAt = (filter: unknown): boolean => {
  if (Array.isArray(filter)) return filter.some(mentionsDeletedAt);
  if (!isPlainObject(filter)) return false;
  return Object.entries(filter).some(([key, value]) => key === 'deletedAt' || (['and', 'or', 'not'].includes(key) && mentionsDeletedAt(value)));
};

export const where = (object: ObjectType, filter: Json, joins: Joins): Sql =>
  mentionsDeletedAt(filter)
    ? filterSql(object, filter, joins)
    : and([filterSql(object, filter, joins), sql`${ref(RECORD, 'deletedAt')} is null`]);

const DIRECTIONS: Record<string, { isDescending: boolean; nullsFirst: boolean }> = {
  AscNullsFirst: { isDescending: false, nullsFirst: true },
  AscNullsLast: { isDescending: false, nullsFirst: false },
  DescNullsFirst: { isDescending: true, nullsFirst: true },
  DescNullsLast: { isDescending: true, nullsFirst: false },
};

export type OrderTerm = {
  expression: Sql;
  isDescending: boolean;
  nullsFirst: boolean;
  /** Absent when the term is a related record's field, by which Twenty orders but does not page. */
  field?: Field;
  column?: Column;
};

const directionOf = (value: unknown, path: string) => {
  const direction = DIRECTIONS[String(value)];
  if (direction) return direction;
  throw badQuery(`Scalar field "${path}" requires a direction value (${Object.keys(DIRECTIONS).join(', ')})`);
};

/** How a column is compared when records are put in order: text without regard to case, an option by its place in the list. */
const sortable = (field: Field, column: Column, operand: Sql): Sql => {
  if (column.type === 'TEXT') return sql`lower(${operand}::text)`;
  if (column.type === 'SELECT' && field.options) {
    return sql`array_position(${field.options.map(({ value }) => value)}::text[], ${operand}::text)`;
  }
  return operand;
};

const termsOf = (object: ObjectType, order: Json, joins: Joins, alias: string): OrderTerm[] =>
  Object.entries(order).flatMap(([key, value]): OrderTerm[] => {
    const field = object.fields.get(key) ?? object.joinColumns.get(key);
    if (!field || field.relation?.kind === 'ONE_TO_MANY') {
      throw badInput(`Field "${key}" does not exist or is not sortable`, 'FIELD_NOT_FOUND');
    }
    if (field.relation && key === field.name) return termsOf(field.relation.target, value as Json, joins, joins.add(field));
    const own = alias === RECORD ? { field } : {};
    if (field.columns[0]?.part === undefined) {
      const column = field.columns[0]!;
      return [{ expression: sortable(field, column, ref(alias, column.name)), ...directionOf(value, key), ...own, column }];
    }
    if (!isPlainObject(value)) throw badQuery(`Composite field "${key}" requires a subfield object with direction`);
    return Object.entries(value).map(([part, direction]) => {
      const column = field.columns.find((each) => each.part === part);
      if (!column) throw badQuery(`Sub field "${part}" of "${key}" is not sortable`);
      return { expression: sortable(field, column, ref(alias, column.name)), ...directionOf(direction, `${key}.${part}`), ...own, column };
    });
  });

const orderEntries = (orderBy: unknown): Json[] => [orderBy ?? []].flat() as Json[];

/** The fields of the record itself that an order names, for the check of rights. */
export const orderedKeys = (orderBy: unknown): string[] => orderEntries(orderBy).flatMap((entry) => Object.keys(entry));

export const orderTerms = (object: ObjectType, orderBy: unknown, joins: Joins): OrderTerm[] => [
  ...orderEntries(orderBy).flatMap((entry) => termsOf(object, entry, joins, RECORD)),
  ...termsOf(object, { id: 'AscNullsFirst' }, joins, RECORD),
];

export const reversed = (terms: OrderTerm[]): OrderTerm[] =>
  terms.map((term) => ({ ...term, isDescending: !term.isDescending, nullsFirst: !term.nullsFirst }));

export const orderSql = (terms: OrderTerm[]): Sql =>
  sql.join(
    terms.map(
      ({ expression, isDescending, nullsFirst }) =>
        sql`${expression} ${sql.raw(isDescending ? 'desc' : 'asc')} nulls ${sql.raw(nullsFirst ? 'first' : 'last')}`,
    ),
  );

const cursorKey = ({ relation, name }: Field) => relation?.joinColumn ?? name;

/** A place in an ordered list: the record's id and, of the fields that order the list, the values that were selected. */
export const encodeCursor = (terms: OrderTerm[], row: Row, selected: Set<string>): string => {
  const place: Json = {};
  for (const { field, column } of terms) {
    if (!field || !selected.has(cursorKey(field))) continue;
    const value = readField(field, row);
    const key = cursorKey(field);
    place[key] = column!.part === undefined ? value : { ...(place[key] as Json), [column!.part]: (value as Json)[column!.part] };
  }
  return Buffer.from(JSON.stringify({ ...place, id: row.id })).toString('base64');
};

export const decodeCursor = (cursor: string): Json => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64').toString()) as Json;
  } catch {
    throw badInput(`Invalid cursor: ${cursor}`, 'INVALID_CURSOR');
  }
};

const placeOf = ({ field, column }: OrderTerm, cursor: Json): unknown => {
  const value = cursor[cursorKey(field!)];
  return column!.part === undefined ? value : (value as Json | undefined)?.[column!.part];
};

/**
 * What lies after the cursor's place, as Twenty sees it: it knows only the values that the cursor holds, and nothing lies after or
 * beside an absent one. So a list ordered by a field that may be absent loses records where the absent values begin.
 */
export const afterCursor = (terms: OrderTerm[], cursor: Json): Sql => {
  if (terms.some(({ field }) => !field)) throw badInput('Expected non-composite field order by', 'INVALID_CURSOR');
  const kept = terms.filter((term) => placeOf(term, cursor) !== undefined);
  const isAbsentText = (term: OrderTerm, place: unknown) => term.column!.type === 'TEXT' && place === '';
  const equal = (term: OrderTerm): Sql => {
    const place = placeOf(term, cursor);
    if (isAbsentText(term, place)) return sql`${term.expression} is null`;
    return place === null ? sql`false` : sql`${term.expression} = ${sortable(term.field!, term.column!, sql`${place}`)}`;
  };
  const later = (term: OrderTerm): Sql => {
    const place = placeOf(term, cursor);
    if (isAbsentText(term, place)) return term.isDescending ? sql`false` : sql`${term.expression} is not null`;
    if (place === null) return sql`false`;
    const right = sortable(term.field!, term.column!, sql`${place}`);
    return term.isDescending ? sql`${term.expression} < ${right}` : sql`${term.expression} > ${right}`;
  };
  return or(kept.map((term, index) => and([...kept.slice(0, index).map(equal), later(term)])));
};

type Aggregate = { field?: Field; expression: (alias: string) => Sql };

/** Everything that can be asked of many records at once: `totalCount`, `maxCreatedAt`, `percentageEmptyName` … */
export const aggregatesOf = (object: ObjectType): Map<string, Aggregate> => {
  const all = new Map<string, Aggregate>([['totalCount', { expression: () => sql`count(*)::int` }]]);
  for (const field of object.fields.values()) {
    if (field.columns.length === 0) continue;
    const name = capitalize(field.name);
    const value = (alias: string) =>
      field.columns.length === 1 ? ref(alias, field.columns[0]!.name) : sql`nullif(concat(${sql.join(field.columns.map((column) => ref(alias, column.name)))}), '')`;
    const filled = (alias: string) => sql`count(${value(alias)})`;
    const add = (key: string, expression: Aggregate['expression']) => all.set(key, { field, expression });
    add(`countUniqueValues${name}`, (alias) => sql`count(distinct ${value(alias)})::int`);
    add(`countEmpty${name}`, (alias) => sql`(count(*) - ${filled(alias)})::int`);
    add(`countNotEmpty${name}`, (alias) => sql`${filled(alias)}::int`);
    add(`percentageEmpty${name}`, (alias) => sql`((count(*) - ${filled(alias)})::float / nullif(count(*), 0))`);
    add(`percentageNotEmpty${name}`, (alias) => sql`(${filled(alias)}::float / nullif(count(*), 0))`);
    if (field.type === 'BOOLEAN') {
      add(`countTrue${name}`, (alias) => sql`(count(*) filter (where ${value(alias)}))::int`);
      add(`countFalse${name}`, (alias) => sql`(count(*) filter (where not ${value(alias)}))::int`);
    }
    if (field.type === 'DATE_TIME' || field.type === 'DATE') {
      for (const kind of ['min', 'max']) add(`${kind}${name}`, (alias) => sql`${sql.raw(kind)}(${value(alias)})`);
    }
    if (field.type === 'NUMBER' || field.type === 'NUMERIC' || field.type === 'CURRENCY') {
      const suffix = field.type === 'CURRENCY' ? `${name}AmountMicros` : name;
      for (const kind of ['min', 'max', 'avg', 'sum']) {
        add(`${kind}${suffix}`, (alias) => sql`${sql.raw(kind)}(${ref(alias, field.columns[0]!.name)})::float`);
      }
    }
  }
  return all;
};

export const asAnswer = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

export type Dimension = { path: string; expression: Sql; field: Field };

const PATTERNS: Record<string, string> = { DAY_OF_THE_WEEK: 'FMDay', MONTH_OF_THE_YEAR: 'FMMonth', QUARTER_OF_THE_YEAR: '"Q"Q' };
const PERIODS = new Set(['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']);
const SHIFTS: Record<string, number> = { SUNDAY: 1, SATURDAY: 2 };

const dateDimension = (field: Field, column: Sql, value: unknown): Sql => {
  const { granularity = 'DAY', timeZone, weekStartDay } = (isPlainObject(value) ? value : {}) as Record<string, string | undefined>;
  if (granularity === 'NONE') return column;
  const pattern = PATTERNS[granularity];
  if (pattern) return sql`to_char(${column}, ${sql.lit(pattern)})`;
  if (!PERIODS.has(granularity)) throw badQuery(`Unknown date granularity ${granularity}`);
  const isTime = field.type === 'DATE_TIME';
  if (isTime && !timeZone) {
    throw badInput(
      'Time zone should be specified for a group by date on Day, Week, Month, Quarter or Year',
      'MISSING_TIMEZONE_FOR_DATE_GROUP_BY',
    );
  }
  if (isTime && !Intl.supportedValuesOf('timeZone').concat('UTC').includes(timeZone!)) {
    throw badInput(`Invalid timezone: ${timeZone}`, 'INVALID_TIMEZONE');
  }
  const local = isTime ? sql`(${column} at time zone ${sql.lit(timeZone!)})` : sql`${column}::timestamp`;
  const shift = sql`interval '${sql.raw(String((granularity === 'WEEK' && SHIFTS[weekStartDay ?? '']) || 0))} day'`;
  return sql`to_char(date_trunc(${sql.lit(granularity.toLowerCase())}, ${local} + ${shift}) - ${shift}, 'YYYY-MM-DD')`;
};

const dimensionsIn = (object: ObjectType, groupBy: Json, joins: Joins, alias: string, prefix: string): Dimension[] =>
  Object.entries(groupBy).flatMap(([key, value]): Dimension[] => {
    const field = object.fields.get(key) ?? object.joinColumns.get(key);
    if (!field) throw badQuery(`Field "${key}" does not exist in object ${object.nameSingular}`);
    const path = `${prefix}${key}`;
    if (field.relation && key === field.name) {
      return dimensionsIn(field.relation.target, value as Json, joins, joins.add(field), `${path}.`);
    }
    const [column] = field.columns;
    if (column?.part !== undefined) {
      return Object.keys(value as Json).map((part) => ({
        path: `${path}.${part}`,
        field,
        expression: ref(alias, field.columns.find((each) => each.part === part)!.name),
      }));
    }
    const reference = ref(alias, column!.name);
    const isDate = field.type === 'DATE' || field.type === 'DATE_TIME';
    return [{ path, field, expression: isDate ? dateDimension(field, reference, value) : reference }];
  });

export const dimensionsOf = (object: ObjectType, groupBy: unknown, joins: Joins): Dimension[] =>
  orderEntries(groupBy).flatMap((entry) => dimensionsIn(object, entry, joins, RECORD, ''));

const groupOrderIn = (object: ObjectType, order: Json, dimensions: Dimension[], prefix: string): OrderTerm[] =>
  Object.entries(order).flatMap(([key, value]): OrderTerm[] => {
    if (key === 'aggregate' && !prefix) {
      return Object.entries(value as Json).map(([name, direction]) => {
        const aggregate = aggregatesOf(object).get(name);
        if (!aggregate) throw badQuery(`Unknown aggregate "${name}"`);
        return { expression: aggregate.expression(RECORD), ...directionOf(direction, name) };
      });
    }
    const path = `${prefix}${key}`;
    const dimension = dimensions.find((each) => each.path === path);
    if (!dimension && isPlainObject(value)) return groupOrderIn(object, value, dimensions, `${path}.`);
    if (!dimension) throw badQuery(`Cannot order by a field that is not in groupBy criteria: ${path}`);
    const direction = isPlainObject(value) ? value.orderBy : value;
    return [{ expression: dimension.expression, ...directionOf(direction, path) }];
  });

export const groupOrderTerms = (object: ObjectType, orderBy: unknown, dimensions: Dimension[]): OrderTerm[] =>
  orderEntries(orderBy).flatMap((entry) => groupOrderIn(object, entry, dimensions, ''));
