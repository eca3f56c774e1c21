import { useState } from 'react';
import * as v from 'valibot';
import { records } from '../lib/api';
import { Button, Empty, Field, Notice, Select, Switch } from '../lib/kit';
import type { Words } from '../lib/words';
import { loadCatalogues, type Catalogues } from '../reports/catalogues';
import { Waterfall, WATERFALL_CSS, type Step } from '../reports/charts/Waterfall';
import { Drill, type Drilled } from '../reports/Drill';
import { daysOf, periodWrong } from '../reports/PeriodPicker';
import { Report } from '../reports/Report';
import type { Sheet } from '../reports/sheet';
import { shownCell, Table } from '../reports/Table';
import { useReport, useReportData } from '../reports/useReport';
import { FILTERS, Filters, filterTexts, goneText, PAYER_FILTER } from '../recoveries/Filters';
import { dimensionNames, measureNames } from '../recoveries/labels';
import { currencyNote, CurrencyNotice, forChart, moneyText, Notes, shortMoney, sumsText, Tile } from '../recoveries/parts';
import { RECORD_FIELDS, recordText, type Record } from '../recoveries/records';
import { AXES, behind, loadFinance, undecidedBehind, type Axis, type Finance, type Question } from './data';
import { awardedOfClaimed, collectedOfAwarded, notAwarded, notCollected, type Figure, type Place } from './figures';
import { tableOf, type FinanceTable } from './table';

const SCHEMA = v.object({
  ...FILTERS,
  ...PAYER_FILTER,
  rows: v.fallback(v.picklist(AXES), 'month'),
  sort: v.fallback(v.object({ key: v.string(), descending: v.boolean() }), { key: 'row', descending: false }),
});

const NEEDS = ['caseFinance', 'recovery'] as const;

type Read = { question: Question; finance: Finance; catalogues: Catalogues };

const share = (value: number | null, words: Words): string => shownCell(value, { key: '', title: '', type: 'percent' }, words);

/** What became of what was claimed, from the claim to the money. */
const Picture = ({ table, words }: { table: FinanceTable; words: Words }) => {
  const { t } = words;
  const { currencies, of } = table.figures;
  const [picked, setPicked] = useState('');
  const currency = currencies.includes(picked) ? picked : currencies[0]!;
  const amount = of(currency);
  const names = measureNames(words);
  const step = (key: string, label: string, value: bigint, takes: boolean, colour: Step['colour'], note?: string): Step => ({
    key, label, value: forChart(value), shown: moneyText(value, currency, words), takes, colour, ...(note ? { note } : {}),
  });
  const noteOf = (value: number | null, of: string) => (value === null ? undefined : `${share(value, words)} ${of}`);
  const steps = [
    step('claimed', names.claimed, amount('claimed', []), false, 'gray'),
    step('notAwarded', t('Not awarded'), notAwarded(amount, []), true, 'red'),
    step('awarded', names.awarded, amount('awarded', []), false, 'blue', noteOf(awardedOfClaimed(amount, []), t('of the claimed'))),
    step('notCollected', t('Not collected'), notCollected(amount, []), true, 'orange'),
    step('collected', names.collected, amount('collected', []), false, 'green', noteOf(collectedOfAwarded(amount, []), t('of the awarded'))),
  ];
  const title = t('From claim to money');
  return (
    <section className="ld-card ld-col" aria-label={title}>
      <div className="ld-row ld-wrap">
        <h2 className="ld-strong ld-grow">{title}</h2>
        {currencies.length > 1 ? <Switch value={currency} onChange={setPicked} choices={currencies.map((code) => ({ value: code, label: code }))} /> : null}
      </div>
      <Waterfall label={`${title}. ${steps.map(({ label, shown }) => `${label}: ${shown}`).join('; ')}`} steps={steps} tick={shortMoney(currency, words)} />
    </section>
  );
};

const notesOf = ({ question }: Read, words: Words): string[] => {
  const { t } = words;
  const { rows, narrowing } = question;
  const counting =
    narrowing.instance !== null
      ? t('Only what was decided at the chosen instance counts: a claim counts as it stood there.')
      : rows === 'instance'
        ? t('Each row counts what was claimed and awarded at that instance. In the total a claim counts once: claimed at its first instance, awarded at its last.')
        : t('Of one claim heard at several instances, what was claimed at the first and what was awarded at the last counts, each in the period of its decision. Choose an instance to see what was decided there.');
  return [
    counting,
    t('Claimed, awarded and collected are of the decisions of the period; received is what was paid on its days, whenever it was awarded.'),
  ];
};

