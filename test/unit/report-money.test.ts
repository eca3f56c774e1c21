import { NO_LINES, figuresOf as decisionFigures, type Facts as DecisionFacts } from '../../front/decisionsReport/figures';
import {
  awardedOfClaimed, collectedOfAwarded, figuresOf as financeFigures, notAwarded, notCollected, remainder, type Facts as FinanceFacts,
} from '../../front/financeReport/figures';
import { amongOf, isValue, narrowed, startsOf } from '../../front/recoveries/dimensions';
import { currenciesOf, sumsOf } from '../../front/recoveries/sums';
import { TooManyGroups, wholeGroups } from '../../front/recoveries/wholeGroups';
import { placed } from '../../front/reports/charts/Waterfall';
import { countingOf, financeOf } from '../../workers/cases/finance';
import { bundle, decision, filing, recovery, rub } from './case-office';

const roubles = (amount: number): bigint => BigInt(amount) * 1_000_000n;
const sum = (keys: (string | null)[], amount: number, currency = 'RUB') => ({ keys, currency, amount: roubles(amount) });

/**
 * Moscow: a decision on moral harm (claimed 1000, awarded 400, collected 100) and treatment (200, 200, 0), one on moral harm alone in
 * dollars (50, 20, 20), and one without lines. No region: one on treatment (300, 0, 0).
 */
const BY_REGION: DecisionFacts = {
  counts: [{ keys: ['moscow'], count: 3 }, { keys: [null], count: 1 }],
  kindAt: null,
  distinct: [],
  sums: {
    claimed: [sum(['moscow'], 1200), sum(['moscow'], 50, 'USD'), sum([null], 300)],
    awarded: [sum(['moscow'], 600), sum(['moscow'], 20, 'USD')],
    collected: [sum(['moscow'], 100), sum(['moscow'], 20, 'USD')],
  },
};
const BY_KIND_AND_REGION: DecisionFacts = {
  counts: [
    { keys: ['moral', 'moscow'], count: 2 }, { keys: ['treatment', 'moscow'], count: 1 }, { keys: ['treatment', null], count: 1 }, { keys: [NO_LINES, 'moscow'], count: 1 },
  ],
  kindAt: 0,
  distinct: [{ keys: [null, 'moscow'], count: 3 }, { keys: [null, null], count: 1 }],
  sums: {
    claimed: [sum(['moral', 'moscow'], 1000), sum(['moral', 'moscow'], 50, 'USD'), sum(['treatment', 'moscow'], 200), sum(['treatment', null], 300)],
    awarded: [sum(['moral', 'moscow'], 400), sum(['moral', 'moscow'], 20, 'USD'), sum(['treatment', 'moscow'], 200)],
    collected: [],
  },
};

describe('court decisions of a small office', () => {
  test('by region: each once, those without a region in a row of their own, and no two currencies together', () => {
    const { decisions, amount, awardedOfClaimed: share, rows } = decisionFigures(BY_REGION);
    expect(rows).toEqual(['moscow', null]);
    expect([decisions({ row: 'moscow' }), decisions({ row: null }), decisions({})]).toEqual([3, 1, 4]);
    expect([amount('claimed', 'RUB', { row: 'moscow' }), amount('claimed', 'RUB', {}), amount('claimed', 'USD', {})]).toEqual([roubles(1200), roubles(1500), roubles(50)]);
    expect([share('RUB', { row: 'moscow' }), share('RUB', {}), share('USD', {})]).toEqual([0.5, 0.4, 0.4]);
  });

  test('by kind and region: in each of its kinds, and once in what all kinds make together', () => {
    const { decisions, amount, rows, columns } = decisionFigures(BY_KIND_AND_REGION);
    expect([rows, columns]).toEqual([['moral', 'treatment', NO_LINES], ['moscow', null]]);
    expect(rows.map((row) => decisions({ row }))).toEqual([2, 2, 1]);
    expect(columns.map((column) => decisions({ column }))).toEqual([3, 1]);
    expect([decisions({ row: 'treatment', column: null }), decisions({})]).toEqual([1, 4]);
    expect([amount('claimed', 'RUB', { row: 'treatment' }), amount('awarded', 'RUB', { column: 'moscow' }), amount('awarded', 'USD', {})]).toEqual([roubles(500), roubles(600), roubles(20)]);
  });

  test('by region and kind it is the same the other way round', () => {
    const turned = <T extends { keys: (string | null)[] }>(rows: T[]): T[] => rows.map((row) => ({ ...row, keys: [...row.keys].reverse() }));
    const { counts, distinct, sums } = BY_KIND_AND_REGION;
    const { decisions } = decisionFigures({ counts: turned(counts), kindAt: 1, distinct: turned(distinct), sums: { claimed: turned(sums.claimed), awarded: turned(sums.awarded), collected: [] } });
    expect([decisions({ row: 'moscow' }), decisions({ column: 'treatment' }), decisions({})]).toEqual([3, 2, 4]);
  });

  test('awarded ÷ claimed says nothing where nothing was claimed', () => {
    const { awardedOfClaimed: share } = decisionFigures({ ...BY_REGION, sums: { ...BY_REGION.sums, claimed: [] } });
    expect([share('RUB', {}), share('EUR', {})]).toEqual([null, null]);
  });
});

