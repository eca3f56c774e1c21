import type { CaseStage } from '../custom-objects/vocabulary';
import { catalogueRows, type Catalogue } from '../workers/catalogues/catalogues';
import { catalogueId } from '../workers/identifiers';
import type { Office } from '../workers/correspondence/protocol';
import type { Language } from '../workers/correspondence/words';
import { Calendar } from './calendar';
import { demoId, FACTS, writeCase, type FactObject, type Facts, type Paper, type Row, type World } from './cases';
import { castings } from './casting';
import { Chance } from './chance';
import { applyWrites, bookOf, registersOf, strayWritesFor, writesFor, type CaseRows, type Surroundings } from './consequences';
import { spoil } from './faults';
import { writeFolders } from './folders';
import { departmentId, writeLetters } from './letters';
import { ADDRESSEES, OPPONENTS } from './names';
import { castOf, DEPARTMENTS, STAFF, type DepartmentKey } from './staff';

/**
 * The demo firm: 25 people in five departments, 120 cases in three years, their letters. The same seed and day give the same firm.
 */

const SEED = 20_140_505;

export type Member = { id: string; userEmail: string; name: { firstName: string; lastName: string } };
/** A row of a catalogue as it is there. */
export type CatalogueRecord = { id: string; code?: string | null; name: string | null } & Record<string, unknown>;
export type Catalogues = Record<Catalogue, CatalogueRecord[]>;

/** The catalogues of an office that has changed none of them. */
export const ownCatalogues = (language: Language): Catalogues => {
  const rows = catalogueRows(language);
  const asFound = (object: Catalogue): CatalogueRecord[] =>
    rows[object].map(({ id, fields, references }) => ({
      id,
      ...(fields as { name: string }),
      ...Object.fromEntries(references.map(({ field, to, code }) => [field, catalogueId(to, code)])),
    }));
  return Object.fromEntries((Object.keys(rows) as Catalogue[]).map((object) => [object, asFound(object)])) as Catalogues;
};

/** Everything that the firm consists of, in an order in which it can be written. */
export type FirmObject =
  | 'department' | 'departmentMember' | FactObject | 'caseFinance' | 'caseControl' | 'eventDuration' | 'courtDecisionTotal' | 'correspondence' | 'correspondenceHistory'
  | 'clientFolder' | 'clientFolderEntry';
export const WRITTEN: FirmObject[] = [
  'department', 'departmentMember', 'company', 'person', 'legalCase', 'caseEvent', 'firstVisit', 'attorneyRequest', 'caseDocument', 'courtFiling', 'courtHearing',
  'courtDecision', 'recovery', 'caseFinance', 'eventResponsible', 'clientAssignment', 'caseControl', 'eventDuration',
  'courtDecisionTotal', 'correspondence', 'correspondenceHistory', 'clientFolder', 'clientFolderEntry',
];
export type Firm = Record<FirmObject, Row[]>;

type Setting = { members: Member[]; catalogues: Catalogues; language: Language; timeZone: string; now: Date };

/** The departments, and who of those who are there is in which. */
const departments = ({ members, language }: Setting) => {
  const cast = castOf(members);
  const keys = Object.keys(DEPARTMENTS) as DepartmentKey[];
  const places = [
    ...STAFF.map(({ key, department, isHead }) => ({ key, department, membership: isHead ? 'HEAD' : 'MEMBER' })),
    // One lawyer of the claims department goes to court as well.
    { key: 'lawyer2', department: 'court' as const, membership: 'MEMBER' },
  ];
  const heads = new Map(STAFF.filter(({ isHead }) => isHead).map(({ key, department }) => [department, cast.get(key)!.id]));
  const seen = new Set<string>();
  const memberships = places.flatMap(({ key, department, membership }) => {
    const member = cast.get(key)!;
    if (seen.size === seen.add(`${department}.${member.id}`).size) return [];
    const name = `${member.name.firstName} ${member.name.lastName} — ${DEPARTMENTS[department][language]}`;
    return [{ id: demoId(`member.${department}.${key}`), name, departmentId: departmentId(department), memberId: member.id, membership }];
  });
  const rows = keys.map((key) => ({
    id: departmentId(key), name: DEPARTMENTS[key][language], isRegistry: DEPARTMENTS[key].isRegistry, headId: heads.get(key) ?? null,
  }));
  const office: Office = {
    members: members.map(({ id, name }) => ({ id, name: `${name.firstName} ${name.lastName}`, locale: language })),
    departments: rows.map((row) => ({ ...row, parentId: null })),
    memberships: memberships.map(({ departmentId: id, memberId, membership }) => ({
      departmentId: id, memberId, membership: membership as 'HEAD' | 'MEMBER', absentFrom: null, absentUntil: null, substituteId: null,
    })),
    clerkIds: [cast.get('clerk')!.id],
  };
  return { cast, rows, memberships, office };
};

