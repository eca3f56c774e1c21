import { cut } from '../../path/Picture';
import type { TagColour } from '../../lib/theme';
import { layOutFlows, MARGIN, OTHERS, type FlowInput } from './flowsLayout';

const COLOURS: TagColour[] = ['blue', 'turquoise', 'purple', 'orange', 'green', 'sky', 'red', 'yellow', 'gray'];

export const FLOWS_CSS = `
.ld-flows svg { margin: 0 auto; }
.ld-flows text { font: 400 12px var(--t-font-family, Inter, sans-serif); fill: var(--ld-ink); }
.ld-flows .figure { font-weight: 600; }
.ld-flows .side { fill: var(--ld-faint); font-size: 11px; }
.ld-flows .link { fill: none; stroke-opacity: .3; }
.ld-flows .link:hover { stroke-opacity: .6; }
`;

/** Room beside the node, and above the picture for what the sides are. */
const GAP = 8;
const TOP = 20;
/** `cut` reckons with letters of 11 px, these are of 12. */
const NAME_WIDTH = (MARGIN - 2 * GAP) * (11 / 12);

const s = (value: number) => String(Math.round(value * 10) / 10);

/** What goes from whom to whom, each stream as wide as its volume. */
export const Flows = ({ label, flows, nameOf, others, sides, titleOf, shown }: {
  /** What the picture shows, for those who do not see it. */
  label: string;
  flows: FlowInput[];
  nameOf: (key: string) => string;
  /** What those too small to be drawn by themselves are called. */
  others: string;
  sides: { from: string; to: string };
  titleOf: (flow: FlowInput) => string;
  shown: (volume: number) => string;
}) => {
  const picture = layOutFlows(flows);
  if (picture === null) return null;
  const { width, height, nodes, links } = picture;
  const name = (key: string) => (key === OTHERS ? others : nameOf(key));
  const senders = nodes.filter(({ side }) => side === 'from').map(({ key }) => key);
  const colourOf = (key: string) => `var(--ld-${COLOURS[Math.max(0, senders.indexOf(key)) % COLOURS.length]}-text)`;
  return (
    <div className="ld-chart ld-flows">
      <svg width={s(width)} height={s(height + TOP)} viewBox={`0 ${-TOP} ${s(width)} ${s(height + TOP)}`} role="img" aria-label={label} style={{ minWidth: 760 }}>
        <text className="side" x={s(MARGIN)} y="-6" textAnchor="end">{sides.from}</text>
        <text className="side" x={s(width - MARGIN)} y="-6">{sides.to}</text>
        {links.map((link) => (
          <path key={`${link.from} ${link.to}`} className="link" d={link.path} style={{ stroke: colourOf(link.from) }} strokeWidth={s(link.width)}>
            <title>{link.from === OTHERS || link.to === OTHERS ? `${name(link.from)} → ${name(link.to)}: ${shown(link.volume)}` : titleOf(link)}</title>
          </path>
        ))}
        {nodes.map(({ key, side, volume, x0, x1, y0, y1 }) => {
          const isFrom = side === 'from';
          const x = s(isFrom ? x0 - GAP : x1 + GAP);
          const middle = (y0 + y1) / 2;
          const anchor = isFrom ? 'end' : 'start';
          return (
            <g key={`${side} ${key}`}>
              <title>{`${name(key)}: ${shown(volume)}`}</title>
              <rect x={s(x0)} y={s(y0)} width={s(x1 - x0)} height={s(Math.max(1, y1 - y0))} rx="2" style={{ fill: isFrom ? colourOf(key) : 'var(--ld-soft)' }} />
              <text x={x} y={s(middle - 2)} textAnchor={anchor}>{cut(name(key), NAME_WIDTH)}</text>
              <text className="figure" x={x} y={s(middle + 13)} textAnchor={anchor}>{shown(volume)}</text>
            </g>
          );
        })}
      </svg>
    </div>
  );
};
