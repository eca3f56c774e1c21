const DAY_MS = 86_400_000;

/** Holidays on fixed days, which courts and offices keep: `MM-DD`. */
const HOLIDAYS = new Set('12-31 01-01 01-02 01-03 01-04 01-05 01-06 01-07 01-08 02-23 03-08 05-01 05-09 06-12 11-04'.split(' '));

const isFree = (date: Date): boolean => date.getUTCDay() % 6 === 0 || HOLIDAYS.has(date.toISOString().slice(5, 10));

/** Days counted from today, which is 0; yesterday is −1. On a free day nothing happens: it happened on the working day before. */
export class Calendar {
  constructor(readonly now: Date) {}

  private date(day: number): Date {
    let date = new Date(this.now.getTime() + Math.round(day) * DAY_MS);
    while (isFree(date)) date = new Date(date.getTime() - DAY_MS);
    return date;
  }

  /** `2026-11-24` */
  day(day: number): string {
    return this.date(day).toISOString().slice(0, 10);
  }

  /** A moment of that working day. */
  moment(day: number, hour: number, minute = 0): string {
    const date = this.date(day);
    date.setUTCHours(hour, minute, 0, 0);
    return date.toISOString();
  }
}
