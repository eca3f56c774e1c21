import { ApiError, nodes, records, type Connection } from './api';
import type { Action, LetterState } from '../../workers/correspondence/protocol';

export type Letter = LetterState & {
  dueAt: string | null;
  registeredAt: string | null;
  counterparty: { name: string | null } | null;
};

const FIELDS = `id number flow status subject holderId holderDepartmentId heldSince pendingMemberId pendingDepartmentId
  handedOverAt handedOverById resumeStatus step dueAt registeredAt counterparty { name }`;

const LETTERS = `query Letters($filter: CorrespondenceFilterInput) {
  correspondences(filter: $filter, first: 2000) { edges { node { ${FIELDS} } } }
}`;

export const loadLetters = async (filter: object): Promise<Letter[]> =>
  nodes((await records<{ correspondences: Connection<Letter> }>(LETTERS, { filter })).correspondences);

export const loadLetter = async (id: string): Promise<Letter | null> => (await loadLetters({ id: { eq: id } }))[0] ?? null;

/** What a person writes to move a letter. The workers write all the rest. */
export type Deed = {
  id: string;
  action: Exclude<Action, 'REGISTER'>;
  correspondenceId: string;
  reason: string | null;
  toMemberId: string | null;
  toDepartmentId: string | null;
};

type Verdict = { outcome: 'PENDING' | 'APPLIED' | 'REFUSED' | null; refusal: string | null };

const VERDICT = `query Verdict($filter: CorrespondenceHistoryFilterInput) {
  correspondenceHistories(filter: $filter, first: 1) { edges { node { outcome refusal } } }
}`;

export const verdictOn = async (deedId: string): Promise<Verdict | null> => {
  const filter = { id: { eq: deedId } };
  const { correspondenceHistories } = await records<{ correspondenceHistories: Connection<Verdict> }>(VERDICT, { filter });
  return nodes(correspondenceHistories)[0] ?? null;
};

/**
 * Creates a record whose id we chose. If the answer was lost on the way, the record may be there all the same: repeating the
 * call with the same id is then harmless, because a record that is found counts as created.
 */
const createOnce = async (create: () => Promise<unknown>, isThere: () => Promise<boolean>): Promise<void> => {
  try {
    await create();
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'permission') throw error;
    if (!(await isThere().catch(() => false))) throw error;
  }
};

const WRITE = `mutation Write($data: CorrespondenceHistoryCreateInput!) { createCorrespondenceHistory(data: $data) { id } }`;

export const writeDeed = (deed: Deed): Promise<void> =>
  createOnce(
    () => records(WRITE, { data: deed }),
    async () => (await verdictOn(deed.id)) !== null,
  );

const REGISTER = `mutation Register($data: CorrespondenceCreateInput!) { createCorrespondence(data: $data) { id } }`;

export const createLetter = (data: { id: string } & Record<string, unknown>): Promise<void> =>
  createOnce(
    () => records(REGISTER, { data }),
    async () => (await loadLetter(data.id)) !== null,
  );
