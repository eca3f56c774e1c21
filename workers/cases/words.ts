/** The words that the workers write on a case's records, in the office's language. Pure, as the rules are. */
import type { Language, Words } from '../correspondence/words';
import { written } from './calendar';
import type { Part } from './bundle';
import type { Instance } from './problems';

export type Speech = { language: Language; timeZone: string };

/** Names of the kinds that the rules know, for an office that has thrown the kind itself away. */
const KINDS = {
  FIRST_VISIT: { en: 'First visit', ru: 'Первый визит' },
  ATTORNEY_REQUEST: { en: 'Attorney request', ru: 'Адвокатский запрос' },
  TRANSFER_TO_COURT: { en: 'Transfer to court', ru: 'Передача в суд' },
  TRANSFER_TO_HIGHER_COURT: { en: 'Transfer to a higher court', ru: 'Передача в вышестоящую инстанцию' },
  COURT_HEARING: { en: 'Court hearing', ru: 'Судебное заседание' },
  COURT_DECISION: { en: 'Court decision', ru: 'Судебное решение' },
} satisfies Record<string, Words>;
export type KindCode = keyof typeof KINDS;

const OUTCOMES: Record<NonNullable<Part<'courtDecisions'>['outcome']>, Words> = {
  GRANTED: { en: 'granted', ru: 'удовлетворено' },
  PARTLY_GRANTED: { en: 'granted in part', ru: 'удовлетворено частично' },
  DENIED: { en: 'denied', ru: 'отказано' },
  SETTLED: { en: 'settled', ru: 'мировое соглашение' },
  DISMISSED: { en: 'dismissed', ru: 'прекращено или оставлено без рассмотрения' },
};

const INSTANCES: Record<Instance, Words> = {
  FIRST: { en: 'First instance', ru: 'Первая инстанция' },
  APPEAL: { en: 'Appeal', ru: 'Апелляция' },
  CASSATION: { en: 'Cassation', ru: 'Кассация' },
  SUPERVISORY: { en: 'Supervision', ru: 'Надзор' },
};

const DETAILS = {
  APPEAL_BY: { en: 'appeal by', ru: 'обжаловать до' },
  APPEAL: { en: 'Appeal against', ru: 'Обжаловать' },
  REQUEST_TO: { en: 'Request to', ru: 'Запрос:' },
  RECOVERY: { en: 'Recovery', ru: 'Взыскание' },
  CONTROL: { en: 'Control', ru: 'Контроль' },
  FINANCE: { en: 'Finance', ru: 'Финансы' },
  AGAINST: { en: 'v.', ru: 'против' },
  CASE: { en: 'Case', ru: 'Дело' },
  DOCUMENT: { en: 'Document', ru: 'Документ' },
  NOBODY: { en: 'Nobody', ru: 'Никто' },
} satisfies Record<string, Words>;

/** What a record is called where a case tells of what is wrong in it. */
const RECORDS = {
  caseEvent: { en: 'Event', ru: 'Событие' },
  eventResponsible: { en: 'Responsible', ru: 'Ответственный' },
  firstVisit: KINDS.FIRST_VISIT,
  attorneyRequest: KINDS.ATTORNEY_REQUEST,
  caseDocument: DETAILS.DOCUMENT,
  courtFiling: { en: 'Court filing', ru: 'Обращение в суд' },
  courtHearing: KINDS.COURT_HEARING,
  courtDecision: KINDS.COURT_DECISION,
  recovery: DETAILS.RECOVERY,
  clientAssignment: { en: 'Client assignment', ru: 'Поручение клиента' },
} satisfies Record<string, Words>;
export type RecordObject = keyof typeof RECORDS;

const joined = (separator: string, ...parts: (string | null | undefined | false)[]): string =>
  parts.map((part) => part && part.trim()).filter(Boolean).join(separator);

export const personName = (person: { name: { firstName: string | null; lastName: string | null } | null } | null, language: Language): string | null =>
  // In Russian papers the family name comes first.
  joined(' ', ...(language === 'ru' ? [person?.name?.lastName, person?.name?.firstName] : [person?.name?.firstName, person?.name?.lastName])) || null;

