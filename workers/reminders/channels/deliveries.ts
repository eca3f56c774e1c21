import PQueue from 'p-queue';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { ChannelName } from '../../../custom-objects/vocabulary';
import type { Office } from '../../correspondence/protocol';
import type { Statuses } from '../../health/statuses';
import { isStillHeld } from '../../job-context';
import type { Records } from '../../twenty/records';
import type { WorkingHours } from '../working-hours';
import type { Firing } from './channel';
import { claimed, outcomeOf, retried, retryAtOf, type Delivered } from './delivery-rules';
import type { Digest } from './digest';
import type { Outlet } from './outlets';
import { foundReminder } from './record';
import type { Person, Settings } from './settings';

export type Claim = { deliveries: Delivered; retryAt: string | null };

const AT_ONCE = 4;
/** What was sent within so long is written down together. */
const WRITE_EVERY_MS = 10_000;
const RETRY_EVERY_MS = 50_000;
const RETRIED_AT_ONCE = 1_000;
/** While a channel is down, a few show whether it is back. */
const RETRIED_WHILE_DOWN = 5;
/** After a failure of the channel itself it is left alone for a moment: what comes in between would only wait for it in vain. */
const DOWN_MS = 20_000;
const CHECK_EVERY_MS = 300_000;
const CLOSE_WITHIN_MS = 5_000;

const delivery = z.object({ state: z.enum(['SENDING', 'SENT', 'FAILED', 'UNCERTAIN']), attempts: z.number(), at: z.string(), error: z.string().optional() });
const delivered = z.object({ firing: z.number(), channels: z.object({ EMAIL: delivery.optional(), WEBHOOK: delivery.optional() }) });

const retriedRow = foundReminder.omit({ correspondenceId: true, historyId: true }).extend({
  correspondence: z.object({ id: z.string(), number: z.string().nullable() }).nullable(),
  deliveries: z.unknown(),
});
const RETRIED_FIELDS =
  'id kind title recipientId isEscalation correspondence { id number } caseEventId clientAssignmentId dueAt startedAt lastAt nextAt createdAt sentCount deliveries';

const firingOf = (row: z.output<typeof retriedRow>): Firing => {
  const firedAt = row.lastAt ?? row.startedAt ?? '';
  return {
    id: row.id, kind: row.kind ?? 'CORRESPONDENCE', recipientId: row.recipientId, title: row.title ?? '', isEscalation: row.isEscalation ?? false,
    letter: row.correspondence, caseEventId: row.caseEventId, clientAssignmentId: row.clientAssignmentId, dueAt: row.dueAt,
    startedAt: row.startedAt ?? firedAt, recordedAt: row.createdAt, sentCount: row.sentCount ?? 0, firedAt, nextAt: row.nextAt,
  };
};

type Sending = { firing: Firing; person: Person; delivered: Delivered; channels: ChannelName[] };

/**
 * The ways out of Twenty: e-mail and the webhook of a messenger. What is sent stands in the reminder's row before it is sent, by
 * the very write that counts the firing, and what came of it after: so a crash at any moment leaves a mail sent once or not at
 * all, and never twice. A channel that fails holds up neither the firing nor the other one.
 */
export class Deliveries {
  private readonly queue = new PQueue({ concurrency: AT_ONCE });
  private readonly outlets: Map<ChannelName, Outlet>;
  private claims = new Map<string, Omit<Sending, 'firing'>>();
  /** The last firing of each reminder that is being sent here: an older one that still waits is overtaken. */
  private readonly latest = new Map<string, number>();
  private results = new Map<string, Delivered>();
  private readonly downUntil = new Map<ChannelName, number>();
  private readonly sent: Record<ChannelName, { sent: number; failed: number }> = { EMAIL: { sent: 0, failed: 0 }, WEBHOOK: { sent: 0, failed: 0 } };
  private retriedAt = -Infinity;
  private checkedAt = -Infinity;
  private writing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private isClosing = false;

  constructor(
    private readonly parts: {
      outlets: Outlet[];
      settings: Settings;
      records: Records;
      statuses: Statuses;
      digest: Digest | null;
      now: () => Date;
      logger: Logger;
    },
  ) {
    this.outlets = new Map(parts.outlets.map((outlet) => [outlet.name, outlet]));
  }

