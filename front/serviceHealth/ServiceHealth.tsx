import { useEffect, useState } from 'react';
import { SERVICE_STATE } from '../../custom-objects/vocabulary';
import { Button, Empty, Notice, Skeleton, Tag } from '../lib/kit';
import { Surface } from '../lib/theme';
import { useLoaded } from '../lib/useLoaded';
import { useWords, type Words } from '../lib/words';
import { isSilent, loadHealth, type Health, type Status } from './data';

const REFRESH_EVERY_MS = 30_000;

const CSS = `
.ld-health { display: flex; flex-direction: column; gap: 24px; padding: 24px; max-width: 960px; margin: 0 auto; }
.ld-health h1 { flex: 1 1 160px; margin: 0; font-size: 17px; line-height: 24px; font-weight: 600; }
.ld-health-tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: 8px; }
.ld-health-tile { border: 1px solid var(--ld-line); border-radius: 8px; padding: 12px; background: var(--ld-raised); display: flex; flex-direction: column; gap: 2px; }
.ld-health-tile b { font-size: 20px; line-height: 1.2; font-weight: 600; font-variant-numeric: tabular-nums; }
.ld-health-list { border: 1px solid var(--ld-line); border-radius: 8px; background: var(--ld-raised); }
.ld-health-part { display: grid; grid-template-columns: minmax(120px, 200px) 110px minmax(0, 1fr); gap: 4px 16px; align-items: center; padding: 12px 16px; min-height: 52px; }
.ld-health-part + .ld-health-part { border-top: 1px solid var(--ld-line); }
@container (max-width: 560px) {
  .ld-health { padding: 12px; gap: 16px; }
  .ld-health-part { grid-template-columns: minmax(0, 1fr) auto; padding: 12px; }
  .ld-health-part > :last-child { grid-column: 1 / -1; }
}
`;

/** In the order in which one asks for them; under names of the viewer's language. */
const PARTS = ['EMAIL', 'WEBHOOK', 'DIGEST', 'TWENTY'];

const nameOf = ({ part, name }: Status, { t }: Words): string => {
  const names: Record<string, string> = { EMAIL: t('E-mail'), WEBHOOK: t('Messenger'), DIGEST: t('Morning digest'), TWENTY: t('Twenty’s API') };
  return names[part] ?? name ?? part;
};

const figureOf = ({ part, figures, since, state }: Status, { t, moment, date }: Words): string => {
  const { sent, failed, lastGoodAt, operationsAMinute, capacity, day } = figures ?? {};
  if (state === 'OFF') return t('Not set up');
  return [
    part === 'TWENTY' && operationsAMinute !== undefined ? t('{count} of {limit} operations in the last minute', { count: Number(operationsAMinute), limit: Number(capacity) }) : null,
    part === 'DIGEST' && day ? t('last one: {day}', { day: date(String(day)) }) : null,
    Number(sent) > 0 ? t('sent: {count}', { count: Number(sent) }) : null,
    Number(failed) > 0 ? t('failed: {count}', { count: Number(failed) }) : null,
    lastGoodAt ? t('last worked {moment}', { moment: moment(String(lastGoodAt)) }) : null,
    state === 'FAILING' && since ? t('failing since {moment}', { moment: moment(since) }) : null,
  ]
    .filter(Boolean)
    .join(' · ');
};

const Part = ({ status, words }: { status: Status; words: Words }) => {
  const state = words.option(SERVICE_STATE, status.state);
  return (
    <div className="ld-health-part" role="listitem">
      <span className="ld-strong">{nameOf(status, words)}</span>
      <span>{state ? <Tag colour={state.colour}>{state.label}</Tag> : null}</span>
      <span className="ld-soft ld-small">
        {figureOf(status, words)}
        {status.state === 'FAILING' && status.lastError ? <span style={{ display: 'block', color: 'var(--ld-red-text)' }}>{status.lastError}</span> : null}
      </span>
    </div>
  );
};

