import { sql } from 'kysely';
import { badInput, badQuery } from './errors';
import { capitalize } from './fields';
import { isPlainObject } from './guards';
import { directionOf, orderEntries, type OrderTerm } from './order';
import { RECORD, ref, type Joins, type Json, type Sql } from './sql';
import type { Field, ObjectType } from './model';

/** What is asked of many records at once, and of groups of them. */

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
