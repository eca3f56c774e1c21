import { useState } from 'react';
import { useFrontComponentExecutionContext } from 'twenty-sdk/front-component';
import * as v from 'valibot';
import { nodes, records, type Connection } from '../lib/api';
import { Button, Empty, Field, Notice, Select, Switch } from '../lib/kit';
import { like } from '../lib/like';
import { loadDesk, type Desk } from '../lib/office';
import { RecordPicker, type Picked } from '../lib/RecordPicker';
import { useLoaded } from '../lib/useLoaded';
import type { Words } from '../lib/words';
import { LetterPath, PATH_CSS } from '../path/Path';
import { Flows, FLOWS_CSS } from '../reports/charts/Flows';
import { openRecord } from '../reports/Drill';
import { bounds, PRESETS } from '../reports/period';
import { daysOf, PeriodPicker, periodText, periodWrong } from '../reports/PeriodPicker';
import { Report } from '../reports/Report';
import { compareCells, type Cell, type Column, type Sheet } from '../reports/sheet';
import { Table, type Row, type Sort } from '../reports/Table';
import { useReport, useReportData } from '../reports/useReport';
import { FLOWS_WITH_MEDIANS, loadMedians, loadMovement, loadTroubles, type Medians, type Movement, type TroubledLetter, type Troubles } from './data';
import { acceptedIn, keyOf, ofFlow, TROUBLES, type Flow, type Trouble } from './figures';
import { FlowLetters } from './FlowLetters';

const VIEWS = ['FLOWS', 'TROUBLE', 'LETTER'] as const;

const schema = v.object({
  period: v.fallback(v.object({ preset: v.picklist(PRESETS), from: v.string(), to: v.string() }), { preset: 'LAST_12_MONTHS', from: '', to: '' }),
  departmentId: v.fallback(v.nullable(v.string()), null),
  show: v.fallback(v.picklist(VIEWS), 'FLOWS'),
});

const LETTERS = `query LettersBy($filter: CorrespondenceFilterInput) {
  correspondences(filter: $filter, first: 8, orderBy: [{ registeredAt: DescNullsLast }]) { edges { node { id number subject } } }
}`;

const searchLetters = async (text: string) => {
  const filter = { or: [{ number: like(text) }, { subject: like(text) }] };
  const answer = await records<{ correspondences: Connection<{ id: string; number: string | null; subject: string | null }> }>(LETTERS, { filter });
  return nodes(answer.correspondences).map(({ id, number, subject }) => ({ id, name: [number, subject].filter(Boolean).join(' · ') }));
};

const MINUTE_MS = 60_000;

const departmentOf = (id: string | null, { office }: Desk, words: Words): string => (id ? words.department(office, id) : words.t('No department'));

const letterName = ({ number, subject }: { number: string | null; subject: string | null }, words: Words): string =>
  [number, words.subject(subject)].filter(Boolean).join(' · ');

// ------------------------------------------------------------------------------------------------------------------ flows

type LoadedMedians = { ofAll: Medians; ofFlow: Map<string, Medians> } | null;

const flowColumns = ({ t }: Words): Column[] => [
  { key: 'from', title: t('From'), type: 'text' },
  { key: 'to', title: t('To'), type: 'text' },
  { key: 'handOvers', title: t('Hand-overs'), type: 'count', hint: t('Accepted in the period. A hand-over counts on the day of its acceptance, from the department that held the letter to the one that accepted it') },
  { key: 'waited', title: t('Waited, median'), type: 'count', hint: t('From the hand-over to the acceptance: half waited less, half longer. In brackets: over how many, where not over all') },
  { key: 'held', title: t('Held before, median'), type: 'count', hint: t('How long who gave the letter away had held it until it was accepted. In brackets: over how many, where not over all') },
];

const flowCells = (flow: Flow, medians: LoadedMedians, desk: Desk, words: Words): Record<string, Cell> => ({
  from: departmentOf(flow.fromId, desk, words),
  to: departmentOf(flow.toId, desk, words),
  handOvers: flow.handOvers,
  waited: medians?.ofFlow.get(keyOf(flow))?.waited ?? null,
  held: medians?.ofFlow.get(keyOf(flow))?.held ?? null,
});

