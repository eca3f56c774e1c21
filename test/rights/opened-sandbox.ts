/** A sandbox whose roles are not what the app declares, as if an administrator had changed them: `OPENED` names the changes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { identifier } from '../../plugin/identifiers';
import type { Manifest } from '../../plugin/manifest';
import { readManifest } from '../../sandbox/manifest';
import { createApp } from '../../sandbox/server/app';
import { openDatabase } from '../../sandbox/server/database';
import { buildModel } from '../../sandbox/server/model';
import { People } from '../../sandbox/server/people';
import { TokenBucket } from '../../sandbox/server/throttle';
import { Workspace } from '../../sandbox/server/workspace';

type Role = Manifest['roles'][number];

const everything = { canReadObjectRecords: true, canUpdateObjectRecords: false, canSoftDeleteObjectRecords: false, canDestroyObjectRecords: false };

const CHANGES: Record<string, { role: string; change: (role: Role) => Role }> = {
  /** The accountant reads medical data. */
  medical: {
    role: 'accountant',
    change: (role) => ({ ...role, objectPermissions: [...role.objectPermissions!, { objectUniversalIdentifier: identifier('firstVisit'), ...everything }] }),
  },
  /** The clerk reads hearings, and so filters filings through them. */
  hearings: {
    role: 'registryClerk',
    change: (role) => ({ ...role, objectPermissions: [...role.objectPermissions!, { objectUniversalIdentifier: identifier('courtHearing'), ...everything }] }),
  },
  /** The outcome of a history row is the accountant's to write. */
  outcome: {
    role: 'accountant',
    change: (role) => ({
      ...role,
      fieldPermissions: role.fieldPermissions!.filter(({ fieldUniversalIdentifier }) => fieldUniversalIdentifier !== identifier('correspondenceHistory.outcome')),
    }),
  },
  /** The accountant no longer sees the finance of cases. */
  finance: {
    role: 'accountant',
    change: (role) => ({
      ...role,
      objectPermissions: role.objectPermissions!.filter(({ objectUniversalIdentifier }) => objectUniversalIdentifier !== identifier('caseFinance')),
    }),
  },
  /** A field is hidden in an object that can be read, and so can be guessed. */
  hidden: {
    role: 'registryClerk',
    change: (role) => ({
      ...role,
      fieldPermissions: [
        ...role.fieldPermissions!,
        { objectUniversalIdentifier: identifier('legalCase'), fieldUniversalIdentifier: identifier('legalCase.nextStep'), canReadFieldValue: false, canUpdateFieldValue: false },
      ],
    }),
  },
  /** The server takes no notice of row-level predicates. */
  predicates: { role: 'assistant', change: ({ rowLevelPermissionPredicates: _, ...role }) => role },
};

const manifest = await readManifest();
for (const name of (process.env.OPENED ?? '').split(',').filter(Boolean)) {
  const { role, change } = CHANGES[name]!;
  manifest.roles = manifest.roles.map((each) => (each.universalIdentifier === identifier(`role.${role}`) ? change(each) : each));
}
const model = buildModel(manifest);
const database = await openDatabase({ databaseUrl: undefined, dataFolder: undefined }, model);
const people = new People(database, model, process.env.TWENTY_API_KEY!);
await people.settle();
const server = createServer(createApp(new Workspace(database, model, people, new TokenBucket(1_000_000))));
server.listen(0, '127.0.0.1', () => console.log(`ready at http://127.0.0.1:${(server.address() as AddressInfo).port}`));
