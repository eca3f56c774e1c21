import { useRef, useState } from 'react';
import { Button, Empty, Field, Input, Link, Notice, Skeleton, Switch } from '../lib/kit';
import { ListPicker, type Choice } from '../lib/ListPicker';
import { RecordPicker, searchCompanies, searchPeople, type Picked } from '../lib/RecordPicker';
import { useDoing } from '../lib/useDoing';
import { useLoaded } from '../lib/useLoaded';
import type { Words } from '../lib/words';
import { choicesOf, type Catalogues } from '../reports/catalogues';
import { openRecord } from '../reports/Drill';
import { addClient, changeFolder, createFolder, findFolders, loadEntries, loadWay, moveEntries, moveFolder, newId, PAGE, removeEntries, removeFolder } from './data';
import { ruleOf, TOP, type FolderRow } from './tree';

const nameOf = (row: { name: string | null } | null | undefined): string => row?.name?.trim() || '—';
const searchFolders = async (text: string) => (await findFolders(text)).map((row) => ({ id: row.id, name: row.path?.trim() || nameOf(row) }));

/** One line to type and what it is for. */
export const NameForm = ({ label, initial, deed, words, onName, onCancel }: { label: string; initial?: string; deed: string; words: Words; onName: (name: string) => Promise<unknown>; onCancel: () => void }) => {
  const [name, setName] = useState(initial ?? '');
  const { doing, run, busy } = useDoing();
  const submit = () => {
    if (!busy && name.trim() !== '') void run(() => onName(name.trim()));
  };
  return (
    <div className="ld-card ld-col">
      <Field label={label}><Input label={label} {...(initial ? { initial } : {})} onChange={setName} onKey={(key) => key === 'Enter' && submit()} /></Field>
      {doing.stage === 'failed' ? <Notice colour="red" title={words.t('Not written')}>{words.error(doing.error)}</Notice> : null}
      <div className="ld-row">
        <Button look="primary" disabled={busy || name.trim() === ''} onClick={submit}>{deed}</Button>
        <Button disabled={busy} onClick={onCancel}>{words.t('Cancel')}</Button>
      </div>
    </div>
  );
};

const RulePicker = ({ label, way, field, choices, words, onChange }: {
  label: string; way: FolderRow[]; field: 'regionId' | 'directionId'; choices: Choice[]; words: Words; onChange: (id: string | null) => void;
}) => {
  const { t } = words;
  const rule = ruleOf(way, field);
  const own = way[0]![field];
  const inherited = rule && own === null ? t('{name}, from “{folder}”', { name: choices.find(({ id }) => id === rule.id)?.name ?? '—', folder: nameOf(rule.from) }) : t('Read from the names of the folders');
  return (
    <Field label={label} hint={own === null ? inherited : t('Holds for this folder and those below')}>
      <ListPicker label={label} placeholder={rule ? t('Inherited') : t('No rule')} choices={choices} value={own} onChange={onChange} words={words} />
    </Field>
  );
};

type Mode = 'rename' | 'create' | 'move' | 'remove' | 'moveClients' | null;

const Target = ({ label, deed, words, onPick, onCancel, top }: { label: string; deed: string; words: Words; onPick: (id: string) => Promise<boolean | void>; onCancel: () => void; top?: boolean }) => {
  const { t } = words;
  const [picked, setPicked] = useState<Picked>(null);
  const [refused, setRefused] = useState(false);
  const { doing, run, busy } = useDoing();
  const go = (id: string) => void run(async () => setRefused((await onPick(id)) === false));
  return (
    <div className="ld-card ld-col">
      <Field label={label}><RecordPicker label={label} search={searchFolders} value={picked} onChange={(next) => { setPicked(next); setRefused(false); }} words={words} /></Field>
      {refused ? <Notice colour="orange" title={t('A folder cannot lie in itself')}>{t('The folder you chose lies in this one, or is this one. Choose another.')}</Notice> : null}
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
      <div className="ld-row ld-wrap">
        <Button look="primary" disabled={busy || !picked} onClick={() => picked && go(picked.id)}>{deed}</Button>
        {top ? <Button disabled={busy} onClick={() => go(TOP)}>{t('To the top')}</Button> : null}
        <Button disabled={busy} onClick={onCancel}>{t('Cancel')}</Button>
      </div>
    </div>
  );
};

