import { useRef, useState, type ReactNode } from 'react';
import { closeSidePanel } from 'twenty-sdk/front-component';
import { v4 } from 'uuid';
import { eventTitle, ifAllowed, isOpen, loadCase, OPEN, type CaseEvent, type CaseHead } from '../case/data';
import { CaseCard } from '../case/heads';
import { RecordPanel } from '../case/Panel';
import { Button, Empty, Notice } from '../lib/kit';
import { awaited, find, put } from '../lib/store';
import type { Words } from '../lib/words';

const KIND = 'CASE_ARCHIVING';
/** These have a list of their own below. */
const LISTED_APART = /^(attorneyRequest|courtHearing):/;
const LETTERS_IN_WORK = ['REGISTERED', 'HANDED_OVER', 'IN_WORK', 'UNDELIVERED', 'LOST'];

type OpenEvent = Pick<CaseEvent, 'id' | 'title' | 'completion' | 'dueAt' | 'sourceKey' | 'kind'>;
type Request = { id: string; subject: string | null; dueAt: string | null };
type Hearing = { id: string; name: string | null; scheduledAt: string | null };
type Letter = { id: string; number: string | null; subject: string | null };
type Data = { legalCase: CaseHead; kindId: string | null; events: OpenEvent[]; requests: Request[] | null; hearings: Hearing[] | null; letters: Letter[] | null };

const load = async (id: string): Promise<Data | null> => {
  const ofCase = { legalCaseId: { eq: id } };
  const [legalCase, kinds, events, requests, hearings, letters] = await Promise.all([
    loadCase(id),
    find<{ id: string }>('eventKind', 'id', { filter: { code: { eq: KIND } } }),
    find<OpenEvent>('caseEvent', 'id title completion dueAt sourceKey kind { code name }', { filter: { and: [ofCase, { completion: { in: OPEN } }] } }),
    ifAllowed(find<Request>('attorneyRequest', 'id subject dueAt', { filter: { and: [ofCase, { status: { in: ['DRAFT', 'SENT'] } }] } })),
    ifAllowed(find<Hearing>('courtHearing', 'id name scheduledAt', { filter: { and: [ofCase, { outcome: { eq: 'SCHEDULED' } }] } })),
    ifAllowed(find<Letter>('correspondence', 'id number subject', { filter: { and: [ofCase, { status: { in: LETTERS_IN_WORK } }] } })),
  ]);
  return legalCase && { legalCase, kindId: kinds[0]?.id ?? null, events: events.filter((event) => isOpen(event) && !LISTED_APART.test(event.sourceKey ?? '')), requests, hearings, letters };
};

const Group = ({ title, rows }: { title: string; rows: { id: string; text: ReactNode; note: string }[] }) =>
  rows.length === 0 ? null : (
    <section className="ld-col" style={{ gap: 4 }}>
      <div className="ld-row"><h2 className="ld-strong">{title}</h2><span className="ld-faint ld-figures">{rows.length}</span></div>
      {rows.map(({ id, text, note }) => (
        <div key={id} className="ld-row">
          <span className="ld-grow ld-two">{text}</span>
          <span className="ld-soft ld-small" style={{ flex: 'none' }}>{note}</span>
        </div>
      ))}
    </section>
  );

type State = 'asking' | 'writing' | 'waiting' | 'archived' | 'late' | { error: unknown };

