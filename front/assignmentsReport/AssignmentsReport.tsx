import { useState } from 'react';
import * as v from 'valibot';
import { ASSIGNMENT_STATUS } from '../../custom-objects/vocabulary';
import { directionChoices } from '../firstVisit/directions';
import { records } from '../lib/api';
import { Empty, Notice, Switch } from '../lib/kit';
import { find } from '../lib/store';
import { useLoaded } from '../lib/useLoaded';
import type { Choice } from '../lib/ListPicker';
import { fullName } from '../lib/office';
import type { Words } from '../lib/words';
import { branchesOf } from '../reports/branches';
import { Drill, openRecord, type Drilled } from '../reports/Drill';
import { FilterPicker, isGone, WITHOUT } from '../reports/FilterPicker';
import { bounds } from '../reports/period';
import { PICKED_PERIOD } from '../reports/pickedPeriod';
import { daysOf, PeriodPicker, periodText, periodWrong } from '../reports/PeriodPicker';
import { Report } from '../reports/Report';
import { compareCells, type Cell as Shown, type Column, type Sheet } from '../reports/sheet';
import { Table, type Row } from '../reports/Table';
import { useReport, useReportData } from '../reports/useReport';
import { BY, cellOf, FIELDS, filterOf, filterOfHeap, loadCatalogues, loadHeaps, type AssignmentRecord, type By, type Catalogues, type Heap, type Wanted } from './data';
import { FIGURES, FIGURE_KEYS, summaryOf, type FigureKey } from './figures';

const id = v.fallback(v.nullable(v.string()), null);
const SCHEMA = v.object({
  period: PICKED_PERIOD,
  by: v.fallback(v.picklist(BY), 'responsible'),
  responsibleId: id,
  regionId: id,
  directionId: id,
  sort: v.fallback(v.object({ key: v.picklist(['name', ...FIGURE_KEYS, 'averageDays']), descending: v.boolean() }), { key: 'overdue', descending: true }),
});
type Filters = v.InferOutput<typeof SCHEMA>;

const NEEDS = ['clientAssignment', 'legalDirection', 'region', 'person'] as const;
const MOST_UNFOLDED = 200;

const CSS = `
.ld-figure { cursor: pointer; font: inherit; color: inherit; text-align: left; }
.ld-figure:hover { background: var(--ld-hover); }
`;

const columnsOf = (of: By, { t }: Words): Column[] => [
  { key: 'name', title: { responsible: t('Responsible'), region: t('Region'), direction: t('Direction') }[of], type: 'text' },
  { key: 'given', title: t('Given'), type: 'count', hint: t('Given in the period, whatever became of them since') },
  { key: 'done', title: t('Done'), type: 'count', hint: t('In time or late') },
  { key: 'open', title: t('In work'), type: 'count', hint: t('Neither done nor called off') },
  { key: 'calledOff', title: t('Called off'), type: 'count', hint: t('Never overdue') },
  { key: 'overdue', title: t('Overdue'), type: 'count', hint: t('Not done by the due day: in work past it, or done on a later day') },
  { key: 'pastDue', title: t('of them in work'), type: 'count', hint: t('In work, and the due day has passed') },
  { key: 'averageDays', title: t('Days on average'), type: 'days', hint: t('From given to done, over those of the next column') },
  { key: 'timed', title: t('over how many'), type: 'count', hint: t('Done, with both moments known') },
];

const NOUNS = { responsible: 'members', region: 'regions', direction: 'directions' } as const;

const nameOf = (heap: Pick<Heap, 'id'>, of: By, names: Map<string, string>, { t }: Words): string => {
  const without = { responsible: t('Without a responsible person'), region: t('Without a region'), direction: t('Without a direction') };
  const gone = { responsible: t('Somebody who has left'), region: t('A region that was deleted'), direction: t('A direction that was deleted') };
  return heap.id === null ? without[of] : (names.get(heap.id) ?? gone[of]);
};

const namesOf = ({ directions, regions, members }: Catalogues): Record<(typeof NOUNS)[By], Map<string, string>> => {
  const named = (list: { id: string; name: string | null }[]) => new Map(list.map((each) => [each.id, each.name?.trim() || '—']));
  return { directions: named(directions), regions: named(regions), members: named(members) };
};

const assignmentNote = ({ client, status, givenAt, dueAt, completedAt }: Omit<AssignmentRecord, 'id' | 'title'>, words: Words): string => {
  const { t } = words;
  return [
    fullName(client?.name ?? null),
    words.option(ASSIGNMENT_STATUS, status ?? 'NEW')?.label,
    givenAt ? t('given {day}', { day: words.day(givenAt) }) : null,
    dueAt ? t('due {day}', { day: words.day(dueAt) }) : t('without a due day'),
    completedAt ? t('done {day}', { day: words.day(completedAt) }) : null,
  ].filter(Boolean).join(' · ');
};