/** Minutes in the words of a person, with the number of cases where it is not the number of all. */
const spanCell = (minutes: Cell, of: number, all: number, words: Words): Cell =>
  minutes === null ? null : `${words.span(Number(minutes) * MINUTE_MS)}${of === all ? '' : ` (${of})`}`;

const sumOf = (flows: Flow[], of: 'handOvers' | 'waitedOf' | 'heldOf') => flows.reduce((sum, flow) => sum + flow[of], 0);

const FlowsView = ({ movement, medians, measuring, desk, words, onPick }: {
  movement: Movement;
  medians: LoadedMedians;
  measuring: boolean;
  desk: Desk;
  words: Words;
  onPick: (flow: Flow) => void;
}) => {
  const { t } = words;
  const { flows } = movement;
  const [sort, setSort] = useState<Sort>({ key: 'handOvers', descending: true });
  if (flows.length === 0)
    return <Empty title={t('No letter changed hands in this period')}>{t('Choose another period, or another department.')}</Empty>;

  const columns = flowColumns(words);
  const spans = (cells: Record<string, Cell>, { handOvers, waitedOf, heldOf }: Pick<Flow, 'handOvers' | 'waitedOf' | 'heldOf'>) => ({
    ...cells,
    waited: measuring ? '…' : spanCell(cells.waited ?? null, waitedOf, handOvers, words),
    held: measuring ? '…' : spanCell(cells.held ?? null, heldOf, handOvers, words),
  });
  const rows: Row[] = flows
    .map((flow) => ({ flow, cells: flowCells(flow, medians, desk, words) }))
    .sort((one, other) => compareCells(one.cells[sort.key] ?? null, other.cells[sort.key] ?? null, sort.descending))
    .map(({ flow, cells }) => ({
      id: keyOf(flow),
      cells: spans(cells, flow),
      onOpen: () => onPick(flow),
      onCell: () => onPick(flow),
    }));
  const all = { handOvers: sumOf(flows, 'handOvers'), waitedOf: sumOf(flows, 'waitedOf'), heldOf: sumOf(flows, 'heldOf') };
  const named = new Map(flows.flatMap(({ fromId, toId }) => [fromId, toId]).map((id) => [id ?? '', departmentOf(id, desk, words)]));
  const titles = new Map(flows.map((flow) => [keyOf(flow), flow]));
  return (
    <>
      <Flows
        label={t('Flows of letters between departments')}
        flows={flows.map(({ fromId, toId, handOvers }) => ({ from: fromId ?? '', to: toId ?? '', volume: handOvers }))}
        nameOf={(key) => named.get(key) ?? '—'}
        others={t('Other departments')}
        sides={{ from: t('gave'), to: t('accepted') }}
        shown={(volume) => new Intl.NumberFormat(words.tag).format(volume)}
        titleOf={({ from, to, volume }) => {
          const waited = medians?.ofFlow.get(`${from}>${to}`)?.waited ?? null;
          const flow = titles.get(`${from}>${to}`);
          return [
            `${named.get(from)} → ${named.get(to)}: ${new Intl.NumberFormat(words.tag).format(volume)}`,
            flow && waited !== null ? `${t('waited, median')} ${words.span(waited * MINUTE_MS)}` : null,
          ].filter(Boolean).join(' · ');
        }}
      />
      <Table {...{ columns, rows, sort, words }} onSort={setSort} totals={spans({ handOvers: all.handOvers, ...medians?.ofAll }, all)} />
    </>
  );
};

// ---------------------------------------------------------------------------------------------------------------- troubles

const troubleTitles = ({ t }: Words): Record<Trouble, { title: string; definition: string; empty: string }> => ({
  stuck: { title: t('Stuck'), definition: t('handed over more than 2 hours ago and not accepted'), empty: t('No letter waits for longer than two hours.') },
  unprocessed: { title: t('Unprocessed'), definition: t('in work by the same person for more than 5 working days'), empty: t('No letter is in work for longer than five working days.') },
  lost: { title: t('Lost'), definition: t('reported lost and not found'), empty: t('No letter is lost.') },
});