const Panel = ({ data, words }: { data: Data; words: Words }) => {
  const { t } = words;
  const { legalCase, kindId, events, requests, hearings, letters } = data;
  const [state, setState] = useState<State>('asking');
  // Kept over a failed attempt: archiving again writes the same event.
  const id = useRef(v4());
  const due = (at: string | null) => (at ? words.day(at) : '');
  const open = events.length + (requests?.length ?? 0) + (hearings?.length ?? 0);

  const follow = async () => {
    setState('waiting');
    const archived = () => awaited(async () => ((await loadCase(legalCase.id))?.stage === 'ARCHIVED' ? true : null));
    if (await archived()) return setState('archived');
    setState('late');
    // Told as soon as it is so after all.
    if (await archived()) setState('archived');
  };
  const archive = async () => {
    setState('writing');
    const now = new Date().toISOString();
    try {
      await put('caseEvent', [{ id: id.current, legalCaseId: legalCase.id, kindId, completion: 'COMPLETED', startedAt: now, completedAt: now }]);
    } catch (error) {
      setState({ error });
      return;
    }
    await follow();
  };

  const close = <Button large onClick={() => void closeSidePanel()}>{t('Close')}</Button>;
  const card = <CaseCard legalCase={state === 'archived' ? { ...legalCase, stage: 'ARCHIVED' } : legalCase} words={words} />;
  if (state === 'archived')
    return <>{card}<Notice colour="green" title={t('The case is in the archive')}>{open > 0 ? t('What was open is closed: {count}', { count: open }) : null}</Notice><div className="ld-row">{close}</div></>;
  if (state === 'late')
    return (
      <>
        {card}
        <Notice colour="orange" title={t('Written, not applied yet')} actions={<Button onClick={() => void follow()}>{t('Check again')}</Button>}>
          {t('The archiving is written. The background workers do not answer now; they will close what is open when they are back. Do not write it again.')}
        </Notice>
        <div className="ld-row">{close}</div>
      </>
    );
  if (legalCase.stage === 'ARCHIVED') return <>{card}<Empty title={t('The case is in the archive already.')} /></>;
  if (kindId === null)
    return <>{card}<Notice colour="orange" title={t('The catalogue of event kinds is empty')}>{t('The background workers fill it when they first start. Start them, then try again.')}</Notice></>;

  const busy = state === 'writing' || state === 'waiting';
  const notSeen = [...(requests ? [] : [t('requests')]), ...(hearings ? [] : [t('hearings')]), ...(letters ? [] : [t('letters')])];
  return (
    <>
      {card}
      {open > 0 ? (
        <Notice colour="orange" title={t('Still open in this case: {count}', { count: open })}>{t('Archiving cancels the open events. They stay in the case, as cancelled.')}</Notice>
      ) : (
        <Notice colour="gray" title={t('Nothing is open in this case')} />
      )}
      <Group title={t('Events')} rows={events.map((event) => ({ id: event.id, text: eventTitle(event), note: due(event.dueAt) }))} />
      <Group title={t('Requests')} rows={(requests ?? []).map((request) => ({ id: request.id, text: request.subject?.trim() || '—', note: due(request.dueAt) }))} />
      <Group title={t('Hearings')} rows={(hearings ?? []).map((hearing) => ({ id: hearing.id, text: hearing.name?.trim() || '—', note: hearing.scheduledAt ? words.moment(hearing.scheduledAt) : '' }))} />
      <Group title={t('Letters in work')} rows={(letters ?? []).map((letter) => ({ id: letter.id, text: words.subject(letter.subject), note: letter.number ?? '' }))} />
      {(letters?.length ?? 0) > 0 ? <span className="ld-soft">{t('Letters are not closed with the case: they go on until someone completes them.')}</span> : null}
      {notSeen.length > 0 ? <span className="ld-soft">{t('Your role may not see: {what}. There may be open ones.', { what: notSeen.join(', ') })}</span> : null}
      {typeof state === 'object' ? <Notice colour="red" title={t('Not written')}>{words.error(state.error)}</Notice> : null}
      <div className="ld-row ld-wrap">
        <Button large look={open > 0 ? 'danger' : 'primary'} disabled={busy} onClick={() => void archive()}>
          {busy ? <span className="ld-spin" /> : null}
          {busy ? (state === 'writing' ? t('Writing…') : t('Being archived…')) : open > 0 ? t('Archive and close what is open') : t('Archive the case')}
        </Button>
        <Button large look="quiet" disabled={busy} onClick={() => void closeSidePanel()}>{t('Cancel')}</Button>
      </div>
    </>
  );
};

/** Lists what is still open, asks, and writes the event with which a case ends; the workers close the rest. */
export const ArchiveCase = () => <RecordPanel load={load}>{({ data, words }) => <Panel data={data} words={words} />}</RecordPanel>;
