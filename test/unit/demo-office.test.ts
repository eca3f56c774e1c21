import { writesFor, type CaseRows, type Surroundings } from '../../demo/consequences';
import { FACTS, type Row } from '../../demo/cases';
import { makeFirm, ownCatalogues, type Firm, type Member } from '../../demo/firm';
import { castOf, DEPARTMENTS, ROLES, STAFF } from '../../demo/staff';
import { DIRECTIONS } from '../../workers/catalogues/directions';
import { catalogueId } from '../../workers/identifiers';

const NOW = new Date('2026-11-24T12:00:00Z');
type Language = 'en' | 'ru';

const members = (keys: string[], host = 'demo.legal'): Member[] =>
  STAFF.filter(({ key }) => keys.includes(key)).map(({ key, name }) => ({
    id: `00000000-0000-4000-8000-${Buffer.from(key).toString('hex').padStart(12, '0').slice(-12)}`, userEmail: `${key}@${host}`, name: name.en,
  }));
const everybody = members(STAFF.map(({ key }) => key));
const firmOf = (language: Language = 'en', now = NOW, present = everybody): Firm =>
  makeFirm({ members: present, catalogues: ownCatalogues(language), language, timeZone: 'Europe/Moscow', now });

const firm = firmOf();
const russian = firmOf('ru');
const tally = (rows: Row[], field: string) => rows.reduce<Record<string, number>>((counts, row) => ({ ...counts, [String(row[field])]: (counts[String(row[field])] ?? 0) + 1 }), {});
const within = (time: unknown, from: number, to: number): boolean => {
  const days = (Date.parse(String(time)) - NOW.getTime()) / 86_400_000;
  return days >= from && days <= to;
};

it('is the same firm of the same day, whoever asks', () => {
  expect(firmOf()).toEqual(firm);
  for (const object of Object.keys(firm) as (keyof Firm)[]) expect(russian[object].map(({ id }) => id)).toEqual(firm[object].map(({ id }) => id));
});

it('has 25 people of every role in five departments, each with a head', () => {
  expect(STAFF).toHaveLength(25);
  expect(new Set(STAFF.map(({ calling }) => calling))).toEqual(new Set(Object.keys(ROLES)));
  expect(firm.department.map(({ name }) => name)).toEqual(Object.values(DEPARTMENTS).map(({ en }) => en));
  expect(firm.department.every(({ headId }) => headId)).toBe(true);
  expect(new Set(firm.departmentMember.map(({ memberId }) => memberId)).size).toBe(25);
});

it('has 120 cases over three years, of every direction and stage', () => {
  expect(tally(firm.legalCase, 'stage')).toEqual({
    INTAKE: 12, EVIDENCE: 20, PRETRIAL: 12, FIRST_INSTANCE: 26, APPEAL: 14, CASSATION: 8, ENFORCEMENT: 14, ARCHIVED: 14,
  });
  const branches = DIRECTIONS.filter(({ code }) => !DIRECTIONS.some(({ parent }) => parent === code)).map(({ code }) => catalogueId('legalDirection', code));
  expect(new Set(firm.legalCase.map(({ directionId }) => directionId))).toEqual(new Set(branches));
  const opened = firm.legalCase.map(({ openedAt }) => String(openedAt)).sort();
  expect(opened[0]! >= '2023-11-20' && opened[0]! < '2024-06-01').toBe(true);
  expect(new Set(firm.legalCase.map((row) => row.number)).size).toBe(120);
  const byOpening = [...firm.legalCase].sort((one, other) => (String(one.number) < String(other.number) ? -1 : 1));
  expect(byOpening.map(({ openedAt }) => openedAt)).toEqual(opened);
});

it('shows what a day brings: hearings, deadlines, delays, waiting, drafts', () => {
  const { courtHearing, courtDecision, attorneyRequest, caseEvent, firstVisit, clientAssignment, correspondence, recovery } = firm;
  expect(courtHearing.filter(({ outcome, scheduledAt }) => outcome === 'SCHEDULED' && within(scheduledAt, 0, 7)).length).toBeGreaterThan(1);
  expect(courtDecision.filter(({ appealDueAt, effectiveAt }) => effectiveAt === null && within(appealDueAt, 0, 31)).length).toBeGreaterThan(3);
  expect(attorneyRequest.filter(({ status, dueAt }) => status === 'SENT' && within(dueAt, -60, -1)).length).toBeGreaterThan(3);
  expect(caseEvent.filter(({ completion, missingDocuments }) => completion === 'WAITING' && missingDocuments).length).toBeGreaterThan(3);
  expect(caseEvent.filter(({ completion, dueAt }) => completion === 'IN_PROGRESS' && within(dueAt, -60, -1)).length).toBeGreaterThan(3);
  expect(firstVisit.filter(({ visitStatus }) => visitStatus === 'DRAFT')).toHaveLength(3);
  expect(Object.keys(tally(clientAssignment, 'status')).sort()).toEqual(['DONE', 'IN_PROGRESS', 'NEW']);
  expect(Object.keys(tally(correspondence, 'status'))).toEqual(expect.arrayContaining(['REGISTERED', 'HANDED_OVER', 'IN_WORK', 'SENT', 'DELIVERED', 'UNDELIVERED', 'ARCHIVED', 'LOST']));
  expect(recovery.filter(({ collected }) => collected).length).toBeGreaterThan(20);
});

