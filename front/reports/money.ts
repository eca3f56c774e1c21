/** Money of reports: micros as whole numbers, so that the sum of however many is exact, and never two currencies together. */

const KOPECK = 10_000;

/**
 * Twenty sums exactly and hands the sum over as a double, which is off by less than half a kopeck up to 4.5 × 10¹⁹ micros
 * (45 trillion roubles); amounts are whole kopecks, so rounding to these gives the sum back.
 *
 * @param sum micros as Twenty gives them
 * @returns micros
 */
export const exact = (sum: number | string | null | undefined): bigint => {
  if (sum === null || sum === undefined || sum === '') return 0n;
  if (typeof sum === 'string' && /^-?\d+$/.test(sum)) return BigInt(sum);
  return BigInt(Math.round(Number(sum) / KOPECK)) * BigInt(KOPECK);
};

export type Sums = Map<string, bigint>;

export const added = (sums: Sums, currency: string, amount: bigint): Sums => sums.set(currency, (sums.get(currency) ?? 0n) + amount);

/** `of` ÷ `whole`, 0..1 and beyond; null where there is no whole. Four digits are kept. */
export const ratio = (of: bigint, whole: bigint): number | null => (whole === 0n ? null : Number((of * 10_000n) / whole) / 10_000);

/** Units of the currency, to the kopeck: for a cell of a spreadsheet and a figure on a screen. */
export const units = (micros: bigint): number => Number(micros / BigInt(KOPECK)) / 100;
