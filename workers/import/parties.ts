/** The people, companies and folders that a line names: found, or to be created. Pure. */
import { importedId } from '../identifiers';
import { companyKey, innOf, personKey, phoneKey, plain } from '../parties/normalise';
import type { ObjectName } from '../twenty/records';
import type { Known } from './known';
import { Refusal, type Line } from './line';
import type { ByMeaning } from './lookup';
import type { Field } from './shapes';
import { nameIn, type Name } from './values';

export type Write = { object: ObjectName; id: string; data: Record<string, unknown> };
export type Client = { kind: 'person' | 'company'; id: string; name: string; isNew: boolean };

const ORGANISATION = /[«»"“”\d]|\b(?:LLC|LTD|INC|GMBH|JSC|PLC)\b|(?:^|\s)(?:суд|банк|завод|фонд|управление|министерство|прокуратура|больница|поликлиника|администрация|комиссия|бюро|отдел|служба|комитет|университет|институт|предприятие|учреждение|филиал|компания)(?:\s|$)/iu;
const COMPANY_TYPE = /юр|организац|компан|предпр|company|legal/i;
const PERSON_TYPE = /физ|человек|person|individual/i;

const isNamedAsCompany = (name: string): boolean => companyKey(name) !== plain(name) || ORGANISATION.test(name);

/** A name with a legal form, quotes, digits or the word for an institution is a company's; so is one that is not of two to four words. */
export const isCompany = (name: string): boolean => isNamedAsCompany(name) || nameIn(name) === null || name.split(' ').length > 4;

/** Twenty has no field for them on a company. */
const OF_PEOPLE_ALONE = ['birthDate', 'phone', 'email'] as const satisfies Field[];

const TYPED_EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]{2,}$/;

const phones = (text: string, digits: string) => ({
  primaryPhoneNumber: digits,
  ...(/^\D*\+?[78]?\D*\d{3}/.test(text) && !/^\s*\+(?!7)/.test(text) ? { primaryPhoneCallingCode: '+7', primaryPhoneCountryCode: 'RU' } : {}),
});

export class Parties {
  constructor(
    private readonly known: Known,
    private readonly regions: ByMeaning,
    private readonly directions: ByMeaning,
  ) {}

  region(text: string): string {
    const found = this.regions.find(text);
    if (!found) throw new Refusal('NO_REGION', 'region', text);
    return found.id;
  }

  direction(text: string): string {
    const found = this.directions.find(text);
    if (!found) throw new Refusal('NO_DIRECTION', 'direction', text);
    return found.id;
  }

  /** The client of a line. What it says of them is taken only if they are new: nothing that a person wrote is written over. */
  client(line: Line, writes: Write[], { mustBePerson = false } = {}): Client {
    const whole = line.text('client');
    const field: Field = whole ? 'client' : line.first('lastName') ?? (line.has('client') ? 'client' : 'lastName');
    if (line.first('client', 'lastName') === null) throw new Refusal('EMPTY', field);
    const type = line.text('clientType');
    const isPerson = PERSON_TYPE.test(type) || (line.text('birthDate') !== '' && !isNamedAsCompany(whole));
    const company = whole !== '' && (COMPANY_TYPE.test(type) || (!isPerson && isCompany(whole)));
    if (company && mustBePerson) throw new Refusal(nameIn(whole) || companyKey(whole) !== plain(whole) ? 'NOT_A_CLIENT' : 'NOT_A_NAME', field, whole);
    if (company) {
      for (const told of OF_PEOPLE_ALONE) if (line.text(told)) line.warn('NO_PLACE', told, line.text(told));
      return this.company(line, whole, 'client', writes, this.inn(line));
    }
    const parts = [line.text('lastName'), line.text('firstName'), line.text('patronymic')].filter(Boolean);
    const name = whole ? nameIn(whole) : nameIn(parts.join(' '));
    if (!name) throw new Refusal('NOT_A_NAME', field, whole || parts.join(' '));
    return this.person(line, name, field, writes);
  }

  private inn(line: Line): string | null {
    const text = line.text('inn');
    // Excel takes the zero away with which the number of a person may begin.
    const inn = innOf(text) ?? innOf(`0${text}`);
    if (text && !inn) line.warn('BAD_INN', 'inn', text);
    return inn;
  }

