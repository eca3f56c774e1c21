/** Who a person or a firm is, and whether two of them may be the same. Pure, and nothing of Node: the pages use it too. */
import { companyKey, innOf, personKey, phoneKey, traderKey } from './normalise';

type Text = string | null | undefined;
export type PersonRecord = {
  id?: Text;
  name: { firstName: string | null; lastName: string | null } | null;
  birthDate?: Text;
  inn?: Text;
  phones?: { primaryPhoneNumber?: Text; additionalPhones?: unknown } | null | undefined;
};
export type CompanyRecord = { id?: Text; name: string | null; inn?: Text };

export type Identity = {
  id: string | null;
  /** As people write it. */
  name: string;
  /** The words of a person's name, the last name first: of a sole trader, too. */
  words: string[];
  birthDate: string | null;
  inn: string | null;
  phones: string[];
};

const numberOf = (phone: unknown): string | null =>
  typeof phone === 'object' && phone !== null && 'number' in phone && typeof phone.number === 'string' ? phoneKey(phone.number) : null;

export const identityOfPerson = ({ id, name, birthDate, inn, phones }: PersonRecord): Identity => {
  const additional = Array.isArray(phones?.additionalPhones) ? (phones.additionalPhones as unknown[]) : [];
  return {
    id: id ?? null,
    name: [name?.lastName, name?.firstName].filter(Boolean).join(' '),
    words: personKey({ lastName: name?.lastName, firstName: name?.firstName })?.split(' ') ?? [],
    birthDate: birthDate?.slice(0, 10) || null,
    inn: innOf(inn),
    phones: [...new Set([phoneKey(phones?.primaryPhoneNumber), ...additional.map(numberOf)].flatMap((key) => key ?? []))],
  };
};

export const identityOfCompany = ({ id, name, inn }: CompanyRecord): Identity => ({
  id: id ?? null, name: name?.trim() ?? '', words: traderKey(name)?.split(' ') ?? [], birthDate: null, inn: innOf(inn), phones: [],
});

/** By what two are the same: by the very record, or by what stands in both. */
export type By = 'RECORD' | 'INN' | 'PHONE' | 'NAME';

/** The same name, where one may leave out the patronymic or give but initials. */
const sameName = (one: string[], other: string[]): boolean => {
  const shorter = Math.min(one.length, other.length);
  if (shorter < 2 || one[0] !== other[0]) return false;
  return one.slice(1, shorter).every((word, at) => {
    const its = other[at + 1]!;
    return word === its || (word.length === 1 && its.startsWith(word)) || (its.length === 1 && word.startsWith(its));
  });
};

/** @returns null where they are not the same: also where one thing tells them apart, whatever else is alike */
export const sameParty = (one: Identity, other: Identity): By | null => {
  if (one.id !== null && one.id === other.id) return 'RECORD';
  if (one.inn !== null && other.inn !== null) return one.inn === other.inn ? 'INN' : null;
  if (one.birthDate !== null && other.birthDate !== null && one.birthDate !== other.birthDate) return null;
  if (one.phones.some((phone) => other.phones.includes(phone))) return 'PHONE';
  return sameName(one.words, other.words) ? 'NAME' : null;
};

/** Whoever may be the same has one of these in common. */
export const keysOf = ({ id, words, inn, phones }: Identity): string[] => [
  ...(id === null ? [] : [`record ${id}`]),
  ...(inn === null ? [] : [`inn ${inn}`]),
  ...phones.map((phone) => `phone ${phone}`),
  ...(words.length < 2 ? [] : [`name ${words[0]} ${words[1]![0]}`]),
];

/** Of a company that is no sole trader: its name as a key. Firms are told apart by it only where one of them is looked for. */
export const sameCompany = (one: CompanyRecord, other: CompanyRecord): By | null => {
  if (one.id && one.id === other.id) return 'RECORD';
  const [inn, its] = [innOf(one.inn), innOf(other.inn)];
  if (inn !== null && its !== null) return inn === its ? 'INN' : null;
  const key = companyKey(one.name);
  return key !== null && key === companyKey(other.name) ? 'NAME' : null;
};
