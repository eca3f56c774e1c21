import { type ReactNode } from 'react';
import { CASE_STAGE, DECISION_OUTCOME, DOCUMENT_STATUS, HEARING_OUTCOME, INSTANCE, REQUEST_STATUS } from '../../custom-objects/vocabulary';
import { isMissing, type CaseDocument } from '../case/data';
import { RecordPanel } from '../case/Panel';
import { Link, Notice, Tag } from '../lib/kit';
import type { Words } from '../lib/words';
import { Funnel, FUNNEL_CSS } from '../reports/charts/Funnel';
import { openRecord } from '../reports/Drill';
import { exact } from '../reports/money';
import { todayIn } from '../reports/period';
import { shownCell } from '../reports/Table';
import { daysStill } from './figures';
import { chainOf, isOverdue, loadCaseParts, type CaseParts, type CaseState, type Decision, type Filing, type Finance, type Hearing, type Request } from './ofCase';

const CSS = `
.ld-control { display: flex; flex-direction: column; gap: 20px; padding: 16px; max-width: 960px; }
.ld-control-part { display: flex; flex-direction: column; gap: 8px; min-width: 0; }
.ld-control-list { border: 1px solid var(--ld-line); border-radius: 8px; }
.ld-control-item { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 12px; padding: 8px 12px; align-items: start; }
.ld-control-item + .ld-control-item { border-top: 1px solid var(--ld-line); }
.ld-control-under { grid-column: 1 / -1; }
.ld-control-chain { display: flex; flex-direction: column; gap: 8px; border-left: 2px solid var(--ld-strong); padding-left: 12px; margin-left: 4px; }
.ld-control-bar { height: 6px; border-radius: 3px; background: var(--ld-press); overflow: hidden; }
.ld-control-bar > div { height: 100%; background: var(--ld-green-text); }
` + FUNNEL_CSS;

type Shown = { words: Words; today: string; timeZone: string };

const Part = ({ title, note, children }: { title: string; note?: string | null; children: ReactNode }) => (
  <section className="ld-control-part" aria-label={title}>
    <div className="ld-row ld-wrap">
      <h2 className="ld-strong">{title}</h2>
      {note ? <span className="ld-soft ld-figures">{note}</span> : null}
    </div>
    {children}
  </section>
);

const Closed = ({ words: { t } }: { words: Words }) => <span className="ld-soft">{t('Your role may not see this.')}</span>;
const Nothing = ({ children }: { children: ReactNode }) => <span className="ld-soft">{children}</span>;

const dated = (words: Words, pairs: [label: string, day: string | null][]): string =>
  pairs.flatMap(([label, day]) => (day ? [`${label} ${words.date(day.slice(0, 10))}`] : [])).join(' · ');

const State = ({ state, shown: { words, today, timeZone } }: { state: CaseState | null; shown: Shown }) => {
  const { t } = words;
  if (state === null) return <Nothing>{t('The workers have not written the control of this case yet.')}</Nothing>;
  const stage = words.option(CASE_STAGE, state.stage);
  // A case on appeal is at the stage of that name.
  const instance = state.instance === state.stage ? null : words.option(INSTANCE, state.instance);
  const days = daysStill(state, today, timeZone);
  return (
    <>
      {state.isForgotten ? <Notice colour="red" title={t('This case is forgotten')}>{t('No event of it is open and nothing is awaited. Add the next event, or archive the case.')}</Notice> : null}
      <div className="ld-row ld-wrap">
        {stage ? <Tag colour={stage.colour}>{stage.label}</Tag> : null}
        {instance ? <Tag colour={instance.colour}>{instance.label}</Tag> : null}
        {state.awaitsClient ? <Tag colour="yellow">{t('Awaits client')}</Tag> : null}
        <span className="ld-soft">{t('Open events: {count}', { count: state.openEvents ?? 0 })}</span>
        {days === null ? null : <span className="ld-soft">{t('days without movement: {count}', { count: days })}</span>}
      </div>
    </>
  );
};

