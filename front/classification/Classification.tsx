import { useEffect, useRef, useState } from 'react';
import { PROPOSAL_STATUS } from '../../custom-objects/vocabulary';
import { SearchInput } from '../eventStages/SearchInput';
import { Button, Empty, Field, Notice, Select, Skeleton, Switch } from '../lib/kit';
import { Surface } from '../lib/theme';
import { useDoing } from '../lib/useDoing';
import { useLoaded } from '../lib/useLoaded';
import { useWords, type Words } from '../lib/words';
import {
  confirmAbove, isConfirming, isOpen, loadCatalogues, loadOverview, loadProposals, newRunId, PAGE, startRun, waitingAbove, type Overview, type ProposalStatus, type Sort, type Wanted,
} from './data';
import { ProposalCard } from './Proposal';
import { RUN_CSS, RunCard } from './RunCard';

const WATCH_EVERY_MS = 3_000;
const REFRESH_EVERY_MS = 30_000;
const SCORES = [95, 90, 85, 75, 0];

const CSS = `
${RUN_CSS}
.ld-cls { display: flex; flex-direction: column; gap: 20px; padding: 24px; max-width: 960px; margin: 0 auto; }
.ld-cls h1 { flex: 1 1 200px; margin: 0; font-size: 17px; line-height: 24px; font-weight: 600; }
.ld-cls-head { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 12px; align-items: start; }
.ld-cls-name { font-size: 14px; min-width: 0; }
.ld-cls-told { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 12px; padding-left: 10px; border-left: 2px solid var(--ld-line); }
.ld-cls-told mark { background: var(--ld-yellow-back); color: var(--ld-yellow-text); border-radius: 3px; padding: 0 2px; font-weight: 500; }
.ld-cls .ld-switch { flex-wrap: wrap; }
.ld-cls-filters { display: grid; grid-template-columns: minmax(160px, 1fr) 210px; gap: 12px; }
@container (max-width: 640px) {
  .ld-cls { padding: 12px; gap: 16px; }
  .ld-cls-head, .ld-cls-told, .ld-cls-filters { grid-template-columns: minmax(0, 1fr); }
}
`;

const AllAbove = ({ version, words, onChanged }: { version: string; words: Words; onChanged: () => Promise<void> }) => {
  const { t } = words;
  const [score, setScore] = useState(90);
  const { data, error, reload } = useLoaded(() => waitingAbove(score), `${score} ${version}`);
  const { doing, run, busy } = useDoing();
  const confirm = () =>
    void run(async () => {
      await confirmAbove(score);
      await Promise.all([reload(), onChanged()]);
    });
  const count = data?.count ?? 0;
  return (
    <>
      <div className="ld-row ld-wrap">
        <span className="ld-soft">{t('Confirm all with a score of at least')}</span>
        <div style={{ width: 88 }}>
          <Select label={t('Score')} value={String(score)} onChange={(value) => setScore(Number(value))} choices={SCORES.map((each) => ({ value: String(each), label: String(each) }))} />
        </div>
        <Button look="primary" large disabled={busy || count === 0} onClick={confirm}>{t('Confirm {count}', { count: new Intl.NumberFormat(words.tag).format(count) })}</Button>
      </div>
      {error || doing.stage === 'failed' ? <Notice colour="red" title={t('Not done')}>{words.error(error ?? (doing as { error?: unknown }).error)}</Notice> : null}
      {doing.stage === 'done' ? <Notice colour="green" title={t('The workers confirm them')}>{t('The regions and directions appear at the clients within a minute or so.')}</Notice> : null}
    </>
  );
};

