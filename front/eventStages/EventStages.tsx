import { useState } from 'react';
import * as v from 'valibot';
import { COMPLETION, EVENT_GROUP } from '../../custom-objects/vocabulary';
import { directionChoices } from '../firstVisit/directions';
import { records } from '../lib/api';
import { Button, Empty, Field, Notice, Switch } from '../lib/kit';
import { useLoaded } from '../lib/useLoaded';
import type { Words } from '../lib/words';
import { branchesOf } from '../reports/branches';
import { Funnel, FUNNEL_CSS } from '../reports/charts/Funnel';
import { Drill, type Drilled } from '../reports/Drill';
import { FilterPicker, isGone, WITHOUT } from '../reports/FilterPicker';
import { bounds } from '../reports/period';
import { PICKED_PERIOD } from '../reports/pickedPeriod';
import { daysOf, PeriodPicker, periodText, periodWrong } from '../reports/PeriodPicker';
import { Report } from '../reports/Report';
import type { Sheet } from '../reports/sheet';
import type { Sort } from '../reports/Table';
import { useReport, useReportData } from '../reports/useReport';
import { SearchInput } from './SearchInput';
import { loadCatalogues, loadStages, MOST_OF_ONE, sortClients, type ClientRow, type Place, type Source, type Stages, type StagesScope } from './data';
import { FIGURE_KEYS, type FigureKey } from './figures';
import { columnsOf, figureHints, figureNames, groupText, sheetRowsOf, StagesTable, useStagesTree } from './StagesTable';

const SORTS = ['name', ...FIGURE_KEYS] as const;
const SCHEMA = v.object({
  period: PICKED_PERIOD,
  memberId: v.fallback(v.nullable(v.string()), null),
  directionId: v.fallback(v.nullable(v.string()), null),
  inWorkOnly: v.fallback(v.boolean(), false),
  client: v.fallback(v.string(), ''),
  sort: v.fallback(v.object({ key: v.picklist(SORTS), descending: v.boolean() }), { key: 'total', descending: true }),
  figure: v.fallback(v.picklist(FIGURE_KEYS), 'inWork'),
});
type Filters = v.InferOutput<typeof SCHEMA>;

const NEEDS = ['caseEvent', 'eventKind', 'eventResponsible', 'legalDirection', 'person'] as const;
/** An export reads so many clients, 200 at a time. */
const MOST_EXPORTED = 2_000;

const CSS = `
${FUNNEL_CSS}
.ld-figure { cursor: pointer; font: inherit; color: inherit; text-align: left; }
.ld-figure:hover { background: var(--ld-hover); }
`;

type Record = { id: string; title: string | null; startedAt: string | null; completedAt: string | null; completion: string | null; legalCase: { number: string | null; title: string | null } | null };
const FIELDS = 'title startedAt completedAt completion legalCase { number title }';

type Read = { scope: StagesScope; source: Source; stages: Stages };

