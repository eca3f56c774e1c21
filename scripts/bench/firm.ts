/**
 * The generated firm of the reports' bench: written straight into the tables of a workspace, Twenty's or the sandbox's, by SQL that
 * always makes the same firm. What is random in it is a hash of the row's number.
 */
import type { ClientBase } from 'pg';

export const SIZE = { cases: 20_000, events: 1_000_000, decisions: 100_000, recoveries: 250_000, letters: 300_000, rowsALetter: 3, assignments: 40_000, clients: 15_000, companies: 1_500, courts: 300 };

/** Where a workspace's records lie. */
export type Tables = { of: (object: string) => string; columns: (object: string) => Promise<Map<string, string>> };

/** Twenty keeps each workspace in a schema of its own, with an underscore before the tables of apps; the sandbox, all in the current one. */
export const tablesOf = async (client: ClientBase): Promise<Tables> => {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_name in ('legalCase', '_legalCase') and (table_schema = current_schema() or table_schema like 'workspace\\_%')`,
  );
  if (rows.length !== 1) throw new Error(`DATABASE_URL holds ${rows.length} workspaces with Legal Desk; the bench needs exactly one`);
  const [{ schema, name }] = rows as [{ schema: string; name: string }];
  const { rows: tables } = await client.query<{ name: string }>('select table_name as name from information_schema.tables where table_schema = $1', [schema]);
  const names = new Set(tables.map((table) => table.name));
  const tableName = (object: string) => (name.startsWith('_') && names.has(`_${object}`) ? `_${object}` : object);
  return {
    of: (object) => `"${schema}"."${tableName(object)}"`,
    columns: async (object) => {
      const { rows: columns } = await client.query<{ name: string; type: string }>(
        `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
        [`"${schema}"."${tableName(object)}"`],
      );
      return new Map(columns.map((column) => [column.name, column.type]));
    },
  };
};

/** From 0 to 1, the same for the same row and salt. */
const share = (row: string, salt: number) => `((hashint8extended(${row}, ${salt}) & 2147483647) / 2147483648.0)::float8`;
const whole = (row: string, salt: number, count: number | string) => `floor(${share(row, salt)} * ${count})::int`;
/** The first of `count` are many times as frequent as the last, as regions and payers are. */
const skewed = (row: string, salt: number, count: number) => `floor(power(${share(row, salt)}, 2) * ${count})::int`;
const oneOf = (values: string[], index: string) => `(array[${values.map((value) => `'${value}'`).join(', ')}])[1 + ${index}]`;
/** Twenty takes no UUID without a version. */
const idOf = (object: string, key: string) => `overlay(overlay(md5(concat('bench ${object} ', ${key})) placing '4' from 13) placing '8' from 17)::uuid`;
/** One of the workspace's members; `bench_member` numbers them from 0. */
const memberOf = (index: string) => `(select ids[1 + (${index}) % array_length(ids, 1)] from bench_member)`;

const GROUPS = ['INTAKE', 'EVIDENCE', 'COURT', 'DECISION', 'RECOVERY', 'CLOSING'];
const REGIONS = 85;
const ROOTS = 6;
const LEAVES = 5;
const KINDS = GROUPS.length * 4;
const RECOVERY_KINDS = 12;
const DEPARTMENTS = 12;
const LINES = `${SIZE.recoveries / SIZE.decisions}`;
const STAGES = ['INTAKE', 'EVIDENCE', 'PRETRIAL', 'FIRST_INSTANCE', 'FIRST_INSTANCE', 'APPEAL', 'CASSATION', 'ENFORCEMENT', 'ARCHIVED', 'ARCHIVED'];

type Rows = { object: string; from: string; values: Record<string, string> };

const money = (field: string, amount: string, currency: string) => ({ [`${field}AmountMicros`]: amount, [`${field}CurrencyCode`]: currency });
const place = { regionId: 'region', directionId: 'direction', rootDirectionId: 'root', clientId: 'client' };

const series = (count: number) => `generate_series(1, ${count}) as n`;

