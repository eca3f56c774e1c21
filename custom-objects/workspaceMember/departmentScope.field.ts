import { defineField, FieldType, STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';
import { identifier } from '../../plugin/identifiers';

/** What the row-level predicates of roles compare a department with; Twenty takes a list of ids in JSON, or one id. */
export default defineField({
  universalIdentifier: identifier('workspaceMember.departmentScope'),
  objectUniversalIdentifier: STANDARD.workspaceMember.universalIdentifier,
  type: FieldType.TEXT,
  name: 'departmentScope',
  label: 'Departments seen',
  description: 'The departments whose cases and events this person sees, by their ids: ["…", "…"]; empty: those of all. An administrator sets it',
  icon: 'IconSitemap',
});
