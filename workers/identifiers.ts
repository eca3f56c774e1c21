import { v5 } from 'uuid';

/** Whatever the workers create has an id computed from its cause, so doing it again changes nothing. */
const NAMESPACE = 'b1b0a0a6-55b6-5f0e-9a3f-3f1c52f5a7d1';
const consequence = (...cause: string[]): string => v5(cause.join('/'), NAMESPACE);

/**
 * People choose the id of the rows and letters that they write, and could write a row under this one before the letter, for the
 * letter's beginning to take its place: so it is none that they can compute.
 */
export const registerRowId = (letterId: string, secret: string): string => v5(`register/${letterId}`, consequence('secret', secret));
export const incidentId = (rowId: string, foundUpdatedAt: string): string => consequence('incident', rowId, foundUpdatedAt);
export const reminderId = (rowId: string, recipientId: string): string => consequence('reminder', rowId, recipientId);
export const escalationId = (rowId: string, recipientId: string): string => consequence('escalation', rowId, recipientId);
/** A hand-over is known by its letter and time, which both the letter and its reminders carry. */
export const taskId = (letterId: string, handedOverAt: string): string => consequence('task', letterId, handedOverAt);
export const taskTargetId = (task: string): string => consequence('taskTarget', task);
/** A row that the office begins with is known by its code, or by what takes a code's place. */
export const catalogueId = (object: string, code: string): string => consequence('catalogue', object, code);
/** An event is known by the record that it tells of. */
export const caseEventId = (sourceKey: string): string => consequence('caseEvent', sourceKey);
/** There is one. */
export const officeId = (): string => consequence('office');
export const caseFinanceId = (caseId: string): string => consequence('caseFinance', caseId);
export const caseControlId = (caseId: string): string => consequence('caseControl', caseId);
/** A row of a register is known by what it is of. */
export const eventDurationId = (key: string): string => consequence('eventDuration', key);
export const courtDecisionTotalId = (key: string): string => consequence('courtDecisionTotal', key);
/** One for each person who is told of something in a case; the head who is told because the others did not act has another. */
export const caseReminderId = (kind: string, recordId: string, recipientId: string, isEscalation: boolean): string =>
  consequence('caseReminder', kind, recordId, recipientId, ...(isEscalation ? ['escalation'] : []));
export const serviceStatusId = (part: string): string => consequence('serviceStatus', part);
/** A proposal is known by its client and what is proposed, so that what was decided once is not proposed again. */
export const classificationProposalId = (clientId: string, targetIds: string[]): string => consequence('classificationProposal', clientId, ...targetIds);
/** A region or direction of a client; another where a person made something else of that one. */
export const clientTargetId = (object: 'clientRegion' | 'clientDirection', clientId: string, targetId: string, proposalId = ''): string =>
  consequence(object, clientId, targetId, proposalId);
/** What comes from another system is known by what it is there, so that the same line twice is the same record. */
export const importedId = (object: string, ...key: string[]): string => consequence('imported', object, ...key);
export const importPartId = (runId: string, firstLine: number): string => consequence('importPart', runId, String(firstLine));
