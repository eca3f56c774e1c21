import type { CaseStage } from '../../custom-objects/vocabulary';
import { find, findById } from '../lib/store';
import { fullName, loadDesk, type Desk } from '../lib/office';

type Name = { firstName: string | null; lastName: string | null } | null;
type Named = { name: string | null } | null;

export type CaseOfClient = {
  id: string;
  number: string | null;
  title: string | null;
  stage: CaseStage | null;
  leadId: string | null;
  clientId: string | null;
  regionId: string | null;
  directionId: string | null;
  region: Named;
  direction: Named;
  client: { name: Name } | null;
};

const CASE = 'id number title stage leadId clientId regionId directionId region { name } direction { name } client { name { firstName lastName } }';

/** @param cases among which to choose: of a client all of theirs, the open ones first */
export type Subject = { clientId: string | null; clientName: string; cases: CaseOfClient[]; chosenId: string | null; desk: Desk };

const isOpen = ({ stage }: CaseOfClient): boolean => stage !== 'ARCHIVED';

/** From the page of a case or of a client. */
export const loadSubject = async (id: string): Promise<Subject | null> => {
  const [legalCase, person, desk] = await Promise.all([
    findById<CaseOfClient>('legalCase', id, CASE), findById<{ name: Name }>('person', id, 'id name { firstName lastName }'), loadDesk(null),
  ]);
  if (legalCase) return { clientId: legalCase.clientId, clientName: fullName(legalCase.client?.name ?? null), cases: [legalCase], chosenId: id, desk };
  if (!person) return null;
  const cases = await find<CaseOfClient>('legalCase', CASE, { filter: { clientId: { eq: id } }, orderBy: [{ openedAt: 'DescNullsLast' }], first: 60 });
  const open = cases.filter(isOpen);
  return {
    clientId: id, clientName: fullName(person.name), desk,
    cases: [...open, ...cases.filter((each) => !isOpen(each))],
    // Where there is no doubt which one is meant.
    chosenId: open.length === 1 ? open[0]!.id : null,
  };
};
