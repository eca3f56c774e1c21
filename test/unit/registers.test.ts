import { pino } from 'pino';
import fc from 'fast-check';
import type { Bundle } from '../../workers/cases/bundle';
import { controlOf } from '../../workers/cases/control';
import { courtDecisionTotalId, eventDurationId } from '../../workers/identifiers';
import { Book } from '../../workers/registers/book';
import { decisionsOf, totalCell, totalKey } from '../../workers/registers/decisions';
import {
  averageDays, completedCount, durationCell, durationKey, durationsOf, expectation, longestDays, medianDays, mergedDistribution, p90Days, type Distribution,
} from '../../workers/registers/durations';
import { differences, isDeferred, Registers } from '../../workers/registers/registers';
import { contributionOf, type RegisterObject, type RegisterRow, type RegisterRows } from '../../workers/registers/rows';
import { TwentyUnavailable } from '../../workers/twenty/client';
import { acts } from './case-acts';
import { afterwards, at, bundle, decision, derive, document, event, filing, legalCase, recovery, request, rub, settled } from './case-office';

const NOW = at(20);
const usd = (amount: number) => ({ ...rub(amount), currencyCode: 'USD' });
const micros = (amount: number): string => String(BigInt(amount) * 1_000_000n);

describe('the figures of durations', () => {
  // Ten events: 1, 2, 2, 3, 4, 5, 6, 7, 8 and 20 days.
  const ten: Distribution = [[1, 1], [2, 2], [3, 1], [4, 1], [5, 1], [6, 1], [7, 1], [8, 1], [20, 1]];

  it('are those worked out by hand', () => {
    expect(completedCount(ten)).toBe(10);
    expect(averageDays(ten)).toBe(5.8); // 58 / 10
    expect(medianDays(ten)).toBe(4.5); // between the fifth, 4, and the sixth, 5
    expect(p90Days(ten)).toBe(9.2); // at 0.9 × 9 = 8.1: a tenth of the way from 8 to 20
    expect(longestDays(ten)).toBe(20);
  });

  it('of one event are its days, and are rounded to one decimal', () => {
    for (const figure of [averageDays, medianDays, p90Days, longestDays]) expect(figure([[2.3, 1]])).toBe(2.3);
    expect(averageDays([[0.1, 1], [0.2, 2]])).toBe(0.2); // 0.1667
    expect(medianDays([[1, 1], [1.1, 1]])).toBe(1.1); // 1.05, rounded up as a double stands a little above it
  });

  it('merge exactly', () => {
    expect(mergedDistribution([[[1, 2], [3, 1]], [], [[2, 1], [3, 4]]])).toEqual([[1, 2], [2, 1], [3, 5]]);
  });

  it('count completed events whose days are known, each where it belongs', () => {
    const of = (more: object) => ({ ...event('event', { completion: 'COMPLETED', eventGroup: 'COURT', directionId: 'crossing', courtId: 'district', actualDays: 3 }), ...more });
    expect(
      durationsOf([
        of({}), of({ actualDays: 1.5 }), of({ courtId: null }), of({ directionId: null, courtId: null }), of({ eventGroup: null }),
        of({ actualDays: null }), of({ completion: 'IN_PROGRESS' }), of({ completion: 'CANCELLED' }),
      ]),
    ).toEqual({ 'COURT|crossing|district': [1.5, 3], 'COURT|crossing|': [3], 'COURT||': [3], '|crossing|district': [3] });
    for (const cell of [{ eventGroup: null, directionId: null, courtId: null }, { eventGroup: 'COURT', directionId: null, courtId: 'district' }])
      expect(durationCell(durationKey(cell))).toEqual(cell);
  });
});

