import { useEffect, useState, type ReactNode } from 'react';
import { AppPath, enqueueSnackbar, navigate, useFrontComponentExecutionContext } from 'twenty-sdk/front-component';
import { Bone, Button, Empty, Input, Link, Notice, Skeleton, Tag } from '../lib/kit';
import { ASSIGNMENT_STATUS, REMINDER_KIND } from '../../custom-objects/vocabulary';
import { ifAllowed } from '../case/data';
import type { Letter } from '../lib/letter';
import { fullName, type Desk } from '../lib/office';
import { goToPage } from '../lib/pages';
import { find } from '../lib/store';
import { Surface } from '../lib/theme';
import { useLoaded } from '../lib/useLoaded';
import { useWords, type Words } from '../lib/words';
import { loadCounters } from './counters';
import { loadMyDesk, type Assignment, type DeskData, type Reminder } from './data';
import { LetterRow, openLetter } from './LetterRow';

const REFRESH_EVERY_MS = 15_000;
/** So many rows at first: each one is a few dozen elements that the worker has to send to the page. */
const PAGE = 30;

const CSS = `
.ld-desk { display: flex; flex-direction: column; gap: 24px; padding: 24px; max-width: 1280px; margin: 0 auto; }
.ld-desk-head { display: flex; align-items: center; gap: 8px; flex-wrap: wrap; }
.ld-tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 8px; }
.ld-tile { border: 1px solid var(--ld-line); border-radius: 8px; padding: 12px; background: var(--ld-raised); display: flex; flex-direction: column; gap: 2px; }
.ld-tile b { font-size: 20px; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
.ld-tile.open { font: inherit; color: inherit; text-align: left; cursor: pointer; }
.ld-tile.open:hover { background: var(--ld-hover); }
.ld-desk-body { display: grid; grid-template-columns: minmax(0, 1fr); gap: 24px; align-items: start; }
.ld-heap { border: 1px solid var(--ld-line); border-radius: 8px; overflow: hidden; }
.ld-heap-head { display: flex; align-items: center; gap: 8px; padding: 0 0 8px; }
.ld-desk-item + .ld-desk-item { border-top: 1px solid var(--ld-line); }
.ld-desk-item:hover { background: var(--ld-raised); }
.ld-desk-row { display: grid; grid-template-columns: minmax(0, 1fr) 140px 232px; gap: 12px; align-items: center; padding: 8px 12px; min-height: 52px; }
.ld-desk-what { min-width: 0; display: flex; flex-direction: column; gap: 2px; }
.ld-desk-subject { min-width: 0; display: flex; }
.ld-desk-age { text-align: right; white-space: nowrap; }
.ld-desk-do { display: flex; gap: 4px; justify-content: flex-end; }
.ld-desk-under { padding: 4px 12px 12px; max-width: 560px; }
.ld-heap-foot { padding: 8px 12px; border-top: 1px solid var(--ld-line); }
.ld-reminder { padding: 8px 12px; display: flex; flex-direction: column; gap: 2px; }
@container (min-width: 1080px) { .ld-desk-body { grid-template-columns: minmax(0, 1fr) 300px; } }
@container (max-width: 640px) {
  .ld-desk { padding: 12px; gap: 16px; }
  .ld-desk-row { grid-template-columns: minmax(0, 1fr) auto; }
  .ld-desk-what .ld-row { flex-wrap: wrap; row-gap: 2px; }
  .ld-desk-do { grid-column: 1 / -1; justify-content: flex-start; flex-wrap: wrap; }
}
`;

/** @param count a dash or dots where it is not known @param onOpen leads to the page that it is counted from */
const Tile = ({ title, count, note, loud, onOpen }: { title: string; count: number | string; note: string; loud?: boolean; onOpen?: () => void }) => {
  const content = (
    <>
      <span className="ld-soft ld-small">{title}</span>
      <b>{count}</b>
      <span className="ld-small" style={{ color: loud ? 'var(--ld-red-text)' : 'var(--ld-soft)', minHeight: 17 }}>{note}</span>
    </>
  );
  return onOpen ? <button type="button" className="ld-tile open" onClick={onOpen}>{content}</button> : <div className="ld-tile">{content}</div>;
};

