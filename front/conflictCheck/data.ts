import type { CaseStage } from '../../custom-objects/vocabulary';
import { companyKey, plain } from '../../workers/parties/normalise';
import { conflictsBetween, partiesOf, type CaseRecord, type Conflict } from '../../workers/parties/conflicts';
import { identityOfCompany, identityOfPerson, sameCompany, sameParty, type CompanyRecord, type Identity, type PersonRecord } from '../../workers/parties/identity';
import { ifAllowed } from '../case/data';
import { find, findById } from '../lib/store';

/** Somebody who is known already, by id alone, or is only being entered. */
export type Asked = {
  caseId: string | null;
  client: { id: string } | PersonRecord | null;
  opponent: { id: string } | CompanyRecord | null;
  opponentPerson: { id: string } | PersonRecord | null;
};

type CaseFound = CaseRecord & { stage: CaseStage | null };
export type Against = Conflict & { stage: CaseStage | null };
/** @param employer in how many first visits the opponent is the employer, @param payer of how many recoveries it is the payer; null for who may not read them */
export type Checked = { conflicts: Against[]; against: CaseFound[]; employer: number | null; payer: number | null };

const PERSON = 'id name { firstName lastName } birthDate inn phones { primaryPhoneNumber additionalPhones }';
const COMPANY = 'id name inn';
const CASE = `id number title stage client { ${PERSON} } opponent { ${COMPANY} } opponentPerson { ${PERSON} }`;
/** Of one family name or one word of a firm's. */
const MOST = 500;
const MOST_CASES = 100;

/** A word of a name wherever it stands, as it is written there, whether with е or with ё. */
const likeWord = (name: string, key: string): object => {
  const word = name.split(/[^\p{L}\p{N}]+/u).find((each) => plain(each) === key) ?? key;
  return { ilike: `%${word.replace(/[\\%_]/g, '\\$&').replace(/[её]/gi, '_')}%` };
};

const whole = async <Kept extends { name: unknown }>(object: string, fields: string, asked: { id: string } | Kept | null): Promise<Kept | null> =>
  asked === null || 'name' in asked ? asked : findById<Kept>(object, asked.id, fields);

const peopleLike = (identities: Identity[]): object[] =>
  identities.flatMap(({ name, words, inn, phones }) => [
    ...(words.length < 2 ? [] : [{ name: { lastName: likeWord(name, words[0]!) } }]),
    ...(inn === null ? [] : [{ inn: { ilike: `%${inn}%` } }]),
    // However it is written, its last digits stand together.
    ...phones.map((phone) => ({ phones: { primaryPhoneNumber: { ilike: `%${phone}%` } } })),
  ]);

const companiesLike = (people: Identity[], company: CompanyRecord | null): object[] => {
  const longest = companyKey(company?.name)?.split(' ').sort((one, other) => other.length - one.length)[0];
  return [
    ...people.flatMap(({ name, words, inn }) => [...(words.length < 2 ? [] : [{ name: likeWord(name, words[0]!) }]), ...(inn === null ? [] : [{ inn: { ilike: `%${inn}%` } }])]),
    ...(longest ? [{ name: likeWord(company?.name ?? '', longest) }] : []),
  ];
};

/** Where the client or the opponent appears in other cases, as far as the viewer may see these. */
export const checkConflicts = async (asked: Asked): Promise<Checked> => {
  const [client, opponent, opponentPerson] = await Promise.all([
    whole<PersonRecord>('person', PERSON, asked.client), whole<CompanyRecord>('company', COMPANY, asked.opponent), whole<PersonRecord>('person', PERSON, asked.opponentPerson),
  ]);
  const own = partiesOf({ id: asked.caseId ?? '', number: null, title: null, client, opponent, opponentPerson });
  const people = [client, opponentPerson].flatMap((person) => (person ? [identityOfPerson(person)] : []));
  const all = [...people, ...(opponent ? [identityOfCompany(opponent)] : [])];
  const wanted = { people: peopleLike(all), companies: companiesLike(people, opponent) };
  const [foundPeople, foundCompanies] = await Promise.all([
    wanted.people.length > 0 ? find<PersonRecord & { id: string }>('person', PERSON, { filter: { or: wanted.people }, first: MOST }) : [],
    wanted.companies.length > 0 ? find<CompanyRecord & { id: string }>('company', COMPANY, { filter: { or: wanted.companies }, first: MOST }) : [],
  ]);
  const personIds = foundPeople.filter((person) => all.some((each) => sameParty(each, identityOfPerson(person)))).map(({ id }) => id);
  const ownFirms = foundCompanies.filter((company) => opponent && sameCompany(opponent, company)).map(({ id }) => id);
  const companyIds = [...new Set([...foundCompanies.filter((company) => people.some((each) => sameParty(each, identityOfCompany(company)))).map(({ id }) => id), ...ownFirms])];
  const sides = [
    ...(personIds.length > 0 ? [{ clientId: { in: personIds } }, { opponentPersonId: { in: personIds } }] : []),
    ...(companyIds.length > 0 ? [{ opponentId: { in: companyIds } }] : []),
  ];
  const [cases, visits, recoveries] = await Promise.all([
    sides.length > 0 ? find<CaseFound>('legalCase', CASE, { filter: { or: sides }, first: MOST_CASES, orderBy: [{ openedAt: 'DescNullsLast' }] }) : [],
    ownFirms.length > 0 ? ifAllowed(find<{ id: string }>('firstVisit', 'id', { filter: { employerId: { in: ownFirms } } })) : [],
    ownFirms.length > 0 ? ifAllowed(find<{ id: string }>('recovery', 'id', { filter: { payerId: { in: ownFirms } } })) : [],
  ]);
  return {
    conflicts: cases.flatMap(({ stage, ...other }) => conflictsBetween(own, partiesOf(other)).map((conflict): Against => ({ ...conflict, stage }))),
    against: cases.filter(({ id, opponent: other }) => id !== asked.caseId && other?.id && ownFirms.includes(other.id)),
    employer: visits && visits.length,
    payer: recoveries && recoveries.length,
  };
};

type Subject = { caseId: string | null; title: string; asked: Asked; conflictNote: string | null; isCase: boolean };

/** A case, a person or a firm: which of them an id is of is not told. */
export const loadSubject = async (id: string): Promise<Subject | null> => {
  const nobody = { client: null, opponent: null, opponentPerson: null };
  const legalCase = await findById<CaseFound & { conflictNote: string | null }>('legalCase', id, `${CASE} conflictNote`);
  if (legalCase) {
    const { number, title, client, opponent, opponentPerson, conflictNote } = legalCase;
    return { caseId: id, isCase: true, title: [number, title].filter(Boolean).join(' · '), asked: { caseId: id, client, opponent, opponentPerson }, conflictNote };
  }
  const person = await findById<PersonRecord>('person', id, PERSON);
  if (person) return { caseId: null, isCase: false, title: identityOfPerson(person).name, asked: { ...nobody, caseId: null, client: person, opponentPerson: person }, conflictNote: null };
  const company = await findById<CompanyRecord>('company', id, COMPANY);
  return company && { caseId: null, isCase: false, title: company.name ?? '', asked: { ...nobody, caseId: null, opponent: company }, conflictNote: null };
};
