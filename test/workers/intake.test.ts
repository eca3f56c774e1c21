import { eventually, TestOffice, type Caller, type Row } from './office';

let office: TestOffice;
let admin: Caller;
let lawyer: Caller;
beforeAll(async () => {
  office = await TestOffice.open({ OFFICE_LANGUAGE: 'ru', API_OPERATIONS_A_MINUTE: '900' });
  ({ admin, lawyer } = office.people);
  office.startWorkers();
  await eventually('the catalogues are there', async () => (await rows('legalDirections', 'id')).length > 20);
}, 180_000);
afterAll(() => office?.close());

const rows = async (plural: string, fields: string): Promise<Row[]> => {
  const answer = await admin.query(`{ ${plural}(first: 1000) { edges { node { ${fields} } } } }`);
  return answer[plural].edges.map(({ node }: { node: Row }) => node);
};
const person = (lastName: string): Promise<string> => admin.create('person', { name: { firstName: 'Пётр', lastName } });
const folder = (name: string, parentId: string | null = null, more: object = {}): Promise<string> => lawyer.create('clientFolder', { name, parentId, ...more });
const put = (clientFolderId: string | null, client: object): Promise<string> => lawyer.create('clientFolderEntry', { clientFolderId, ...client });
const proposals = () => rows('classificationProposals', 'id name status score personId companyId regionNames directionNames evidence problem');
const run = (id: string, status: string): Promise<Row> =>
  eventually(`the search is ${status}`, async () => (await rows('classificationRuns', 'id status total done proposed problem finishedAt confirmedAbove')).find((each) => each.id === id && each.status === status));

it('finds regions and directions in the folders, gives what is confirmed, and leaves what people set', async () => {
  const regions = await rows('regions', 'id code name');
  const region = (code: string): Row => regions.find((each) => each.code === code)!;
  const archive = await folder('Архив');
  const railway = await folder('РЖД, переезды', archive);
  const tula = await folder('Разное', archive, { regionId: region('RU-TUL').id });
  const [one, other] = [await folder('Круг'), await folder('Ещё круг')];
  await lawyer.update('clientFolder', one, { parentId: other });
  await lawyer.update('clientFolder', other, { parentId: one });
  const moscow = await folder('Екатеринбург', railway);
  const [petrov, sidorov, byHand] = [await person('Петров'), await person('Сидоров'), await person('Ручкин')];
  const works = await admin.create('company', { name: 'Завод' });
  for (const personId of [petrov, byHand]) await put(moscow, { personId });
  await put(tula, { personId: sidorov });
  await put(one, { personId: sidorov });
  await put(tula, { companyId: works });
  const nobody = await put(tula, {});
  const own = await lawyer.create('clientRegion', { name: 'Москва', personId: byHand, regionId: region('RU-MOW').id });

  const first = await lawyer.create('classificationRun', { name: 'Все', scope: 'ALL' });
  const done = await run(first, 'DONE');
  expect(done).toMatchObject({ total: 4, done: 4, proposed: 4 });
  // A circle has no beginning: it is told from whichever of its folders comes first.
  expect(done.problem).toMatch(/Входит само в себя: (Круг → Ещё круг → Круг|Ещё круг → Круг → Ещё круг)\./);
  const found = await proposals();
  const of = (clientId: string) => found.find(({ personId, companyId }) => (personId ?? companyId) === clientId)!;
  expect(of(petrov)).toMatchObject({ status: 'PROPOSED', name: 'Петров Пётр', regionNames: 'Свердловская область', directionNames: 'Происшествия на переездах' });
  expect(of(petrov).evidence.map(({ path }: Row) => path)).toContain('Архив / РЖД, переезды / Екатеринбург');
  expect(of(sidorov)).toMatchObject({ regionNames: 'Тульская область', score: 100 });
  expect(of(byHand)).toMatchObject({ regionNames: '', directionNames: 'Происшествия на переездах' });

  // One by one, changed, and all above a score.
  await lawyer.update('classificationProposal', of(petrov).id, { chosen: { regions: [region('RU-MOW').id], directions: [] }, status: 'CONFIRMED' });
  await lawyer.update('classificationProposal', of(byHand).id, { status: 'REJECTED' });
  await lawyer.update('classificationRun', first, { confirmAbove: 100 });
  const given = () => rows('clientRegions', 'id name personId companyId proposalId');
  await eventually('what is confirmed is applied', async () => (await proposals()).filter(({ status }) => status === 'APPLIED').length === 3);
  const clientRegions = await given();
  expect(clientRegions.map(({ name, personId, companyId }) => `${name} ${personId ?? companyId}`).sort()).toEqual(
    [`Москва ${petrov}`, `Москва ${byHand}`, `Тульская область ${sidorov}`, `Тульская область ${works}`].sort(),
  );
  expect(clientRegions.find(({ id }) => id === own)!.proposalId).toBeNull();

  // The folders and what lies in them say what is wrong with them.
  await eventually('paths and problems', async () => {
    const folders = await rows('clientFolders', 'id path problem');
    const entries = await rows('clientFolderEntries', 'id name problem');
    const [circle, top] = [folders.find(({ id }) => id === one)!, folders.find(({ id }) => id === archive)!];
    return circle.problem && top.path === 'Архив' && entries.find(({ id }) => id === nobody)!.problem && entries.filter(({ name }) => name === 'Сидоров Пётр').length === 2;
  });

  // What a person took away and what was decided is not proposed again; the workers may be killed on the way.
  await lawyer.query(`mutation { deleteClientRegion(id: "${clientRegions.find(({ personId }) => personId === sidorov)!.id}") { id } }`);
  await lawyer.query(`mutation { deleteClientFolder(id: "${railway}") { id } }`);
  const second = await lawyer.create('classificationRun', { name: 'Ещё раз', scope: 'SELECTED', selection: { people: [petrov, sidorov, byHand], companies: [works] } });
  await office.workers[0]!.end('SIGKILL');
  office.startWorkers();
  const again = await run(second, 'DONE');
  expect(again).toMatchObject({ total: 4, done: 4, proposed: 0 });
  expect(again.problem).toContain('Архив / РЖД, переезды: удалена.');
  expect((await given()).length).toBe(3);
});
