import type { Words } from '../lib/words';

const CSS = `
.ld-pick-tile { text-align: left; font: inherit; color: inherit; cursor: pointer; }
.ld-pick-tile:hover { background: var(--ld-hover); }
.ld-pick-tile.on { border-color: var(--ld-accent); box-shadow: inset 0 0 0 1px var(--ld-accent); }
.ld-pick-tile.none b { color: var(--ld-faint); font-weight: 400; }
`;

export type TileOf<Key extends string> = { key: Key; title: string; count: number; loud?: boolean; hint?: string };

/** Figures to choose from: what is picked is shown below. */
export const Tiles = <Key extends string>({ tiles, picked, onPick, words }: { tiles: TileOf<Key>[]; picked: Key; onPick: (key: Key) => void; words: Words }) => (
  <div className="ld-tiles ld-unprinted">
    <style>{CSS}</style>
    {tiles.map(({ key, title, count, loud, hint }) => (
      <button
        key={key}
        type="button"
        className={`ld-tile ld-pick-tile${picked === key ? ' on' : ''}${count === 0 ? ' none' : ''}`}
        aria-pressed={picked === key}
        onClick={() => onPick(key)}
        {...(hint ? { title: hint } : {})}
      >
        <span className="ld-soft ld-small">{title}</span>
        <b style={loud && count > 0 ? { color: 'var(--ld-red-text)' } : {}}>{new Intl.NumberFormat(words.tag).format(count)}</b>
      </button>
    ))}
  </div>
);
