import { useEffect, useState } from 'react';
import { IMPORT_KIND, IMPORT_STATUS } from '../../custom-objects/vocabulary';
import { Button, Empty, Notice, Progress, Skeleton, Switch, Tag } from '../lib/kit';
import { Surface } from '../lib/theme';
import { useDoing } from '../lib/useDoing';
import { useLoaded } from '../lib/useLoaded';
import { useWords, type Words } from '../lib/words';
import { openRecord } from '../reports/Drill';
import { ColumnsOfFile } from './ColumnsOfFile';
import { begin, canGoOn, canStop, hasFile, isNext, isOpen, isWaiting, loadColumns, loadLines, loadRuns, OUTCOMES, request, stop, type Outcome, type Run } from './data';

const PAGE = 100;
const REFRESH_MS = 4_000;
/** While a file is waited for, which a person attaches. */
const WAITING_MS = 10_000;

const CSS = `
.ld-import { display: flex; flex-direction: column; gap: 20px; padding: 24px; max-width: 1120px; margin: 0 auto; }
.ld-import h1 { margin: 0; font-size: 17px; line-height: 24px; font-weight: 600; }
.ld-import h2 { font-weight: 600; }
.ld-import-runs { max-height: 292px; overflow: auto; border: 1px solid var(--ld-line); border-radius: 8px; background: var(--ld-raised); }
.ld-import-run { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 4px 12px; align-items: center; width: 100%; padding: 10px 16px; border: 0; border-left: 2px solid transparent; background: none; color: inherit; font: inherit; text-align: left; cursor: pointer; }
.ld-import-run + .ld-import-run { border-top: 1px solid var(--ld-line); }
.ld-import-run:hover { background: var(--ld-hover); }
.ld-import-run[aria-pressed="true"] { border-left-color: var(--ld-accent); background: var(--ld-hover); }
.ld-import-run:focus-visible { outline: 2px solid var(--ld-accent); outline-offset: -2px; }
.ld-import-run > .ld-wide { grid-column: 1 / -1; min-width: 0; }
.ld-import-card { display: flex; flex-direction: column; gap: 16px; padding: 16px; }
.ld-import-columns { border: 1px solid var(--ld-line); border-radius: 4px; max-height: 440px; overflow: auto; }
.ld-import-column { display: grid; grid-template-columns: minmax(120px, 1fr) minmax(0, 1.4fr) 220px; gap: 4px 16px; align-items: center; padding: 6px 12px; }
.ld-import-line { display: grid; grid-template-columns: 64px minmax(0, 1fr) minmax(0, 150px) minmax(0, 1.2fr); gap: 2px 16px; padding: 6px 12px; }
.ld-import-column + .ld-import-column, .ld-import-line + .ld-import-line { border-top: 1px solid var(--ld-line); }
.ld-import-lines { border: 1px solid var(--ld-line); border-radius: 4px; }
@container (max-width: 640px) {
  .ld-import { padding: 12px; }
  .ld-import-column { grid-template-columns: minmax(0, 1fr); }
  .ld-import-line { grid-template-columns: 48px minmax(0, 1fr); }
  .ld-import-line > :nth-child(n + 3) { grid-column: 2; }
  .ld-import-head { display: none; }
}
`;

const nameOf = (run: Run, { t }: Words): string => run.name || run.file?.[0]?.label || t('An import without a name');
const countOf = (run: Run, outcome: Outcome): number => ({ REFUSED: run.refused, CREATED: run.created, MATCHED: run.matched })[outcome] ?? 0;
const figure = (value: number, { tag }: Words): string => new Intl.NumberFormat(tag).format(value);

const outcomesOf = ({ t }: Words): Record<Outcome, string> => ({ REFUSED: t('Refused'), CREATED: t('Created'), MATCHED: t('Matched') });

const Bar = ({ run, words }: { run: Run; words: Words }) => (
  <div className="ld-wide"><Progress done={run.done} total={run.total} label={words.t('How far it is')} /></div>
);

const RunRow = ({ run, chosen, words, onChoose }: { run: Run; chosen: boolean; words: Words; onChoose: () => void }) => {
  const { t } = words;
  const state = words.option(IMPORT_STATUS, run.status);
  const outcomes = outcomesOf(words);
  const [total, done] = [figure(run.total ?? 0, words), figure(run.done ?? 0, words)];
  return (
    <button type="button" className="ld-import-run" aria-pressed={chosen} onClick={onChoose}>
      <span className="ld-row">
        {state ? <Tag colour={state.colour}>{state.label}</Tag> : null}
        <span className="ld-strong ld-cut" title={nameOf(run, words)}>{nameOf(run, words)}</span>
        {run.kind ? <span className="ld-soft ld-small" style={{ flex: 'none' }}>{words.option(IMPORT_KIND, run.kind)?.label}</span> : null}
      </span>
      <span className="ld-faint ld-small ld-figures">{words.moment(run.finishedAt ?? run.startedAt ?? run.createdAt)}</span>
      {isWaiting(run) || isNext(run) ? <span className="ld-wide ld-soft ld-small">{isWaiting(run) ? t('No file yet') : t('The workers begin within a minute')}</span> : null}
      {run.total !== null ? (
        <span className="ld-wide ld-soft ld-small ld-figures">
          {[
            canStop(run) || run.status === 'STOPPED' ? t('{done} of {total} rows', { done, total }) : t('{total} rows', { total }),
            ...OUTCOMES.map((outcome) => `${outcomes[outcome]}: ${figure(countOf(run, outcome), words)}`),
          ].join(' · ')}
        </span>
      ) : null}
      {canStop(run) ? <Bar run={run} words={words} /> : null}
      {run.problem ? <span className="ld-wide ld-small ld-cut" title={run.problem} style={{ color: 'var(--ld-red-text)' }}>{run.problem}</span> : null}
    </button>
  );
};

