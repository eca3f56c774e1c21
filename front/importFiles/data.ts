import { v4 } from 'uuid';
import type { IMPORT_STATUS } from '../../custom-objects/vocabulary';
import type { Kind } from '../../workers/import/shapes';
import { find, findById, put, update } from '../lib/store';

export type Status = (typeof IMPORT_STATUS)[number]['value'];
export const OUTCOMES = ['REFUSED', 'CREATED', 'MATCHED'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Run = {
  id: string;
  name: string | null;
  kind: Kind | null;
  status: Status | null;
  file: { label: string | null }[] | null;
  total: number | null;
  done: number | null;
  created: number | null;
  matched: number | null;
  refused: number | null;
  startedAt: string | null;
  finishedAt: string | null;
  createdAt: string;
  problem: string | null;
};
const RUN = 'id name kind status file { label } total done created matched refused startedAt finishedAt createdAt problem';

const RUNS_SHOWN = 20;

export const loadRuns = (): Promise<Run[]> => find<Run>('importRun', RUN, { orderBy: [{ createdAt: 'DescNullsLast' }], first: RUNS_SHOWN });

export const hasFile = ({ file }: Run): boolean => (file ?? []).length > 0;
export const isWaiting = (run: Run): boolean => run.status === 'NEW' && !hasFile(run);
/** The workers come to it next. */
export const isNext = (run: Run): boolean => run.status === 'REQUESTED' || (run.status === 'NEW' && hasFile(run));
export const isOpen = (run: Run): boolean => isNext(run) || canStop(run);
export const canStop = ({ status }: Run): boolean => status === 'CHECKING' || status === 'REQUESTED' || status === 'RUNNING';
/** One that was stopped while it was being checked has not begun. */
export const canGoOn = ({ status, startedAt, done, total }: Run): boolean => (status === 'STOPPED' || status === 'FAILED') && startedAt !== null && (done ?? 0) < (total ?? 0);
export const canCheck = (run: Run): boolean => run.status !== null && run.status !== 'NEW' && !canStop(run) && hasFile(run);

/** By a column's heading, what it is taken for; null: for nothing. */
export type Mapping = Record<string, string | null>;
export type Column = { heading: string; field: string | null; samples: string[] };
export type Found = { columns: { kind: Kind; headingLine: number; columns: Column[] } | null; mapping: Mapping | null };

export const loadColumns = async (id: string): Promise<Found> => (await findById<Found>('importRun', id, 'columns mapping')) ?? { columns: null, mapping: null };

/** The columns that can be taken for something: one without a heading cannot be named, and of two of the same name the first counts. */
export const namedColumns = (columns: Column[]): Column[] => columns.filter(({ heading }, at) => heading !== '' && columns.findIndex((each) => each.heading === heading) === at);
export const mappingOf = (columns: Column[]): Mapping => Object.fromEntries(namedColumns(columns).map(({ heading, field }) => [heading, field]));
/** What several columns are taken for. */
export const doubled = (mapping: Mapping): string[] => {
  const fields = Object.values(mapping).flatMap((field) => field ?? []);
  return [...new Set(fields.filter((field, at) => fields.indexOf(field) !== at))];
};

export type Told = { line: number; outcome: Outcome; what: string; problem: string | null; column: string | null };
type Part = { firstLine: number; lines: [number, Outcome, string, string | null, string | null][] | null };

/** Parts asked for at once, at most: each holds some hundred lines. */
const MOST_PARTS = 16;

/** The first lines of an outcome, one more than asked for where there are more. Only parts that hold such lines are read. */
export const loadLines = async (importRunId: string, outcome: Outcome, first: number): Promise<Told[]> => {
  const told: Told[] = [];
  let after = -1;
  for (let parts = 1; told.length <= first; parts = Math.min(2 * parts, MOST_PARTS)) {
    const read = await find<Part>('importPart', 'firstLine lines', {
      filter: { and: [{ importRunId: { eq: importRunId } }, { firstLine: { gt: after } }, { lines: { like: `%"${outcome}"%` } }] },
      orderBy: [{ firstLine: 'AscNullsFirst' }],
      first: parts,
    });
    told.push(...read.flatMap(({ lines }) => lines ?? []).filter((each) => each[1] === outcome).map(([line, , what, problem, column]) => ({ line, outcome, what, problem, column })));
    if (read.length < parts) break;
    after = read.at(-1)!.firstLine;
  }
  return told.slice(0, first + 1);
};

export const begin = async (name: string): Promise<string> => {
  const id = v4();
  await put('importRun', [{ id, name, status: 'NEW' }]);
  return id;
};
export const request = ({ id }: Run): Promise<void> => update('importRun', [id], { status: 'REQUESTED' });
export const stop = ({ id }: Run): Promise<void> => update('importRun', [id], { status: 'STOPPED' });
export const checkAgain = ({ id }: Run, kind: Kind | null, mapping: Mapping): Promise<void> => update('importRun', [id], { status: 'NEW', kind, mapping });

export type Saved = { id: string; name: string | null; kind: Kind | null; columns: Mapping | null };

export const loadSaved = (): Promise<Saved[]> => find<Saved>('importMapping', 'id name kind columns', { orderBy: [{ name: 'AscNullsFirst' }], first: 200 });

const plain = (name: string | null): string => (name ?? '').trim().toLowerCase();

/** Another of the same name is replaced: the command line finds it by its name. */
export const save = async (name: string, kind: Kind | null, columns: Mapping): Promise<void> => {
  const there = (await loadSaved()).find((saved) => plain(saved.name) === plain(name));
  await put('importMapping', [{ id: there?.id ?? v4(), name: name.trim(), kind, columns }]);
};
