import { v5 } from 'uuid';
import type { CaseStage, DecisionOutcome, Instance } from '../custom-objects/vocabulary';
import { COURTS } from '../workers/catalogues/courts';
import { REQUIREMENTS } from '../workers/catalogues/documents';
import type { Words } from '../workers/catalogues/words';
import { caseEventId } from '../workers/identifiers';
import type { Calendar } from './calendar';
import type { Chance } from './chance';
import { ADDRESSEES, judgeName, type HumanName, type Opponent } from './names';
import { CIRCUITS, CLAIMS, ERRANDS, MILITARY_LADDERS, nearest, PARTICULARS, STORIES } from './plots';

/** What people wrote of one case, from the first visit on: facts alone. What follows from them is derived as the workers do it. */

export const demoId = (path: string): string => v5(path, '0f5f7a52-7c1d-5a86-9a5c-6a1f0f1b9f10');

export type Row = { id: string } & Record<string, unknown>;
export const FACTS = [
  'company', 'person', 'legalCase', 'caseEvent', 'firstVisit', 'attorneyRequest', 'caseDocument', 'courtFiling', 'courtHearing', 'courtDecision', 'recovery',
  'eventResponsible', 'clientAssignment',
] as const;
export type FactObject = (typeof FACTS)[number];
export type Facts = Record<FactObject, Row[]>;

/** Something on paper that came in or went out because of the case. */
export type Paper = { flow: 'INCOMING' | 'OUTGOING'; day: number; subject: Words; companyId: string | null; method: string; caseKey: string; lead: string };

export type Casting = {
  key: string;
  direction: string;
  top: string;
  stage: CaseStage;
  region: string;
  /** Whether garrison courts hear it. */
  isMilitaryCourt: boolean;
  /** Employees, by key. */
  lead: string;
  assistant: string;
  client: HumanName;
  opponent: Opponent;
};

/** Where the other records of the office are. */
export type Places = {
  memberId: (employee: string) => string;
  catalogueId: (object: 'region' | 'legalDirection' | 'eventKind' | 'recoveryKind' | 'court' | 'documentRequirement', code: string) => string;
  companyId: (key: string) => string;
  departmentId: (key: 'claims' | 'court' | 'enforcement') => string;
};

export type World = { chance: Chance; calendar: Calendar; say: (words: Words) => string; places: Places };

const ORDER: CaseStage[] = ['INTAKE', 'EVIDENCE', 'PRETRIAL', 'FIRST_INSTANCE', 'APPEAL', 'CASSATION', 'ENFORCEMENT', 'ARCHIVED'];
/** How many days each stage takes. */
const LENGTHS: Record<CaseStage, [number, number]> = {
  INTAKE: [5, 14], EVIDENCE: [50, 110], PRETRIAL: [36, 44], FIRST_INSTANCE: [100, 230], APPEAL: [75, 140], CASSATION: [100, 150], ENFORCEMENT: [90, 200], ARCHIVED: [5, 12],
};
/** By which day of a stage that still goes on its first fact is there. */
const BEGUN: Record<CaseStage, number> = { INTAKE: 1, EVIDENCE: 14, PRETRIAL: 4, FIRST_INSTANCE: 4, APPEAL: 30, CASSATION: 64, ENFORCEMENT: 50, ARCHIVED: 0 };
const THREE_YEARS = 1_090;

const DEPARTMENT_OF: Record<CaseStage, 'claims' | 'court' | 'enforcement'> = {
  INTAKE: 'claims', EVIDENCE: 'claims', PRETRIAL: 'claims', FIRST_INSTANCE: 'court', APPEAL: 'court', CASSATION: 'court', ENFORCEMENT: 'enforcement', ARCHIVED: 'enforcement',
};
export const departmentOf = (stage: CaseStage) => DEPARTMENT_OF[stage];

