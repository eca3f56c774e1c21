import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';

/**
 * Which job of a queue began last, over all processes: whoever began before it has lost its turn and writes nothing more. BullMQ runs
 * one job of a queue at a time, but knows that from Redis: in the moments after a wipe two workers may each take one.
 */
export class Turns {
  constructor(private readonly redis: Pick<Redis, 'set' | 'get'>, private readonly prefix: string) {}

  /** @returns whether it is still this one's turn: not so either when Redis was wiped since */
  async take(queue: string): Promise<() => Promise<boolean>> {
    const [key, turn] = [`${this.prefix}:turn:${queue}`, randomUUID()];
    await this.redis.set(key, turn);
    return async () => (await this.redis.get(key)) === turn;
  }
}
