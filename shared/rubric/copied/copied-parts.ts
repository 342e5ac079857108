import type { Span } from '../../text/span';
import type { Source } from '../artifact';
import { type Marker, markersIn } from './marker';
import { hashOf, unitsOf } from './units';

/** A part of a file that was copied from the worked example, as it stands now. */
export interface CopiedPart {
  readonly marker: Marker;
  /** From the marker to where the part ends. */
  readonly span: Span;
  /** How many of its signs are still there, of {@link Marker.signs}. */
  readonly left: number;
}

/** The part is not yet its author's while this share of what was copied still stands there. */
const MOSTLY = 0.5;

/** Whether most of what was copied still stands there. */
export function isStillCopied({ marker, left }: CopiedPart): boolean {
  return left >= marker.signs.length * MOSTLY;
}

/** The parts of a file that carry the marker of a copy. In Markdown one reaches to the end of its section, in YAML to the end of its entry. */
export function copiedParts(source: Source): readonly CopiedPart[] {
  if (source.format !== 'md' && source.format !== 'yaml') return [];
  const markers = markersIn(source.text);
  return markers.map((marker, index) => {
    const next = markers[index + 1]?.from ?? source.text.length;
    const end = source.format === 'md' ? endOfSection(source, marker) : endOfEntry(source.text, marker.to);
    const span = { from: marker.from, to: Math.max(marker.to, Math.min(end, next)) };
    const there = new Set(unitsOf(source.text.slice(marker.to, span.to)).map(hashOf));
    return { marker, span, left: marker.signs.filter((sign) => there.has(sign)).length };
  });
}

function endOfSection({ markdown }: Extract<Source, { format: 'md' }>, marker: Marker): number {
  let end: number | null = null;
  // Sections that hold it are nested; the last one that begins before it is the innermost.
  for (const { body } of markdown.sections)
    if (body.from <= marker.from && marker.to <= body.to) end = body.to;
  const first = markdown.sections.find(({ heading }) => heading.span.from >= marker.to);
  return end ?? first?.heading.span.from ?? markdown.text.length;
}

/** Where the entry at the margin below a comment ends: before the next key or comment that stands there. */
function endOfEntry(text: string, from: number): number {
  let inside = false;
  for (let at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
    const next = text.charAt(at + 1);
    if (next === '' || next === '\n' || next === '\r' || next === ' ' || next === '\t' || next === '-')
      continue;
    if (inside) return at + 1;
    inside = next !== '#';
  }
  return text.length;
}