  private person(line: Line, name: Name, field: Field, writes: Write[]): Client {
    const birthDate = line.day('birthDate');
    const inn = this.inn(line);
    const said = `${name.lastName} ${name.firstName}`;
    const match = this.known.person({ ...name, birthDate, inn });
    if (match && 'many' in match) throw new Refusal('MANY_PEOPLE', field, said, String(match.many));
    if (match) return { kind: 'person', id: match.found.id, name: said, isNew: false };
    const id = importedId('person', personKey({ ...name, birthDate })!, inn ?? '');
    const contacts = this.contacts(line);
    writes.push({ object: 'person', id, data: { name, ...(birthDate ? { birthDate } : {}), ...(inn ? { inn } : {}), ...contacts.data } });
    this.known.addPerson({ id, ...name, birthDate, inn, email: contacts.email });
    return { kind: 'person', id, name: said, isNew: true };
  }

  private contacts(line: Line): { data: Record<string, unknown>; email: string | null } {
    const phone = line.list('phone')[0] ?? '';
    const digits = phoneKey(phone);
    if (phone && !digits) line.warn('BAD_PHONE', 'phone', phone);
    let email: string | null = line.list('email')[0]?.toLowerCase() ?? null;
    if (email && !TYPED_EMAIL.test(email)) {
      line.warn('BAD_EMAIL', 'email', email);
      email = null;
    }
    if (email && this.known.hasEmail(email)) {
      line.warn('TAKEN_EMAIL', 'email', email);
      email = null;
    }
    return { data: { ...(digits ? { phones: phones(phone, digits) } : {}), ...(email ? { emails: { primaryEmail: email } } : {}) }, email };
  }

  company(line: Line, name: string, field: Field, writes: Write[], inn: string | null = null): Client {
    if (companyKey(name) === null) throw new Refusal('NO_WORD', field, name);
    const match = this.known.company({ name, inn });
    if (match && 'many' in match) throw new Refusal('MANY_COMPANIES', field, name, String(match.many));
    if (match) return { kind: 'company', id: match.found.id, name, isNew: false };
    const id = importedId('company', inn ?? companyKey(name)!);
    writes.push({ object: 'company', id, data: { name, ...(inn ? { inn } : {}) } });
    this.known.addCompany({ id, name, inn });
    return { kind: 'company', id, name, isNew: true };
  }

  /** Whoever is named without more: an opponent, a correspondent. */
  named(line: Line, text: string, field: Field, writes: Write[]): Client {
    const name = isCompany(text) ? null : nameIn(text);
    if (!name) return this.company(line, text, field, writes);
    const match = this.known.person({ ...name, birthDate: null, inn: null });
    if (match && 'many' in match) throw new Refusal('MANY_PEOPLE', field, text, String(match.many));
    if (match) return { kind: 'person', id: match.found.id, name: text, isNew: false };
    const id = importedId('person', personKey(name)!, '');
    writes.push({ object: 'person', id, data: { name } });
    this.known.addPerson({ id, ...name, birthDate: null, inn: null, email: null });
    return { kind: 'person', id, name: text, isNew: true };
  }

  /** The folder at the end of a path, with those on the way to it. */
  folder(names: string[], writes: Write[]): { id: string; isNew: boolean } {
    let parentId: string | null = null;
    let isNew = false;
    for (const [at, name] of names.entries()) {
      const found = this.known.folder(name, parentId);
      isNew = !found;
      const id: string = found?.id ?? importedId('clientFolder', ...names.slice(0, at + 1).map(plain));
      if (!found) {
        writes.push({ object: 'clientFolder', id, data: { name, ...(parentId ? { parentId } : {}) } });
        this.known.addFolder({ id, name, parentId });
      }
      parentId = id;
    }
    return { id: parentId!, isNew };
  }

  /** That a client lies in a folder, or has a region or a direction. @returns whether that is new */
  belonging(object: 'clientFolderEntry' | 'clientRegion' | 'clientDirection', field: 'clientFolderId' | 'regionId' | 'directionId', client: Client, targetId: string, writes: Write[]): boolean {
    if (this.known.hasBelonging(client.id, targetId)) return false;
    this.known.addBelonging(client.id, targetId);
    writes.push({ object, id: importedId(object, client.id, targetId), data: { name: client.name, [`${client.kind}Id`]: client.id, [field]: targetId } });
    return true;
  }
}
