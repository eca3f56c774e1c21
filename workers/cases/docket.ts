import type { Logger } from 'pino';
import type { Numbering } from '../correspondence/numbering';
import { ConflictBook, conflictsText, partiesOf } from '../parties/conflicts';
import { isDeferred, type Registers } from '../registers/registers';
import type { Budget } from '../twenty/budget';
import type { Clock } from '../twenty/clock';
import { TwentyError } from '../twenty/client';
import type { ObjectName } from '../twenty/records';
import { latenessOf } from './assignments';
import { PARTS, type Bundle, type Department, type Direction } from './bundle';
import { midnight } from './calendar';
import type { Cases, Hint, Told } from './cases';
import { changesOf } from './changes';
import { deriveCase, type Catalogues, type Write } from './derive';
import { circlesOf, rootsOf } from './directions';
import { problemsText } from './problem-words';
import { dayOf } from './problems';
import { adoptingCase, casesOf, STRAYING, strayWrite, type Row, type Straying } from './strays';
import type { Speech } from './words';

/** Of these the timeline tells nothing: each look asks after one of them. What the registers count comes round more often. */
const COUNTED = ['recoveries', 'courtDecisions'] as const satisfies Straying[];
const OTHERS = ['firstVisits', 'courtFilings', 'courtHearings'] as const satisfies Straying[];
const UNTOLD: readonly Straying[] = [...COUNTED, ...OTHERS];
const LIST_OF: Partial<Record<Told, Straying>> = {
  caseEvent: 'caseEvents', eventResponsible: 'eventResponsibles', attorneyRequest: 'attorneyRequests', caseDocument: 'caseDocuments',
  clientAssignment: 'clientAssignments',
};
const SOURCE_LISTS: Record<string, Straying> = {
  firstVisit: 'firstVisits', attorneyRequest: 'attorneyRequests', courtFiling: 'courtFilings', courtHearing: 'courtHearings', courtDecision: 'courtDecisions',
};

/** Rows become visible out of order, so what was read is read again for this long. */
const OVERLAP_MS = 20_000;
const SWEEP_OVERLAP_MS = 120_000;
/** A row of the timeline this soon after the workers' own writing tells of that; if it was another's, the sweep finds it. */
const ECHO_MS = 5_000;
const BEFORE_START_MS = 60_000;
/** Cases read and written together. */
const SLICE = 25;
/** A look ends after this long, so that what is new comes before what can wait. */
const LOOK_MS = 15_000;
const ALL_AT_MOST_EVERY_MS = 3_600_000;
const SEED_EVERY_MS = 24 * 3_600_000;
/** How long after the last thing done somebody is thought to be at work. */
const BUSY_MS = 60_000;
const MOST_REMEMBERED = 50_000;
const MOST_PLACES = 300_000;
const MOST_ATTEMPTS = 5;

/** When the server last did something to a record. */
const touchedAt = ({ deletedAt, updatedAt }: { deletedAt: string | null; updatedAt: string }): string => deletedAt ?? updatedAt;

type Trees = { directions: Direction[]; departments: Department[] };

/** How far was looked: only ever forward, and not beyond the present, as whoever writes a record may choose its time. */
const later = (cursor: number, times: string[], now: Date): number =>
  Math.min(Math.max(cursor, ...times.map((time) => Date.parse(time))), now.getTime());

/**
 * The docket: finds the cases in which something was written, and writes what follows. Twenty's timeline tells quickly that
 * something changed; a sweep by the server's own times finds what it did not tell; and all cases are looked at in turn, as time
 * changes them too and a record destroyed for good leaves no trace. All that is kept between looks may be lost.
 */
