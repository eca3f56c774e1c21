import type { Action, Status } from '../../workers/correspondence/protocol';

/**
 * The geometry of a letter's way: from applied history rows to lanes, bars, arrows and ticks, in pixels. Nothing here knows of
 * React, languages or colours, and nothing is measured: every size is decided here.
 */

export type PathRow = {
  id: string;
  action: Action;
  occurredAt: string;
  actorId: string | null;
  reason: string | null;
  fromMemberId: string | null;
  toMemberId: string | null;
  fromDepartmentId: string | null;
  toDepartmentId: string | null;
  statusAfter: Status | null;
};

export type Lane = { key: string; kind: 'department' | 'person' | 'outside'; id: string; departmentId: string | null; y: number };

/** `kept`: the paper is still with its holder while the letter waits for another, or is on its way. */
export type BarKind = 'work' | 'waiting' | 'kept' | 'done' | 'away' | 'lost';
export type Bar = {
  kind: BarKind;
  lane: number;
  x1: number;
  x2: number;
  ms: number;
  /** Why the letter came here, where the row said so. */
  reason: string | null;
  /** The present state: it goes on. */
  open: boolean;
};

export type ArrowKind = 'handOver' | 'accept' | 'reject' | 'recall' | 'send' | 'return';
export type Arrow = { kind: ArrowKind; x: number; from: number; to: number; rowId: string };
export type Mark = { kind: 'start' | 'accept' | 'done' | 'delivered' | 'lost' | 'found' | 'end'; x: number; lane: number; rowId: string };
export type Tick = { x: number; at: string; newDay: boolean };
/** Where the axis leaves out idle time. */
export type Break = { x: number; ms: number };

export type PathLayout = {
  width: number;
  height: number;
  lanes: Lane[];
  bars: Bar[];
  arrows: Arrow[];
  marks: Mark[];
  ticks: Tick[];
  breaks: Break[];
};

export const AXIS = 40;
export const LANE = 40;
const LEFT = 16;
const RIGHT = 28;
const LEAST_WIDTH = 400;

const MINUTE = 60_000;
const BREAK_FROM = 8 * 60 * MINUTE;
/** Room on the axis for "14:05" and for how much time a break leaves out. */
const TIME_WIDTH = 34;
const BREAK_WIDTH = 100;

/** Seconds and months on one picture: time is drawn by its logarithm, and never so short that its words have no room. */
const widthOf = (ms: number, waits: boolean, crowd: number): number => {
  const grown = crowd * (24 + 22 * Math.log2(1 + ms / MINUTE));
  const least = ms >= BREAK_FROM ? TIME_WIDTH + BREAK_WIDTH : waits ? 84 : 44;
  return Math.round(Math.max(least, Math.min(grown, crowd * 220)));
};

type State = { status: Status | null; holder: string | null; waiting: string | null };

const person = (id: string | null) => (id === null ? null : `m${id}`);
const department = (id: string | null) => (id === null ? null : `d${id}`);
const OUTSIDE = 'outside';

const after = (before: State, row: PathRow): State => {
  const status = row.statusAfter ?? before.status;
  switch (row.action) {
    case 'REGISTER': return { status, holder: person(row.toMemberId ?? row.actorId), waiting: null };
    case 'HAND_OVER': return { ...before, status, waiting: person(row.toMemberId) ?? department(row.toDepartmentId) };
    case 'ACCEPT':
    case 'REJECT':
    case 'RECALL': return { status, holder: person(row.toMemberId) ?? before.holder, waiting: null };
    default: return { status, holder: before.holder, waiting: null };
  }
};

/** What is drawn while a state lasts. */
const barsOf = ({ status, holder, waiting }: State): { key: string; kind: BarKind }[] => {
  const at = (key: string | null, kind: BarKind) => (key === null ? [] : [{ key, kind }]);
  switch (status) {
    case 'HANDED_OVER': return [...at(waiting, 'waiting'), ...at(holder, 'kept')];
    case 'SENT': return [...at(OUTSIDE, 'away'), ...at(holder, 'kept')];
    case 'DONE': return at(holder, 'done');
    case 'LOST': return at(holder, 'lost');
    case 'ARCHIVED':
    case 'DELIVERED':
    case null: return [];
    default: return at(holder, 'work');
  }
};

const arrowOf = (before: State, now: State, row: PathRow): { kind: ArrowKind; from: string | null; to: string | null } | null => {
  switch (row.action) {
    case 'HAND_OVER': return { kind: 'handOver', from: before.holder, to: now.waiting };
    case 'ACCEPT': return { kind: 'accept', from: before.waiting, to: now.holder };
    case 'REJECT': return { kind: 'reject', from: before.waiting, to: now.holder };
    case 'RECALL': return { kind: 'recall', from: before.waiting, to: now.holder };
    case 'SEND': return { kind: 'send', from: before.holder, to: OUTSIDE };
    case 'RETURN_UNDELIVERED': return { kind: 'return', from: OUTSIDE, to: now.holder };
    default: return null;
  }
};

