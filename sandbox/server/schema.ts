import { buildSchema, execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { ACTOR_SOURCES, capitalize, compositeName, COMPOSITES } from './fields';
import { aggregatesOf } from './aggregate';
import { typeName, type Field, type Model, type ObjectType } from './model';

/** The types that Twenty declares for the records, for those who ask what there is. Requests for records do not pass through them. */

const SCALARS: Record<string, string> = {
  UUID: 'UUID',
  TEXT: 'String',
  CODE: 'String',
  NUMERIC: 'BigFloat',
  POSITION: 'Position',
  BOOLEAN: 'Boolean',
  DATE: 'Date',
  DATE_TIME: 'DateTime',
  RAW_JSON: 'JSON',
  JSON_LIST: 'JSON',
  ARRAY: '[String]',
  TS_VECTOR: 'TSVector',
};

const FILTERS: Record<string, string> = {
  UUID: 'UUIDFilter',
  TEXT: 'StringFilter',
  CODE: 'StringFilter',
  NUMERIC: 'BigFloatFilter',
  POSITION: 'FloatFilter',
  BOOLEAN: 'BooleanFilter',
  DATE: 'DateFilter',
  DATE_TIME: 'DateTimeFilter',
  RAW_JSON: 'RawJsonFilter',
  JSON_LIST: 'RawJsonFilter',
  FILES: 'RawJsonFilter',
  ARRAY: 'ArrayFilter',
  TS_VECTOR: 'TSVectorFilter',
};

const COMPARED: Record<string, string> = { StringFilter: 'String', UUIDFilter: 'UUID', BigFloatFilter: 'BigFloat', FloatFilter: 'Float', IntFilter: 'Int', DateFilter: 'Date', DateTimeFilter: 'DateTime' };

const TEXT_OPERATORS = 'startsWith: String endsWith: String like: String ilike: String regex: String iregex: String';

const block = (head: string, lines: string[]): string => `${head} {\n  ${lines.join('\n  ')}\n}`;

const enumFilter = (name: string): string =>
  block(`input ${name}Filter`, [`eq: ${name}`, `neq: ${name}`, `in: [${name}]`, `containsAny: [${name}]`, 'is: FilterIs', 'isEmptyArray: Boolean']);

const common = (): string[] => [
  ...['UUID', 'DateTime', 'Date', 'Position', 'BigFloat', 'JSON', 'TSVector', 'Cursor', 'ConnectionCursor'].map((name) => `scalar ${name}`),
  'enum FilterIs { NULL NOT_NULL }',
  'enum OrderByDirection { AscNullsFirst AscNullsLast DescNullsFirst DescNullsLast }',
  'enum DateGranularityEnum { DAY MONTH QUARTER YEAR WEEK DAY_OF_THE_WEEK MONTH_OF_THE_YEAR QUARTER_OF_THE_YEAR NONE }',
  'enum FirstDayOfTheWeek { MONDAY SUNDAY SATURDAY }',
  'input GroupByDateGranularityInput { granularity: DateGranularityEnum weekStartDay: FirstDayOfTheWeek timeZone: String }',
  'input OrderByDateGranularityInput { orderBy: OrderByDirection granularity: DateGranularityEnum }',
  'type PageInfo { startCursor: ConnectionCursor endCursor: ConnectionCursor hasNextPage: Boolean! hasPreviousPage: Boolean! }',
  'type FileObject { fileId: UUID! label: String! extension: String url: String }',
  'input FileItemInput { fileId: UUID! label: String! }',
  'input BooleanFilter { eq: Boolean is: FilterIs }',
  'input RawJsonFilter { is: FilterIs like: String }',
  'input ArrayFilter { containsIlike: String is: FilterIs isEmptyArray: Boolean }',
  'input TSVectorFilter { search: String }',
  ...Object.entries(COMPARED).map(
    ([filter, type]) =>
      `input ${filter} { eq: ${type} gt: ${type} gte: ${type} in: [${type}${type === 'UUID' ? '' : '!'}] lt: ${type} lte: ${type} neq: ${type} is: FilterIs ${type === 'String' ? TEXT_OPERATORS : ''} }`,
  ),
  block('enum ActorSourceEnum', ACTOR_SOURCES),
  enumFilter('ActorSourceEnum'),
];

const compositeTypes = (): string[] =>
  Object.entries(COMPOSITES).flatMap(([type, parts]) => {
    const name = compositeName(type);
    const scalar = (part: string, partType: string) => (part === 'source' ? 'ActorSourceEnum' : SCALARS[partType]!);
    const lines = (line: (part: string, partType: string) => string) => Object.entries(parts).map(([part, partType]) => `${part}: ${line(part, partType)}`);
    const isGrouped = ([, partType]: [string, string]) => !['RAW_JSON', 'JSON_LIST'].includes(partType);
    return [
      block(`type ${name}`, lines(scalar)),
      block(`input ${name}CreateInput`, lines(scalar)),
      block(`input ${name}UpdateInput`, lines(scalar)),
      block(`input ${name}FilterInput`, lines((part, partType) => (part === 'source' ? 'ActorSourceEnumFilter' : FILTERS[partType]!))),
      block(`input ${name}OrderByInput`, lines(() => 'OrderByDirection')),
      block(`input ${name}GroupByInput`, Object.entries(parts).filter(isGrouped).map(([part]) => `${part}: Boolean`)),
    ];
  });

const enumName = (field: Field) => `${typeName(field.object)}${capitalize(field.name)}Enum`;
const isInteger = ({ settings }: Field) => settings.dataType === 'int' || settings.dataType === undefined && settings.decimals === 0;
const isOptions = ({ type }: Field) => type === 'SELECT' || type === 'MULTI_SELECT';

const scalarOf = (field: Field): string => {
  if (field.type === 'SELECT') return enumName(field);
  if (field.type === 'MULTI_SELECT') return `[${enumName(field)}]`;
  if (field.type === 'NUMBER') return isInteger(field) ? 'Int' : 'Float';
  return SCALARS[field.type]!;
};

const outputOf = (field: Field): string => {
  const type = field.type === 'FILES' ? '[FileObject]' : field.type in COMPOSITES ? compositeName(field.type) : scalarOf(field);
  return field.isNullable ? type : `${type}!`;
};

const inputOf = (field: Field, kind: 'Create' | 'Update'): string => {
  if (field.name === 'id') return 'ID';
  if (field.type === 'FILES') return '[FileItemInput]';
  return field.type in COMPOSITES ? `${compositeName(field.type)}${kind}Input` : scalarOf(field);
};

const filterOf = (field: Field): string => {
  if (isOptions(field)) return `${enumName(field)}Filter`;
  if (field.type === 'NUMBER') return isInteger(field) ? 'IntFilter' : 'FloatFilter';
  return field.type in COMPOSITES ? `${compositeName(field.type)}FilterInput` : FILTERS[field.type]!;
};

const isDate = ({ type }: Field) => type === 'DATE' || type === 'DATE_TIME';
const orderOf = (field: Field): string => (field.type in COMPOSITES ? `${compositeName(field.type)}OrderByInput` : 'OrderByDirection');
const groupOrderOf = (field: Field): string => (isDate(field) ? 'OrderByDateGranularityInput' : orderOf(field));
const groupOf = (field: Field): string =>
  isDate(field) ? 'GroupByDateGranularityInput' : field.type in COMPOSITES ? `${compositeName(field.type)}GroupByInput` : 'Boolean';

const pagingArguments = (name: string) =>
  `(first: Int, last: Int, offset: Int, before: String, after: String, filter: ${name}FilterInput, orderBy: [${name}OrderByInput])`;

const aggregateType = (name: string, field: Field | undefined): string => {
  if (/^(count|totalCount)/.test(name)) return 'Int';
  return field && isDate(field) && /^(min|max)/.test(name) ? 'DateTime' : 'Float';
};

const objectTypes = (object: ObjectType): string[] => {
  const name = typeName(object);
  const fields = [...object.fields.values()];
  const plain = fields.filter(({ relation }) => !relation);
  const toOne = fields.filter(({ relation }) => relation?.kind === 'MANY_TO_ONE');
  const lines = (line: (field: Field) => string) => plain.map((field) => `${field.name}: ${line(field)}`);
  const joins = (type: string) => toOne.map(({ relation }) => `${relation!.joinColumn}: ${type}`);
  const relations = (suffix: string) => toOne.map((field) => `${field.name}: ${typeName(field.relation!.target)}${suffix}`);
  const toMany = fields.flatMap((field) => {
    if (field.relation?.kind !== 'ONE_TO_MANY') return [];
    const target = typeName(field.relation.target);
    return [`${field.name}${pagingArguments(target)}: ${target}Connection`];
  });
  const aggregates = [...aggregatesOf(object)].filter(([, { field }]) => !field?.relation);
  const aggregateLines = aggregates.map(([key, { field }]) => `${key}: ${aggregateType(key, field)}`);
  const input = (kind: 'Create' | 'Update') =>
    block(`input ${name}${kind}Input`, [...lines((field) => inputOf(field, kind)), ...joins('ID'), ...relations('RelationInput')]);
  const groupable = plain.filter(({ type, name: each, isSystem }) =>
    isSystem ? each === 'createdAt' || each === 'updatedAt' : !['UUID', 'RAW_JSON', 'FILES'].includes(type),
  );
  const uniques = plain.filter(({ isUnique, type, name: each }) => isUnique && each !== 'id' && !(type in COMPOSITES));
  const connection = [...aggregateLines, `edges: [${name}Edge!]!`, 'pageInfo: PageInfo!'];
  return [
    ...plain.filter(isOptions).flatMap((field) => [block(`enum ${enumName(field)}`, field.options!.map(({ value }) => value)), enumFilter(enumName(field))]),
    block(`type ${name}`, [...lines(outputOf), ...joins('ID'), ...relations(''), ...toMany]),
    block(`type ${name}Edge`, [`node: ${name}!`, 'cursor: Cursor!']),
    block(`type ${name}Connection`, connection),
    block(`type ${name}GroupByConnection`, [...connection, 'groupByDimensionValues: JSON!']),
    block(`input ${name}WhereUniqueInput`, ['id: ID', ...uniques.map((field) => `${field.name}: ${scalarOf(field)}`)]),
    block(`input ${name}ConnectInput`, [`where: ${name}WhereUniqueInput`]),
    block(`input ${name}RelationInput`, [`connect: ${name}ConnectInput`, 'disconnect: Boolean']),
    input('Create'),
    input('Update'),
    block(`input ${name}FilterInput`, [
      ...lines(filterOf),
      ...joins('UUIDFilter'),
      ...relations('FilterInput'),
      `and: [${name}FilterInput]`,
      `or: [${name}FilterInput]`,
      `not: ${name}FilterInput`,
    ]),
    block(`input ${name}OrderByInput`, [...lines(orderOf), ...joins('OrderByDirection'), ...relations('OrderByInput')]),
    block(`input ${name}OrderByWithGroupByInput`, [
      `aggregate: ${name}OrderByWithGroupByAggregateInput`,
      ...lines(groupOrderOf),
      ...joins('OrderByDirection'),
      ...relations('OrderByWithGroupByInput'),
    ]),
    block(`input ${name}OrderByWithGroupByAggregateInput`, aggregates.map(([key]) => `${key}: OrderByDirection`)),
    block(`input ${name}GroupByInput`, [...groupable.map((field) => `${field.name}: ${groupOf(field)}`), ...relations('GroupByInput')]),
  ];
};

const queries = (object: ObjectType): string[] => {
  const name = typeName(object);
  return [
    `${object.namePlural}${pagingArguments(name)}: ${name}Connection`,
    `${object.nameSingular}(filter: ${name}FilterInput!): ${name}`,
    `${object.namePlural}GroupBy(groupBy: [${name}GroupByInput!]!, filter: ${name}FilterInput, orderBy: [${name}OrderByWithGroupByInput], orderByForRecords: [${name}OrderByInput], viewId: UUID, limit: Int, offsetForRecords: Int): [${name}GroupByConnection!]`,
  ];
};

const mutations = (object: ObjectType): string[] => {
  const name = typeName(object);
  const plural = capitalize(object.namePlural);
  const byId = ['delete', 'destroy', 'restore'].map((word) => `${word}${name}(id: UUID!): ${name}`);
  const byFilter = ['delete', 'destroy', 'restore'].map((word) => `${word}${plural}(filter: ${name}FilterInput!): [${name}!]`);
  return [
    `create${plural}(data: [${name}CreateInput!]!, upsert: Boolean): [${name}!]`,
    `create${name}(data: ${name}CreateInput!, upsert: Boolean): ${name}`,
    `update${name}(id: UUID!, data: ${name}UpdateInput!): ${name}`,
    `update${plural}(data: ${name}UpdateInput!, filter: ${name}FilterInput!): [${name}!]`,
    ...byId,
    ...byFilter,
  ];
};

const schemas = new WeakMap<Model, GraphQLSchema>();

const schemaOf = (model: Model): GraphQLSchema => {
  const known = schemas.get(model);
  if (known) return known;
  const { objects } = model;
  const schema = buildSchema(
    [
      ...common(),
      ...compositeTypes(),
      ...objects.flatMap(objectTypes),
      block('type Query', objects.flatMap(queries)),
      block('type Mutation', objects.flatMap(mutations)),
    ].join('\n'),
    { assumeValidSDL: true },
  );
  schemas.set(model, schema);
  return schema;
};

/** Answers the part of a request that asks for the types. */
export const introspect = async (model: Model, document: DocumentNode, operationName?: string | null): Promise<ExecutionResult> =>
  execute({ schema: schemaOf(model), document, operationName });
