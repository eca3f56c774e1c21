import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { STANDARD_FIELDS } from '../../custom-objects/relations';
import { loadManifest, type Manifest } from '../../plugin/manifest';
import { wordsOf } from '../../plugin/words';
import { buildApp, requiredServerFor, sdkFor } from '../../scripts/app';

type Built = Record<string, unknown>;
const builtManifest = async (sdk: 'twenty-sdk' | 'twenty-sdk-current'): Promise<Built> =>
  JSON.parse(readFileSync(join(await buildApp(sdk), 'manifest.json'), 'utf8'));

const SHARED = [
  'objects', 'fields', 'views', 'navigationMenuItems', 'pageLayouts', 'pageLayoutTabs', 'viewFields', 'commandMenuItems', 'frontComponents', 'roles', 'indexes',
] as const;

type Entity = { universalIdentifier: string };

/** A manifest's entities, in one order, without what each SDK derives anew: checksums, and the identifiers of single permissions. */
const declared = (manifest: Built, key: string): unknown[] =>
  (JSON.parse(
    JSON.stringify(manifest[key] ?? [], (name, value) => {
      if (name === 'builtComponentChecksum') return undefined;
      if (name === 'objectPermissions' || name === 'fieldPermissions')
        return (value as Entity[]).map(({ universalIdentifier: _, ...permission }) => permission);
      return value;
    }),
  ) as Entity[]).sort((one, other) => one.universalIdentifier.localeCompare(other.universalIdentifier));

const identifiersIn = (value: unknown, found = new Set<string>()): Set<string> => {
  if (Array.isArray(value)) value.forEach((each) => identifiersIn(each, found));
  else if (value !== null && typeof value === 'object') {
    for (const [key, each] of Object.entries(value)) {
      if (key === 'universalIdentifier' && typeof each === 'string') found.add(each);
      else if (key !== 'component') identifiersIn(each, found);
    }
  }
  return found;
};

describe('the app', () => {
  let manifest: Manifest;
  beforeAll(async () => {
    manifest = await loadManifest();
  });

  test('declares the same to Twenty with both SDKs, and just what its definition files say', async () => {
    const [older, current] = await Promise.all([builtManifest('twenty-sdk'), builtManifest('twenty-sdk-current')]);
    for (const key of SHARED) expect(declared(current, key)).toEqual(declared(older, key));
    expect({ ...(current.application as object), packageJsonChecksum: null }).toEqual({ ...(older.application as object), packageJsonChecksum: null });
    expect(current.translations).toEqual(older.translations);
    for (const key of SHARED) {
      const read = identifiersIn(manifest[key as keyof Manifest]);
      const built = (older[key] as { universalIdentifier: string }[]).map(({ universalIdentifier }) => universalIdentifier);
      expect(built.filter((id) => !read.has(id))).toEqual([]);
      expect((manifest[key as keyof Manifest] as unknown[]).length).toBe(built.length);
    }
    expect((older.application as { requiredServerVersionRange: string }).requiredServerVersionRange).toBe('>=2.21.0');
    // Each SDK bundles every definition file and checks the types: minutes, on a busy machine.
  }, 600_000);

  test('keeps every identifier it has given', () => {
    // Twenty knows an object, a field or a view by its identifier alone: a changed one is a lost column.
    const given = readFileSync(join(process.cwd(), 'test/unit/identifiers.txt'), 'utf8').trim().split('\n');
    const now = identifiersIn({ ...manifest, frontComponents: manifest.frontComponents.map(({ component: _, ...rest }) => rest) });
    expect(given.filter((id) => !now.has(id))).toEqual([]);
    expect([...now].filter((id) => !given.includes(id))).toEqual([]);
  });

  test('has a file for every field it adds to Twenty’s own objects', () => {
    const files = readdirSync(join(process.cwd(), 'custom-objects/standard')).map((file) => file.replace('.field.ts', ''));
    expect(files.sort()).toEqual(Object.keys(STANDARD_FIELDS).sort());
  });

  test('shows what a record is called before everything else, as Twenty wants it of a list', () => {
    const labels = new Set(manifest.objects.map(({ labelIdentifierFieldMetadataUniversalIdentifier }) => labelIdentifierFieldMetadataUniversalIdentifier));
    const late = manifest.views
      .filter(({ type }) => type !== 'FIELDS_WIDGET')
      .filter(({ fields = [] }) => fields.some(({ fieldMetadataUniversalIdentifier, position }) => position > 0 && labels.has(fieldMetadataUniversalIdentifier)));
    expect(late.map(({ name, universalIdentifier }) => `${name} ${universalIdentifier}`)).toEqual([]);
  });

  test('says every word in English and in Russian', () => {
    const russian = JSON.parse(readFileSync(join(process.cwd(), 'locales/ru-RU.json'), 'utf8')) as Record<string, string>;
    expect(wordsOf(manifest).filter((word) => !russian[word])).toEqual([]);
    expect(Object.entries(russian).filter(([, word]) => !/[а-яё]/i.test(word)).map(([source]) => source)).toEqual([]);
  });

  test('lets nobody but the workers write consequences, and nobody delete a history row', () => {
    const history = manifest.objects.find(({ nameSingular }) => nameSingular === 'correspondenceHistory')!;
    const field = (name: string) => history.fields.find((each) => each.name === name)!.universalIdentifier;
    for (const role of manifest.roles.filter(({ canBeAssignedToUsers }) => canBeAssignedToUsers)) {
      const rights = role.objectPermissions!.find(({ objectUniversalIdentifier }) => objectUniversalIdentifier === history.universalIdentifier)!;
      expect([role.label, rights.canSoftDeleteObjectRecords, rights.canDestroyObjectRecords]).toEqual([role.label, false, false]);
      for (const name of ['outcome', 'applied', 'actor', 'statusAfter']) {
        const closed = role.fieldPermissions!.find(({ fieldUniversalIdentifier }) => fieldUniversalIdentifier === field(name));
        expect([role.label, name, closed?.canUpdateFieldValue]).toEqual([role.label, name, false]);
      }
    }
  });

  test.each([
    ['2.21.0', 'twenty-sdk'],
    ['v2.39.4', 'twenty-sdk'],
    ['2.40.0', 'twenty-sdk-current'],
    ['latest', 'twenty-sdk-current'],
  ])('goes to a server of version %s with %s', (version, sdk) => {
    expect(sdkFor(version)).toBe(sdk);
  });

  test('asks of a server what it really needs, in the way the server reads it', () => {
    expect(requiredServerFor('2.21.0')).toBe('>=2.20.0');
    expect(requiredServerFor('2.43.0')).toBeUndefined();
    expect(() => requiredServerFor('2.19.3')).toThrow('needs Twenty >=2.21.0, and this is 2.19.3');
  });
});
