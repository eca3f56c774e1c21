/**
 * Everything that follows from the records of one case. Deriving again what was written gives no more writes, whatever was
 * interrupted in between; so nothing of it is remembered anywhere but in the records themselves.
 */
import { caseControlId, caseEventId, caseFinanceId } from '../identifiers';
import { decisionsOf } from '../registers/decisions';
import { durationsOf, type DurationCell, type Expectation } from '../registers/durations';
import type { ObjectName } from '../twenty/records';
import { bringAssignment } from './assignments';
import type { Bundle, EventKind, Part } from './bundle';
import { addDays } from './calendar';
import { changesOf, same, type Values } from './changes';
import { controlOf } from './control';
import { appealDueAt } from './deadlines';
import {
  clockOf, eventFactsOf, factsTitle, groupOfCode, isOpen, missingDocuments, plainTimes, SATELLITES, type EventFacts, type SatelliteName,
} from './events';
import { countingOf, financeOf } from './finance';
import {
  circleFrom, courtProblems, dayOf, filingProblems, isBefore, problemsOf, repeatedResponsibles, type Problem,
} from './problems';
import { problemsText } from './problem-words';
import { archivingEvent, lastMovement, latestFiling, nextStepOf, stageOf } from './stage';
import {
  caseTitle, controlName, decisionName, documentName, filingName, financeName, hearingName, problemCount, recordWord, recoveryName, requestSubject, responsibleName,
  visitName, type RecordObject, type Speech,
} from './words';

export type Catalogues = {
  kinds: EventKind[];
  /** The top of each direction's tree. */
  roots: Map<string, string | null>;
};

export type Write = {
  object: ObjectName;
  id: string;
  data: Record<string, unknown>;
  /** Of the workers' own making: it may be created, and comes back if someone deletes it while its cause lives. */
  isOurs: boolean;
};

type Event = Part<'caseEvents'>;
const asValues = (value: unknown): Values => (typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {});

/**
 * What a person wrote over a derived value stands until the facts give another one.
 *
 * @param kept what the workers derived last
 * @param derived what they derive now, in groups that are written together
 * @param base what they derive of a case without facts, for a record they have not seen yet
 */
const merged = (kept: unknown, derived: Values[], base: Values): { values: Values; derived: Values | null } => {
  const last = { ...base, ...asValues(kept) };
  const isNew = (group: Values) => Object.entries(group).some(([field, value]) => !same(last[field], value));
  const all: Values = Object.assign({}, ...derived);
  return { values: Object.assign({}, ...derived.filter(isNew)) as Values, derived: derived.some(isNew) ? all : null };
};

const CASE_BASE = { stage: 'INTAKE', courtId: null, nextStep: null, nextStepAt: null, closedAt: null };

/** Not everybody may read these: the case tells only that something is wrong in them. */
const CONFIDENTIAL: readonly RecordObject[] = ['firstVisit', 'recovery'];
const MOST_PROBLEMS = 10;

/** Whether the workers made the event. Anybody may write a source into an event, but not choose by which id it is then known. */
const isMade = ({ id, sourceKey }: Event): boolean => sourceKey !== null && id === caseEventId(sourceKey);

export const sourceKeyOf = (object: string, id: string): string => `${object}:${id}`;
const OBJECT_OF: Record<SatelliteName, RecordObject> = {
  firstVisits: 'firstVisit', attorneyRequests: 'attorneyRequest', courtFilings: 'courtFiling', courtHearings: 'courtHearing', courtDecisions: 'courtDecision',
};

