import type { Span } from '../span';
import { compileProgram, type Instruction } from './program';
import { parsePattern } from './syntax';

export { PatternError } from './syntax';

export interface PatternOptions {
  readonly ignoreCase?: boolean;
  /** `^` and `$` match at line ends too; otherwise only at the ends of the text. */
  readonly lines?: boolean;
}

/** Thrown when a search took more steps than its budget; the caller answers that it could not be decided. */
export class PatternTooCostly extends Error {}

/** Steps of one search over a whole text: far beyond any document, and done within a second. */
const BUDGET = 30_000_000;

/**
 * A regular expression of an untrusted author. It is run by a machine that follows all alternatives at once, so its work grows with the
 * length of the text times that of the pattern; no pattern can make it track back. Of the matches that start first, the longest counts.
 */
export class Pattern {
  private readonly program: readonly Instruction[];

  /** Throws {@link PatternError} when the source is none, or needs backtracking. */
  constructor(
    readonly source: string,
    private readonly options: PatternOptions = {},
  ) {
    this.program = compileProgram(parsePattern(source, options.ignoreCase ?? false));
  }

  /** `budget` holds the steps that are left and is charged; a caller who asks often passes the same one. */
  test(text: string, budget?: { left: number }): boolean {
    return this.matches(text, undefined, 1, true, budget).length > 0;
  }

  /** The matches in a part of a text, left to right, none empty unless `empty`; at most `most`. */
  matches(
    text: string,
    within: Span = { from: 0, to: text.length },
    most = Number.POSITIVE_INFINITY,
    empty = false,
    budget: { left: number } = { left: BUDGET },
  ): Span[] {
    const found: Span[] = [];
    let from = within.from;
    while (from <= within.to && found.length < most) {
      const match = this.find(text, from, within, empty, budget);
      if (!match) break;
      found.push(match);
      from = match.to > match.from ? match.to : match.to + 1;
    }
    return found;
  }

  private find(
    text: string,
    from: number,
    within: Span,
    empty: boolean,
    budget: { left: number },
  ): Span | null {
    let threads = new Threads(this.program.length);
    let next = new Threads(this.program.length);
    let best: Span | null = null;
    for (let at = from; ; ) {
      if (!best) this.follow(0, at, at, text, within, threads, budget);
      for (const [pc, start] of threads.list) {
        if (best && start > best.from) break;
        if (this.program[pc]?.op !== 'match' || (at === start && !empty)) continue;
        if (!best || start < best.from || at > best.to) best = { from: start, to: at };
      }
      if (at >= within.to || (best && threads.size === 0)) return best;
      const character = String.fromCodePoint(text.codePointAt(at) as number);
      for (const [pc, start] of threads.list) {
        if (best && start > best.from) break;
        const instruction = this.program[pc] as Instruction;
        if (instruction.op === 'char' && instruction.test(character))
          this.follow(pc + 1, start, at + character.length, text, within, next, budget);
      }
      at += character.length;
      [threads, next] = [next, threads];
      next.clear();
    }
  }

  /** Adds a thread and all it reaches without reading a character. Earlier threads win: they started earlier. */
  private follow(
    first: number,
    start: number,
    at: number,
    text: string,
    within: Span,
    into: Threads,
    budget: { left: number },
  ): void {
    const open = [first];
    while (open.length > 0) {
      const pc = open.pop() as number;
      if (--budget.left < 0) throw new PatternTooCostly('The pattern takes too much work on this text');
      if (into.has(pc)) continue;
      into.add(pc, start);
      const instruction = this.program[pc] as Instruction;
      if (instruction.op === 'jump') open.push(instruction.to);
      else if (instruction.op === 'split') open.push(instruction.second, instruction.first);
      else if (instruction.op === 'assert' && this.holds(instruction.at, text, at, within)) open.push(pc + 1);
    }
  }

  private holds(kind: 'start' | 'end' | 'word' | 'no-word', text: string, at: number, within: Span): boolean {
    const { lines } = this.options;
    switch (kind) {
      case 'start':
        return at === within.from || (lines === true && text[at - 1] === '\n');
      case 'end':
        return at === within.to || (lines === true && (text[at] === '\n' || text.startsWith('\r\n', at)));
      default: {
        const left = at > within.from && isWord(text, at - 1);
        const right = at < within.to && isWord(text, at);
        return (left !== right) === (kind === 'word');
      }
    }
  }
}

/** `\b` stands at the ends of words of any script, not only of ASCII ones. */
function isWord(text: string, at: number): boolean {
  return /[\p{L}\p{M}\p{N}_]/u.test(text[at] as string);
}

/** The instructions that are being followed at one place, in the order in which their matches started. */
class Threads {
  list: [pc: number, start: number][] = [];
  private readonly seen: Uint8Array;

  constructor(size: number) {
    this.seen = new Uint8Array(size);
  }

  get size(): number {
    return this.list.length;
  }

  has(pc: number): boolean {
    return this.seen[pc] === 1;
  }

  add(pc: number, start: number): void {
    this.seen[pc] = 1;
    this.list.push([pc, start]);
  }

  clear(): void {
    for (const [pc] of this.list) this.seen[pc] = 0;
    this.list = [];
  }
}