describe('the finance of a small office', () => {
  const none = { claimed: [], awarded: [], collected: [], received: [] };
  const facts: FinanceFacts = {
    sums: {
      claimed: [sum(['FIRST', 'moral'], 1000), sum(['FIRST', null], 100), sum(['APPEAL', 'moral'], 1000)],
      awarded: [sum(['FIRST', 'moral'], 400), sum(['APPEAL', 'moral'], 700)],
      collected: [sum(['APPEAL', 'moral'], 250)],
      received: [sum(['APPEAL', 'moral'], 50)],
    },
    totals: { claimed: [sum([], 1100)], awarded: [sum([], 700)], collected: [sum([], 250)], received: [sum([], 50)] },
  };

  test('at each instance, by kind; in the total a claim counts once', () => {
    const { currencies, rows, below, of } = financeFigures(facts);
    const amount = of('RUB');
    expect([currencies, rows, below('FIRST')]).toEqual([['RUB'], ['FIRST', 'APPEAL'], ['moral', null]]);
    expect([amount('claimed', ['FIRST']), amount('claimed', ['FIRST', null]), amount('claimed', [])]).toEqual([roubles(1100), roubles(100), roubles(1100)]);
    expect([notAwarded(amount, []), notCollected(amount, [])]).toEqual([roubles(400), roubles(450)]);
    expect([notAwarded(amount, ['APPEAL']), awardedOfClaimed(amount, ['APPEAL']), collectedOfAwarded(amount, [])]).toEqual([roubles(300), 0.7, 0.3571]);
    expect([awardedOfClaimed(amount, ['CASSATION']), collectedOfAwarded(amount, ['CASSATION'])]).toEqual([null, null]);
  });

  test('more may be awarded in a period than was claimed in it', () => {
    const amount = financeFigures({ sums: none, totals: { ...none, claimed: [sum([], 100)], awarded: [sum([], 150)] } }).of('RUB');
    expect([notAwarded(amount, []), awardedOfClaimed(amount, [])]).toEqual([roubles(-50), 1.5]);
  });

  test('the payers without a row have what the others leave', () => {
    expect(remainder([sum([], 100), sum([], 5, 'USD')], [sum(['a'], 60), sum(['b'], 30), sum(['a'], 5, 'USD')])).toEqual([sum([], 10)]);
  });
});

describe('which lines count', () => {
  const first = decision({ id: 'first', instance: 'FIRST' });
  const appeal = decision({ id: 'appeal', instance: 'APPEAL' }, filing({ id: 'appeal-filing', instance: 'APPEAL' }));
  const recoveries = [
    recovery('a', { claimed: rub(1000), awarded: rub(400) }, first),
    recovery('b', { claimed: rub(1000), awarded: rub(700), collected: rub(250) }, appeal),
    recovery('d', { kindId: 'treatment', claimed: rub(200), awarded: rub(200) }, first),
    recovery('c', { kindId: 'treatment', claimed: rub(50) }, first),
    recovery('e', { claimed: { amountMicros: '5000000', currencyCode: 'USD' } }, appeal),
  ];
  const courtDecisions = [first, appeal];

  test('of a claim at two instances: what was claimed at the first and awarded at the last, kind by kind and currency by currency', () => {
    const counting = countingOf({ recoveries, courtDecisions });
    expect(Object.fromEntries([...counting].map(([id, { countsAsClaimed, countsAsAwarded }]) => [id, [countsAsClaimed, countsAsAwarded]]))).toEqual({
      a: [true, false], b: [false, true], d: [true, true], c: [true, false], e: [true, false],
    });
  });

  test('a decision counts in a kind by one line of it', () => {
    const counting = countingOf({ recoveries, courtDecisions });
    expect([...counting].filter(([, { isFirstOfKind }]) => isFirstOfKind).map(([id]) => id)).toEqual(['a', 'b', 'c']);
  });

  test('what counts adds up to the finance of the case', () => {
    const inRoubles = recoveries.filter(({ id }) => id !== 'e');
    const counting = countingOf({ recoveries: inRoubles, courtDecisions });
    const total = (field: 'claimed' | 'awarded', flag: 'countsAsClaimed' | 'countsAsAwarded') =>
      inRoubles.filter(({ id }) => counting.get(id)![flag]).reduce((all, line) => all + BigInt(line[field].amountMicros ?? 0), 0n);
    const { claimed, awarded } = financeOf({ ...bundle(), recoveries, courtDecisions }).finance;
    expect([claimed.amountMicros, awarded.amountMicros]).toEqual([String(total('claimed', 'countsAsClaimed')), String(total('awarded', 'countsAsAwarded'))]);
    expect(claimed.amountMicros).toBe(String(roubles(1250)));
  });
});

