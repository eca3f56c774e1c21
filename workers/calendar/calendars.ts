import { timingSafeEqual } from 'node:crypto';
import type { Office } from '../correspondence/protocol';
import { feedKeyOf, ownerOfFeedSecret } from '../feed/secret';
import type { Links } from '../mail/reminder-mail';
import type { OfficeReader } from '../office/office';
import { causesOf, type Cause } from '../reminders/causes/causes';
import { openBetween, readFound } from '../reminders/causes/records';
import { joined, tidy } from '../reminders/causes/words';
import type { Person, Settings } from '../reminders/channels/settings';
import type { Clock } from '../twenty/clock';
import type { Records } from '../twenty/records';
import { entriesOf, type Entry } from './entries';
import { calendarText } from './feed';

/** A link that was made or revoked is so at the latest after this; asking more often would cost operations that letters need. */
const SETTINGS_FRESH_MS = 15_000;
/** What is in the calendars is read for all of them at once, at most so often. */
const FRESH_MS = 120_000;
const DAY_MS = 86_400_000;
const DAYS_BACK = 90;
const DAYS_AHEAD = 550;

/** The calendars that people subscribe to, each by a link that only its owner has. */
export class Calendars {
  private causes: Promise<Cause[]> | null = null;
  private readAt = -Infinity;

  constructor(
    private readonly parts: { records: Records; settings: Settings; office: OfficeReader; clock: Clock; timeZone: string; links: Links },
  ) {}

  /** The calendar of whoever has this secret; null if nobody has. */
  async calendarOf(secret: string): Promise<string | null> {
    const { settings, office: reader, timeZone } = this.parts;
    const memberId = ownerOfFeedSecret(secret);
    if (memberId === null) return null;
    const person = (await settings.read(SETTINGS_FRESH_MS)).get(memberId);
    if (!isKey(person?.setting.feedKey ?? '', feedKeyOf(secret)) || !person) return null;
    return calendarText({ name: joined(' — ', 'Legal Desk', tidy(person.name)), entries: await this.entriesOf(person, await reader.read()), timeZone });
  }

  async entriesOf({ id, language }: Pick<Person, 'id' | 'language'>, office: Office): Promise<Entry[]> {
    const { timeZone, links } = this.parts;
    return entriesOf({ memberId: id, causes: await this.read(), office, speech: { language, timeZone }, links });
  }

  /** However many ask at once, one of them reads. */
  private read(): Promise<Cause[]> {
    if (this.causes !== null && performance.now() - this.readAt < FRESH_MS) return this.causes;
    this.readAt = performance.now();
    const reading = this.load();
    this.causes = reading;
    reading.catch(() => (this.causes = null));
    return reading;
  }

  private async load(): Promise<Cause[]> {
    const { records, clock, timeZone } = this.parts;
    const now = clock.now().getTime();
    const [since, until] = [new Date(now - DAYS_BACK * DAY_MS), new Date(now + DAYS_AHEAD * DAY_MS)];
    const found = await readFound(records, openBetween(since, until, ['SCHEDULED', 'HELD']));
    // What was held stays where it was.
    const hearings = found.hearings.map((hearing) => (hearing.outcome === 'HELD' ? { ...hearing, outcome: 'SCHEDULED' as const } : hearing));
    return causesOf({ ...found, hearings }, since, timeZone);
  }
}

/** In the same time whatever they have in common. */
const isKey = (kept: string, given: string): boolean => kept.length === given.length && timingSafeEqual(Buffer.from(kept), Buffer.from(given));
