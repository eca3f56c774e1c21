import type { Logger } from 'pino';
import type { Language, Words } from '../correspondence/words';
import { SLICE_MS, type IntakePart } from '../intake/part';
import type { Clock } from '../twenty/clock';
import { TwentyUnavailable } from '../twenty/client';
import { columnsTold, SLICE_LINES, type ImportBook, type Run } from './book';
import { ColumnsProblem } from './columns';
import type { ImportDoor } from './door';
import { prepare, writeSlice, type Prepared, type Progress } from './job';
import { counts } from './plan';
import { FileProblem } from './table';

const MOST_BYTES = 100_000_000;
const TIMEOUT_MS = 60_000;
/** Lines of which a check tells before it looks at the time. */
const TOLD_AT_ONCE = 10 * SLICE_LINES;

const NO_FILE: Words = { en: 'There is no file. Attach an Excel or CSV file to the import and start anew.', ru: 'Файла нет. Прикрепите к загрузке файл Excel или CSV и запустите заново.' };
const NOT_GOT: Words = { en: 'Twenty does not give the file. Attach it anew.', ru: 'Twenty не отдаёт файл. Прикрепите его заново.' };
const TOO_BIG: Words = { en: 'The file is larger than 100 MB. Divide it.', ru: 'Файл больше 100 МБ. Разделите его.' };
const NO_LINES: Words = { en: 'Below the names of the columns there are no lines.', ru: 'Под названиями столбцов нет ни одной строки.' };
const BROKEN: Words = { en: 'It could not be done; the workers’ log says why.', ru: 'Не получилось: причина в журнале фоновых обработчиков.' };

type Work = { runId: string; startedAt: string | null; prepared: Prepared; progress: Progress; told: number; refusedIds: Map<string, string> };

/** Files that people attach: first checked line by line, then imported when asked for; one after the other. */
export class Imports implements IntakePart {
  private work: Work | null = null;

  constructor(
    private readonly parts: {
      book: ImportBook;
      door: ImportDoor;
      apiUrl: string;
      clock: Pick<Clock, 'now'>;
      language: Language;
      timeZone: string;
      secret: string;
      logger: Pick<Logger, 'info' | 'error'>;
    },
  ) {}

  async look(): Promise<{ more: boolean } & object> {
    const { book, language, logger } = this.parts;
    // What has no file is a person's that is not ready yet, or one of the command line.
    const runs = (await book.open()).filter(({ status, file }) => file.length > 0 || status === 'REQUESTED');
    const run = runs.find(({ status }) => status === 'RUNNING') ?? runs.find(({ status }) => status === 'REQUESTED') ?? runs[0];
    if (!run) {
      this.work = null;
      return { more: false };
    }
    try {
      return { ...(run.status === 'NEW' || run.status === 'CHECKING' ? await this.check(run) : await this.goOn(run)), more: true };
    } catch (error) {
      if (error instanceof TwentyUnavailable) throw error;
      this.work = null;
      if (!(error instanceof FileProblem)) logger.error({ runId: run.id, error: String(error), stack: error instanceof Error ? error.stack : undefined }, 'an import failed');
      const problem = error instanceof FileProblem ? error.words[language] : BROKEN[language];
      const columns = error instanceof ColumnsProblem ? { columns: columnsTold(error.columns) } : {};
      await book.change(run.id, { status: 'FAILED', problem, finishedAt: this.now(), ...columns }, ['NEW', 'CHECKING', 'REQUESTED', 'RUNNING']);
      return { more: true };
    }
  }

  private now(): string {
    return this.parts.clock.now().toISOString();
  }

