import type { Logger } from 'pino';
import { z } from 'zod';
import type { Language, Words } from '../correspondence/words';
import { SLICE_MS, type IntakePart } from '../intake/part';
import type { Clock } from '../twenty/clock';
import { TwentyUnavailable } from '../twenty/client';
import { CLIENT_FIELD, clientNameOf, READ_LIMIT, WRITE_LIMIT, type Archive, type Clients, type Entry, type Ids, type Run } from './door';
import type { Folders } from './folders';
import { groupBy } from './group';
import type { Found, Matcher, Target } from './match';
import { evidenceOfWay, proposalOf, type Answer, type Catalogue, type ClientKind } from './proposals';
import { deletedFolderProblem } from './tree';

/** What was read waits no longer than this to be written: the folders and what people decided may be others by then. */
const FRESH_MS = 120_000;
const MOST_PROBLEMS = 20;
/** So many selected clients are looked at together. */
const SELECTED_AT_ONCE = 1_000;

const selectionSchema = z.object({ people: z.array(z.uuid()).default([]), companies: z.array(z.uuid()).default([]) });

const NOBODY: Words = { en: 'Nobody is selected: select people or companies and start anew.', ru: 'Никто не выбран: выберите людей или компании и запустите заново.' };
const BROKEN: Words = { en: 'It could not be done; the workers’ log says why.', ru: 'Не получилось: причина в журнале фоновых обработчиков.' };
const OTHERS: Words = { en: 'There are others like these.', ru: 'Есть и другие.' };

const ENDED = ['DONE', 'STOPPED', 'FAILED'];
const isOpen = (status: string | null): boolean => status === 'RUNNING' || status === 'REQUESTED';

/** A person's id, or a company's: where a run has got to. */
type Place = { kind: ClientKind; id: string | null };
type Names = Pick<Matcher, 'match'>;
/** null: the client is gone. */
type Looked = { id: string; answer: Answer | null };
type Next = { clients: Clients; ids: string[]; entries: Entry[]; isLast: boolean };
type Ahead = { runId: string; cursor: string; readAt: number; kind: ClientKind; looked: Looked[]; isLast: boolean; problems: string[] };

const placeIn = (cursor: string | null): Place => {
  const [kind, id] = (cursor ?? '').split(':');
  return { kind: kind === 'company' ? 'company' : 'person', id: id || null };
};
const cursorOf = (kind: ClientKind, id: string): string => `${kind}:${id}`;

/** Whether what was read is what comes next in this run. */
const isOf = (run: Run, ahead: Ahead | null): ahead is Ahead =>
  ahead?.runId === run.id && ahead.cursor === (run.cursor ?? '') && ahead.looked.length > 0 && Date.now() - ahead.readAt < FRESH_MS;

/** What is wrong is told once, and a list of hundreds is read by nobody. */
export const problemsIn = (told: string | null, more: Iterable<string>, language: Language): string => {
  const lines = [...new Set([...(told ?? '').split('\n').filter((line) => line && line !== OTHERS[language]), ...more])];
  return [...lines.slice(0, MOST_PROBLEMS), ...(lines.length > MOST_PROBLEMS ? [OTHERS[language]] : [])].join('\n');
};

/** Searches of the folders, one after the other: what they propose for each client, how far they are, and confirming all above a score. */
export class Runs implements IntakePart {
  private ahead: Ahead | null = null;
  private names: { state: string; matcher: Names; found: Map<string, Found[]> } | null = null;

  constructor(
    private readonly parts: {
      archive: Archive;
      folders: Folders;
      matcherOf: (targets: Target[]) => Names;
      clock: Pick<Clock, 'now'>;
      language: Language;
      logger: Pick<Logger, 'info' | 'error'>;
    },
  ) {}

  async look(): Promise<{ more: boolean } & object> {
    const { archive, language, logger } = this.parts;
    const runs = await archive.runs();
    for (const run of runs.filter(({ status, finishedAt }) => status === 'STOPPED' && finishedAt === null)) await archive.changeRun(run.id, ['STOPPED'], { finishedAt: this.now() });
    const open = runs.filter(({ status }) => isOpen(status));
    const [current] = open.sort(
      (one, other) => Number(other.status === 'RUNNING') - Number(one.status === 'RUNNING') || Date.parse(one.createdAt) - Date.parse(other.createdAt),
    );
    const toConfirm = runs.find(({ status, confirmAbove, confirmedAbove }) => !isOpen(status) && confirmAbove !== null && confirmAbove !== confirmedAbove);
    const next = toConfirm ?? current;
    if (!next) return { more: false };
    try {
      return { ...(await (toConfirm ? this.confirm(toConfirm) : this.goOn(next))), more: true };
    } catch (error) {
      if (error instanceof TwentyUnavailable) throw error;
      // What no repetition would mend must not hold up the others.
      logger.error({ runId: next.id, error: String(error), stack: error instanceof Error ? error.stack : undefined }, 'a search of the folders failed');
      if (toConfirm) await archive.changeRun(next.id, ENDED, { confirmedAbove: next.confirmAbove, problem: problemsIn(next.problem, [BROKEN[language]], language) });
      else await this.fail(next, BROKEN[language]);
      return { more: true };
    }
  }

