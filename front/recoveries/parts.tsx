import { Notice } from '../lib/kit';
import type { Words } from '../lib/words';
import { units } from '../reports/money';
import { shownCell } from '../reports/Table';
import type { Cell, Column } from '../reports/sheet';
import type { Sum } from './sums';

/** What the reports on decisions and on money show alike. */

export const moneyText = (amount: bigint, currency: string, words: Words): string => shownCell(amount, { key: '', title: '', type: 'money', currency }, words);

/** On an axis, where there is little room. */
export const shortMoney = (currency: string, { tag }: Words) => (value: number): string =>
  new Intl.NumberFormat(tag, { style: 'currency', currency, currencyDisplay: 'narrowSymbol', notation: 'compact', maximumFractionDigits: 1 }).format(value);

export const forChart = (amount: bigint): number => units(amount);

export const sumsText = (sums: Pick<Sum, 'currency' | 'amount'>[], words: Words): string => sums.map(({ currency, amount }) => moneyText(amount, currency, words)).join(', ');

/** @param values one for each currency */
export const Tile = ({ title, hint, values }: { title: string; hint?: string; values: string[] }) => (
  <div className="ld-tile" {...(hint ? { title: hint } : {})}>
    <span className="ld-soft ld-small">{title}</span>
    {values.map((value, at) => <b key={at}>{value}</b>)}
  </div>
);

export const currencyNote = (currencies: string[], { t }: Pick<Words, 't'>): string[] =>
  currencies.length > 1 ? [t('Amounts in {currencies} stand apart and are never added together.', { currencies: currencies.join(', ') })] : [];

export const Notes = ({ notes }: { notes: string[] }) => (
  <div className="ld-col" style={{ gap: 2 }}>
    {notes.map((note) => <span key={note} className="ld-faint ld-small">{note}</span>)}
  </div>
);

export const CurrencyNotice = ({ currencies, words: { t } }: { currencies: string[]; words: Words }) =>
  currencies.length > 1 ? <Notice colour="yellow" title={t('More than one currency: {currencies}', { currencies: currencies.join(', ') })}>{currencyNote(currencies, { t })[0]}</Notice> : null;

/** A column of money: which currency it is, its title says only where there are several. */
export const moneyColumn = (key: string, title: string, currency: string, currencies: string[], hint?: string): Column => ({
  key, title: currencies.length > 1 ? `${title}, ${currency}` : title, type: 'money', currency, ...(hint ? { hint } : {}),
});

export type Cells = Record<string, Cell>;
