import { mock } from 'node:test';
import { Applications } from '../../workers/classification/applications';
import { Archive } from '../../workers/classification/door';
import { Folders } from '../../workers/classification/folders';
import { Matcher } from '../../workers/classification/match';
import { Runs } from '../../workers/classification/runs';
import { Intake } from '../../workers/intake/intake';
import type { Records } from '../../workers/twenty/records';
import { v5 } from 'uuid';
import { note } from './figures';
import { CATALOGUE, labelledNames } from './folder-names';
import { RecordsInMemory } from './records-in-memory';

const SIZE = { folders: 20_000, clients: 100_000, entries: 120_000 };
const MINUTE = 60_000;
const LOOK_EVERY_MS = 5_000;
/**
 * What is left of Twenty's hundred operations a minute beside workers that are otherwise idle: letters, reminders and cases look for
 * what is new with some sixty, and as many as these lose some of what refills between them, as Twenty's bucket counts whole operations
 * from the last one. Measured on Twenty 2.21.0 while 100,000 clients were searched: 19.
 */
const LEFT = 19;

const uuid = (...path: (string | number)[]): string => v5(path.join('/'), v5.URL);

/** An archive of three levels, whose names are those that the quality is measured on, people's names and years. */
const archive = (): RecordsInMemory => {
  const records = new RecordsInMemory();
  for (const { kind, id, name, code, parentId = null } of CATALOGUE)
    records.put(kind === 'REGION' ? 'region' : 'legalDirection', { id: uuid(id), name, code, ...(kind === 'REGION' ? {} : { parentId: parentId && uuid(parentId) }) });
  for (const object of ['clientRegion', 'clientDirection', 'classificationProposal'] as const) records.table(object);
  const names = labelledNames().map(({ name }) => name);
  const [tops, middles] = [20, 1_000];
  for (let index = 0; index < SIZE.folders; index += 1) {
    const parent = index < tops ? null : index < middles ? index % tops : tops + (index % (middles - tops));
    const name = index % 3 === 0 ? `Клиент ${index}` : index % 7 === 0 ? String(1990 + (index % 35)) : `${names[index % names.length]} ${index % 11 === 0 ? index : ''}`.trim();
    records.put('clientFolder', { id: uuid('folder', index), name, parentId: parent === null ? null : uuid('folder', parent) });
  }
  for (let index = 0; index < SIZE.clients; index += 1)
    if (index % 20 === 0) records.put('company', { id: uuid('client', index), name: `ООО «Завод № ${index}»` });
    else records.put('person', { id: uuid('client', index), name: { firstName: 'Иван', lastName: `Петров-${index}` } });
  for (let index = 0; index < SIZE.entries; index += 1) {
    const client = index % SIZE.clients;
    const field = client % 20 === 0 ? 'companyId' : 'personId';
    records.put('clientFolderEntry', { id: uuid('entry', index), name: 'x', clientFolderId: uuid('folder', (index * 7_919) % SIZE.folders), personId: null, companyId: null, [field]: uuid('client', client) });
  }
  return records;
};

/**
 * All clients classified, then all confirmed and applied, by the workers' own parts in their own rhythm; the records lie in memory, and
 * the clock runs on by what each operation takes of the budget, as that is what the time goes to.
 */
export const classificationSpeed = async (): Promise<void> => {
  const startedAt = performance.now();
  const records = archive();
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-01-01T00:00:00Z') });
  try {
    records.before = () => mock.timers.tick(MINUTE / LEFT);
    const door = new Archive(records as unknown as Records);
    const shared = { archive: door, clock: { now: () => new Date() }, language: 'ru' as const };
    const folders = new Folders(shared);
    const logger = { info: () => undefined, error: (told: unknown) => console.error(told) };
    const runs = new Runs({ ...shared, folders, logger, matcherOf: (targets) => new Matcher(targets) });
    const intake = new Intake([folders, runs, new Applications(shared)], { isPlentiful: false });
    const until = async (isDone: () => boolean): Promise<{ operations: number; minutes: number }> => {
      const [operations, began] = [records.operations, Date.now()];
      while (!isDone()) {
        const lookedAt = Date.now();
        await intake.look();
        mock.timers.tick(Math.max(0, LOOK_EVERY_MS - (Date.now() - lookedAt)));
      }
      return { operations: records.operations - operations, minutes: (Date.now() - began) / MINUTE };
    };
    const all = (object: 'classificationProposal' | 'clientRegion' | 'clientDirection') => [...records.table(object).values()];
    const run = () => records.table('classificationRun').get('run')!;
    const tell = (what: string, { operations, minutes }: { operations: number; minutes: number }, rows: number): void =>
      note(`classification: ${what}`, `${operations} operations, ${minutes.toFixed(0)} min`, `${Math.ceil(rows / 200)} operations to write ${rows} rows alone`, `${LEFT} operations a minute beside idle workers`);

    tell(`paths of ${SIZE.folders} folders`, await until(() => [...records.table('clientFolder').values()].every(({ path }) => path)), SIZE.folders);
    records.put('classificationRun', { id: 'run', status: 'REQUESTED', scope: 'ALL' });
    const searched = await until(() => run().status === 'DONE');
    tell(`${String(run().done)} clients searched`, searched, all('classificationProposal').length);
    records.put('classificationRun', { id: 'run', confirmAbove: 0 });
    const applied = await until(() => all('classificationProposal').every(({ status }) => status === 'APPLIED'));
    tell(`${all('classificationProposal').length} proposals confirmed and applied`, applied, all('clientRegion').length + all('clientDirection').length);
    note('classification: own time of all this', `${((performance.now() - startedAt) / 1_000).toFixed(0)} s`, 'the clock of the budget apart', 'less than the budget takes');
  } finally {
    mock.timers.reset();
  }
};
