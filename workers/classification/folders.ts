import type { Language, Words } from '../correspondence/words';
import { SLICE_MS, type IntakePart } from '../intake/part';
import type { Clock } from '../twenty/clock';
import { clientNameOf, type Archive, type Entry } from './door';
import type { Written } from './proposals';
import { FolderTree, type Folder } from './tree';

/** Rows become visible out of order, so what was read is read again for this long. */
const OVERLAP_MS = 20_000;
/** So many are written between one look at the clock and the next: those still there are asked for together. */
const AT_ONCE = 1_000;
/** What is destroyed for good leaves no trace. */
const ALL_EVERY_MS = 3_600_000;

const NEITHER: Words = { en: 'Names no client: give a person or a company.', ru: 'Клиент не указан: укажите человека или компанию.' };
const BOTH: Words = { en: 'Names a person and a company: leave one.', ru: 'Указаны и человек, и компания: оставьте что-то одно.' };
const NO_FOLDER: Words = { en: 'Lies in no folder: give one, or delete it.', ru: 'Папка не указана: укажите её или удалите запись.' };

const entryProblem = ({ personId, companyId, clientFolderId }: Entry): Words | null => {
  if (personId === null && companyId === null) return NEITHER;
  if (personId !== null && companyId !== null) return BOTH;
  return clientFolderId === null ? NO_FOLDER : null;
};

/** What an entry should say of itself, where it does not; one without a name bears its client's. */
export const entryWrite = (entry: Entry, language: Language): Written | null => {
  const problem = entryProblem(entry)?.[language] ?? '';
  const name = entry.name?.trim() ? null : clientNameOf(entry, language);
  if (problem === (entry.problem ?? '') && name === null) return null;
  return { id: entry.id, problem, ...(name === null ? {} : { name }) };
};

/** What a folder should say of itself, where it does not. */
export const folderWrites = (tree: FolderTree, language: Language): Written[] =>
  tree.living().flatMap(({ id, path, problem }) => {
    const wanted = { path: tree.path(id), problem: tree.problem(id, language) };
    return wanted.path === path && wanted.problem === (problem ?? '') ? [] : [{ id, ...wanted }];
  });

/** Knows the tree of folders, and keeps their paths and what is wrong with them and with what lies in them. */
export class Folders implements IntakePart {
  private readonly known = new Map<string, Folder>();
  private kept: FolderTree | null = null;
  private readAllAt = -Infinity;
  private foldersAt = new Date(0);
  private entriesAt: Date | null = null;
  private turn = 0;
  private waiting: Written[] = [];

  constructor(private readonly parts: { archive: Archive; clock: Pick<Clock, 'now'>; language: Language }) {}

  /** One operation: what was written of the folders and of what lies in them is asked for in turn. */
  async look(): Promise<{ more: boolean; folders: number; entries: number }> {
    const startedAt = Date.now();
    const isEntries = this.turn++ % 2 === 1;
    const entries = isEntries ? await this.keepEntries() : 0;
    if (!isEntries) {
      await this.refresh();
      this.waiting = folderWrites(this.tree, this.parts.language);
    }
    let folders = 0;
    // The turn after this one asks after the folders again: what is to be written then follows from what they are then.
    while (this.waiting.length > 0 && Date.now() - startedAt < SLICE_MS) {
      const rows = this.waiting.splice(0, AT_ONCE);
      await this.parts.archive.change('clientFolder', rows);
      for (const row of rows) Object.assign(this.known.get(row.id)!, row);
      folders += rows.length;
    }
    return { more: this.waiting.length > 0, folders, entries };
  }

  get tree(): FolderTree {
    return (this.kept ??= new FolderTree([...this.known.values()]));
  }

  /** Reads what was written since; one operation, but for the first time. */
  async refresh(): Promise<void> {
    const { archive, clock } = this.parts;
    const isAll = Date.now() - this.readAllAt > ALL_EVERY_MS;
    const now = clock.now();
    const rows = await archive.folders(isAll ? null : new Date(this.foldersAt.getTime() - OVERLAP_MS));
    if (isAll) {
      this.known.clear();
      this.readAllAt = Date.now();
      this.entriesAt = null;
    }
    this.foldersAt = now;
    for (const row of rows) this.known.set(row.id, row);
    if (isAll || rows.length > 0) this.kept = null;
  }

  private async keepEntries(): Promise<number> {
    const { archive, clock, language } = this.parts;
    const now = clock.now();
    const entries = this.entriesAt === null ? await archive.suspectEntries() : await archive.entriesSince(new Date(this.entriesAt.getTime() - OVERLAP_MS));
    const writes = entries.filter(({ deletedAt }) => deletedAt === null).flatMap((entry) => entryWrite(entry, language) ?? []);
    for (let at = 0; at < writes.length; at += AT_ONCE) await archive.change('clientFolderEntry', writes.slice(at, at + AT_ONCE));
    // Only now: what could not be written is found again.
    this.entriesAt = now;
    return writes.length;
  }
}
