import pino from 'pino';
import { seedCatalogues } from '../../workers/catalogues/seed';
import { CATALOGUES, catalogueRows, type Catalogue } from '../../workers/catalogues/catalogues';
import { catalogueId } from '../../workers/identifiers';
import { Budget } from '../../workers/twenty/budget';
import { TwentyClient } from '../../workers/twenty/client';
import { Records } from '../../workers/twenty/records';
import { Caller, eventually, freePort, startTypeScript, type Process, type Row } from './office';

const KEY = 'catalogue-key';
const logger = pino({ level: 'silent' });

let sandbox: Process;
let key: Caller;
let records: Records;
let budget: Budget;

const plural: Record<Catalogue, string> = {
  region: 'regions', legalDirection: 'legalDirections', recoveryKind: 'recoveryKinds', eventKind: 'eventKinds', court: 'courts', documentRequirement: 'documentRequirements',
};
const list = async (object: Catalogue, fields: string): Promise<Row[]> => {
  const answer = await key.query(`{ ${plural[object]}(first: 1000) { edges { node { ${fields} } } } }`);
  return answer[plural[object]].edges.map(({ node }: { node: Row }) => node);
};
const seed = (language: 'en' | 'ru' = 'en') => seedCatalogues({ records, language, logger });
const stamps = async () => Object.fromEntries(await Promise.all(CATALOGUES.map(async (object) => [object, await list(object, 'id updatedAt')])));

let ownRailway: string;

beforeAll(async () => {
  const port = await freePort();
  sandbox = startTypeScript('sandbox/main.ts', { PORT: String(port), TWENTY_API_KEY: KEY, API_RATE_LIMITING_LONG_LIMIT: '0' }, '--empty');
  await eventually('the sandbox is ready', () => sandbox.output().includes('ready') || Promise.reject(new Error(sandbox.errors())));
  const url = `http://localhost:${port}`;
  key = new Caller(url, KEY);
  budget = new Budget(10_000);
  records = new Records(new TwentyClient(url, KEY, budget, logger));
  ownRailway = await key.create('legalDirection', { name: 'Trains', code: 'RAILWAY' });
  await seed();
});
afterAll(() => sandbox?.end());

it('creates every row, once, with the office’s own row in the place of that code', async () => {
  for (const object of CATALOGUES) {
    const there = await list(object, 'id');
    const expected = catalogueRows('en')[object].map(({ id, code }) => (code === 'RAILWAY' ? ownRailway : id));
    expect(there.map(({ id }) => id).sort()).toEqual(expected.sort());
  }
  const [own, crossing] = await Promise.all(
    ['RAILWAY', 'RAILWAY_CROSSING'].map(async (code) => (await list('legalDirection', 'code name parentId rootId')).find((row) => row.code === code)!),
  );
  expect(own).toMatchObject({ name: 'Trains', parentId: null, rootId: null });
  expect(crossing).toMatchObject({ parentId: ownRailway, rootId: ownRailway });
  const requirements = await list('documentRequirement', 'directionId stage');
  expect(requirements.filter(({ directionId }) => directionId === ownRailway).length).toBeGreaterThan(10);
  const court = (await list('court', 'name level region { code } website { primaryLinkUrl }')).find(({ name }) => name === 'Tver Regional Court');
  expect(court).toMatchObject({ level: 'REGIONAL', region: { code: 'RU-TVE' }, website: { primaryLinkUrl: 'https://oblsud.twr.sudrf.ru' } });
});

it('writes nothing the second time, and asks little', async () => {
  const before = await stamps();
  const spent = budget.spent;
  expect(await seed()).toBe(0);
  expect(budget.spent - spent).toBe(CATALOGUES.length);
  expect(await stamps()).toEqual(before);
});

it('leaves a changed row and a row in the bin as people left them, even in another language', async () => {
  const tver = catalogueId('region', 'RU-TVE');
  const hazing = catalogueId('legalDirection', 'MILITARY_HAZING');
  const regionalCourt = catalogueId('court', 'oblsud.twr');
  await key.update('region', tver, { name: 'Tver and around', code: 'TVER' });
  await key.query('mutation ($id: UUID!) { deleteLegalDirection(id: $id) { id } }', { id: hazing });
  await key.query('mutation ($id: UUID!) { deleteCourt(id: $id) { id } }', { id: regionalCourt });
  const before = await stamps();
  expect(await seed('ru')).toBe(0);
  expect(await stamps()).toEqual(before);
  expect((await list('region', 'id name')).find(({ id }) => id === tver)).toMatchObject({ name: 'Tver and around' });
  expect((await list('legalDirection', 'id')).some(({ id }) => id === hazing)).toBe(false);
});

it('creates again what is gone for good, but not what belongs to a row in the bin', async () => {
  const disaster = catalogueId('legalDirection', 'DISASTER');
  const gas = catalogueId('legalDirection', 'DISASTER_GAS');
  const fatal = catalogueId('legalDirection', 'ROAD_FATAL');
  for (const id of [gas, fatal]) await key.query('mutation ($id: UUID!) { destroyLegalDirection(id: $id) { id } }', { id });
  await key.query('mutation ($id: UUID!) { deleteLegalDirection(id: $id) { id } }', { id: disaster });
  expect(await seed('ru')).toBe(1);
  const directions = await list('legalDirection', 'id name');
  expect(directions.find(({ id }) => id === fatal)).toMatchObject({ name: 'ДТП со смертельным исходом' });
  expect(directions.some(({ id }) => id === gas)).toBe(false);
});
