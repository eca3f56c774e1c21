import {
  FieldType,
  OnDeleteAction,
  RelationType,
  STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD,
  type DefinableEntity,
} from 'twenty-sdk/define';
import { identifier } from '../plugin/identifiers';
import { OBJECT_LABELS } from './labels';

/**
 * Every relation of the data model, in one list: the many-to-one side, its inverse, and for each object but the
 * confidential the relations that give it notes, tasks, files and a timeline. Twenty wants both sides declared as fields that name each other;
 * from this list come the fields of our objects (`relationFieldsOf`) and those we add to Twenty's own (`standardField`).
 */

type StandardObject = 'workspaceMember' | 'person' | 'company';
type Relation = {
  from: string;
  name: string;
  label: string;
  icon: string;
  to: string;
  inverse: string;
  inverseLabel: string;
  description?: string;
  onDelete?: OnDeleteAction;
};

const relation = (
  from: string,
  name: string,
  label: string,
  icon: string,
  to: string,
  inverse: string,
  inverseLabel: string,
  rest: Partial<Pick<Relation, 'description' | 'onDelete'>> = {},
): Relation => ({ from, name, label, icon, to, inverse, inverseLabel, ...rest });

const cascade = { onDelete: OnDeleteAction.CASCADE };

/** What belongs to a case and is also a step of it: it shows in the case and in the event that the workers make of it. */
const satellite = (from: string, inverse: string, inverseLabel: string): Relation[] => [
  relation(from, 'legalCase', 'Case', 'IconBriefcase', 'legalCase', inverse, inverseLabel),
  relation(from, 'caseEvent', 'Event', 'IconCalendarEvent', 'caseEvent', inverse, inverseLabel, { description: 'Its step in the case’s timeline' }),
];

/** What is copied from the case, so that reports count the records themselves, without their cases. */
const copiesOf = (from: string, inverse: string, inverseLabel: string, ofRoot: string): Relation[] => {
  const ofTheCase = { description: 'That of the case' };
  return [
    relation(from, 'client', 'Client', 'IconUserHeart', 'person', inverse, inverseLabel, ofTheCase),
    relation(from, 'region', 'Region', 'IconMap', 'region', inverse, inverseLabel, ofTheCase),
    relation(from, 'direction', 'Direction', 'IconBinaryTree', 'legalDirection', inverse, inverseLabel, ofTheCase),
    relation(from, 'rootDirection', 'Top direction', 'IconBinaryTree2', 'legalDirection', `root${ofRoot}`, `${inverseLabel} of branches`, {
      description: 'The top of the tree of the case’s direction',
    }),
  ];
};

/** A client is a person or a company. */
const ofClient = (from: string, inverse: string, inverseLabel: string): Relation[] => [
  relation(from, 'person', 'Person', 'IconUser', 'person', inverse, inverseLabel, cascade),
  relation(from, 'company', 'Company', 'IconBuilding', 'company', inverse, inverseLabel, cascade),
];

const byHand = { description: 'Empty where a person set it: that is never changed by a search of the folders' };

