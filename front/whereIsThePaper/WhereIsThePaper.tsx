import { useEffect, useState } from 'react';
import { useFrontComponentExecutionContext } from 'twenty-sdk/front-component';
import * as v from 'valibot';
import { Pages } from '../caseControlReport/Pages';
import { records } from '../lib/api';
import { Empty, Field, Input } from '../lib/kit';
import { loadDesk, type Desk } from '../lib/office';
import { useLoaded } from '../lib/useLoaded';
import type { Words } from '../lib/words';
import { openRecord } from '../reports/Drill';
import { Report } from '../reports/Report';
import type { Cell, Column, Sheet } from '../reports/sheet';
import { Table, type Row } from '../reports/Table';
import { Tiles } from '../reports/Tiles';
import { useReport, useReportData } from '../reports/useReport';
import { loadPaperRows, loadPapers, type Paper } from './data';
import { orderOf, originalOf, PAPER_VIEWS, searchFilter, viewFilter, type PaperView } from './figures';

const schema = v.object({ view: v.fallback(v.picklist(PAPER_VIEWS), 'INSIDE') });

const TYPING_PAUSE_MS = 300;
/** Twenty gives so many records at once: more letters no file holds. */
const MOST_IN_FILE = 5_000;

const columnsOf = ({ t }: Words): Column[] => [
  { key: 'letter', title: t('Letter'), type: 'text' },
  { key: 'status', title: t('Status'), type: 'text' },
  { key: 'holder', title: t('Last accepted by'), type: 'text', hint: t('The paper is where it was last accepted, also while it waits for somebody else') },
  { key: 'held', title: t('For how long'), type: 'count' },
  { key: 'original', title: t('Original'), type: 'text' },
  { key: 'waits', title: t('To be accepted by'), type: 'text' },
];

const originalText = (paper: Paper, { t }: Words): string => {
  const original = originalOf(paper);
  const elsewhere = {
    ELECTRONIC: t('none on paper: it came or went electronically'), ON_THE_WAY: t('on its way to the addressee'), WITH_ADDRESSEE: t('with the addressee'),
    WITH_HOLDER: t('with the holder; no place noted'),
  };
  const where = original.kind === 'PLACE' ? original.place : elsewhere[original.kind];
  return paper.files && paper.files.length > 0 ? `${where} · ${t('scan in the letter')}` : where;
};

const cellsOf = (paper: Paper, { desk: { office }, words, now }: { desk: Desk; words: Words; now: number }): Record<string, Cell> => {
  const { t } = words;
  const { number, subject, status, holderId, holderDepartmentId, heldSince, pendingMemberId, pendingDepartmentId, handedOverAt, trackingNumber } = paper;
  const isPending = status === 'HANDED_OVER';
  const pending = pendingMemberId ? words.member(office, pendingMemberId) : pendingDepartmentId ? words.department(office, pendingDepartmentId) : t('somebody');
  return {
    letter: [number, words.subject(subject)].filter(Boolean).join(' · '),
    status: [words.status(status).label, status === 'SENT' && trackingNumber?.trim() ? trackingNumber.trim() : null].filter(Boolean).join(' · '),
    holder: [holderId ? words.member(office, holderId) : null, holderDepartmentId ? words.department(office, holderDepartmentId) : null].filter(Boolean).join(', ') || null,
    held: heldSince ? words.span(now - Date.parse(heldSince)) : null,
    original: originalText(paper, words),
    waits: isPending ? [pending, handedOverAt ? words.span(now - Date.parse(handedOverAt)) : null].filter(Boolean).join(' · ') : null,
  };
};

