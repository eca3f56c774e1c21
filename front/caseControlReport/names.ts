import type { Words } from '../lib/words';
import type { ControlRow } from './figures';

export const caseName = ({ legalCase }: Pick<ControlRow, 'legalCase'>, { t }: Words): string =>
  legalCase ? [legalCase.number, legalCase.title?.trim()].filter(Boolean).join(' · ') || '—' : t('a case that was deleted, or that you may not see');