const markOf = (now: State, row: PathRow): { kind: Mark['kind']; key: string | null } | null => {
  switch (row.action) {
    case 'REGISTER': return { kind: 'start', key: now.holder };
    case 'ACCEPT': return { kind: 'accept', key: now.holder };
    case 'COMPLETE': return { kind: 'done', key: now.holder };
    case 'DELIVER': return { kind: 'delivered', key: OUTSIDE };
    case 'REPORT_LOST': return { kind: 'lost', key: now.holder };
    case 'FOUND': return { kind: 'found', key: now.holder };
    case 'ARCHIVE': return { kind: 'end', key: now.holder };
    default: return null;
  }
};

/** Lanes in the order in which the letter reached them, the people of a department below it. */
const lanesOf = (keys: string[], homeOf: (memberId: string) => string | null): Lane[] => {
  const lanes = [...new Set(keys)].map((key) => {
    const id = key === OUTSIDE ? OUTSIDE : key.slice(1);
    const kind: Lane['kind'] = key === OUTSIDE ? 'outside' : key.startsWith('d') ? 'department' : 'person';
    return { key, id, kind, departmentId: kind === 'person' ? homeOf(id) : kind === 'department' ? id : null };
  });
  const groups = [...new Set(lanes.map(({ departmentId, kind }) => (kind === 'outside' ? OUTSIDE : departmentId)))];
  const rank = (lane: (typeof lanes)[number]) =>
    lane.kind === 'outside' ? groups.length : groups.indexOf(lane.departmentId);
  return lanes
    .map((lane, place) => ({ lane, place }))
    .sort((a, b) => rank(a.lane) - rank(b.lane) || Number(b.lane.kind === 'department') - Number(a.lane.kind === 'department') || a.place - b.place)
    .map(({ lane }, index) => ({ ...lane, y: AXIS + index * LANE + LANE / 2 }));
};

const dayOf = (iso: string) => new Date(iso).toDateString();

/**
 * @param rows applied rows in the order in which they were applied
 * @param homeOf the department a member belongs to
 */
export const layOut = (input: { rows: PathRow[]; homeOf: (memberId: string) => string | null; now: Date }): PathLayout => {
  const { rows, homeOf, now } = input;
  const crowd = Math.min(1, Math.max(0.4, 10 / Math.max(1, rows.length)));
  const start: State = { status: null, holder: person(rows[0]?.fromMemberId ?? null), waiting: null };
  const states = rows.reduce<State[]>((all, row) => [...all, after(all.at(-1) ?? start, row)], []);

  const times = [...rows.map(({ occurredAt }) => Date.parse(occurredAt)), now.getTime()];
  const spans = rows.map((_, index) => Math.max(0, times[index + 1]! - times[index]!));
  const natural = spans.map((ms, index) => widthOf(ms, states[index]!.status === 'HANDED_OVER', crowd));
  const total = natural.reduce((sum, width) => sum + width, 0);
  const stretch = total > 0 ? Math.max(1, LEAST_WIDTH / total) : 1;
  const xs = natural.reduce<number[]>((all, width) => [...all, all.at(-1)! + Math.round(width * stretch)], [LEFT]);

  const steps = rows.map((row, index) => {
    const before = states[index - 1] ?? start;
    const state = states[index]!;
    return { row, state, arrow: arrowOf(before, state, row), mark: markOf(state, row), bars: barsOf(state) };
  });
  const lanes = lanesOf(
    steps.flatMap(({ arrow, mark, bars }) => [arrow?.from, mark?.key, arrow?.to, ...bars.map(({ key }) => key)]).filter((key) => typeof key === 'string'),
    homeOf,
  );
  const laneOf = (key: string) => lanes.findIndex((lane) => lane.key === key);

  const bars: Bar[] = [];
  for (const [index, step] of steps.entries())
    for (const { key, kind } of step.bars) {
      const lane = laneOf(key);
      const [x1, x2, ms] = [xs[index]!, xs[index + 1]!, spans[index]!];
      const previous = bars.find((bar) => bar.kind === kind && bar.lane === lane && bar.x2 === x1);
      const open = index === steps.length - 1;
      // One stay is one bar, also where a row in between changed nothing about it.
      if (previous) Object.assign(previous, { x2, ms: previous.ms + ms, open });
      else bars.push({ kind, lane, x1, x2, ms, open, reason: kind === 'kept' ? null : step.row.reason });
    }

  return {
    width: (xs.at(-1) ?? LEFT) + RIGHT,
    height: AXIS + lanes.length * LANE,
    lanes,
    bars,
    arrows: steps.flatMap(({ row, arrow }, index) => {
      if (!arrow?.from || !arrow.to || arrow.from === arrow.to) return [];
      return [{ kind: arrow.kind, x: xs[index]!, from: laneOf(arrow.from), to: laneOf(arrow.to), rowId: row.id }];
    }),
    marks: steps.flatMap(({ row, mark }, index) =>
      mark?.key ? [{ kind: mark.kind, x: xs[index]!, lane: laneOf(mark.key), rowId: row.id }] : [],
    ),
    ticks: rows.map(({ occurredAt }, index) => ({
      x: xs[index]!,
      at: occurredAt,
      newDay: index === 0 || dayOf(rows[index - 1]!.occurredAt) !== dayOf(occurredAt),
    })),
    breaks: spans.flatMap((ms, index) => (ms >= BREAK_FROM ? [{ x: (xs[index]! + TIME_WIDTH + xs[index + 1]!) / 2, ms }] : [])),
  };
};
