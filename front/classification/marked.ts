export type Part = { text: string; isMarked: boolean };

/** A folder's path with the words in it that told something. A word that stands there otherwise, as after a typing error, is not marked. */
export const marked = (path: string, words: readonly string[]): Part[] => {
  const lower = path.toLocaleLowerCase('ru');
  const spans = words
    .filter((word) => word.trim())
    .map((word) => [lower.lastIndexOf(word.toLocaleLowerCase('ru')), word.length] as const)
    .filter(([at]) => at >= 0)
    .sort(([one], [other]) => one - other);
  const parts: Part[] = [];
  let end = 0;
  for (const [at, length] of spans) {
    if (at < end) continue;
    parts.push({ text: path.slice(end, at), isMarked: false }, { text: path.slice(at, at + length), isMarked: true });
    end = at + length;
  }
  return [...parts, { text: path.slice(end), isMarked: false }].filter(({ text }) => text !== '');
};
