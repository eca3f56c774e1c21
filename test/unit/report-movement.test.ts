import fc from 'fast-check';
import {
  acceptedIn, deedsOf, flowsOf, keyOf, median, middle, ofFlow, troubleFilters, workingDaysBefore,
} from '../../front/letterMovement/figures';
import { layOutFlows, OTHERS } from '../../front/reports/charts/flowsLayout';
import { countsOf, originalOf, searchFilter, viewFilter } from '../../front/whereIsThePaper/figures';

const MOSCOW = 'Europe/Moscow';
const group = (keys: (string | null)[], count: number, values: Record<string, number | null> = {}) => ({ keys, count, values });

describe('flows between departments', () => {
  const flows = flowsOf([
    group(['claims', 'court'], 2, { countNotEmptyWaitedMinutes: 1, countNotEmptyHeldMinutes: 2 }),
    group(['registry', 'claims'], 5, { countNotEmptyWaitedMinutes: 5, countNotEmptyHeldMinutes: 5 }),
    group(['court', 'claims'], 2, { countNotEmptyWaitedMinutes: 2, countNotEmptyHeldMinutes: 2 }),
    group([null, 'claims'], 1),
  ]);

  test('stand by volume, and those of equal volume always alike', () => {
    expect(flows.map((flow) => [keyOf(flow), flow.handOvers, flow.waitedOf])).toEqual([['registry>claims', 5, 5], ['claims>court', 2, 1], ['court>claims', 2, 2], ['>claims', 1, 0]]);
  });

  test('are counted over accepted hand-overs of the period, of one department what it gave and what it got', () => {
    const bounds = { start: '2026-10-31T21:00:00.000Z', end: '2026-11-30T21:00:00.000Z' };
    expect(acceptedIn(bounds, null)).toEqual({
      and: [{ action: { in: ['ACCEPT'] } }, { outcome: { eq: 'APPLIED' } }, { occurredAt: { gte: bounds.start } }, { occurredAt: { lt: bounds.end } }],
    });
    expect(JSON.stringify(acceptedIn(bounds, 'court'))).toContain('{"or":[{"fromDepartmentId":{"eq":"court"}},{"toDepartmentId":{"eq":"court"}}]}');
    expect(ofFlow({}, { fromId: null, toId: 'claims' })).toEqual({ and: [{}, { fromDepartmentId: { is: 'NULL' } }, { toDepartmentId: { eq: 'claims' } }] });
  });

  test('say apart what was handed over, accepted, rejected and recalled', () => {
    expect(deedsOf([group(['HAND_OVER'], 9), group(['ACCEPT'], 7), group(['RECALL'], 1)])).toEqual({ handedOver: 9, accepted: 7, rejected: 0, recalled: 1 });
  });
});

describe('the median', () => {
  test.each([
    [[], null],
    [[7], 7],
    [[1, 9], 5],
    [[1, 2, 900], 2],
    [[1, 2, 4, 900], 3],
  ])('of %j is %s', (sorted: number[], expected) => {
    const { offset, first } = middle(sorted.length);
    expect(median(sorted.length === 0 ? [] : sorted.slice(offset, offset + first))).toBe(expected);
  });

  test('has as many values below as above, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 }), (values) => {
        const sorted = [...values].sort((one, other) => one - other);
        const { offset, first } = middle(sorted.length);
        const found = median(sorted.slice(offset, offset + first))!;
        const half = values.length / 2;
        return values.filter((value) => value < found).length <= half && values.filter((value) => value > found).length <= half;
      }),
    );
  });
});

describe('working days before', () => {
  test.each([
    // 2026-11-25 is a Wednesday; Moscow is three hours ahead of UTC.
    ['a Wednesday morning', '2026-11-25T07:00:00.000Z', 5, '2026-11-18T07:00:00.000Z'],
    ['a Monday noon', '2026-11-23T09:00:00.000Z', 1, '2026-11-20T09:00:00.000Z'],
    ['a Saturday, as of the Monday that follows', '2026-11-21T09:00:00.000Z', 5, '2026-11-15T21:00:00.000Z'],
    ['a Sunday night', '2026-11-22T20:59:00.000Z', 1, '2026-11-19T21:00:00.000Z'],
    ['a Monday that has just begun in Moscow', '2026-11-22T21:30:00.000Z', 1, '2026-11-19T21:30:00.000Z'],
    ['none at all', '2026-11-25T07:00:00.000Z', 0, '2026-11-25T07:00:00.000Z'],
  ])('%s', (_, now, days, expected) => {
    expect(workingDaysBefore(new Date(now), days, MOSCOW)).toBe(expected);
  });
});

test('a letter is stuck after two hours of waiting, unprocessed after five working days in work, lost until it is found', () => {
  expect(troubleFilters(new Date('2026-11-25T07:00:00.000Z'), MOSCOW)).toEqual({
    stuck: { and: [{ status: { eq: 'HANDED_OVER' } }, { handedOverAt: { lt: '2026-11-25T05:00:00.000Z' } }] },
    unprocessed: { and: [{ status: { eq: 'IN_WORK' } }, { heldSince: { lt: '2026-11-18T07:00:00.000Z' } }] },
    lost: { status: { eq: 'LOST' } },
  });
});

