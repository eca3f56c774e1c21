/**
 * Writes `custom-objects/standard/*.field.ts`: Twenty's SDK reads one entity a file, so each field that the list of
 * relations adds to Twenty's own objects needs a file of its own. Run it after a change of `custom-objects/relations.ts`.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STANDARD_FIELDS } from '../custom-objects/relations';

const folder = join(process.cwd(), 'custom-objects/standard');
mkdirSync(folder, { recursive: true });
for (const file of readdirSync(folder)) rmSync(join(folder, file));
for (const path of Object.keys(STANDARD_FIELDS)) {
  writeFileSync(
    join(folder, `${path}.field.ts`),
    `import { defineField } from 'twenty-sdk/define';\nimport { standardField } from '../relations';\n\nexport default defineField(standardField('${path}'));\n`,
  );
}
console.log(`${Object.keys(STANDARD_FIELDS).length} fields on Twenty's own objects written to custom-objects/standard`);
