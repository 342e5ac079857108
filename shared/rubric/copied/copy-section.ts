import type { TextEdit } from '../../text/edits/edit';
import { lineBreak } from '../../text/edits/edit';
import { headingKey, type MarkdownDoc, parseMarkdown, type Section } from '../../text/markdown';
import { topSections } from '../../text/sections';
import { sectionFix } from '../repairs/insert-section';
import { markerLine } from './marker';
import { sameTopic } from './same-topic';

/** What copying does, or why it is not done. */
export type Copy =
  | { readonly ok: true; readonly title: string; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: string };

/** What stands in a blank section: what a template asks for, and comments. */
const BLANKS = /<[^<>\n]*>|\{\{[^{}\n]*\}\}|^> \[![A-Z]+\][^\n]*(?:\n>[^\n]*)*/gm;

/** The section of the example that holds an offset, of those that stand for themselves; null before the first. */
export function exampleSectionAt(example: MarkdownDoc, offset: number): Section | null {
  return topSections(example).findLast(({ heading }) => heading.span.from <= offset) ?? null;
}

/**
 * Puts a section of the example into a document: where its heading stands, else where the example has it among its neighbours. A section that
 * says something already keeps it, and the copy follows below. The marker says that it is copied.
 */
export function copySection(text: string, exampleText: string, offset: number): Copy {
  const doc = parseMarkdown(text);
  const example = parseMarkdown(exampleText);
  const section = exampleSectionAt(example, offset);
  if (!section) return { ok: false, reason: 'The example has no section here.' };
  const title = section.heading.text;
  const body = exampleText.slice(section.body.from, section.body.to).replaceAll('\r\n', '\n').trim();
  const mark = markerLine('md', title, body);
  if (mark === null) return { ok: false, reason: `The example says nothing under "${title}".` };
  const copied = `${mark}\n\n${body}`;
  const own = topSections(doc).find(({ heading }) => sameTopic(heading.key, section.heading.key));
  if (own) return { ok: true, title, edits: [intoSection(doc, own, copied)] };
  const outline = topSections(example).map(({ heading }) => {
    const theirs = topSections(doc).find((other) => sameTopic(other.heading.key, heading.key));
    const name = heading.text.replace(/^\d{1,3}[.)]\s+/, '');
    return {
      name,
      aliases: [theirs?.heading.key ?? headingKey(name)],
      blank: heading === section.heading ? copied : '',
    };
  });
  const at = topSections(example).indexOf(section);
  const { fix } = sectionFix(doc, outline, outline[at]?.name ?? '');
  return fix
    ? { ok: true, title, edits: fix.edits }
    : { ok: false, reason: 'A code block of the file is not closed. Close it first.' };
}

/** In place of blanks, else below what is written. */
function intoSection({ text }: MarkdownDoc, { body }: Section, copied: string): TextEdit {
  const newline = lineBreak(text);
  const written = text.slice(body.from, body.to);
  const insert = copied.replaceAll('\n', newline);
  const blank = !/[\p{L}\p{N}]/u.test(written.replace(BLANKS, ''));
  const last = body.to >= text.length;
  const end = last ? newline : `${newline}${newline}`;
  // The body begins at the end of the line of its heading.
  if (blank) return { from: body.from, to: body.to, insert: `${newline}${newline}${insert}${end}` };
  const kept = body.from + written.trimEnd().length;
  return { from: kept, to: body.to, insert: `${newline}${newline}${insert}${end}` };
}
