import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPlainObject } from './guards';

/** English source words to those of a reader: the app's from its locale files, Twenty's from what the model says of its own. */
export type Translate = (text: string, russian?: string) => string;

const TWENTYS_OPTIONS: Record<string, string> = { 'To do': 'Сделать', 'In progress': 'В работе', Done: 'Готово', Admin: 'Администратор' };

export const translator = (locale: string): Translate => {
  if (!locale.startsWith('ru')) return (text) => text;
  const file = join(process.cwd(), 'locales', 'ru-RU.json');
  const app = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const words: Record<string, string> = { ...TWENTYS_OPTIONS, ...app };
  return (text, russian) => russian ?? (words[text] || text);
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
