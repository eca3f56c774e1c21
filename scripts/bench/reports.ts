import { parse, type OperationDefinitionNode } from 'graphql';
import pg from 'pg';
import { loadHeaps } from '../../front/assignmentsReport/data';
import { loadControl } from '../../front/caseControlReport/data';
import { orderOf as controlOrder } from '../../front/caseControlReport/figures';
import { firstQuestion as decisionsQuestion, loadDecisions } from '../../front/decisionsReport/data';
import { loadStages } from '../../front/eventStages/data';
import { firstQuestion as financeQuestion, loadFinance } from '../../front/financeReport/data';
import { loadForgotten } from '../../front/forgottenCases/data';
import { loadMovement, loadTroubles } from '../../front/letterMovement/data';
import { loadCatalogues, withChildren, type Catalogues } from '../../front/reports/catalogues';
import { bounds, periodOf, todayIn, type Period } from '../../front/reports/period';
import { loadPapers } from '../../front/whereIsThePaper/data';
import { orderOf as paperOrder, notArchived } from '../../front/whereIsThePaper/figures';
import { note, percentile, seconds } from './figures';
import { ensureFirm, SIZE, tablesOf, type Tables } from './firm';
import type { Ask } from './office';
import { openPlace } from './place';

const LOADS = 20;
const TIME_ZONE = 'Europe/Moscow';

/** What varies from load to load. */
type Turn = { period: Period; bounds: { start: string; end: string }; direction: string | null; directionIds: string[] | null; region: string | null; department: string | null; index: number };

const turnsOf = (catalogues: Catalogues, now: Date): Turn[] => {
  const today = todayIn(TIME_ZONE, now);
  const periods = (['THIS_MONTH', 'LAST_MONTH', 'THIS_QUARTER', 'LAST_QUARTER', 'THIS_YEAR', 'LAST_YEAR', 'LAST_12_MONTHS'] as const).map((preset) => periodOf(preset, today));
  const roots = catalogues.directions.filter(({ id, rootId }) => id === rootId);
  return Array.from({ length: LOADS }, (_, index) => {
    const period = periods[index % periods.length]!;
    // Most of the loads are of everything, the costliest.
    const some = <T extends { id: string }>(list: T[], every: number) => (index % every === every - 1 ? list[index % list.length]!.id : null);
    const direction = some(roots, 4);
    return {
      period, bounds: bounds(period, TIME_ZONE), direction, directionIds: direction === null ? null : withChildren(catalogues.directions, direction),
      region: some(catalogues.regions, 5), department: some(catalogues.departments, 4), index,
    };
  });
};

type Report = { name: string; load: (ask: Ask, turn: Turn) => Promise<unknown>; sql: (turn: Turn) => string[] };

const and = (...conditions: (string | null | false)[]) => ['"deletedAt" is null', ...conditions].filter(Boolean).join(' and ');
const among = (column: string, ids: string[] | null) => ids && `"${column}" in (${ids.map((id) => `'${id}'`).join(', ')})`;
const is = (column: string, id: string | null) => id && `"${column}" = '${id}'`;
const within = (column: string, from: string, to: string, operator = '<') => `"${column}" >= '${from}' and "${column}" ${operator} '${to}'`;

