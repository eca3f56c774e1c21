import { useRef, useState } from 'react';
import { closeSidePanel } from 'twenty-sdk/front-component';
import { v4 } from 'uuid';
import { departmentOf } from '../../workers/correspondence/protocol';
import { RecordPanel } from '../case/Panel';
import { Button, Field, Input, Notice } from '../lib/kit';
import { ListPicker, type Choice } from '../lib/ListPicker';
import { put } from '../lib/store';
import { useDoing } from '../lib/useDoing';
import type { Words } from '../lib/words';
import { openRecord } from '../reports/Drill';
import { loadSubject, type Subject } from './data';

const DAY_MS = 86_400_000;
const DAYS = { tomorrow: 1, soon: 3, week: 7 } as const;
type When = keyof typeof DAYS | 'none' | 'day';

/** A day as a moment of Twenty: noon, so that no time zone makes it another day. */
const noonOf = (day: string): string => new Date(`${day}T12:00:00`).toISOString();
const noonIn = (days: number): string => {
  const at = new Date(Date.now() + days * DAY_MS);
  at.setHours(12, 0, 0, 0);
  return at.toISOString();
};
const dueOf = (when: When, day: string): string | null => {
  if (when === 'day') return day ? noonOf(day) : null;
  return when === 'none' ? null : noonIn(DAYS[when]);
};

const Panel = ({ data: { clientId, clientName, cases, chosenId, desk }, words }: { data: Subject; words: Words }) => {
  const { t } = words;
  const { office, viewerId } = desk;
  const [title, setTitle] = useState('');
  const [caseId, setCaseId] = useState(chosenId);
  const [responsibleId, setResponsibleId] = useState<string | null | undefined>(undefined);
  const [when, setWhen] = useState<When>('soon');
  const [day, setDay] = useState('');
  const [checked, setChecked] = useState(false);
  const { doing, run, busy } = useDoing();
  const id = useRef(v4());

  const legalCase = cases.find((each) => each.id === caseId) ?? null;
  const lead = office.members.some((member) => member.id === legalCase?.leadId) ? legalCase!.leadId : null;
  const responsible = responsibleId === undefined ? (lead ?? (viewerId || null)) : responsibleId;
  const dueAt = dueOf(when, day);
  const noDay = when === 'day' && dueAt === null;
  const wrongTitle = checked && title.trim() === '';
  const copied = [legalCase?.direction?.name, legalCase?.region?.name].filter(Boolean).join(' · ');

  const submit = async () => {
    setChecked(true);
    if (busy || title.trim() === '' || noDay) return;
    const row = {
      id: id.current, title: title.trim(), status: 'NEW', givenAt: new Date().toISOString(), dueAt, responsibleId: responsible,
      clientId: clientId ?? legalCase?.clientId ?? null, legalCaseId: legalCase?.id ?? null, regionId: legalCase?.regionId ?? null, directionId: legalCase?.directionId ?? null,
    };
    await run(() => put('clientAssignment', [row]));
  };

  if (doing.stage === 'done')
    return (
      <>
        <Notice colour="green" title={t('The assignment is given')}>
          {[title.trim(), words.member(office, responsible), dueAt ? t('due {day}', { day: words.day(dueAt) }) : ''].filter(Boolean).join(' · ')}
        </Notice>
        <div className="ld-row ld-wrap">
          <Button large look="primary" onClick={() => openRecord('clientAssignment', id.current)}>{t('Open the assignment')}</Button>
          <Button large onClick={() => void closeSidePanel()}>{t('Close')}</Button>
        </div>
      </>
    );

  const whens: [When, string][] = [
    ['tomorrow', t('Tomorrow')], ['soon', t('In 3 days')], ['week', t('In a week')], ['day', t('Another day')], ['none', t('No term')],
  ];
  const caseChoices: Choice[] = cases.map((each) => ({ id: each.id, name: each.title?.trim() || '—', note: each.number ?? '' }));
  const memberChoices: Choice[] = office.members
    .map((member) => {
      const department = departmentOf(office, member.id);
      return { id: member.id, name: member.name.trim() || '—', note: department ? words.department(office, department) : '' };
    })
    .sort((one, other) => one.name.localeCompare(other.name, words.tag));
  return (
    <>
      <div className="ld-card ld-col" style={{ gap: 4 }}>
        <div className="ld-strong">{clientName || t('A client who is not named')}</div>
        {copied ? <span className="ld-soft ld-small">{copied}</span> : null}
      </div>
      <Field label={t('What the client asks for')} required wrong={wrongTitle ? t('Say what is to be done') : null}>
        <Input label={t('What the client asks for')} onChange={setTitle} wrong={wrongTitle} onKey={(key) => key === 'Enter' && void submit()} />
      </Field>
      {cases.length > 0 ? (
        <Field label={t('Case')} hint={legalCase ? undefined : t('Without a case, region and direction stay empty')}>
          <ListPicker label={t('Case')} choices={caseChoices} value={caseId} onChange={setCaseId} words={words} />
        </Field>
      ) : null}
      <Field label={t('Responsible person')} hint={responsible !== null && responsible === lead ? t('Who leads the case') : undefined}>
        <ListPicker label={t('Responsible person')} choices={memberChoices} value={responsible} onChange={setResponsibleId} words={words} />
      </Field>
      <Field label={t('Due')} wrong={checked && noDay ? t('Choose the day') : null} hint={dueAt && when !== 'day' ? words.day(dueAt) : undefined}>
        <div className="ld-switch ld-wrap" role="group">
          {whens.map(([value, label]) => (
            <Button key={value} on={when === value} onClick={() => setWhen(value)}>{label}</Button>
          ))}
        </div>
      </Field>
      {when === 'day' ? <Input type="date" label={t('Due')} onChange={setDay} wrong={checked && noDay} /> : null}
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
      <div className="ld-row">
        <Button large look="primary" disabled={busy} onClick={() => void submit()}>
          {busy ? <span className="ld-spin" /> : null}
          {t('Give the assignment')}
        </Button>
      </div>
    </>
  );
};

/** What a client asks for, from the page of the client or of the case: one line to type, the rest is there. */
export const NewAssignment = () => <RecordPanel load={loadSubject}>{({ data, words }) => <Panel key={data.clientId ?? ''} data={data} words={words} />}</RecordPanel>;
