import { readFileSync, writeFileSync } from 'node:fs';
import { loadManifest, type Manifest } from '../plugin/manifest';
import { shelved, sources } from './shelf';

/** What the app declares. To read its hundreds of definition files takes longer than all else at a start. */
export const readManifest = async (): Promise<Manifest> => {
  const path = await shelved('manifest', sources('custom-objects', 'front', 'plugin', 'workers'), async (unfinished) =>
    writeFileSync(unfinished, JSON.stringify(await loadManifest())),
  );
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
};
