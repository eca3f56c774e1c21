/** Field types as Twenty stores them: what columns a field takes, and which part of a composite value lies in each. */

export const COMPOSITES: Record<string, Record<string, string>> = {
  CURRENCY: { amountMicros: 'NUMERIC', currencyCode: 'CODE' },
  FULL_NAME: { firstName: 'TEXT', lastName: 'TEXT' },
  ACTOR: { source: 'SELECT', workspaceMemberId: 'UUID', name: 'TEXT', context: 'RAW_JSON' },
  LINKS: { primaryLinkLabel: 'TEXT', primaryLinkUrl: 'TEXT', secondaryLinks: 'JSON_LIST' },
  PHONES: {
    primaryPhoneNumber: 'TEXT',
    primaryPhoneCountryCode: 'TEXT',
    primaryPhoneCallingCode: 'TEXT',
    additionalPhones: 'JSON_LIST',
  },
  EMAILS: { primaryEmail: 'TEXT', additionalEmails: 'JSON_LIST' },
  ADDRESS: {
    addressStreet1: 'TEXT',
    addressStreet2: 'TEXT',
    addressCity: 'TEXT',
    addressPostcode: 'TEXT',
    addressState: 'TEXT',
    addressCountry: 'TEXT',
    addressLat: 'NUMERIC',
    addressLng: 'NUMERIC',
  },
  RICH_TEXT: { blocknote: 'CODE', markdown: 'TEXT' },
};

export const ACTOR_SOURCES = [
  'EMAIL',
  'CALENDAR',
  'WORKFLOW',
  'AGENT',
  'API',
  'IMPORT',
  'MANUAL',
  'SYSTEM',
  'WEBHOOK',
  'APPLICATION',
];

/** `CODE` is text whose absence reads as null, not as `""`; `JSON_LIST` is JSON whose absence reads as an empty list. */
const SQL_TYPES: Record<string, string> = {
  UUID: 'uuid',
  TEXT: 'text',
  CODE: 'text',
  SELECT: 'text',
  RATING: 'text',
  NUMBER: 'double precision',
  NUMERIC: 'numeric',
  POSITION: 'double precision',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATE_TIME: 'timestamptz',
  MULTI_SELECT: 'text[]',
  ARRAY: 'text[]',
  RAW_JSON: 'jsonb',
  JSON_LIST: 'jsonb',
  FILES: 'jsonb',
};

export type Column = { name: string; part?: string; type: string; sqlType: string };

export const capitalize = (text: string): string => text[0]!.toUpperCase() + text.slice(1);

/** `FULL_NAME` to `FullName`, as the API calls the type. */
export const compositeName = (type: string): string => type.split('_').map((word) => word[0] + word.slice(1).toLowerCase()).join('');

export const columnsOf = (field: { name: string; type: string; settings: Record<string, unknown> }): Column[] => {
  const parts = COMPOSITES[field.type];
  if (parts) {
    return Object.entries(parts).map(([part, type]) => ({
      name: `${field.name}${capitalize(part)}`,
      part,
      type,
      sqlType: SQL_TYPES[type]!,
    }));
  }
  if (field.type === 'NUMBER' && field.settings.dataType === 'int') return [{ name: field.name, type: 'NUMBER', sqlType: 'integer' }];
  const sqlType = SQL_TYPES[field.type];
  return sqlType ? [{ name: field.name, type: field.type, sqlType }] : [];
};

const STRINGS = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'is', 'like', 'ilike', 'startsWith', 'endsWith'];
const COMPARED = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'is'];
const JSON_OPERATORS = ['is', 'like'];

/** The filter operators that Twenty allows for each type. */
export const OPERATORS: Record<string, string[]> = {
  TEXT: STRINGS,
  CODE: STRINGS,
  NUMBER: COMPARED,
  NUMERIC: COMPARED,
  POSITION: COMPARED,
  DATE: COMPARED,
  DATE_TIME: COMPARED,
  UUID: COMPARED,
  BOOLEAN: ['eq', 'is'],
  ARRAY: ['containsIlike', 'is', 'isEmptyArray'],
  MULTI_SELECT: ['containsAny', 'is', 'isEmptyArray'],
  SELECT: ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'containsAny', 'is', 'isEmptyArray'],
  RATING: ['eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'in', 'containsAny', 'is', 'isEmptyArray'],
  RAW_JSON: JSON_OPERATORS,
  JSON_LIST: JSON_OPERATORS,
  FILES: JSON_OPERATORS,
  TS_VECTOR: ['search'],
};
