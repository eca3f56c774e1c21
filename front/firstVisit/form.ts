import { msg, type MessageDescriptor } from 'twenty-sdk/front-component';
import { v4, v5 } from 'uuid';
import type { Particulars } from '../../custom-objects/vocabulary';
import { dayOf, problemsOf, type Facts, type Problem } from '../../workers/cases/problems';
import { microsOf } from '../lib/money';
import type { Party } from '../lib/PartyPicker';
import type { Requirement } from './directions';

/** The form of the first visit as data: what it asks, what is wrong with it, how it is kept as a draft, and what it writes. */

export const SECTIONS = ['client', 'harm', 'capacity', 'money', 'particulars', 'check'] as const;
export type Section = (typeof SECTIONS)[number];

type Kind = 'text' | 'long' | 'date' | 'percent' | 'count' | 'money' | 'choice';
type Asked = { section: Section; kind: Kind; label: MessageDescriptor; hint?: MessageDescriptor; example?: MessageDescriptor; only?: Particulars };

const asked = <const Name extends string>(fields: Record<Name, Asked>) => fields;

/** The fields of a first visit's record that are asked as they are, in the order in which they are asked. */
export const FIELDS = asked({
  injuryKind: { section: 'harm', kind: 'choice', label: msg('Harm') },
  injuryDate: { section: 'harm', kind: 'date', label: msg('Date of harm') },
  injuryPlace: { section: 'harm', kind: 'text', label: msg('Place of harm') },
  circumstances: { section: 'harm', kind: 'long', label: msg('Circumstances'), example: msg('What happened, in the client’s words; witnesses, reports drawn up') },
  dependants: { section: 'harm', kind: 'count', label: msg('Dependants'), hint: msg('How many people the client supports or the breadwinner supported') },

  workCapacityLossPercent: { section: 'capacity', kind: 'percent', label: msg('Capacity lost'), example: msg('0 to 100'), hint: msg('Loss of professional working capacity in per cent, as the medical commission found it') },
  disabilityGroup: { section: 'capacity', kind: 'text', label: msg('Disability'), hint: msg('Group of disability: I, II, III, or a child with a disability') },
  vtekDate: { section: 'capacity', kind: 'date', label: msg('VTEK date') },
  vtekNextReviewAt: { section: 'capacity', kind: 'date', label: msg('Next review'), hint: msg('When the commission examines the client again; the payments depend on it') },
  vtekConclusion: { section: 'capacity', kind: 'long', label: msg('VTEK found'), example: msg('Cause of the disability, lost capacity, until when') },

  payments: { section: 'money', kind: 'money', label: msg('Payments'), hint: msg('What the client is already paid for the harm') },
  paymentsPeriod: { section: 'money', kind: 'text', label: msg('Paid each'), example: msg('Month, quarter, once') },
  treatmentCosts: { section: 'money', kind: 'money', label: msg('Treatment'), hint: msg('Medicines, operations, sanatorium, prostheses') },
  careCosts: { section: 'money', kind: 'money', label: msg('Care'), hint: msg('Costs of nursing by others') },
  lostEarnings: { section: 'money', kind: 'money', label: msg('Lost earnings'), hint: msg('Monthly earnings lost because of the harm') },

  railway: { section: 'particulars', kind: 'text', only: 'RAILWAY', label: msg('Railway') },
  station: { section: 'particulars', kind: 'text', only: 'RAILWAY', label: msg('Station'), hint: msg('Or the stretch between two stations') },
  train: { section: 'particulars', kind: 'text', only: 'RAILWAY', label: msg('Train'), hint: msg('Its number or destination, as far as known') },
  militaryUnit: { section: 'particulars', kind: 'text', only: 'MILITARY', label: msg('Military unit') },
  rank: { section: 'particulars', kind: 'text', only: 'MILITARY', label: msg('Rank') },
  serviceFrom: { section: 'particulars', kind: 'date', only: 'MILITARY', label: msg('Served from') },
  serviceTo: { section: 'particulars', kind: 'date', only: 'MILITARY', label: msg('Served until') },
  disasterName: { section: 'particulars', kind: 'text', only: 'DISASTER', label: msg('Disaster'), hint: msg('The accident or disaster, as the authorities call it') },
  occupation: { section: 'particulars', kind: 'text', only: 'OCCUPATIONAL', label: msg('Occupation') },
});

