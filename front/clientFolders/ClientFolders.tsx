import { useState } from 'react';
import { SearchInput } from '../eventStages/SearchInput';
import { records } from '../lib/api';
import { Button, Empty, Field, Link, Notice, Skeleton } from '../lib/kit';
import { Surface } from '../lib/theme';
import { useLoaded } from '../lib/useLoaded';
import { useWords, type Words } from '../lib/words';
import { loadCatalogues } from '../reports/catalogues';
import { openRecord } from '../reports/Drill';
import { createFolder, loadWay, newId, search } from './data';
import { Folder, NameForm } from './Folder';
import { linesOf, TOP, type Line } from './tree';
import { useLevels } from './useLevels';

const INDENT = 16;

const CSS = `
.ld-cf { display: flex; flex-direction: column; gap: 16px; padding: 24px; max-width: 1200px; margin: 0 auto; }
.ld-cf h1 { flex: 1 1 160px; margin: 0; font-size: 17px; line-height: 24px; font-weight: 600; }
.ld-cf .ld-cf-title { font-size: 16px; line-height: 22px; font-weight: 600; }
.ld-cf-two { display: grid; grid-template-columns: minmax(240px, 2fr) minmax(0, 3fr); gap: 24px; align-items: start; }
.ld-cf-tree { border: 1px solid var(--ld-line); border-radius: 8px; padding: 4px; background: var(--ld-raised); max-height: 70vh; overflow: auto; }
.ld-cf-line { display: flex; align-items: center; gap: 4px; min-height: 30px; border-radius: 4px; padding-right: 8px; }
.ld-cf-line:hover { background: var(--ld-hover); }
.ld-cf-line.on { background: var(--ld-press); }
.ld-cf-fold { flex: none; width: 24px; height: 24px; border: 0; border-radius: 4px; background: none; color: var(--ld-faint); font: inherit; cursor: pointer; }
.ld-cf-fold:focus-visible, .ld-cf-check:focus-visible, .ld-cf-open:focus-visible { outline: 2px solid var(--ld-accent); outline-offset: -1px; }
.ld-cf-open { flex: 1; min-width: 0; min-height: 30px; border: 0; background: none; padding: 0; color: inherit; font: inherit; text-align: left; cursor: pointer; }
.ld-cf-client { display: flex; align-items: center; gap: 8px; min-height: 32px; padding: 0 4px; border-top: 1px solid var(--ld-line); }
.ld-cf-client.on { background: var(--ld-hover); }
.ld-cf-check { flex: none; width: 16px; height: 16px; padding: 0; border: 1px solid var(--ld-strong); border-radius: 3px; background: var(--ld-surface); color: var(--ld-ink); font-size: 11px; line-height: 1; cursor: pointer; }
.ld-cf-check[aria-checked=true] { background: var(--ld-accent); border-color: transparent; color: #fff; }
@container (max-width: 720px) {
  .ld-cf { padding: 12px; }
  .ld-cf-two { grid-template-columns: minmax(0, 1fr); gap: 16px; }
  .ld-cf-tree { max-height: 45vh; }
}
`;

const TreeLine = ({ line, isChosen, words, onToggle, onOpen, onMore }: { line: Line; isChosen: boolean; words: Words; onToggle: (id: string) => void; onOpen: (id: string) => void; onMore: (of: string) => void }) => {
  const { t } = words;
  const style = { paddingLeft: line.depth * INDENT };
  if (line.kind === 'loading') return <div className="ld-cf-line ld-soft" style={{ paddingLeft: line.depth * INDENT + 28 }}><span className="ld-spin" /></div>;
  if (line.kind === 'more') return <div className="ld-cf-line" style={{ paddingLeft: line.depth * INDENT + 28 }}><Link onClick={() => onMore(line.of)}><span className="ld-soft">{t('More folders')}</span></Link></div>;
  const { row, counts, isOpen } = line;
  const name = row.name?.trim() || '—';
  return (
    <div className={isChosen ? 'ld-cf-line on' : 'ld-cf-line'} style={style} role="treeitem" aria-label={name} aria-level={line.depth + 1} aria-selected={isChosen} {...(counts.folders > 0 ? { 'aria-expanded': isOpen } : {})}>
      {counts.folders > 0 ? (
        <button type="button" className="ld-cf-fold" aria-label={isOpen ? t('Fold {name}', { name }) : t('Unfold {name}', { name })} onClick={() => onToggle(row.id)}>{isOpen ? '▾' : '▸'}</button>
      ) : (
        <span className="ld-cf-fold" aria-hidden />
      )}
      <button type="button" className="ld-cf-open ld-cut" title={name} onClick={() => onOpen(row.id)}>{name}</button>
      {row.problem ? <span title={row.problem} style={{ color: 'var(--ld-orange-text)' }}>⚠</span> : null}
      {row.regionId || row.directionId ? <span className="ld-small" style={{ color: 'var(--ld-accent)' }} title={t('Has a rule')}>◆</span> : null}
      {counts.clients > 0 ? <span className="ld-small ld-faint ld-figures" title={t('Clients here')}>{new Intl.NumberFormat(words.tag).format(counts.clients)}</span> : null}
    </div>
  );
};

