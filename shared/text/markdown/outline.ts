import type { Heading, Section } from '../markdown';

/** Each heading with the text under it. */
export function sectionsOf(headings: readonly Heading[], end: number): Section[] {
  return headings.map((heading, index) => {
    let stop = end;
    for (let j = index + 1; j < headings.length; j++) {
      const next = headings[j] as Heading;
      if (next.level <= heading.level) {
        stop = next.span.from;
        break;
      }
    }
    return { heading, index, body: { from: heading.span.to, to: stop } };
  });
}

/** The fragment of each heading by the rule of GitHub; a repeated one gets a number. */
export function anchorsOf(headings: readonly Heading[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  for (const h of headings) {
    const base = h.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const n = seen.get(base) ?? 0;
    seen.set(base, n + 1);
    anchors.add(n === 0 ? base : `${base}-${n}`);
  }
  return anchors;
}