export type FieldName = keyof typeof FIELDS;
/** Where something can be wrong: a field of the visit, or one of those that lead to other records. */
export type Place = FieldName | 'client' | 'phone' | 'direction' | 'visitedAt';

const NAMES = Object.keys(FIELDS) as FieldName[];

/** The sections that a direction asks for, and what each asks. */
export const sectionsFor = (particulars: Particulars | null): Section[] => SECTIONS.filter((section) => section !== 'particulars' || particulars);
export const fieldsOf = (section: Section, particulars: Particulars | null): FieldName[] =>
  NAMES.filter((name) => FIELDS[name].section === section && (!FIELDS[name].only || FIELDS[name].only === particulars));

export const sectionOf = (place: Place): Section => (place in FIELDS ? FIELDS[place as FieldName].section : 'client');

export type NewPerson = { lastName: string; firstName: string; phone: string; birthDate: string };
export type NewCompany = { name: string };
export type Form = {
  client: Party<NewPerson>;
  opponent: Party<NewCompany>;
  /** On the other side beside or instead of the company: who drove the car. */
  opponentPerson: Party<NewPerson>;
  /** null where the opponent is the employer. */
  employer: Party<NewCompany> | null;
  directionId: string | null;
  regionId: string | null;
  departmentId: string | null;
  leadId: string | null;
  visitedOn: string;
  currency: string;
  values: Record<FieldName, string>;
};

export const NOBODY: Party<never> = { known: null, fresh: null };

export const blankForm = (defaults: Partial<Form> = {}): Form => ({
  client: NOBODY,
  opponent: NOBODY,
  opponentPerson: NOBODY,
  employer: null,
  directionId: null,
  regionId: null,
  departmentId: null,
  leadId: null,
  visitedOn: '',
  currency: 'RUB',
  values: Object.fromEntries(NAMES.map((name) => [name, ''])) as Record<FieldName, string>,
  ...defaults,
});

/** The ids of all that one form writes, chosen when it begins: writing it again, after a lost answer, changes nothing. */
export type Ids = Record<'visit' | 'person' | 'opponent' | 'opponentPerson' | 'employer' | 'legalCase', string>;

export const chooseIds = (): Ids => ({ visit: v4(), person: v4(), opponent: v4(), opponentPerson: v4(), employer: v4(), legalCase: v4() });

export const personName = ({ known, fresh }: Party<NewPerson>): string =>
  fresh ? [fresh.lastName, fresh.firstName].map((part) => part.trim()).filter(Boolean).join(' ') : (known?.name ?? '');

export const clientName = ({ client }: Form): string => personName(client);

/** Whether there is anything in it that would be a pity to lose. */
export const isWorthKeeping = (form: Form): boolean =>
  clientName(form) !== '' || form.opponent.known !== null || form.opponent.fresh !== null || personName(form.opponentPerson) !== '' || form.directionId !== null || NAMES.some((name) => form.values[name].trim() !== '');

const numberOf = (text: string): number | null | undefined => {
  const bare = text.replace(/[\s%]/g, '').replace('−', '-').replace(',', '.');
  if (bare === '') return null;
  return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined;
};

/** What a typed text means; null for nothing, undefined for what cannot be read. */
const meaningOf = (name: FieldName, form: Form): unknown => {
  const text = form.values[name].trim();
  switch (FIELDS[name].kind) {
    case 'money': {
      const micros = microsOf(text);
      return micros === null || micros === undefined ? micros : { amountMicros: micros, currencyCode: form.currency };
    }
    case 'percent': return numberOf(text);
    case 'count': {
      const count = numberOf(text);
      return count === null || Number.isInteger(count) ? count : undefined;
    }
    case 'date':
    case 'choice': return text || null;
    default: return text;
  }
};

