import { useFrontComponentExecutionContext } from 'twenty-sdk/front-component';
import * as v from 'valibot';
import { records } from '../lib/api';
import { Empty, Field, Switch } from '../lib/kit';
import { loadDesk, type Desk } from '../lib/office';
import { useLoaded } from '../lib/useLoaded';
import type { Words } from '../lib/words';
import { openRecord } from '../reports/Drill';
import { FilterPicker } from '../reports/FilterPicker';
import { Report } from '../reports/Report';
import type { Cell, Column, Sheet } from '../reports/sheet';
import { Table, type Row } from '../reports/Table';
import { Tiles } from '../reports/Tiles';
import { useReport, useReportData } from '../reports/useReport';
import { loadRisks, MOST, type Risks } from './data';
import { answerable, GRAVE, RISKS, sinceOf, type Risk, type RiskyLetter } from './figures';

const VIEWS = ['ALL', ...RISKS] as const;
const WHOSE = ['ALL', 'MINE'] as const;
const schema = v.object({
  risk: v.fallback(v.picklist(VIEWS), 'ALL'),
  departmentId: v.fallback(v.nullable(v.string()), null),
  whose: v.fallback(v.picklist(WHOSE), 'ALL'),
});

const CSS = `
.ld-risks .ld-tiles { grid-template-columns: repeat(auto-fill, minmax(180px, 1fr)); }
@container (max-width: 640px) { .ld-risks .ld-tiles { grid-template-columns: repeat(auto-fill, minmax(96px, 1fr)); } .ld-risks .ld-tile { padding: 8px; } }
.ld-risks .ld-table td { min-width: 110px; }
.ld-risks .ld-table td:nth-child(3) { min-width: 136px; }
.ld-risks .ld-table td:nth-child(2) { color: var(--ld-red-text); min-width: 140px; }
.ld-risks .ld-table td:nth-child(5) { min-width: 150px; }
.ld-risks .ld-table td:nth-child(6) { min-width: 220px; color: var(--ld-soft); }
`;

type Named = { title: string; definition: string };

const namesOf = ({ t }: Words): Record<Risk, Named> => ({
  LOST: { title: t('Lost'), definition: t('reported lost and not found') },
  LEFT: { title: t('With somebody who left'), definition: t('whoever held it, or was to accept it, left the firm') },
  NO_HOLDER: { title: t('Without a holder'), definition: t('in the office, and in nobody’s hands') },
  RETURNED: { title: t('Returned'), definition: t('came back undelivered, and nothing was done since') },
  OVERDUE: { title: t('Overdue'), definition: t('its own due date has passed') },
  PENDING: { title: t('Not accepted'), definition: t('handed over more than 2 hours ago and not accepted') },
  IN_WORK: { title: t('In work too long'), definition: t('in work by the same person for more than 5 working days') },
  IDLE: { title: t('Not handed out'), definition: t('registered more than a working day ago, neither handed out nor sent') },
  UNREGISTERED: { title: t('Without a number'), definition: t('written more than 10 minutes ago and not registered by the workers') },
});

const adviceOn = ({ risks: [risk], ...letter }: RiskyLetter, { t }: Words): string => {
  switch (risk) {
    case 'LOST': return t('Search where it was last accepted and mark it as found, or ask the sender for a copy');
    case 'LEFT':
      return letter.status === 'HANDED_OVER' ? t('Recall it and hand it over to somebody else') : t('Hand it over to whoever takes on the work');
    case 'NO_HOLDER': return t('Hand it over to whoever is to deal with it');
    case 'RETURNED': return t('Check the address and send it again, or complete it');
    case 'OVERDUE': return letter.status === 'HANDED_OVER' ? t('Accept it and deal with it today, or agree on another day') : t('Deal with it today, or agree on another day');
    case 'PENDING': return t('Accept it, or reject it with a reason; whoever handed it over can recall it');
    case 'IN_WORK': return t('Complete it, or hand it on with a reason');
    case 'IDLE': return letter.flow === 'OUTGOING' ? t('Send it, or hand it over') : t('Hand it over to a department or a person');
    default: return t('See whether the workers run: they give a letter its number within a minute');
  }
};

