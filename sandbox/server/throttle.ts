import { badInput } from './errors';

const WINDOW_MS = 60_000;

/**
 * Twenty's token bucket for API keys, with its habit of rounding each refill down: tokens come back only for whole tokens' worth of
 * time since the last call that was let through (600 ms at the default limit), so a client that calls more often than that gets none.
 */
export class TokenBucket {
  private tokens: number;
  private lastRefillAt: number;

  /** @param limit operations a minute; 0 lifts the limit */
  constructor(
    private readonly limit: number,
    private readonly now: () => number = Date.now,
  ) {
    this.tokens = limit;
    this.lastRefillAt = now();
  }

  take(): void {
    if (this.limit === 0) return;
    const now = this.now();
    const refill = Math.floor(((now - this.lastRefillAt) * this.limit) / WINDOW_MS);
    const available = Math.min(this.tokens + refill, this.limit);
    if (available < 1) {
      throw badInput(
        `Limit reached (${this.limit} tokens per ${WINDOW_MS} ms)`,
        'LIMIT_REACHED',
        'Rate limit reached. Please try again later.',
      );
    }
    this.tokens = available - 1;
    this.lastRefillAt = now;
  }
}
