import { GraphQLError, Kind, parse, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { asGraphqlError, badInput, badQuery } from './errors';
import { introspect } from './schema';
import { selectionsOf, type Selection } from './selection';
import type { Json } from './sql';
import type { Operation, Workspace } from './workspace';
import type { Actor } from './writer';

export type GraphqlRequest = { query?: unknown; variables?: Json | null; operationName?: string | null };
export type GraphqlAnswer = { data?: Json; errors?: Json[] };

const MAX_ROOT_FIELDS = 20;
const INTROSPECTION = new Set(['__schema', '__type']);
const NUMBERS = ['first', 'last', 'offset', 'limit'];

const checkArguments = ({ args: allowed, required }: Operation, args: Json): void => {
  for (const name of Object.keys(args)) if (!allowed.includes(name)) throw badQuery(`Argument not allowed: ${name}`);
  for (const name of NUMBERS) {
    if (args[name] != null && typeof args[name] !== 'number') throw badQuery(`Invalid argument: "${name}" must be a number`);
  }
  if (required && args[required] == null) throw badQuery(`Missing required argument: "${required}"`);
};

const operationOf = (document: DocumentNode, name: string | null | undefined): OperationDefinitionNode | undefined =>
  document.definitions.find(
    (definition): definition is OperationDefinitionNode =>
      definition.kind === Kind.OPERATION_DEFINITION && (!name || definition.name?.value === name),
  );

const fragmentsOf = (document: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

const checkRoots = (roots: Selection[]): void => {
  if (roots.length > MAX_ROOT_FIELDS) {
    throw badInput(
      `Query too complex - Too many root resolvers requested: ${roots.length} - Maximum allowed root resolvers: ${MAX_ROOT_FIELDS}`,
    );
  }
  const names = roots.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw badInput(`Duplicate root resolver: "${twice}"`);
};

/**
 * Answers `/graphql` as Twenty does, which is not by GraphQL's own execution: each root field is run by itself, arguments are checked
 * by the data model and not by declared types, and an error has a code but neither path nor place.
 */
export const executeGraphql = async (workspace: Workspace, actor: Actor | undefined, request: GraphqlRequest): Promise<GraphqlAnswer> => {
  let document: DocumentNode;
  try {
    document = parse(String(request.query ?? ''));
  } catch (error) {
    return { errors: [(error as GraphQLError).toJSON() as unknown as Json] };
  }
  const operation = operationOf(document, request.operationName);
  if (!operation) return { errors: [{ message: 'Must provide an operation.' }] };
  const roots = selectionsOf(operation.selectionSet, { fragments: fragmentsOf(document), variables: request.variables ?? {} }, true);
  const type = operation.operation === 'mutation' ? 'Mutation' : 'Query';
  const isKnown = ({ name }: Selection) => name === '__typename' || (actor !== undefined && (workspace.operations.has(name) || INTROSPECTION.has(name)));
  const stranger = roots.find((root) => !isKnown(root));
  if (stranger) return { errors: [{ message: `Cannot query field "${stranger.name}" on type "${type}".` }] };
  try {
    checkRoots(roots);
  } catch (error) {
    return { data: {}, errors: [asGraphqlError(error)] };
  }

  const data: Json = {};
  const errors: Json[] = [];
  await Promise.all(
    roots.map(async ({ key, name, args, children }) => {
      try {
        if (name === '__typename') {
          data[key] = type;
          return;
        }
        if (INTROSPECTION.has(name)) {
          data[key] = (await introspect(workspace.model, document, request.operationName)).data?.[key] ?? null;
          return;
        }
        const found = workspace.operations.get(name)!;
        checkArguments(found, args);
        data[key] = await workspace.run(found, actor!, args, children);
      } catch (error) {
        data[key] = null;
        errors.push(asGraphqlError(error));
      }
    }),
  );
  return errors.length ? { data, errors } : { data };
};

/** GraphQL without the wire: for whoever fills the workspace, with the rights of the person of that e-mail, or all rights. */
export type Api = <T>(query: string, variables?: Json, email?: string) => Promise<T>;

export const innerApi =
  (workspace: Workspace): Api =>
  async <T>(query: string, variables?: Json, email?: string): Promise<T> => {
    const actor = await workspace.people.actorOf(email);
    const { data, errors } = await executeGraphql(workspace, actor, { query, variables });
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    return data as T;
  };
