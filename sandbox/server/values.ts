import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { isPlainObject, isUuid } from './guards';
import { ACTOR_SOURCES, type Column } from './fields';
import { badData, badFilter } from './errors';
import type { Row } from './database';
import type { Field, ObjectType } from './model';

/** What clients write, checked and brought to columns; and columns brought to what clients read. The words of refusals are Twenty's. */

type Refuse = (message: string, userFriendlyMessage?: string) => Error;

const DATE = /^\d{4}-\d{2}-\d{2}/;

const asNumber = (value: unknown, path: string, refuse: Refuse): number | null => {
  if (value === null || (typeof value === 'number' && Number.isFinite(value))) return value as number | null;
  throw refuse(`Invalid number value ${inspect(value)} for field "${path}"`, `Invalid value for number: "${inspect(value)}"`);
};

const asNumeric = (value: unknown, path: string, refuse: Refuse): number | null =>
  asNumber(typeof value === 'string' && value.trim() !== '' ? Number(value) : value, path, refuse);

const asText = (value: unknown, path: string, refuse: Refuse): string | null => {
  if (value !== null && typeof value !== 'string') {
    throw refuse(`Invalid string value ${inspect(value)} for text field "${path}"`, `Invalid value: "${inspect(value)}"`);
  }
  return value === '' ? null : value;
};

const asUuid = (value: unknown, path: string, refuse: Refuse): string | null => {
  if (value === null || isUuid(value)) return value as string | null;
  throw refuse(`Invalid UUID value ${inspect(value)} for field "${path}"`, `Invalid value for UUID: "${inspect(value)}"`);
};

const asBoolean = (value: unknown, path: string, refuse: Refuse): boolean | null => {
  if (value === null || typeof value === 'boolean') return value;
  throw refuse(`Invalid boolean value ${inspect(value)} for field "${path}"`, `Invalid value: "${inspect(value)}"`);
};

const asDateTime = (value: unknown, path: string, refuse: Refuse): string | null => {
  if (value === null) return null;
  const time = typeof value === 'string' && DATE.test(value) ? Date.parse(value) : NaN;
  if (!Number.isNaN(time)) return new Date(time).toISOString();
  const expected = "Expected format: 'YYYY-MM-DDTHH:mm:ssZ'";
  throw refuse(
    `Invalid value ${inspect(value)} for date-time field "${path}". ${expected}`,
    `Invalid value for date-time: "${inspect(value)}". ${expected}`,
  );
};

const asDate = (value: unknown, path: string, refuse: Refuse): string | null => {
  if (value === null) return null;
  if (typeof value === 'string' && DATE.test(value) && !Number.isNaN(Date.parse(value))) return value.slice(0, 10);
  const expected = "Expected format: 'YYYY-MM-DD'";
  throw refuse(
    `Invalid value ${inspect(value)} for date field "${path}". ${expected}`,
    `Invalid value for date: "${inspect(value)}". ${expected}`,
  );
};

const asJson = (value: unknown, path: string, refuse: Refuse): string | null => {
  if (value === null) return null;
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'string') {
    try {
      return JSON.stringify(JSON.parse(value));
    } catch {
      // Said below, as for every other value that is not an object.
    }
  }
  throw refuse(`Invalid object value ${inspect(value)} for field "${path}"`, 'Invalid value for JSON.');
};

const asOption = (value: unknown, path: string, options: string[], refuse: Refuse): string | null => {
  const text = asText(value, path, refuse);
  if (text === null || options.includes(text)) return text;
  throw refuse(
    `Invalid value "${text}" for field "${path}". Valid values are: ${options.join(', ')}`,
    `Invalid value for field "${path}"`,
  );
};

const asTexts = (value: unknown, path: string, refuse: Refuse): string[] | null => {
  if (value === null) return null;
  const list = typeof value === 'string' ? [value] : value;
  if (Array.isArray(list) && list.every((item) => typeof item === 'string')) return list.length ? (list as string[]) : null;
  throw refuse(`Invalid value ${inspect(value)} for field "${path} - Array values need to be string"`);
};

const asOptions = (value: unknown, path: string, options: string[], refuse: Refuse): string[] | null => {
  const list = asTexts(value, path, refuse);
  if (list?.some((item) => !options.includes(item))) {
    throw refuse(`Invalid value ${inspect(value)} for multi select field "${path}"`, `Invalid value for multi-select: "${inspect(value)}"`);
  }
  return list;
};

