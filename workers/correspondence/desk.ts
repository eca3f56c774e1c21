import type { Logger } from 'pino';
import type { OfficeReader } from '../office/office';
import type { Reminders } from '../reminders/reminders';
import type { Budget } from '../twenty/budget';
import type { Clock } from '../twenty/clock';
import { TwentyError } from '../twenty/client';
import { LOOK_LIMIT, type HistoryRecord, type LetterRecord, type Letters } from './letters';
import { numberPrefix, type Numbering } from './numbering';
import { isQuiet, oldestFirst, plan, strayedFrom, withoutNumber, type EndedHandOver, type Found, type HandOver, type Plan } from './plan';

const REGISTRATION_MS = 6_000;
const REJECTED_MS = 60_000;
/** So few rows are decided in one look that whatever a worker leaves half written as it dies is found by the next. */
const DECIDED_AT_ONCE = 150;
/** What the reminders of a letter may wait for others to be done together with, while the budget is short. */
const LONGEST_BATCH_MS = 20_000;
/** More moves than this in as much time are a busy hour, in which there would not be operations enough for each by itself. */
const BUSY = { moves: 6, withinMs: 30_000 };

/**
 * The registry's desk: looks at what people wrote, decides it, and writes what follows. Each look is complete in itself; all that
 * is kept between looks may be lost, and only saves operations.
 */
export class Desk {
  private lookedForNewAt = 0;
  private unsure = true;
  private readonly rejected = new Map<string, number>();
  private movedAt: number[] = [];
  private readonly putBackAt = new Map<string, string>();
  private waiting: { opened: HandOver[]; ended: EndedHandOver[]; since: number; isPutOff: boolean } = { opened: [], ended: [], since: 0, isPutOff: false };

  constructor(
    private readonly parts: {
      letters: Letters;
      numbering: Numbering;
      office: OfficeReader;
      reminders: Reminders;
      budget: Budget;
      clock: Clock;
      timeZone: string;
      secret: string;
      logger: Logger;
    },
  ) {}

  async look(): Promise<{ decided: number; letters: number; restored: number; lagsMs?: number[] }> {
    const wasUnsure = this.unsure;
    // Until the look has come to its end, something may be half written.
    this.unsure = true;
    // What is half written is mended before anything is decided on it.
    if (wasUnsure) await this.handle(await this.foundOf(await this.parts.letters.lookFarBack(), []));
    const result = await this.handle(await this.find());
    this.unsure = false;
    await this.remind();
    return result;
  }

  private async find(): Promise<Found> {
    const { letters, budget, clock } = this.parts;
    const now = clock.now();
    const wait = budget.isPlentiful ? REGISTRATION_MS : 2 * REGISTRATION_MS;
    const looksForNew = now.getTime() - this.lookedForNewAt >= wait - 500;
    // Side by side with the history: operations close together are cheaper (see Budget).
    const [rows, unregistered] = await Promise.all([letters.look(now), looksForNew ? letters.unregistered() : []]);
    if (looksForNew) this.lookedForNewAt = now.getTime();
    for (const [id, until] of this.rejected) if (until < now.getTime()) this.rejected.delete(id);
    // The undecided come first: where they fill the look, what was applied just now is asked for by itself.
    const older = rows.length < LOOK_LIMIT ? [] : await letters.lookFarBack();
    const later = new Set(rows.filter(({ applied }) => applied === null).sort(oldestFirst).slice(DECIDED_AT_ONCE).map(({ id }) => id));
    const all = [...new Map<string, HistoryRecord>([...older, ...rows].map((row) => [row.id, row])).values()];
    return this.foundOf(all.filter(({ id }) => !later.has(id)), unregistered);
  }

  private async foundOf(all: HistoryRecord[], unregistered: LetterRecord[]): Promise<Found> {
    const { letters } = this.parts;
    const strayed = strayedFrom(all);
    return {
      // A row that is as the last putting back left it was changed by nobody since: Twenty shows it so, and would for ever.
      rows: all.filter(({ id, updatedAt }) => !this.rejected.has(id) && this.putBackAt.get(id) !== updatedAt),
      unregistered: unregistered.filter(({ id }) => !this.rejected.has(id)),
      strayed: strayed.length > 0 ? await letters.living(strayed) : [],
    };
  }

