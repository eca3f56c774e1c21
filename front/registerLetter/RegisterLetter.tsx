import { useRef, useState } from 'react';
import { AppPath, closeSidePanel, navigate, useFrontComponentExecutionContext } from 'twenty-sdk/front-component';
import { v4 } from 'uuid';
import { DELIVERY_METHOD, FLOW } from '../../custom-objects/vocabulary';
import { Outcome } from '../letter/Outcome';
import { NOBODY, TargetPicker, type Target } from '../letter/Picker';
import { Button, Field, Input, Notice, Select, Skeleton, Switch, TextArea } from '../lib/kit';
import { createLetter, loadLetter, type Letter } from '../lib/letter';
import { loadDesk } from '../lib/office';
import { Surface } from '../lib/theme';
import { useDeed, type Progress } from '../lib/useDeed';
import { useLoaded } from '../lib/useLoaded';
import { useWords, type Words } from '../lib/words';
import { RecordPicker, searchCases, searchCompanies, searchPeople, type Picked } from '../lib/RecordPicker';

const BLANK = {
  flow: 'INCOMING',
  subject: '',
  counterparty: null as Picked,
  person: null as Picked,
  legalCase: null as Picked,
  deliveryMethod: '',
  trackingNumber: '',
  documentDate: '',
  dueDate: '',
  originalPlace: '',
  target: NOBODY as Target,
  reason: '',
};

type Form = typeof BLANK;

/** A due date is a moment in Twenty: the end of that day, by the viewer's clock. */
const endOfDay = (date: string) => new Date(`${date}T23:59:00`).toISOString();

export const letterOf = (id: string, form: Form) => ({
  id,
  flow: form.flow,
  subject: form.subject.trim(),
  counterpartyId: form.counterparty?.id ?? null,
  personId: form.person?.id ?? null,
  legalCaseId: form.legalCase?.id ?? null,
  deliveryMethod: form.deliveryMethod || null,
  trackingNumber: form.trackingNumber.trim(),
  documentDate: form.documentDate || null,
  dueAt: form.dueDate ? endOfDay(form.dueDate) : null,
  originalPlace: form.originalPlace.trim(),
});

type Registration =
  | { stage: 'idle' }
  | { stage: 'writing' }
  | { stage: 'numbering' }
  | { stage: 'registered'; letter: Letter }
  | { stage: 'late' }
  | { stage: 'failed'; error: unknown };

const ASK_EVERY_MS = 800;
const PATIENCE_MS = 20_000;

const numbered = async (id: string): Promise<Letter | null> => {
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    const letter = await loadLetter(id).catch(() => null);
    if (letter?.number && letter.status) return letter;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  return null;
};

/** The hand-over that followed the registration. */
const HandOverResult = ({ progress, words, onCheck }: { progress: Progress; words: Words; onCheck: () => void }) => {
  const { t } = words;
  switch (progress.stage) {
    case 'idle': return null;
    case 'writing':
    case 'waiting': return <Notice colour="gray" busy title={t('Being handed over…')} />;
    case 'applied': return <Notice colour="green" title={t('Handed over')} />;
    default:
      return (
        <Field label={t('Hand over')}>
          <Outcome progress={progress} words={words} onCheck={onCheck} />
        </Field>
      );
  }
};

