import { PEOPLE, type Level, type PersonKey, type RoleKey } from '../../plugin/roles/rights';
import { declaredLevel, RIGHTS, rightsOf, type Finding, type Report, type Rights } from './attempts';
import { CHECKED } from './records';

/** What the check found, for a person to read. */

const HEADINGS: Record<PersonKey, string> = {
  managingPartner: 'partner',
  departmentHead: 'head',
  lawyer: 'lawyer',
  assistant: 'assistant',
  accountant: 'accountant',
  registryClerk: 'clerk',
};

export const isWrong = ({ isOpen, shouldBe }: Finding) => isOpen !== shouldBe;

const LETTERS: Level[] = ['x', 'd', 'w', 'r', '-'];

/** The level that has just these rights; spelled out where none has. */
const levelOf = (rights: Rights): string =>
  LETTERS.find((level) => RIGHTS.every((right) => rightsOf(level)[right] === rights[right])) ?? RIGHTS.filter((right) => rights[right]).join('+');

const table = (reports: Map<RoleKey, Report>): string[] => {
  const roles = PEOPLE.filter((role) => reports.has(role));
  const cells = CHECKED.map((object) => [
    object,
    ...roles.map((role) => {
      const real = levelOf(reports.get(role)!.rights.get(object)!);
      const declared = declaredLevel(object, role);
      return real === declared ? real : `${real} (not ${declared})`;
    }),
  ]);
  const rows = [['', ...roles.map((role) => HEADINGS[role])], ...cells];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]! + 2)).join('').trimEnd());
};

const counted = (reports: Map<RoleKey, Report>, belongs: (finding: Finding) => boolean) => {
  const all = [...reports.values()].flatMap(({ findings }) => findings).filter(belongs);
  return { tried: all.length, open: all.filter(({ isOpen }) => isOpen).length };
};

const DOORS: [what: string, belongs: (door: string) => boolean][] = [
  ['fields that only the workers write', (door) => door.startsWith('closed field') && !door.includes('deletedAt')],
  ['deleting by writing deletedAt', (door) => door.startsWith('closed field deletedAt')],
  ['filters through a relation, note, task, file or timeline', (door) => door.startsWith('filter through')],
  ['order, selection, group and list through a relation', (door) => /^(order|selection|group|list) .*\./.test(door)],
  ['timeline rows with old and new values', (door) => door === 'timeline'],
  ['count, group, aggregate, search, duplicates, merge, upsert, REST', (door) => /^(count|group|aggregate|search|duplicates|merge|answer of an upsert|REST)$/.test(door)],
  ['filters by a hidden field', (door) => door.startsWith('filter by the hidden')],
];

export type Scope = { roles: string[]; isApplied: boolean; relying: number };

const scopeLines = ({ roles, isApplied, relying }: Scope): string[] => [
  '',
  `By department (row-level predicates of ${roles.join(', ')}): ${
    isApplied ? 'this server applies them to whoever has departments in "Departments seen"' : 'declared, but this server does NOT apply them'
  }; ${relying === 0 ? 'nobody has any there' : `${relying} people have some`}.`,
  'They do not bind API keys, nor filters through a relation, nor anything but cases and events: never rely on them alone.',
];

export const print = (url: string, reports: Map<RoleKey, Report>, scope: Scope | undefined, unguarded: string[]): string[] => [
  `What each role really does at ${url}, by trying:`,
  '',
  ...table(reports),
  '',
  '  -  nothing    r  reads    w  creates and changes    d  deletes, to be restored    x  destroys',
  '',
  'Ways round, tried for every role where it has no right:',
  ...DOORS.map(([what, belongs]) => {
    const { tried, open } = counted(reports, ({ door }) => belongs(door));
    return `  ${what}: ${tried} tried, ${open} open`;
  }),
  ...(unguarded.length
    ? ['', `Twenty guards these for nobody, in any role: ${unguarded.join(', ')}. Attach nothing secret to a record, and write nothing secret into a note.`]
    : []),
  ...(scope ? scopeLines(scope) : []),
];

const REMEDY: [door: string, remedy: string][] = [
  ['timeline', 'an older version kept a timeline there: destroy the timelineActivities whose name begins with the object’s'],
  ['filter through', 'a relation of a readable object leads there: remove it, or let the role read the object'],
  ['filter by the hidden field', 'Twenty filters by fields that it does not show: keep what is secret in an object of its own'],
];

/** The loud part. */
export const printWrong = (wrong: Finding[]): string[] => {
  const more = wrong.filter(({ isOpen }) => isOpen);
  const less = wrong.filter(({ isOpen }) => !isOpen);
  const line = ({ role, object, door }: Finding) => {
    const remedy = REMEDY.find(([start]) => door.startsWith(start))?.[1];
    return `!!  ${HEADINGS[role as PersonKey] ?? role}: ${object}: ${door}${remedy ? ` (${remedy})` : ''}`;
  };
  return [
    ...(more.length ? ['', `!!! NOT ENFORCED on this server: ${more.length} that the roles forbid, and that went through`, ...more.map(line)] : []),
    ...(less.length ? ['', `!!! MISSING on this server: ${less.length} that the roles give, and that were refused`, ...less.map(line)] : []),
  ];
};
