import { sql } from 'kysely';
import { badFilter, badInput, badQuery } from './errors';
import { OPERATORS, type Column } from './fields';
import { isPlainObject } from './guards';
import { and, or, RECORD, ref, type Joins, type Json, type Sql } from './sql';
import { toFilterValue } from './values';
import type { Field, ObjectType } from './model';

/** Filters brought to SQL, with Twenty's operators and its words for what is wrong with one. */

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