const Add = ({ folderId, words, onAdded }: { folderId: string; words: Words; onAdded: () => Promise<void> }) => {
  const { t } = words;
  const [kind, setKind] = useState<'person' | 'company'>('person');
  const [times, setTimes] = useState(0);
  const [told, setTold] = useState<{ name: string; isNew: boolean } | null>(null);
  const { doing, run, busy } = useDoing();
  const label = kind === 'person' ? t('Add a person') : t('Add a company');
  return (
    <div className="ld-col">
      <Field label={label}>
        <div className="ld-row ld-wrap" style={{ alignItems: 'flex-start' }}>
          <Switch value={kind} onChange={(value) => setKind(value as typeof kind)} choices={[{ value: 'person', label: t('Person') }, { value: 'company', label: t('Company') }]} />
          <div className="ld-grow" style={{ minWidth: 180 }}>
            <RecordPicker
              key={`${kind} ${times}`}
              label={label}
              search={kind === 'person' ? searchPeople : searchCompanies}
              value={null}
              onChange={(client) => {
                if (!client || busy) return;
                void run(async () => {
                  setTold({ name: client.name, isNew: await addClient(folderId, kind, client) });
                  setTimes(times + 1);
                  await onAdded();
                });
              }}
              words={words}
            />
          </div>
        </div>
      </Field>
      {told && doing.stage === 'done' ? <span className="ld-small ld-soft" role="status">{told.isNew ? t('{name} lies here now', { name: told.name }) : t('{name} lies here already', { name: told.name })}</span> : null}
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
    </div>
  );
};

