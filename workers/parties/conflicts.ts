/** Conflicts of interest: whom one case has for a client and another has on the other side. Pure, and nothing of Node. */
import type { Language } from '../correspondence/words';
import { identityOfCompany, identityOfPerson, keysOf, sameParty, type By, type CompanyRecord, type Identity, type PersonRecord } from './identity';

export type CaseRecord = {
  id: string;
  number: string | null;
  title: string | null;
  client: PersonRecord | null;
  opponent: CompanyRecord | null;
  opponentPerson: PersonRecord | null;
};
export type CaseParties = { id: string; number: string | null; title: string | null; client: Identity | null; opponents: Identity[] };

export const partiesOf = ({ id, number, title, client, opponent, opponentPerson }: CaseRecord): CaseParties => ({
  id, number, title,
  client: client && identityOfPerson(client),
  opponents: [...(opponentPerson ? [identityOfPerson(opponentPerson)] : []), ...(opponent ? [identityOfCompany(opponent)] : [])],
});

export type Conflict = {
  /** The other case. */
  id: string;
  number: string | null;
  title: string | null;
  /** Who of this case is on the other side there. */
  who: 'CLIENT' | 'OPPONENT';
  name: string;
  by: By;
};

/** What one case has against another, or against itself. */
export const conflictsBetween = (one: CaseParties, { id, number, title, client, opponents }: CaseParties): Conflict[] => {
  const conflict = (who: Conflict['who'], party: Identity | null, theirs: (Identity | null)[]): Conflict[] => {
    const [by] = party === null ? [] : theirs.flatMap((other) => (other && sameParty(party, other)) ?? []);
    return by ? [{ id, number, title, who, name: party!.name, by }] : [];
  };
  const ofClient = conflict('CLIENT', one.client, opponents);
  return one.id === id ? ofClient : [...ofClient, ...one.opponents.flatMap((opponent) => conflict('OPPONENT', opponent, [client]))];
};

/** Who is who in all cases, so that those that may concern one another are found without comparing each with each. */
export class ConflictBook {
  private readonly cases = new Map<string, CaseParties>();
  private readonly clients = new Map<string, Set<string>>();
  private readonly opponents = new Map<string, Set<string>>();
  private isWhole = false;

  /** All cases there are. */
  know(all: CaseParties[]): void {
    const living = new Set(all.map(({ id }) => id));
    for (const id of [...this.cases.keys()]) if (!living.has(id)) this.drop(id);
    for (const each of all) this.take(each);
    this.isWhole = true;
  }

  /** @returns the other cases that have something against this one, or had until now */
  take(parties: CaseParties): string[] {
    const known = this.cases.get(parties.id);
    if (known && JSON.stringify(known) === JSON.stringify(parties)) return [];
    const before = this.drop(parties.id);
    this.cases.set(parties.id, parties);
    this.enter(parties, (keys, key) => keys.set(key, (keys.get(key) ?? new Set()).add(parties.id)));
    return [...new Set([...before, ...this.against(parties)])];
  }

  drop(id: string): string[] {
    const known = this.cases.get(id);
    if (!known) return [];
    const before = this.against(known);
    this.cases.delete(id);
    this.enter(known, (keys, key) => {
      keys.get(key)?.delete(id);
      if (keys.get(key)?.size === 0) keys.delete(key);
    });
    return before;
  }

  /** null until all cases are known: nothing is said of what is not known. */
  of(id: string): Conflict[] | null {
    const known = this.cases.get(id);
    if (!this.isWhole || !known) return null;
    return this.near(known)
      .flatMap((other) => conflictsBetween(known, other))
      .sort((one, other) => ((one.number ?? '') < (other.number ?? '') ? -1 : 1));
  }

  private enter({ client, opponents }: CaseParties, each: (keys: Map<string, Set<string>>, key: string) => void): void {
    for (const key of client ? keysOf(client) : []) each(this.clients, key);
    for (const key of opponents.flatMap(keysOf)) each(this.opponents, key);
  }

  /** Those that have a key in common, this one too. */
  private near({ client, opponents }: CaseParties): CaseParties[] {
    const ids = new Set<string>();
    for (const key of client ? keysOf(client) : []) for (const id of this.opponents.get(key) ?? []) ids.add(id);
    for (const key of opponents.flatMap(keysOf)) for (const id of this.clients.get(key) ?? []) ids.add(id);
    return [...ids].flatMap((id) => this.cases.get(id) ?? []);
  }

  private against(parties: CaseParties): string[] {
    return this.near(parties).filter((other) => other.id !== parties.id && conflictsBetween(other, parties).length > 0).map(({ id }) => id);
  }
}

const BY: Record<Language, Record<By, string>> = {
  en: { RECORD: 'the same record', INN: 'the same taxpayer number', PHONE: 'the same telephone', NAME: 'the same name' },
  ru: { RECORD: 'та же карточка', INN: 'совпадает ИНН', PHONE: 'совпадает телефон', NAME: 'совпадает имя' },
};

export const byText = (by: By, language: Language): string => BY[language][by];

export const conflictText = (conflict: Conflict, ownId: string | null, language: Language): string => {
  const { id, number, title, who, name, by } = conflict;
  const because = `(${BY[language][by]})`;
  const where = [number, title].filter(Boolean).join(', ') || '—';
  if (id === ownId) return language === 'ru' ? `Клиент ${name} — он же ответчик в этом деле ${because}.` : `The client ${name} is the opponent in this very case ${because}.`;
  if (who === 'CLIENT') return language === 'ru' ? `Клиент ${name} — ответчик в деле ${where} ${because}.` : `The client ${name} is the opponent in case ${where} ${because}.`;
  return language === 'ru' ? `Ответчик ${name} — наш клиент в деле ${where} ${because}.` : `The opponent ${name} is our client in case ${where} ${because}.`;
};

const MOST = 5;

/** All that a case has against it, as it says so itself; empty when nothing is. */
export const conflictsText = (conflicts: Conflict[], ownId: string, language: Language): string => {
  const more = conflicts.length - MOST;
  return [
    ...conflicts.slice(0, MOST).map((conflict) => conflictText(conflict, ownId, language)),
    ...(more > 0 ? [language === 'ru' ? `И ещё: ${more}.` : `And ${more} more.`] : []),
  ].join(' ');
};
