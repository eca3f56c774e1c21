import { useState } from 'react';
import { RecordPanel } from '../case/Panel';
import { Button, Field, Notice, TextArea } from '../lib/kit';
import { update } from '../lib/store';
import { useDoing } from '../lib/useDoing';
import type { Words } from '../lib/words';
import { Conflicts } from './Conflicts';
import { loadSubject, type Checked } from './data';

type Subject = NonNullable<Awaited<ReturnType<typeof loadSubject>>>;

const Note = ({ caseId, initial, words }: { caseId: string; initial: string; words: Words }) => {
  const { t } = words;
  const [note, setNote] = useState(initial);
  const { doing, run, busy } = useDoing();
  return (
    <>
      <Field label={t('Why it may go on')} hint={t('Everybody who sees the case reads this beside the conflict')}>
        <TextArea label={t('Why it may go on')} initial={initial} onChange={setNote} />
      </Field>
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
      {doing.stage === 'done' ? <Notice colour="green" title={t('Written into the case')} /> : null}
      <div className="ld-row">
        <Button large look="primary" disabled={busy || note.trim() === initial.trim()} onClick={() => void run(() => update('legalCase', [caseId], { conflictNote: note.trim() }))}>
          {busy ? <span className="ld-spin" /> : null}
          {t('Save')}
        </Button>
      </div>
    </>
  );
};

const Panel = ({ data: { title, asked, caseId, conflictNote }, words }: { data: Subject; words: Words }) => {
  const [checked, setChecked] = useState<Checked | null>(null);
  const isNoted = caseId !== null && ((checked?.conflicts.length ?? 0) > 0 || conflictNote);
  return (
    <>
      <div className="ld-card ld-strong">{title || '—'}</div>
      <Conflicts asked={asked} words={words} onChecked={setChecked} />
      {isNoted ? <Note caseId={caseId} initial={conflictNote ?? ''} words={words} /> : null}
    </>
  );
};

/** Of a case, a person or a firm: whether any of its people is on the other side of another case. */
export const ConflictCheck = () => <RecordPanel load={loadSubject}>{({ data, words }) => <Panel data={data} words={words} />}</RecordPanel>;
