import { max, min, ticks } from 'd3-array';
import type { TagColour } from '../../lib/theme';

/**
 * @param value how much it is; of a step that takes away, how much it takes
 * @param takes whether it takes from the bar before it; otherwise it stands on the ground
 */
export type Step = { key: string; label: string; value: number; shown: string; note?: string; takes: boolean; colour: TagColour };

export const WATERFALL_CSS = `
.ld-waterfall text { font: 400 12px var(--t-font-family, Inter, sans-serif); fill: var(--ld-soft); }
.ld-waterfall text.figure { font-weight: 600; fill: var(--ld-ink); }
.ld-waterfall text.axis { font-size: 11px; }
.ld-waterfall line { stroke: var(--ld-line); }
.ld-waterfall line.link { stroke: var(--ld-strong); stroke-dasharray: 3 3; }
`;

const WIDTH = 960;
const HEIGHT = 280;
/** Drawn larger, its letters would be larger than those around it. */
const MOST_WIDE = 1200;
const EDGE = { left: 72, right: 8, top: 26, bottom: 44 };
const BAR = 96;

const s = (value: number) => String(Math.round(value * 10) / 10);

type Placed = Step & { from: number; to: number };

/** Where each bar begins and ends on the scale. */
export const placed = (steps: Step[]): Placed[] => {
  let level = 0;
  return steps.map((step) => {
    const from = step.takes ? level : 0;
    level = step.takes ? level - step.value : step.value;
    return { ...step, from, to: level };
  });
};

/** What becomes of a sum: wholes on the ground, and between them what is lost on the way. */
export const Waterfall = ({ label, steps, tick }: {
  /** What the picture shows, for those who do not see it. */
  label: string;
  steps: Step[];
  tick: (value: number) => string;
}) => {
  const bars = placed(steps);
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const [lowest, highest] = [Math.min(0, min(ends) ?? 0), Math.max(0, max(ends) ?? 0)];
  const marks = ticks(lowest, highest > lowest ? highest : lowest + 1, 4);
  const [bottom, top] = [Math.min(lowest, marks[0]!), Math.max(highest, marks.at(-1)!, lowest + 1)];
  const height = HEIGHT - EDGE.top - EDGE.bottom;
  const y = (value: number) => EDGE.top + (height * (top - value)) / (top - bottom);
  const step = (WIDTH - EDGE.left - EDGE.right) / Math.max(1, bars.length);
  return (
    <div className="ld-chart ld-waterfall">
      <svg width={s(WIDTH)} height={s(HEIGHT)} viewBox={`0 0 ${s(WIDTH)} ${s(HEIGHT)}`} role="img" aria-label={label} style={{ minWidth: 560, width: '100%', maxWidth: MOST_WIDE }}>
        {marks.map((value) => (
          <g key={value}>
            <line x1={s(EDGE.left)} x2={s(WIDTH - EDGE.right)} y1={s(y(value))} y2={s(y(value))} />
            <text className="axis" x={s(EDGE.left - 8)} y={s(y(value) + 4)} textAnchor="end">{tick(value)}</text>
          </g>
        ))}
        {bars.map((bar, at) => {
          const middle = EDGE.left + (at + 0.5) * step;
          const [upper, lower] = [y(Math.max(bar.from, bar.to)), y(Math.min(bar.from, bar.to))];
          return (
            <g key={bar.key}>
              <title>{`${bar.label}: ${bar.shown}${bar.note ? `, ${bar.note}` : ''}`}</title>
              {at + 1 < bars.length ? <line className="link" x1={s(middle + BAR / 2)} x2={s(middle + step - BAR / 2)} y1={s(y(bar.to))} y2={s(y(bar.to))} /> : null}
              <rect
                x={s(middle - BAR / 2)} y={s(upper)} width={s(BAR)} height={s(Math.max(1, lower - upper))} rx="3"
                style={{ fill: `var(--ld-${bar.colour}-${bar.takes ? 'back' : 'text'})`, stroke: `var(--ld-${bar.colour}-text)` }}
              />
              <text className="figure" x={s(middle)} y={s(upper - 8)} textAnchor="middle">{bar.shown}</text>
              <text x={s(middle)} y={s(HEIGHT - 24)} textAnchor="middle">{bar.label}</text>
              {bar.note ? <text className="axis" x={s(middle)} y={s(HEIGHT - 8)} textAnchor="middle">{bar.note}</text> : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
};