describe('the picture of flows', () => {
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

  test('draws what goes to and fro, and to oneself, from the left to the right', () => {
    const picture = layOutFlows([{ from: 'a', to: 'b', volume: 3 }, { from: 'b', to: 'a', volume: 1 }, { from: 'a', to: 'a', volume: 2 }])!;
    expect(picture.links.map(({ from, to, volume }) => `${from}>${to} ${volume}`).sort()).toEqual(['a>a 2', 'a>b 3', 'b>a 1']);
    expect(picture.nodes.map(({ side, key, volume }) => `${side} ${key} ${volume}`).sort()).toEqual(['from a 5', 'from b 1', 'to a 3', 'to b 3']);
    const [left, right] = (['from', 'to'] as const).map((side) => picture.nodes.filter((node) => node.side === side));
    expect(Math.max(...left!.map(({ x1 }) => x1))).toBeLessThan(Math.min(...right!.map(({ x0 }) => x0)));
    const [thick, thin] = ['a>b', 'b>a'].map((key) => picture.links.find(({ from, to }) => `${from}>${to}` === key)!.width);
    expect(thick! / thin!).toBeCloseTo(3, 1);
  });

  test('is none of nothing', () => {
    expect(layOutFlows([])).toBeNull();
    expect(layOutFlows([{ from: 'a', to: 'b', volume: 0 }])).toBeNull();
  });

  test('of many departments draws the greatest and all others as one, and loses no letter', () => {
    const flows = Array.from({ length: 20 }, (_, from) => Array.from({ length: 20 }, (__, to) => ({ from: `d${from}`, to: `d${to}`, volume: 1 + from + 2 * to }))).flat();
    const picture = layOutFlows(flows)!;
    for (const side of ['from', 'to'] as const) {
      const nodes = picture.nodes.filter((node) => node.side === side);
      expect(nodes).toHaveLength(12);
      expect(nodes.map(({ key }) => key)).toContain(OTHERS);
      expect(sum(nodes.map(({ volume }) => volume))).toBe(sum(flows.map(({ volume }) => volume)));
    }
    expect(picture.nodes.every(({ y0, y1 }) => y0 >= 0 && y1 <= picture.height)).toBe(true);
  });
});

describe('where the paper is', () => {
  test.each([
    [{ originalPlace: ' Safe 2 ', deliveryMethod: 'EMAIL', status: 'DELIVERED' }, { kind: 'PLACE', place: 'Safe 2' }],
    [{ originalPlace: '  ', deliveryMethod: 'COURT_PORTAL', status: 'SENT' }, { kind: 'ELECTRONIC' }],
    [{ originalPlace: null, deliveryMethod: 'POST', status: 'SENT' }, { kind: 'ON_THE_WAY' }],
    [{ originalPlace: null, deliveryMethod: 'COURIER', status: 'DELIVERED' }, { kind: 'WITH_ADDRESSEE' }],
    [{ originalPlace: null, deliveryMethod: 'POST', status: 'UNDELIVERED' }, { kind: 'WITH_HOLDER' }],
    [{ originalPlace: null, deliveryMethod: null, status: null }, { kind: 'WITH_HOLDER' }],
  ])('the original of %j: %j', (paper, expected) => {
    expect(originalOf(paper)).toEqual(expected);
  });

  test('every letter that is not archived counts once', () => {
    expect(countsOf([group(['HANDED_OVER'], 3), group(['SENT'], 2), group(['UNDELIVERED'], 1), group(['IN_WORK'], 5)])).toEqual({ inside: 9, all: 11, pending: 3, sent: 2, undelivered: 1, lost: 0 });
  });

  test('is found by number, subject, and the names of who holds it or is to accept it', () => {
    const office = { members: [{ id: 'olga', name: 'Olga Sokolova' }, { id: 'ivan', name: 'Ivan Petrov' }], departments: [{ id: 'court', name: 'Court department' }] };
    expect(searchFilter('  ', office)).toBeNull();
    expect(searchFilter('sokol', office)).toEqual({ or: [{ number: { ilike: '%sokol%' } }, { subject: { ilike: '%sokol%' } }, { holderId: { in: ['olga'] } }, { pendingMemberId: { in: ['olga'] } }] });
    expect(JSON.stringify(searchFilter('COURT', office))).toContain('"holderDepartmentId":{"in":["court"]}');
    expect(searchFilter('50%_', office)).toEqual({ or: [{ number: { ilike: '%50\\%\\_%' } }, { subject: { ilike: '%50\\%\\_%' } }] });
  });

  test('in my hands is what I accepted last and is not archived', () => {
    const now = new Date('2026-11-25T07:00:00.000Z');
    expect(JSON.stringify(viewFilter('MINE', { memberId: 'me', now, timeZone: MOSCOW }))).toMatch(/"holderId":\{"eq":"me"\}.*"status":\{"in":\[(?!.*ARCHIVED)/);
    expect(viewFilter('UNDELIVERED', { memberId: 'me', now, timeZone: MOSCOW })).toEqual({ status: { eq: 'UNDELIVERED' } });
  });
});
