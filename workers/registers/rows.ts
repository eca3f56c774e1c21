/** The registers' door to Twenty: what the cases add to them, and their rows. */
import { z } from 'zod';
import type { ObjectName, Records } from '../twenty/records';
import type { Contribution } from './book';
import type { Names } from './words';

const text = z.string().nullable().transform((value) => value || null);
const id = z.string().nullable();
const number = z.number().nullable();
const money = z.object({ amountMicros: z.union([z.string(), z.number()]).nullable(), currencyCode: text }).nullable();

const durations = z.record(z.string(), z.array(z.number()));
const micros = z.string().regex(/^-?\d+$/).nullable();
const decisions = z.record(
  z.string(),
  z.object({ decisions: z.number(), distinctDecisions: z.number(), claimed: micros, awarded: micros, collected: micros }),
);

/** What somebody wrote there that is no contribution adds nothing, until the case is looked at and writes its own again. */
export const contributionOf = (stored: { control?: unknown; finance?: unknown }): Contribution => ({
  durations: durations.catch({}).parse(stored.control ?? {}),
  decisions: decisions.catch({}).parse(stored.finance ?? {}),
});

const added = z.object({ id: z.string(), legalCaseId: id, contribution: z.unknown(), updatedAt: z.string(), deletedAt: z.string().nullable() });

export const REGISTERS = {
  eventDuration: {
    key: ['eventGroup', 'directionId', 'courtId'],
    fields: `id name eventGroup directionId courtId completedCount averageDays medianDays p90Days longestDays distribution deletedAt`,
    node: z.object({
      id: z.string(), name: text, eventGroup: text, directionId: id, courtId: id, completedCount: number, averageDays: number, medianDays: number,
      p90Days: number, longestDays: number, distribution: z.unknown(), deletedAt: id,
    }),
  },
  courtDecisionTotal: {
    key: ['month', 'rootDirectionId', 'regionId', 'recoveryKindId', 'currencyCode'],
    fields: `id name month rootDirectionId regionId recoveryKindId currencyCode decisions distinctDecisions deletedAt
      claimed { amountMicros currencyCode } awarded { amountMicros currencyCode } collected { amountMicros currencyCode }`,
    node: z.object({
      id: z.string(), name: text, month: id, rootDirectionId: id, regionId: id, recoveryKindId: id, currencyCode: text, decisions: number,
      distinctDecisions: number, claimed: money, awarded: money, collected: money, deletedAt: id,
    }),
  },
} as const satisfies Partial<Record<ObjectName, { key: string[]; fields: string; node: z.ZodType }>>;
export type RegisterObject = keyof typeof REGISTERS;
export type RegisterRow = { id: string; deletedAt: string | null } & Record<string, unknown>;

/** In the bin or not: a row in the bin still keeps others from its key. */
const EVERY = { or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }] };
const NAMED = ['legalDirection', 'court', 'region', 'recoveryKind'] as const satisfies ObjectName[];

/** What a case adds to one of the registers, or to none any more. */
export type Added = { caseId: string; contribution: Partial<Contribution>; updatedAt: string };

export class RegisterRows {
  constructor(private readonly records: Records) {}

  /** What the living cases add, and the rows of control whose case is gone; or, since a moment, what was written of it. */
  async added(since: Date | null): Promise<{ added: Added[]; orphans: string[] }> {
    const gte = since?.toISOString();
    const filter = gte ? { or: [{ updatedAt: { gte } }, { deletedAt: { gte } }] } : {};
    // Where something more of a case is asked for, Twenty gives not even the id of one in the bin.
    const fields = `id legalCaseId contribution updatedAt deletedAt ${gte ? '' : 'legalCase { id }'}`;
    const read = (object: 'caseControl' | 'caseFinance') => this.records.findAll(object, { filter, fields, node: added, priority: 'registers' });
    const [controls, finances] = await Promise.all([read('caseControl'), read('caseFinance')]);
    const of = (rows: z.output<typeof added>[], contribution: (stored: unknown) => Partial<Contribution>): Added[] =>
      rows.flatMap((row) =>
        row.legalCaseId === null
          ? []
          : { caseId: row.legalCaseId, contribution: contribution(row.deletedAt === null ? row.contribution : null), updatedAt: row.updatedAt },
      );
    return {
      added: [
        ...of(controls, (control) => ({ durations: contributionOf({ control }).durations })),
        ...of(finances, (finance) => ({ decisions: contributionOf({ finance }).decisions })),
      ],
      orphans: controls.filter(({ legalCaseId }) => legalCaseId === null).map(({ id: row }) => row),
    };
  }

  rows(object: RegisterObject): Promise<RegisterRow[]> {
    const { fields, node } = REGISTERS[object];
    return this.records.findAll<RegisterRow>(object, { filter: EVERY, fields, node: node as unknown as z.ZodType<RegisterRow>, priority: 'registers' });
  }

  async names(): Promise<Names> {
    const node = z.object({ id: z.string(), name: text });
    const lists = await Promise.all(NAMED.map((object) => this.records.findAll(object, { filter: {}, fields: 'id name', node, priority: 'registers' })));
    return new Map(lists.flat().flatMap(({ id: key, name }) => (name ? [[key, name] as const] : [])));
  }

  write(object: RegisterObject | 'caseControl', rows: ({ id: string } & Record<string, unknown>)[]) {
    return this.records.upsert(object, rows, 'registers', 'updatedAt');
  }

  /** Into the bin. */
  remove(object: RegisterObject | 'caseControl', ids: string[]): Promise<void> {
    return this.records.delete(object, ids, 'registers');
  }
}
