import { CASE_STAGE, COMPLETION } from '../../custom-objects/vocabulary';
import { Tag } from '../lib/kit';
import type { Words } from '../lib/words';
import { eventTitle, type CaseEvent, type CaseHead } from './data';

/** What the panel is about, in the fewest words. */
export const EventCard = ({ event, words }: { event: CaseEvent; words: Words }) => {
  const completion = words.option(COMPLETION, event.completion);
  return (
    <div className="ld-card ld-col" style={{ gap: 4 }}>
      <div className="ld-row ld-wrap">
        {completion ? <Tag colour={completion.colour}>{completion.label}</Tag> : null}
        {event.dueAt ? <span className="ld-soft ld-small">{words.t('due {day}', { day: words.day(event.dueAt) })}</span> : null}
      </div>
      <div className="ld-strong">{eventTitle(event)}</div>
      {event.legalCase ? <div className="ld-soft">{[event.legalCase.number, event.legalCase.title].filter(Boolean).join(' · ')}</div> : null}
    </div>
  );
};

export const CaseCard = ({ legalCase, words }: { legalCase: CaseHead; words: Words }) => {
  const stage = words.option(CASE_STAGE, legalCase.stage);
  return (
    <div className="ld-card ld-col" style={{ gap: 4 }}>
      <div className="ld-row ld-wrap">
        <span className="ld-soft ld-figures">{legalCase.number ?? words.t('No number yet')}</span>
        {stage ? <Tag colour={stage.colour}>{stage.label}</Tag> : null}
      </div>
      <div className="ld-strong">{legalCase.title?.trim() || '—'}</div>
    </div>
  );
};
