import { type ReactNode } from 'react';
import { Button, Notice } from '../lib/kit';
import type { Progress } from '../lib/useDeed';
import type { Words } from '../lib/words';

/** What became of a deed that has not come through: refused, not written, or written and not answered yet. */
export const Outcome = (props: { progress: Progress; words: Words; onCheck: () => void; close?: ReactNode }) => {
  const { progress, words, onCheck, close } = props;
  const { t } = words;
  switch (progress.stage) {
    case 'refused':
      return <Notice colour="red" title={t('Refused')}>{progress.why ?? '—'}</Notice>;
    case 'failed':
      return <Notice colour="red" title={t('Not written')}>{words.error(progress.error)}</Notice>;
    case 'late':
      return (
        <Notice colour="orange" title={t('Written, not applied yet')} actions={<><Button onClick={onCheck}>{t('Check again')}</Button>{close}</>}>
          {t('The row is written. The background workers do not answer now; they will apply it when they are back. Do not write it again.')}
        </Notice>
      );
    default:
      return null;
  }
};
