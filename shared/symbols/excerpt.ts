import type { LineIndex } from '../text/line-index';
import type { MarkdownDoc } from '../text/markdown';
import type { Span } from '../text/span';
import type { Place } from './assist';
import type { Occurrence } from './symbol';

/** Longest line of an excerpt, in UTF-16 units. */
const WIDTH = 160;
/** What is kept before a place in a longer line. */
const BEFORE = 60;
/** Lines of a definition that are shown at a glance. */
const GLANCE = 8;
/** Units of a definition that are shown at a glance. */
const GLANCE_LENGTH = 600;

/** A place with its line, counted as people count. */
export function placeOf(text: string, lines: LineIndex, occurrence: Occurrence): Place {
  const { path, from, to, role } = occurrence;
  const at = lines.position(from);
  const start = lines.offset(at.line, 1);
  const whole = text.slice(start, lineEnd(text, start));
  const indent = whole.length - whole.trimStart().length;
  const cut = startOfExcerpt(whole, indent, from - start);
  const head = cut > indent ? '…' : '';
  const excerpt = `${head}${whole.slice(cut, cut + WIDTH).trimEnd()}${whole.length > cut + WIDTH ? '…' : ''}`;
  const mark = {
    from: Math.min(from - start - cut + head.length, excerpt.length),
    to: Math.min(to - start - cut + head.length, excerpt.length),
  };
  return { path, from, to, line: at.line, column: at.column, excerpt, mark, role };
}

/** Where an excerpt begins, so that the place is in it: at the line's own text, or at a word a little before the place. */
function startOfExcerpt(line: string, indent: number, at: number): number {
  const near = at - BEFORE;
  if (near <= indent) return Math.min(indent, at);
  const blank = line.indexOf(' ', near);
  return blank >= 0 && blank < at ? blank + 1 : near;
}

/** The first lines of a definition: of the record or section it stands in, without what they are indented by. */
export function glance(text: string, within: Span): string {
  const line = within.from === 0 ? 0 : text.lastIndexOf('\n', within.from - 1) + 1;
  // A record in the middle of a line begins there, one behind a dash with its line.
  const start = /^[\s-]*$/.test(text.slice(line, Math.min(within.from, line + GLANCE_LENGTH)))
    ? line
    : within.from;
  const raw = text.slice(start, Math.min(within.to, start + 4 * GLANCE_LENGTH)).split('\n');
  const lines = raw.filter((line, i) => line.trim() !== '' || (raw[i - 1] ?? '').trim() !== '');
  const shown = lines.slice(0, GLANCE);
  const indents = shown
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  const joined = shown.map((line) => line.slice(indent).trimEnd()).join('\n');
  const cut = joined.length > GLANCE_LENGTH ? joined.slice(0, GLANCE_LENGTH) : joined;
  return cut.trimEnd() + (cut.length < joined.length || lines.length > GLANCE ? '\n…' : '');
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

/** Fields of a header that are shown at a glance; those that the card names anyway are left out. */
const HEADER_LINES = 4;
const NAMED = new Set(['id', 'title']);

/** What a document is that its own header names: a few lines of the header, and how the text begins. */
export function documentGlance({ text, frontMatter, blocks }: MarkdownDoc): string {
  const root = frontMatter?.root;
  const fields = root?.kind === 'map' ? [...root.members] : [];
  const lines = fields.flatMap(([key, { kind, value }]) =>
    kind === 'scalar' && value !== null && value !== '' && !NAMED.has(key)
      ? [`${key}: ${String(value)}`]
      : [],
  );
  const first = blocks.find(({ kind, inQuote }) => kind === 'paragraph' && !inQuote);
  const prose = first ? text.slice(first.span.from, first.span.to).replace(/\s+/g, ' ') : '';
  const begun = shortened(prose, GLANCE_LENGTH / 2);
  return [lines.slice(0, HEADER_LINES).join('\n'), begun].filter((part) => part !== '').join('\n\n');
}

/** A text of at most about this length, cut between words. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most);
  return `${text.slice(0, cut < most / 2 ? most : cut)} …`;
}
