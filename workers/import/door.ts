import { z } from 'zod';
import type { Office } from '../correspondence/protocol';
import type { Priority } from '../twenty/budget';
import { TwentyError } from '../twenty/client';
import type { ObjectName, Records } from '../twenty/records';
import type { Snapshot } from './known';
import type { PlannedLine } from './plan';
import type { Write } from './parties';
import type { Kind } from './shapes';

/** In this order nothing names what is not there yet. */
const ORDER: ObjectName[] = [
  'company', 'person', 'clientFolder', 'clientFolderEntry', 'clientRegion', 'clientDirection', 'legalCase', 'attorneyRequest', 'courtFiling', 'courtHearing', 'courtDecision', 'recovery',
  'caseEvent', 'eventResponsible', 'correspondence', 'correspondenceHistory',
];
const WRITE_LIMIT = 200;

const id = z.string();
const text = z.string().nullable();
const record = { id, createdAt: z.string() };
const group = z.enum(['INTAKE', 'EVIDENCE', 'COURT', 'DECISION', 'RECOVERY', 'CLOSING']).nullable().catch(null);

const NEEDS = {
  people: ['CLIENTS', 'FOLDERS', 'CASES', 'EVENTS', 'LETTERS'],
  folders: ['CLIENTS', 'FOLDERS'],
  classes: ['CLIENTS', 'FOLDERS', 'CASES', 'EVENTS'],
  cases: ['CASES', 'EVENTS', 'LETTERS'],
  courts: ['CASES', 'EVENTS'],
  events: ['EVENTS'],
  letters: ['LETTERS'],
} as const satisfies Record<string, Kind[]>;

/** Ids computed from their cause are of version 5; people's are not. */
const isComputed = (recordId: string): boolean => recordId[14] === '5';

export class ImportDoor {
  constructor(
    private readonly records: Records,
    private readonly readOffice: () => Promise<Office>,
    private readonly priority: Priority,
  ) {}

  /**
   * All by which lines of the kind are matched.
   *
   * @param begunAt when an import began that now goes on: what it has created since does not count, so that the plan is the same as then
   */
  async snapshot(kind: Kind, begunAt: string | null): Promise<Snapshot> {
    const needs = (part: keyof typeof NEEDS) => (NEEDS[part] as readonly Kind[]).includes(kind);
    const all = async <Node extends { id: string }>(isNeeded: boolean, object: ObjectName, fields: string, node: z.ZodType<Node>): Promise<Node[]> =>
      isNeeded ? this.records.findAll(object, { filter: {}, fields: `id ${fields}`, node, priority: this.priority }) : [];
    const before = <Node extends { id: string; createdAt: string }>(nodes: Node[]): Node[] =>
      begunAt === null ? nodes : nodes.filter((node) => !isComputed(node.id) || node.createdAt < begunAt);
    const named = z.object({ id, name: text, code: text });

    const people = await all(needs('people'), 'person', 'createdAt name { firstName lastName } birthDate inn emails { primaryEmail }', z.object({
      ...record, name: z.object({ firstName: text, lastName: text }).nullable(), birthDate: text, inn: text, emails: z.object({ primaryEmail: text }).nullable(),
    }));
    const companies = await all(needs('people'), 'company', 'createdAt name inn', z.object({ ...record, name: text, inn: text }));
    const regions = await all(needs('classes'), 'region', 'name code', named);
    const directions = await all(needs('classes'), 'legalDirection', 'name code parentId', named.extend({ parentId: text }));
    const courts = await all(needs('courts'), 'court', 'name', z.object({ id, name: text }));
    const eventKinds = await all(needs('events'), 'eventKind', 'name code eventGroup', named.extend({ eventGroup: group }));
    const recoveryKinds = await all(needs('events'), 'recoveryKind', 'name code', named);
    const folders = await all(needs('folders'), 'clientFolder', 'createdAt name parentId', z.object({ ...record, name: text, parentId: text }));
    const cases = await all(needs('cases'), 'legalCase', 'createdAt number clientId directionId', z.object({ ...record, number: text, clientId: text, directionId: text }));
    const events = await all(needs('events'), 'caseEvent', 'createdAt legalCaseId kindId startedAt title', z.object({
      ...record, legalCaseId: text, kindId: text, startedAt: text, title: text,
    }));
    const letters = await all(needs('letters'), 'correspondence', 'createdAt number', z.object({ ...record, number: text }));
    const belongings: Snapshot['belongings'] = [];
    for (const [object, field] of [['clientFolderEntry', 'clientFolderId'], ['clientRegion', 'regionId'], ['clientDirection', 'directionId']] as const) {
      const node = z.object({ ...record, personId: text, companyId: text, [field]: text });
      for (const row of before(await all(needs('folders'), object, `createdAt personId companyId ${field}`, node))) {
        const { personId, companyId, [field]: targetId } = row as { personId: string | null; companyId: string | null } & Record<string, string | null>;
        const clientId = personId ?? companyId;
        if (clientId && targetId) belongings.push({ clientId, targetId });
      }
    }
    return {
      office: await this.readOffice(),
      regions: regions.map((region) => ({ kind: 'REGION', ...region, name: region.name ?? '' })),
      directions: directions.map((direction) => ({ kind: 'DIRECTION', ...direction, name: direction.name ?? '' })),
      courts,
      eventKinds,
      recoveryKinds,
      people: before(people).map(({ name, emails, ...person }) => ({ ...person, lastName: name?.lastName ?? null, firstName: name?.firstName ?? null, email: emails?.primaryEmail || null })),
      companies: before(companies),
      folders: before(folders),
      cases: before(cases),
      events: before(events),
      letters: before(letters),
      belongings,
    };
  }

