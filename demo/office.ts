import { z } from 'zod';
import { CATALOGUES } from '../workers/catalogues/catalogues';
import { seedCatalogues } from '../workers/catalogues/seed';
import { keepOffice } from '../workers/office/keep-office';
import type { Language } from '../workers/correspondence/words';
import { Records } from '../workers/twenty/records';
import type { Row } from './cases';
import { makeFirm, WRITTEN, type Catalogues, type FirmObject, type Member } from './firm';

/** An administrator's door to Twenty's GraphQL API. */
export type Api = (document: string, variables?: Record<string, unknown>) => Promise<unknown>;

/** Twenty takes so many records at once. */
const AT_ONCE = 200;

const PLURALS: Partial<Record<FirmObject, string>> = { company: 'companies', person: 'people', recovery: 'recoveries', correspondenceHistory: 'correspondenceHistories', clientFolderEntry: 'clientFolderEntries' };
const capital = (name: string): string => name[0].toUpperCase() + name.slice(1);

const put = async (api: Api, object: FirmObject, rows: Row[]): Promise<void> => {
  const operation = `create${capital(PLURALS[object] ?? `${object}s`)}`;
  const document = `mutation ($data: [${capital(object)}CreateInput!]!) { ${operation}(data: $data, upsert: true) { id } }`;
  for (let at = 0; at < rows.length; at += AT_ONCE) await api(document, { data: rows.slice(at, at + AT_ONCE) });
};

const nodes = (node: z.ZodType) =>
  z.object({ edges: z.array(z.object({ node })) }).transform(({ edges }) => edges.map((edge) => edge.node));

const member = z.object({ id: z.string(), userEmail: z.string(), name: z.object({ firstName: z.string(), lastName: z.string() }) });

const FOUND = `{
  workspaceMembers(first: 1000) { edges { node { id userEmail name { firstName lastName } } } }
  regions(first: 1000) { edges { node { id code name } } }
  legalDirections(first: 1000) { edges { node { id code name parentId } } }
  recoveryKinds(first: 1000) { edges { node { id code name } } }
  eventKinds(first: 1000) { edges { node { id code name eventGroup normDays } } }
  courts(first: 1000) { edges { node { id name level } } }
  documentRequirements(first: 1000) { edges { node { id name } } }
}`;

/** Who is there, and the catalogues as they are there: the office may have rows of its own. */
const look = async (api: Api): Promise<{ members: Member[]; catalogues: Catalogues }> => {
  const row = z.looseObject({ id: z.string(), name: z.string().nullable() });
  const catalogues = Object.fromEntries(CATALOGUES.map((object) => [`${object}s`, nodes(row)]));
  const found = z.object({ workspaceMembers: nodes(member), ...catalogues }).parse(await api(FOUND)) as Record<string, unknown[]>;
  return {
    members: found.workspaceMembers as Member[],
    catalogues: Object.fromEntries(CATALOGUES.map((object) => [object, found[`${object}s`]])) as Catalogues,
  };
};

const idsOf = nodes(z.object({ id: z.string() }));
const OWN = z.object({ correspondences: idsOf, legalCases: idsOf });

/** A firm's own letters would be written over where they bear the same numbers. */
const refuseWhereSomebodyWorks = async (api: Api, firm: Record<'correspondence' | 'legalCase', Row[]>): Promise<void> => {
  const { correspondences, legalCases } = OWN.parse(
    await api('{ correspondences(first: 1000) { edges { node { id } } } legalCases(first: 1000) { edges { node { id } } } }'),
  ) as Record<'correspondences' | 'legalCases', { id: string }[]>;
  const demo = new Set([...firm.correspondence, ...firm.legalCase].map(({ id }) => id));
  const own = [...correspondences, ...legalCases].filter(({ id }) => !demo.has(id)).length;
  if (own > 0) throw new Error(`The workspace holds ${own} letters or cases of its own; the demo firm goes into an empty workspace only`);
};

/** Writes the demo firm, with its catalogues where they are not there yet. Doing it again gives the same records of another day. */
export const seedOffice = async (api: Api, { language, timeZone, now }: { language: Language; timeZone: string; now: Date }): Promise<void> => {
  const records = new Records({ records: async ({ document, variables, schema }) => schema.parse(await api(document, variables)) });
  await seedCatalogues({ records, language, logger: { info: () => undefined, warn: console.warn } });
  await keepOffice({ records, language, timeZone, channels: [], feedAddress: null });
  const firm = makeFirm({ ...(await look(api)), language, timeZone, now });
  await refuseWhereSomebodyWorks(api, firm);
  for (const object of WRITTEN) await put(api, object, firm[object]);
};
