import { Router, type Request, type Response } from 'express';
import { ApiError, badQuery } from './errors';
import { capitalize, COMPOSITES } from './fields';
import { isUuid } from './guards';
import type { ObjectType } from './model';
import type { Selection } from './selection';
import type { Json } from './sql';
import type { Workspace } from './workspace';
import type { Actor } from './writer';

/** Twenty's REST API: the same operations as GraphQL's, every field of a record at once. */

const select = (name: string, children: Selection[] = []): Selection => ({ key: name, name, args: {}, children });

const ownSelections = (object: ObjectType): Selection[] =>
  [...object.fields.values()].flatMap((field) => {
    if (field.relation?.kind === 'ONE_TO_MANY') return [];
    if (field.relation) return [select(field.relation.joinColumn!)];
    return [select(field.name, Object.keys(COMPOSITES[field.type] ?? {}).map((part) => select(part)))];
  });

const selectionsAt = (object: ObjectType, depth: number): Selection[] => {
  if (depth === 0) return ownSelections(object);
  const related = [...object.fields.values()].flatMap(({ name, relation }) => {
    if (!relation) return [];
    const inner = ownSelections(relation.target);
    return [relation.kind === 'ONE_TO_MANY' ? select(name, [select('edges', [select('node', inner)])]) : select(name, inner)];
  });
  return [...ownSelections(object), ...related];
};

type Connection = { edges: { node: Json }[] };

/** Connections brought to plain lists. */
const flatten = (object: ObjectType, record: Json): Json =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => {
      const isList = object.fields.get(name)?.relation?.kind === 'ONE_TO_MANY';
      return [name, isList ? (value as Connection).edges.map(({ node }) => node) : value];
    }),
  );

/** Splits at commas that lie in no bracket and no quotes. */
const split = (text: string): string[] => {
  const parts = [''];
  let depth = 0;
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && '([{'.includes(character)) depth += 1;
    if (!isQuoted && ')]}'.includes(character)) depth -= 1;
    if (character === ',' && depth === 0 && !isQuoted) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
};

const scalar = (text: string): unknown => {
  const quoted = /^"(.*)"$/s.exec(text);
  if (quoted) return quoted[1];
  if (text === 'true' || text === 'false') return text === 'true';
  return text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
};

const nest = (path: string[], value: unknown): Json =>
  path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as Json;

/** `and(name[like]:"A%",or(…))` and its kin; a plain list of conditions is an `and`. */
const parseFilter = (text: string): Json => {
  const group = /^(and|or|not)\((.*)\)$/s.exec(text);
  if (group) {
    const [, word, inner] = group as unknown as [string, string, string];
    return word === 'not' ? { not: parseFilter(inner) } : { [word]: split(inner).map(parseFilter) };
  }
  const parts = split(text);
  if (parts.length > 1) return { and: parts.map(parseFilter) };
  const condition = /^([\w.]+)\[(\w+)\]:(.*)$/s.exec(text);
  if (!condition) throw badQuery(`'filter' invalid for '${text}'. eg: price[gte]:10`);
  const [, path, operator, value] = condition as unknown as [string, string, string, string];
  const list = /^\[(.*)\]$/s.exec(value);
  return nest([...path.split('.'), operator], list ? split(list[1]!).map(scalar) : operator === 'is' ? value : scalar(value));
};

const parseOrder = (text: string): Json[] =>
  split(text).map((part) => {
    const [, path, direction] = /^([\w.]+)(?:\[(\w+)\])?$/.exec(part) ?? [];
    if (!path) throw badQuery(`'order_by' invalid for '${part}'`);
    return nest(path.split('.'), direction ?? 'AscNullsFirst');
  });

const parseNumber = (name: string, text: string | undefined, fallback: number): number => {
  if (text === undefined) return fallback;
  if (!/^\d+$/.test(text)) throw badQuery(`${name} '${text}' is invalid. Should be an integer`);
  return Number(text);
};

const STATUS: Record<ApiError['code'], [status: number, error: string]> = {
  BAD_USER_INPUT: [400, 'BadRequestException'],
  NOT_FOUND: [404, 'NotFoundException'],
  FORBIDDEN: [403, 'ForbiddenException'],
  UNAUTHENTICATED: [401, 'UNAUTHENTICATED'],
};

