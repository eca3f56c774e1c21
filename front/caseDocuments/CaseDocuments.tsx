import { useRef, useState, type ReactNode } from 'react';
import { AppPath, navigate } from 'twenty-sdk/front-component';
import { v4 } from 'uuid';
import { CASE_STAGE, DOCUMENT_STATUS, type DocumentStatus } from '../../custom-objects/vocabulary';
import { dayOf, problemsOf } from '../../workers/cases/problems';
import { byStage, isMissing, loadCase, loadDocuments, notListed, type CaseDocument, type CaseHead } from '../case/data';
import { RecordPanel } from '../case/Panel';
import { loadCatalogues } from '../firstVisit/data';
import { requirementsOf, type Requirement } from '../firstVisit/directions';
import { Button, Empty, Field, Input, Link, Notice, Switch, Tag } from '../lib/kit';
import { put, update } from '../lib/store';
import { useDoing } from '../lib/useDoing';
import type { Words } from '../lib/words';

const CSS = `
.ld-docs { display: flex; flex-direction: column; gap: 16px; padding: 16px; max-width: 960px; }
.ld-docs-bar { height: 6px; border-radius: 3px; background: var(--ld-press); overflow: hidden; }
.ld-docs-bar > div { height: 100%; background: var(--ld-green-text); border-radius: 3px; }
.ld-docs-list { border: 1px solid var(--ld-line); border-radius: 8px; }
.ld-docs-item + .ld-docs-item { border-top: 1px solid var(--ld-line); }
.ld-docs-row { display: grid; grid-template-columns: 20px minmax(0, 1fr) auto; gap: 12px; align-items: start; padding: 8px 12px; }
.ld-docs-row.on { background: var(--ld-hover); }
.ld-docs-tick { width: 20px; height: 20px; padding: 0; border-radius: 4px; border: 1px solid var(--ld-strong); background: transparent; color: var(--ld-surface); font-size: 12px; line-height: 1; cursor: pointer; }
.ld-docs-tick.on { background: var(--ld-accent); border-color: var(--ld-accent); color: #fff; }
.ld-docs-tick:focus-visible { outline: 2px solid var(--ld-accent); outline-offset: 1px; }
.ld-docs-in { color: var(--ld-green-text); text-align: center; }
.ld-docs-form { display: flex; flex-direction: column; gap: 12px; margin: 0 12px 12px; padding: 12px; border: 1px solid var(--ld-accent); border-radius: 8px; background: var(--ld-surface); }
.ld-docs-row.on { border-radius: 8px; }
@container (max-width: 380px) { .ld-docs-row { grid-template-columns: 20px minmax(0, 1fr); } .ld-docs-do { grid-column: 2; } }
`;

type Data = { legalCase: CaseHead; documents: CaseDocument[]; unlisted: Requirement[] };

const load = async (id: string): Promise<Data | null> => {
  const [legalCase, documents, { directions, requirements }] = await Promise.all([loadCase(id), loadDocuments(id), loadCatalogues()]);
  return legalCase && { legalCase, documents, unlisted: notListed(requirementsOf(requirements, directions, legalCase.directionId), documents) };
};

/** Where the paper is and how it came, in one line. */
const whereabouts = (document: CaseDocument, words: Words): string => {
  const { t } = words;
  const { status, receivedAt, receivedFrom, requestedAt, isOriginal, storagePlace } = document;
  if (status === 'RECEIVED')
    return [
      receivedAt ? t('received {day}', { day: words.date(receivedAt) }) : null,
      receivedFrom?.trim() ? t('from {name}', { name: receivedFrom.trim() }) : null,
      isOriginal ? t('original') : t('copy'),
      storagePlace?.trim() ? t('kept in {place}', { place: storagePlace.trim() }) : null,
    ].filter(Boolean).join(' · ');
  return status === 'REQUESTED' && requestedAt ? t('requested {day}', { day: words.date(requestedAt) }) : '';
};

const TIME_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
const today = () => dayOf(new Date().toISOString(), TIME_ZONE);

