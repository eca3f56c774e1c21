import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql, type RawBuilder } from 'kysely';
import pg from 'pg';
import { ConfigError, type Config } from './config';
import { badInput, type ApiError } from './errors';
import type { Column } from './fields';
import type { Field, Model, ObjectType } from './model';

export type Database = Kysely<unknown>;
export type Row = Record<string, unknown>;

type Place = Pick<Config, 'databaseUrl' | 'dataFolder'>;

const DATE_TYPE = 1082;

/** A day has no time zone: it stays the text the database gives, in both drivers. */
const dayAsText = (value: string): string => value;

const parsers = { [DATE_TYPE]: dayAsText };

/** Making a database takes PGlite several seconds, always to the same end: an empty one is kept beside the packages to start from. */
const openPglite = async (dataDir: string | undefined): Promise<PGlite> => {
  if (dataDir && existsSync(join(dataDir, 'PG_VERSION'))) return PGlite.create({ dataDir, parsers });
  const { version } = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')) as { version: string };
  const cache = join('node_modules/.cache', `pglite-${version}.tar`);
  if (!existsSync(cache)) {
    const empty = await PGlite.create();
    const dump = await empty.dumpDataDir('none');
    await empty.close();
    mkdirSync('node_modules/.cache', { recursive: true });
    const unfinished = `${cache}.${process.pid}`;
    writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()));
    renameSync(unfinished, cache);
  }
  return PGlite.create({ ...(dataDir ? { dataDir } : {}), parsers, loadDataDir: new Blob([readFileSync(cache)]) });
};

const connect = async ({ databaseUrl, dataFolder }: Place): Promise<Database> => {
  if (!databaseUrl) return new Kysely({ dialect: new PGliteDialect({ pglite: await openPglite(dataFolder) }) });
  const types = {
    getTypeParser: ((type: number, format?: 'text') =>
      type === DATE_TYPE ? dayAsText : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
  };
  return new Kysely({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: databaseUrl, types }) }) });
};

/** @throws ConfigError that names the setting, when there is no database where it points */
export const openDatabase = async (place: Place): Promise<Database> => {
  try {
    const database = await connect(place);
    await sql`select 1`.execute(database);
    return database;
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    throw new ConfigError(`${place.databaseUrl ? 'DATABASE_URL' : 'SANDBOX_DATA'} cannot be opened: ${message || code}`);
  }
};

export const rows = async <T = Row>(database: Database, query: RawBuilder<unknown>): Promise<T[]> =>
  (await query.execute(database)).rows as T[];

export const table = (object: ObjectType): RawBuilder<unknown> => sql.table(object.nameSingular);

/** Names that fit PostgreSQL's 63 characters and do not change with other fields. */
const constraintName = (prefix: string, object: ObjectType, columns: string[]): string =>
  `${prefix}_${object.nameSingular}_${columns.join('_')}`.slice(0, 63);

/** Makes the tables that are missing and adds the columns that a newer version of the app brings; never drops any. */
export const migrate = async (database: Database, { objects }: Model): Promise<void> => {
  const existing = await rows<{ table: string; column: string }>(
    database,
    sql`select table_name as "table", column_name as "column" from information_schema.columns where table_schema = current_schema()`,
  );
  const tables = new Set(existing.map(({ table: name }) => name));
  const known = new Set(existing.map(({ table: name, column }) => `${name}.${column}`));
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
      if (!names.includes('id')) constraints.push(`create ${kind} if not exists "${constraintName(prefix, object, names)}" on ${on}`);
    };
    for (const columns of object.uniques) create('unique index', 'UQ', columns);
    for (const columns of object.indexes) create('index', 'IX', columns);
  }
  const all = [...statements, ...constraints];
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
