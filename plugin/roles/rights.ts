/**
 * Who may do what, in one table. A right is a letter, and each holds the ones before it:
 *
 *     -  nothing: not even that the record exists
 *     r  read
 *     w  create and change (Twenty has no right to create without the right to change)
 *     d  delete, so that it can be restored
 *     x  destroy for good
 *
 * Twenty guards an object against a direct request, a nested one and a grouping, but lets everybody filter by the fields of
 * any record that a readable one refers to, and leaves notes, tasks, files and timeline unguarded altogether. So whoever reads
 * hearings or decisions reads the filings that they refer to, and what somebody may not read at all is CONFIDENTIAL in
 * `custom-objects/relations.ts`: it has no notes, tasks, files and timeline. A test holds the table to both.
 */

export const PEOPLE = ['managingPartner', 'departmentHead', 'lawyer', 'assistant', 'accountant', 'registryClerk'] as const;
export type PersonKey = (typeof PEOPLE)[number];
export type RoleKey = PersonKey | 'workers' | 'frontComponents';

export const LEVELS = ['-', 'r', 'w', 'd', 'x'] as const;
export type Level = (typeof LEVELS)[number];

type Row = `${Level} ${Level} ${Level} ${Level} ${Level} ${Level}   ${Level}`;

/** `frontComponents` has of each right the greatest that any role of people has. */
const row = (levels: Row): Record<RoleKey, Level> => {
  const all = levels.split(/ +/) as Level[];
  const rights = [...PEOPLE, 'workers'].map((role, index) => [role, all[index]!]);
  const greatest = Math.max(...PEOPLE.map((_, index) => LEVELS.indexOf(all[index]!)));
  return Object.fromEntries([...rights, ['frontComponents', LEVELS[greatest]!]]) as Record<RoleKey, Level>;
};

/** Our own objects. The last column is the workers' key. */
export const LEGAL_RIGHTS = {
  //                      partner, head, lawyer, assistant, accountant, clerk, and the workers
  department:             row('d w r r r r   w'), // the workers mark a circle
  departmentMember:       row('d d r r r r   r'),
  court:                  row('d d w w r w   w'), // the workers fill the catalogues once; whoever meets a new court adds it
  region:                 row('d w r r r r   w'),
  legalDirection:         row('d w r r r r   w'),
  recoveryKind:           row('d w r r r r   w'),
  eventKind:              row('d w r r r r   w'),
  documentRequirement:    row('d d r r r r   w'),

  legalCase:              row('d d w r r r   w'),
  caseEvent:              row('d d w w r r   w'), // one is called off, not deleted: the reports count it
  eventResponsible:       row('d d d d r r   w'), // who is responsible is added and taken away
  attorneyRequest:        row('d d d w r r   w'),
  caseDocument:           row('d d d w r r   w'),
  clientAssignment:       row('d d d w r r   w'),

  firstVisit:             row('d d d - - -   w'), // medical data; a discarded draft is deleted
  courtFiling:            row('d d w r r -   w'), // the directions of courts
  courtHearing:           row('d d w r r -   w'),
  courtDecision:          row('d d w r r -   w'),
  recovery:               row('d d w - w -   w'), // money; see AMOUNTS
  caseFinance:            row('r r - - r -   w'), // the financial report
  courtDecisionTotal:     row('r r - - r -   d'), // the reports on decisions; a total that nothing adds to any more goes
  eventDuration:          row('r r r r r r   d'),
  caseControl:            row('r r r r r r   d'),

  correspondence:         row('w w w w r w   w'), // a letter is never deleted
  correspondenceHistory:  row('w w w w w w   w'), // the row of whoever accepts a letter, which may go to anybody
  reminder:               row('r r r r r r   x'), // gone when its cause is gone
  correspondenceIncident: row('r r - - - -   w'), // who changed what was applied
  reportView:             row('d d d d d d   -'), // the filters that somebody keeps
  office:                 row('w r r r r r   w'), // the hours are the partner's, the rest is what the workers are set to
  officeDay:              row('d r - - - -   r'), // holidays: for the workers, which remind by them
  notificationSetting:    row('w w w w w w   r'), // one's own: one that another wrote does not count
  serviceStatus:          row('r r - - - -   d'), // how the channels do

  clientFolder:           row('d d d d r d   w'), // the workers write where each lies
  clientFolderEntry:      row('d d d d r d   w'),
  clientRegion:           row('d d d d r d   d'),
  clientDirection:        row('d d d d r d   d'),
  classificationRun:      row('d d d d r d   w'),
  classificationProposal: row('d d d d r d   d'), // nothing rests on it that whoever writes it could not write itself; one that the folders no longer tell goes
  importRun:              row('d w - - - w   w'), // other systems' files hold everything
  importPart:             row('r r - - - r   x'), // what a repeated check found before goes
  importMapping:          row('d d - - - d   r'),
};
export type LegalObject = keyof typeof LEGAL_RIGHTS;