describe('the expected end', () => {
  const book = new Book();
  book.set('one', { durations: { 'COURT|crossing|district': [2, 4, 6, 8, 10], 'COURT|crossing|other': [1], 'COURT|works|': [30, 30, 30] } });
  const expected = (eventGroup: string, directionId: string | null, courtId: string | null, norm: number | null = 14) => book.expected({ eventGroup, directionId, courtId }, norm);

  it('is the median of the most specific level with five completions, else the norm', () => {
    expect(expected('COURT', 'crossing', 'district')).toEqual({ days: 6, events: 5 });
    expect(expected('COURT', 'crossing', 'other')).toEqual({ days: 5, events: 6 }); // 1 2 4 6 8 10
    expect(expected('COURT', 'works', null)).toEqual({ days: 8, events: 9 }); // 1 2 4 6 8 10 30 30 30
    expect(expected('COURT', null, null)).toEqual({ days: 8, events: 9 });
    expect(expected('EVIDENCE', 'crossing', null)).toEqual({ days: 14, events: 0 });
    expect(expected('EVIDENCE', 'crossing', null, null)).toBeNull();
    expect(expectation([[[1, 4]]], -1)).toBeNull();
  });

  it('is written once, of what is still to be done, for plain events and those of records', () => {
    const of = bundle({
      caseEvents: [
        event('running', { kindId: 'kind-DOCUMENT_INTAKE', completion: 'IN_PROGRESS', startedAt: at(1) }),
        event('planned', { kindId: 'kind-DOCUMENT_INTAKE', completion: 'PLANNED', createdAt: at(3) }),
        event('told', { kindId: 'kind-DOCUMENT_INTAKE', completion: 'PLANNED', expectedEndAt: at(9), expectedFromCount: 7 }),
        event('over', { kindId: 'kind-DOCUMENT_INTAKE', completion: 'COMPLETED', startedAt: at(1), completedAt: at(2) }),
      ],
      courtFilings: [filing({ filedAt: '2026-03-02' })],
    });
    const first = derive(of, NOW, { expected: () => ({ days: 5, events: 8 }) });
    const after = afterwards(of, first, NOW);
    const told = (id: string) => after.caseEvents.find((each) => each.id === id)!;
    expect(told('running')).toMatchObject({ expectedEndAt: at(6), expectedFromCount: 8 });
    expect(told('planned')).toMatchObject({ expectedEndAt: at(8), expectedFromCount: 8 });
    expect(told('told')).toMatchObject({ expectedEndAt: at(9), expectedFromCount: 7 });
    expect(told('over')).toMatchObject({ expectedEndAt: null, expectedFromCount: null });
    expect(after.caseEvents.find(({ sourceKey }) => sourceKey)).toMatchObject({ expectedEndAt: '2026-03-06T21:00:00.000Z', expectedFromCount: 8 });
    expect(derive(after, NOW, { expected: () => ({ days: 50, events: 80 }) })).toEqual([]);
  });
});