const troubleColumns = ({ t }: Words): Column[] => [
  { key: 'letter', title: t('Letter'), type: 'text' },
  { key: 'holder', title: t('Last accepted by'), type: 'text' },
  { key: 'waits', title: t('To be accepted by'), type: 'text' },
  { key: 'since', title: t('Since'), type: 'text' },
  { key: 'span', title: t('How long'), type: 'count' },
];

const holderOf = ({ holderId, holderDepartmentId }: TroubledLetter, { office }: Desk, words: Words): string | null =>
  [holderId ? words.member(office, holderId) : null, holderDepartmentId ? words.department(office, holderDepartmentId) : null].filter(Boolean).join(', ') || null;

const waitsFor = ({ pendingMemberId, pendingDepartmentId }: TroubledLetter, { office }: Desk, words: Words): string | null =>
  pendingMemberId ? words.member(office, pendingMemberId) : pendingDepartmentId ? words.department(office, pendingDepartmentId) : null;

const troubleCells = (letter: TroubledLetter, { desk, words, now }: { desk: Desk; words: Words; now: number }): Record<string, Cell> => ({
  letter: letterName(letter, words),
  holder: holderOf(letter, desk, words),
  waits: waitsFor(letter, desk, words),
  since: letter.since ? words.moment(letter.since) : null,
  span: letter.since ? words.span(now - Date.parse(letter.since)) : null,
});

const TroublesView = ({ troubles, desk, words, now, onPick }: { troubles: Troubles; desk: Desk; words: Words; now: number; onPick: (letter: TroubledLetter) => void }) => {
  const { t } = words;
  const titles = troubleTitles(words);
  return (
    <>
      {TROUBLES.map((trouble) => {
        const { count, letters } = troubles[trouble];
        const { title, definition, empty } = titles[trouble];
        const columns = troubleColumns(words).filter(({ key }) => key !== 'waits' || trouble === 'stuck');
        const rows = letters.map((letter): Row => ({ id: letter.id, cells: troubleCells(letter, { desk, words, now }), onOpen: () => onPick(letter) }));
        return (
          <section key={trouble} className="ld-col" aria-label={title}>
            <div className="ld-row ld-wrap">
              <h2 className="ld-strong">{title}</h2>
              <span className="ld-faint ld-figures">{count}</span>
              <span className="ld-soft ld-small">{definition}</span>
            </div>
            {rows.length === 0 ? <div className="ld-card ld-soft">{empty}</div> : <Table {...{ columns, rows, words }} />}
            {count > rows.length ? <span className="ld-soft ld-small">{t('The {count} longest are shown; a file holds them all.', { count: rows.length })}</span> : null}
          </section>
        );
      })}
      <span className="ld-soft ld-small">{t('Working days are Monday to Friday; public holidays are not known yet.')}</span>
    </>
  );
};

const Tile = ({ title, count, loud }: { title: string; count: number | null; loud?: boolean }) => (
  <div className="ld-tile">
    <span className="ld-soft ld-small">{title}</span>
    <b style={loud && count ? { color: 'var(--ld-red-text)' } : {}}>{count ?? '…'}</b>
  </div>
);

// -------------------------------------------------------------------------------------------------------------------- page

/** So many letters in trouble go into a file at most: as many as Twenty gives at once. */
const MOST_IN_FILE = 5_000;

