import { resolveLink } from '../../shared/domain/kit-path';
import { parseMarkdown } from '../../shared/text/markdown';
import { openFile } from './files';
import { notify, notifyError } from './notify';
import type { Studio } from './studio';

/** Where a link of a file leads. */
export type LinkTarget =
  | { readonly kind: 'outside'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string; readonly fragment: string }
  | { readonly kind: 'broken' };

export function linkTarget(from: string, href: string): LinkTarget {
  if (/^(?:https?|mailto):/i.test(href)) return { kind: 'outside', url: href };
  const path = resolveLink(from, href);
  if (path === null) return { kind: 'broken' };
  const hash = href.indexOf('#');
  return { kind: 'file', path, fragment: hash < 0 ? '' : decodeFragment(href.slice(hash + 1)) };
}

/** A fragment without its percent escapes; as it is when they are broken. */
export function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Offset of the heading that a fragment names, by the ids that renderers give headings; null when there is none. */
export function headingOffset(text: string, fragment: string): number | null {
  const { headings, anchors } = parseMarkdown(text);
  // Ids are in the order of the headings: a repeated heading has a number of its own.
  const index = [...anchors].indexOf(fragment.toLowerCase());
  return headings[index]?.span.from ?? null;
}

/** Offset of what a link within the text leads to, a heading or a note, or back from a note; null for links that lead elsewhere. */
export function placeInText(text: string, href: string): number | null {
  if (!href.startsWith('#')) return null;
  const [, back, label] = /^#fn(ref)?-(.+)$/.exec(href) ?? [];
  if (label === undefined) return headingOffset(text, decodeFragment(href.slice(1)));
  // Labels compare as Markdown compares them, but for the few letters that change their length.
  const wanted = decodeFragment(label).toLowerCase();
  for (const match of text.matchAll(/\[\^([^\]\n]{1,999})\](:?)/g)) {
    const atStart = match.index === 0 || text[match.index - 1] === '\n';
    const defines = match[2] === ':' && atStart;
    if (match[1]?.toLowerCase() === wanted && defines === (back === undefined)) return match.index;
  }
  return null;
}

/** Follows a link of a file of the open kit. */
export async function followLink(studio: Studio, from: string, href: string): Promise<void> {
  const target = linkTarget(from, href);
  if (target.kind === 'outside') {
    const answer = await studio.host.call('link.open', { url: target.url });
    if (!answer.ok) notifyError(studio, answer.error);
    return;
  }
  const { kit } = studio.store.getState();
  if (target.kind === 'broken' || !kit) {
    notify(studio, 'problem', `This link leads out of the kit: ${href}`);
    return;
  }
  if (!kit.files.has(target.path)) {
    notify(studio, 'problem', `There is no file ${target.path} in this kit`);
    return;
  }
  await openFile(studio, target.path, {});
  const text = target.fragment === '' ? null : studio.buffers.text(target.path);
  const offset = text === null ? null : headingOffset(text, target.fragment);
  if (offset !== null) studio.buffers.reveal(target.path, { from: offset, to: offset }, false);
}