describe('what a case adds to the register of decisions', () => {
  const none = { amountMicros: null, currencyCode: null };
  const line = (id: string, more: object = {}) => ({ id, courtDecisionId: 'd1', kindId: 'moral', decidedAt: '2026-03-20', claimed: none, awarded: none, collected: none, ...more });
  const of = (lines: ReturnType<typeof line>[], decisions = [{ id: 'd1', decidedAt: '2026-03-20' as string | null }]) =>
    decisionsOf({ rootDirectionId: 'railway', regionId: 'region', decisions, lines });

  it('is worked out by hand for two decisions with lines of two kinds', () => {
    const decisions = [{ id: 'd1', decidedAt: '2026-03-20' }, { id: 'd2', decidedAt: '2026-03-31' }];
    expect(
      of(
        [
          line('1', { claimed: rub(100), awarded: rub(60) }),
          line('2', { claimed: rub(50), collected: rub(5) }),
          line('3', { kindId: 'care', claimed: rub(7) }),
          line('4', { courtDecisionId: 'd2', decidedAt: '2026-03-31', claimed: rub(1), awarded: rub(1) }),
        ],
        decisions,
      ),
    ).toEqual({
      // The first decision is counted once among its kinds: in the first of them, care.
      '2026-03-01|railway|region|moral|RUB': { decisions: 2, distinctDecisions: 1, claimed: micros(151), awarded: micros(61), collected: micros(5) },
      '2026-03-01|railway|region|care|RUB': { decisions: 1, distinctDecisions: 1, claimed: micros(7), awarded: null, collected: null },
    });
  });

  it('never adds two currencies, not even of one line', () => {
    expect(of([line('1', { claimed: rub(100), awarded: usd(2) }), line('2', { claimed: usd(3) })])).toEqual({
      '2026-03-01|railway|region|moral|RUB': { decisions: 1, distinctDecisions: 1, claimed: micros(100), awarded: null, collected: null },
      '2026-03-01|railway|region|moral|USD': { decisions: 1, distinctDecisions: 0, claimed: micros(3), awarded: micros(2), collected: null },
    });
  });

  it('has decisions without lines, lines without amounts, dates, kinds or a decision where they belong', () => {
    expect(of([])).toEqual({ '2026-03-01|railway|region||': { decisions: 1, distinctDecisions: 1, claimed: null, awarded: null, collected: null } });
    expect(of([line('1')])).toMatchObject({ '2026-03-01|railway|region|moral|': { decisions: 1, distinctDecisions: 1 } });
    expect(of([], [{ id: 'd1', decidedAt: null }])).toMatchObject({ '|railway|region||': { decisions: 1 } });
    // Of another case's decision, or of none: the sums, not the decision.
    expect(of([line('1', { courtDecisionId: 'foreign', claimed: rub(1) })], [])).toEqual({
      '2026-03-01|railway|region|moral|RUB': { decisions: 0, distinctDecisions: 0, claimed: micros(1), awarded: null, collected: null },
    });
    expect(of([line('1', { courtDecisionId: null, kindId: null, decidedAt: null, claimed: rub(1) })], [])).toMatchObject({ '|railway|region||RUB': { decisions: 0 } });
    const cell = { month: null, rootDirectionId: null, regionId: null, recoveryKindId: null, currencyCode: null };
    expect(totalCell(totalKey(cell))).toEqual(cell);
  });

  it('is exact where a double is not', () => {
    const huge = { amountMicros: '9007199254740993', currencyCode: 'RUB' };
    expect(of([line('1', { claimed: huge }), line('2', { claimed: huge })])['2026-03-01|railway|region|moral|RUB']!.claimed).toBe('18014398509481986');
  });
});

describe('the control of a case', () => {
  const control = (more: Partial<Bundle>, standing: object = {}) =>
    controlOf({
      standing: { ...legalCase({ lastMovementAt: at(10, 22) }), ...standing }, facts: bundle(more), missing: null, today: '2026-03-20', timeZone: 'Europe/Moscow',
    });

  it('counts papers and requests', () => {
    const documents = [document('a'), document('b', { status: 'RECEIVED' }), document('c', { status: 'NOT_NEEDED' }), document('d', { status: null })];
    const requests = [
      request({ status: 'DRAFT' }), request({ status: 'SENT', dueAt: '2026-03-19' }), request({ status: 'SENT', dueAt: '2026-03-20' }),
      request({ status: 'ANSWERED' }), request({ status: 'REFUSED', dueAt: '2026-03-01' }),
    ];
    expect(control({ caseDocuments: documents, attorneyRequests: requests })).toMatchObject({
      requiredCount: 3, receivedCount: 1, requestsSent: 4, requestsOpen: 2, requestsOverdue: 1,
    });
  });

  it('finds forgotten cases, by the office’s own days', () => {
    // 22:00 in London is the next day in Moscow.
    expect(control({})).toMatchObject({ isForgotten: true, daysWithoutMovement: 9, openEvents: 0, awaitsClient: false });
    expect(control({ caseEvents: [event('open')] })).toMatchObject({ isForgotten: false, openEvents: 1 });
    expect(control({ caseEvents: [event('waits', { completion: 'WAITING' })] })).toMatchObject({ isForgotten: false, awaitsClient: true });
    expect(control({ caseEvents: [event('over', { completion: 'COMPLETED' }), event('off', { completion: 'CANCELLED' })] })).toMatchObject({ isForgotten: true });
    expect(control({}, { stage: 'ARCHIVED' })).toMatchObject({ isForgotten: false, daysWithoutMovement: null });
    expect(control({}, { closedAt: '2026-03-19' })).toMatchObject({ isForgotten: false });
  });
});

