import { isDeepStrictEqual } from 'node:util';
import { sql, type RawBuilder } from 'kysely';
import { badInput, badQuery, recordNotFound, type ApiError } from './errors';
import { asApiError, rows, table, type Database, type Row } from './database';
import { isUuid } from './guards';
import { demand, demandInScope, narrowed, type Action } from './permissions';
import { filterSql } from './filter';
import { from, Joins, RECORD, type Json } from './sql';
import { demandRead, Reader } from './reader';
import type { Selection } from './selection';
import { recordTimeline, type Change } from './timeline';
import { defaultColumns, fieldOfKey, readField, toColumns } from './values';
import type { Field, Model, ObjectType, Role } from './model';

/** Who acts: a member of the office, an API key, or the server itself. */
export type Actor = { role: Role; name: string; source: 'MANUAL' | 'API' | 'SYSTEM'; workspaceMemberId: string | null };

const MAX_RECORDS = 200;

const actorColumns = (field: 'createdBy' | 'updatedBy', { source, name, workspaceMemberId }: Actor): Row => ({
  [`${field}Source`]: source,
  [`${field}Name`]: name,
  [`${field}WorkspaceMemberId`]: workspaceMemberId,
  [`${field}Context`]: '{}',
});

/** `createdBy` may be claimed by whoever gives it a name; `updatedBy` is always the one who writes. */
const actorsOfNew = (data: Json, columns: Row, actor: Actor): Row => {
  const claimed = columns.createdByName != null;
  const source = (data.createdBy as { source?: string } | undefined)?.source;
  return {
    ...(claimed ? {} : { ...actorColumns('createdBy', actor), ...(source ? { createdBySource: source } : {}) }),
    ...actorColumns('updatedBy', actor),
  };
};

const assignments = (columns: Row): RawBuilder<unknown> =>
  sql.join(Object.entries(columns).map(([name, value]) => sql`${sql.ref(name)} = ${value}`));

const insertSql = (object: ObjectType, records: Row[]): RawBuilder<unknown> => {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const tuples = records.map((record) => sql`(${sql.join(names.map((name) => (name in record ? sql`${record[name]}` : sql`default`)))})`);
  return sql`insert into ${table(object)} (${sql.join(names.map((name) => sql.ref(name)))}) values ${sql.join(tuples)} returning *`;
};

const UNLOGGED = new Set(['updatedAt', 'updatedBy', 'createdAt', 'createdBy', 'position', 'searchVector']);

const changesOf = (object: ObjectType, before: Row, after: Row): Json => {
  const diff: Json = {};
  for (const field of object.fields.values()) {
    if (UNLOGGED.has(field.name) || field.columns.length === 0) continue;
    const values = { before: readField(field, before), after: readField(field, after) };
    if (!isDeepStrictEqual(values.before, values.after)) diff[field.relation?.joinColumn ?? field.name] = values;
  }
  return diff;
};

/** Twenty takes no notice of a composite value that is null or has no parts: to empty one, each part is written. */
const withoutEmptyComposites = (object: ObjectType, data: Json): Json =>
  Object.fromEntries(
    Object.entries(data).filter(([key, value]) => {
      const isComposite = object.fields.get(key)?.columns[0]?.part !== undefined;
      return !isComposite || (value !== null && Object.keys(value as Json).length > 0);
    }),
  );

type Patch = (row: Row, now: string) => Row;

/** Writes records for an actor, each request in one transaction, and tells the timeline. */
export class Writer {
  constructor(
    private readonly database: Database,
    private readonly model: Model,
  ) {}

