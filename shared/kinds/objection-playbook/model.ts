import type { Source } from '../../rubric/artifact';
import { type MarkdownDoc, parseMarkdown, type Section } from '../../text/markdown';
import type { Span } from '../../text/span';
import { type Field, type FieldName, readFields } from './fields';

/** How many questions a playbook answers. */
export const QUESTIONS = 10;

export const FRAMES = ['VP', 'CTO', 'IC'] as const;
export type Frame = (typeof FRAMES)[number];

/** One question with its answer. */
export interface Objection {
  /** Such as `O-03`. */
  readonly id: string;
  readonly section: Section;
  /** Null when the frame is none of the three. */
  readonly frame: Frame | null;
  /** A field that is there and filled; null otherwise. */
  field(name: FieldName): Field | null;
  /** A label that is there, filled or not. */
  label(name: FieldName): Span | null;
}

/** A playbook as far as it is written. */
export interface Playbook {
  readonly doc: MarkdownDoc;
  readonly objections: readonly Objection[];
  readonly title: Span;
}

const NUMBERED = /^O-(\d{2})(?!\d)/;

export function readPlaybook(source: Source): Playbook {
  const doc = source.format === 'md' ? source.markdown : parseMarkdown('');
  return {
    doc,
    objections: doc.sections.flatMap((section) => readObjection(doc, section) ?? []),
    title: doc.headings[0]?.span ?? { from: 0, to: Math.min(1, doc.text.length) },
  };
}

function readObjection(doc: MarkdownDoc, section: Section): Objection | null {
  const id = NUMBERED.exec(section.heading.text)?.[0];
  if (id === undefined) return null;
  const fields = readFields(doc, section);
  const field = (name: FieldName) => {
    const found = fields.get(name);
    return found && filled(doc, found) ? found : null;
  };
  const frame = field('frame');
  return {
    id,
    section,
    frame: frame ? frameOf(doc.plain.slice(frame.value.from, frame.value.to)) : null,
    field,
    label: (name) => fields.get(name)?.label ?? null,
  };
}

/** Blanks of a template count too: `<role>` says what goes there. */
function filled(doc: MarkdownDoc, { value: { from, to } }: Field): boolean {
  return /[\p{L}\p{N}]/u.test(doc.plain.slice(from, to)) || /<\p{L}/u.test(doc.text.slice(from, to));
}

function frameOf(text: string): Frame | null {
  return FRAMES.find((frame) => new RegExp(`^\\s*${frame}(?![\\p{L}\\p{N}])`, 'iu').test(text)) ?? null;
}

/** The plain text of a field; empty when it is not written. */
export function textOf({ doc }: Playbook, objection: Objection, ...names: readonly FieldName[]): string {
  return names
    .flatMap((name) => {
      const field = objection.field(name);
      return field ? [doc.plain.slice(field.value.from, field.value.to)] : [];
    })
    .join('\n');
}
