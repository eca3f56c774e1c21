import { z } from 'zod';
import type { Priority } from './budget';
import { TwentyError, type TwentyClient } from './client';

/** The objects that the workers read or write: singular and plural as Twenty names them. */
const PLURALS = {
  correspondence: 'correspondences',
  correspondenceHistory: 'correspondenceHistories',
  correspondenceIncident: 'correspondenceIncidents',
  reminder: 'reminders',
  task: 'tasks',
  taskTarget: 'taskTargets',
  legalDirection: 'legalDirections',
  region: 'regions',
  recoveryKind: 'recoveryKinds',
  court: 'courts',
  eventKind: 'eventKinds',
  documentRequirement: 'documentRequirements',
  department: 'departments',
  legalCase: 'legalCases',
  caseEvent: 'caseEvents',
  caseFinance: 'caseFinances',
  caseControl: 'caseControls',
  eventDuration: 'eventDurations',
  courtDecisionTotal: 'courtDecisionTotals',
  eventResponsible: 'eventResponsibles',
  firstVisit: 'firstVisits',
  attorneyRequest: 'attorneyRequests',
  caseDocument: 'caseDocuments',
  courtFiling: 'courtFilings',
  courtHearing: 'courtHearings',
  courtDecision: 'courtDecisions',
  recovery: 'recoveries',
  clientAssignment: 'clientAssignments',
  timelineActivity: 'timelineActivities',
  office: 'offices',
  notificationSetting: 'notificationSettings',
  serviceStatus: 'serviceStatuses',
  officeDay: 'officeDays',
  person: 'people',
  company: 'companies',
  clientFolder: 'clientFolders',
  clientFolderEntry: 'clientFolderEntries',
  clientRegion: 'clientRegions',
  clientDirection: 'clientDirections',
  classificationRun: 'classificationRuns',
  classificationProposal: 'classificationProposals',
  importRun: 'importRuns',
  importPart: 'importParts',
  importMapping: 'importMappings',
} as const;

export type ObjectName = keyof typeof PLURALS;
export type Filter = Record<string, unknown>;
type Id = { id: string };
type Written = Id & Record<string, unknown>;

/** Twenty changes at most 200 records in one operation, and reads at most 5,000. */
const WRITE_LIMIT = 200;
const READ_LIMIT = 5_000;

const capital = (name: string): string => name[0].toUpperCase() + name.slice(1);
const chunks = <Item>(items: Item[], size = WRITE_LIMIT): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

