import type { Budget } from '../twenty/budget';
import { SLICE_MS, type IntakePart } from './part';

/** How long after the last thing done somebody is thought to be at work. */
const BUSY_MS = 60_000;
/** While operations are short, letters and cases need them: nobody is asked oftener than this whether there is long work. */
const SHORT_EVERY_MS = 15_000;

/** Does what people ask for by a record and what takes long: each kind has its turn, and those at work go on between the turns. */
export class Intake {
  private turn = 0;
  private readonly unfinished = new Set<IntakePart>();
  private busyUntil = 0;
  private askedAt = -Infinity;

  constructor(private readonly parts: IntakePart[], private readonly budget: Pick<Budget, 'isPlentiful'>) {}

  /** One operation if nothing is asked for. While somebody is at work, and there is enough to spend, every part is asked. */
  async look(): Promise<object> {
    const startedAt = Date.now();
    if (this.unfinished.size === 0 && !this.budget.isPlentiful && startedAt - this.askedAt < SHORT_EVERY_MS) return {};
    this.askedAt = startedAt;
    const first = this.turn++ % this.parts.length;
    const inTurn = [...this.parts.slice(first), ...this.parts.slice(0, first)];
    const isBusy = startedAt < this.busyUntil && this.budget.isPlentiful;
    const done: object[] = [];
    for (const [index, part] of inTurn.entries())
      if (index === 0 || ((isBusy || this.unfinished.has(part)) && Date.now() - startedAt < SLICE_MS)) done.push(await this.lookAt(part));
    return Object.assign({}, ...done) as object;
  }

  private async lookAt(part: IntakePart): Promise<object> {
    // Whatever fails in one is no reason to hurry, nor to hold up the others.
    this.unfinished.delete(part);
    const { more, ...done } = await part.look();
    if (more) this.unfinished.add(part);
    if (more || Object.values(done).some(Boolean)) this.busyUntil = Date.now() + BUSY_MS;
    return done;
  }
}
