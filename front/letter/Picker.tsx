import { useState } from 'react';
import { departmentOf, standIn, type LetterState, type Office } from '../../workers/correspondence/protocol';
import { Button, Input } from '../lib/kit';
import type { Words } from '../lib/words';

export type Target = { memberId: string | null; departmentId: string | null };
export const NOBODY: Target = { memberId: null, departmentId: null };

type Option = { key: string; name: string; note: string; target: Target };

const SHOWN = 60;

const optionsOf = (office: Office, letter: Pick<LetterState, 'holderId'> | null, words: Words, now: Date) => {
  const { t } = words;
  const departments: Option[] = office.departments.map(({ id, name }) => ({
    key: `d${id}`,
    name: name.trim() || '—',
    note: '',
    target: { memberId: null, departmentId: id },
  }));
  const members: Option[] = office.members
    .filter(({ id }) => id !== letter?.holderId)
    .map(({ id, name }) => {
      const department = departmentOf(office, id);
      const present = standIn(office, id, now);
      const absence =
        present === id ? [] : present ? [t('absent, {name} stands in', { name: words.member(office, present) })] : [t('absent')];
      return {
        key: `m${id}`,
        name: name.trim() || '—',
        note: [...(department ? [words.department(office, department)] : []), ...absence].join(' · '),
        target: { memberId: id, departmentId: null },
      };
    });
  const byName = (a: Option, b: Option) => a.name.localeCompare(b.name, words.tag);
  return { departments: departments.sort(byName), members: members.sort(byName) };
};

/** To whom: one field that finds both departments and people. */
export const TargetPicker = (props: {
  office: Office;
  letter: Pick<LetterState, 'holderId'> | null;
  words: Words;
  value: Target;
  onChange: (target: Target) => void;
  wrong?: boolean;
  /** The choices show only when wanted: where the field is one of many. */
  folded?: boolean;
}) => {
  const { office, letter, words, value, onChange, wrong, folded } = props;
  const { t } = words;
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const [unfolded, setUnfolded] = useState(!folded);
  const pick = (target: Target) => {
    setSearch('');
    onChange(target);
  };
  const { departments, members } = optionsOf(office, letter, words, new Date());

  const picked = [...departments, ...members].find(
    ({ target }) =>
      (value.memberId !== null && target.memberId === value.memberId) ||
      (value.departmentId !== null && target.departmentId === value.departmentId),
  );
  if (picked)
    return (
      <div className="ld-picked">
        <span className="ld-grow ld-cut">
          <span className="ld-strong">{picked.name}</span> <span className="ld-soft">{picked.note}</span>
        </span>
        <Button look="quiet" title={t('Choose another')} onClick={() => onChange(NOBODY)}>
          ✕
        </Button>
      </div>
    );

  const wanted = search.trim().toLocaleLowerCase(words.tag);
  const found = (options: Option[]) =>
    options.filter(({ name, note }) => `${name} ${note}`.toLocaleLowerCase(words.tag).includes(wanted)).slice(0, SHOWN);
  const groups = [
    { title: t('Departments'), options: found(departments) },
    { title: t('Employees'), options: found(members) },
  ].filter(({ options }) => options.length > 0);
  const flat = groups.flatMap(({ options }) => options);
  const current = Math.min(at, flat.length - 1);

  const onKey = (key: string) => {
    if (key === 'ArrowDown') setAt(Math.min(current + 1, flat.length - 1));
    if (key === 'ArrowUp') setAt(Math.max(current - 1, 0));
    if (key === 'Enter' && flat[current]) pick(flat[current].target);
  };

  return (
    <div className="ld-col" style={{ gap: 4 }}>
      <Input
        label={t('To whom')}
        placeholder={t('Find a person or a department')}
        onChange={(text) => {
          setSearch(text);
          setAt(0);
        }}
        onKey={onKey}
        onFocus={() => setUnfolded(true)}
        {...(wrong ? { wrong } : {})}
      />
      {unfolded ? (
      <div className="ld-options" role="listbox" aria-label={t('To whom')}>
        {groups.map(({ title, options }) => (
          <div key={title}>
            <div className="ld-group">{title}</div>
            {options.map((option) => (
              <button
                key={option.key}
                type="button"
                role="option"
                className={option === flat[current] && wanted ? 'ld-option on' : 'ld-option'}
                onClick={() => pick(option.target)}
              >
                <span className="ld-grow ld-cut">
                  {option.name} <span className="ld-soft">{option.note}</span>
                </span>
              </button>
            ))}
          </div>
        ))}
        {flat.length === 0 ? <div className="ld-soft" style={{ padding: 8 }}>{t('Nobody and nothing of that name')}</div> : null}
      </div>
      ) : null}
    </div>
  );
};
