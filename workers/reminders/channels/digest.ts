import type { Logger } from 'pino';
import { z } from 'zod';
import type { Calendars } from '../../calendar/calendars';
import { letterName } from '../../correspondence/words';
import type { Office } from '../../correspondence/protocol';
import { STATUS_NAMES } from '../../health/statuses';
import { serviceStatusId } from '../../identifiers';
import { digestMail, type DigestLetter } from '../../mail/digest-mail';
import type { Mailer } from '../../mail/mailer';
import type { Links } from '../../mail/reminder-mail';
import type { Language } from '../../correspondence/words';
import type { Records } from '../../twenty/records';
import { dayOf, type WorkingHours } from '../working-hours';
import { messageIdOf } from './outlets';
import type { Person, Settings } from './settings';

/** So many at a time: reminders wait for the mails of a morning no longer than they take. */
const AT_ONCE = 16;
const WAIT_MS = 10_000;
const AGAIN_MS = 300_000;
/** Whoever would read of the day's work this late has done it. */
const LATE_MS = 6 * 3_600_000;

const told = z.object({ day: z.string(), told: z.array(z.string()), sent: z.number(), failed: z.number() });
type Told = z.output<typeof told>;
const kept = z.object({ figures: z.unknown() });

/**
 * The mail of each working morning. Who is being written to stands in Twenty before anything is sent, so that whatever crashes
 * nobody is written to twice; whom the mail server refused is written to again.
 */
export class Digest {
  private doneOn = '';
  private againAt = -Infinity;

  constructor(
    private readonly parts: {
      mailer: Mailer; from: string; settings: Settings; calendars: Calendars; records: Records; links: Links; timeZone: string; language: Language; logger: Logger;
    },
  ) {}

  async send(now: Date, readOffice: () => Promise<Office>, hours: WorkingHours): Promise<void> {
    const { settings, timeZone } = this.parts;
    const today = dayOf(now, timeZone);
    if (this.doneOn === today || performance.now() < this.againAt) return;
    const morning = hours.morningOf(today);
    if (now < morning) return;
    const isWorkingDay = hours.nextOpening(morning).getTime() === morning.getTime();
    if (!isWorkingDay || now.getTime() - morning.getTime() > LATE_MS) {
      this.doneOn = today;
      return;
    }
    const before = await this.read(today);
    const people = [...(await settings.read()).values()].filter(
      ({ id, email, setting }) => setting.wantsDigest && email.includes('@') && !before.told.includes(id),
    );
    if (people.length === 0) {
      this.doneOn = today;
      return;
    }
    await this.sendTo(people.slice(0, AT_ONCE), { now, today, before, office: await readOffice() });
  }

  private async sendTo(people: Person[], { now, today, before, office }: { now: Date; today: string; before: Told; office: Office }): Promise<void> {
    const { mailer, from, logger, calendars, links, timeZone } = this.parts;
    const [awaiting, held] = await Promise.all([this.awaiting(people), this.held(people, now)]);
    const mails = await Promise.all(
      people.map(async (person) => {
        const { id, language } = person;
        const entries = await calendars.entriesOf(person, office);
        return { person, digest: digestMail({ today, entries, awaiting: awaiting.get(id) ?? [], held: held.get(id) ?? [], links, language, timeZone }) };
      }),
    );
    const claimed: Told = { ...before, told: [...before.told, ...people.map(({ id }) => id)] };
    await this.write(claimed, null, now);
    const refused: string[] = [];
    let [sent, problem] = [0, null as string | null];
    const sendings = mails.map(async ({ person, digest }) => {
      if (digest === null) return;
      const outcome = await mailer.send({ to: person.email, ...digest, messageId: messageIdOf(from, 'digest', person.id, today) });
      if (outcome.state === 'SENT') sent += 1;
      else {
        problem = outcome.error;
        if (outcome.state === 'FAILED') refused.push(person.id);
        logger.warn({ memberId: person.id, state: outcome.state, error: outcome.error }, 'the morning digest was not delivered');
      }
    });
    // What takes longer goes on by itself, and counts as told.
    await Promise.race([Promise.all(sendings), new Promise((resolve) => setTimeout(resolve, WAIT_MS).unref())]);
    if (refused.length > 0) this.againAt = performance.now() + AGAIN_MS;
    await this.write({ ...claimed, told: claimed.told.filter((id) => !refused.includes(id)), sent: before.sent + sent, failed: before.failed + refused.length }, problem, now);
    if (sent > 0) logger.info({ sent, day: today }, 'morning digests sent');
  }

  private async read(today: string): Promise<Told> {
    const [row] = await this.parts.records.find('serviceStatus', { filter: { id: { eq: serviceStatusId('DIGEST') } }, first: 1, fields: 'figures', node: kept });
    const figures = told.safeParse(row?.figures);
    return figures.success && figures.data.day === today ? figures.data : { day: today, told: [], sent: 0, failed: 0 };
  }

  private async write(figures: Told, problem: string | null, now: Date): Promise<void> {
    const { records, language } = this.parts;
    const at = now.toISOString();
    const row = { id: serviceStatusId('DIGEST'), name: STATUS_NAMES.DIGEST[language], part: 'DIGEST', state: problem === null ? 'WORKING' : 'FAILING', since: at, checkedAt: at };
    await records.upsert('serviceStatus', [{ ...row, lastError: problem ?? '', figures }], 'reminders');
  }

  /** The letters of which each is reminded, in the words of the reminder. */
  private async awaiting(people: Person[]): Promise<Map<string, DigestLetter[]>> {
    const rows = await this.parts.records.findAll('reminder', {
      filter: { and: [{ kind: { eq: 'CORRESPONDENCE' } }, { recipientId: { in: people.map(({ id }) => id) } }] },
      fields: 'title recipientId correspondenceId',
      node: z.object({ title: z.string().nullable(), recipientId: z.string().nullable(), correspondenceId: z.string().nullable() }),
    });
    return grouped(rows.flatMap(({ title, recipientId, correspondenceId }) => (recipientId && correspondenceId ? [[recipientId, { id: correspondenceId, text: title ?? '' }]] : [])));
  }

  private async held(people: Person[], now: Date): Promise<Map<string, DigestLetter[]>> {
    const letters = await this.parts.records.findAll('correspondence', {
      filter: { and: [{ status: { eq: 'IN_WORK' } }, { holderId: { in: people.map(({ id }) => id) } }, { dueAt: { lt: now.toISOString() } }] },
      fields: 'id number subject holderId',
      node: z.object({ id: z.string(), number: z.string().nullable(), subject: z.string().nullable(), holderId: z.string().nullable() }),
    });
    return grouped(letters.flatMap(({ id, holderId, ...letter }) => (holderId ? [[holderId, { id, text: letterName(letter) }]] : [])));
  }
}

const grouped = (pairs: [string, DigestLetter][]): Map<string, DigestLetter[]> => {
  const all = new Map<string, DigestLetter[]>();
  for (const [id, letter] of pairs) all.set(id, [...(all.get(id) ?? []), letter]);
  return all;
};