/** What was read, with all that is folded and unfolded in it. */
const Figures = ({ read, readKey, filters, set, kinds, words, more, tree, onDrill }: {
  read: Read;
  readKey: string;
  filters: Filters;
  set: (change: Partial<Filters>) => void;
  kinds: Map<string, string>;
  words: Words;
  more: { clients: ClientRow[]; isAll: boolean; busy: boolean; error: unknown; read: () => void };
  tree: ReturnType<typeof useStagesTree>;
  onDrill: (drilled: Drilled) => void;
}) => {
  const { t } = words;
  const { scope, source, stages } = read;
  const { totals, groups } = stages;
  const { figure, sort } = filters;
  const [names, hints] = [figureNames(words), figureHints(words)];
  const lacking = useLoaded(source.undated, readKey);
  const drill = (key: FigureKey, place: Place, of: string) =>
    onDrill({ title: `${names[key]}: ${of}`, object: 'caseEvent', filter: source.behind(key, place), orderBy: [{ startedAt: 'DescNullsLast' }] });
  const shown = [...groups.map(({ eventGroup }) => eventGroup), ...EVENT_GROUP.map(({ value }) => value)];
  const steps = EVENT_GROUP.map(({ value }) => value as (typeof shown)[number])
    .concat(shown.includes(null) ? [null] : [])
    .map((eventGroup) => ({
      key: String(eventGroup),
      label: groupText(eventGroup, words),
      value: groups.find((each) => each.eventGroup === eventGroup)?.counts[figure] ?? 0,
      colour: (words.option(EVENT_GROUP, eventGroup)?.colour ?? 'gray') as 'gray',
    }));

  return (
    <>
      <div className="ld-tiles">
        {FIGURE_KEYS.map((key) => (
          <button key={key} type="button" className="ld-tile ld-figure" title={hints[key]} onClick={() => drill(key, {}, t('all'))}>
            <span className="ld-soft ld-small">{names[key]}</span>
            <b>{new Intl.NumberFormat(words.tag).format(totals[key])}</b>
          </button>
        ))}
      </div>
      {totals.total + totals.started === 0 ? (
        <Empty title={t('No event was begun, completed or in work in this period')}>{t('Events that are only planned or were called off are not counted.')}</Empty>
      ) : (
        <>
          <section className="ld-card ld-col" aria-label={t('By group')}>
            <div className="ld-row ld-wrap">
              <h2 className="ld-strong ld-grow">{t('By group')}</h2>
              <Switch value={figure} onChange={(value) => set({ figure: value as FigureKey })} choices={FIGURE_KEYS.map((key) => ({ value: key, label: names[key] }))} />
            </div>
            <Funnel
              label={`${t('By group')}: ${names[figure]}`}
              steps={steps}
              onPick={(key) => {
                const step = steps.find((each) => each.key === key)!;
                if (step.value > 0) drill(figure, { eventGroup: shown.find((group) => String(group) === key) ?? null }, step.label);
              }}
            />
          </section>
          <StagesTable
            clients={more.clients}
            {...{ source, kinds, tree, words, totals, sort }}
            bounds={scope.bounds}
            onSort={(next: Sort) => set({ sort: next as Filters['sort'] })}
            onFigure={drill}
          />
          {more.error ? <Notice colour="red" title={t('Not loaded')}>{words.error(more.error)}</Notice> : null}
          {more.isAll ? null : (
            <div className="ld-row ld-wrap">
              <Button onClick={more.read} disabled={more.busy}>{more.busy ? <span className="ld-spin" /> : null}{t('More clients')}</Button>
              <span className="ld-soft ld-small">{t('{count} clients are shown. The totals count all.', { count: more.clients.length })}</span>
            </div>
          )}
        </>
      )}
      {lacking.data ? (
        <Notice colour="orange" title={t('Without a date: {count}', { count: lacking.data })} actions={<Button onClick={() => onDrill({ title: t('Without a date'), object: 'caseEvent', filter: source.undatedBehind() })}>{t('Show')}</Button>}>
          {t('These events are begun or completed, and nobody wrote when. A figure that needs the missing date leaves them out.')}
        </Notice>
      ) : null}
      <span className="ld-faint ld-small">{t('An event counts from when it is begun. What is only planned or was called off is not counted; how an event stands is how it stands now.')}</span>
    </>
  );
};

