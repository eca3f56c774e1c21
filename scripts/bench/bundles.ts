import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildApp } from '../app';
import { note } from './figures';

/** The size of each front component as the SDK bundles it. */
export const bundles = async () => {
  const front = join(await buildApp('twenty-sdk'), 'front');
  const sizes = readdirSync(front, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.mjs'))
    .map((entry) => ({ name: entry.name.replace('.front-component.mjs', ''), bytes: gzipSync(readFileSync(join(entry.parentPath, entry.name))).length }))
    .sort((a, b) => b.bytes - a.bytes);
  for (const { name, bytes } of sizes) note(`bundles: ${name}`, `${(bytes / 1024).toFixed(1)} KB gzip`, `smallest of ours ${(sizes.at(-1)!.bytes / 1024).toFixed(1)} KB`, '150 KB');
};
