/** Sums as people type them: `1 234 567,89`, `1,234,567.89`, `1234.5 ₽`. */

const MICROS = 1_000_000;
const PLAIN = /^(-?)(\d+)(?:[.,](\d{1,2}))?$/;
const GROUPED_BY_POINTS = /^(-?)(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?$/;
const GROUPED_BY_COMMAS = /^(-?)(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/;

/** @returns null for nothing typed, undefined for what is no sum or too large for Twenty to keep to the kopeck */
export const microsOf = (text: string): number | null | undefined => {
  const bare = text.replace(/[\s'’_]/g, '').replace(/−/g, '-').replace(/(?:₽|руб\.?|р\.|RUB|[$€])$/i, '');
  if (bare === '') return null;
  const match = PLAIN.exec(bare) ?? GROUPED_BY_POINTS.exec(bare) ?? GROUPED_BY_COMMAS.exec(bare);
  if (!match) return undefined;
  const [, sign, whole, cents = ''] = match;
  const micros = Number(whole!.replace(/[.,]/g, '')) * MICROS + Number(cents.padEnd(2, '0')) * (MICROS / 100);
  if (!Number.isSafeInteger(micros)) return undefined;
  return sign ? -micros : micros;
};

export const moneyText = (micros: number, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: micros % MICROS === 0 ? 0 : 2 }).format(micros / MICROS);

export const CURRENCIES = ['RUB', 'USD', 'EUR', 'BYN', 'KZT'];
