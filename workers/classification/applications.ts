import type { Language } from '../correspondence/words';
import { SLICE_MS, type IntakePart } from '../intake/part';
import { applicationOf, OBJECTS, refusedText, type Application, type Confirmed } from './apply';
import { CONFIRMED_AT_ONCE, type Archive } from './door';
import { groupBy } from './group';
import type { Kind } from './proposals';

/** Gives clients the regions and directions of what was confirmed. */
export class Applications implements IntakePart {
  constructor(private readonly parts: { archive: Archive; language: Language }) {}

  /** One operation if nothing was confirmed. */
  async look(): Promise<{ more: boolean; applied: number }> {
    const startedAt = Date.now();
    for (let applied = 0; ; ) {
      const proposals = await this.parts.archive.confirmed();
      if (proposals.length > 0) applied += await this.apply(proposals);
      const more = proposals.length === CONFIRMED_AT_ONCE;
      if (!more || Date.now() - startedAt >= SLICE_MS) return { more, applied };
    }
  }

  private async apply(proposals: Confirmed[]): Promise<number> {
    const { archive, language } = this.parts;
    const ids = (field: 'personId' | 'companyId') => [...new Set(proposals.flatMap((each) => each[field] ?? []))];
    const [{ catalogue }, ever] = await Promise.all([archive.catalogue(), archive.everGivenTo({ person: ids('personId'), company: ids('companyId') })]);
    const given = groupBy(ever, ({ clientId }) => clientId);
    const applications = new Map<string, Application>();
    for (const proposal of proposals) {
      const clientId = proposal.personId ?? proposal.companyId;
      const own = given.get(clientId ?? '') ?? [];
      const application = applicationOf({ proposal, given: own, catalogue, language });
      applications.set(proposal.id, application);
      // The next of the same client's finds what this one gives.
      const fresh = application.writes.map(({ kind, id, ...row }) => ({ kind, id, clientId: clientId!, targetId: String(row.regionId ?? row.directionId), proposalId: proposal.id, deletedAt: null }));
      given.set(clientId ?? '', [...own, ...fresh]);
    }
    for (const kind of ['REGION', 'DIRECTION'] as const) await this.give(kind, applications);
    const alike = groupBy([...applications], ([, { status, problem }]) => `${status} ${problem}`);
    for (const decided of alike.values()) {
      const [, { status, problem }] = decided[0]!;
      await archive.decide(decided.map(([id]) => id), 'CONFIRMED', { status, problem });
    }
    return [...applications.values()].filter(({ status }) => status === 'APPLIED').length;
  }

  private async give(kind: Kind, applications: Map<string, Application>): Promise<void> {
    const rows = [...applications.values()].flatMap(({ writes }) => writes).filter((write) => write.kind === kind);
    const { rejected } = await this.parts.archive.upsert(OBJECTS[kind], rows.map(({ kind: _, ...row }) => row));
    for (const { record, why } of rejected) {
      const application = applications.get(String(record.proposalId))!;
      Object.assign(application, { status: 'PROPOSED', problem: refusedText(why, this.parts.language) });
    }
  }
}
