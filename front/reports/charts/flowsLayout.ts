import { sankey, sankeyLinkHorizontal } from 'd3-sankey';

/**
 * The geometry of flows: those who give stand left, those who get right, so that what goes to and fro, round in a circle or to
 * whom it came from is drawn like all else. Nothing is measured: every size is decided here.
 */

export type FlowInput = { from: string; to: string; volume: number };
type Side = 'from' | 'to';
/** @param volume of all that it gives, or gets */
export type FlowNode = { key: string; side: Side; volume: number; x0: number; x1: number; y0: number; y1: number };
export type FlowLink = { from: string; to: string; volume: number; width: number; path: string };
export type FlowPicture = { width: number; height: number; nodes: FlowNode[]; links: FlowLink[] };

export const WIDTH = 880;
/** Room for the names on either side. */
export const MARGIN = 230;
const NODE_HEIGHT = 52;
const LEAST_HEIGHT = 140;
const NODE_WIDTH = 10;

/** Who is not among the greatest is drawn together with the others, under this key. */
export const OTHERS = 'others';
const MOST_NODES = 12;

const greatest = (flows: FlowInput[], side: Side): Set<string> => {
  const volumes = new Map<string, number>();
  for (const flow of flows) volumes.set(flow[side], (volumes.get(flow[side]) ?? 0) + flow.volume);
  if (volumes.size <= MOST_NODES) return new Set(volumes.keys());
  return new Set([...volumes].sort(([, one], [, other]) => other - one).slice(0, MOST_NODES - 1).map(([key]) => key));
};

/** Few enough to be drawn; the volumes still add up to all. */
const gathered = (flows: FlowInput[]): FlowInput[] => {
  const kept = { from: greatest(flows, 'from'), to: greatest(flows, 'to') };
  const named = ({ from, to }: FlowInput) => ({ from: kept.from.has(from) ? from : OTHERS, to: kept.to.has(to) ? to : OTHERS });
  const links = new Map<string, FlowInput>();
  for (const flow of flows.filter(({ volume }) => volume > 0)) {
    const { from, to } = named(flow);
    const key = JSON.stringify([from, to]);
    links.set(key, { from, to, volume: (links.get(key)?.volume ?? 0) + flow.volume });
  }
  return [...links.values()];
};

type Node = { id: string; key: string; side: Side };
type Link = { source: string; target: string; value: number; flow: FlowInput };

export const layOutFlows = (flows: FlowInput[]): FlowPicture | null => {
  const drawn = gathered(flows);
  if (drawn.length === 0) return null;
  const keysOf = (side: Side) => [...new Set(drawn.map((flow) => flow[side]))];
  const idOf = (side: Side, key: string) => `${side} ${key}`;
  const nodes = (['from', 'to'] as const).flatMap((side) => keysOf(side).map((key): Node => ({ id: idOf(side, key), key, side })));
  const height = Math.max(LEAST_HEIGHT, NODE_HEIGHT * Math.max(keysOf('from').length, keysOf('to').length));
  const layout = sankey<Node, Link>()
    .nodeId(({ id }) => id)
    .nodeWidth(NODE_WIDTH)
    .nodePadding(NODE_HEIGHT / 2)
    .extent([[MARGIN, 12], [WIDTH - MARGIN, height - 12]]);
  const graph = layout({
    nodes,
    links: drawn.map((flow) => ({ source: idOf('from', flow.from), target: idOf('to', flow.to), value: flow.volume, flow })),
  });
  const pathOf = sankeyLinkHorizontal<Node, Link>();
  return {
    width: WIDTH,
    height,
    nodes: graph.nodes.map(({ key, side, value, x0, x1, y0, y1 }) => ({ key, side, volume: value!, x0: x0!, x1: x1!, y0: y0!, y1: y1! })),
    links: graph.links.map((link) => ({ ...link.flow, width: Math.max(1, link.width!), path: pathOf(link)! })),
  };
};