/** Rows that several tables take from: made once, gone with the session. */
const STAGED: Record<string, string> = {
  bench_case: `
    select n, ${idOf('legalCase', 'n')} as id, ${idOf('person', `${whole('n', 1, SIZE.clients)}`)} as client,
      ${idOf('region', skewed('n', 2, REGIONS))} as region, ${idOf('legalDirection', `root * 100 + leaf`)} as direction, ${idOf('legalDirection', 'root * 100')} as root,
      ${idOf('court', skewed('n', 5, SIZE.courts))} as court, ${idOf('department', whole('n', 6, DEPARTMENTS))} as department, ${memberOf(whole('n', 7, 1000))} as lead,
      current_date - 200 - ${whole('n', 8, 1600)} as opened, ${oneOf(STAGES, whole('n', 9, STAGES.length))} as stage
    from (select n, ${skewed('n', 3, ROOTS)} as root, 1 + ${whole('n', 4, LEAVES)} as leaf from ${series(SIZE.cases)}) as drawn`,
  bench_event: `
    select timed.*, started + make_interval(secs => days * 86400) as ended,
      case when cancelled then 'CANCELLED' when started > now() then 'PLANNED'
        when started + make_interval(secs => days * 86400) < now() and not abandoned then 'COMPLETED'
        when ${share('n', 15)} < 0.3 then 'WAITING' else 'IN_PROGRESS' end as completion
    from (
      select events.n, ${idOf('caseEvent', 'events.n')} as id, bench_case.id as "case", client, region, direction, root, court, department, lead, kind,
        (kind / 4) as "group", ${share('events.n', 11)} < 0.01 as cancelled, ${share('events.n', 12)} < 0.01 as abandoned,
        opened + ${share('events.n', 13)} * least(current_date - opened + 5, 900) * interval '1 day' as started,
        (array[2, 20, 45, 10, 60, 5])[1 + kind / 4] * (0.3 + 1.7 * ${share('events.n', 14)}) as days
      from (select n, ${whole('n', 10, KINDS)} as kind from ${series(SIZE.events)}) as events
      join bench_case on bench_case.n = 1 + events.n % ${SIZE.cases}
    ) as timed`,
  bench_decision: `
    select decisions.n, ${idOf('courtDecision', 'decisions.n')} as id, bench_case.id as "case", client, region, direction, root, court,
      opened + (${share('decisions.n', 21)} * (current_date - opened))::int as decided,
      ${oneOf(['FIRST', 'FIRST', 'FIRST', 'APPEAL', 'CASSATION'], whole('decisions.n', 22, 5))} as instance,
      ${oneOf(['GRANTED', 'GRANTED', 'PARTLY_GRANTED', 'PARTLY_GRANTED', 'DENIED', 'SETTLED', 'DISMISSED'], whole('decisions.n', 23, 7))} as outcome
    from ${series(SIZE.decisions).replace('as n', 'as decisions(n)')}
    join bench_case on bench_case.n = 1 + decisions.n % ${SIZE.cases}`,
  bench_recovery: `
    select lines.n, id as decision, "case", client, region, direction, root, decided, instance, outcome, ${skewed('lines.n', 31, RECOVERY_KINDS)} as kind, claimed,
      case when outcome in ('DENIED', 'DISMISSED') then 0 else floor(claimed * (0.2 + 0.8 * ${share('lines.n', 33)}) / 10000) * 10000 end as awarded,
      ${share('lines.n', 34)} < 0.6 as paid, row_number() over (partition by id order by lines.n) = 1 as "isFirst", case when ${share('lines.n', 35)} < 0.98 then 'RUB' else 'USD' end as currency
    from (select n, (10000 + floor(power(${share('n', 32)}, 3) * 300000000)) * 10000 as claimed from ${series(SIZE.recoveries)}) as lines
    join bench_decision on bench_decision.n = 1 + floor((lines.n - 1) / ${LINES})::int`,
  bench_letter: `
    select n, ${idOf('correspondence', 'n')} as id, case when ${share('n', 41)} < 0.6 then 'INCOMING' else 'OUTGOING' end as flow,
      now() - ${share('n', 42)} * interval '1800 days' as registered, ${whole('n', 43, DEPARTMENTS)} as "from", ${whole('n', 44, DEPARTMENTS)} as "to",
      ${whole('n', 45, 1000)} as holder, ${share('n', 46)} * 600 as waited, ${share('n', 47)} as fate
    from ${series(SIZE.letters)}`,
};

