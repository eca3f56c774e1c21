/** When the office works. Firing outside of it waits for the next opening. */
export interface WorkingHours {
  /** The moment itself if the office works then, else when it opens next. */
  nextOpening(moment: Date): Date;
}

/** The default, and so far the only one: the office never closes. Hours from `WORKING_HOURS` are another implementation. */
export const alwaysOpen: WorkingHours = { nextOpening: (moment) => moment };
