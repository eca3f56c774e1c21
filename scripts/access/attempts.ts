import {
  AMOUNTS,
  AMOUNTS_CLOSED_TO,
  closedFields,
  LEGAL_RIGHTS,
  OWN,
  STANDARD_RIGHTS,
  UNGUARDED,
  type LegalObject,
  type Level,
  type RoleKey,
  type StandardObject,
} from '../../plugin/roles/rights';
import { capitalize, CHECKED, idOf, labelField, makeRecords, markOf, MARK, ownedBy, toOne, type Checked } from './records';
import type { Caller, Outcome, ServerObject } from './server';

/** Every attempt that the probe member makes in a role, and what the table of rights says should become of it. */

export type Right = 'read' | 'create' | 'update' | 'delete' | 'destroy';
export const RIGHTS: Right[] = ['read', 'create', 'update', 'delete', 'destroy'];
export type Rights = Record<Right, boolean>;

/** `isOpen` is what was seen, `shouldBe` what is declared; `door` says by which way. */
export type Finding = { role: string; object: string; door: string; isOpen: boolean; shouldBe: boolean };
export type Report = { rights: Map<Checked, Rights>; findings: Finding[]; unclear: string[] };

export const declaredLevel = (object: Checked, role: RoleKey): Level =>
  (object in LEGAL_RIGHTS ? LEGAL_RIGHTS[object as LegalObject] : STANDARD_RIGHTS[object as StandardObject])[role];

export const rightsOf = (level: Level): Rights => ({
  read: level !== '-',
  create: 'wdx'.includes(level),
  update: 'wdx'.includes(level),
  delete: 'dx'.includes(level),
  destroy: level === 'x',
});

type Scene = { role: RoleKey; probe: Caller; memberId: string; admin: Caller; adminId: string; objects: Map<string, ServerObject>; report: Report };

const where = (scene: Scene, object: string, door: string) => `${scene.role}, ${object}, ${door}`;

/** Whether an attempt went through; anything but a refusal is noted, since it proves nothing. */
const went = (scene: Scene, object: string, door: string, outcome: Outcome): boolean => {
  if (outcome.is === 'unclear') scene.report.unclear.push(`${where(scene, object, door)}: ${outcome.reason}`);
  return outcome.is === 'done';
};

const note = (scene: Scene, object: string, door: string, isOpen: boolean, shouldBe: boolean): void => {
  scene.report.findings.push({ role: scene.role, object, door, isOpen, shouldBe });
};

const named = (object: ServerObject) => ({ one: capitalize(object.nameSingular), many: capitalize(object.namePlural) });

const MONEY = { amountMicros: 1_000_000, currencyCode: 'RUB' };

/** How the API writes a field, and a value that changes nothing of consequence: a relation stays what it is. */
const patchOf = (object: ServerObject, name: string): Record<string, unknown> => {
  const { type, relation } = object.fieldsList.find((field) => field.name === name)!;
  const target = relation?.targetObjectMetadata.nameSingular as Checked | undefined;
  if (type === 'RELATION') return { [`${name}Id`]: target && CHECKED.includes(target) ? idOf(target, 'standing') : null };
  // Twenty takes no notice of a composite value that is null.
  if (type === 'CURRENCY') return { [name]: MONEY };
  return { [name]: ['createdAt', 'updatedAt'].includes(name) ? '2001-01-01T00:00:00.000Z' : null };
};

