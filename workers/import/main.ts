/** `npm run import -- <file.xlsx|file.csv> [--kind …] [--mapping name] [--check] [--yes]`: records of another system come into Twenty. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { ConfigurationError, readConfiguration, type Configuration } from '../configuration';
import type { Words } from '../correspondence/words';
import { importedId } from '../identifiers';
import { loggerOf } from '../log';
import { OfficeReader } from '../office/office';
import { sharesWithWorkers } from '../registers/rebuild';
import { Budget } from '../twenty/budget';
import { TwentyClient, TwentyError, TwentyUnavailable } from '../twenty/client';
import { patient, WAIT_MS } from '../twenty/patient';
import { Records } from '../twenty/records';
import { columnsTold, ImportBook, SLICE_LINES } from './book';
import type { Mapping } from './columns';
import { ImportDoor, operationsFor } from './door';
import { prepare, writeSlice, type Prepared, type Progress } from './job';
import { counts, type PlannedLine } from './plan';
import { KINDS, type Kind } from './shapes';
import { FileProblem } from './table';

const USAGE = `npm run import -- <file.xlsx|file.csv> [--kind ${KINDS.join('|')}] [--mapping name] [--check] [--yes]

  --kind      what the rows are; else told by the columns
  --mapping   a mapping saved in Twenty, by its name
  --check     only lists, line by line, what would be created, matched and refused
  --yes       imports without asking`;

const patiently = patient(60);
/** Progress and part of each slice. */
const PER_SLICE = 2;
const MOST_LISTED = 30;

const say = ({ language }: Configuration) => (words: Words): string => words[language];

const argumentsOf = (args: string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { kind: { type: 'string' }, mapping: { type: 'string' }, check: { type: 'boolean', default: false }, yes: { type: 'boolean', default: false } },
    });
    const kind = values.kind?.toUpperCase();
    if (positionals.length !== 1 || (kind !== undefined && !KINDS.includes(kind as Kind))) throw new ConfigurationError(USAGE);
    return { ...values, file: positionals[0]!, kind: (kind ?? null) as Kind | null };
  } catch (error) {
    throw error instanceof ConfigurationError ? error : new ConfigurationError(`${(error as Error).message}\n\n${USAGE}`);
  }
};

const bytesOf = (file: string): Uint8Array => {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ConfigurationError(`${file}: ${(error as NodeJS.ErrnoException).code === 'ENOENT' ? 'no such file' : (error as Error).message}`);
  }
};

const OUTCOMES: Record<PlannedLine['outcome'], Words> = { CREATED: { en: 'created', ru: 'создано' }, MATCHED: { en: 'matched', ru: 'уже есть' }, REFUSED: { en: 'refused', ru: 'отклонено' } };

const told = ({ line, outcome, what, problem, column }: PlannedLine, { language }: Configuration): string => {
  const where = column ? ` [${column}]` : '';
  return `${language === 'ru' ? 'строка' : 'line'} ${line}: ${OUTCOMES[outcome][language]} — ${what}${problem ? `${where}: ${problem}` : ''}`;
};

const isConfirmed = async (question: string): Promise<boolean> => {
  if (!process.stdin.isTTY) throw new ConfigurationError('Nobody is there to ask: add --yes to import, or --check to look only.');
  const asked = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await asked.question(`${question} [y/N] `);
  asked.close();
  return /^(y|yes|д|да)$/i.test(answer.trim());
};

const printPlan = (prepared: Prepared, isCheck: boolean, configuration: Configuration): void => {
  const words = say(configuration);
  const { columns, lines } = prepared;
  const taken = columns.columns.filter(({ heading }) => heading !== '').map(({ heading, field }) => `${heading} → ${field ?? '—'}`);
  console.log(`${columns.kind}: ${taken.join(', ')}`);
  const listed = isCheck ? lines : lines.filter(({ outcome, problem }) => outcome === 'REFUSED' || problem);
  const shown = isCheck ? listed : listed.slice(0, MOST_LISTED);
  for (const line of shown) console.log(told(line, configuration));
  if (shown.length < listed.length) console.log(words({ en: `… and ${listed.length - shown.length} more; --check lists all`, ru: `… и ещё ${listed.length - shown.length}; все покажет --check` }));
  const { created, matched, refused } = counts(lines);
  console.log(words({
    en: `${lines.length} lines: ${created} to be created, ${matched} there already, ${refused} refused.`,
    ru: `Строк: ${lines.length}. Будет создано: ${created}, уже есть: ${matched}, отклонено: ${refused}.`,
  }));
};

