import { useEffect, useState } from 'react';
import { IMPORT_KIND } from '../../custom-objects/vocabulary';
import type { Kind } from '../../workers/import/shapes';
import { Button, Field, Input, Notice, Select } from '../lib/kit';
import { useDoing } from '../lib/useDoing';
import { useLoaded } from '../lib/useLoaded';
import type { Words } from '../lib/words';
import { canCheck, checkAgain, doubled, loadSaved, mappingOf, namedColumns, save, type Found, type Mapping, type Run, type Saved } from './data';
import { fieldsOf, labelOf } from './fields';

const NOTHING = '';

const isSame = (one: Mapping, other: Mapping): boolean => {
  const headings = Object.keys(one);
  return headings.length === Object.keys(other).length && headings.every((heading) => (one[heading] ?? null) === (other[heading] ?? null));
};

/** The same headings, of which another mapping says more. */
const asIn = (mapping: Mapping, other: Mapping | null): Mapping =>
  Object.fromEntries(Object.entries(mapping).map(([heading, field]) => [heading, other && heading in other ? (other[heading] ?? null) : field]));

/** A file whose columns nobody knew has none to choose from: they are named by hand. */
const AddColumn = ({ choices, words, onAdd }: { choices: { value: string; label: string }[]; words: Words; onAdd: (heading: string, field: string) => void }) => {
  const { t } = words;
  const [added, setAdded] = useState(0);
  const [heading, setHeading] = useState('');
  const [field, setField] = useState(NOTHING);
  return (
    <div className="ld-row ld-wrap" style={{ alignItems: 'flex-end' }}>
      <span style={{ width: 260 }}>
        <Field label={t('Name of the column, as in the file')}><Input key={added} label={t('Name of the column, as in the file')} onChange={setHeading} /></Field>
      </span>
      <span style={{ width: 220 }}>
        <Field label={t('Taken for')}><Select label={t('Taken for')} value={field} onChange={setField} choices={choices} /></Field>
      </span>
      <Button
        large
        disabled={heading.trim() === '' || field === NOTHING}
        onClick={() => {
          onAdd(heading.trim(), field);
          setAdded(added + 1);
          setHeading('');
          setField(NOTHING);
        }}
      >
        {t('Add the column')}
      </Button>
    </div>
  );
};

const SaveColumns = ({ saved, kind, mapping, words, onSaved }: { saved: Saved[]; kind: Kind | null; mapping: Mapping; words: Words; onSaved: () => void }) => {
  const { t } = words;
  const { doing, run, busy, reset } = useDoing();
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const isThere = saved.some((each) => (each.name ?? '').trim().toLowerCase() === name.trim().toLowerCase());
  if (!isOpen)
    return (
      <div className="ld-row ld-wrap">
        <Button
          large
          onClick={() => {
            reset();
            setName('');
            setOpen(true);
          }}
        >
          {t('Save these columns under a name')}
        </Button>
        {doing.stage === 'done' ? <span className="ld-soft">{t('Saved')}</span> : null}
      </div>
    );
  const keep = async () => {
    if (!(await run(() => save(name, kind, mapping)))) return;
    setOpen(false);
    onSaved();
  };
  return (
    <div className="ld-col">
      <div className="ld-row ld-wrap" style={{ alignItems: 'flex-end' }}>
        <span style={{ width: 260 }}>
          <Field label={t('Name')}><Input label={t('Name')} placeholder={t('Clients of 1C')} onChange={setName} /></Field>
        </span>
        <Button large look="primary" disabled={busy || name.trim() === ''} onClick={() => void keep()}>{isThere && name.trim() ? t('Replace') : t('Save')}</Button>
        <Button large onClick={() => setOpen(false)}>{t('Cancel')}</Button>
      </div>
      {isThere && name.trim() ? <span className="ld-soft ld-small">{t('Columns are saved under this name already.')}</span> : null}
      {doing.stage === 'failed' ? <Notice colour="red" title={t('This was not saved')}>{words.error(doing.error)}</Notice> : null}
    </div>
  );
};