const tryRights = async (scene: Scene, name: Checked): Promise<void> => {
  const { probe, memberId, admin, role, report } = scene;
  const object = scene.objects.get(name)!;
  const { one, many } = named(object);
  const closed = closedFields(name, declaredLevel(name, role), role);
  const found = async (): Promise<boolean> => {
    const outcome = await probe.try(`query ($filter: ${one}FilterInput) { ${object.namePlural}(filter: $filter) { edges { node { id } } } }`, {
      filter: { id: { eq: idOf(name, 'standing') } },
    });
    return went(scene, name, 'read', outcome) && ((outcome as { value: { edges: unknown[] } }).value.edges.length ?? 0) > 0;
  };
  const own = ownedBy(name, memberId);
  const mark = { position: 1, ...own, ...(closed.includes(labelField(object).name) ? {} : markOf(object)) };
  const byId = (verb: string, part: 'spare' | 'new') => probe.try(`mutation ($id: UUID!) { ${verb}${one}(id: $id) { id } }`, { id: idOf(name, part) });

  // Workers that saw an earlier one of these may have written it anew after it was destroyed.
  const removeNew = () =>
    admin.do(`mutation ($filter: ${one}FilterInput!) { destroy${many}(filter: $filter) { id } }`, { filter: { id: { eq: idOf(name, 'new') } } });
  const rights = {} as Rights;
  rights.read = await found();
  rights.update = went(
    scene,
    name,
    'update',
    await probe.try(`mutation ($id: UUID!, $data: ${one}UpdateInput!) { update${one}(id: $id, data: $data) { id } }`, { id: idOf(name, 'standing'), data: { position: 1 } }),
  );
  await removeNew();
  rights.create = went(
    scene,
    name,
    'create',
    await probe.try(`mutation ($data: ${one}CreateInput!) { create${one}(data: $data) { id } }`, { data: { id: idOf(name, 'new'), ...mark } }),
  );
  rights.delete = went(scene, name, 'delete', await byId('delete', 'spare'));
  rights.destroy = went(scene, name, 'destroy', await byId('destroy', 'spare'));
  report.rights.set(name, rights);

  const declared = rightsOf(declaredLevel(name, role));
  for (const right of RIGHTS) note(scene, name, right, rights[right], declared[right]);
  if (rights.create) await removeNew();
  if (rights.delete || rights.destroy) await makeRecords(admin, object, ['spare'], memberId);
  if (!rights.update) return;

  for (const field of closed) {
    const patch = patchOf(object, field);
    const ways: [way: string, query: string, variables: Record<string, unknown>][] = [
      ['update', `mutation ($id: UUID!, $data: ${one}UpdateInput!) { update${one}(id: $id, data: $data) { id } }`, { id: idOf(name, 'standing'), data: patch }],
      ['create', `mutation ($data: ${one}CreateInput!) { create${one}(data: $data) { id } }`, { data: { id: idOf(name, 'new'), ...own, ...patch } }],
      ['upsert', `mutation ($data: [${one}CreateInput!]!) { create${many}(data: $data, upsert: true) { id } }`, { data: [{ id: idOf(name, 'standing'), ...own, ...patch }] }],
    ];
    for (const [way, query, variables] of ways) {
      const isOpen = went(scene, name, `${way} ${field}`, await probe.try(query, variables));
      note(scene, name, `closed field ${field}, by ${way}`, isOpen, false);
      if (isOpen && way === 'create') await removeNew();
    }
  }
};

/** What comes down to a member's own, tried on a record of somebody else. */
const tryOwn = async (scene: Scene): Promise<void> => {
  const { probe, admin, adminId, memberId, objects, role } = scene;
  for (const [name, { field, roles }] of Object.entries(OWN) as [LegalObject, NonNullable<(typeof OWN)[LegalObject]>][]) {
    if (!roles.includes(role)) continue;
    const object = objects.get(name)!;
    const { one } = named(object);
    const give = (id: string) =>
      admin.do(`mutation ($id: UUID!, $data: ${one}UpdateInput!) { update${one}(id: $id, data: $data) { id } }`, { id: idOf(name, 'spare'), data: { [`${field}Id`]: id } });
    await give(adminId);
    const outcome = await probe.try(`{ ${object.namePlural}(filter: { id: { eq: "${idOf(name, 'spare')}" } }) { totalCount } }`);
    note(scene, name, 'the record of another', went(scene, name, 'another', outcome) && count(outcome) > 0, false);
    await give(memberId);
  }
};

