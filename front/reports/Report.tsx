import { useState, type ReactNode } from 'react';
import { enqueueSnackbar } from 'twenty-sdk/front-component';
import { OBJECT_LABELS } from '../../custom-objects/labels';
import { Button, Empty, Input, Notice, Select, Skeleton } from '../lib/kit';
import { Surface } from '../lib/theme';
import { Download, toBase64, type Handed } from './Download';
import { toCsv, toPrint, toXlsx } from './export';
import type { Sheet } from './sheet';
import { shownCell, TABLE_CSS } from './Table';
import type { ReportState } from './useReport';
import type { View } from './useFilters';

const CSS = `
.ld-report { display: flex; flex-direction: column; gap: 16px; padding: 24px; max-width: 1400px; margin: 0 auto; }
.ld-report-head { display: flex; align-items: flex-start; gap: 8px; flex-wrap: wrap; }
.ld-report-head h2 { font-size: 20px; font-weight: 600; line-height: 1.3; }
.ld-report-filters { display: grid; grid-template-columns: repeat(auto-fill, minmax(180px, 1fr)); gap: 12px; align-items: start; }
.ld-report-views { display: flex; gap: 8px; align-items: center; flex-wrap: wrap; }
.ld-report-views .ld-input { width: 200px; }
.ld-stale { opacity: .55; transition: opacity .2s; }
.ld-tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 8px; }
.ld-tile { border: 1px solid var(--ld-line); border-radius: 8px; padding: 12px; background: var(--ld-raised); display: flex; flex-direction: column; gap: 2px; }
.ld-tile b { font-size: 20px; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
.ld-chart { overflow-x: auto; }
.ld-chart svg { display: block; max-width: 100%; height: auto; }
@container (max-width: 640px) { .ld-report { padding: 12px; } }
@media print { .ld-unprinted { display: none !important; } .ld { overflow: visible; height: auto; } }
` + TABLE_CSS;

const Views = ({ report, onFail }: { report: ReportState; onFail: (error: unknown) => void }) => {
  const { words: { t }, views } = report;
  const [naming, setNaming] = useState<string | null>(null);
  const [opened, setOpened] = useState('');
  const current = views.list.find(({ id }) => id === opened);
  const save = () => {
    const name = naming?.trim();
    if (!name) return;
    views.save(name).then(() => setNaming(null), onFail);
  };
  return (
    <div className="ld-report-views">
      {views.list.length > 0 ? (
        <div style={{ width: 200 }}>
          <Select
            label={t('Saved view')}
            value={opened}
            choices={[{ value: '', label: t('Saved views') }, ...views.list.map(({ id, name }) => ({ value: id, label: name || '—' }))]}
            onChange={(id) => {
              setOpened(id);
              const view = views.list.find((each) => each.id === id);
              if (view) views.open(view);
            }}
          />
        </div>
      ) : null}
      {current ? (
        <Button
          look="quiet"
          onClick={() => {
            setOpened('');
            views.remove(current as View).catch(onFail);
          }}
        >
          {t('Forget this view')}
        </Button>
      ) : null}
      {naming === null ? (
        <Button look="quiet" onClick={() => setNaming('')}>{t('Save these filters')}</Button>
      ) : (
        <>
          <div style={{ width: 200 }}>
            <Input label={t('Name of the view')} placeholder={t('Name of the view')} onChange={setNaming} onKey={(key) => key === 'Enter' && save()} />
          </div>
          <Button look="primary" disabled={naming.trim() === ''} onClick={save}>{t('Save')}</Button>
          <Button look="quiet" onClick={() => setNaming(null)}>{t('Cancel')}</Button>
        </>
      )}
    </div>
  );
};

const fileName = (title: string, extension: string): string => `${title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim().slice(0, 80)}.${extension}`;

type ReportProps = {
  report: ReportState;
  title: string;
  /** What it shows, in a sentence. */
  lead?: string;
  filters: ReactNode;
  /** What is wrong with the filters, and what to do. */
  wrong?: string | null;
  loaded: { data: unknown; error: unknown; loading: boolean; isStale?: boolean; reload: () => Promise<void> };
  /** What is exported and printed; null while there is nothing. */
  sheet: (() => Sheet | Promise<Sheet>) | null;
  children: ReactNode;
};

