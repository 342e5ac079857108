import type { Finding, Related } from './finding';

/** So many findings of one criterion in a file, or of one rule in a kit, are listed; nobody reads on, and a window has to hold them. */
export const MOST_FINDINGS = 200;
/** So many other places of one finding are listed. */
const MOST_RELATED = 12;

/** The first findings of a long list, and one that says how many more there are, at the place of the next. Short lists stay as they are. */
export function capped(findings: readonly Finding[]): readonly Finding[] {
  const next = findings[MOST_FINDINGS];
  if (!next)
    return findings.every(({ related }) => related.length <= MOST_RELATED) ? findings : findings.map(brief);
  const more = findings.length - MOST_FINDINGS;
  const { fix: _, ...place } = next;
  return [
    ...findings.slice(0, MOST_FINDINGS).map(brief),
    {
      ...place,
      message: `${more} more ${more === 1 ? 'place has' : 'places have'} the same trouble, from here on`,
      hint: 'They are listed when the ones before are mended.',
      related: [],
    },
  ];
}

function brief(finding: Finding): Finding {
  const { related } = finding;
  if (related.length <= MOST_RELATED) return finding;
  const last = related[MOST_RELATED] as Related;
  const more = related.length - MOST_RELATED;
  return {
    ...finding,
    related: [...related.slice(0, MOST_RELATED), { ...last, message: `and ${more} more` }],
  };
}
