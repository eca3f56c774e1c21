import { COMPLETION, EVENT_GROUP, type EventGroup } from '../../custom-objects/vocabulary';
import { Notice } from '../lib/kit';
import type { Words } from '../lib/words';
import { openRecord } from '../reports/Drill';
import type { Bounds } from '../reports/period';
import type { Column, SheetRow } from '../reports/sheet';
import { Table, type Row, type Sort } from '../reports/Table';
import { MOST_EVENTS, type BranchRow, type ClientRow, type EventRow, type Place, type Source } from './data';
import { countsOf, FIGURE_KEYS, sum, type Counts, type FigureKey } from './figures';
import { useTree } from './useTree';

export const figureNames = ({ t }: Words): Record<FigureKey, string> => ({
  started: t('Started in the period'), completed: t('Completed in the period'), inWork: t('In work at the end'), total: t('In all'),
});

export const figureHints = ({ t }: Words): Record<FigureKey, string> => ({
  started: t('Begun events whose start lies in the period'),
  completed: t('Completed events whose completion lies in the period, whenever they were started'),
  inWork: t('Started before the period was over, and completed after it or not yet'),
  total: t('Touched by the period: completed in it or in work at its end'),
});

export const columnsOf = (words: Words): Column[] => {
  const [names, hints] = [figureNames(words), figureHints(words)];
  return [
    { key: 'name', title: words.t('Client, group, kind, event'), type: 'text' },
    ...FIGURE_KEYS.map((key): Column => ({ key, title: names[key], type: 'count', hint: hints[key] })),
  ];
};

/** @param name null for none, or one that was deleted */
export const clientText = ({ clientId, name }: Pick<ClientRow, 'clientId' | 'name'>, { t }: Words): string =>
  clientId === null ? t('Without a client') : (name ?? t('A client that was deleted')) || '—';

export const groupText = (eventGroup: EventGroup | null, words: Words): string => words.option(EVENT_GROUP, eventGroup)?.label ?? words.t('Without a group');

const kindText = (kindId: string | null, kinds: Map<string, string>, { t }: Words): string =>
  kindId === null ? t('Without a kind') : (kinds.get(kindId) ?? t('A kind that was deleted'));

type Below = { kind: 'branch'; rows: BranchRow[] } | { kind: 'events'; events: EventRow[]; count: number };
export type Tree = ReturnType<typeof useTree<Below>>;
export const useStagesTree = (key: string) => useTree<Below>(key);

type Shown = { clients: ClientRow[]; source: Source; bounds: Bounds; kinds: Map<string, string>; tree: Tree; words: Words; onFigure: (figure: FigureKey, place: Place, of: string) => void };

const eventNote = ({ legalCase, completion, startedAt, completedAt }: EventRow, words: Words): string => {
  const from = startedAt ? words.day(startedAt) : words.t('no start');
  const days = completedAt ? `${from} – ${words.day(completedAt)}` : from;
  return [legalCase?.number, words.option(COMPLETION, completion)?.label, days].filter(Boolean).join(' · ');
};

/** The rows that are unfolded, each level below its own. */
const rowsOf = ({ clients, source, bounds, kinds, tree, words, onFigure }: Shown): Row[] => {
  const { t } = words;
  const row = (id: string, depth: number, name: string, counts: Counts, place: Place, of: string, rest: Partial<Row>): Row => ({
    id, depth, cells: { name, ...counts }, open: tree.isOpen(id), onCell: (key) => onFigure(key as FigureKey, place, of), ...rest,
  });
  const lazy = (id: string, read: () => Promise<Below>): Partial<Row> => {
    const below = tree.below(id);
    const isFailed = below?.stage === 'failed' && tree.isOpen(id);
    return {
      onToggle: () => tree.toggle(id, read),
      busy: below?.stage === 'busy',
      ...(isFailed ? { note: `${t('Not loaded')}: ${words.error(below.error)}` } : {}),
    };
  };
  const eventRows = (id: string, place: Place): Row[] => {
    const below = tree.below(id);
    if (!tree.isOpen(id) || below?.stage !== 'read' || below.value.kind !== 'events') return [];
    const { events, count } = below.value;
    return events.map((event, at) => ({
      id: `${id}/${event.id}`,
      depth: 3,
      cells: { name: event.title?.trim() || kindText(place.kindId ?? null, kinds, words), ...countsOf([event], bounds) },
      onOpen: () => openRecord('caseEvent', event.id),
      note: at === MOST_EVENTS - 1 && count > MOST_EVENTS ? t('The latest {shown} of {count} events', { shown: MOST_EVENTS, count }) : eventNote(event, words),
    }));
  };
  const kindRows = (id: string, path: string, clientId: string | null, rows: BranchRow[]): Row[] =>
    rows
      .map((each) => ({ ...each, text: kindText(each.kindId, kinds, words) }))
      .sort((one, other) => other.counts.total - one.counts.total || one.text.localeCompare(other.text, words.tag))
      .flatMap(({ eventGroup, kindId, counts, text }) => {
        const own = `${id}/${kindId}`;
        const place = { clientId, eventGroup, kindId };
        const read = async (): Promise<Below> => ({ kind: 'events', ...(await source.events(place)) });
        return [row(own, 2, text, counts, place, `${path} › ${text}`, lazy(own, read)), ...eventRows(own, place)];
      });
  const groupRows = (id: string, path: string, clientId: string | null): Row[] => {
    const below = tree.below(id);
    if (!tree.isOpen(id) || below?.stage !== 'read' || below.value.kind !== 'branch') return [];
    const { rows } = below.value;
    return [...new Set(rows.map(({ eventGroup }) => eventGroup))].flatMap((eventGroup) => {
      const own = `${id}/${eventGroup}`;
      const text = groupText(eventGroup, words);
      const of = rows.filter((each) => each.eventGroup === eventGroup);
      const group = row(own, 1, text, sum(of.map(({ counts }) => counts)), { clientId, eventGroup }, `${path} › ${text}`, { onToggle: () => tree.toggle(own) });
      return tree.isOpen(own) ? [group, ...kindRows(own, `${path} › ${text}`, clientId, of)] : [group];
    });
  };
  return clients.flatMap(({ clientId, name, counts }) => {
    const id = String(clientId);
    const text = clientText({ clientId, name }, words);
    const read = async (): Promise<Below> => ({ kind: 'branch', rows: await source.branch(clientId) });
    return [row(id, 0, text, counts, { clientId }, text, lazy(id, read)), ...groupRows(id, text, clientId)];
  });
};

export const sheetRowsOf = (shown: Shown): SheetRow[] => rowsOf(shown).map(({ cells, depth = 0 }) => ({ cells, depth }));

export const StagesTable = ({ totals, sort, onSort, ...shown }: Shown & { totals: Counts; sort: Sort; onSort: (sort: Sort) => void }) => {
  const { words } = shown;
  if (shown.clients.length === 0) return <Notice colour="gray" title={words.t('No client has such events')} />;
  return <Table columns={columnsOf(words)} rows={rowsOf(shown)} totals={totals} sort={sort} onSort={onSort} words={words} />;
};
