import { CASE_STAGE, type CaseStage, type Completion, type DocumentStatus, type EventGroup, type Responsibility } from '../../custom-objects/vocabulary';
import { ApiError } from '../lib/api';
import { find, findById } from '../lib/store';
import type { Requirement } from '../firstVisit/directions';

export type CaseHead = { id: string; number: string | null; title: string | null; stage: CaseStage | null; directionId: string | null };

export const loadCase = (id: string): Promise<CaseHead | null> => findById('legalCase', id, 'id number title stage directionId');

export type CaseDocument = {
  id: string;
  name: string | null;
  status: DocumentStatus | null;
  requestedAt: string | null;
  receivedAt: string | null;
  receivedFrom: string | null;
  isOriginal: boolean | null;
  storagePlace: string | null;
  requirementId: string | null;
  requirement: { stage: CaseStage | null; isMandatory: boolean | null } | null;
};

const DOCUMENT = 'id name status requestedAt receivedAt receivedFrom isOriginal storagePlace requirementId requirement { stage isMandatory }';

export const loadDocuments = (caseId: string): Promise<CaseDocument[]> =>
  find('caseDocument', DOCUMENT, { filter: { legalCaseId: { eq: caseId } }, orderBy: [{ name: 'AscNullsLast' }] });

export const isMissing = ({ status }: Pick<CaseDocument, 'status'>): boolean => status === null || status === 'REQUIRED' || status === 'REQUESTED' || status === 'REJECTED';

export type StageDocuments = { stage: CaseStage | null; documents: CaseDocument[] };

/** The documents by the stage by which they must be there, in the order of the stages; what no stage asks for comes last. */
export const byStage = (documents: CaseDocument[]): StageDocuments[] =>
  [...CASE_STAGE.map(({ value }) => value), null]
    .map((stage) => ({ stage, documents: documents.filter(({ requirement }) => (requirement?.stage ?? null) === stage) }))
    .filter((group) => group.documents.length > 0);

/** What the direction needs and the case does not list, though it may have been listed under the same name by hand. */
export const notListed = (needed: Requirement[], documents: CaseDocument[]): Requirement[] => {
  const plain = (name: string | null) => name?.trim().toLowerCase() ?? '';
  return needed.filter(({ id, name }) => !documents.some((document) => document.requirementId === id || (plain(name) !== '' && plain(document.name) === plain(name))));
};

export type CaseEvent = {
  id: string;
  title: string | null;
  completion: Completion | null;
  startedAt: string | null;
  dueAt: string | null;
  waitingSince: string | null;
  missingDocuments: string | null;
  sourceKey: string | null;
  legalCaseId: string | null;
  kind: { code: string | null; name: string | null } | null;
  legalCase: { number: string | null; title: string | null } | null;
};

const EVENT = `id title completion startedAt dueAt waitingSince missingDocuments sourceKey legalCaseId
  kind { code name } legalCase { number title }`;

export const loadEvent = (id: string): Promise<CaseEvent | null> => findById('caseEvent', id, EVENT);

export const OPEN: Completion[] = ['PLANNED', 'IN_PROGRESS', 'WAITING'];
export const isOpen = ({ completion }: Pick<CaseEvent, 'completion'>): boolean => OPEN.includes(completion ?? 'PLANNED');

export const eventTitle = ({ title, kind }: Pick<CaseEvent, 'title' | 'kind'>): string => title?.trim() || kind?.name?.trim() || '—';

export type Responsible = { id: string; memberId: string | null; responsibility: Responsibility | null };

export const loadResponsibles = (eventId: string): Promise<Responsible[]> =>
  find('eventResponsible', 'id memberId responsibility', { filter: { caseEventId: { eq: eventId } }, orderBy: [{ createdAt: 'AscNullsLast' }] });

export type EventKind = { id: string; name: string | null; code: string | null; eventGroup: EventGroup | null; normDays: number | null; isActive: boolean | null };

export const loadKinds = (): Promise<EventKind[]> => find('eventKind', 'id name code eventGroup normDays isActive', { orderBy: [{ name: 'AscNullsLast' }] });

/** Null where the viewer's role may not read it; whatever else goes wrong stays wrong. */
export const ifAllowed = <T>(reading: Promise<T>): Promise<T | null> =>
  reading.catch((error: unknown) => {
    if (error instanceof ApiError && error.kind === 'permission') return null;
    throw error;
  });

