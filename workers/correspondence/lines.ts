/** What people write, as far as the workers carry it on: never a megabyte of it, and nothing that only seems to say something. */

/** The beginning of a text, without half a character at its end. */
export const beginning = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '').trimEnd()}…`;

/** As one line, without signs that show nothing or order what follows in another direction. Of a book only the beginning is looked at. */
export const oneLine = (text: string | null | undefined, most: number): string =>
  beginning((text ?? '').slice(0, most * 10).replace(/\p{Cf}/gu, '').replace(/[\p{Cc}\s]+/gu, ' ').trim(), most);