type CourtStage = 'FIRST_INSTANCE' | 'APPEAL' | 'CASSATION';
type Ladder = Exclude<Instance, 'SUPERVISORY'>;
const INSTANCES: Record<CourtStage, Ladder> = { FIRST_INSTANCE: 'FIRST', APPEAL: 'APPEAL', CASSATION: 'CASSATION' };
const FILINGS: Record<Ladder, { number: [prefix: string, to: number]; paper: Words }> = {
  FIRST: { number: ['2', 6_999], paper: { en: 'Statement of claim', ru: 'Исковое заявление' } },
  APPEAL: { number: ['33', 29_999], paper: { en: 'Appeal', ru: 'Апелляционная жалоба' } },
  CASSATION: { number: ['88', 32_999], paper: { en: 'Cassation appeal', ru: 'Кассационная жалоба' } },
};
/** How much of a claim a decision awards, in per cent. */
const AWARDS: Record<DecisionOutcome, [number, number]> = { GRANTED: [90, 100], PARTLY_GRANTED: [25, 75], SETTLED: [55, 80], DENIED: [0, 0], DISMISSED: [0, 0] };

const courtsOf = (level: 'DISTRICT' | 'REGIONAL', region: string): string[] =>
  COURTS.filter((court) => court.level === level && court.region === `RU-${region}`).map(({ key }) => key);

type Line = { kind: string; claimed: number; awarded: number };
type Phase = { stage: CaseStage; from: number; length: number };

const rubles = (thousands: number) => ({ amountMicros: String(Math.round(thousands) * 1_000_000_000), currencyCode: 'RUB' });

/** Writes one case down, stage after stage. Days are counted from today: those before it have happened, the others are planned. */
class CaseWriter {
  readonly facts = {} as Facts;
  readonly papers: Paper[] = [];
  private readonly isFatal: boolean;
  private lines: Line[] = [];
  private path: Phase[] = [];
  private isLost = false;
  private filingId: string | null = null;
  private decidedOn: number | null = null;
  /** The rows of what the newest decision awards. */
  private awards: Row[] = [];

  constructor(
    private readonly world: World,
    private readonly casting: Casting,
  ) {
    this.isFatal = /FATAL|DEATH/.test(casting.direction);
    for (const object of FACTS) this.facts[object] = [];
  }

  private get caseId(): string {
    return demoId(`case.${this.casting.key}`);
  }

  private add(object: FactObject, key: string, data: Record<string, unknown>): string {
    const id = demoId(`${object}.${this.casting.key}.${key}`);
    this.facts[object].push({ id, ...data });
    return id;
  }

  private responsible(eventId: string, key: string, withAssistant: boolean): void {
    const { lead, assistant } = this.casting;
    const people = [[lead, 'LEAD'], ...(withAssistant ? [[assistant, 'CO_RESPONSIBLE']] : [])] as const;
    const seen = new Set<string>();
    for (const [employee, responsibility] of people) {
      const memberId = this.world.places.memberId(employee);
      if (seen.size === seen.add(memberId).size) continue;
      this.add('eventResponsible', `${key}.${responsibility}`, { caseEventId: eventId, memberId, responsibility });
    }
  }

  /** A record with an event of its own, which the workers make. */
  private satellite(object: FactObject, key: string, data: Record<string, unknown>, withAssistant = false): string {
    const id = this.add(object, key, { legalCaseId: this.caseId, ...data });
    this.responsible(caseEventId(`${object}:${id}`), `${object}.${key}`, withAssistant);
    return id;
  }

