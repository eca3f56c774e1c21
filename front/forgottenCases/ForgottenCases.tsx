import { useState } from 'react';
import * as v from 'valibot';
import { CASE_STAGE } from '../../custom-objects/vocabulary';
import { caseName } from '../caseControlReport/names';
import { Pages } from '../caseControlReport/Pages';
import { daysStill, missingOf, WITHOUT, type ControlRow } from '../caseControlReport/figures';
import { records } from '../lib/api';
import { Button, Empty } from '../lib/kit';
import { useLoaded } from '../lib/useLoaded';
import { loadCatalogues, nameIn, type Catalogues } from '../reports/catalogues';
import { Funnel, FUNNEL_CSS } from '../reports/charts/Funnel';
import { openRecord } from '../reports/Drill';
import { todayIn } from '../reports/period';
import { Report } from '../reports/Report';
import type { Cell, Column, Sheet } from '../reports/sheet';
import { Table, type Row } from '../reports/Table';
import { useReport, useReportData } from '../reports/useReport';
import { loadForgotten, loadForgottenRows, type Share } from './data';
import { AGES, type Age } from './figures';

const id = v.fallback(v.nullable(v.string()), null);
const schema = v.object({ age: v.fallback(v.nullable(v.picklist(AGES.map(({ key }) => key))), null), departmentId: id, leadId: id });

const CSS = `${FUNNEL_CSS}
.ld-radar { display: grid; grid-template-columns: repeat(auto-fit, minmax(300px, 1fr)); gap: 16px; align-items: start; }
.ld-radar > section { display: flex; flex-direction: column; gap: 8px; min-width: 0; }
.ld-radar .ld-funnel { max-height: 240px; overflow: auto; }
`;

/** Twenty gives so many records at once: more forgotten cases no file holds. */
const MOST_IN_FILE = 5_000;

