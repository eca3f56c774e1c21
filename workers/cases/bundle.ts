/** The records of a case as Twenty gives them: which fields are read, and what they look like. */
import { z } from 'zod';
import {
  ASSIGNMENT_STATUS, CASE_STAGE, COMPLETION, COURT_LEVEL, DECISION_OUTCOME, DOCUMENT_STATUS, EVENT_GROUP, HEARING_OUTCOME, INSTANCE,
  REQUEST_STATUS, VISIT_STATUS,
} from '../../custom-objects/vocabulary';

/** Twenty gives an unset text as an empty one. */
export const text = z.string().nullable().transform((value) => value || null);
const id = z.string().nullable();
const day = z.string().nullable();
const time = z.string().nullable();
const number = z.number().nullable();
const yes = z.boolean().nullable();
/** An option that the firm added by hand is none that the rules know. */
export const oneOf = <const Value extends string>(options: { value: Value }[]) =>
  z.enum(options.map(({ value }) => value) as [Value, ...Value[]]).nullable().catch(null);
const money = z
  .object({ amountMicros: z.union([z.string(), z.number()]).nullable(), currencyCode: text })
  .nullable()
  .transform((value) => value ?? { amountMicros: null, currencyCode: null });
const fullName = z.object({ firstName: text, lastName: text });
const named = z.object({ name: text }).nullable();
const court = z.object({ name: text, level: oneOf(COURT_LEVEL) }).nullable();
/** The event that the workers made of a record, to know the case in which it was before. */
const event = z.object({ legalCaseId: id }).nullable();

const MONEY = 'amountMicros currencyCode';
const WRITTEN = 'id problem legalCaseId createdAt updatedAt deletedAt';
const written = { id: z.string(), problem: text, legalCaseId: id, createdAt: z.string(), updatedAt: z.string(), deletedAt: time };
const SATELLITE = `${WRITTEN} caseEventId caseEvent { legalCaseId }`;
const satellite = { ...written, caseEventId: id, caseEvent: event };