export const LetterMovement = () => {
  const report = useReport({ name: 'letterMovement', schema, needs: ['correspondence', 'correspondenceHistory'] });
  const { words, filters, set, isOpen } = report;
  const { t } = words;
  const userId = useFrontComponentExecutionContext((context) => context.userId);
  const [letter, setLetter] = useState<Picked>(null);
  const [picked, setPicked] = useState<Flow | null>(null);
  const { timeZone, today } = report;
  const { departmentId, show } = filters;
  const period = daysOf(filters.period, today);
  const wrong = periodWrong(period, words);
  const within = () => ({ bounds: bounds(period, timeZone), departmentId });

  const office = useLoaded(() => loadDesk(userId), String(userId));
  const movement = useReportData({ isOpen, wrong, key: [period, departmentId], load: () => loadMovement(records, within()) });
  const { data: moved } = movement;
  const medians = useReportData({
    isOpen: isOpen && moved !== null && !movement.isStale,
    wrong,
    key: [period, departmentId, movement.loadedAt],
    load: () => loadMedians(records, within(), moved!.flows),
  });
  const troubles = useReportData({ isOpen, key: timeZone, load: () => loadTroubles(records, { now: new Date(), timeZone }) });

  const desk = office.data;
  const main = show === 'FLOWS' ? movement : show === 'TROUBLE' ? troubles : { ...office, isStale: false };
  const loaded = {
    ...main,
    data: desk ? main.data : null,
    error: main.error ?? office.error,
    reload: async () => void (await Promise.all([office.data ? null : office.reload(), main.reload()])),
  };
  const now = troubles.loadedAt ?? Date.now();
  const isMeasuring = medians.data === null || medians.isStale ? medians.error === null : false;
  const measured = medians.isStale ? null : medians.data;

  const openPath = ({ id, number, subject }: { id: string; number: string | null; subject: string | null }) => {
    setLetter({ id, name: letterName({ number, subject }, words) });
    set({ show: 'LETTER' });
  };
  const departments = [...(desk?.office.departments ?? [])].sort((one, other) => one.name.localeCompare(other.name, words.tag));
  const isGone = departmentId !== null && desk !== null && !departments.some(({ id }) => id === departmentId);

  const flowSheet = async (): Promise<Sheet> => {
    const figures = measured ?? (await loadMedians(records, within(), moved!.flows));
    const columns = flowColumns(words).flatMap((column): Column[] =>
      column.key === 'waited' || column.key === 'held'
        ? [{ ...column, title: `${column.title}, ${t('minutes')}` }, { key: `${column.key}Of`, title: t('over how many'), type: 'count' }]
        : [column],
    );
    const { flows } = moved!;
    const all = { handOvers: sumOf(flows, 'handOvers'), waitedOf: sumOf(flows, 'waitedOf'), heldOf: sumOf(flows, 'heldOf') };
    return {
      title: t('Correspondence movement'),
      filters: [[t('Period'), periodText(period, words)], [t('Department'), departmentId ? departmentOf(departmentId, desk!, words) : t('All departments')]],
      columns,
      rows: [
        ...flows.map((flow) => ({ cells: { ...flowCells(flow, figures, desk!, words), waitedOf: flow.waitedOf, heldOf: flow.heldOf } })),
        { cells: { from: t('Total'), ...all, ...figures.ofAll }, isTotal: true },
      ],
      notes: flows.length > FLOWS_WITH_MEDIANS ? [t('Medians are those of the {count} greatest flows.', { count: FLOWS_WITH_MEDIANS })] : [],
    };
  };
  const troubleSheet = async (): Promise<Sheet> => {
    const found = await loadTroubles(records, { now: new Date(now), timeZone, first: MOST_IN_FILE });
    const titles = troubleTitles(words);
    return {
      title: t('Letters in trouble'),
      filters: [[t('As of'), words.moment(new Date(now).toISOString())]],
      columns: [{ key: 'trouble', title: t('What is wrong'), type: 'text' }, ...troubleColumns(words).map((column): Column => (column.key === 'span' ? { ...column, type: 'text' } : column))],
      rows: TROUBLES.flatMap((trouble) =>
        found[trouble].letters.map((each) => ({ cells: { trouble: titles[trouble].title, ...troubleCells(each, { desk: desk!, words, now }) } })),
      ),
      notes: [
        ...TROUBLES.map((trouble) => `${titles[trouble].title}: ${titles[trouble].definition}; ${found[trouble].count}`),
        t('Working days are Monday to Friday; public holidays are not known yet.'),
      ],
    };
  };

  const inTrouble = troubles.data;
  return (
    <Report
      report={report}
      title={t('Correspondence movement')}
      lead={t('How letters go through the departments, which are in trouble, and the way of one letter')}
      wrong={show === 'FLOWS' ? wrong : null}
      loaded={loaded}
      sheet={show === 'LETTER' || !desk ? null : show === 'FLOWS' ? flowSheet : troubleSheet}
      filters={
        <>
          <div style={{ gridColumn: '1 / -1' }}>
            <Switch
              value={show}
              onChange={(view) => set({ show: view as (typeof VIEWS)[number] })}
              choices={[{ value: 'FLOWS', label: t('Flows') }, { value: 'TROUBLE', label: t('In trouble') }, { value: 'LETTER', label: t('One letter') }]}
            />
          </div>
          {show === 'FLOWS' ? (
            <>
              <PeriodPicker value={filters.period} today={today} words={words} onChange={(next) => set({ period: next })} />
              <Field label={t('Department')} hint={isGone ? t('This department was deleted; its letters are still counted.') : undefined}>
                <Select
                  label={t('Department')}
                  value={departmentId ?? ''}
                  onChange={(id) => set({ departmentId: id || null })}
                  choices={[
                    { value: '', label: t('All departments') },
                    ...departments.map(({ id, name }) => ({ value: id, label: name })),
                    ...(isGone ? [{ value: departmentId, label: departmentOf(departmentId, desk, words) }] : []),
                  ]}
                />
              </Field>
            </>
          ) : null}
        </>
      }
    >
      <style>{PATH_CSS + FLOWS_CSS}</style>
      {show === 'FLOWS' && moved && desk ? (
        <>
          <div className="ld-tiles">
            <Tile title={t('Handed over')} count={moved.deeds.handedOver} />
            <Tile title={t('Accepted')} count={moved.deeds.accepted} />
            <Tile title={t('Rejected')} count={moved.deeds.rejected} />
            <Tile title={t('Recalled')} count={moved.deeds.recalled} />
            <Tile title={t('Stuck now')} count={inTrouble?.stuck.count ?? null} loud />
            <Tile title={t('Unprocessed now')} count={inTrouble?.unprocessed.count ?? null} loud />
            <Tile title={t('Lost now')} count={inTrouble?.lost.count ?? null} loud />
          </div>
          {medians.error ? (
            <Notice colour="orange" title={t('The medians could not be loaded')} actions={<Button onClick={() => void medians.reload()}>{t('Try again')}</Button>}>
              {words.error(medians.error)}
            </Notice>
          ) : null}
          {picked ? (
            <FlowLetters
              key={keyOf(picked)}
              title={`${departmentOf(picked.fromId, desk, words)} → ${departmentOf(picked.toId, desk, words)}`}
              filter={ofFlow(acceptedIn(bounds(period, timeZone), departmentId), picked)}
              {...{ desk, words }}
              onPath={openPath}
              onClose={() => setPicked(null)}
            />
          ) : null}
          {moved.flows.length > FLOWS_WITH_MEDIANS ? <span className="ld-soft ld-small">{t('Medians are those of the {count} greatest flows.', { count: FLOWS_WITH_MEDIANS })}</span> : null}
          <FlowsView movement={moved} medians={measured} measuring={isMeasuring} {...{ desk, words }} onPick={setPicked} />
        </>
      ) : null}
      {show === 'TROUBLE' && inTrouble && desk ? <TroublesView troubles={inTrouble} {...{ desk, words, now }} onPick={openPath} /> : null}
      {show === 'LETTER' ? (
        <>
          <div className="ld-row ld-wrap" style={{ alignItems: 'end' }}>
            <div style={{ flex: '0 1 480px' }}>
              <Field label={t('Letter')}>
                <RecordPicker label={t('Letter, by number or subject')} search={searchLetters} value={letter} onChange={setLetter} words={words} />
              </Field>
            </div>
            {letter ? <Button large onClick={() => openRecord('correspondence', letter.id)}>{t('Open the letter')}</Button> : null}
          </div>
          {letter ? <LetterPath key={letter.id} id={letter.id} /> : <Empty title={t('Choose one letter')}>{t('Type its number or words of its subject, or open it from the lists of flows and of letters in trouble.')}</Empty>}
        </>
      ) : null}
    </Report>
  );
};