const letterStatus = `case when fate < 0.02 then 'HANDED_OVER' when fate < 0.06 then 'IN_WORK' when fate < 0.0605 then 'LOST' when fate < 0.5 then 'ARCHIVED' else 'DONE' end`;
const isDone = `completion = 'COMPLETED'`;

const TABLES: Rows[] = [
  { object: 'region', from: `generate_series(0, ${REGIONS - 1}) as n`, values: { id: idOf('region', 'n'), name: `'Region ' || n`, code: `'BENCH-' || n` } },
  {
    object: 'legalDirection',
    from: `generate_series(0, ${ROOTS - 1}) as root, generate_series(0, ${LEAVES}) as leaf`,
    values: {
      id: idOf('legalDirection', 'root * 100 + leaf'), name: `'Direction ' || root || '.' || leaf`, code: `'BENCH-' || root || '-' || leaf`, isActive: 'true',
      parentId: `case when leaf > 0 then ${idOf('legalDirection', 'root * 100')} end`, rootId: idOf('legalDirection', 'root * 100'),
    },
  },
  { object: 'recoveryKind', from: `generate_series(0, ${RECOVERY_KINDS - 1}) as n`, values: { id: idOf('recoveryKind', 'n'), name: `'Recovery kind ' || n`, code: `'BENCH-' || n` } },
  {
    object: 'eventKind', from: `generate_series(0, ${KINDS - 1}) as n`,
    values: { id: idOf('eventKind', 'n'), name: `'Event kind ' || n`, code: `'BENCH-' || n`, eventGroup: oneOf(GROUPS, 'n / 4'), normDays: '30', isActive: 'true' },
  },
  { object: 'court', from: `generate_series(0, ${SIZE.courts - 1}) as n`, values: { id: idOf('court', 'n'), name: `'Court ' || n`, level: `'DISTRICT'`, regionId: idOf('region', `n % ${REGIONS}`) } },
  { object: 'department', from: `generate_series(0, ${DEPARTMENTS - 1}) as n`, values: { id: idOf('department', 'n'), name: `'Department ' || n`, isRegistry: 'n = 0', headId: memberOf('n') } },
  { object: 'person', from: `generate_series(0, ${SIZE.clients - 1}) as n`, values: { id: idOf('person', 'n'), nameFirstName: `'Client'`, nameLastName: `'No ' || n` } },
  { object: 'company', from: `generate_series(0, ${SIZE.companies - 1}) as n`, values: { id: idOf('company', 'n'), name: `'Company ' || n` } },
  {
    object: 'legalCase', from: 'bench_case',
    values: {
      id: 'id', number: `'BENCH-' || n`, title: `'Case ' || n`, clientId: 'client', regionId: 'region', directionId: 'direction', courtId: 'court', departmentId: 'department',
      leadId: 'lead', stage: 'stage', openedAt: 'opened', closedAt: `case when stage = 'ARCHIVED' then least(opened + 700, current_date) end`, lastMovementAt: `now() - ${share('n', 51)} * interval '120 days'`,
    },
  },
  {
    object: 'caseEvent', from: 'bench_event',
    values: {
      id: 'id', title: `'Event ' || n`, legalCaseId: '"case"', kindId: idOf('eventKind', 'kind'), eventGroup: oneOf(GROUPS, '"group"'), completion: 'completion', departmentId: 'department', ...place,
      courtId: `case when "group" in (2, 3) then court end`, startedAt: `case when completion <> 'PLANNED' then started end`, dueAt: `started + interval '30 days'`,
      completedAt: `case when ${isDone} then ended end`, actualDays: `case when ${isDone} then round(days::numeric, 1) end`, waitedDays: `case when ${isDone} then 0 end`,
      expectedEndAt: `case when completion in ('IN_PROGRESS', 'WAITING') then started + interval '35 days' end`, expectedFromCount: `case when completion in ('IN_PROGRESS', 'WAITING') then 20 end`,
    },
  },
  {
    object: 'eventResponsible', from: `bench_event, generate_series(0, 1) as place where place = 0 or bench_event.n % 5 = 0`,
    values: {
      id: idOf('eventResponsible', `bench_event.n || ' ' || place`), name: `'Responsible ' || bench_event.n`, caseEventId: 'id', legalCaseId: '"case"',
      memberId: `case when place = 0 then lead else ${memberOf(whole('bench_event.n', 16, 1000))} end`, responsibility: oneOf(['LEAD', 'CO_RESPONSIBLE'], 'place'),
      completion: 'completion', startedAt: `case when completion <> 'PLANNED' then started end`, dueAt: `started + interval '30 days'`,
    },
  },
  {
    object: 'courtDecision', from: 'bench_decision',
    values: { id: 'id', name: `'Decision ' || n`, legalCaseId: '"case"', courtId: 'court', instance: 'instance', outcome: 'outcome', decidedAt: 'decided', appealDueAt: 'decided + 30', lineCount: `ceil(n * ${LINES}) - ceil((n - 1) * ${LINES})`, ...place },
  },
  {
    object: 'recovery', from: 'bench_recovery',
    values: {
      id: idOf('recovery', 'n'), name: `'Line ' || n`, courtDecisionId: 'decision', legalCaseId: '"case"', kindId: idOf('recoveryKind', 'kind'), payerId: idOf('company', skewed('n', 36, SIZE.companies)),
      ...money('claimed', 'claimed', 'currency'), ...money('awarded', 'awarded', 'currency'), ...money('collected', 'case when paid and awarded > 0 then awarded end', 'currency'),
      collectedAt: `case when paid and awarded > 0 then least(decided + ${whole('n', 37, 300)}, current_date) end`,
      decidedAt: 'decided', instance: 'instance', outcome: 'outcome', countsAsClaimed: `instance = 'FIRST'`, countsAsAwarded: `instance = 'FIRST'`,
      isFirstOfKind: 'row_number() over (partition by decision, kind order by n) = 1', ...place,
    },
  },
  {
    object: 'caseFinance', from: `(select "case", currency, sum(claimed) as claimed, sum(awarded) as awarded, sum(case when paid then awarded end) as collected from bench_recovery where instance = 'FIRST' and currency = 'RUB' group by 1, 2) as sums`,
    values: { id: idOf('caseFinance', '"case"'), name: `'Finance'`, legalCaseId: '"case"', ...money('claimed', 'claimed', 'currency'), ...money('awarded', 'awarded', 'currency'), ...money('collected', 'collected', 'currency') },
  },
  {
    object: 'courtDecisionTotal',
    from: `(select date_trunc('month', decided)::date as month, root, region, kind, currency, count(distinct decision) as decisions, count(*) filter (where "isFirst") as "distinct", sum(claimed) as claimed, sum(awarded) as awarded,
      sum(case when paid then awarded end) as collected from bench_recovery group by 1, 2, 3, 4, 5) as totals`,
    values: {
      id: idOf('courtDecisionTotal', 'month, root, region, kind, currency'), name: `'Total'`, month: 'month', rootDirectionId: 'root', regionId: 'region', recoveryKindId: idOf('recoveryKind', 'kind'),
      currencyCode: 'currency', decisions: 'decisions', distinctDecisions: '"distinct"', ...money('claimed', 'claimed', 'currency'), ...money('awarded', 'awarded', 'currency'), ...money('collected', 'collected', 'currency'),
    },
  },
  {
    object: 'eventDuration',
    from: `(select "group", direction, case when "group" in (2, 3) then court end as court, count(*) as count, avg(days) as average, percentile_cont(array[0.5, 0.9]) within group (order by days) as shares,
      max(days) as longest from bench_event where completion = 'COMPLETED' group by 1, 2, 3) as durations`,
    values: {
      id: idOf('eventDuration', '"group", direction, court'), name: `'Duration'`, eventGroup: oneOf(GROUPS, '"group"'), directionId: 'direction', courtId: 'court', completedCount: 'count',
      averageDays: 'round(average::numeric, 1)', medianDays: 'round(shares[1]::numeric, 1)', p90Days: 'round(shares[2]::numeric, 1)', longestDays: 'round(longest::numeric, 1)',
    },
  },
  {
    object: 'clientAssignment', from: `${series(SIZE.assignments).replace('as n', 'as assignments(n)')} join bench_case on bench_case.n = 1 + assignments.n % ${SIZE.cases}`,
    values: {
      id: idOf('clientAssignment', 'assignments.n'), title: `'Assignment ' || assignments.n`, clientId: 'client', legalCaseId: 'id', responsibleId: 'lead', regionId: 'region', directionId: 'direction',
      givenAt: `opened + ${share('assignments.n', 61)} * (current_date - opened) * interval '1 day'`, dueAt: `opened + ${share('assignments.n', 61)} * (current_date - opened) * interval '1 day' + interval '14 days'`,
      status: oneOf(['NEW', 'IN_PROGRESS', 'DONE', 'DONE', 'DONE', 'DONE', 'DONE', 'DONE', 'DONE', 'CANCELLED'], whole('assignments.n', 62, 10)),
      completedAt: `case when ${whole('assignments.n', 62, 10)} between 2 and 8 then opened + ${share('assignments.n', 61)} * (current_date - opened) * interval '1 day' + ${share('assignments.n', 63)} * interval '20 days' end`,
      actualDays: `case when ${whole('assignments.n', 62, 10)} between 2 and 8 then round((${share('assignments.n', 63)} * 20)::numeric, 1) end`,
    },
  },
  {
    object: 'caseControl', from: 'bench_case',
    values: {
      id: idOf('caseControl', 'n'), name: `'Case ' || n`, legalCaseId: 'id', requiredCount: '12', receivedCount: whole('n', 71, 13), requestsSent: whole('n', 72, 6), requestsOpen: whole('n', 73, 3),
      requestsOverdue: whole('n', 74, 2), instance: oneOf(['FIRST', 'APPEAL', 'CASSATION'], whole('n', 75, 3)), lastMovementAt: `now() - ${share('n', 51)} * interval '120 days'`,
      daysWithoutMovement: whole('n', 51, 120), isForgotten: `stage <> 'ARCHIVED' and ${share('n', 76)} < 0.03`, openEvents: whole('n', 77, 5), awaitsClient: `${share('n', 78)} < 0.1`,
      stage: 'stage', directionId: 'direction', departmentId: 'department', leadId: 'lead',
    },
  },
  {
    object: 'correspondence', from: 'bench_letter',
    values: {
      id: 'id', number: `'BENCH-' || n`, subject: `'Letter ' || n`, flow: 'flow', status: letterStatus, registeredAt: 'registered', counterpartyId: idOf('company', skewed('n', 48, SIZE.companies)),
      legalCaseId: idOf('legalCase', `1 + n % ${SIZE.cases}`), holderId: memberOf('holder'), holderDepartmentId: idOf('department', '"from"'), step: '2',
      heldSince: 'registered', handedOverAt: `case when ${letterStatus} = 'HANDED_OVER' then registered + interval '1 hour' end`,
      pendingDepartmentId: `case when ${letterStatus} = 'HANDED_OVER' then ${idOf('department', '"to"')} end`,
    },
  },
  {
    object: 'correspondenceHistory', from: `bench_letter, generate_series(0, ${SIZE.rowsALetter - 1}) as row`,
    values: {
      id: idOf('correspondenceHistory', `n || ' ' || row`), name: `'Row ' || n`, correspondenceId: 'id', action: oneOf(['REGISTER', 'HAND_OVER', 'ACCEPT'], 'row'), outcome: `'APPLIED'`,
      occurredAt: `registered + case row when 0 then interval '0' when 1 then interval '1 hour' else interval '1 hour' + make_interval(mins => waited::int) end`,
      actorId: memberOf('holder + row'), fromMemberId: memberOf('holder'), toMemberId: `case when row > 0 and n % 2 = 0 then ${memberOf('holder + 1')} end`,
      fromDepartmentId: `case when row > 0 then ${idOf('department', '"from"')} end`, toDepartmentId: `case when row > 0 then ${idOf('department', '"to"')} end`,
      heldMinutes: 'case when row = 2 then 60 + waited::int end', waitedMinutes: 'case when row = 2 then waited::int end', reason: `case when row = 1 then 'Bench' end`, applied: `'{"v": 1}'`,
    },
  },
];

