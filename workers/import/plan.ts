/** What becomes of each line of a file: what it creates, what it matches, why it is refused. Pure. */
import { setImmediate as breath } from 'node:timers/promises';
import type { Language } from '../correspondence/words';
import { CasePlan } from './cases';
import type { Columns } from './columns';
import { Known, type Snapshot } from './known';
import { LetterPlan, type Way } from './letters';
import { Line, Refusal } from './line';
import { ByMeaning, ByName, Employees } from './lookup';
import { Parties, type Client, type Write } from './parties';
import type { Field } from './shapes';
import { textOf } from './values';
import { problemText } from './words';

export type Outcome = 'CREATED' | 'MATCHED' | 'REFUSED';
export type PlannedLine = { line: number; outcome: Outcome; what: string; problem: string | null; column: string | null; writes: Write[] };
export type Context = { now: Date; timeZone: string; language: Language; secret: string };

const MOST_LETTERS = 120;
const PATH = /\s*[/\\>→|]\s*/;

/** So many lines are planned without a pause: whatever else the process has to do must not wait for a large file. */
const AT_ONCE = 200;

export const planLines = async ({ columns: { kind, columns, rows }, snapshot, context }: { columns: Columns; snapshot: Snapshot; context: Context }): Promise<PlannedLine[]> => {
  const { now, timeZone, language, secret } = context;
  const known = new Known(snapshot);
  const parties = new Parties(known, new ByMeaning(snapshot.regions), new ByMeaning(snapshot.directions));
  const employees = new Employees(snapshot.office.members);
  const departments = new ByName(snapshot.office.departments);
  const cases = new CasePlan({
    known, parties, employees, departments, now, courts: new ByName(snapshot.courts), eventKinds: new ByName(snapshot.eventKinds), recoveryKinds: new ByName(snapshot.recoveryKinds),
  });
  const letters = new LetterPlan({ known, parties, office: snapshot.office, departments, employees, language, timeZone, secret });
  const headings = new Map<Field, string>(columns.flatMap(({ heading, field }) => (field ? [[field, heading] as const] : [])));
  const places = Line.placesOf(columns);

  const belongings = (line: Line, client: Client, writes: Write[]): void => {
    for (const text of line.list('region')) parties.belonging('clientRegion', 'regionId', client, parties.region(text), writes);
    for (const text of line.list('direction')) parties.belonging('clientDirection', 'directionId', client, parties.direction(text), writes);
  };

  const pathOf = (text: string): string[] => text.split(PATH).map((name) => textOf(name)).filter(Boolean);

  const client = (line: Line, writes: Write[]): string => {
    const found = parties.client(line, writes);
    belongings(line, found, writes);
    const path = pathOf(line.text('folder'));
    if (path.length > 0) parties.belonging('clientFolderEntry', 'clientFolderId', found, parties.folder(path, writes).id, writes);
    return found.name;
  };

  const folder = (line: Line, writes: Write[]): string => {
    const path = [...pathOf(line.text('parent')), ...pathOf(line.text('folder') || line.text('title'))];
    if (path.length === 0) throw new Refusal('NOT_NAMED', line.has('folder') ? 'folder' : 'title');
    const { id, isNew } = parties.folder(path, writes);
    const rules = {
      ...(line.text('region') ? { regionId: parties.region(line.text('region')) } : {}),
      ...(line.text('direction') ? { directionId: parties.direction(line.text('direction')) } : {}),
    };
    const hasClient = line.first('client') !== null;
    // A line with a client tells the client's region, one without the folder's own.
    const created = writes.find((write) => write.object === 'clientFolder' && write.id === id);
    if (isNew && !hasClient && created) Object.assign(created.data, rules);
    if (hasClient) {
      const found = parties.client(line, writes);
      belongings(line, found, writes);
      parties.belonging('clientFolderEntry', 'clientFolderId', found, id, writes);
      return `${path.join(' / ')}: ${found.name}`;
    }
    return path.join(' / ');
  };

  const read = (line: Line, writes: Write[]): { what: string; isNew: boolean } => {
    switch (kind) {
      case 'CLIENTS': {
        const what = client(line, writes);
        return { what, isNew: writes.length > 0 };
      }
      case 'FOLDERS': {
        const what = folder(line, writes);
        return { what, isNew: writes.length > 0 };
      }
      case 'CASES': return cases.case(line, writes);
      case 'EVENTS': return cases.event(line, writes);
      case 'LETTERS': return letters.read(line, writes);
    }
  };

  const said = (problems: { code: Refusal['code']; values: string[]; field: Field }[]) => ({
    problem: problems.map(({ code, values }) => problemText(code, language, ...values)).join('; ') || null,
    column: problems[0] ? (headings.get(problems[0].field) ?? null) : null,
  });

  const linesByWrites = new Map<Write[], { line: Line; planned: PlannedLine }>();
  const plan = (row: (typeof rows)[number]): PlannedLine => {
    const line = new Line(row.line, row, places, { now, timeZone });
    const writes: Write[] = [];
    const tell = (outcome: Outcome, what: string): PlannedLine => ({ line: row.line, outcome, what: what.slice(0, MOST_LETTERS), ...said(line.warnings), writes });
    try {
      const { what, isNew } = read(line, writes);
      if (!isNew) {
        writes.length = 0;
        known.forget();
        return tell('MATCHED', what);
      }
      known.keep();
      const result = tell('CREATED', what);
      linesByWrites.set(writes, { line, planned: result });
      return result;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      known.forget();
      writes.length = 0;
      const what = row.cells.map((cell) => textOf(cell)).filter(Boolean).slice(0, 3).join(', ');
      return { ...tell('REFUSED', what), ...said([error]) };
    }
  };
  const planned: PlannedLine[] = [];
  for (const row of rows) {
    planned.push(plan(row));
    if (planned.length % AT_ONCE === 0) await breath();
  }
  if (kind === 'LETTERS') {
    letters.finish((way: Way) => linesByWrites.get(way.writes)!.line);
    for (const { line, planned: result } of linesByWrites.values()) Object.assign(result, said(line.warnings));
  }
  return planned;
};

export const counts = (lines: Pick<PlannedLine, 'outcome'>[]): { created: number; matched: number; refused: number } => ({
  created: lines.filter(({ outcome }) => outcome === 'CREATED').length,
  matched: lines.filter(({ outcome }) => outcome === 'MATCHED').length,
  refused: lines.filter(({ outcome }) => outcome === 'REFUSED').length,
});
