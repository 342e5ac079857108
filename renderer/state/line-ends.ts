import type { ChangeSet } from '@codemirror/state';

/** How a text separates its lines. The editor counts every line end as one character, so mixed ends need care on save. */
export type LineEnds = '\n' | '\r\n' | 'mixed';

export function lineEndsOf(text: string): LineEnds {
  const crlf = count(text, '\r\n');
  const cr = count(text, '\r');
  if (cr === 0) return '\n';
  const lf = count(text, '\n');
  return cr === crlf && lf === crlf ? '\r\n' : 'mixed';
}

/**
 * The text to save for a file with mixed line ends: every line that was not edited keeps the end it has on disk, inserted lines get `\n`.
 * `changes` leads from `raw` (with its ends counted as one character each) to the edited text.
 */
export function restoreLineEnds(raw: string, changes: ChangeSet): string {
  const offsets = new RawOffsets(raw);
  const parts: string[] = [];
  let done = 0;
  changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    parts.push(raw.slice(done, offsets.at(fromA)), inserted.toString());
    done = offsets.at(toA);
  });
  parts.push(raw.slice(done));
  return parts.join('');
}

/** Maps offsets of the editor (a line end is one character) to offsets of the raw text. Asked in ascending order. */
class RawOffsets {
  private raw = 0;
  private normal = 0;

  constructor(private readonly text: string) {}

  at(normal: number): number {
    while (this.normal < normal) {
      const pair = this.text.charCodeAt(this.raw) === 13 && this.text.charCodeAt(this.raw + 1) === 10;
      this.raw += pair ? 2 : 1;
      this.normal++;
    }
    return this.raw;
  }
}

function count(text: string, needle: string): number {
  let n = 0;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) n++;
  return n;
}
