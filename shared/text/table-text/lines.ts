/** A line of a text, without its line break. */
export interface TextLine {
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A text by lines, counted from 1. What an editor holds fits as it is, so that a table in a long text is read without copying the text. */
export interface TextLines {
  readonly lines: number;
  readonly length: number;
  line(number: number): TextLine;
  lineAt(offset: number): TextLine;
}

/** The lines of a text whose line ends are `\n`. */
export function linesOf(text: string): TextLines {
  const lines: TextLine[] = [];
  let from = 0;
  for (const line of text.split('\n')) {
    lines.push({ number: lines.length + 1, from, to: from + line.length, text: line });
    from += line.length + 1;
  }
  return {
    lines: lines.length,
    length: text.length,
    line: (number) => lines[number - 1] as TextLine,
    lineAt: (offset) => lines.findLast((line) => line.from <= offset) as TextLine,
  };
}