  /** An event of a plain kind, which goes on from one day to another. */
  private event(kind: string, from: number, to: number, more: Record<string, unknown> = {}, key = kind): string {
    const { calendar, places, chance } = this.world;
    const isOver = to < 0;
    const isBegun = from < 0;
    const hour = chance.int(7, 12);
    const id = this.add('caseEvent', key, {
      legalCaseId: this.caseId,
      kindId: places.catalogueId('eventKind', kind),
      completion: isOver ? 'COMPLETED' : isBegun ? 'IN_PROGRESS' : 'PLANNED',
      startedAt: calendar.moment(from, hour),
      // Some of what goes on is late.
      dueAt: calendar.moment(isOver ? to + chance.int(0, 4) : isBegun && chance.percent(20) ? Math.max(from, -chance.int(1, 6)) : to, 15),
      completedAt: isOver ? calendar.moment(to, 14) : null,
      ...more,
    });
    this.responsible(id, key, chance.percent(30));
    return id;
  }

  private paper(flow: Paper['flow'], day: number, en: string, ru: string, companyId: string | null = this.opponentId): void {
    if (day >= 0) return;
    const method = flow === 'OUTGOING' ? 'REGISTERED_POST' : this.world.chance.pick(['POST', 'REGISTERED_POST', 'COURT_PORTAL', 'COURIER']);
    this.papers.push({ flow, day, subject: { en, ru }, companyId, method, caseKey: this.casting.key, lead: this.casting.lead });
  }

  private get opponentId(): string {
    return this.world.places.companyId(this.casting.opponent.key);
  }

  write(): this {
    this.path = this.phases();
    this.open(this.path[0].from);
    for (const phase of this.path) this[phase.stage](phase);
    this.documents();
    this.assignments();
    return this;
  }

  private phases(): Phase[] {
    const { chance } = this.world;
    const { stage } = this.casting;
    const at = ORDER.indexOf(stage);
    const isLost = stage === 'ARCHIVED' && chance.percent(25);
    const isAppealed = stage === 'APPEAL' || stage === 'CASSATION' || (at > ORDER.indexOf('CASSATION') && chance.percent(50));
    const isReviewed = stage === 'CASSATION' || (isAppealed && at > ORDER.indexOf('CASSATION') && chance.percent(30));
    const isOn: Partial<Record<CaseStage, boolean>> = {
      PRETRIAL: stage === 'PRETRIAL' || chance.percent(70), APPEAL: isAppealed, CASSATION: isReviewed, ENFORCEMENT: !isLost,
    };
    const path = ORDER.slice(0, at + 1).filter((one) => isOn[one] ?? true).map((one) => ({ stage: one, length: chance.int(...LENGTHS[one]) }));
    const before = path.slice(0, -1).reduce((sum, { length }) => sum + length, 0);
    const { length } = path.at(-1)!;
    // What still goes on has got somewhere; what was decided just now may still be appealed; what is archived was some time ago.
    const isJustDecided = (stage === 'FIRST_INSTANCE' || stage === 'APPEAL') && chance.percent(stage === 'APPEAL' ? 20 : 40);
    const left = THREE_YEARS - before - length;
    const spent =
      stage === 'ARCHIVED' ? length + (chance.percent(50) ? chance.int(3, 200) : chance.int(Math.round(left * 0.6), left))
      : isJustDecided ? length + chance.int(3, 26)
      : chance.int(BEGUN[stage], Math.max(BEGUN[stage], length - 6));
    let from = -(before + spent) - 1;
    this.isLost = isLost || (isJustDecided && stage === 'APPEAL');
    return path.map((one) => {
      const phase = { ...one, from };
      from += one.length;
      return phase;
    });
  }

  private open(day: number): void {
    const { calendar, places, say, chance } = this.world;
    const { casting } = this;
    const { firstName, lastName } = casting.client;
    const clientId = this.add('person', 'client', {
      name: { firstName: say(firstName), lastName: say(lastName) },
      birthDate: calendar.day(-365 * chance.int(22, 70) - chance.int(0, 364)),
      emails: { primaryEmail: `${firstName.en}.${lastName.en}.${casting.key}@example.org`.toLowerCase(), additionalEmails: null },
    });
    this.facts.legalCase.push({
      id: this.caseId,
      title: say({
        en: `${lastName.en} v. ${casting.opponent.name.en}`,
        ru: `${lastName.ru} ${firstName.ru[0]}. к ${casting.opponent.to}`,
      }),
      stage: 'INTAKE',
      openedAt: calendar.day(day),
      clientId,
      opponentId: this.opponentId,
      directionId: places.catalogueId('legalDirection', casting.direction),
      regionId: places.catalogueId('region', `RU-${casting.region}`),
      departmentId: places.departmentId(DEPARTMENT_OF[casting.stage]),
      leadId: places.memberId(casting.lead),
    });
    this.visit(day, clientId);
  }