  /** What is claimed for each firing by its id, kept in the very write that counts the firing; a firing that nobody wants has none. */
  async claim(firings: Firing[]): Promise<Map<string, Claim>> {
    this.claims = new Map();
    if (this.outlets.size === 0 || firings.length === 0) return new Map();
    const people = await this.parts.settings.read();
    const claims = new Map<string, Claim>();
    for (const { id, recipientId, sentCount, firedAt } of firings) {
      const person = people.get(recipientId ?? '');
      if (!person) continue;
      const channels = person.setting.channels.filter((channel) => this.outlets.get(channel)?.reaches(person));
      if (channels.length === 0) continue;
      const deliveries = claimed({ firing: sentCount, wanted: channels, at: firedAt });
      this.claims.set(id, { person, delivered: deliveries, channels });
      claims.set(id, { deliveries, retryAt: retryAtOf(deliveries) });
    }
    return claims;
  }

  /** Once the rows are written. Never throws and does not wait for the outside: works on by itself and writes what came of it. */
  async deliver(firings: Firing[]): Promise<void> {
    const { claims } = this;
    this.claims = new Map();
    await this.beginAll(
      firings.flatMap((firing): Sending[] => {
        const claim = claims.get(firing.id);
        return claim?.delivered.firing === firing.sentCount ? [{ firing, ...claim }] : [];
      }),
    );
  }

  /**
   * Twenty cannot write a row only if nobody else did meanwhile. So where Redis was wiped while the claim was being written, and
   * another worker may have claimed the same, nothing is sent by this one.
   */
  private async beginAll(sendings: Sending[]): Promise<void> {
    if (sendings.length === 0) return;
    if (await isStillHeld()) for (const sending of sendings) this.begin(sending);
    else this.parts.logger.warn({ reminderIds: sendings.map(({ firing: { id } }) => id).slice(0, 20), count: sendings.length }, 'left to the worker that took over');
  }

  private begin(sending: Sending): void {
    const { firing, channels } = sending;
    this.latest.set(firing.id, firing.sentCount);
    for (const channel of channels) void this.queue.add(() => this.send(channel, sending));
  }

  private async send(channel: ChannelName, { firing, person, delivered: claim }: Sending): Promise<void> {
    const { logger, now } = this.parts;
    const { id, sentCount } = firing;
    if (this.latest.get(id) !== sentCount) return;
    const outcome = await this.attempt(channel, firing, person);
    const count = this.sent[channel];
    if (outcome.state === 'SENT') count.sent += 1;
    else {
      count.failed += 1;
      logger.warn({ reminderId: id, letterId: firing.letter?.id, firing: sentCount, channel, state: outcome.state, error: outcome.error }, 'not delivered');
    }
    const before = this.results.get(id)?.firing === sentCount ? this.results.get(id)! : claim;
    const of = before.channels[channel]!;
    this.results.set(id, { firing: sentCount, channels: { ...before.channels, [channel]: outcomeOf(channel, of, outcome, now().toISOString()) } });
    if (this.queue.size + this.queue.pending <= 1) void this.write();
    else this.timer ??= setTimeout(() => void this.write(), WRITE_EVERY_MS);
  }

  private async attempt(channel: ChannelName, firing: Firing, person: Person) {
    if (this.isClosing) return { state: 'FAILED', error: 'the workers stopped' } as const;
    if (this.isDown(channel)) return { state: 'FAILED', error: 'the channel does not work' } as const;
    const outcome = await this.outlets.get(channel)!.send(firing, person).catch((error: unknown) => ({ state: 'UNCERTAIN' as const, error: String(error) }));
    if (outcome.state === 'SENT') this.noteState(channel, null);
    else if ('isDown' in outcome && outcome.isDown) this.noteState(channel, outcome.error);
    return outcome;
  }

  private isDown(channel: ChannelName): boolean {
    return performance.now() < (this.downUntil.get(channel) ?? 0);
  }

  /** @param error what is wrong with the channel itself; null when it works */
  private noteState(channel: ChannelName, error: string | null): void {
    const { statuses, now } = this.parts;
    if (error === null) this.downUntil.delete(channel);
    else this.downUntil.set(channel, performance.now() + DOWN_MS);
    const figures = { ...this.sent[channel], ...(error === null ? { lastGoodAt: now().toISOString() } : {}) };
    statuses.report(channel, { state: error === null ? 'WORKING' : 'FAILING', error, figures }, now());
  }

  /** What came of it, for all rows together. Rows that are gone meanwhile stay gone. */
  private write(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.writing = this.writing.then(() => this.writeResults());
    return this.writing;
  }