/** The reports as a page loads them, and what somebody would write by hand for the same table. */
const reportsOf = ({ of }: Tables, catalogues: Catalogues, memberId: string): Report[] => {
  const events = (turn: Turn, by: string, rest: string) => {
    const { start, end } = turn.bounds;
    const begun = `completion in ('IN_PROGRESS', 'WAITING', 'COMPLETED') and ${within('startedAt', start, end)}`;
    const completed = `completion = 'COMPLETED' and ${within('completedAt', start, end)}`;
    const inWork = `"startedAt" < '${end}' and (completion in ('IN_PROGRESS', 'WAITING') or completion = 'COMPLETED' and "completedAt" >= '${end}')`;
    return `select "${by}", count(*) filter (where ${begun}), count(*) filter (where ${completed}) as completed, count(*) filter (where ${inWork}) as work
      from ${of('caseEvent')} where ${and(among('directionId', turn.directionIds), `((${begun}) or (${completed}) or (${inWork}))`)} group by 1 ${rest}`;
  };
  const money = (turn: Turn, day: string, sums: string, by: string) =>
    `select ${by}, "claimedCurrencyCode", ${sums} from ${of('recovery')}
     where ${and(within(day, turn.period.from, turn.period.to, '<='), among('directionId', turn.directionIds), is('regionId', turn.region))} group by 1, 2`;
  const axis = (turn: Turn) => (['month', 'rootDirection', 'region', 'kind'] as const)[turn.index % 4]!;
  const column = (turn: Turn, day = 'decidedAt') => ({ month: `date_trunc('month', "${day}")`, rootDirection: '"rootDirectionId"', region: '"regionId"', kind: '"kindId"' })[axis(turn)];
  const all = 'sum("claimedAmountMicros"), sum("awardedAmountMicros"), sum("collectedAmountMicros")';
  const forgotten = ({ department }: Turn) => and('"isForgotten"', is('departmentId', department));
  const moved = (turn: Turn) => and(within('occurredAt', turn.bounds.start, turn.bounds.end), `outcome = 'APPLIED'`, turn.department && `(${is('fromDepartmentId', turn.department)} or ${is('toDepartmentId', turn.department)})`);
  return [
    {
      name: 'event stages',
      load: (ask, { bounds: days, directionIds }) => loadStages(ask, { bounds: days, directionIds, inWorkOnly: false, client: '', memberId: null }, { key: 'total', descending: true }),
      sql: (turn) => [
        events(turn, 'eventGroup', ''),
        `select "nameLastName", "nameFirstName", top.* from (${events(turn, 'clientId', 'order by 3 + 4 desc limit 200').replace('3 + 4', 'count(*)')}) as top left join ${of('person')} as person on person.id = "clientId"`,
      ],
    },
    {
      name: 'client assignments',
      load: (ask, { bounds: days, directionIds, region }) => loadHeaps(ask, { bounds: days, directionIds, regionId: region, responsibleId: null }, 'responsible'),
      sql: ({ bounds: { start, end }, directionIds, region }) => [
        `select "responsibleId", count(*), count(*) filter (where status = 'DONE'), count(*) filter (where "isOverdue"), avg("actualDays")
         from ${of('clientAssignment')} where ${and(within('givenAt', start, end), among('directionId', directionIds), is('regionId', region))} group by 1`,
      ],
    },
    {
      name: 'court decisions',
      load: (ask, turn) => {
        const question = decisionsQuestion(turn.period);
        return loadDecisions(ask, { ...question, rows: axis(turn), narrowing: { ...question.narrowing, direction: turn.direction, region: turn.region } }, catalogues);
      },
      sql: (turn) => [
        axis(turn) === 'kind'
          ? money(turn, 'decidedAt', 'count(distinct "courtDecisionId")', column(turn))
          : `select ${column(turn)}, count(*) from ${of('courtDecision')}
             where ${and(within('decidedAt', turn.period.from, turn.period.to, '<='), among('directionId', turn.directionIds), is('regionId', turn.region))} group by 1`,
        money(turn, 'decidedAt', all, column(turn)),
      ],
    },
    {
      name: 'finance',
      load: (ask, turn) => {
        const question = financeQuestion(turn.period);
        return loadFinance(ask, { ...question, rows: axis(turn), narrowing: { ...question.narrowing, direction: turn.direction, region: turn.region } }, catalogues);
      },
      sql: (turn) => [money(turn, 'decidedAt', all, column(turn)), money(turn, 'collectedAt', 'sum("collectedAmountMicros")', column(turn, 'collectedAt'))],
    },
    {
      name: 'case control',
      load: (ask, { department, index }) => {
        const filter = department ? { departmentId: { eq: department } } : {};
        return loadControl(ask, { filter, ofStages: filter, orderBy: controlOrder({ key: 'days', descending: true }), offset: (index % 3) * 100 });
      },
      sql: ({ department, index }) => {
        const page = `select control.*, legal.title, legal.number from ${of('caseControl')} as control left join ${of('legalCase')} as legal on legal.id = control."legalCaseId"
          where control."deletedAt" is null ${department ? `and control."departmentId" = '${department}'` : ''} order by control."daysWithoutMovement" desc nulls last limit 100 offset ${(index % 3) * 100}`;
        return [
          `select stage, count(*), sum("requiredCount"), sum("receivedCount"), sum("requestsOpen"), sum("requestsOverdue") from ${of('caseControl')} where ${and(is('departmentId', department))} group by 1`,
          `select page.*, decision."decidedAt", decision.outcome from (${page}) as page left join ${of('courtDecision')} as decision on decision."legalCaseId" = page."legalCaseId"`,
          `select page.id, finance."collectedAmountMicros" from (${page}) as page left join ${of('caseFinance')} as finance on finance."legalCaseId" = page."legalCaseId"`,
        ];
      },
    },
    {
      name: 'correspondence movement',
      load: (ask, { bounds: days, department }) => loadMovement(ask, { bounds: days, departmentId: department }),
      sql: (turn) => [
        `select "fromDepartmentId", "toDepartmentId", count(*), avg("waitedMinutes"), avg("heldMinutes") from ${of('correspondenceHistory')} where ${moved(turn)} and action = 'ACCEPT' group by 1, 2`,
        `select action, count(*) from ${of('correspondenceHistory')} where ${moved(turn)} group by 1`,
      ],
    },
    {
      name: 'stuck letters',
      load: (ask) => loadTroubles(ask, { now: new Date(), timeZone: TIME_ZONE }),
      sql: () => [['HANDED_OVER', 'handedOverAt'], ['IN_WORK', 'heldSince'], ['LOST', 'heldSince']].map(
        ([status, since]) => `select *, count(*) over () from ${of('correspondence')} where ${and(`status = '${status}'`)} order by "${since}" nulls first limit 200`,
      ),
    },
    {
      name: 'forgotten cases',
      load: (ask, { department }) => loadForgotten(ask, { filters: { age: null, departmentId: department, leadId: null }, today: todayIn(TIME_ZONE, new Date()), timeZone: TIME_ZONE, offset: 0 }),
      sql: (turn) => [
        `select * from ${of('caseControl')} where ${forgotten(turn)} order by "lastMovementAt" nulls first limit 100`,
        `select "departmentId", "leadId", width_bucket("daysWithoutMovement", array[30, 60, 90]), count(*) from ${of('caseControl')} where ${forgotten(turn)} group by 1, 2, 3`,
      ],
    },
    {
      name: 'where is the paper',
      load: (ask, { index }) => loadPapers(ask, { filter: notArchived, orderBy: paperOrder('ALL'), offset: (index % 3) * 100, memberId, now: new Date(), timeZone: TIME_ZONE }),
      sql: ({ index }) => [
        `select letter.*, company.name from ${of('correspondence')} as letter left join ${of('company')} as company on company.id = letter."counterpartyId"
         where letter."deletedAt" is null and (letter.status <> 'ARCHIVED' or letter.status is null) order by letter."heldSince" nulls first limit 100 offset ${(index % 3) * 100}`,
        `select status, count(*), count(*) filter (where "holderId" = '${memberId}') from ${of('correspondence')} where ${and(`(status <> 'ARCHIVED' or status is null)`)} group by 1`,
      ],
    },
  ];
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** The first table of each report over a large office. */
export const reports = async (): Promise<void> => {
  const place = await openPlace();
  const client = new pg.Client({ connectionString: place.databaseUrl });
  try {
    await client.connect();
    const tables = await tablesOf(client);
    await ensureFirm(client, tables, (line) => console.log(line));
    let operations = 0;
    const ask: Ask = (query, variables) => {
      operations += (parse(query).definitions[0] as OperationDefinitionNode).selectionSet.selections.length;
      return place.ask(query, variables);
    };
    const catalogues = await loadCatalogues(ask, ['directions', 'regions', 'recoveryKinds', 'departments', 'members']);
    const turns = turnsOf(catalogues, new Date());
    console.log(`The reports in ${place.what}, over ${SIZE.cases} cases, ${SIZE.events} events, ${SIZE.recoveries} lines, ${SIZE.letters} letters; ${LOADS} loads each, each with other filters`);
    for (const { name, load, sql } of reportsOf(tables, catalogues, catalogues.members[0]!.id)) {
      // What is not in memory yet is read once for both.
      for (const query of sql(turns[0]!)) await client.query(query);
      await load(ask, turns[0]!);
      operations = 0;
      const loads: number[] = [];
      const byHand: number[] = [];
      for (const turn of turns) {
        loads.push(await timed(() => load(ask, turn)));
        byHand.push(await timed(async () => { for (const query of sql(turn)) await client.query(query); }));
      }
      const ratio = percentile(loads, 0.5) / percentile(byHand, 0.5);
      note(`reports: ${name}, p95`, seconds(percentile(loads, 0.95)), `SQL by hand ${seconds(percentile(byHand, 0.95))}`, '1.5 s');
      note(`reports: ${name}, median`, `${seconds(percentile(loads, 0.5))}, ${(operations / LOADS).toFixed(1)} operations`, `SQL by hand ${seconds(percentile(byHand, 0.5))}, ratio ${ratio.toFixed(1)}`, 'ratio 3');
    }
  } finally {
    await client.end();
    await place.stop();
  }
};