  private now(): string {
    return this.parts.clock.now().toISOString();
  }

  private fail(run: Run, problem: string): Promise<boolean> {
    return this.parts.archive.changeRun(run.id, ['REQUESTED', 'RUNNING'], { status: 'FAILED', problem, finishedAt: this.now() });
  }

  private async confirm({ id, confirmAbove }: Run): Promise<{ confirmed: number }> {
    const startedAt = Date.now();
    for (let confirmed = 0; ; ) {
      const count = await this.parts.archive.confirm(id, confirmAbove!);
      confirmed += count;
      if (count === 0) await this.parts.archive.changeRun(id, ENDED, { confirmedAbove: confirmAbove });
      if (count === 0 || Date.now() - startedAt >= SLICE_MS) return { confirmed };
    }
  }

  private async goOn(run: Run): Promise<object> {
    const { archive, logger } = this.parts;
    const startedAt = Date.now();
    const begun = run.status === 'RUNNING' ? run : await this.begin(run);
    if (begun === null) return {};
    const ahead = isOf(begun, this.ahead) ? this.ahead : (this.ahead = await this.read(begun));
    const progress = { done: begun.done ?? 0, proposed: begun.proposed ?? 0 };
    do await this.write(ahead, progress);
    while (ahead.looked.length > 0 && Date.now() - startedAt < SLICE_MS);
    const data = { ...progress, cursor: ahead.cursor, problem: problemsIn(begun.problem, ahead.problems, this.parts.language) };
    if (ahead.looked.length > 0 || !ahead.isLast) {
      await archive.changeRun(begun.id, ['RUNNING'], data);
      return { looked: progress.done };
    }
    this.ahead = null;
    const isDone = await archive.changeRun(begun.id, ['RUNNING'], { ...data, cursor: '', status: 'DONE', finishedAt: this.now() });
    if (isDone) logger.info({ runId: begun.id, clients: progress.done, proposed: progress.proposed }, 'the folders are searched');
    return { looked: progress.done };
  }

  /** Of the next clients so many that what is proposed for them is written in one operation. */
  private async write(ahead: Ahead, progress: { done: number; proposed: number }): Promise<void> {
    const { archive, logger } = this.parts;
    let [count, writes] = [0, 0];
    while (count < ahead.looked.length && writes < WRITE_LIMIT) if (ahead.looked[count++]!.answer?.write) writes += 1;
    const taken = ahead.looked.slice(0, count);
    const answers = taken.flatMap(({ answer }) => answer ?? []);
    const { rejected } = await archive.upsert('classificationProposal', answers.flatMap(({ write }) => write ?? []));
    for (const { record, why } of rejected) logger.error({ id: record.id, why }, 'Twenty does not accept a proposal');
    await archive.withdraw(answers.flatMap(({ gone }) => gone));
    // Only what is written counts as done.
    ahead.looked.splice(0, count);
    if (count > 0) ahead.cursor = cursorOf(ahead.kind, taken.at(-1)!.id);
    progress.done += count;
    progress.proposed += answers.filter(({ isProposed }) => isProposed).length - rejected.length;
  }

  /** A run that was stopped goes on where it was; one that is asked for again begins anew. */
  private async begin(run: Run): Promise<Run | null> {
    const { archive, language } = this.parts;
    const selected = this.selected(run);
    const count = selected && selected.person.length + selected.company.length;
    if (count === 0) {
      await this.fail(run, NOBODY[language]);
      return null;
    }
    const total = count ?? (await archive.clientsInFolders());
    const fresh = run.cursor ? {} : { done: 0, proposed: 0, problem: '', startedAt: this.now() };
    const isBegun = await archive.changeRun(run.id, ['REQUESTED'], { status: 'RUNNING', total, finishedAt: null, ...fresh });
    return isBegun ? { ...run, status: 'RUNNING', total, ...fresh } : null;
  }