/** Twenty's own objects. Deleting a client or a company would take its name from every case, so few may. */
export const STANDARD_RIGHTS = {
  //                      partner, head, lawyer, assistant, accountant, clerk, and the workers
  person:                 row('d d w w w w   w'), // the workers name cases and events by them, and import them
  company:                row('d d w w w w   w'),
  task:                   row('d d d d d d   w'), // one for each hand-over
  note:                   row('d d d d d d   -'),
};
export type StandardObject = keyof typeof STANDARD_RIGHTS;

/** Twenty's system objects, which every member may read and write whatever a role says, so no role says anything. */
export const UNGUARDED = ['noteTarget', 'taskTarget', 'attachment', 'timelineActivity'] as const;

/**
 * The fields that nobody but the workers writes, of objects that people write. Of what follows from the facts these are closed
 * on which promises rest: where a letter is and by whose hand, how long an event took, which event is whose. The others (what
 * is wrong with a record, copies for lists) the workers put right whenever somebody writes them. They are few for a reason:
 * see the test "lets Twenty tell the roles of an office".
 *
 * Whoever writes a record may set its times to any moment: where the workers take from them who did what when, they are closed.
 */
export const CONSEQUENCES: Partial<Record<LegalObject, string[]>> = {
  legalDirection: ['root'],
  legalCase: ['instance', 'lastMovementAt', 'derived'],
  caseEvent: [
    'eventGroup', 'actualDays', 'waitedDays', 'waitingSince', 'client', 'region', 'direction', 'sourceKey',
    'updatedAt',
  ],
  firstVisit: ['caseEvent'],
  attorneyRequest: ['caseEvent'],
  courtFiling: ['caseEvent'],
  courtHearing: ['caseEvent'],
  courtDecision: ['caseEvent', 'derived'],
  correspondence: [
    'number', 'registeredAt', 'status', 'holder', 'holderDepartment', 'heldSince', 'pendingMember', 'pendingDepartment',
    'handedOverAt', 'handedOverBy', 'resumeStatus', 'step', 'createdAt', 'updatedAt',
  ],
  correspondenceHistory: [
    'name', 'occurredAt', 'actor', 'fromMember', 'fromDepartment', 'outcome', 'refusal', 'statusBefore', 'statusAfter',
    'heldMinutes', 'waitedMinutes', 'applied', 'createdAt', 'updatedAt',
  ],
  office: ['timeZone', 'calendarProblem', 'workersSeenAt', 'feedAddress', 'channels'],
};

/** The amounts of a recovery, and who may write recoveries but not these. Whoever reads recoveries reads them. */
export const AMOUNTS = { recovery: ['claimed', 'awarded', 'collected'] };
export const AMOUNTS_CLOSED_TO: readonly RoleKey[] = ['lawyer'];

/** Who writes this field deletes the record, with no right to delete. */
const TIME_OF_DELETION = 'deletedAt';

/** The fields that a role may not write of an object in which it has the given level. */
export const closedFields = (object: LegalObject | StandardObject, level: Level, role: RoleKey): string[] => {
  if (level !== 'w' && level !== 'd') return [];
  return [
    ...(CONSEQUENCES[object as LegalObject] ?? []),
    ...(object === 'recovery' && AMOUNTS_CLOSED_TO.includes(role) ? AMOUNTS.recovery : []),
    ...(level === 'w' ? [TIME_OF_DELETION] : []),
  ];
};

/**
 * Row-level predicates: for a member whose `departmentScope` is filled, these roles come down to the cases and events of those
 * departments. They narrow what people meet; they are no lock: see "Rights" in the README.
 */
export const SCOPED_ROLES: readonly RoleKey[] = ['departmentHead', 'lawyer', 'assistant'];
export const SCOPED_OBJECTS = ['legalCase', 'caseEvent', 'caseControl'] as const satisfies readonly LegalObject[];

/**
 * Row-level predicates as well: of these records each of the roles comes down to its member's own, to read and to write. Partners
 * and heads read the reminders of others, as they answer for them; partners alone what others have set.
 */
export const OWN: Partial<Record<LegalObject, { field: string; roles: readonly RoleKey[] }>> = {
  reminder: { field: 'recipient', roles: ['lawyer', 'assistant', 'accountant', 'registryClerk'] },
  notificationSetting: { field: 'owner', roles: ['departmentHead', 'lawyer', 'assistant', 'accountant', 'registryClerk'] },
};
