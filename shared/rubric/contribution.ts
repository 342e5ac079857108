import { resolveLink } from '../domain/kit-path';
import type { DataNode } from '../text/data-tree';
import type { MarkdownDoc } from '../text/markdown';
import { words } from '../text/prose';
import type { Span } from '../text/span';
import type { Source } from './artifact';
import type { Fact } from './fact';
import type { Contribution, OutgoingLink } from './packet';

/** What a file offers the packet: its facts, its links and the headings others may link to. */
export function contributionOf(
  path: string,
  kind: string | null,
  source: Source | null,
  facts: readonly Fact[],
): Contribution {
  if (!source) return { path, kind, facts, links: [], anchors: [] };
  if (source.format === 'md') {
    return {
      path,
      kind,
      facts,
      links: markdownLinks(path, source.markdown),
      anchors: [...source.markdown.anchors],
    };
  }
  if (source.format === 'mmd') return { path, kind, facts, links: [], anchors: [] };
  const links: OutgoingLink[] = [];
  if (source.data.root) dataLinks(path, source.data.root, links);
  return { path, kind, facts, links, anchors: [] };
}

function markdownLinks(path: string, doc: MarkdownDoc): OutgoingLink[] {
  const links: OutgoingLink[] = doc.links.map((link) =>
    toLink(path, link.url, link.urlSpan, wordsAround(doc, link.span)),
  );
  if (doc.frontMatter?.root) dataLinks(path, doc.frontMatter.root, links);
  return links;
}

function toLink(path: string, url: string, span: Span, around: number): OutgoingLink {
  const hash = url.indexOf('#');
  return {
    url,
    target: resolveLink(path, url),
    fragment: hash < 0 ? '' : safeDecode(url.slice(hash + 1)),
    span,
    wordsAround: around,
  };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Words of the longest paragraph among the two blocks before the link, its own, and the two after. */
function wordsAround(doc: MarkdownDoc, link: Span): number {
  const paragraphs = doc.blocks.filter((b) => b.kind === 'paragraph');
  const own = paragraphs.findIndex((b) => b.span.from <= link.from && b.span.to >= link.to);
  const at = own >= 0 ? own : paragraphs.findIndex((b) => b.span.from > link.from);
  let best = 0;
  for (let i = Math.max(0, at - 2); i <= Math.min(paragraphs.length - 1, at + 2); i++) {
    const block = paragraphs[i];
    if (block) best = Math.max(best, words(doc.plain.slice(block.span.from, block.span.to)));
  }
  return best;
}

/** A value of a data file that is plainly a path to a kit file: it has a folder or steps up, and a known extension. */
const PATH_VALUE = /^(?:\.{1,2}\/|[\w-]+\/)[\w./-]+\.(?:md|ya?ml|json|mmd)(?:#[\w-]+)?$/;

function dataLinks(path: string, node: DataNode, into: OutgoingLink[]): void {
  if (node.kind === 'map') for (const child of node.members.values()) dataLinks(path, child, into);
  else if (node.kind === 'list') for (const child of node.items) dataLinks(path, child, into);
  else if (typeof node.value === 'string' && PATH_VALUE.test(node.value))
    into.push(toLink(path, node.value, node.span, 0));
}
