import type { Logger } from 'pino';
import { z } from 'zod';
import { oneLine } from '../correspondence/lines';
import { MEMBERSHIPS, type Office } from '../correspondence/protocol';
import { identifier } from '../../plugin/identifiers';
import { TwentyError, type TwentyClient } from '../twenty/client';

const REGISTRY_CLERK = { universalIdentifier: identifier('role.registryClerk'), label: 'Registry clerk' };

const nodes = <Node>(node: z.ZodType<Node>) =>
  z.object({ edges: z.array(z.object({ node })) }).transform(({ edges }) => edges.map((edge) => edge.node));
const id = z.string().nullable();

const officeSchema = z.object({
  workspaceMembers: nodes(
    z.object({
      id: z.string(),
      locale: z.string().nullable(),
      name: z.object({ firstName: z.string().nullable(), lastName: z.string().nullable() }),
    }),
  ),
  departments: nodes(
    z.object({ id: z.string(), name: z.string().nullable(), headId: id, isRegistry: z.boolean().nullable(), parentId: id }),
  ),
  departmentMembers: nodes(
    z.object({
      departmentId: id,
      memberId: id,
      membership: z.enum(MEMBERSHIPS).nullable(),
      absentFrom: z.string().nullable(),
      absentUntil: z.string().nullable(),
      substituteId: id,
    }),
  ),
});

const OFFICE = `query Office {
  workspaceMembers(first: 5000) { edges { node { id locale name { firstName lastName } } } }
  departments(first: 5000, orderBy: [{ createdAt: AscNullsFirst }, { id: AscNullsFirst }]) {
    edges { node { id name headId isRegistry parentId } }
  }
  departmentMembers(first: 5000, orderBy: [{ createdAt: AscNullsFirst }, { id: AscNullsFirst }]) {
    edges { node { departmentId memberId membership absentFrom absentUntil substituteId } }
  }
}`;

const rolesSchema = z.object({
  getRoles: z.array(
    z.object({
      label: z.string(),
      universalIdentifier: z.string().nullish(),
      workspaceMembers: z.array(z.object({ id: z.string() })).nullish(),
    }),
  ),
});

const FRESH_MS = 3_000;
const FRESH_UNDER_LOAD_MS = 60_000;
const CLERKS_FRESH_MS = 600_000;
const CLERKS_AGAIN_MS = 30_000;

/** Who works where. Read as a whole and kept for a moment: the rules need all of it, and it changes seldom. */
export class OfficeReader {
  private office: Office | null = null;
  private loadedAt = 0;
  private rolesRefused = false;
  private clerkIds: string[] | null = null;
  private clerksAskedAt = 0;
  private askedClerks: Promise<string[]> = Promise.resolve([]);

  constructor(
    private readonly client: TwentyClient,
    private readonly logger: Logger,
  ) {}

  /** @param since the picture must not be older than this */
  async read(since = 0): Promise<Office> {
    const age = Date.now() - this.loadedAt;
    const isFresh = this.loadedAt >= since && age < (this.client.budget.isPlentiful ? FRESH_MS : FRESH_UNDER_LOAD_MS);
    if (this.office === null || !isFresh) {
      const startedAt = Date.now();
      this.office = await this.load();
      this.loadedAt = startedAt;
    }
    return this.office;
  }

  private async load(): Promise<Office> {
    const [read, clerkIds] = await Promise.all([
      this.client.records({ document: OFFICE, schema: officeSchema, operations: 3, priority: 'letters' }),
      this.clerks(),
    ]);
    return {
      members: read.workspaceMembers.map(({ id, locale, name }) => ({
        id,
        locale,
        name: oneLine([name.firstName, name.lastName].filter(Boolean).join(' '), 100),
      })),
      departments: read.departments.map(({ name, isRegistry, ...department }) => ({
        ...department,
        name: oneLine(name, 100),
        isRegistry: isRegistry ?? false,
      })),
      memberships: read.departmentMembers.flatMap(({ departmentId, memberId, ...rest }) =>
        departmentId !== null && memberId !== null ? [{ departmentId, memberId, ...rest }] : [],
      ),
      clerkIds,
    };
  }

  /** Who has the clerk's role. Twenty takes long to tell the roles of a large office, so it is asked seldom, and not waited for again. */
  private clerks(): string[] | Promise<string[]> {
    if (Date.now() - this.clerksAskedAt < CLERKS_FRESH_MS) return this.clerkIds ?? this.askedClerks;
    this.clerksAskedAt = Date.now();
    this.askedClerks = this.askClerks();
    return this.clerkIds ?? this.askedClerks;
  }

  private async askClerks(): Promise<string[]> {
    try {
      const { getRoles } = await this.client.metadata({
        document: 'query Clerks { getRoles { label universalIdentifier workspaceMembers { id } } }',
        schema: rolesSchema,
      });
      this.rolesRefused = false;
      this.clerkIds = getRoles
        .filter((role) => role.universalIdentifier === REGISTRY_CLERK.universalIdentifier || role.label === REGISTRY_CLERK.label)
        .flatMap((role) => (role.workspaceMembers ?? []).map((member) => member.id));
      return this.clerkIds;
    } catch (error) {
      if (!(error instanceof TwentyError)) throw error;
      // Without the roles the clerks are still known by their department. Unreachable is said by the records' own request.
      if (!this.rolesRefused && error.fault !== 'UNREACHABLE')
        this.logger.warn({ error: error.message }, 'the roles may not be read with this key: only members of a registry department count as clerks');
      this.rolesRefused ||= error.fault !== 'UNREACHABLE';
      this.clerksAskedAt = Date.now() - CLERKS_FRESH_MS + CLERKS_AGAIN_MS;
      return (this.clerkIds ??= []);
    }
  }
}