it('a decision and its lines tell what the case and the decision are', () => {
  const of = bundle({ courtDecisions: [decision({ instance: null })], recoveries: [recovery('line', { claimed: rub(1) }), recovery('loose', { claimed: rub(1) }, null)] });
  const { courtDecisions, recoveries, caseFinances, caseControls } = settled(of);
  const copies = { clientId: 'client', regionId: 'region', directionId: 'crossing', rootDirectionId: 'railway' };
  expect(courtDecisions).toMatchObject([copies]);
  expect(recoveries).toMatchObject([
    { ...copies, decidedAt: '2026-03-20', instance: 'FIRST', outcome: 'GRANTED' },
    { ...copies, decidedAt: null, instance: null, outcome: null },
  ]);
  expect(Object.keys(caseFinances[0]!.contribution as object).sort()).toEqual(['2026-03-01|railway|region|moral|RUB', '|railway|region|moral|RUB']);
  expect(caseControls).toMatchObject([{ stage: 'FIRST_INSTANCE', contribution: { 'DECISION|crossing|district': [10] } }]);
});

/** Twenty as far as the registers see it; it goes away when it is told to. */
class Shelf {
  bundles = new Map<string, Bundle>();
  registers: Record<RegisterObject, Map<string, RegisterRow>> = { eventDuration: new Map(), courtDecisionTotal: new Map() };
  failsAfter = Infinity;

  private step(): void {
    if (this.failsAfter <= 0) throw new TwentyUnavailable('killed here');
    this.failsAfter -= 1;
  }

  private added() {
    return [...this.bundles].flatMap(([caseId, { caseControls: [control], caseFinances: [finance] }]) => [
      ...(control ? [{ caseId, updatedAt: NOW, contribution: { durations: contributionOf({ control: control.contribution }).durations } }] : []),
      ...(finance ? [{ caseId, updatedAt: NOW, contribution: { decisions: contributionOf({ finance: finance.contribution }).decisions } }] : []),
    ]);
  }

  readonly door = {
    added: async () => ({ added: this.added(), orphans: [] }),
    rows: async (object: RegisterObject) => [...this.registers[object].values()],
    names: async () => new Map(),
    write: async (object: RegisterObject | 'caseControl', rows: { id: string }[]) => {
      this.step();
      for (const row of rows) {
        if (object !== 'caseControl') this.registers[object].set(row.id, { ...row, deletedAt: null });
        else
          for (const [caseId, before] of this.bundles)
            if (before.legalCase.id === (row as { legalCaseId?: string }).legalCaseId || before.caseControls.some(({ id }) => id === row.id))
              this.bundles.set(caseId, afterwards(before, [{ object, id: row.id, data: row, isOurs: true }], NOW));
      }
      return { written: [], rejected: [] };
    },
    remove: async (object: RegisterObject | 'caseControl', ids: string[]) => {
      this.step();
      if (object !== 'caseControl') for (const id of ids) this.registers[object].delete(id);
    },
  } as unknown as RegisterRows;

  workers(): Registers {
    const signature = { own: 'one', last: async () => 'one', sign: async () => undefined };
    return new Registers({ rows: this.door, signature, budget: { spentOn: () => 0 }, language: 'en', logger: pino({ level: 'silent' }) });
  }

  /** The workers look at a case: they write what follows, and then the registers. */
  async look(registers: Registers, caseId: string): Promise<void> {
    const before = this.bundles.get(caseId);
    if (!before) registers.drop(caseId);
    else {
      const writes = derive(before, NOW, { expected: registers.expected });
      this.bundles.set(caseId, afterwards(before, writes.filter((write) => !isDeferred(write)), NOW));
      registers.take(before, writes);
    }
    await registers.flush();
  }

  /** What the facts alone give, without what anybody has kept. */
  rebuilt(): Record<RegisterObject, Record<string, unknown>> {
    const book = new Book();
    for (const [id, facts] of this.bundles) {
      const [control, finance] = (['caseControl', 'caseFinance'] as const).map((object) => {
        const bare = { ...facts, caseControls: [], caseFinances: [] };
        return derive(bare, NOW).find((write) => write.object === object)?.data.contribution;
      });
      book.set(id, contributionOf({ control, finance }));
    }
    const byId = (rows: ({ id: string } | null)[]) => Object.fromEntries(rows.map((row) => [row!.id, row]));
    return { eventDuration: byId(book.durationKeys.map((key) => book.duration(key))), courtDecisionTotal: byId(book.totalKeys.map((key) => book.total(key))) };
  }

