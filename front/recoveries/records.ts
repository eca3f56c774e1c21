import { DECISION_OUTCOME } from '../../custom-objects/vocabulary';
import type { Words } from '../lib/words';
import { exact } from '../reports/money';
import { measureNames } from './labels';
import { moneyText } from './parts';
import { MEASURES, type Measure } from './sums';

/** Decisions and their lines, as a list behind a figure has them. */

type Money = { amountMicros: number | string | null; currencyCode: string | null };
type Found = { id: string; name: string | null; decidedAt: string | null; legalCase: { number: string | null; title: string | null } | null };
export type Record = Found & { outcome?: string | null } & Partial<{ [Name in Measure]: Money | null }>;

const COMMON = 'name decidedAt legalCase { number title }';
export const RECORD_FIELDS = {
  courtDecision: `${COMMON} outcome`,
  recovery: `${COMMON} ${MEASURES.map((measure) => `${measure} { amountMicros currencyCode }`).join(' ')}`,
};

export const recordText = (record: Record, words: Words): { title: string; note: string } => {
  const { name, decidedAt, legalCase, outcome } = record;
  const names = measureNames(words);
  const amounts = MEASURES.flatMap((measure) => {
    const { amountMicros = null, currencyCode = null } = record[measure] ?? {};
    return amountMicros === null || !currencyCode ? [] : [`${names[measure].toLocaleLowerCase(words.tag)} ${moneyText(exact(amountMicros), currencyCode, words)}`];
  });
  const note = [
    legalCase ? [legalCase.number, legalCase.title].filter(Boolean).join(' ') : '', decidedAt ? words.date(decidedAt) : '',
    words.option(DECISION_OUTCOME, outcome ?? null)?.label ?? '', ...amounts,
  ];
  return { title: name?.trim() || '—', note: note.filter(Boolean).join(' · ') };
};
