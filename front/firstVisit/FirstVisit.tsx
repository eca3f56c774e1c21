import { useEffect, useState, type ReactNode } from 'react';
import { AppPath, closeSidePanel, navigate, useFrontComponentExecutionContext } from 'twenty-sdk/front-component';
import { departmentOf } from '../../workers/correspondence/protocol';
import { dayOf } from '../../workers/cases/problems';
import { Bone, Button, Empty, Notice, Skeleton } from '../lib/kit';
import { awaited, put, remove } from '../lib/store';
import { Surface } from '../lib/theme';
import { useLoaded } from '../lib/useLoaded';
import { useWords, type Words } from '../lib/words';
import { Check, Wrongs } from './Check';
import { loadOpened, loadWorld, type KeptDraft, type Opened, type World } from './data';
import { particularsOf, requirementsOf } from './directions';
import { blankForm, chooseIds, fieldsOf, isWorthKeeping, sectionOf, sectionsFor, wrongIn, writesOf, type Draft, type Form, type Section, type Writes } from './form';
import { SECTION_PARTS, sectionTitle, wrongText, type Shown } from './sections';
import { useDraft, type Keeping } from './useDraft';

const CSS = `
.ld-visit { display: grid; grid-template-columns: 208px minmax(0, 1fr); gap: 32px; max-width: 960px; margin: 0 auto; padding: 24px; align-items: start; }
.ld-visit-wide { grid-column: 1 / -1; }
.ld-visit-steps { position: sticky; top: 24px; display: flex; flex-direction: column; gap: 2px; }
.ld-visit-step { display: flex; align-items: center; gap: 8px; width: 100%; min-height: 32px; padding: 4px 8px; border: 0; border-radius: 4px; background: transparent; color: var(--ld-soft); font: inherit; text-align: left; cursor: pointer; }
.ld-visit-step:hover { background: var(--ld-hover); }
.ld-visit-step.on { background: var(--ld-press); color: var(--ld-ink); font-weight: 500; }
.ld-visit-step:focus-visible { outline: 2px solid var(--ld-accent); outline-offset: 1px; }
.ld-visit-mark { display: inline-flex; align-items: center; justify-content: center; flex: none; width: 20px; height: 20px; border-radius: 10px; font-size: 11px; font-weight: 600; background: var(--ld-press); color: var(--ld-soft); font-variant-numeric: tabular-nums; }
.ld-visit-mark.done { background: var(--ld-green-back); color: var(--ld-green-text); }
.ld-visit-mark.wrong { background: var(--ld-red-back); color: var(--ld-red-text); }
.ld-visit-body { display: flex; flex-direction: column; gap: 16px; min-width: 0; }
.ld-visit-body h1 { margin: 0; font-size: 18px; font-weight: 600; line-height: 1.3; }
.ld-visit-fields { grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 16px; align-items: start; }
.ld-visit-told { display: grid; grid-template-columns: minmax(120px, 200px) minmax(0, 1fr); gap: 12px; }
.ld-visit-foot { position: sticky; bottom: 0; display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 12px 0; background: var(--ld-surface); border-top: 1px solid var(--ld-line); }
@container (max-width: 680px) {
  .ld-visit { grid-template-columns: minmax(0, 1fr); gap: 16px; padding: 16px; }
  .ld-visit-steps { position: static; flex-direction: row; flex-wrap: wrap; }
  .ld-visit-step { width: auto; min-height: 32px; padding: 4px; }
  .ld-visit-step .ld-visit-mark { width: 24px; height: 24px; border-radius: 12px; }
  .ld-visit-step.on { background: transparent; }
  .ld-visit-step.on .ld-visit-mark { outline: 2px solid var(--ld-accent); outline-offset: 1px; }
  .ld-visit-name { display: none; }
  .ld-visit-told { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
`;

const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const clock = () => ({ now: new Date(), timeZone: TIME_ZONE });

const isOf = (section: Section, form: Form, particulars: Shown['particulars']): boolean =>
  section === 'client' ? form.directionId !== null && (form.client.known ?? form.client.fresh) !== null : fieldsOf(section, particulars).some((name) => form.values[name].trim() !== '');

const Done = () => (
  <svg width="12" height="12" viewBox="0 0 12 12" fill="none" stroke="currentColor" strokeWidth="1.6">
    <path d="M2.5 6.5 5 9l4.5-6" />
  </svg>
);

