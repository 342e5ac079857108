import type { Source } from '../../rubric/artifact';
import { LineIndex } from '../../text/line-index';
import { clipped, type Line } from './line';

/** A remark in a file that its readers are not meant to see. */
export interface PrivateText {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Remarks of a Markdown file: what stands between `<!--` and `-->`, outside of code. */
export function privateComments(source: Source): PrivateText[] {
  if (source.format !== 'md') return [];
  const text = source.markdown.withoutCode;
  const lines = new LineIndex(source.text);
  const found: PrivateText[] = [];
  let at = 0;
  for (;;) {
    const from = text.indexOf('<!--', at);
    if (from < 0) return found;
    const to = text.indexOf('-->', from + 4);
    const end = to < 0 ? text.length : to;
    const remark = text.slice(from + 4, end).trim();
    if (remark !== '') found.push({ text: remark, line: lines.position(from).line });
    at = end + 3;
  }
}

/** Told before the zip is made: the pages hide remarks, the sources that go along do not. */
export function commentLines(paths: readonly string[], source: (path: string) => Source | null): Line[] {
  return paths.flatMap((path): Line[] => {
    const parsed = source(path);
    const [first, ...others] = parsed ? privateComments(parsed) : [];
    if (!first) return [];
    const more = others.length > 0 ? `, and ${others.length} more` : '';
    return [
      {
        level: 'warning',
        message: clipped(
          `A remark goes along with the source in the zip: "${first.text.replace(/\s+/g, ' ').slice(0, 80)}"${more}`,
        ),
        path,
        line: first.line,
      },
    ];
  });
}
