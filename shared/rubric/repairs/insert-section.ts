import { lineBreak, lineEnd, lineStart, type TextEdit } from '../../text/edits/edit';
import type { MarkdownDoc, Section } from '../../text/markdown';
import { matchOutline, type OutlineStep, topSections } from '../../text/sections';
import type { Fix } from '../finding';

/** A section of a kind's outline with what its template has under the heading: blanks that ask for what belongs there. */
export interface SectionBlank extends OutlineStep {
  /** Text with `\n` line ends and no blank lines around it; its sub-headings are of level 3. */
  readonly blank: string;
}

/** A section that no template describes, with one blank under it. */
export function withBlank(step: OutlineStep): SectionBlank {
  return { ...step, blank: `<What belongs under "${step.name}", or why there is nothing to tell.>` };
}

/**
 * The repair that puts a missing section in its place among the others, or the template's blanks under a heading with nothing under it. Empty
 * where the section is written, or where a fence that is not closed would swallow what is inserted.
 */
export function sectionFix(
  doc: MarkdownDoc,
  outline: readonly SectionBlank[],
  name: string,
): { readonly fix?: Fix } {
  return sectionsFix(doc, outline, [name]);
}

/** The same for sections that are missing at one place, in the order of the outline. */
export function sectionsFix(
  doc: MarkdownDoc,
  outline: readonly SectionBlank[],
  names: readonly string[],
): { readonly fix?: Fix } {
  const at = outline.findIndex((step) => step.name === names[0]);
  const steps = outline.filter((step) => names.includes(step.name));
  const [first] = steps;
  if (!first || doc.codeBlocks.some((block) => block.fenced && !block.closed)) return {};
  const matched = matchOutline(doc, outline);
  const own = matched[at]?.section ?? null;
  if (own) return fillFix(doc, own, first);
  const placed = (m: (typeof matched)[number]) => m.section !== null && !m.misplaced;
  const before = matched.slice(0, at).findLast(placed)?.section ?? null;
  const after = matched.slice(at + 1).find(placed)?.section ?? null;
  const newline = lineBreak(doc.text);
  const text = steps
    .map((step, i) => {
      const { level, text: heading } = headingOf(doc, step, before, after, i, steps.length);
      return `${heading}${newline}${newline}${bodyOf(doc, step, level)}`;
    })
    .join(`${newline}${newline}`);
  return {
    fix: {
      title: steps.length === 1 ? `Insert the section "${first.name}"` : `Insert ${steps.length} sections`,
      edits: [after ? beforeSection(doc, after, text) : behindAll(doc, before, text)],
    },
  };
}

/** The blanks for a heading under which nothing stands. */
function fillFix(doc: MarkdownDoc, section: Section, step: SectionBlank): { readonly fix?: Fix } {
  if (doc.text.slice(section.body.from, section.body.to).trim() !== '') return {};
  const newline = lineBreak(doc.text);
  const at = lineEnd(doc.text, Math.max(section.heading.span.from, section.heading.span.to));
  const insert = `${newline}${newline}${bodyOf(doc, step, section.heading.level)}`;
  return {
    fix: { title: `Insert the blanks of "${step.name}"`, edits: [{ from: at, to: at, insert }] },
  };
}

/** The heading of one of several in the style of its neighbours: their level, and their numbering where numbers are free for all. */
function headingOf(
  doc: MarkdownDoc,
  step: SectionBlank,
  before: Section | null,
  after: Section | null,
  index: number,
  count: number,
) {
  const level = (after ?? before)?.heading.level ?? levelOf(doc);
  const previous = numberOf(before);
  const next = numberOf(after);
  const start = previous ? previous.value + 1 : next && next.value > count ? next.value - count : null;
  const number = start === null ? null : start + index;
  const free = start !== null && (!after || (next !== null && next.value >= start + count));
  const mark = (previous ?? next)?.mark ?? '.';
  return { level, text: `${'#'.repeat(level)} ${free ? `${number}${mark} ` : ''}${step.name}` };
}

function levelOf(doc: MarkdownDoc): number {
  const level = Math.min(...topSections(doc).map((section) => section.heading.level));
  return Number.isFinite(level) && !(level === 1 && doc.sections.length === 1) ? level : 2;
}

function numberOf(section: Section | null): { readonly value: number; readonly mark: string } | null {
  const m = /^(\d{1,3})([.)])\s/.exec(section?.heading.text ?? '');
  return m ? { value: Number(m[1]), mark: m[2] ?? '.' } : null;
}

/** The template's blanks with the document's line ends; sub-headings one level below the heading. */
function bodyOf(doc: MarkdownDoc, step: SectionBlank, level: number): string {
  const deeper = '#'.repeat(Math.min(6, level + 1));
  return step.blank.replace(/^### /gm, `${deeper} `).replaceAll('\n', lineBreak(doc.text));
}

function beforeSection(doc: MarkdownDoc, after: Section, sections: string): TextEdit {
  const newline = lineBreak(doc.text);
  const at = lineStart(doc.text, after.heading.span.from);
  const gap = gapBefore(doc.text.slice(0, at), newline);
  return { from: at, to: at, insert: `${gap}${sections}${newline}${newline}` };
}

/** Behind the section that comes before it, or at the end of the document. */
function behindAll(doc: MarkdownDoc, before: Section | null, sections: string): TextEdit {
  const { text } = doc;
  const newline = lineBreak(text);
  const end = before ? before.body.to : text.length;
  const last = end >= text.length;
  const at = last ? text.length : lineStart(text, end);
  const gap = gapBefore(text.slice(0, at), newline);
  return { from: at, to: at, insert: `${gap}${sections}${newline}${last ? '' : newline}` };
}

/** What is missing for a blank line between a text and a heading below it. */
function gapBefore(text: string, newline: string): string {
  if (/^\uFEFF?$/.test(text) || /\n[ \t]*\r?\n$/.test(text)) return '';
  return text.endsWith('\n') ? newline : `${newline}${newline}`;
}
