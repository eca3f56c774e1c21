/** Cases and their events from the lines of a file. Pure. */
import type { CaseStage, Completion, DecisionOutcome, Instance } from '../../custom-objects/vocabulary';
import { sourceKeyOf } from '../cases/derive';
import { caseEventId, importedId } from '../identifiers';
import { plain } from '../parties/normalise';
import type { EventKind, Known } from './known';
import { Refusal, type Line } from './line';
import type { ByName, Employees } from './lookup';
import type { Client, Parties, Write } from './parties';
import type { Field } from './shapes';
import type { Money } from './values';

export type Planned = { what: string; isNew: boolean };

/** The first that a word of the cell begins with. */
const wordIn = <Value extends string>(text: string, words: readonly (readonly [Value, RegExp])[]): Value | null => words.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

const STAGES: readonly (readonly [CaseStage, RegExp])[] = [
  ['ARCHIVED', /архив|закры|заверш|прекращ|archiv|closed/i],
  ['ENFORCEMENT', /исполнит|взыскан|пристав|enforce/i],
  ['CASSATION', /кассац|надзор|cassation/i],
  ['APPEAL', /апелл|appeal/i],
  ['FIRST_INSTANCE', /перв\S* инстанц|^суд|в суде|first/i],
  ['PRETRIAL', /досуд|претенз|pre-?trial/i],
  ['EVIDENCE', /сбор|доказат|документ|запрос|evidence/i],
  ['INTAKE', /при[её]м|обращен|визит|нов|intake|new/i],
];

const COMPLETIONS: readonly (readonly [Completion, RegExp])[] = [
  ['CANCELLED', /отмен|аннулир|cancel/i],
  ['WAITING', /жд[её]м|ожида|приостан|wait/i],
  ['PLANNED', /план|не начат|planned/i],
  ['IN_PROGRESS', /в работе|начат|выполняется|в процессе|текущ|progress/i],
  ['COMPLETED', /заверш|выполнен|исполнен|закры|оконч|готов|complet|done/i],
];

const HIGHER: readonly (readonly [Instance, RegExp])[] = [['CASSATION', /кассац/i], ['SUPERVISORY', /надзор|верховн/i], ['APPEAL', /./]];

type Parts = {
  known: Known;
  parties: Parties;
  courts: ByName<{ id: string; name: string | null }>;
  departments: ByName<{ id: string; name: string | null }>;
  employees: Employees;
  eventKinds: ByName<EventKind>;
  recoveryKinds: ByName<{ id: string; name: string | null; code: string | null }>;
  now: Date;
};

const day = (moment: string | null, line: Line, field: Field): string | null => (moment ? line.day(field) : null);

/** Only what is given is written, so that the workers' own rules fill the rest. */
const given = (data: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null && value !== undefined && value !== ''));

export class CasePlan {
  constructor(private readonly parts: Parts) {}

  private court(line: Line): string | null {
    return this.orWarn(line, 'court', 'NO_COURT', (text) => this.parts.courts.find(text)?.id ?? null);
  }

  private department(line: Line): string | null {
    return this.orWarn(line, 'department', 'NO_DEPARTMENT', (text) => this.parts.departments.find(text)?.id ?? null);
  }

  private orWarn(line: Line, field: Field, code: 'NO_COURT' | 'NO_DEPARTMENT', find: (text: string) => string | null): string | null {
    const text = line.text(field);
    const found = text ? find(text) : null;
    if (text && !found) line.warn(code, field, text);
    return found;
  }

  private responsibles(line: Line): string[] {
    const found = line.list('responsible').flatMap((name) => {
      const id = this.parts.employees.find(name);
      if (!id) line.warn('NO_EMPLOYEE', 'responsible', name);
      return id ?? [];
    });
    return [...new Set(found)];
  }

  private opponent(line: Line, writes: Write[]): Record<string, unknown> {
    const text = line.text('opponent');
    if (!text) return {};
    const { kind, id } = this.parts.parties.named(line, text, 'opponent', writes);
    return kind === 'company' ? { opponentId: id } : { opponentPersonId: id };
  }

  private classes(line: Line): { regionId: string | null; directionId: string | null } {
    const { parties } = this.parts;
    const region = line.text('region');
    const direction = line.text('direction');
    return { regionId: region ? parties.region(region) : null, directionId: direction ? parties.direction(direction) : null };
  }

