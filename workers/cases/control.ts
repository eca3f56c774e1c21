/** Where a case stands, in one row for those who watch over all of them. */
import type { Bundle, Part } from './bundle';
import { isOpen } from './events';
import { dayOf } from './problems';

type Standing = Pick<Bundle['legalCase'], 'stage' | 'instance' | 'closedAt' | 'lastMovementAt' | 'directionId' | 'regionId' | 'departmentId' | 'leadId'>;

const DAY_MS = 86_400_000;

/** Papers that the case needs: all that are listed in it, but for those that turned out not to be needed. */
export const requiredCount = (documents: Bundle['caseDocuments']): number => documents.filter(({ status }) => status !== 'NOT_NEEDED').length;
/** Papers of those that are in. */
export const receivedCount = (documents: Bundle['caseDocuments']): number => documents.filter(({ status }) => status === 'RECEIVED').length;

const isSent = ({ status }: Part<'attorneyRequests'>): boolean => status === 'SENT' || status === 'ANSWERED' || status === 'REFUSED';
/** Requests that were sent, whatever came back. */
export const requestsSent = (requests: Bundle['attorneyRequests']): number => requests.filter(isSent).length;
/** Requests that were sent and not answered yet. */
export const requestsOpen = (requests: Bundle['attorneyRequests']): number => requests.filter(({ status }) => status === 'SENT').length;
/** Of those, requests whose day for the answer is over. */
export const requestsOverdue = (requests: Bundle['attorneyRequests'], today: string): number =>
  requests.filter(({ status, dueAt }) => status === 'SENT' && dueAt !== null && dueAt < today).length;

/** Events that are planned, in progress or waiting. */
export const openEvents = (events: Pick<Part<'caseEvents'>, 'completion'>[]): number => events.filter(({ completion }) => isOpen(completion)).length;
/** Whether some event waits for the client. */
export const awaitsClient = (events: Pick<Part<'caseEvents'>, 'completion'>[]): boolean => events.some(({ completion }) => completion === 'WAITING');
const isOver = ({ stage, closedAt }: Pick<Standing, 'stage' | 'closedAt'>): boolean => stage === 'ARCHIVED' || closedAt !== null;
/** Days of the office's calendar since anything last happened; in a case that is over nothing has to happen. */
export const daysWithoutMovement = (standing: Pick<Standing, 'stage' | 'closedAt' | 'lastMovementAt'>, today: string, timeZone: string): number | null =>
  standing.lastMovementAt === null || isOver(standing) ? null : Math.max(0, Math.round((Date.parse(today) - Date.parse(dayOf(standing.lastMovementAt, timeZone))) / DAY_MS));
/** A case that is not over, in which nothing is open, so that nothing will bring anybody back to it; an event that waits is open. */
export const isForgotten = (standing: Pick<Standing, 'stage' | 'closedAt'>, events: Pick<Part<'caseEvents'>, 'completion'>[]): boolean =>
  !isOver(standing) && openEvents(events) === 0;

export const controlOf = (input: {
  standing: Standing;
  facts: Pick<Bundle, 'caseEvents' | 'caseDocuments' | 'attorneyRequests'>;
  missing: string | null;
  today: string;
  timeZone: string;
}) => {
  const { standing, facts: { caseEvents, caseDocuments, attorneyRequests }, missing, today, timeZone } = input;
  const { stage, instance, lastMovementAt, directionId, regionId, departmentId, leadId } = standing;
  return {
    stage, instance, lastMovementAt, directionId, regionId, departmentId, leadId,
    requiredCount: requiredCount(caseDocuments),
    receivedCount: receivedCount(caseDocuments),
    missingDocuments: missing,
    requestsSent: requestsSent(attorneyRequests),
    requestsOpen: requestsOpen(attorneyRequests),
    requestsOverdue: requestsOverdue(attorneyRequests, today),
    openEvents: openEvents(caseEvents),
    awaitsClient: awaitsClient(caseEvents),
    daysWithoutMovement: daysWithoutMovement(standing, today, timeZone),
    isForgotten: isForgotten(standing, caseEvents),
  };
};