/** Cases that nobody will be reminded of. */
export const ForgottenCases = () => {
  const report = useReport({ name: 'forgottenCases', schema, needs: ['caseControl', 'legalCase'] });
  const { words, filters, set, isOpen } = report;
  const { t } = words;
  const { timeZone, today } = report;
  const [at, setAt] = useState({ of: '', offset: 0 });
  const offset = at.of === JSON.stringify(filters) ? at.offset : 0;

  const { data: catalogues, error: unnamed, reload: nameAgain } = useLoaded(() => loadCatalogues(records, ['departments', 'members']), 'catalogues');
  const forgotten = useReportData({ isOpen, key: [filters, offset, today], load: () => loadForgotten(records, { filters, today, timeZone, offset }) });
  const { data } = forgotten;
  const loaded = {
    ...forgotten,
    data: catalogues && data,
    error: forgotten.error ?? unnamed,
    reload: async () => void (await Promise.all([catalogues ? null : nameAgain(), forgotten.reload()])),
  };

  const ageNames: Record<Age, string> = {
    MONTH: t('up to 30 days'), QUARTER: t('31 to 90 days'), HALF_YEAR: t('91 to 180 days'), LONGER: t('more than 180 days'),
  };
  const nameOf = (list: keyof Catalogues, value: string | null, without: string): string =>
    value === null || value === WITHOUT ? without : ((catalogues && nameIn(catalogues, list, value)) ?? t('Deleted'));
  const departmentName = (value: string | null) => nameOf('departments', value, t('Without a department'));
  const leadName = (value: string | null) => nameOf('members', value, t('Without a lawyer'));

  const columns: Column[] = [
    { key: 'case', title: t('Case'), type: 'text' },
    { key: 'days', title: t('Days still'), type: 'count', hint: t('Days without movement: since anything last happened in the case') },
    { key: 'moved', title: t('Last movement'), type: 'text' },
    { key: 'stage', title: t('Stage'), type: 'text' },
    { key: 'lead', title: t('Lead lawyer'), type: 'text' },
    { key: 'department', title: t('Department'), type: 'text' },
    { key: 'missing', title: t('Missing papers'), type: 'text' },
  ];
  const cellsOf = (row: ControlRow): Record<string, Cell> => ({
    case: caseName(row, words),
    days: daysStill(row, today, timeZone),
    moved: row.lastMovementAt ? words.date(todayIn(timeZone, new Date(row.lastMovementAt))) : t('nothing ever happened'),
    stage: words.option(CASE_STAGE, row.stage)?.label ?? null,
    lead: leadName(row.leadId),
    department: departmentName(row.departmentId),
    missing: missingOf(row).join(', ') || null,
  });

  const sheet = async (): Promise<Sheet> => ({
    title: t('Forgotten cases'),
    filters: [
      [t('Without movement'), filters.age === null ? t('All') : ageNames[filters.age]],
      [t('Department'), filters.departmentId === null ? t('All') : departmentName(filters.departmentId)],
      [t('Lead lawyer'), filters.leadId === null ? t('All') : leadName(filters.leadId)],
      [t('As of'), words.date(today)],
    ],
    columns,
    rows: (await loadForgottenRows(records, { filters, today, timeZone, offset: 0, first: MOST_IN_FILE })).map((row) => ({ cells: cellsOf(row) })),
    notes: [t('Forgotten: no event of the case is open, and nothing is awaited')],
  });

  const steps = (shares: Share[], name: (value: string | null) => string, colour: 'orange' | 'purple') =>
    shares.map(({ id: of, count }) => ({ key: of ?? WITHOUT, label: name(of), value: count, colour }));
  const toggle = (field: 'age' | 'departmentId' | 'leadId') => (key: string) => set({ [field]: filters[field] === key ? null : key });
  const isNarrowed = Object.values(filters).some((value) => value !== null);

  const body = () => {
    if (!data || !catalogues) return null;
    if (data.count === 0 && !isNarrowed) return <Empty title={t('No case is forgotten')}>{t('Every case has an open event, or something is awaited in it.')}</Empty>;
    const rows = data.rows.map((row): Row => {
      const { legalCaseId } = row;
      return { id: row.id, cells: cellsOf(row), ...(legalCaseId && row.legalCase ? { onOpen: () => openRecord('legalCase', legalCaseId) } : {}) };
    });
    return (
      <>
        <div className="ld-radar ld-unprinted">
          <section aria-label={t('Without movement')}>
            <h2 className="ld-strong">{t('Without movement')}</h2>
            <Funnel
              label={t('Without movement')}
              steps={AGES.map(({ key }) => ({ key, label: ageNames[key], value: data.ages[key], colour: 'red' }))}
              picked={filters.age}
              onPick={toggle('age')}
            />
          </section>
          <section aria-label={t('Department')}>
            <h2 className="ld-strong">{t('Department')}</h2>
            <Funnel label={t('Department')} steps={steps(data.departments, departmentName, 'orange')} picked={filters.departmentId} onPick={toggle('departmentId')} />
          </section>
          <section aria-label={t('Lead lawyer')}>
            <h2 className="ld-strong">{t('Lead lawyer')}</h2>
            <Funnel label={t('Lead lawyer')} steps={steps(data.leads, leadName, 'purple')} picked={filters.leadId} onPick={toggle('leadId')} />
          </section>
        </div>
        <div className="ld-row">
          <span className="ld-strong">{t('Cases: {count}', { count: data.count })}</span>
          {isNarrowed ? <Button look="quiet" onClick={() => set({ age: null, departmentId: null, leadId: null })}>{t('Show all')}</Button> : null}
        </div>
        {rows.length === 0 ? <Empty title={t('No case matches')} /> : <Table key={`${offset} ${forgotten.loadedAt}`} {...{ columns, rows, words }} />}
        <Pages offset={offset} shown={rows.length} count={data.count} onChange={(next) => setAt({ of: JSON.stringify(filters), offset: next })} words={words} />
      </>
    );
  };

  return (
    <Report
      report={report}
      title={t('Forgotten cases')}
      lead={t('No event of the case is open, and nothing is awaited: nobody will be reminded of it')}
      loaded={loaded}
      sheet={data && data.count > 0 && catalogues ? sheet : null}
      filters={null}
    >
      <style>{CSS}</style>
      {body()}
    </Report>
  );
};
