import { z } from 'zod';
import { personName } from '../cases/words';
import type { Language } from '../correspondence/words';
import type { Filter, ObjectName, Records } from '../twenty/records';
import { chosenSchema, OBJECTS, proposedSchema, type Confirmed, type Given } from './apply';
import type { Target } from './match';
import type { Catalogue, ClientKind, Kind, ProposalRow, Written } from './proposals';
import type { Folder } from './tree';

/** All of this can wait for letters, reminders and what people see at once. */
const PRIORITY = 'registers';
/** Twenty reads at most so many records in one operation. */
export const READ_LIMIT = 5_000;
/** Twenty changes at most so many in one. */
export const WRITE_LIMIT = 200;
/** So many confirmed proposals are applied together: more would be more than a slice of work. */
export const CONFIRMED_AT_ONCE = 1_000;
/** Different changes of so few records go one by one: an update leaves alone what was deleted meanwhile, an upsert brings it back. */
const FEW = 4;

const id = z.string().nullable();
const text = z.string().nullable();
const moment = z.string().nullable();
const name = z.object({ firstName: text, lastName: text }).nullable();

const folder = z.object({ id: z.string(), name: text, parentId: id, regionId: id, directionId: id, path: text, problem: text, deletedAt: moment });
const entry = z.object({
  id: z.string(), name: text, clientFolderId: id, personId: id, companyId: id, problem: text, deletedAt: moment,
  person: z.object({ name }).nullable(), company: z.object({ name: text }).nullable(),
});
export type Entry = z.output<typeof entry>;
const run = z.object({
  id: z.string(), status: text, scope: text, selection: z.unknown(), confirmAbove: z.number().nullable(), confirmedAbove: z.number().nullable(),
  total: z.number().nullable(), done: z.number().nullable(), proposed: z.number().nullable(), cursor: text, problem: text,
  startedAt: moment, finishedAt: moment, createdAt: z.string(),
});
export type Run = z.output<typeof run>;

const FOLDER = 'id name parentId regionId directionId path problem deletedAt';
const ENTRY = 'id name clientFolderId personId companyId problem deletedAt person { name { firstName lastName } } company { name }';
const RUN = 'id status scope selection confirmAbove confirmedAbove total done proposed cursor problem startedAt finishedAt createdAt';

/** In the bin or not. */
const EVERY = { or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }] };
const changedSince = (since: Date): Filter => ({ or: [{ updatedAt: { gte: since.toISOString() } }, { deletedAt: { gte: since.toISOString() } }] });

export const CLIENT_FIELD = { person: 'personId', company: 'companyId' } as const satisfies Record<ClientKind, string>;
export type Clients = { kind: ClientKind; ids: string[] } | { kind: ClientKind; after: string | null; upTo: string };
export type Ids = Record<ClientKind, string[]>;

const ofClients = (clients: Clients): Filter => {
  const field = CLIENT_FIELD[clients.kind];
  if ('ids' in clients) return { [field]: { in: clients.ids } };
  const upTo = { [field]: { lte: clients.upTo } };
  return clients.after === null ? upTo : { and: [{ [field]: { gt: clients.after } }, upTo] };
};

/** The door to client folders and what is found in them. */
export class Archive {
  constructor(private readonly records: Records) {}

  /** All, or what was written since; those in the bin too. */
  folders(since: Date | null): Promise<Folder[]> {
    return this.records.findAll('clientFolder', { filter: since ? changedSince(since) : EVERY, fields: FOLDER, node: folder, priority: PRIORITY });
  }

  entriesSince(since: Date): Promise<Entry[]> {
    return this.records.findAll('clientFolderEntry', { filter: changedSince(since), fields: ENTRY, node: entry, priority: PRIORITY });
  }

  /** Those that are or were wrong, or have no name. */
  suspectEntries(): Promise<Entry[]> {
    const [isNull, isSet] = [{ is: 'NULL' }, { is: 'NOT_NULL' }];
    const wrong = [{ clientFolderId: isNull }, { and: [{ personId: isNull }, { companyId: isNull }] }, { and: [{ personId: isSet }, { companyId: isSet }] }];
    return this.records.findAll('clientFolderEntry', { filter: { or: [...wrong, { problem: { neq: '' } }, { name: { eq: '' } }] }, fields: ENTRY, node: entry, priority: PRIORITY });
  }

