import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPlainObject } from './guards';
import { STANDARD_OBJECTS } from './standard-objects';

/** English source words to those of a reader: the app's own from its locale files, Twenty's from the list of standard objects. */
export type Translate = (text: string) => string;

const standardRussian = (): Record<string, string> =>
  Object.fromEntries(
    STANDARD_OBJECTS.flatMap(({ labelSingular, labelPlural, fields }) => [labelSingular, labelPlural, ...fields.map(({ label }) => label)]),
  );

const SYSTEM_RUSSIAN: Record<string, string> = {
  Id: 'Идентификатор',
  'Creation date': 'Создано',
  'Last update': 'Изменено',
  'Deleted at': 'Удалено',
  'Created by': 'Создал',
  'Updated by': 'Изменил',
  Position: 'Порядок',
  'Search vector': 'Поиск',
  'To do': 'Сделать',
  'In progress': 'В работе',
  Done: 'Готово',
  Admin: 'Администратор',
};

export const translator = (locale: string): Translate => {
  if (!locale.startsWith('ru')) return (text) => text;
  const file = join(process.cwd(), 'locales', 'ru-RU.json');
  const app = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const words: Record<string, string> = { ...SYSTEM_RUSSIAN, ...standardRussian(), ...app };
  return (text) => words[text] || text;
};

/** The same entity with the words under these keys translated, at every depth. */
export const translateKeys = <T>(value: T, keys: string[], translate: Translate): T => {
  if (Array.isArray(value)) return value.map((item: unknown) => translateKeys(item, keys, translate)) as T;
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      keys.includes(key) && typeof inner === 'string' ? translate(inner) : translateKeys(inner, keys, translate),
    ]),
  ) as T;
};
