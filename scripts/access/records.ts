import { v5 } from 'uuid';
import { LEGAL_RIGHTS, OWN, STANDARD_RIGHTS, type LegalObject, type StandardObject } from '../../plugin/roles/rights';
import type { Caller, ServerObject } from './server';

/**
 * The records that the check tries rights on: of every object one that stands, one to be deleted, and one for a role to create.
 * Their identifiers are always the same, so that a check finds and removes what an interrupted one left.
 */

const NAMESPACE = '3c0d0f6e-9a55-5c0b-9d07-0f8b5a2c4e11';
export const MARK = 'Access check';

export type Checked = LegalObject | StandardObject;
export const CHECKED = [...Object.keys(LEGAL_RIGHTS), ...Object.keys(STANDARD_RIGHTS)] as Checked[];

export type Part = 'standing' | 'spare' | 'new';
export const idOf = (object: string, part: Part): string => v5(`${object}.${part}`, NAMESPACE);

export const capitalize = (text: string) => text[0]!.toUpperCase() + text.slice(1);
export const labelField = (object: ServerObject) => object.fieldsList.find(({ id }) => id === object.labelIdentifierFieldMetadataId)!;

/** The mark as a value of the object's label. */
export const markOf = (object: ServerObject): Record<string, unknown> => {
  const { name, type } = labelField(object);
  return { [name]: type === 'FULL_NAME' ? { firstName: 'Access', lastName: 'check' } : MARK };
};

/** The workers number whatever has no number, and nobody should find a gap: these have one. */
const numbered = (object: string, part: Part) =>
  object === 'legalCase' || object === 'correspondence' ? { number: `access-check-${part}`, ...(object === 'correspondence' ? { status: 'ARCHIVED' } : {}) } : {};

/** Whose a record is, where a role may come down to a member's own. */
export const ownedBy = (object: string, memberId: string): Record<string, unknown> => {
  const own = OWN[object as LegalObject];
  return own ? { [`${own.field}Id`]: memberId } : {};
};

export const toOne = (object: ServerObject) => object.fieldsList.filter(({ relation }) => relation?.type === 'MANY_TO_ONE');

/** @param parts which of the records, those that are there already are brought back to what they were */
export const makeRecords = async (admin: Caller, object: ServerObject, parts: Part[], memberId: string): Promise<void> => {
  const { nameSingular } = object;
  const data = parts.map((part) => ({ id: idOf(nameSingular, part), ...markOf(object), ...numbered(nameSingular, part), ...ownedBy(nameSingular, memberId) }));
  const name = capitalize(object.nameSingular);
  await admin.do(`mutation ($data: [${name}CreateInput!]!) { create${capitalize(object.namePlural)}(data: $data, upsert: true) { id } }`, { data });
};

/** Makes the standing record of each object refer to those of the others, so that a door through a relation would lead somewhere. */
export const relateRecords = async (admin: Caller, object: ServerObject): Promise<void> => {
  const name = capitalize(object.nameSingular);
  const relations = toOne(object).filter(({ relation }) => CHECKED.includes(relation!.targetObjectMetadata.nameSingular as Checked));
  const data = Object.fromEntries(
    relations
      .filter(({ relation }) => relation!.targetObjectMetadata.nameSingular !== object.nameSingular)
      .map((field) => [`${field.name}Id`, idOf(field.relation!.targetObjectMetadata.nameSingular, 'standing')]),
  );
  if (Object.keys(data).length === 0) return;
  await admin.do(`mutation ($id: UUID!, $data: ${name}UpdateInput!) { update${name}(id: $id, data: $data) { id } }`, {
    id: idOf(object.nameSingular, 'standing'),
    data,
  });
};

/** Everything of the check, and what the workers made of it meanwhile. @returns what could not be removed */
export const removeRecords = async (admin: Caller, objects: Map<string, ServerObject>): Promise<string[]> => {
  const known = CHECKED.flatMap((name) => objects.get(name) ?? []);
  const destroy = (object: ServerObject, filter: object) =>
    admin.try(`mutation ($filter: ${capitalize(object.nameSingular)}FilterInput!) { destroy${capitalize(object.namePlural)}(filter: $filter) { id } }`, { filter });
  const left: string[] = [];
  const ids = (target: string) => (['standing', 'spare', 'new'] as const).map((part) => idOf(target, part));
  // Their timeline would outlive them, of nothing.
  const timeline = objects.get('timelineActivity')!;
  const told = known.filter(({ nameSingular }) => timeline.fieldsList.some(({ name }) => name === `target${capitalize(nameSingular)}`));
  await destroy(timeline, { or: told.map(({ nameSingular }) => ({ [`target${capitalize(nameSingular)}Id`]: { in: ids(nameSingular) } })) });
  for (const object of known) {
    const owners = toOne(object).filter(({ relation }) => ['legalCase', 'correspondence'].includes(relation!.targetObjectMetadata.nameSingular));
    const filters = [
      { id: { in: ids(object.nameSingular) } },
      ...owners.map(({ name, relation }) => ({ [`${name}Id`]: { in: ids(relation!.targetObjectMetadata.nameSingular) } })),
    ];
    const outcome = await destroy(object, { or: filters });
    if (outcome.is !== 'done') left.push(`${object.namePlural}: ${outcome.is === 'unclear' ? outcome.reason : 'refused'}`);
  }
  return left;
};
