import { useState } from 'react';
import { PROPOSAL_STATUS } from '../../custom-objects/vocabulary';
import { Button, Field, Link, Notice, Tag } from '../lib/kit';
import { ListPicker, type Choice } from '../lib/ListPicker';
import { useDoing } from '../lib/useDoing';
import type { Words } from '../lib/words';
import { openRecord } from '../reports/Drill';
import { decide, type Chosen, type Evidence, type Proposal, type ProposalStatus, type Scored } from './data';
import { marked } from './marked';

const EVIDENCE_SHOWN = 3;
const SURE = 85;

export type Choices = { regions: Choice[]; directions: Choice[] };

const scoreColour = (score: number): string => (score >= SURE ? 'green' : score >= 70 ? 'yellow' : 'orange');

const Target = ({ scored, colour }: { scored: Scored; colour: string }) => (
  <span className="ld-target">
    <Tag colour={colour}>
      <span className="ld-cut">{scored.name}</span>
    </Tag>
    <span className="ld-small ld-faint ld-figures">{scored.score}</span>
  </span>
);

const Ground = ({ evidence, words }: { evidence: Evidence; words: Words }) => {
  const { t } = words;
  const { path, by, score, targetName } = evidence;
  return (
    <div className="ld-ground ld-small">
      <Link lines="ld-two" title={path} onClick={() => openRecord('clientFolder', evidence.folderId)}>
        {marked(path, by === 'RULE' ? [] : evidence.words).map(({ text, isMarked }, at) => (isMarked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>))}
      </Link>
      <span className="ld-soft">
        {by === 'RULE' ? t('rule of the folder') : null} → {targetName} <span className="ld-faint ld-figures">{score}</span>
      </span>
    </div>
  );
};

/** What is chosen of one list: each can be taken out, others put in. */
const Chooser = ({ label, choices, picked, onChange, words }: { label: string; choices: Choice[]; picked: string[]; onChange: (ids: string[]) => void; words: Words }) => (
  <Field label={label}>
    <div className="ld-row ld-wrap">
      {picked.map((id) => (
        <span key={id} className="ld-picked">
          <span className="ld-grow ld-cut">{choices.find((choice) => choice.id === id)?.name ?? '—'}</span>
          <Button look="quiet" title={words.t('Take out')} onClick={() => onChange(picked.filter((each) => each !== id))}>✕</Button>
        </span>
      ))}
    </div>
    <ListPicker
      key={picked.length}
      label={label}
      placeholder={words.t('Add…')}
      choices={choices.filter(({ id }) => !picked.includes(id))}
      value={null}
      onChange={(id) => (id ? onChange([...picked, id]) : undefined)}
      words={words}
    />
  </Field>
);

const idsOf = (scored: Scored[] | undefined): string[] => (scored ?? []).map(({ id }) => id);
const wantedOf = ({ chosen, proposed }: Proposal): Chosen => chosen ?? { regions: idsOf(proposed?.regions), directions: idsOf(proposed?.directions) };
const isSame = (one: string[], other: string[]): boolean => one.length === other.length && one.every((id) => other.includes(id));

