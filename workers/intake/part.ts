/** A kind of long work that people ask for by a record. */
export interface IntakePart {
  /** Asks Twenty whether something is to be done (one operation), does a slice of it. @returns whether more is left */
  look(): Promise<{ more: boolean } & object>;
}

/** A slice ends after this long, so that what is new comes before what can wait. */
export const SLICE_MS = 15_000;
