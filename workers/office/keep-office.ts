import { z } from 'zod';
import type { ChannelName } from '../../custom-objects/vocabulary';
import type { Language } from '../correspondence/words';
import { officeId } from '../identifiers';
import type { Records } from '../twenty/records';

const NAMES: Record<Language, string> = { en: 'The office', ru: 'Офис' };

const found = z.object({
  id: z.string(),
  name: z.string().nullable(),
  timeZone: z.string().nullable(),
  channels: z.array(z.string()).nullable(),
  feedAddress: z.string().nullable(),
});

/**
 * Twenty tells its pages neither the workers' settings nor (2.21 hands them over encrypted) those of an app: so the workers write
 * into a record what both must agree on. The name is the office's own once it is there.
 */
export const keepOffice = async (input: {
  records: Records;
  language: Language;
  timeZone: string;
  channels: ChannelName[];
  feedAddress: string | null;
}): Promise<void> => {
  const { records, language, timeZone, channels } = input;
  const feedAddress = input.feedAddress ?? '';
  const id = officeId();
  const [office] = await records.find('office', { filter: { id: { eq: id } }, first: 1, fields: 'id name timeZone channels feedAddress', node: found });
  const isSame = office?.timeZone === timeZone && (office.feedAddress ?? '') === feedAddress && (office.channels ?? []).join() === channels.join();
  if (isSame) return;
  await records.upsert('office', [{ id, timeZone, channels, feedAddress, ...(office?.name ? {} : { name: NAMES[language] }) }], 'rest');
};
