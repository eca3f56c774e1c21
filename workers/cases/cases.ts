import { z } from 'zod';
import type { Filter, ObjectName, Records } from '../twenty/records';
import { CASE, CASE_ALONE, CASE_PARTIES, CATALOGUES, NESTED_LIMIT, PART_NAMES, PARTS, type Bundle, type Part, type PartName } from './bundle';
import type { Write } from './derive';
import type { Row, Straying } from './strays';

/** The objects that Twenty's timeline tells of. Of the confidential ones it tells nothing. */
export const TOLD = [
  'legalCase', 'caseEvent', 'eventResponsible', 'attorneyRequest', 'caseDocument', 'clientAssignment', 'legalDirection', 'department', 'eventKind',
] as const satisfies ObjectName[];
export type Told = (typeof TOLD)[number];

const target = (object: Told): string => `target${object[0]!.toUpperCase()}${object.slice(1)}Id`;
const id = z.string().nullable();
const hint = z.object({ id: z.string(), updatedAt: z.string(), workspaceMemberId: id }).catchall(z.unknown());

/** That something was done to a record, by a member or by an API key. */
export type Hint = { key: string; object: Told; recordId: string; isMember: boolean; at: number };

/** In the bin or not. */
const EVERY = { or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }] };
/** Different changes of so few records go one by one: an update leaves alone what was deleted meanwhile, an upsert brings it back. */
const FEW = 4;

const ASIDE: readonly PartName[] = ['eventResponsibles', 'clientAssignments'];

const without = (write: Write, field: string): Write => ({ ...write, data: Object.fromEntries(Object.entries(write.data).filter(([name]) => name !== field)) });

const isNumber = /^\d{4}-\d+$/;

/** The door to the cases in Twenty. */
export class Cases {
  constructor(private readonly records: Records) {}

  /** What Twenty's timeline tells since then. It comes a moment late, and anybody can write in it: a hint, no more. */
  async hints(since: Date): Promise<Hint[]> {
    const rows = await this.records.find('timelineActivity', {
      filter: { and: [{ updatedAt: { gte: since.toISOString() } }, { or: TOLD.map((object) => ({ [target(object)]: { is: 'NOT_NULL' } })) }] },
      orderBy: [{ updatedAt: 'DescNullsLast' }],
      first: 1_000,
      fields: `id updatedAt workspaceMemberId ${TOLD.map(target).join(' ')}`,
      node: hint,
    });
    return rows.flatMap((row) =>
      TOLD.flatMap((object): Hint[] => {
        const recordId = row[target(object)];
        return typeof recordId === 'string'
          ? [{ key: `${row.id}/${row.updatedAt}`, object, recordId, isMember: row.workspaceMemberId !== null, at: Date.parse(row.updatedAt) }]
          : [];
      }),
    );
  }

  /** The records of a list, those in the bin too. */
  private async rows<Name extends Straying>(list: Name, filter: Filter): Promise<Row[]> {
    const { object, fields, node } = PARTS[list];
    const found = await this.records.findAll(object, { filter, fields, node: node as unknown as z.ZodType<Part<Name>> });
    return found.map((record) => ({ list, record }) as Row);
  }

  byId(list: Straying, ids: string[]): Promise<Row[]> {
    return this.rows(list, { and: [{ id: { in: ids } }, EVERY] });
  }

  changedSince(list: Straying, since: Date): Promise<Row[]> {
    const gte = since.toISOString();
    return this.rows(list, { or: [{ updatedAt: { gte } }, { deletedAt: { gte } }] });
  }

  withoutCase(list: Straying): Promise<Row[]> {
    return this.rows(list, { legalCaseId: { is: 'NULL' } });
  }

  async caseIds(since?: Date): Promise<{ id: string; updatedAt: string }[]> {
    const gte = since?.toISOString();
    // One that was deleted is to be looked for too, and not found.
    const filter = gte ? { or: [{ updatedAt: { gte } }, { deletedAt: { gte } }] } : {};
    return this.records.findAll('legalCase', { filter, fields: 'id updatedAt', node: z.object({ id: z.string(), updatedAt: z.string() }) });
  }

  /** All there are, with who is who in them. */
  async parties(): Promise<z.output<typeof CASE_PARTIES.node>[]> {
    return this.records.findAll('legalCase', { filter: {}, ...CASE_PARTIES });
  }

  /** What clients asked for that is not done, and should have been before then. */
  async assignmentsDueBefore(moment: string): Promise<Part<'clientAssignments'>[]> {
    const { object, fields, node } = PARTS.clientAssignments;
    const isOpen = { or: [{ status: { in: ['NEW', 'IN_PROGRESS'] } }, { status: { is: 'NULL' } }] };
    return this.records.findAll(object, { filter: { and: [{ dueAt: { lt: moment } }, isOpen] }, fields, node });
  }

  /** Of whose client or opponent something was written: a name or a number by which conflicts of interest are found. */
  async casesOfParties(since: Date): Promise<string[]> {
    const changed = { updatedAt: { gte: since.toISOString() } };
    const filter = { or: [{ client: changed }, { opponent: changed }, { opponentPerson: changed }] };
    return (await this.records.findAll('legalCase', { filter, fields: 'id', node: z.object({ id: z.string() }) })).map(({ id }) => id);
  }

  async casesOfLetters(since: Date): Promise<string[]> {
    const letters = await this.records.findAll('correspondence', {
      filter: { and: [{ updatedAt: { gte: since.toISOString() } }, { legalCaseId: { is: 'NOT_NULL' } }] },
      fields: 'id legalCaseId',
      node: z.object({ id: z.string(), legalCaseId: id }),
    });
    return letters.flatMap(({ legalCaseId }) => legalCaseId ?? []);
  }

