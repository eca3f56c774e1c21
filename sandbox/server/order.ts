import { sql } from 'kysely';
import { badInput, badQuery } from './errors';
import type { Row } from './database';
import type { Column } from './fields';
import { isPlainObject } from './guards';
import { and, or, RECORD, ref, type Joins, type Json, type Sql } from './sql';
import { readField } from './values';
import type { Field, ObjectType } from './model';

/** Orders and places in them. */

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

export const directionOf = (value: unknown, path: string) => {
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

export const orderEntries = (orderBy: unknown): Json[] => [orderBy ?? []].flat() as Json[];

/** The fields that an order names, of the record and of what it refers to, for the check of rights. */
export const orderedFields = (object: ObjectType, orderBy: unknown): Field[] =>
  orderEntries(orderBy).flatMap((entry) =>
    Object.entries(entry).flatMap(([key, value]) => {
      const field = object.fields.get(key) ?? object.joinColumns.get(key);
      if (!field) return [];
      return field.relation && key === field.name ? [field, ...orderedFields(field.relation.target, value)] : [field];
    }),
  );

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