  case(line: Line, writes: Write[]): Planned {
    const { known, parties } = this.parts;
    const field = line.first('caseNumber', 'number');
    if (!field) throw new Refusal('EMPTY', line.has('number') ? 'number' : 'caseNumber');
    const number = line.text(field);
    const there = known.case(number);
    if (there) return { what: number, isNew: false };
    const classes = this.classes(line);
    const openedAt = line.day('startedAt');
    const closedAt = line.day('completedAt');
    if (openedAt && closedAt && closedAt < openedAt) throw new Refusal('ENDS_BEFORE', 'completedAt');
    const told = line.text('stage');
    const stage: CaseStage | null = told ? wordIn(told, STAGES) : closedAt ? 'ARCHIVED' : null;
    if (told && !stage) throw new Refusal('NO_WORD', 'stage', told);
    const client = parties.client(line, writes, { mustBePerson: true });
    const id = importedId('legalCase', plain(number));
    const [leadId] = this.responsibles(line);
    writes.push({
      object: 'legalCase',
      id,
      data: given({
        number, title: line.text('title'), clientId: client.id, ...this.opponent(line, writes), ...classes, departmentId: this.department(line), leadId,
        courtId: this.court(line), stage, openedAt, closedAt,
      }),
    });
    known.addCase({ id, number, clientId: client.id, directionId: classes.directionId });
    return { what: `${number}, ${client.name}`, isNew: true };
  }

  /** The case of an event: by its number; else the client's only one, of the line's direction; else one that begins with this line. */
  private caseOf(line: Line, writes: Write[], classes: { regionId: string | null; directionId: string | null }): { id: string; clientId: string | null; what: string } {
    const { known, parties } = this.parts;
    const field = line.first('caseNumber', 'number');
    const number = field ? line.text(field) : '';
    const there = field ? known.case(number) : null;
    if (there) return { id: there.id, clientId: there.clientId, what: number };
    // Without a client, the number was all that led to a case; a document's own number leads to none.
    const hasClient = line.first('client', 'lastName') !== null;
    if (!hasClient) throw field ? new Refusal('NO_CASE', field, number) : new Refusal('EMPTY', line.has('client') ? 'client' : 'caseNumber');
    const client: Client = parties.client(line, writes, { mustBePerson: true });
    const own = line.text('caseNumber');
    const match = own ? null : known.caseOf(client.id, classes.directionId);
    if (match && 'many' in match) throw new Refusal('MANY_CASES', 'client', client.name, String(match.many));
    if (match) return { id: match.found.id, clientId: client.id, what: client.name };
    const id = own ? importedId('legalCase', plain(own)) : importedId('legalCase', client.id, classes.directionId ?? '');
    writes.push({ object: 'legalCase', id, data: given({ number: own, clientId: client.id, ...classes, openedAt: line.day('startedAt'), ...this.opponent(line, writes) }) });
    known.addCase({ id, number: own || null, clientId: client.id, directionId: classes.directionId });
    return { id, clientId: client.id, what: client.name };
  }

  event(line: Line, writes: Write[]): Planned {
    const { known, eventKinds, now } = this.parts;
    const kindName = line.text('eventKind');
    if (!kindName) throw new Refusal('EMPTY', 'eventKind');
    const kind = eventKinds.find(kindName);
    if (!kind) throw new Refusal('NO_KIND', 'eventKind', kindName);
    const classes = this.classes(line);
    const [startedAt, completedAt, dueAt] = [line.moment('startedAt'), line.moment('completedAt'), line.moment('dueAt')];
    if (startedAt && completedAt && completedAt < startedAt) throw new Refusal('ENDS_BEFORE', 'completedAt');
    const told = line.text('completion');
    const completion = told ? wordIn(told, COMPLETIONS) : completedAt ? 'COMPLETED' : startedAt && Date.parse(startedAt) <= now.getTime() ? 'IN_PROGRESS' : 'PLANNED';
    if (!completion) throw new Refusal('NO_WORD', 'completion', told);
    const sums = { claimed: line.money('claimed'), awarded: line.money('awarded'), collected: line.money('collected') };
    const legalCase = this.caseOf(line, writes, classes);
    const titleField = line.first('title', 'subject');
    const title = titleField ? line.text(titleField) : null;
    const event = { legalCaseId: legalCase.id, kindId: kind.id, startedAt, title };
    const key = [legalCase.id, kind.id, startedAt ?? '', plain(title)];
    const what = [kind.name ?? kindName, legalCase.what].join(', ');
    const record = this.record(line, writes, { kind, key, legalCase, startedAt, completedAt, dueAt, completion, sums, title });
    const id = record ? caseEventId(sourceKeyOf(record.object, record.id)) : importedId('caseEvent', ...key);
    if (known.event(event) ?? known.eventById(id)) return { what, isNew: false };
    if (record) writes.push(record);
    const decisionId = record?.object === 'courtDecision' ? record.id : null;
    writes.push(...this.recovery(line, writes, { key, legalCaseId: legalCase.id, decisionId, sums, completedAt: completedAt ?? startedAt }));
    writes.push({
      object: 'caseEvent',
      id,
      data: given({
        title, legalCaseId: legalCase.id, kindId: kind.id, eventGroup: kind.eventGroup, completion, startedAt, completedAt: completion === 'COMPLETED' ? (completedAt ?? startedAt) : completedAt,
        dueAt, courtId: this.court(line), departmentId: this.department(line), clientId: legalCase.clientId, ...classes, ...(record ? { sourceKey: sourceKeyOf(record.object, record.id) } : {}),
      }),
    });
    for (const [at, memberId] of this.responsibles(line).entries())
      writes.push({
        object: 'eventResponsible',
        id: importedId('eventResponsible', id, memberId),
        data: given({ caseEventId: id, legalCaseId: legalCase.id, memberId, responsibility: at === 0 ? 'LEAD' : 'CO_RESPONSIBLE', completion, startedAt, dueAt }),
      });
    known.addEvent({ id, ...event });
    return { what, isNew: true };
  }

