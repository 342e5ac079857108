/** A place in a text as people count it. `line` and `column` start at 1, `offset` (UTF-16 units) at 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Maps offsets to lines and back. Line ends are `\n`, `\r\n` and a lone `\r`, as in the editor. Built in one pass. */
export class LineIndex {
  private readonly starts: number[] = [0];
  private readonly length: number;

  constructor(text: string) {
    this.length = text.length;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10) this.starts.push(i + 1);
      else if (c === 13 && text.charCodeAt(i + 1) !== 10) this.starts.push(i + 1);
    }
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The line and column of an offset; offsets outside the text are moved to its ends. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const mid = (low + high + 1) >> 1;
      if ((this.starts[mid] as number) <= at) low = mid;
      else high = mid - 1;
    }
    return { line: low + 1, column: at - (this.starts[low] as number) + 1, offset: at };
  }

  /** The offset of a line and column, both from 1; values outside the text are moved to its ends. */
  offset(line: number, column: number): number {
    const index = Math.max(0, Math.min(line - 1, this.starts.length - 1));
    const start = this.starts[index] as number;
    const end = index + 1 < this.starts.length ? (this.starts[index + 1] as number) : this.length;
    return Math.max(start, Math.min(start + column - 1, end));
  }
}
