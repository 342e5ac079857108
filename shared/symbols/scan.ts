import type { Span } from '../text/span';

/** An id token: letters, perhaps a second group of letters, and one or two numbers: `R-03`, `RA-A01`, `INC-2024-0312`. */
const ID = /(?<![\p{L}\p{N}_-])(?:[A-Z]{1,8}-[A-Z]?\d{1,4}(?:-\d{1,4})?)(?![\p{L}\p{N}_-])/gu;

export interface IdToken extends Span {
  readonly id: string;
  /** The letters before the first hyphen. */
  readonly family: string;
}

/** All tokens of a text that look like ids; one pass. */
export function idTokens(text: string): readonly IdToken[] {
  const tokens: IdToken[] = [];
  for (const match of text.matchAll(ID)) {
    const id = match[0];
    tokens.push({ id, family: id.slice(0, id.indexOf('-')), from: match.index, to: match.index + id.length });
  }
  return tokens;
}

export interface NameHit extends Span {
  /** The name as it was given, not as it is spelled here. */
  readonly name: string;
}

const WORD = /[\p{L}\p{N}]+/gu;
/** What stands joined: a name of these letters alone is found by looking its whole token up. */
const TOKEN = /[\p{L}\p{N}_-]+/uy;
const BLANKS = /\s+/gu;

/**
 * Finds names of one or more words. Built once for a set of names; looking a text through costs its length, however many names there are: each
 * word is looked up, and only names that start with it are compared.
 */
export class NameFinder {
  private readonly byFirst = new Map<string, { readonly name: string; readonly text: string }[]>();
  /** Names that are one token each, such as `kafka-msk`: many may begin with the same word. */
  private readonly tokens = new Map<string, string>();

  constructor(names: Iterable<string>) {
    for (const name of new Set(names)) {
      const text = name.trim().replace(BLANKS, ' ');
      const first = text.match(WORD)?.[0];
      // A name that does not start with a letter or digit could not be told from the words around it.
      if (first === undefined || !text.startsWith(first)) continue;
      if (tokenAt(text, 0) === text) {
        this.tokens.set(text, name);
        continue;
      }
      const list = this.byFirst.get(first) ?? [];
      list.push({ name, text });
      this.byFirst.set(first, list);
    }
    // Longer names first: "Ana Ruiz Soto" must not be found as "Ana Ruiz".
    for (const list of this.byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);
  }

  /** The names in a text, from left to right, not overlapping; a line break within a name counts as a blank. */
  find(text: string): readonly NameHit[] {
    const hits: NameHit[] = [];
    let end = 0;
    for (const match of text.matchAll(WORD)) {
      const from = match.index;
      if (from < end || isJoined(text, from - 1)) continue;
      const hit = this.longerAt(text, from, match[0]) ?? this.tokenAt(text, from);
      if (!hit) continue;
      hits.push(hit);
      end = hit.to;
    }
    return hits;
  }

  private longerAt(text: string, from: number, first: string): NameHit | null {
    for (const { name, text: wanted } of this.byFirst.get(first) ?? []) {
      const to = endOf(text, from, wanted);
      if (to !== null && !isJoined(text, to)) return { name, from, to };
    }
    return null;
  }

  private tokenAt(text: string, from: number): NameHit | null {
    if (this.tokens.size === 0) return null;
    const token = tokenAt(text, from);
    const name = this.tokens.get(token);
    return name === undefined ? null : { name, from, to: from + token.length };
  }
}

/** The letters, digits, hyphens and low lines that stand joined from a place on. */
function tokenAt(text: string, from: number): string {
  TOKEN.lastIndex = from;
  return TOKEN.exec(text)?.[0] ?? '';
}

/** Whether the character at a place would belong to the same word as its neighbour. */
function isJoined(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}_-]/u.test(text[at] as string);
}

/** Where a name that starts at `from` ends, or null when the text goes on differently. */
function endOf(text: string, from: number, wanted: string): number | null {
  let at = from;
  for (const character of wanted) {
    if (character === ' ') {
      const start = at;
      // At most a line break and an indent: a longer gap is no longer one name.
      while (at < text.length && at - start < 40 && /\s/.test(text[at] as string)) at++;
      if (at === start) return null;
    } else if (text.startsWith(character, at)) at += character.length;
    else return null;
  }
  return at;
}
