import { type ReactNode } from 'react';
import { INJURY_KIND, type Particulars } from '../../custom-objects/vocabulary';
import { Field, Input, Notice, Select, Switch, TextArea } from '../lib/kit';
import { ListPicker } from '../lib/ListPicker';
import { CURRENCIES, microsOf } from '../lib/money';
import { PartyPicker, type Party } from '../lib/PartyPicker';
import { searchCompanies, searchPeople } from '../lib/RecordPicker';
import type { Words } from '../lib/words';
import type { World } from './data';
import { directionChoices } from './directions';
import { FIELDS, fieldsOf, NOBODY, type FieldName, type Form, type NewCompany, type NewPerson, type Place, type Section, type Wrong } from './form';

export type Shown = {
  form: Form;
  change: (part: Partial<Form>) => void;
  world: World;
  particulars: Particulars | null;
  words: Words;
  /** What is wrong at a place, in words. */
  wrongAt: (place: Place) => string | null;
};

export const labelOf = (place: Place, { t }: Words): string => {
  switch (place) {
    case 'client': return t('Client');
    case 'phone': return t('Phone');
    case 'direction': return t('Direction');
    case 'visitedAt': return t('Day of the visit');
    default: return t(FIELDS[place].label);
  }
};

export const sectionTitle = (section: Section, particulars: Particulars | null, { t }: Words): string => {
  switch (section) {
    case 'client': return t('Client and case');
    case 'harm': return t('Person and injury');
    case 'capacity': return t('Work capacity and VTEK');
    case 'money': return t('Payments and costs');
    case 'check': return t('Check and open');
    case 'particulars':
      return particulars === 'RAILWAY' ? t('Railway') : particulars === 'MILITARY' ? t('Military service') : particulars === 'DISASTER' ? t('Man-made disaster') : t('Work');
  }
};

export const wrongText = (wrong: Wrong, words: Words): string => {
  const { t } = words;
  switch (wrong.code) {
    case 'PROBLEM': return words.problem(wrong.problem);
    case 'NEEDED':
      return wrong.place === 'client' ? t('Say who the client is') : wrong.place === 'direction' ? t('Choose a direction: the questions and the checklist follow from it') : t('Say when the visit was');
    case 'UNREADABLE':
      switch (wrong.kind) {
        case 'money': return t('Write an amount, such as 1 234 567,89');
        case 'percent': return t('Write a number from 0 to 100');
        case 'count': return t('Write a whole number');
        case 'phone': return t('Write the whole number, such as +7 912 345-67-89');
      }
  }
};

/** Wide fields take the whole row. */
const isWide = (name: FieldName) => FIELDS[name].kind === 'long' || name === 'injuryPlace';

const VisitField = ({ name, form, change, words, wrongAt }: Shown & { name: FieldName }) => {
  const { t } = words;
  const { kind, hint, example } = FIELDS[name];
  const value = form.values[name];
  const label = labelOf(name, words);
  const wrong = wrongAt(name);
  const onChange = (text: string) => change({ values: { ...form.values, [name]: text } });
  const micros = kind === 'money' ? microsOf(value) : null;
  const entry = { label, onChange, initial: value, wrong: wrong !== null, ...(example ? { placeholder: t(example) } : {}) };
  const control = () => {
    switch (kind) {
      case 'choice': return <Select label={label} value={value} onChange={onChange} choices={[{ value: '', label: '—' }, ...words.choices(INJURY_KIND)]} />;
      case 'long': return <TextArea {...entry} />;
      case 'date': return <Input {...entry} type="date" />;
      case 'money': return <Input {...entry} placeholder="0,00" />;
      default: return <Input {...entry} />;
    }
  };
  // Said back as it was understood, where it was typed in a hurry.
  const understood = micros ? `= ${words.money(micros, form.currency)}` : undefined;
  return (
    <div style={isWide(name) ? { gridColumn: '1 / -1' } : {}}>
      <Field label={label} wrong={wrong} hint={understood ?? (hint && t(hint))}>{control()}</Field>
    </div>
  );
};

