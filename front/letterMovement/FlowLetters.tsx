import { useState } from 'react';
import { nodes, records, type Connection } from '../lib/api';
import { Button, Empty, Notice, Skeleton } from '../lib/kit';
import type { Desk } from '../lib/office';
import { useLoaded } from '../lib/useLoaded';
import type { Words } from '../lib/words';
import type { Column } from '../reports/sheet';
import { Table, type Row } from '../reports/Table';

type Letter = { id: string; number: string | null; subject: string | null };
type Moved = {
  id: string;
  occurredAt: string;
  waitedMinutes: number | null;
  heldMinutes: number | null;
  fromMemberId: string | null;
  actorId: string | null;
  correspondence: Letter | null;
};

const MOVED = `query Moved($filter: CorrespondenceHistoryFilterInput, $first: Int) {
  correspondenceHistories(filter: $filter, first: $first, orderBy: [{ waitedMinutes: DescNullsLast }, { occurredAt: DescNullsLast }]) {
    totalCount
    edges { node { id occurredAt waitedMinutes heldMinutes fromMemberId actorId correspondence { id number subject } } }
  }
}`;

const AT_ONCE = 100;
const MINUTE_MS = 60_000;

/** The letters behind a flow: each accepted hand-over, the longest waiting first. */
export const FlowLetters = ({ title, filter, desk: { office }, words, onPath, onClose }: {
  title: string;
  filter: object;
  desk: Desk;
  words: Words;
  onPath: (letter: Letter) => void;
  onClose: () => void;
}) => {
  const { t } = words;
  const [first, setFirst] = useState(AT_ONCE);
  const { data, error, loading, reload } = useLoaded(async () => {
    const { correspondenceHistories: found } = await records<{ correspondenceHistories: Connection<Moved> & { totalCount: number } }>(MOVED, { filter, first });
    return { count: found.totalCount, moved: nodes(found) };
  }, `${JSON.stringify(filter)} ${first}`);
  const columns: Column[] = [
    { key: 'letter', title: t('Letter'), type: 'text' },
    { key: 'at', title: t('Accepted'), type: 'text' },
    { key: 'from', title: t('Handed over by'), type: 'text' },
    { key: 'by', title: t('Accepted by'), type: 'text' },
    { key: 'waited', title: t('Waited'), type: 'count' },
    { key: 'held', title: t('Held before'), type: 'count' },
  ];
  const span = (minutes: number | null) => (minutes === null ? null : words.span(minutes * MINUTE_MS));
  const rows = (data?.moved ?? []).map(({ id, occurredAt, waitedMinutes, heldMinutes, fromMemberId, actorId, correspondence: letter }): Row => ({
    id,
    cells: {
      letter: letter ? [letter.number, words.subject(letter.subject)].filter(Boolean).join(' · ') : t('a letter that was deleted'),
      at: words.moment(occurredAt),
      from: fromMemberId ? words.member(office, fromMemberId) : null,
      by: actorId ? words.member(office, actorId) : null,
      waited: span(waitedMinutes),
      held: span(heldMinutes),
    },
    ...(letter ? { onOpen: () => onPath(letter) } : {}),
  }));
  return (
    <section className="ld-card ld-col ld-unprinted" aria-label={title}>
      <div className="ld-row">
        <h2 className="ld-strong">{title}</h2>
        <span className="ld-faint ld-figures ld-grow">{data?.count ?? ''}</span>
        <Button look="quiet" title={t('Close')} onClick={onClose}>✕</Button>
      </div>
      {error ? <Notice colour="red" title={t('Not loaded')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>{words.error(error)}</Notice> : null}
      {!data && !error ? <Skeleton rows={3} /> : null}
      {data?.count === 0 ? <Empty title={t('Nothing is behind this any more')} /> : null}
      {rows.length > 0 ? <Table {...{ columns, rows, words }} /> : null}
      {data && data.count > rows.length ? (
        <Button look="quiet" disabled={loading} onClick={() => setFirst(first + AT_ONCE)}>{t('Show more: {count}', { count: data.count - rows.length })}</Button>
      ) : null}
    </section>
  );
};
