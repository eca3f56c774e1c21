import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql, type RawBuilder } from 'kysely';
import pg from 'pg';
import { shelved } from '../shelf';
import { ConfigError, type Config } from './config';
import { badInput, type ApiError } from './errors';
import type { Column } from './fields';
import type { Field, Model, ObjectType } from './model';

export type Database = Kysely<unknown>;
export type Row = Record<string, unknown>;

/** @param from the folder of a database that a new one begins as; an empty one without it */
type Place = Pick<Config, 'databaseUrl' | 'dataFolder'> & { from?: string };

const DATE_TYPE = 1082;

/** A day has no time zone: it stays the text the database gives, in both drivers. */
const dayAsText = (value: string): string => value;

const parsers = { [DATE_TYPE]: dayAsText };

/** The folder of an empty database of this model, to be copied: PGlite takes many seconds to make one. */
const emptyPglite = (model: Model): Promise<string> => {
  const { version } = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')) as { version: string };
  const statements = migration(model).join(';\n');
  return shelved('database', version + statements, async (dataDir) => {
    const pglite = await PGlite.create({ dataDir });
    await pglite.exec(statements);
    await pglite.close();
  });
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** A folder that is gone with the process, or, if that is killed, when the next one looks. */
const ownFolder = (): string => {
  const left = readdirSync(tmpdir()).filter((name) => /^legal-desk-\d+$/.test(name) && !isAlive(Number(name.split('-').at(-1))));
  for (const name of left) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  const folder = join(tmpdir(), `legal-desk-${process.pid}`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const openPglite = async ({ dataFolder, from }: Place, model: Model): Promise<PGlite> => {
  const dataDir = dataFolder ?? ownFolder();
  if (!existsSync(join(dataDir, 'PG_VERSION'))) cpSync(from ?? (await emptyPglite(model)), dataDir, { recursive: true });
  return PGlite.create({ dataDir, parsers });
};

const connect = async (place: Place, model: Model): Promise<Database> => {
  const { databaseUrl } = place;
  if (!databaseUrl) return new Kysely({ dialect: new PGliteDialect({ pglite: await openPglite(place, model) }) });
  const types = {
    getTypeParser: ((type: number, format?: 'text') =>
      type === DATE_TYPE ? dayAsText : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
  };
  return new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl, types }) }) });
};

/** Opens the database and brings it to the model. @throws ConfigError that names the setting, when there is no database where it points */
export const openDatabase = async (place: Place, model: Model): Promise<Database> => {
  let database: Database;
  try {
    database = await connect(place, model);
    await sql`select 1`.execute(database);
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`${place.databaseUrl ? 'DATABASE_URL' : 'SANDBOX_DATA'} cannot be opened: ${message || code}`);
  }
  await migrate(database, model);
  return database;
};

export const rows = async <T = Row>(database: Database, query: RawBuilder<unknown>): Promise<T[]> =>
  (await query.execute(database)).rows as T[];

export const table = (object: ObjectType): RawBuilder<unknown> => sql.table(object.nameSingular);

/** Names that fit PostgreSQL's 63 characters and do not change with other fields. */
const constraintName = (prefix: string, object: ObjectType, columns: string[]): string =>
  `${prefix}_${object.nameSingular}_${columns.join('_')}`.slice(0, 63);

type Existing = { columns: { table: string; column: string }[]; indexes: Set<string> };

