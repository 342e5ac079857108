import type { Element, Root, RootContent } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { resolveLink } from '../../shared/domain/kit-path';
import { type Addresses, addressId, mentionId } from './addresses';
import { textOf } from './hast-text';
import { backRef, noteRef, pageRef } from './page-refs';

/** What the links of one Markdown file need to know of the rest of the book. */
export interface LinkContext {
  readonly path: string;
  /** Prefix of all ids of this artifact: `a07`. */
  readonly id: string;
  /** The id of the artifact a kit path is printed as, or null when it is not in the book. */
  artifactId(path: string): string | null;
  readonly addresses: Addresses;
}

/**
 * Makes links work on paper. Those to other artifacts lead to their page and say which it is, once per paragraph or table; those to the outside
 * get the number under which the list at the end of the book has their address; those to what is not printed lose the link and keep their words.
 */
export function setLinks(root: Root, context: LinkContext): void {
  for (const block of root.children) setBlock(block, context);
}

function setBlock(block: RootContent, context: LinkContext): void {
  const named = new Set<string>();
  if (block.type !== 'element') return;
  visit({ type: 'root', children: [block] } as Root, 'element', (node, index, parent) => {
    if (node.tagName !== 'a' || !parent || index === undefined) return undefined;
    const added = setLink(node, context, named);
    parent.children.splice(index + 1, 0, ...added);
    return [SKIP, index + 1 + added.length];
  });
}

/** Sets one link; what has to stand behind it is given back. */
function setLink(node: Element, context: LinkContext, named: Set<string>): Element[] {
  const href = String(node.properties['href'] ?? '');
  if (href.startsWith('#')) {
    const place = `${context.id}-${decode(href.slice(1))}`;
    node.properties['href'] = `#${place}`;
    if (href.startsWith('#fnref-')) return [backRef(place)];
    const mention = node.properties['id'];
    return href.startsWith('#fn-') && typeof mention === 'string' ? [noteRef(place, mention)] : [];
  }
  if (/^mailto:/i.test(href)) return written(node, href.replace(/^mailto:/i, ''));
  if (/^https?:/i.test(href)) return numbered(node, href, context.addresses);
  // The sanitizer has taken away addresses with another scheme.
  const target = href === '' ? null : resolveLink(context.path, href);
  const id = target === null ? null : context.artifactId(target);
  if (id === null) {
    node.tagName = 'span';
    node.properties = { className: ['unprinted'] };
    return [];
  }
  const hash = href.indexOf('#');
  const place = `${id}${hash < 0 ? '' : `-${decode(href.slice(hash + 1))}`}`;
  node.properties['href'] = `#${place}`;
  if (id === context.id || named.has(place)) return [];
  named.add(place);
  return [pageRef(place)];
}

/** An address of mail is short: it is written out. */
function written(node: Element, address: string): Element[] {
  if (textOf(node).includes(address)) return [];
  return [span('address', ` (${address})`)];
}

function numbered(node: Element, href: string, addresses: Addresses): Element[] {
  const { number, isNew } = addresses.add(href);
  const mark: Element = {
    type: 'element',
    tagName: 'a',
    properties: {
      className: ['address-mark'],
      href: `#${addressId(number)}`,
      ...(isNew ? { id: mentionId(number) } : {}),
    },
    children: [{ type: 'text', value: `[${number}]` }],
  };
  node.properties['className'] = ['outside'];
  return [mark];
}

function span(className: string, text: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: [className] },
    children: [{ type: 'text', value: text }],
  };
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
