import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { LINK_SCHEMES } from './sanitize-schema';

/** What a reader is told where a link was. */
export const REFUSED_LINK =
  'No link: its address could start something. Links lead to files of the kit, to the web and to mail.';

/** Links whose address the sanitizer would take away become their words, which say why; a link that leads nowhere would look like a fault. */
export function refuseLinks(tree: Root): void {
  visit(tree, 'element', (node) => {
    const { href } = node.properties;
    if (node.tagName !== 'a' || typeof href !== 'string' || !isRefused(href)) return;
    node.tagName = 'span';
    node.properties = { title: REFUSED_LINK };
  });
}

/** By the rule of the sanitizer: a scheme ends at the first colon, unless a path, a query or a fragment begins before it. */
function isRefused(href: string): boolean {
  const scheme = /^([^:/?#]*):/.exec(href)?.[1];
  return scheme !== undefined && !LINK_SCHEMES.includes(scheme);
}
