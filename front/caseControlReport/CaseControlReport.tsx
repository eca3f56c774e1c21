import { useState } from 'react';
import { enqueueSnackbar } from 'twenty-sdk/front-component';
import * as v from 'valibot';
import { CASE_STAGE, DECISION_OUTCOME, INSTANCE } from '../../custom-objects/vocabulary';
import { records } from '../lib/api';
import { Empty, Field, Notice, Select, Switch } from '../lib/kit';
import type { TagColour } from '../lib/theme';
import { useLoaded } from '../lib/useLoaded';
import type { Words } from '../lib/words';
import { choicesOf, isGone, loadCatalogues, nameIn, withChildren, type Catalogues } from '../reports/catalogues';
import { Funnel, FUNNEL_CSS } from '../reports/charts/Funnel';
import { ChoiceFilter, goneText } from '../reports/ChoiceFilter';
import { openRecord } from '../reports/Drill';
import type { Sums } from '../reports/money';
import { Report } from '../reports/Report';
import type { Cell, Column, Sheet } from '../reports/sheet';
import { Table, type Row, type Sort } from '../reports/Table';
import { useReport, useReportData } from '../reports/useReport';
import { loadAll, loadControl, loadReceived, type Money } from './data';
import {
  ALIVE, casesFilter, daysStill, isSortable, missingOf, orderOf, rowsFilter, stagesFilter, totalOf, WITHOUT, type ControlFilters, type ControlRow,
} from './figures';
import { caseName } from './names';
import { Pages } from './Pages';

const id = v.fallback(v.nullable(v.string()), null);
const flag = v.fallback(v.boolean(), false);

const schema = v.object({
  directionId: id,
  departmentId: id,
  leadId: id,
  stage: v.fallback(v.nullable(v.picklist([ALIVE, ...CASE_STAGE.map(({ value }) => value)])), ALIVE),
  onlyForgotten: flag,
  onlyMissing: flag,
  onlyOverdue: flag,
  sort: v.fallback(v.object({ key: v.string(), descending: v.boolean() }), { key: 'state', descending: true }),
});

const stateOf = ({ isForgotten, awaitsClient, openEvents }: ControlRow, { t }: Words): string | null =>
  isForgotten ? t('Forgotten') : awaitsClient ? t('Awaits client') : openEvents ? t('Open events: {count}', { count: openEvents }) : null;

// ------------------------------------------------------------------------------------------------------------------- table

type Shown = { catalogues: Catalogues; words: Words; today: string; timeZone: string };

const currenciesOf = ({ received }: Pick<Money, 'received'>, sums: Sums | null): string[] =>
  [...new Set([...[...(received?.values() ?? [])].map(({ currency }) => currency), ...(sums?.keys() ?? [])])].sort();

/** Of money only what the viewer may read has columns, each currency its own. */
const columnsOf = (money: Money, sums: Sums | null, { t }: Words): Column[] => [
  { key: 'case', title: t('Case'), type: 'text' },
  { key: 'state', title: t('State'), type: 'text', hint: t('Forgotten: no event of the case is open, and nothing is awaited') },
  { key: 'days', title: t('Days still'), type: 'count', hint: t('Days without movement: since anything last happened in the case') },
  { key: 'stage', title: t('Stage'), type: 'text' },
  { key: 'instance', title: t('Instance'), type: 'text' },
  { key: 'lead', title: t('Lead lawyer'), type: 'text' },
  { key: 'department', title: t('Department'), type: 'text' },
  { key: 'receivedCount', title: t('Papers received'), type: 'count' },
  { key: 'requiredCount', title: t('of needed'), type: 'count', hint: t('Papers of the checklist that the case needs') },
  { key: 'missing', title: t('Missing papers'), type: 'text' },
  { key: 'requestsSent', title: t('Requests'), type: 'count' },
  { key: 'requestsOpen', title: t('Unanswered'), type: 'count' },
  { key: 'requestsOverdue', title: t('Overdue'), type: 'count', hint: t('Unanswered after the day on which the reply was due') },
  ...(money.decided ? [{ key: 'decisions', title: t('Decisions'), type: 'count' as const }, { key: 'decision', title: t('Last decision'), type: 'text' as const }] : []),
  ...currenciesOf(money, sums).map((currency) => ({ key: `received ${currency}`, title: t('Collected'), type: 'money' as const, currency, hint: t('Collected in the case so far') })),
];

