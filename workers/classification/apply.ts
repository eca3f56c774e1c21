/** What follows when a proposal is confirmed. Pure. */
import { z } from 'zod';
import type { Language, Words } from '../correspondence/words';
import { clientTargetId } from '../identifiers';
import type { Assigned, Catalogue, Kind, Proposed, Written } from './proposals';

export const proposedSchema = z.object({
  regions: z.array(z.object({ id: z.string(), name: z.string(), score: z.number() })),
  directions: z.array(z.object({ id: z.string(), name: z.string(), score: z.number() })),
}) satisfies z.ZodType<Proposed>;

/** What a person writes instead. */
export const chosenSchema = z.object({ regions: z.array(z.uuid()), directions: z.array(z.uuid()) });

export type Confirmed = { id: string; personId: string | null; companyId: string | null; proposed: unknown; chosen: unknown };
/** Those in the bin too. */
export type Given = Assigned & { id: string; deletedAt: string | null };

export const OBJECTS = { REGION: 'clientRegion', DIRECTION: 'clientDirection' } as const satisfies Record<Kind, string>;
const FIELDS = { REGION: 'regionId', DIRECTION: 'directionId' } as const satisfies Record<Kind, string>;

const WORDS = {
  NO_CLIENT: { en: 'The client is deleted.', ru: 'Клиент удалён.' },
  UNREADABLE: { en: 'What was chosen cannot be read: choose again.', ru: 'Выбор не читается: выберите заново.' },
  BY_HAND_REGION: { en: 'Regions were set by hand meanwhile and stay as they are.', ru: 'Регионы тем временем указали вручную: они остались как есть.' },
  BY_HAND_DIRECTION: { en: 'Directions were set by hand meanwhile and stay as they are.', ru: 'Направления тем временем указали вручную: они остались как есть.' },
} satisfies Record<string, Words>;

const GONE = {
  en: (name: string) => `“${name}” is deleted and was left out.`,
  ru: (name: string) => `«${name}» удалено и пропущено.`,
} satisfies Record<Language, (name: string) => string>;

export const refusedText = (why: string, language: Language): string => ({ en: `Twenty does not accept it: ${why}`, ru: `Twenty не принимает: ${why}` })[language];

export type Application = { status: 'APPLIED' | 'REJECTED' | 'PROPOSED'; problem: string; writes: (Written & { kind: Kind })[] };

/**
 * @param given all that the client was ever given
 * @returns what is to be written; nothing that is there already, nothing that a person took away, nothing over what a person set
 */
export const applicationOf = ({ proposal, given, catalogue, language }: { proposal: Confirmed; given: Given[]; catalogue: Catalogue; language: Language }): Application => {
  const { id: proposalId, personId, companyId } = proposal;
  const clientId = personId ?? companyId;
  if (clientId === null) return { status: 'REJECTED', problem: WORDS.NO_CLIENT[language], writes: [] };
  const isChosen = proposal.chosen !== null && proposal.chosen !== undefined;
  const chosen = chosenSchema.safeParse(proposal.chosen);
  const proposed = proposedSchema.safeParse(proposal.proposed);
  if (isChosen ? !chosen.success : !proposed.success) return { status: 'PROPOSED', problem: WORDS.UNREADABLE[language], writes: [] };

  const wanted: { kind: Kind; id: string }[] = [];
  for (const [kind, list] of [['REGION', 'regions'], ['DIRECTION', 'directions']] as const) {
    const ids = isChosen ? chosen.data![list] : proposed.data![list].map(({ id }) => id);
    for (const id of new Set(ids)) wanted.push({ kind, id });
  }
  const names = new Map(proposed.success ? [...proposed.data.regions, ...proposed.data.directions].map(({ id, name }) => [id, name]) : []);
  const living = given.filter(({ deletedAt }) => deletedAt === null);
  const byId = new Map(given.map((row) => [row.id, row]));
  const problems = new Set<string>();
  const writes = wanted.flatMap(({ kind, id: targetId }): (Written & { kind: Kind })[] => {
    // What a person chose for this very client, knowing it, is more than what was found.
    if (!isChosen && living.some((row) => row.kind === kind && row.proposalId === null)) {
      problems.add(WORDS[`BY_HAND_${kind}`][language]);
      return [];
    }
    const target = catalogue.get(targetId);
    if (target?.kind !== kind) {
      problems.add(GONE[language](names.get(targetId) ?? targetId));
      return [];
    }
    if (living.some((row) => row.kind === kind && row.targetId === targetId)) return [];
    const usual = clientTargetId(OBJECTS[kind], clientId, targetId);
    // A person may have made another region of the row that had this one.
    const isTaken = byId.has(usual) && byId.get(usual)!.deletedAt === null;
    const id = isTaken ? clientTargetId(OBJECTS[kind], clientId, targetId, proposalId) : usual;
    // It was applied before, when the workers were ended in the middle, and a person took it away since.
    if (byId.get(id)?.proposalId === proposalId) return [];
    return [{ kind, id, name: target.name, personId, companyId, [FIELDS[kind]]: targetId, proposalId }];
  });
  return { status: 'APPLIED', problem: [...problems].join(' '), writes };
};
