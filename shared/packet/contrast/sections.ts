import { readableKey } from '../../preview/labels';
import type { Source } from '../../rubric/artifact';
import type { DataNode } from '../../text/data-tree';
import { topSections } from '../../text/sections';
import type { Span } from '../../text/span';

/** A part of a file that can be laid beside the same part of another. */
export interface FilePart {
  /** What parts are compared by; empty for what stands before the first. */
  readonly key: string;
  readonly title: string;
  /** The whole of it, heading or key included. */
  readonly span: Span;
  /** Where what it says begins, behind the heading or key. */
  readonly body: number;
}

/** What stands before the first section, and the keys that only name a file. */
const HEAD = { key: '', title: 'Header' } as const;

/** The parts of a file in text order: sections of a document, entries of a data file, a drawing as a whole. Total. */
export function partsOf(source: Source): readonly FilePart[] {
  const all = { from: 0, to: source.text.length };
  switch (source.format) {
    case 'md':
      return documentParts(source, all);
    case 'yaml':
    case 'json':
      return dataParts(source.data.root, source.text);
    default:
      return [{ key: '', title: 'Drawing', span: all, body: 0 }];
  }
}

function documentParts({ markdown }: Extract<Source, { format: 'md' }>, all: Span): readonly FilePart[] {
  const sections = topSections(markdown);
  const first = sections[0]?.heading.span.from ?? all.to;
  const head = { ...HEAD, span: { from: 0, to: first }, body: 0 };
  const parts = sections.map(({ heading, body }, index): FilePart => {
    // What follows a section of a deeper level belongs to it as well, up to the next.
    const to = sections[index + 1]?.heading.span.from ?? Math.max(body.to, all.to);
    return { key: heading.key, title: heading.text, span: { from: heading.span.from, to }, body: body.from };
  });
  return first > 0 ? [head, ...parts] : parts;
}

/** Lists and mappings are parts of their own; single values belong to the part before them, those before the first are the head. */
function dataParts(root: DataNode | null, text: string): readonly FilePart[] {
  const whole = { ...HEAD, span: { from: 0, to: text.length }, body: 0 };
  if (root?.kind !== 'map') return [whole];
  const starts = [...root.members].flatMap(([key, node]) =>
    node.key && node.kind !== 'scalar' ? [{ key, at: node.key, from: lineStart(text, node.key.from) }] : [],
  );
  // Keys that share a line cannot be parted.
  const parted = starts.filter(({ from }, index) => from > (starts[index - 1]?.from ?? -1));
  const parts = parted.map(
    ({ key, at, from }, index): FilePart => ({
      key,
      title: readableKey(key) || key,
      span: { from, to: parted[index + 1]?.from ?? text.length },
      body: at.to,
    }),
  );
  const first = parts[0]?.span.from ?? text.length;
  return first > 0 ? [{ ...HEAD, span: { from: 0, to: first }, body: 0 }, ...parts] : parts;
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
