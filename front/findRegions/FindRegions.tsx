import { useEffect, useRef, useState } from 'react';
import { useSelectedRecordIds } from 'twenty-sdk/front-component';
import { isOpen } from '../classification/data';
import { RunRow } from '../classification/RunRow';
import { Button, Empty, Notice, Skeleton } from '../lib/kit';
import { goToPage } from '../lib/pages';
import { Surface } from '../lib/theme';
import { useDoing } from '../lib/useDoing';
import { useLoaded } from '../lib/useLoaded';
import { useWords, type Words } from '../lib/words';
import { loadRun, newRunId, sorted, startRun } from './data';

const WATCH_EVERY_MS = 3_000;
const Started = ({ runId, words }: { runId: string; words: Words }) => {
  const { t } = words;
  const { data, loadedAt, reload } = useLoaded(() => loadRun(runId), runId);
  const isAtWork = data === null || isOpen(data);
  useEffect(() => {
    if (!isAtWork) return;
    const timer = setInterval(() => void reload(), WATCH_EVERY_MS);
    return () => clearInterval(timer);
  }, [isAtWork, reload]);
  return (
    <>
      {data ? <div className="ld-card" role="list"><RunRow run={data} now={loadedAt ?? Date.now()} words={words} onChanged={reload} /></div> : <Skeleton rows={2} />}
      {data?.status === 'DONE' && !data.proposed ? <Notice colour="gray" title={t('Nothing new is proposed')}>{t('What the folders tell, these clients have already, or it waits for confirming, or was decided before.')}</Notice> : null}
      <div className="ld-row"><Button large look="primary" onClick={() => void goToPage('page.classification')}>{t('To the proposals')}</Button></div>
    </>
  );
};

const Panel = ({ ids, words }: { ids: string[]; words: Words }) => {
  const { t } = words;
  const { data, error, reload } = useLoaded(() => sorted(ids), ids.join());
  const { doing, run, busy } = useDoing();
  const [startedId, setStartedId] = useState<string | null>(null);
  const id = useRef(newRunId());
  if (error) return <Notice colour="red" title={t('It could not be loaded')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>{words.error(error)}</Notice>;
  if (!data) return <Skeleton rows={3} />;
  if (startedId) return <Started runId={startedId} words={words} />;
  const count = data.people.length + data.companies.length;
  const start = () =>
    void run(async () => {
      await startRun(id.current, t('Selected clients ({count}), {moment}', { count, moment: words.moment(new Date().toISOString()) }), data);
      setStartedId(id.current);
    });
  return (
    <>
      <div className="ld-card ld-col" style={{ gap: 4 }}>
        <span className="ld-strong">{t('Clients selected: {count}', { count })}</span>
        <span className="ld-soft">{t('Every folder that they lie in is looked through. What it tells is proposed, and nothing is given to a client before it is confirmed.')}</span>
      </div>
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not started')}>{words.error(doing.error)}</Notice> : null}
      <div className="ld-row"><Button large look="primary" disabled={busy || count === 0} onClick={start}>{busy ? <span className="ld-spin" /> : null}{t('Find regions and directions')}</Button></div>
    </>
  );
};

/** A search of the folders for the clients that are selected. */
export const FindRegions = () => {
  const words = useWords();
  const ids = useSelectedRecordIds();
  return (
    <Surface>
      <div className="ld-panel">
        {ids.length === 0 ? <Empty title={words.t('Choose clients')}>{words.t('Select people or companies in a list, or open one.')}</Empty> : <Panel key={ids.join()} ids={ids} words={words} />}
      </div>
    </Surface>
  );
};