/** Every letter that is not archived: who has the paper, since when, and what became of the original. */
export const WhereIsThePaper = () => {
  const report = useReport({ name: 'whereIsThePaper', schema, needs: ['correspondence'] });
  const { words, filters, set, isOpen } = report;
  const { t } = words;
  const { view } = filters;
  const userId = useFrontComponentExecutionContext((context) => context.userId);
  const { timeZone } = report;
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const [at, setAt] = useState({ of: '', offset: 0 });
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const { data: desk, error: unnamed, reload: nameAgain } = useLoaded(() => loadDesk(userId), String(userId));
  const wantedOf = `${view} ${text}`;
  const offset = at.of === wantedOf ? at.offset : 0;
  const wanted = (now: Date) => {
    const search = searchFilter(text, desk!.office);
    return { filter: { and: [viewFilter(view, { memberId: desk!.viewerId, now, timeZone }), ...(search ? [search] : [])] }, orderBy: orderOf(view) };
  };
  const papers = useReportData({
    isOpen: isOpen && desk !== null,
    key: [view, text, offset],
    load: () => {
      const now = new Date();
      return loadPapers(records, { ...wanted(now), offset, memberId: desk!.viewerId, now, timeZone });
    },
  });
  const { data } = papers;
  const now = papers.loadedAt ?? Date.now();
  const loaded = { ...papers, error: papers.error ?? unnamed, reload: () => (desk ? papers.reload() : nameAgain()) };

  const names: Record<PaperView, string> = {
    INSIDE: t('In the office'), ALL: t('Not archived'), MINE: t('In my hands'), RISK: t('At risk'), PENDING: t('Wait for acceptance'), SENT: t('On the way'),
    UNDELIVERED: t('Undelivered'), LOST: t('Lost'),
  };
  const sheet = async (): Promise<Sheet> => {
    const { papers: all, count } = await loadPaperRows(records, { ...wanted(new Date(now)), offset: 0, first: MOST_IN_FILE });
    return {
      title: t('Where is the paper'),
      filters: [[t('Show'), names[view]], ...(text ? [[t('Search'), text] as [string, string]] : []), [t('As of'), words.moment(new Date(now).toISOString())]],
      columns: columnsOf(words).map((column): Column => ({ ...column, type: 'text' })),
      rows: all.map((paper) => ({ cells: cellsOf(paper, { desk: desk!, words, now }) })),
      notes: count > all.length ? [t('The first {count} are here. Narrow the filters to have the others.', { count: all.length })] : [],
    };
  };

  const body = () => {
    if (!data || !desk) return null;
    const { counts } = data;
    const tiles = ([
      ['INSIDE', counts.inside], ['MINE', data.mine], ['RISK', data.risk], ['PENDING', counts.pending], ['SENT', counts.sent], ['UNDELIVERED', counts.undelivered],
      ['LOST', counts.lost], ['ALL', counts.all],
    ] satisfies [PaperView, number][]).map(([key, count]) => ({ key, title: names[key], count }));
    const rows = data.papers.map((paper): Row => ({
      id: paper.id,
      cells: cellsOf(paper, { desk, words, now }),
      onOpen: () => openRecord('correspondence', paper.id),
      loud: paper.status === 'LOST' || paper.status === 'UNDELIVERED',
      ...(paper.counterparty?.name ? { note: paper.counterparty.name } : {}),
    }));
    return (
      <>
        <Tiles tiles={tiles} picked={view} onPick={(key) => set({ view: key })} words={words} />
        {view === 'RISK' ? <span className="ld-soft ld-small">{t('What is wrong with each, and what to do, is on the page “Letters at risk”.')}</span> : null}
        {rows.length === 0 ? (
          <Empty title={text ? t('Nothing here matches the search') : t('No such letter')} />
        ) : (
          <Table key={`${wantedOf} ${offset} ${papers.loadedAt}`} columns={columnsOf(words)} rows={rows} words={words} />
        )}
        <Pages offset={offset} shown={rows.length} count={data.count} onChange={(next) => setAt({ of: wantedOf, offset: next })} words={words} />
      </>
    );
  };

  return (
    <Report
      report={report}
      title={t('Where is the paper')}
      lead={t('Every letter that is not archived: who accepted it last, for how long, and where the original is')}
      loaded={loaded}
      sheet={data && desk ? sheet : null}
      filters={
        <Field label={t('Search')}>
          <Input label={t('Search')} placeholder={t('Number, subject, holder, department')} onChange={setTyped} />
        </Field>
      }
    >
      {body()}
    </Report>
  );
};