  kept(): Record<RegisterObject, Record<string, unknown>> {
    const of = (object: RegisterObject) => Object.fromEntries([...this.registers[object]].map(([id, { name: _, deletedAt: __, ...row }]) => [id, row]));
    return { eventDuration: of('eventDuration'), courtDecisionTotal: of('courtDecisionTotal') };
  }
}

const caseIds = ['one', 'two', 'three'];
const steps = fc.array(
  fc.record({
    caseId: fc.constantFrom(...caseIds),
    act: fc.oneof({ weight: 8, arbitrary: acts }, { weight: 1, arbitrary: fc.constant('delete' as const) }),
    more: fc.record({ regionId: fc.constantFrom('region', null), directionId: fc.constantFrom('crossing', 'railway', null) }),
    /** After so many of the registers' writes the workers are killed, and others begin. */
    killedAfter: fc.oneof({ weight: 3, arbitrary: fc.constant(Infinity) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 3 }) }),
  }),
  { maxLength: 20 },
);

it('what is kept up step by step is what a rebuild makes of the facts, whatever happened and whoever was killed', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const shelf = new Shelf();
      let registers = shelf.workers();
      await registers.open();
      for (const { caseId, act, more, killedAfter } of history) {
        const before = shelf.bundles.get(caseId) ?? bundle({ legalCase: legalCase({ id: caseId }) });
        if (act === 'delete') shelf.bundles.delete(caseId);
        else {
          const acted = act(before);
          shelf.bundles.set(caseId, { ...acted, legalCase: { ...acted.legalCase, ...more, id: caseId } });
        }
        shelf.failsAfter = killedAfter;
        try {
          await shelf.look(registers, caseId);
        } catch (error) {
          if (!(error instanceof TwentyUnavailable)) throw error;
          shelf.failsAfter = Infinity;
          registers = shelf.workers();
          await registers.open();
          // Whoever begins goes through all cases.
          for (const id of caseIds) await shelf.look(registers, id);
        }
        shelf.failsAfter = Infinity;
      }
      // A record of another's writes wants a second look.
      for (const id of [...caseIds, ...caseIds]) await shelf.look(registers, id);
      expect(shelf.kept()).toEqual(shelf.rebuilt());
      expect(await registers.reconcile()).toEqual({ eventDuration: 0, courtDecisionTotal: 0 });
      expect(await shelf.workers().reconcile()).toEqual({ eventDuration: 0, courtDecisionTotal: 0 });
    }),
    { numRuns: 60 },
  );
});

it('frees a key that another row bears, from the bin too, and leaves the rest alone', () => {
  const row = (key: string, more: object = {}) => ({ id: eventDurationId(key), ...durationCell(key), completedCount: 1, deletedAt: null, ...more });
  const [a, b, c] = ['COURT|x|', 'COURT|y|', 'COURT|z|'] as const;
  const wanted = [a, b].map((key) => ({ id: eventDurationId(key), ...durationCell(key), completedCount: 1 }));
  const freed = (id: string) => ({ id, eventGroup: null, directionId: null, courtId: null });
  expect(differences('eventDuration', [row(a), row(b)], wanted)).toEqual({ freed: [], removed: [], written: [] });
  expect(differences('eventDuration', [row(a), row(b, { completedCount: 9 }), row(c)], wanted)).toEqual({ freed: [], removed: [eventDurationId(c)], written: [wanted[1]] });
  expect(differences('eventDuration', [row(a, { deletedAt: NOW }), row(b), row(c, { deletedAt: NOW })], wanted)).toEqual({ freed: [], removed: [], written: [wanted[0]] });
  // Two that were swapped, and a stranger in the bin with the key of one.
  const swapped = [row(a, durationCell(b)), row(b, durationCell(a)), row(a, { id: 'stranger', deletedAt: NOW })];
  expect(differences('eventDuration', swapped, wanted)).toEqual({
    freed: [freed(eventDurationId(a)), freed(eventDurationId(b)), freed('stranger')], removed: ['stranger'], written: wanted,
  });
  expect(courtDecisionTotalId('x')).not.toBe(eventDurationId('x'));
});
