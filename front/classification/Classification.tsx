import { useEffect, useState } from 'react';
import { PROPOSAL_STATUS } from '../../custom-objects/vocabulary';
import { records } from '../lib/api';
import { Button, Empty, Field, Input, Notice, Select, Skeleton, Switch } from '../lib/kit';
import { Surface } from '../lib/theme';
import { useDoing } from '../lib/useDoing';
import { useLoaded } from '../lib/useLoaded';
import { useWords } from '../lib/words';
import { choicesOf, loadCatalogues } from '../reports/catalogues';
import { begin, confirmFrom, isConfirming, isOpen, loadProposals, loadRuns, type ProposalStatus } from './data';
import { ProposalCard, type Choices } from './ProposalCard';
import { RunRow } from './RunRow';

const PAGE = 30;
const REFRESH_MS = 4_000;
const SCORES = [0, 60, 70, 80, 90, 95];
const SURE = 90;

const CSS = `
.ld-class { display: flex; flex-direction: column; gap: 20px; padding: 24px; max-width: 1040px; margin: 0 auto; }
.ld-class h1 { margin: 0; font-size: 17px; line-height: 24px; font-weight: 600; }
.ld-class-list { display: flex; flex-direction: column; gap: 8px; }
.ld-proposal { display: flex; flex-direction: column; gap: 8px; padding: 12px 16px; }
.ld-target { display: inline-flex; align-items: center; gap: 4px; max-width: 100%; }
.ld-target .ld-tag { min-width: 0; flex: 0 1 auto; }
.ld-ground { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 16px; padding-left: 8px; border-left: 2px solid var(--ld-line); }
.ld-ground mark { background: var(--ld-yellow-back); color: var(--ld-yellow-text); border-radius: 2px; padding: 0 1px; font-weight: 500; }
.ld-class-runs > * { padding: 10px 16px; }
.ld-class-runs > * + * { border-top: 1px solid var(--ld-line); }
.ld-class-runs { border: 1px solid var(--ld-line); border-radius: 8px; background: var(--ld-raised); }
.ld-class-filters { display: grid; grid-template-columns: minmax(160px, 1fr) 150px auto; gap: 12px; align-items: end; }
@container (max-width: 640px) {
  .ld-class { padding: 12px; }
  .ld-class-filters { grid-template-columns: minmax(0, 1fr); }
  .ld-ground { grid-template-columns: minmax(0, 1fr); }
}
`;

