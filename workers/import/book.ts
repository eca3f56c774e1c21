import { z } from 'zod';
import { importPartId } from '../identifiers';
import type { Priority } from '../twenty/budget';
import type { Records } from '../twenty/records';
import type { Columns, Mapping } from './columns';
import type { PlannedLine } from './plan';
import { KINDS } from './shapes';

/** Lines written together, and told of in one part. */
export const SLICE_LINES = 500;
/** Parts written in one operation, so that a request stays below what Twenty takes. */
const PARTS_AT_ONCE = 10;

export const slicesOf = <Item>(lines: Item[]): Item[][] => Array.from({ length: Math.ceil(lines.length / SLICE_LINES) }, (_, at) => lines.slice(at * SLICE_LINES, (at + 1) * SLICE_LINES));

const STATUSES = ['NEW', 'CHECKING', 'CHECKED', 'REQUESTED', 'RUNNING', 'DONE', 'STOPPED', 'FAILED'] as const;
export type Status = (typeof STATUSES)[number];

const text = z.string().nullable();
const count = z.number().nullable().transform((value) => value ?? 0);
const run = z.object({
  id: z.string(),
  name: text,
  kind: z.enum(KINDS as [(typeof KINDS)[number]]).nullable().catch(null),
  status: z.enum(STATUSES).nullable(),
  file: z.array(z.object({ fileId: text, label: text, extension: text, url: text })).nullable().catch(null).transform((files) => files ?? []),
  mapping: z.record(z.string(), z.string().nullable()).nullable().catch(null).transform((mapping) => (mapping ?? {}) as Mapping),
  total: z.number().nullable(),
  done: count, created: count, matched: count, refused: count,
  startedAt: text,
  createdAt: z.string(),
});
export type Run = z.output<typeof run>;
const RUN = 'id name kind status file { fileId label extension url } mapping total done created matched refused startedAt createdAt';

const mapping = z.object({ name: text, kind: z.string().nullable(), columns: z.unknown() });

/** The records that tell of imports. */
export class ImportBook {
  constructor(
    private readonly records: Records,
    private readonly priority: Priority,
  ) {}

  open(): Promise<Run[]> {
    return this.records.find('importRun', {
      filter: { status: { in: ['NEW', 'CHECKING', 'REQUESTED', 'RUNNING'] } },
      orderBy: [{ createdAt: 'AscNullsFirst' }],
      first: 50,
      fields: RUN,
      node: run,
      priority: this.priority,
    });
  }

  async byId(id: string): Promise<Run | null> {
    const [found] = await this.records.find('importRun', { filter: { id: { eq: id } }, first: 1, fields: RUN, node: run, priority: this.priority });
    return found ?? null;
  }

  async create(id: string, data: Record<string, unknown>): Promise<void> {
    await this.records.upsert('importRun', [{ id, ...data }], this.priority);
  }

  /** @returns false where a person made something else of it meanwhile */
  async change(id: string, data: Record<string, unknown>, from: Status[]): Promise<boolean> {
    return (await this.records.update('importRun', [id], data, this.priority, '', { status: { in: from } })).length > 0;
  }

  async mapping(name: string): Promise<{ found: Mapping | null; names: string[] }> {
    const all = await this.records.findAll('importMapping', { filter: {}, fields: 'name kind columns', node: mapping, priority: this.priority });
    const columns = all.find((each) => each.name?.trim().toLowerCase() === name.trim().toLowerCase())?.columns;
    return { found: (z.record(z.string(), z.string().nullable()).safeParse(columns).data ?? null) as Mapping | null, names: all.flatMap((each) => each.name ?? []) };
  }

  /** What became of the lines; of those not yet written, what would. */
  async tell(runId: string, lines: PlannedLine[]): Promise<void> {
    const parts = slicesOf(lines).map((slice) => {
      const [firstLine, lastLine] = [slice[0]!.line, slice.at(-1)!.line];
      return {
        id: importPartId(runId, firstLine),
        name: `${firstLine}–${lastLine}`,
        importRunId: runId,
        firstLine,
        lastLine,
        lines: slice.map(({ line, outcome, what, problem, column }) => [line, outcome, what, problem, column]),
      };
    });
    for (let at = 0; at < parts.length; at += PARTS_AT_ONCE) await this.records.upsert('importPart', parts.slice(at, at + PARTS_AT_ONCE), this.priority);
  }

  /** What an earlier check told of lines that are others now. */
  async forget(runId: string): Promise<void> {
    await this.records.destroy('importPart', { importRunId: { eq: runId } }, this.priority);
  }
}

export const columnsTold = ({ columns, kind, headingLine }: Columns) => ({ kind, headingLine, columns: columns.map(({ heading, field, samples }) => ({ heading, field, samples })) });