const keyOf = (of: By, { id }: Pick<Heap, 'id'>): string => `${of} ${id}`;

/** The rows of the table in their order, with what is unfolded below them. */
const rowsOf = ({ heaps, sort, of, names, unfolded, read, words, toggle, drill }: {
  heaps: Heap[]; sort: Filters['sort']; of: By; names: Map<string, string>; unfolded: ReadonlySet<string>; read: Map<string | null, AssignmentRecord[]> | null; words: Words;
  toggle: (key: string) => void; drill: (key: FigureKey, heap: Heap, name: string) => void;
}): Row[] =>
  heaps
    .map((heap) => ({ heap, cells: { name: nameOf(heap, of, names, words), ...heap.summary } as Record<string, Shown> & { name: string } }))
    .sort((one, other) => compareCells(one.cells[sort.key] ?? null, other.cells[sort.key] ?? null, sort.descending) || one.cells.name.localeCompare(other.cells.name, words.tag))
    .flatMap(({ heap, cells }) => {
      const key = keyOf(of, heap);
      const isOpen = unfolded.has(key);
      const below = isOpen ? (read?.get(heap.id) ?? null) : [];
      const hidden = isOpen && below ? heap.summary.given - below.length : 0;
      return [
        {
          id: key, cells, open: isOpen, busy: below === null, onToggle: () => toggle(key), onCell: (figure: string) => figure !== 'averageDays' && drill(figure as FigureKey, heap, cells.name),
          ...(hidden > 0 ? { note: words.t('The latest {count} are shown', { count: below!.length }) } : {}),
        },
        ...(below ?? []).map((assignment): Row => ({
          id: `${key}/${assignment.id}`,
          depth: 1,
          cells: { name: assignment.title?.trim() || '—', ...summaryOf([cellOf(assignment)]) },
          onOpen: () => openRecord('clientAssignment', assignment.id),
          note: assignmentNote(assignment, words),
          loud: FIGURES.pastDue.of(cellOf(assignment)) > 0,
        })),
      ];
    });