const cellsOf = (row: ControlRow, { decided, received }: Money, { catalogues, words, today, timeZone }: Shown): Record<string, Cell> => {
  const decisions = decided?.get(row.legalCaseId ?? '') ?? [];
  const [last] = decisions;
  const sum = received?.get(row.legalCaseId ?? '');
  return {
    case: caseName(row, words),
    state: stateOf(row, words),
    days: daysStill(row, today, timeZone),
    stage: words.option(CASE_STAGE, row.stage)?.label ?? null,
    instance: words.option(INSTANCE, row.instance)?.label ?? null,
    lead: nameIn(catalogues, 'members', row.leadId),
    department: nameIn(catalogues, 'departments', row.departmentId),
    receivedCount: row.receivedCount,
    requiredCount: row.requiredCount,
    missing: missingOf(row).join(', ') || null,
    requestsSent: row.requestsSent,
    requestsOpen: row.requestsOpen,
    requestsOverdue: row.requestsOverdue,
    decisions: decisions.length,
    decision: last ? [last.decidedAt ? words.date(last.decidedAt) : null, words.option(DECISION_OUTCOME, last.outcome)?.label].filter(Boolean).join(' · ') || null : null,
    ...(sum ? { [`received ${sum.currency}`]: sum.micros } : {}),
  };
};

const receivedCells = (sums: Sums | null): Record<string, Cell> => Object.fromEntries([...(sums ?? [])].map(([currency, micros]) => [`received ${currency}`, micros]));

// ------------------------------------------------------------------------------------------------------------------ filters

const Only = ({ label, value, onChange, words: { t } }: { label: string; value: boolean; onChange: (value: boolean) => void; words: Words }) => (
  <Field label={label}>
    <Switch value={value ? 'ONLY' : 'ALL'} onChange={(chosen) => onChange(chosen === 'ONLY')} choices={[{ value: 'ALL', label: t('All') }, { value: 'ONLY', label: t('Only these') }]} />
  </Field>
);

type FiltersProps = { filters: ControlFilters; set: (change: Partial<ControlFilters>) => void; catalogues: Catalogues | null; words: Words };

const gone = (catalogues: Catalogues | null, { directionId, departmentId, leadId }: ControlFilters) => {
  const is = (list: 'directions' | 'departments' | 'members', value: string | null) => value !== WITHOUT && isGone(catalogues, list, value);
  return { directionId: is('directions', directionId), departmentId: is('departments', departmentId), leadId: is('members', leadId) };
};

const Filters = ({ filters, set, catalogues, words }: FiltersProps) => {
  const { t } = words;
  const { directionId, departmentId, leadId, stage, onlyForgotten, onlyMissing, onlyOverdue } = filters;
  const choices = (list: 'directions' | 'departments' | 'members', without: string) => [
    { id: WITHOUT, name: without },
    ...(catalogues ? choicesOf(catalogues, list, words.tag) : []),
  ];
  const isDeleted = gone(catalogues, filters);
  return (
    <>
      <ChoiceFilter label={t('Direction')} choices={choices('directions', t('Without a direction'))} value={directionId} gone={isDeleted.directionId} onChange={(value) => set({ directionId: value })} words={words} />
      <ChoiceFilter label={t('Department')} choices={choices('departments', t('Without a department'))} value={departmentId} gone={isDeleted.departmentId} onChange={(value) => set({ departmentId: value })} words={words} />
      <ChoiceFilter label={t('Lead lawyer')} choices={choices('members', t('Without a lawyer'))} value={leadId} gone={isDeleted.leadId} onChange={(value) => set({ leadId: value })} words={words} />
      <Field label={t('Stage')}>
        <Select
          label={t('Stage')}
          value={stage ?? ''}
          onChange={(value) => set({ stage: value || null })}
          choices={[{ value: ALIVE, label: t('All but the archive') }, { value: '', label: t('All stages') }, ...words.choices(CASE_STAGE)]}
        />
      </Field>
      <Only label={t('Forgotten cases')} value={onlyForgotten} onChange={(value) => set({ onlyForgotten: value })} words={words} />
      <Only label={t('With missing papers')} value={onlyMissing} onChange={(value) => set({ onlyMissing: value })} words={words} />
      <Only label={t('With overdue requests')} value={onlyOverdue} onChange={(value) => set({ onlyOverdue: value })} words={words} />
    </>
  );
};