const refuse = (response: Response, error: unknown): void => {
  const [statusCode, name] = error instanceof ApiError ? (error.subCode === 'LIMIT_REACHED' ? [429, 'HttpException'] : STATUS[error.code]) : [500, 'Error'];
  response.status(statusCode as number).json({ statusCode, error: name, messages: [(error as Error).message] });
};

type Call = { request: Request; actor: Actor; object: ObjectType; query: Record<string, string | undefined> };

const MAX_PAGE = 200;

export const restRoutes = (workspace: Workspace): Router => {
  const router = Router();

  const run = (call: Call, operation: string, args: Json, selections: Selection[]) =>
    workspace.run(workspace.operations.get(operation)!, call.actor, args, selections);

  const selectionsOf = ({ object, query }: Call) => selectionsAt(object, Math.min(parseNumber('depth', query.depth, 0), 1));

  /** One record by the id in the path, or all that the filter finds. */
  const change = async (call: Call, word: string, args: Json, selections: Selection[], said = word) => {
    const { object, request, query } = call;
    const { id } = request.params as { id?: string };
    if (id === undefined && !query.filter) throw badQuery('Filter is required');
    const operation = `${word}${capitalize(id === undefined ? object.namePlural : object.nameSingular)}`;
    const target = id === undefined ? { filter: parseFilter(query.filter!) } : { id };
    const answer = await run(call, operation, { ...target, ...args }, selections);
    const flat = Array.isArray(answer) ? answer.map((each) => flatten(object, each as Json)) : flatten(object, answer as Json);
    return { data: { [operation.replace(word, said)]: flat } };
  };

  const list = async (call: Call) => {
    const { object, query } = call;
    const limit = Math.min(parseNumber('limit', query.limit, 60), MAX_PAGE);
    const args = {
      ...(query.filter ? { filter: parseFilter(query.filter) } : {}),
      ...(query.order_by ? { orderBy: parseOrder(query.order_by) } : {}),
      ...(query.ending_before ? { before: query.ending_before, last: limit } : { after: query.starting_after, first: limit }),
    };
    const page = [select('edges', [select('node', selectionsOf(call))]), select('totalCount'), select('pageInfo')];
    const { edges, totalCount, pageInfo } = (await run(call, object.namePlural, args, page)) as Connection & Json;
    return { data: { [object.namePlural]: edges.map(({ node }) => flatten(object, node)) }, totalCount, pageInfo };
  };

  const one = async (call: Call) => {
    const { object } = call;
    const record = await run(call, object.nameSingular, { filter: { id: { eq: call.request.params.id } } }, selectionsOf(call));
    return { data: { [object.nameSingular]: flatten(object, record as Json) } };
  };

  const create = (isMany: boolean) => async (call: Call) => {
    const { object, request, query } = call;
    const operation = `create${capitalize(isMany ? object.namePlural : object.nameSingular)}`;
    const answer = await run(call, operation, { data: request.body as unknown, upsert: query.upsert === 'true' }, selectionsOf(call));
    return { data: { [operation]: isMany ? (answer as Json[]).map((each) => flatten(object, each)) : flatten(object, answer as Json) } };
  };

  const update = (call: Call) => change(call, 'update', { data: call.request.body as unknown }, selectionsOf(call));

  const remove = (call: Call) =>
    call.query.soft_delete === 'true' ? change(call, 'delete', {}, selectionsOf(call)) : change(call, 'destroy', {}, [select('id')], 'delete');

  const handle = (work: (call: Call) => Promise<unknown>, status = 200) => async (request: Request, response: Response) => {
    try {
      const identity = await workspace.people.identify(request.header('authorization'));
      if (!identity) throw new ApiError('Missing authentication token', 'FORBIDDEN');
      const { plural, id } = request.params as { plural: string; id?: string };
      const object = workspace.model.objects.find(({ namePlural }) => namePlural === plural);
      if (!object) throw badQuery(`object '${plural}' not found. eg: companies`);
      if (id !== undefined && !isUuid(id)) throw badQuery(`'${id}' is not a valid UUID`);
      response.status(status).json(await work({ request, actor: identity.actor, object, query: request.query as Record<string, string> }));
    } catch (error) {
      refuse(response, error);
    }
  };

  router.post('/batch/:plural', handle(create(true), 201));
  router.route('/:plural').get(handle(list)).post(handle(create(false), 201)).patch(handle(update)).put(handle(update)).delete(handle(remove));
  router.route('/:plural/:id').get(handle(one)).patch(handle(update)).put(handle(update)).delete(handle(remove));
  return router;
};
