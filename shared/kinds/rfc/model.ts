import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { type MarkdownDoc, parseMarkdown, type Section } from '../../text/markdown';
import { hasSection, matchOutline, type OutlineMatch } from '../../text/sections';
import { OUTLINE, SECTION_NAMES, type SectionName } from './outline';

/** An RFC as far as it is written. */
export interface Rfc {
  readonly doc: MarkdownDoc;
  /** The front matter. */
  readonly header: DataReader;
  readonly outline: readonly OutlineMatch[];
  /** A section with at least a word under its heading; the outline criterion tells of the others. */
  section(name: SectionName): Section | null;
}

export function readRfc(source: Source): Rfc {
  const doc = source.format === 'md' ? source.markdown : parseMarkdown('');
  const outline = matchOutline(
    doc,
    SECTION_NAMES.map((name) => OUTLINE[name]),
  );
  const sections = new Map<SectionName, Section | null>(
    SECTION_NAMES.map((name, i) => {
      const section = outline[i]?.section ?? null;
      return [name, hasSection(doc, section, 1) ? section : null];
    }),
  );
  return { doc, header: rootReader(source), outline, section: (name) => sections.get(name) ?? null };
}