describe('grouping', () => {
  const PERIOD = { from: '2026-01-15', to: '2026-05-02' };

  test('a period has the months and quarters that it touches, and a row is only its part of them', () => {
    expect(startsOf('month', PERIOD)).toEqual(['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01']);
    expect(startsOf('quarter', PERIOD)).toEqual(['2026-01-01', '2026-04-01']);
    expect(isValue('month', '2026-01-01', PERIOD)).toEqual({ and: [{ decidedAt: { gte: '2026-01-15' } }, { decidedAt: { lte: '2026-01-31' } }] });
    expect(isValue('quarter', '2026-04-01', PERIOD, 'collectedAt')).toEqual({ and: [{ collectedAt: { gte: '2026-04-01' } }, { collectedAt: { lte: '2026-05-02' } }] });
  });

  test('a filter on a direction takes what is below it, and one on nothing what has none', () => {
    const directions = [{ id: 'rail', parentId: null }, { id: 'crossing', parentId: 'rail' }, { id: 'mine', parentId: null }].map((each) => ({ ...each, name: null, rootId: null, isActive: true, particulars: null }));
    expect(narrowed({ direction: 'rail', region: 'WITHOUT', kind: null }, directions)).toEqual([{ directionId: { in: ['rail', 'crossing'] } }, { regionId: { is: 'NULL' } }]);
  });

  /** A server with so many regions, and with a region that is in no list any more. */
  const server = (count: number) => {
    const regions = Array.from({ length: count }, (_, at) => `r${at}`);
    const asked: number[] = [];
    const matches = (region: string, filter: Record<string, never>): boolean => {
      if ('and' in filter) return (filter.and as never[]).every((each) => matches(region, each));
      if ('or' in filter) return (filter.or as never[]).some((each) => matches(region, each));
      if ('not' in filter) return !matches(region, filter.not);
      const is = (filter as { regionId?: { in?: string[] } }).regionId;
      return !is || (is.in?.includes(region) ?? false);
    };
    const ask = async (_: string, { filter }: { filter: never }) => {
      const found = [...regions, 'deleted'].filter((region) => matches(region, filter));
      asked.push(found.length);
      return { recoveriesGroupBy: found.slice(0, 200).map((region) => ({ groupByDimensionValues: [region, 'RUB'], totalCount: 1, sumClaimedAmountMicros: 1_000_000 })) };
    };
    const values = [...regions, null];
    return { ask: ask as never, asked, dealing: { values, among: amongOf('region', values) } };
  };

  test.each([[150, 1, 1], [450, 100, 7], [450, 600, 3]])('%d regions, expected %d: nothing is lost, in %d requests', async (count, expected, requests) => {
    const { ask, asked, dealing } = server(count);
    const sums = await sumsOf(ask, { measure: 'claimed', by: [{ regionId: true }], filter: [], dealing: { ...dealing, expected } });
    expect(new Set(sums.map(({ keys }) => keys[0])).size).toBe(count + 1);
    expect(sums).toHaveLength(count + 1);
    expect(asked).toHaveLength(requests);
  });

  test('what cannot be asked for whole is not shown in part', async () => {
    const { ask } = server(450);
    await expect(wholeGroups(ask, { object: 'recovery', by: [{ regionId: true }] }, { values: [null], among: () => ({}) }, 1)).rejects.toThrow(TooManyGroups);
  });

  test('the firm’s own currency comes first', () => {
    expect(currenciesOf([{ currency: 'USD' }, { currency: 'EUR' }, { currency: 'RUB' }, { currency: 'USD' }])).toEqual(['RUB', 'EUR', 'USD']);
    expect(currenciesOf([])).toEqual(['RUB']);
  });
});

test('a waterfall goes down from each whole to the next', () => {
  const step = (value: number, takes: boolean) => ({ key: String(value), label: '', shown: '', colour: 'gray' as const, value, takes });
  expect(placed([step(100, false), step(40, true), step(60, false), step(70, true), step(-10, false)]).map(({ from, to }) => [from, to])).toEqual([[0, 100], [100, 60], [0, 60], [60, -10], [0, -10]]);
});
