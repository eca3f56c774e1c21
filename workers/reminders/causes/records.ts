/** The records of which people are reminded, as Twenty gives them. */
import { z } from 'zod';
import { ASSIGNMENT_STATUS, CASE_STAGE, COMPLETION, HEARING_OUTCOME, INSTANCE, REQUEST_STATUS, RESPONSIBILITY } from '../../../custom-objects/vocabulary';
import { oneOf, text } from '../../cases/bundle';
import type { Filter, Records } from '../../twenty/records';

const id = z.string().nullable();
const time = z.string().nullable();
const nodes = <Node>(node: z.ZodType<Node>) => z.object({ edges: z.array(z.object({ node })) }).transform(({ edges }) => edges.map((edge) => edge.node));

// Twenty loses whatever hangs below a to-one relation unless the related record's `deletedAt` is asked for as well.
const EVENT = 'id title completion departmentId missingDocuments deletedAt responsibles { edges { node { memberId responsibility } } }';
const event = {
  id: z.string(), title: text, completion: oneOf(COMPLETION), departmentId: id, missingDocuments: text,
  responsibles: nodes(z.object({ memberId: id, responsibility: oneOf(RESPONSIBILITY) })),
};
const CASE = 'id number title stage leadId departmentId deletedAt';
const FILINGS = 'courtFilings { edges { node { id instance filedAt } } }';
const legalCase = { id: z.string(), number: text, title: text, stage: oneOf(CASE_STAGE), leadId: id, departmentId: id };
const COURT = 'court { name }';
const court = z.object({ name: text }).nullable();

const inCase = (more = '') => `id updatedAt legalCaseId legalCase { ${CASE} ${more} }`;
const ofCase = { id: z.string(), updatedAt: z.string(), legalCaseId: id, legalCase: z.object(legalCase).nullable() };
const satelliteOf = (more = '') => `${inCase(more)} caseEventId caseEvent { ${EVENT} }`;
const satellite = { ...ofCase, caseEventId: id, caseEvent: z.object(event).nullable() };

const HEARING = z.object({ ...satellite, scheduledAt: time, endsAt: time, room: text, outcome: oneOf(HEARING_OUTCOME), court });
const DECISION = z.object({
  ...satellite,
  decidedAt: time, appealDueAt: time, instance: oneOf(INSTANCE), court,
  legalCase: z.object({ ...legalCase, courtFilings: nodes(z.object({ id: z.string(), instance: oneOf(INSTANCE), filedAt: time })) }).nullable(),
});
const REQUEST = z.object({ ...satellite, subject: text, dueAt: time, status: oneOf(REQUEST_STATUS), addressee: z.object({ name: text }).nullable() });
const CASE_EVENT = z.object({ ...ofCase, ...event, sourceKey: text, dueAt: time, waitingSince: time, court });
const ASSIGNMENT = z.object({ ...ofCase, title: text, status: oneOf(ASSIGNMENT_STATUS), dueAt: time, responsibleId: id });

export type Hearing = z.output<typeof HEARING>;
export type Decision = z.output<typeof DECISION>;
export type Request = z.output<typeof REQUEST>;
export type CaseEvent = z.output<typeof CASE_EVENT>;
export type Assignment = z.output<typeof ASSIGNMENT>;

/** What is read of the cases to know of what people are to be told. */
export type Found = { hearings: Hearing[]; decisions: Decision[]; requests: Request[]; events: CaseEvent[]; assignments: Assignment[] };

/** Of which records; of a list that is not named, of none. */
export type Wanted = { [List in keyof Found]?: Filter };

/** One operation a list, however many records: of 5,000 each. */
export const readFound = async (records: Records, wanted: Wanted): Promise<Found> => {
  const { hearings, decisions, requests, events, assignments } = wanted;
  const priority = 'reminders';
  const read = await Promise.all([
    hearings ? records.findAll('courtHearing', { filter: hearings, fields: `${satelliteOf()} scheduledAt endsAt room outcome ${COURT}`, node: HEARING, priority }) : [],
    decisions
      ? records.findAll('courtDecision', {
          filter: decisions,
          fields: `${satelliteOf(FILINGS)} decidedAt appealDueAt instance ${COURT}`,
          node: DECISION,
          priority,
        })
      : [],
    requests ? records.findAll('attorneyRequest', { filter: requests, fields: `${satelliteOf()} subject dueAt status addressee { name }`, node: REQUEST, priority }) : [],
    events ? records.findAll('caseEvent', { filter: events, fields: `${inCase()} ${EVENT} sourceKey dueAt waitingSince ${COURT}`, node: CASE_EVENT, priority }) : [],
    assignments ? records.findAll('clientAssignment', { filter: assignments, fields: `${inCase()} title status dueAt responsibleId`, node: ASSIGNMENT, priority }) : [],
  ]);
  return { hearings: read[0], decisions: read[1], requests: read[2], events: read[3], assignments: read[4] };
};

const between = (field: string, from: string | null, until: string): Filter => ({
  and: [...(from === null ? [] : [{ [field]: { gte: from } }]), { [field]: { lte: until } }],
});
const isOrUnset = (field: string, values: unknown[]): Filter => ({ or: [{ [field]: { in: values } }, { [field]: { is: 'NULL' } }] });

/** Open records with something between these days and moments; what is overdue is there however old it is. */
export const openBetween = (from: Date, until: Date, outcomes: Hearing['outcome'][] = ['SCHEDULED']): Required<Wanted> => {
  const [since, to] = [from.toISOString(), until.toISOString()];
  return {
    hearings: { and: [isOrUnset('outcome', outcomes), between('scheduledAt', since, to)] },
    // A day more on each side: the office's day may differ from that of Greenwich.
    decisions: between('appealDueAt', new Date(from.getTime() - 86_400_000).toISOString().slice(0, 10), to.slice(0, 10)),
    requests: { and: [{ status: { eq: 'SENT' } }, between('dueAt', null, to.slice(0, 10))] },
    events: {
      or: [
        { and: [{ completion: { eq: 'WAITING' } }, { waitingSince: { is: 'NOT_NULL' } }] },
        { and: [isOrUnset('completion', ['PLANNED', 'IN_PROGRESS']), between('dueAt', null, to)] },
      ],
    },
    assignments: { and: [isOrUnset('status', ['NEW', 'IN_PROGRESS']), between('dueAt', null, to)] },
  };
};
