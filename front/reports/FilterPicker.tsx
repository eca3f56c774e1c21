import { Field } from '../lib/kit';
import { ListPicker, type Choice } from '../lib/ListPicker';
import type { Words } from '../lib/words';

/** The choice of what has none, such as the events without a direction. */
export const WITHOUT = 'WITHOUT';

/** Whether a kept filter names what is not there any more. */
export const isGone = (choices: Choice[], value: string | null): boolean => value !== null && !choices.some(({ id }) => id === value);

/** A filter by one of a list; what was deleted since it was chosen stays in it until something else is chosen. */
export const FilterPicker = ({ label, choices, value, onChange, words }: {
  label: string;
  choices: Choice[];
  value: string | null;
  onChange: (id: string | null) => void;
  words: Words;
}) => {
  const wrong = isGone(choices, value);
  return (
    <Field label={label} wrong={wrong ? words.t('Deleted: choose another, or none') : null}>
      <ListPicker
        label={label}
        placeholder={words.t('All')}
        choices={wrong && value !== null ? [{ id: value, name: words.t('Deleted') }, ...choices] : choices}
        value={value}
        onChange={onChange}
        words={words}
      />
    </Field>
  );
};
