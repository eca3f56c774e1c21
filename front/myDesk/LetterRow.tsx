import { useState } from 'react';
import { AppPath, enqueueSnackbar, navigate } from 'twenty-sdk/front-component';
import { oneLine } from '../../workers/correspondence/lines';
import { allowedActions } from '../../workers/correspondence/protocol';
import { DeedForm } from '../letter/DeedForm';
import { whereabouts } from '../letter/LetterCard';
import { Outcome } from '../letter/Outcome';
import { Button, Link, Tag } from '../lib/kit';
import type { Deed, Letter } from '../lib/letter';
import type { Desk } from '../lib/office';
import { useDeed, type Progress } from '../lib/useDeed';
import type { Words } from '../lib/words';
import { loudness } from './sort';

type Action = Deed['action'];

/** What a person does most, at hand; the rest behind the dots. */
const AT_HAND: Action[] = ['ACCEPT', 'REJECT', 'RECALL', 'COMPLETE', 'HAND_OVER', 'FOUND', 'DELIVER'];
const MOST_AT_HAND = 2;

export const openLetter = (id: string) =>
  void navigate(AppPath.RecordShowPage, { objectNameSingular: 'correspondence', objectRecordId: id });

const LOUD = { soft: 'var(--ld-soft)', orange: 'var(--ld-orange-text)', red: 'var(--ld-red-text)' };

const Age = ({ letter, words, now }: { letter: Letter; words: Words; now: number }) => {
  const { t } = words;
  const waits = letter.status === 'HANDED_OVER';
  const since = waits ? letter.handedOverAt : letter.heldSince;
  if (!since) return null;
  const ms = now - Date.parse(since);
  const overdue = letter.dueAt !== null && Date.parse(letter.dueAt) < now;
  return (
    <div className="ld-desk-age" title={words.moment(since)}>
      <div className="ld-strong ld-figures" style={{ color: LOUD[loudness(waits ? 'waits' : 'held', ms)] }}>{words.span(ms)}</div>
      {letter.dueAt ? (
        <div className="ld-small" style={{ color: overdue ? LOUD.red : LOUD.soft }}>
          {overdue ? t('overdue since {day}', { day: words.day(letter.dueAt) }) : t('due {day}', { day: words.day(letter.dueAt) })}
        </div>
      ) : null}
    </div>
  );
};

type Props = { letter: Letter; desk: Desk; words: Words; now: number; reason: string | null; onMoved: () => void };

export const LetterRow = ({ letter, desk, words, now, reason: wholeReason, onMoved }: Props) => {
  const { t } = words;
  const reason = oneLine(wholeReason, 500);
  const { office, viewerId } = desk;
  const [open, setOpen] = useState<Action | 'MORE' | null>(null);
  const allowed = allowedActions({ letter, viewerId, office, now: new Date(now) });
  const atHand = AT_HAND.filter((action) => allowed.includes(action)).slice(0, MOST_AT_HAND);
  const more = allowed.filter((action) => !atHand.includes(action));

  const decided = (action: Action) => (progress: Progress) => {
    if (progress.stage === 'applied') {
      void enqueueSnackbar({ message: `${words.action(action).label}: ${letter.number ?? ''} ${words.subject(letter.subject)}`.trim(), variant: 'success' });
      setOpen(null);
    }
    onMoved();
  };
  const acceptance = useDeed(decided('ACCEPT'));
  const accepting = acceptance.progress.stage === 'writing' || acceptance.progress.stage === 'waiting';

  const start = (action: Action) => {
    if (action !== 'ACCEPT') return setOpen(open === action ? null : action);
    if (!accepting)
      void acceptance.run({ action, correspondenceId: letter.id, reason: null, toMemberId: null, toDepartmentId: null });
  };

  const { waitsFor } = whereabouts({ letter, desk, words, now });
  const mine = allowed.includes('ACCEPT');
  const status = words.status(letter.status);
  const forWhom = mine && letter.pendingMemberId !== viewerId ? waitsFor : null;
  const details = [
    letter.number,
    letter.counterparty?.name,
    mine && letter.handedOverById ? t('from {name}', { name: words.member(office, letter.handedOverById) }) : null,
  ].filter(Boolean);

  return (
    <div className="ld-desk-item">
      <div className="ld-desk-row">
        <div className="ld-desk-what">
          <div className="ld-row">
            <span className="ld-strong ld-desk-subject">
              <Link title={words.subject(letter.subject)} onClick={() => openLetter(letter.id)}>{words.subject(letter.subject)}</Link>
            </span>
            {letter.flow === 'OUTGOING' ? <Tag colour="purple">{words.flow(letter.flow).label}</Tag> : null}
            {forWhom ? <Tag colour="gray">{t('for {name}', { name: forWhom })}</Tag> : null}
            {letter.status === 'HANDED_OVER' ? null : <Tag colour={status.colour}>{status.label}</Tag>}
          </div>
          <div className="ld-soft ld-small ld-two" title={reason}>
            <span className="ld-figures">{details.join(' · ')}</span>
            {reason ? <span style={{ color: 'var(--ld-ink)' }}>{`${details.length > 0 ? ' · ' : ''}${reason}`}</span> : null}
            {!mine && waitsFor ? <span style={{ color: 'var(--ld-orange-text)' }}> · {t('Waits for {name}', { name: waitsFor })}</span> : null}
          </div>
        </div>
        <Age letter={letter} words={words} now={now} />
        <div className="ld-desk-do">
          {atHand.map((action) => (
            <Button
              key={action}
              look={action === 'ACCEPT' ? 'primary' : ''}
              disabled={accepting}
              on={open === action ? true : undefined}
              onClick={() => start(action)}
            >
              {action === 'ACCEPT' && accepting ? <span className="ld-spin" /> : null}
              {words.command(action)}
            </Button>
          ))}
          {more.length > 0 ? (
            <Button look="quiet" title={t('More actions')} onClick={() => setOpen(open === 'MORE' ? null : 'MORE')}>
              •••
            </Button>
          ) : null}
        </div>
      </div>
      {open === 'MORE' ? (
        <div className="ld-desk-under ld-row ld-wrap">
          {more.map((action) => (
            <Button key={action} look={action === 'REPORT_LOST' ? 'danger' : ''} onClick={() => start(action)}>
              {words.command(action)}
            </Button>
          ))}
        </div>
      ) : null}
      {open !== null && open !== 'MORE' ? (
        <div className="ld-desk-under">
          <DeedForm key={open} {...{ desk, letter, words }} action={open} onDecided={decided(open)} onClose={() => setOpen(null)} />
        </div>
      ) : null}
      {['refused', 'failed', 'late'].includes(acceptance.progress.stage) ? (
        <div className="ld-desk-under">
          <Outcome progress={acceptance.progress} words={words} onCheck={() => void acceptance.follow()} />
        </div>
      ) : null}
    </div>
  );
};