  private visit(day: number, clientId: string): void {
    const { calendar, say, chance } = this.world;
    const { casting: { top, direction }, isFatal } = this;
    const { place, told } = nearest(STORIES, direction);
    const injured = day - chance.int(25, 700);
    const isDisease = direction.startsWith('OCCUPATIONAL_DISEASE') || direction === 'MILITARY_DISEASE';
    const percent = 5 * chance.int(2, 18);
    const examined = Math.max(injured, day - chance.int(5, 200));
    const hasCommission = !isFatal && chance.percent(75);
    const served = injured - chance.int(60, 900);
    const particulars = Object.fromEntries(Object.entries(nearest(PARTICULARS, direction)).map(([field, list]) => [field, say(chance.pick(list))]));
    this.satellite('firstVisit', 'visit', {
      clientId,
      visitStatus: 'TAKEN',
      visitedAt: calendar.moment(day, chance.int(7, 13), chance.pick([0, 15, 30])),
      injuryKind: isFatal ? 'LOSS_OF_BREADWINNER' : isDisease ? 'OCCUPATIONAL_DISEASE' : 'INJURY',
      injuryDate: calendar.day(injured),
      injuryPlace: say(place),
      circumstances: say(told),
      dependants: chance.int(isFatal ? 1 : 0, 3),
      ...(hasCommission
        ? {
            workCapacityLossPercent: percent,
            disabilityGroup: percent >= 80 ? 'I' : percent >= 60 ? 'II' : percent >= 30 ? 'III' : '',
            vtekDate: calendar.day(examined),
            vtekNextReviewAt: calendar.day(examined + chance.pick([365, 730])),
            vtekConclusion: say({ en: `${percent} % of professional capacity lost, for ${chance.pick([1, 2])} years`, ru: `Утрата профессиональной трудоспособности ${percent} %, срок — до переосвидетельствования` }),
          }
        : {}),
      ...(chance.percent(60) ? { payments: rubles(chance.int(8, 45)), paymentsPeriod: say({ en: 'month', ru: 'месяц' }) } : {}),
      treatmentCosts: rubles(chance.int(10, 400)),
      ...(percent > 60 ? { careCosts: rubles(chance.int(10, 60)) } : {}),
      lostEarnings: rubles(chance.int(20, 120)),
      ...particulars,
      ...(top === 'MILITARY' ? { serviceFrom: calendar.day(served), serviceTo: calendar.day(Math.min(day, injured + chance.int(20, 200))) } : {}),
      ...(top === 'OCCUPATIONAL' ? { employerId: this.opponentId } : {}),
    });
  }

  INTAKE({ from, length }: Phase): void {
    this.event('AGREEMENT', from + 1, from + 3);
    this.event('POWER_OF_ATTORNEY', from + 2, from + length - 1);
    if (this.world.chance.percent(40)) this.event('CONSULTATION', from, from + 1);
  }