export const RELATIONS: Relation[] = [
  relation('department', 'parent', 'Part of', 'IconSitemap', 'department', 'children', 'Departments within'),
  relation('department', 'head', 'Head', 'IconUserStar', 'workspaceMember', 'headedDepartments', 'Departments headed'),

  relation('departmentMember', 'department', 'Department', 'IconSitemap', 'department', 'members', 'Members', cascade),
  relation('departmentMember', 'member', 'Employee', 'IconUser', 'workspaceMember', 'departmentMemberships', 'Departments'),
  relation('departmentMember', 'substitute', 'Substitute', 'IconUserShare', 'workspaceMember', 'substitutedMemberships', 'Substitutes for', {
    description: 'Who is reminded and may accept letters instead while this person is absent',
  }),

  relation('court', 'region', 'Region', 'IconMap', 'region', 'courts', 'Courts'),
  relation('legalDirection', 'parent', 'Part of', 'IconBinaryTree', 'legalDirection', 'children', 'Branches'),
  relation('legalDirection', 'root', 'Top direction', 'IconBinaryTree2', 'legalDirection', 'descendants', 'All branches', {
    description: 'The top of its tree; kept by the workers',
  }),

  relation('legalCase', 'client', 'Client', 'IconUserHeart', 'person', 'legalCases', 'Cases'),
  relation('legalCase', 'opponent', 'Opponent', 'IconBuildingFactory', 'company', 'opposedLegalCases', 'Cases against'),
  relation('legalCase', 'opponentPerson', 'Opponent, a person', 'IconUserX', 'person', 'opposedLegalCases', 'Cases against'),
  relation('legalCase', 'direction', 'Direction', 'IconBinaryTree', 'legalDirection', 'legalCases', 'Cases'),
  relation('legalCase', 'region', 'Region', 'IconMap', 'region', 'legalCases', 'Cases'),
  relation('legalCase', 'department', 'Department', 'IconSitemap', 'department', 'legalCases', 'Cases'),
  relation('legalCase', 'lead', 'Lead lawyer', 'IconUserStar', 'workspaceMember', 'ledLegalCases', 'Cases led'),
  relation('legalCase', 'court', 'Court', 'IconBuildingBank', 'court', 'legalCases', 'Cases'),

  relation('documentRequirement', 'direction', 'Direction', 'IconBinaryTree', 'legalDirection', 'documentRequirements', 'Documents needed'),

  relation('caseFinance', 'legalCase', 'Case', 'IconBriefcase', 'legalCase', 'caseFinances', 'Finance', cascade),

  relation('caseEvent', 'legalCase', 'Case', 'IconBriefcase', 'legalCase', 'caseEvents', 'Events'),
  relation('caseEvent', 'kind', 'Kind', 'IconListDetails', 'eventKind', 'caseEvents', 'Events'),
  relation('caseEvent', 'court', 'Court', 'IconBuildingBank', 'court', 'caseEvents', 'Events'),
  relation('caseEvent', 'department', 'Department', 'IconSitemap', 'department', 'caseEvents', 'Events'),
  ...copiesOf('caseEvent', 'caseEvents', 'Events', 'CaseEvents'),

  relation('eventResponsible', 'caseEvent', 'Event', 'IconCalendarEvent', 'caseEvent', 'responsibles', 'Responsible', cascade),
  relation('eventResponsible', 'member', 'Employee', 'IconUser', 'workspaceMember', 'eventResponsibilities', 'Events'),
  relation('eventResponsible', 'legalCase', 'Case', 'IconBriefcase', 'legalCase', 'eventResponsibles', 'Responsible', {
    description: 'That of the event',
  }),

  ...satellite('firstVisit', 'firstVisits', 'First visits'),
  relation('firstVisit', 'client', 'Client', 'IconUserHeart', 'person', 'firstVisits', 'First visits'),
  relation('firstVisit', 'employer', 'Employer', 'IconBuildingFactory', 'company', 'employeeFirstVisits', 'First visits'),

  ...satellite('attorneyRequest', 'attorneyRequests', 'Requests'),
  relation('attorneyRequest', 'addressee', 'Addressee', 'IconBuilding', 'company', 'attorneyRequests', 'Attorney requests'),

  ...satellite('caseDocument', 'caseDocuments', 'Documents'),
  relation('caseDocument', 'requirement', 'Requirement', 'IconChecklist', 'documentRequirement', 'caseDocuments', 'Documents'),

  ...satellite('courtFiling', 'courtFilings', 'Court filings'),
  relation('courtFiling', 'court', 'Court', 'IconBuildingBank', 'court', 'courtFilings', 'Court filings'),
  relation('courtFiling', 'previousFiling', 'Goes on from', 'IconArrowBackUp', 'courtFiling', 'nextFilings', 'Higher instances', {
    description: 'The filing in the court below, whose decision is appealed',
  }),

  ...satellite('courtHearing', 'courtHearings', 'Hearings'),
  relation('courtHearing', 'courtFiling', 'Filing', 'IconGavel', 'courtFiling', 'hearings', 'Hearings'),
  relation('courtHearing', 'court', 'Court', 'IconBuildingBank', 'court', 'courtHearings', 'Hearings'),

  ...satellite('courtDecision', 'courtDecisions', 'Decisions'),
  relation('courtDecision', 'courtFiling', 'Filing', 'IconGavel', 'courtFiling', 'decisions', 'Decisions'),
  relation('courtDecision', 'court', 'Court', 'IconBuildingBank', 'court', 'courtDecisions', 'Decisions'),

  ...copiesOf('courtDecision', 'courtDecisions', 'Decisions', 'CourtDecisions'),

  relation('recovery', 'courtDecision', 'Decision', 'IconScale', 'courtDecision', 'recoveries', 'Recoveries'),
  relation('recovery', 'legalCase', 'Case', 'IconBriefcase', 'legalCase', 'recoveries', 'Recoveries'),
  relation('recovery', 'kind', 'Kind', 'IconCategory', 'recoveryKind', 'recoveries', 'Recoveries'),
  relation('recovery', 'payer', 'Payer', 'IconBuilding', 'company', 'recoveries', 'Recoveries', { description: 'Who pays' }),
  ...copiesOf('recovery', 'recoveries', 'Recoveries', 'Recoveries'),

  relation('clientAssignment', 'client', 'Client', 'IconUserHeart', 'person', 'clientAssignments', 'Assignments'),
  relation('clientAssignment', 'legalCase', 'Case', 'IconBriefcase', 'legalCase', 'clientAssignments', 'Assignments'),
  relation('clientAssignment', 'responsible', 'Responsible', 'IconUserStar', 'workspaceMember', 'clientAssignments', 'Client assignments'),
  relation('clientAssignment', 'region', 'Region', 'IconMap', 'region', 'clientAssignments', 'Assignments'),
  relation('clientAssignment', 'direction', 'Direction', 'IconBinaryTree', 'legalDirection', 'clientAssignments', 'Assignments'),

  relation('eventDuration', 'direction', 'Direction', 'IconBinaryTree', 'legalDirection', 'eventDurations', 'Event durations'),
  relation('eventDuration', 'court', 'Court', 'IconBuildingBank', 'court', 'eventDurations', 'Event durations'),
  relation('courtDecisionTotal', 'rootDirection', 'Top direction', 'IconBinaryTree2', 'legalDirection', 'courtDecisionTotals', 'Decision totals'),
  relation('courtDecisionTotal', 'region', 'Region', 'IconMap', 'region', 'courtDecisionTotals', 'Decision totals'),
  relation('courtDecisionTotal', 'recoveryKind', 'Recovery kind', 'IconCategory', 'recoveryKind', 'courtDecisionTotals', 'Decision totals'),
  relation('caseControl', 'legalCase', 'Case', 'IconBriefcase', 'legalCase', 'caseControls', 'Control', cascade),
  relation('caseControl', 'direction', 'Direction', 'IconBinaryTree', 'legalDirection', 'caseControls', 'Case controls', { description: 'That of the case' }),
  relation('caseControl', 'region', 'Region', 'IconMap', 'region', 'caseControls', 'Case controls', { description: 'That of the case' }),
  relation('caseControl', 'department', 'Department', 'IconSitemap', 'department', 'caseControls', 'Case controls', { description: 'That of the case' }),
  relation('caseControl', 'lead', 'Lead lawyer', 'IconUserStar', 'workspaceMember', 'ledCaseControls', 'Case controls', { description: 'That of the case' }),

  relation('correspondence', 'counterparty', 'Counterparty', 'IconBuilding', 'company', 'correspondences', 'Letters', {
    description: 'The organisation that wrote the letter or to which it goes',
  }),
  relation('correspondence', 'person', 'Person', 'IconUser', 'person', 'correspondences', 'Letters', {
    description: 'The person who wrote the letter or to whom it goes',
  }),
  relation('correspondence', 'legalCase', 'Case', 'IconBriefcase', 'legalCase', 'correspondences', 'Letters'),
  relation('correspondence', 'holder', 'Holder', 'IconUserCheck', 'workspaceMember', 'heldCorrespondences', 'Letters held', {
    description: 'The last person who accepted the letter: the paper is there',
  }),
  relation('correspondence', 'holderDepartment', 'Held in', 'IconSitemap', 'department', 'heldCorrespondences', 'Letters held', {
    description: 'The department in which the holder accepted the letter',
  }),
  relation('correspondence', 'pendingMember', 'Waits for', 'IconUserQuestion', 'workspaceMember', 'pendingCorrespondences', 'Letters to accept', {
    description: 'The person who is asked to accept the letter',
  }),
  relation('correspondence', 'pendingDepartment', 'Waits in', 'IconUsersGroup', 'department', 'pendingCorrespondences', 'Letters to accept', {
    description: 'The department whose people are asked to accept the letter',
  }),
  relation('correspondence', 'handedOverBy', 'Given by', 'IconUserShare', 'workspaceMember', 'handedOverCorrespondences', 'Letters handed over'),

  relation('correspondenceHistory', 'correspondence', 'Letter', 'IconMail', 'correspondence', 'history', 'History'),
  relation('correspondenceHistory', 'actor', 'By', 'IconUser', 'workspaceMember', 'correspondenceActions', 'Steps of letters'),
  relation('correspondenceHistory', 'fromMember', 'From', 'IconUserUp', 'workspaceMember', 'correspondencesFrom', 'Steps from'),
  relation('correspondenceHistory', 'toMember', 'To', 'IconUserDown', 'workspaceMember', 'correspondencesTo', 'Steps to'),
  relation('correspondenceHistory', 'fromDepartment', 'From department', 'IconSitemap', 'department', 'correspondencesFrom', 'Steps from'),
  relation('correspondenceHistory', 'toDepartment', 'To department', 'IconSitemap', 'department', 'correspondencesTo', 'Steps to'),

  relation('reminder', 'recipient', 'For', 'IconUser', 'workspaceMember', 'reminders', 'Reminders'),
  relation('reminder', 'correspondence', 'Letter', 'IconMail', 'correspondence', 'reminders', 'Reminders', cascade),
  relation('reminder', 'caseEvent', 'Event', 'IconCalendarEvent', 'caseEvent', 'reminders', 'Reminders', cascade),
  relation('reminder', 'clientAssignment', 'Assignment', 'IconClipboardCheck', 'clientAssignment', 'reminders', 'Reminders', cascade),
  relation('reminder', 'history', 'Cause', 'IconHistory', 'correspondenceHistory', 'reminders', 'Reminders', cascade),

  relation('correspondenceIncident', 'correspondence', 'Letter', 'IconMail', 'correspondence', 'incidents', 'Incidents', cascade),
  relation('correspondenceIncident', 'history', 'Row', 'IconHistory', 'correspondenceHistory', 'incidents', 'Incidents', cascade),
  relation('correspondenceIncident', 'member', 'Who', 'IconUser', 'workspaceMember', 'correspondenceIncidents', 'Incidents'),

  relation('reportView', 'owner', 'Whose', 'IconUser', 'workspaceMember', 'reportViews', 'Report views', cascade),
  relation('notificationSetting', 'owner', 'Whose', 'IconUser', 'workspaceMember', 'notificationSettings', 'Notification settings', cascade),

  relation('clientFolder', 'parent', 'Lies in', 'IconFolders', 'clientFolder', 'children', 'Folders within'),
  relation('clientFolder', 'direction', 'Direction', 'IconBinaryTree', 'legalDirection', 'clientFolders', 'Client folders', {
    description: 'That of all clients in this folder and below, until a folder below says otherwise',
  }),
  relation('clientFolder', 'region', 'Region', 'IconMap', 'region', 'clientFolders', 'Client folders', {
    description: 'That of all clients in this folder and below, until a folder below says otherwise',
  }),
  relation('clientFolderEntry', 'clientFolder', 'Folder', 'IconFolder', 'clientFolder', 'entries', 'Clients in it', cascade),
  ...ofClient('clientFolderEntry', 'folderEntries', 'Folders'),
  ...ofClient('clientRegion', 'clientRegions', 'Regions'),
  relation('clientRegion', 'region', 'Region', 'IconMap', 'region', 'clientRegions', 'Clients', cascade),
  relation('clientRegion', 'proposal', 'Found by', 'IconListCheck', 'classificationProposal', 'clientRegions', 'Regions', byHand),
  ...ofClient('clientDirection', 'clientDirections', 'Directions'),
  relation('clientDirection', 'direction', 'Direction', 'IconBinaryTree', 'legalDirection', 'clientDirections', 'Clients', cascade),
  relation('clientDirection', 'proposal', 'Found by', 'IconListCheck', 'classificationProposal', 'clientDirections', 'Directions', byHand),
  relation('classificationProposal', 'run', 'Classification', 'IconWand', 'classificationRun', 'proposals', 'Proposals'),
  ...ofClient('classificationProposal', 'classificationProposals', 'Proposals of regions and directions'),

  relation('importPart', 'importRun', 'Import', 'IconFileImport', 'importRun', 'parts', 'Parts', cascade),
];

