import { SLICE_MS, type IntakePart } from './part';

/** Does what people ask for by a record and what takes long: each kind has its turn, and those at work go on between the turns. */
export class Intake {
  private turn = 0;
  private readonly busy = new Set<IntakePart>();

  constructor(private readonly parts: IntakePart[]) {}

  /** One operation if nothing is asked for. */
  async look(): Promise<object> {
    const startedAt = Date.now();
    const asked = this.parts[this.turn++ % this.parts.length];
    const done: object[] = asked ? [await this.lookAt(asked)] : [];
    for (const part of [...this.busy]) if (part !== asked && Date.now() - startedAt < SLICE_MS) done.push(await this.lookAt(part));
    const { more: _, ...told } = Object.assign({ more: false }, ...done);
    return told;
  }

  private async lookAt(part: IntakePart): Promise<object> {
    // Whatever fails in one is no reason to hurry, nor to hold up the others.
    this.busy.delete(part);
    const done = await part.look();
    if (done.more) this.busy.add(part);
    return done;
  }
}