/** Everything that belongs to a case by its `legalCase`, under the name of the list that the case has of it. */
export const PARTS = {
  caseEvents: {
    object: 'caseEvent',
    fields: `${WRITTEN} title completion eventGroup startedAt dueAt completedAt actualDays waitedDays waitingSince missingDocuments sourceKey
      expectedEndAt expectedFromCount kindId courtId departmentId clientId regionId directionId rootDirectionId`,
    node: z.object({
      ...written,
      title: text, completion: oneOf(COMPLETION), eventGroup: oneOf(EVENT_GROUP), startedAt: time, dueAt: time, completedAt: time,
      actualDays: number, waitedDays: number, waitingSince: time, missingDocuments: text, sourceKey: text, expectedEndAt: time, expectedFromCount: number,
      kindId: id, courtId: id, departmentId: id, clientId: id, regionId: id, directionId: id, rootDirectionId: id,
    }),
  },
  eventResponsibles: {
    object: 'eventResponsible',
    fields: `${WRITTEN} name memberId caseEventId completion startedAt dueAt member { name { firstName lastName } }
      caseEvent { legalCaseId title completion startedAt dueAt }`,
    node: z.object({
      ...written,
      name: text, memberId: id, caseEventId: id, completion: oneOf(COMPLETION), startedAt: time, dueAt: time,
      member: z.object({ name: fullName.nullable() }).nullable(),
      caseEvent: z.object({ legalCaseId: id, title: text, completion: oneOf(COMPLETION), startedAt: time, dueAt: time }).nullable(),
    }),
  },
  firstVisits: {
    object: 'firstVisit',
    fields: `${SATELLITE} name visitStatus visitedAt injuryDate vtekDate vtekNextReviewAt serviceFrom serviceTo workCapacityLossPercent dependants
      payments { ${MONEY} } treatmentCosts { ${MONEY} } careCosts { ${MONEY} } lostEarnings { ${MONEY} }
      client { name { firstName lastName } }`,
    node: z.object({
      ...satellite,
      name: text, visitStatus: oneOf(VISIT_STATUS), visitedAt: time, injuryDate: day, vtekDate: day, vtekNextReviewAt: day, serviceFrom: day,
      serviceTo: day, workCapacityLossPercent: number, dependants: number, payments: money, treatmentCosts: money, careCosts: money,
      lostEarnings: money, client: z.object({ name: fullName.nullable() }).nullable(),
    }),
  },
  attorneyRequests: {
    object: 'attorneyRequest',
    fields: `${SATELLITE} subject status sentAt dueAt answeredAt addressee { name }`,
    node: z.object({
      ...satellite, subject: text, status: oneOf(REQUEST_STATUS), sentAt: day, dueAt: day, answeredAt: day, addressee: named,
    }),
  },
  caseDocuments: {
    object: 'caseDocument',
    fields: `${SATELLITE} name status requestedAt receivedAt requirement { name }`,
    node: z.object({ ...satellite, name: text, status: oneOf(DOCUMENT_STATUS), requestedAt: day, receivedAt: day, requirement: named }),
  },
  courtFilings: {
    object: 'courtFiling',
    fields: `${SATELLITE} name instance filedAt acceptedAt courtCaseNumber courtId court { name level }
      previousFilingId previousFiling { legalCaseId instance filedAt }`,
    node: z.object({
      ...satellite, name: text, instance: oneOf(INSTANCE), filedAt: day, acceptedAt: day, courtCaseNumber: text, courtId: id, court,
      previousFilingId: id, previousFiling: z.object({ legalCaseId: id, instance: oneOf(INSTANCE), filedAt: day }).nullable(),
    }),
  },
  courtHearings: {
    object: 'courtHearing',
    fields: `${SATELLITE} name scheduledAt endsAt room outcome courtId court { name level } courtFilingId courtFiling { legalCaseId instance filedAt }`,
    node: z.object({
      ...satellite, name: text, scheduledAt: time, endsAt: time, room: text, outcome: oneOf(HEARING_OUTCOME), courtId: id, court, courtFilingId: id,
      courtFiling: z.object({ legalCaseId: id, instance: oneOf(INSTANCE), filedAt: day }).nullable(),
    }),
  },
  courtDecisions: {
    object: 'courtDecision',
    fields: `${SATELLITE} name outcome instance decidedAt effectiveAt appealDueAt derived courtId court { name level }
      lineCount clientId regionId directionId rootDirectionId courtFilingId courtFiling { legalCaseId instance filedAt }`,
    node: z.object({
      ...satellite, name: text, outcome: oneOf(DECISION_OUTCOME), instance: oneOf(INSTANCE), decidedAt: day, effectiveAt: day, appealDueAt: day,
      derived: z.unknown(), courtId: id, court, lineCount: number, clientId: id, regionId: id, directionId: id, rootDirectionId: id, courtFilingId: id,
      courtFiling: z.object({ legalCaseId: id, instance: oneOf(INSTANCE), filedAt: day }).nullable(),
    }),
  },
  recoveries: {
    object: 'recovery',
    fields: `${WRITTEN} name claimed { ${MONEY} } awarded { ${MONEY} } collected { ${MONEY} } collectedAt kindId kind { name } payer { name }
      decidedAt instance outcome countsAsClaimed countsAsAwarded isFirstOfKind clientId regionId directionId rootDirectionId
      courtDecisionId courtDecision { legalCaseId instance decidedAt outcome }`,
    node: z.object({
      ...written, name: text, claimed: money, awarded: money, collected: money, collectedAt: day, kindId: id, kind: named, payer: named,
      decidedAt: day, instance: oneOf(INSTANCE), outcome: oneOf(DECISION_OUTCOME), countsAsClaimed: yes, countsAsAwarded: yes, isFirstOfKind: yes,
      clientId: id, regionId: id, directionId: id, rootDirectionId: id,
      courtDecisionId: id,
      courtDecision: z.object({ legalCaseId: id, instance: oneOf(INSTANCE), decidedAt: day, outcome: oneOf(DECISION_OUTCOME) }).nullable(),
    }),
  },
  clientAssignments: {
    object: 'clientAssignment',
    fields: `${WRITTEN} status givenAt dueAt completedAt actualDays isOverdue daysLate clientId responsibleId regionId directionId`,
    node: z.object({
      ...written, status: oneOf(ASSIGNMENT_STATUS), givenAt: time, dueAt: time, completedAt: time, actualDays: number, isOverdue: yes, daysLate: number,
      clientId: id, responsibleId: id, regionId: id, directionId: id,
    }),
  },
  correspondences: {
    object: 'correspondence',
    fields: 'id legalCaseId registeredAt',
    node: z.object({ id: z.string(), legalCaseId: id, registeredAt: time }),
  },
  caseFinances: {
    object: 'caseFinance',
    fields: `id legalCaseId name claimed { ${MONEY} } awarded { ${MONEY} } collected { ${MONEY} } lastPaymentAt contribution`,
    node: z.object({ id: z.string(), legalCaseId: id, name: text, claimed: money, awarded: money, collected: money, lastPaymentAt: day, contribution: z.unknown() }),
  },
  caseControls: {
    object: 'caseControl',
    fields: `id legalCaseId name stage instance lastMovementAt daysWithoutMovement isForgotten openEvents awaitsClient requiredCount receivedCount
      missingDocuments requestsSent requestsOpen requestsOverdue directionId regionId departmentId leadId contribution`,
    node: z.object({
      id: z.string(), legalCaseId: id, name: text, stage: oneOf(CASE_STAGE), instance: oneOf(INSTANCE), lastMovementAt: time,
      daysWithoutMovement: number, isForgotten: z.boolean().nullable(), openEvents: number, awaitsClient: z.boolean().nullable(), requiredCount: number,
      receivedCount: number, missingDocuments: text, requestsSent: number, requestsOpen: number, requestsOverdue: number,
      directionId: id, regionId: id, departmentId: id, leadId: id, contribution: z.unknown(),
    }),
  },
} as const;