/** A phone as Twenty keeps it; null for none, undefined for what is no phone. */
export const phoneOf = (text: string): Record<string, string> | null | undefined => {
  if (text.trim() === '') return null;
  const digits = text.replace(/[\s().-]/g, '');
  if (!/^\+?\d{7,15}$/.test(digits)) return undefined;
  // As it is written at home: ten digits, with or without the eight.
  const home = /^(?:\+?7|8)?(\d{10})$/.exec(digits)?.[1];
  return home
    ? { primaryPhoneNumber: home, primaryPhoneCallingCode: '+7', primaryPhoneCountryCode: 'RU' }
    : { primaryPhoneNumber: digits };
};

/** The moment of the visit: now if it is today, else at noon, so that no time zone makes it another day. */
const momentOf = (day: string, { now, timeZone }: Clock): string | null => {
  if (day === '') return null;
  return day === dayOf(now.toISOString(), timeZone) ? now.toISOString() : new Date(`${day}T12:00:00`).toISOString();
};

export type Clock = { now: Date; timeZone: string };

/** The visit's own fields, as the record has them: only what this direction asks for. */
export const factsOf = (form: Form, particulars: Particulars | null, clock: Clock): Facts => ({
  visitedAt: momentOf(form.visitedOn, clock),
  ...Object.fromEntries(SECTIONS.flatMap((section) => fieldsOf(section, particulars)).map((name) => [name, meaningOf(name, form)])),
});

export type Wrong = { place: Place } & ({ code: 'NEEDED' } | { code: 'UNREADABLE'; kind: 'money' | 'percent' | 'count' | 'phone' } | { code: 'PROBLEM'; problem: Problem });

/**
 * Everything that is wrong with a form.
 *
 * @param complete whether what is missing is wrong too: it is not while the form is being filled in
 */
export const wrongIn = (form: Form, particulars: Particulars | null, clock: Clock, complete: boolean): Wrong[] => {
  const facts = factsOf(form, particulars, clock);
  const unreadable = (Object.keys(facts) as FieldName[])
    .filter((name) => facts[name] === undefined)
    .map((name): Wrong => ({ place: name, code: 'UNREADABLE', kind: FIELDS[name].kind as 'money' }));
  const { fresh } = form.client;
  const missing: Place[] = [
    ...(form.client.known || fresh?.lastName.trim() ? [] : ['client' as const]),
    ...(form.directionId ? [] : ['direction' as const]),
    ...(form.visitedOn ? [] : ['visitedAt' as const]),
  ];
  const order = ({ place }: Wrong) => SECTIONS.indexOf(sectionOf(place));
  const wrongs: Wrong[] = [
    ...(complete ? missing.map((place): Wrong => ({ place, code: 'NEEDED' })) : []),
    ...(fresh && phoneOf(fresh.phone) === undefined ? [{ place: 'phone', code: 'UNREADABLE', kind: 'phone' } as const] : []),
    ...unreadable,
    ...problemsOf('firstVisit', facts, clock.timeZone)
      .filter(({ code }) => code !== 'MISSING')
      .map((problem): Wrong => ({ place: problem.fields[0] as Place, code: 'PROBLEM', problem })),
  ];
  return wrongs.sort((one, other) => order(one) - order(other));
};

type Row = { id: string } & Record<string, unknown>;
/** What opening the case writes, in this order. The visit comes last: with it the workers begin. */
export type Writes = { person: Row[]; company: Row[]; legalCase: Row[]; caseDocument: Row[]; firstVisit: Row[] };

/** Somebody who is new; nobody without a name. */
const personRows = (id: string, { fresh }: Party<NewPerson>): Row[] => {
  if (!fresh?.lastName.trim()) return [];
  const phone = phoneOf(fresh.phone);
  const name = { firstName: fresh.firstName.trim(), lastName: fresh.lastName.trim() };
  return [{ id, name, ...(phone ? { phones: phone } : {}), ...(fresh.birthDate ? { birthDate: fresh.birthDate } : {}) }];
};