/** What clients asked for: what of it is done, late and in how many days, by who answers for it, by region or by direction. */
export const AssignmentsReport = () => {
  const report = useReport({ name: 'assignmentsReport', schema: SCHEMA, needs: NEEDS });
  const { filters, set, words, isOpen } = report;
  const { t } = words;
  const { timeZone, today } = report;
  const [drilled, setDrilled] = useState<Drilled | null>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const catalogues = useReportData({ isOpen, key: 'catalogues', load: () => loadCatalogues(records) });
  const { directions, regions, members } = catalogues.data ?? { directions: [], regions: [], members: [] };

  const { responsibleId, regionId, directionId, by, sort } = filters;
  const without = (choices: Choice[], name: string): Choice[] => [...choices, { id: WITHOUT, name }];
  const living = directionChoices(directions, words.tag);
  // One that is out of use cannot be chosen any more, but has assignments all the same.
  const retired = directions.filter((each) => each.id === directionId && !living.some((choice) => choice.id === each.id)).map((each) => ({ id: each.id, name: each.name?.trim() || '—' }));
  const choices = {
    responsibleId: without(members, t('Without a responsible person')),
    regionId: without(regions, t('Without a region')),
    directionId: without([...living, ...retired], t('Without a direction')),
  };
  const period = daysOf(filters.period, today);
  const isAnyGone = catalogues.data !== null && (['responsibleId', 'regionId', 'directionId'] as const).some((key) => isGone(choices[key], filters[key]));
  const wrong = periodWrong(period, words) ?? (isAnyGone ? t('What a filter names was deleted: choose another, or none') : null);

  const wanted: Wanted = {
    bounds: bounds(period, timeZone),
    responsibleId,
    regionId,
    directionIds: directionId === null ? null : directionId === WITHOUT ? [] : branchesOf(directions, directionId),
  };
  const loaded = useReportData({
    isOpen: isOpen && catalogues.data !== null,
    wrong,
    key: { period, responsibleId, regionId, directionId, by },
    load: async () => ({ of: by, heaps: await loadHeaps(records, wanted, by) }),
  });
  // Until the new ones are there, those of regions are no heaps of directions.
  const heaps = loaded.data?.of === by ? loaded.data.heaps : null;
  const totals = summaryOf((heaps ?? []).flatMap(({ cells }) => cells));
  const names = namesOf({ directions, regions, members })[NOUNS[by]];
  const columns = columnsOf(by, words);
  const titles = new Map(columns.map(({ key, title }) => [key, title]));

  const drill = (key: FigureKey, { count, filter, name }: { count: number; filter: object; name: string }) => {
    if (count > 0) setDrilled({ title: `${titles.get(key)}: ${name}`, object: 'clientAssignment', filter: { and: [filter, FIGURES[key].filter] }, orderBy: [{ dueAt: 'AscNullsLast' }] });
  };
  const toggle = (key: string) => setUnfolded((before) => new Set(before.has(key) ? [...before].filter((each) => each !== key) : [...before, key]));
  const open = (heaps ?? []).filter((heap) => unfolded.has(keyOf(by, heap)));
  const below = useLoaded(async () => {
    const read = open.map(async ({ id: heapId }) => {
      const filter = filterOfHeap(wanted, by, heapId);
      return [heapId, await find<AssignmentRecord>('clientAssignment', FIELDS, { filter, orderBy: [{ givenAt: 'DescNullsLast' }], first: MOST_UNFOLDED })] as const;
    });
    return new Map(await Promise.all(read));
  }, JSON.stringify([wanted, by, open.map((heap) => heap.id)]));
  const rows = rowsOf({
    heaps: heaps ?? [], sort, of: by, names, unfolded, read: below.data, words, toggle,
    drill: (key, heap, name) => drill(key, { count: heap.summary[key], filter: filterOfHeap(wanted, by, heap.id), name }),
  });

  const sheet = (): Sheet => {
    const chosen = (key: keyof typeof choices): string => choices[key].find((choice) => choice.id === filters[key])?.name ?? t('All');
    return {
      title: t('Fulfilment of client assignments'),
      filters: [
        [t('Given'), periodText(period, words)],
        [t('Responsible'), chosen('responsibleId')],
        [t('Region'), chosen('regionId')],
        [t('Direction'), chosen('directionId')],
      ],
      columns,
      rows: [...rows.map(({ cells, depth = 0 }) => ({ cells, depth })), { cells: { name: t('Total'), ...totals }, isTotal: true }],
      notes: [t('All rows are here; of the assignments themselves, those that were unfolded.')],
    };
  };

  const tiles: FigureKey[] = ['given', 'done', 'open', 'overdue'];
  return (
    <Report
      report={report}
      title={t('Fulfilment of client assignments')}
      lead={t('What clients asked for in the period: what of it is done, what is overdue, and in how many days')}
      wrong={wrong}
      loaded={catalogues.error ? catalogues : loaded}
      sheet={heaps ? sheet : null}
      filters={
        <>
          <PeriodPicker value={filters.period} today={today} onChange={(next) => set({ period: next })} words={words} />
          <FilterPicker label={t('Responsible')} choices={choices.responsibleId} value={responsibleId} onChange={(next) => set({ responsibleId: next })} words={words} />
          <FilterPicker label={t('Region')} choices={choices.regionId} value={regionId} onChange={(next) => set({ regionId: next })} words={words} />
          <FilterPicker label={t('Direction')} choices={choices.directionId} value={directionId} onChange={(next) => set({ directionId: next })} words={words} />
        </>
      }
    >
      <style>{CSS}</style>
      {below.error ? <Notice colour="red" title={t('It could not be loaded')}>{words.error(below.error)}</Notice> : null}
      {drilled ? (
        <Drill<AssignmentRecord>
          drilled={drilled}
          fields={FIELDS}
          render={({ title, ...assignment }) => ({ title: title?.trim() || '—', note: assignmentNote(assignment, words) })}
          words={words}
          onClose={() => setDrilled(null)}
        />
      ) : null}
      {heaps?.length === 0 ? (
        <Empty title={t('No client gave an assignment in this period')}>{t('Choose another period, or fewer filters.')}</Empty>
      ) : heaps ? (
        <>
          <div className="ld-tiles">
            {tiles.map((key) => (
              <button key={key} type="button" className="ld-tile ld-figure" onClick={() => drill(key, { count: totals[key], filter: filterOf(wanted), name: t('all') })}>
                <span className="ld-soft ld-small">{titles.get(key)}</span>
                <b style={key === 'overdue' && totals.pastDue > 0 ? { color: 'var(--ld-red-text)' } : {}}>{new Intl.NumberFormat(words.tag).format(totals[key])}</b>
                <span className="ld-small ld-soft">{key === 'overdue' ? t('in work: {count}', { count: totals.pastDue }) : key === 'done' && totals.averageDays !== null
                  ? t('{days} days on average, of {count}', { days: new Intl.NumberFormat(words.tag, { maximumFractionDigits: 1 }).format(totals.averageDays), count: totals.timed }) : ''}</span>
              </button>
            ))}
          </div>
          <Switch
            value={by}
            onChange={(next) => set({ by: next as By })}
            choices={[{ value: 'responsible', label: t('By responsible') }, { value: 'region', label: t('By region') }, { value: 'direction', label: t('By direction') }]}
          />
          <Table columns={columns} rows={rows} totals={totals} sort={sort} onSort={(next) => set({ sort: next as Filters['sort'] })} words={words} />
          <span className="ld-faint ld-small">{t('Given is done, in work and called off together. Late is told by days, not hours.')}</span>
        </>
      ) : null}
    </Report>
  );
};