export class Docket {
  private readonly urgent = new Set<string>();
  private readonly rest = new Set<string>();
  /** Cases with which something failed: from then on each by itself, so that one holds up no other. */
  private readonly suspect = new Set<string>();
  /** Of each record, when the server wrote what was looked at last. */
  private readonly handled = new Map<string, string>();
  /** In which case each record was when it was looked at: that case is to be looked at when the record has left it. */
  private readonly places = new Map<string, string>();
  private readonly heard = new Set<string>();
  private readonly cursors = new Map<Straying | 'timeline', number>();
  private readonly book = new ConflictBook();
  /** The day of which it was looked what is late. */
  private lateOn = '';
  private turn = 0;
  private polled = { counted: 0, others: 0 };
  /** Every case has told what it adds to the registers, so that they tell how long an event takes. */
  private isWhole = false;
  private busyUntil = 0;
  private sweptAt: number | null = null;
  private allAt = 0;
  private seededAt = 0;
  private catalogues: Catalogues | null = null;
  private catalogueState = '';

  constructor(
    private readonly parts: {
      cases: Cases;
      numbering: Numbering;
      budget: Budget;
      clock: Clock;
      registers: Registers;
      seed: () => Promise<unknown>;
      /** Told of which objects something was written, by whomever. */
      changed: (objects: ObjectName[]) => void;
      office: Speech;
      logger: Logger;
    },
  ) {}

  /**
   * Two operations if nothing happened: of the timeline, and of one of the lists that it does not tell of; one of these in turn
   * while operations are short. While somebody is at work, and there is enough to spend, of more lists.
   */
  async look(): Promise<object> {
    const { budget, registers } = this.parts;
    await registers.open();
    const turn = this.turn++;
    const isPlentiful = budget.isPlentiful;
    if (isPlentiful || turn % 2 === 0) await this.listen();
    if (isPlentiful && Date.now() < this.busyUntil) {
      for (const list of COUNTED) await this.poll(list);
      await this.poll(this.nextOf('others', OTHERS));
    } else if (isPlentiful || turn % 2 === 1) {
      const isCountedTurn = (this.polled.counted + this.polled.others) % 2 === 0;
      await this.poll(isCountedTurn ? this.nextOf('counted', COUNTED) : this.nextOf('others', OTHERS));
    }
    return this.work();
  }

  private nextOf(kind: 'counted' | 'others', lists: readonly Straying[]): Straying {
    return lists[this.polled[kind]++ % lists.length]!;
  }

  async sweep(): Promise<object> {
    if (Date.now() - this.seededAt >= SEED_EVERY_MS) {
      await this.parts.seed();
      this.seededAt = Date.now();
    }
    await this.parts.registers.open();
    await this.readCatalogues();
    const startedAt = this.parts.clock.now().getTime();
    if (Date.now() >= this.allAt) await this.takeAll();
    else await this.takeChanged(new Date((this.sweptAt ?? startedAt) - SWEEP_OVERLAP_MS));
    this.sweptAt = startedAt;
    await this.takeLate();
    return this.work();
  }

  private cursor(of: Straying | 'timeline'): Date {
    return new Date((this.cursors.get(of) ?? this.parts.clock.now().getTime() - BEFORE_START_MS) - OVERLAP_MS);
  }

  private moveCursor(of: Straying | 'timeline', times: string[]): void {
    const now = this.parts.clock.now();
    this.cursors.set(of, later(this.cursors.get(of) ?? now.getTime() - BEFORE_START_MS, times, now));
  }

  private async listen(): Promise<void> {
    const hints = await this.parts.cases.hints(this.cursor('timeline'));
    const fresh = hints.filter((hint) => !this.heard.has(hint.key) && !this.isEcho(hint));
    const ids = (object: Told) => [...new Set(fresh.filter((hint) => hint.object === object).map(({ recordId }) => recordId))];
    const changed = Object.entries(LIST_OF).map(([object, list]) => ({ list, ids: ids(object as Told) }));
    const rows = await Promise.all(changed.filter((each) => each.ids.length > 0).map((each) => this.parts.cases.byId(each.list, each.ids)));
    await this.notice(rows.flat());
    if (ids('legalCase').length > 0) {
      this.busyUntil = Date.now() + BUSY_MS;
      this.parts.changed(['legalCase']);
    }
    for (const id of ids('legalCase')) this.urgent.add(id);
    if ((['legalDirection', 'department', 'eventKind'] as const).some((object) => ids(object).length > 0)) await this.readCatalogues();
    this.heard.clear();
    for (const { key } of hints) this.heard.add(key);
    this.moveCursor('timeline', hints.map(({ at }) => new Date(at).toISOString()));
  }

