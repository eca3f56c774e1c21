import { useState } from 'react';
import * as v from 'valibot';
import { records } from '../lib/api';
import { Button, Empty, Field, Notice, Select, Switch } from '../lib/kit';
import type { Words } from '../lib/words';
import { loadCatalogues, type Catalogues } from '../reports/catalogues';
import { Bars, BARS_CSS, type Bar } from '../reports/charts/Bars';
import { Funnel, FUNNEL_CSS, type FunnelStep } from '../reports/charts/Funnel';
import { Drill, type Drilled } from '../reports/Drill';
import { daysOf, periodWrong } from '../reports/PeriodPicker';
import { Report } from '../reports/Report';
import type { Sheet } from '../reports/sheet';
import { shownCell, Table } from '../reports/Table';
import { useReport, useReportData } from '../reports/useReport';
import { isDate } from '../recoveries/dimensions';
import { FILTERS, Filters, filterTexts, goneText, OUTCOME_FILTER } from '../recoveries/Filters';
import { dimensionNames, measureNames, shortDate } from '../recoveries/labels';
import { currencyNote, CurrencyNotice, forChart, moneyText, Notes, shortMoney, Tile } from '../recoveries/parts';
import { RECORD_FIELDS, recordText, type Record } from '../recoveries/records';
import { AXES, behind, loadDecisions, measuresOf, SHOWN, undatedBehind, type Axis, type Decisions, type Question, type Shown } from './data';
import { NO_LINES, type Key, type Place } from './figures';
import { axisText, shownNames, tableOf, type DecisionsTable } from './table';

const SCHEMA = v.object({
  ...FILTERS,
  ...OUTCOME_FILTER,
  rows: v.fallback(v.picklist(AXES), 'month'),
  columns: v.fallback(v.nullable(v.picklist(AXES)), null),
  shown: v.fallback(v.picklist(SHOWN), 'awarded'),
  sort: v.fallback(v.object({ key: v.string(), descending: v.boolean() }), { key: 'row', descending: false }),
  chart: v.fallback(v.picklist(['decisions', 'money']), 'money'),
});

const NEEDS = ['courtDecisionTotal', 'courtDecision', 'recovery'] as const;
const MOST_BARS = 36;
const MOST_STEPS = 12;
const COLOURS = { claimed: 'gray', awarded: 'blue', collected: 'green' } as const;

type Read = { question: Question; decisions: Decisions; catalogues: Catalogues };

type ChartProps = { read: Read; table: DecisionsTable; words: Words; what: 'decisions' | 'money'; onWhat: (what: 'decisions' | 'money') => void; onPick: (row: Key) => void };

/** Decisions or amounts: dates side by side, whatever else one below the other, the greatest first. */
const Chart = ({ read, table, words, what, onWhat, onPick }: ChartProps) => {
  const { t } = words;
  const { question, catalogues } = read;
  const { figures, currencies } = table;
  const [picked, setPicked] = useState('');
  const currency = currencies.includes(picked) ? picked : currencies[0]!;
  const measures = measuresOf(question);
  const isMoney = what === 'money' && measures.length > 0;
  const names = measureNames(words);
  const axis = question.rows;
  const text = (key: Key) => axisText(axis, key, { words, catalogues });
  const counted = (key: Key) => new Intl.NumberFormat(words.tag).format(figures.decisions({ row: key }));

  const barOf = (key: Key): Bar => {
    const amounts = measures.map((measure) => figures.amount(measure, currency, { row: key }));
    return {
      key: String(key),
      title: text(key),
      label: isDate(axis) && key !== null ? shortDate(axis, key, words) : text(key),
      values: isMoney ? amounts.map(forChart) : [figures.decisions({ row: key })],
      shown: isMoney ? amounts.map((amount) => moneyText(amount, currency, words)) : [counted(key)],
    };
  };
  const series = isMoney ? measures.map((measure) => ({ title: names[measure], colour: COLOURS[measure] })) : [{ title: t('Decisions'), colour: 'purple' as const }];
  const measure = measures.includes('awarded') ? 'awarded' : (measures[0] ?? 'awarded');
  const stepOf = (key: Key): FunnelStep => {
    const amount = figures.amount(measure, currency, { row: key });
    return isMoney
      ? { key: JSON.stringify(key), label: text(key), value: forChart(amount), shown: moneyText(amount, currency, words), colour: COLOURS[measure] }
      : { key: JSON.stringify(key), label: text(key), value: figures.decisions({ row: key }), shown: counted(key), colour: 'purple' };
  };
  const keys = table.rows.map(({ key }) => key);
  const isOverTime = isDate(axis);
  const bars = isOverTime ? keys.map(barOf).sort((one, other) => one.key.localeCompare(other.key)).slice(-MOST_BARS) : [];
  const steps = isOverTime ? [] : keys.map(stepOf).sort((one, other) => other.value - one.value).slice(0, MOST_STEPS);
  const drawn = bars.length + steps.length;
  const subject = isMoney ? (isOverTime ? t('Amounts') : names[measure]) : t('Decisions');
  const title = `${subject}: ${dimensionNames(words)[axis].toLocaleLowerCase(words.tag)}`;
  return (
    <section className="ld-card ld-col" aria-label={title}>
      <div className="ld-row ld-wrap">
        <h2 className="ld-strong ld-grow">{title}</h2>
        {isMoney && currencies.length > 1 ? <Switch value={currency} onChange={setPicked} choices={currencies.map((code) => ({ value: code, label: code }))} /> : null}
        {measures.length > 0 ? (
          <Switch value={what} onChange={(next) => onWhat(next as typeof what)} choices={[{ value: 'money', label: t('Amounts') }, { value: 'decisions', label: t('Decisions') }]} />
        ) : null}
      </div>
      {isOverTime ? (
        <Bars
          label={`${title}. ${bars.map((bar) => `${bar.title}: ${bar.shown.join(', ')}`).join('; ')}`}
          series={series}
          bars={bars}
          tick={isMoney ? shortMoney(currency, words) : (value) => (Number.isInteger(value) ? String(value) : '')}
        />
      ) : (
        <Funnel label={title} steps={steps} onPick={(key) => onPick(JSON.parse(key) as Key)} />
      )}
      {drawn < keys.length ? <span className="ld-faint ld-small">{t('{shown} of {count} rows are drawn.', { shown: drawn, count: keys.length })}</span> : null}
    </section>
  );
};

