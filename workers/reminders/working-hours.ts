import { midnight } from '../cases/calendar';

/** When the office works. Firing outside of it waits for the next opening. */
export interface WorkingHours {
  readonly timeZone: string;
  /** The moment itself if the office works then, else when it opens next. */
  nextOpening(moment: Date): Date;
  /**
   * When that day begins for the office: its opening; 09:00 where it never closes or does not open on that day.
   *
   * @param day such as `2026-11-25`, in the office's time zone
   */
  morningOf(day: string): Date;
}

const MORNING = 9;

/** Of an office that never closes. */
export const alwaysOpen = (timeZone: string): WorkingHours => ({
  timeZone,
  nextOpening: (moment) => moment,
  morningOf: (day) => new Date(Date.parse(midnight(day, timeZone)) + MORNING * 3_600_000),
});
