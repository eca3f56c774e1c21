import type { Logger } from 'pino';
import type { Bundle } from '../cases/bundle';
import { changesOf } from '../cases/changes';
import type { Write } from '../cases/derive';
import type { Language } from '../correspondence/words';
import { caseControlId, courtDecisionTotalId, eventDurationId } from '../identifiers';
import type { Budget } from '../twenty/budget';
import { TwentyError } from '../twenty/client';
import { Book } from './book';
import { totalCell } from './decisions';
import { durationCell, type DurationCell } from './durations';
import { contributionOf, REGISTERS, type Added, type RegisterObject, type RegisterRow, type RegisterRows } from './rows';
import { durationName, NAMELESS, totalName, type Names } from './words';

/** So many operations a minute may the registers cost while one change follows another. */
const OPERATIONS_A_MINUTE = 20;
/** A look comes a little sooner or later than another. */
const JITTER_MS = 500;
const RECONCILE_EVERY_MS = 3_600_000;
/** Rows become visible out of order, so what was read is read again for this long. */
const OVERLAP_MS = 20_000;

type Row = { id: string } & Record<string, unknown>;

/** How a rebuild signs. */
export const REBUILD = 'rebuild:';
/** Who wrote the registers last; it may be forgotten. */
export type Signature = { last: () => Promise<string | null>; sign: () => Promise<void>; own: string };

/** A case's own row waits, to be written together with those of others. */
export const isDeferred = ({ object }: Write): boolean => object === 'caseControl';

/** The differences between a register as it is and as it should be. */
export const differences = (object: RegisterObject, there: RegisterRow[], wanted: Row[]) => {
  const key: readonly string[] = REGISTERS[object].key;
  const wantedById = new Map(wanted.map((row) => [row.id, row]));
  const thereById = new Map(there.map((row) => [row.id, row]));
  /** A row that bears a key not its own keeps another from it, even from the bin. */
  const strayed = there.filter((row) => {
    const own = wantedById.get(row.id);
    return key.some((field) => row[field] !== null) && (own ? key.some((field) => row[field] !== own[field]) : wanted.some((each) => key.every((field) => each[field] === row[field])));
  });
  return {
    freed: strayed.map(({ id }): Row => ({ id, ...Object.fromEntries(key.map((field) => [field, null])) })),
    removed: there.filter(({ id, deletedAt }) => !wantedById.has(id) && (deletedAt === null || strayed.some((row) => row.id === id))).map(({ id }) => id),
    written: wanted.filter((row) => {
      const known = thereById.get(row.id);
      return known === undefined || known.deletedAt !== null || Object.keys(changesOf(known, row)).length > 0;
    }),
  };
};

/**
 * Keeps the registers: takes what each case adds to them, and writes the rows that changed, many changes at once. What it keeps
 * in memory is only what the cases' own rows in Twenty say; it is read from there anew at the start and every hour, and what
 * another process wrote meanwhile before anything is written over it.
 */
export class Registers {
  private book = new Book();
  /** The cases' own rows that are to be written, by case. */
  private readonly controls = new Map<string, Row>();
  /** The cases whose own row goes, because they are gone. */
  private readonly gone = new Set<string>();
  private names: Names = new Map();
  private reconcileAt = 0;
  private readUntil = 0;
  private nextFlushAt = 0;

  constructor(private readonly parts: { rows: RegisterRows; signature: Signature; budget: Pick<Budget, 'spentOn'>; language: Language; logger: Pick<Logger, 'info' | 'warn' | 'error'> }) {}

  readonly expected = (cell: DurationCell, normDays: number | null) => this.book.expected(cell, normDays);

  /** Whether every one of these cases has told what it adds. */
  know(caseIds: string[]): boolean {
    return caseIds.every((id) => this.book.has(id));
  }

  /** A case as it is once these are written. */
  take({ legalCase: { id }, caseControls: [control], caseFinances: [finance] }: Bundle, writes: Write[]): void {
    const dataOf = (object: 'caseControl' | 'caseFinance') => writes.find((write) => write.object === object)?.data;
    const standing = (object: 'caseControl' | 'caseFinance', row: { contribution?: unknown } | undefined): unknown => {
      const data = dataOf(object);
      return data && 'contribution' in data ? data.contribution : row?.contribution;
    };
    this.book.set(id, contributionOf({ control: standing('caseControl', control), finance: standing('caseFinance', finance) }));
    const own = writes.find(isDeferred);
    if (own) this.controls.set(id, { id: own.id, ...own.data });
    else this.controls.delete(id);
    this.gone.delete(id);
  }

  /** A case that is not there any more. */
  drop(caseId: string): void {
    this.controls.delete(caseId);
    if (!this.book.has(caseId)) return;
    this.book.forget(caseId);
    this.gone.add(caseId);
  }

  /** Reads everything anew, if it is time: none of it is known yet, an hour is over, or a rebuild wrote it. */
  async open(): Promise<void> {
    const last = await this.parts.signature.last();
    if (Date.now() >= this.reconcileAt || (last !== this.parts.signature.own && last?.startsWith(REBUILD))) await this.reconcile();
  }

  /** Writes what changed, but no more often than the registers may cost. */
  async flush(): Promise<number> {
    const { durations, totals } = this.book.changes;
    if (durations + totals + this.controls.size + this.gone.size === 0 || Date.now() < this.nextFlushAt) return 0;
    const { budget, signature } = this.parts;
    const [startedAt, spent] = [Date.now(), budget.spentOn('registers')];
    try {
      if ((await signature.last()) !== signature.own) await this.catchUp();
      await signature.sign();
      return await this.writeChanges();
    } finally {
      this.nextFlushAt = startedAt + ((budget.spentOn('registers') - spent) * 60_000) / OPERATIONS_A_MINUTE - JITTER_MS;
    }
  }

