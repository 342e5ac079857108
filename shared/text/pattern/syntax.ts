/** A regular expression as a tree; see {@link parsePattern}. */
export type PatternNode =
  | { readonly type: 'char'; readonly test: (character: string) => boolean }
  | { readonly type: 'assert'; readonly at: 'start' | 'end' | 'word' | 'no-word' }
  | { readonly type: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly options: readonly PatternNode[] }
  | {
      readonly type: 'repeat';
      readonly part: PatternNode;
      readonly min: number;
      readonly max: number | null;
    };

/** Why a pattern cannot be used; `at` counts UTF-16 units of the pattern. */
export class PatternError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

const LONGEST = 500;
const DEEPEST = 50;
const MOST_REPEATS = 200;

/**
 * Parses the part of JavaScript's regular expressions that a machine without backtracking can run: characters, classes, groups, choices and
 * repetitions, `^`, `$`, `\b` and `\B`. Looking around and references back need backtracking, and are refused with their place.
 */
export function parsePattern(source: string, ignoreCase: boolean): PatternNode {
  if (source.length > LONGEST) throw new PatternError(`A pattern has at most ${LONGEST} characters`, LONGEST);
  const reader = new Reader(source, ignoreCase);
  const node = reader.choice(0);
  if (!reader.atEnd) throw new PatternError('This bracket closes nothing', reader.at);
  return node;
}

class Reader {
  at = 0;

  constructor(
    private readonly source: string,
    private readonly ignoreCase: boolean,
  ) {}

  get atEnd(): boolean {
    return this.at >= this.source.length;
  }

  private get next(): string {
    return String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
  }

  choice(depth: number): PatternNode {
    if (depth > DEEPEST) throw new PatternError(`Groups are nested deeper than ${DEEPEST}`, this.at);
    const options = [this.sequence(depth)];
    while (!this.atEnd && this.next === '|') {
      this.at++;
      options.push(this.sequence(depth));
    }
    return options.length === 1 ? (options[0] as PatternNode) : { type: 'choice', options };
  }

  private sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (!this.atEnd && this.next !== '|' && this.next !== ')') parts.push(this.repeated(depth));
    return { type: 'sequence', parts };
  }

  private repeated(depth: number): PatternNode {
    const from = this.at;
    const part = this.atom(depth);
    const bounds = this.bounds();
    if (!bounds) return part;
    if (part.type === 'assert') throw new PatternError('A place such as ^ or \\b cannot be repeated', from);
    if (!this.atEnd && this.next === '?')
      throw new PatternError('Lazy repetition is not used here: the longest match counts', this.at);
    if (!this.atEnd && /[*+]/.test(this.next)) throw new PatternError('This repeats a repetition', this.at);
    return { type: 'repeat', part, ...bounds };
  }

  private bounds(): { min: number; max: number | null } | null {
    if (this.atEnd) return null;
    const simple = { '*': [0, null], '+': [1, null], '?': [0, 1] }[this.next] as
      | [number, number | null]
      | undefined;
    if (simple) {
      this.at++;
      return { min: simple[0], max: simple[1] };
    }
    const counted = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.source.slice(this.at, this.at + 12));
    if (!counted) return null;
    const min = Number(counted[1]);
    const max = counted[2] === undefined ? min : counted[3] === '' ? null : Number(counted[3]);
    if (min > MOST_REPEATS || (max ?? 0) > MOST_REPEATS)
      throw new PatternError(`A repetition counts to ${MOST_REPEATS} at most`, this.at);
    if (max !== null && max < min)
      throw new PatternError('The bounds of this repetition are swapped', this.at);
    this.at += counted[0].length;
    return { min, max };
  }

  private atom(depth: number): PatternNode {
    const from = this.at;
    const c = this.next;
    this.at += c.length;
    switch (c) {
      case '(':
        return this.group(from, depth);
      case '[':
        return this.characterClass(from);
      case '\\':
        return this.escape(from);
      case '^':
        return { type: 'assert', at: 'start' };
      case '$':
        return { type: 'assert', at: 'end' };
      case '*':
      case '+':
      case '?':
      case '{':
        throw new PatternError(
          `There is nothing before "${c}" to repeat; write \\${c} for the sign itself`,
          from,
        );
      case '.':
        return { type: 'char', test: (character) => character !== '\n' && character !== '\r' };
      default:
        return { type: 'char', test: this.native(/^[\]}/]$/.test(c) ? `\\${c}` : c, from) };
    }
  }

  private group(from: number, depth: number): PatternNode {
    if (this.next === '?' && !this.atEnd) {
      if (this.source.startsWith('?:', this.at)) this.at += 2;
      else
        throw new PatternError(
          'Only plain groups ( ) and (?: ) are used here: looking ahead or behind and names are not',
          from,
        );
    }
    const inner = this.choice(depth + 1);
    if (this.atEnd) throw new PatternError('This bracket is not closed', from);
    this.at++;
    return inner;
  }

  private escape(from: number): PatternNode {
    if (this.atEnd) throw new PatternError('A pattern cannot end with a backslash', from);
    const c = this.next;
    this.at += c.length;
    if (c === 'b' || c === 'B') return { type: 'assert', at: c === 'b' ? 'word' : 'no-word' };
    if (/[1-9k]/.test(c)) throw new PatternError('References back to a group are not used here', from);
    if (c === 'p' || c === 'P' || c === 'u' || c === 'x') {
      const more = /^(?:\{[\w=]{1,60}\}|[\da-fA-F]{2,4})/.exec(this.source.slice(this.at, this.at + 70));
      this.at += more?.[0].length ?? 0;
    }
    const text = this.source.slice(from, this.at);
    // Signs that JavaScript does not need escaped may be escaped all the same.
    return { type: 'char', test: this.native(/^\\[^\w\s^$.*+?()[\]{}|/\\]$/u.test(text) ? c : text, from) };
  }

  private characterClass(from: number): PatternNode {
    while (!this.atEnd && this.next !== ']') this.at += this.next === '\\' ? 2 : this.next.length;
    if (this.atEnd) throw new PatternError('This class of characters is not closed', from);
    this.at++;
    return { type: 'char', test: this.native(this.source.slice(from, this.at), from) };
  }

  /** A test of one character, by the platform's own engine; on a single character there is nothing to track back. */
  private native(source: string, from: number): (character: string) => boolean {
    let regex: RegExp;
    try {
      regex = new RegExp(`^${source}$`, this.ignoreCase ? 'iu' : 'u');
    } catch {
      throw new PatternError(`"${source}" means no character here`, from);
    }
    const ascii = Array.from({ length: 128 }, (_, code) => regex.test(String.fromCharCode(code)));
    return (character) => {
      const code = character.charCodeAt(0);
      return code < 128 ? (ascii[code] as boolean) : regex.test(character);
    };
  }
}
