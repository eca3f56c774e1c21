import { RUN_STATUS } from '../../custom-objects/vocabulary';
import { Button, Link, Notice, Tag } from '../lib/kit';
import { useDoing } from '../lib/useDoing';
import type { Words } from '../lib/words';
import { openRecord } from '../reports/Drill';
import { goOn, isOpen, stop, type Run } from '../classification/data';
import { leftMs } from './data';

/** Needs `RUN_CSS`. How far a search is. */
export const RunCard = ({ run, now, words, onChanged }: { run: Run; now: number; words: Words; onChanged: () => Promise<void> }) => {
  const { t } = words;
  const { doing, run: does, busy } = useDoing();
  const [total, done, proposed] = [run.total ?? 0, run.done ?? 0, run.proposed ?? 0];
  const share = run.status === 'DONE' ? 100 : total > 0 ? Math.min(100, Math.round((100 * done) / total)) : 0;
  const left = run.status === 'RUNNING' ? leftMs(run, now) : null;
  const status = words.option(RUN_STATUS, run.status ?? 'REQUESTED')!;
  const number = new Intl.NumberFormat(words.tag);
  const change = (work: () => Promise<void>) =>
    void does(async () => {
      await work();
      await onChanged();
    });
  return (
    <div className="ld-col ld-find-run">
      <div className="ld-row ld-wrap">
        <span className="ld-strong ld-find-run-name"><Link lines="ld-two" onClick={() => openRecord('classificationRun', run.id)}>{run.name?.trim() || words.moment(run.createdAt)}</Link></span>
        <Tag colour={status.colour}>{status.label}</Tag>
        {isOpen(run) ? <Button disabled={busy} onClick={() => change(() => stop(run))}>{t('Stop')}</Button> : null}
        {run.status === 'STOPPED' || run.status === 'FAILED' ? <Button disabled={busy} onClick={() => change(() => goOn(run))}>{t('Go on')}</Button> : null}
      </div>
      <div className="ld-find-bar" role="progressbar" aria-valuenow={share} aria-valuemin={0} aria-valuemax={100} aria-label={t('How far the search is')}>
        <div style={{ width: `${share}%`, background: run.status === 'FAILED' ? 'var(--ld-red-text)' : 'var(--ld-accent)' }} />
      </div>
      <span className="ld-soft ld-small">
        {[
          run.status === 'REQUESTED' ? t('Waits for the workers') : t('{done} of {total} clients', { done: number.format(done), total: number.format(total) }),
          proposed > 0 ? t('proposals: {count}', { count: number.format(proposed) }) : null,
          left === null ? null : t('{span} left', { span: words.span(left) }),
          run.finishedAt && !isOpen(run) ? t('ended {moment}', { moment: words.moment(run.finishedAt) }) : null,
        ].filter(Boolean).join(' · ')}
      </span>
      {run.problem ? <Notice colour="yellow" title={t('Found in the folders; the rest is done')}><span style={{ whiteSpace: 'pre-line' }}>{run.problem}</span></Notice> : null}
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
    </div>
  );
};

export const RUN_CSS = `
.ld-find-run-name { flex: 1 1 200px; min-width: 0; }
.ld-find-bar { height: 6px; border-radius: 3px; background: var(--ld-press); overflow: hidden; }
.ld-find-bar > div { height: 100%; border-radius: 3px; transition: width .4s; }
`;