/** Finance: what was claimed, awarded and collected. */
export const FinanceReport = () => {
  const report = useReport({ name: 'finance', schema: SCHEMA, needs: NEEDS });
  const { filters, set, words, isOpen } = report;
  const { t } = words;
  const { today } = report;
  const [drilled, setDrilled] = useState<Drilled | null>(null);
  const catalogues = useReportData({ isOpen, key: 'catalogues', load: () => loadCatalogues(records, ['directions', 'regions', 'recoveryKinds']) });

  const { rows, sort, rootDirection, direction, region, kind, instance, payer } = filters;
  const period = daysOf(filters.period, today);
  const wrong = periodWrong(period, words) ?? goneText(filters, catalogues.data, words);
  const question: Question = { period, rows, narrowing: { rootDirection, direction, region, kind, instance, payer: payer?.id ?? null } };
  const loaded = useReportData({
    isOpen: isOpen && catalogues.data !== null,
    wrong,
    key: question,
    load: async (): Promise<Read> => ({ question, finance: await loadFinance(records, question, catalogues.data!), catalogues: catalogues.data! }),
  });
  const read = loaded.data;
  const table = read && tableOf({ ...read, words, today, sort });
  const currencies = table?.figures.currencies ?? [];
  const isEmpty = read !== null && Object.values(read.finance.facts.totals).every((sums) => sums.length === 0);

  const sheet = (): Sheet => ({
    title: t('Finance report'),
    filters: filterTexts(period, question.narrowing, { words, catalogues: read!.catalogues, payer }),
    columns: table!.columns,
    rows: [...table!.rows.map(({ cells, depth }) => ({ cells, depth })), { cells: { row: t('Total'), ...table!.totals }, isTotal: true }],
    notes: [...notesOf(read!, words), ...currencyNote(currencies, words)],
  });
  const drill = (title: string, filter: object) => setDrilled({ title, object: 'recovery', filter, orderBy: [{ decidedAt: 'DescNullsLast' }] });
  const drillInto = (name: string, figure: Figure, place: Place) => drill(name, behind(read!.question, figure, place, read!.catalogues, read!.finance.payers));
  const tile = (figure: Figure) => currencies.map((currency) => moneyText(table!.figures.of(currency)(figure, []), currency, words));

  return (
    <Report
      report={report}
      title={t('Finance report')}
      lead={t('What became of what was claimed: awarded, collected, received')}
      wrong={wrong}
      loaded={catalogues.error ? { ...catalogues, data: null } : loaded}
      sheet={table ? sheet : null}
      filters={
        catalogues.data ? (
          <>
            <Filters {...{ filters, set, today, words }} catalogues={catalogues.data} />
            <Field label={t('Rows')}>
              <Select
                label={t('Rows')}
                value={rows}
                choices={AXES.map((axis) => ({ value: axis, label: axis === 'instance' ? t('Instance and kind') : dimensionNames(words)[axis] }))}
                onChange={(value) => set({ rows: value as Axis, sort: { key: 'row', descending: false } })}
              />
            </Field>
          </>
        ) : null
      }
    >
      {read && table && isEmpty ? (
        <Empty title={t('No money in this period')}>{t('Choose another period, or fewer filters.')}</Empty>
      ) : read && table ? (
        <>
          <CurrencyNotice currencies={currencies} words={words} />
          <div className="ld-tiles">
            <Tile title={measureNames(words).claimed} values={tile('claimed')} />
            <Tile title={measureNames(words).awarded} values={tile('awarded')} />
            <Tile title={measureNames(words).collected} values={tile('collected')} />
            <Tile title={t('Received in the period')} hint={t('Paid on a day of the period, whenever it was awarded')} values={tile('received')} />
          </div>
          <Picture table={table} words={words} />
          <Table
            columns={table.columns}
            rows={table.rows.map(({ place, name, depth, cells }) => ({
              id: JSON.stringify(place),
              cells,
              depth,
              onCell: (column) => drillInto(name, table.figureOf(column), place),
            }))}
            totals={table.totals}
            sort={sort}
            onSort={(next) => set({ sort: next })}
            words={words}
          />
          {drilled ? (
            <Drill<Record>
              key={JSON.stringify(drilled)}
              drilled={drilled}
              fields={RECORD_FIELDS.recovery}
              render={(record) => recordText(record, words)}
              words={words}
              onClose={() => setDrilled(null)}
            />
          ) : null}
        </>
      ) : null}
      {read && read.finance.undecided.length > 0 ? (
        <Notice
          colour="sky"
          title={t('Claimed and not decided on yet: {amount}', { amount: sumsText(read.finance.undecided, words) })}
          actions={<Button onClick={() => drill(t('Not decided on yet'), undecidedBehind(read.question, read.catalogues))}>{t('Show')}</Button>}
        >
          {t('A claim without a decision, or whose decision has no date, is in no period.')}
        </Notice>
      ) : null}
      {read && read.finance.undatedReceipts.length > 0 ? (
        <Notice colour="orange" title={t('Collected, with no day of payment: {amount}', { amount: sumsText(read.finance.undatedReceipts, words) })}>
          {t('It counts as collected, but not as received: fill in the day.')}
        </Notice>
      ) : null}
      {read && table ? <Notes notes={notesOf(read, words)} /> : null}
      <style>{WATERFALL_CSS}</style>
    </Report>
  );
};