/** Regions and directions that the folders tell of clients: searched for by the workers, said yes or no to by people. */
export const Classification = () => {
  const words = useWords();
  const { t } = words;
  const [status, setStatus] = useState<ProposalStatus>('PROPOSED');
  const [from, setFrom] = useState(0);
  const [text, setText] = useState('');
  const [shown, setShown] = useState(PAGE);
  const [confirming, setConfirming] = useState(SURE);
  const runs = useLoaded(loadRuns, 'runs');
  const proposals = useLoaded(() => loadProposals({ status, from, text }, shown), JSON.stringify([status, from, text, shown]));
  const sure = useLoaded(() => loadProposals({ status: 'PROPOSED', from: confirming, text: '' }, 1), String(confirming));
  const catalogues = useLoaded(() => loadCatalogues(records, ['regions', 'directions']), 'catalogues');
  const beginning = useDoing();
  const all = useDoing();
  const isBusy = (runs.data ?? []).some((run) => isOpen(run) || isConfirming(run));

  const reload = () => Promise.all([runs.reload(), proposals.reload(), sure.reload()]);
  useEffect(() => {
    if (!isBusy) return undefined;
    const timer = setInterval(() => void reload(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [isBusy, runs.reload, proposals.reload, sure.reload]);

  const choices: Choices = catalogues.data
    ? { regions: choicesOf(catalogues.data, 'regions', words.tag), directions: choicesOf(catalogues.data, 'directions', words.tag) }
    : { regions: [], directions: [] };
  const start = async () => {
    if (await beginning.run(() => begin(t('All clients')))) await reload();
  };
  const confirmAll = async () => {
    if (await all.run(() => confirmFrom(confirming))) await reload();
  };
  const { data, error, loading } = proposals;
  const isAsked = status === 'PROPOSED' && from === 0 && text.trim() === '';

  return (
    <Surface css={CSS}>
      <div className="ld-class">
        <div className="ld-row ld-wrap">
          <div className="ld-grow ld-col" style={{ gap: 2 }}>
            <h1>{t('Classification')}</h1>
            <span className="ld-soft">{t('Which regions and directions the folders of a client tell. Nothing is given to a client before a person confirms it; what somebody set by hand stays.')}</span>
          </div>
          <Button look="primary" large disabled={beginning.busy || isBusy} onClick={() => void start()}>{t('Search all folders')}</Button>
        </div>
        {beginning.doing.stage === 'failed' ? <Notice colour="red" title={t('The search was not started')}>{words.error(beginning.doing.error)}</Notice> : null}
        {runs.error ? <Notice colour="red" title={t('The searches could not be read')} actions={<Button onClick={() => void runs.reload()}>{t('Try again')}</Button>}>{words.error(runs.error)}</Notice> : null}
        {runs.data && runs.data.length > 0 ? (
          <div className="ld-class-runs" role="list" aria-label={t('Searches')}>
            {runs.data.slice(0, isBusy ? 3 : 2).map((run) => <RunRow key={run.id} run={run} now={runs.loadedAt ?? Date.now()} words={words} onChanged={reload} />)}
          </div>
        ) : null}

        <div className="ld-row ld-wrap" style={{ justifyContent: 'space-between' }}>
          <Switch
            value={status}
            onChange={(value) => {
              setStatus(value as ProposalStatus);
              setShown(PAGE);
            }}
            choices={words.choices(PROPOSAL_STATUS)}
          />
          {status === 'PROPOSED' ? (
            <div className="ld-row ld-wrap">
              <span className="ld-soft">{t('All with a score of')}</span>
              <span style={{ width: 76 }}>
                <Select value={String(confirming)} label={t('Confirm from')} onChange={(value) => setConfirming(Number(value))} choices={SCORES.filter((score) => score > 0).map((score) => ({ value: String(score), label: `${score}+` }))} />
              </span>
              <Button large disabled={all.busy || isBusy || !sure.data?.count} onClick={() => void confirmAll()}>{t('Confirm {count}', { count: sure.data?.count ?? 0 })}</Button>
            </div>
          ) : null}
        </div>
        {all.doing.stage === 'failed' ? <Notice colour="red" title={t('This was not saved')}>{words.error(all.doing.error)}</Notice> : null}
        <div className="ld-class-filters">
          <Field label={t('Search')}>
            <Input label={t('Search')} placeholder={t('Client, region or direction')} onChange={setText} />
          </Field>
          <Field label={t('Score')}>
            <Select value={String(from)} label={t('Score')} onChange={(value) => setFrom(Number(value))} choices={SCORES.map((score) => ({ value: String(score), label: score === 0 ? t('Any') : t('{score} or more', { score }) }))} />
          </Field>
          <span className="ld-soft ld-figures" style={{ lineHeight: '32px' }}>{data ? t('{count} found', { count: data.count }) : ''}</span>
        </div>

        {error ? <Notice colour="red" title={t('The proposals could not be read')} actions={<Button onClick={() => void proposals.reload()}>{t('Try again')}</Button>}>{words.error(error)}</Notice> : null}
        {!data && loading ? <Skeleton rows={8} /> : null}
        {data && data.rows.length === 0 ? (
          isAsked ? (
            <Empty title={t('Nothing is proposed')}>{runs.data?.length === 0 ? t('Search all folders: the workers look through them and propose what they tell.') : t('Everything that the folders tell is decided.')}</Empty>
          ) : (
            <Empty title={t('Nothing found')} />
          )
        ) : null}
        <div className="ld-class-list">
          {(data?.rows ?? []).map((proposal) => (
            <ProposalCard key={`${proposal.id}/${proposal.status}`} proposal={proposal} choices={choices} words={words} onDecided={() => void reload()} />
          ))}
        </div>
        {data && data.count > data.rows.length ? (
          <div className="ld-row"><Button large disabled={loading} onClick={() => setShown(shown + PAGE)}>{t('Show more')}</Button></div>
        ) : null}
      </div>
    </Surface>
  );
};
