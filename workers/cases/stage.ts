/** Where a case stands, by its facts. */
import type { Bundle, CaseRecord, EventKind, Part } from './bundle';
import { midnight } from './calendar';
import { isBegun, isOpen } from './events';
import { isAnythingCollected, rankOf } from './finance';
import type { Instance } from './problems';
import { appealStep, type Speech } from './words';

type Stage = NonNullable<CaseRecord['stage']>;
type Event = Part<'caseEvents'>;
type Filing = Part<'courtFilings'>;
type Facts = Bundle & { kindOf: (event: Event) => EventKind | undefined };

const STAGES: Record<Instance, Stage> = { FIRST: 'FIRST_INSTANCE', APPEAL: 'APPEAL', CASSATION: 'CASSATION', SUPERVISORY: 'CASSATION' };
const WON: readonly (string | null)[] = ['GRANTED', 'PARTLY_GRANTED', 'SETTLED'];

/** The latest filing; of one day, that of the higher instance. A filing without its day is only planned. */
export const latestFiling = (filings: Filing[]): Filing | null =>
  filings.reduce<Filing | null>((latest, filing) => {
    if (filing.filedAt === null) return latest;
    if (latest?.filedAt == null) return filing;
    if (filing.filedAt !== latest.filedAt) return filing.filedAt > latest.filedAt ? filing : latest;
    if (filing.instance !== latest.instance) return rankOf(filing.instance) > rankOf(latest.instance) ? filing : latest;
    return filing.id > latest.id ? filing : latest;
  }, null);

const newestDecision = (decisions: Part<'courtDecisions'>[]): Part<'courtDecisions'> | null =>
  decisions
    .filter(({ decidedAt }) => decidedAt !== null)
    .sort((one, other) => (one.decidedAt! < other.decidedAt! ? -1 : one.decidedAt! > other.decidedAt! ? 1 : one.id < other.id ? -1 : 1))
    .at(-1) ?? null;

export const archivingEvent = ({ caseEvents }: Pick<Facts, 'caseEvents'>): Event | null =>
  caseEvents
    .filter(({ completion, eventGroup }) => completion === 'COMPLETED' && eventGroup === 'CLOSING')
    .sort((one, other) => Date.parse(one.completedAt ?? one.updatedAt) - Date.parse(other.completedAt ?? other.updatedAt))[0] ?? null;

export const stageOf = (facts: Facts, today: string): Stage => {
  const { caseEvents, courtFilings, courtHearings, courtDecisions, recoveries, attorneyRequests, kindOf } = facts;
  if (archivingEvent(facts)) return 'ARCHIVED';
  const begun = caseEvents.filter(({ completion }) => isBegun(completion));
  const newest = newestDecision(courtDecisions);
  const isInForce =
    newest !== null &&
    newest.effectiveAt !== null &&
    newest.effectiveAt <= today &&
    WON.includes(newest.outcome) &&
    !courtFilings.some(({ filedAt }) => filedAt !== null && filedAt > newest.decidedAt!);
  if (isAnythingCollected(recoveries) || begun.some(({ eventGroup }) => eventGroup === 'RECOVERY') || isInForce) return 'ENFORCEMENT';
  const filing = latestFiling(courtFilings);
  if (filing) return STAGES[filing.instance ?? 'FIRST'];
  if (newest) return STAGES[newest.instance ?? 'FIRST'];
  if (courtHearings.some(({ outcome }) => outcome !== 'CANCELLED') || begun.some(({ eventGroup }) => eventGroup === 'COURT')) return 'FIRST_INSTANCE';
  if (begun.some((event) => kindOf(event)?.code === 'PRETRIAL_CLAIM')) return 'PRETRIAL';
  const hasAsked = attorneyRequests.some(({ status }) => status !== null && status !== 'DRAFT');
  return hasAsked || begun.some(({ eventGroup }) => eventGroup === 'EVIDENCE') ? 'EVIDENCE' : 'INTAKE';
};

type Step = { nextStep: string | null; nextStepAt: string | null };

/** Whether someone went on from a decision to a higher court. */
const isAnswered = (decision: Part<'courtDecisions'>, filings: Filing[]): boolean =>
  filings.some(
    (filing) =>
      filing.id !== decision.courtFilingId &&
      ((decision.courtFilingId !== null && filing.previousFilingId === decision.courtFilingId) ||
        (filing.filedAt !== null && filing.filedAt >= decision.decidedAt! && rankOf(filing.instance) > rankOf(decision.instance))),
  );

/** What is to be done next: the open event that is due first, or a decision that may still be appealed. */
export const nextStepOf = (
  { caseEvents, courtDecisions, courtFilings }: Pick<Facts, 'caseEvents' | 'courtDecisions' | 'courtFilings'>,
  speech: Speech,
  today: string,
): Step => {
  const events = caseEvents
    .filter(({ completion }) => isOpen(completion))
    .map((event): Step & { id: string } => ({ id: event.id, nextStep: event.title, nextStepAt: event.dueAt ?? event.startedAt }));
  const appeals = courtDecisions
    .filter((decision) => decision.decidedAt !== null && decision.appealDueAt !== null && decision.appealDueAt >= today && !isAnswered(decision, courtFilings))
    .map((decision): Step & { id: string } => ({
      id: decision.id, nextStep: appealStep(decision, speech), nextStepAt: midnight(decision.appealDueAt!, speech.timeZone),
    }));
  const order = ({ nextStepAt }: Step): number => (nextStepAt === null ? Infinity : Date.parse(nextStepAt));
  const [first] = [...events, ...appeals].sort((one, other) => order(one) - order(other) || (one.id < other.id ? -1 : 1));
  return { nextStep: first?.nextStep ?? null, nextStepAt: first?.nextStepAt ?? null };
};

/** When anything last happened in the case: the latest of its facts that is not still to come. */
export const lastMovement = (bundle: Bundle, timeZone: string, now: Date): string | null => {
  const { legalCase, caseEvents, caseDocuments, attorneyRequests, courtFilings, courtHearings, courtDecisions, recoveries, firstVisits } = bundle;
  const days = [
    legalCase.openedAt,
    ...caseDocuments.map(({ receivedAt }) => receivedAt),
    ...attorneyRequests.flatMap(({ sentAt, answeredAt }) => [sentAt, answeredAt]),
    ...courtFilings.flatMap(({ filedAt, acceptedAt }) => [filedAt, acceptedAt]),
    ...courtDecisions.map(({ decidedAt }) => decidedAt),
    ...recoveries.map(({ collectedAt }) => collectedAt),
  ];
  const moments = [
    ...days.map((day) => day && midnight(day, timeZone)),
    ...caseEvents.filter(({ completion }) => isBegun(completion)).flatMap(({ startedAt, completedAt }) => [startedAt, completedAt]),
    ...courtHearings.filter(({ outcome }) => outcome === 'HELD' || outcome === 'ADJOURNED').map(({ scheduledAt }) => scheduledAt),
    ...firstVisits.filter(({ visitStatus }) => visitStatus !== 'DRAFT').map(({ visitedAt }) => visitedAt),
    ...bundle.correspondences.map(({ registeredAt }) => registeredAt),
  ];
  const past = moments.flatMap((moment) => (moment && Date.parse(moment) <= now.getTime() ? Date.parse(moment) : []));
  return past.length > 0 ? new Date(Math.max(...past)).toISOString() : null;
};