/** The frame of a report: its filters, its export, and what it says while it has nothing to show. */
export const Report = ({ report, title, lead, filters, wrong = null, loaded, sheet, children }: ReportProps) => {
  const { words, begun } = report;
  const { t } = words;
  const [handed, setHanded] = useState<Handed | null>(null);
  const [making, setMaking] = useState(false);
  const lacking = begun.data?.lacking ?? [];
  const fail = (error: unknown) => void enqueueSnackbar({ message: words.error(error), variant: 'error' });

  const hand = async (make: (made: Sheet) => Promise<Handed>): Promise<void> => {
    if (!sheet) return;
    setMaking(true);
    setHanded(null);
    try {
      setHanded(await make(await sheet()));
    } catch (error) {
      fail(error);
    }
    setMaking(false);
  };
  const file = async (made: Sheet, extension: string, type: string, content: Blob | string): Promise<Handed> => ({
    kind: 'file', name: fileName(made.title, extension), type, base64: await toBase64(content),
  });
  const asXlsx = () => hand(async (made) => file(made, 'xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', await toXlsx(made, words)));
  const asCsv = () => hand((made) => file(made, 'csv', 'text/csv;charset=utf-8', toCsv(made, words)));
  const toPaper = () => hand(async (made) => ({ kind: 'print', html: toPrint(made, words, (cell, column) => shownCell(cell, column, words)) }));

  const body = () => {
    if (begun.error)
      return <Notice colour="red" title={t('The report could not be loaded')} actions={<Button onClick={() => void begun.reload()}>{t('Try again')}</Button>}>{words.error(begun.error)}</Notice>;
    if (lacking.length > 0)
      return (
        <Empty title={t('Your role does not allow this report')}>
          {t('It needs the right to read: {objects}. Ask the administrator.', { objects: lacking.map((object) => t(OBJECT_LABELS[object] ?? object)).join(', ') })}
        </Empty>
      );
    if (!report.isOpen) return <Skeleton rows={8} />;
    return (
      <>
        <div className="ld-report-filters ld-unprinted">{filters}</div>
        {wrong ? <Notice colour="orange" title={wrong} /> : null}
        {handed ? <Download key={JSON.stringify(handed).length} handed={handed} words={words} onClose={() => setHanded(null)} /> : null}
        {loaded.error && !wrong ? (
          <Notice colour="red" title={loaded.data ? t('Not refreshed') : t('The report could not be loaded')} actions={<Button onClick={() => void loaded.reload()}>{t('Try again')}</Button>}>
            {words.error(loaded.error)}
          </Notice>
        ) : null}
        {wrong ? null : loaded.data ? (
          <div className={`ld-col${loaded.isStale ? ' ld-stale' : ''}`} style={{ gap: 16 }} aria-busy={loaded.loading}>{children}</div>
        ) : loaded.error ? null : <Skeleton rows={8} />}
      </>
    );
  };

  const isReady = sheet !== null && !making && !wrong && Boolean(loaded.data) && !loaded.isStale;
  return (
    <Surface css={CSS}>
      <div className="ld-report">
        <div className="ld-report-head">
          <div className="ld-grow ld-col" style={{ gap: 2, flexBasis: 320 }}>
            <h2>{title}</h2>
            {lead ? <span className="ld-soft">{lead}</span> : null}
          </div>
          {report.isOpen ? (
            <div className="ld-row ld-wrap ld-unprinted">
              {making ? <span className="ld-spin" /> : null}
              <Button onClick={() => void asXlsx()} disabled={!isReady}>Excel</Button>
              <Button onClick={() => void asCsv()} disabled={!isReady}>CSV</Button>
              <Button onClick={() => void toPaper()} disabled={!isReady}>{t('Print')}</Button>
              <Button onClick={() => void loaded.reload()} disabled={loaded.loading}>{loaded.loading ? <span className="ld-spin" /> : null}{t('Refresh')}</Button>
            </div>
          ) : null}
        </div>
        {report.isOpen ? <div className="ld-unprinted"><Views report={report} onFail={fail} /></div> : null}
        {body()}
      </div>
    </Surface>
  );
};
