import { Tag } from '../lib/kit';
import type { Letter } from '../lib/letter';
import type { Desk } from '../lib/office';
import type { Words } from '../lib/words';

/** Where the paper is and whom it waits for, in the fewest words. */
export const whereabouts = ({ letter, desk, words, now }: { letter: Letter; desk: Desk; words: Words; now: number }) => {
  const { t } = words;
  const { office, viewerId } = desk;
  const name = (id: string) => (id === viewerId ? t('you') : words.member(office, id));
  const waitsFor = letter.pendingMemberId
    ? name(letter.pendingMemberId)
    : letter.pendingDepartmentId
      ? words.department(office, letter.pendingDepartmentId)
      : null;
  const age = (iso: string | null) => (iso ? words.span(now - Date.parse(iso)) : '');
  return {
    holder: letter.holderId ? name(letter.holderId) : null,
    department: letter.holderDepartmentId ? words.department(office, letter.holderDepartmentId) : null,
    held: age(letter.heldSince),
    waitsFor,
    waits: age(letter.handedOverAt),
  };
};

/** @param brief where the letter's own page says the rest */
export const LetterCard = ({ letter, desk, words, brief }: { letter: Letter; desk: Desk; words: Words; brief?: boolean }) => {
  const { t } = words;
  const status = words.status(letter.status);
  const flow = words.flow(letter.flow);
  const { holder, department, held, waitsFor, waits } = whereabouts({ letter, desk, words, now: Date.now() });
  return (
    <div className="ld-card ld-col" style={{ gap: 4 }}>
      <div className="ld-row ld-wrap">
        <span className="ld-soft ld-figures">{letter.number ?? t('No number yet')}</span>
        <Tag colour={flow.colour}>{flow.label}</Tag>
        <Tag colour={status.colour}>{status.label}</Tag>
      </div>
      {brief ? null : <div className="ld-strong">{words.subject(letter.subject)}</div>}
      {letter.counterparty?.name && !brief ? <div className="ld-soft">{letter.counterparty.name}</div> : null}
      {holder ? (
        <div className="ld-soft">
          {t('Paper with {name}', { name: [holder, department].filter(Boolean).join(', ') })}
          {held && !waitsFor ? ` · ${held}` : ''}
        </div>
      ) : null}
      {waitsFor ? (
        <div style={{ color: 'var(--ld-orange-text)' }}>
          {t('Waits for {name}', { name: waitsFor })}
          {waits ? ` · ${waits}` : ''}
        </div>
      ) : null}
    </div>
  );
};
