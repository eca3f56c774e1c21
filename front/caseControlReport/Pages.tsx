import { Button } from '../lib/kit';
import type { Words } from '../lib/words';
import { PAGE } from './data';

/** Which part of a long list is shown, and the way to the others. */
export const Pages = ({ offset, shown, count, onChange, words }: { offset: number; shown: number; count: number; onChange: (offset: number) => void; words: Words }) => {
  const { t } = words;
  if (count <= PAGE && offset === 0) return null;
  return (
    <div className="ld-row ld-unprinted" style={{ justifyContent: 'flex-end' }}>
      <span className="ld-soft ld-figures">{t('{from}–{to} of {count}', { from: offset + 1, to: offset + shown, count })}</span>
      <Button disabled={offset === 0} onClick={() => onChange(Math.max(0, offset - PAGE))}>{t('Previous page')}</Button>
      <Button disabled={offset + shown >= count} onClick={() => onChange(offset + PAGE)}>{t('Next page')}</Button>
    </div>
  );
};