  /**
   * Makes the registers what the cases' own rows say, whatever became of them: after a crash, another's writing, anything.
   *
   * @returns how many rows were not so
   */
  async reconcile(): Promise<Record<RegisterObject, number>> {
    const { rows, signature, logger } = this.parts;
    const { added, orphans } = await rows.added(null);
    const book = new Book();
    for (const { caseId, ...each } of added) book.set(caseId, each.contribution);
    // What waits to be written is newer than what is there.
    for (const caseId of this.controls.keys()) book.set(caseId, this.book.contribution(caseId));
    book.takeChanged();
    this.book = book;
    this.readUntil = latest(added);
    this.names = await rows.names();
    await signature.sign();
    if (orphans.length > 0) await rows.remove('caseControl', orphans);
    const changed = { eventDuration: 0, courtDecisionTotal: 0 };
    for (const object of ['eventDuration', 'courtDecisionTotal'] as const) {
      const wanted = this.keys(object).flatMap((key) => this.row(object, key) ?? []);
      const { freed, removed, written } = differences(object, await rows.rows(object), wanted);
      await this.write(object, freed, []);
      await this.write(object, written, removed);
      changed[object] = written.length + removed.length;
    }
    this.reconcileAt = Date.now() + RECONCILE_EVERY_MS;
    if (changed.eventDuration + changed.courtDecisionTotal > 0) logger.info(changed, 'the registers are put right');
    return changed;
  }

  /** What another process wrote of the cases since this one looked. */
  private async catchUp(): Promise<void> {
    const { added } = await this.parts.rows.added(new Date(this.readUntil - OVERLAP_MS));
    for (const { caseId, contribution } of added) if (!this.controls.has(caseId)) this.book.set(caseId, contribution);
    this.readUntil = Math.max(this.readUntil, latest(added));
  }

  private async writeChanges(): Promise<number> {
    const { rows, logger } = this.parts;
    const [controls, gone, changed] = [[...this.controls], [...this.gone], this.book.takeChanged()];
    try {
      await this.writeControls(controls.map(([, row]) => row));
      if (gone.length > 0) await rows.remove('caseControl', gone.map(caseControlId));
      for (const [object, keys] of [['eventDuration', changed.durations], ['courtDecisionTotal', changed.totals]] as const) {
        await this.nameAll(object, keys);
        const wanted = keys.flatMap((key) => this.row(object, key) ?? []);
        const lost = keys.filter((key) => this.row(object, key) === null).map(ID_OF[object]);
        await this.write(object, wanted, lost);
      }
    } catch (error) {
      this.book.putBack(changed);
      if (!(error instanceof TwentyError) || error.fault !== 'DUPLICATE') throw error;
      logger.warn({ error: error.message }, 'a row of a register has the key of another');
      await this.reconcile();
    }
    for (const [id, row] of controls) if (this.controls.get(id) === row) this.controls.delete(id);
    for (const id of gone) this.gone.delete(id);
    const counts = { caseControl: controls.length + gone.length, eventDuration: changed.durations.length, courtDecisionTotal: changed.totals.length };
    logger.info(counts, 'the registers are written');
    return counts.caseControl + counts.eventDuration + counts.courtDecisionTotal;
  }

  private async writeControls(controls: Row[]): Promise<void> {
    try {
      await this.write('caseControl', controls, []);
    } catch (error) {
      if (!(error instanceof TwentyError) || error.fault !== 'DUPLICATE') throw error;
      // Somebody made a row for one of the cases: the others are to be written all the same.
      if (controls.length === 1) this.parts.logger.error({ id: controls[0]!.id, why: error.message }, 'a case has another row of control');
      else for (const control of controls) await this.writeControls([control]);
    }
  }

  private async write(object: RegisterObject | 'caseControl', written: Row[], removed: string[]): Promise<void> {
    const { rows, logger } = this.parts;
    // First: the key of a row that goes may be that of one that comes.
    if (removed.length > 0) await rows.remove(object, removed);
    if (written.length === 0) return;
    const { rejected } = await rows.write(object, written);
    for (const { record, why } of rejected) logger.error({ object, id: record.id, why }, 'Twenty does not accept a row of a register');
  }

  private keys(object: RegisterObject): string[] {
    return object === 'eventDuration' ? this.book.durationKeys : this.book.totalKeys;
  }

  private row(object: RegisterObject, key: string): Row | null {
    const { language } = this.parts;
    if (object === 'eventDuration') {
      const row = this.book.duration(key);
      return row && { ...row, name: durationName(row, this.names, language) };
    }
    const row = this.book.total(key);
    return row && { ...row, name: totalName(row, this.names, language) };
  }

  /** Names are read when all is; what came since is asked for once. */
  private async nameAll(object: RegisterObject, keys: string[]): Promise<void> {
    const ids = keys.flatMap((key) => namedIn(object, key)).filter((id) => !this.names.has(id));
    if (ids.length === 0) return;
    this.names = await this.parts.rows.names();
    for (const id of ids) if (!this.names.has(id)) this.names.set(id, NAMELESS);
  }
}

const ID_OF: Record<RegisterObject, (key: string) => string> = { eventDuration: eventDurationId, courtDecisionTotal: courtDecisionTotalId };

const namedIn = (object: RegisterObject, key: string): string[] => {
  const cell = object === 'eventDuration' ? durationCell(key) : totalCell(key);
  return Object.entries(cell).flatMap(([field, id]) => (field.endsWith('Id') && id !== null ? id : []));
};

const latest = (added: Added[]): number => Math.max(0, ...added.map(({ updatedAt }) => Date.parse(updatedAt)));