  private async writeResults(): Promise<void> {
    const results = this.results;
    this.results = new Map();
    try {
      const current = [...results].filter(([id, { firing }]) => this.latest.get(id) === firing);
      await this.writeRows(current.map(([id, deliveries]) => ({ id, deliveries, retryAt: retryAtOf(deliveries) })));
      const isOver = ({ channels }: Delivered) => Object.values(channels).every(({ state }) => state !== 'SENDING');
      for (const [id, result] of current) if (isOver(result) && this.latest.get(id) === result.firing) this.latest.delete(id);
    } catch (error) {
      this.parts.logger.debug({ error: String(error) }, 'what was delivered could not be written yet');
      this.results = new Map([...results, ...this.results]);
      if (!this.isClosing) this.timer ??= setTimeout(() => void this.write(), WRITE_EVERY_MS);
    }
  }

  /** By upsert, as each has its own values: of a reminder that was destroyed meanwhile it makes a shell, told by its missing title. */
  private async writeRows(rows: { id: string; deliveries: Delivered; retryAt: string | null }[]): Promise<Set<string>> {
    if (rows.length === 0) return new Set();
    const { written } = await this.parts.records.upsert('reminder', rows, 'reminders', 'title');
    const shells = written.filter(({ title }) => !title).map(({ id }) => id);
    if (shells.length > 0) await this.parts.records.destroy('reminder', { id: { in: shells } }, 'reminders');
    return new Set(written.map(({ id }) => id).filter((id) => !shells.includes(id)));
  }

  /** What failed and is due again; of what a crash left in sending nobody knows. And how the channels do. */
  async retry(now: Date): Promise<void> {
    if (performance.now() - this.retriedAt < RETRY_EVERY_MS) return;
    this.retriedAt = performance.now();
    await this.check(now);
    await this.parts.statuses.write(now);
    if (this.outlets.size === 0) return;
    const isAnyDown = [...this.outlets.keys()].some((channel) => this.isDown(channel));
    const due = await this.parts.records.find('reminder', {
      filter: { retryAt: { lte: now.toISOString() } },
      orderBy: [{ retryAt: 'AscNullsLast' }],
      first: isAnyDown ? RETRIED_WHILE_DOWN : RETRIED_AT_ONCE,
      fields: RETRIED_FIELDS,
      node: retriedRow,
      priority: 'reminders',
    });
    // What is still being sent here is told when it is over.
    const rows = due.filter(({ id }) => !this.latest.has(id));
    if (rows.length === 0) return;
    const people = await this.parts.settings.read();
    const configured = [...this.outlets.keys()];
    const sendings = rows.map((row) => {
      const firing = firingOf(row);
      const told = delivered.safeParse(row.deliveries);
      // A row that somebody else's hand or an older firing left is not sent by guess.
      const isKnown = told.success && told.data.firing === firing.sentCount;
      const result = isKnown ? retried(told.data, now, configured) : { delivered: { firing: firing.sentCount, channels: {} }, again: [] };
      return { firing, person: people.get(firing.recipientId ?? ''), delivered: result.delivered, channels: result.again };
    });
    const standing = await this.writeRows(sendings.map(({ firing: { id }, delivered: deliveries }) => ({ id, deliveries, retryAt: retryAtOf(deliveries) })));
    await this.beginAll(
      sendings.flatMap(({ person, ...sending }) => (person && sending.channels.length > 0 && standing.has(sending.firing.id) ? [{ person, ...sending }] : [])),
    );
  }

  private async check(now: Date): Promise<void> {
    if (performance.now() - this.checkedAt < CHECK_EVERY_MS) return;
    this.checkedAt = performance.now();
    if (this.parts.digest === null) this.parts.statuses.report('DIGEST', { state: 'OFF' }, now);
    for (const channel of ['EMAIL', 'WEBHOOK'] as const) {
      const outlet = this.outlets.get(channel);
      if (!outlet) this.parts.statuses.report(channel, { state: 'OFF' }, now);
      else {
        const wrong = await outlet.check();
        if (wrong !== undefined) this.noteState(channel, wrong);
        else if (!this.isDown(channel) && this.sent[channel].sent === 0) this.parts.statuses.report(channel, { state: 'WORKING' }, now);
      }
    }
  }

  /** @param office costs operations, so it is asked for only where it is needed */
  async digest(now: Date, office: () => Promise<Office>, hours: WorkingHours): Promise<void> {
    if (this.isClosing) return;
    await this.parts.digest?.send(now, office, hours);
  }

  /** Waits for what is being sent, as the process ends; what was not begun is told to be sent later. */
  async close(): Promise<void> {
    this.isClosing = true;
    await Promise.race([this.queue.onIdle(), new Promise((resolve) => setTimeout(resolve, CLOSE_WITHIN_MS).unref())]);
    await this.write();
    for (const outlet of this.outlets.values()) outlet.close();
  }
}
