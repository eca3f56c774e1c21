import { useState, type ChangeEvent, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Avatar, Icon, PickList, Popover, Tag } from './parts';
import { searchFilter, SHOWN_RELATED, useRecords, type Row, type Sort } from './records';
import { useObject, useWorkspace, type Field, type ObjectType } from './workspace';
import { useFormats, useWords, type Word } from './words';

/** How each type of field is shown and edited. */

type Composite = Record<string, string | number | null>;

export const labelOf = (object: ObjectType, row: Row | null | undefined): string => {
  const value = row?.[object.labelField.name];
  if (value && typeof value === 'object') return [(value as Composite).firstName, (value as Composite).lastName].filter(Boolean).join(' ');
  return String(value ?? '');
};

export const RecordChip = ({ object: name, row, link = true }: { object: string; row: Row; link?: boolean }) => {
  const words = useWords();
  const object = useObject(name);
  if (!object) return null;
  const label = labelOf(object, row) || words('untitled');
  const body = <><Avatar name={label} square={name !== 'person' && name !== 'workspaceMember'} /><span className="clip">{label}</span></>;
  if (!link || name === 'workspaceMember') return <span className="chip" title={label}>{body}</span>;
  return <Link className="chip" to={`/object/${name}/${row.id}`} title={label} onClick={(event) => event.stopPropagation()}>{body}</Link>;
};