  private async handle(found: Found) {
    const { numbering, office, timeZone, secret, logger } = this.parts;
    if (isQuiet(found)) return { decided: 0, letters: 0, restored: 0 };
    const startedAt = Date.now();
    for (let attempt = 1; ; attempt += 1) {
      const numbers = new Map<string, string>();
      for (const letter of withoutNumber(found, attempt > 1))
        numbers.set(letter.id, await numbering.next(numberPrefix(letter.flow, letter.updatedAt, timeZone)));
      let work = plan({ found, numbers, office: await office.read(), timeZone, secret });
      if (work.wantsFreshOffice) work = plan({ found, numbers, office: await office.read(startedAt), timeZone, secret });
      try {
        return await this.write(work);
      } catch (error) {
        if (!(error instanceof TwentyError) || error.fault !== 'DUPLICATE' || attempt === 5) throw error;
        // Someone else gave out a number: ask for the highest again and number anew; what was written is written over.
        logger.warn({ error: error.message }, 'a number was taken already, taking the next');
        numbering.forget();
      }
    }
  }

  /** The attempt before its traces are put back; the history before the letters, so that a crash in between is seen and mended. */
  private async write(work: Plan) {
    const { letters, logger } = this.parts;
    const badIncidents = this.setAside((await letters.writeIncidents(work.incidents)).rejected);
    const { written, rejected } = await letters.writeHistory(work.history);
    const badRows = this.setAside(rejected);
    const changed = new Set(work.incidents.map(({ historyId }) => historyId));
    for (const { id, updatedAt } of written) if (changed.has(id)) this.putBackAt.set(id, String(updatedAt));
    const held = new Set(work.history.filter(({ id }) => badRows.has(id)).map(({ applied }) => applied.row.correspondenceId));
    const toWrite = work.letters.filter(({ letter }) => !held.has(letter.id));
    const badLetters = this.setAside((await letters.writeLetters(toWrite)).rejected);

    for (const { id, applied } of work.history) {
      const { correspondenceId, actorId, action, outcome, refusal } = applied.row;
      if (!badRows.has(id)) logger.info({ rowId: id, letterId: correspondenceId, actorId, action, outcome, refusal }, 'row written');
    }
    for (const { id, memberId, historyId, changes } of work.incidents)
      if (!badIncidents.has(id)) logger.warn({ incidentId: id, memberId, rowId: historyId, changes }, 'an applied row was changed, putting it back');

    this.noteMoves(work.opened.length + work.ended.length);
    const isWritten = (letterId: string) => !held.has(letterId) && !badLetters.has(letterId);
    if (this.waiting.opened.length + this.waiting.ended.length === 0) this.waiting.since = Date.now();
    this.waiting.opened.push(...work.opened.filter(({ letter }) => isWritten(letter.id)));
    this.waiting.ended.push(...work.ended.filter(({ letterId }) => isWritten(letterId)));
    const now = this.parts.clock.now().getTime();
    const lagsMs = work.history.filter(({ id }) => !changed.has(id) && !badRows.has(id)).map(({ applied }) => now - Date.parse(applied.row.occurredAt));
    return { decided: work.history.length, letters: toWrite.length, restored: work.incidents.length, lagsMs };
  }

  private noteMoves(moves: number): void {
    const now = Date.now();
    this.movedAt = [...this.movedAt.filter((at) => at > now - BUSY.withinMs), ...Array<number>(moves).fill(now)];
    if (this.movedAt.length > BUSY.moves) this.parts.budget.spare(BUSY.withinMs);
  }

  private setAside(rejected: { record: { id: string }; why: string }[]): Set<string> {
    for (const { record, why } of rejected) {
      this.parts.logger.error({ id: record.id, why }, 'Twenty does not accept what follows; trying again in a minute');
      this.rejected.set(record.id, Date.now() + REJECTED_MS);
    }
    return new Set(rejected.map(({ record }) => record.id));
  }

  /** Reminders begin and end with the letters that moved: at once while the budget is plentiful, else several letters together. */
  private async remind(): Promise<void> {
    const { budget, reminders, office } = this.parts;
    const { opened, ended, since, isPutOff } = this.waiting;
    if (opened.length + ended.length === 0) return;
    if (!budget.isPlentiful && Date.now() - since < LONGEST_BATCH_MS) {
      this.waiting.isPutOff = true;
      return;
    }
    this.waiting = { opened: [], ended: [], since: 0, isPutOff: false };
    // Meanwhile another worker may have begun what is put off here, and let it fire, or have moved the letter on.
    if (isPutOff) return reminders.catchUp(ended, [...new Set([...opened.map(({ letter }) => letter.id), ...ended.map(({ letterId }) => letterId)])]);
    // Of a letter that moved on meanwhile only the last hand-over counts. If this fails half-way, reconciling finds what is left.
    await reminders.ended(ended);
    const over = new Set(ended.map(({ letterId, handedOverAt }) => `${letterId}/${handedOverAt}`));
    await reminders.began(opened.filter(({ letter }) => !over.has(`${letter.id}/${letter.handedOverAt}`)), await office.read());
  }
}