/** Events by completion stage: what was started and completed in a period, and what is in work, of clients, groups and kinds. */
export const EventStages = () => {
  const report = useReport({ name: 'eventStages', schema: SCHEMA, needs: NEEDS });
  const { filters, set, words, isOpen } = report;
  const { t } = words;
  const { timeZone, today } = report;
  const catalogues = useReportData({ isOpen, key: 'catalogues', load: () => loadCatalogues(records) });
  const [drilled, setDrilled] = useState<Drilled | null>(null);
  const [refreshed, setRefreshed] = useState(0);
  const [added, setAdded] = useState<{ to: Stages | null; clients: ClientRow[]; isAll: boolean }>({ to: null, clients: [], isAll: false });
  const [adding, setAdding] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });

  const { directions, kinds, members } = catalogues.data ?? { directions: [], kinds: new Map<string, string>(), members: [] };
  const { memberId, directionId, inWorkOnly, client, sort } = filters;
  const living = directionChoices(directions, words.tag);
  // One that is out of use cannot be chosen any more, but has events all the same.
  const retired = directions.filter(({ id }) => id === directionId && !living.some((choice) => choice.id === id)).map(({ id, name }) => ({ id, name: name?.trim() || '—' }));
  const choices = [...living, ...retired, { id: WITHOUT, name: t('Without a direction') }];
  const period = daysOf(filters.period, today);
  const gone = catalogues.data !== null && (isGone(choices, directionId) || isGone(members, memberId));
  const wrong = periodWrong(period, words) ?? (gone ? t('What a filter names was deleted: choose another, or none') : null);

  const scopeNow = (): StagesScope => ({
    bounds: bounds(period, timeZone),
    directionIds: directionId === null ? null : directionId === WITHOUT ? [] : branchesOf(directions, directionId),
    inWorkOnly, client, memberId,
  });
  const loaded = useReportData({
    isOpen: isOpen && catalogues.data !== null,
    wrong,
    key: { period, memberId, directionId, inWorkOnly, client, sort },
    load: async () => {
      const scope = scopeNow();
      const answer = await loadStages(records, scope, sort);
      return 'kind' in answer ? answer : { scope, ...answer };
    },
  });

  const read = loaded.data && !('kind' in loaded.data) ? loaded.data : null;
  const isAdded = read !== null && added.to === read.stages;
  const isAll = isAdded ? added.isAll : (read?.stages.isAll ?? true);
  const known = read === null ? [] : [...read.stages.clients, ...(isAdded ? added.clients : [])];
  const clients = sortClients(known, sort, words.tag);
  // Read anew, all of it is: nothing that was unfolded before stands beside newer figures.
  const readKey = JSON.stringify([read?.scope ?? null, refreshed]);
  const trees = useStagesTree(readKey);
  const refresh = async () => {
    setRefreshed((before) => before + 1);
    await loaded.reload();
  };

  const readMore = async () => {
    if (!read) return;
    setAdding({ busy: true, error: null });
    try {
      const page = await read.source.clients(sort, known.map(({ clientId }) => clientId));
      setAdded({ to: read.stages, clients: [...(isAdded ? added.clients : []), ...page.clients], isAll: page.isAll });
      setAdding({ busy: false, error: null });
    } catch (error) {
      setAdding({ busy: false, error });
    }
  };

  const sheet = async (): Promise<Sheet> => {
    const { source, stages, scope } = read!;
    const all = [...known];
    for (let more = !isAll; more && all.length < MOST_EXPORTED; ) {
      const page = await source.clients(sort, all.map(({ clientId }) => clientId));
      all.push(...page.clients);
      more = !page.isAll;
    }
    const isWhole = all.length < MOST_EXPORTED;
    return {
      title: t('Events by completion stage'),
      filters: [
        [t('Period'), periodText(period, words)],
        [t('Responsible'), members.find(({ id }) => id === memberId)?.name ?? t('All')],
        [t('Direction'), choices.find(({ id }) => id === directionId)?.name ?? t('All')],
        ...(inWorkOnly ? [[t('Events'), t('In work only')] as [string, string]] : []),
        ...(client.trim() ? [[t('Client'), client.trim()] as [string, string]] : []),
      ],
      columns: columnsOf(words),
      rows: [
        ...sheetRowsOf({ clients: sortClients(all, sort, words.tag), source, bounds: scope.bounds, kinds, tree: trees, words, onFigure: () => undefined }),
        { cells: { name: t('Total'), ...stages.totals }, isTotal: true },
      ],
      notes: [
        isWhole ? t('All clients are here; groups, kinds and events are those that were unfolded.') : t('The first {count} clients are here; the totals count all.', { count: all.length }),
      ],
    };
  };

  return (
    <Report
      report={report}
      title={t('Events by completion stage')}
      lead={t('What was started and completed in the period, and what is in work')}
      wrong={wrong}
      loaded={catalogues.error ? catalogues : { ...loaded, reload: refresh }}
      sheet={read ? sheet : null}
      filters={
        <>
          <PeriodPicker value={filters.period} today={today} onChange={(next) => set({ period: next })} words={words} />
          <FilterPicker label={t('Responsible')} choices={members} value={memberId} onChange={(id) => set({ memberId: id })} words={words} />
          <FilterPicker label={t('Direction')} choices={choices} value={directionId} onChange={(id) => set({ directionId: id })} words={words} />
          <Field label={t('Client')}><SearchInput label={t('Client')} value={client} onChange={(text) => set({ client: text })} words={words} /></Field>
          <Field label={t('Events')}>
            <Switch
              value={inWorkOnly ? 'inWork' : 'all'}
              onChange={(value) => set({ inWorkOnly: value === 'inWork' })}
              choices={[{ value: 'all', label: t('All') }, { value: 'inWork', label: t('In work only') }]}
            />
          </Field>
        </>
      }
    >
      <style>{CSS}</style>
      {loaded.data && 'kind' in loaded.data ? (
        <Notice colour="orange" title={t('Too many events')}>
          {t('This person answers for {count} events of this period, and at most {most} can be read. Choose a shorter period or a direction.', { count: loaded.data.count, most: MOST_OF_ONE })}
        </Notice>
      ) : null}
      {drilled ? (
        <Drill<Record>
          drilled={drilled}
          fields={FIELDS}
          render={(event) => ({
            title: event.title?.trim() || '—',
            note: [event.legalCase?.number, event.legalCase?.title, words.option(COMPLETION, event.completion)?.label, event.startedAt ? words.day(event.startedAt) : null, event.completedAt ? words.day(event.completedAt) : null].filter(Boolean).join(' · '),
          })}
          words={words}
          onClose={() => setDrilled(null)}
        />
      ) : null}
      {read ? (
        <Figures
          {...{ read, readKey, filters, set, kinds, words }}
          more={{ clients, isAll, ...adding, read: () => void readMore() }}
          tree={trees}
          onDrill={setDrilled}
        />
      ) : null}
    </Report>
  );
};
