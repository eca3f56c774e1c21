import { type ReactNode } from 'react';
import { Button } from './kit';
import { RecordPicker, type Picked } from './RecordPicker';
import type { Words } from './words';

/** Somebody who is known already, or is entered here. */
export type Party<New> = { known: Picked; fresh: New | null };

/** Finds a record, or takes what is typed for a new one whose fields it then shows. */
export const PartyPicker = <New,>(props: {
  label: string;
  search: Parameters<typeof RecordPicker>[0]['search'];
  value: Party<New>;
  onChange: (value: Party<New>) => void;
  words: Words;
  wrong?: boolean;
  /** What the last choice says, and what it begins with. */
  offer: (typed: string) => string;
  begin: (typed: string) => New;
  title: string;
  children: (fresh: New, change: (part: Partial<New>) => void) => ReactNode;
}) => {
  const { label, search, value, onChange, words, wrong = false, offer, begin, title, children } = props;
  const { known, fresh } = value;
  if (fresh)
    return (
      <div className="ld-card ld-col" style={{ gap: 12 }}>
        <div className="ld-row">
          <span className="ld-strong ld-grow">{title}</span>
          <Button look="quiet" onClick={() => onChange({ known: null, fresh: null })}>{words.t('Find one instead')}</Button>
        </div>
        {children(fresh, (part) => onChange({ known: null, fresh: { ...fresh, ...part } }))}
      </div>
    );
  return (
    <RecordPicker
      {...{ label, search, words, wrong }}
      value={known}
      onChange={(record) => onChange({ known: record, fresh: null })}
      fresh={{ offer, onPick: (typed) => onChange({ known: null, fresh: begin(typed) }) }}
    />
  );
};