/** Twenty's own objects that hold what is attached to any record, and the relation on our side that shows it. */
const ATTACHABLE = {
  noteTarget: { name: 'noteTargets', label: 'Notes', icon: 'IconNotes' },
  taskTarget: { name: 'taskTargets', label: 'Tasks', icon: 'IconCheckbox' },
  attachment: { name: 'attachments', label: 'Files', icon: 'IconFileImport' },
  timelineActivity: { name: 'timelineActivities', label: 'Timeline', icon: 'IconTimelineEvent' },
} as const;
type Attachable = keyof typeof ATTACHABLE;

/**
 * What some role may not read has no notes, tasks, files and timeline of its own: Twenty lets every member read the timeline,
 * whosever it is, and filter notes by the fields of what they are attached to. Those of a court step lie on its event.
 */
export const CONFIDENTIAL: readonly string[] = [
  'caseFinance', 'firstVisit', 'courtFiling', 'courtHearing', 'courtDecision', 'recovery', 'courtDecisionTotal', 'correspondenceIncident',
  'officeDay', 'serviceStatus', 'importRun', 'importPart', 'importMapping',
];

/** Nor have these, which are nobody's record: what a report was asked, what the workers are set to, where clients lie and what follows. */
const BARE: readonly string[] = [
  ...CONFIDENTIAL, 'reportView', 'office', 'notificationSetting', 'clientFolder', 'clientFolderEntry', 'clientRegion', 'clientDirection', 'classificationRun',
  'classificationProposal',
];

