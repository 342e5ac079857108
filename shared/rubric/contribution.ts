import { resolveLink } from '../domain/kit-path';
import { type Part, partOf } from '../domain/part';
import type { DataNode } from '../text/data-tree';
import type { MarkdownDoc } from '../text/markdown';
import { wordsNearby } from '../text/nearby';
import type { Span } from '../text/span';
import type { Source } from './artifact';
import type { Fact } from './fact';
import { Guard } from './guard';
import { lengthFacts } from './lengths';
import type { Contribution, OutgoingLink } from './packet';
import { positionCounts } from './position-counts';
import { rolesOf } from './roles';
import { statedPeople } from './stated-people';

/** What a file offers the packet: its kind's facts and those that any file may state, its links and the headings others may link to. */
export function contributionOf(
  path: string,
  kind: string | null,
  source: Source | null,
  stated: readonly Fact[],
  kindPart: Part | null = null,
  guard = new Guard(),
): Contribution {
  const where = { path, kind, ...(kindPart === null ? {} : { part: partOf(kindPart, path) }) };
  if (!source) return { ...where, facts: stated, links: [], anchors: [] };
  const facts = [...stated, ...guard.run('gathering the facts of', () => generalFacts(source), [])];
  if (source.format === 'md') {
    return {
      ...where,
      facts,
      links: guard.run('following the links of', () => markdownLinks(path, source.markdown), []),
      anchors: [...source.markdown.anchors],
    };
  }
  if (source.format === 'mmd') return { ...where, facts, links: [], anchors: [] };
  const links: OutgoingLink[] = [];
  const { root } = source.data;
  if (root) guard.run('following the links of', () => dataLinks(path, root, links), undefined);
  return { ...where, facts, links, anchors: [] };
}

/** People and their roles, counts of positions, lengths: any file may state them, so no kind owns them. */
function generalFacts(source: Source): readonly Fact[] {
  const facts = [...statedPeople(source), ...rolesOf(source), ...lengthFacts(source)];
  return source.format === 'md' ? [...facts, ...positionCounts(source.markdown)] : facts;
}

function markdownLinks(path: string, doc: MarkdownDoc): OutgoingLink[] {
  const wordsAround = wordsNearby(doc, 2);
  const links: OutgoingLink[] = doc.links.map((link) =>
    toLink(path, link.url, link.urlSpan, Math.min(wordsAround(link.span), MOST_WORDS_AROUND)),
  );
  if (doc.frontMatter?.root) dataLinks(path, doc.frontMatter.root, links);
  return links;
}

/** A link with this many words around it is well explained; counting on would make every word typed beside one news for the whole kit. */
const MOST_WORDS_AROUND = 40;

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

/** A value of a data file that is plainly a path to a kit file: it has a folder or steps up, and a known extension. */
const PATH_VALUE = /^(?:\.{1,2}\/|[\w-]+\/)[\w./-]+\.(?:md|ya?ml|json|mmd)(?:#[\w-]+)?$/;

function dataLinks(path: string, node: DataNode, into: OutgoingLink[]): void {
  if (node.kind === 'map') for (const child of node.members.values()) dataLinks(path, child, into);
  else if (node.kind === 'list') for (const child of node.items) dataLinks(path, child, into);
  else if (typeof node.value === 'string' && PATH_VALUE.test(node.value))
    into.push(toLink(path, node.value, node.span, 0));
}