  /** Of whom there are entries. */
  async clientsInFolders(): Promise<number> {
    const node = z.object({ personId: id, companyId: id });
    const entries = await this.records.findAll('clientFolderEntry', { filter: {}, fields: 'id personId companyId', node, priority: PRIORITY });
    const count = (kind: ClientKind) => new Set(entries.flatMap((each) => each[CLIENT_FIELD[kind]] ?? [])).size;
    return count('person') + count('company');
  }

  /** The next entries of clients of a kind, client by client. */
  entriesAfter(kind: ClientKind, after: string | null): Promise<Entry[]> {
    const field = CLIENT_FIELD[kind];
    return this.records.find('clientFolderEntry', {
      filter: { [field]: after === null ? { is: 'NOT_NULL' } : { gt: after } },
      orderBy: [{ [field]: 'AscNullsFirst' }, { id: 'AscNullsFirst' }],
      first: READ_LIMIT,
      fields: ENTRY,
      node: entry,
      priority: PRIORITY,
    });
  }

  entriesOf(clients: Clients): Promise<Entry[]> {
    return this.records.findAll('clientFolderEntry', { filter: ofClients(clients), fields: ENTRY, node: entry, priority: PRIORITY });
  }

  async catalogue(): Promise<{ catalogue: Catalogue; matched: Target[] }> {
    const find = { filter: {}, priority: PRIORITY } as const;
    const [regions, directions] = await Promise.all([
      this.records.findAll('region', { ...find, fields: 'id name code', node: z.object({ id: z.string(), name: text, code: text }) }),
      this.records.findAll('legalDirection', {
        ...find, fields: 'id name code parentId isActive', node: z.object({ id: z.string(), name: text, code: text, parentId: id, isActive: z.boolean().nullable() }),
      }),
    ]);
    const active = new Set(directions.filter(({ isActive }) => isActive !== false).map((each) => each.id));
    const targets: Target[] = [
      ...regions.map((each) => ({ kind: 'REGION' as const, id: each.id, name: each.name?.trim() ?? '', code: each.code })),
      ...directions.map((each) => ({ kind: 'DIRECTION' as const, id: each.id, name: each.name?.trim() ?? '', code: each.code, parentId: each.parentId })),
    ];
    // A rule may say what no name is taken for any more.
    const matched = targets.filter((target) => target.name !== '' && (target.kind === 'REGION' || active.has(target.id)));
    return { catalogue: new Map(targets.map((target) => [target.id, target])), matched };
  }

  async proposalsOf(clients: Clients): Promise<(ProposalRow & { clientId: string })[]> {
    const field = CLIENT_FIELD[clients.kind];
    const rows = await this.records.findAll('classificationProposal', {
      filter: ofClients(clients),
      fields: `id ${field} name status score regionNames directionNames evidence proposed chosen runId`,
      node: z.looseObject({ id: z.string(), status: text, runId: id, proposed: z.unknown(), chosen: z.unknown() }),
      priority: PRIORITY,
    });
    return rows.map((row) => {
      const [proposed, chosen] = [proposedSchema.safeParse(row.proposed), chosenSchema.safeParse(row.chosen)];
      const of = (list: { id: string }[] = []) => list.map((each) => each.id);
      return {
        ...row,
        clientId: String(row[field]),
        decidedIds: [...of(proposed.data?.regions), ...of(proposed.data?.directions), ...(chosen.data?.regions ?? []), ...(chosen.data?.directions ?? [])],
      };
    });
  }

  /** What the next clients of a kind have been given. */
  givenTo(clients: Clients): Promise<(Given & { clientId: string })[]> {
    return this.given(ofClients(clients));
  }

  /** What these were ever given: what was taken away from them, too. */
  async everGivenTo({ person, company }: Ids): Promise<(Given & { clientId: string })[]> {
    const either = [...(person.length > 0 ? [{ personId: { in: person } }] : []), ...(company.length > 0 ? [{ companyId: { in: company } }] : [])];
    return either.length > 0 ? this.given({ and: [{ or: either }, EVERY] }) : [];
  }

