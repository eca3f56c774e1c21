import { randomUUID } from 'node:crypto';
import type { Caller, Row } from '../workers/office';
import { COMMANDS, headsOf, type Command, type Firm } from './model';
import { chance, pick, shuffled } from './dice';

/** A row that somebody sent off; `sentAt` by the server, or null where the server's answer was lost. */
export type Sent = { id: string; letterId: string; action: string; actorId: string; writtenAt: string | null };

type Draft = { action: Command; actorId: string; toMemberId?: string; toDepartmentId?: string; reason?: string };

const STATE = 'id status flow holderId holderDepartmentId pendingMemberId pendingDepartmentId handedOverById';

/** The people of the office, who move letters mostly as they may and sometimes as they please, several at one letter. */
export class Crew {
  readonly sent: Sent[] = [];
  readonly letterIds: string[] = [];

  constructor(
    private readonly crm: { admin: Caller; people: Caller[] },
    private readonly firm: Firm,
  ) {}

  private person(memberId: string): Caller | undefined {
    return this.crm.people.find((person) => person.memberId === memberId);
  }

  async register(count: number): Promise<void> {
    const ids = Array.from({ length: count }, () => randomUUID());
    const data = ids.map((id, index) => ({ id, subject: `Letter ${index}`, flow: chance(0.3) ? 'OUTGOING' : 'INCOMING' }));
    await pick(this.crm.people).query('mutation ($data: [CorrespondenceCreateInput!]!) { createCorrespondences(data: $data) { id } }', { data });
    this.letterIds.push(...ids);
  }

  /** Moves some letters. Whom the server does not answer tries nothing more. */
  async move(count: number): Promise<void> {
    const ids = shuffled(this.letterIds).slice(0, count);
    const letters = await this.crm.admin.list('correspondences', STATE, { id: { in: ids } });
    const drafts = letters.flatMap((letter) => this.drafts(letter).map((draft) => ({ letter, draft })));
    await Promise.all(drafts.map(({ letter, draft }) => this.write(letter.id, draft)));
  }

  private async write(letterId: string, { actorId, ...draft }: Draft): Promise<void> {
    const row: Sent = { id: randomUUID(), letterId, action: draft.action, actorId, writtenAt: null };
    this.sent.push(row);
    try {
      const answer = await this.person(actorId)!.query(
        'mutation ($data: CorrespondenceHistoryCreateInput!) { createCorrespondenceHistory(data: $data) { updatedAt } }',
        { data: { id: row.id, correspondenceId: letterId, ...draft } },
      );
      row.writtenAt = answer.createCorrespondenceHistory.updatedAt;
    } catch {
      // Whether it was written the end will show.
    }
  }

  private drafts(letter: Row): Draft[] {
    if (chance(0.1)) return [this.any()];
    const sound = this.sound(letter);
    if (sound === null) return [];
    // Two at once: of the same department, or the same person twice.
    return chance(0.15) ? [sound, { ...sound, actorId: pick(this.willing(letter)) ?? sound.actorId }] : [sound];
  }

  private any(): Draft {
    const target = chance(0.5) ? { toMemberId: pick(this.firm.people) } : { toDepartmentId: pick(this.firm.departments).id };
    const action = pick(COMMANDS);
    return { action, actorId: pick(this.crm.people).memberId, reason: chance(0.9) ? 'As I please' : '', ...(action === 'HAND_OVER' ? target : {}) };
  }

  private willing({ pendingMemberId, pendingDepartmentId }: Row): string[] {
    const colleagues = this.firm.posts.filter(({ department }) => department === pendingDepartmentId).map(({ person }) => person);
    return [...(pendingMemberId ? [pendingMemberId] : []), ...colleagues].filter((id) => this.person(id));
  }

  private sound(letter: Row): Draft | null {
    const { status, flow, holderId, holderDepartmentId, handedOverById } = letter;
    const holder = chance(0.85) ? holderId : pick([...headsOf(this.firm, holderDepartmentId), holderId]);
    const handOver = (actorId: string): Draft => ({
      action: 'HAND_OVER', actorId, reason: 'For you', ...(chance(0.5) ? { toMemberId: pick(this.firm.people) } : { toDepartmentId: pick(this.firm.departments).id }),
    });
    const as = (actorId: string | null, ...actions: Command[]): Draft | null => (actorId && this.person(actorId) ? { action: pick(actions), actorId, reason: 'So it is' } : null);
    if (!this.person(holder)) return null;
    switch (status) {
      case 'REGISTERED': return flow === 'OUTGOING' && chance(0.4) ? as(holder, 'SEND') : handOver(holder);
      case 'HANDED_OVER': return chance(0.1) ? as(handedOverById, 'RECALL') : as(pick(this.willing(letter)) ?? null, 'ACCEPT', 'ACCEPT', 'ACCEPT', 'REJECT');
      case 'IN_WORK': return chance(0.4) ? handOver(holder) : as(holder, ...(flow === 'OUTGOING' ? (['COMPLETE', 'SEND'] as const) : (['COMPLETE', 'COMPLETE', 'REPORT_LOST'] as const)));
      case 'DONE': return chance(0.7) ? handOver(holder) : as(holder, 'ARCHIVE');
      case 'SENT': return as(holder, 'DELIVER', 'RETURN_UNDELIVERED');
      case 'UNDELIVERED': return chance(0.5) ? handOver(holder) : as(holder, 'SEND');
      case 'LOST': return as(pick(this.crm.people).memberId, 'FOUND');
      default: return null;
    }
  }
}