const AUTHORS = { createdByName: `'Bench'`, updatedByName: `'Bench'`, createdBySource: `'IMPORT'`, updatedBySource: `'IMPORT'` };

/** Fills a table without its indexes, which are made again when it is full. */
const fill = async (client: ClientBase, tables: Tables, { object, from, values }: Rows): Promise<void> => {
  const types = await tables.columns(object);
  const all = { ...values, ...AUTHORS };
  const missing = Object.keys(all).filter((column) => !types.has(column));
  if (missing.length > 0) throw new Error(`The workspace's ${object} has no ${missing.join(', ')}: deploy this version of the app first`);
  const table = tables.of(object);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid)`,
    [table],
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query(
    `insert into ${table} (${Object.keys(all).map((column) => `"${column}"`).join(', ')})
     select ${Object.entries(all).map(([column, value]) => `(${value})::${types.get(column)}`).join(', ')} from ${from}`,
  );
  for (const { definition } of indexes) await client.query(definition);
};

const countIn = async (client: ClientBase, table: string, where = 'true'): Promise<number> =>
  (await client.query<{ count: number }>(`select count(*)::int as count from ${table} where ${where}`)).rows[0]!.count;

/**
 * Makes sure that the workspace holds the generated firm: makes it in an empty one, and finds it in one that has it.
 *
 * @throws Error when the workspace holds cases or letters of its own
 */
export const ensureFirm = async (client: ClientBase, tables: Tables, say: (line: string) => void): Promise<void> => {
  const cases = await countIn(client, tables.of('legalCase'));
  const ofBench = await countIn(client, tables.of('legalCase'), `number like 'BENCH-%'`);
  const letters = await countIn(client, tables.of('correspondence'), `number not like 'BENCH-%' or number is null`);
  if (cases > ofBench || letters > 0) {
    throw new Error(`The workspace holds ${cases - ofBench} cases and ${letters} letters of its own; the bench fills an empty workspace only: use a copy of the database for it`);
  }
  if (ofBench > 0) return say(`The generated firm of ${ofBench} cases is there already`);
  const began = Date.now();
  await client.query('begin');
  try {
    await client.query(`create temp table bench_member on commit drop as select array_agg(id order by id) as ids from ${tables.of('workspaceMember')}`);
    for (const [name, query] of Object.entries(STAGED)) await client.query(`create temp table ${name} on commit drop as ${query}; analyze ${name}`);
    // Every reference is computed to hold, and its check would take longer than all the rest.
    await client.query('set local session_replication_role = replica');
    for (const rows of TABLES) {
      const start = Date.now();
      await fill(client, tables, rows);
      say(`${rows.object}: ${((Date.now() - start) / 1000).toFixed(1)} s`);
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
  for (const { object } of TABLES) await client.query(`vacuum analyze ${tables.of(object)}`);
  say(`The generated firm was made in ${((Date.now() - began) / 1000).toFixed(0)} s`);
};
