import { parseISO } from 'date-fns';
import { DECISION_OUTCOME, INSTANCE } from '../../custom-objects/vocabulary';
import type { Words } from '../lib/words';
import { nameIn, type Catalogues } from '../reports/catalogues';
import { isDate, type Dimension } from './dimensions';
import type { Measure } from './sums';

/** What dimensions, their values and the amounts are called. */

export const dimensionNames = ({ t }: Pick<Words, 't'>): Record<Dimension, string> => ({
  month: t('Month'), quarter: t('Quarter'), year: t('Year'), rootDirection: t('Top direction'), direction: t('Direction'), region: t('Region'),
  kind: t('Recovery kind'), payer: t('Payer'), instance: t('Instance'), outcome: t('Outcome'),
});

export const measureNames = ({ t }: Pick<Words, 't'>): Record<Measure, string> => ({ claimed: t('Claimed'), awarded: t('Awarded'), collected: t('Collected') });

export const withoutNames = ({ t }: Pick<Words, 't'>): Record<Exclude<Dimension, 'month' | 'quarter' | 'year'>, string> => ({
  rootDirection: t('Without a direction'), direction: t('Without a direction'), region: t('Without a region'), kind: t('Without a kind'),
  payer: t('Without a payer'), instance: t('Without an instance'), outcome: t('Without an outcome'),
});

const DATE_FORMATS: Record<'month' | 'year', Intl.DateTimeFormatOptions> = { month: { month: 'long', year: 'numeric' }, year: { year: 'numeric' } };
const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

const dateText = (dimension: 'month' | 'quarter' | 'year', day: string, { t, tag }: Words): string => {
  const date = parseISO(day);
  if (dimension === 'quarter') return t('Q{quarter} {year}', { quarter: Math.floor(date.getMonth() / 3) + 1, year: date.getFullYear() });
  return capital(new Intl.DateTimeFormat(tag, DATE_FORMATS[dimension]).format(date)).replace(/\s?г\.$/, '');
};

/** A month, quarter or year where there is little room. */
export const shortDate = (dimension: 'month' | 'quarter' | 'year', day: string, words: Words): string =>
  dimension === 'month' ? new Intl.DateTimeFormat(words.tag, { month: 'short', year: '2-digit' }).format(parseISO(day)).replace(/\s?г\.$/, '') : dateText(dimension, day, words);

const LISTS = { rootDirection: 'directions', direction: 'directions', region: 'regions', kind: 'recoveryKinds' } as const;
const OPTIONS = { instance: INSTANCE, outcome: DECISION_OUTCOME };

/** @param payers names of companies by id */
export const valueText = (dimension: Dimension, value: string | null, { words, catalogues, payers }: { words: Words; catalogues: Catalogues; payers?: Map<string, string> }): string => {
  const { t } = words;
  if (isDate(dimension)) return value === null ? t('Without a date') : dateText(dimension, value, words);
  if (value === null) return withoutNames(words)[dimension];
  if (dimension === 'payer') return payers?.get(value) || t('Deleted');
  if (dimension === 'instance' || dimension === 'outcome') return words.option(OPTIONS[dimension], value)?.label ?? value;
  return nameIn(catalogues, LISTS[dimension], value) ?? t('Deleted');
};