const importFile = async (args: ReturnType<typeof argumentsOf>): Promise<void> => {
  const configuration = readConfiguration(process.env);
  const words = say(configuration);
  const { file, kind, check } = args;
  const bytes = bytesOf(file);
  const logger = loggerOf({ ...configuration, logLevel: 'error' });
  const { left, isShared } = await sharesWithWorkers(configuration);
  const budget = new Budget(left);
  const client = new TwentyClient(configuration.apiUrl, configuration.apiKey, budget, logger);
  const records = new Records(client);
  const [door, book] = [new ImportDoor(records, () => new OfficeReader(client, logger).read(), 'letters'), new ImportBook(records, 'letters')];
  let mapping: Mapping = {};
  if (args.mapping !== undefined) {
    const { found, names } = await book.mapping(args.mapping);
    if (!found) throw new ConfigurationError(`There is no mapping “${args.mapping}”. ${names.length > 0 ? `Those saved: ${names.join(', ')}` : 'None is saved.'}`);
    mapping = found;
  }
  // The same file for the same purpose is the same import, so that it goes on where it was.
  const runId = importedId('importRun', createHash('sha256').update(bytes).digest('hex'), kind ?? '', JSON.stringify(mapping));
  const before = await patiently(() => book.byId(runId));
  const isGoingOn = before !== null && before.startedAt !== null && (before.status === 'RUNNING' || before.status === 'STOPPED');
  const now = client.clock.now();
  const context = { now, timeZone: configuration.timeZone, language: configuration.language, secret: configuration.apiKey };
  const prepared = await patiently(() => prepare({ bytes, kind, mapping, door, context, begunAt: isGoingOn ? before.startedAt : null }));
  printPlan(prepared, check, configuration);
  if (check || prepared.lines.length === 0) return;

  let progress: Progress = isGoingOn ? before : { done: 0, created: 0, matched: 0, refused: 0 };
  const rest = prepared.slices.slice(Math.floor(progress.done / SLICE_LINES));
  const minutes = Math.ceil(operationsFor(rest, PER_SLICE) / left);
  console.log(words({
    en: `About ${operationsFor(rest, PER_SLICE)} operations, ${minutes} min at ${left} a minute${isShared ? ' (the workers that run have the rest)' : ''}.${isGoingOn ? ` It goes on after row ${progress.done}.` : ''}`,
    ru: `Около ${operationsFor(rest, PER_SLICE)} операций, ${minutes} мин по ${left} в минуту${isShared ? ' (остальное — у запущенных фоновых обработчиков)' : ''}.${isGoingOn ? ` Загрузка продолжится после записи ${progress.done}.` : ''}`,
  }));
  if (!args.yes && !(await isConfirmed(words({ en: 'Import?', ru: 'Загрузить?' })))) return;

  const { total, ...begun } = { total: prepared.lines.length, name: basename(file), kind: prepared.columns.kind, mapping, columns: columnsTold(prepared.columns) };
  await patiently(() => book.create(runId, { ...begun, total, ...(isGoingOn ? {} : { ...progress, startedAt: now.toISOString() }), status: 'RUNNING', finishedAt: null, problem: '' }));
  let isStopped = false;
  const stop = () => (isStopped = true);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const bar = new SingleBar({ format: `${basename(file)} {bar} {value}/{total}, {eta_formatted}, {operations} operations`, noTTYOutput: true, notTTYSchedule: WAIT_MS, etaBuffer: 20 }, Presets.shades_grey);
  const startedAt = Date.now();
  bar.start(total, progress.done, { operations: budget.spent });
  const refusedIds = new Map<string, string>();
  try {
    while (progress.done < total && !isStopped) {
      const next = await patiently(() => writeSlice({ runId, prepared, progress, refusedIds, door, book, language: configuration.language }));
      if (next === null) isStopped = true;
      else bar.update((progress = next).done, { operations: budget.spent });
    }
  } finally {
    bar.stop();
  }
  const status = progress.done < total ? 'STOPPED' : 'DONE';
  await patiently(() => book.change(runId, { status, finishedAt: new Date().toISOString() }, ['RUNNING']));
  const { created, matched, refused } = progress;
  console.log(words({
    en: `${status === 'DONE' ? 'Done' : 'Stopped; the same command goes on'}: ${created} created, ${matched} there already, ${refused} refused. ${budget.spent} operations in ${Math.ceil((Date.now() - startedAt) / 1_000)} s.`,
    ru: `${status === 'DONE' ? 'Готово' : 'Остановлено; та же команда продолжит'}: создано ${created}, уже было ${matched}, отклонено ${refused}. Операций: ${budget.spent}, секунд: ${Math.ceil((Date.now() - startedAt) / 1_000)}.`,
  }));
};

try {
  await importFile(argumentsOf(process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  const isRussian = process.env.OFFICE_LANGUAGE !== 'en';
  if (error instanceof FileProblem) console.error(isRussian ? error.words.ru : error.words.en);
  else if (error instanceof ConfigurationError || error instanceof TwentyUnavailable || error instanceof TwentyError) console.error(error.message);
  else console.error(error);
  process.exit(1);
}
