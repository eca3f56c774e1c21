import { useState } from 'react';
import { RULES } from '../../workers/correspondence/protocol';
import { Button, Field, Notice, TextArea } from '../lib/kit';
import type { Deed, Letter } from '../lib/letter';
import type { Desk } from '../lib/office';
import { useDeed, type Progress } from '../lib/useDeed';
import type { Words } from '../lib/words';
import { Outcome } from './Outcome';
import { NOBODY, TargetPicker } from './Picker';

type Props = {
  desk: Desk;
  letter: Letter;
  action: Deed['action'];
  words: Words;
  /** When the workers have answered. */
  onDecided: (progress: Progress) => void;
  /** Leave the form: without a deed, or after it. */
  onClose?: () => void;
};

const reasonLabel = (action: Deed['action'], { t }: Words) => {
  if (action === 'HAND_OVER') return t('What for');
  return RULES[action].reasonRequired ? t('Reason') : t('Comment');
};

/** One deed on a letter: what it needs, the button, and what became of it. What is typed stays until it is applied. */
export const DeedForm = ({ desk, letter, action, words, onDecided, onClose }: Props) => {
  const { t } = words;
  const [target, setTarget] = useState(NOBODY);
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const { progress, run, follow } = useDeed(onDecided);

  const needsReason = RULES[action].reasonRequired === true;
  const needsTarget = action === 'HAND_OVER';
  const noTarget = needsTarget && target.memberId === null && target.departmentId === null;
  const noReason = needsReason && reason.trim() === '';
  const busy = progress.stage === 'writing' || progress.stage === 'waiting';

  const submit = () => {
    setChecked(true);
    if (busy || noTarget || noReason) return;
    void run({
      action,
      correspondenceId: letter.id,
      reason: reason.trim() || null,
      toMemberId: target.memberId,
      toDepartmentId: target.departmentId,
    });
  };

  const close = onClose ? <Button onClick={onClose}>{t('Close')}</Button> : null;

  if (progress.stage === 'applied')
    return <Notice colour="green" title={words.action(action).label} {...(close ? { actions: close } : {})} />;
  const outcome = <Outcome progress={progress} words={words} onCheck={() => void follow()} close={close} />;
  if (progress.stage === 'late') return outcome;

  return (
    <div className="ld-col" style={{ gap: 12 }}>
      {needsTarget ? (
        <Field label={t('To whom')} required wrong={checked && noTarget ? t('Choose a person or a department') : null}>
          <TargetPicker {...{ office: desk.office, letter, words, value: target, onChange: setTarget, wrong: checked && noTarget }} />
        </Field>
      ) : null}
      {action === 'ACCEPT' ? null : (
        <Field label={reasonLabel(action, words)} required={needsReason} wrong={checked && noReason ? t('Write a few words') : null}>
          <TextArea
            label={reasonLabel(action, words)}
            onChange={setReason}
            wrong={checked && noReason}
            placeholder={action === 'HAND_OVER' ? t('For example: prepare a reply by Friday') : ''}
          />
        </Field>
      )}
      {outcome}
      <div className="ld-row">
        <Button look={action === 'REPORT_LOST' ? 'danger' : 'primary'} large onClick={submit} disabled={busy}>
          {busy ? <span className="ld-spin" /> : null}
          {busy ? (progress.stage === 'writing' ? t('Writing…') : t('Being applied…')) : words.command(action)}
        </Button>
        {onClose && !busy ? (
          <Button large look="quiet" onClick={onClose}>
            {t('Cancel')}
          </Button>
        ) : null}
      </div>
    </div>
  );
};
