import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { rows, table, type Database, type Row } from './database';
import { capitalize } from './fields';
import type { Json } from './sql';
import { readField } from './values';
import type { Model, ObjectType } from './model';

export type Change = { action: 'created' | 'updated' | 'deleted' | 'restored'; row: Row; diff?: Json };

const MERGE_MINUTES = 10;

type Entry = {
  name: string;
  properties: Json;
  target: string;
  recordId: unknown;
  linked?: { title: unknown; id: unknown; objectId: string };
};

const targetColumns = (row: Row): [column: string, id: unknown][] =>
  Object.entries(row).filter(([column, id]) => column.startsWith('target') && column.endsWith('Id') && id !== null);

/** A task or a note is told on the timeline of every record it is attached to as well. */
const linkedEntries = async (database: Database, model: Model, object: ObjectType, changes: Change[]): Promise<Entry[]> => {
  const kind = { taskTarget: 'task', noteTarget: 'note' }[object.nameSingular];
  if (!kind) return [];
  const activity = model.object(kind);
  const ids = changes.filter(({ action }) => action === 'created').map(({ row }) => row[`${kind}Id`]);
  const found = await rows(database, sql`select id, title from ${table(activity)} where id = any(${ids}::uuid[])`);
  return changes.flatMap(({ action, row }) => {
    const linked = found.find(({ id }) => id === row[`${kind}Id`]);
    const target = targetColumns(row)[0];
    if (action !== 'created' || !linked || !target) return [];
    const [column, recordId] = target;
    return [
      { name: `linked-${kind}.created`, properties: {}, target: column, recordId, linked: { title: linked.title, id: linked.id, objectId: activity.id } },
    ];
  });
};

const ownEntries = (model: Model, object: ObjectType, changes: Change[]): Entry[] => {
  const target = `target${capitalize(object.nameSingular)}Id`;
  if (!model.object('timelineActivity').joinColumns.has(target)) return [];
  return changes
    .filter(({ action, diff }) => action !== 'updated' || Object.keys(diff ?? {}).length > 0)
    .map(({ action, row, diff }) => ({
      name: `${object.nameSingular}.${action}`,
      properties: action === 'updated' ? { diff } : {},
      target,
      recordId: row.id,
    }));
};

/** One person's changes of one record within ten minutes are one entry. */
const mergeIntoRecent = async (database: Database, timeline: ObjectType, entry: Entry, memberId: string | null, now: string): Promise<boolean> => {
  const [recent] = await rows(
    database,
    sql`select * from ${table(timeline)} where ${sql.ref(entry.target)} = ${entry.recordId} and name = ${entry.name} and "workspaceMemberId" is not distinct from ${memberId}::uuid and "createdAt" > ${now}::timestamptz - interval '${sql.raw(String(MERGE_MINUTES))} minutes' order by "createdAt" desc limit 1`,
  );
  if (!recent) return false;
  const before = (readField(timeline.fields.get('properties')!, recent) ?? {}) as { diff?: Record<string, { before: unknown }> };
  const after = entry.properties.diff as Record<string, { before: unknown; after: unknown }>;
  const diff = Object.fromEntries(
    Object.entries({ ...before.diff, ...after }).map(([name, change]) => [name, { ...change, before: (before.diff?.[name] ?? change).before }]),
  );
  await sql`update ${table(timeline)} set properties = ${JSON.stringify({ diff })}::jsonb, "updatedAt" = ${now} where id = ${recent.id}`.execute(database);
  return true;
};

/** Writes what happened to records that have a timeline, as Twenty does for its own; there it comes a moment later. */
export const recordTimeline = async (
  database: Database,
  model: Model,
  object: ObjectType,
  actor: { workspaceMemberId: string | null },
  changes: Change[],
  now: string,
): Promise<void> => {
  const timeline = model.object('timelineActivity');
  const entries = [...ownEntries(model, object, changes), ...(await linkedEntries(database, model, object, changes))];
  const [only] = entries;
  if (entries.length === 1 && only!.name.endsWith('.updated')) {
    if (await mergeIntoRecent(database, timeline, only!, actor.workspaceMemberId, now)) return;
  }
  // Entries of one target have the same columns, so they are written at once.
  for (const target of new Set(entries.map((entry) => entry.target))) {
    const tuples = entries.filter((entry) => entry.target === target).map(
      ({ name, properties, recordId, linked }) =>
        sql`(${randomUUID()}, ${now}, ${now}, ${now}, 0, ${name}, ${JSON.stringify(properties)}::jsonb, 'MANUAL', 'System', 'MANUAL', 'System', ${actor.workspaceMemberId}, ${recordId}, ${linked?.title ?? null}, ${linked?.id ?? null}, ${linked?.objectId ?? null})`,
    );
    await sql`insert into ${table(timeline)} (id, "createdAt", "updatedAt", "happensAt", position, name, properties, "createdBySource", "createdByName", "updatedBySource", "updatedByName", "workspaceMemberId", ${sql.ref(target)}, "linkedRecordCachedName", "linkedRecordId", "linkedObjectMetadataId") values ${sql.join(tuples)}`.execute(database);
  }
};