export type PartName = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as PartName[];
export type Part<Name extends PartName> = z.output<(typeof PARTS)[Name]['node']>;

/** Whom a case is about, and by what each is known elsewhere. */
const person = z
  .object({
    id: z.string().optional(), name: fullName.nullable(), birthDate: day.optional(), inn: text.optional(),
    phones: z.object({ primaryPhoneNumber: text, additionalPhones: z.unknown() }).nullish(),
  })
  .nullable();
const company = z.object({ id: z.string().optional(), name: text, inn: text.optional() }).nullable();
const PERSON = '{ id name { firstName lastName } birthDate inn phones { primaryPhoneNumber additionalPhones } }';
const PARTIES = `client ${PERSON} opponent { id name inn } opponentPerson ${PERSON}`;

const caseFields = {
  id: z.string(), number: text, title: text, stage: oneOf(CASE_STAGE), instance: oneOf(INSTANCE), openedAt: day, closedAt: day, nextStep: text,
  nextStepAt: time, lastMovementAt: time, derived: z.unknown(), problem: text, createdAt: z.string(), updatedAt: z.string(),
  courtId: id, clientId: id, regionId: id, directionId: id, departmentId: id, leadId: id,
  client: person, opponent: company, opponentPerson: person, conflicts: text,
};

/** Twenty gives at most this many records of a list within a record, and heeds neither filter nor order there. */
export const NESTED_LIMIT = 60;

const nodes = <Node>(node: z.ZodType<Node>) =>
  z.object({ edges: z.array(z.object({ node })) }).transform(({ edges }) => edges.map((each) => each.node));

export type CaseRecord = z.output<z.ZodObject<typeof caseFields>>;
export type Bundle = { legalCase: CaseRecord } & { [Name in PartName]: Part<Name>[] };

/** A case by itself. */
export const CASE_ALONE = {
  fields: `id number title stage instance openedAt closedAt nextStep nextStepAt lastMovementAt derived problem createdAt updatedAt
    courtId clientId regionId directionId departmentId leadId conflicts ${PARTIES}`,
  node: z.object(caseFields),
};

/** Who is who in a case, and no more of it. */
export const CASE_PARTIES = {
  fields: `id number title updatedAt ${PARTIES}`,
  node: z.object({ id: z.string(), number: text, title: text, updatedAt: z.string(), client: person, opponent: company, opponentPerson: person }),
};

/** A case with everything of it, in one operation. */
export const CASE = {
  fields: `${CASE_ALONE.fields}
    ${PART_NAMES.map((name) => `${name} { edges { node { ${PARTS[name].fields} } } }`).join('\n')}`,
  node: z
    .object({
      ...caseFields,
      ...(Object.fromEntries(PART_NAMES.map((name) => [name, nodes<unknown>(PARTS[name].node)])) as unknown as {
        [Name in PartName]: z.ZodType<Part<Name>[]>;
      }),
    })
    .transform(({ caseEvents, eventResponsibles, firstVisits, attorneyRequests, caseDocuments, courtFilings, courtHearings, courtDecisions,
      recoveries, clientAssignments, correspondences, caseFinances, caseControls, ...legalCase }): Bundle => ({
      legalCase, caseEvents, eventResponsibles, firstVisits, attorneyRequests, caseDocuments, courtFilings, courtHearings, courtDecisions,
      recoveries, clientAssignments, correspondences, caseFinances, caseControls,
    })),
};

/** The rows of the catalogues that the rules need. */
export const CATALOGUES = {
  eventKind: {
    fields: 'id name code eventGroup normDays',
    node: z.object({ id: z.string(), name: text, code: text, eventGroup: oneOf(EVENT_GROUP), normDays: number }),
  },
  legalDirection: {
    fields: 'id name parentId rootId problem',
    node: z.object({ id: z.string(), name: text, parentId: id, rootId: id, problem: text }),
  },
  department: {
    fields: 'id name parentId problem',
    node: z.object({ id: z.string(), name: text, parentId: id, problem: text }),
  },
} as const;

export type EventKind = z.output<(typeof CATALOGUES)['eventKind']['node']>;
export type Direction = z.output<(typeof CATALOGUES)['legalDirection']['node']>;
export type Department = z.output<(typeof CATALOGUES)['department']['node']>;