const connection = <Node>(node: z.ZodType<Node>) =>
  z
    .object({
      edges: z.array(z.object({ node })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    })
    .transform(({ edges, pageInfo }) => ({ nodes: edges.map((edge) => edge.node), pageInfo }));

type Page<Node> = { nodes: Node[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

export type Find<Node> = {
  filter: Filter;
  fields: string;
  node: z.ZodType<Node>;
  orderBy?: Record<string, string>[];
  first?: number;
  priority?: Priority;
};

/** Reading and writing records of any object, each call one operation for as many records as Twenty allows. */
export class Records {
  constructor(private readonly client: Pick<TwentyClient, 'records'>) {}

  async find<Node>(object: ObjectName, find: Find<Node>): Promise<Node[]> {
    return (await this.page(object, find, null)).nodes;
  }

  /** However many there are. Paged by id: a cursor of Twenty's loses records at the border of empty values. */
  async findAll<Node>(object: ObjectName, find: Find<Node>): Promise<Node[]> {
    const found: Node[] = [];
    let after: string | null = null;
    for (;;) {
      const { nodes, pageInfo }: Page<Node> = await this.page(object, { ...find, orderBy: [{ id: 'AscNullsFirst' }], first: READ_LIMIT }, after);
      found.push(...nodes);
      if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return found;
      after = pageInfo.endCursor;
    }
  }

  private async page<Node>(object: ObjectName, find: Find<Node>, after: string | null): Promise<Page<Node>> {
    const plural = PLURALS[object];
    const type = capital(object);
    const document = `query Find($filter: ${type}FilterInput, $orderBy: [${type}OrderByInput], $first: Int, $after: String) {
      ${plural}(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        edges { node { ${find.fields} } } pageInfo { hasNextPage endCursor }
      }
    }`;
    const answer = await this.client.records({
      document,
      variables: { filter: find.filter, orderBy: find.orderBy, first: find.first, after: after ?? undefined },
      schema: z.object({ [plural]: connection(find.node) }),
      priority: find.priority,
    });
    return answer[plural];
  }

  /**
   * Creates or changes records by id. A record that Twenty does not accept is set apart (found by halving), so that one bad
   * record never holds up the others. A duplicate of a unique value is thrown: the caller must choose another.
   *
   * @param more fields to return of what was written, besides the id
   */
  async upsert<Data extends Id>(object: ObjectName, data: Data[], priority: Priority, more = '') {
    const written: Written[] = [];
    const rejected: { record: Data; why: string }[] = [];
    for (const part of chunks(data)) {
      try {
        written.push(...(await this.write(object, part, priority, more)));
      } catch (error) {
        if (!(error instanceof TwentyError) || error.fault !== 'BAD_INPUT') throw error;
        if (part.length === 1) rejected.push({ record: part[0], why: error.message });
        else
          for (const half of chunks(part, Math.ceil(part.length / 2))) {
            const result = await this.upsert(object, half, priority, more);
            written.push(...result.written);
            rejected.push(...result.rejected);
          }
      }
    }
    return { written, rejected };
  }

  private async write(object: ObjectName, data: Id[], priority: Priority, more: string): Promise<Written[]> {
    const root = `create${capital(PLURALS[object])}`;
    const answer = await this.client.records({
      document: `mutation Write($data: [${capital(object)}CreateInput!]!) { ${root}(data: $data, upsert: true) { id ${more} } }`,
      variables: { data },
      schema: z.object({ [root]: z.array(z.looseObject({ id: z.string() })) }),
      priority,
    });
    return answer[root];
  }

  /**
   * The same change for each of the records; those that are gone stay gone (an upsert would bring them back).
   *
   * @param still what a record must be to be changed: what somebody made of it meanwhile stays
   */
  async update(object: ObjectName, ids: string[], data: Record<string, unknown>, priority: Priority, more = '', still: Filter | null = null): Promise<Written[]> {
    const root = `update${capital(PLURALS[object])}`;
    const type = capital(object);
    const written: Written[] = [];
    for (const part of chunks(ids)) {
      const answer = await this.client.records({
        document: `mutation Change($filter: ${type}FilterInput!, $data: ${type}UpdateInput!) { ${root}(filter: $filter, data: $data) { id ${more} } }`,
        variables: { filter: still ? { and: [{ id: { in: part } }, still] } : { id: { in: part } }, data },
        schema: z.object({ [root]: z.array(z.looseObject({ id: z.string() })) }),
        priority,
      });
      written.push(...answer[root]);
    }
    return written;
  }

  /** An update that sets apart what Twenty does not accept, as an upsert does. */
  async change(object: ObjectName, ids: string[], data: Record<string, unknown>, priority: Priority, more = '') {
    try {
      return { written: await this.update(object, ids, data, priority, more), rejected: [] };
    } catch (error) {
      if (!(error instanceof TwentyError) || error.fault !== 'BAD_INPUT') throw error;
      return { written: [], rejected: ids.map((id) => ({ record: { id }, why: error.message })) };
    }
  }

  /** Into the bin, whence an upsert brings back. */
  async delete(object: ObjectName, ids: string[], priority: Priority): Promise<void> {
    const root = `delete${capital(PLURALS[object])}`;
    for (const part of chunks(ids))
      await this.client.records({
        document: `mutation Delete($filter: ${capital(object)}FilterInput!) { ${root}(filter: $filter) { id } }`,
        variables: { filter: { id: { in: part } } },
        schema: z.object({ [root]: z.array(z.object({ id: z.string() })) }),
        priority,
      });
  }

  /** Destroys for good, not into the bin: whatever the filter finds. */
  async destroy(object: ObjectName, filter: Filter, priority: Priority): Promise<number> {
    const root = `destroy${capital(PLURALS[object])}`;
    for (let total = 0; ; ) {
      const answer = await this.client.records({
        document: `mutation Destroy($filter: ${capital(object)}FilterInput!) { ${root}(filter: $filter) { id } }`,
        variables: { filter },
        schema: z.object({ [root]: z.array(z.object({ id: z.string() })) }),
        priority,
      });
      total += answer[root].length;
      if (answer[root].length < WRITE_LIMIT) return total;
    }
  }
}
