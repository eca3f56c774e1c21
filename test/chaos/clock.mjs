/** Preloaded into a worker: its machine's clock is wrong by CLOCK_SKEW_MS. */
const skew = Number(process.env.CLOCK_SKEW_MS ?? 0);
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length > 0 ? given : [Real.now() + skew]));
  }
  static now() {
    return Real.now() + skew;
  }
  static [Symbol.hasInstance](value) {
    return value instanceof Real;
  }
};