/** What one folder is, what holds in it, and who lies there. */
export const Folder = ({ folderId, catalogues, words, onOpen, onChanged }: {
  folderId: string;
  catalogues: Catalogues | null;
  words: Words;
  onOpen: (id: string | null) => void;
  onChanged: (alsoRead?: string[]) => Promise<void>;
}) => {
  const { t } = words;
  const [count, setCount] = useState(PAGE);
  const [mode, setMode] = useState<Mode>(null);
  const [picked, setPicked] = useState<string[]>([]);
  const { data: way, error, reload: reloadWay } = useLoaded(() => loadWay(folderId), folderId);
  const lying = useLoaded(() => loadEntries(folderId, count), String(count));
  const { doing, run, busy } = useDoing();
  const [isFull, setFull] = useState(false);
  const fresh = useRef(newId());
  const folder = way?.[0];
  if (error) return <Notice colour="red" title={t('Not loaded')} actions={<Button onClick={() => void reloadWay()}>{t('Try again')}</Button>}>{words.error(error)}</Notice>;
  if (!way) return <Skeleton rows={5} />;
  if (!folder) return <Empty title={t('There is no such record')}>{t('It was deleted, or you may not see it.')}</Empty>;

  const changed = async (alsoRead: string[] = []) => {
    setMode(null);
    setPicked([]);
    await Promise.all([reloadWay(), lying.reload(), onChanged(alsoRead)]);
  };
  const cancel = () => setMode(null);
  const entries = lying.data?.entries ?? [];
  return (
    <div className="ld-col" style={{ gap: 16 }}>
      <div className="ld-col" style={{ gap: 4 }}>
        {way.length > 1 ? (
          <div className="ld-row ld-wrap ld-small ld-soft">
            {way.slice(1).reverse().map((row) => <span key={row.id} className="ld-row" style={{ gap: 4 }}><Link onClick={() => onOpen(row.id)}>{nameOf(row)}</Link> /</span>)}
          </div>
        ) : null}
        <h2 className="ld-cf-title">{nameOf(folder)}</h2>
      </div>
      {folder.problem ? <Notice colour="orange" title={folder.problem} /> : null}
      <div className="ld-row ld-wrap">
        <Button look="primary" onClick={() => setMode('create')}>{t('New folder here')}</Button>
        <Button onClick={() => setMode('rename')}>{t('Rename')}</Button>
        <Button onClick={() => setMode('move')}>{t('Move')}</Button>
        <Button look="quiet" disabled={busy} onClick={() => setMode('remove')}>{t('Delete')}</Button>
        <Button look="quiet" onClick={() => openRecord('clientFolder', folderId)}>{t('Open the record')}</Button>
      </div>
      {mode === 'create' ? <NameForm label={t('Name of the new folder')} deed={t('Create')} words={words} onCancel={cancel} onName={async (name) => { await createFolder(fresh.current, name, folderId); await changed([folderId]); onOpen(fresh.current); }} /> : null}
      {mode === 'rename' ? <NameForm label={t('Name')} initial={folder.name ?? ''} deed={t('Rename')} words={words} onCancel={cancel} onName={async (name) => { await changeFolder(folderId, { name }); await changed(); }} /> : null}
      {mode === 'move' ? (
        <Target
          label={t('Into which folder')} deed={t('Move')} top words={words} onCancel={cancel}
          onPick={async (to) => {
            const isMoved = await moveFolder(folderId, to);
            if (isMoved) { await changed([to]); onOpen(folderId); }
            return isMoved;
          }}
        />
      ) : null}
      {mode === 'remove' ? (
        <Notice
          colour="orange"
          title={t('Delete the folder “{name}”?', { name: nameOf(folder) })}
          actions={
            <>
              <Button look="danger" disabled={busy} onClick={() => void run(async () => {
                if (!(await removeFolder(folderId))) return setFull(true);
                onOpen(folder.parentId);
                await onChanged();
              })}>{t('Delete')}</Button>
              <Button disabled={busy} onClick={cancel}>{t('Cancel')}</Button>
            </>
          }
        >
          {isFull ? t('The folder is not empty: move or take out what lies in it first.') : t('Only an empty folder can be deleted here.')}
        </Notice>
      ) : null}
      {doing.stage === 'failed' ? <Notice colour="red" title={t('Not written')}>{words.error(doing.error)}</Notice> : null}
      {catalogues ? (
        <section className="ld-pair" aria-label={t('What the folder tells of clients')}>
          <RulePicker label={t('Region')} way={way} field="regionId" choices={choicesOf(catalogues, 'regions', words.tag)} words={words} onChange={(regionId) => void run(async () => { await changeFolder(folderId, { regionId }); await changed(); })} />
          <RulePicker label={t('Direction')} way={way} field="directionId" choices={choicesOf(catalogues, 'directions', words.tag)} words={words} onChange={(directionId) => void run(async () => { await changeFolder(folderId, { directionId }); await changed(); })} />
        </section>
      ) : null}
      <section className="ld-col" aria-label={t('Clients here')}>
        <div className="ld-row ld-wrap">
          <h2 className="ld-strong ld-grow">{t('Clients here')}</h2>
          {picked.length > 0 ? (
            <>
              <Button onClick={() => setMode('moveClients')}>{t('Move {count}', { count: picked.length })}</Button>
              <Button look="quiet" disabled={busy} onClick={() => void run(async () => { await removeEntries(picked); await changed(); })}>{t('Take out {count}', { count: picked.length })}</Button>
            </>
          ) : null}
        </div>
        {mode === 'moveClients' ? <Target label={t('Into which folder')} deed={t('Move')} words={words} onCancel={cancel} onPick={async (to) => { await moveEntries(picked, to); await changed(); }} /> : null}
        <Add folderId={folderId} words={words} onAdded={() => changed()} />
        {lying.error ? <Notice colour="red" title={t('Not loaded')}>{words.error(lying.error)}</Notice> : null}
        {!lying.data && lying.loading ? <Skeleton rows={3} /> : null}
        {lying.data && entries.length === 0 ? <span className="ld-soft">{t('Nobody lies in this folder itself.')}</span> : null}
        <div>
          {entries.map(({ id, client }) => {
            const isPicked = picked.includes(id);
            return (
              <div key={id} className={isPicked ? 'ld-cf-client on' : 'ld-cf-client'}>
                <button type="button" role="checkbox" aria-checked={isPicked} aria-label={client?.name || '—'} className="ld-cf-check" onClick={() => setPicked(isPicked ? picked.filter((each) => each !== id) : [...picked, id])}>{isPicked ? '✓' : ''}</button>
                {client ? <Link onClick={() => openRecord(client.kind, client.id)}>{client.name.trim() || '—'}</Link> : <Link onClick={() => openRecord('clientFolderEntry', id)}>{t('Nobody: to be corrected')}</Link>}
                {client?.kind === 'company' ? <span className="ld-soft ld-small">{t('Company')}</span> : null}
              </div>
            );
          })}
        </div>
        {lying.data && !lying.data.isAll ? <div className="ld-row"><Button disabled={lying.loading} onClick={() => setCount(count + PAGE)}>{t('More')}</Button></div> : null}
      </section>
    </div>
  );
};
