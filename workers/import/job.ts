import type { Language } from '../correspondence/words';
import { slicesOf, type ImportBook, type Run } from './book';
import { columnsOf, type Columns, type Mapping } from './columns';
import { DUPLICATE, type ImportDoor } from './door';
import { counts, planLines, type Context, type PlannedLine } from './plan';
import type { Kind } from './shapes';
import { rowsOf } from './table';
import { problemText } from './words';

export type Prepared = { columns: Columns; lines: PlannedLine[]; slices: PlannedLine[][] };

/** Reads the file and plans all of its lines, each on what the lines before it add. */
export const prepare = async (input: {
  bytes: Uint8Array;
  kind: Kind | null;
  mapping: Mapping;
  door: ImportDoor;
  context: Context;
  begunAt: string | null;
}): Promise<Prepared> => {
  const columns = columnsOf(await rowsOf(input.bytes), input);
  const snapshot = await input.door.snapshot(columns.kind, input.begunAt);
  const lines = await planLines({ columns, snapshot, context: input.context });
  return { columns, lines, slices: slicesOf(lines) };
};

export type Progress = Pick<Run, 'done' | 'created' | 'matched' | 'refused'>;

/** What becomes of lines one of whose records Twenty did not accept. */
const judged = (lines: PlannedLine[], refused: Map<string, string>, language: Language): PlannedLine[] =>
  lines.map((line) => {
    const bad = line.writes.filter(({ id, data }) => refused.has(id) || Object.values(data).some((value) => typeof value === 'string' && refused.has(value)));
    if (bad.length === 0) return line;
    const why = bad.map(({ id }) => refused.get(id)).find(Boolean);
    const problem = why === DUPLICATE ? problemText('TAKEN_NUMBER', language) : why ? problemText('REFUSED_BY_TWENTY', language, why) : problemText('NOT_WITHOUT', language);
    return { ...line, outcome: 'REFUSED', problem, column: null };
  });

/**
 * Writes the slice that comes next, then what became of its lines, then how far it is: whoever goes on after a crash writes the same
 * records again under the same ids.
 *
 * @returns null where a person stopped it
 */
export const writeSlice = async (input: {
  runId: string;
  prepared: Prepared;
  progress: Progress;
  refusedIds: Map<string, string>;
  door: ImportDoor;
  book: ImportBook;
  language: Language;
}): Promise<Progress | null> => {
  const { runId, prepared, progress, refusedIds, door, book, language } = input;
  const slice = prepared.slices[Math.floor(progress.done / prepared.slices[0]!.length)]!;
  for (const [id, why] of await door.write(slice, refusedIds)) refusedIds.set(id, why);
  const told = judged(slice, refusedIds, language);
  await book.tell(runId, told);
  const { created, matched, refused } = counts(told);
  const next = { done: progress.done + slice.length, created: progress.created + created, matched: progress.matched + matched, refused: progress.refused + refused };
  return (await book.change(runId, next, ['RUNNING'])) ? next : null;
};
