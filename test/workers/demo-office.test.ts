import { seedOffice } from '../../demo/office';
import { eventually, freePort, startRedis, startTypeScript, type Process, type Row } from './office';

const KEY = 'demo-office-key';

let processes: Process[];
afterAll(() => Promise.all((processes ?? []).map((process) => process.end('SIGKILL'))));

const query = async (url: string, document: string, variables: object = {}): Promise<Row> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    // Making the firm takes seconds, in which the server may close an idle connection just as it is used again.
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json', connection: 'close' },
    body: JSON.stringify({ query: document, variables }),
  });
  return ((await response.json()) as { data: Row }).data;
};

it('opens ready: the workers find all 120 cases as they would have left them, in Russian too', async () => {
  const [port, redisPort] = [await freePort(), await freePort()];
  const url = `http://localhost:${port}`;
  const sandbox = startTypeScript('sandbox/main.ts', { PORT: String(port), TWENTY_API_KEY: KEY, DEMO_LANGUAGE: 'ru', API_RATE_LIMITING_LONG_LIMIT: '0' });
  processes = [sandbox, await startRedis(redisPort)];
  await eventually('the sandbox is ready', () => sandbox.output().includes('ready'));

  const stamps = () => {
    const lists = ['legalCases', 'caseEvents', 'eventResponsibles', 'courtDecisions', 'caseFinances', 'recoveries', 'firstVisits', 'legalDirections', 'departments'];
    return query(url, `{ ${lists.map((list) => `${list}(first: 5000) { edges { node { id updatedAt } } }`).join(' ')} }`);
  };
  const before = await stamps();
  const workers = startTypeScript('workers/main.ts', {
    TWENTY_API_URL: url, TWENTY_API_KEY: KEY, REDIS_URL: `redis://127.0.0.1:${redisPort}`, OFFICE_LANGUAGE: 'ru', LOG_LEVEL: 'debug',
  });
  processes.push(workers);
  // A sweep that takes long leaves the rest to the looks after it.
  const looks = () =>
    workers.output().split('\n').filter((line) => line.includes('"job done"') && /"job":"(sweep|docket)"/.test(line)).map((line) => JSON.parse(line) as Row);
  await eventually('the workers have gone through everything', () => looks().some(({ job }) => job === 'sweep') && looks().at(-1)!.waiting === 0);
  expect(looks().reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThanOrEqual(120);
  expect(looks().map(({ writes }) => writes).filter(Boolean)).toEqual([]);
  expect(await stamps()).toEqual(before);

  await query(url, 'mutation { createLegalCase(data: { title: "Of a firm that works here" }) { id } }');
  const again = seedOffice((document, variables) => query(url, document, variables), { language: 'ru', timeZone: 'UTC', now: new Date() });
  await expect(again).rejects.toThrow('The workspace holds 1 letters or cases of its own; the demo firm goes into an empty workspace only');
}, 300_000);
