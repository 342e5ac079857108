import { resolveLink } from '../../domain/kit-path';
import type { Source } from '../../rubric/artifact';
import type { DataReader } from '../../rubric/read-data';
import { rootReader } from '../../rubric/root-reader';
import { type MarkdownDoc, parseMarkdown, type Section } from '../../text/markdown';
import { matchOutline, placeForSection } from '../../text/sections';
import type { Span } from '../../text/span';
import { type EvidenceTable, readEvidence } from './evidence';
import { OUTLINE, SECTION_NAMES, type SectionName } from './outline';

/** What a candidate can have been to a document. */
export const MY_ROLES = ['author', 'co-author', 'facilitator', 'reviewer'] as const;
export type MyRole = (typeof MY_ROLES)[number];

/** One document of the manifest. */
export interface ManifestEntry {
  /** As written; empty when there is none. */
  readonly path: string;
  /** Where it may be: beside the packet, else from the root of the kit. */
  readonly candidates: readonly string[];
  /** Null when it is none of the four. */
  readonly role: MyRole | null;
  readonly at: DataReader;
}

/** A promotion packet as far as it is written. */
export interface PromoPacket {
  readonly doc: MarkdownDoc;
  /** The front matter. */
  readonly header: DataReader;
  readonly manifest: readonly ManifestEntry[];
  section(name: SectionName): Section | null;
  /** Where a section is, or where it should be: the heading it goes before. */
  place(name: SectionName): Span;
  /** Null when the section has no table with an outcome. */
  readonly evidence: EvidenceTable | null;
}

export function readPromoPacket(source: Source): PromoPacket {
  const doc = source.format === 'md' ? source.markdown : parseMarkdown('');
  const header = rootReader(source);
  const outline = matchOutline(
    doc,
    SECTION_NAMES.map((name) => OUTLINE[name]),
  );
  const section = (name: SectionName) => outline[SECTION_NAMES.indexOf(name)]?.section ?? null;
  return {
    doc,
    header,
    manifest: header.at('manifest').items.map((at) => readEntry(at, source.path)),
    section,
    place: (name) =>
      section(name)?.heading.span ?? placeForSection(doc, outline, SECTION_NAMES.indexOf(name)),
    evidence: readEvidence(doc, section('evidence')),
  };
}

function readEntry(at: DataReader, from: string): ManifestEntry {
  const path = at.at('path').text ?? '';
  const role = at.at('my_role').text?.toLowerCase() ?? '';
  const places = path === '' ? [] : [resolveLink(from, path), resolveLink('', path)];
  return {
    path,
    candidates: places.flatMap((place) => (place === null || place === '' || place === from ? [] : [place])),
    role: MY_ROLES.find((known) => known === role) ?? null,
    at,
  };
}

/** The file of the kit that an entry means; null when it is not there. */
export function fileOf(entry: ManifestEntry, files: ReadonlySet<string>): string | null {
  return entry.candidates.find((path) => files.has(path)) ?? null;
}
