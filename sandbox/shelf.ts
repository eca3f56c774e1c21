import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SHELF = 'node_modules/.cache/sandbox';
const DAY_MS = 86_400_000;

/** The text of everything in these folders, and which packages there are. */
export const sources = (...folders: string[]): string => {
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules')));
  return ['package-lock.json', ...files.map(({ parentPath, name }) => join(parentPath, name)).sort()].map((path) => `${path}\n${readFileSync(path, 'utf8')}`).join('\n');
};

/**
 * What takes seconds to make and always comes out the same is kept beside the packages.
 *
 * @param madeFrom all that it depends on
 * @param make writes it to the path, a file or a folder
 * @returns its path
 */
export const shelved = async (kind: string, madeFrom: string, make: (path: string) => Promise<void>): Promise<string> => {
  const path = join(SHELF, `${kind}-${createHash('sha256').update(madeFrom).digest('hex').slice(0, 16)}`);
  if (existsSync(path)) return path;
  mkdirSync(SHELF, { recursive: true });
  const isOld = (name: string) => Date.now() - statSync(join(SHELF, name)).mtimeMs > DAY_MS;
  for (const name of readdirSync(SHELF).filter((each) => each.startsWith(`${kind}-`) && isOld(each))) rmSync(join(SHELF, name), { recursive: true, force: true });
  const unfinished = `${path}.${process.pid}`;
  await make(unfinished);
  // Of several that make it at once the first one's stays.
  if (existsSync(path)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, path);
  return path;
};
