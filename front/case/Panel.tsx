import { type ReactNode } from 'react';
import { useSelectedRecordIds } from 'twenty-sdk/front-component';
import { Button, Empty, Notice, Skeleton } from '../lib/kit';
import { Surface } from '../lib/theme';
import { useLoaded } from '../lib/useLoaded';
import { useWords, type Words } from '../lib/words';

type Shown<T> = { data: T; words: Words; reload: () => Promise<void> };

/** A command on one record, in the side panel: what it needs is loaded, and what can go wrong with that is said. */
export const RecordPanel = <T,>({ load, css, fill, children }: {
  load: (id: string) => Promise<T | null>;
  css?: string;
  /** A whole tab instead of a column in the side panel. */
  fill?: string;
  children: (shown: Shown<T>) => ReactNode;
}) => {
  const words = useWords();
  const { t } = words;
  const ids = useSelectedRecordIds();
  const id = ids.length === 1 ? ids[0]! : null;
  const { data, error, loading, reload } = useLoaded(async () => (id === null ? null : load(id)), String(id));

  const body = () => {
    if (id === null) return <Empty title={t('Choose one record')}>{t('This works on one record at a time.')}</Empty>;
    if (data) return children({ data, words, reload });
    if (loading) return <Skeleton rows={5} />;
    if (error)
      return (
        <Notice colour="red" title={t('It could not be loaded')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>
          {words.error(error)}
        </Notice>
      );
    return <Empty title={t('There is no such record')}>{t('It was deleted, or you may not see it.')}</Empty>;
  };

  return (
    <Surface {...(css ? { css } : {})}>
      <div className={fill ?? 'ld-panel'}>{body()}</div>
    </Surface>
  );
};