  private async check(run: Run): Promise<object> {
    const { book, logger } = this.parts;
    const startedAt = Date.now();
    if (run.status === 'NEW' || this.work?.runId !== run.id || this.work.startedAt !== null) {
      if (!(await book.change(run.id, { status: 'CHECKING', startedAt: null, finishedAt: null, done: 0, problem: '' }, ['NEW', 'CHECKING']))) return {};
      this.work = await this.prepared(run, null);
      await book.forget(run.id);
    }
    const work = this.work;
    const { lines, columns } = work.prepared;
    do {
      await book.tell(run.id, lines.slice(work.told, work.told + TOLD_AT_ONCE));
      work.told = Math.min(work.told + TOLD_AT_ONCE, lines.length);
    } while (work.told < lines.length && Date.now() - startedAt < SLICE_MS);
    const isDone = work.told === lines.length;
    const found = { kind: columns.kind, columns: columnsTold(columns), total: lines.length, ...counts(lines) };
    const data = isDone ? { ...found, status: 'CHECKED', done: 0 } : { total: lines.length, done: work.told };
    const isOurs = await book.change(run.id, data, ['CHECKING']);
    if (isOurs && isDone) logger.info({ runId: run.id, lines: lines.length }, 'a file is checked');
    if (isDone || !isOurs) this.work = null;
    return { checked: work.told };
  }

  private async goOn(run: Run): Promise<object> {
    const { book, door, language, logger } = this.parts;
    const startedAt = Date.now();
    if (run.status === 'REQUESTED' || this.work?.runId !== run.id || this.work.startedAt === null) {
      const isGoingOn = run.startedAt !== null && (run.status === 'RUNNING' || (run.done > 0 && run.done < (run.total ?? 0)));
      const begunAt = isGoingOn ? run.startedAt! : this.now();
      const progress: Progress = isGoingOn ? run : { done: 0, created: 0, matched: 0, refused: 0 };
      const work = await this.prepared(run, isGoingOn ? begunAt : null);
      const { columns, lines } = work.prepared;
      const data = { status: 'RUNNING', startedAt: begunAt, finishedAt: null, problem: '', kind: columns.kind, columns: columnsTold(columns), total: lines.length, ...asData(progress) };
      if (!(await book.change(run.id, data, ['REQUESTED', 'RUNNING']))) return {};
      this.work = { ...work, startedAt: begunAt, progress };
    }
    const work = this.work;
    const total = work.prepared.lines.length;
    do {
      const next = work.progress.done < total ? await writeSlice({ runId: run.id, prepared: work.prepared, progress: work.progress, refusedIds: work.refusedIds, door, book, language }) : work.progress;
      if (next === null) {
        // A person stopped it.
        this.work = null;
        return {};
      }
      work.progress = next;
    } while (work.progress.done < total && Date.now() - startedAt < SLICE_MS);
    if (work.progress.done >= total) {
      this.work = null;
      if (await book.change(run.id, { status: 'DONE', finishedAt: this.now() }, ['RUNNING'])) logger.info({ runId: run.id, ...asData(work.progress) }, 'a file is imported');
    }
    return { imported: work.progress.done };
  }

  private async prepared(run: Run, begunAt: string | null): Promise<Work> {
    const { door, clock, language, timeZone, secret } = this.parts;
    const bytes = await this.download(run);
    const prepared = await prepare({ bytes, kind: run.kind, mapping: run.mapping, door, context: { now: clock.now(), timeZone, language, secret }, begunAt });
    if (prepared.lines.length === 0) throw new FileProblem(NO_LINES);
    return { runId: run.id, startedAt: begunAt, prepared, progress: { done: 0, created: 0, matched: 0, refused: 0 }, told: 0, refusedIds: new Map() };
  }

  /** Twenty signs the address of a file, and names itself in it as browsers reach it. */
  private async download({ file: [file] }: Run): Promise<Uint8Array> {
    if (!file?.url) throw new FileProblem(NO_FILE);
    const { pathname, search } = new URL(file.url, this.parts.apiUrl);
    const response = await fetch(`${this.parts.apiUrl}${pathname}${search}`, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' }).catch((error: unknown) => {
      throw new TwentyUnavailable(String(error));
    });
    if (!response.ok) throw new FileProblem(NOT_GOT);
    if (Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) throw new FileProblem(TOO_BIG);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.byteLength > MOST_BYTES) throw new FileProblem(TOO_BIG);
    return bytes;
  }
}

const asData = ({ done, created, matched, refused }: Progress) => ({ done, created, matched, refused });

