import { useEffect, useState } from 'react';
import { Button, Input } from './kit';
import { nodes, records, type Connection } from './api';
import { like } from './like';
import { fullName } from './office';
import type { Words } from './words';

export type Picked = { id: string; name: string } | null;

/** @param note what tells it from others of the same name */
type Found = { id: string; name: string; note?: (words: Words) => string };
type Search = (text: string) => Promise<Found[]>;

const COMPANIES = `query Companies($filter: CompanyFilterInput) {
  companies(filter: $filter, first: 8) { edges { node { id name } } }
}`;
const PEOPLE = `query People($filter: PersonFilterInput) {
  people(filter: $filter, first: 8) { edges { node { id name { firstName lastName } birthDate phones { primaryPhoneCallingCode primaryPhoneNumber } } } }
}`;
const CASES = `query Cases($filter: LegalCaseFilterInput) {
  legalCases(filter: $filter, first: 8) { edges { node { id number title } } }
}`;

export const searchCompanies: Search = async (text) =>
  nodes((await records<{ companies: Connection<Found> }>(COMPANIES, { filter: { name: like(text) } })).companies);

type Person = {
  id: string;
  name: { firstName: string; lastName: string } | null;
  birthDate: string | null;
  phones: { primaryPhoneCallingCode: string | null; primaryPhoneNumber: string | null } | null;
};

export const searchPeople: Search = async (text) => {
  // Every word must be in the first or in the last name, in whatever order they are typed.
  const filter = {
    and: text.split(/\s+/).map((word) => ({ or: [{ name: { firstName: like(word) } }, { name: { lastName: like(word) } }] })),
  };
  const { people } = await records<{ people: Connection<Person> }>(PEOPLE, { filter });
  return nodes(people).map(({ id, name, birthDate, phones }) => ({
    id,
    name: fullName(name),
    note: (words) =>
      [birthDate ? words.date(birthDate) : '', phones?.primaryPhoneNumber ? `${phones.primaryPhoneCallingCode ?? ''} ${phones.primaryPhoneNumber}`.trim() : ''].filter(Boolean).join(' · '),
  }));
};

type Case = { id: string; number: string | null; title: string | null };

export const searchCases: Search = async (text) => {
  const filter = { or: [{ title: like(text) }, { number: like(text) }] };
  const { legalCases } = await records<{ legalCases: Connection<Case> }>(CASES, { filter });
  return nodes(legalCases).map(({ id, number, title }) => ({ id, name: [number, title].filter(Boolean).join(' · ') }));
};

const TYPING_PAUSE_MS = 250;

/** Finds a record by what is typed and keeps one. */
export const RecordPicker = (props: {
  label: string;
  search: Search;
  value: Picked;
  onChange: (value: Picked) => void;
  words: Words;
  wrong?: boolean;
  /** Offers what is typed as a new record, last of the choices. */
  fresh?: { offer: (text: string) => string; onPick: (text: string) => void };
}) => {
  const { label, search, value, onChange, words, wrong, fresh } = props;
  const { t } = words;
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ for: string; records: Found[]; error: unknown }>({ for: '', records: [], error: null });
  const wanted = text.trim();
  const pick = ({ id, name }: Found) => {
    setText('');
    onChange({ id, name });
  };

  useEffect(() => {
    if (wanted === '') return;
    let stale = false;
    const timer = setTimeout(async () => {
      const result = await search(wanted).then(
        (records) => ({ records, error: null }),
        (error: unknown) => ({ records: [], error }),
      );
      if (!stale) setFound({ for: wanted, ...result });
    }, TYPING_PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [wanted, search]);

  if (value)
    return (
      <div className="ld-picked">
        <span className="ld-grow ld-cut">{value.name || '—'}</span>
        <Button
          look="quiet"
          title={t('Choose another')}
          onClick={() => onChange(null)}
        >
          ✕
        </Button>
      </div>
    );

  const current = found.for === wanted;
  return (
    <div className="ld-col" style={{ gap: 4 }}>
      <Input
        label={label}
        placeholder={t('Type to search')}
        onChange={setText}
        {...(wrong ? { wrong } : {})}
        onKey={(key) => {
          if (key !== 'Enter' || !current || found.error) return;
          if (found.records[0]) pick(found.records[0]);
          else fresh?.onPick(wanted);
        }}
      />
      {wanted === '' ? null : (
        <div className="ld-options" role="listbox" aria-label={label}>
          {!current ? <div className="ld-soft" style={{ padding: 8 }}>{t('Searching…')}</div> : null}
          {current && found.error ? <div style={{ padding: 8, color: 'var(--ld-red-text)' }}>{words.error(found.error)}</div> : null}
          {current && !found.error && found.records.length === 0 ? (
            <div className="ld-soft" style={{ padding: 8 }}>{t('Nothing found')}</div>
          ) : null}
          {found.records.map((record) => (
            <button key={record.id} type="button" role="option" className="ld-option" onClick={() => pick(record)}>
              <span className="ld-cut">
                {record.name || '—'} {record.note ? <span className="ld-soft">{record.note(words)}</span> : null}
              </span>
            </button>
          ))}
          {current && fresh ? (
            <button type="button" role="option" className="ld-option" onClick={() => fresh.onPick(wanted)}>
              <span className="ld-cut" style={{ color: 'var(--ld-accent)' }}>{fresh.offer(wanted)}</span>
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
};
