import { RUN_SCOPE, RUN_STATUS } from '../../custom-objects/vocabulary';
import { Button, Link, Notice, Progress, Tag } from '../lib/kit';
import { useDoing } from '../lib/useDoing';
import type { Words } from '../lib/words';
import { openRecord } from '../reports/Drill';
import { goOn, isConfirming, isOpen, leftMs, stop, type Run } from './data';

/** How far a search of the folders is, and what is wrong in them. */
export const RunRow = ({ run, now, words, onChanged }: { run: Run; now: number; words: Words; onChanged: () => Promise<unknown> }) => {
  const { t } = words;
  const { doing, run: does, busy } = useDoing();
  const [total, done, proposed] = [run.total ?? 0, run.done ?? 0, run.proposed ?? 0];
  const left = run.status === 'RUNNING' ? leftMs(run, now) : null;
  const status = words.option(RUN_STATUS, run.status ?? 'REQUESTED')!;
  const number = new Intl.NumberFormat(words.tag);
  const change = (work: () => Promise<void>) =>
    void does(async () => {
      await work();
      await onChanged();
    });
  return (
    <div className="ld-col" role="listitem">
      <div className="ld-row ld-wrap">
        <Tag colour={status.colour}>{status.label}</Tag>
        <span className="ld-strong" style={{ flex: '1 1 200px', minWidth: 0 }}>
          <Link lines="ld-two" onClick={() => openRecord('classificationRun', run.id)}>{run.name?.trim() || words.option(RUN_SCOPE, run.scope)?.label || words.moment(run.createdAt)}</Link>
        </span>
        {isOpen(run) ? <Button disabled={busy} onClick={() => change(() => stop(run))}>{t('Stop')}</Button> : null}
        {run.status === 'STOPPED' || run.status === 'FAILED' ? <Button disabled={busy} onClick={() => change(() => goOn(run))}>{t('Go on')}</Button> : null}
      </div>
      {isOpen(run) ? <Progress done={done} total={total} label={t('How far the search is')} /> : null}
      <span className="ld-soft ld-small ld-figures">
        {[
          run.status === 'REQUESTED' && total === 0 ? t('The workers begin within a minute, or after the search before it') : t('{done} of {total} clients', { done: number.format(done), total: number.format(total) }),
          proposed > 0 ? t('proposals: {count}', { count: number.format(proposed) }) : null,
          left === null ? null : t('{span} left', { span: words.span(left) }),
          words.moment(run.finishedAt ?? run.startedAt ?? run.createdAt),
        ].filter(Boolean).join(' · ')}
      </span>
      {isConfirming(run) ? <span className="ld-small ld-soft">{t('Confirming all with a score of {score} or more…', { score: run.confirmAbove ?? 0 })}</span> : null}
      {run.problem ? (
        <details className="ld-more ld-small" open={run.status === 'FAILED'}>
          <summary>{t('Something is wrong in the folders; the rest is done')}</summary>
          <div style={{ whiteSpace: 'pre-line' }}>{run.problem}</div>
        </details>
      ) : null}
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
    </div>
  );
};