const columnsOf = ({ t }: Words): Column[] => [
  { key: 'letter', title: t('Letter'), type: 'text' },
  { key: 'risk', title: t('What is wrong'), type: 'text' },
  { key: 'since', title: t('Since'), type: 'text' },
  { key: 'span', title: t('How long'), type: 'text' },
  { key: 'who', title: t('Who answers'), type: 'text', hint: t('Who is to act now: the substitute of somebody absent, the head where the holder left') },
  { key: 'advice', title: t('What to do'), type: 'text' },
];

type Shown = { desk: Desk; words: Words; now: number };

const whoText = (letter: RiskyLetter, { desk: { office }, words, now }: Shown): string => {
  const { t } = words;
  const who = answerable(letter, office, new Date(now));
  switch (who.kind) {
    case 'MEMBER': return [words.member(office, who.id), who.insteadOf ? t('in place of {name}', { name: words.member(office, who.insteadOf) }) : null].filter(Boolean).join(', ');
    case 'DEPARTMENT': return words.department(office, who.id);
    case 'REGISTRY': return t('the registry');
    case 'ADMINISTRATOR': return t('the administrator');
  }
};

/** Of somebody who left, the name under which they wrote. */
const formerHolder = ({ risks, trace: { lastHolder } }: RiskyLetter, { desk: { office }, words: { t } }: Shown): string | null =>
  risks.includes('LEFT') && lastHolder && !office.members.some(({ id }) => id === lastHolder.workspaceMemberId) ? t('last held by {name}', { name: lastHolder.name }) : null;

const cellsOf = (letter: RiskyLetter, shown: Shown): Record<string, Cell> => {
  const { words, now } = shown;
  const names = namesOf(words);
  const since = sinceOf(letter);
  return {
    letter: [letter.number, words.subject(letter.subject)].filter(Boolean).join(' · '),
    risk: letter.risks.map((risk) => names[risk].title).join(' · '),
    since: since ? words.moment(since) : null,
    span: since ? words.span(now - Date.parse(since)) : null,
    who: whoText(letter, shown),
    advice: adviceOn(letter, words),
  };
};

const noteOf = (letter: RiskyLetter, shown: Shown): string =>
  [letter.counterparty?.name, formerHolder(letter, shown), letter.trace.reason?.trim()].filter(Boolean).join(' · ');

const ofRisk = (letters: RiskyLetter[], risk: (typeof VIEWS)[number]): RiskyLetter[] =>
  risk === 'ALL' ? letters : letters.filter(({ risks }) => risks.includes(risk));

const countOf = ({ counts, total }: Risks, risk: (typeof VIEWS)[number]): number => (risk === 'ALL' ? total : counts[risk]);