  /**
   * Writes what the lines create.
   *
   * @param before records that were refused before: what names them is not written either
   * @returns of each record that is not written, why; empty where it belongs to one of those
   */
  async write(lines: PlannedLine[], before: ReadonlyMap<string, string>): Promise<Map<string, string>> {
    const refused = new Map(before);
    const writes = lines.flatMap((line) => line.writes);
    for (const object of ORDER) {
      const own = writes.filter((write) => write.object === object);
      const isWhole = ({ data }: Write) => !Object.values(data).some((value) => typeof value === 'string' && refused.has(value));
      for (const { id: recordId } of own.filter((write) => !isWhole(write))) refused.set(recordId, '');
      for (const group of groupsOf(own.filter(isWhole))) for (const [recordId, why] of await this.upsert(object, group)) refused.set(recordId, why);
    }
    return refused;
  }

  /** A unique value that another record has stops the whole operation: the record is found by halving. */
  private async upsert(object: ObjectName, writes: Write[]): Promise<[string, string][]> {
    try {
      const { rejected } = await this.records.upsert(object, writes.map(({ id: recordId, data }) => ({ id: recordId, ...data })), this.priority);
      return rejected.map(({ record: { id: recordId }, why }) => [recordId, why]);
    } catch (error) {
      if (!(error instanceof TwentyError) || error.fault !== 'DUPLICATE') throw error;
      if (writes.length === 1) return [[writes[0]!.id, DUPLICATE]];
      const half = Math.ceil(writes.length / 2);
      return [...(await this.upsert(object, writes.slice(0, half))), ...(await this.upsert(object, writes.slice(half)))];
    }
  }
}

/** Said of a record whose number or address another has. */
export const DUPLICATE = 'DUPLICATE';

/** One operation’s worth each. */
const groupsOf = (writes: Write[]): Write[][] => Array.from({ length: Math.ceil(writes.length / WRITE_LIMIT) }, (_, at) => writes.slice(at * WRITE_LIMIT, (at + 1) * WRITE_LIMIT));

/** How many operations the writing takes. */
export const operationsFor = (slices: PlannedLine[][], perSlice: number): number =>
  slices.reduce((sum, lines) => {
    const perObject = new Map<ObjectName, number>();
    for (const { object } of lines.flatMap(({ writes }) => writes)) perObject.set(object, (perObject.get(object) ?? 0) + 1);
    return sum + perSlice + [...perObject.values()].reduce((operations, count) => operations + Math.ceil(count / WRITE_LIMIT), 0);
  }, 0);

