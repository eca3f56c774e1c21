/**
 * Letters with their history from the lines of a file, folded by the office's own rules, so that each letter stands where its history
 * left it. What other systems do not write down (that a letter was accepted before it went on) is put in. Pure.
 */
import { DELIVERY_METHOD } from '../../custom-objects/vocabulary';
import {
  decide, departmentOf, isMember, register, type Action, type Flow, type HistoryRow, type LetterState, type Office, type Status,
} from '../correspondence/protocol';
import { numberPrefix } from '../correspondence/numbering';
import { refusalText, rowName, type Language } from '../correspondence/words';
import { importedId, registerRowId } from '../identifiers';
import { plain } from '../parties/normalise';
import type { Known } from './known';
import { Refusal, type Line } from './line';
import type { ByName, Employees } from './lookup';
import type { Parties, Write } from './parties';
import type { Field } from './shapes';

const wordIn = <Value extends string>(text: string, words: readonly (readonly [Value, RegExp])[]): Value | null => words.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

const FLOWS: readonly (readonly [Flow, RegExp])[] = [['OUTGOING', /исх|отправл|outgo/i], ['INCOMING', /вх|получ|поступ|incom/i]];

const ACTIONS: readonly (readonly [Exclude<Action, 'REGISTER'> | 'REGISTER', RegExp])[] = [
  ['REGISTER', /регистр|получен|поступ|register/i],
  ['RETURN_UNDELIVERED', /не вруч|не достав|undeliver/i],
  ['REJECT', /отклон|отказ|возврат|верн|reject/i],
  ['RECALL', /отозв|отзыв|recall/i],
  ['ACCEPT', /принят|приня|accept/i],
  ['HAND_OVER', /переда|направл|расписан|поруч|hand/i],
  ['DELIVER', /вруч|достав|deliver/i],
  ['SEND', /отправ|send|sent/i],
  ['COMPLETE', /исполн|заверш|выполн|закры|complete|done/i],
  ['ARCHIVE', /архив|списан|в дело|archive/i],
  ['REPORT_LOST', /утер|потер|lost/i],
  ['FOUND', /найден|наш[её]л|found/i],
];

const STATUSES: readonly (readonly [Status, RegExp])[] = [
  ['UNDELIVERED', /не вруч|не достав|возвращ|undeliver/i],
  ['ARCHIVED', /архив|списан|archiv/i],
  ['LOST', /утер|потер|lost/i],
  ['DELIVERED', /вруч|достав|deliver/i],
  ['SENT', /отправ|sent/i],
  ['DONE', /исполнен|заверш|выполн|закры|done|complet/i],
  ['HANDED_OVER', /передан|ожида|handed/i],
  ['IN_WORK', /в работе|на исполн|рассмотр|принят|work/i],
  ['REGISTERED', /регистр|нов|register/i],
];

/** By which steps a letter comes to a status, where the file tells the status alone. */
const WAYS: Partial<Record<Status, { incoming: Action[]; outgoing: Action[] }>> = {
  DONE: { incoming: ['COMPLETE'], outgoing: ['COMPLETE'] },
  ARCHIVED: { incoming: ['COMPLETE', 'ARCHIVE'], outgoing: ['SEND', 'ARCHIVE'] },
  SENT: { incoming: [], outgoing: ['SEND'] },
  DELIVERED: { incoming: [], outgoing: ['SEND', 'DELIVER'] },
  UNDELIVERED: { incoming: [], outgoing: ['SEND', 'RETURN_UNDELIVERED'] },
  LOST: { incoming: ['REPORT_LOST'], outgoing: ['REPORT_LOST'] },
};

const DELIVERIES: readonly (readonly [(typeof DELIVERY_METHOD)[number]['value'], RegExp])[] = [
  ['REGISTERED_POST', /заказн|registered/i], ['COURIER', /курьер|courier/i], ['IN_PERSON', /лично|нарочн|person/i], ['EMAIL', /e-?mail|электрон|эл\. ?почт/i],
  ['COURT_PORTAL', /гас|портал|правосуд|мой арбитр|portal/i], ['POST', /почт|post/i], ['OTHER', /./],
];

type Parts = { known: Known; parties: Parties; office: Office; departments: ByName<{ id: string; name: string | null }>; employees: Employees; language: Language; timeZone: string; secret: string };

/** One who is no employee (any more) has a part in old letters all the same; the prefix tells them apart. */
const ONCE = 'once:';
const known = (id: string | null): string | null => (id?.startsWith(ONCE) ? null : id);

