import type { MarkdownDoc } from './markdown';
import { matches } from './quantities';
import type { Span } from './span';

/** Names of zones as people write them behind times; GMT is another name for the offset of UTC, but not for its notation. */
const ZONE =
  '(?:UTC[+−-]\\d{1,2}(?::\\d{2})?|UTC|GMT|CET|CEST|BST|WEST|WET|EET|EEST|MSK|IST|SGT|HKT|JST|KST|AEST|AEDT|ACST|AWST|NZST|NZDT|BRT|[ECMP][SD]?T)(?![\\p{L}\\d])';
const NAMED = new RegExp(`(?<![\\p{L}\\d])${ZONE}`, 'u');
const STATEMENT = `(?<!\\p{L})(?:[Aa]ll )?(?:[Tt]imes?(?: (?:below|here|are|is|given|listed|shown|stated|noted)){0,3}(?: in)?|[Tt]imes?:|[Tt]ime ?zones?:?)(?: the)? ${ZONE}`;

/** A passage that says the zone of the times of a file or section: "All times in UTC." */
export interface ZoneStatement extends Span {
  readonly zone: string;
  /** The times for which it holds. */
  readonly scope: Span;
}

/** The zone that a heading or the head of a column names ("Time (UTC)"), or null. */
export function zoneIn(text: string): string | null {
  return NAMED.exec(text)?.[0] ?? null;
}

/** Where a document says the zone of its times: "all times" for the whole of it, else for the section it stands in. */
export function zoneStatements(doc: MarkdownDoc): readonly ZoneStatement[] {
  return matches(doc.prose, STATEMENT).map(({ text, from, to }) => {
    // A heading that says it says it for its own section.
    const home = doc.sections.findLast((s) => s.heading.span.from <= from && s.body.to >= to);
    const scope =
      home && !/^all/i.test(text)
        ? { from: home.heading.span.from, to: home.body.to }
        : { from: 0, to: doc.text.length };
    return { from, to, zone: zoneIn(text) ?? '', scope };
  });
}
