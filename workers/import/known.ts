/** What Twenty has already, by which lines are matched; what a line adds is known to the next. Pure. */
import type { EventGroup } from '../../custom-objects/vocabulary';
import type { Target } from '../classification/match';
import type { Office } from '../correspondence/protocol';
import { companyKey, personKey, plain } from '../parties/normalise';

export type Person = { id: string; lastName: string | null; firstName: string | null; birthDate: string | null; inn: string | null; email: string | null };
export type Company = { id: string; name: string | null; inn: string | null };
export type Folder = { id: string; name: string | null; parentId: string | null };
export type Case = { id: string; number: string | null; clientId: string | null; directionId: string | null };
export type Event = { id: string; legalCaseId: string | null; kindId: string | null; startedAt: string | null; title: string | null };
export type EventKind = { id: string; name: string | null; code: string | null; eventGroup: EventGroup | null };

export type Snapshot = {
  office: Office;
  regions: Target[];
  directions: Target[];
  courts: { id: string; name: string | null }[];
  eventKinds: EventKind[];
  recoveryKinds: { id: string; name: string | null; code: string | null }[];
  people: Person[];
  companies: Company[];
  folders: Folder[];
  cases: Case[];
  events: Event[];
  /** Numbers of letters. */
  letters: { id: string; number: string | null }[];
  /** Ids of what a client has already: entries of folders, regions, directions. */
  belongings: { clientId: string; targetId: string }[];
};

type Undo = () => void;

const add = <Item>(index: Map<string, Item[]>, key: string | null, item: Item): Undo => {
  if (!key) return () => undefined;
  const list = index.get(key);
  if (list) list.push(item);
  else index.set(key, [item]);
  return () => index.get(key)?.splice(index.get(key)!.lastIndexOf(item), 1);
};

const put = <Value>(index: Map<string, Value>, key: string, value: Value): Undo => {
  const before = index.get(key);
  index.set(key, value);
  return () => (before === undefined ? index.delete(key) : index.set(key, before));
};

const join = (index: Set<string>, key: string): Undo => {
  if (index.has(key)) return () => undefined;
  index.add(key);
  return () => index.delete(key);
};

/** `many`: several are called so, and nothing tells which is meant. */
export type Match<Item> = { found: Item } | { many: number } | null;

const one = <Item>(items: Item[]): Match<Item> => (items.length === 0 ? null : items.length === 1 ? { found: items[0]! } : { many: items.length });

export class Known {
  private readonly peopleByName = new Map<string, Person[]>();
  private readonly peopleByInn = new Map<string, Person[]>();
  private readonly companiesByName = new Map<string, Company[]>();
  private readonly companiesByInn = new Map<string, Company[]>();
  private readonly emails = new Set<string>();
  private readonly folders = new Map<string, Folder>();
  private readonly casesByNumber = new Map<string, Case>();
  private readonly casesByClient = new Map<string, Case[]>();
  private readonly events = new Map<string, Event>();
  private readonly letters = new Map<string, string>();
  private readonly belongings = new Set<string>();
  private undos: Undo[] = [];

  constructor(snapshot: Pick<Snapshot, 'people' | 'companies' | 'folders' | 'cases' | 'events' | 'letters' | 'belongings'>) {
    for (const person of snapshot.people) this.addPerson(person);
    for (const company of snapshot.companies) this.addCompany(company);
    for (const folder of snapshot.folders) this.addFolder(folder);
    for (const legalCase of snapshot.cases) this.addCase(legalCase);
    for (const event of snapshot.events) this.addEvent(event);
    for (const { id, number } of snapshot.letters) if (number) this.addLetter(number, id);
    for (const { clientId, targetId } of snapshot.belongings) this.addBelonging(clientId, targetId);
    this.keep();
  }

  /** What was added since is known from now on. */
  keep(): void {
    this.undos = [];
  }

  /** What was added since is not: the line was refused. */
  forget(): void {
    for (const undo of this.undos.reverse()) undo();
    this.undos = [];
  }

