import type { Redis } from 'ioredis';

/**
 * Redis' own clock is the one that all processes share. A bucket that is not there, as after Redis was wiped, begins as the process
 * that asks believes it to be. A minute's operations are counted in whole minutes; what is told weighs the one before by how much of
 * it still lies in the last sixty seconds.
 */
const SCRIPT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local capacity, operations, reserve = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local sparing, exhausts = tonumber(ARGV[6]), ARGV[7] == '1'
local kept = redis.call('HMGET', KEYS[1], 'tokens', 'at', 'sparingUntil', 'minute', 'spent', 'spentBefore')
local tokens, at = tonumber(kept[1]), tonumber(kept[2])
if not tokens or at > now then tokens, at = tonumber(ARGV[4]), now - tonumber(ARGV[5]) end
local available = math.min(capacity, tokens + math.floor((now - at) * capacity / 60000))
local minute = math.floor(now / 60000)
local before = minute - (tonumber(kept[4]) or 0)
local spent, spentBefore = tonumber(kept[5]) or 0, tonumber(kept[6]) or 0
if before > 1 then spent, spentBefore = 0, 0 elseif before == 1 then spent, spentBefore = 0, spent end
local isTaken = operations == 0 or available - operations >= reserve
if isTaken and operations > 0 then tokens, at, spent = available - operations, now, spent + operations end
if exhausts then tokens, at = 0, now end
local sparingUntil = math.max(tonumber(kept[3]) or 0, now + sparing)
redis.call('HSET', KEYS[1], 'tokens', tokens, 'at', at, 'sparingUntil', sparingUntil, 'minute', minute, 'spent', spent, 'spentBefore', spentBefore)
redis.call('PEXPIRE', KEYS[1], 3600000)
local figure = spent + math.floor(spentBefore * (60000 - now % 60000) / 60000 + 0.5)
return { isTaken and 1 or 0, tokens, now - at, math.max(0, sparingUntil - now), figure }
`;

export type Asked = { capacity: number; operations: number; reserve: number; view: { tokens: number; sinceMs: number }; spareMs: number; exhausts: boolean };
export type Seen = { isTaken: boolean; tokens: number; sinceMs: number; sparingMs: number; aMinute: number };

export interface SharedBucket {
  /** @returns null while Redis is away */
  ask(asked: Asked): Promise<Seen | null>;
}

type WithScript = Redis & { legalDeskBudget(key: string, ...values: (string | number)[]): Promise<[number, number, number, number, number]> };

/** The bucket that all worker processes take from, kept in Redis and changed by one script at a time. */
export class RedisBucket implements SharedBucket {
  private readonly redis: WithScript;

  /** @param redis a connection of its own that answers at once or not at all: the budget does not wait for Redis */
  constructor(redis: Redis, private readonly key: string) {
    redis.defineCommand('legalDeskBudget', { numberOfKeys: 1, lua: SCRIPT });
    this.redis = redis as WithScript;
  }

  async ask({ capacity, operations, reserve, view, spareMs, exhausts }: Asked): Promise<Seen | null> {
    if (this.redis.status !== 'ready') return null;
    try {
      const [isTaken, tokens, sinceMs, sparingMs, aMinute] = await this.redis.legalDeskBudget(
        this.key, capacity, operations, reserve, view.tokens, Math.round(view.sinceMs), spareMs, exhausts ? 1 : 0,
      );
      return { isTaken: isTaken === 1, tokens, sinceMs, sparingMs, aMinute };
    } catch {
      return null;
    }
  }
}
