import { z } from 'zod';
import { WEEKDAY } from '../../custom-objects/vocabulary';
import { daysLater } from '../cases/calendar';
import type { Language } from '../correspondence/words';
import { officeId } from '../identifiers';
import { dayOf, officeHours, type Week, type WorkingHours } from '../reminders/working-hours';
import type { Budget } from '../twenty/budget';
import type { Records } from '../twenty/records';
import { officeTimes, type SpecialDay } from './calendar-rules';
import { calendarProblemText } from './calendar-words';

const text = z.string().nullish().transform((value) => value || null);
const officeRecord = z.looseObject({
  workingDays: z.array(z.enum(WEEKDAY.map(({ value }) => value))).nullable().transform((days) => days ?? []),
  opensAt: text,
  closesAt: text,
  calendarProblem: text,
});
const RECORD = 'workingDays opensAt closesAt calendarProblem';

const specialDay = z.object({
  name: text,
  day: text,
  isWorking: z.boolean().nullable().transform((isWorking) => isWorking ?? false),
  opensAt: text,
  closesAt: text,
});

const FRESH_MS = 57_000;
/** A short budget may put the sign of life off, but not so long that people are told the workers have stopped. */
const SILENT_AT_MOST_MS = 120_000;
/** A special day of long ago decides nothing any more. */
const DAYS_BACK = 1;

/** When the office works, as its partner keeps it in Twenty. Asking for it gives a sign of life: both are one operation. */
export class OfficeCalendar {
  private known: WorkingHours;
  private readAt = -Infinity;

  constructor(
    private readonly parts: { records: Records; budget: Budget; given: Week; timeZone: string; language: Language },
  ) {
    this.known = officeHours({ week: parts.given, special: new Map(), timeZone: parts.timeZone });
  }

  async hours(now: Date): Promise<WorkingHours> {
    const age = now.getTime() - this.readAt;
    if (age < FRESH_MS || (age < SILENT_AT_MOST_MS && !this.parts.budget.canSpare(3, 'reminders'))) return this.known;
    const { given, timeZone, language } = this.parts;
    const record = await this.sign({ workersSeenAt: now.toISOString() });
    const { times, problems } = officeTimes({ record, days: await this.specialDays(now), given });
    this.known = officeHours({ ...times, timeZone });
    this.readAt = now.getTime();
    const problem = problems.map((each) => calendarProblemText(each, language)).join(' ') || null;
    if (record && record.calendarProblem !== problem) await this.sign({ calendarProblem: problem });
    return this.known;
  }

  private async sign(data: { workersSeenAt: string } | { calendarProblem: string | null }) {
    const { written } = await this.parts.records.upsert('office', [{ id: officeId(), ...data }], 'letters', RECORD);
    return written[0] ? officeRecord.parse(written[0]) : null;
  }

  private specialDays(now: Date): Promise<SpecialDay[]> {
    return this.parts.records.find('officeDay', {
      filter: { day: { gte: daysLater(dayOf(now, this.parts.timeZone), -DAYS_BACK) } },
      orderBy: [{ createdAt: 'AscNullsFirst' }, { id: 'AscNullsFirst' }],
      first: 1_000,
      fields: 'name day isWorking opensAt closesAt',
      node: specialDay,
      priority: 'letters',
    });
  }
}
