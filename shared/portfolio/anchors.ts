/**
 * The fragment ids of headings in order, as renderers of Markdown make them: lower case, blanks to hyphens, other marks dropped, repeated ids
 * numbered. The same rule gives the anchors that links of other artifacts may name.
 */
export function headingAnchors(headings: readonly { readonly text: string }[]): string[] {
  const seen = new Map<string, number>();
  return headings.map(({ text }) => {
    const base = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const n = seen.get(base) ?? 0;
    seen.set(base, n + 1);
    return n === 0 ? base : `${base}-${n}`;
  });
}
