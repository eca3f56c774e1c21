import type { Logger } from 'pino';
import { z } from 'zod';
import type { Language } from '../correspondence/words';
import type { Records } from '../twenty/records';
import { CATALOGUES, catalogueRows, type Catalogue } from './catalogues';

const CODED: readonly Catalogue[] = ['region', 'legalDirection', 'recoveryKind', 'eventKind'];

const present = z.object({ id: z.string(), code: z.string().nullish(), deletedAt: z.string().nullable() });

/** Rows in the bin count too: what the office threw away does not come back. */
const EVERY = { or: [{ deletedAt: { is: 'NULL' } }, { deletedAt: { is: 'NOT_NULL' } }] };

/**
 * Creates the catalogues' rows that are there neither by id nor by code, and changes none that is: the catalogues are the office's
 * own from then on. A row that belongs to one in the bin (a branch of a direction, a court of a region) is not created either.
 *
 * @returns how many rows were created
 */
export const seedCatalogues = async (input: {
  records: Records;
  language: Language;
  logger: Pick<Logger, 'info' | 'warn'>;
}): Promise<number> => {
  const { records, language, logger } = input;
  const catalogues = catalogueRows(language);
  /** The id of a row by catalogue and code, be it ours or the office's; null for a row in the bin. */
  const places = new Map<string, string | null>();
  let created = 0;
  for (const object of CATALOGUES) {
    const fields = CODED.includes(object) ? 'id deletedAt code' : 'id deletedAt';
    const found = await records.findAll(object, { filter: EVERY, fields, node: present });
    const byId = new Map(found.map((row) => [row.id, row]));
    const byCode = new Map(found.filter(({ code }) => code).map((row) => [row.code, row]));
    const missing = catalogues[object].flatMap(({ id, code, references, fields: data }) => {
      const there = byId.get(id) ?? (code === null ? undefined : byCode.get(code));
      // Its own place comes before its references: the root of a top is the top itself.
      if (code !== null) places.set(`${object}/${code}`, there ? (there.deletedAt === null ? there.id : null) : id);
      if (there) return [];
      const resolved = references.map(({ field, to, code: its }) => [field, places.get(`${to}/${its}`) ?? null] as const);
      if (resolved.every(([, place]) => place !== null)) return [{ id, ...data, ...Object.fromEntries(resolved) }];
      if (code !== null) places.set(`${object}/${code}`, null);
      return [];
    });
    if (missing.length === 0) continue;
    const { written, rejected } = await records.upsert(object, missing, 'rest');
    created += written.length;
    for (const { record, why } of rejected) logger.warn({ object, id: record.id, why }, 'Twenty did not accept a row of the catalogues');
  }
  if (created > 0) logger.info({ created }, 'the catalogues are filled');
  return created;
};