/** Who might do what then is not known now: whoever the file says did it could. */
const lenient = (office: Office): Office => ({
  ...office,
  clerkIds: office.members.map(({ id }) => id),
  memberships: [
    ...office.memberships.map((membership) => ({ ...membership, absentFrom: null, absentUntil: null })),
    ...office.departments.flatMap(({ id: departmentId }) =>
      office.members.map(({ id: memberId }) => ({ departmentId, memberId, membership: 'HEAD' as const, absentFrom: null, absentUntil: null, substituteId: null })),
    ),
  ],
});

/** `IN-2013-000123` of a number of digits; any other as it is, with the year unless it tells one. */
export const letterNumber = (number: string, flow: Flow, registeredAt: string, timeZone: string): string => {
  const prefix = numberPrefix(flow, registeredAt, timeZone);
  if (/^\d{1,9}$/.test(number)) return `${prefix}${number.padStart(6, '0')}`;
  const year = prefix.split('-')[1]!;
  return number.includes(year) ? number : `${number} (${year})`;
};

export class LetterPlan {
  private readonly ways = new Map<string, Way>();
  private readonly guests = new Map<string, string>();
  private office: Office;
  private mayAll: Office;

  constructor(private readonly parts: Parts) {
    this.office = parts.office;
    this.mayAll = lenient(parts.office);
  }

  private flow(line: Line): Flow {
    const text = line.text('flow');
    const flow = wordIn(`${text || line.text('number')}`, FLOWS);
    if (text && !flow) throw new Refusal('NO_WORD', 'flow', text);
    return flow ?? (/^(исх|out)/i.test(line.text('number')) ? 'OUTGOING' : 'INCOMING');
  }

  /** An employee; whoever is none is remembered by name. */
  private member(line: Line, field: Field): string | null {
    const text = line.text(field);
    if (!text) return null;
    const found = this.parts.employees.find(text);
    if (found) return found;
    line.warn('ONCE_THERE', field, text);
    const guest = this.guests.get(plain(text)) ?? `${ONCE}${plain(text)}`;
    if (!this.guests.has(plain(text))) {
      this.guests.set(plain(text), guest);
      this.office = { ...this.office, members: [...this.office.members, { id: guest, name: text, locale: null }] };
      this.mayAll = lenient(this.office);
    }
    return guest;
  }

  /** @returns what it is, and whether the letter is new; its writes come once all lines are read */
  read(line: Line, writes: Write[]): { what: string; isNew: boolean } {
    const { timeZone } = this.parts;
    const number = line.text('number');
    if (!number) throw new Refusal('EMPTY', 'number');
    const dateField = line.first('registeredAt', 'startedAt');
    if (!dateField) throw new Refusal('EMPTY', line.has('registeredAt') ? 'registeredAt' : 'startedAt');
    const registeredAt = line.moment(dateField)!;
    const flow = this.flow(line);
    const full = letterNumber(number, flow, registeredAt, timeZone);
    const way = this.ways.get(full);
    if (!way && this.parts.known.letter(full)) return { what: full, isNew: false };
    const letter = way ?? this.begin(line, { full, flow, registeredAt, writes });
    const step = this.stepWhole(line, letter);
    // Of a letter already there, a line that adds nothing is the same letter again.
    if (way && !step) return { what: full, isNew: false };
    this.ways.set(full, letter);
    this.parts.known.addLetter(full, letter.id);
    return { what: step ?? (line.text('subject') ? `${full}, ${line.text('subject')}` : full), isNew: true };
  }