  private async transact<T>(object: ObjectType, work: (transaction: Database) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction().execute((transaction) => work(transaction as unknown as Database));
    } catch (error) {
      throw await asApiError(this.database, object, error);
    }
  }

  private demandWrite(role: Role, object: ObjectType, action: Action, writes: Field[], selections: Selection[]): void {
    demand(role, object, action, [], writes);
    demandRead(role, object, selections);
  }

  async create(actor: Actor, object: ObjectType, given: Json[], isUpsert: boolean, selections: Selection[]): Promise<Json[]> {
    const list = given.map((data) => withoutEmptyComposites(object, data));
    for (const { id } of list) {
      if (id && !isUuid(id)) throw badInput(`Value "${String(id)}" is not a valid UUID`, 'INVALID_QUERY_INPUT', 'Invalid UUID format.');
    }
    const columns = list.map((data) => toColumns(object, data));
    if (list.length > MAX_RECORDS) {
      const message = `Maximum number of records to upsert is ${MAX_RECORDS}.`;
      throw badInput(message, 'TOO_MANY_RECORDS_TO_UPDATE', message);
    }
    const written = new Set(list.flatMap((data) => Object.keys(data).map((key) => fieldOfKey(object, key))));
    this.demandWrite(actor.role, object, 'update', [...written], selections);
    return this.transact(object, async (transaction) => {
      const now = new Date().toISOString();
      const matches = isUpsert ? await this.matching(transaction, object, columns) : columns.map(() => undefined);
      // What is there already is brought back from deletion, whether it was deleted or not.
      if (matches.some(Boolean)) demand(actor.role, object, 'update', [], [object.fields.get('deletedAt')!]);
      const changes: Change[] = [];
      for (const [index, row] of matches.entries()) {
        if (!row) continue;
        const patch = Object.fromEntries(Object.entries(columns[index]!).filter(([name]) => name !== 'id' && !name.startsWith('createdBy')));
        const after = await this.patch(transaction, actor, object, row.id as string, { ...patch, deletedAt: null }, now);
        for (const each of [row, after]) demandInScope(actor.role, object, each, 'Updated record');
        changes.push({ action: 'updated', row: after, diff: changesOf(object, row, after) });
      }
      const missing = columns.flatMap((each, index) => (matches[index] ? [] : [{ columns: each, data: list[index]! }]));
      if (missing.length > 0) {
        const start = await this.firstPosition(transaction, object);
        const records = missing.map(({ columns: each, data }, index) => ({
          ...defaultColumns(object, now),
          position: start - index,
          ...each,
          ...actorsOfNew(data, each, actor),
        }));
        const inserted = await rows(transaction, insertSql(object, records));
        for (const row of inserted) demandInScope(actor.role, object, row);
        changes.push(...inserted.map((row) => ({ action: 'created' as const, row })));
      }
      await recordTimeline(transaction, this.model, object, actor, changes, now);
      const unique = [...new Map(changes.map(({ row }) => [row.id, row])).values()];
      return new Reader(transaction).answer(actor.role, object, unique, selections, MAX_RECORDS);
    });
  }

  /** For each new record the one already there, deleted ones too, that has its id or one of its unique values. */
  private async matching(transaction: Database, object: ObjectType, columns: Row[]): Promise<(Row | undefined)[]> {
    const keys = [['id'], ...object.uniques.map((unique) => unique.map(({ name }) => name)).filter((names) => !names.includes('id'))];
    const found = new Map<string, Row[]>();
    for (const names of keys) {
      const wanted = columns.filter((row) => names.every((name) => row[name] != null));
      if (wanted.length === 0) continue;
      const tuples = wanted.map((row) => sql`(${sql.join(names.map((name) => sql`${String(row[name])}`))})`);
      const left = sql`(${sql.join(names.map((name) => sql`${sql.ref(name)}::text`))})`;
      found.set(names.join(), await rows(transaction, sql`select * from ${table(object)} where ${left} in (${sql.join(tuples)})`));
    }
    return columns.map((row) => {
      const same = keys.flatMap((names) =>
        (found.get(names.join()) ?? []).filter((each) => names.every((name) => row[name] != null && String(each[name]) === String(row[name]))),
      );
      if (new Set(same.map(({ id }) => id)).size > 1) {
        throw badInput('Multiple records found with the same unique field values', 'UPSERT_MULTIPLE_MATCHING_RECORDS_CONFLICT');
      }
      return same[0];
    });
  }

  private async firstPosition(transaction: Database, object: ObjectType): Promise<number> {
    const [row] = await rows<{ first: number }>(transaction, sql`select coalesce(min(position), 1) - 1 as first from ${table(object)}`);
    return row!.first;
  }

  private async patch(transaction: Database, actor: Actor, object: ObjectType, id: string, columns: Row, now: string): Promise<Row> {
    const set = { updatedAt: now, ...columns, ...actorColumns('updatedBy', actor) };
    const [after] = await rows(transaction, sql`update ${table(object)} set ${assignments(set)} where id = ${id} returning *`);
    return after!;
  }

  /** The records that an id or a filter names. Unlike a reading, a writing by filter reaches soft-deleted records too. */
  private async targets(transaction: Database, { role }: Actor, object: ObjectType, args: Json, isUpdate = false): Promise<Row[]> {
    if (args.id !== undefined) {
      if (!isUuid(args.id)) throw badInput(`Value "${String(args.id)}" is not a valid UUID`, 'INVALID_QUERY_INPUT', 'Invalid UUID format.');
      // An update by id meets the predicates afterwards, with a refusal of its own.
      const filter = { id: { eq: args.id } };
      const joins = new Joins();
      const condition = filterSql(object, isUpdate ? filter : narrowed(role, object, filter), joins);
      const found = await rows(transaction, sql`select ${sql.ref(RECORD)}.* ${from(object, joins)} where ${condition} for update`);
      if (found.length === 0) throw recordNotFound();
      return found;
    }
    if (!args.filter) throw badQuery('Filter is required');
    const joins = new Joins();
    const condition = filterSql(object, narrowed(role, object, args.filter as Json), joins);
    return rows(transaction, sql`select ${sql.ref(RECORD)}.* ${from(object, joins)} where ${condition}`);
  }

  private async change(
    actor: Actor,
    object: ObjectType,
    args: Json,
    selections: Selection[],
    action: Change['action'],
    patch: Patch,
    limit: () => ApiError | undefined = () => undefined,
  ): Promise<Json[]> {
    return this.transact(object, async (transaction) => {
      const before = await this.targets(transaction, actor, object, args, action === 'updated');
      const excess = before.length > MAX_RECORDS ? limit() : undefined;
      if (excess) throw excess;
      const now = new Date().toISOString();
      const changes: Change[] = [];
      for (const row of before) {
        const after = await this.patch(transaction, actor, object, row.id as string, patch(row, now), now);
        if (action === 'updated') for (const each of [row, after]) demandInScope(actor.role, object, each, 'Updated record');
        changes.push({ action, row: after, diff: changesOf(object, row, after) });
      }
      await recordTimeline(transaction, this.model, object, actor, changes, now);
      return new Reader(transaction).answer(actor.role, object, changes.map(({ row }) => row), selections);
    });
  }

  async update(actor: Actor, object: ObjectType, args: Json, selections: Selection[]): Promise<Json[]> {
    const data = withoutEmptyComposites(object, (args.data ?? {}) as Json);
    const columns = toColumns(object, data);
    this.demandWrite(actor.role, object, 'update', Object.keys(data).map((key) => fieldOfKey(object, key)), selections);
    return this.change(actor, object, args, selections, 'updated', () => columns, () =>
      badInput(`Cannot update more than ${MAX_RECORDS} records at once`, undefined, `You can only update up to ${MAX_RECORDS} records at once.`),
    );
  }

  async delete(actor: Actor, object: ObjectType, args: Json, selections: Selection[]): Promise<Json[]> {
    this.demandWrite(actor.role, object, 'softDelete', [], selections);
    return this.change(actor, object, args, selections, 'deleted', (_, now) => ({ deletedAt: now }));
  }

  async restore(actor: Actor, object: ObjectType, args: Json, selections: Selection[]): Promise<Json[]> {
    this.demandWrite(actor.role, object, 'softDelete', [], selections);
    return this.change(actor, object, args, selections, 'restored', () => ({ deletedAt: null }));
  }

  async destroy(actor: Actor, object: ObjectType, args: Json, selections: Selection[]): Promise<Json[]> {
    this.demandWrite(actor.role, object, 'destroy', [], selections);
    return this.transact(object, async (transaction) => {
      const found = await this.targets(transaction, actor, object, args);
      const answer = await new Reader(transaction).answer(actor.role, object, found, selections);
      await sql`delete from ${table(object)} where id = any(${found.map(({ id }) => id)}::uuid[])`.execute(transaction);
      return answer;
    });
  }
}