/** A link out of the page: to a site, an address or a phone. */
const Outside = ({ to, prefix, children }: { to: Composite[string] | undefined; prefix: string; children?: ReactNode }) => {
  if (!to) return null;
  const bare = String(to).replace(/^https?:\/\//, '');
  return <a className="outside" href={prefix + bare} target="_blank" rel="noreferrer">{children || bare}</a>;
};

/** A field's value as one line; nothing when it has none. */
export const Value = ({ field, value }: { field: Field; value: unknown }) => {
  const formats = useFormats();
  const words = useWords();
  if (value === null || value === undefined || value === '') return null;
  if (field.relation?.many) {
    const rows = (value as { edges: { node: Row }[] }).edges.map(({ node }) => node);
    return <span className="chips">{rows.slice(0, SHOWN_RELATED).map((row) => <RecordChip key={row.id} object={field.relation!.object} row={row} />)}</span>;
  }
  if (field.relation) return <RecordChip object={field.relation.object} row={value as Row} />;
  const parts = value as Composite;
  switch (field.type) {
    case 'SELECT':
    case 'MULTI_SELECT': {
      const chosen = [value].flat() as string[];
      return <span className="chips">{field.options?.filter((option) => chosen.includes(option.value)).map((option) => <Tag key={option.value} color={option.color}>{option.label}</Tag>)}</span>;
    }
    case 'BOOLEAN':
      return <span className="chip"><Icon name={value ? 'IconCheck' : 'IconX'} size={14} />{words(value ? 'yes' : 'no')}</span>;
    case 'DATE':
      return <time dateTime={String(value)}>{formats.date(String(value))}</time>;
    case 'DATE_TIME':
      return <time dateTime={String(value)} title={formats.ago(String(value))}>{formats.dateTime(String(value))}</time>;
    case 'NUMBER':
    case 'NUMERIC':
      return <>{formats.number(Number(value))}</>;
    case 'CURRENCY':
      return parts.amountMicros === null ? null : <>{formats.money(Number(parts.amountMicros) / 1e6, String(parts.currencyCode || 'RUB'))}</>;
    case 'FULL_NAME':
      return <>{[parts.firstName, parts.lastName].filter(Boolean).join(' ')}</>;
    case 'LINKS':
      return <Outside to={parts.primaryLinkUrl} prefix="https://">{parts.primaryLinkLabel}</Outside>;
    case 'EMAILS':
      return <Outside to={parts.primaryEmail} prefix="mailto:" />;
    case 'PHONES':
      return <Outside to={parts.primaryPhoneNumber} prefix="tel:" />;
    case 'ADDRESS':
      return <>{Object.values(parts).filter(Boolean).join(', ')}</>;
    case 'ACTOR':
      return parts.name ? <span className="chip"><Avatar name={String(parts.name)} /><span className="clip">{parts.name}</span></span> : null;
    case 'RICH_TEXT':
      return <>{parts.markdown}</>;
    case 'FILES':
      return <span className="chips">{(value as { fileId: string; label: string }[]).map(({ fileId, label }) => <span key={fileId} className="chip"><Icon name="IconPaperclip" size={14} />{label}</span>)}</span>;
    case 'RAW_JSON':
      return <code>{JSON.stringify(value)}</code>;
    default:
      return <>{String(value)}</>;
  }
};

/** Whether a value shows anything; what does not is given a grey placeholder. */
export const isBlank = (field: Field, value: unknown): boolean => {
  if (value === null || value === undefined || value === '') return true;
  if (field.relation?.many) return (value as { edges: unknown[] }).edges.length === 0;
  if (Array.isArray(value)) return value.length === 0;
  const shown = { LINKS: 'primaryLinkUrl', EMAILS: 'primaryEmail', PHONES: 'primaryPhoneNumber', CURRENCY: 'amountMicros', ACTOR: 'name', RICH_TEXT: 'markdown' }[field.type];
  if (shown) return (value as Composite)[shown] === null || (value as Composite)[shown] === '';
  return ['ADDRESS', 'FULL_NAME'].includes(field.type) && !Object.values(value as Composite).some(Boolean);
};

type RecordPickerProps = { object: string; chosen: string[]; onPick: (row: Row | null) => void; emptyChoice?: boolean };

export const RecordPicker = ({ object: name, chosen, onPick, emptyChoice }: RecordPickerProps) => {
  const object = useWorkspace().objects.find(({ nameSingular }) => nameSingular === name)!;
  const [text, setText] = useState('');
  const sorts: Sort[] = [{ field: object.labelField.name, direction: 'ASC' }];
  const { rows, isPending } = useRecords(object, [], { filter: searchFilter(object, text), sorts, first: 30 });
  return (
    <PickList chosen={chosen} emptyChoice={emptyChoice} isLoading={isPending} onSearch={setText} onPick={(id) => onPick(rows.find((row) => row.id === id) ?? null)}
      choices={rows.map((row) => ({ value: row.id, label: labelOf(object, row), body: <RecordChip object={name} row={row} link={false} /> }))} />
  );
};

export const optionChoices = (field: Field) => (field.options ?? []).map(({ value, label, color }) => ({ value, label, body: <Tag color={color}>{label}</Tag> }));

/** Composite fields by the parts that a person types. */
const PARTS: Record<string, [name: string, hint: Word][]> = {
  FULL_NAME: [['firstName', 'firstName'], ['lastName', 'lastName']],
  LINKS: [['primaryLinkUrl', 'linkHint']],
  EMAILS: [['primaryEmail', 'email']],
  PHONES: [['primaryPhoneNumber', 'phone']],
  ADDRESS: [['addressStreet1', 'street'], ['addressCity', 'city'], ['addressPostcode', 'postcode']],
  RICH_TEXT: [['markdown', 'text']],
};

export const isEditable = ({ type, relation, canUpdate }: Field): boolean =>
  canUpdate && !relation?.many && type !== 'MORPH_RELATION' && !['FILES', 'RAW_JSON', 'ACTOR', 'UUID', 'TS_VECTOR', 'POSITION', 'ARRAY'].includes(type);

/** A date-time as the browser's input wants it: local, to the minute. */
const localMinute = (value: string): string => {
  const date = new Date(value);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

type EditorProps = { field: Field; value: unknown; onCommit: (value: unknown) => void; onCancel?: () => void; autoFocus?: boolean };

/** Edits one value; `onCommit` is called with what the API takes (a relation as its record). */
export const Editor = ({ field, value, onCommit, onCancel, autoFocus = false }: EditorProps) => {
  const words = useWords();
  if (field.relation || field.type === 'SELECT' || field.type === 'MULTI_SELECT') {
    const many = field.type === 'MULTI_SELECT';
    const chosen = field.relation ? [(value as Row | null)?.id ?? ''] : ([value ?? []].flat() as string[]);
    const pick = (next: string | null) => onCommit(many && next ? (chosen.includes(next) ? chosen.filter((each) => each !== next) : [...chosen, next]) : next);
    return (
      <Popover
        startOpen={autoFocus}
        onClose={onCancel}
        trigger={(toggle) => (
          <button type="button" className="field-input" aria-label={field.label} onClick={toggle}>
            {isBlank(field, value) ? <span className="faint">{field.label}</span> : <Value field={field} value={value} />}
          </button>
        )}
      >
        {(close) => field.relation
          ? <RecordPicker object={field.relation.object} chosen={chosen} emptyChoice onPick={(row) => { onCommit(row); close(); }} />
          : <PickList choices={optionChoices(field)} chosen={chosen} emptyChoice={!many} onPick={(next) => { pick(next); if (!many) close(); }} />}
      </Popover>
    );
  }
  if (field.type === 'BOOLEAN') {
    return (
      <label className="toggle">
        <input type="checkbox" aria-label={field.label} checked={Boolean(value)} onChange={({ target }) => onCommit(target.checked)} />
        {words(value ? 'yes' : 'no')}
      </label>
    );
  }
  return <TypedEditor field={field} value={value} onCommit={onCommit} onCancel={onCancel} autoFocus={autoFocus} />;
};

const toDraft = (field: Field, value: unknown): Record<string, string> => {
  const parts = (value ?? {}) as Composite;
  if (field.type === 'CURRENCY') return { amount: parts.amountMicros ? String(Number(parts.amountMicros) / 1e6) : '', currency: String(parts.currencyCode || 'RUB') };
  if (PARTS[field.type]) return Object.fromEntries(PARTS[field.type]!.map(([name]) => [name, String(parts[name] ?? '')]));
  const text = String(value ?? '');
  return { value: text && field.type === 'DATE_TIME' ? localMinute(text) : field.type === 'DATE' ? text.slice(0, 10) : text };
};

const fromDraft = (field: Field, draft: Record<string, string>): unknown => {
  if (field.type === 'CURRENCY') return { amountMicros: draft.amount ? Math.round(Number(draft.amount) * 1e6) : null, currencyCode: draft.currency };
  if (PARTS[field.type]) return draft;
  const text = draft.value!.trim();
  if (!text) return field.type === 'TEXT' ? '' : null;
  if (field.type === 'NUMBER' || field.type === 'NUMERIC') return Number(text);
  return field.type === 'DATE_TIME' ? new Date(text).toISOString() : text;
};

const INPUT_TYPES: Record<string, string> = { NUMBER: 'number', NUMERIC: 'number', DATE: 'date', DATE_TIME: 'datetime-local' };

const TypedEditor = ({ field, value, onCommit, onCancel, autoFocus }: EditorProps) => {
  const words = useWords();
  const [draft, setDraft] = useState(() => toDraft(field, value));
  const commit = () => {
    if (JSON.stringify(draft) === JSON.stringify(toDraft(field, value))) onCancel?.();
    else onCommit(fromDraft(field, draft));
  };
  const bind = (name: string, hint = '') => ({
    name,
    placeholder: hint,
    'aria-label': hint ? `${field.label}: ${hint}` : field.label,
    value: draft[name] ?? '',
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) => setDraft((all) => ({ ...all, [name]: target.value })),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel?.();
    if (event.key !== 'Enter' || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    commit();
  };
  return (
    <span className="field-inputs" onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && commit()} onKeyDown={onKeyDown}>
      {field.type === 'CURRENCY' ? (
        <>
          <input className="field-input" type="number" step="any" autoFocus={autoFocus} {...bind('amount')} />
          <select className="field-input" {...bind('currency')}>{['RUB', 'USD', 'EUR', 'KZT', 'BYN'].map((code) => <option key={code}>{code}</option>)}</select>
        </>
      ) : field.type === 'RICH_TEXT' ? (
        <textarea className="field-input" rows={5} autoFocus={autoFocus} {...bind('markdown')} />
      ) : PARTS[field.type] ? (
        PARTS[field.type]!.map(([name, hint], index) => <input key={name} className="field-input" autoFocus={autoFocus && index === 0} {...bind(name, words(hint))} />)
      ) : (
        <input className="field-input" type={INPUT_TYPES[field.type] ?? 'text'} step="any" autoFocus={autoFocus} {...bind('value')} />
      )}
    </span>
  );
};
