/**
 * `npm run check-access [-- [--json] ROLE…]`: tries on a Twenty server what each role of Legal Desk really allows, and says loudly where that is not
 * what is declared. A probe member gets one role after another, and their own back at the end, whatever happens.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { identifier } from '../plugin/identifiers';
import { LEGAL_RIGHTS, PEOPLE, SCOPED_OBJECTS, SCOPED_ROLES, UNGUARDED, type LegalObject, type PersonKey, type RoleKey } from '../plugin/roles/rights';
import { DEMO_PEOPLE, PASSWORD } from '../sandbox/server/people';
import { rightsOf, tryRole, type Finding, type Report } from './access/attempts';
import { capitalize, CHECKED, idOf, makeRecords, relateRecords, removeRecords } from './access/records';
import { isWrong, print, printWrong, type Scope } from './access/report';
import { objectsOf, rolesOf, signIn, type Caller, type Credentials, type ServerObject, type ServerRole } from './access/server';
import { startSandbox } from './processes';

const WORKERS_MS = 5_000;

const USERS_HINT =
  'CHECK_ACCESS_USERS: set it to {"administrator":{"email":"…","password":"…"},"probe":{"email":"…","password":"…"}}; the probe is a member whose role may change for a minute';

const credentials = z.object({ email: z.string().min(1), password: z.string().min(1) });
const usersShape = z.object({ administrator: credentials, probe: credentials });
type Users = z.infer<typeof usersShape>;

const readUsers = (): Users => {
  try {
    return usersShape.parse(JSON.parse(process.env.CHECK_ACCESS_USERS ?? ''));
  } catch {
    throw new Error(USERS_HINT);
  }
};

const sandboxUsers = (): Users => {
  const [administrator, probe] = [true, false].map((isAdmin): Credentials => {
    const { email } = DEMO_PEOPLE.find(({ roleLabel }) => (roleLabel === 'Admin') === isAdmin)!;
    return { email, password: PASSWORD };
  });
  return { administrator: administrator!, probe: probe! };
};

const readArguments = (args: string[]): { isJson: boolean; keys: PersonKey[] } => {
  const names = args.filter((arg) => arg !== '--json');
  const unknown = names.find((name) => !PEOPLE.some((key) => key === name));
  if (unknown !== undefined) throw new Error(`Unknown role ${unknown}; there are ${PEOPLE.join(', ')}, all of which are tried if none is named`);
  return { isJson: args.includes('--json'), keys: PEOPLE.filter((key) => names.length === 0 || names.includes(key)) };
};

const memberShape = z.object({ workspaceMember: z.object({ id: z.string() }) });
const memberIdOf = async (caller: Caller): Promise<string> =>
  (await caller.get(memberShape, '{ currentUser { workspaceMember { id } } }', {}, '/metadata')).workspaceMember.id;

const giveRole = (admin: Caller, memberId: string, roleId: string) =>
  admin.do(
    'mutation ($member: UUID!, $role: UUID!) { updateWorkspaceMemberRole(workspaceMemberId: $member, roleId: $role) { id } }',
    { member: memberId, role: roleId },
    '/metadata',
  );

const roleOf = (roles: ServerRole[], key: RoleKey): ServerRole => {
  const role = roles.find(({ universalIdentifier }) => universalIdentifier === identifier(`role.${key}`));
  if (!role) throw new Error(`The server has no role of Legal Desk with the key ${key}: run npm run deploy first`);
  return role;
};

/** The workers' role cannot be a person's, and trying it would spend the key's requests: what is installed is compared. */
const workersFindings = (roles: ServerRole[], objects: Map<string, ServerObject>): Finding[] => {
  const { objectPermissions } = roleOf(roles, 'workers');
  return (Object.keys(LEGAL_RIGHTS) as LegalObject[]).flatMap((object) => {
    const installed = objectPermissions?.find(({ objectMetadataId }) => objectMetadataId === objects.get(object)!.id);
    const declared = rightsOf(LEGAL_RIGHTS[object].workers);
    const real = {
      read: installed?.canReadObjectRecords,
      update: installed?.canUpdateObjectRecords,
      delete: installed?.canSoftDeleteObjectRecords,
      destroy: installed?.canDestroyObjectRecords,
    };
    return (Object.keys(real) as (keyof typeof real)[]).map((right) => ({
      role: 'workers', object, door: right, isOpen: real[right] ?? false, shouldBe: declared[right],
    }));
  });
};

const scopesShape = z.object({ edges: z.array(z.object({ node: z.object({ id: z.string(), departmentScope: z.string().nullish() }) })) });
const readScopes = async (admin: Caller) =>
  (await admin.get(scopesShape, '{ workspaceMembers(first: 1000) { edges { node { id departmentScope } } } }')).edges.map(({ node }) => node);
const writeScope = (admin: Caller, id: string, scope: string) =>
  admin.do('mutation ($id: UUID!, $scope: String) { updateWorkspaceMember(id: $id, data: { departmentScope: $scope }) { id } }', { id, scope });

/** Whether a member with one department in scope meets its records alone: the standing ones are of that department, the spare of none. */
const isNarrowed = async (probe: Caller, objects: Map<string, ServerObject>): Promise<boolean> => {
  for (const name of SCOPED_OBJECTS) {
    const [standing, spare] = await Promise.all(
      (['standing', 'spare'] as const).map((part) =>
        probe.get(
          z.object({ totalCount: z.number() }),
          `query ($filter: ${capitalize(name)}FilterInput) { ${objects.get(name)!.namePlural}(filter: $filter) { totalCount } }`,
          { filter: { id: { eq: idOf(name, part) } } },
        ),
      ),
    );
    if (standing!.totalCount !== 1 || spare!.totalCount !== 0) return false;
  }
  return true;
};