  private begin(line: Line, input: { full: string; flow: Flow; registeredAt: string; writes: Write[] }): Way {
    const { full, flow, registeredAt, writes } = input;
    const { known: there, parties } = this.parts;
    const id = importedId('correspondence', flow, full);
    const correspondentField = line.first('correspondent', 'client');
    const correspondent = correspondentField ? parties.named(line, line.text(correspondentField), correspondentField, writes) : null;
    const caseNumber = line.text('caseNumber');
    const legalCase = caseNumber ? there.case(caseNumber) : null;
    if (caseNumber && !legalCase) throw new Refusal('NO_CASE', 'caseNumber', caseNumber);
    const delivery = line.text('deliveryMethod');
    const told = line.text('status');
    const status = told ? wordIn(told, STATUSES) : null;
    if (told && !status) throw new Refusal('NO_WORD', 'status', told);
    const by = this.member(line, line.first('registeredBy', 'stepBy', 'responsible') ?? 'registeredBy');
    const subject = line.text(line.first('subject', 'title') ?? 'subject') || null;
    const blank: LetterState = {
      id, number: full, flow, status: null, subject, holderId: null, holderDepartmentId: null, heldSince: null, pendingMemberId: null, pendingDepartmentId: null,
      handedOverAt: null, handedOverById: null, resumeStatus: null, step: 0,
    };
    const begun = register({ letter: blank, rowId: registerRowId(id, this.parts.secret), number: full, actorId: by, occurredAt: registeredAt, office: this.office });
    const facts = {
      registeredAt,
      documentDate: line.day('documentDate'),
      deliveryMethod: delivery ? wordIn(delivery, DELIVERIES) : null,
      trackingNumber: line.text('trackingNumber') || null,
      dueAt: line.moment('dueAt'),
      originalPlace: line.text('place') || null,
      legalCaseId: legalCase?.id ?? null,
      ...(correspondent ? { [correspondent.kind === 'company' ? 'counterpartyId' : 'personId']: correspondent.id } : {}),
    };
    const way: Way = { id, state: begun.letter, rows: [], status, facts, at: registeredAt, writes };
    this.keep(way, begun.row);
    // A file of one line a letter names at most who has it.
    const responsible = line.text('responsible');
    if (responsible && !line.first('step', 'stepTo', 'stepDepartment')) {
      const memberId = this.member(line, 'responsible')!;
      if (memberId !== by) {
        this.act(line, way, { action: 'HAND_OVER', actorId: by ?? memberId, toMemberId: memberId, at: registeredAt, reason: null, field: 'responsible' });
        this.settle(line, way);
      }
    }
    return way;
  }

  /** A step that does not fit leaves the letter where it was. */
  private stepWhole(line: Line, way: Way): string | null {
    const [{ state, at }, count] = [way, way.rows.length];
    try {
      return this.step(line, way);
    } catch (error) {
      Object.assign(way, { state, at });
      way.rows.length = count;
      throw error;
    }
  }

  /** The step that a line tells of. @returns what it is; null where it tells of none */
  private step(line: Line, way: Way): string | null {
    const told = line.text('step');
    const [toText, departmentText] = [line.text('stepTo'), line.text('stepDepartment')];
    if (!told && !toText && !departmentText) return null;
    const action = told ? wordIn(told, ACTIONS) : 'HAND_OVER';
    if (!action) throw new Refusal('NO_WORD', 'step', told);
    if (action === 'REGISTER') return null;
    const at = line.first('stepAt') ? line.moment('stepAt')! : way.at;
    if (Date.parse(at) < Date.parse(way.at)) throw new Refusal('TOO_EARLY', 'stepAt');
    const department = departmentText || (toText && !this.parts.employees.find(toText) ? toText : '');
    const toDepartmentId = action === 'HAND_OVER' && department ? (this.parts.departments.find(department)?.id ?? null) : null;
    if (departmentText && action === 'HAND_OVER' && !toDepartmentId) line.warn('NO_DEPARTMENT', 'stepDepartment', departmentText);
    const toMemberId = action === 'HAND_OVER' && toText && !(toDepartmentId && !departmentText) ? this.member(line, 'stepTo') : null;
    if (action === 'HAND_OVER' && !toMemberId && !toDepartmentId) throw new Refusal('NO_TARGET', line.has('stepTo') ? 'stepTo' : 'stepDepartment');
    const by = this.member(line, 'stepBy');
    // Other systems do not write down that what goes on was accepted first.
    if (way.state.status === 'HANDED_OVER' && !['ACCEPT', 'REJECT', 'RECALL', 'REPORT_LOST'].includes(action)) this.accept(line, way, by, at);
    const actorId = by ?? (action === 'ACCEPT' ? this.receiver(way) : way.state.holderId) ?? way.state.handedOverById;
    return this.act(line, way, {
      action, actorId, at, reason: line.text('reason') || null, field: line.first('step', 'stepTo', 'stepDepartment')!,
      ...(toMemberId ? { toMemberId } : { toDepartmentId }),
    });
  }

  private receiver({ state: { pendingMemberId, pendingDepartmentId } }: Way): string | null {
    if (pendingMemberId) return pendingMemberId;
    return this.office.memberships.find(({ departmentId, memberId }) => departmentId === pendingDepartmentId && isMember(this.office, memberId))?.memberId ?? null;
  }

  private accept(line: Line, way: Way, by: string | null, at: string): void {
    const actorId = way.state.pendingMemberId ?? by ?? this.receiver(way);
    if (actorId) this.act(line, way, { action: 'ACCEPT', actorId, at, reason: null, field: 'step' });
  }

