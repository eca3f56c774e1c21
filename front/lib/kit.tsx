import { type ReactNode } from 'react';
import { type TagColour } from './theme';

/** The value of an input's event: inside Twenty it crosses from the page into the worker in `detail`, elsewhere it is the target's. */
export const valueOf = (event: unknown): string => {
  const { detail, value, target } = event as Record<'detail' | 'target', { value?: unknown } | undefined> & { value?: unknown };
  return String(detail?.value ?? value ?? target?.value ?? '');
};

export const keyOf = (event: unknown): string => {
  const { detail, key } = event as { detail?: { key?: string }; key?: string };
  return key ?? detail?.key ?? '';
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

export const Tag = ({ colour, children }: { colour: string; children: ReactNode }) => {
  const name = colour as TagColour;
  return (
    <span className="ld-tag" style={{ background: `var(--ld-${name}-back)`, color: `var(--ld-${name}-text)` }}>
      {children}
    </span>
  );
};

type FieldProps = { label: string; required?: boolean; wrong?: string | null; children: ReactNode };

export const Field = ({ label, required, wrong, children }: FieldProps) => (
  <div className="ld-col" style={{ gap: 4 }} role="group" aria-label={label}>
    <span className="ld-label">
      {label}
      {required ? <span style={{ color: 'var(--ld-red-text)' }}> *</span> : null}
    </span>
    {children}
    {wrong ? <span className="ld-small" style={{ color: 'var(--ld-red-text)' }}>{wrong}</span> : null}
  </div>
);

type EntryProps = {
  value: string;
  onChange: (value: string) => void;
  label: string;
  placeholder?: string;
  wrong?: boolean;
  onKey?: (key: string) => void;
  onFocus?: () => void;
};

const entry = ({ value, onChange, label, placeholder, wrong, onKey, onFocus }: EntryProps) => ({
  className: wrong ? 'ld-input wrong' : 'ld-input',
  value,
  placeholder: placeholder ?? '',
  'aria-label': label,
  // `onInput`: inside Twenty a text field's `change` comes with each key too, but elsewhere React gives both.
  onInput: (event: unknown) => onChange(valueOf(event)),
  onChange: () => undefined,
  ...(onFocus ? { onFocus } : {}),
  ...(onKey ? { onKeyDown: (event: unknown) => onKey(keyOf(event)) } : {}),
});

export const Input = ({ type = 'text', ...props }: EntryProps & { type?: 'text' | 'date' }) => (
  <input type={type} {...entry(props)} />
);

export const TextArea = (props: EntryProps) => <textarea rows={3} {...entry(props)} />;

type Choice = { value: string; label: string };

export const Select = ({ value, onChange, label, choices }: EntryProps & { choices: Choice[] }) => (
  <select className="ld-input" value={value} aria-label={label} onChange={(event) => onChange(valueOf(event))}>
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
