import { type ReactNode } from 'react';
import type { Desk } from '../lib/office';
import type { Words } from '../lib/words';
import { AXIS, LANE, type Arrow, type Bar, type BarKind, type Lane, type Mark, type PathLayout, type PathRow } from './layout';

export const PICTURE_CSS = `
.ld-map { display: flex; border: 1px solid var(--ld-line); border-radius: 8px; overflow: hidden; }
.ld-map-names { flex: none; width: 176px; border-right: 1px solid var(--ld-line); background: var(--ld-raised); padding-top: ${AXIS}px; }
.ld-map-name { height: ${LANE}px; padding: 0 12px; display: flex; flex-direction: column; justify-content: center; line-height: 1.25; border-top: 1px solid var(--ld-line); }
.ld-map-view { flex: 1; min-width: 0; overflow-x: auto; direction: rtl; }
.ld-map-view > div { direction: ltr; width: max-content; min-width: 100%; background: repeating-linear-gradient(var(--ld-line) 0 1px, transparent 1px ${LANE}px) 0 ${AXIS}px no-repeat; }
.ld-map svg { display: block; }
.ld-map text { font: 400 11px var(--t-font-family, Inter, sans-serif); fill: var(--ld-soft); }
.ld-map .grid { stroke: var(--ld-line); stroke-dasharray: 2 3; }
.ld-map .now { stroke: var(--ld-accent); stroke-dasharray: 3 3; }
.ld-map .day { font-weight: 600; fill: var(--ld-ink); }
.ld-map .gap { fill: var(--ld-faint); }
.ld-fill-work { fill: var(--ld-blue-back); stroke: var(--ld-blue-text); }
.ld-fill-waiting { fill: var(--ld-orange-back); stroke: var(--ld-orange-text); stroke-dasharray: 4 3; }
.ld-fill-kept { fill: var(--ld-strong); stroke: none; }
.ld-fill-done { fill: var(--ld-green-back); stroke: var(--ld-green-text); }
.ld-fill-away { fill: var(--ld-turquoise-back); stroke: var(--ld-turquoise-text); }
.ld-fill-lost { fill: var(--ld-red-back); stroke: var(--ld-red-text); stroke-dasharray: 2 2; }
.ld-map .text-work { fill: var(--ld-blue-text); }
.ld-map .text-waiting { fill: var(--ld-orange-text); }
.ld-map .text-done { fill: var(--ld-green-text); }
.ld-map .text-away { fill: var(--ld-turquoise-text); }
.ld-map .text-lost { fill: var(--ld-red-text); }
.ld-arrow { stroke: var(--ld-ink); stroke-width: 1.5; fill: none; }
.ld-arrow.accept { stroke: var(--ld-blue-text); stroke-dasharray: 2 2; }
.ld-arrow.reject, .ld-arrow.return { stroke: var(--ld-red-text); }
.ld-arrow.recall { stroke: var(--ld-soft); stroke-dasharray: 5 3; }
.ld-head { fill: var(--ld-ink); }
.ld-head.accept { fill: var(--ld-blue-text); }
.ld-head.reject, .ld-head.return { fill: var(--ld-red-text); }
.ld-head.recall { fill: var(--ld-soft); }
.ld-mark { stroke: var(--ld-surface); stroke-width: 1.5; fill: var(--ld-ink); }
.ld-mark.accept, .ld-mark.start { fill: var(--ld-blue-text); }
.ld-mark.done, .ld-mark.delivered, .ld-mark.found { fill: var(--ld-green-text); }
.ld-mark.lost { fill: var(--ld-red-text); }
.ld-legend { display: flex; flex-wrap: wrap; gap: 4px 16px; font-size: 12px; color: var(--ld-soft); }
.ld-legend span { display: inline-flex; align-items: center; gap: 6px; }
`;

const BAR = 20;
const KEPT = 4;
const TIP = 8;
/** The widest a letter of an 11 px sans serif is on average; Cyrillic is wider than Latin. */
const LETTER_WIDTH = 6.4;