/** What came in, and where it is kept: said once for all the papers that came together. */
const Receiving = ({ documents, words, onDone, onClose }: { documents: CaseDocument[]; words: Words; onDone: () => void; onClose: () => void }) => {
  const { t } = words;
  const [form, setForm] = useState({ receivedAt: today(), receivedFrom: '', isOriginal: false, storagePlace: '' });
  const { doing, run, busy } = useDoing();
  const set = <Key extends keyof typeof form>(key: Key) => (value: (typeof form)[Key]) => setForm((before) => ({ ...before, [key]: value }));
  const requested = documents.map(({ requestedAt }) => requestedAt).filter((day) => day !== null).sort().at(-1) ?? null;
  const [problem] = problemsOf('caseDocument', { requestedAt: requested, receivedAt: form.receivedAt || null }, TIME_ZONE);
  const save = async () => {
    if (busy || problem) return;
    const data = { ...form, receivedAt: form.receivedAt || null, receivedFrom: form.receivedFrom.trim(), storagePlace: form.storagePlace.trim(), status: 'RECEIVED' };
    if (await run(() => update('caseDocument', documents.map(({ id }) => id), data))) onDone();
  };
  return (
    <div className="ld-docs-form" role="form" aria-label={t('Received')}>
      <span className="ld-strong">{documents.length === 1 ? documents[0]!.name : t('Received together: {count}', { count: documents.length })}</span>
      <div className="ld-pair">
        <Field label={t('Received')} wrong={problem ? words.problem(problem) : null}>
          <Input type="date" label={t('Received')} initial={form.receivedAt} onChange={set('receivedAt')} wrong={problem !== undefined} />
        </Field>
        <Field label={t('From whom')}><Input label={t('From whom')} placeholder={t('The client')} onChange={set('receivedFrom')} /></Field>
        <Field label={t('Kept in')}><Input label={t('Kept in')} placeholder={t('Folder, cabinet, safe')} onChange={set('storagePlace')} onKey={(key) => key === 'Enter' && void save()} /></Field>
        <Field label={t('Paper')}>
          <Switch value={form.isOriginal ? 'original' : 'copy'} onChange={(value) => set('isOriginal')(value === 'original')} choices={[{ value: 'copy', label: t('Copy') }, { value: 'original', label: t('Original') }]} />
        </Field>
      </div>
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
      <div className="ld-row">
        <Button large look="primary" disabled={busy} onClick={() => void save()}>
          {busy ? <span className="ld-spin" /> : null}
          {t('Mark as received')}
        </Button>
        <Button large look="quiet" disabled={busy} onClick={onClose}>{t('Cancel')}</Button>
      </div>
    </div>
  );
};

/** What else may be said of a document. */
const OTHERWISE: DocumentStatus[] = ['REQUESTED', 'REQUIRED', 'REJECTED', 'NOT_NEEDED'];

type RowProps = { document: CaseDocument; words: Words; picked: boolean; onPick: () => void; onReceive: () => void; onChanged: () => void; children: ReactNode };