const Fields = (shown: Shown & { section: Section }) => (
  <div className="ld-pair ld-visit-fields">
    {fieldsOf(shown.section, shown.particulars).map((name) => <VisitField key={name} name={name} {...shown} />)}
  </div>
);

type CompanyProps = { label: string; value: Party<NewCompany>; onChange: (value: Party<NewCompany>) => void; words: Words };

const CompanyPicker = ({ words, ...props }: CompanyProps) => {
  const { t } = words;
  return (
    <PartyPicker
      {...props}
      words={words}
      search={searchCompanies}
      offer={(typed) => t('New company “{name}”', { name: typed })}
      begin={(typed): NewCompany => ({ name: typed })}
      title={t('New company')}
    >
      {({ name }, set) => (
        <Field label={t('Name')}>
          <Input label={t('Name')} initial={name} onChange={(text) => set({ name: text })} />
        </Field>
      )}
    </PartyPicker>
  );
};

/** The last name first, as people are named in files. */
const personOf = (typed: string): NewPerson => {
  const [lastName = '', ...rest] = typed.split(/\s+/);
  return { lastName, firstName: rest.join(' '), phone: '', birthDate: '' };
};

type PersonProps = {
  label: string;
  value: Party<NewPerson>;
  onChange: (value: Party<NewPerson>) => void;
  words: Words;
  offer: (typed: string) => string;
  title: string;
  wrong?: boolean;
  /** Asked for where this is given: what is wrong with it. */
  wrongPhone?: string | null;
};

const PersonPicker = ({ wrong = false, wrongPhone, ...props }: PersonProps) => {
  const { t } = props.words;
  return (
    <PartyPicker {...props} search={searchPeople} wrong={wrong} begin={personOf}>
      {(fresh, set) => (
        <div className="ld-pair ld-visit-fields">
          <Field label={t('Last name')} required>
            <Input label={t('Last name')} initial={fresh.lastName} onChange={(lastName) => set({ lastName })} wrong={wrong} />
          </Field>
          <Field label={t('First name and patronymic')}>
            <Input label={t('First name and patronymic')} initial={fresh.firstName} onChange={(firstName) => set({ firstName })} />
          </Field>
          {wrongPhone === undefined ? null : (
            <Field label={t('Phone')} wrong={wrongPhone}>
              <Input type="tel" label={t('Phone')} placeholder="+7 912 345-67-89" initial={fresh.phone} onChange={(phone) => set({ phone })} wrong={wrongPhone !== null} />
            </Field>
          )}
          <Field label={t('Born')}>
            <Input type="date" label={t('Born')} initial={fresh.birthDate} onChange={(birthDate) => set({ birthDate })} />
          </Field>
        </div>
      )}
    </PartyPicker>
  );
};