const Papers = ({ documents, words }: { documents: CaseDocument[] | null; words: Words }) => {
  const { t } = words;
  const needed = documents?.filter(({ status }) => status !== 'NOT_NEEDED') ?? [];
  const missing = needed.filter(isMissing);
  const received = needed.length - missing.length;
  return (
    <Part title={t('Papers')} note={documents && needed.length > 0 ? t('{received} of {count} are in', { received, count: needed.length }) : null}>
      {documents === null ? <Closed words={words} /> : null}
      {documents !== null && needed.length === 0 ? <Nothing>{t('The case has no checklist yet.')}</Nothing> : null}
      {needed.length > 0 ? <div className="ld-control-bar"><div style={{ width: `${(100 * received) / needed.length}%` }} /></div> : null}
      {missing.length > 0 ? (
        <div className="ld-control-list">
          {missing.map(({ id, name, status, requestedAt, requirement }) => {
            const option = words.option(DOCUMENT_STATUS, status ?? 'REQUIRED');
            const stage = words.option(CASE_STAGE, requirement?.stage ?? null);
            return (
              <div key={id} className="ld-control-item">
                <Link lines="ld-two" onClick={() => openRecord('caseDocument', id)}>{name?.trim() || '—'}</Link>
                {option ? <Tag colour={option.colour}>{option.label}</Tag> : <span />}
                <span className="ld-soft ld-small ld-control-under">
                  {[requirement?.isMandatory ? t('mandatory') : null, stage ? t('by the stage {stage}', { stage: stage.label }) : null, requestedAt ? t('requested {day}', { day: words.date(requestedAt) }) : null].filter(Boolean).join(' · ')}
                </span>
              </div>
            );
          })}
        </div>
      ) : null}
      {needed.length > 0 && missing.length === 0 ? <Nothing>{t('No document of the checklist is missing')}</Nothing> : null}
    </Part>
  );
};

/** To whom, and what for; the subject often names the addressee itself. */
const requestName = ({ subject, addressee }: Request): string => {
  const [to, what] = [addressee?.name?.trim() ?? '', subject?.trim() ?? ''];
  return (what.startsWith(to) ? what : [to, what].filter(Boolean).join(': ')) || '—';
};

const Requests = ({ requests, shown: { words, today } }: { requests: Request[] | null; shown: Shown }) => {
  const { t } = words;
  const overdue = requests?.filter((request) => isOverdue(request, today)).length ?? 0;
  return (
    <Part title={t('Requests')} note={overdue > 0 ? t('overdue: {count}', { count: overdue }) : null}>
      {requests === null ? <Closed words={words} /> : null}
      {requests?.length === 0 ? <Nothing>{t('No request was made.')}</Nothing> : null}
      {requests && requests.length > 0 ? (
        <div className="ld-control-list">
          {requests.map((request) => {
            const { id, status, sentAt, dueAt, answeredAt, reply } = request;
            const option = words.option(REQUEST_STATUS, status);
            return (
              <div key={id} className="ld-control-item">
                <Link lines="ld-two" onClick={() => openRecord('attorneyRequest', id)}>{requestName(request)}</Link>
                {isOverdue(request, today) ? <Tag colour="red">{t('Overdue')}</Tag> : option ? <Tag colour={option.colour}>{option.label}</Tag> : <span />}
                <span className="ld-soft ld-small ld-control-under">
                  {dated(words, [[t('sent'), sentAt], [t('reply due'), status === 'SENT' ? dueAt : null], [t('answered'), answeredAt]]) || t('not sent yet')}
                </span>
                {reply?.trim() ? <span className="ld-small ld-control-under">{reply.trim()}</span> : null}
              </div>
            );
          })}
        </div>
      ) : null}
    </Part>
  );
};

const HearingLine = ({ hearing: { id, scheduledAt, outcome, room, court }, words, withCourt }: { hearing: Hearing; words: Words; withCourt: boolean }) => (
  <div className="ld-row ld-wrap">
    <Link onClick={() => openRecord('courtHearing', id)}>{scheduledAt ? words.moment(scheduledAt) : words.t('Hearing')}</Link>
    <span className="ld-soft ld-small">{[words.option(HEARING_OUTCOME, outcome)?.label, withCourt ? court?.name : null, room?.trim()].filter(Boolean).join(' · ')}</span>
  </div>
);

