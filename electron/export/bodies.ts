import type { PreflightLine } from '../../shared/ipc/payloads';
import { headingAnchors } from '../../shared/portfolio/anchors';
import { listedClaims, type PlannedArtifact, type PortfolioPlan } from '../../shared/portfolio/plan';
import type { ChartBlock } from '../../shared/preview/block';
import { capitalised } from '../../shared/preview/labels';
import type { Source } from '../../shared/rubric/artifact';
import type { DataTree } from '../../shared/text/data-tree';
import { LineIndex } from '../../shared/text/line-index';
import { contains, type Span } from '../../shared/text/span';
import type { Addresses } from './addresses';
import { blocksToHtml } from './blocks-html';
import { claimsCaption } from './claims-html';
import { entryTable } from './entry-table';
import type { Figures } from './figures';
import { type Html, html, NOTHING } from './html';
import type { Listing } from './listing';
import { markdownToHtml } from './markdown-html';

export interface BodyInputs {
  readonly plan: PortfolioPlan;
  /** What links may lead to, where that is more than the plan: all of the book, while only a part of it is printed. */
  readonly linked?: PortfolioPlan;
  readonly source: (path: string) => Source | null;
  readonly image: (path: string) => string | null;
  readonly figures: Figures;
  readonly tables: Listing;
  readonly addresses: Addresses;
  /** Told what of the formulas cannot be set, and is printed as it is written. */
  readonly onFault?: (fault: PreflightLine) => void;
  /** Called before each artifact; may throw to stop. */
  readonly onArtifact: (path: string, done: number, total: number) => void;
}

/** A page without a word would look like a fault of the print. */
const EMPTY = html`<p class="empty-file">This file is empty.</p>`;

/** The print markup of every artifact of the plan, by its id; that of the list of claims is its caption, numbered as it stands among the others. */
export async function buildBodies(inputs: BodyInputs): Promise<Map<string, Html>> {
  const { plan, figures, tables, addresses } = inputs;
  const artifacts = plan.parts.flatMap((part) => part.artifacts);
  const linked = (inputs.linked ?? plan).parts.flatMap((part) => part.artifacts);
  const idByPath = new Map(linked.flatMap((a) => (a.as === undefined ? [[a.path, a.id] as const] : [])));
  const bodies = new Map<string, Html>();
  const claims = listedClaims(plan);
  // The list follows the memo.
  const before = artifacts[plan.parts.find(({ kind }) => kind === 'memo')?.artifacts.length ?? 0];
  for (const [index, artifact] of artifacts.entries()) {
    if (claims && artifact === before) bodies.set(claims.id, claimsCaption(tables));
    inputs.onArtifact(artifact.path, index, artifacts.length);
    const source = inputs.source(artifact.path);
    if (!source) continue;
    if (artifact.as === 'source' || source.format === 'md') {
      const text = await markdownToHtml(printedText(artifact, source), {
        path: artifact.path,
        id: artifact.id,
        artifactId: (path) => idByPath.get(path) ?? null,
        image: inputs.image,
        addresses,
        figure: (mermaid, title, section) =>
          figures.figure(mermaid, title, 'in-text', title || section || artifact.title),
        table: (section) => tables.add(section || artifact.title, artifact.title),
        ...(source.format === 'md' ? { anchors: plannedAnchors(artifact, source) } : {}),
        ...(source.format === 'md' ? { aheadOf: chartsAhead(artifact, source, figures) } : {}),
        ...(plan.formulas
          ? { formulas: (tex, why) => inputs.onFault?.(unsetFormula(source, artifact.path, tex, why)) }
          : {}),
      });
      const empty = source.text.trim() === '' ? EMPTY : NOTHING;
      const header = source.format === 'md' ? headerBlock(source.markdown.frontMatter) : NOTHING;
      bodies.set(artifact.id, html`${header}${text}${empty}`);
    } else if (source.format === 'mmd') {
      bodies.set(
        artifact.id,
        figures.figure(source.text, diagramCaption(source.diagram.comments), 'below-title', artifact.title),
      );
    } else {
      const blocks = blocksToHtml(
        headerBlock(source.data),
        artifact.blocks ?? [],
        (mermaid, title, section) =>
          figures.figure(mermaid, title, 'in-text', title || section || artifact.title),
        (chart, section) => figures.chart(chart, chart.title || section || artifact.title),
        (title) => tables.add(title || artifact.title, artifact.title),
      );
      const empty = (artifact.blocks ?? []).length === 0 ? EMPTY : NOTHING;
      bodies.set(artifact.id, html`${blocks}${empty}`);
    }
  }
  if (claims && !before) bodies.set(claims.id, claimsCaption(tables));
  return bodies;
}

