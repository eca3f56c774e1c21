import type { z } from 'zod';
import { CASE, PART_NAMES, PARTS, type EventKind } from '../workers/cases/bundle';
import { deriveCase, type Catalogues, type Write } from '../workers/cases/derive';
import { rootsOf, type TreeRow } from '../workers/cases/directions';
import { Book } from '../workers/registers/book';
import { contributionOf } from '../workers/registers/rows';
import { durationName, totalName } from '../workers/registers/words';
import { STRAYING, strayWrite, type Row as Stray } from '../workers/cases/strays';
import type { Speech } from '../workers/cases/words';
import type { Facts, Row } from './cases';

/** What follows from the facts, by the workers' own rules, so that those find nothing more to write. */

/** The rows of the office that cases refer to: by id, with what the rules read of them. */
export type Surroundings = { kinds: EventKind[]; directions: TreeRow[]; named: Map<string, Record<string, unknown>> };

/** A case with everything of it, and the workers' own rows about it once they follow. */
export type CaseRows = Facts & { caseFinance: Row[]; caseControl: Row[]; correspondence: Row[] };

const RELATIONS: Record<string, string> = {
  clientId: 'client', opponentId: 'opponent', memberId: 'member', addresseeId: 'addressee', requirementId: 'requirement', courtId: 'court', kindId: 'kind',
  payerId: 'payer', courtFilingId: 'courtFiling', previousFilingId: 'previousFiling', courtDecisionId: 'courtDecision', caseEventId: 'caseEvent',
};

type Shaped = z.ZodObject<z.ZodRawShape>;
const blank = (schema: Shaped): Record<string, null> => Object.fromEntries(Object.keys(schema.shape).map((field) => [field, null]));

/** A record as the workers would read it: with what its relations lead to, and null for what nobody has filled in. */
const reader = (rows: Iterable<Row>, { named }: Surroundings, now: string) => {
  const byId = new Map<string, Record<string, unknown>>([...named, ...[...rows].map((row) => [row.id, row] as const)]);
  return (schema: Shaped, row: Row): Record<string, unknown> => {
    const raw: Record<string, unknown> = { ...blank(schema), createdAt: now, updatedAt: now, ...row };
    for (const [field, relation] of Object.entries(RELATIONS)) {
      const target = byId.get(String(row[field]));
      if (!target || !(relation in schema.shape)) continue;
      const inner = schema.shape[relation] as unknown as { unwrap: () => Shaped };
      raw[relation] = { ...blank(inner.unwrap()), ...target };
    }
    return raw;
  };
};

const catalogues = ({ kinds, directions }: Surroundings): Catalogues => ({ kinds, roots: rootsOf(directions) });

/** What the workers would write into a case; by a book of what all cases add to the registers, how long its new events will take, too. */
export const writesFor = (rows: CaseRows, around: Surroundings, office: Speech, now: Date, book?: Book): Write[] => {
  const read = reader(Object.values(rows).flat(), around, now.toISOString());
  const lists = PART_NAMES.map((name) => {
    const { object, node } = PARTS[name];
    return [name, { edges: rows[object].map((row) => ({ node: read(node, row) })) }] as const;
  });
  const bundle = CASE.node.parse({ ...read(CASE.node.in, rows.legalCase[0]), ...Object.fromEntries(lists) });
  return deriveCase({ bundle, catalogues: catalogues(around), office, now, ...(book ? { expected: (cell, normDays) => book.expected(cell, normDays) } : {}) });
};

/** What the workers would write into records without a case. */
export const strayWritesFor = (rows: Facts, around: Surroundings, office: Speech, now: Date): Write[] => {
  const read = reader(Object.values(rows).flat(), around, now.toISOString());
  return STRAYING.flatMap((list) =>
    rows[PARTS[list].object].flatMap((row) => strayWrite({ list, record: PARTS[list].node.parse(read(PARTS[list].node, row)) } as Stray, office, now) ?? []),
  );
};

/** What the cases add to the registers. */
export const bookOf = (cases: CaseRows[]): Book => {
  const book = new Book();
  for (const { legalCase, caseControl, caseFinance } of cases)
    book.set(legalCase[0].id, contributionOf({ control: caseControl[0]?.contribution, finance: caseFinance[0]?.contribution }));
  return book;
};

export const registersOf = (book: Book, names: Map<string, string>, { language }: Speech): Record<'eventDuration' | 'courtDecisionTotal', Row[]> => ({
  eventDuration: book.durationKeys.flatMap((key) => book.duration(key) ?? []).map((row) => ({ ...row, name: durationName(row, names, language) })),
  courtDecisionTotal: book.totalKeys.flatMap((key) => book.total(key) ?? []).map((row) => ({ ...row, name: totalName(row, names, language) })),
});

export const applyWrites = (rows: Partial<Record<string, Row[]>>, writes: Write[]): void => {
  for (const { object, id, data } of writes) {
    const list = rows[object]!;
    const row = list.find((each) => each.id === id);
    if (row) Object.assign(row, data);
    else list.push({ id, ...data });
  }
};
