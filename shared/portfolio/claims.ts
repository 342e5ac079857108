import { resolveLink } from '../domain/kit-path';
import { readEvidence } from '../kinds/promo-packet/evidence';
import { OUTLINE, type SectionName } from '../kinds/promo-packet/outline';
import type { Source } from '../rubric/artifact';
import { LineIndex } from '../text/line-index';
import type { MarkdownDoc, Section } from '../text/markdown';
import { readableText } from '../text/markdown/readable';
import { sentencesIn } from '../text/prose';
import { findSection, itemsIn, linksIn, tablesIn } from '../text/sections';
import { contains, type Span } from '../text/span';
import { headingAnchors } from './anchors';
import type { PlannedArtifact } from './plan';

/** A place in the book where the evidence of a claim stands. */
export interface ClaimEvidence {
  /** The id of the place: an artifact, or a heading in it. */
  readonly target: string;
  readonly artifact: string;
  /** The heading it stands under; empty where the claim names the whole artifact. */
  readonly section: string;
}

export interface PlannedClaim {
  readonly text: string;
  /** The section of the memo that says it. */
  readonly from: string;
  readonly evidence: readonly ClaimEvidence[];
}

/** A claim that a reader of this book cannot check in it. */
export interface OpenClaim {
  readonly text: string;
  readonly line: number;
  /** It names no file at all, or only such as this portfolio leaves out. */
  readonly why: 'unnamed' | 'left-out';
}

/** Where the evidence of each claim of the cover memo stands. */
export interface PlannedClaims {
  /** The id of the list's own place. */
  readonly id: string;
  readonly rows: readonly PlannedClaim[];
  readonly open: readonly OpenClaim[];
}

/** The sections of a memo that claim something. */
const CLAIMING: readonly SectionName[] = ['claim', 'scope', 'evidence', 'changed', 'differently'];

/** Ids as documents carry them in their headers. */
const ID = /(?<![\w-])[A-Z][A-Z0-9]*(?:-\d+)+(?![\w-])/g;

interface Statement {
  readonly text: string;
  readonly span: Span;
  /** A row or an item is a claim of its own; a sentence without evidence may only lead to the next. */
  readonly alone: boolean;
}

/**
 * The claims of a cover memo with the places of the book that prove them: what its links lead to, else the artifacts whose ids it names. `printed`
 * are the artifacts of the book, in reading order.
 */
export function plannedClaims(
  memo: Extract<Source, { format: 'md' }>,
  printed: readonly PlannedArtifact[],
  source: (path: string) => Source | null,
): PlannedClaims {
  const doc = memo.markdown;
  const book = new Book(printed, source);
  const lines = new LineIndex(memo.text);
  const rows: PlannedClaim[] = [];
  const open: OpenClaim[] = [];
  for (const name of CLAIMING) {
    const section = findSection(doc, OUTLINE[name].aliases);
    if (!section) continue;
    for (const { text, span, alone } of statements(doc, section, name)) {
      const named = [...text.matchAll(ID)].map(([id]) => id);
      const linked = linksIn(doc, span).flatMap(({ url }) => {
        const path = resolveLink(memo.path, url);
        return path === null || path === '' || path === memo.path ? [] : [{ path, url }];
      });
      const evidence =
        linked.length > 0
          ? unique(linked.flatMap(({ path, url }) => book.place(path, url) ?? []))
          : unique(named.flatMap((id) => book.withId(id) ?? []));
      if (evidence.length > 0) rows.push({ text, from: section.heading.text, evidence });
      else if (linked.length > 0 || (alone && named.length === 0))
        open.push({
          text,
          line: lines.position(span.from).line,
          why: linked.length > 0 ? 'left-out' : 'unnamed',
        });
    }
  }
  return { id: 'claims', rows, open };
}

/** What one section claims: rows of its tables, items of its lists, and sentences. */
function statements(doc: MarkdownDoc, section: Section, name: SectionName): Statement[] {
  const { body } = section;
  const tables = tablesIn(doc, body);
  const items = itemsIn(doc, body);
  const found: Statement[] = [];
  const evidence = name === 'evidence' ? readEvidence(doc, section) : null;
  const rows =
    evidence?.rows.map(({ row, competency, outcome }) => ({
      row,
      text: [competency, outcome ? readable(doc, outcome.span) : ''].filter(Boolean).join(': '),
    })) ??
    tables.flatMap((table) =>
      table.rows.map((row) => ({
        row,
        text: row.cells
          .map((cell) => readable(doc, cell.span))
          .filter(Boolean)
          .join(' · '),
      })),
    );
  for (const { row, text } of rows) found.push({ text: squeezed(text), span: row.span, alone: true });
  for (const { span } of items) found.push({ text: readable(doc, span), span, alone: true });
  const apart = [...tables.map(({ span }) => span), ...items.map(({ span }) => span), ...doc.quotes];
  for (const { span, block } of sentencesIn(doc, body)) {
    if (block.kind !== 'paragraph' || block.inQuote || apart.some((other) => contains(other, span))) continue;
    found.push({ text: readable(doc, span), span, alone: false });
  }
  return found.filter(({ text }) => text !== '').sort((a, b) => a.span.from - b.span.from);
}

function readable(doc: MarkdownDoc, span: Span): string {
  return squeezed(readableText(doc, span));
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function unique(evidence: readonly ClaimEvidence[]): ClaimEvidence[] {
  return [...new Map(evidence.map((one) => [one.target, one])).values()];
}

/** The printed artifacts by path and by id. */
class Book {
  private readonly byPath: ReadonlyMap<string, PlannedArtifact>;
  private readonly byId = new Map<string, PlannedArtifact>();

  constructor(
    printed: readonly PlannedArtifact[],
    private readonly source: (path: string) => Source | null,
  ) {
    this.byPath = new Map(printed.map((artifact) => [artifact.path, artifact]));
    for (const artifact of printed) {
      const file = source(artifact.path);
      const tree =
        file?.format === 'md' ? file.markdown.frontMatter : file && 'data' in file ? file.data : null;
      const id = tree?.node(['id'])?.value;
      if (typeof id === 'string' && !this.byId.has(id)) this.byId.set(id, artifact);
    }
  }

  /** The heading that a link names, else the artifact; null where it is not printed. */
  place(path: string, url: string): ClaimEvidence | null {
    const artifact = this.byPath.get(path);
    if (!artifact) return null;
    const fragment = fragmentOf(url);
    const file = this.source(path);
    if (fragment !== '' && file?.format === 'md') {
      const { headings } = file.markdown;
      const at = headingAnchors(headings).indexOf(fragment);
      const heading = headings[at];
      if (heading && heading.level > 1)
        return { target: `${artifact.id}-${fragment}`, artifact: artifact.title, section: heading.text };
    }
    return { target: artifact.id, artifact: artifact.title, section: '' };
  }

  withId(id: string): ClaimEvidence | null {
    const artifact = this.byId.get(id);
    return artifact ? { target: artifact.id, artifact: artifact.title, section: '' } : null;
  }
}

function fragmentOf(url: string): string {
  const at = url.indexOf('#');
  if (at < 0) return '';
  try {
    return decodeURIComponent(url.slice(at + 1));
  } catch {
    return url.slice(at + 1);
  }
}