/** That the amounts are open to whoever may write them is a right too. */
const tryAmounts = async (scene: Scene): Promise<void> => {
  const shouldBe = rightsOf(declaredLevel('recovery', scene.role)).update && !AMOUNTS_CLOSED_TO.includes(scene.role);
  for (const field of AMOUNTS.recovery) {
    const outcome = await scene.probe.try(
      'mutation ($id: UUID!, $data: RecoveryUpdateInput!) { updateRecovery(id: $id, data: $data) { id } }',
      { id: idOf('recovery', 'standing'), data: { [field]: MONEY } },
    );
    note(scene, 'recovery', `amount ${field}`, went(scene, 'recovery', `amount ${field}`, outcome), shouldBe);
  }
};

const isAbsent = (outcome: Outcome) =>
  outcome.is === 'unclear' && /doesn't have any|Cannot query field|Unidentified field|Unknown argument|Unknown type|does not exist|not found|only available for/i.test(outcome.reason);

const count = (outcome: Outcome): number => (outcome.is === 'done' ? ((outcome.value as { totalCount?: number } | null)?.totalCount ?? 0) : 0);

/** The ways round a right to read that is not there: each of them should be refused, or lead nowhere. */
const tryDoors = async (scene: Scene, name: Checked): Promise<void> => {
  const { probe, objects } = scene;
  const object = objects.get(name)!;
  const { one, many } = named(object);
  const id = idOf(name, 'standing');
  const closed = async (door: string, attempt: Promise<Outcome>, isOpen: (outcome: Outcome) => boolean = ({ is }) => is === 'done') => {
    const outcome = await attempt;
    if (outcome.is === 'unclear' && !isAbsent(outcome)) scene.report.unclear.push(`${where(scene, name, door)}: ${outcome.reason}`);
    note(scene, name, door, isOpen(outcome), false);
  };
  const finds = (outcome: Outcome) => count(outcome) > 0;
  const day = '{ createdAt: { granularity: DAY, timeZone: "UTC" } }';

  await closed('count', probe.try(`{ ${object.namePlural} { totalCount } }`));
  await closed('group', probe.try(`{ ${object.namePlural}GroupBy(groupBy: [${day}]) { totalCount } }`));
  await closed('aggregate', probe.try(`{ ${object.namePlural} { minCreatedAt maxCreatedAt } }`));
  await closed('duplicates', probe.try(`{ ${object.nameSingular}Duplicates(ids: ["${id}"]) { totalCount } }`));
  await closed('answer of an upsert', probe.try(`mutation { create${many}(data: [{ id: "${id}" }], upsert: true) { id createdAt } }`));
  await closed('merge', probe.try(`mutation { merge${many}(ids: ["${id}", "${idOf(name, 'spare')}"], conflictPriorityIndex: 0, dryRun: true) { id } }`));
  await closed('search', probe.try(`{ search(searchInput: "${MARK}", limit: 5, includedObjectNameSingulars: ["${name}"]) { edges { node { recordId } } } }`));
  const rest = (await probe.request('GET', `/rest/${object.namePlural}?limit=1`)) as { data?: unknown };
  note(scene, name, 'REST', rest.data !== undefined, false);

  for (const source of objects.values()) {
    const fields = toOne(source).filter(({ relation }) => relation!.targetObjectMetadata.nameSingular === name);
    for (const { name: field } of fields) {
      const from = `${source.nameSingular}.${field}`;
      const own = idOf(source.nameSingular, 'standing');
      const list = (args: string, selection: string) => probe.try(`{ ${source.namePlural}(${args}) { ${selection} } }`);
      await closed(`filter through ${from}`, list(`filter: { id: { eq: "${own}" }, ${field}: { createdAt: { is: NOT_NULL } } }`, 'totalCount'), finds);
      await closed(`order through ${from}`, list(`filter: { id: { eq: "${own}" } }, orderBy: [{ ${field}: { createdAt: AscNullsLast } }]`, 'edges { node { id } }'));
      await closed(`selection through ${from}`, list(`filter: { id: { eq: "${own}" } }`, `edges { node { ${field} { id } } }`));
      await closed(`group through ${from}`, probe.try(`{ ${source.namePlural}GroupBy(groupBy: [{ ${field}: ${day} }]) { totalCount } }`));
    }
  }
  const lists = object.fieldsList.filter(({ relation }) => relation?.type === 'MANY_TO_ONE');
  for (const { name: field, relation } of lists) {
    const target = objects.get(relation!.targetObjectMetadata.nameSingular)!;
    const inverse = target.fieldsList.find((each) => each.relation?.type === 'ONE_TO_MANY' && each.relation.targetObjectMetadata.nameSingular === name);
    if (!inverse || !CHECKED.includes(target.nameSingular as Checked)) continue;
    const args = `filter: { id: { eq: "${idOf(target.nameSingular, 'standing')}" } }`;
    await closed(`list ${target.nameSingular}.${inverse.name} (${field})`, probe.try(`{ ${target.namePlural}(${args}) { edges { node { ${inverse.name} { edges { node { id } } } } } } }`));
  }
  // Notes, tasks, files and timeline: if the object had them, everybody could filter them by its fields and read its timeline.
  for (const unguarded of UNGUARDED) {
    const { namePlural } = objects.get(unguarded)!;
    const attempt = probe.try(`{ ${namePlural}(filter: { target${one}: { createdAt: { is: NOT_NULL } } }, first: 1) { totalCount } }`);
    await closed(`filter through ${unguarded}`, attempt);
  }
  await closed('timeline', probe.try(`{ timelineActivities(filter: { name: { startsWith: "${name}." } }, first: 1) { totalCount } }`), finds);
};

