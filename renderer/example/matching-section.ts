import { sameTopic } from '../../shared/rubric/copied/same-topic';
import { headingKey } from '../../shared/text/markdown';

interface HeadingAt {
  readonly key: string;
  readonly from: number;
}

/** Headings outside of code, with what they are compared by. One pass over the lines; the whole document need not be parsed for this. */
export function headingsOf(text: string): readonly HeadingAt[] {
  const headings: HeadingAt[] = [];
  let fence: string | null = null;
  let from = 0;
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
    } else if (fence === null) {
      const match = /^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/.exec(line);
      if (match) headings.push({ key: headingKey(match[1] ?? ''), from });
    }
    from += line.length + 1;
  }
  return headings;
}

/**
 * Where the example treats what the cursor's section treats: the same heading, else one that starts alike, going up to enclosing sections.
 * Null when nothing matches.
 */
export function matchingSection(text: string, cursor: number, example: string): number | null {
  const above = headingsOf(text).filter((heading) => heading.from <= cursor);
  const theirs = headingsOf(example);
  for (const heading of above.reverse()) {
    if (heading.key === '') continue;
    const found =
      theirs.find((other) => other.key === heading.key) ??
      theirs.find((other) => sameTopic(other.key, heading.key));
    if (found) return found.from;
  }
  return null;
}