  private selected({ scope, selection }: Run): Ids | null {
    if (scope === 'ALL') return null;
    const { people, companies } = selectionSchema.safeParse(selection).data ?? { people: [], companies: [] };
    const ordered = (ids: string[]) => [...new Set(ids.map((id) => id.toLowerCase()))].sort();
    return { person: ordered(people), company: ordered(companies) };
  }

  /** Looks at the next clients: what there is of them is read together, and what is proposed waits to be written. */
  private async read(run: Run): Promise<Ahead> {
    const { archive, folders, language } = this.parts;
    await folders.refresh();
    const catalogue = await this.catalogue();
    const { clients, ids, entries, isLast } = await this.next(run);
    const { kind } = clients;
    const { tree } = folders;
    const lost = entries.flatMap(({ clientFolderId }) => (clientFolderId === null ? [] : (tree.deletedAbove(clientFolderId) ?? [])));
    const problems = [...tree.circleProblems(language), ...lost.map((folder) => deletedFolderProblem(folder, language))];
    const [there, given] = ids.length > 0 ? await Promise.all([archive.proposalsOf(clients), archive.givenTo(clients)]) : [[], []];
    const entriesBy = groupBy(entries, (entry) => entry[CLIENT_FIELD[kind]]!);
    const [thereBy, givenBy] = [groupBy(there, ({ clientId }) => clientId), groupBy(given, ({ clientId }) => clientId)];
    const looked = ids.map((id): Looked => {
      const own = entriesBy.get(id) ?? [];
      if (own.length > 0 && own.every((entry) => entry[kind] === null)) return { id, answer: null };
      const name = own.map((entry) => clientNameOf(entry, language)).find(Boolean) ?? '';
      // An entry that names two clients is nobody's until it is put right.
      const evidence = own.flatMap(({ personId, companyId, clientFolderId }) => (personId !== null && companyId !== null ? [] : this.evidenceOf(clientFolderId, catalogue)));
      return { id, answer: proposalOf({ client: { kind, id, name }, evidence, catalogue, assigned: givenBy.get(id) ?? [], there: thereBy.get(id) ?? [], runId: run.id }) };
    });
    return { runId: run.id, cursor: run.cursor ?? '', readAt: Date.now(), kind, looked, isLast, problems };
  }

  private next(run: Run): Promise<Next> {
    const selected = this.selected(run);
    const { kind, id } = placeIn(run.cursor);
    return selected ? this.nextSelected(selected, kind, id) : this.nextInFolders(kind, id);
  }

  private async nextSelected(selected: Ids, kind: ClientKind, after: string | null): Promise<Next> {
    const left = selected[kind].filter((id) => after === null || id > after);
    if (left.length === 0 && kind === 'person') return this.nextSelected(selected, 'company', null);
    const ids = left.slice(0, SELECTED_AT_ONCE);
    const clients: Clients = { kind, ids };
    const isLast = left.length === ids.length && (kind === 'company' || selected.company.length === 0);
    return { clients, ids, entries: ids.length > 0 ? await this.parts.archive.entriesOf(clients) : [], isLast };
  }

  private async nextInFolders(kind: ClientKind, after: string | null): Promise<Next> {
    const page = await this.parts.archive.entriesAfter(kind, after);
    if (page.length === 0 && kind === 'person') return this.nextInFolders('company', null);
    const idOf = (entry: Entry): string => entry[CLIENT_FIELD[kind]]!;
    const [isFull, last] = [page.length === READ_LIMIT, page.at(-1)];
    // Of the last client there may be more entries; they come whole with the next.
    const whole = isFull && idOf(page[0]!) !== idOf(last!) ? page.filter((entry) => idOf(entry) !== idOf(last!)) : page;
    const ids = [...new Set(whole.map(idOf))];
    return { clients: { kind, after, upTo: ids.at(-1) ?? '' }, ids, entries: whole, isLast: !isFull && kind === 'company' };
  }

  private evidenceOf(folderId: string | null, catalogue: Catalogue) {
    const { tree } = this.parts.folders;
    if (folderId === null) return [];
    return evidenceOfWay({ way: tree.wayUp(folderId), pathOf: (id) => tree.path(id), found: (name) => this.found(name), catalogue });
  }

  private found(name: string): Found[] {
    const { matcher, found } = this.names!;
    const known = found.get(name) ?? matcher.match(name);
    found.set(name, known);
    return known;
  }

  private async catalogue(): Promise<Catalogue> {
    const { catalogue, matched } = await this.parts.archive.catalogue();
    const state = JSON.stringify(matched);
    if (this.names?.state !== state) this.names = { state, matcher: this.parts.matcherOf(matched), found: new Map() };
    return catalogue;
  }
}
