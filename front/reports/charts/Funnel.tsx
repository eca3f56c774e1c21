import type { TagColour } from '../../lib/theme';

/** @param shown the figure as a person reads it; the value itself, unless said @param note after the figure, quieter */
export type FunnelStep = { key: string; label: string; value: number; shown?: string; note?: string; colour: TagColour };

export const FUNNEL_CSS = `
.ld-funnel { display: flex; flex-direction: column; gap: 2px; }
.ld-funnel-step { display: grid; grid-template-columns: minmax(96px, 176px) minmax(0, 1fr) minmax(56px, auto); gap: 12px; align-items: center; width: 100%; min-height: 28px; padding: 2px 8px; border: 0; border-radius: 4px; background: none; color: inherit; font: inherit; text-align: left; }
button.ld-funnel-step { cursor: pointer; }
button.ld-funnel-step:hover, .ld-funnel-step.on { background: var(--ld-hover); }
button.ld-funnel-step:focus-visible { outline: 2px solid var(--ld-accent); outline-offset: -2px; }
.ld-funnel-bar { display: block; height: 16px; min-width: 3px; border-radius: 3px; border: 1px solid; }
.ld-funnel-step.off { opacity: .45; }
`;

/** Steps as bars on one scale, each with its figure. */
export const Funnel = ({ label, steps, picked = null, onPick }: {
  /** What the picture shows, for those who do not see it. */
  label: string;
  steps: FunnelStep[];
  picked?: string | null;
  onPick?: (key: string) => void;
}) => {
  const most = Math.max(1, ...steps.map(({ value }) => value));
  return (
    <div className="ld-funnel" role={onPick ? 'group' : 'list'} aria-label={label}>
      {steps.map(({ key, label: name, value, shown, note, colour }) => {
        const row = (
          <>
            <span className="ld-two">{name}</span>
            {value > 0 ? <span className="ld-funnel-bar" style={{ width: `${(100 * value) / most}%`, background: `var(--ld-${colour}-back)`, borderColor: `var(--ld-${colour}-text)` }} /> : <span />}
            <span className="ld-figures" style={{ textAlign: 'right', whiteSpace: 'nowrap' }}>
              <span className="ld-strong">{shown ?? value}</span>
              {note ? <span className="ld-soft ld-small"> {note}</span> : null}
            </span>
          </>
        );
        const className = ['ld-funnel-step', picked === key ? 'on' : picked === null ? '' : 'off'].join(' ').trim();
        return onPick ? (
          <button key={key} type="button" className={className} aria-pressed={picked === key} onClick={() => onPick(key)}>
            {row}
          </button>
        ) : (
          <div key={key} role="listitem" className={className}>
            {row}
          </div>
        );
      })}
    </div>
  );
};
