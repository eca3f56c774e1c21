import * as v from 'valibot';
import { DECISION_OUTCOME, INSTANCE } from '../../custom-objects/vocabulary';
import { Field, Select } from '../lib/kit';
import type { Choice } from '../lib/ListPicker';
import { RecordPicker, searchCompanies } from '../lib/RecordPicker';
import type { Words } from '../lib/words';
import { choicesOf, rootChoices, type Catalogues } from '../reports/catalogues';
import { FilterPicker, isGone, WITHOUT } from '../reports/FilterPicker';
import { PRESETS } from '../reports/period';
import { PeriodPicker, periodText, type PickedPeriod } from '../reports/PeriodPicker';
import type { Period } from '../reports/period';
import type { Narrowing } from './dimensions';
import { dimensionNames, valueText, withoutNames } from './labels';

/** The filters that the reports on decisions and on money share. */

const id = v.fallback(v.nullable(v.string()), null);
const SHARED = {
  period: v.fallback(v.object({ preset: v.picklist(PRESETS), from: v.string(), to: v.string() }), { preset: 'THIS_YEAR', from: '', to: '' }),
  rootDirection: id, direction: id, region: id, kind: id, instance: id,
};
export const FILTERS = { ...SHARED };
export const OUTCOME_FILTER = { outcome: id };
export const PAYER_FILTER = { payer: v.fallback(v.nullable(v.object({ id: v.string(), name: v.string() })), null) };

type Shared = { period: PickedPeriod; rootDirection: string | null; direction: string | null; region: string | null; kind: string | null; instance: string | null };
type Own = { outcome?: string | null; payer?: { id: string; name: string } | null };

type Lists = Record<'rootDirection' | 'direction' | 'region' | 'kind', Choice[]>;

/** @param more choices of a kind that are no kinds */
const listsOf = (catalogues: Catalogues, words: Words, moreKinds: Choice[]): Lists => {
  const none = withoutNames(words);
  const without = (dimension: keyof Lists) => ({ id: WITHOUT, name: none[dimension] });
  return {
    rootDirection: [...rootChoices(catalogues, words.tag), without('rootDirection')],
    direction: [...choicesOf(catalogues, 'directions', words.tag), without('direction')],
    region: [...choicesOf(catalogues, 'regions', words.tag), without('region')],
    kind: [...choicesOf(catalogues, 'recoveryKinds', words.tag), without('kind'), ...moreKinds],
  };
};

/** Said of the whole report: with such a filter it would show nothing, and nobody would know why. */
export const goneText = (filters: Shared, catalogues: Catalogues | null, words: Words, moreKinds: Choice[] = []): string | null => {
  if (catalogues === null) return null;
  const lists = listsOf(catalogues, words, moreKinds);
  return (Object.keys(lists) as (keyof Lists)[]).some((name) => isGone(lists[name], filters[name]))
    ? words.t('What a filter names was deleted: choose another, or none')
    : null;
};

export const Filters = ({ filters, set, today, catalogues, words, moreKinds = [] }: {
  filters: Shared & Own;
  set: (change: Partial<Shared & Own>) => void;
  today: string;
  catalogues: Catalogues;
  words: Words;
  moreKinds?: Choice[];
}) => {
  const { t } = words;
  const names = dimensionNames(words);
  const lists = listsOf(catalogues, words, moreKinds);
  const options = (name: 'instance' | 'outcome', of: typeof INSTANCE | typeof DECISION_OUTCOME) => (
    <Field label={names[name]}>
      <Select
        label={names[name]}
        value={filters[name] ?? ''}
        choices={[{ value: '', label: t('All') }, ...words.choices(of), { value: WITHOUT, label: withoutNames(words)[name] }]}
        onChange={(value) => set({ [name]: value === '' ? null : value })}
      />
    </Field>
  );
  return (
    <>
      <PeriodPicker value={filters.period} today={today} onChange={(period) => set({ period })} words={words} />
      {(Object.keys(lists) as (keyof Lists)[]).map((name) => (
        <FilterPicker key={name} label={names[name]} choices={lists[name]} value={filters[name]} onChange={(value) => set({ [name]: value })} words={words} />
      ))}
      {options('instance', INSTANCE)}
      {filters.outcome === undefined ? null : options('outcome', DECISION_OUTCOME)}
      {filters.payer === undefined ? null : (
        <Field label={names.payer}>
          <RecordPicker label={names.payer} search={searchCompanies} value={filters.payer} onChange={(payer) => set({ payer })} words={words} />
        </Field>
      )}
    </>
  );
};

/** The filters that are set, as an export names them. */
export const filterTexts = (period: Period, narrowing: Narrowing, { words, catalogues, payer, moreKinds = [] }: {
  words: Words;
  catalogues: Catalogues;
  payer?: { name: string } | null;
  moreKinds?: Choice[];
}): [string, string][] => {
  const names = dimensionNames(words);
  const set = Object.entries(narrowing).flatMap(([name, value]): [string, string][] => {
    if (value === null) return [];
    const dimension = name as keyof Narrowing;
    if (dimension === 'payer') return [[names.payer, payer?.name ?? '']];
    const other = moreKinds.find((choice) => choice.id === value);
    return [[names[dimension], other?.name ?? valueText(dimension, value === WITHOUT ? null : value, { words, catalogues })]];
  });
  return [[words.t('Period'), periodText(period, words)], ...set];
};
