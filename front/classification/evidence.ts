/** What a proposal rests on, as it is shown. Pure. */

export type Evidence = { folderId: string; path: string; words: string[]; kind: 'REGION' | 'DIRECTION'; targetId: string; targetName: string; score: number; by: 'RULE' | 'NAME' };

/** A part of a path: `isMatch` where it tells something. */
export type Piece = { text: string; isMatch: boolean };

const SEPARATOR = ' / ';

/** The path in pieces. Only the last folder's name is looked at: each folder that tells something is evidence of its own. */
export const piecesOf = ({ path, words }: Pick<Evidence, 'path' | 'words'>): Piece[] => {
  const nameAt = path.includes(SEPARATOR) ? path.lastIndexOf(SEPARATOR) + SEPARATOR.length : 0;
  const marks = new Array<boolean>(path.length).fill(false);
  const plain = path.toLowerCase();
  for (const word of words) {
    // A separator inside a folder's own name cannot be told from one between folders; the word is then looked for in all of it.
    const inName = word === '' ? -1 : plain.indexOf(word.toLowerCase(), nameAt);
    const at = inName < 0 && word !== '' ? plain.lastIndexOf(word.toLowerCase()) : inName;
    if (at >= 0) marks.fill(true, at, at + word.length);
  }
  const pieces: Piece[] = [];
  for (const [at, isMatch] of marks.entries()) {
    const last = pieces.at(-1);
    if (last?.isMatch === isMatch) last.text += path[at];
    else pieces.push({ text: path[at]!, isMatch });
  }
  return pieces;
};

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []);

/** What came out of a field that anybody may have written; the strongest first. */
export const evidenceIn = (value: unknown): Evidence[] =>
  (Array.isArray(value) ? value : [])
    .filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null)
    .map((each): Evidence => ({
      folderId: String(each.folderId ?? ''),
      path: String(each.path ?? ''),
      words: strings(each.words),
      kind: each.kind === 'DIRECTION' ? 'DIRECTION' : 'REGION',
      targetId: String(each.targetId ?? ''),
      targetName: String(each.targetName ?? ''),
      score: Number(each.score ?? 0),
      by: each.by === 'RULE' ? 'RULE' : 'NAME',
    }))
    .sort((one, other) => other.score - one.score);

export type Targets = { regions: string[]; directions: string[] };

const idsIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : []).flatMap((each: unknown) => (typeof each === 'string' ? [each] : typeof each === 'object' && each !== null && 'id' in each ? [String(each.id)] : []));

/** What will be given: what a person chose, else what is proposed. */
export const targetsOf = ({ proposed, chosen }: { proposed: unknown; chosen: unknown }): Targets => {
  const from = (chosen ?? proposed ?? {}) as { regions?: unknown; directions?: unknown };
  return { regions: idsIn(from.regions), directions: idsIn(from.directions) };
};

export const isSame = (one: Targets, other: Targets): boolean => {
  const key = ({ regions, directions }: Targets) => JSON.stringify([[...regions].sort(), [...directions].sort()]);
  return key(one) === key(other);
};

/** How long it will go on, by how it went so far; null while that says nothing. */
export const leftMs = ({ startedAt, total, done }: { startedAt: string | null; total: number | null; done: number | null }, now: number): number | null => {
  if (startedAt === null || !total || !done || done >= total) return null;
  const spent = now - Date.parse(startedAt);
  return spent > 0 ? (spent / done) * (total - done) : null;
};
