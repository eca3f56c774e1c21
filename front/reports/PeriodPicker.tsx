import { Field, Input, Select } from '../lib/kit';
import type { Words } from '../lib/words';
import { PRESETS, periodOf, periodProblem, type Period, type Preset } from './period';

export type PickedPeriod = { preset: Preset; from: string; to: string };

/** The days that were picked: a preset moves with time. */
export const daysOf = ({ preset, from, to }: PickedPeriod, today: string): Period => (preset === 'CUSTOM' ? { from, to } : periodOf(preset, today));

/** What is wrong with the days, for a person; null when nothing is. */
export const periodWrong = (period: Period, { t }: Pick<Words, 't'>): string | null => {
  const problem = periodProblem(period);
  if (problem === 'MISSING') return t('Give the first and the last day of the period');
  return problem === 'ENDS_BEFORE' ? t('The period ends before it begins: give a last day that is not before the first') : null;
};

export const periodText = ({ from, to }: Period, words: Words): string => `${words.date(from)} – ${words.date(to)}`;

export const PeriodPicker = ({ value, today, onChange, words }: { value: PickedPeriod; today: string; onChange: (value: PickedPeriod) => void; words: Words }) => {
  const { t } = words;
  const names: Record<Preset, string> = {
    THIS_MONTH: t('This month'), LAST_MONTH: t('Last month'), THIS_QUARTER: t('This quarter'), LAST_QUARTER: t('Last quarter'),
    THIS_YEAR: t('This year'), LAST_YEAR: t('Last year'), LAST_12_MONTHS: t('Last 12 months'), CUSTOM: t('From day to day'),
  };
  const days = daysOf(value, today);
  const wrong = periodWrong(days, words);
  return (
    <>
      <Field label={t('Period')}>
        <Select
          label={t('Period')}
          value={value.preset}
          choices={PRESETS.map((preset) => ({ value: preset, label: names[preset] }))}
          onChange={(preset) => onChange({ preset: preset as Preset, ...days })}
        />
      </Field>
      {value.preset === 'CUSTOM' ? (
        <>
          <Field label={t('First day')}>
            <Input key="from" type="date" label={t('First day')} initial={value.from} wrong={wrong !== null} onChange={(from) => onChange({ ...value, from })} />
          </Field>
          <Field label={t('Last day')}>
            <Input key="to" type="date" label={t('Last day')} initial={value.to} wrong={wrong !== null} onChange={(to) => onChange({ ...value, to })} />
          </Field>
        </>
      ) : null}
    </>
  );
};