/** A formula that is printed as it is written, at its place in the text. */
export function unsetFormula({ text }: Source, path: string, tex: string, why: string): PreflightLine {
  const before = text.slice(0, Math.max(0, text.indexOf(tex.trim())));
  return {
    level: 'problem',
    message: `A formula cannot be set and is printed as it is written: ${why}`,
    path,
    line: before.split('\n').length,
  };
}

/** The Markdown that is printed: a text without what is left out for these readers, or the source of a structured file as a block of code. */
export function printedText(artifact: PlannedArtifact, { text, format }: Source): string {
  if (artifact.as === 'source') {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${format}\n${text.trimEnd()}\n${fence}\n`;
  }
  let kept = '';
  let at = 0;
  for (const { from, to } of artifact.omit ?? []) {
    kept += text.slice(at, from);
    at = Math.max(at, to);
  }
  return kept + text.slice(at);
}

/** The fragment ids of all headings that are printed, by their line in the printed text. */
function plannedAnchors(
  artifact: PlannedArtifact,
  source: Extract<Source, { format: 'md' }>,
): ReadonlyMap<number, string> {
  const { headings } = source.markdown;
  const anchors = headingAnchors(headings);
  const line = printedLine(artifact, source);
  return new Map(
    headings.flatMap(({ span }, i): [number, string][] => {
      const at = line(span);
      return at === null ? [] : [[at, anchors[i] ?? '']];
    }),
  );
}

/** What is drawn of the table that begins on a line of the printed text: its figures, which take their numbers there. */
function chartsAhead(
  artifact: PlannedArtifact,
  source: Extract<Source, { format: 'md' }>,
  figures: Figures,
): (line: number, section: string) => readonly Html[] {
  const { charts = [] } = artifact;
  if (charts.length === 0) return () => [];
  const line = printedLine(artifact, source);
  const byLine = new Map<number, ChartBlock[]>();
  for (const chart of charts) {
    const table = source.markdown.tables.find(({ span }) => chart.span && contains(span, chart.span));
    const at = table ? line(table.header.span) : null;
    if (at !== null) byLine.set(at, [...(byLine.get(at) ?? []), chart]);
  }
  return (at, section) =>
    (byLine.get(at) ?? []).map((chart) => figures.chart(chart, chart.title || section || artifact.title));
}

/** Where a place of the text stands in what is printed of it, by its line from 1; null for what is left out. */
function printedLine(
  { omit = [] }: PlannedArtifact,
  { text }: Extract<Source, { format: 'md' }>,
): (span: Span) => number | null {
  const lines = new LineIndex(text);
  const line = (offset: number) => lines.position(offset).line;
  return (span) => {
    if (omit.some((gone) => contains(gone, span))) return null;
    const before = omit.filter(({ to }) => to <= span.from);
    return line(span.from) - before.reduce((sum, { from, to }) => sum + line(to) - line(from), 0);
  };
}

/** What a diagram's own comments say besides its title: the legend, who answers for it, and of when it is. */
export function diagramCaption(comments: readonly { readonly text: string }[]): string {
  const remark = (name: string) => {
    const found = comments.find((c) => c.text.toLowerCase().startsWith(`${name}:`));
    return found?.text.slice(name.length + 1).trim() ?? '';
  };
  return [capitalised(remark('legend')), remark('owner'), remark('date')].filter(Boolean).join(' · ');
}

/** Header fields worth a line in print, with the words for them. */
const FIELDS: readonly (readonly [string, string])[] = [
  ['id', 'Id'],
  ['status', 'Status'],
  ['severity', 'Severity'],
  ['outcome', 'Outcome'],
  ['reversibility', 'Reversibility'],
  ['confidence', 'Confidence'],
  ['author', 'Author'],
  ['authors', 'Authors'],
  ['owner', 'Owner'],
  ['captain', 'Captain'],
  ['facilitator', 'Facilitator'],
  ['approvers', 'Approvers'],
  ['reviewers', 'Reviewers'],
  ['decision-makers', 'Decided by'],
  ['created', 'Created'],
  ['date', 'Date'],
  ['updated', 'Updated'],
  ['decision-date', 'Decided'],
  ['decision_date', 'Decided'],
  ['published', 'Published'],
  ['supersedes', 'Supersedes'],
  ['superseded-by', 'Superseded by'],
];

/** Fields whose values are words of a fixed list, written small in the file. */
const WORDS = new Set(['status', 'outcome', 'reversibility', 'confidence']);

function headerBlock(tree: DataTree | null): Html {
  const entries = FIELDS.flatMap(([key, label]) => {
    const value = tree?.node([key])?.value;
    const text = Array.isArray(value)
      ? value.filter((v) => typeof v === 'string').join(', ')
      : typeof value === 'string'
        ? value
        : '';
    if (text === '') return [];
    return [{ term: label, text: WORDS.has(key) ? capitalised(text.replace(/-/g, ' ')) : text }];
  });
  return entryTable(entries, 'front-matter');
}