  async catalogues() {
    const all = <Object extends keyof typeof CATALOGUES>(object: Object) => {
      const { fields, node } = CATALOGUES[object];
      type Node = z.output<(typeof CATALOGUES)[Object]['node']>;
      return this.records.findAll<Node>(object, { filter: {}, fields, node: node as unknown as z.ZodType<Node> });
    };
    const [kinds, directions, departments] = await Promise.all([all('eventKind'), all('legalDirection'), all('department')]);
    return { kinds, directions, departments };
  }

  /** Cases with everything of them. What Twenty may have cut off is read once more by itself. */
  async bundles(ids: string[]): Promise<Bundle[]> {
    const bundles = await this.records.find('legalCase', { filter: { id: { in: ids } }, first: ids.length, fields: CASE.fields, node: CASE.node as z.ZodType<Bundle> });
    const cut = (name: PartName) => bundles.filter((bundle) => bundle[name].length >= NESTED_LIMIT);
    await Promise.all(PART_NAMES.map((name) => this.complete(name, cut(name))));
    return bundles;
  }

  /** Very many cases, list by list: fewer operations than by the case. Without the lists on which nothing else of the case rests. */
  async manyBundles(ids: string[]): Promise<Bundle[]> {
    const cases = await this.records.find('legalCase', { filter: { id: { in: ids } }, first: ids.length, ...CASE_ALONE });
    const nothing = Object.fromEntries(PART_NAMES.map((name) => [name, []])) as unknown as Omit<Bundle, 'legalCase'>;
    const bundles = cases.map((legalCase): Bundle => ({ ...nothing, legalCase }));
    await Promise.all(PART_NAMES.filter((name) => !ASIDE.includes(name)).map((name) => this.complete(name, bundles)));
    return bundles;
  }

  private async complete<Name extends PartName>(name: Name, cut: Bundle[]): Promise<void> {
    if (cut.length === 0) return;
    const { object, fields, node } = PARTS[name];
    const filter = { legalCaseId: { in: cut.map(({ legalCase }) => legalCase.id) } };
    const all = await this.records.findAll(object, { filter, fields, node: node as unknown as z.ZodType<Part<Name>> });
    const byCase = new Map(cut.map((bundle) => [bundle.legalCase.id, (bundle[name] = [] as unknown as Bundle[Name])]));
    for (const row of all) (byCase.get(row.legalCaseId!) as Part<Name>[] | undefined)?.push(row);
  }

  /** The highest number with this beginning. Cases in the bin count; what somebody wrote there that is no number does not. */
  async highestNumber(prefix: string): Promise<string | null> {
    const found = await this.records.find('legalCase', {
      filter: { and: [{ number: { like: `${prefix}%` } }, EVERY] },
      orderBy: [{ number: 'DescNullsLast' }],
      first: 200,
      fields: 'number',
      node: z.object({ number: z.string().nullable() }),
    });
    return found.map(({ number }) => number ?? '').find((number) => isNumber.test(number)) ?? null;
  }

  /**
   * Writes what follows, in the order in which it refers to one another: a record names its event.
   *
   * @returns when each record was written, by the server's clock, and what Twenty does not accept
   */
  async write(writes: Write[]): Promise<{ written: Map<string, string>; rejected: { record: { id: string }; why: string }[] }> {
    const written = new Map<string, string>();
    const rejected: { record: { id: string }; why: string }[] = [];
    /** What should have been made and was not: another record has its unique value. Nothing may name it. */
    const lacking = new Set<unknown>();
    const note = (rows: ({ id: string } & Record<string, unknown>)[]) => rows.forEach((row) => written.set(row.id, String(row.updatedAt)));
    const upsert = async (object: ObjectName, rows: Write[]): Promise<void> => {
      if (rows.length === 0) return;
      const result = await this.records.upsert(object, rows.map(({ id: recordId, data }) => ({ id: recordId, ...data })), 'rest', 'updatedAt');
      note(result.written);
      rejected.push(...result.rejected);
    };
    for (const object of [...new Set(writes.map((write) => write.object))]) {
      const rows = writes
        .filter((write) => write.object === object)
        .map((row) => (lacking.has(row.data.caseEventId) ? without(row, 'caseEventId') : row))
        .filter(({ data }) => Object.keys(data).length > 0);
      const alike = new Map<string, Write[]>();
      for (const row of rows.filter(({ isOurs }) => !isOurs)) {
        const key = JSON.stringify(row.data);
        alike.set(key, [...(alike.get(key) ?? []), row]);
      }
      if (alike.size <= FEW)
        for (const group of alike.values()) {
          const result = await this.records.change(object, group.map((row) => row.id), group[0]!.data, 'rest', 'updatedAt');
          note(result.written);
          rejected.push(...result.rejected);
        }
      else {
        const many = [...alike.values()].flat();
        const living = await this.living(object, many.map((row) => row.id));
        await upsert(object, many.filter((row) => living.has(row.id)));
      }
      // Only now: a value that must be unique may have been freed.
      const ours = rows.filter(({ isOurs }) => isOurs);
      await upsert(object, ours);
      for (const row of ours) if (!written.has(row.id)) lacking.add(row.id);
    }
    return { written, rejected };
  }

  private async living(object: ObjectName, ids: string[]): Promise<Set<string>> {
    const found = await this.records.find(object, { filter: { id: { in: ids } }, first: ids.length, fields: 'id', node: z.object({ id: z.string() }) });
    return new Set(found.map((row) => row.id));
  }
}
