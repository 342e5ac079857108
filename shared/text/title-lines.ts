import type { MarkdownDoc } from './markdown';
import type { Span } from './span';

/** A line such as `* Status: accepted` between the title and the first section. */
export interface TitleLine {
  readonly key: Span;
  /** What stands behind the colon, without emphasis around it. */
  readonly value: Span;
}

const LONGEST = 500;
const LINE =
  /^[ \t]*(?:[-*+][ \t]+)?(?:\*\*|__)?([A-Za-z][A-Za-z -]{1,30}?)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?[ \t]*(\S.*?)[ \t]*$/;

/** The header lines under the title by their key in lower case, as Nygard's tools and MADR 2 write them. The first of a key counts. */
export function titleLines(doc: MarkdownDoc): ReadonlyMap<string, TitleLine> {
  const [title, next] = doc.headings;
  if (title?.level !== 1) return new Map();
  return linesWithin(doc, { from: title.span.to, to: next?.span.from ?? doc.text.length });
}

/** The same, and those above the title, where others put them. */
export function headerLines(doc: MarkdownDoc): ReadonlyMap<string, TitleLine> {
  const above = linesWithin(doc, { from: 0, to: doc.headings[0]?.span.from ?? doc.text.length });
  return new Map([...titleLines(doc), ...above]);
}

function linesWithin(doc: MarkdownDoc, { from: start, to: end }: Span): Map<string, TitleLine> {
  const lines = new Map<string, TitleLine>();
  let at = start;
  for (const line of doc.text.slice(at, end).split('\n')) {
    const match = line.length <= LONGEST ? LINE.exec(line.replace(/\r$/, ' ')) : null;
    if (match) {
      const [, name, value] = match as unknown as [string, string, string];
      const from = at + line.indexOf(name);
      const behind = at + line.indexOf(value, line.indexOf(':'));
      const key = name.toLowerCase().trim().replace(/\s+/g, '-');
      if (!lines.has(key))
        lines.set(key, {
          key: { from, to: from + name.length },
          value: { from: behind, to: behind + value.length },
        });
    }
    at += line.length + 1;
  }
  return lines;
}