const Proposals = ({ counts, version, words, onChanged }: { counts: Overview['counts']; version: string; words: Words; onChanged: () => Promise<void> }) => {
  const { t } = words;
  const [wanted, setWanted] = useState<Wanted>({ status: 'PROPOSED', text: '', sort: 'surest', count: PAGE });
  const set = (change: Partial<Wanted>) => setWanted({ ...wanted, count: PAGE, ...change });
  const { data, error, loading, reload } = useLoaded(() => loadProposals(wanted), JSON.stringify([wanted, version]));
  const catalogues = useLoaded(loadCatalogues, 'catalogues');
  const statuses: ProposalStatus[] = ['PROPOSED', 'CONFIRMED', 'APPLIED', 'REJECTED'];
  const decided = async () => {
    await Promise.all([reload(), onChanged()]);
  };
  return (
    <section className="ld-col" style={{ gap: 12 }} aria-label={t('Proposals')}>
      <Switch
        value={wanted.status}
        onChange={(status) => set({ status: status as ProposalStatus })}
        choices={statuses.map((status) => ({ value: status, label: `${words.option(PROPOSAL_STATUS, status)!.label} ${new Intl.NumberFormat(words.tag).format(counts[status])}` }))}
      />
      <div className="ld-cls-filters">
        <Field label={t('Client, region or direction')}><SearchInput label={t('Client, region or direction')} value={wanted.text} onChange={(text) => set({ text })} words={words} /></Field>
        <Field label={t('Order')}>
          <Select
            label={t('Order')}
            value={wanted.sort}
            onChange={(sort) => set({ sort: sort as Sort })}
            choices={[{ value: 'surest', label: t('Surest first') }, { value: 'leastSure', label: t('Least sure first') }, { value: 'name', label: t('By name') }]}
          />
        </Field>
      </div>
      {wanted.status === 'PROPOSED' && counts.PROPOSED > 0 ? <AllAbove version={version} words={words} onChanged={decided} /> : null}
      {error ? <Notice colour="red" title={t('Not loaded')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>{words.error(error)}</Notice> : null}
      {!data && loading ? <Skeleton rows={6} /> : null}
      {data?.proposals.length === 0 ? (
        <Empty title={wanted.text.trim() ? t('Nothing found') : t('No such proposals')}>
          {wanted.status === 'PROPOSED' && !wanted.text.trim() ? t('Search the folders: what their names and rules tell of clients will wait here for you.') : null}
        </Empty>
      ) : null}
      {data?.proposals.map((proposal) => <ProposalCard key={proposal.id} proposal={proposal} catalogues={catalogues.data} words={words} onDecided={decided} />)}
      {data && !data.isAll ? (
        <div className="ld-row"><Button disabled={loading} onClick={() => set({ count: wanted.count + PAGE })}>{loading ? <span className="ld-spin" /> : null}{t('More')}</Button></div>
      ) : null}
    </section>
  );
};

/** Regions and directions that the folders tell of clients: searched, and confirmed by a person. */
export const Classification = () => {
  const words = useWords();
  const { t } = words;
  const { data, error, loading, loadedAt, reload } = useLoaded(loadOverview, 'overview');
  const { doing, run, busy } = useDoing();
  const next = useRef(newRunId());
  const isBusy = data?.runs.some((each) => isOpen(each) || isConfirming(each)) || (data?.counts.CONFIRMED ?? 0) > 0;
  useEffect(() => {
    const timer = setInterval(() => void reload(), isBusy ? WATCH_EVERY_MS : REFRESH_EVERY_MS);
    return () => clearInterval(timer);
  }, [reload, isBusy]);
  const start = () =>
    void run(async () => {
      await startRun(next.current, t('Search of {moment}', { moment: words.moment(new Date().toISOString()) }), null);
      next.current = newRunId();
      await reload();
    });
  const isSearching = data?.runs.some((each) => isOpen(each) && each.scope !== 'SELECTED');
  return (
    <Surface css={CSS}>
      <div className="ld-cls">
        <div className="ld-row ld-wrap">
          <h1>{t('Regions and directions in the folders')}</h1>
          <Button large look="primary" disabled={busy || !data || isSearching} onClick={start}>{busy ? <span className="ld-spin" /> : null}{t('Search all folders')}</Button>
        </div>
        <span className="ld-soft">
          {t('Names and rules of the folders tell which regions and directions a client has to do with. Nothing is given to a client before you confirm it, and what was set by hand stays.')}
        </span>
        {doing.stage === 'failed' ? <Notice colour="red" title={t('Not started')}>{words.error(doing.error)}</Notice> : null}
        {error ? <Notice colour="red" title={t('Not loaded')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>{words.error(error)}</Notice> : null}
        {!data && loading ? <Skeleton rows={6} /> : null}
        {data && data.runs.length > 0 ? (
          <section className="ld-card" aria-label={t('Searches')}>
            {data.runs.slice(0, 3).map((each) => <RunCard key={each.id} run={each} now={loadedAt ?? Date.now()} words={words} onChanged={reload} />)}
          </section>
        ) : null}
        {data ? <Proposals counts={data.counts} version={JSON.stringify(data.counts)} words={words} onChanged={reload} /> : null}
      </div>
    </Surface>
  );
};
