import fc from 'fast-check';
import { RecordsInMemory } from '../../scripts/bench/records-in-memory';
import { circlesOf } from '../../workers/cases/directions';
import { Applications } from '../../workers/classification/applications';
import { applicationOf, type Given } from '../../workers/classification/apply';
import { Archive } from '../../workers/classification/door';
import { entryWrite, Folders, folderWrites } from '../../workers/classification/folders';
import type { Found, Target } from '../../workers/classification/match';
import { evidenceOfWay, proposalOf, type Assigned, type Catalogue, type Evidence, type ProposalRow } from '../../workers/classification/proposals';
import { problemsIn, Runs } from '../../workers/classification/runs';
import { FolderTree, type Folder } from '../../workers/classification/tree';
import { Intake } from '../../workers/intake/intake';
import { TwentyUnavailable } from '../../workers/twenty/client';
import type { Records } from '../../workers/twenty/records';

const uuid = (kind: string, index: number): string => `${kind.charCodeAt(0).toString(16).padStart(8, '0')}-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

const MOSCOW: Target = { kind: 'REGION', id: uuid('r', 1), name: 'Moscow', code: 'RU-MOW' };
const TULA: Target = { kind: 'REGION', id: uuid('r', 2), name: 'Tula', code: 'RU-TUL' };
const RAILWAY: Target = { kind: 'DIRECTION', id: uuid('d', 1), name: 'Railway', code: 'RAILWAY', parentId: null };
const CROSSING: Target = { kind: 'DIRECTION', id: uuid('d', 2), name: 'Crossing', code: 'RAILWAY_CROSSING', parentId: RAILWAY.id };
const TARGETS = [MOSCOW, TULA, RAILWAY, CROSSING];
const CATALOGUE: Catalogue = new Map(TARGETS.map((target) => [target.id, target]));

/** Names are words of the catalogue's, with a score in figures if they are not sure. */
const found = (name: string): Found[] => {
  const score = Number(/\d+/.exec(name)?.[0] ?? 90);
  return TARGETS.filter((target) => name.includes(target.name)).map((target) => ({ target, words: [target.name], score }));
};

const folder = (index: number, name: string, parent: number | null, more: Partial<Folder> = {}): Folder => ({
  id: uuid('f', index), name, parentId: parent === null ? null : uuid('f', parent), regionId: null, directionId: null, path: '', problem: '', deletedAt: null, ...more,
});

describe('the turns of long work', () => {
  const part = (...answers: (object | Error)[]) => ({ look: jest.fn(async () => {
    const answer = answers.shift() ?? {};
    if (answer instanceof Error) throw answer;
    return { more: false, ...answer };
  }) });
  const asked = (parts: { look: jest.Mock }[]): number[] => parts.map(({ look }) => look.mock.calls.length);

  it('asks one part in each look, and besides those that are not finished', async () => {
    const parts = [part(), part({ more: true, done: 1 }, { more: true, done: 1 }, { done: 1 }), part()];
    const intake = new Intake(parts, { isPlentiful: false });
    let now = 0;
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => (now += 20_000));
    await intake.look();
    expect(asked(parts)).toEqual([1, 0, 0]);
    expect(await intake.look()).toEqual({ done: 1 });
    clock.mockImplementation(() => now);
    now += 20_000;
    await intake.look();
    expect(asked(parts)).toEqual([1, 2, 1]);
    await intake.look();
    now += 20_000;
    await intake.look();
    expect(asked(parts)).toEqual([2, 4, 1]);
    clock.mockRestore();
  });

  it('asks nobody again so soon while operations are short and nothing is unfinished', async () => {
    const parts = [part(), part()];
    const budget = { isPlentiful: false };
    const intake = new Intake(parts, budget);
    await intake.look();
    expect(await intake.look()).toEqual({});
    expect(asked(parts)).toEqual([1, 0]);
    budget.isPlentiful = true;
    await intake.look();
    expect(asked(parts)).toEqual([1, 1]);
  });

  it('asks every part while something is going on and there is plenty; what fails holds up no other', async () => {
    const parts = [part({ done: 1 }), part(new Error('broken')), part()];
    const intake = new Intake(parts, { isPlentiful: true });
    await intake.look();
    await expect(intake.look()).rejects.toThrow('broken');
    await intake.look();
    expect(asked(parts)).toEqual([2, 2, 1]);
  });
});

describe('the tree of folders', () => {
  it('tells paths, and what is wrong, in words', () => {
    const tree = new FolderTree([
      folder(1, 'Archive', null), folder(2, 'Moscow', 1), folder(3, ' ', 2), folder(4, 'A', 5), folder(5, 'B', 4), folder(6, 'Below', 4),
      folder(7, 'Gone', 1, { deletedAt: '2026-01-01T00:00:00Z', path: 'Archive / Gone' }), folder(8, 'Orphan', 7), folder(9, 'Itself', 9),
    ]);
    expect([3, 4, 6, 8, 9].map((each) => tree.path(uuid('f', each)))).toEqual(['Archive / Moscow / —', 'A', 'Below', 'Orphan', 'Itself']);
    expect(tree.problem(uuid('f', 4), 'en')).toBe('It is part of itself: A → B → A.');
    expect(tree.problem(uuid('f', 9), 'ru')).toBe('Входит само в себя: Itself → Itself.');
    expect(tree.problem(uuid('f', 6), 'en')).toBe('');
    expect(tree.problem(uuid('f', 8), 'ru')).toBe('Папка «Gone», в которой она лежала, удалена. Переместите её в другую или восстановите ту.');
    expect(tree.circleProblems('en')).toEqual(['A: It is part of itself: A → B → A.', 'Itself: It is part of itself: Itself → Itself.']);
    expect(tree.deletedAbove(uuid('f', 8))?.name).toBe('Gone');
    expect(tree.deletedAbove(uuid('f', 7))?.name).toBe('Gone');
    expect(tree.deletedAbove(uuid('f', 3))).toBeNull();
    expect(folderWrites(tree, 'en').map(({ id }) => id)).not.toContain(uuid('f', 7));
  });

  it('finds the circles of any tree, and every way up ends', () => {
    const parents = fc.integer({ min: 1, max: 14 }).chain((size) => fc.array(fc.option(fc.nat(size - 1)), { minLength: size, maxLength: size }));
    fc.assert(
      fc.property(parents, (all) => {
        const rows = all.map((parent, index) => folder(index, `F${index}`, parent));
        const tree = new FolderTree(rows);
        const circles = circlesOf(rows);
        for (const row of rows) {
          expect(tree.isCircular(row.id)).toBe(circles.has(row.id));
          const above = row.parentId === null || circles.has(row.parentId) || circles.has(row.id) ? '' : `${tree.path(row.parentId)} / `;
          expect(tree.path(row.id)).toBe(`${above}${row.name}`);
          expect(tree.wayUp(row.id).some(({ id }) => circles.has(id))).toBe(false);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('holds a chain of twenty thousand folders', () => {
    const tree = new FolderTree(Array.from({ length: 20_000 }, (_, index) => folder(index, 'F', index === 0 ? null : index - 1)));
    expect(tree.path(uuid('f', 19_999)).length).toBe(20_000 * 4 - 3);
    expect(folderWrites(tree, 'en')).toHaveLength(20_000);
  });

  it('says of an entry what it lacks, and names it by its client', () => {
    const entry = { id: 'e', name: null, clientFolderId: 'f', personId: 'p', companyId: null, problem: null, deletedAt: null, person: { name: { firstName: 'Ivan', lastName: 'Petrov' } }, company: null };
    expect(entryWrite(entry, 'ru')).toEqual({ id: 'e', problem: '', name: 'Petrov Ivan' });
    expect(entryWrite({ ...entry, name: 'Petrov' }, 'ru')).toBeNull();
    expect(entryWrite({ ...entry, name: 'Petrov', companyId: 'c' }, 'en')?.problem).toMatch(/leave one/);
    expect(entryWrite({ ...entry, name: 'Petrov', personId: null, person: null }, 'en')?.problem).toMatch(/no client/);
    expect(entryWrite({ ...entry, name: 'Petrov', clientFolderId: null }, 'en')?.problem).toMatch(/no folder/);
    expect(entryWrite({ ...entry, name: 'Petrov', problem: 'Old' }, 'en')).toEqual({ id: 'e', problem: '' });
  });
});

const told = (...way: Folder[]): Evidence[] => evidenceOfWay({ way, pathOf: (id) => id, found, catalogue: CATALOGUE });
const client = { kind: 'person' as const, id: uuid('p', 1), name: 'Ivan Petrov' };
const ask = (evidence: Evidence[], assigned: Assigned[] = [], there: ProposalRow[] = []) => proposalOf({ client, evidence, catalogue: CATALOGUE, assigned, there, runId: 'run' });
const asRow = (write: Record<string, unknown>, status: string): ProposalRow => {
  const { regions, directions } = write.proposed as { regions: { id: string }[]; directions: { id: string }[] };
  return { ...(write as { id: string; runId: string }), status, decidedIds: [...regions, ...directions].map(({ id }) => id) };
};

describe('what is proposed', () => {
  it('follows the nearest rule, what names below it add, and nothing that lies above it', () => {
    const [top, ruled, below] = [folder(1, 'Moscow', null), folder(2, 'Moscow 50', 1, { regionId: TULA.id }), folder(3, 'Railway', 2)];
    expect(told(below, ruled, top).map(({ targetName, score, by }) => [targetName, score, by])).toEqual([['Tula', 100, 'RULE'], ['Railway', 90, 'NAME']]);
    expect(told(folder(4, 'Moscow 40', 2), ruled, top).map(({ targetName, score }) => [targetName, score])).toEqual([['Moscow', 40], ['Tula', 100]]);
    // A rule whose region is gone says nothing.
    expect(told(folder(5, 'Moscow', null, { regionId: uuid('r', 9) })).map(({ targetName }) => targetName)).toEqual(['Moscow']);
  });

  it('names the branch rather than what it is a branch of, where it is as sure', () => {
    const of = (...evidence: Evidence[][]) => (ask(evidence.flat()).write?.proposed as { directions: { name: string; score: number }[] }).directions.map(({ name, score }) => [name, score]);
    expect(of(told(folder(1, 'Crossing', 2), folder(2, 'Railway', null)))).toEqual([['Crossing', 90]]);
    expect(of(told(folder(1, 'Crossing 60', 2), folder(2, 'Railway', null)))).toEqual([['Railway', 90], ['Crossing', 60]]);
    expect(of(told(folder(1, 'Crossing', 2), folder(2, 'x', null, { directionId: RAILWAY.id })))).toEqual([['Railway', 100], ['Crossing', 90]]);
  });

  it('has the score of the least sure, its evidence, and the client', () => {
    const { write } = ask([...told(folder(1, 'Moscow 70', null)), ...told(folder(2, 'Moscow 95', null)), ...told(folder(3, 'Railway 80', null))]);
    expect(write).toMatchObject({ personId: client.id, runId: 'run', name: 'Ivan Petrov', score: 80, regionNames: 'Moscow', directionNames: 'Railway' });
    expect((write!.evidence as Evidence[]).map(({ score }) => score)).toEqual([95, 80, 70]);
  });

  const evidence = fc
    .array(fc.record({ name: fc.constantFrom('Moscow', 'Tula 60', 'Railway', 'Crossing 80', 'Moscow Tula'), rule: fc.constantFrom(null, MOSCOW.id, TULA.id) }), { maxLength: 4 })
    .map((all) => all.flatMap(({ name, rule }, index) => told(folder(index, name, null, { regionId: rule }))));
  const assigned = fc.array(
    fc.constantFrom(...TARGETS).chain(({ kind, id: targetId }) => fc.record({ kind: fc.constant(kind), targetId: fc.constant(targetId), proposalId: fc.constantFrom(null, 'p') })), { maxLength: 2 },
  );

  it('is nothing that is given, set by hand or decided; a second search proposes nothing new', () => {
    fc.assert(
      fc.property(evidence, assigned, fc.constantFrom('PROPOSED', 'CONFIRMED', 'REJECTED', 'APPLIED'), evidence, (first, given, status, second) => {
        const one = ask(first, given);
        const there = one.write ? [asRow(one.write, status)] : [];
        // Again with the same: nothing is written, whatever became of it.
        const again = ask(first, given, there);
        expect(again.write).toBeNull();
        expect(again.gone).toEqual([]);
        const next = ask(second, given, there);
        const { regions, directions } = (next.write?.proposed ?? { regions: [], directions: [] }) as { regions: { id: string }[]; directions: { id: string }[] };
        const decided = status === 'PROPOSED' ? [] : there.flatMap(({ decidedIds }) => decidedIds);
        for (const { id } of [...regions, ...directions]) {
          expect(given.some(({ targetId }) => targetId === id)).toBe(false);
          expect(decided).not.toContain(id);
        }
        if (given.some(({ kind, proposalId }) => kind === 'REGION' && proposalId === null)) expect(regions).toEqual([]);
        if (given.some(({ kind, proposalId }) => kind === 'DIRECTION' && proposalId === null)) expect(directions).toEqual([]);
        // What nobody decided is replaced by what the folders say now.
        if (next.write && status === 'PROPOSED') expect(next.gone).toEqual(there.map(({ id }) => id).filter((id) => id !== next.write!.id));
      }),
      { numRuns: 150 },
    );
  });
});

describe('what is confirmed', () => {
  const proposed = { regions: [{ id: TULA.id, name: 'Tula', score: 90 }], directions: [{ id: RAILWAY.id, name: 'Railway', score: 90 }] };
  const confirmed = { id: uuid('x', 1), personId: client.id, companyId: null, proposed, chosen: null };
  const apply = (more: object = {}, given: Given[] = [], catalogue = CATALOGUE) => applicationOf({ proposal: { ...confirmed, ...more }, given, catalogue, language: 'en' });
  const givenBy = (write: { id: string; kind: 'REGION' | 'DIRECTION' } & Record<string, unknown>, more: Partial<Given> = {}): Given => ({
    kind: write.kind, id: write.id, targetId: (write.regionId ?? write.directionId) as string, proposalId: write.proposalId as string, deletedAt: null, ...more,
  });

  it('is given once, and not again where a person took it away', () => {
    const { writes, status, problem } = apply();
    expect({ status, problem, what: writes.map(({ name, personId, proposalId }) => [name, personId, proposalId]) }).toEqual({
      status: 'APPLIED', problem: '', what: [['Tula', client.id, confirmed.id], ['Railway', client.id, confirmed.id]],
    });
    const [region, direction] = writes.map((write) => givenBy(write));
    expect(apply({}, [region!, direction!]).writes).toEqual([]);
    expect(apply({}, [{ ...region!, deletedAt: '2026-01-01T00:00:00Z' }]).writes.map(({ name }) => name)).toEqual(['Railway']);
    // Another proposal that a person confirmed gives it back.
    expect(apply({ id: uuid('x', 2) }, [{ ...region!, deletedAt: '2026-01-01T00:00:00Z' }]).writes.map(({ id }) => id)).toContain(region!.id);
    // A person made Moscow of it: that stays, beside the new one.
    const changed = apply({ id: uuid('x', 2) }, [{ ...region!, targetId: MOSCOW.id }]);
    expect(changed.writes.map(({ id }) => id)).not.toContain(region!.id);
    expect(changed.writes.map(({ name }) => name)).toEqual(['Tula', 'Railway']);
  });

  it('leaves what was set by hand, but for what a person chose', () => {
    const byHand: Given = { kind: 'REGION', id: 'own', targetId: MOSCOW.id, proposalId: null, deletedAt: null };
    expect(apply({}, [byHand])).toMatchObject({ status: 'APPLIED', problem: 'Regions were set by hand meanwhile and stay as they are.', writes: [{ name: 'Railway' }] });
    expect(apply({ chosen: { regions: [TULA.id, TULA.id], directions: [] } }, [byHand])).toMatchObject({ status: 'APPLIED', problem: '', writes: [{ name: 'Tula' }] });
    expect(apply({ chosen: { regions: [MOSCOW.id], directions: [] } }, [byHand]).writes).toEqual([]);
  });

  it('says what cannot be given, and gives the rest', () => {
    expect(apply({}, [], new Map([[RAILWAY.id, RAILWAY]]))).toMatchObject({ status: 'APPLIED', problem: '“Tula” is deleted and was left out.', writes: [{ name: 'Railway' }] });
    expect(apply({ personId: null })).toMatchObject({ status: 'REJECTED', problem: 'The client is deleted.', writes: [] });
    expect(apply({ chosen: { regions: 'all' } })).toMatchObject({ status: 'PROPOSED', problem: 'What was chosen cannot be read: choose again.', writes: [] });
    // A region where a direction is wanted.
    expect(apply({ chosen: { regions: [RAILWAY.id], directions: [] } }).writes).toEqual([]);
  });

  it('tells each problem of a run once, and not hundreds', () => {
    expect(problemsIn('A.\nB.', ['B.', 'C.'], 'en')).toBe('A.\nB.\nC.');
    const many = problemsIn('', Array.from({ length: 50 }, (_, index) => `P${index}`), 'en');
    expect(many.split('\n')).toHaveLength(21);
    expect(problemsIn(many, ['P49'], 'en')).toBe(many);
  });
});

const fail = (why: string): never => {
  throw new Error(why);
};

/** An office in memory, whose workers may be ended at any operation and others begin. */
class Office {
  readonly records = new RecordsInMemory();
  private parts = this.begin();

  constructor() {
    for (const { kind, ...target } of TARGETS) this.records.put(kind === 'REGION' ? 'region' : 'legalDirection', target);
    for (const object of ['person', 'company', 'clientRegion', 'clientDirection', 'classificationProposal'] as const) this.records.table(object);
  }

  begin() {
    const archive = new Archive(this.records as unknown as Records);
    const shared = { archive, clock: this.records, language: 'en' as const };
    const folders = new Folders(shared);
    const logger = { info: () => undefined, error: (told: unknown) => fail(JSON.stringify(told)) };
    return { folders, runs: new Runs({ ...shared, folders, logger, matcherOf: () => ({ match: found }) }), applications: new Applications(shared) };
  }

  async work(isEnded: () => boolean = () => false): Promise<void> {
    this.records.before = () => {
      if (isEnded()) throw new TwentyUnavailable('ended');
    };
    for (let [idle, looks] = [0, 0]; idle < 6; looks += 1) {
     
      if (looks > 500) throw new Error('The workers come to no end');
      const { folders, runs, applications } = this.parts;
      for (const part of [folders, runs, applications]) {
        try {
          const { more, ...done } = await part.look();
          idle = more || Object.values(done).some(Boolean) ? 0 : idle + 1;
        } catch (error) {
          if (!(error instanceof TwentyUnavailable)) throw error;
          this.parts = this.begin();
          idle = 0;
        }
      }
    }
    this.records.before = () => undefined;
  }

  rows(object: Parameters<RecordsInMemory['table']>[0]): Record<string, any>[] {
    return [...this.records.table(object).values()].filter(({ deletedAt }) => deletedAt === null);
  }

  request(index: number, more: object = {}): void {
    this.records.put('classificationRun', { id: uuid('u', index), status: 'REQUESTED', scope: 'ALL', ...more });
  }
}

describe('a search of the folders', () => {
  const office = (people = 40): Office => {
    const made = new Office();
    const { records } = made;
    for (const row of [folder(1, 'Archive', null), folder(2, 'Moscow', 1), folder(3, 'Railway 70', 2), folder(4, 'x', 1, { regionId: TULA.id }), folder(5, 'A', 6), folder(6, 'B', 5)]) records.put('clientFolder', row);
    for (let index = 0; index < people; index += 1) {
      records.put('person', { id: uuid('p', index), name: { firstName: 'P', lastName: String(index) } });
      records.put('clientFolderEntry', { id: uuid('e', index), clientFolderId: uuid('f', (index % 5) + 1), personId: uuid('p', index), companyId: null, name: 'x' });
    }
    records.put('company', { id: uuid('c', 1), name: 'Works' });
    records.put('clientFolderEntry', { id: uuid('e', 1_000), clientFolderId: uuid('f', 4), personId: null, companyId: uuid('c', 1) });
    return made;
  };

  it('proposes for all, says what was wrong, confirms above a score, and a second one finds nothing new', async () => {
    const made = office();
    made.request(1, { confirmAbove: 80 });
    await made.work();
    const [run] = made.rows('classificationRun');
    // In five folders eight people each: Moscow; Moscow and Railway; Tula; the archive and a circle tell nothing.
    expect(run).toMatchObject({ status: 'DONE', total: 41, done: 41, proposed: 25, cursor: '', confirmedAbove: 80, problem: 'A: It is part of itself: A → B → A.' });
    const proposals = made.rows('classificationProposal');
    expect(proposals.map(({ status, score }) => `${status} ${score}`).sort()).toEqual([...Array(8).fill('APPLIED 90'), ...Array(9).fill('APPLIED 100'), ...Array(8).fill('PROPOSED 70')].sort());
    expect(made.rows('clientRegion')).toHaveLength(17);
    expect(made.rows('clientFolderEntry').find(({ companyId }) => companyId)?.name).toBe('Works');
    expect(made.rows('clientFolder').map(({ path }) => path)).toContain('Archive / Moscow / Railway 70');
    // Taken away by a person, it is not set again.
    const [taken] = made.rows('clientRegion');
    made.records.put('clientRegion', { id: taken!.id, deletedAt: '2026-02-01T00:00:00Z' });
    made.request(2, { confirmAbove: 0 });
    await made.work();
    expect(made.rows('classificationRun')[1]).toMatchObject({ status: 'DONE', done: 41, proposed: 0 });
    expect(made.rows('clientRegion')).toHaveLength(16);
    expect(made.rows('classificationProposal')).toHaveLength(25);
  });

  it('looks at the selected alone, one run after the other; nobody selected is said', async () => {
    const made = office();
    made.request(1, { scope: 'SELECTED', selection: { people: [uuid('p', 1), uuid('p', 6), uuid('p', 999)], companies: [uuid('c', 1)] } });
    made.request(2, { scope: 'SELECTED', selection: {} });
    made.request(3, { scope: 'SELECTED', selection: { people: [uuid('p', 2)] } });
    await made.work();
    expect(made.rows('classificationRun').map(({ status, total, done, proposed }) => ({ status, total, done, proposed }))).toEqual([
      { status: 'DONE', total: 4, done: 4, proposed: 3 },
      { status: 'FAILED', total: undefined, done: undefined, proposed: undefined },
      { status: 'DONE', total: 1, done: 1, proposed: 1 },
    ]);
    expect(made.rows('classificationProposal')).toHaveLength(4);
  });

  it('withdraws what the folders no longer say, and keeps apart what a person changed', async () => {
    const made = office(10);
    made.request(1);
    await made.work();
    const of = (index: number) => made.rows('classificationProposal').filter(({ personId }) => personId === uuid('p', index));
    const [kept] = of(1);
    made.records.put('classificationProposal', { id: kept!.id, chosen: { regions: [TULA.id], directions: [] }, status: 'CONFIRMED' });
    made.records.put('clientFolderEntry', { id: uuid('e', 2), clientFolderId: uuid('f', 4) });
    made.records.put('clientFolder', { id: uuid('f', 2), deletedAt: '2026-02-01T00:00:00Z' });
    made.request(2);
    await made.work();
    expect(of(2)).toMatchObject([{ regionNames: 'Tula', directionNames: '' }]);
    expect(of(1)).toMatchObject([{ status: 'APPLIED' }]);
    expect(made.rows('clientRegion')).toMatchObject([{ name: 'Tula', personId: uuid('p', 1) }]);
    expect(of(6)).toEqual([]);
    expect(made.rows('classificationRun')[1]!.problem).toContain('Archive / Moscow: deleted.');
    expect(made.rows('clientFolder').find(({ id }) => id === uuid('f', 3))).toMatchObject({ path: 'Railway 70', problem: expect.stringMatching(/“Moscow”, is deleted/) });
  });

  it('ends the same wherever the workers are ended, and stops when a person stops it', async () => {
    const calm = office(30);
    calm.request(1, { confirmAbove: 80 });
    await calm.work();
    const result = (made: Office) => ({
      runs: made.rows('classificationRun').map(({ status, total, done, proposed, confirmedAbove }) => [status, total, done, proposed, confirmedAbove]),
      proposals: made.rows('classificationProposal').map(({ id, status, problem }) => `${id} ${status} ${problem ?? ''}`).sort(),
      regions: made.rows('clientRegion').map(({ id, regionId }) => `${id} ${regionId}`).sort(),
      directions: made.rows('clientDirection').map(({ id }) => id).sort(),
      folders: made.rows('clientFolder').map(({ id, path, problem }) => `${id} ${path} ${problem}`).sort(),
    });
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(9)), async (dice) => {
        const made = office(30);
        made.request(1, { confirmAbove: 80 });
        await made.work(() => dice.next().value === 0);
        expect(result(made)).toEqual(result(calm));
      }),
      { numRuns: 12 },
    );
    calm.request(2, { status: 'STOPPED', cursor: `person:${uuid('p', 10)}`, done: 11 });
    await calm.work();
    expect(calm.rows('classificationRun')[1]).toMatchObject({ status: 'STOPPED', done: 11, finishedAt: expect.any(String) });
    calm.request(2, { status: 'REQUESTED' });
    await calm.work();
    expect(calm.rows('classificationRun')[1]).toMatchObject({ status: 'DONE', done: 31 });
  });
});