/** As much of a text as fits. */
export const cut = (text: string, width: number): string => {
  const room = Math.floor(width / LETTER_WIDTH);
  if (room < 3) return '';
  return text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`;
};

const s = (value: number) => String(Math.round(value * 10) / 10);

const BarShape = ({ bar, lane, words }: { bar: Bar; lane: Lane; words: Words }) => {
  const { x1, x2, kind, open } = bar;
  const high = kind === 'kept' ? KEPT : BAR;
  const [top, bottom] = [lane.y - high / 2, lane.y + high / 2];
  const span = words.span(bar.ms);
  // An open bar ends in a point: it goes on.
  const d = `M${s(x1)} ${s(top)} H${s(x2)} ${open && kind !== 'kept' ? `L${s(x2 + TIP)} ${s(lane.y)} L${s(x2)} ${s(bottom)}` : `V${s(bottom)}`} H${s(x1)} Z`;
  const text = kind === 'kept' ? '' : cut(bar.reason?.trim() || span, x2 - x1 - 14);
  return (
    <g>
      <title>{[bar.reason?.trim(), span].filter(Boolean).join(' · ')}</title>
      <path d={d} className={`ld-fill-${kind}`} />
      {text ? (
        <text x={s(x1 + 9)} y={s(lane.y + 4)} className={`text-${kind}`}>
          {text}
        </text>
      ) : null}
    </g>
  );
};

const ArrowShape = ({ arrow, lanes, title }: { arrow: Arrow; lanes: Lane[]; title: string }) => {
  const [from, to] = [lanes[arrow.from]!.y, lanes[arrow.to]!.y];
  const down = to > from ? 1 : -1;
  const tip = to - down * (BAR / 2 + 1);
  return (
    <g>
      <title>{title}</title>
      <path d={`M${s(arrow.x)} ${s(from)} V${s(tip - down * 5)}`} className={`ld-arrow ${arrow.kind}`} />
      <path d={`M${s(arrow.x - 4.5)} ${s(tip - down * 7)} h9 L${s(arrow.x)} ${s(tip)} Z`} className={`ld-head ${arrow.kind}`} />
    </g>
  );
};

const MarkShape = ({ mark, lanes, title }: { mark: Mark; lanes: Lane[]; title: string }) => {
  const y = lanes[mark.lane]!.y;
  const shape =
    mark.kind === 'end' || mark.kind === 'lost' ? (
      <path d={`M${s(mark.x - 5)} ${s(y - 5)} h10 v10 h-10 Z`} className={`ld-mark ${mark.kind}`} />
    ) : (
      <circle cx={s(mark.x)} cy={s(y)} r={mark.kind === 'start' ? '6' : '4.5'} className={`ld-mark ${mark.kind}`} />
    );
  return (
    <g>
      <title>{title}</title>
      {shape}
    </g>
  );
};

const LaneName = ({ lane, desk, words }: { lane: Lane; desk: Desk; words: Words }) => {
  const { office } = desk;
  const { t } = words;
  const name =
    lane.kind === 'outside' ? t('Addressee') : lane.kind === 'department' ? words.department(office, lane.id) : words.member(office, lane.id);
  const note = lane.kind === 'person' ? (lane.departmentId ? words.department(office, lane.departmentId) : '') : lane.kind === 'outside' ? t('outside the office') : t('department');
  return (
    <div className="ld-map-name" title={name}>
      <span className={lane.kind === 'person' ? 'ld-cut' : 'ld-cut ld-strong'}>{name}</span>
      <span className="ld-cut ld-faint" style={{ fontSize: 11 }}>{note}</span>
    </div>
  );
};

export const Picture = (props: { layout: PathLayout; rows: PathRow[]; desk: Desk; words: Words; titleOf: (row: PathRow) => string }) => {
  const { layout, rows, desk, words, titleOf } = props;
  const { width, height, lanes, bars, arrows, marks, ticks, breaks } = layout;
  const titles = new Map(rows.map((row) => [row.id, titleOf(row)]));
  const now = width - 28;
  return (
    <div className="ld-map">
      <div className="ld-map-names">
        {lanes.map((lane) => (
          <LaneName key={lane.key} {...{ lane, desk, words }} />
        ))}
      </div>
      {/* Right to left, the view begins at its end: the present is in sight, the past a scroll away. */}
      <div className="ld-map-view">
        <div>
        <svg width={s(width)} height={s(height)} viewBox={`0 0 ${s(width)} ${s(height)}`} role="img" aria-label={words.t('The way of the letter')}>
          {ticks.map(({ x, at, newDay }, index) => (
            <g key={index}>
              <line className="grid" x1={s(x)} x2={s(x)} y1={s(AXIS)} y2={s(height)} />
              {newDay ? <text className="day" x={s(x)} y="15">{words.day(at)}</text> : null}
              <text x={s(x)} y="31">{words.time(at)}</text>
            </g>
          ))}
          {breaks.map(({ x, ms }) => (
            <text key={x} className="gap" x={s(x)} y="31" textAnchor="middle">{`⁄⁄ ${words.span(ms)}`}</text>
          ))}
          {bars.some(({ open }) => open) ? (
            <g>
              <line className="now" x1={s(now)} x2={s(now)} y1={s(AXIS - 6)} y2={s(height)} />
              <text x={s(now + 22)} y="15" textAnchor="end" style={{ fill: 'var(--ld-accent)' }}>{words.t('now')}</text>
            </g>
          ) : null}
          {bars.map((bar) => (
            <BarShape key={`${bar.kind}${bar.lane}${bar.x1}`} bar={bar} lane={lanes[bar.lane]!} words={words} />
          ))}
          {arrows.map((arrow) => (
            <ArrowShape key={arrow.rowId} arrow={arrow} lanes={lanes} title={titles.get(arrow.rowId) ?? ''} />
          ))}
          {marks.map((mark) => (
            <MarkShape key={mark.rowId} mark={mark} lanes={lanes} title={titles.get(mark.rowId) ?? ''} />
          ))}
        </svg>
        </div>
      </div>
    </div>
  );
};

const Swatch = ({ children, label }: { children: ReactNode; label: string }) => (
  <span>
    <svg width="28" height="14" viewBox="0 0 28 14" aria-hidden>
      {children}
    </svg>
    {label}
  </span>
);

/** Only what the picture shows. */
export const Legend = ({ layout, words }: { layout: PathLayout; words: Words }) => {
  const { t } = words;
  const bars: [BarKind, string][] = [
    ['work', t('in work')],
    ['waiting', t('waits for acceptance, with the reason')],
    ['kept', t('the paper stays here meanwhile')],
    ['done', t('done')],
    ['away', t('on its way')],
    ['lost', t('lost')],
  ];
  const arrows: [Arrow['kind'], string][] = [
    ['handOver', t('hand-over')],
    ['accept', t('taken by one of the department')],
    ['reject', t('rejection')],
    ['recall', t('recall')],
    ['send', t('sending')],
    ['return', t('return')],
  ];
  return (
    <div className="ld-legend">
      {bars.filter(([kind]) => layout.bars.some((bar) => bar.kind === kind)).map(([kind, label]) => (
        <Swatch key={kind} label={label}>
          <path d={kind === 'kept' ? 'M1 5 h26 v4 h-26 Z' : 'M1 1 h26 v12 h-26 Z'} className={`ld-fill-${kind}`} />
        </Swatch>
      ))}
      {arrows.filter(([kind]) => layout.arrows.some((arrow) => arrow.kind === kind)).map(([kind, label]) => (
        <Swatch key={kind} label={label}>
          <path d="M2 7 h18" className={`ld-arrow ${kind}`} />
          <path d="M19 2.5 v9 l7 -4.5 Z" className={`ld-head ${kind}`} />
        </Swatch>
      ))}
    </div>
  );
};
