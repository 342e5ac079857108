/**
 * How much text, in UTF-16 units, may be held as parsed trees. A tree takes about thirty times the memory of its text: beyond this a kit of
 * thousands of files would not fit into a worker, and reading a file once more when it is judged is the lesser evil.
 */
const KEPT_TEXT = 8 * 1024 * 1024;

/** Decides whose trees are kept: those that came first, until there are too many. */
export class KeptTrees {
  private readonly lengths = new Map<string, number>();
  private total = 0;

  constructor(private readonly limit: number = KEPT_TEXT) {}

  /** Whether the tree of a file that was just read may stay; takes note of it if so. */
  keep(path: string, length: number): boolean {
    this.drop(path);
    if (this.total + length > this.limit) return false;
    this.lengths.set(path, length);
    this.total += length;
    return true;
  }

  drop(path: string): void {
    this.total -= this.lengths.get(path) ?? 0;
    this.lengths.delete(path);
  }
}
