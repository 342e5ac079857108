import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { type MarkdownDoc, parseMarkdown, type Section } from '../../text/markdown';
import { hasSection, matchOutline, placeForSection } from '../../text/sections';
import type { Span } from '../../text/span';
import { type DissentBlock, readDissent } from './dissent';
import { OUTLINE, SECTION_NAMES, type SectionName } from './outline';
import { type Positions, readPositions } from './positions';

/** A consensus document as far as it is written. */
export interface Consensus {
  readonly doc: MarkdownDoc;
  /** The front matter. */
  readonly header: DataReader;
  /** A section with at least a word under its heading, wherever it stands. */
  section(name: SectionName): Section | null;
  /** Where a section is, or where it should be: the heading it goes before. */
  place(name: SectionName): Span;
  /** Null when the positions section has no such table. */
  readonly positions: Positions | null;
  readonly dissent: readonly DissentBlock[];
}

export function readConsensus(source: Source): Consensus {
  const doc = source.format === 'md' ? source.markdown : parseMarkdown('');
  const outline = matchOutline(
    doc,
    SECTION_NAMES.map((name) => OUTLINE[name]),
  );
  const found = (name: SectionName) => outline[SECTION_NAMES.indexOf(name)]?.section ?? null;
  const section = (name: SectionName) => {
    const s = found(name);
    return hasSection(doc, s, 1) ? s : null;
  };
  return {
    doc,
    header: rootReader(source),
    section,
    place: (name) => found(name)?.heading.span ?? placeForSection(doc, outline, SECTION_NAMES.indexOf(name)),
    positions: readPositions(doc, section('positions')),
    dissent: readDissent(doc, section('dissent')),
  };
}
