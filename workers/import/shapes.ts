/** What rows of each kind are made of. Pure, and without the workers' packages: the page of imports offers the same. */
import type { IMPORT_KIND } from '../../custom-objects/vocabulary';

export type Kind = (typeof IMPORT_KIND)[number]['value'];
export const KINDS: readonly Kind[] = ['CLIENTS', 'FOLDERS', 'CASES', 'EVENTS', 'LETTERS'];

const PERSON = ['lastName', 'firstName', 'patronymic', 'birthDate', 'inn', 'phone', 'email'] as const;

/** What a column may be taken for. */
export const FIELDS_OF = {
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
} as const satisfies Record<Kind, readonly string[]>;

export type Field = (typeof FIELDS_OF)[Kind][number];