const DecisionLine = ({ decision, words, withCourt }: { decision: Decision; words: Words; withCourt: boolean }) => {
  const { t } = words;
  const { id, decidedAt, effectiveAt, appealDueAt, outcome, court } = decision;
  const option = words.option(DECISION_OUTCOME, outcome);
  return (
    <div className="ld-row ld-wrap">
      {option ? <Tag colour={option.colour}>{option.label}</Tag> : null}
      <Link onClick={() => openRecord('courtDecision', id)}>{decidedAt ? t('Decision of {day}', { day: words.date(decidedAt) }) : t('Decision')}</Link>
      <span className="ld-soft ld-small">
        {[withCourt ? court?.name : null, dated(words, [[t('in force since'), effectiveAt], [t('appeal by'), effectiveAt ? null : appealDueAt]])].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
};

const FilingHead = ({ filing: { id, instance, court, courtCaseNumber, filedAt, acceptedAt }, words }: { filing: Filing; words: Words }) => {
  const { t } = words;
  const option = words.option(INSTANCE, instance);
  return (
    <div className="ld-col" style={{ gap: 2 }}>
      <div className="ld-row ld-wrap">
        {option ? <Tag colour={option.colour}>{option.label}</Tag> : null}
        <Link lines="ld-two" onClick={() => openRecord('courtFiling', id)}>{court?.name?.trim() || t('court not named')}</Link>
        {courtCaseNumber?.trim() ? <span className="ld-soft ld-figures">{courtCaseNumber.trim()}</span> : null}
      </div>
      <span className="ld-soft ld-small">{dated(words, [[t('filed'), filedAt], [t('accepted on'), acceptedAt]]) || t('not filed yet')}</span>
    </div>
  );
};

const Court = ({ filings, hearings, decisions, words }: Pick<CaseParts, 'filings' | 'hearings' | 'decisions'> & { words: Words }) => {
  const { t } = words;
  const { links, loose } = chainOf({ filings: filings ?? [], hearings: hearings ?? [], decisions: decisions ?? [] });
  const isClosed = filings === null && hearings === null && decisions === null;
  const isEmpty = links.length + loose.hearings.length + loose.decisions.length === 0;
  // Without the filings nothing says to which instance a hearing belongs.
  const partly = [[filings, t('Your role may not see the filings.')], [hearings, t('Your role may not see the hearings.')], [decisions, t('Your role may not see the decisions.')]] as const;
  return (
    <Part title={t('Court')}>
      {isClosed ? <Closed words={words} /> : partly.map(([part, said]) => (part === null ? <Nothing key={said}>{said}</Nothing> : null))}
      {!isClosed && isEmpty ? <Nothing>{t('The case has not been in court.')}</Nothing> : null}
      {links.map(({ filing, hearings: held, decisions: made }) => (
        <div key={filing.id} className="ld-control-chain">
          <FilingHead filing={filing} words={words} />
          {held.map((hearing) => <HearingLine key={hearing.id} hearing={hearing} words={words} withCourt={false} />)}
          {made.map((decision) => <DecisionLine key={decision.id} decision={decision} words={words} withCourt={false} />)}
        </div>
      ))}
      {loose.hearings.map((hearing) => <HearingLine key={hearing.id} hearing={hearing} words={words} withCourt />)}
      {loose.decisions.map((decision) => <DecisionLine key={decision.id} decision={decision} words={words} withCourt />)}
    </Part>
  );
};

const Money = ({ finance, words }: { finance: Finance[] | null; words: Words }) => {
  const { t } = words;
  const [sums] = finance ?? [];
  const steps = sums
    ? ([['claimed', t('Claimed'), 'blue'], ['awarded', t('Awarded'), 'purple'], ['collected', t('Collected'), 'green']] as const).map(([key, label, colour]) => {
        const micros = exact(sums[key]?.amountMicros);
        const currency = sums[key]?.currencyCode || 'RUB';
        return { key, label, colour, value: Number(micros), shown: shownCell(micros, { key, title: label, type: 'money', currency }, words) };
      })
    : [];
  return (
    <Part title={t('Money')} note={sums?.lastPaymentAt ? t('last payment {day}', { day: words.date(sums.lastPaymentAt) }) : null}>
      {finance === null ? <Closed words={words} /> : sums ? <Funnel label={t('Claimed, awarded, collected')} steps={steps} /> : <Nothing>{t('Nothing was claimed yet.')}</Nothing>}
    </Part>
  );
};

/** The tab of a case that answers: what is missing, what was asked and came back, where the case is, what it brought. */
export const CaseControl = () => (
  <RecordPanel load={loadCaseParts} css={CSS} fill="ld-control">
    {({ data: parts, words }) => {
      const { timeZone } = parts;
      const shown = { words, timeZone, today: todayIn(timeZone, new Date()) };
      return (
        <>
          <State state={parts.state} shown={shown} />
          <Papers documents={parts.documents} words={words} />
          <Requests requests={parts.requests} shown={shown} />
          <Court {...parts} words={words} />
          <Money finance={parts.finance} words={words} />
        </>
      );
    }}
  </RecordPanel>
);
