import { INJURY_KIND } from '../../custom-objects/vocabulary';
import { Conflicts } from '../conflictCheck/Conflicts';
import type { Asked } from '../conflictCheck/data';
import { Button, Notice, Tag } from '../lib/kit';
import { microsOf } from '../lib/money';
import type { Words } from '../lib/words';
import { lineOf, type Requirement } from './directions';
import { FIELDS, clientName, fieldsOf, personName, sectionOf, sectionsFor, type FieldName, type Section, type Wrong } from './form';
import { labelOf, sectionTitle, wrongText, type Shown } from './sections';

/** What is wrong, in words, each with the way to where it can be mended. */
export const Wrongs = ({ wrongs, words, goTo }: { words: Words; wrongs: Wrong[]; goTo: (section: Section) => void }) => {
  const { t } = words;
  return (
    <Notice colour="red" title={t('To correct: {count}', { count: wrongs.length })}>
      <div className="ld-col" style={{ gap: 4 }}>
        {wrongs.map((wrong) => (
          <button key={`${wrong.place} ${wrong.code}`} type="button" className="ld-link" onClick={() => goTo(sectionOf(wrong.place))}>
            {wrong.code === 'PROBLEM' ? null : <span className="ld-strong">{labelOf(wrong.place, words)}: </span>}
            {wrongText(wrong, words)}
          </button>
        ))}
      </div>
    </Notice>
  );
};

const valueText = (name: FieldName, { form, words }: Shown): string => {
  const value = form.values[name].trim();
  if (value === '') return '';
  switch (FIELDS[name].kind) {
    case 'choice': return words.option(INJURY_KIND, value)?.label ?? value;
    case 'date': return words.date(value);
    case 'percent': return `${value.replace('%', '')} %`;
    case 'money': {
      const micros = microsOf(value);
      return typeof micros === 'number' ? words.money(micros, form.currency) : value;
    }
    default: return value;
  }
};

/** Whom the case will be about, also where nobody has written them down yet. */
const askedPerson = ({ known, fresh }: Shown['form']['client']) =>
  fresh
    ? { name: { firstName: fresh.firstName.trim(), lastName: fresh.lastName.trim() }, birthDate: fresh.birthDate || null, phones: { primaryPhoneNumber: fresh.phone } }
    : known && { id: known.id };
const askedOf = ({ client, opponent, opponentPerson }: Shown['form']): Asked => ({
  caseId: null,
  client: askedPerson(client),
  opponent: opponent.fresh ? { name: opponent.fresh.name.trim() } : opponent.known && { id: opponent.known.id },
  opponentPerson: askedPerson(opponentPerson),
});

/** A longer checklist is folded, so that the button below stays in sight. */
const SHORT = 6;

/** All that was said, section by section, and what will be made of it. */
export const Check = (shown: Shown & { goTo: (section: Section) => void; requirements: Requirement[] }) => {
  const { form, world, particulars, words, goTo, requirements } = shown;
  const { t } = words;
  const gather = t('Documents to gather: {count}', { count: requirements.length });
  const nameIn = (all: { id: string; name: string | null }[], id: string | null) => all.find((entry) => entry.id === id)?.name ?? '';
  const company = ({ known, fresh }: Shown['form']['opponent']) => known?.name ?? fresh?.name ?? '';
  const aboutCase: [label: string, value: string][] = [
    [t('Client'), clientName(form)],
    [t('Opponent'), company(form.opponent)],
    [t('Opponent, a person'), personName(form.opponentPerson)],
    [t('Direction'), lineOf(world.directions, form.directionId).map(({ name }) => name ?? '—').reverse().join(' › ')],
    [t('Region'), nameIn(world.regions, form.regionId)],
    [t('Lead lawyer'), nameIn(world.desk.office.members, form.leadId)],
    [t('Department'), nameIn(world.desk.office.departments, form.departmentId)],
    [t('Day of the visit'), form.visitedOn ? words.date(form.visitedOn) : ''],
  ];
  const employer: [string, string][] = particulars === 'OCCUPATIONAL' ? [[t('Employer'), company(form.employer ?? form.opponent)]] : [];
  const told = (section: Section): [string, string][] =>
    section === 'client'
      ? aboutCase
      : [...(section === 'particulars' ? employer : []), ...fieldsOf(section, particulars).map((name): [string, string] => [labelOf(name, words), valueText(name, shown)])];

  return (
    <>
      {clientName(form) === '' ? null : <Conflicts asked={askedOf(form)} words={words} />}
      {sectionsFor(particulars)
        .filter((section) => section !== 'check')
        .map((section) => {
          const rows = told(section).filter(([, value]) => value !== '');
          return (
            <section key={section} className="ld-col" style={{ gap: 4 }}>
              <div className="ld-row">
                <h2 className="ld-strong">{sectionTitle(section, particulars, words)}</h2>
                <Button look="quiet" onClick={() => goTo(section)}>{t('Change')}</Button>
              </div>
              {rows.length === 0 ? <span className="ld-faint">{t('Nothing said yet')}</span> : null}
              {rows.map(([label, value]) => (
                <div key={label} className="ld-visit-told">
                  <span className="ld-soft">{label}</span>
                  <span style={{ whiteSpace: 'pre-line' }}>{value}</span>
                </div>
              ))}
            </section>
          );
        })}
      <section className="ld-card ld-col">
        {requirements.length === 0 ? (
          <>
            <h2 className="ld-strong">{gather}</h2>
            <span className="ld-soft">
              {form.directionId ? t('This direction has no checklist yet; documents can be added to the case by hand.') : t('The checklist follows from the direction.')}
            </span>
          </>
        ) : (
          <details className="ld-more" open={requirements.length <= SHORT}>
            <summary><span className="ld-strong" style={{ color: 'var(--ld-ink)' }}>{gather}</span></summary>
            <div className="ld-col" style={{ gap: 4, marginTop: 8 }}>
              {requirements.map(({ id, name, isMandatory }) => (
                <div key={id} className="ld-row ld-wrap">
                  <span>{name?.trim() || '—'}</span>
                  {isMandatory ? null : <Tag colour="gray">{t('if there is one')}</Tag>}
                </div>
              ))}
            </div>
          </details>
        )}
      </section>
    </>
  );
};
