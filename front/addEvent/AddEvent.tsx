import { useRef, useState } from 'react';
import { AppPath, closeSidePanel, navigate } from 'twenty-sdk/front-component';
import { v4 } from 'uuid';
import { COMPLETION, EVENT_GROUP } from '../../custom-objects/vocabulary';
import { problemsOf } from '../../workers/cases/problems';
import { loadCase, loadKinds, type CaseHead, type EventKind } from '../case/data';
import { CaseCard } from '../case/heads';
import { MemberChooser, type Chosen } from '../case/MemberChooser';
import { RecordPanel } from '../case/Panel';
import { Button, Field, Input, Notice, Switch } from '../lib/kit';
import { ListPicker } from '../lib/ListPicker';
import { loadDesk, type Desk } from '../lib/office';
import { put } from '../lib/store';
import { useDoing } from '../lib/useDoing';
import { useLoaded } from '../lib/useLoaded';
import type { Words } from '../lib/words';
import { loadExpectation } from './expected';

/** These come of records of their own, with which the workers make the event; and archiving has its command. */
const NOT_BY_HAND = ['FIRST_VISIT', 'ATTORNEY_REQUEST', 'TRANSFER_TO_COURT', 'TRANSFER_TO_HIGHER_COURT', 'COURT_HEARING', 'COURT_DECISION', 'CASE_ARCHIVING'];
const AT_FIRST = COMPLETION.filter(({ value }) => value === 'PLANNED' || value === 'IN_PROGRESS' || value === 'COMPLETED');

type Data = { legalCase: CaseHead; kinds: EventKind[]; desk: Desk };

const load = async (id: string): Promise<Data | null> => {
  const [legalCase, kinds, desk] = await Promise.all([loadCase(id), loadKinds(), loadDesk(null)]);
  return legalCase && { legalCase, desk, kinds: kinds.filter(({ code, isActive }) => isActive !== false && !NOT_BY_HAND.includes(code ?? '')) };
};

const DAY_MS = 86_400_000;

/** A day of the form as a moment of Twenty: noon, so that no time zone makes it another day. */
const noon = (day: string): string | null => (day ? new Date(`${day}T12:00:00`).toISOString() : null);

const Panel = ({ data, words }: { data: Data; words: Words }) => {
  const { t } = words;
  const { legalCase, kinds, desk } = data;
  const [kindId, setKindId] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const [completion, setCompletion] = useState('IN_PROGRESS');
  const [days, setDays] = useState({ startedAt: '', dueAt: '', completedAt: '' });
  const [chosen, setChosen] = useState<Chosen[]>([{ memberId: desk.viewerId, responsibility: 'LEAD' }]);
  const [checked, setChecked] = useState(false);
  const { doing, run, busy } = useDoing();
  const eventId = useRef(v4());
  const memberIds = useRef(new Map<string, string>());

  const kind = kinds.find(({ id }) => id === kindId);
  const expected = useLoaded(
    async () => kind ? loadExpectation({ eventGroup: kind.eventGroup, directionId: legalCase.directionId, normDays: kind.normDays }) : null,
    kindId ?? '',
  ).data;
  const isOver = completion === 'COMPLETED';
  const facts = { startedAt: noon(days.startedAt), dueAt: noon(days.dueAt), completedAt: isOver ? noon(days.completedAt) : null };
  const [problem] = problemsOf('caseEvent', facts, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const setDay = (name: keyof typeof days) => (day: string) => setDays((before) => ({ ...before, [name]: day }));

  const submit = async () => {
    setChecked(true);
    if (busy || !kindId || problem) return;
    await run(async () => {
      await put('caseEvent', [{ id: eventId.current, legalCaseId: legalCase.id, kindId, title: title.trim(), completion, ...facts }]);
      const responsibles = chosen.map(({ memberId, responsibility }) => {
        const id = memberIds.current.get(memberId) ?? v4();
        memberIds.current.set(memberId, id);
        return { id, caseEventId: eventId.current, memberId, responsibility };
      });
      if (responsibles.length > 0) await put('eventResponsible', responsibles);
    });
  };

  if (doing.stage === 'done')
    return (
      <>
        <Notice colour="green" title={t('The event is added')}>{title.trim() || kind?.name}</Notice>
        <div className="ld-row ld-wrap">
          <Button large look="primary" onClick={() => void navigate(AppPath.RecordShowPage, { objectNameSingular: 'caseEvent', objectRecordId: eventId.current }).then(() => closeSidePanel())}>{t('Open the event')}</Button>
          <Button large onClick={() => void closeSidePanel()}>{t('Close')}</Button>
        </div>
      </>
    );

  const groupOf = ({ eventGroup }: EventKind) => words.option(EVENT_GROUP, eventGroup)?.label ?? '';
  return (
    <>
      <CaseCard legalCase={legalCase} words={words} />
      <Field label={t('Kind')} required wrong={checked && !kindId ? t('Choose what kind of event it is') : null} hint={t('First visits, requests, filings, hearings and decisions are added as records of their own; their events follow.')}>
        <ListPicker
          label={t('Kind')}
          choices={kinds.map((entry) => ({ id: entry.id, name: entry.name?.trim() || '—', note: groupOf(entry) }))}
          value={kindId}
          onChange={setKindId}
          words={words}
          wrong={checked && !kindId}
        />
      </Field>
      <Field label={t('Title')} hint={t('Left empty, it is that of the kind')}>
        <Input label={t('Title')} onChange={setTitle} />
      </Field>
      <Field label={t('Completion')}>
        <Switch value={completion} onChange={setCompletion} choices={words.choices(AT_FIRST)} />
      </Field>
      <div className="ld-pair">
        <Field label={t('Started')}><Input type="date" label={t('Started')} onChange={setDay('startedAt')} /></Field>
        {isOver ? (
          <Field label={t('Completed')} wrong={problem ? words.problem(problem) : null}><Input type="date" label={t('Completed')} onChange={setDay('completedAt')} wrong={problem !== undefined} /></Field>
        ) : (
          <Field label={t('Due')} hint={expected?.events ? t('Usually {span}, from {count} events', { span: words.span(expected.days * DAY_MS), count: expected.events }) : kind?.normDays ? t('The norm is {count} days', { count: kind.normDays }) : undefined}><Input type="date" label={t('Due')} onChange={setDay('dueAt')} /></Field>
        )}
      </div>
      <Field label={t('Responsible')}>
        <MemberChooser office={desk.office} words={words} there={[]} hasLead={false} value={chosen} onChange={setChosen} folded />
      </Field>
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
      <div className="ld-row">
        <Button large look="primary" disabled={busy} onClick={() => void submit()}>
          {busy ? <span className="ld-spin" /> : null}
          {t('Add the event')}
        </Button>
      </div>
    </>
  );
};

/** A plain event of a case with its people, in one go. */
export const AddEvent = () => <RecordPanel load={load}>{({ data, words }) => <Panel data={data} words={words} />}</RecordPanel>;