type Field = Extract<DefinableEntity, { objectUniversalIdentifier: string; relationTargetFieldMetadataUniversalIdentifier: string }>;

const isOurs = (object: string) => object in OBJECT_LABELS;
const attachablesOf = (object: string) => (BARE.includes(object) ? [] : (Object.keys(ATTACHABLE) as Attachable[]));

export const objectIdentifier = (object: string) =>
  isOurs(object) ? identifier(object) : STANDARD[object as StandardObject | Attachable].universalIdentifier;

const capitalize = (text: string) => text[0]!.toUpperCase() + text.slice(1);

const manyToOne = ({ from, name, label, icon, to, inverse, description, onDelete }: Relation): Field => ({
  universalIdentifier: identifier(`${from}.${name}`),
  objectUniversalIdentifier: objectIdentifier(from),
  type: FieldType.RELATION,
  name,
  label,
  icon,
  ...(description ? { description } : {}),
  relationTargetObjectMetadataUniversalIdentifier: objectIdentifier(to),
  relationTargetFieldMetadataUniversalIdentifier: identifier(`${to}.${inverse}`),
  universalSettings: {
    relationType: RelationType.MANY_TO_ONE,
    onDelete: onDelete ?? OnDeleteAction.SET_NULL,
    joinColumnName: `${name}Id`,
  },
});