  private isEcho({ isMember, recordId, at }: Hint): boolean {
    const handledAt = this.handled.get(recordId);
    return !isMember && handledAt !== undefined && at - Date.parse(handledAt) < ECHO_MS;
  }

  private async poll(list: Straying): Promise<void> {
    const rows = await this.parts.cases.changedSince(list, this.cursor(list));
    await this.notice(rows);
    this.moveCursor(list, rows.map(({ record }) => touchedAt(record)));
  }

  /** What was written since: their cases are to be looked at, and those without one are told what they lack. */
  private async notice(rows: Row[]): Promise<void> {
    const fresh = rows.filter(({ record }) => this.handled.get(record.id) !== touchedAt(record));
    if (fresh.length > 0) {
      this.busyUntil = Date.now() + BUSY_MS;
      this.parts.changed(fresh.map(({ list }) => PARTS[list].object));
    }
    const living = fresh.filter(({ record }) => record.deletedAt === null);
    await this.write(living.flatMap((row): Write[] => {
      const legalCaseId = adoptingCase(row);
      if (legalCaseId !== null) return [adoption(row, legalCaseId)];
      const write = row.record.legalCaseId === null && strayWrite(row, this.parts.office, this.parts.clock.now());
      return write ? [write] : [];
    }));
    const left = fresh.flatMap(({ record }) => this.places.get(record.id) ?? []);
    for (const id of [...fresh.flatMap(casesOf), ...left, ...(await this.casesOfSources(fresh))]) this.urgent.add(id);
    for (const { record } of fresh) this.remember(record.id, touchedAt(record));
  }

  /** Where a person moved or deleted an event of the workers' making, the case of its record tells what becomes of it. */
  private async casesOfSources(rows: Row[]): Promise<string[]> {
    const ids = new Map<Straying, string[]>();
    for (const { list, record } of rows) {
      const [object, id] = (list === 'caseEvents' && record.sourceKey?.split(':')) || [];
      const source = SOURCE_LISTS[object ?? ''];
      if (source && id) ids.set(source, [...(ids.get(source) ?? []), id]);
    }
    const sources = await Promise.all([...ids].map(([list, each]) => this.parts.cases.byId(list, each)));
    return sources.flat().flatMap(casesOf);
  }

  private async takeChanged(since: Date): Promise<void> {
    const { cases } = this.parts;
    const told = STRAYING.filter((list) => !UNTOLD.includes(list));
    const [changed, ofLetters, ofParties, ...rows] = await Promise.all([
      cases.caseIds(since), cases.casesOfLetters(since), cases.casesOfParties(since), ...told.map((list) => cases.changedSince(list, since)),
    ]);
    await this.notice(rows.flat());
    for (const { id, updatedAt } of changed) if (this.handled.get(id) !== updatedAt) this.urgent.add(id);
    for (const id of [...ofLetters, ...ofParties]) this.urgent.add(id);
  }

  private async takeAll(): Promise<void> {
    const { cases } = this.parts;
    const [all, ...strays] = await Promise.all([cases.parties(), ...STRAYING.map((list) => cases.withoutCase(list))]);
    await this.notice(strays.flat());
    this.isWhole ||= this.parts.registers.know(all.map(({ id }) => id));
    this.book.know(all.map(partiesOf));
    for (const { id } of all) this.rest.add(id);
    // However many there are, this takes about one operation a minute.
    this.allAt = Date.now() + Math.max(ALL_AT_MOST_EVERY_MS, (all.length / SLICE) * 60_000);
  }