  /** The record of which the event tells, where its kind has one: what reports and reminders read. */
  private record(
    line: Line,
    writes: Write[],
    input: {
      kind: EventKind; key: string[]; legalCase: { id: string }; startedAt: string | null; completedAt: string | null; dueAt: string | null; completion: Completion;
      sums: Record<'claimed' | 'awarded' | 'collected', Money | null>; title: string | null;
    },
  ): Write | null {
    const { kind, key, legalCase, startedAt, completedAt, completion, sums, title } = input;
    const write = (object: Write['object'], data: Record<string, unknown>): Write => ({ object, id: importedId(object, ...key), data: given({ legalCaseId: legalCase.id, ...data }) });
    const isOver = completion === 'COMPLETED';
    const [startDay, endDay] = [day(startedAt, line, 'startedAt'), day(completedAt, line, 'completedAt')];
    switch (kind.code) {
      case 'ATTORNEY_REQUEST': {
        const addressee = line.text('correspondent');
        const to = addressee ? this.parts.parties.company(line, addressee, 'correspondent', writes) : null;
        return write('attorneyRequest', {
          subject: title, addresseeId: to?.id, sentAt: startDay, dueAt: line.day('dueAt'), answeredAt: isOver ? (endDay ?? startDay) : null, status: isOver ? 'ANSWERED' : startDay ? 'SENT' : 'DRAFT',
        });
      }
      case 'TRANSFER_TO_COURT':
      case 'TRANSFER_TO_HIGHER_COURT': {
        const instance = kind.code === 'TRANSFER_TO_COURT' ? 'FIRST' : wordIn(`${line.text('court')} ${title ?? ''}`, HIGHER);
        return write('courtFiling', { courtId: this.court(line), instance, filedAt: startDay, acceptedAt: isOver ? (endDay ?? startDay) : null });
      }
      case 'COURT_HEARING':
        return write('courtHearing', {
          courtId: this.court(line), scheduledAt: startedAt, endsAt: completedAt, outcome: completion === 'CANCELLED' ? 'CANCELLED' : isOver ? 'HELD' : 'SCHEDULED',
        });
      case 'COURT_DECISION': {
        const micros = (sum: Money | null) => (sum ? BigInt(sum.amountMicros) : null);
        const [claimed, awarded] = [micros(sums.claimed), micros(sums.awarded)];
        const outcome: DecisionOutcome | null = awarded === 0n ? 'DENIED' : claimed === null || awarded === null ? null : awarded < claimed ? 'PARTLY_GRANTED' : 'GRANTED';
        return write('courtDecision', { courtId: this.court(line), decidedAt: isOver ? (endDay ?? startDay) : null, outcome });
      }
      default:
        return null;
    }
  }

  private recovery(
    line: Line,
    writes: Write[],
    input: { key: string[]; legalCaseId: string; decisionId: string | null; sums: Record<'claimed' | 'awarded' | 'collected', Money | null>; completedAt: string | null },
  ): Write[] {
    const { key, legalCaseId, decisionId, sums, completedAt } = input;
    if (!sums.claimed && !sums.awarded && !sums.collected) return [];
    const kindName = line.text('recoveryKind');
    const kind = kindName ? this.parts.recoveryKinds.find(kindName) : null;
    if (kindName && !kind) throw new Refusal('NO_WORD', 'recoveryKind', kindName);
    const { opponentId } = this.opponent(line, writes);
    return [
      {
        object: 'recovery',
        id: importedId('recovery', ...key),
        data: given({
          legalCaseId, courtDecisionId: decisionId, kindId: kind?.id, payerId: opponentId, ...sums,
          collectedAt: sums.collected && completedAt ? (line.day('completedAt') ?? line.day('startedAt')) : null,
        }),
      },
    ];
  }
}
