const DAY_MS = 86_400_000;

/** Days counted from today, which is 0; yesterday is −1. Nothing happens in an office at the weekend: it happened on the Friday. */
export class Calendar {
  constructor(readonly now: Date) {}

  private date(day: number): Date {
    const date = new Date(this.now.getTime() + Math.round(day) * DAY_MS);
    const weekday = date.getUTCDay();
    return new Date(date.getTime() - (weekday === 6 ? 1 : weekday === 0 ? 2 : 0) * DAY_MS);
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
