import { useState } from 'react';
import { PROPOSAL_STATUS } from '../../custom-objects/vocabulary';
import { directionChoices } from '../firstVisit/directions';
import { Button, Field, Link, Notice, Tag } from '../lib/kit';
import { ListPicker, type Choice } from '../lib/ListPicker';
import { fullName } from '../lib/office';
import { update } from '../lib/store';
import { useDoing } from '../lib/useDoing';
import type { Words } from '../lib/words';
import { openRecord } from '../reports/Drill';
import type { Catalogues, Proposal } from './data';
import { evidenceIn, isSame, piecesOf, targetsOf, type Evidence, type Targets } from './evidence';

/** More are shown when asked for. */
const FIRST_EVIDENCE = 3;
const SURE = 90;
const FAIR = 75;

const colourOf = (score: number): string => (score >= SURE ? 'green' : score >= FAIR ? 'yellow' : 'orange');

const Told = ({ evidence: { folderId, path, words: matched, targetName, score, by, kind }, words }: { evidence: Evidence; words: Words }) => {
  const { t } = words;
  return (
    <div className="ld-cls-told ld-small">
      <Link lines="ld-two" title={t('Open the folder')} onClick={() => openRecord('clientFolder', folderId)}>
        {piecesOf({ path, words: matched }).map(({ text, isMatch }, at) => (isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
      </Link>
      <span className="ld-soft">
        → {targetName || '—'} · {by === 'RULE' ? t('rule of the folder') : kind === 'REGION' ? t('region, {score}', { score }) : t('direction, {score}', { score })}
      </span>
    </div>
  );
};

const Several = ({ label, choices, ids, onChange, words }: { label: string; choices: Choice[]; ids: string[]; onChange: (ids: string[]) => void; words: Words }) => (
  <Field label={label}>
    {ids.map((id) => (
      <div key={id} className="ld-picked">
        <span className="ld-grow ld-two">{choices.find((choice) => choice.id === id)?.name ?? words.t('Deleted')}</span>
        <Button look="quiet" title={words.t('Take out')} onClick={() => onChange(ids.filter((each) => each !== id))}>✕</Button>
      </div>
    ))}
    <ListPicker
      key={ids.length}
      label={label}
      placeholder={words.t('Add: choose or type to search')}
      choices={choices.filter(({ id }) => !ids.includes(id))}
      value={null}
      onChange={(id) => id && onChange([...ids, id])}
      words={words}
    />
  </Field>
);

/** What is proposed for one client, what it rests on, and what a person decides. */
export const ProposalCard = ({ proposal, catalogues, words, onDecided }: {
  proposal: Proposal;
  catalogues: Catalogues | null;
  words: Words;
  onDecided: () => Promise<void>;
}) => {
  const { t } = words;
  const { id, person, company, status, problem } = proposal;
  const [changing, setChanging] = useState<Targets | null>(null);
  const [isWhole, setWhole] = useState(false);
  const { doing, run, busy } = useDoing();
  const evidence = evidenceIn(proposal.evidence);
  const [own, proposed] = [targetsOf(proposal), targetsOf({ ...proposal, chosen: null })];
  const score = proposal.score ?? 0;
  const isWaiting = status === 'PROPOSED' || status === null;
  const client = person ? fullName(person.name) : company?.name;

  const nameOf = (list: { id: string; name: string | null }[] | undefined, targetId: string): string =>
    list?.find((each) => each.id === targetId)?.name ?? evidence.find((each) => each.targetId === targetId)?.targetName ?? '…';
  const decide = (data: object) =>
    void run(async () => {
      await update('classificationProposal', [id], data);
      setChanging(null);
      await onDecided();
    });

  return (
    <article className="ld-card ld-col" aria-label={client?.trim() || proposal.name || '—'}>
      <div className="ld-cls-head">
        <div className="ld-col" style={{ gap: 6 }}>
          <div className="ld-row ld-wrap">
            <span className="ld-strong ld-cls-name">
              <Link lines="ld-two" onClick={() => openRecord(person ? 'person' : 'company', (person ?? company)?.id ?? '')}>{client?.trim() || proposal.name?.trim() || '—'}</Link>
            </span>
            <span title={t('How sure the least sure of it is, of 100')}><Tag colour={colourOf(score)}>{String(score)}</Tag></span>
            {isWaiting ? null : <Tag colour={words.option(PROPOSAL_STATUS, status)!.colour}>{words.option(PROPOSAL_STATUS, status)!.label}</Tag>}
            {isSame(own, proposed) ? null : <Tag colour="purple">{t('Changed by hand')}</Tag>}
          </div>
          <div className="ld-row ld-wrap">
            {own.regions.map((each) => <Tag key={each} colour="sky">{nameOf(catalogues?.regions, each)}</Tag>)}
            {own.directions.map((each) => <Tag key={each} colour="blue">{nameOf(catalogues?.directions, each)}</Tag>)}
            {own.regions.length + own.directions.length === 0 ? <span className="ld-soft ld-small">{t('Nothing is chosen')}</span> : null}
          </div>
        </div>
        {isWaiting && !changing ? (
          <div className="ld-row ld-wrap ld-cls-deeds">
            <Button disabled={busy} onClick={() => decide({ status: 'CONFIRMED' })}>{t('Confirm')}</Button>
            <Button look="quiet" disabled={busy || !catalogues} onClick={() => setChanging(own)}>{t('Change')}</Button>
            <Button look="quiet" disabled={busy} onClick={() => decide({ status: 'REJECTED' })}>{t('Reject')}</Button>
          </div>
        ) : null}
        {status === 'REJECTED' ? <Button disabled={busy} onClick={() => decide({ status: 'PROPOSED' })}>{t('Propose again')}</Button> : null}
      </div>
      {problem ? <Notice colour="orange" title={problem} /> : null}
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
      {changing && catalogues ? (
        <>
          <div className="ld-pair">
            <Several
              label={t('Regions')}
              choices={catalogues.regions.map((each) => ({ id: each.id, name: each.name?.trim() || '—' }))}
              ids={changing.regions}
              onChange={(regions) => setChanging({ ...changing, regions })}
              words={words}
            />
            <Several
              label={t('Directions')}
              choices={directionChoices(catalogues.directions, words.tag)}
              ids={changing.directions}
              onChange={(directions) => setChanging({ ...changing, directions })}
              words={words}
            />
          </div>
          <div className="ld-row ld-wrap">
            <Button
              look="primary"
              disabled={busy || changing.regions.length + changing.directions.length === 0}
              onClick={() => decide({ status: 'CONFIRMED', chosen: isSame(changing, proposed) ? null : changing })}
            >
              {t('Confirm what is chosen')}
            </Button>
            <Button disabled={busy} onClick={() => setChanging(null)}>{t('Cancel')}</Button>
          </div>
        </>
      ) : null}
      <div className="ld-col" style={{ gap: 4 }}>
        {evidence.slice(0, isWhole ? evidence.length : FIRST_EVIDENCE).map((each, at) => <Told key={at} evidence={each} words={words} />)}
        {evidence.length > FIRST_EVIDENCE && !isWhole ? (
          <Link onClick={() => setWhole(true)}><span className="ld-soft ld-small">{t('{count} more folders', { count: evidence.length - FIRST_EVIDENCE })}</span></Link>
        ) : null}
      </div>
    </article>
  );
};