  addPerson(person: Person): void {
    this.undos.push(
      add(this.peopleByName, personKey({ lastName: person.lastName, firstName: person.firstName }), person),
      add(this.peopleByInn, person.inn, person),
      ...(person.email ? [join(this.emails, person.email.toLowerCase())] : []),
    );
  }

  /** By INN; by name and birth date; where one of the two has no birth date, by the name if only one is called so. */
  person(wanted: { lastName: string; firstName: string; birthDate: string | null; inn: string | null }): Match<Person> {
    const sameInn = wanted.inn ? (this.peopleByInn.get(wanted.inn) ?? []) : [];
    const namesakes = this.peopleByName.get(personKey({ lastName: wanted.lastName, firstName: wanted.firstName }) ?? '') ?? [];
    const certain = namesakes.filter((person) => sameInn.includes(person));
    if (certain.length > 0) return one(certain);
    const possible = namesakes.filter(({ inn }) => !inn || !wanted.inn || inn === wanted.inn);
    if (wanted.birthDate === null) return one(possible);
    const born = possible.filter(({ birthDate }) => birthDate === wanted.birthDate);
    if (born.length > 0) return one(born);
    const undated = possible.filter(({ birthDate }) => !birthDate);
    return undated.length > 0 && possible.length > 1 ? { many: possible.length } : one(undated);
  }

  hasEmail(email: string): boolean {
    return this.emails.has(email.toLowerCase());
  }

  addCompany(company: Company): void {
    this.undos.push(add(this.companiesByName, companyKey(company.name), company), add(this.companiesByInn, company.inn, company));
  }

  company({ name, inn }: { name: string; inn: string | null }): Match<Company> {
    const sameInn = inn ? (this.companiesByInn.get(inn) ?? []) : [];
    if (sameInn.length > 0) return one(sameInn);
    return one((this.companiesByName.get(companyKey(name) ?? '') ?? []).filter((company) => !company.inn || !inn || company.inn === inn));
  }

  addFolder(folder: Folder): void {
    const key = `${folder.parentId ?? ''}/${plain(folder.name)}`;
    if (!this.folders.has(key)) this.undos.push(put(this.folders, key, folder));
  }

  folder(name: string, parentId: string | null): Folder | null {
    return this.folders.get(`${parentId ?? ''}/${plain(name)}`) ?? null;
  }

  addCase(legalCase: Case): void {
    if (legalCase.number) this.undos.push(put(this.casesByNumber, plain(legalCase.number), legalCase));
    this.undos.push(add(this.casesByClient, legalCase.clientId, legalCase));
  }

  case(number: string): Case | null {
    return this.casesByNumber.get(plain(number)) ?? null;
  }

  caseOf(clientId: string, directionId: string | null): Match<Case> {
    const cases = this.casesByClient.get(clientId) ?? [];
    const same = directionId ? cases.filter((legalCase) => legalCase.directionId === directionId) : cases;
    return one(same.length > 0 ? same : cases.filter((legalCase) => legalCase.directionId === null));
  }

  private static eventKey({ legalCaseId, kindId, startedAt, title }: Omit<Event, 'id'>, withTitle: boolean): string {
    return [legalCaseId, kindId, startedAt ? new Date(startedAt).toISOString() : '', withTitle ? plain(title) : ''].join('/');
  }

  addEvent(event: Event): void {
    for (const key of [event.id, Known.eventKey(event, true), Known.eventKey(event, false)]) this.undos.push(put(this.events, key, event));
  }

  /** The same kind in the same case at the same moment; where a line has a title, that too. */
  event(event: Omit<Event, 'id'>): Event | null {
    return this.events.get(Known.eventKey(event, event.title !== null)) ?? null;
  }

  eventById(id: string): Event | null {
    return this.events.get(id) ?? null;
  }

  addLetter(number: string, id: string): void {
    this.undos.push(put(this.letters, number.toUpperCase(), id));
  }

  letter(number: string): string | null {
    return this.letters.get(number.toUpperCase()) ?? null;
  }

  addBelonging(clientId: string, targetId: string): void {
    this.undos.push(join(this.belongings, `${clientId}/${targetId}`));
  }

  hasBelonging(clientId: string, targetId: string): boolean {
    return this.belongings.has(`${clientId}/${targetId}`);
  }
}
