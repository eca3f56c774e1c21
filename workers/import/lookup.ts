/** What a file names, found among what the office has. Pure. */
import { Matcher, type Target } from '../classification/match';
import type { Office } from '../correspondence/protocol';
import { plain } from '../parties/normalise';

type Named = { id: string; name: string | null; code?: string | null };

/** Records by their names; what two records share leads to neither. */
export class ByName<Item extends Named> {
  private readonly items = new Map<string, Item | null>();

  constructor(items: Item[]) {
    for (const item of items)
      for (const key of new Set([plain(item.name), plain(item.code)].filter(Boolean))) this.items.set(key, this.items.has(key) ? null : item);
  }

  find(text: string): Item | null {
    return this.items.get(plain(text)) ?? null;
  }
}

/** Regions or directions: by name, else by what a folder's name would be taken for if it leads to one alone. */
export class ByMeaning {
  private readonly exact: ByName<Target>;
  private readonly matcher: Matcher;
  private readonly known = new Map<string, Target | null>();

  constructor(targets: Target[]) {
    this.exact = new ByName(targets);
    this.matcher = new Matcher(targets);
  }

  find(text: string): Target | null {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    const [best, next] = this.matcher.match(text);
    const found = this.exact.find(text) ?? (best && (!next || next.score < best.score) ? best.target : null);
    this.known.set(text, found);
    return found;
  }
}

/** Employees by their names in either order, with initials, or by the last name where that is one's alone. */
export class Employees {
  private readonly keys = new Map<string, string | null>();

  constructor(members: Office['members']) {
    for (const { id, name } of members) for (const key of new Set(Employees.keysOf(plain(name).split(' ')))) this.keys.set(key, this.keys.has(key) ? null : id);
  }

  /** A member's name is the first name (with a patronymic or without), then the last. */
  private static keysOf(words: string[]): string[] {
    const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
    const patronymic = words.length > 2 ? words[1]! : '';
    const names = [`${last} ${first}`, `${first} ${last}`, `${last} ${first[0] ?? ''}`, `${first[0] ?? ''} ${last}`, last];
    return patronymic ? [...names, `${last} ${first} ${patronymic}`, `${first} ${patronymic} ${last}`, `${last} ${first[0]} ${patronymic[0]}`, `${first[0]} ${patronymic[0]} ${last}`] : names;
  }

  find(text: string): string | null {
    const words = plain(text).split(' ');
    for (let count = words.length; count > 0; count -= 1) {
      const found = this.keys.get(words.slice(0, count).join(' '));
      if (found) return found;
      if (count === 1) break;
    }
    return null;
  }
}
