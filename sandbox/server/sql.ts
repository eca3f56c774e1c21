import { sql, type RawBuilder } from 'kysely';
import type { Field, ObjectType } from './model';

/** The frame of every query: one object's records, and the records to one of which each is related. */

export type Sql = RawBuilder<unknown>;
export type Json = Record<string, unknown>;

/** The main record's alias in every query; no relation of the model may bear this name. */
export const RECORD = '_';

export const ref = (alias: string, column: string): Sql => sql.ref(`${alias}.${column}`);
export const and = (parts: Sql[]): Sql => (parts.length ? sql`(${sql.join(parts, sql` and `)})` : sql`true`);
export const or = (parts: Sql[]): Sql => (parts.length ? sql`(${sql.join(parts, sql` or `)})` : sql`false`);

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