const ClientSection = (shown: Shown) => {
  const { form, change, world, words, wrongAt } = shown;
  const { t } = words;
  const { office } = world.desk;
  const members = [...office.members].sort((a, b) => a.name.localeCompare(b.name, words.tag)).map(({ id, name }) => ({ id, name }));
  const departments = office.departments.map(({ id, name }) => ({ id, name: name.trim() || '—' }));
  const wrongClient = wrongAt('client');
  const wrongDirection = wrongAt('direction');
  return (
    <>
      <Field label={t('Client')} required wrong={wrongClient} hint={form.client.known || form.client.fresh ? undefined : t('Find the person by name; who is new can be entered here')}>
        <PersonPicker
          label={t('Client')}
          value={form.client}
          onChange={(client) => change({ client })}
          words={words}
          offer={(typed) => t('New client “{name}”', { name: typed })}
          title={t('New client')}
          wrong={wrongClient !== null}
          wrongPhone={wrongAt('phone')}
        />
      </Field>
      <Field label={t('Opponent')} hint={form.opponent.known || form.opponent.fresh ? undefined : t('Who owes the compensation: the employer, the carrier, the insurer; may be left for later')}>
        <CompanyPicker label={t('Opponent')} value={form.opponent} onChange={(opponent) => change({ opponent })} words={words} />
      </Field>
      <Field label={t('Opponent, a person')} hint={form.opponentPerson.known || form.opponentPerson.fresh ? undefined : t('Where a person is on the other side: who drove the car')}>
        <PersonPicker
          label={t('Opponent, a person')}
          value={form.opponentPerson}
          onChange={(opponentPerson) => change({ opponentPerson })}
          words={words}
          offer={(typed) => t('New person “{name}”', { name: typed })}
          title={t('New person')}
        />
      </Field>
      <Field
        label={t('Direction')}
        required
        wrong={wrongDirection}
        hint={world.directions.length === 0 ? t('The catalogue of directions is empty: the background workers fill it when they first start.') : undefined}
      >
        <ListPicker
          label={t('Direction')}
          choices={directionChoices(world.directions, words.tag)}
          value={form.directionId}
          onChange={(directionId) => change({ directionId })}
          words={words}
          wrong={wrongDirection !== null}
        />
      </Field>
      <div className="ld-pair ld-visit-fields">
        <Field label={t('Day of the visit')} required wrong={wrongAt('visitedAt')}>
          <Input type="date" label={t('Day of the visit')} initial={form.visitedOn} onChange={(visitedOn) => change({ visitedOn })} wrong={wrongAt('visitedAt') !== null} />
        </Field>
        <Field label={t('Region')}>
          <ListPicker label={t('Region')} choices={world.regions.map(({ id, name }) => ({ id, name: name?.trim() || '—' }))} value={form.regionId} onChange={(regionId) => change({ regionId })} words={words} />
        </Field>
        <Field label={t('Lead lawyer')}>
          <ListPicker label={t('Lead lawyer')} choices={members} value={form.leadId} onChange={(leadId) => change({ leadId })} words={words} />
        </Field>
        <Field label={t('Department')}>
          <ListPicker label={t('Department')} choices={departments} value={form.departmentId} onChange={(departmentId) => change({ departmentId })} words={words} />
        </Field>
      </div>
    </>
  );
};

const CapacitySection = (shown: Shown) => {
  const { t } = shown.words;
  return (
    <>
      <Notice colour="gray" title={t('What VTEK is')}>
        {t('The medical and labour expert commission, today the bureau of medical and social expertise: it certifies disability, its cause and how much of the capacity to work is lost. The amount of compensation follows from its certificate.')}
      </Notice>
      <Fields section="capacity" {...shown} />
    </>
  );
};

const MoneySection = (shown: Shown) => {
  const { form, change, words } = shown;
  const { t } = words;
  return (
    <>
      <Fields section="money" {...shown} />
      <Field label={t('Currency of these amounts')}>
        <Switch value={form.currency} onChange={(currency) => change({ currency })} choices={CURRENCIES.map((code) => ({ value: code, label: code }))} />
      </Field>
    </>
  );
};

const ParticularsSection = (shown: Shown) => {
  const { form, change, particulars, words } = shown;
  const { t } = words;
  const employer = form.employer;
  return (
    <>
      {particulars === 'OCCUPATIONAL' ? (
        <Field label={t('Employer')}>
          <div className="ld-col">
            <Switch
              value={employer ? 'other' : 'opponent'}
              onChange={(value) => change({ employer: value === 'other' ? NOBODY : null })}
              choices={[{ value: 'opponent', label: t('The opponent') }, { value: 'other', label: t('Another company') }]}
            />
            {employer ? <CompanyPicker label={t('Employer')} value={employer} onChange={(value) => change({ employer: value })} words={words} /> : null}
          </div>
        </Field>
      ) : null}
      <Fields section="particulars" {...shown} />
    </>
  );
};

export const SECTION_PARTS: Record<Exclude<Section, 'check'>, (shown: Shown) => ReactNode> = {
  client: ClientSection,
  harm: (shown) => <Fields section="harm" {...shown} />,
  capacity: CapacitySection,
  money: MoneySection,
  particulars: ParticularsSection,
};
