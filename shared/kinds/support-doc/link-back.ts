import { fileName, relativeLink } from '../../domain/kit-path';
import type { MaybeFix } from '../../rubric/repairs/write-value';
import { lineBreak, lineEnd, lineStart } from '../../text/edits/edit';
import type { SupportDoc } from './model';

/** More artifacts than these are named by their author, in an order that means something. */
const MOST = 3;

/**
 * The repair that links the artifacts which link a paper, below its first paragraph: that one says what the paper is for. None where no
 * artifact links it, since then only its author knows which one it supports.
 */
export function linkBack({ doc, title }: SupportDoc, path: string, from: readonly string[]): MaybeFix {
  const artifacts = [...new Set(from)];
  if (artifacts.length === 0 || artifacts.length > MOST || doc.headings.length === 0) return {};
  const { text } = doc;
  const links = artifacts.map((to) => `[${nameOf(to)}](${encodeURI(relativeLink(path, to))})`);
  const list = links.length < 2 ? links.join('') : `${links.slice(0, -1).join(', ')} and ${links.at(-1)}`;
  const next = doc.blocks.find((block) => block.span.from >= title.to && block.kind !== 'cell');
  const opening =
    next?.kind === 'paragraph' && !next.inQuote && lineStart(text, next.span.from) === next.span.from
      ? next.span
      : title;
  const at = lineEnd(text, Math.max(opening.from, opening.to - 1));
  const newline = lineBreak(text);
  return {
    fix: {
      title: links.length < 2 ? 'Link the artifact that it supports' : 'Link the artifacts that it supports',
      edits: [{ from: at, to: at, insert: `${newline}${newline}This paper supports ${list}.` }],
    },
  };
}

/** What a file is called in a link: its name without the extension. */
function nameOf(path: string): string {
  return fileName(path)
    .replace(/\.[^.]*$/, '')
    .replace(/[[\]\\]/g, '\\$&');
}