type Checked = { reports: Map<RoleKey, Report>; findings: Finding[]; scope: Scope | undefined; unguarded: string[] };

const check = async (url: string, users: Users, keys: PersonKey[], say: (line: string) => void): Promise<Checked> => {
  const [admin, probe] = await Promise.all([signIn(url, users.administrator), signIn(url, users.probe)]);
  const [memberId, adminId] = await Promise.all([memberIdOf(probe), memberIdOf(admin)]);
  if (memberId === adminId) throw new Error('The probe must be another member than the administrator');
  const [objects, roles] = await Promise.all([objectsOf(admin), rolesOf(admin)]);
  const missing = CHECKED.filter((name) => !objects.has(name));
  if (missing.length) throw new Error(`The server has no ${missing.join(', ')}: run npm run deploy first`);
  const tried = keys.map((key) => ({ key, role: roleOf(roles, key) }));
  const oldRole = roles.find(({ workspaceMembers }) => workspaceMembers.some(({ id }) => id === memberId));
  if (!oldRole) throw new Error(`${users.probe.email} has no role`);
  const scopes = await readScopes(admin);
  const oldScope = scopes.find(({ id }) => id === memberId)?.departmentScope ?? '';

  // Ctrl+C ends the attempts; what follows them is done all the same.
  const stop = () => probe.stop();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  say(`${users.probe.email} is ${oldRole.label}, and gets that back at the end.`);
  try {
    await removeRecords(admin, objects);
    for (const name of CHECKED) await makeRecords(admin, objects.get(name)!, ['standing', 'spare'], memberId);
    for (const name of CHECKED) await relateRecords(admin, objects.get(name)!);
    await writeScope(admin, memberId, '');
    const reports = new Map<RoleKey, Report>();
    for (const { key, role } of tried) {
      say(`Trying ${role.label}…`);
      await giveRole(admin, memberId, role.id);
      reports.set(key, await tryRole({ role: key, probe, memberId, admin, adminId, objects }));
    }
    await writeScope(admin, memberId, JSON.stringify([idOf('department', 'standing')]));
    const scoped = tried.filter(({ key }) => SCOPED_ROLES.includes(key));
    const applied: boolean[] = [];
    for (const { role } of scoped) {
      await giveRole(admin, memberId, role.id);
      applied.push(await isNarrowed(probe, objects));
    }
    const unguarded: string[] = [];
    for (const name of UNGUARDED) {
      if ((await probe.try(`mutation { destroy${capitalize(objects.get(name)!.namePlural)}(filter: { id: { eq: "${idOf(name, 'new')}" } }) { id } }`)).is === 'done') unguarded.push(name);
    }
    return {
      reports,
      findings: [...[...reports.values()].flatMap(({ findings }) => findings), ...workersFindings(roles, objects)],
      scope: scoped.length
        ? {
            roles: scoped.map(({ role }) => role.label),
            isApplied: applied.every(Boolean),
            relying: scopes.filter(({ id, departmentScope }) => id !== memberId && departmentScope).length,
          }
        : undefined,
      unguarded,
    };
  } finally {
    // One after the other whatever becomes of each: the role first.
    const left: string[] = [];
    await giveRole(admin, memberId, oldRole.id).catch((error: Error) => left.push(`the role ${oldRole.label} of ${users.probe.email} (${error.message})`));
    await writeScope(admin, memberId, oldScope).catch((error: Error) => left.push(`departmentScope of ${users.probe.email} (${error.message})`));
    await removeRecords(admin, objects);
    // Workers at it just then write some of them anew.
    await sleep(WORKERS_MS);
    left.push(...(await removeRecords(admin, objects)));
    say(left.length ? `!!! To be put right by hand: ${left.join('; ')}` : `${users.probe.email} is ${oldRole.label} again, and every record of the check is destroyed.`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, stop);
  }
};

const main = async (): Promise<number> => {
  const { isJson, keys } = readArguments(process.argv.slice(2));
  const url = process.env.TWENTY_API_URL?.replace(/\/+$/, '');
  const users = url ? readUsers() : sandboxUsers();
  const sandbox = url ? undefined : await startSandbox({ args: ['--empty'] });
  try {
    const { reports, findings, scope, unguarded } = await check(url ?? sandbox!.url, users, keys, (line) => console.error(line));
    const wrong = findings.filter(isWrong);
    const unclear = [...reports.values()].flatMap((report) => report.unclear);
    // A predicate that the server does not apply is wrong where somebody relies on it.
    const isScopeWrong = scope !== undefined && !scope.isApplied && scope.relying > 0;
    if (isJson) {
      const rights = Object.fromEntries([...reports].map(([role, report]) => [role, Object.fromEntries(report.rights)]));
      console.log(JSON.stringify({ rights, wrong, unclear, scope, unguarded }, null, 2));
    } else {
      console.log(['', ...print(url ?? 'a sandbox of its own', reports, scope, unguarded), ...printWrong(wrong)].join('\n'));
      if (isScopeWrong) console.log('\n!!! NOT ENFORCED on this server: row-level predicates, on which people rely by "Departments seen"');
      if (unclear.length) console.log(['', `Unclear, since something else than a right was in the way: ${unclear.length}`, ...unclear.map((line) => `?   ${line}`)].join('\n'));
      if (!wrong.length && !isScopeWrong && !unclear.length) console.log('\nEvery declared right is enforced.');
    }
    return wrong.length || isScopeWrong || unclear.length ? 1 : 0;
  } finally {
    await sandbox?.stop();
  }
};

process.exitCode = await main().catch((error: Error) => {
  console.error(error.message === 'stopped' ? 'Stopped before the end: nothing is said of the rights.' : error.message);
  return 1;
});