/** @param requirements what a case of this direction needs */
export const writesOf = (form: Form, ids: Ids, particulars: Particulars | null, requirements: Requirement[], clock: Clock): Writes => {
  const { client, opponent, opponentPerson } = form;
  const company = (id: string, { fresh }: Party<NewCompany>): Row[] => (fresh?.name.trim() ? [{ id, name: fresh.name.trim() }] : []);
  const companyId = (id: string, party: Party<NewCompany>): string | null => party.known?.id ?? (party.fresh?.name.trim() ? id : null);
  const asksEmployer = particulars === 'OCCUPATIONAL';
  const employer = asksEmployer && form.employer ? form.employer : NOBODY;
  const opponentId = companyId(ids.opponent, opponent);
  const employerId = form.employer ? companyId(ids.employer, employer) : opponentId;
  const clientId = client.known?.id ?? ids.person;
  const others = personRows(ids.opponentPerson, opponentPerson);
  const facts = factsOf(form, particulars, clock);
  return {
    person: [...personRows(ids.person, client), ...others],
    company: [...company(ids.opponent, opponent), ...company(ids.employer, employer)],
    legalCase: [{
      id: ids.legalCase,
      clientId,
      opponentId,
      opponentPersonId: opponentPerson.known?.id ?? others[0]?.id ?? null,
      directionId: form.directionId,
      regionId: form.regionId,
      departmentId: form.departmentId,
      leadId: form.leadId,
      openedAt: form.visitedOn,
    }],
    caseDocument: requirements.map(({ id, name }) => ({
      id: v5(id, ids.legalCase),
      name: name ?? '',
      legalCaseId: ids.legalCase,
      requirementId: id,
    })),
    firstVisit: [{
      id: ids.visit,
      visitStatus: 'TAKEN',
      draft: null,
      legalCaseId: ids.legalCase,
      clientId,
      ...(asksEmployer ? { employerId } : {}),
      ...facts,
    }],
  };
};

const VERSION = 1;

export type Draft = { form: Form; ids: Ids };

/** A draft as it is kept in the visit's `draft`. */
export const packDraft = ({ form, ids }: Draft): object => ({ version: VERSION, form, ids });

type Loose = Record<string, unknown>;
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const partyOf = <New>(value: unknown, fields: (keyof New & string)[]): Party<New> => {
  const { known, fresh } = isLoose(value) ? value : ({} as Loose);
  return {
    known: isLoose(known) && typeof known.id === 'string' ? { id: known.id, name: textOf(known.name) } : null,
    fresh: isLoose(fresh) ? (Object.fromEntries(fields.map((field) => [field, textOf(fresh[field])])) as New) : null,
  };
};

/** Reads a kept draft, whoever wrote it; null for what is none. Fields that the form no longer asks are dropped. */
export const unpackDraft = (parsed: unknown): Draft | null => {
  if (!isLoose(parsed) || parsed.version !== VERSION || !isLoose(parsed.form) || !isLoose(parsed.ids)) return null;
  const { form, ids } = parsed;
  const fresh = chooseIds();
  const id = (value: unknown): string | null => textOf(value) || null;
  const values = isLoose(form.values) ? form.values : {};
  const company: (keyof NewCompany)[] = ['name'];
  const person: (keyof NewPerson)[] = ['lastName', 'firstName', 'phone', 'birthDate'];
  return {
    ids: Object.fromEntries(Object.entries(fresh).map(([key, other]) => [key, textOf(ids[key]) || other])) as Ids,
    form: {
      client: partyOf<NewPerson>(form.client, person),
      opponent: partyOf<NewCompany>(form.opponent, company),
      opponentPerson: partyOf<NewPerson>(form.opponentPerson, person),
      employer: isLoose(form.employer) ? partyOf<NewCompany>(form.employer, company) : null,
      directionId: id(form.directionId),
      regionId: id(form.regionId),
      departmentId: id(form.departmentId),
      leadId: id(form.leadId),
      visitedOn: textOf(form.visitedOn),
      currency: textOf(form.currency) || 'RUB',
      values: Object.fromEntries(NAMES.map((name) => [name, textOf(values[name])])) as Record<FieldName, string>,
    },
  };
};