  EVIDENCE({ from, length }: Phase): void {
    const { chance, calendar } = this.world;
    const { top } = this.casting;
    const waited = chance.percent(40) ? chance.int(4, 12) : 0;
    this.event('DOCUMENT_INTAKE', from + 2, from + 8 + waited, waited ? { waitedDays: waited } : {});
    this.requests(from, length);
    if (['OCCUPATIONAL', 'MILITARY', 'ROAD'].includes(top) && chance.percent(60)) this.event('MEDICAL_EXPERTISE', from + length * 0.4, from + length * 0.75);
    if (chance.percent(40)) this.event('WITNESS', from + length * 0.3, from + length * 0.4);
    if (top === 'MEDICAL') this.event('SPECIALIST', from + length * 0.5, from + length * 0.85);
    const isNow = this.casting.stage === 'EVIDENCE';
    if (isNow && chance.percent(45)) {
      const since = calendar.moment(-chance.int(2, Math.max(2, Math.min(25, -from - 10))), 9);
      this.event('AWAITING_CLIENT', -5, chance.int(3, 12), { completion: 'WAITING', startedAt: since, waitingSince: since });
    } else if (!isNow && chance.percent(35)) {
      const start = from + length * 0.5;
      const days = chance.int(5, 18);
      this.event('AWAITING_CLIENT', start, start + days, { waitedDays: days });
    }
    if (chance.percent(25)) this.event('CLAIM_STATEMENT_RECEIVED', from + length * 0.85, from + length * 0.9);
  }

  private requests(from: number, length: number): void {
    const { chance, calendar, places, say } = this.world;
    const { casting } = this;
    const fitting = ADDRESSEES.filter(({ top }) => top === undefined || top === casting.top);
    const isNow = casting.stage === 'EVIDENCE';
    for (const [index, { key, name, asks, reply }] of chance.some(fitting, chance.int(1, 4)).entries()) {
      // Some of those who have the law's thirty days forget them.
      const isForgotten = isNow && index === 0 && -from > 45 && chance.percent(60);
      const sent = isForgotten ? -chance.int(34, 44) : from + chance.int(7, 7 + Math.round(length * 0.4));
      const answered = sent + chance.int(9, 32);
      const isAnswered = !isForgotten && answered < 0;
      const isRefused = isAnswered && chance.percent(10);
      this.satellite('attorneyRequest', key, {
        addresseeId: places.companyId(key),
        subject: `${say(name)}: ${say(asks)}`,
        status: isRefused ? 'REFUSED' : isAnswered ? 'ANSWERED' : sent < 0 ? 'SENT' : 'DRAFT',
        ...(sent < 0 ? { sentAt: calendar.day(sent), dueAt: calendar.day(sent + 30) } : {}),
        ...(isAnswered ? { answeredAt: calendar.day(answered), reply: isRefused ? say({ en: 'Refused: medical secrecy', ru: 'Отказ: врачебная тайна' }) : say(reply) } : {}),
      }, true);
      this.paper('OUTGOING', sent, `Attorney request: ${asks.en}`, `Адвокатский запрос: ${asks.ru}`, places.companyId(key));
      if (isAnswered) this.paper('INCOMING', answered, `Reply to the request: ${asks.en}`, `Ответ на запрос: ${asks.ru}`, places.companyId(key));
    }
  }

  PRETRIAL({ from, length }: Phase): void {
    const answered = from + this.world.chance.int(20, 30);
    this.event('PRETRIAL_CLAIM', from + 1, Math.min(answered, from + length));
    this.paper('OUTGOING', from + 1, 'Pre-trial claim', 'Досудебная претензия');
    if (this.world.chance.percent(60)) this.paper('INCOMING', answered, 'Answer to the claim: refusal', 'Ответ на претензию: отказ');
  }

  FIRST_INSTANCE(phase: Phase): void {
    const { chance } = this.world;
    this.event('CLAIM_DRAFTING', phase.from - 8, phase.from);
    if (chance.percent(12)) this.event('DEFECTS', phase.from + 3, phase.from + 6);
    this.claim(phase.from);
    this.instance(phase, { filed: phase.from + 1, accepted: phase.from + 6, hearings: chance.int(2, 5) });
    if (chance.percent(25)) this.event('COURT_EXPERTISE', phase.from + phase.length * 0.4, phase.from + phase.length * 0.75);
    if (this.decidedOn !== null) this.event('REASONED_DECISION', this.decidedOn, this.decidedOn + 9);
  }