const Row = ({ document, words, picked, onPick, onReceive, onChanged, children }: RowProps) => {
  const { t } = words;
  const [more, setMore] = useState(false);
  const { doing, run, busy } = useDoing();
  const name = document.name?.trim() || '—';
  const status = words.option(DOCUMENT_STATUS, document.status);
  const missing = isMissing(document);
  const where = whereabouts(document, words);
  const become = async (next: DocumentStatus) => {
    const data = { status: next, ...(next === 'REQUESTED' ? { requestedAt: document.requestedAt ?? today() } : {}) };
    if (!(await run(() => update('caseDocument', [document.id], data)))) return;
    setMore(false);
    onChanged();
  };
  return (
    <div className="ld-docs-item">
      <div className={picked ? 'ld-docs-row on' : 'ld-docs-row'}>
        {missing ? (
          <button type="button" role="checkbox" aria-checked={picked} aria-label={name} className={picked ? 'ld-docs-tick on' : 'ld-docs-tick'} onClick={onPick}>{picked ? '✓' : ''}</button>
        ) : (
          <span className={document.status === 'RECEIVED' ? 'ld-docs-in' : 'ld-faint'} style={{ textAlign: 'center' }} aria-hidden>{document.status === 'RECEIVED' ? '✓' : '–'}</span>
        )}
        <div className="ld-col" style={{ gap: 2 }}>
          <div className="ld-row ld-wrap">
            <Link lines="ld-two" title={name} onClick={() => void navigate(AppPath.RecordShowPage, { objectNameSingular: 'caseDocument', objectRecordId: document.id })}>{name}</Link>
            {/* Whether it is in shows by itself: only what is out of the ordinary is said. */}
            {status && document.status !== 'RECEIVED' && document.status !== 'REQUIRED' ? <Tag colour={status.colour}>{status.label}</Tag> : null}
            {missing && document.requirement?.isMandatory === false ? <Tag colour="gray">{t('if there is one')}</Tag> : null}
          </div>
          {where ? <span className="ld-soft ld-small">{where}</span> : null}
        </div>
        <div className="ld-row ld-docs-do">
          {missing ? <Button onClick={onReceive}>{t('Received')}</Button> : null}
          <Button look="quiet" title={t('Other states of {name}', { name })} onClick={() => setMore(!more)}>•••</Button>
        </div>
      </div>
      {more ? (
        <div className="ld-row ld-wrap" style={{ padding: '0 12px 8px 44px' }}>
          {OTHERWISE.filter((next) => next !== document.status).map((next) => (
            <Button key={next} disabled={busy} onClick={() => void become(next)}>{words.option(DOCUMENT_STATUS, next)?.label}</Button>
          ))}
        </div>
      ) : null}
      {doing.stage === 'failed' ? <div className="ld-small" role="alert" style={{ padding: '0 12px 8px 44px', color: 'var(--ld-red-text)' }}>{words.error(doing.error)}</div> : null}
      {children}
    </div>
  );
};

const Adding = ({ legalCase, unlisted, words, onAdded }: { legalCase: CaseHead; unlisted: Requirement[]; words: Words; onAdded: () => void }) => {
  const { t } = words;
  const [name, setName] = useState('');
  const [round, setRound] = useState(0);
  const { doing, run, busy } = useDoing();
  const id = useRef(v4());
  const ids = useRef(new Map<string, string>());
  const idFor = (requirementId: string): string => ids.current.get(requirementId) ?? ids.current.set(requirementId, v4()).get(requirementId)!;
  const add = async () => {
    if (name.trim() === '' || busy) return;
    if (!(await run(() => put('caseDocument', [{ id: id.current, name: name.trim(), legalCaseId: legalCase.id }])))) return;
    id.current = v4();
    setName('');
    setRound(round + 1);
    onAdded();
  };
  const fill = async () => {
    const rows = unlisted.map((requirement) => ({ id: idFor(requirement.id), name: requirement.name ?? '', legalCaseId: legalCase.id, requirementId: requirement.id }));
    if (await run(() => put('caseDocument', rows))) onAdded();
  };
  return (
    <div className="ld-col">
      {unlisted.length > 0 ? (
        <Notice
          colour="blue"
          title={t('The direction needs more documents: {count}', { count: unlisted.length })}
          actions={<Button disabled={busy} onClick={() => void fill()}>{t('Add to the checklist')}</Button>}
        >
          {unlisted.map((requirement) => requirement.name).join(', ')}
        </Notice>
      ) : null}
      <div className="ld-row">
        <div className="ld-grow" style={{ maxWidth: 360 }}>
          <Input key={round} label={t('Another document')} placeholder={t('Another document')} onChange={setName} onKey={(key) => key === 'Enter' && void add()} />
        </div>
        <Button large disabled={busy || name.trim() === ''} onClick={() => void add()}>{t('Add')}</Button>
      </div>
      {doing.stage === 'failed' ? <span className="ld-small" role="alert" style={{ color: 'var(--ld-red-text)' }}>{words.error(doing.error)}</span> : null}
    </div>
  );
};