const Steps = ({ step, goTo, form, particulars, words, wrong }: Pick<Shown, 'form' | 'particulars' | 'words'> & { step: Section; goTo: (section: Section) => void; wrong: (section: Section) => number }) => (
  <nav className="ld-visit-steps" aria-label={words.t('Sections')}>
    {sectionsFor(particulars).map((section, place) => {
      const count = wrong(section);
      const done = count === 0 && isOf(section, form, particulars);
      const title = sectionTitle(section, particulars, words);
      return (
        <button
          key={section}
          type="button"
          className={section === step ? 'ld-visit-step on' : 'ld-visit-step'}
          aria-label={title}
          aria-current={section === step ? 'step' : undefined}
          title={title}
          onClick={() => goTo(section)}
        >
          <span className={`ld-visit-mark ${count > 0 ? 'wrong' : done ? 'done' : ''}`}>{count > 0 ? '!' : done ? <Done /> : place + 1}</span>
          <span className="ld-visit-name">{title}</span>
        </button>
      );
    })}
  </nav>
);

const KeepingText = ({ keeping, words }: { keeping: Keeping; words: Words }) => {
  const { t } = words;
  switch (keeping.stage) {
    case 'nothing': return null;
    case 'saving': return <span className="ld-faint ld-small">{t('Saving the draft…')}</span>;
    case 'saved': return <span className="ld-faint ld-small">{t('Draft saved at {time}', { time: words.time(keeping.at.toISOString()) })}</span>;
    case 'failed': return <span className="ld-small" role="alert" style={{ color: 'var(--ld-red-text)' }}>{t('The draft is not saved:')} {words.error(keeping.error)}</span>;
  }
};

type Opening =
  | { stage: 'no' }
  | { stage: 'writing'; object: keyof Writes }
  | { stage: 'waiting'; documents: number }
  | { stage: 'opened'; opened: Opened; documents: number }
  | { stage: 'late'; documents: number }
  | { stage: 'failed'; error: unknown };

const writingText = (object: keyof Writes, { t }: Words): string =>
  ({
    person: t('Writing the client…'),
    company: t('Writing the company…'),
    legalCase: t('Writing the case…'),
    caseDocument: t('Writing the checklist…'),
    firstVisit: t('Writing the visit…'),
  })[object];

const Result = ({ opening, words, caseId, onCheck, onAgain }: { opening: Extract<Opening, { documents: number }>; words: Words; caseId: string; onCheck: () => void; onAgain: () => void }) => {
  const { t } = words;
  const openCase = async () => {
    await navigate(AppPath.RecordShowPage, { objectNameSingular: 'legalCase', objectRecordId: caseId });
    await closeSidePanel();
  };
  const buttons = (
    <div className="ld-row ld-wrap">
      <Button large look="primary" onClick={() => void openCase()}>{t('Go to the case')}</Button>
      <Button large onClick={onAgain}>{t('Another first visit')}</Button>
    </div>
  );
  switch (opening.stage) {
    case 'waiting':
      return <Notice colour="gray" busy title={t('Everything is written. The case is being numbered…')} />;
    case 'late':
      return (
        <>
          <Notice colour="orange" title={t('Written, no number yet')} actions={<Button onClick={onCheck}>{t('Check again')}</Button>}>
            {t('The client, the case, its checklist and the visit are written. The background workers do not answer now; they will number the case and make the event when they are back. Do not open it again.')}
          </Notice>
          {buttons}
        </>
      );
    case 'opened': {
      const { legalCase, caseEvent } = opening.opened;
      return (
        <>
          <Notice colour="green" title={t('The case is open: {number}', { number: legalCase.number })}>
            {legalCase.title}
          </Notice>
          <div className="ld-card ld-col" style={{ gap: 4 }}>
            <div className="ld-visit-told"><span className="ld-soft">{t('Event')}</span><span>{caseEvent.title?.trim() || t('First visit')}</span></div>
            <div className="ld-visit-told"><span className="ld-soft">{t('Checklist')}</span><span>{t('documents to gather: {count}', { count: opening.documents })}</span></div>
          </div>
          {buttons}
        </>
      );
    }
  }
};