/** The columns that the workers found in a file and what each is taken for; what a person changes counts after the next check. */
export const ColumnsOfFile = ({ run, found, words, onChange, onChecked }: { run: Run; found: Found; words: Words; onChange: (isChanged: boolean) => void; onChecked: () => void }) => {
  const { t } = words;
  const columns = found.columns?.columns ?? [];
  const isUnknown = columns.length === 0;
  // Until a check ends, the columns are those of the check before: what was asked for since counts.
  const before: Mapping = isUnknown ? (found.mapping ?? {}) : asIn(mappingOf(columns), found.mapping);
  const kindBefore = run.kind;
  const [mapping, setMapping] = useState(before);
  const [kind, setKind] = useState(kindBefore);
  const { doing, run: act, busy } = useDoing();
  const saved = useLoaded(loadSaved, 'saved');
  const isChanged = kind !== kindBefore || !isSame(mapping, before);
  const twice = doubled(mapping);
  const named = isUnknown ? Object.keys(mapping).map((heading) => ({ heading, field: null, samples: [] as string[] })) : namedColumns(columns);
  const isReady = canCheck(run);
  useEffect(() => onChange(false), []);

  const label = (field: string): string => {
    const descriptor = labelOf(field);
    return descriptor ? t(descriptor) : field;
  };
  const choicesWith = (field: string | null) => [
    { value: NOTHING, label: t('Left out') },
    ...[...new Set<string>([...fieldsOf(kind), ...(field ? [field] : [])])].map((value) => ({ value, label: label(value) })),
  ];
  const change = (next: Mapping, nextKind = kind) => {
    setMapping(next);
    setKind(nextKind);
    onChange(nextKind !== kindBefore || !isSame(next, before));
  };
  const take = (id: string) => {
    const from = saved.data?.find((each) => each.id === id);
    if (from) change(isUnknown ? { ...mapping, ...from.columns } : asIn(mapping, from.columns), from.kind ?? kind);
  };
  const check = async () => {
    if (!(await act(() => checkAgain(run, kind, mapping)))) return;
    onChange(false);
    onChecked();
  };

  return (
    <div className="ld-col" style={{ gap: 12 }}>
      <h2>{t('Columns of the file')}</h2>
      <div className="ld-row ld-wrap" style={{ alignItems: 'flex-end' }}>
        <span style={{ width: 220 }}>
          <Field label={t('What it holds')}>
            <Select
              label={t('What it holds')}
              value={kind ?? NOTHING}
              onChange={(value) => change(mapping, (value || null) as Kind | null)}
              choices={[{ value: NOTHING, label: t('Told by the columns') }, ...words.choices(IMPORT_KIND)]}
            />
          </Field>
        </span>
        {saved.data && saved.data.length > 0 ? (
          <span style={{ width: 260 }}>
            <Field label={t('Saved columns')}>
              <Select
                label={t('Saved columns')}
                value={NOTHING}
                onChange={take}
                choices={[{ value: NOTHING, label: t('Take them from…') }, ...saved.data.map(({ id, name }) => ({ value: id, label: name || '—' }))]}
              />
            </Field>
          </span>
        ) : null}
      </div>
      {isUnknown ? (
        <>
          <span className="ld-soft">{t('If the columns are not known by their names, say here which column is what, and have the file checked again.')}</span>
          <AddColumn choices={choicesWith(null)} words={words} onAdd={(heading, field) => change({ ...mapping, [heading]: field })} />
        </>
      ) : null}
      {named.length > 0 ? (
        <div className="ld-import-columns" role="table" aria-label={t('Columns of the file')}>
          <div className="ld-import-column ld-import-head ld-label" role="row">
            <span role="columnheader">{t('Column')}</span>
            <span role="columnheader">{t('Samples')}</span>
            <span role="columnheader">{t('Taken for')}</span>
          </div>
          {named.map(({ heading, samples }) => {
            const field = mapping[heading] ?? null;
            return (
              <div key={heading} className="ld-import-column" role="row">
                <span role="cell" className="ld-strong ld-cut" title={heading}>{heading}</span>
                <span role="cell" className="ld-soft ld-small ld-cut" title={samples.join(' · ')}>{samples.join(' · ') || '—'}</span>
                <span role="cell">
                  <Select
                    label={t('What {column} is taken for', { column: heading })}
                    value={field ?? NOTHING}
                    onChange={(value) => change({ ...mapping, [heading]: value || null })}
                    choices={choicesWith(field)}
                  />
                </span>
              </div>
            );
          })}
        </div>
      ) : null}
      {twice.length > 0 ? (
        <Notice colour="orange" title={t('Several columns are taken for the same')}>{t('Of those, the last one counts: {fields}', { fields: twice.map(label).join(', ') })}</Notice>
      ) : null}
      <div className="ld-row ld-wrap">
        <Button large look={isChanged ? 'primary' : ''} disabled={busy || !isReady} onClick={() => void check()}>{t('Check again')}</Button>
        {isChanged ? <Button large disabled={busy} onClick={() => change(before, kindBefore)}>{t('Discard the changes')}</Button> : null}
        {isReady ? null : <span className="ld-soft">{t('It can be checked again when the workers are done with it.')}</span>}
      </div>
      {doing.stage === 'failed' ? <Notice colour="red" title={t('This was not saved')}>{words.error(doing.error)}</Notice> : null}
      {Object.keys(mapping).length > 0 ? <SaveColumns saved={saved.data ?? []} kind={kind} mapping={mapping} words={words} onSaved={() => void saved.reload()} /> : null}
    </div>
  );
};