  /** What became late by another day's beginning, of which no record tells. */
  private async takeLate(): Promise<void> {
    const { cases, clock, office: { timeZone } } = this.parts;
    const today = dayOf(clock.now().toISOString(), timeZone);
    if (this.lateOn === today) return;
    const due = await cases.assignmentsDueBefore(midnight(today, timeZone));
    await this.write(due.flatMap((assignment): Write[] => {
      const data = changesOf(assignment, latenessOf(assignment, today, timeZone));
      return Object.keys(data).length > 0 ? [{ object: 'clientAssignment', id: assignment.id, data, isOurs: false }] : [];
    }));
    this.lateOn = today;
  }

  private async readCatalogues(): Promise<void> {
    const { kinds, directions, departments } = await this.parts.cases.catalogues();
    const roots = rootsOf(directions);
    const state = JSON.stringify([kinds, [...roots]]);
    // Whatever changed in them may concern any case.
    if (this.catalogueState !== '' && this.catalogueState !== state) this.allAt = 0;
    this.catalogues = { kinds, roots };
    this.catalogueState = state;
    await this.write(treeWrites({ directions, departments }, roots, this.parts.office));
  }

  /** @returns of `waiting` that more is left to the next look */
  private async work(): Promise<{ cases: number; writes: number; waiting: number }> {
    const startedAt = Date.now();
    const done = { cases: 0, writes: 0 };
    while (this.urgent.size + this.rest.size > 0 && Date.now() - startedAt < LOOK_MS) {
      const ids = this.next();
      try {
        done.writes += await this.handle(ids);
      } catch (error) {
        for (const id of ids) {
          this.forget(id);
          this.suspect.add(id);
          this.rest.add(id);
        }
        throw error;
      }
      done.cases += ids.length;
      for (const id of ids) {
        this.forget(id);
        this.suspect.delete(id);
      }
      this.isWhole ||= this.allAt > 0 && this.rest.size === 0;
      done.writes += await this.parts.registers.flush();
    }
    done.writes += await this.parts.registers.flush();
    return { ...done, waiting: this.urgent.size + this.rest.size };
  }

  private next(): string[] {
    const waiting = [...new Set([...this.urgent, ...this.rest])];
    return this.suspect.has(waiting[0]!) ? [waiting[0]!] : waiting.filter((id) => !this.suspect.has(id)).slice(0, SLICE);
  }

  private forget(id: string): void {
    this.urgent.delete(id);
    this.rest.delete(id);
  }

  private async handle(ids: string[]): Promise<number> {
    const { cases, numbering, registers, logger } = this.parts;
    if (this.catalogues === null) await this.readCatalogues();
    for (let attempt = 1; ; attempt += 1) {
      const bundles = await cases.bundles(ids);
      this.enter(ids, bundles);
      const derived = await this.derive(bundles);
      const writes = derived.flatMap((each) => each.writes.filter((write) => !isDeferred(write)));
      try {
        await this.write(writes);
      } catch (error) {
        if (!(error instanceof TwentyError) || error.fault !== 'DUPLICATE' || attempt === MOST_ATTEMPTS) throw error;
        // Someone else gave out a number meanwhile: what was written already follows no more.
        logger.warn({ error: error.message }, 'a case number was taken already, taking the next');
        numbering.forget();
        continue;
      }
      for (const { bundle, writes: all } of derived) registers.take(bundle, all);
      for (const { legalCase } of bundles) this.remember(legalCase.id, legalCase.updatedAt);
      for (const bundle of bundles) this.locate(bundle);
      const found = new Set(bundles.map(({ legalCase }) => legalCase.id));
      for (const id of ids) if (!found.has(id)) registers.drop(id);
      return writes.length;
    }
  }

  /** What one case has against another, the other has against it. */
  private enter(ids: string[], bundles: Bundle[]): void {
    const found = new Set(bundles.map(({ legalCase }) => legalCase.id));
    const concerned = [...ids.filter((id) => !found.has(id)).flatMap((id) => this.book.drop(id)), ...bundles.flatMap(({ legalCase }) => this.book.take(partiesOf(legalCase)))];
    for (const id of concerned) if (!ids.includes(id)) this.urgent.add(id);
  }