/** What becomes, or became, of the lines of one outcome. */
const Lines = ({ run, outcome, words }: { run: Run; outcome: Outcome; words: Words }) => {
  const { t } = words;
  const [shown, setShown] = useState(PAGE);
  const { data, error, loading, reload } = useLoaded(() => loadLines(run.id, outcome, shown), JSON.stringify([shown, run.status, run.done, run.total]));
  return (
    <div className="ld-col">
      {error ? <Notice colour="red" title={t('The lines could not be read')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>{words.error(error)}</Notice> : null}
      {!data && loading ? <Skeleton rows={6} /> : null}
      {data?.length === 0 ? <Empty title={t('No such lines')} /> : null}
      {data && data.length > 0 ? (
        <div className="ld-import-lines" role="table" aria-label={t('Lines of the file')}>
          <div className="ld-import-line ld-import-head ld-label" role="row">
            <span role="columnheader">{t('Line')}</span>
            <span role="columnheader">{t('What it tells')}</span>
            <span role="columnheader">{t('Column')}</span>
            <span role="columnheader">{t('Problem')}</span>
          </div>
          {data.slice(0, shown).map(({ line, what, column, problem }) => (
            <div key={line} className="ld-import-line" role="row">
              <span role="cell" className="ld-soft ld-figures">{figure(line, words)}</span>
              <span role="cell" className="ld-two" title={what}>{what || '—'}</span>
              <span role="cell" className="ld-soft ld-cut" title={column ?? ''}>{column}</span>
              <span role="cell" className="ld-two" title={problem ?? ''} style={{ color: outcome === 'REFUSED' ? 'var(--ld-red-text)' : 'var(--ld-orange-text)' }}>{problem}</span>
            </div>
          ))}
        </div>
      ) : null}
      {data && data.length > shown ? (
        <div className="ld-row"><Button large disabled={loading} onClick={() => setShown(shown + PAGE)}>{t('Show {count} more', { count: PAGE })}</Button></div>
      ) : null}
    </div>
  );
};

const ChosenRun = ({ run, words, onChanged }: { run: Run; words: Words; onChanged: () => void }) => {
  const { t } = words;
  const { doing, run: act, busy } = useDoing();
  const [isChanged, setChanged] = useState(false);
  const [picked, setPicked] = useState<Outcome | null>(null);
  // The workers write the columns when a check ends.
  const columns = useLoaded(() => loadColumns(run.id), String(run.status));
  const outcomes = outcomesOf(words);
  const outcome = picked ?? OUTCOMES.find((each) => countOf(run, each) > 0) ?? 'REFUSED';
  const change = async (work: () => Promise<void>) => {
    if (await act(work)) onChanged();
  };
  const state = words.option(IMPORT_STATUS, run.status);

  return (
    <section className="ld-card ld-import-card" aria-label={nameOf(run, words)}>
      <div className="ld-row ld-wrap">
        <h2 className="ld-grow ld-cut" title={nameOf(run, words)}>{nameOf(run, words)}</h2>
        {state ? <Tag colour={state.colour}>{state.label}</Tag> : null}
        <Button large onClick={() => openRecord('importRun', run.id)}>{t('Open the record')}</Button>
        {run.status === 'CHECKED' ? <Button large look="primary" disabled={busy || isChanged || !run.total} onClick={() => void change(() => request(run))}>{t('Begin the import')}</Button> : null}
        {canGoOn(run) ? <Button large look="primary" disabled={busy || isChanged} onClick={() => void change(() => request(run))}>{t('Go on')}</Button> : null}
        {canStop(run) ? <Button large look="danger" disabled={busy} onClick={() => void change(() => stop(run))}>{t('Stop')}</Button> : null}
      </div>
      {doing.stage === 'failed' ? <Notice colour="red" title={t('This was not saved')}>{words.error(doing.error)}</Notice> : null}
      {isChanged && (run.status === 'CHECKED' || canGoOn(run)) ? <span className="ld-soft">{t('The columns are changed: have the file checked again before it is imported.')}</span> : null}
      {isWaiting(run) ? (
        <Notice colour="blue" title={t('Attach the file')} actions={<Button onClick={() => openRecord('importRun', run.id)}>{t('Open the record')}</Button>}>
          {t('Open the record and put an Excel (.xlsx) or CSV file into its field File. The workers then check it line by line; nothing is written before you begin the import.')}
        </Notice>
      ) : null}
      {run.status === 'CHECKED' ? (
        <span className="ld-soft">{t('This is what would become of the lines; nothing is written yet. A refused line holds up no other: mend it in the file and import the file again, nothing is created twice.')}</span>
      ) : null}
      {isNext(run) ? <Notice colour="blue" busy title={t('The workers begin within a minute')} /> : null}
      {canStop(run) ? (
        <div className="ld-col" style={{ gap: 4 }}>
          <span className="ld-soft ld-small ld-figures">{t('{done} of {total} rows', { done: figure(run.done ?? 0, words), total: figure(run.total ?? 0, words) })}</span>
          <Bar run={run} words={words} />
        </div>
      ) : null}
      {run.problem ? (
        <Notice colour={run.status === 'FAILED' ? 'red' : 'orange'} title={t('Something is wrong with the file')}>
          <div style={{ whiteSpace: 'pre-line', maxHeight: 160, overflow: 'auto' }}>{run.problem}</div>
        </Notice>
      ) : null}

      {columns.error ? <Notice colour="red" title={t('The columns could not be read')} actions={<Button onClick={() => void columns.reload()}>{t('Try again')}</Button>}>{words.error(columns.error)}</Notice> : null}
      {!columns.data && columns.loading ? <Skeleton rows={5} /> : null}
      {columns.data && hasFile(run) && (columns.data.columns || run.status === 'FAILED') ? (
        <ColumnsOfFile key={JSON.stringify([columns.data, run.kind])} run={run} found={columns.data} words={words} onChange={setChanged} onChecked={onChanged} />
      ) : null}

      {run.total ? (
        <div className="ld-col" style={{ gap: 12 }}>
          <h2>{t('Lines of the file')}</h2>
          <Switch
            value={outcome}
            onChange={(value) => setPicked(value as Outcome)}
            choices={OUTCOMES.map((value) => ({ value, label: `${outcomes[value]} ${figure(countOf(run, value), words)}` }))}
          />
          {run.startedAt && (run.done ?? 0) < run.total ? <span className="ld-soft ld-small">{t('The figures count the rows imported so far; the others are listed as the check found them.')}</span> : null}
          <Lines key={outcome} run={run} outcome={outcome} words={words} />
        </div>
      ) : null}
    </section>
  );
};

/** Files of another system: each is checked first, line by line, and imported when a person says so. */
export const ImportFiles = () => {
  const words = useWords();
  const { t } = words;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const runs = useLoaded(loadRuns, 'runs');
  const beginning = useDoing();
  const { data, error, loading, reload } = runs;
  const chosen = data?.find(({ id }) => id === chosenId) ?? data?.[0];
  const every = data?.some(isOpen) ? REFRESH_MS : chosen && isWaiting(chosen) ? WAITING_MS : null;

  useEffect(() => {
    if (every === null) return undefined;
    const timer = setInterval(() => void reload(), every);
    return () => clearInterval(timer);
  }, [every, reload]);

  const start = () =>
    beginning.run(async () => {
      const id = await begin(t('Import of {when}', { when: words.moment(new Date().toISOString()) }));
      setChosenId(id);
      await reload();
      openRecord('importRun', id);
    });

  return (
    <Surface css={CSS}>
      <div className="ld-import">
        <div className="ld-row ld-wrap">
          <div className="ld-grow ld-col" style={{ gap: 2, minWidth: 240 }}>
            <h1>{t('Import files')}</h1>
            <span className="ld-soft">{t('Clients, folders, cases, events and letters from Excel or CSV files of another system. A file is attached to the record of its import, in the field File; it is checked first, and nothing is written before you say so.')}</span>
          </div>
          <Button look="primary" large disabled={beginning.busy} onClick={() => void start()}>{t('New import')}</Button>
        </div>
        {beginning.doing.stage === 'failed' ? <Notice colour="red" title={t('This was not saved')}>{words.error(beginning.doing.error)}</Notice> : null}
        {error ? <Notice colour="red" title={t('The imports could not be read')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>{words.error(error)}</Notice> : null}
        {!data && loading ? <Skeleton rows={6} /> : null}
        {data?.length === 0 ? (
          <Empty title={t('Nothing was imported yet')}>{t('Begin with the clients or the folders, then the cases, then events and letters.')}</Empty>
        ) : null}
        {data && data.length > 0 ? (
          <div className="ld-import-runs" role="group" aria-label={t('Imports')}>
            {data.map((run) => <RunRow key={run.id} run={run} chosen={run.id === chosen?.id} words={words} onChoose={() => setChosenId(run.id)} />)}
          </div>
        ) : null}
        {chosen ? <ChosenRun key={chosen.id} run={chosen} words={words} onChanged={() => void reload()} /> : null}
      </div>
    </Surface>
  );
};
