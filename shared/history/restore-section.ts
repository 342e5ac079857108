import type { TextEdit } from '../text/edits/edit';
import { type MarkdownDoc, parseMarkdown, type Section } from '../text/markdown';

/** A section of an older version of a text, and what became of it. */
export interface OldSection {
  /** Place among the sections of the older version. */
  readonly index: number;
  readonly title: string;
  readonly level: number;
  /** `same`: it reads today as it did; `changed`: it reads otherwise; `gone`: there is none of this name any more. */
  readonly now: 'same' | 'changed' | 'gone';
}

/** The sections of an older version of a Markdown text, in order. */
export function oldSections(older: string, text: string): readonly OldSection[] {
  const [then, now] = [parseMarkdown(older), parseMarkdown(text)];
  return then.sections.map((section) => {
    const counterpart = counterpartOf(section, then, now);
    return {
      index: section.index,
      title: section.heading.text,
      level: section.heading.level,
      now: !counterpart
        ? 'gone'
        : sectionText(then, section) === sectionText(now, counterpart)
          ? 'same'
          : 'changed',
    };
  });
}

/**
 * The edit that brings a section of an older version back, its sub-sections included: in the place of the section of that name, else behind the
 * one that came before it, as far as there still is one. Null when there is no such section, or nothing would change.
 */
export function restoreSection(older: string, text: string, index: number): TextEdit | null {
  const [then, now] = [parseMarkdown(older), parseMarkdown(text)];
  const section = then.sections[index];
  if (!section) return null;
  const wanted = sectionText(then, section);
  const counterpart = counterpartOf(section, then, now);
  if (counterpart) {
    const { from, to } = spanOf(counterpart);
    const last = to >= text.length;
    const insert = wanted + (last ? endOf(text) : gapBefore(text, to));
    return insert === text.slice(from, to) ? null : { from, to, insert };
  }
  const at = placeFor(section, then, now);
  const before = text.slice(0, at).trimEnd();
  const lead = before === '' ? '' : '\n\n';
  const rest = text.slice(at).trimStart();
  return {
    from: before.length,
    to: text.length - rest.length,
    insert: `${lead}${wanted}${rest === '' ? endOf(text) : '\n\n'}`,
  };
}

/** The section of the same name: the one that is as many of that name from the top. */
function counterpartOf(section: Section, then: MarkdownDoc, now: MarkdownDoc): Section | null {
  const alike = (doc: MarkdownDoc) =>
    doc.sections.filter(
      ({ heading }) => heading.level === section.heading.level && nameOf(heading) === nameOf(section.heading),
    );
  return alike(now)[alike(then).indexOf(section)] ?? null;
}

/** Names that are only signs have no key. */
function nameOf({ key, text }: Section['heading']): string {
  return key === '' ? text : key;
}

/** Behind the nearest section before it that still stands; in front of everything but the title when none does. */
function placeFor(section: Section, then: MarkdownDoc, now: MarkdownDoc): number {
  for (let index = section.index - 1; index >= 0; index--) {
    const before = then.sections[index];
    const stands = before && counterpartOf(before, then, now);
    if (!before || !stands) continue;
    // Within a section above it, it comes after that section's own words and before its first part.
    if (before.heading.level < section.heading.level) {
      const part = now.sections[stands.index + 1];
      return part && part.heading.span.from < stands.body.to ? part.heading.span.from : stands.body.to;
    }
    return stands.body.to;
  }
  return now.sections[0]?.heading.span.from ?? now.text.length;
}

function spanOf({ heading, body }: Section): { readonly from: number; readonly to: number } {
  return { from: heading.span.from, to: body.to };
}

/** A section as it stands, without the blank lines behind it. */
function sectionText(doc: MarkdownDoc, section: Section): string {
  const { from, to } = spanOf(section);
  return doc.text.slice(from, to).trimEnd();
}

/** The blank lines that stand in front of what follows. */
function gapBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 20), at);
  const gap = before.slice(before.trimEnd().length);
  return gap === '' ? '\n\n' : gap;
}

function endOf(text: string): string {
  return text.endsWith('\n') || text === '' ? '\n' : '';
}
