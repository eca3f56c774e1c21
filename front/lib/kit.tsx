import { useState, type ReactNode } from 'react';
import { type TagColour } from './theme';

type FieldEvent = { detail?: { value?: string } | number | null; key?: string; target?: { value?: string | undefined } };

/** The value of a field's event: inside Twenty it crosses from the page into the worker in `detail`, elsewhere it is the target's. */
const valueOf = ({ detail, target }: FieldEvent): string => {
  const crossed = typeof detail === 'object' ? detail?.value : undefined;
  return crossed ?? target?.value ?? '';
};

/**
 * A text field belongs to who types into it. Twenty copies the value of every event into the worker's element and from there
 * back onto the page, where it overwrites what was typed in the meantime: a busy worker would swallow letters. So the copy is
 * wiped before it leaves, and no text field is ever given a `value`, but for the text that it begins with.
 */
const letGo = ({ detail, target }: FieldEvent): void => {
  if (typeof detail === 'object' && detail !== null && target) target.value = undefined;
};

type ButtonProps = {
  children: ReactNode;
  onClick: () => void;
  look?: 'primary' | 'danger' | 'quiet' | '';
  large?: boolean;
  on?: boolean;
  disabled?: boolean;
  title?: string;
};

export const Button = ({ children, onClick, look = '', large, on, disabled, title }: ButtonProps) => (
  <button
    type="button"
    className={['ld-button', look, large && 'large', on && 'on'].filter(Boolean).join(' ')}
    onClick={onClick}
    disabled={disabled ?? false}
    {...(title ? { title, 'aria-label': title } : {})}
    {...(on === undefined ? {} : { 'aria-pressed': on })}
  >
    {children}
  </button>
);

type LinkProps = { children: ReactNode; onClick: () => void; title?: string; lines?: 'ld-cut' | 'ld-two' };

export const Link = ({ children, onClick, title, lines = 'ld-cut' }: LinkProps) => (
  <button type="button" className={`ld-link ${lines}`} onClick={onClick} {...(title ? { title } : {})}>
    {children}
  </button>
);

/** How much is done of all there is; nothing while that is not known. */
export const Progress = ({ done, total, label }: { done: number | null; total: number | null; label: string }) => {
  const percent = total ? Math.min(100, (100 * (done ?? 0)) / total) : 0;
  return (
    <div className="ld-bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(percent)}>
      <span style={{ width: `${percent}%` }} />
    </div>
  );
};

export const Tag = ({ colour, children }: { colour: string; children: ReactNode }) => {
  const name = colour as TagColour;
  return (
    <span className="ld-tag" style={{ background: `var(--ld-${name}-back)`, color: `var(--ld-${name}-text)` }}>
      {children}
    </span>
  );
};

type FieldProps = { label: string; required?: boolean; hint?: string | undefined; wrong?: string | null | undefined; children: ReactNode };

export const Field = ({ label, required, hint, wrong, children }: FieldProps) => (
  <div className="ld-col" style={{ gap: 4 }} role="group" aria-label={label}>
    <span className="ld-label">
      {label}
      {required ? <span style={{ color: 'var(--ld-red-text)' }}> *</span> : null}
    </span>
    {children}
    {wrong ? <span className="ld-small" role="alert" style={{ color: 'var(--ld-red-text)' }}>{wrong}</span> : null}
    {hint && !wrong ? <span className="ld-small ld-faint">{hint}</span> : null}
  </div>
);

type EntryProps = {
  onChange: (value: string) => void;
  label: string;
  placeholder?: string;
  wrong?: boolean;
  /** The text to begin with; later ones do nothing, unless the field gets another `key`. */
  initial?: string;
  onKey?: (key: string) => void;
  onFocus?: () => void;
  onBlur?: () => void;
};

const heard = (hear: (event: FieldEvent) => void) => (event: unknown) => {
  hear(event as FieldEvent);
  letGo(event as FieldEvent);
};

/** Twenty's elements take a first text as `value` only, which React outside would put back after every letter. */
const beginning = (text: string) => (globalThis.customElements?.get('html-input') ? { value: text } : { defaultValue: text });

const entry = ({ onChange, label, placeholder, wrong, initial, onKey, onFocus, onBlur }: EntryProps) => ({
  className: wrong ? 'ld-input wrong' : 'ld-input',
  placeholder: placeholder ?? '',
  'aria-label': label,
  ...(wrong ? { 'aria-invalid': true } : {}),
  onInput: heard((event) => onChange(valueOf(event))),
  // Who comes to type finds the field their own: the first text is let go, too.
  ...(initial ? { ...beginning(initial), onFocus: heard(onFocus ?? (() => undefined)) } : onFocus ? { onFocus: heard(onFocus) } : {}),
  ...(onBlur ? { onBlur: heard(onBlur) } : {}),
  ...(onKey ? { onKeyDown: heard(({ key }) => onKey(key ?? '')) } : {}),
});

/** What it began with, whatever the caller says later: said again, it would overwrite what is being typed. */
const useEntry = (props: EntryProps) => {
  const [initial] = useState(props.initial ?? '');
  return entry({ ...props, initial });
};

/** Empty at first, unless it begins with a text; another `key` makes it begin again. */
export const Input = ({ type = 'text', ...props }: EntryProps & { type?: 'text' | 'date' | 'tel' }) => (
  <input type={type} {...useEntry(props)} />
);

export const TextArea = (props: EntryProps) => <textarea rows={3} {...useEntry(props)} />;

type Choice = { value: string; label: string };

export const Select = ({ value, onChange, label, choices }: EntryProps & { value: string; choices: Choice[] }) => (
  <select className="ld-input" value={value} aria-label={label} onChange={(event) => onChange(valueOf(event as unknown as FieldEvent))}>
    {choices.map((choice) => (
      <option key={choice.value} value={choice.value}>
        {choice.label}
      </option>
    ))}
  </select>
);

export const Switch = ({ value, onChange, choices }: { value: string; onChange: (value: string) => void; choices: Choice[] }) => (
  <div className="ld-switch" role="group">
    {choices.map((choice) => (
      <Button key={choice.value} on={choice.value === value} onClick={() => onChange(choice.value)}>
        {choice.label}
      </Button>
    ))}
  </div>
);

type NoticeProps = { colour: TagColour; title: string; children?: ReactNode; actions?: ReactNode; busy?: boolean };

export const Notice = ({ colour, title, children, actions, busy }: NoticeProps) => (
  <div className="ld-notice" role="status" style={{ background: `var(--ld-${colour}-back)` }}>
    <div className="ld-row">
      {busy ? <span className="ld-spin" /> : null}
      <span className="ld-strong" style={{ color: `var(--ld-${colour}-text)` }}>{title}</span>
    </div>
    {children ? <div>{children}</div> : null}
    {actions ? <div className="ld-row ld-wrap">{actions}</div> : null}
  </div>
);

export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="ld-empty">
    <span className="ld-strong" style={{ color: 'var(--ld-ink)' }}>{title}</span>
    {children ? <span>{children}</span> : null}
  </div>
);

export const Bone = ({ width, height = 16 }: { width: number | string; height?: number }) => (
  <div className="ld-bone" style={{ width, height }} />
);

export const Skeleton = ({ rows = 3 }: { rows?: number }) => (
  <div className="ld-col" aria-hidden>
    {Array.from({ length: rows }, (_, row) => (
      <Bone key={row} width={`${90 - ((row * 17) % 40)}%`} height={row === 0 ? 20 : 16} />
    ))}
  </div>
);