  APPEAL(phase: Phase): void {
    const { chance } = this.world;
    const filed = phase.from + chance.int(12, 26);
    const accepted = filed + chance.int(15, 28);
    if (chance.percent(50)) this.event('OBJECTIONS', filed + 10, filed + 20);
    this.instance(phase, { filed, accepted, hearings: chance.int(1, 2) });
  }

  CASSATION(phase: Phase): void {
    const filed = phase.from + this.world.chance.int(25, 60);
    this.instance(phase, { filed, accepted: filed + 10, hearings: 1 });
  }

  ENFORCEMENT({ from, length }: Phase): void {
    const { chance } = this.world;
    this.event('WRIT', from + 37, from + 46);
    this.event('ENFORCEMENT', from + 47, from + length);
    if (chance.percent(20)) this.event('COSTS_APPLICATION', from + 38, from + 75);
    this.paper('INCOMING', from + 46, 'Writ of execution', 'Исполнительный лист', null);
    this.payments(from + 50, from + length);
  }

  ARCHIVED({ from, length }: Phase): void {
    this.event('CASE_ARCHIVING', from + 1, from + length - 1);
  }

  /** What is claimed: it stands in the case before a court has decided. */
  private claim(day: number): void {
    const { chance } = this.world;
    const kinds = nearest(CLAIMS, this.casting.direction);
    const codes = Object.keys(kinds);
    const chosen = [codes[0], ...chance.some(codes.slice(1), chance.int(1, codes.length - 2))];
    this.lines = chosen.map((kind) => ({ kind, claimed: 10 * Math.round(chance.int(...kinds[kind]) / 10), awarded: 0 }));
    if (day < 0) this.writeLines('FIRST', null);
  }

  private writeLines(instance: Ladder, decisionId: string | null): void {
    const { places } = this.world;
    this.facts.recovery = this.facts.recovery.filter(({ courtDecisionId }) => courtDecisionId !== null);
    for (const { kind, claimed, awarded } of this.lines)
      this.add('recovery', `${instance}.${kind}`, {
        legalCaseId: this.caseId,
        courtDecisionId: decisionId,
        kindId: places.catalogueId('recoveryKind', kind),
        claimed: rubles(claimed),
        ...(decisionId ? { awarded: rubles(awarded) } : {}),
        payerId: this.opponentId,
      });
    this.awards = this.facts.recovery.slice(-this.lines.length);
  }

  private court(instance: Ladder): string {
    const { region, isMilitaryCourt } = this.casting;
    if (isMilitaryCourt) return { FIRST: MILITARY_LADDERS[region][0], APPEAL: MILITARY_LADDERS[region][1], CASSATION: 'vkas' }[instance];
    if (instance === 'CASSATION') return `${CIRCUITS[region]}kas`;
    return this.world.chance.pick(courtsOf(instance === 'FIRST' ? 'DISTRICT' : 'REGIONAL', region));
  }

  /** A filing, its hearings and, when the time has come, the decision. */
  private instance({ stage, from, length }: Phase, { filed, accepted, hearings }: { filed: number; accepted: number; hearings: number }): void {
    const { calendar, chance, places } = this.world;
    const instance = INSTANCES[stage as CourtStage];
    const { number: [prefix, highest], paper } = FILINGS[instance];
    const courtId = places.catalogueId('court', this.court(instance));
    const isAccepted = accepted < 0;
    this.filingId = this.satellite('courtFiling', instance, {
      courtId,
      instance,
      filedAt: calendar.day(filed),
      acceptedAt: isAccepted ? calendar.day(accepted) : null,
      courtCaseNumber: isAccepted ? `${prefix}-${chance.int(101, highest)}/${calendar.day(accepted).slice(0, 4)}` : '',
      previousFilingId: this.filingId,
    });
    this.paper('OUTGOING', filed, paper.en, paper.ru, null);
    const decided = from + length;
    if (isAccepted) this.hearings(instance, courtId, this.filingId, this.hearingDays(Math.max(accepted + 12, from + 22), decided, hearings));
    if (decided < 0) this.decide(instance, courtId, this.filingId, decided);
  }