/** The proof that no letter is stuck, lost or left unprocessed, or the list of those that are, and what to do about each. */
export const LettersAtRisk = () => {
  const report = useReport({ name: 'lettersAtRisk', schema, needs: ['correspondence', 'correspondenceHistory'] });
  const { words, filters, set, isOpen, timeZone } = report;
  const { t } = words;
  const { risk, departmentId, whose } = filters;
  const userId = useFrontComponentExecutionContext((context) => context.userId);
  const { data: desk, error: unnamed, reload: nameAgain } = useLoaded(() => loadDesk(userId), String(userId));
  const wanted = (now: Date) => ({ scope: { departmentId, memberId: whose === 'MINE' ? desk!.viewerId : null }, office: desk!.office, now, timeZone });
  const risks = useReportData({ isOpen: isOpen && desk !== null, key: [departmentId, whose], load: () => loadRisks(records, wanted(new Date())) });
  const { data } = risks;
  const now = risks.loadedAt ?? Date.now();
  const loaded = { ...risks, error: risks.error ?? unnamed, reload: () => (desk ? risks.reload() : nameAgain()) };
  const names = namesOf(words);
  const departments = [...(desk?.office.departments ?? [])].sort((one, other) => one.name.localeCompare(other.name, words.tag));

  const sheet = async (): Promise<Sheet> => {
    const found = await loadRisks(records, { ...wanted(new Date(now)), first: MOST });
    const letters = ofRisk(found.letters, risk);
    const count = countOf(found, risk);
    const shown = { desk: desk!, words, now };
    return {
      title: t('Letters at risk'),
      filters: [
        [t('What is wrong'), risk === 'ALL' ? t('All') : names[risk].title],
        [t('Department'), departmentId === null ? t('All departments') : words.department(desk!.office, departmentId)],
        [t('Whose'), whose === 'MINE' ? t('Concerning me') : t('Of the whole office')],
        [t('As of'), words.moment(new Date(now).toISOString())],
      ],
      columns: [...columnsOf(words), { key: 'note', title: t('Note'), type: 'text' }],
      rows: letters.map((letter) => ({ cells: { ...cellsOf(letter, shown), note: noteOf(letter, shown) || null } })),
      notes: [
        t('Letters at risk: {count} of {open} that are not in the archive', { count: found.total, open: found.open }),
        ...RISKS.map((each) => `${names[each].title}: ${names[each].definition}; ${found.counts[each]}`),
        ...(count > letters.length ? [t('The first {count} are here. Narrow the filters to have the others.', { count: letters.length })] : []),
      ],
    };
  };

  const body = () => {
    if (!data || !desk) return null;
    const shown = { desk, words, now };
    const letters = ofRisk(data.letters, risk);
    const count = countOf(data, risk);
    const rows = letters.map((letter): Row => {
      const note = noteOf(letter, shown);
      return {
        id: letter.id,
        cells: cellsOf(letter, shown),
        loud: GRAVE.includes(letter.risks[0]!),
        onOpen: () => openRecord('correspondence', letter.id),
        ...(note ? { note: <span className="ld-two" title={note}>{note}</span> } : {}),
      };
    });
    return (
      <div className="ld-col ld-risks" style={{ gap: 16 }}>
        <Tiles
          tiles={VIEWS.map((key) => ({
            key,
            title: key === 'ALL' ? t('All at risk') : names[key].title,
            count: countOf(data, key),
            loud: true,
            ...(key === 'ALL' ? {} : { hint: names[key].definition }),
          }))}
          picked={risk}
          onPick={(key) => set({ risk: key })}
          words={words}
        />
        <span className="ld-soft ld-small">
          {risk === 'ALL'
            ? t('A letter at several risks stands in the list once, at the gravest.')
            : `${names[risk].title}: ${names[risk].definition}.`}{' '}
          {t('Looked through: {open} letters that are not in the archive.', { open: new Intl.NumberFormat(words.tag).format(data.open) })}
        </span>
        {rows.length > 0 ? (
          <Table key={`${risk} ${risks.loadedAt}`} columns={columnsOf(words)} rows={rows} words={words} />
        ) : (
          <Empty title={data.total === 0 ? t('No letter is at risk') : t('No such letter')}>
            {data.total === 0 ? t('Each has a holder, each hand-over was accepted in time, and none is lost, returned or overdue.') : null}
          </Empty>
        )}
        {count > rows.length ? <span className="ld-soft ld-small">{t('The {count} longest are shown; a file holds them all.', { count: rows.length })}</span> : null}
      </div>
    );
  };

  return (
    <Report
      report={report}
      title={t('Letters at risk')}
      lead={t('Which letters are stuck, lost or in nobody’s hands, who answers for each, and what to do')}
      loaded={loaded}
      sheet={data && desk ? sheet : null}
      filters={
        <>
          <FilterPicker label={t('Department')} choices={departments} value={departmentId} onChange={(id) => set({ departmentId: id })} words={words} />
          <Field label={t('Whose')}>
            <Switch
              value={whose}
              onChange={(value) => set({ whose: value as (typeof WHOSE)[number] })}
              choices={[{ value: 'ALL', label: t('Of the whole office') }, { value: 'MINE', label: t('Concerning me') }]}
            />
          </Field>
        </>
      }
    >
      <style>{CSS}</style>
      {body()}
    </Report>
  );
};
