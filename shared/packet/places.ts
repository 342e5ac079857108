import { LineIndex } from '../text/line-index';
import type { Span } from '../text/span';

/** A place with the text around it, to be shown beside another. */
export interface ShownPlace {
  readonly path: string;
  readonly span: Span;
  /** From 1. */
  readonly line: number;
  /** Some lines around the place. */
  readonly excerpt: string;
  /** Where in the excerpt the place is. */
  readonly mark: Span;
}

/** Lines before and behind a place. */
const AROUND = 2;
/** Longest excerpt on each side of the place, and of the place itself, in UTF-16 units. */
const SIDE = 220;
const PLACE = 400;

/** Shows places of texts; counts the lines of each text once. */
export class Places {
  private readonly lines = new Map<string, LineIndex>();

  constructor(private readonly text: (path: string) => string | null) {}

  line(path: string, offset: number): number {
    return this.index(path).position(offset).line;
  }

  show(path: string, span: Span): ShownPlace {
    const text = this.text(path) ?? '';
    const index = this.index(path);
    const line = index.position(span.from).line;
    const to = Math.max(span.from, Math.min(span.to, span.from + PLACE, text.length));
    const last = index.position(to).line;
    const from = Math.max(index.offset(Math.max(1, line - AROUND), 1), span.from - SIDE);
    const end = last + AROUND >= index.lineCount ? text.length : index.offset(last + AROUND + 1, 1);
    const until = Math.min(end, to + SIDE);
    const raw = text.slice(from, until);
    const [head, tail] = [raw.length - raw.trimStart().length, raw.trimEnd().length];
    // The place itself may be a blank line.
    const start = Math.min(head, span.from - from);
    const stop = Math.max(tail, to - from);
    const excerpt = raw.slice(start, stop);
    return {
      path,
      span,
      line,
      excerpt,
      mark: { from: span.from - from - start, to: to - from - start },
    };
  }

  private index(path: string): LineIndex {
    const known = this.lines.get(path);
    if (known) return known;
    const made = new LineIndex(this.text(path) ?? '');
    this.lines.set(path, made);
    return made;
  }
}
