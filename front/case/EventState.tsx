import { useState } from 'react';
import { AppPath, closeSidePanel, navigate } from 'twenty-sdk/front-component';
import type { Completion } from '../../custom-objects/vocabulary';
import { dayOf, problemsOf } from '../../workers/cases/problems';
import { Button, Empty, Field, Input, Notice } from '../lib/kit';
import { update } from '../lib/store';
import { useDoing } from '../lib/useDoing';
import type { Words } from '../lib/words';
import { ifAllowed, isMissing, isOpen, loadDocuments, loadEvent, type CaseDocument, type CaseEvent } from './data';
import { EventCard } from './heads';
import { RecordPanel } from './Panel';

export type Move = 'AWAIT' | 'RESUME' | 'COMPLETE';

type Data = { event: CaseEvent; missing: CaseDocument[] | null };

const load = async (id: string): Promise<Data | null> => {
  const event = await loadEvent(id);
  if (!event) return null;
  const documents = event.legalCaseId ? await ifAllowed(loadDocuments(event.legalCaseId)) : [];
  return { event, missing: documents?.filter(isMissing) ?? null };
};

const TO: Record<Move, Completion> = { AWAIT: 'WAITING', RESUME: 'IN_PROGRESS', COMPLETE: 'COMPLETED' };

/** Why it cannot be done now, or null. */
const obstacle = (move: Move, event: CaseEvent, { t }: Words): string | null => {
  if (!isOpen(event)) return t('The event is closed already.');
  if (move === 'AWAIT' && event.completion === 'WAITING') return t('The client is awaited already.');
  if (move === 'RESUME' && event.completion !== 'WAITING') return t('Nothing is awaited from the client.');
  return null;
};

const Missing = ({ missing, words }: { missing: CaseDocument[] | null; words: Words }) => {
  const { t } = words;
  if (missing === null) return <Notice colour="gray" title={t('Your role may not see the documents of the case')} />;
  if (missing.length === 0) return <Notice colour="gray" title={t('No document of the checklist is missing')} />;
  return (
    <Field label={t('Still missing: {count}', { count: missing.length })}>
      <div className="ld-card ld-col" style={{ gap: 4 }}>
        {missing.map(({ id, name }) => <span key={id}>{name?.trim() || '—'}</span>)}
      </div>
    </Field>
  );
};

const Panel = ({ move, data, words }: { move: Move; data: Data; words: Words }) => {
  const { t } = words;
  const { event, missing } = data;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = dayOf(new Date().toISOString(), timeZone);
  const [day, setDay] = useState(today);
  const { doing, run, busy } = useDoing();

  const why = obstacle(move, event, words);
  if (doing.stage === 'done')
    return (
      <>
        <Notice colour="green" title={{ AWAIT: t('The client is awaited'), RESUME: t('The event goes on'), COMPLETE: t('Completed') }[move]}>
          {move === 'AWAIT' ? t('The clock of the event stands still; the list of missing documents is kept on it.') : null}
        </Notice>
        <div className="ld-row"><Button large onClick={() => void closeSidePanel()}>{t('Close')}</Button></div>
      </>
    );
  if (why) return <><EventCard event={event} words={words} /><Empty title={why} /></>;

  // What made the event decides when it is over: a hearing is held, a request is answered.
  const source = move === 'COMPLETE' && event.sourceKey ? event.sourceKey.split(':') : null;
  if (source)
    return (
      <>
        <EventCard event={event} words={words} />
        <Notice
          colour="gray"
          title={t('This event follows its record')}
          actions={
            <Button onClick={() => void navigate(AppPath.RecordShowPage, { objectNameSingular: source[0]!, objectRecordId: source[1]! })}>{t('Open the record')}</Button>
          }
        >
          {t('It is completed there: a request is answered, a filing accepted, a hearing held.')}
        </Notice>
      </>
    );

  const completedAt = day === today ? new Date().toISOString() : day ? new Date(`${day}T12:00:00`).toISOString() : null;
  const [problem] = move === 'COMPLETE' ? problemsOf('caseEvent', { startedAt: event.startedAt, completedAt }, timeZone) : [];
  const submit = () => {
    if (busy || problem) return;
    void run(() => update('caseEvent', [event.id], { completion: TO[move], ...(move === 'COMPLETE' ? { completedAt } : {}) }));
  };

  return (
    <>
      <EventCard event={event} words={words} />
      {move === 'COMPLETE' ? (
        <Field label={t('Completed')} wrong={problem ? words.problem(problem) : null}>
          <Input type="date" label={t('Completed')} initial={today} onChange={setDay} wrong={problem !== undefined} />
        </Field>
      ) : (
        <Missing missing={missing} words={words} />
      )}
      {move === 'RESUME' && event.waitingSince ? (
        <span className="ld-soft">{t('The client was awaited for {span}.', { span: words.span(Date.now() - Date.parse(event.waitingSince)) })}</span>
      ) : null}
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
      <div className="ld-row">
        <Button large look="primary" disabled={busy} onClick={submit}>
          {busy ? <span className="ld-spin" /> : null}
          {{ AWAIT: t('Await the client'), RESUME: t('Go on'), COMPLETE: t('Complete') }[move]}
        </Button>
        <Button large look="quiet" disabled={busy} onClick={() => void closeSidePanel()}>{t('Cancel')}</Button>
      </div>
    </>
  );
};

/** Brings an event into another state. */
export const EventState = ({ move }: { move: Move }) => (
  <RecordPanel load={load}>{({ data, words }) => <Panel move={move} data={data} words={words} />}</RecordPanel>
);