/** One form, from its first letter to the open case. */
const Visit = ({ begun, kept, world, words, before, onAgain }: { begun: Draft; kept: boolean; world: World; words: Words; before: ReactNode; onAgain: () => void }) => {
  const { t } = words;
  const [form, setForm] = useState(begun.form);
  const [step, setStep] = useState<Section>('client');
  const [checked, setChecked] = useState(false);
  const [opening, setOpening] = useState<Opening>({ stage: 'no' });
  const { ids } = begun;
  const { keeping, save, isKept } = useDraft({ form, ids }, kept, opening.stage === 'no');

  const particulars = particularsOf(world.directions, form.directionId);
  const requirements = requirementsOf(world.requirements, world.directions, form.directionId);
  const sections = sectionsFor(particulars);
  const current = sections.includes(step) ? step : 'client';
  const wrongs = wrongIn(form, particulars, clock(), checked);
  const at = sections.indexOf(current);
  const busy = opening.stage === 'writing';

  const goTo = (section: Section) => {
    setStep(section);
    if (isWorthKeeping(form)) void save();
  };

  const follow = async (documents: number) => {
    setOpening({ stage: 'waiting', documents });
    const opened = await awaited(() => loadOpened(ids.visit));
    setOpening(opened ? { stage: 'opened', opened, documents } : { stage: 'late', documents });
  };

  const open = async () => {
    setChecked(true);
    if (busy || wrongIn(form, particulars, clock(), true).length > 0) return;
    const writes = writesOf(form, ids, particulars, requirements, clock());
    setOpening({ stage: 'writing', object: 'legalCase' });
    // First the draft: with it the ids are kept, whatever happens on the way.
    await save();
    try {
      for (const [object, rows] of Object.entries(writes) as [keyof Writes, Writes[keyof Writes]][]) {
        if (rows.length === 0) continue;
        setOpening({ stage: 'writing', object });
        await put(object, rows);
      }
    } catch (error) {
      setOpening({ stage: 'failed', error });
      return;
    }
    await follow(writes.caseDocument.length);
  };

  if ('documents' in opening)
    return (
      <div className="ld-visit-body ld-visit-wide">
        <Result {...{ opening, words, onAgain }} caseId={ids.legalCase} onCheck={() => void follow(opening.documents)} />
      </div>
    );

  const shown: Shown = {
    form,
    change: (part) => setForm((before) => ({ ...before, ...part })),
    world,
    particulars,
    words,
    wrongAt: (place) => {
      // Of two dates in the wrong order either may be the one to mend.
      const wrong = wrongs.find((entry) => entry.place === place || (entry.code === 'PROBLEM' && entry.problem.fields.includes(place)));
      return wrong ? wrongText(wrong, words) : null;
    },
  };
  const Part = current === 'check' ? null : SECTION_PARTS[current];
  const next = sections[at + 1];
  const previous = sections[at - 1];

  return (
    <>
      {form === begun.form ? before : null}
      <Steps {...shown} step={current} goTo={goTo} wrong={(section) => wrongs.filter(({ place }) => sectionOf(place) === section).length} />
      <div className="ld-visit-body">
        <h1>{sectionTitle(current, particulars, words)}</h1>
        {wrongs.length > 0 && (checked || current === 'check') ? <Wrongs {...{ wrongs, words }} goTo={goTo} /> : null}
        {Part ? <Part key={current} {...shown} /> : <Check {...shown} goTo={goTo} requirements={requirements} />}
        {opening.stage === 'failed' ? (
          <Notice colour="red" title={t('The case is not open yet')}>
            {words.error(opening.error)} {t('What is written stays; pressing the button again goes on from there.')}
          </Notice>
        ) : null}
        <div className="ld-visit-foot">
          {next ? (
            <Button large look="primary" onClick={() => goTo(next)}>{t('Next: {section}', { section: sectionTitle(next, particulars, words) })}</Button>
          ) : (
            <Button large look="primary" onClick={() => void open()} disabled={busy}>
              {busy ? <span className="ld-spin" /> : null}
              {opening.stage === 'writing' ? writingText(opening.object, words) : t('Open the case')}
            </Button>
          )}
          {previous ? <Button large onClick={() => goTo(previous)} disabled={busy}>{t('Back')}</Button> : null}
          {isWorthKeeping(form) ? <Button large look="quiet" onClick={() => void save()} disabled={busy || keeping.stage === 'saving'}>{t('Save draft')}</Button> : null}
          {isKept() && !busy ? <Button large look="quiet" onClick={onAgain}>{t('Put aside')}</Button> : null}
          <KeepingText keeping={keeping} words={words} />
        </div>
      </div>
    </>
  );
};