const oneToMany = (field: { of: string; name: string; label: string; icon: string; target: string; targetField: string }): Field => ({
  universalIdentifier: identifier(`${field.of}.${field.name}`),
  objectUniversalIdentifier: objectIdentifier(field.of),
  type: FieldType.RELATION,
  name: field.name,
  label: field.label,
  icon: field.icon,
  relationTargetObjectMetadataUniversalIdentifier: objectIdentifier(field.target),
  relationTargetFieldMetadataUniversalIdentifier: identifier(`${field.target}.${field.targetField}`),
  universalSettings: { relationType: RelationType.ONE_TO_MANY },
});

const inverseOf = ({ from, name, to, inverse, inverseLabel, icon }: Relation): Field =>
  oneToMany({ of: to, name: inverse, label: inverseLabel, icon, target: from, targetField: name });

/** The side that lies on Twenty's noteTarget, taskTarget, attachment or timelineActivity: one branch of its morph relation. */
const targetOn = (attachable: Attachable, object: string): Field => ({
  universalIdentifier: identifier(`${attachable}.target${capitalize(object)}`),
  objectUniversalIdentifier: STANDARD[attachable].universalIdentifier,
  type: FieldType.MORPH_RELATION,
  name: `target${capitalize(object)}`,
  label: OBJECT_LABELS[object]!,
  icon: 'IconLink',
  morphId: STANDARD[attachable].morphIds.targetMorphId.morphId,
  relationTargetObjectMetadataUniversalIdentifier: identifier(object),
  relationTargetFieldMetadataUniversalIdentifier: identifier(`${object}.${ATTACHABLE[attachable].name}`),
  universalSettings: {
    relationType: RelationType.MANY_TO_ONE,
    onDelete: OnDeleteAction.SET_NULL,
    joinColumnName: `target${capitalize(object)}Id`,
  },
});

/** All relation fields of one of our objects. */
export const relationFieldsOf = (object: string): Field[] => [
  ...RELATIONS.filter(({ from }) => from === object).map(manyToOne),
  ...RELATIONS.filter(({ to }) => to === object).map(inverseOf),
  ...attachablesOf(object).map((attachable) =>
    oneToMany({ of: object, ...ATTACHABLE[attachable], target: attachable, targetField: `target${capitalize(object)}` }),
  ),
];

/** The fields we add to Twenty's own objects, by path (`workspaceMember.heldCorrespondences`, `noteTarget.targetCourt`). */
export const STANDARD_FIELDS: Record<string, Field> = Object.fromEntries([
  ...RELATIONS.filter(({ to }) => !isOurs(to)).map((each) => [`${each.to}.${each.inverse}`, inverseOf(each)]),
  ...Object.keys(OBJECT_LABELS).flatMap((object) =>
    attachablesOf(object).map((attachable) => [
      `${attachable}.target${capitalize(object)}`,
      targetOn(attachable, object),
    ]),
  ),
]);

export const standardField = (path: string): Field => {
  const field = STANDARD_FIELDS[path];
  if (!field) throw new Error(`No relation of the model gives ${path}: see custom-objects/relations.ts`);
  return field;
};