const notesOf = ({ question }: Read, words: Words): string[] => {
  const { t } = words;
  return [
    t('A decision counts by its day, once, with the amounts of all its lines and with what was collected of them to this day.'),
    ...(question.narrowing.instance === null ? [t('A claim heard at several instances has a decision at each, and they all count here. Choose an instance to see one, or open Finance, where a claim counts once.')] : []),
    ...([question.rows, question.columns].includes('kind') ? [t('A decision counts in each of its kinds, so the kinds may add up to more than the total, which counts each decision once.')] : []),
    ...(question.kind !== null && question.kind !== NO_LINES ? [t('With a recovery kind chosen, only the lines of that kind count, and the decisions that have such lines.')] : []),
  ];
};

/** Court decisions: how many, and what was claimed, awarded and collected. */
export const DecisionsReport = () => {
  const report = useReport({ name: 'decisions', schema: SCHEMA, needs: NEEDS });
  const { filters, set, words, isOpen } = report;
  const { t } = words;
  const { today } = report;
  const [drilled, setDrilled] = useState<Drilled | null>(null);
  const catalogues = useReportData({ isOpen, key: 'catalogues', load: () => loadCatalogues(records, ['directions', 'regions', 'recoveryKinds']) });

  const moreKinds = [{ id: NO_LINES, name: t('Without lines') }];
  const { rows, shown, sort, rootDirection, direction, region, outcome, instance, kind } = filters;
  // A table of one thing by itself would say nothing.
  const columns = filters.columns === rows ? null : filters.columns;
  const period = daysOf(filters.period, today);
  const wrong = periodWrong(period, words) ?? goneText(filters, catalogues.data, words, moreKinds);
  const question: Question = { period, rows, columns, shown, kind, narrowing: { rootDirection, direction, region, outcome, instance } };
  const loaded = useReportData({
    isOpen: isOpen && catalogues.data !== null,
    wrong,
    key: question,
    load: async (): Promise<Read> => ({ question, decisions: await loadDecisions(records, question, catalogues.data!), catalogues: catalogues.data! }),
  });
  const read = loaded.data;
  const table = read && tableOf({ ...read, words, today, sort });
  const names = dimensionNames(words);
  const axes = (without: Axis | null) => AXES.filter((axis) => axis !== without).map((axis) => ({ value: axis as string, label: names[axis] }));

  const sheet = (): Sheet => {
    const across: [string, string][] = columns === null ? [] : [[t('Columns'), names[columns]], [t('Cells'), shownNames(words)[shown]]];
    return {
      title: t('Court decisions report'),
      filters: [...filterTexts(period, { ...question.narrowing, kind }, { words, catalogues: read!.catalogues, moreKinds }), ...across],
      columns: table!.columns,
      rows: [...table!.rows.map(({ cells }) => ({ cells })), { cells: { row: t('Total'), ...table!.totals }, isTotal: true }],
      notes: [...notesOf(read!, words), ...currencyNote(table!.currencies, words)],
    };
  };
  const drill = (title: string, of: { object: 'courtDecision' | 'recovery'; filter: object }) => setDrilled({ title, ...of, orderBy: [{ decidedAt: 'DescNullsLast' }] });
  const drillInto = (place: Place) => {
    const of = { words, catalogues: read!.catalogues };
    const name = [axisText(rows, place.row!, of), ...(place.column === undefined || columns === null ? [] : [axisText(columns, place.column, of)])];
    drill(name.join(', '), behind(read!.question, place, read!.catalogues));
  };
  const total = table?.figures.decisions({}) ?? 0;
  const isEmpty = total === 0 && read !== null && Object.values(read.decisions.facts.sums).every((sums) => sums.length === 0);

  return (
    <Report
      report={report}
      title={t('Court decisions report')}
      lead={t('How many decisions courts made, and what was claimed, awarded and collected')}
      wrong={wrong}
      loaded={catalogues.error ? { ...catalogues, data: null } : loaded}
      sheet={table ? sheet : null}
      filters={
        catalogues.data ? (
          <>
            <Filters {...{ filters, set, today, words, moreKinds }} catalogues={catalogues.data} />
            <Field label={t('Rows')}>
              <Select label={t('Rows')} value={rows} choices={axes(null)} onChange={(value) => set({ rows: value as Axis, sort: { key: 'row', descending: false } })} />
            </Field>
            <Field label={t('Columns')}>
              <Select
                label={t('Columns')}
                value={columns ?? ''}
                choices={[{ value: '', label: t('Figures') }, ...axes(rows)]}
                onChange={(value) => set({ columns: value === '' ? null : (value as Axis), sort: { key: 'row', descending: false } })}
              />
            </Field>
            {columns === null ? null : (
              <Field label={t('Cells')}>
                <Select label={t('Cells')} value={shown} choices={SHOWN.map((what) => ({ value: what, label: shownNames(words)[what] }))} onChange={(value) => set({ shown: value as Shown })} />
              </Field>
            )}
          </>
        ) : null
      }
    >
      {read && table && isEmpty ? (
        <Empty title={t('No decision in this period')}>{t('Choose another period, or fewer filters.')}</Empty>
      ) : read && table ? (
        <>
          <CurrencyNotice currencies={table.currencies} words={words} />
          <div className="ld-tiles">
            <Tile title={t('Decisions')} values={[new Intl.NumberFormat(words.tag).format(total)]} />
            {measuresOf(question).map((measure) => (
              <Tile key={measure} title={measureNames(words)[measure]} values={table.currencies.map((currency) => moneyText(table.figures.amount(measure, currency, {}), currency, words))} />
            ))}
            {columns === null || shown === 'ratio' ? (
              <Tile
                title={t('Awarded ÷ claimed')}
                values={table.currencies.map((currency) => shownCell(table.figures.awardedOfClaimed(currency, {}), { key: '', title: '', type: 'percent' }, words))}
              />
            ) : null}
          </div>
          <Chart {...{ read, table, words }} what={filters.chart} onWhat={(chart) => set({ chart })} onPick={(row) => drillInto({ row })} />
          <Table
            columns={table.columns}
            rows={table.rows.map(({ key, cells }) => ({
              id: String(key),
              cells,
              onCell: (column) => {
                const at = table.columnOf(column);
                drillInto({ row: key, ...(at === undefined ? {} : { column: at }) });
              },
            }))}
            totals={table.totals}
            sort={sort}
            onSort={(next) => set({ sort: next })}
            words={words}
          />
          {read.decisions.undated > 0 ? (
            <Notice
              colour="orange"
              title={t('Decisions without a date: {count}', { count: read.decisions.undated })}
              actions={<Button onClick={() => drill(t('Decisions without a date'), { object: 'courtDecision', filter: undatedBehind(read.question, read.catalogues) })}>{t('Show')}</Button>}
            >
              {t('They are in no period. Fill in the day of the decision.')}
            </Notice>
          ) : null}
          {drilled ? (
            <Drill<Record>
              key={JSON.stringify(drilled)}
              drilled={drilled}
              fields={RECORD_FIELDS[drilled.object as keyof typeof RECORD_FIELDS]}
              render={(record) => recordText(record, words)}
              words={words}
              onClose={() => setDrilled(null)}
            />
          ) : null}
          <Notes notes={notesOf(read, words)} />
          <style>{BARS_CSS + FUNNEL_CSS}</style>
        </>
      ) : null}
    </Report>
  );
};