  /** Registered and done with nobody else named: it went to the own department and was accepted there by who registered it. */
  private takeToWork(line: Line, way: Way): void {
    const { holderId } = way.state;
    const toDepartmentId = way.state.holderDepartmentId ?? (this.office.departments.find(({ isRegistry }) => isRegistry) ?? this.office.departments[0])?.id ?? null;
    this.act(line, way, { action: 'HAND_OVER', actorId: holderId, toDepartmentId, at: way.at, reason: null, field: 'status' });
    this.act(line, way, { action: 'ACCEPT', actorId: holderId, at: way.at, reason: null, field: 'status' });
  }

  /** Whoever has a letter by an old file has accepted it. */
  private settle(line: Line, way: Way): void {
    if (way.state.status === 'HANDED_OVER') this.accept(line, way, null, way.at);
  }

  private act(
    line: Line,
    way: Way,
    step: { action: Exclude<Action, 'REGISTER'>; actorId: string | null; at: string; reason: string | null; field: Field; toMemberId?: string | null; toDepartmentId?: string | null },
  ): string {
    const { language, timeZone } = this.parts;
    const { action, actorId, at, field, toMemberId = null, toDepartmentId = null } = step;
    const isGiven = ['HAND_OVER', 'REJECT'].includes(action);
    const decision = decide({
      letter: way.state,
      office: this.mayAll,
      now: new Date(at),
      row: {
        id: importedId('correspondenceHistory', way.id, String(way.rows.length)), action, correspondenceId: way.id,
        reason: step.reason ?? (isGiven ? (language === 'ru' ? 'причина не указана' : 'no reason is given') : null),
        toMemberId, toDepartmentId, actorId, createdById: actorId, occurredAt: at,
      },
    });
    if (decision.outcome === 'REFUSED') throw new Refusal('NO_STEP', field, refusalText(decision.refusal, { office: this.office, language, timeZone }));
    way.state = { ...decision.letter, holderDepartmentId: decision.letter.holderDepartmentId ?? departmentOf(this.office, decision.letter.holderId) };
    way.at = at;
    return this.keep(way, decision.row);
  }

  private keep(way: Way, row: HistoryRow): string {
    const { language } = this.parts;
    const name = rowName(row, { office: this.office, language });
    way.rows.push({ row: this.withoutGuests(row), name, state: this.withoutGuests(way.state) });
    return name;
  }

  private withoutGuests<Value extends object>(value: Value): Value {
    return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, typeof each === 'string' ? known(each) : each])) as Value;
  }

  /** After the last line: each letter comes to the status that the file tells of it, and is written whole with its first line. */
  finish(lineOf: (way: Way) => Line): void {
    for (const way of this.ways.values()) {
      const line = lineOf(way);
      const { status } = way;
      if (status === null ? way.rows.length > 1 : status !== 'HANDED_OVER' && status !== 'REGISTERED') this.settle(line, way);
      const steps = status === null || status === way.state.status ? [] : (WAYS[status]?.[way.state.flow === 'OUTGOING' ? 'outgoing' : 'incoming'] ?? []);
      for (const action of steps) {
        if (way.state.status === 'ARCHIVED' || way.state.status === 'SENT' && action === 'SEND' || way.state.status === 'DONE' && action === 'COMPLETE') continue;
        try {
          if (action === 'COMPLETE' && way.state.status === 'REGISTERED') this.takeToWork(line, way);
          this.act(line, way, { action: action as Exclude<Action, 'REGISTER'>, actorId: way.state.holderId ?? this.office.members[0]?.id ?? null, at: way.at, reason: null, field: 'status' });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          line.warn(error.code, error.field, ...error.values);
          break;
        }
      }
      const { id, ...consequences } = this.withoutGuests(way.state);
      const facts = Object.fromEntries(Object.entries(way.facts).filter(([, value]) => value !== null));
      way.writes.push({ object: 'correspondence', id, data: { ...consequences, ...facts } });
      for (const { row: { id: rowId, ...fields }, name, state } of way.rows)
        way.writes.push({ object: 'correspondenceHistory', id: rowId, data: { ...fields, name, applied: { v: 1, row: { ...fields, name, refusal: null }, letter: state } } });
    }
  }
}

export type Way = {
  id: string;
  state: LetterState;
  rows: { row: HistoryRow; name: string; state: LetterState }[];
  status: Status | null;
  facts: Record<string, unknown>;
  at: string;
  writes: Write[];
};
