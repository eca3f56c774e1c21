import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'react-dom/server';
import { ApiError } from '../../front/lib/api';
import { useWords, type Words } from '../../front/lib/words';
import { ACTIONS, STATUSES } from '../../workers/correspondence/protocol';

const russian = JSON.parse(readFileSync(join(process.cwd(), 'locales/ru-RU.json'), 'utf8')) as Record<string, string>;
const english = JSON.parse(readFileSync(join(process.cwd(), 'locales/en.json'), 'utf8')) as Record<string, string>;

const sources = readdirSync(join(process.cwd(), 'front'), { recursive: true, withFileTypes: true })
  .filter((entry) => /\.tsx?$/.test(entry.name))
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
const spoken = [...new Set(sources.flatMap((source) => [...source.matchAll(/\b(?:t|msg)\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, words]) => words!)))];

/** What the hook gives inside a host of that language. */
const wordsOf = (locale: 'en' | 'ru-RU'): Words => {
  Object.assign(globalThis, {
    __twentySdkExecutionContext__: { frontComponentId: 'x', userId: null, recordId: null, selectedRecordIds: [], colorScheme: 'light', locale },
    __twentySdkFrontComponentTranslations__: { 'ru-RU': russian },
  });
  let words: Words | undefined;
  const Probe = () => {
    words = useWords();
    return null;
  };
  renderToString(<Probe />);
  return words!;
};

describe('the words of the pages', () => {
  test('are all in both catalogues, with the same blanks to fill', () => {
    expect(spoken.length).toBeGreaterThan(100);
    expect(spoken.filter((words) => !russian[words] || english[words] !== words)).toEqual([]);
    const blanks = (words: string) => (words.match(/\{\w+\}/g) ?? []).sort();
    expect(spoken.filter((words) => blanks(words).join() !== blanks(russian[words]!).join())).toEqual([]);
  });

  test('name every action and status in the viewer’s language', () => {
    const words = wordsOf('ru-RU');
    const said = [...ACTIONS.flatMap((action) => [words.command(action), words.action(action).label]), ...STATUSES.map((status) => words.status(status).label)];
    expect(said.filter((word) => !/[а-яё]/i.test(word))).toEqual([]);
    expect(wordsOf('en').command('HAND_OVER')).toBe('Hand over');
  });

  test.each([
    [0, 'less than a minute', 'меньше минуты'],
    [35, '35 mins', '35 мин'],
    [130, '2 hrs 10 mins', '2 ч 10 мин'],
    [7 * 60 + 10, '7 hrs', '7 ч'],
    [27 * 60, '1 day 3 hrs', '1 день 3 ч'],
    [5 * 24 * 60, '5 days', '5 дней'],
  ])('say %d minutes as a person would', (minutes, inEnglish, inRussian) => {
    const said = (words: Words) => words.span(minutes * 60_000).replace(/\u00a0/g, ' ');
    expect(said(wordsOf('en'))).toBe(inEnglish);
    expect(said(wordsOf('ru-RU'))).toBe(inRussian);
  });

  test('tell what went wrong and what to do', () => {
    const { error } = wordsOf('en');
    expect(error(new ApiError('permission', 'PERMISSION_DENIED'))).toBe('Your role does not allow this. Ask the administrator for the right.');
    expect(error(new ApiError('network', 'Failed to fetch'))).toContain('cannot be reached');
    expect(error(new ApiError('server', 'Duplicate value'))).toBe('The server refused this: Duplicate value');
    expect(error(new Error('x is not a function'))).toBe('Something went wrong: x is not a function');
  });
});
