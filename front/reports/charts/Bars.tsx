import { max, ticks } from 'd3-array';
import type { TagColour } from '../../lib/theme';

/** @param values one for each series @param shown the same as a person reads them */
export type Bar = { key: string; label: string; title: string; values: number[]; shown: string[] };
export type Series = { title: string; colour: TagColour };

export const BARS_CSS = `
.ld-bars text { font: 400 11px var(--t-font-family, Inter, sans-serif); fill: var(--ld-soft); }
.ld-bars line { stroke: var(--ld-line); }
.ld-bars g:hover > .back { fill: var(--ld-hover); }
.ld-legend { display: flex; flex-wrap: wrap; gap: 4px 16px; }
.ld-legend i { display: inline-block; width: 10px; height: 10px; margin-right: 6px; border-radius: 2px; vertical-align: -1px; }
`;

const WIDTH = 960;
const HEIGHT = 260;
/** Drawn larger, its letters would be larger than those around it. */
const MOST_WIDE = 1200;
const EDGE = { left: 72, right: 8, top: 8, bottom: 28 };
/** Above the baseline a bar of anything can be seen. */
const LEAST = 1;
const WIDEST = 28;
/** Labels of this many letters would run into each other. */
const LETTER = 6.5;

const s = (value: number) => String(Math.round(value * 10) / 10);

/** Figures of a few series side by side. Nothing is measured: every size is decided here. */
export const Bars = ({ label, series, bars, tick }: {
  /** What the picture shows, for those who do not see it. */
  label: string;
  series: Series[];
  bars: Bar[];
  /** A figure of the axis. */
  tick: (value: number) => string;
}) => {
  const most = max(bars.flatMap(({ values }) => values)) ?? 0;
  const marks = ticks(0, most > 0 ? most : 1, 4);
  const top = Math.max(most, marks.at(-1)!) || 1;
  const height = HEIGHT - EDGE.top - EDGE.bottom;
  const y = (value: number) => EDGE.top + height * (1 - Math.max(0, value) / top);
  const step = (WIDTH - EDGE.left - EDGE.right) / Math.max(1, bars.length);
  const width = Math.min(WIDEST, (step * 0.76) / series.length);
  const longest = max(bars, (bar) => bar.label.length) ?? 0;
  const every = Math.max(1, Math.ceil((longest * LETTER + 8) / step));
  return (
    <div className="ld-bars ld-col">
      <div className="ld-chart">
        <svg width={s(WIDTH)} height={s(HEIGHT)} viewBox={`0 0 ${s(WIDTH)} ${s(HEIGHT)}`} role="img" aria-label={label} style={{ minWidth: 480, width: '100%', maxWidth: MOST_WIDE }}>
          {marks.map((value) => (
            <g key={value}>
              <line x1={s(EDGE.left)} x2={s(WIDTH - EDGE.right)} y1={s(y(value))} y2={s(y(value))} />
              <text x={s(EDGE.left - 8)} y={s(y(value) + 4)} textAnchor="end">{tick(value)}</text>
            </g>
          ))}
          {bars.map((bar, at) => {
            const left = EDGE.left + at * step;
            const first = left + (step - width * series.length) / 2;
            return (
              <g key={bar.key}>
                <title>{`${bar.title}\n${series.map(({ title }, index) => `${title}: ${bar.shown[index]}`).join('\n')}`}</title>
                <rect className="back" x={s(left)} y={s(EDGE.top)} width={s(step)} height={s(height)} fill="transparent" />
                {series.map(({ title, colour }, index) => {
                  const value = bar.values[index] ?? 0;
                  if (value <= 0) return null;
                  const size = Math.max(LEAST, EDGE.top + height - y(value));
                  return (
                    <rect
                      key={title} x={s(first + index * width)} y={s(EDGE.top + height - size)} width={s(Math.max(1, width - 1))} height={s(size)}
                      rx={s(Math.min(2, width / 4))} style={{ fill: `var(--ld-${colour}-text)` }}
                    />
                  );
                })}
                {at % every === 0 ? <text x={s(left + step / 2)} y={s(HEIGHT - 10)} textAnchor="middle">{bar.label}</text> : null}
              </g>
            );
          })}
        </svg>
      </div>
      {series.length > 1 ? (
        <div className="ld-legend ld-small ld-soft">
          {series.map(({ title, colour }) => (
            <span key={title}><i style={{ background: `var(--ld-${colour}-text)` }} />{title}</span>
          ))}
        </div>
      ) : null}
    </div>
  );
};
