/**
 * A text as names are looked for in it: lower case, compatibility forms and Latin accents taken off, escapes read, blanks and line breaks as one
 * blank (a new paragraph or item as a line break), invisible characters gone. All strings have the same length; position `i` stands for `text[from[i], to[i])`.
 */
export interface Folded {
  readonly text: string;
  readonly chars: string;
  /** As `chars`, with capitals. */
  readonly cased: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export interface FoldOptions {
  /** Whether `\n` and its like are line breaks: in YAML and JSON. */
  readonly escapes: boolean;
}

const BLANKS = /\s+/y;
/** What a line may begin with inside a quote, or a comment of YAML, Mermaid or code. */
const PREFIX = /(?:>|#+|%%|\/\/)(?=\s)/y;
/** A new item of a list, or a paragraph, is no place inside a name. */
const ITEM = /(?:[-*+]|\d+[.)])\s/y;
const ESCAPE = /\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|&#(\d{1,7});|&#x([0-9a-f]{1,6});|((?:%[0-9a-f]{2})+)/iy;
/** Soft hyphens, joiners, direction marks: they split a word only for machines. */
const INVISIBLE = /\u034f|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const ACCENTS = /[\u0300-\u036f]/g;
const DASHES = /[\u2010-\u2012\ufe63\uff0d]/;

/** Folds a text; linear in its length. */
export function fold(text: string, { escapes }: FoldOptions): Folded {
  const into = new Folder();
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    // Most characters are letters, digits and marks of ASCII that stand for themselves.
    const accented = /[\u0300-\u036f]/.test(text[at + 1] ?? '');
    if (code < 0x80 && code > 0x20 && code !== 0x25 && code !== 0x26 && code !== 0x5c && !accented) {
      into.add(text[at] as string, at, at + 1);
      at++;
      continue;
    }
    at = special(text, at, escapes, into);
  }
  return {
    text,
    chars: into.cased.map(lower).join(''),
    cased: into.cased.join(''),
    from: into.from,
    to: into.to,
  };
}

function special(text: string, at: number, escapes: boolean, into: Folder): number {
  const blanks = blanksEnd(text, at);
  if (blanks > at) {
    const run = text.slice(at, blanks);
    ITEM.lastIndex = blanks;
    const apart = run.includes('\n') && (/\n[^\S\n]*\r?\n/.test(run) || ITEM.test(text));
    into.add(apart ? '\n' : ' ', at, blanks);
    return blanks;
  }
  ESCAPE.lastIndex = at;
  const escaped = ESCAPE.exec(text);
  const decoded = escaped === null ? null : decode(escaped);
  if (escaped && decoded !== null) {
    const end = at + escaped[0].length;
    for (const character of decoded) into.character(character, at, end);
    return end;
  }
  if (text[at] === '\\') {
    const next = text[at + 1] ?? '';
    if (escapes && /[nrt]/.test(next)) {
      into.add(' ', at, at + 2);
      return at + 2;
    }
    // A backslash in front of a mark is how Markdown and data write the mark.
    if (/[!-/:-@[-`{-~]/.test(next)) return at + 1;
    into.add('\\', at, at + 1);
    return at + 1;
  }
  let end = at + String.fromCodePoint(text.codePointAt(at) as number).length;
  while (end < text.length && /[\u0300-\u036f]/.test(text[end] as string)) end++;
  const characters = text.slice(at, end);
  if (!INVISIBLE.test(characters)) into.character(characters, at, end);
  return end;
}

/** The end of the blanks at a place: line breaks and what the next lines begin with included. */
function blanksEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    BLANKS.lastIndex = end;
    if (!BLANKS.test(text)) return end;
    const broken = text.slice(end, BLANKS.lastIndex).includes('\n');
    end = BLANKS.lastIndex;
    PREFIX.lastIndex = end;
    if (!broken || !PREFIX.test(text)) return end;
    end = PREFIX.lastIndex;
  }
}

function decode([, unicode, hex, decimal, entity, percent]: RegExpExecArray): string | null {
  if (percent !== undefined) {
    try {
      return decodeURIComponent(percent);
    } catch {
      return null;
    }
  }
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(unicode ?? hex ?? entity ?? '', 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

class Folder {
  readonly cased: string[] = [];
  readonly from: number[] = [];
  readonly to: number[] = [];

  add(unit: string, from: number, to: number): void {
    this.cased.push(unit);
    this.from.push(from);
    this.to.push(to);
  }

  character(characters: string, from: number, to: number): void {
    let form = characters.normalize('NFKC');
    if (/^\p{Script=Latin}/u.test(form)) form = form.normalize('NFD').replace(ACCENTS, '');
    if (form.trim() === '') form = ' ';
    if (DASHES.test(form)) form = '-';
    if (form === '\u2019' || form === '\u02bc') form = "'";
    // One entry for each UTF-16 unit, so that offsets agree.
    for (let i = 0; i < form.length; i++) this.add(form[i] as string, from, to);
  }
}

function lower(unit: string): string {
  const small = unit.toLowerCase();
  return small.length === unit.length ? small : unit;
}