  /** At even distances, the last on the day of the decision. A court sets one hearing at a time: of those to come, the next. */
  private hearingDays(first: number, decided: number, count: number): number[] {
    const days = Array.from({ length: count }, (_, index) => (index === count - 1 ? decided : first + ((decided - first) * index) / (count - 1)));
    const held = days.filter((day) => day < 0);
    const next = days[held.length];
    const { chance } = this.world;
    return next === undefined ? held : [...held, chance.percent(25) ? Math.min(next, chance.int(1, 7)) : next];
  }

  private hearings(instance: Ladder, courtId: string, courtFilingId: string, days: number[]): void {
    const { calendar, chance, say } = this.world;
    const judge = say(judgeName(chance));
    for (const [index, day] of days.entries()) {
      const [hour, minute] = [chance.int(7, 12), chance.pick([0, 10, 15, 30, 45])];
      const outcome = day >= 0 ? 'SCHEDULED' : index < days.length - 1 && chance.percent(25) ? 'ADJOURNED' : 'HELD';
      const room = `${chance.int(2, 6)}${chance.int(10, 30)}`;
      this.satellite('courtHearing', `${instance}.${index}`, {
        courtFilingId,
        courtId,
        judge,
        room: say({ en: `Room ${room}`, ru: `зал ${room}` }),
        scheduledAt: calendar.moment(day, hour, minute),
        endsAt: day < 0 ? calendar.moment(day, hour + 1, minute) : null,
        outcome,
      }, chance.percent(35));
      if (chance.percent(25)) this.paper('INCOMING', day - 12, 'Notice of the hearing', 'Судебное извещение о заседании', null);
    }
  }

  private decide(instance: Ladder, courtId: string, courtFilingId: string, day: number): void {
    const { calendar, chance } = this.world;
    const appeal = this.path.find(({ stage }) => stage === 'APPEAL');
    const last = this.path.map(({ stage }) => stage).filter((stage): stage is CourtStage => stage in INSTANCES).at(-1)!;
    const isFinal = INSTANCES[last] === instance;
    const outcome = this.isLost
      ? chance.weighted({ DENIED: 6, DISMISSED: 1 })
      : isFinal
        ? chance.weighted({ PARTLY_GRANTED: 7, GRANTED: 2, SETTLED: instance === 'FIRST' ? 2 : 0 })
        : chance.weighted({ PARTLY_GRANTED: 5, DENIED: 3, GRANTED: 1 });
    // A first decision comes into force when nobody has appealed for a month, or with the ruling on the appeal.
    const effective = instance !== 'FIRST' ? day : appeal ? appeal.from + appeal.length : day + 34;
    const id = this.satellite('courtDecision', instance, {
      courtFilingId, courtId, instance, outcome,
      decidedAt: calendar.day(day),
      effectiveAt: effective < 0 ? calendar.day(effective) : null,
    });
    this.decidedOn = day;
    this.lines = this.lines.map((line) => ({ ...line, awarded: Math.round((line.claimed * chance.int(...AWARDS[outcome])) / 100) }));
    this.writeLines(instance, id);
    this.paper('INCOMING', day + 12, 'Copy of the decision', 'Копия судебного акта', null);
  }

