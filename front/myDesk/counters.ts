import { ifAllowed } from '../case/data';
import { identifier } from '../../plugin/identifiers';
import { isHeadOf } from '../../workers/correspondence/protocol';
import { metadata, records } from '../lib/api';
import type { Desk } from '../lib/office';
import { totals } from '../reports/groups';
import { loadTimeZone } from '../reports/period';
import { countPapers } from '../whereIsThePaper/data';

/** What the desk counts of the pages that keep an eye on everything. */
export type Counters = {
  /** Whose cases and letters are counted: those of everybody, or the viewer's own. */
  oversees: boolean;
  /** Null where the viewer's role may not read it. */
  forgotten: number | null;
  papers: { mineOrRisk: number; risk: number };
};

const ROLES = 'query ViewersRoles { currentUser { id workspaceMember { id roles { universalIdentifier } } } }';
const OVERSEERS = ['managingPartner', 'departmentHead'].map((role) => identifier(`role.${role}`));

type RolesAnswer = { currentUser: { workspaceMember: { roles: { universalIdentifier: string | null }[] | null } | null } };

/** Partners and heads have an eye on everything, also a head by department alone. */
const overseesAll = async ({ office, viewerId }: Desk): Promise<boolean> => {
  if (office.departments.some(({ id }) => isHeadOf(office, viewerId, id))) return true;
  const { currentUser } = await metadata<RolesAnswer>(ROLES);
  return (currentUser.workspaceMember?.roles ?? []).some(({ universalIdentifier }) => universalIdentifier !== null && OVERSEERS.includes(universalIdentifier));
};

export const loadCounters = async (desk: Desk): Promise<Counters> => {
  const { viewerId: memberId } = desk;
  const [oversees, timeZone] = await Promise.all([overseesAll(desk), loadTimeZone(records)]);
  const forgotten = { and: [{ isForgotten: { eq: true } }, ...(oversees ? [] : [{ leadId: { eq: memberId } }])] };
  const [cases, papers] = await Promise.all([
    ifAllowed(totals(records, { object: 'caseControl', filter: forgotten })),
    countPapers(records, { memberId, oversees, now: new Date(), timeZone }),
  ]);
  return { oversees, forgotten: cases && cases.count, papers };
};
