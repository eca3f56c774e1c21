import { ApiError } from '../lib/api';
import { fullName, loadDesk, type Desk } from '../lib/office';
import type { Picked } from '../lib/RecordPicker';
import { find, findById } from '../lib/store';
import type { Direction, Requirement } from './directions';
import { clientName, unpackDraft, type Draft } from './form';

export type KeptDraft = { draft: Draft; title: string; savedAt: string };
export type World = {
  desk: Desk;
  directions: Direction[];
  requirements: Requirement[];
  regions: { id: string; name: string | null }[];
  drafts: KeptDraft[];
  client: Picked;
};

type DraftRecord = { draft: unknown; updatedAt: string; createdBy: { workspaceMemberId: string | null } | null };

const loadDrafts = (): Promise<DraftRecord[]> =>
  find('firstVisit', 'id draft updatedAt createdBy { source workspaceMemberId }', {
    filter: { visitStatus: { eq: 'DRAFT' } },
    orderBy: [{ updatedAt: 'DescNullsLast' }],
  });

const loadClient = async (id: string): Promise<Picked> => {
  const person = await findById<{ id: string; name: { firstName: string; lastName: string } | null }>('person', id, 'id name { firstName lastName }');
  return person && { id, name: fullName(person.name) };
};

export const loadCatalogues = async () => {
  const [directions, requirements] = await Promise.all([
    find<Direction>('legalDirection', 'id name parentId particulars isActive'),
    find<Requirement>('documentRequirement', 'id name directionId stage isMandatory', { orderBy: [{ name: 'AscNullsLast' }] }),
  ]);
  return { directions, requirements };
};

/** All that the form needs, or null for a viewer who may not see first visits. */
export const loadWorld = async (userId: string | null, clientId: string | null): Promise<World | null> => {
  try {
    const [desk, catalogues, regions, drafts, client] = await Promise.all([
      loadDesk(userId),
      loadCatalogues(),
      find<{ id: string; name: string | null }>('region', 'id name', { orderBy: [{ name: 'AscNullsLast' }] }),
      loadDrafts(),
      clientId ? loadClient(clientId) : null,
    ]);
    const mine = drafts.filter(({ createdBy }) => createdBy?.workspaceMemberId === desk.viewerId);
    return {
      desk,
      ...catalogues,
      regions,
      client,
      drafts: mine.flatMap(({ draft: kept, updatedAt }) => {
        const draft = unpackDraft(kept);
        return draft ? [{ draft, title: clientName(draft.form), savedAt: updatedAt }] : [];
      }),
    };
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'permission') return null;
    throw error;
  }
};

export type Opened = {
  caseEvent: { title: string | null };
  legalCase: { number: string; title: string | null };
};

/** The case once the workers have numbered it and made the visit's event. */
export const loadOpened = async (visitId: string): Promise<Opened | null> => {
  const visit = await findById<{ caseEvent: Opened['caseEvent'] | null; legalCase: (Opened['legalCase'] & { number: string | null }) | null }>(
    'firstVisit',
    visitId,
    'caseEvent { title } legalCase { number title }',
  );
  return visit?.caseEvent && visit.legalCase?.number ? { caseEvent: visit.caseEvent, legalCase: visit.legalCase } : null;
};
