import { z } from 'zod';
import type { Language } from '../correspondence/words';
import { officeId } from '../identifiers';
import type { Records } from '../twenty/records';

const NAMES: Record<Language, string> = { en: 'The office', ru: 'Офис' };

/**
 * Twenty tells its pages neither the workers' settings nor (2.21 hands them over encrypted) those of an app: so the workers write
 * into a record what both must agree on. The name is the office's own once it is there.
 */
export const keepOffice = async ({ records, language, timeZone }: { records: Records; language: Language; timeZone: string }): Promise<void> => {
  const id = officeId();
  const [office] = await records.find('office', {
    filter: { id: { eq: id } }, first: 1, fields: 'id name timeZone', node: z.object({ id: z.string(), name: z.string().nullable(), timeZone: z.string().nullable() }),
  });
  if (office?.timeZone === timeZone) return;
  await records.upsert('office', [{ id, timeZone, ...(office?.name ? {} : { name: NAMES[language] }) }], 'rest');
};