const Checklist = ({ data, words, reload }: { data: Data; words: Words; reload: () => Promise<void> }) => {
  const { t } = words;
  const { legalCase, documents, unlisted } = data;
  const [picked, setPicked] = useState<string[]>([]);
  const [only, setOnly] = useState('all');
  const needed = documents.filter(({ status }) => status !== 'NOT_NEEDED');
  const received = needed.filter(({ status }) => status === 'RECEIVED');
  const missing = needed.filter(isMissing);
  const receiving = missing.filter(({ id }) => picked.includes(id));
  /** The form stands below the paper that was picked first, in sight, and stays there while others are picked. */
  const first = picked.find((id) => receiving.some((document) => document.id === id));
  const shown = only === 'missing' ? missing : documents;
  const toggle = (id: string) => setPicked((before) => (before.includes(id) ? before.filter((entry) => entry !== id) : [...before, id]));
  const stages = CASE_STAGE.map(({ value }) => value as string);
  /** Whether what this stage needs should have been there by now. */
  const isDue = (stage: string | null) => stage !== null && legalCase.stage !== null && stages.indexOf(stage) <= stages.indexOf(legalCase.stage);

  const form = (
    <Receiving
      documents={receiving}
      words={words}
      onClose={() => setPicked([])}
      onDone={() => {
        setPicked([]);
        void reload();
      }}
    />
  );

  return (
    <>
      {documents.length === 0 ? (
        <Empty title={t('No documents yet')}>{legalCase.directionId ? t('Add them by name.') : t('Choose a direction on the case, and its checklist can be filled in here.')}</Empty>
      ) : (
        <>
          <div className="ld-col" style={{ gap: 4 }}>
            <div className="ld-row ld-wrap">
              <span className="ld-strong ld-grow">{t('{count} of {all} are in', { count: received.length, all: needed.length })}</span>
              <Switch value={only} onChange={setOnly} choices={[{ value: 'all', label: t('All') }, { value: 'missing', label: t('Missing: {count}', { count: missing.length }) }]} />
            </div>
            <div className="ld-docs-bar" aria-hidden><div style={{ width: `${needed.length === 0 ? 0 : (received.length / needed.length) * 100}%` }} /></div>
          </div>
          {shown.length === 0 ? <Empty title={t('Nothing is missing')} /> : null}
          {byStage(shown).map((group) => {
            const lacking = group.documents.filter((document) => isMissing(document) && document.requirement?.isMandatory !== false).length;
            return (
              <section key={group.stage} className="ld-col" style={{ gap: 4 }}>
                <div className="ld-row">
                  <h2 className="ld-strong">{group.stage ? words.option(CASE_STAGE, group.stage)?.label : t('Other documents')}</h2>
                  {lacking > 0 ? (
                    <span className="ld-small" style={{ color: isDue(group.stage) ? 'var(--ld-red-text)' : 'var(--ld-soft)' }}>{t('missing: {count}', { count: lacking })}</span>
                  ) : null}
                </div>
                <div className="ld-docs-list">
                  {group.documents.map((document) => (
                    <Row
                      key={document.id}
                      {...{ document, words }}
                      picked={picked.includes(document.id)}
                      onPick={() => toggle(document.id)}
                      onReceive={() => setPicked((before) => [...new Set([...before, document.id])])}
                      onChanged={() => void reload()}
                    >
                      {document.id === first ? form : null}
                    </Row>
                  ))}
                </div>
              </section>
            );
          })}
        </>
      )}
      <Adding {...{ legalCase, unlisted, words }} onAdded={() => void reload()} />
    </>
  );
};

/** The papers of a case by the stage that needs them: what is in, what is missing, and what just came. */
export const CaseDocuments = () => (
  <RecordPanel load={load} css={CSS} fill="ld-docs">{(shown) => <Checklist {...shown} />}</RecordPanel>
);