export const kindName = (code: KindCode, name: string | null | undefined, { language }: Speech): string => name?.trim() || KINDS[code][language];

/** An event's title: its kind, and what tells it from others of the kind. */
export const eventTitle = (kind: string, ...details: (string | null | undefined | false)[]): string => joined(': ', kind, joined(', ', ...details));

/** Not the outcome: everybody reads the title of an event, but not everybody a decision. */
export const decisionDetails = (decision: Part<'courtDecisions'>, appealDueAt: string | null, speech: Speech) => [
  decision.court?.name,
  appealDueAt && `${DETAILS.APPEAL_BY[speech.language]} ${written(appealDueAt, speech)}`,
];

export const appealStep = (decision: Part<'courtDecisions'>, { language }: Speech): string =>
  joined(' ', DETAILS.APPEAL[language], decision.instance ? `(${INSTANCES[decision.instance][language].toLowerCase()})` : KINDS.COURT_DECISION[language].toLowerCase());

const on = (time: string | null, speech: Speech): string | null => time && written(time, speech);

export const visitName = ({ visitedAt, client }: Part<'firstVisits'>, speech: Speech): string =>
  joined(', ', KINDS.FIRST_VISIT[speech.language], personName(client, speech.language), on(visitedAt, speech)?.slice(0, 10));

export const filingName = ({ instance, court, filedAt }: Part<'courtFilings'>, speech: Speech): string =>
  joined(', ', instance ? INSTANCES[instance][speech.language] : RECORDS.courtFiling[speech.language], court?.name, on(filedAt, speech));

export const hearingName = ({ scheduledAt, court }: Part<'courtHearings'>, speech: Speech): string =>
  joined(', ', KINDS.COURT_HEARING[speech.language], court?.name, on(scheduledAt, speech));

export const decisionName = ({ outcome, instance, court, decidedAt }: Part<'courtDecisions'>, speech: Speech): string =>
  joined(', ', instance ? INSTANCES[instance][speech.language] : KINDS.COURT_DECISION[speech.language], outcome && OUTCOMES[outcome][speech.language], court?.name, on(decidedAt, speech));

export const recoveryName = ({ kind, payer }: Part<'recoveries'>, { language }: Speech): string =>
  joined(', ', kind?.name ?? DETAILS.RECOVERY[language], payer?.name);

export const responsibleName = ({ member }: Part<'eventResponsibles'>, title: string | null, { language }: Speech): string =>
  joined(': ', personName(member, language) ?? DETAILS.NOBODY[language], title);

export const requestSubject = ({ addressee }: Part<'attorneyRequests'>, { language }: Speech): string =>
  addressee?.name ? `${DETAILS.REQUEST_TO[language]} ${addressee.name}` : KINDS.ATTORNEY_REQUEST[language];

export const documentName = ({ requirement }: Part<'caseDocuments'>, { language }: Speech): string => requirement?.name ?? DETAILS.DOCUMENT[language];

export const caseTitle = (
  { client, opponent, opponentPerson }: { client: Parameters<typeof personName>[0]; opponent: { name: string | null } | null; opponentPerson: Parameters<typeof personName>[0] },
  { language }: Speech,
): string | null => joined(` ${DETAILS.AGAINST[language]} `, personName(client, language), opponent?.name ?? personName(opponentPerson, language)) || null;

const rowName = (word: Words, { number, title }: { number: string | null; title: string | null }, { language }: Speech): string =>
  joined(' ', `${word[language]}:`, number, title ?? DETAILS.CASE[language]);

export const financeName = (legalCase: { number: string | null; title: string | null }, speech: Speech): string => rowName(DETAILS.FINANCE, legalCase, speech);

export const controlName = (legalCase: { number: string | null; title: string | null }, speech: Speech): string => rowName(DETAILS.CONTROL, legalCase, speech);

export const recordWord = (object: RecordObject, { language }: Speech): string => RECORDS[object][language];

/** How many problems a record has that not everybody may read. */
export const problemCount = (count: number, { language }: Speech): string =>
  language === 'ru' ? `есть что исправить (${count}).` : `something to correct (${count}).`;
