import type { ChannelName } from '../../../custom-objects/vocabulary';
import type { Outcome } from '../../mail/mailer';

/** What a reminder row tells of how its last firing was delivered outside Twenty. */

export type Delivery = {
  /** `SENDING` is claimed before anything is sent, so that after a crash nobody takes it for not sent. */
  state: 'SENDING' | 'SENT' | 'FAILED' | 'UNCERTAIN';
  attempts: number;
  at: string;
  error?: string;
};
export type Delivered = { firing: number; channels: Partial<Record<ChannelName, Delivery>> };

const MINUTE_MS = 60_000;
const BACKOFF_MS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE_MS);
/** What nobody has told the end of for so long was being sent by a process that is no more. */
const ABANDONED_MS = 10 * MINUTE_MS;

const channelsOf = ({ channels }: Delivered) => Object.entries(channels) as [ChannelName, Delivery][];

export const claimed = ({ firing, wanted, at }: { firing: number; wanted: readonly ChannelName[]; at: string }): Delivered => ({
  firing,
  channels: Object.fromEntries(wanted.map((channel) => [channel, { state: 'SENDING', attempts: 1, at } satisfies Delivery])),
});

/** A mail of which nobody knows whether it arrived is not sent again: the next firing comes anyway. Who gets a webhook can tell a repetition. */
export const isRepeatable = (channel: ChannelName): boolean => channel === 'WEBHOOK';

export const outcomeOf = (channel: ChannelName, { attempts }: Delivery, outcome: Outcome, at: string): Delivery => {
  if (outcome.state === 'SENT') return { state: 'SENT', attempts, at };
  const state = outcome.state === 'UNCERTAIN' && isRepeatable(channel) ? 'FAILED' : outcome.state;
  return { state, attempts, at, error: outcome.error };
};

const againAt = ({ state, attempts, at }: Delivery): number | null => {
  if (state === 'SENDING') return Date.parse(at) + ABANDONED_MS;
  return state === 'FAILED' ? Date.parse(at) + BACKOFF_MS[Math.min(attempts, BACKOFF_MS.length) - 1]! : null;
};

/** When the workers look at the row again; null where nothing is left to do. */
export const retryAtOf = (delivered: Delivered): string | null => {
  const moments = channelsOf(delivered).flatMap(([, delivery]) => againAt(delivery) ?? []);
  return moments.length > 0 ? new Date(Math.min(...moments)).toISOString() : null;
};

/**
 * A row that is due again: what is sent once more, and how the row stands meanwhile.
 *
 * @param configured a channel that was turned off since is given up
 */
export const retried = (delivered: Delivered, now: Date, configured: readonly ChannelName[]): { delivered: Delivered; again: ChannelName[] } => {
  const again: ChannelName[] = [];
  const channels = Object.fromEntries(
    channelsOf(delivered).flatMap(([channel, delivery]): [ChannelName, Delivery][] => {
      const at = againAt(delivery);
      if (at === null || at > now.getTime()) return [[channel, delivery]];
      if (delivery.state === 'SENDING' && !isRepeatable(channel)) return [[channel, { ...delivery, state: 'UNCERTAIN', error: 'interrupted' }]];
      if (!configured.includes(channel)) return [];
      again.push(channel);
      return [[channel, { state: 'SENDING', attempts: delivery.attempts + 1, at: now.toISOString() }]];
    }),
  );
  return { delivered: { firing: delivered.firing, channels }, again };
};
