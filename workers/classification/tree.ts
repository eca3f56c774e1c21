/** The tree of folders: what each one's path is, what is wrong with it, and which folders it lies in. Pure. */
import { problemText } from '../cases/problem-words';
import type { Language, Words } from '../correspondence/words';

export type Folder = {
  id: string;
  name: string | null;
  parentId: string | null;
  regionId: string | null;
  directionId: string | null;
  path: string | null;
  problem: string | null;
  deletedAt: string | null;
};

const NAMELESS = '—';
const PARENT_DELETED = {
  en: (name: string) => `The folder it lay in, “${name}”, is deleted. Move it to another one, or restore that one.`,
  ru: (name: string) => `Папка «${name}», в которой она лежала, удалена. Переместите её в другую или восстановите ту.`,
} satisfies Record<Language, (name: string) => string>;
const DELETED: Words = { en: 'deleted', ru: 'удалена' };

export const folderName = (folder: Folder | undefined): string => folder?.name?.trim() || NAMELESS;

/** Of each folder that is part of itself: the circle, from it upwards. */
const circlesIn = (folders: Map<string, Folder>): Map<string, string[]> => {
  const circles = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const { id } of folders.values()) {
    const way: string[] = [];
    const places = new Map<string, number>();
    let at: string | null = id;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      places.set(at, way.push(at) - 1);
      at = folders.get(at)?.parentId ?? null;
    }
    const start = at === null ? undefined : places.get(at);
    if (start === undefined) continue;
    const circle = way.slice(start);
    circle.forEach((each, index) => circles.set(each, [...circle.slice(index), ...circle.slice(0, index)]));
  }
  return circles;
};

export class FolderTree {
  private readonly folders: Map<string, Folder>;
  private readonly circles: Map<string, string[]>;
  private readonly paths = new Map<string, string>();

  /** @param rows those in the bin too: their names are told to whoever looked for them */
  constructor(rows: Folder[]) {
    this.folders = new Map(rows.map((row) => [row.id, row]));
    this.circles = circlesIn(new Map(rows.filter(({ deletedAt }) => deletedAt === null).map((row) => [row.id, row])));
  }

  get(id: string): Folder | undefined {
    return this.folders.get(id);
  }

  living(): Folder[] {
    return [...this.folders.values()].filter(({ deletedAt }) => deletedAt === null);
  }

  isCircular(id: string): boolean {
    return this.circles.has(id);
  }

  /** The folder and those that it lies in, the nearest first. A circle and what is deleted end the way: what lies beyond tells nothing. */
  wayUp(id: string): Folder[] {
    const way: Folder[] = [];
    for (let at: string | null = id; at !== null; ) {
      const folder: Folder | undefined = this.folders.get(at);
      if (!folder || folder.deletedAt !== null || this.circles.has(at)) break;
      way.push(folder);
      at = folder.parentId;
    }
    return way;
  }

  /** The folder itself, or one that it lies in, that is deleted: what lies beyond it tells nothing. */
  deletedAbove(id: string): Folder | null {
    const top = this.wayUp(id).at(-1);
    const next = this.folders.get((top ? top.parentId : id) ?? '');
    return next && next.deletedAt !== null ? next : null;
  }

  path(id: string): string {
    const known = this.paths.get(id);
    if (known !== undefined) return known;
    // From the top, so that each path is made of the one above it, however deep the tree.
    for (const folder of this.wayUp(id).reverse()) {
      const above = folder.parentId === null ? undefined : this.paths.get(folder.parentId);
      this.paths.set(folder.id, above === undefined ? folderName(folder) : `${above} / ${folderName(folder)}`);
    }
    return this.paths.get(id) ?? folderName(this.folders.get(id));
  }

  problem(id: string, language: Language): string {
    const circle = this.circles.get(id);
    if (circle) return problemText({ code: 'PARENT_CIRCLE', fields: ['parentId'], names: circle.map((each) => folderName(this.folders.get(each))) }, language);
    const parent = this.folders.get(this.folders.get(id)?.parentId ?? '');
    return parent && parent.deletedAt !== null ? PARENT_DELETED[language](folderName(parent)) : '';
  }

  /** What a run says of all circles, each once. */
  circleProblems(language: Language): string[] {
    const firsts = [...this.circles].filter(([id, circle]) => circle.every((each) => id <= each));
    return firsts.map(([id]) => `${folderName(this.folders.get(id))}: ${this.problem(id, language)}`).sort();
  }
}

/** What is known of a folder that a client lies in and that is gone. */
export const deletedFolderProblem = (folder: Folder, language: Language): string => `${folder.path?.trim() || folderName(folder)}: ${DELETED[language]}.`;
