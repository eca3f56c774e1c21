import { useEffect, useRef, useState } from 'react';
import { Input } from '../lib/kit';
import type { Words } from '../lib/words';

const TYPING_PAUSE_MS = 400;

/** A text to search by: told when the typing pauses, and begun anew when another text comes from outside, as with a saved view. */
export const SearchInput = ({ label, value, onChange, words }: { label: string; value: string; onChange: (text: string) => void; words: Words }) => {
  const told = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [beginning, setBeginning] = useState(0);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setBeginning((before) => before + 1);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <Input
      key={beginning}
      label={label}
      placeholder={words.t('Part of the name')}
      initial={value}
      onChange={(typed) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          told.current = typed;
          onChange(typed);
        }, TYPING_PAUSE_MS);
      }}
    />
  );
};