/** The clerk's form: a letter comes in or goes out, and may be handed over in the same breath. */
export const RegisterLetter = () => {
  const words = useWords();
  const { t } = words;
  const userId = useFrontComponentExecutionContext((context) => context.userId);
  const { data: desk, error, loading, reload } = useLoaded(() => loadDesk(userId), String(userId));
  const [form, setForm] = useState<Form>(BLANK);
  const [checked, setChecked] = useState(false);
  const [registration, setRegistration] = useState<Registration>({ stage: 'idle' });
  const handOver = useDeed();
  // One id for one filled form: pressing the button again after a lost answer cannot register the letter twice.
  const id = useRef(v4());

  const set = <Key extends keyof Form>(key: Key) => (value: Form[Key]) => setForm((before) => ({ ...before, [key]: value }));
  const handsOver = form.target.memberId !== null || form.target.departmentId !== null;
  const noSubject = form.subject.trim() === '';
  const noReason = handsOver && form.reason.trim() === '';
  const busy = registration.stage === 'writing' || registration.stage === 'numbering';

  const follow = async () => {
    setRegistration({ stage: 'numbering' });
    const letter = await numbered(id.current);
    setRegistration(letter ? { stage: 'registered', letter } : { stage: 'late' });
    // Before its registration a letter cannot move, so the hand-over waits for it.
    if (letter && handsOver)
      await handOver.run({
        action: 'HAND_OVER',
        correspondenceId: letter.id,
        reason: form.reason.trim(),
        toMemberId: form.target.memberId,
        toDepartmentId: form.target.departmentId,
      });
  };

  const submit = async () => {
    setChecked(true);
    if (busy || noSubject || noReason) return;
    setRegistration({ stage: 'writing' });
    try {
      await createLetter(letterOf(id.current, form));
    } catch (failure) {
      setRegistration({ stage: 'failed', error: failure });
      return;
    }
    await follow();
  };

  const again = () => {
    id.current = v4();
    setForm({ ...BLANK, flow: form.flow, deliveryMethod: form.deliveryMethod });
    setChecked(false);
    handOver.reset();
    setRegistration({ stage: 'idle' });
  };

  const open = async () => {
    await navigate(AppPath.RecordShowPage, { objectNameSingular: 'correspondence', objectRecordId: id.current });
    await closeSidePanel();
  };

  if (registration.stage === 'registered' || registration.stage === 'late') {
    const settled = handOver.progress.stage !== 'writing' && handOver.progress.stage !== 'waiting';
    return (
      <Surface>
        <div className="ld-panel">
          {registration.stage === 'registered' ? (
            <Notice colour="green" title={t('Registered: {number}', { number: registration.letter.number ?? '' })}>
              {form.subject.trim()}
            </Notice>
          ) : (
            <Notice colour="orange" title={t('Written, no number yet')} actions={<Button onClick={() => void follow()}>{t('Check again')}</Button>}>
              {t('The letter is written. The background workers do not answer now; they will give it a number when they are back. Do not register it again.')}
              {handsOver ? ` ${t('It is not handed over yet.')}` : ''}
            </Notice>
          )}
          <HandOverResult progress={handOver.progress} words={words} onCheck={() => void handOver.follow()} />
          <div className="ld-row ld-wrap">
            <Button large look="primary" onClick={() => void open()}>{t('Open the letter')}</Button>
            <Button large onClick={again} disabled={!settled}>{t('Register another')}</Button>
          </div>
        </div>
      </Surface>
    );
  }

  return (
    <Surface>
      <div className="ld-panel" style={{ gap: 12 }}>
        <Switch value={form.flow} onChange={set('flow')} choices={FLOW.map(({ value, label }) => ({ value, label: t(label) }))} />
        <Field label={t('Subject')} required wrong={checked && noSubject ? t('Say what the letter is about') : null}>
          <TextArea label={t('Subject')} onChange={set('subject')} wrong={checked && noSubject} />
        </Field>
        <Field label={form.flow === 'INCOMING' ? t('From which organisation') : t('To which organisation')}>
          <RecordPicker label={t('Organisation')} search={searchCompanies} value={form.counterparty} onChange={set('counterparty')} words={words} />
        </Field>
        <Field label={t('Person')}>
          <RecordPicker label={t('Person')} search={searchPeople} value={form.person} onChange={set('person')} words={words} />
        </Field>
        <Field label={t('Case')}>
          <RecordPicker label={t('Case')} search={searchCases} value={form.legalCase} onChange={set('legalCase')} words={words} />
        </Field>
        <div className="ld-pair">
          <Field label={t('Delivery method')}>
            <Select
              label={t('Delivery method')}
              value={form.deliveryMethod}
              onChange={set('deliveryMethod')}
              choices={[{ value: '', label: '—' }, ...DELIVERY_METHOD.map(({ value, label }) => ({ value, label: t(label) }))]}
            />
          </Field>
          <Field label={t('Tracking number')}>
            <Input label={t('Tracking number')} onChange={set('trackingNumber')} />
          </Field>
          <Field label={t('Date of the document')}>
            <Input type="date" label={t('Date of the document')} onChange={set('documentDate')} />
          </Field>
          <Field label={t('Due')}>
            <Input type="date" label={t('Due')} onChange={set('dueDate')} />
          </Field>
        </div>
        <Field label={t('Place of the original')}>
          <Input label={t('Place of the original')} onChange={set('originalPlace')} />
        </Field>
        <div className="ld-card ld-col" style={{ gap: 12 }}>
          <span className="ld-strong">{t('Hand over at once')}</span>
          {desk ? (
            <TargetPicker office={desk.office} letter={null} words={words} value={form.target} onChange={set('target')} folded />
          ) : loading ? (
            <Skeleton rows={2} />
          ) : (
            <Notice colour="red" title={t('The office could not be loaded')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>
              {words.error(error)}
            </Notice>
          )}
          {handsOver ? (
            <Field label={t('What for')} required wrong={checked && noReason ? t('Write a few words') : null}>
              <TextArea
                label={t('What for')}
                onChange={set('reason')}
                wrong={checked && noReason}
                placeholder={t('For example: prepare a reply by Friday')}
              />
            </Field>
          ) : null}
        </div>
        {registration.stage === 'failed' ? (
          <Notice colour="red" title={t('Not registered')}>{words.error(registration.error)}</Notice>
        ) : null}
        <div className="ld-row">
          <Button large look="primary" onClick={() => void submit()} disabled={busy}>
            {busy ? <span className="ld-spin" /> : null}
            {busy ? (registration.stage === 'writing' ? t('Writing…') : t('Being numbered…')) : handsOver ? t('Register and hand over') : t('Register')}
          </Button>
        </div>
      </div>
    </Surface>
  );
};