export const deriveCase = (input: {
  bundle: Bundle;
  catalogues: Catalogues;
  office: Speech;
  now: Date;
  /** The number given to a case that has none. */
  number?: string;
  /** What other cases have against it; left as it is where that is not known. */
  conflicts?: string;
  /** How long a new event takes; where nothing is known of that yet, no event is told. */
  expected?: (cell: DurationCell, normDays: number | null) => Expectation | null;
}): Write[] => {
  const { bundle, catalogues, office: speech, now } = input;
  const { legalCase } = bundle;
  const { timeZone } = speech;
  const today = dayOf(now.toISOString(), timeZone);
  const kindById = new Map(catalogues.kinds.map((kind) => [kind.id, kind]));
  const kindByCode = new Map(catalogues.kinds.map((kind) => [kind.code, kind]));
  const kindOf = ({ kindId }: { kindId: string | null }) => kindById.get(kindId ?? '');
  const writes: Write[] = [];
  const wrong: { object: RecordObject; problems: Problem[] }[] = [];

  /** Brings a record of the case to what is wanted of it, and says in it what is wrong. */
  const bring = (object: RecordObject, record: { id: string; problem: string | null }, problems: Problem[], wanted: Values): void => {
    if (problems.length > 0) wrong.push({ object, problems });
    const data = changesOf(record, { ...wanted, problem: problemsText(problems, speech.language) });
    if (Object.keys(data).length > 0) writes.push({ object, id: record.id, data, isOurs: false });
  };

  const ofCase = {
    clientId: legalCase.clientId,
    regionId: legalCase.regionId,
    directionId: legalCase.directionId,
    rootDirectionId: catalogues.roots.get(legalCase.directionId ?? '') ?? null,
  };
  const copies = { legalCaseId: legalCase.id, ...ofCase };
  const missing = missingDocuments(bundle.caseDocuments);

  /** What is left out of a hearing or a decision is as in its filing. */
  const inCourt = <Row extends Part<'courtHearings'> | Part<'courtDecisions'>>(record: Row): Row => {
    const filing = record.courtId === null ? bundle.courtFilings.find(({ id }) => id === record.courtFilingId) : undefined;
    return filing ? { ...record, courtId: filing.courtId, court: filing.court } : record;
  };
  const hearings = bundle.courtHearings.map((record) => ({ record, hearing: inCourt(record) }));
  const decisions = bundle.courtDecisions.map((record) => {
    const instance = record.instance ?? record.courtFiling?.instance ?? null;
    const { values, derived } = merged(record.derived, [{ appealDueAt: appealDueAt({ instance, decidedAt: record.decidedAt }) }], { appealDueAt: null });
    return { record, decision: { ...inCourt(record), instance, ...values } as typeof record, derived };
  });
  const facts: Bundle = { ...bundle, courtHearings: hearings.map(({ hearing }) => hearing), courtDecisions: decisions.map(({ decision }) => decision) };

  /** When a new event is expected to end: written once, and only of what is still to be done. */
  const expectedOf = (event: Pick<Event, 'expectedEndAt' | 'completion' | 'startedAt' | 'createdAt' | 'eventGroup' | 'courtId'>, kind: EventKind | undefined) => {
    if (event.expectedEndAt !== null || (event.completion !== 'PLANNED' && event.completion !== 'IN_PROGRESS')) return {};
    const { eventGroup, courtId } = event;
    const expected = input.expected?.({ eventGroup, courtId, directionId: legalCase.directionId }, kind?.normDays ?? null);
    return expected ? { expectedEndAt: addDays(event.startedAt ?? event.createdAt, expected.days), expectedFromCount: expected.events } : {};
  };

  // Events of plain kinds as their people left them, then closed if the case is archived.
  const plain = bundle.caseEvents
    .filter((event) => !isMade(event))
    .map((event) => {
      const kind = kindOf(event);
      return { event, kind, times: plainTimes(event, kind, now), title: event.title ?? kind?.name ?? null, eventGroup: kind?.eventGroup ?? event.eventGroup };
    });
  const archiving = archivingEvent({ caseEvents: plain.map(({ event, times, eventGroup }) => ({ ...event, ...times, eventGroup })) });
  const closed = (completion: EventFacts['completion']) => (archiving && isOpen(completion) ? 'CANCELLED' : completion);

  const events = new Map<string, Event>();
  const keep = (event: Event, wanted: Partial<Event>): void => {
    events.set(event.id, { ...event, ...wanted });
  };
  for (const { event, kind, times, title, eventGroup } of plain) {
    const clock = clockOf(event, { ...times, completion: closed(times.completion) }, missing);
    const wanted = { ...copies, departmentId: event.departmentId ?? legalCase.departmentId, title, eventGroup, ...clock, sourceKey: null, ...expectedOf({ ...event, ...clock, eventGroup }, kind) };
    keep(event, wanted);
    bring('caseEvent', event, problemsOf('caseEvent', { ...event, ...clock }, timeZone), wanted);
  }

  const byKey = new Map(bundle.caseEvents.filter(isMade).map((event) => [event.sourceKey, event] as const));
  const eventIds = new Map<string, string>();
  for (const name of SATELLITES) {
    const object = OBJECT_OF[name];
    for (const record of facts[name]) {
      const due = 'appealDueAt' in record ? record.appealDueAt : null;
      const source = eventFactsOf(name, record as never, speech, due);
      if (source === null) continue;
      const sourceKey = sourceKeyOf(object, record.id);
      const event = byKey.get(sourceKey);
      const kind = kindByCode.get(source.code);
      // What a person said about the waiting stands as long as the record is open.
      const said = event?.completion === 'WAITING' && isOpen(source.completion) ? 'WAITING' : source.completion;
      const before = event ?? { waitedDays: null, waitingSince: null, missingDocuments: null, expectedEndAt: null, createdAt: record.createdAt, updatedAt: record.updatedAt };
      const clock = clockOf(before, { ...source, completion: closed(said), awaitedFrom: null }, missing);
      const eventGroup = kind?.eventGroup ?? groupOfCode(source.code);
      const wanted = {
        ...copies,
        title: factsTitle(source, kind, speech),
        kindId: kind?.id ?? event?.kindId ?? null,
        eventGroup,
        courtId: source.courtId,
        departmentId: event?.departmentId ?? legalCase.departmentId,
        ...clock,
        ...expectedOf({ ...before, ...clock, eventGroup, courtId: source.courtId }, kind),
        sourceKey,
        problem: '',
      };
      const id = event?.id ?? caseEventId(sourceKey);
      const data = event ? changesOf(event, wanted) : wanted;
      if (Object.keys(data).length > 0) writes.push({ object: 'caseEvent', id, data, isOurs: true });
      eventIds.set(record.id, id);
      events.set(id, { ...(event ?? { id, createdAt: record.createdAt, updatedAt: record.updatedAt, deletedAt: null }), ...wanted } as Event);
      byKey.delete(sourceKey);
    }
  }
  // The record of these is gone.
  for (const event of byKey.values()) {
    const clock = clockOf(event, { ...event, completion: 'CANCELLED', awaitedFrom: null }, null);
    keep(event, { ...copies, ...clock });
    bring('caseEvent', event, [], { ...copies, ...clock });
  }

  const satellite = (record: { id: string }, wanted: Values): Values => ({ ...wanted, ...(eventIds.has(record.id) ? { caseEventId: eventIds.get(record.id) } : {}) });
  for (const visit of bundle.firstVisits.filter(({ visitStatus }) => visitStatus !== 'DRAFT'))
    bring('firstVisit', visit, problemsOf('firstVisit', visit, timeZone), satellite(visit, { name: visitName(visit, speech) }));
  for (const request of bundle.attorneyRequests)
    bring('attorneyRequest', request, problemsOf('attorneyRequest', request, timeZone), satellite(request, { subject: request.subject ?? requestSubject(request, speech) }));
  const previousOf = new Map(bundle.courtFilings.map(({ id, previousFilingId }) => [id, previousFilingId]));
  for (const filing of bundle.courtFilings) {
    const previous = filing.previousFiling;
    const problems: Problem[] = [
      ...problemsOf('courtFiling', filing, timeZone),
      ...courtProblems(filing.court, filing.instance),
      ...(previous && previous.legalCaseId !== legalCase.id ? [{ code: 'OTHER_CASE', fields: ['previousFilingId'], relative: 'previousFiling' } as const] : []),
      ...(circleFrom(filing.id, (id) => previousOf.get(id)) ? [{ code: 'FILING_CIRCLE', fields: ['previousFilingId'] } as const] : []),
      ...(isBefore(filing.filedAt, previous?.filedAt, timeZone) ? [{ code: 'BEFORE', fields: ['filedAt'], relative: 'previousFiling' } as const] : []),
    ];
    bring('courtFiling', filing, problems, satellite(filing, { name: filingName(filing, speech) }));
  }
  for (const { record, hearing } of hearings) {
    const { legalCaseId, courtFiling, scheduledAt, courtId } = hearing;
    const problems = [
      ...problemsOf('courtHearing', hearing, timeZone),
      ...courtProblems(hearing.court, courtFiling?.instance ?? null),
      ...filingProblems({ legalCaseId, at: { field: 'scheduledAt', value: scheduledAt } }, courtFiling, timeZone),
    ];
    bring('courtHearing', record, problems, satellite(record, { name: hearingName(hearing, speech), courtId }));
  }
  const linesOf = (decisionId: string) => bundle.recoveries.filter(({ courtDecisionId }) => courtDecisionId === decisionId);
  for (const { record, decision, derived } of decisions) {
    const { legalCaseId, courtFiling, instance, decidedAt, courtId } = decision;
    const problems = [
      ...problemsOf('courtDecision', decision, timeZone),
      ...courtProblems(decision.court, instance),
      ...filingProblems({ legalCaseId, instance, at: { field: 'decidedAt', value: decidedAt } }, courtFiling, timeZone),
    ];
    const wanted = { name: decisionName(decision, speech), instance, courtId, appealDueAt: decision.appealDueAt, lineCount: linesOf(record.id).length, ...ofCase };
    bring('courtDecision', record, problems, satellite(record, derived ? { ...wanted, derived } : wanted));
  }
  for (const document of bundle.caseDocuments)
    bring('caseDocument', document, problemsOf('caseDocument', document, timeZone), { name: document.name ?? documentName(document, speech) });
  const decisionById = new Map(facts.courtDecisions.map((decision) => [decision.id, decision]));
  const lines = bundle.recoveries.map((recovery) => {
    const decision = decisionById.get(recovery.courtDecisionId ?? '') ?? recovery.courtDecision;
    return { recovery, decision, ofDecision: { decidedAt: decision?.decidedAt ?? null, instance: decision?.instance ?? null, outcome: decision?.outcome ?? null } };
  });
  const counting = countingOf(facts);
  for (const { recovery, decision, ofDecision } of lines) {
    const problems: Problem[] = [
      ...problemsOf('recovery', recovery, timeZone),
      ...(decision && decision.legalCaseId !== legalCase.id ? [{ code: 'OTHER_CASE', fields: ['courtDecisionId'], relative: 'courtDecision' } as const] : []),
      ...(isBefore(recovery.collectedAt, decision?.decidedAt, timeZone) ? [{ code: 'BEFORE', fields: ['collectedAt'], relative: 'courtDecision' } as const] : []),
    ];
    bring('recovery', recovery, problems, { name: recoveryName(recovery, speech), ...ofDecision, ...counting.get(recovery.id), ...ofCase });
  }
  for (const assignment of bundle.clientAssignments) bringAssignment(assignment, legalCase, (problems, wanted) => bring('clientAssignment', assignment, problems, wanted), { today, timeZone });

  const responsibles = [...bundle.eventResponsibles].sort((one, other) => Date.parse(one.createdAt) - Date.parse(other.createdAt) || (one.id < other.id ? -1 : 1));
  const repeated = new Set(
    [...new Set(responsibles.map(({ caseEventId: id }) => id))].flatMap((id) => [...repeatedResponsibles(responsibles.filter((row) => row.caseEventId === id && id !== null))]),
  );
  for (const responsible of responsibles) {
    // An event of another case is told by its record; one that was deleted is over.
    const event = events.get(responsible.caseEventId ?? '') ?? responsible.caseEvent;
    const problems: Problem[] = [
      ...(responsible.caseEventId === null ? [{ code: 'MISSING', fields: ['caseEventId'] } as const] : []),
      ...(responsible.memberId === null ? [{ code: 'MISSING', fields: ['memberId'] } as const] : []),
      ...(repeated.has(responsible.id) ? [{ code: 'RESPONSIBLE_TWICE', fields: ['memberId'] } as const] : []),
    ];
    bring('eventResponsible', responsible, problems, {
      name: responsibleName(responsible, event?.title ?? null, speech),
      ...(event
        ? { legalCaseId: event.legalCaseId, completion: event.completion, startedAt: event.startedAt, dueAt: event.dueAt }
        : { completion: 'CANCELLED' }),
    });
  }

  const derivedFacts = { ...facts, caseEvents: [...events.values()], kindOf };
  const filing = latestFiling(facts.courtFilings);
  const openedAt = legalCase.openedAt ?? dayOf(legalCase.createdAt, timeZone);
  const { values, derived } = merged(
    legalCase.derived,
    [
      { stage: stageOf(derivedFacts, today) },
      { courtId: filing?.courtId ?? null },
      nextStepOf(derivedFacts, speech, today),
      { closedAt: archiving ? dayOf(archiving.completedAt ?? archiving.updatedAt, timeZone) : null },
    ],
    CASE_BASE,
  );
  const standing: typeof legalCase = {
    ...legalCase,
    number: legalCase.number ?? input.number ?? null,
    title: legalCase.title ?? caseTitle(legalCase, speech),
    openedAt,
    instance: filing ? (filing.instance ?? 'FIRST') : null,
    lastMovementAt: lastMovement({ ...derivedFacts, legalCase: { ...legalCase, openedAt } }, timeZone, now),
    ...values,
  };
  const { finance, problems: financeProblems } = financeOf(facts);
  const open = derivedFacts.caseEvents.filter(({ completion }) => isOpen(completion)).length;
  const own: Problem[] = [
    ...problemsOf('legalCase', standing, timeZone),
    ...financeProblems,
    ...(standing.stage === 'ARCHIVED' && !archiving && open > 0 ? [{ code: 'ARCHIVED_WITH_OPEN', fields: ['stage'], count: open } as const] : []),
  ];
  const { number, title, instance, lastMovementAt, stage, courtId, nextStep, nextStepAt, closedAt } = standing;
  const problem = [
    problemsText(own, speech.language),
    ...wrong.slice(0, MOST_PROBLEMS).map(({ object, problems }) =>
      `${recordWord(object, speech)}: ${CONFIDENTIAL.includes(object) ? problemCount(problems.length, speech) : problemsText(problems, speech.language)}`,
    ),
    ...(wrong.length > MOST_PROBLEMS ? ['…'] : []),
  ].filter(Boolean);
  const wanted = { number, title, openedAt, instance, lastMovementAt, stage, courtId, nextStep, nextStepAt, closedAt, problem: problem.join(' '), ...(input.conflicts === undefined ? {} : { conflicts: input.conflicts }) };
  const data = { ...changesOf(legalCase, wanted), ...(derived ? { derived } : {}) };
  if (Object.keys(data).length > 0) writes.push({ object: 'legalCase', id: legalCase.id, data, isOurs: false });

  /** A row of the workers' own about the case. What adds nothing to a register is kept as nothing. */
  const keepRow = (object: 'caseFinance' | 'caseControl', kept: { id: string } | undefined, id: string, contribution: object, wanted: Values): void => {
    const row = { ...wanted, legalCaseId: legalCase.id, contribution: Object.keys(contribution).length > 0 ? contribution : null };
    const changes = kept ? changesOf(kept, row) : row;
    if (Object.keys(changes).length > 0) writes.push({ object, id: kept?.id ?? id, data: changes, isOurs: true });
  };
  const [finances] = bundle.caseFinances;
  if (finances || bundle.recoveries.length + bundle.courtDecisions.length > 0) {
    const contribution = decisionsOf({
      rootDirectionId: ofCase.rootDirectionId,
      regionId: ofCase.regionId,
      decisions: facts.courtDecisions,
      lines: lines.map(({ recovery, ofDecision }) => ({ ...recovery, ...ofDecision })),
    });
    keepRow('caseFinance', finances, caseFinanceId(legalCase.id), contribution, { name: financeName({ number, title }, speech), ...finance });
  }
  const control = controlOf({ standing, facts: derivedFacts, missing, today, timeZone });
  keepRow('caseControl', bundle.caseControls[0], caseControlId(legalCase.id), durationsOf(derivedFacts.caseEvents), {
    name: controlName({ number, title }, speech), ...control,
  });
  return writes;
};
