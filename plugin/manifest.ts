import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  defineNavigationMenuItem,
  ApplicationConfig,
  CommandMenuItemManifest,
  DefinableEntity,
  FrontComponentConfig,
  IndexConfig,
  PageLayoutConfig,
  PageLayoutTabConfig,
  ValidationResult,
  StandaloneViewFieldManifest,
  ViewConfig,
} from 'twenty-sdk/define';

/** What the app declares to Twenty, read from its definition files without the SDK's build. */
export type Manifest = {
  application: ApplicationConfig;
  roles: Extract<DefinableEntity, { canBeAssignedToUsers?: boolean }>[];
  objects: Extract<DefinableEntity, { nameSingular: string }>[];
  fields: Extract<DefinableEntity, { objectUniversalIdentifier: string; label: string; type: string }>[];
  indexes: IndexConfig[];
  views: ViewConfig[];
  navigationMenuItems: Parameters<typeof defineNavigationMenuItem>[0][];
  pageLayouts: PageLayoutConfig[];
  /** On the pages of Twenty's own objects. */
  pageLayoutTabs: PageLayoutTabConfig[];
  /** Fields of ours among those that the pages of Twenty's own objects show. */
  viewFields: StandaloneViewFieldManifest[];
  commandMenuItems: CommandMenuItemManifest[];
  /** `sourcePath` is relative to the root; its default export's `config.component` is the React component. */
  frontComponents: (FrontComponentConfig & { sourcePath: string })[];
};

const KINDS: [suffix: string, key: keyof Manifest][] = [
  ['.application.ts', 'application'],
  ['.role.ts', 'roles'],
  ['.object.ts', 'objects'],
  ['.field.ts', 'fields'],
  ['.index.ts', 'indexes'],
  ['.view.ts', 'views'],
  ['.navigation.ts', 'navigationMenuItems'],
  ['.page.ts', 'pageLayouts'],
  ['.tab.ts', 'pageLayoutTabs'],
  ['.view-field.ts', 'viewFields'],
  ['.command.ts', 'commandMenuItems'],
  ['.front-component.tsx', 'frontComponents'],
];

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

type Definition = {
  key: keyof Manifest;
  /** Of the definition file, relative to the root. */
  path: string;
  config: object;
};

/**
 * Reads every definition file under `plugin/`, `custom-objects/` and `front/`.
 *
 * @param root the app's folder
 * @throws Error that names the file, when a definition is invalid
 */
export const readDefinitions = async (root = process.cwd()): Promise<Definition[]> => {
  const definitions: Definition[] = [];
  for (const file of ['plugin', 'custom-objects', 'front'].flatMap((folder) => filesUnder(join(root, folder)))) {
    const kind = KINDS.find(([suffix]) => file.endsWith(suffix));
    if (!kind) continue;
    const imported = (await import(pathToFileURL(file).href)) as { default: ValidationResult<object> | { default: ValidationResult<object> } };
    const result = 'default' in imported.default ? imported.default.default : imported.default;
    const path = relative(root, file);
    if (!result.success) throw new Error(`${path}: ${result.errors.join('; ')}`);
    definitions.push({ key: kind[1], path, config: result.config });
  }
  return definitions;
};

/** All that the definition files declare. @throws Error that names the file, when a definition is invalid */
export const loadManifest = async (root = process.cwd()): Promise<Manifest> => {
  const found: Record<string, unknown[]> = Object.fromEntries(KINDS.map(([, key]) => [key, []]));
  for (const { key, path, config } of await readDefinitions(root)) {
    found[key]!.push(key === 'frontComponents' ? { ...config, sourcePath: path } : config);
  }
  const [application] = found.application!;
  if (!application) throw new Error('The app has no *.application.ts under plugin/');
  return { ...found, application } as Manifest;
};
