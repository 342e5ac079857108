import type { Span } from '../text/span';
import type { Outline, OutlineEntry } from './outline';

/** Parts that are listed of one file: nobody looks through more, and they have to be drawn. */
const MOST = 4000;

interface OpenEntry extends OutlineEntry {
  readonly children: OpenEntry[];
  /** How often each title stands among the children. */
  readonly seen: Map<string, number>;
}

/** Collects the parts of a file in text order. */
export class OutlineTree {
  private readonly root: OpenEntry = entry('', '', '', { from: 0, to: 0 });
  private readonly path: OpenEntry[] = [this.root];
  private count = 0;

  get full(): boolean {
    return this.count > MOST;
  }

  /** Begins a part within the one that is open. */
  open(title: string, detail: string, span: Span): void {
    const parent = this.path.at(-1) as OpenEntry;
    const nth = (parent.seen.get(title) ?? 0) + 1;
    parent.seen.set(title, nth);
    const id = `${parent.id}/${title}${nth === 1 ? '' : `#${nth}`}`;
    const made = entry(id, title, detail, span);
    this.count++;
    if (!this.full) parent.children.push(made);
    this.path.push(made);
  }

  close(): void {
    if (this.path.length > 1) this.path.pop();
  }

  done(): Outline {
    return { entries: this.root.children.map(finished), cut: this.full };
  }
}

function entry(id: string, title: string, detail: string, { from, to }: Span): OpenEntry {
  return { id, title, detail, from, to, children: [], seen: new Map() };
}

function finished({ id, title, detail, from, to, children }: OpenEntry): OutlineEntry {
  return { id, title, detail, from, to, children: children.map(finished) };
}
