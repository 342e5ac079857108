import { resolveLink } from '../../domain/kit-path';
import type { MarkdownDoc, Section } from '../../text/markdown';
import { linksIn, tablesIn } from '../../text/sections';
import type { Span } from '../../text/span';

/** The three sittings that a committee has. */
export const SITTINGS = [5, 15, 60] as const;
export type Sitting = (typeof SITTINGS)[number];

/** A file, or a section of one, that a sitting lists. */
export interface Reading {
  readonly target: string;
  readonly fragment: string;
}

/** What the guide asks to read in one sitting. */
export interface Step {
  readonly minutes: Sitting;
  readonly span: Span;
  readonly readings: readonly Reading[];
}

const MINUTES = /^\D{0,20}(5|15|60|one|1)(?!\d)\s*(?:-\s*)?(min|m\b|hour|h\b|:)?/i;

/** The sittings of a guide: rows of its table, else items or paragraphs that begin with the minutes. "This page" is the packet itself. */
export function readGuide(doc: MarkdownDoc, section: Section | null, path: string): readonly Step[] {
  if (!section) return [];
  const rows = tablesIn(doc, section.body).flatMap((table) => table.rows.map((row) => row.span));
  const spans =
    rows.length > 0
      ? rows
      : [...doc.items, ...doc.blocks.filter((block) => block.kind === 'paragraph' && !block.inQuote)]
          .map(({ span }) => span)
          .filter(({ from, to }) => from >= section.body.from && to <= section.body.to);
  const seen = new Set<number>();
  return spans.flatMap((span) => {
    const text = doc.plain.slice(span.from, span.to);
    const minutes = minutesOf(text.replace(/^[\s|]+/, ''));
    if (minutes === null || seen.has(minutes)) return [];
    seen.add(minutes);
    const readings = linksIn(doc, span).flatMap(({ url }): Reading[] => {
      const target = resolveLink(path, url);
      return target === null ? [] : [{ target, fragment: url.split('#')[1]?.toLowerCase() ?? '' }];
    });
    const own = /(?<!\p{L})this (?:page|memo|packet|document)(?!\p{L})/iu.test(text);
    const alreadyOwn = readings.some(({ target }) => target === path);
    return [
      {
        minutes,
        span,
        readings: own && !alreadyOwn ? [{ target: path, fragment: '' }, ...readings] : readings,
      },
    ];
  });
}

function minutesOf(text: string): Sitting | null {
  const hit = MINUTES.exec(text);
  if (!hit) return null;
  const hours = /^h/i.test(hit[2] ?? '');
  const number = /^(?:one|1)$/i.test(hit[1] ?? '') ? (hours ? 60 : null) : hours ? null : Number(hit[1]);
  return SITTINGS.find((sitting) => sitting === number) ?? null;
}