const filtersText = (filters: ControlFilters, catalogues: Catalogues, words: Words): Sheet['filters'] => {
  const { t } = words;
  const { directionId, departmentId, leadId, stage, onlyForgotten, onlyMissing, onlyOverdue } = filters;
  const named = (list: 'directions' | 'departments' | 'members', value: string | null, without: string) =>
    value === null ? t('All') : value === WITHOUT ? without : (nameIn(catalogues, list, value) ?? t('Deleted'));
  return [
    [t('Direction'), named('directions', directionId, t('Without a direction'))],
    [t('Department'), named('departments', departmentId, t('Without a department'))],
    [t('Lead lawyer'), named('members', leadId, t('Without a lawyer'))],
    [t('Stage'), stage === null ? t('All stages') : stage === ALIVE ? t('All but the archive') : (words.option(CASE_STAGE, stage)?.label ?? stage)],
    ...[[onlyForgotten, t('Forgotten cases')], [onlyMissing, t('With missing papers')], [onlyOverdue, t('With overdue requests')]].flatMap(
      ([isOn, label]): Sheet['filters'] => (isOn ? [[String(label), t('Only these')]] : []),
    ),
  ];
};

// --------------------------------------------------------------------------------------------------------------------- page

export const CaseControlReport = () => {
  const report = useReport({ name: 'caseControlReport', schema, needs: ['caseControl', 'legalCase'] });
  const { words, filters, set, isOpen } = report;
  const { t } = words;
  const { timeZone, today } = report;
  const [at, setAt] = useState({ of: '', offset: 0 });
  const { sort, ...chosen } = filters;

  const { data: catalogues, error: unnamed, reload: nameAgain } = useLoaded(() => loadCatalogues(records, ['directions', 'departments', 'members']), 'catalogues');
  const branches = (direction: string) => withChildren(catalogues?.directions ?? [], direction);
  // Another choice begins at the first page again.
  const offset = at.of === JSON.stringify(filters) ? at.offset : 0;
  const wrong = goneText(Object.values(gone(catalogues, chosen)).some(Boolean), words);
  const wanted = () => ({ filter: rowsFilter(chosen, branches), orderBy: orderOf(sort) });
  const isReady = isOpen && catalogues !== null;

  const control = useReportData({
    isOpen: isReady,
    wrong,
    key: [filters, offset],
    load: () => loadControl(records, { ...wanted(), ofStages: stagesFilter(chosen, branches), offset }),
  });
  const { data } = control;
  const total = data ? totalOf(data.stages, chosen.stage) : null;
  const received = useReportData({
    isOpen: isReady && Boolean(data?.received) && !control.isStale,
    wrong,
    key: [chosen, control.loadedAt],
    load: () => loadReceived(records, { ...wanted(), cases: casesFilter(chosen, branches), count: total!.cases }),
  });
  const loaded = { ...control, error: control.error ?? unnamed, reload: () => (catalogues ? control.reload() : nameAgain()) };

  const sheet = async (): Promise<Sheet> => {
    const { rows, ...money } = await loadAll(records, { ...wanted(), count: total!.cases });
    const sums = [...(money.received?.values() ?? [])].reduce<Sums>((all, { currency, micros }) => all.set(currency, (all.get(currency) ?? 0n) + micros), new Map());
    const shown = { catalogues: catalogues!, words, today, timeZone };
    const { cases: _, forgotten: __, ...counts } = total!;
    return {
      title: t('Control of cases'),
      filters: [...filtersText(chosen, catalogues!, words), [t('As of'), words.date(today)]],
      columns: columnsOf(money, sums, words),
      rows: [
        ...rows.map((row) => ({ cells: cellsOf(row, money, shown) })),
        { cells: { case: t('Cases: {count}', { count: rows.length }), ...counts, ...receivedCells(sums) }, isTotal: true },
      ],
      notes: [...(money.decided ? [] : [t('Your role does not read court decisions.')]), ...(money.received ? [] : [t('Your role does not read the finance of cases.')])],
    };
  };

  const table = () => {
    if (!data || !total || !catalogues) return null;
    const shown = { catalogues, words, today, timeZone };
    const steps = CASE_STAGE.map(({ value, label }) => {
      const stage = data.stages.find((each) => each.stage === value);
      const forgotten = stage?.forgotten ?? 0;
      return {
        key: value,
        label: t(label),
        value: stage?.cases ?? 0,
        colour: (words.option(CASE_STAGE, value)?.colour ?? 'gray') as TagColour,
        ...(forgotten > 0 ? { note: t('forgotten: {count}', { count: forgotten }) } : {}),
      };
    });
    const unknown = data.stages.find(({ stage }) => stage === null)?.cases ?? 0;
    const isOneStage = steps.some(({ key }) => key === chosen.stage);
    const rows = data.rows.map((row): Row => {
      const { legalCaseId } = row;
      return {
        id: row.id,
        cells: cellsOf(row, data, shown),
        loud: row.isForgotten === true,
        ...(legalCaseId && row.legalCase ? { onOpen: () => openRecord('legalCase', legalCaseId) } : {}),
      };
    });
    const { cases, forgotten: _, ...counts } = total;
    const sums = received.isStale ? null : received.data;
    const onSort = (next: Sort) =>
      isSortable(next.key) ? set({ sort: next }) : void enqueueSnackbar({ message: t('The list cannot be sorted by this column'), variant: 'info' });
    return (
      <>
        <Funnel
          label={t('Cases by stage')}
          steps={steps}
          picked={isOneStage ? chosen.stage : null}
          onPick={(stage) => set({ stage: (stage === chosen.stage ? ALIVE : stage) as typeof filters.stage })}
        />
        {unknown > 0 ? <span className="ld-soft ld-small">{t('Cases without a stage: {count}', { count: unknown })}</span> : null}
        <div className="ld-tiles">
          {[
            [t('Cases'), cases],
            [t('Forgotten'), total.forgotten],
            [t('Papers missing'), total.requiredCount - total.receivedCount],
            [t('Overdue requests'), total.requestsOverdue],
          ].map(([title, count]) => (
            <div key={String(title)} className="ld-tile">
              <span className="ld-soft ld-small">{title}</span>
              <b>{new Intl.NumberFormat(words.tag).format(Number(count))}</b>
            </div>
          ))}
        </div>
        {data.decided === null || data.received === null ? (
          <span className="ld-soft ld-small">
            {[data.decided === null ? t('Your role does not read court decisions.') : null, data.received === null ? t('Your role does not read the finance of cases.') : null].filter(Boolean).join(' ')}
          </span>
        ) : null}
        {received.error ? <Notice colour="orange" title={t('The total collected could not be loaded')}>{words.error(received.error)}</Notice> : null}
        {rows.length === 0 ? (
          <Empty title={cases === 0 ? t('No case matches') : t('No more cases')}>{t('The workers write a row for each case; take a filter off to see others.')}</Empty>
        ) : (
          <Table
            key={`${offset} ${control.loadedAt}`}
            columns={columnsOf(data, sums, words)}
            rows={rows}
            sort={sort}
            onSort={onSort}
            totals={{ case: t('Cases: {count}', { count: cases }), ...counts, ...receivedCells(sums) }}
            words={words}
          />
        )}
        <Pages offset={offset} shown={rows.length} count={cases} onChange={(next) => setAt({ of: JSON.stringify(filters), offset: next })} words={words} />
      </>
    );
  };

  return (
    <Report
      report={report}
      title={t('Control of cases')}
      lead={t('Where each case stands: papers, requests, instance, movement, decisions, money; the forgotten first')}
      wrong={wrong}
      loaded={loaded}
      sheet={data && catalogues ? sheet : null}
      filters={<Filters filters={chosen} set={(change) => set(change as Partial<typeof filters>)} catalogues={catalogues} words={words} />}
    >
      <style>{FUNNEL_CSS}</style>
      {table()}
    </Report>
  );
};
