import type { Source } from '../../rubric/artifact';
import type { HasForeignHeader } from '../../rubric/foreign-header';
import { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { type MarkdownDoc, parseMarkdown, type Section } from '../../text/markdown';
import { hasSection, matchOutline, placeForSection } from '../../text/sections';
import type { Span } from '../../text/span';
import { type Dialect, dialectOf } from './dialect';
import { foreignHeader } from './foreign-header';
import { nestedSection } from './nested-section';
import { OUTLINE, SECTION_NAMES, type SectionName } from './outline';

/** An architecture decision record as far as it is written. */
export interface Adr extends HasForeignHeader {
  readonly doc: MarkdownDoc;
  /** The convention it is written in. */
  readonly dialect: Dialect;
  /** The front matter; in another convention what stands for it. */
  readonly header: DataReader;
  /** A section with at least a word under its heading, wherever it stands. */
  section(name: SectionName): Section | null;
  /** Where a section is, or where it should be: the heading it goes before. */
  place(name: SectionName): Span;
  readonly type1: boolean;
  readonly type2: boolean;
}

export function readAdr(source: Source): Adr {
  const doc = source.format === 'md' ? source.markdown : parseMarkdown('');
  const dialect = dialectOf(doc);
  const foreign = dialect === 'own' ? null : foreignHeader(doc, source.path);
  const header = foreign ? new DataReader(foreign) : rootReader(source);
  const outline = matchOutline(
    doc,
    SECTION_NAMES.map((name) => OUTLINE[name]),
  );
  const found = (name: SectionName) =>
    outline[SECTION_NAMES.indexOf(name)]?.section ?? nestedSection(doc, name);
  const tier = header.at('reversibility').text;
  return {
    doc,
    dialect,
    foreignHeader: foreign,
    header,
    section: (name) => {
      const section = found(name);
      return hasSection(doc, section, 1) ? section : null;
    },
    place: (name) => found(name)?.heading.span ?? placeForSection(doc, outline, SECTION_NAMES.indexOf(name)),
    type1: tier === 'type-1',
    type2: tier === 'type-2',
  };
}
