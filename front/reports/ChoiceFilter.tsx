import { Field } from '../lib/kit';
import { ListPicker, type Choice } from '../lib/ListPicker';
import type { Words } from '../lib/words';

/** A filter that is one of a list, or none. What is there no more is said, and can be chosen anew. */
export const ChoiceFilter = ({ label, choices, value, gone = false, onChange, words }: {
  label: string;
  choices: Choice[];
  value: string | null;
  gone?: boolean;
  onChange: (id: string | null) => void;
  words: Words;
}) => (
  <Field label={label} wrong={gone ? words.t('What was chosen here is deleted: choose another or clear the filter') : null}>
    <ListPicker
      label={label}
      placeholder={words.t('All')}
      // As the picker shows only what is in its list.
      choices={gone && value ? [{ id: value, name: words.t('Deleted') }, ...choices] : choices}
      value={value}
      onChange={onChange}
      words={words}
      wrong={gone}
    />
  </Field>
);

/** Said of the whole report: with such a filter it would show nothing, and nobody would know why. */
export const goneText = (isAnyGone: boolean, { t }: Pick<Words, 't'>): string | null =>
  isAnyGone ? t('A filter names what is deleted: choose another or clear it') : null;