  private async derive(bundles: Bundle[]): Promise<{ bundle: Bundle; writes: Write[] }[]> {
    const { office, numbering, registers, logger } = this.parts;
    const now = this.parts.clock.now();
    const expected = this.isWhole ? { expected: registers.expected } : {};
    const derived: { bundle: Bundle; writes: Write[] }[] = [];
    for (const bundle of bundles.sort((one, other) => Date.parse(one.legalCase.createdAt) - Date.parse(other.legalCase.createdAt))) {
      const { id, number, openedAt, createdAt } = bundle.legalCase;
      const prefix = `${dayOf(openedAt ?? createdAt, office.timeZone).slice(0, 4)}-`;
      try {
        const given = number === null ? { number: await numbering.next(prefix) } : {};
        const against = this.book.of(id);
        const conflicts = against === null ? {} : { conflicts: conflictsText(against, id, office.language) };
        derived.push({ bundle, writes: deriveCase({ bundle, catalogues: this.catalogues!, office, now, ...given, ...conflicts, ...expected }) });
      } catch (error) {
        // A case that the rules cannot read must not hold up the others.
        if (!(error instanceof RangeError || error instanceof SyntaxError)) throw error;
        logger.error({ caseId: id, error: error.message }, 'the case cannot be read');
      }
    }
    return derived;
  }

  private locate(bundle: Bundle): void {
    if (this.places.size >= MOST_PLACES) this.places.clear();
    for (const list of STRAYING) for (const { id } of bundle[list]) this.places.set(id, bundle.legalCase.id);
  }

  private async write(writes: Write[]): Promise<void> {
    if (writes.length === 0) return;
    const { cases, logger } = this.parts;
    // An event that moves to another case with its record is cancelled by none that it leaves.
    const ours = new Set(writes.filter(({ isOurs }) => isOurs).map(({ id }) => id));
    this.parts.changed(writes.map(({ object }) => object));
    const { written, rejected } = await cases.write(writes.filter(({ id, isOurs }) => isOurs || !ours.has(id)));
    for (const [id, updatedAt] of written) this.remember(id, updatedAt);
    for (const { record, why } of rejected) logger.error({ id: record.id, why }, 'Twenty does not accept what follows');
    const counts: Record<string, number> = {};
    for (const { object } of writes) counts[object] = (counts[object] ?? 0) + 1;
    logger.info(counts, 'the docket is written');
  }

  private remember(id: string, at: string): void {
    if (this.handled.size >= MOST_REMEMBERED) this.handled.clear();
    const known = this.handled.get(id);
    // What the workers wrote in the meantime is newer than what was read.
    if (known === undefined || Date.parse(known) < Date.parse(at)) this.handled.set(id, at);
  }
}

const adoption = ({ list, record }: Row, legalCaseId: string): Write => ({ object: PARTS[list].object, id: record.id, data: { legalCaseId }, isOurs: false });

const treeWrites = ({ directions, departments }: Trees, roots: Map<string, string | null>, { language }: Speech): Write[] => {
  const inTree = (object: 'legalDirection' | 'department', rows: (Direction | Department)[]): Write[] => {
    const circles = circlesOf(rows);
    return rows.flatMap((row): Write[] => {
      const circle = circles.get(row.id);
      const problem = problemsText(circle ? [circle] : [], language);
      const rootId = roots.get(row.id) ?? null;
      const data = { ...(problem !== (row.problem ?? '') ? { problem } : {}), ...('rootId' in row && row.rootId !== rootId ? { rootId } : {}) };
      return Object.keys(data).length > 0 ? [{ object, id: row.id, data, isOurs: false }] : [];
    });
  };
  return [...inTree('legalDirection', directions), ...inTree('department', departments)];
};