/** What makes the tables that are missing and adds the columns that a newer version of the app brings; nothing is ever dropped. */
const migration = ({ objects }: Model, existing: Existing = { columns: [], indexes: new Set() }): string[] => {
  const tables = new Set(existing.columns.map(({ table: name }) => name));
  const known = new Set(existing.columns.map(({ table: name, column }) => `${name}.${column}`));
  const statements: string[] = [];
  const constraints: string[] = [];
  for (const object of objects) {
    const name = `"${object.nameSingular}"`;
    const missing = [...object.fields.values()]
      .flatMap((field) => field.columns.map((column) => ({ column, relation: field.relation })))
      .filter(({ column }) => !known.has(`${object.nameSingular}.${column.name}`));
    if (missing.length === 0) continue;
    const columns = missing.map(({ column }) => `"${column.name}" ${column.sqlType}${column.name === 'id' ? ' primary key' : ''}`);
    if (!tables.has(object.nameSingular)) {
      statements.push(`create table ${name} (${columns.join(', ')})`, `create index on ${name} ("updatedAt")`);
    } else {
      statements.push(`alter table ${name} ${columns.map((column) => `add column ${column}`).join(', ')}`);
    }
    const references = missing.flatMap(({ column, relation }) => (relation ? [{ column: column.name, relation }] : []));
    // Twenty indexes its own relations, and of an app's only what the app declares.
    if (!object.isCustom) for (const { column } of references) statements.push(`create index on ${name} ("${column}")`);
    if (references.length > 0) {
      const keys = references.map(
        ({ column, relation }) =>
          `add constraint "${constraintName('FK', object, [column])}" foreign key ("${column}") references "${relation.target.nameSingular}" ("id") on delete ${relation.onDelete.replace('_', ' ')}`,
      );
      constraints.push(`alter table ${name} ${keys.join(', ')}`);
    }
  }
  for (const object of objects) {
    const create = (kind: string, prefix: string, columns: Column[]) => {
      const names = columns.map((column) => column.name);
      const on = `"${object.nameSingular}" (${names.map((name) => `"${name}"`).join(', ')})`;
      const name = constraintName(prefix, object, names);
      if (!names.includes('id') && !existing.indexes.has(name)) constraints.push(`create ${kind} if not exists "${name}" on ${on}`);
    };
    for (const columns of object.uniques) create('unique index', 'UQ', columns);
    for (const columns of object.indexes) create('index', 'IX', columns);
  }
  return [...statements, ...constraints];
};

const migrate = async (database: Database, model: Model): Promise<void> => {
  const columns = await rows<Existing['columns'][number]>(
    database,
    sql`select table_name as "table", column_name as "column" from information_schema.columns where table_schema = current_schema()`,
  );
  const indexes = await rows<{ name: string }>(database, sql`select indexname as name from pg_indexes where schemaname = current_schema()`);
  const all = migration(model, { columns, indexes: new Set(indexes.map(({ name }) => name)) });
  if (all.length > 0) await sql.raw(`do $migration$ begin ${all.join('; ')}; end $migration$`).execute(database);
};

type PostgresError = Error & { code?: string; constraint?: string; detail?: string };

const CONSTRAINT_MESSAGES: Record<string, string> = {
  '23502': 'A required field is missing. Please provide all required values and try again.',
  '23503': 'This operation references a record that does not exist or cannot be modified due to existing relationships.',
  '23001': 'This record cannot be deleted because it is still referenced by other records.',
  '22P02': 'Invalid input provided.',
};

const fieldOfIndex = (object: ObjectType, constraint: string | undefined): Field | undefined => {
  const unique = object.uniques.find((columns) => constraintName('UQ', object, columns.map(({ name }) => name)) === constraint);
  if (unique?.length !== 1) return undefined;
  return [...object.fields.values()].find((field) => field.isUnique && field.columns.includes(unique[0]!));
};

/** Says a database error as Twenty says it; other errors pass unchanged. */
export const asApiError = async (database: Database, object: ObjectType, error: unknown): Promise<unknown> => {
  const { code, constraint, detail, message } = error as PostgresError;
  if (code === '23505') return duplicate(database, object, constraint, detail);
  const friendly = code && CONSTRAINT_MESSAGES[code];
  return friendly ? badInput(message, undefined, friendly) : error;
};

const duplicate = async (
  database: Database,
  object: ObjectType,
  constraint: string | undefined,
  detail: string | undefined,
): Promise<ApiError> => {
  const message = 'A duplicate entry was detected';
  const field = fieldOfIndex(object, constraint);
  const [, column, value] = /^Key \("?(.+?)"?\)=\((.*)\) already exists/.exec(detail ?? '') ?? [];
  if (!field || column === undefined) {
    return badInput(message, undefined, 'This record already exists. Please check your data and try again.');
  }
  const [record] = await rows<{ id: string }>(database, sql`select id from ${table(object)} where ${sql.ref(column)}::text = ${value}`);
  return badInput(
    message,
    undefined,
    `This ${field.label} value is already in use. Please check your data and try again.`,
    record ? { conflictingRecordId: record.id, conflictingObjectNameSingular: object.nameSingular } : {},
  );
};