type HeapProps = { title: string; count: number; empty: string; words: Words; children: ReactNode[] };

const Heap = ({ title, count, empty, words, children }: HeapProps) => {
  const [shown, setShown] = useState(PAGE);
  const hidden = children.length - shown;
  return (
    <section>
      <div className="ld-heap-head">
        <h2 className="ld-strong">{title}</h2>
        <span className="ld-faint ld-figures">{count}</span>
      </div>
      <div className="ld-heap">
        {children.length === 0 ? <div className="ld-soft" style={{ padding: 16 }}>{empty}</div> : children.slice(0, shown)}
        {hidden > 0 ? (
          <div className="ld-heap-foot">
            <Button look="quiet" onClick={() => setShown(shown + 4 * PAGE)}>
              {words.t('Show more: {count}', { count: hidden })}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  );
};

const openRecord = (objectNameSingular: string, objectRecordId: string) => () => void navigate(AppPath.RecordShowPage, { objectNameSingular, objectRecordId });

const ReminderItem = ({ reminder, words, now }: { reminder: Reminder; words: Words; now: number }) => {
  const { t } = words;
  const { title, kind, dueAt, nextAt, sentCount, isEscalation, correspondenceId, caseEventId, clientAssignmentId } = reminder;
  const openElsewhere = caseEventId ? openRecord('caseEvent', caseEventId) : clientAssignmentId ? openRecord('clientAssignment', clientAssignmentId) : null;
  const open = correspondenceId ? () => openLetter(correspondenceId) : openElsewhere;
  const ofCase = kind === 'CORRESPONDENCE' ? null : words.option(REMINDER_KIND, kind);
  const left = nextAt === null ? null : Date.parse(nextAt) - now;
  const when = left === null ? null : left >= 60_000 ? t('again in {span}', { span: words.span(left) }) : t('due now');
  return (
    <div className="ld-desk-item ld-reminder">
      {open ? (
        <Link lines="ld-two" title={title ?? ''} onClick={open}>
          {title || '—'}
        </Link>
      ) : (
        <span className="ld-two" title={title ?? ''}>{title || '—'}</span>
      )}
      <span className="ld-soft ld-small ld-row ld-wrap">
        {isEscalation ? <Tag colour="red">{t('Escalation')}</Tag> : null}
        {ofCase ? <Tag colour={ofCase.colour}>{ofCase.label}</Tag> : null}
        {dueAt && Date.parse(dueAt) < now ? <span style={{ color: 'var(--ld-red-text)' }}>{t('overdue since {day}', { day: words.day(dueAt) })}</span> : null}
        {[when, sentCount ? t('reminded: {count}', { count: sentCount }) : null].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
};

const AssignmentItem = ({ assignment: { id, title, status, dueAt, daysLate, client, legalCase }, words }: { assignment: Assignment; words: Words }) => {
  const { t } = words;
  const stands = words.option(ASSIGNMENT_STATUS, status);
  return (
    <div className="ld-desk-item ld-reminder">
      <Link lines="ld-two" title={title ?? ''} onClick={openRecord('clientAssignment', id)}>{title?.trim() || '—'}</Link>
      <span className="ld-soft ld-small ld-row ld-wrap">
        {stands ? <Tag colour={stands.colour}>{stands.label}</Tag> : null}
        {daysLate ? <span style={{ color: 'var(--ld-red-text)' }}>{t('days late: {count}', { count: daysLate })}</span> : null}
        {[dueAt && !daysLate ? t('due {day}', { day: words.day(dueAt) }) : null, fullName(client?.name ?? null), legalCase?.number].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
};

const Waiting = () => (
  <>
    <div className="ld-tiles">{[0, 1, 2, 3].map((tile) => <Bone key={tile} width="100%" height={84} />)}</div>
    <Skeleton rows={8} />
  </>
);

const matches = (letter: Letter, wanted: string) =>
  `${letter.number ?? ''} ${letter.subject ?? ''} ${letter.counterparty?.name ?? ''}`.toLowerCase().includes(wanted);

const goTo = (page: string, words: Words) => () =>
  void goToPage(page).catch((failure: unknown) => enqueueSnackbar({ message: words.error(failure), variant: 'error' }));

const COUNT_EVERY_MS = 60_000;

/** Counted after the desk is there, so that nothing on it waits for them. */
const Watched = ({ desk, words, now }: { desk: Desk; words: Words; now: number }) => {
  const { t } = words;
  const { data, error } = useLoaded(() => loadCounters(desk), `${desk.viewerId} ${Math.floor(now / COUNT_EVERY_MS)}`);
  const { forgotten = null, papers = null, oversees = false } = data ?? {};
  const unknown = error ? '—' : '…';
  const whose = data ? (oversees ? t('of the whole office') : t('of my cases')) : '';
  return (
    <>
      {data && forgotten === null ? null : (
        <Tile title={t('Forgotten cases')} count={forgotten ?? unknown} note={whose} loud={forgotten !== null && forgotten > 0} onOpen={goTo('page.forgottenCases', words)} />
      )}
      <Tile
        title={t('Papers in my hands or at risk')}
        count={papers?.mineOrRisk ?? unknown}
        note={papers && papers.risk > 0 ? t('at risk: {count}', { count: papers.risk }) : ''}
        loud
        onOpen={goTo('page.whereIsThePaper', words)}
      />
      <Tile
        title={t('Letters at risk')}
        count={papers?.risk ?? unknown}
        note={data ? (oversees ? t('of the whole office') : t('that concern me')) : ''}
        loud={papers !== null && papers.risk > 0}
        onOpen={goTo('page.lettersAtRisk', words)}
      />
    </>
  );
};

const Loaded = ({ data, search, words, now, reload }: { data: DeskData; search: string; words: Words; now: number; reload: () => void }) => {
  const { t } = words;
  const { desk, heaps, reminders, assignments, reasons } = data;
  const late = (assignments ?? []).filter(({ daysLate }) => daysLate).length;
  const wanted = search.trim().toLowerCase();
  const rows = (letters: Letter[]) =>
    letters
      .filter((letter) => wanted === '' || matches(letter, wanted))
      .map((letter) => (
        <LetterRow key={letter.id} {...{ letter, desk, words, now }} reason={reasons.get(letter.id) ?? null} onMoved={reload} />
      ));
  const oldest = (letters: Letter[], since: (letter: Letter) => string | null) => {
    const first = letters.map(since).filter((iso) => iso !== null).sort()[0];
    return first ? t('longest {span}', { span: words.span(now - Date.parse(first)) }) : '';
  };
  const overdue = heaps.held.filter(({ dueAt }) => dueAt !== null && Date.parse(dueAt) < now).length;
  const nothing = wanted ? t('Nothing here matches the search') : null;

  return (
    <>
      <div className="ld-tiles">
        <Tile title={t('Await my acceptance')} count={heaps.awaiting.length} note={oldest(heaps.awaiting, ({ handedOverAt }) => handedOverAt)} />
        <Tile
          title={t('In my hands')}
          count={heaps.held.length}
          note={overdue > 0 ? t('overdue: {count}', { count: overdue }) : oldest(heaps.held, ({ heldSince }) => heldSince)}
          loud={overdue > 0}
        />
        <Tile title={t('Wait for others')} count={heaps.waitingForOthers.length} note={oldest(heaps.waitingForOthers, ({ handedOverAt }) => handedOverAt)} />
        <Tile title={t('My reminders')} count={reminders.length} note="" />
        {assignments ? <Tile title={t('My assignments')} count={assignments.length} note={late > 0 ? t('overdue: {count}', { count: late }) : ''} loud={late > 0} /> : null}
        <Watched {...{ desk, words, now }} />
      </div>
      <div className="ld-desk-body">
        <div className="ld-col" style={{ gap: 24 }}>
          <Heap title={t('Await my acceptance')} count={heaps.awaiting.length} empty={nothing ?? t('Nothing awaits you. Letters handed to you or your department appear here.')} words={words}>
            {rows(heaps.awaiting)}
          </Heap>
          <Heap title={t('In my hands')} count={heaps.held.length} empty={nothing ?? t('You hold no letters.')} words={words}>
            {rows(heaps.held)}
          </Heap>
          {heaps.waitingForOthers.length > 0 ? (
            <Heap title={t('Wait for others')} count={heaps.waitingForOthers.length} empty={nothing ?? ''} words={words}>
              {rows(heaps.waitingForOthers)}
            </Heap>
          ) : null}
        </div>
        <div className="ld-col" style={{ gap: 24 }}>
          <Heap title={t('My reminders')} count={reminders.length} empty={t('No reminders.')} words={words}>
            {reminders.map((reminder) => (
              <ReminderItem key={reminder.id} {...{ reminder, words, now }} />
            ))}
          </Heap>
          {assignments ? (
            <Heap title={t('My assignments')} count={assignments.length} empty={t('No client awaits anything of you.')} words={words}>
              {assignments.map((assignment) => (
                <AssignmentItem key={assignment.id} {...{ assignment, words }} />
              ))}
            </Heap>
          ) : null}
        </div>
      </div>
    </>
  );
};

export const MyDesk = () => {
  const words = useWords();
  const { t } = words;
  const userId = useFrontComponentExecutionContext((context) => context.userId);
  const [first, setFirst] = useState<DeskData | null>(null);
  const { data, error, loadedAt, reload } = useLoaded(() => loadMyDesk(userId, (early) => setFirst((before) => before ?? early)), String(userId));
  const [search, setSearch] = useState('');
  const [now, setNow] = useState(() => Date.now());
  const [asked, setAsked] = useState(false);
  const { data: takesVisits } = useLoaded(async () => (await ifAllowed(find('firstVisit', 'id', { first: 1 }))) !== null, String(userId));
  const refresh = async () => {
    setAsked(true);
    await reload();
    setAsked(false);
  };

  useEffect(() => {
    const timer = setInterval(() => void reload(), REFRESH_EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);
  useEffect(() => setNow(Date.now()), [loadedAt]);

  const shown = data ?? first;
  return (
    <Surface css={CSS}>
      <div className="ld-desk">
        <div className="ld-desk-head">
          <span className="ld-soft" style={{ flex: '1 1 120px' }}>
            {loadedAt ? t('as of {time}', { time: words.time(new Date(loadedAt).toISOString()) }) : ''}
          </span>
          <div style={{ flex: '0 1 220px' }}>
            <Input label={t('Search')} placeholder={t('Number, subject, sender')} onChange={setSearch} />
          </div>
          <Button large onClick={() => void refresh()} disabled={asked}>
            {asked ? <span className="ld-spin" /> : null}
            {t('Refresh')}
          </Button>
          {takesVisits ? <Button large look="primary" onClick={goTo('page.takeFirstVisit', words)}>{t('First visit')}</Button> : null}
        </div>
        {error ? (
          <Notice colour="red" title={shown ? t('Not refreshed') : t('The desk could not be loaded')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>
            {words.error(error)}
          </Notice>
        ) : null}
        {shown && shown.desk.viewerId === '' ? <Empty title={t('You are not a member of this workspace')} /> : null}
        {shown && shown.desk.viewerId !== '' ? <Loaded data={shown} {...{ search, words, now }} reload={() => void reload()} /> : null}
        {!shown && !error ? <Waiting /> : null}
      </div>
    </Surface>
  );
};