const Drafts = ({ drafts, words, onContinue, onDiscarded }: { drafts: KeptDraft[]; words: Words; onContinue: (draft: Draft) => void; onDiscarded: () => void }) => {
  const { t } = words;
  const [asked, setAsked] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const discard = async (id: string) => {
    setError(null);
    try {
      await remove('firstVisit', id);
      onDiscarded();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section className="ld-card ld-col ld-visit-wide" aria-label={t('Your drafts')}>
      <h2 className="ld-strong">{t('Your drafts')}</h2>
      {drafts.map(({ draft, title, savedAt }) => {
        const id = draft.ids.visit;
        return (
          <div key={id} className="ld-row ld-wrap">
            <Button onClick={() => onContinue(draft)}><span className="ld-cut">{t('Continue: {name}', { name: title || t('client not named yet') })}</span></Button>
            <span className="ld-faint ld-small ld-grow">{words.moment(savedAt)}</span>
            {asked === id ? (
              <>
                <Button look="danger" onClick={() => void discard(id)}>{t('Discard for good')}</Button>
                <Button look="quiet" onClick={() => setAsked(null)}>{t('Keep')}</Button>
              </>
            ) : (
              <Button look="quiet" onClick={() => setAsked(id)}>{t('Discard')}</Button>
            )}
          </div>
        );
      })}
      {error ? <span className="ld-small" role="alert" style={{ color: 'var(--ld-red-text)' }}>{words.error(error)}</span> : null}
    </section>
  );
};

type Begun = { draft: Draft; kept: boolean };

const begin = ({ desk, client }: World): Begun => ({
  kept: false,
  draft: {
    ids: chooseIds(),
    form: blankForm({
      visitedOn: dayOf(new Date().toISOString(), TIME_ZONE),
      leadId: desk.viewerId || null,
      departmentId: departmentOf(desk.office, desk.viewerId),
      client: { known: client, fresh: null },
    }),
  },
});

/** The first visit: from the client's words to an open case, with its event and checklist. */
export const FirstVisit = ({ clientId = null }: { clientId?: string | null }) => {
  const words = useWords();
  const { t } = words;
  const userId = useFrontComponentExecutionContext((context) => context.userId);
  const { data: world, error, loading, reload } = useLoaded(() => loadWorld(userId, clientId), `${userId} ${clientId}`);
  const [begun, setBegun] = useState<Begun | null>(null);
  useEffect(() => {
    if (world && !begun) setBegun(begin(world));
  }, [world, begun]);

  const again = () => {
    setBegun(null);
    void reload();
  };

  const body = () => {
    if (world && begun) {
      const drafts = world.drafts.filter(({ draft }) => draft.ids.visit !== begun.draft.ids.visit);
      return (
        <Visit
          key={begun.draft.ids.visit}
          begun={begun.draft}
          kept={begun.kept}
          {...{ world, words }}
          before={
            drafts.length > 0 && !begun.kept ? (
              <Drafts drafts={drafts} words={words} onContinue={(draft) => setBegun({ draft, kept: true })} onDiscarded={() => void reload()} />
            ) : null
          }
          onAgain={again}
        />
      );
    }
    if (error)
      return (
        <div className="ld-visit-wide">
          <Notice colour="red" title={t('The form could not be loaded')} actions={<Button onClick={() => void reload()}>{t('Try again')}</Button>}>
            {words.error(error)}
          </Notice>
        </div>
      );
    if (world === null && !loading)
      return (
        <div className="ld-visit-wide">
          <Empty title={t('First visits are not open to your role')}>
            {t('They hold medical data. Lawyers and heads of department take first visits; if you should too, ask the administrator for the right.')}
          </Empty>
        </div>
      );
    return (
      <>
        <Skeleton rows={6} />
        <div className="ld-col" style={{ gap: 16 }}>
          <Bone width={180} height={24} />
          {[0, 1, 2].map((row) => <Bone key={row} width="100%" height={48} />)}
        </div>
      </>
    );
  };

  return (
    <Surface css={CSS}>
      <div className="ld-visit">{body()}</div>
    </Surface>
  );
};