  private async given(filter: Filter): Promise<(Given & { clientId: string })[]> {
    const of = async (kind: Kind, targetField: 'regionId' | 'directionId') => {
      const rows = await this.records.findAll(OBJECTS[kind], {
        filter,
        fields: `id personId companyId ${targetField} proposalId deletedAt`,
        node: z.object({ id: z.string(), personId: id, companyId: id, [targetField]: id, proposalId: id, deletedAt: moment }),
        priority: PRIORITY,
      });
      return rows.map((row) => ({
        kind, id: row.id!, clientId: row.personId ?? row.companyId ?? '', targetId: row[targetField]!, proposalId: row.proposalId!, deletedAt: row.deletedAt!,
      }));
    };
    return (await Promise.all([of('REGION', 'regionId'), of('DIRECTION', 'directionId')])).flat();
  }

  /** Those that want something: what is asked for or under way, and what is to be confirmed, the latest first. */
  runs(): Promise<Run[]> {
    return this.records.find('classificationRun', {
      filter: { or: [{ status: { in: ['REQUESTED', 'RUNNING'] } }, { finishedAt: { is: 'NULL' } }, { confirmAbove: { is: 'NOT_NULL' } }] },
      orderBy: [{ updatedAt: 'DescNullsLast' }],
      first: 50,
      fields: RUN,
      node: run,
      priority: PRIORITY,
    });
  }

  /** @returns whether it was still so, and was changed */
  async changeRun(runId: string, still: string[], data: Record<string, unknown>): Promise<boolean> {
    return (await this.records.update('classificationRun', [runId], data, PRIORITY, '', { status: { in: still } })).length > 0;
  }

  /** Confirms the next of those that nobody has decided. @returns how many */
  async confirm(runId: string, above: number): Promise<number> {
    const open = await this.records.find('classificationProposal', {
      filter: { and: [{ runId: { eq: runId } }, { status: { eq: 'PROPOSED' } }, { score: { gte: above } }] },
      first: READ_LIMIT,
      fields: 'id',
      node: z.object({ id: z.string() }),
      priority: PRIORITY,
    });
    await this.decide(open.map((each) => each.id), 'PROPOSED', { status: 'CONFIRMED' });
    return open.length;
  }

  /** The next to be applied. */
  confirmed(): Promise<Confirmed[]> {
    const node = z.object({ id: z.string(), personId: id, companyId: id, proposed: z.unknown(), chosen: z.unknown() });
    return this.records.find('classificationProposal', {
      filter: { status: { eq: 'CONFIRMED' } }, first: CONFIRMED_AT_ONCE, fields: 'id personId companyId proposed chosen', node, priority: PRIORITY,
    });
  }

  /** What a person made of a proposal meanwhile stays. */
  async decide(ids: string[], still: string, data: Record<string, unknown>): Promise<void> {
    if (ids.length > 0) await this.records.update('classificationProposal', ids, data, PRIORITY, '', { status: { eq: still } });
  }

  /** Nobody has decided them, and nobody has to any more. */
  async withdraw(ids: string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += WRITE_LIMIT)
      await this.records.destroy('classificationProposal', { and: [{ id: { in: ids.slice(at, at + WRITE_LIMIT) } }, { status: { eq: 'PROPOSED' } }] }, PRIORITY);
  }

  upsert(object: 'classificationProposal' | 'clientRegion' | 'clientDirection', rows: Written[]) {
    return this.records.upsert(object, rows, PRIORITY);
  }

  /** Changes of what is there, each its own; what was deleted meanwhile stays so. */
  async change(object: 'clientFolder' | 'clientFolderEntry', rows: Written[]): Promise<void> {
    const alike = new Map<string, string[]>();
    for (const { id: recordId, ...data } of rows) alike.set(JSON.stringify(data), [...(alike.get(JSON.stringify(data)) ?? []), recordId]);
    if (alike.size <= FEW) for (const [data, ids] of alike) await this.records.update(object, ids, JSON.parse(data) as Record<string, unknown>, PRIORITY);
    else {
      const living = await this.living(object, rows.map((row) => row.id));
      await this.records.upsert(object, rows.filter((row) => living.has(row.id)), PRIORITY);
    }
  }

  private async living(object: ObjectName, ids: string[]): Promise<Set<string>> {
    const found = await this.records.find(object, { filter: { id: { in: ids } }, first: ids.length, fields: 'id', node: z.object({ id: z.string() }), priority: PRIORITY });
    return new Set(found.map((row) => row.id));
  }
}

export const clientNameOf = ({ person, company }: Entry, language: Language): string | null => (person ? personName(person, language) : company?.name?.trim() || null);
