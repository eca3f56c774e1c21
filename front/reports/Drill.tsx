import { SidePanelPages, openSidePanelPage } from 'twenty-sdk/front-component';
import { find } from '../lib/store';
import { Button, Empty, Link, Notice, Skeleton } from '../lib/kit';
import { useLoaded } from '../lib/useLoaded';
import type { Words } from '../lib/words';

const MOST = 200;

export const openRecord = (objectNameSingular: string, recordId: string): void =>
  void openSidePanelPage({ page: SidePanelPages.ViewRecord, objectNameSingular, recordId });

export type Drilled = { title: string; object: string; filter: object; orderBy?: object[] };

/** The records behind a figure; each opens beside the report. */
export const Drill = <T extends { id: string }>({ drilled, fields, render, words, onClose }: {
  drilled: Drilled;
  /** The selection, as in GraphQL. */
  fields: string;
  render: (record: T) => { title: string; note?: string };
  words: Words;
  onClose: () => void;
}) => {
  const { t } = words;
  const { title, object, filter, orderBy = [] } = drilled;
  const { data, error, reload } = useLoaded(() => find<T>(object, `id ${fields}`, { filter, orderBy, first: MOST + 1 }), JSON.stringify([object, filter]));
  return (
    <section className="ld-card ld-col ld-unprinted" aria-label={title}>
      <div className="ld-row">
        <h2 className="ld-strong ld-grow">{title}</h2>
        <Button look="quiet" title={t('Close')} onClick={onClose}>✕</Button>
      </div>
      {error ? <Notice colour="red" title={t('Not loaded')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>{words.error(error)}</Notice> : null}
      {!data && !error ? <Skeleton rows={3} /> : null}
      {data?.length === 0 ? <Empty title={t('Nothing is behind this any more')} /> : null}
      <div className="ld-col" style={{ gap: 6, maxHeight: 320, overflow: 'auto' }}>
        {data?.slice(0, MOST).map((record) => {
          const { title: name, note } = render(record);
          return (
            <div key={record.id} className="ld-row" style={{ alignItems: 'baseline' }}>
              <Link lines="ld-two" onClick={() => openRecord(object, record.id)}>{name}</Link>
              {note ? <span className="ld-soft ld-small">{note}</span> : null}
            </div>
          );
        })}
      </div>
      {data && data.length > MOST ? <span className="ld-soft ld-small">{t('The first {count} are shown. Narrow the filters to see the others.', { count: MOST })}</span> : null}
    </section>
  );
};