const Tile = ({ title, count, note, loud }: { title: string; count: number | string; note: string; loud: boolean }) => (
  <div className="ld-health-tile">
    <span className="ld-soft ld-small">{title}</span>
    <b style={loud ? { color: 'var(--ld-red-text)' } : {}}>{count}</b>
    <span className="ld-small ld-soft">{note}</span>
  </div>
);

const Workers = ({ health, now, words }: { health: Health; now: number; words: Words }) => {
  const { t } = words;
  const { seenAt } = health;
  if (!isSilent(health, now)) return null;
  return (
    <Notice colour="red" title={seenAt ? t('The workers have given no sign of life for {span}', { span: words.span(now - Date.parse(seenAt)) }) : t('The workers have never given a sign of life')}>
      {t('Letters do not move and nobody is reminded until they run again. Nothing is lost: they go on where they stopped. Ask the administrator to start them.')}
    </Notice>
  );
};

const Loaded = ({ health, now, words }: { health: Health; now: number; words: Words }) => {
  const { t } = words;
  const { seenAt, pending, oldestPendingAt, late, failed, uncertain, statuses, calendarProblem } = health;
  const parts = statuses.filter(({ part }) => PARTS.includes(part)).sort((one, other) => PARTS.indexOf(one.part) - PARTS.indexOf(other.part));
  return (
    <>
      <Workers {...{ health, now, words }} />
      {calendarProblem ? <Notice colour="yellow" title={t('The office’s calendar has a mistake')}>{calendarProblem}</Notice> : null}
      <div className="ld-health-tiles">
        <Tile
          title={t('Workers’ last sign of life')}
          count={seenAt ? t('{span} ago', { span: words.span(now - Date.parse(seenAt)) }) : '—'}
          note={t('they give one each minute')}
          loud={isSilent(health, now)}
        />
        <Tile title={t('Letters that wait')} count={pending} note={oldestPendingAt ? t('longest {span}', { span: words.span(now - Date.parse(oldestPendingAt)) }) : ''} loud={false} />
        <Tile title={t('Reminders late')} count={late} note={t('due for two minutes and not fired')} loud={late > 0} />
        <Tile title={t('Not delivered')} count={failed} note={t('tried again by themselves')} loud={failed > 0} />
        <Tile title={t('Uncertain')} count={uncertain} note={t('interrupted in sending; the next reminder comes anyway')} loud={uncertain > 0} />
      </div>
      <section className="ld-col">
        <h2>{t('Parts of the service')}</h2>
        {parts.length === 0 ? (
          <Empty title={t('The workers have told nothing yet')}>{t('They do so within a minute of their start.')}</Empty>
        ) : (
          <div className="ld-health-list" role="list">
            {parts.map((status) => (
              <Part key={status.part} {...{ status, words }} />
            ))}
          </div>
        )}
      </section>
    </>
  );
};

/** Whether the workers live and the channels work, and what they have left undone. */
export const ServiceHealth = () => {
  const words = useWords();
  const { t } = words;
  const { data, error, loading, loadedAt, reload } = useLoaded(loadHealth, 'health');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => setNow(Date.now()), [loadedAt]);
  useEffect(() => {
    const timer = setInterval(() => void reload(), REFRESH_EVERY_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return (
    <Surface css={CSS}>
      <div className="ld-health">
        <div className="ld-row ld-wrap">
          <h1>{t('Service health')}</h1>
          <span className="ld-soft ld-small">{loadedAt ? t('as of {time}', { time: words.time(new Date(loadedAt).toISOString()) }) : ''}</span>
          <Button large onClick={() => void reload()} disabled={loading}>{t('Refresh')}</Button>
        </div>
        {error ? (
          <Notice colour="red" title={t('The health could not be read')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>
            {words.error(error)}
          </Notice>
        ) : null}
        {data ? <Loaded health={data} now={now} words={words} /> : null}
        {!data && loading ? <Skeleton rows={6} /> : null}
        {!data && !loading && !error ? <Empty title={t('Your role does not show this')}>{t('The managing partner and heads of departments see how the service does.')}</Empty> : null}
      </div>
    </Surface>
  );
};
