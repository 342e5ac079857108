import type { Source } from '../../rubric/artifact';
import { type MarkdownDoc, parseMarkdown, type Section } from '../../text/markdown';
import { findSection } from '../../text/sections';
import type { Span } from '../../text/span';

const ALIASES = {
  definitions: ['definitions', 'terms'],
  steps: ['steps', 'process', 'rounds'],
  commit: ['what commit means', 'what committing means', 'what commitment means', 'commit means', 'commit'],
  captain: ['what the captain owes', 'captain'],
  types: ['type 1', 'types', 'paths', 'two paths', 'routes'],
  scripts: ['scripts', 'phrases', 'what to say', 'sentences to say'],
  ends: ['when commit ends', 'when commitment ends', 'when the commitment ends', 'exit', 'end of commitment'],
} as const;

export type SectionName = keyof typeof ALIASES;

/** A framework for disagreeing and committing as far as it is written. */
export interface Framework {
  readonly doc: MarkdownDoc;
  section(name: SectionName): Section | null;
  /** The title: where a missing section is reported. */
  readonly title: Span;
}

export function readFramework(source: Source): Framework {
  const doc = source.format === 'md' ? source.markdown : parseMarkdown('');
  const found = new Map<string, Section | null>();
  for (const [name, aliases] of Object.entries(ALIASES)) found.set(name, findSection(doc, aliases));
  return {
    doc,
    section: (name) => found.get(name) ?? null,
    title: doc.headings[0]?.span ?? { from: 0, to: Math.min(1, doc.text.length) },
  };
}