/** A field that is hidden in an object that can be read can be guessed by filters: tried on whatever the server hides. */
const tryHiddenFields = async (scene: Scene, hidden: { object: ServerObject; field: string }[]): Promise<void> => {
  for (const { object, field } of hidden) {
    const { type } = object.fieldsList.find(({ name }) => name === field)!;
    const condition = type === 'RELATION' ? `${field}Id: { is: NULL }` : `not: { ${field}: { is: NULL } }`;
    const outcome = await scene.probe.try(`{ ${object.namePlural}(filter: { ${condition} }, first: 1) { totalCount } }`);
    note(scene, object.nameSingular, `filter by the hidden field ${field}`, outcome.is === 'done', false);
  }
};

const restricted = async ({ probe, objects }: Scene): Promise<{ object: ServerObject; field: string }[]> => {
  type Permissions = { objectMetadataId: string; restrictedFields: Record<string, { canRead?: boolean | null }> };
  const outcome = await probe.try('{ currentUser { currentUserWorkspace { objectsPermissions { objectMetadataId restrictedFields } } } }', {}, '/metadata');
  if (outcome.is !== 'done') return [];
  const { currentUserWorkspace } = outcome.value as { currentUserWorkspace: { objectsPermissions: Permissions[] } };
  return currentUserWorkspace.objectsPermissions.flatMap(({ objectMetadataId, restrictedFields }) => {
    const object = [...objects.values()].find(({ id }) => id === objectMetadataId);
    return Object.entries(restrictedFields ?? {}).flatMap(([id, { canRead }]) => {
      const field = object?.fieldsList.find((each) => each.id === id);
      return object && field && canRead === false ? [{ object, field: field.name }] : [];
    });
  });
};

const PARALLEL = 4;

/** All attempts of one role. */
export const tryRole = async (attempts: Omit<Scene, 'report'>): Promise<Report> => {
  const { role } = attempts;
  const report: Report = { rights: new Map(), findings: [], unclear: [] };
  const scene: Scene = { ...attempts, report };
  const waiting = [...CHECKED];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      await tryRights(scene, name);
      if (!rightsOf(declaredLevel(name, role)).read) await tryDoors(scene, name);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  await tryOwn(scene);
  await tryAmounts(scene);
  await tryHiddenFields(scene, await restricted(scene));
  return report;
};
