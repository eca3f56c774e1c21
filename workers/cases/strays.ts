/** Records that belong to no case: to which they should belong by what they name, or what is wrong with them. */
import { bringAssignment } from './assignments';
import type { Part, PartName } from './bundle';
import { PARTS } from './bundle';
import { changesOf } from './changes';
import type { Write } from './derive';
import { problemsText } from './problem-words';
import { dayOf, problemsOf, type CheckedObject, type Problem } from './problems';
import type { Speech } from './words';

/** The lists whose rows may be without a case, and are then looked at by themselves. */
export const STRAYING = [
  'caseEvents', 'eventResponsibles', 'firstVisits', 'attorneyRequests', 'caseDocuments', 'courtFilings', 'courtHearings', 'courtDecisions', 'recoveries',
  'clientAssignments',
] as const satisfies PartName[];
export type Straying = (typeof STRAYING)[number];
export type Row = { [Name in Straying]: { list: Name; record: Part<Name> } }[Straying];

/** The case of what a record names: of its event, its filing, its decision. */
const caseNamed = ({ list, record }: Row): string | null => {
  switch (list) {
    case 'eventResponsibles':
    case 'caseDocuments':
      return record.caseEvent?.legalCaseId ?? null;
    case 'courtHearings':
    case 'courtDecisions':
      return record.courtFiling?.legalCaseId ?? null;
    case 'recoveries':
      return record.courtDecision?.legalCaseId ?? null;
    default:
      return null;
  }
};

/** The case that a record is to be given to; null where it stays with the one it has, or none is named. */
export const adoptingCase = (row: Row): string | null => {
  const named = caseNamed(row);
  // A responsible has the case of the event, whatever else it says; other records are where people put them.
  return named !== null && (row.record.legalCaseId === null || (row.list === 'eventResponsibles' && row.record.legalCaseId !== named)) ? named : null;
};

/** All the cases that a record tells something of: its own, and the one in which its event still is. */
export const casesOf = (row: Row): string[] => {
  const { record } = row;
  const eventCase = 'caseEvent' in record ? record.caseEvent?.legalCaseId : null;
  return [...new Set([record.legalCaseId, eventCase, adoptingCase(row)].flatMap((id) => id ?? []))];
};

/** What of an assignment is the workers' alone. */
const FIGURES = ['actualDays', 'isOverdue', 'daysLate'];
const NEEDS_CASE: Problem = { code: 'NO_CASE', fields: ['legalCaseId'] };

/** What is to be written in a record without a case. */
export const strayWrite = ({ list, record }: Row, { language, timeZone }: Speech, now: Date): Write | null => {
  // The form of a first visit is filled in before there is a case.
  if (list === 'firstVisits' && record.visitStatus === 'DRAFT') return null;
  const object = PARTS[list].object;
  let problems: Problem[] = [];
  let data: Record<string, unknown> = {};
  if (list === 'clientAssignments')
    bringAssignment(record, null, (found, wanted) => {
      problems = found;
      data = Object.fromEntries(
        Object.entries(changesOf(record, wanted)).filter(([field, value]) => FIGURES.includes(field) || (value !== null && record[field as keyof typeof record] === null)),
      );
    }, { today: dayOf(now.toISOString(), timeZone), timeZone });
  else if (list === 'recoveries') problems = [{ code: 'NO_DECISION_NOR_CASE', fields: ['courtDecisionId', 'legalCaseId'] }, ...problemsOf('recovery', record, timeZone)];
  else if (list === 'eventResponsibles') problems = [{ code: 'MISSING', fields: ['caseEventId'] }];
  else problems = [NEEDS_CASE, ...problemsOf(object as CheckedObject, record, timeZone)];
  const problem = problemsText(problems, language);
  if (problem !== (record.problem ?? '')) data = { ...data, problem };
  return Object.keys(data).length > 0 ? { object, id: record.id, data, isOurs: false } : null;
};
