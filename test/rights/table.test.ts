import { CONFIDENTIAL } from '../../custom-objects/relations';
import { loadManifest, type Manifest } from '../../plugin/manifest';
import { CONSEQUENCES, LEGAL_RIGHTS, PEOPLE, type LegalObject } from '../../plugin/roles/rights';
import { buildModel, type Field, type Model } from '../../sandbox/server/model';

/** What must hold of the table of rights, whatever is changed in it. */

let manifest: Manifest;
let model: Model;
beforeAll(async () => {
  manifest = await loadManifest();
  model = buildModel(manifest);
});

const readable = (object: string, role: (typeof PEOPLE)[number]) => !(object in LEGAL_RIGHTS) || LEGAL_RIGHTS[object as LegalObject][role] !== '-';

test('gives every object of the app its row, and every named field exists', () => {
  expect(Object.keys(LEGAL_RIGHTS).sort()).toEqual(manifest.objects.map(({ nameSingular }) => nameSingular).sort());
  const known = new Set(model.objects.flatMap(({ fields }) => [...fields.values()].map(({ id }) => id)));
  for (const role of manifest.roles)
    for (const { fieldUniversalIdentifier } of role.fieldPermissions ?? []) expect([role.label, known.has(fieldUniversalIdentifier!)]).toEqual([role.label, true]);
});

test('leads nobody by a relation to what they may not read: a filter would go through it', () => {
  const toOne = model.objects.flatMap(({ joinColumns }) => [...joinColumns.values()]);
  const door = ({ object, relation, name }: Field) => `${object.nameSingular}.${name} → ${relation!.target.nameSingular}`;
  for (const role of PEOPLE) {
    const open = toOne.filter(({ object, relation }) => readable(object.nameSingular, role) && !readable(relation!.target.nameSingular, role));
    expect([role, open.map(door)]).toEqual([role, []]);
  }
});

test('keeps what somebody may not read, and nothing else, without notes, tasks, files and timeline', () => {
  const unread = Object.keys(LEGAL_RIGHTS).filter((object) => PEOPLE.some((role) => !readable(object, role)));
  expect(unread.sort()).toEqual([...CONFIDENTIAL].sort());
});

test('leaves registers and the finance of cases to the workers alone, and destroys nothing by a person’s hand', () => {
  for (const object of ['caseFinance', 'courtDecisionTotal', 'eventDuration', 'caseControl', 'reminder', 'correspondenceIncident'] as const)
    for (const role of PEOPLE) expect([object, role, 'r-'.includes(LEGAL_RIGHTS[object][role])]).toEqual([object, role, true]);
  for (const role of manifest.roles.filter(({ canBeAssignedToUsers }) => canBeAssignedToUsers))
    expect(role.objectPermissions!.filter(({ canDestroyObjectRecords }) => canDestroyObjectRecords)).toEqual([]);
});

test('closes to people what the workers derive, when a record was written, and deleting by another way', () => {
  const closedTo = (role: (typeof PEOPLE)[number], object: LegalObject): string[] => {
    const { fieldPermissions } = manifest.roles.find(({ label }) => label === LABELS[role])!;
    const fields = [...model.object(object).fields.values()];
    return fieldPermissions!.flatMap((permission) => (permission.canUpdateFieldValue ? [] : (fields.find(({ id }) => id === permission.fieldUniversalIdentifier)?.name ?? [])));
  };
  for (const role of PEOPLE) {
    for (const object of Object.keys(LEGAL_RIGHTS) as LegalObject[]) {
      const level = LEGAL_RIGHTS[object][role];
      if (!'wd'.includes(level)) continue;
      const expected = [...(CONSEQUENCES[object] ?? []), ...(level === 'w' ? ['deletedAt'] : [])];
      expect([role, object, closedTo(role, object)]).toEqual([role, object, expect.arrayContaining(expected)]);
    }
  }
  expect(closedTo('lawyer', 'recovery')).toEqual(expect.arrayContaining(['claimed', 'awarded', 'collected']));
});

test('lets Twenty tell the roles of an office', () => {
  // Twenty joins members, flags, objects and fields of a role with one another, in one query that may take ten seconds.
  const office: Record<string, number> = { 'Managing partner': 1, 'Department head': 4, Lawyer: 12, Assistant: 3, Accountant: 2, 'Registry clerk': 3 };
  const product = ({ label, permissionFlagUniversalIdentifiers, objectPermissions, fieldPermissions }: Manifest['roles'][number]) =>
    [office[label], permissionFlagUniversalIdentifiers?.length, objectPermissions?.length, fieldPermissions?.length].reduce<number>((rows, count) => rows * (count || 1), 1);
  expect(manifest.roles.map(product).reduce((one, other) => one + other)).toBeLessThan(55_000);
});

const LABELS: Record<(typeof PEOPLE)[number], string> = {
  managingPartner: 'Managing partner',
  departmentHead: 'Department head',
  lawyer: 'Lawyer',
  assistant: 'Assistant',
  accountant: 'Accountant',
  registryClerk: 'Registry clerk',
};
