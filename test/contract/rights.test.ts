import { randomUUID } from 'node:crypto';
import { Caller, findTwenty, signIn, type Json, type Twenty } from './twenty';

/** What the roles rely on of Twenty: what a right that is not given really refuses, and what it does not. */

const RUN = `contract-${randomUUID().slice(0, 8)}`;
const name = (text: string) => `${RUN} ${text}`;
const code = (text: string) => `${RUN}-${text}`;
const DENIED = 'Entity performing the request does not have permission';
const denied = (message = DENIED) => ({ message, extensions: { code: 'FORBIDDEN', subCode: 'PERMISSION_DENIED' } });
const closed = (field: string, object: string) => denied(`${DENIED}: no permission to write field "${field}" on "${object}"`);

let twenty: Twenty;
let key: Caller;
let lawyer: Caller;
let lawyerMemberId: string;
const [caseId, outsideId, departmentId, recoveryId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

const create = (object: string, data: Json): Promise<Json> => {
  const type = `${object[0]!.toUpperCase()}${object.slice(1)}`;
  return key.get(`mutation Create($data: ${type}CreateInput!) { create${type}(data: $data) { id } }`, { data });
};

beforeAll(async () => {
  twenty = await findTwenty();
  key = new Caller(twenty.url, twenty.apiKey);
  lawyer = new Caller(twenty.url, (await signIn(twenty, twenty.lawyer)).accessOrWorkspaceAgnosticToken.token);
  lawyerMemberId = (await lawyer.get('{ currentUser { workspaceMember { id } } }', {}, '/metadata')).workspaceMember.id;
  await create('department', { id: departmentId, name: name('Department') });
  await create('legalCase', { id: caseId, title: name('Inside'), number: code('inside'), departmentId });
  await create('legalCase', { id: outsideId, title: name('Outside'), number: code('outside') });
  await create('caseFinance', { name: name('Finance'), legalCaseId: caseId });
  await create('recovery', { id: recoveryId, name: name('Recovery'), legalCaseId: caseId });
});

afterAll(async () => {
  if (key) {
    await key.ask(
      `mutation Clean($finances: CaseFinanceFilterInput!, $recoveries: RecoveryFilterInput!, $cases: LegalCaseFilterInput!, $departments: DepartmentFilterInput!) {
        destroyCaseFinances(filter: $finances) { id }
        destroyRecoveries(filter: $recoveries) { id }
        destroyLegalCases(filter: $cases) { id }
        destroyDepartments(filter: $departments) { id }
      }`,
      {
        finances: { legalCaseId: { in: [caseId, outsideId] } },
        recoveries: { id: { eq: recoveryId } },
        cases: { id: { in: [caseId, outsideId] } },
        departments: { name: { like: `${RUN}%` } },
      },
    );
  }
  await twenty?.end();
});

it('refuses an object without the right to read it, however one asks', async () => {
  for (const query of [
    '{ caseFinances { edges { node { id } } } }',
    `{ caseFinances(filter: { legalCaseId: { eq: "${caseId}" } }) { totalCount } }`,
    '{ caseFinances { sumClaimedAmountMicros } }',
    '{ caseFinancesGroupBy(groupBy: [{ claimed: { currencyCode: true } }]) { totalCount } }',
    `{ legalCase(filter: { id: { eq: "${caseId}" } }) { caseFinances { edges { node { id } } } } }`,
    `{ legalCases(filter: { id: { eq: "${caseId}" } }) { edges { node { caseFinances { edges { node { id } } } } } } }`,
    `mutation { createCaseFinances(data: [{ legalCaseId: "${caseId}" }], upsert: true) { id } }`,
  ])
    expect([query, await lawyer.refusal(query)]).toMatchObject([query, denied()]);
  expect((await lawyer.post('/rest/caseFinances', undefined, 'GET')).ok).toBe(false);
});

it('refuses to write a closed field, and no other of the record', async () => {
  for (const field of ['claimed', 'awarded', 'collected']) {
    const query = `mutation { updateRecovery(id: "${recoveryId}", data: { ${field}: { amountMicros: 5000000, currencyCode: "RUB" } }) { id } }`;
    expect(await lawyer.refusal(query)).toMatchObject(closed(field, 'recovery'));
  }
  expect(await lawyer.get(`mutation { updateRecovery(id: "${recoveryId}", data: { collectedAt: "2026-10-01" }) { collectedAt } }`)).toEqual({ collectedAt: '2026-10-01' });
});

it('takes the time of deletion from whoever may write it, with no right to delete', async () => {
  const found = () => key.get(`{ recoveries(filter: { id: { eq: "${recoveryId}" } }) { totalCount } }`);
  const write = (value: string) => `mutation { updateRecovery(id: "${recoveryId}", data: { deletedAt: ${value} }) { id } }`;
  expect(await lawyer.refusal(write('"2026-01-01T00:00:00Z"'))).toMatchObject(closed('deletedAt', 'recovery'));
  await key.get(write('"2026-01-01T00:00:00Z"'));
  expect(await found()).toEqual({ totalCount: 0 });
  await key.get(write('null'));
  expect(await found()).toEqual({ totalCount: 1 });
});

it('refuses an upsert of what is there to whoever may not write the time of deletion, and none of what is new', async () => {
  const upsert = (id: string) => `mutation { createRecoveries(data: [{ id: "${id}", name: "${name('Recovery')}" }], upsert: true) { name } }`;
  expect(await lawyer.refusal(upsert(recoveryId))).toMatchObject(closed('deletedAt', 'recovery'));
  const newId = randomUUID();
  expect(await lawyer.get(upsert(newId))).toEqual([{ name: name('Recovery') }]);
  await key.get(`mutation { destroyRecovery(id: "${newId}") { id } }`);
});

it('takes no notice of an amount that is null, but of its parts', async () => {
  const write = (claimed: string) => `mutation { updateRecovery(id: "${recoveryId}", data: { claimed: ${claimed} }) { claimed { amountMicros currencyCode } } }`;
  const seven = { claimed: { amountMicros: 7_000_000, currencyCode: 'RUB' } };
  expect(await key.get(write('{ amountMicros: 7000000, currencyCode: "RUB" }'))).toEqual(seven);
  for (const who of [key, lawyer]) for (const nothing of ['null', '{}']) expect(await who.get(write(nothing))).toEqual(seven);
  expect(await lawyer.refusal(write('{ amountMicros: null }'))).toMatchObject(closed('claimed', 'recovery'));
  expect((await key.get(write('{ amountMicros: null, currencyCode: null }'))).claimed.amountMicros).toBeNull();
});

it('gives the tools of the page in one word, and the members to everybody to read', async () => {
  const { currentUserWorkspace } = await lawyer.get('{ currentUser { currentUserWorkspace { permissionFlags } } }', {}, '/metadata');
  expect(currentUserWorkspace.permissionFlags).toEqual(expect.arrayContaining(['VIEWS', 'UPLOAD_FILE', 'DOWNLOAD_FILE', 'EXPORT_CSV', 'PROFILE_INFORMATION']));
  expect(currentUserWorkspace.permissionFlags).not.toContain('WORKSPACE_MEMBERS');
  expect((await lawyer.get('{ workspaceMembers { totalCount } }')).totalCount).toBeGreaterThan(0);
});

it('guards notes’ and tasks’ ties, files and timeline for nobody', async () => {
  for (const plural of ['noteTargets', 'taskTargets', 'attachments', 'timelineActivities']) {
    await lawyer.get(`{ ${plural}(first: 1) { totalCount } }`);
    const destroy = `destroy${plural[0]!.toUpperCase()}${plural.slice(1)}`;
    expect(await lawyer.get(`mutation { ${destroy}(filter: { id: { eq: "${randomUUID()}" } }) { id } }`)).toEqual([]);
  }
});

it('knows no such tie, file or timeline of what is confidential', async () => {
  for (const [plural, field] of [['noteTargets', 'targetCaseFinance'], ['attachments', 'targetFirstVisit'], ['timelineActivities', 'targetRecovery']] as const) {
    const { message } = await lawyer.refusal(`{ ${plural}(filter: { ${field}: { name: { like: "%" } } }) { totalCount } }`);
    expect(message).toContain(`doesn't have any "${field}" field`);
  }
});

describe('row-level predicates', () => {
  const scope = (departmentScope: string) =>
    key.get('mutation Scope($id: UUID!, $data: WorkspaceMemberUpdateInput!) { updateWorkspaceMember(id: $id, data: $data) { id } }', { id: lawyerMemberId, data: { departmentScope } });
  afterAll(() => key && scope(''));

  const both = `filter: { id: { in: ["${caseId}", "${outsideId}"] } }`;
  const titles = async (): Promise<string[]> => {
    const { edges } = await lawyer.get(`{ legalCases(${both}, orderBy: [{ title: AscNullsFirst }]) { edges { node { title } } } }`);
    return edges.map(({ node }: Json) => node.title.replace(`${RUN} `, ''));
  };
  const outOfScope = (said: string) => ({ message: `${said} does not satisfy row-level security constraints of your current role`, extensions: { code: 'BAD_USER_INPUT' } });

  it('bind nobody whose field is empty, or holds no ids', async () => {
    for (const text of ['', 'no id']) {
      await scope(text);
      expect(await titles()).toEqual(['Inside', 'Outside']);
    }
  });

  it('leave a member the records of the departments in their field: in lists, in groups, from related records', async () => {
    for (const ids of [departmentId, JSON.stringify([departmentId])]) {
      await scope(ids);
      expect(await titles()).toEqual(['Inside']);
    }
    expect(await lawyer.get(`{ legalCasesGroupBy(groupBy: [{ stage: true }], ${both}) { totalCount } }`)).toEqual([{ totalCount: 1 }]);
    expect(await key.get(`{ legalCases(${both}) { totalCount } }`)).toEqual({ totalCount: 2 });
  });

  it('refuse to make or to move a record beyond them', async () => {
    await scope(departmentId);
    expect(await lawyer.refusal(`mutation { updateLegalCase(id: "${outsideId}", data: { nextStep: "x" }) { id } }`)).toMatchObject(outOfScope('Updated record'));
    expect(await lawyer.refusal(`mutation { updateLegalCase(id: "${caseId}", data: { departmentId: null }) { id } }`)).toMatchObject(outOfScope('Updated record'));
    expect(await lawyer.refusal(`mutation { createLegalCase(data: { title: "${name('No')}", number: "${code('no')}" }) { id } }`)).toMatchObject(outOfScope('Record'));
  });

  it('are not the member’s own to lift', async () => {
    await scope(departmentId);
    expect(await lawyer.refusal(`mutation { updateWorkspaceMember(id: "${lawyerMemberId}", data: { departmentScope: "" }) { id } }`)).toMatchObject(denied());
    const { errors } = await lawyer.ask(
      'mutation Own($id: UUID!) { updateWorkspaceMemberSettings(input: { workspaceMemberId: $id, update: { departmentScope: "" } }) }',
      { id: lawyerMemberId },
      '/metadata',
    );
    expect(errors![0]).toMatchObject({ message: 'Cannot update custom workspaceMember field via this endpoint: departmentScope', extensions: { code: 'BAD_USER_INPUT' } });
  });
});