const Found = ({ text, words, onOpen }: { text: string; words: Words; onOpen: (id: string) => void }) => {
  const { t } = words;
  const { data, error, loading } = useLoaded(() => search(text), text);
  if (error) return <Notice colour="red" title={t('Not loaded')}>{words.error(error)}</Notice>;
  if (!data || loading) return <div style={{ padding: 8 }}><Skeleton rows={3} /></div>;
  if (data.folders.length + data.entries.length === 0) return <Empty title={t('Nothing found')}>{t('Neither a folder nor a client in a folder is called so.')}</Empty>;
  return (
    <>
      {data.folders.map((row) => (
        <button key={row.id} type="button" className="ld-option" onClick={() => onOpen(row.id)}><span className="ld-two">{row.path?.trim() || row.name?.trim() || '—'}</span></button>
      ))}
      {data.entries.length > 0 ? <div className="ld-group">{t('Clients')}</div> : null}
      {data.entries.map(({ id, client, folder }) => (
        <div key={id} className="ld-col" style={{ gap: 0, padding: '4px 8px' }}>
          <Link onClick={() => client && openRecord(client.kind, client.id)}>{client?.name.trim() || '—'}</Link>
          {folder ? <Link lines="ld-two" onClick={() => onOpen(folder.id)}><span className="ld-soft ld-small">{folder.path?.trim() || folder.name?.trim() || '—'}</span></Link> : null}
        </div>
      ))}
    </>
  );
};

/** The archive of the firm's clients as a tree, whatever lies in it, and what its folders tell. */
export const ClientFolders = () => {
  const words = useWords();
  const { t } = words;
  const tree = useLevels();
  const catalogues = useLoaded(() => loadCatalogues(records, ['regions', 'directions']), 'catalogues');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [isCreating, setCreating] = useState(false);
  const lines = linesOf(tree.levels, tree.open);
  const isEmpty = tree.levels.get(TOP)?.rows.length === 0;

  const open = (id: string | null) => {
    setChosenId(id);
    setCreating(false);
    if (!id) return;
    const line = lines.find((each) => each.kind === 'folder' && each.row.id === id);
    if (line?.kind === 'folder' && line.counts.folders > 0) tree.unfold([id]);
    // What it lies in is unfolded, so that it is in sight.
    if (!line) void loadWay(id).then((way) => tree.unfold(way.slice(1).map((row) => row.id)), () => undefined);
  };

  return (
    <Surface css={CSS}>
      <div className="ld-cf">
        <div className="ld-row ld-wrap">
          <h1>{t('Client folders')}</h1>
          <Button large onClick={() => setCreating(true)}>{t('New folder at the top')}</Button>
        </div>
        {isCreating ? (
          <NameForm label={t('Name of the new folder')} deed={t('Create')} words={words} onCancel={() => setCreating(false)} onName={async (name) => { const id = newId(); await createFolder(id, name, TOP); await tree.reload(); open(id); }} />
        ) : null}
        <div className="ld-cf-two">
          <div className="ld-col">
            <Field label={t('Find a folder or a client')}><SearchInput label={t('Find a folder or a client')} value={text} onChange={setText} words={words} /></Field>
            {tree.error ? <Notice colour="red" title={t('Not loaded')} actions={<Button onClick={() => void tree.reload()}>{t('Try again')}</Button>}>{words.error(tree.error)}</Notice> : null}
            {text.trim() ? (
              <div className="ld-cf-tree"><Found text={text.trim()} words={words} onOpen={open} /></div>
            ) : isEmpty ? (
              <Empty title={t('There are no folders yet')}>{t('Create the first one, or import the folders of your old system.')}</Empty>
            ) : (
              <div className="ld-cf-tree" role="tree" aria-label={t('Client folders')}>
                {tree.levels.size === 0 && !tree.error ? <div style={{ padding: 8 }}><Skeleton rows={5} /></div> : null}
                {tree.levels.size === 0 ? null : lines.map((line) => (
                  <TreeLine key={line.kind === 'folder' ? line.row.id : `${line.kind} ${line.of}`} line={line} isChosen={line.kind === 'folder' && line.row.id === chosenId} words={words} onToggle={tree.toggle} onOpen={open} onMore={(of) => void tree.more(of)} />
                ))}
              </div>
            )}
          </div>
          {chosenId ? (
            <Folder key={chosenId} folderId={chosenId} catalogues={catalogues.data} words={words} onOpen={open} onChanged={async (also = []) => { await tree.reload(also); tree.unfold(also.filter((id) => id !== TOP)); }} />
          ) : isEmpty ? null : (
            <Empty title={t('Choose a folder')}>{t('Its clients and its rules appear here.')}</Empty>
          )}
        </div>
      </div>
    </Surface>
  );
};