/** What is proposed for one client, by what, and what a person says to it. */
export const ProposalCard = ({ proposal, choices, words, onDecided }: { proposal: Proposal; choices: Choices; words: Words; onDecided: () => void }) => {
  const { t } = words;
  const { doing, run, busy } = useDoing();
  const [isChanging, setChanging] = useState(false);
  const [chosen, setChosen] = useState<Chosen>(() => wantedOf(proposal));
  const [isWhole, setWhole] = useState(false);
  const { proposed, score, status } = proposal;
  const evidence = proposal.evidence ?? [];
  const shown = isWhole ? evidence : evidence.slice(0, EVIDENCE_SHOWN);
  const isOpen = status === 'PROPOSED';
  const state = words.option(PROPOSAL_STATUS, status);

  const say = async (next: ProposalStatus, instead: Chosen | null) => {
    if (await run(() => decide(proposal, next, instead))) onDecided();
  };
  const asProposed = isSame(chosen.regions, idsOf(proposed?.regions)) && isSame(chosen.directions, idsOf(proposed?.directions));
  const nothing = chosen.regions.length + chosen.directions.length === 0;
  const names = (list: keyof Chosen): string => chosen[list].map((id) => choices[list].find((choice) => choice.id === id)?.name ?? '—').join(', ');

  return (
    <article className="ld-card ld-proposal" aria-label={proposal.name ?? ''}>
      <div className="ld-row">
        <span className="ld-grow ld-strong">
          <Link title={proposal.name ?? ''} onClick={() => (proposal.personId ? openRecord('person', proposal.personId) : proposal.companyId ? openRecord('company', proposal.companyId) : undefined)}>
            {proposal.name || t('A client without a name')}
          </Link>
        </span>
        {score !== null ? <Tag colour={scoreColour(score)}>{t('score {score}', { score })}</Tag> : null}
        {!isOpen && state ? <Tag colour={state.colour}>{state.label}</Tag> : null}
      </div>
      <div className="ld-row ld-wrap">
        {(proposed?.regions ?? []).map((scored) => <Target key={scored.id} scored={scored} colour="blue" />)}
        {(proposed?.directions ?? []).map((scored) => <Target key={scored.id} scored={scored} colour="purple" />)}
      </div>
      <div className="ld-col" style={{ gap: 4 }}>
        {shown.map((each, at) => <Ground key={at} evidence={each} words={words} />)}
        {evidence.length > shown.length ? (
          <Link onClick={() => setWhole(true)}><span className="ld-small ld-soft">{t('{count} more', { count: evidence.length - shown.length })}</span></Link>
        ) : null}
      </div>
      {proposal.chosen && !isOpen ? (
        <span className="ld-small ld-soft">{t('Chosen instead: {names}', { names: [names('regions'), names('directions')].filter(Boolean).join(', ') || '—' })}</span>
      ) : null}
      {proposal.problem ? <Notice colour="red" title={t('It could not be applied')}>{proposal.problem}</Notice> : null}
      {doing.stage === 'failed' ? <Notice colour="red" title={t('This was not saved')}>{words.error(doing.error)}</Notice> : null}
      {isChanging ? (
        <div className="ld-col" style={{ gap: 12 }}>
          <div className="ld-pair">
            <Chooser label={t('Regions')} choices={choices.regions} picked={chosen.regions} onChange={(regions) => setChosen({ ...chosen, regions })} words={words} />
            <Chooser label={t('Directions')} choices={choices.directions} picked={chosen.directions} onChange={(directions) => setChosen({ ...chosen, directions })} words={words} />
          </div>
          <div className="ld-row ld-wrap">
            <Button look="primary" large disabled={busy || nothing} onClick={() => void say('CONFIRMED', asProposed ? null : chosen)}>{t('Confirm what is chosen')}</Button>
            <Button large onClick={() => setChanging(false)}>{t('Cancel')}</Button>
            {nothing ? <span className="ld-small ld-soft">{t('Nothing is chosen: reject the proposal instead')}</span> : null}
          </div>
        </div>
      ) : isOpen ? (
        <div className="ld-row ld-wrap">
          <Button look="primary" large disabled={busy} onClick={() => void say('CONFIRMED', null)}>{t('Confirm')}</Button>
          <Button large disabled={busy} onClick={() => setChanging(true)}>{t('Change…')}</Button>
          <Button large disabled={busy} onClick={() => void say('REJECTED', null)}>{t('Reject')}</Button>
        </div>
      ) : status === 'REJECTED' ? (
        <div className="ld-row"><Button disabled={busy} onClick={() => void say('PROPOSED', null)}>{t('Look at it again')}</Button></div>
      ) : null}
    </article>
  );
};
