import { useEffect } from 'react';
import { useFrontComponentExecutionContext, useSelectedRecordIds } from 'twenty-sdk/front-component';
import { departmentOf, type Action } from '../../workers/correspondence/protocol';
import { LetterCard } from '../letter/LetterCard';
import { nodes, records, type Connection } from '../lib/api';
import { Bone, Button, Empty, Notice, Skeleton, Tag } from '../lib/kit';
import { loadLetter } from '../lib/letter';
import { loadDesk, type Desk } from '../lib/office';
import { Surface } from '../lib/theme';
import { useLoaded } from '../lib/useLoaded';
import { useWords, type Words } from '../lib/words';
import { layOut, type PathRow } from './layout';
import { Legend, Picture, PICTURE_CSS } from './Picture';

const REFRESH_EVERY_MS = 10_000;

type HistoryRecord = Omit<PathRow, 'action' | 'occurredAt'> & {
  action: Action | null;
  occurredAt: string | null;
  createdAt: string;
  outcome: 'PENDING' | 'APPLIED' | 'REFUSED' | null;
  refusal: string | null;
  heldMinutes: number | null;
  createdBy: { workspaceMemberId: string | null } | null;
};

const HISTORY = `query History($filter: CorrespondenceHistoryFilterInput) {
  correspondenceHistories(filter: $filter, first: 1000, orderBy: [{ createdAt: AscNullsFirst }]) {
    edges { node {
      id action occurredAt createdAt actorId reason fromMemberId toMemberId fromDepartmentId toDepartmentId statusAfter
      outcome refusal heldMinutes createdBy { source workspaceMemberId }
    } }
  }
}`;

const loadHistory = async (letterId: string): Promise<HistoryRecord[]> => {
  const filter = { correspondenceId: { eq: letterId } };
  const answer = await records<{ correspondenceHistories: Connection<HistoryRecord> }>(HISTORY, { filter });
  const when = ({ occurredAt, createdAt }: HistoryRecord) => Date.parse(occurredAt ?? createdAt);
  return nodes(answer.correspondenceHistories).sort((a, b) => when(a) - when(b));
};

const isApplied = (row: HistoryRecord): row is HistoryRecord & PathRow =>
  row.outcome === 'APPLIED' && row.action !== null && row.occurredAt !== null;

export const PATH_CSS = `${PICTURE_CSS}
.ld-path { display: flex; flex-direction: column; gap: 16px; padding: 16px; }
.ld-scroll { overflow-x: auto; border: 1px solid var(--ld-line); border-radius: 8px; }
.ld-path-rows { border-collapse: collapse; width: 100%; min-width: 720px; }
.ld-path-rows th { text-align: left; font-weight: 500; color: var(--ld-faint); padding: 8px 12px; white-space: nowrap; }
.ld-path-rows td { padding: 8px 12px; border-top: 1px solid var(--ld-line); vertical-align: top; }
.ld-path-rows tr.refused td { color: var(--ld-soft); }
`;

const addressee = (row: HistoryRecord, { office }: Desk, words: Words): string =>
  [
    row.toMemberId ? words.member(office, row.toMemberId) : null,
    row.toDepartmentId ? words.department(office, row.toDepartmentId) : null,
  ]
    .filter(Boolean)
    .join(', ');

const OUTCOMES = { APPLIED: 'green', REFUSED: 'red', PENDING: 'orange' } as const;

const Table = ({ rows, desk, words }: { rows: HistoryRecord[]; desk: Desk; words: Words }) => {
  const { t } = words;
  const outcome = { APPLIED: t('Applied'), REFUSED: t('Refused'), PENDING: t('Waits for the workers') };
  return (
    <div className="ld-scroll">
      <table className="ld-path-rows">
        <thead>
          <tr>
            {[t('When'), t('Action'), t('Who'), t('To whom'), t('Reason'), t('Outcome')].map((title) => (
              <th key={title}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const result = row.outcome ?? 'PENDING';
            const action = words.action(row.action);
            const held = row.action === 'ACCEPT' ? row.heldMinutes : null;
            const who = row.actorId ?? row.createdBy?.workspaceMemberId ?? null;
            return (
              <tr key={row.id} className={result === 'REFUSED' ? 'refused' : ''}>
                <td className="ld-figures" style={{ whiteSpace: 'nowrap' }}>{words.moment(row.occurredAt ?? row.createdAt)}</td>
                <td><Tag colour={result === 'REFUSED' ? 'gray' : action.colour}>{action.label}</Tag></td>
                <td>{who ? words.member(desk.office, who) : '—'}</td>
                <td>{addressee(row, desk, words) || '—'}</td>
                <td>
                  {row.reason?.trim() || (held === null ? '—' : null)}
                  {held === null ? null : <div className="ld-soft ld-small">{t('before that held for {span}', { span: words.span(held * 60_000) })}</div>}
                </td>
                <td>
                  <Tag colour={OUTCOMES[result]}>{outcome[result]}</Tag>
                  {row.refusal ? <div className="ld-small" style={{ marginTop: 4 }}>{row.refusal}</div> : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};

/** Where the letter has been, where it is, and how long it took. */
export const LetterPath = ({ id }: { id: string | null }) => {
  const words = useWords();
  const { t } = words;
  const userId = useFrontComponentExecutionContext((context) => context.userId);
  const { data, error, loading, reload } = useLoaded(async () => {
    if (id === null) return null;
    const [letter, history, desk] = await Promise.all([loadLetter(id), loadHistory(id), loadDesk(userId)]);
    return { letter, history, desk };
  }, `${id} ${userId}`);

  useEffect(() => {
    const timer = setInterval(() => void reload(), REFRESH_EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);

  const body = () => {
    if (id === null) return <Empty title={t('Choose one letter')} />;
    if (!data)
      return loading ? (
        <>
          <Bone width="100%" height={200} />
          <Skeleton rows={4} />
        </>
      ) : (
        <Notice colour="red" title={t('The path could not be loaded')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>
          {words.error(error)}
        </Notice>
      );
    const { letter, history, desk } = data;
    if (!letter) return <Empty title={t('No such letter')}>{t('It was deleted, or you may not see it.')}</Empty>;
    const rows = history.filter(isApplied);
    const layout = layOut({ rows, homeOf: (memberId) => departmentOf(desk.office, memberId), now: new Date() });
    const titleOf = (row: PathRow) =>
      [
        words.moment(row.occurredAt),
        words.action(row.action).label,
        words.member(desk.office, row.actorId),
        row.reason?.trim(),
      ]
        .filter(Boolean)
        .join(' · ');
    return (
      <>
        <LetterCard {...{ letter, desk, words }} brief />
        {rows.length === 0 ? (
          <Empty title={t('No way yet')}>{t('The background workers draw it from the first row on: the letter is being registered.')}</Empty>
        ) : (
          <>
            <Legend layout={layout} words={words} />
            <Picture {...{ layout, rows, desk, words, titleOf }} />
          </>
        )}
        {history.length > 0 ? <Table rows={history} desk={desk} words={words} /> : null}
      </>
    );
  };

  return <div className="ld-path">{body()}</div>;
};

/** The way of the letter that is open. */
export const Path = () => {
  const ids = useSelectedRecordIds();
  return (
    <Surface css={PATH_CSS}>
      <LetterPath id={ids.length === 1 ? ids[0]! : null} />
    </Surface>
  );
};
