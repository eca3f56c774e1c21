import { useState } from 'react';
import { Button, Input } from './kit';
import type { Words } from './words';

/** @param depth how far it is below the top of its tree */
export type Choice = { id: string; name: string; note?: string; depth?: number };

const SHOWN = 60;
/** Long enough for a click on a choice, which takes the focus away first, to arrive. */
const FOLD_AFTER_MS = 300;

/** Which choices a text finds: every word must be in the name or the note. */
export const matching = (choices: Choice[], text: string, locale: string): Choice[] => {
  const wanted = text.trim().toLocaleLowerCase(locale).split(/\s+/);
  return choices.filter(({ name, note = '' }) => {
    const words = `${name} ${note}`.toLocaleLowerCase(locale);
    return wanted.every((word) => words.includes(word));
  });
};

/** One of a list that is all here: unfolds on focus, narrows by what is typed. */
export const ListPicker = (props: {
  label: string;
  placeholder?: string;
  choices: Choice[];
  value: string | null;
  onChange: (id: string | null) => void;
  words: Words;
  wrong?: boolean;
  /** Shows the choices without being asked: where the list is what one came for. */
  always?: boolean;
}) => {
  const { label, placeholder, choices, value, onChange, words, wrong, always = false } = props;
  const { t } = words;
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [unfolded, setUnfolded] = useState(always);
  const picked = choices.find(({ id }) => id === value);

  const pick = (id: string) => {
    setText('');
    setUnfolded(false);
    onChange(id);
  };

  if (picked)
    return (
      <div className="ld-picked">
        <span className="ld-grow ld-two">
          {picked.name} {picked.note ? <span className="ld-soft">{picked.note}</span> : null}
        </span>
        <Button look="quiet" title={t('Choose another')} onClick={() => onChange(null)}>
          ✕
        </Button>
      </div>
    );

  const searching = text.trim() !== '';
  const found = searching ? matching(choices, text, words.tag) : choices;
  const shown = found.slice(0, SHOWN);
  const current = Math.min(at, shown.length - 1);
  const onKey = (key: string) => {
    if (key === 'ArrowDown') setAt(Math.min(current + 1, shown.length - 1));
    if (key === 'ArrowUp') setAt(Math.max(current - 1, 0));
    if (key === 'Escape') setUnfolded(always);
    if (key === 'Enter' && shown[current]) pick(shown[current].id);
  };

  return (
    <div className="ld-col" style={{ gap: 4 }}>
      <Input
        label={label}
        placeholder={placeholder ?? t('Choose or type to search')}
        onChange={(typed) => {
          setText(typed);
          setAt(0);
          setUnfolded(true);
        }}
        onKey={onKey}
        onFocus={() => setUnfolded(true)}
        onBlur={() => setTimeout(() => setUnfolded(always), FOLD_AFTER_MS)}
        {...(wrong ? { wrong } : {})}
      />
      {unfolded ? (
        <div className="ld-options" role="listbox" aria-label={label}>
          {shown.map((choice, place) => (
            <button
              key={choice.id}
              type="button"
              role="option"
              tabIndex={-1}
              className={searching && place === current ? 'ld-option on' : 'ld-option'}
              // A branch stands below its parents; found by a search it stands by itself and names them.
              {...(!searching && choice.depth ? { style: { paddingLeft: 8 + choice.depth * 16 } } : {})}
              onClick={() => pick(choice.id)}
            >
              <span className="ld-grow ld-two">
                {choice.name} {(searching || !choice.depth) && choice.note ? <span className="ld-soft">{choice.note}</span> : null}
              </span>
            </button>
          ))}
          {found.length > shown.length ? (
            <div className="ld-faint ld-small" style={{ padding: 8 }}>{t('{count} more: type to narrow', { count: found.length - shown.length })}</div>
          ) : null}
          {found.length === 0 ? <div className="ld-soft" style={{ padding: 8 }}>{t('Nothing found')}</div> : null}
        </div>
      ) : null}
    </div>
  );
};