  private payments(from: number, to: number): void {
    const { chance, calendar } = this.world;
    const isOver = this.casting.stage === 'ARCHIVED';
    const days = Array.from({ length: chance.int(1, 3) }, () => chance.int(Math.round(from), Math.round(to)));
    const paidOn = new Set<number>();
    for (const row of this.awards) {
      const awarded = BigInt((row.awarded as { amountMicros: string }).amountMicros);
      const day = chance.pick(days);
      const part = isOver || chance.percent(55) ? 100 : chance.percent(50) ? chance.pick([25, 40, 60]) : 0;
      if (awarded === 0n || part === 0 || day >= 0) continue;
      Object.assign(row, { collected: { amountMicros: String((awarded * BigInt(part)) / 100n), currencyCode: 'RUB' }, collectedAt: calendar.day(day) });
      paidOn.add(day);
    }
    for (const day of paidOn) this.event('RECOVERY_AMOUNT', day, day, {}, `RECOVERY_AMOUNT.${day}`);
  }

  private documents(): void {
    const { chance, calendar, places, say } = this.world;
    const { top, client } = this.casting;
    const intake = this.facts.caseEvent.find(({ kindId }) => kindId === places.catalogueId('eventKind', 'DOCUMENT_INTAKE'));
    for (const { key, name, stage, isMandatory } of REQUIREMENTS.filter(({ direction }) => direction === top)) {
      const phase = this.path.find((each) => each.stage === stage);
      if (!phase || (!isMandatory && !(key.endsWith('/kinship') ? this.isFatal : chance.percent(45)))) continue;
      const isNow = stage === this.casting.stage;
      const requested = Math.round(phase.from + chance.int(1, 8));
      const received = requested + chance.int(2, Math.max(3, Math.round(phase.length * 0.6)));
      const isIn = received < 0 && !(isNow && chance.percent(30));
      const status = isIn ? (isNow && chance.percent(8) ? 'REJECTED' : 'RECEIVED') : !isNow ? 'NOT_NEEDED' : requested < 0 && chance.percent(60) ? 'REQUESTED' : 'REQUIRED';
      const isOriginal = chance.percent(35);
      this.add('caseDocument', key, {
        legalCaseId: this.caseId,
        requirementId: places.catalogueId('documentRequirement', key),
        name: say(name),
        status,
        requestedAt: status === 'REQUIRED' || status === 'NOT_NEEDED' ? null : calendar.day(requested),
        ...(isIn
          ? {
              receivedAt: calendar.day(received),
              receivedFrom: say(client.lastName),
              isOriginal,
              storagePlace: isOriginal ? say({ en: `Safe ${chance.int(1, 3)}`, ru: `Сейф ${chance.int(1, 3)}` }) : '',
              ...(stage === 'EVIDENCE' && intake ? { caseEventId: intake.id } : {}),
            }
          : {}),
      });
    }
  }

  private assignments(): void {
    const { chance, calendar, places, say } = this.world;
    const { lead, assistant, stage } = this.casting;
    const count = chance.int(0, 2);
    for (let index = 0; index < count; index += 1) {
      const isOld = stage === 'ARCHIVED' || chance.percent(55);
      const given = isOld ? Math.round(this.path[0].from * (chance.int(20, 90) / 100)) - 1 : Math.max(this.path[0].from, -chance.int(1, 14));
      const due = given + chance.int(2, 9);
      const done = given + chance.int(1, 11);
      const isDone = done < 0 && (isOld || chance.percent(40));
      this.add('clientAssignment', String(index), {
        legalCaseId: this.caseId,
        title: say(chance.pick(ERRANDS)),
        responsibleId: places.memberId(chance.percent(50) ? assistant : lead),
        givenAt: calendar.moment(given, 8),
        dueAt: calendar.moment(due, 15),
        completedAt: isDone ? calendar.moment(done, 14) : null,
        status: isDone ? 'DONE' : chance.pick(['NEW', 'IN_PROGRESS']),
        clientId: this.facts.person[0].id,
        regionId: this.facts.legalCase[0].regionId,
        directionId: this.facts.legalCase[0].directionId,
      });
    }
  }
}

export const writeCase = (world: World, casting: Casting): { facts: Facts; papers: Paper[] } => new CaseWriter(world, casting).write();