const companyId = (key: string): string => demoId(`company.${key}`);

/** Numbers run by the year in which a case was opened. */
const number = (cases: Row[]): void => {
  const last = new Map<string, number>();
  for (const row of [...cases].sort((one, other) => (String(one.openedAt) < String(other.openedAt) ? -1 : 1))) {
    const year = String(row.openedAt).slice(0, 4);
    last.set(year, (last.get(year) ?? 0) + 1);
    row.number = `${year}-${String(last.get(year)).padStart(4, '0')}`;
  }
};

export const makeFirm = (setting: Setting): Firm => {
  const { members, catalogues, language, timeZone, now } = setting;
  const chance = new Chance(SEED);
  const calendar = new Calendar(now);
  const { cast, rows: departmentRows, memberships, office } = departments(setting);
  const memberId = (employee: string): string => cast.get(employee)!.id;
  const byCode = new Map(Object.entries(catalogues).flatMap(([object, list]) => list.flatMap(({ id, code }) => (code ? [[`${object}/${code}`, id] as const] : []))));
  const world: World = {
    chance,
    calendar,
    say: (words) => words[language],
    places: { memberId, companyId, departmentId, catalogueId: (object, code) => byCode.get(`${object}/${code}`) ?? catalogueId(object, code) },
  };

  const companies = [...OPPONENTS, ...ADDRESSEES].map(({ key, name }) => ({ id: companyId(key), name: name[language] }));
  const papers: Paper[] = [];
  const cases = castings(chance).map((casting): { stage: CaseStage; rows: CaseRows } => {
    const { facts, papers: own } = writeCase(world, casting);
    papers.push(...own);
    return { stage: casting.stage, rows: { ...facts, caseFinance: [], caseControl: [], correspondence: [] } };
  });
  number(cases.map(({ rows }) => rows.legalCase[0]));
  const isWhole = STAFF.every(({ key }) => members.some(({ userEmail }) => userEmail.startsWith(`${key}@`)));
  const { letters, history } = writeLetters({ papers, office, memberId, companyId, isWhole, calendar, chance, language });
  const strays = spoil(cases, world, memberId);

  const around: Surroundings = {
    kinds: catalogues.eventKind as Surroundings['kinds'],
    directions: catalogues.legalDirection as Surroundings['directions'],
    named: new Map([...companies, ...members, ...catalogues.court, ...catalogues.eventKind, ...catalogues.recoveryKind, ...catalogues.documentRequirement].map((row) => [row.id, row])),
  };
  const speech = { language, timeZone };
  for (const { rows } of cases) {
    rows.correspondence = letters.filter(({ legalCaseId }) => legalCaseId === rows.legalCase[0].id);
    applyWrites(rows, writesFor(rows, around, speech, now));
  }
  const book = bookOf(cases.map(({ rows }) => rows));
  for (const { rows } of cases) applyWrites(rows, writesFor(rows, around, speech, now, book));
  applyWrites(strays, strayWritesFor(strays, around, speech, now));

  const codes = new Map(catalogues.legalDirection.map(({ id, code }) => [id, code]));
  const { folders, entries } = writeFolders({
    people: cases.flatMap(({ rows }) => rows.person), cases: cases.flatMap(({ rows }) => rows.legalCase), companies,
    // Of its own, so that what else the firm consists of stays what it was.
    chance: new Chance(SEED + 1),
    say: world.say,
    catalogueId: world.places.catalogueId,
    topOf: (directionId) => codes.get(directionId)?.split('_')[0] ?? null,
  });

  const all = [...cases.map(({ rows }) => rows), strays];
  const facts = Object.fromEntries(FACTS.map((object) => [object, all.flatMap((rows) => rows[object])])) as Facts;
  return {
    ...facts,
    company: companies,
    department: departmentRows,
    departmentMember: memberships,
    // A filing goes on from one that is there already.
    courtFiling: [...facts.courtFiling].sort((one, other) => String(one.filedAt).localeCompare(String(other.filedAt))),
    caseFinance: cases.flatMap(({ rows }) => rows.caseFinance),
    caseControl: cases.flatMap(({ rows }) => rows.caseControl),
    ...registersOf(book, new Map([...Object.values(catalogues).flat()].flatMap(({ id, name }) => (name ? [[id, name] as const] : []))), speech),
    correspondence: letters,
    correspondenceHistory: history,
    clientFolder: folders,
    clientFolderEntry: entries,
  };
};