const asFiles = (value: unknown, path: string, refuse: Refuse): string | null => {
  const json = asJson(value, path, refuse);
  const files = json === null ? [] : (JSON.parse(json) as unknown);
  const isFile = (file: unknown) =>
    isPlainObject(file) && isUuid(file.fileId) && typeof file.label === 'string' && Object.keys(file).length === 2;
  if (Array.isArray(files) && files.every(isFile)) return files.length ? json : null;
  throw refuse(
    `Invalid value "${inspect(value)}" for FILES field "${path}" - It should be an array of objects with "fileId" and "label" properties.`,
  );
};

const optionsOf = (field: Field): string[] => (field.type === 'ACTOR' ? ACTOR_SOURCES : (field.options ?? []).map(({ value }) => value));

const toColumn = (field: Field, { type }: Column, value: unknown, path: string, refuse: Refuse): unknown => {
  switch (type) {
    case 'UUID':
      return asUuid(value, path, refuse);
    case 'NUMBER':
    case 'POSITION':
      return asNumber(value, path, refuse);
    case 'NUMERIC':
      return asNumeric(value, path, refuse);
    case 'BOOLEAN':
      return asBoolean(value, path, refuse);
    case 'DATE':
      return asDate(value, path, refuse);
    case 'DATE_TIME':
      return asDateTime(value, path, refuse);
    case 'SELECT':
    case 'RATING':
      return asOption(value, path, optionsOf(field), refuse);
    case 'MULTI_SELECT':
      return asOptions(value, path, optionsOf(field), refuse);
    case 'ARRAY':
      return asTexts(value, path, refuse);
    case 'FILES':
      return asFiles(value, path, refuse);
    case 'RAW_JSON':
    case 'JSON_LIST':
      return asJson(value, path, refuse);
    default:
      return asText(value, path, refuse);
  }
};

/** A value to compare with in a filter, checked by Twenty's rules; numbers may come as text there. */
export const toFilterValue = (field: Field, column: Column, value: unknown, path: string): unknown => {
  if (['NUMBER', 'NUMERIC', 'POSITION'].includes(column.type)) return asNumeric(value, path, badFilter);
  if (['UUID', 'BOOLEAN', 'DATE', 'DATE_TIME'].includes(column.type)) return toColumn(field, column, value, path, badFilter);
  return value;
};

const paragraph = (line: string) => ({
  id: randomUUID(),
  type: 'paragraph',
  props: { backgroundColor: 'default', textColor: 'default', textAlignment: 'left' },
  content: line ? [{ type: 'text', text: line, styles: {} }] : [],
  children: [],
});

type Block = { content?: { text?: string }[] };

/** Twenty keeps a rich text twice and makes the missing half from the given one; here without the formatting. */
const completeRichText = (value: Record<string, unknown>): Record<string, unknown> => {
  const { markdown, blocknote } = value;
  if (typeof markdown === 'string' && markdown && !blocknote) {
    return { markdown, blocknote: JSON.stringify(markdown.split(/\n+/).map(paragraph)) };
  }
  if (typeof blocknote === 'string' && blocknote && !markdown) {
    const blocks = JSON.parse(blocknote) as Block[];
    return { blocknote, markdown: blocks.map(({ content }) => (content ?? []).map(({ text }) => text ?? '').join('')).join('\n\n') };
  }
  return value;
};

const lowerCase = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : value);

const withoutTrailingSlash = (value: unknown) => (typeof value === 'string' ? value.replace(/\/$/, '') : value);

const normalize = (field: Field, value: Record<string, unknown>): Record<string, unknown> => {
  if (field.type === 'RICH_TEXT') return completeRichText(value);
  if (field.type === 'EMAILS') return { ...value, primaryEmail: lowerCase(value.primaryEmail) };
  if (field.type === 'LINKS') return { ...value, primaryLinkUrl: withoutTrailingSlash(value.primaryLinkUrl) };
  return value;
};

const TYPE_WORDS: Record<string, string> = { FULL_NAME: 'full name', RICH_TEXT: 'rich text' };

