import type { DataNode } from '../../text/data-tree';
import { ids, type Match } from '../../text/quantities';
import type { Source } from '../artifact';
import type { Fact } from '../fact';

/**
 * The ids that a file of an own kind defines, for the families that its kind names in `defines:`. In Markdown an id is defined where it opens a
 * heading, a table row or a list item; in data where it is an `id`. The first such place counts.
 */
export function ownFacts(source: Source, families: readonly string[]): readonly Fact[] {
  const facts = new Map<string, Fact>();
  const add = (family: string, id: string, title: string, span: { from: number; to: number }) => {
    if (!facts.has(id)) facts.set(id, { type: 'definition', family, id, title: title || id, data: {}, span });
  };
  for (const family of families) {
    if (source.format === 'md') {
      const { markdown } = source;
      const openers = [
        ...markdown.headings.map((h) => h.span),
        ...markdown.tables.flatMap((t) => t.rows.flatMap((row) => row.cells[0]?.span ?? [])),
        ...markdown.items.map((item) => item.span),
      ];
      for (const span of openers) {
        const line = markdown.plain.slice(span.from, span.to).split('\n')[0] ?? '';
        const [first] = ids(line, family);
        if (first && /^[^\p{L}\p{N}]*$/u.test(line.slice(0, first.from)))
          add(family, first.text, titleAfter(line, first), {
            from: span.from + first.from,
            to: span.from + first.to,
          });
      }
    } else if (source.format !== 'mmd' && source.data.root) dataIds(source.data.root, family, add);
  }
  return [...facts.values()];
}

function titleAfter(line: string, id: Match): string {
  return line
    .slice(id.to)
    .replace(/^[\s:·—–-]+/u, '')
    .trim();
}

function dataIds(
  node: DataNode,
  family: string,
  add: (family: string, id: string, title: string, span: { from: number; to: number }) => void,
): void {
  if (node.kind === 'list') for (const item of node.items) dataIds(item, family, add);
  if (node.kind !== 'map') return;
  const id = node.members.get('id');
  if (id && typeof id.value === 'string' && new RegExp(`^${family}-\\d{2,4}$`).test(id.value)) {
    const title = node.members.get('title')?.value ?? node.members.get('name')?.value;
    add(family, id.value, typeof title === 'string' ? title : '', id.span);
  }
  for (const child of node.members.values()) dataIds(child, family, add);
}