it('is complete in itself: every id that a row names is there', () => {
  const catalogues = Object.values(ownCatalogues('en')).flat();
  const known = new Set([...everybody, ...catalogues, ...Object.values(firm).flat()].map(({ id }) => id));
  const strangers = Object.entries(firm).flatMap(([object, rows]) =>
    rows.flatMap((row) => Object.entries(row).filter(([field, id]) => field.endsWith('Id') && id && !known.has(String(id))).map(([field]) => `${object}.${field}`)),
  );
  expect([...new Set(strangers)]).toEqual([]);
});

const SUNDAY = new Date('2028-02-27T23:30:00Z');
it.each<[string, Date, Firm]>([['a Tuesday', NOW, firm], ['a Sunday in a leap year', SUNDAY, firmOf('en', SUNDAY)]])('leaves the workers nothing to write: %s', (_, now, made) => {
  const catalogues = ownCatalogues('en');
  const around: Surroundings = {
    kinds: catalogues.eventKind as Surroundings['kinds'],
    directions: catalogues.legalDirection as Surroundings['directions'],
    named: new Map([...everybody, ...made.company, ...Object.values(catalogues).flat()].map((row) => [row.id, row])),
  };
  for (const legalCase of made.legalCase) {
    const of = (rows: Row[]) => rows.filter(({ legalCaseId }) => legalCaseId === legalCase.id);
    const rows = {
      ...Object.fromEntries(FACTS.map((object) => [object, of(made[object])])),
      company: [], person: made.person, legalCase: [legalCase], caseFinance: of(made.caseFinance), caseControl: of(made.caseControl), correspondence: of(made.correspondence),
    } as unknown as CaseRows;
    expect(writesFor(rows, around, { language: 'en', timeZone: 'Europe/Moscow' }, now)).toEqual([]);
  }
});

it('has the mistakes that were put into it, and no others', () => {
  const wrong = Object.entries(firm).flatMap(([object, rows]) => rows.filter(({ problem }) => problem).map(() => object));
  expect(tally(wrong.map((object) => ({ id: '', object })), 'object')).toEqual({
    legalCase: 7, firstVisit: 1, courtHearing: 1, courtDecision: 1, recovery: 1, attorneyRequest: 2, eventResponsible: 1,
  });
});

it('is Russian in Russian, and English in English', () => {
  const texts = (made: Firm) =>
    Object.values(made).flatMap((rows) =>
      rows.flatMap((row) => Object.entries(row).filter(([field, value]) => /^(name|title|subject|reply|circumstances|injuryPlace|problem)$/.test(field) && typeof value === 'string' && value)),
    );
  expect(texts(firm).filter(([, value]) => /\p{Script=Cyrillic}/u.test(String(value)))).toEqual([]);
  expect(texts(russian).filter(([, value]) => !/\p{Script=Cyrillic}/u.test(String(value)))).toEqual([]);
});

describe('where only some of its people are', () => {
  const few = members(['clerk', 'lawyer', 'lawyer2', 'head', 'admin'], 'legal.test');

  it('gives the others’ work to them, always in the same way', () => {
    const cast = castOf(few);
    expect(cast.size).toBe(25);
    expect(castOf([...few].reverse())).toEqual(cast);
    expect(['lawyer', 'lawyer2', 'lawyer3', 'head2', 'partner', 'accountant', 'clerk3'].map((key) => cast.get(key)!.userEmail.split('@')[0])).toEqual(
      ['lawyer', 'lawyer2', 'lawyer', 'head', 'admin', 'admin', 'clerk'],
    );
  });

  it('is the same firm, with nobody twice on an event or in a department', () => {
    const made = firmOf('en', NOW, few);
    expect(made.legalCase.map(({ id }) => id)).toEqual(firm.legalCase.map(({ id }) => id));
    const ids = new Set(few.map(({ id }) => id));
    expect(made.eventResponsible.every(({ memberId }) => ids.has(String(memberId)))).toBe(true);
    expect(made.eventResponsible.filter(({ problem }) => problem)).toHaveLength(1);
    const places = made.departmentMember.map(({ departmentId, memberId }) => `${departmentId} ${memberId}`);
    expect(new Set(places).size).toBe(places.length);
    expect(made.correspondence).toHaveLength(firm.correspondence.length);
  });
});
