import { msg, type MessageDescriptor } from 'twenty-sdk/front-component';
import type { Kind } from './data';

/** What a column may be taken for; as workers/import/columns.ts has it, which itself is no code for a page. */
const LABELS = {
  client: msg('Client'),
  lastName: msg('Last name'),
  firstName: msg('First name'),
  patronymic: msg('Patronymic'),
  clientType: msg('Person or company'),
  birthDate: msg('Birth date'),
  inn: msg('INN'),
  phone: msg('Phone'),
  email: msg('E-mail'),
  region: msg('Region'),
  direction: msg('Direction'),
  folder: msg('Folder'),
  parent: msg('Parent folder'),
  number: msg('Number'),
  caseNumber: msg('Number of the case'),
  title: msg('Title'),
  opponent: msg('Opponent'),
  department: msg('Department'),
  responsible: msg('Responsible'),
  court: msg('Court'),
  stage: msg('Stage'),
  startedAt: msg('Beginning'),
  completedAt: msg('End'),
  dueAt: msg('Due'),
  eventKind: msg('Kind of event'),
  completion: msg('How far the event is'),
  claimed: msg('Claimed'),
  awarded: msg('Awarded'),
  collected: msg('Collected'),
  recoveryKind: msg('Recovery kind'),
  flow: msg('Incoming or outgoing'),
  subject: msg('Subject'),
  correspondent: msg('Correspondent'),
  registeredAt: msg('Day of registration'),
  documentDate: msg('Date of the document'),
  deliveryMethod: msg('Delivery method'),
  trackingNumber: msg('Tracking number'),
  place: msg('Where the original is'),
  status: msg('Status'),
  registeredBy: msg('Registered by'),
  step: msg('Step: action'),
  stepAt: msg('Step: when'),
  stepBy: msg('Step: by whom'),
  stepTo: msg('Step: to whom'),
  stepDepartment: msg('Step: to which department'),
  reason: msg('Step: reason'),
} satisfies Record<string, MessageDescriptor>;
type Field = keyof typeof LABELS;

const PERSON: Field[] = ['lastName', 'firstName', 'patronymic', 'birthDate', 'inn', 'phone', 'email'];

const FIELDS: Record<Kind, Field[]> = {
  CLIENTS: ['client', ...PERSON, 'clientType', 'region', 'direction', 'folder'],
  FOLDERS: ['folder', 'title', 'parent', 'region', 'direction', 'client', 'birthDate', 'inn'],
  CASES: ['number', 'caseNumber', 'title', 'client', ...PERSON, 'opponent', 'direction', 'region', 'department', 'responsible', 'court', 'stage', 'startedAt', 'completedAt'],
  EVENTS: [
    'eventKind', 'number', 'caseNumber', 'client', ...PERSON, 'direction', 'region', 'startedAt', 'completedAt', 'dueAt', 'responsible', 'title', 'subject', 'completion',
    'court', 'department', 'claimed', 'awarded', 'collected', 'recoveryKind', 'opponent', 'correspondent',
  ],
  LETTERS: [
    'number', 'flow', 'subject', 'title', 'registeredAt', 'startedAt', 'documentDate', 'correspondent', 'client', 'caseNumber', 'deliveryMethod', 'trackingNumber', 'dueAt', 'place',
    'status', 'registeredBy', 'responsible', 'department', 'step', 'stepAt', 'stepBy', 'stepTo', 'stepDepartment', 'reason',
  ],
};

export const labelOf = (field: string): MessageDescriptor | null => LABELS[field as Field] ?? null;
export const fieldsOf = (kind: Kind | null): Field[] => (kind ? FIELDS[kind] : (Object.keys(LABELS) as Field[]));
