import { RESPONSIBILITY, type Responsibility } from '../../custom-objects/vocabulary';
import { departmentOf, type Office } from '../../workers/correspondence/protocol';
import { Button, Select } from '../lib/kit';
import { ListPicker } from '../lib/ListPicker';
import type { Words } from '../lib/words';

export type Chosen = { memberId: string; responsibility: Responsibility };

/** Several people at once, each with their part. Who is there already is not offered again. */
export const MemberChooser = ({ office, words, there, hasLead, value, onChange, folded = false }: {
  office: Office;
  words: Words;
  there: (string | null)[];
  hasLead: boolean;
  value: Chosen[];
  onChange: (value: Chosen[]) => void;
  /** The choices show only when wanted: where the field is one of many. */
  folded?: boolean;
}) => {
  const { t } = words;
  const taken = [...there, ...value.map(({ memberId }) => memberId)];
  const choices = office.members
    .filter(({ id }) => !taken.includes(id))
    .map(({ id, name }) => {
      const department = departmentOf(office, id);
      return { id, name: name.trim() || '—', note: department ? words.department(office, department) : '' };
    })
    .sort((a, b) => a.name.localeCompare(b.name, words.tag));
  const add = (memberId: string | null) => {
    if (memberId === null) return;
    const leads = hasLead || value.some(({ responsibility }) => responsibility === 'LEAD');
    onChange([...value, { memberId, responsibility: leads ? 'CO_RESPONSIBLE' : 'LEAD' }]);
  };
  return (
    <div className="ld-col">
      {value.map(({ memberId, responsibility }) => (
        <div key={memberId} className="ld-picked">
          <span className="ld-grow ld-cut">{words.member(office, memberId)}</span>
          <span style={{ flex: 'none', width: 160 }}>
            <Select
              label={t('Role')}
              value={responsibility}
              onChange={(role) => onChange(value.map((entry) => (entry.memberId === memberId ? { memberId, responsibility: role as Responsibility } : entry)))}
              choices={words.choices(RESPONSIBILITY)}
            />
          </span>
          <Button look="quiet" title={t('Take out')} onClick={() => onChange(value.filter((entry) => entry.memberId !== memberId))}>
            ✕
          </Button>
        </div>
      ))}
      {choices.length > 0 ? (
        <ListPicker
          key={value.length}
          label={t('Employee')}
          placeholder={value.length > 0 ? t('And somebody else') : t('Choose or type to search')}
          choices={choices}
          value={null}
          onChange={add}
          words={words}
          always={!folded}
        />
      ) : (
        <span className="ld-soft">{t('Everybody is there already.')}</span>
      )}
    </div>
  );
};
