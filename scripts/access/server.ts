import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { signIn as getTokens } from '../sign-in';

/** A Twenty server as somebody who has signed in meets it. A person's requests are not counted, as those of an API key are. */

type Json = Record<string, unknown>;
const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional(), subCode: z.string().optional() }).optional() })).optional(),
});

/** What became of an attempt: it went through, the server refused it, or something else was in the way, which proves nothing. */
export type Outcome<T = unknown> = { is: 'done'; value: T } | { is: 'refused' } | { is: 'unclear'; reason: string };

const TRIES = 4;

export class Caller {
  private isStopped = false;

  constructor(
    readonly url: string,
    private readonly token?: string,
  ) {}

  /** From now on every attempt throws. */
  stop(): void {
    this.isStopped = true;
  }

  /** Asks for one root field. The server's own faults and a connection that fails are tried again. */
  async try(query: string, variables: Json = {}, path = '/graphql'): Promise<Outcome> {
    for (let attempt = 1; ; attempt += 1) {
      if (this.isStopped) throw new Error('stopped');
      try {
        const { data, errors } = answer.parse(await this.request('POST', path, { query, variables }));
        if (!errors?.length) return { is: 'done', value: Object.values(data ?? {})[0] };
        const [{ message, extensions }] = errors as [NonNullable<typeof errors>[number]];
        if (extensions?.subCode === 'PERMISSION_DENIED' || extensions?.code === 'FORBIDDEN') return { is: 'refused' };
        const isFault = extensions?.code === 'INTERNAL_SERVER_ERROR';
        if (!isFault || attempt === TRIES) return { is: 'unclear', reason: message };
      } catch (error) {
        if (attempt === TRIES) return { is: 'unclear', reason: `${this.url} does not answer: ${(error as Error).message}` };
      }
      await sleep(1000 * attempt);
    }
  }

  /** @throws Error when it does not go through */
  async get<T>(shape: z.ZodType<T>, query: string, variables: Json = {}, path = '/graphql'): Promise<T> {
    const outcome = await this.try(query, variables, path);
    if (outcome.is === 'done') return shape.parse(outcome.value);
    throw new Error(outcome.is === 'refused' ? `may not: ${query.trim().split('\n')[0]}` : outcome.reason);
  }

  do(query: string, variables: Json = {}, path = '/graphql'): Promise<unknown> {
    return this.get(z.unknown(), query, variables, path);
  }

  async request(method: string, path: string, body?: Json): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(this.token ? { authorization: `Bearer ${this.token}` } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return response.json();
  }
}

export type Credentials = { email: string; password: string };

export const signIn = async (url: string, { email, password }: Credentials): Promise<Caller> => {
  const stranger = new Caller(url);
  try {
    const { accessOrWorkspaceAgnosticToken } = await getTokens((query, variables) => stranger.do(query, variables, '/metadata'), { email, password, origin: url });
    return new Caller(url, accessOrWorkspaceAgnosticToken.token);
  } catch (error) {
    throw new Error(`${email} cannot sign in at ${url}: ${(error as Error).message}`);
  }
};

const objects = z.object({
  edges: z.array(
    z.object({
      node: z.object({
        id: z.string(),
        nameSingular: z.string(),
        namePlural: z.string(),
        isSystem: z.boolean(),
        labelIdentifierFieldMetadataId: z.string().nullish(),
        fieldsList: z.array(
          z.object({
            id: z.string(),
            name: z.string(),
            type: z.string(),
            relation: z.object({ type: z.string(), targetObjectMetadata: z.object({ nameSingular: z.string() }) }).nullish(),
          }),
        ),
      }),
    }),
  ),
});
export type ServerObject = z.infer<typeof objects>['edges'][number]['node'];

export const objectsOf = async (caller: Caller): Promise<Map<string, ServerObject>> => {
  const { edges } = await caller.get(
    objects,
    `{ objects(paging: { first: 500 }) { edges { node { id nameSingular namePlural isSystem labelIdentifierFieldMetadataId
       fieldsList { id name type relation { type targetObjectMetadata { nameSingular } } } } } } }`,
    {},
    '/metadata',
  );
  return new Map(edges.map(({ node }) => [node.nameSingular, node]));
};

const roles = z.array(
  z.object({
    id: z.string(),
    label: z.string(),
    universalIdentifier: z.string().nullish(),
    workspaceMembers: z.array(z.object({ id: z.string() })),
    objectPermissions: z
      .array(
        z.object({
          objectMetadataId: z.string(),
          canReadObjectRecords: z.boolean().nullish(),
          canUpdateObjectRecords: z.boolean().nullish(),
          canSoftDeleteObjectRecords: z.boolean().nullish(),
          canDestroyObjectRecords: z.boolean().nullish(),
        }),
      )
      .nullish(),
  }),
);
export type ServerRole = z.infer<typeof roles>[number];

export const rolesOf = (caller: Caller): Promise<ServerRole[]> =>
  caller.get(
    roles,
    `{ getRoles { id label universalIdentifier workspaceMembers { id }
       objectPermissions { objectMetadataId canReadObjectRecords canUpdateObjectRecords canSoftDeleteObjectRecords canDestroyObjectRecords } } }`,
    {},
    '/metadata',
  );