const compositeColumns = (field: Field, value: unknown): Row => {
  if (value === null) return Object.fromEntries(field.columns.map(({ name }) => [name, null]));
  if (!isPlainObject(value)) throw badData(`Invalid object value ${inspect(value)} for field "${field.name}"`);
  const row: Row = {};
  for (const [part, partValue] of Object.entries(normalize(field, value))) {
    if (partValue === undefined) continue;
    const column = field.columns.find((each) => each.part === part);
    if (!column) {
      const word = TYPE_WORDS[field.type] ?? field.type.toLowerCase();
      throw badData(`Invalid subfield ${part} for ${word} field "${field.name}"`);
    }
    row[column.name] = toColumn(field, column, partValue, `${field.name}.${part}`, badData);
  }
  return row;
};

/** The field that a key of written data names: itself, or the relation whose join column it is. */
export const fieldOfKey = (object: ObjectType, key: string): Field => {
  const field = object.fields.get(key) ?? object.joinColumns.get(key);
  if (!field) throw badData(`Object ${object.nameSingular} doesn't have any "${key}" field.`);
  return field;
};

const relationColumns = (field: Field, key: string, value: unknown): Row => {
  const { kind, joinColumn } = field.relation!;
  if (kind === 'ONE_TO_MANY') throw badData(`One-to-many relation ${key} field does not support write operations.`);
  if (key === joinColumn) return { [key]: asUuid(value, key, badData) };
  const { connect, disconnect } = (isPlainObject(value) ? value : {}) as { connect?: { where?: { id?: unknown } }; disconnect?: boolean };
  if (disconnect) return { [joinColumn!]: null };
  if (!connect) throw badData(`Relation "${key}" requires connect or disconnect operation`);
  return { [joinColumn!]: asUuid(connect.where?.id ?? null, key, badData) };
};

const columnsForKey = (object: ObjectType, key: string, value: unknown): Row => {
  const field = fieldOfKey(object, key);
  if (value === null && !field.isNullable && field.defaultValue === null) {
    throw badData(`Field ${key} is not nullable and has no default value.`, 'A required field is missing.');
  }
  if (field.relation) return relationColumns(field, key, value);
  if (field.type === 'TS_VECTOR') throw badData(`${key} ${field.type}-typed field does not support write operations`);
  const [column] = field.columns;
  return column?.part === undefined ? { [key]: toColumn(field, column!, value, key, badData) } : compositeColumns(field, value);
};

export const toColumns = (object: ObjectType, data: Record<string, unknown>): Row =>
  Object.assign(
    {},
    ...Object.entries(data)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => columnsForKey(object, key, value)),
  );

const unquoted = (value: unknown) => (typeof value === 'string' ? value.replace(/^'(.*)'$/s, '$1') : value);

const defaultOf = (field: Field, now: string): unknown => {
  if (field.defaultValue === 'uuid') return randomUUID();
  if (field.defaultValue === 'now') return field.type === 'DATE' ? now.slice(0, 10) : now;
  if (Array.isArray(field.defaultValue)) return field.defaultValue.map(unquoted);
  if (isPlainObject(field.defaultValue)) {
    return Object.fromEntries(Object.entries(field.defaultValue).map(([part, value]) => [part, unquoted(value)]));
  }
  return unquoted(field.defaultValue);
};

/** The columns of a new record that its writer left out. */
export const defaultColumns = (object: ObjectType, now: string): Row =>
  Object.assign(
    {},
    ...[...object.fields.values()]
      .filter(({ defaultValue, relation }) => defaultValue !== null && !relation)
      .map((field) => columnsForKey(object, field.name, defaultOf(field, now))),
  );

const fromColumn = ({ type }: Column, value: unknown): unknown => {
  if (value === null || value === undefined) return type === 'TEXT' ? '' : type === 'JSON_LIST' ? [] : null;
  if (type === 'DATE_TIME') return (value as Date).toISOString();
  if (type === 'NUMERIC') return Number(value);
  return value;
};

/** A field's value as clients read it. */
export const readField = (field: Field, row: Row): unknown => {
  const [column] = field.columns;
  if (!column) return null;
  if (column.part === undefined) return fromColumn(column, row[column.name]);
  return Object.fromEntries(field.columns.map((each) => [each.part, fromColumn(each, row[each.name])]));
};
