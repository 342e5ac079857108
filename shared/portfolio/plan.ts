import { type Grade, standing } from '../domain/grade';
import { comparePaths, fileName, resolveLink } from '../domain/kit-path';
import { PARTS, type Part } from '../domain/part';
import type { Block } from '../preview/block';
import { dataBlocks } from '../preview/data-blocks';
import type { Format, Source } from '../rubric/artifact';
import type { KindRegistry } from '../rubric/registry';
import type { ArtifactReport, KitReport } from '../rubric/report';
import { dates } from '../text/quantities';
import { headingAnchors } from './anchors';

/** A heading of a printed Markdown artifact; `anchor` is its id in the book. */
export interface PlannedHeading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

/** One artifact as it will be printed. */
export interface PlannedArtifact {
  /** `a01`, `a02` … in reading order; the id of its place in the book. */
  readonly id: string;
  readonly path: string;
  readonly kind: string;
  readonly kindTitle: string;
  readonly title: string;
  readonly format: Format;
  readonly grade: Grade | null;
  /** Criteria that are waived; they are neither met nor judged. */
  readonly waivers: number;
  /** Criteria that a person's answer judged, not a check. */
  readonly assessed: number;
  readonly met: number;
  readonly judged: number;
  /** What a structured file means; null for prose and diagrams. */
  readonly blocks: readonly Block[] | null;
  /** Headings of levels 2 and 3, without the title, in text order. */
  readonly headings: readonly PlannedHeading[];
}

export interface PlannedPart {
  /** `part1` …; the id of its opening page. */
  readonly id: string;
  readonly part: Part;
  readonly title: string;
  readonly deliverable: string;
  readonly artifacts: readonly PlannedArtifact[];
}

/** A portfolio before it is laid out: the same for the same kit, on every machine. */
export interface PortfolioPlan {
  readonly kitName: string;
  readonly title: string;
  readonly candidate: string;
  readonly subtitle: string;
  /** The latest date an artifact carries in its header, ISO; empty when none does. The clock is not asked. */
  readonly date: string;
  readonly parts: readonly PlannedPart[];
}

export interface PlanOptions {
  readonly registry: KindRegistry;
  /** Parsed files by path; artifacts without an entry are left out. */
  readonly source: (path: string) => Source | null;
  /** What stands on the cover; empty strings are filled from the kit. */
  readonly cover: { readonly title: string; readonly candidate: string; readonly subtitle: string };
  /** Paths to print, in this order within each part; empty for all printable artifacts in the kit's own order. */
  readonly paths: readonly string[];
  /** The author the manifest names, or an empty string. */
  readonly author: string;
}

/** What stands on a cover that was given no title of its own. */
export const PORTFOLIO_TITLE = 'Promotion portfolio';

/** Kinds that are evidence or manifest rather than pages: they go into the zip only. */
const NOT_PRINTED = new Set(['incident-scenario', 'promo-packet']);

/**
 * Chooses and orders what a committee reads: recognised artifacts of the four parts, without templates and counter-examples, by part and by
 * the order of their kinds, each diagram after the artifacts of its part.
 */
export function planPortfolio(report: KitReport, options: PlanOptions): PortfolioPlan {
  const wanted = new Map(options.paths.map((path, index) => [path, index]));
  const chosen = report.artifacts.filter(
    (a) =>
      a.kind !== null &&
      !a.template &&
      !a.counterExample &&
      !NOT_PRINTED.has(a.kind) &&
      options.source(a.path) !== null &&
      (wanted.size === 0 || wanted.has(a.path)),
  );
  const byPart = new Map<Part, ArtifactReport[]>();
  for (const artifact of chosen) {
    const part = partOf(artifact, chosen, options.source);
    if (part !== 'X') byPart.set(part, [...(byPart.get(part) ?? []), artifact]);
  }
  let number = 0;
  const parts = PARTS.flatMap((info): PlannedPart[] => {
    const own = byPart.get(info.part) ?? [];
    if (own.length === 0) return [];
    const order = (a: ArtifactReport) => wanted.get(a.path) ?? kindOrder(options.registry, a);
    own.sort((a, b) => order(a) - order(b) || comparePaths(a.path, b.path));
    const artifacts = own.map((artifact) => {
      number++;
      return planArtifact(artifact, `a${String(number).padStart(2, '0')}`, options);
    });
    return [
      {
        id: `part${info.part}`,
        part: info.part,
        title: info.title,
        deliverable: info.deliverable,
        artifacts,
      },
    ];
  });
  return {
    kitName: report.name,
    title: options.cover.title || PORTFOLIO_TITLE,
    candidate: options.cover.candidate || options.author,
    subtitle: options.cover.subtitle || report.name,
    date: latestDate(parts, options),
    parts,
  };
}

/**
 * The part an artifact is printed in: that of its folder, else that of its kind. A diagram in a kit without part folders goes where the first
 * artifact stands that links to it, else into the first part. Other documents outside of the parts, such as a scenario's brief, are not printed.
 */
function partOf(
  artifact: ArtifactReport,
  chosen: readonly ArtifactReport[],
  source: PlanOptions['source'],
): Part {
  const own = ownPart(artifact);
  if (own !== 'X' || artifact.format !== 'mmd') return own;
  for (const other of chosen) {
    const part = ownPart(other);
    const text = source(other.path);
    if (part === 'X' || text?.format !== 'md') continue;
    if (text.markdown.links.some((link) => resolveLink(other.path, link.url) === artifact.path)) return part;
  }
  return 1;
}

function ownPart(artifact: ArtifactReport): Part {
  const folder = /(?:^|\/)part([1-4])-/.exec(artifact.path);
  return folder ? (Number(folder[1]) as Part) : (artifact.part ?? 'X');
}

function kindOrder(registry: KindRegistry, artifact: ArtifactReport): number {
  const order = registry.get(artifact.kind ?? '')?.order ?? 900;
  return artifact.format === 'mmd' ? 1000 + order : order;
}

function planArtifact(report: ArtifactReport, id: string, options: PlanOptions): PlannedArtifact {
  const source = options.source(report.path) as Source;
  const counted = report.criteria.flatMap((criterion) => standing(criterion) ?? []);
  const structured = source.format === 'yaml' || source.format === 'json';
  return {
    id,
    path: report.path,
    kind: report.kind ?? '',
    kindTitle: options.registry.get(report.kind ?? '')?.title ?? '',
    title: titleOf(source),
    format: source.format,
    grade: report.grade,
    waivers: report.waivers ?? 0,
    assessed: report.assessed ?? 0,
    met: counted.filter((counts) => counts === 'met').length,
    judged: counted.length,
    blocks: structured ? (report.preview ?? dataBlocks(source.data)) : null,
    headings: source.format === 'md' ? headingsOf(source, id) : [],
  };
}

function titleOf(source: Source): string {
  if (source.format === 'md') {
    const title = source.markdown.headings.find((h) => h.level === 1)?.text;
    const front = source.markdown.frontMatter?.node(['title'])?.value;
    return title ?? (typeof front === 'string' && front !== '' ? front : fileName(source.path));
  }
  if (source.format === 'mmd') return source.diagram.title ?? fileName(source.path);
  const title = source.data.node(['title'])?.value;
  return typeof title === 'string' && title !== '' ? title : fileName(source.path);
}

function headingsOf(source: Extract<Source, { format: 'md' }>, id: string): PlannedHeading[] {
  const anchors = headingAnchors(source.markdown.headings);
  return source.markdown.headings.flatMap((heading, index) =>
    heading.level === 2 || heading.level === 3
      ? [{ level: heading.level, text: heading.text, anchor: `${id}-${anchors[index]}` }]
      : [],
  );
}

function latestDate(parts: readonly PlannedPart[], options: PlanOptions): string {
  let latest = '';
  for (const { path } of parts.flatMap((part) => part.artifacts)) {
    const source = options.source(path);
    const tree =
      source?.format === 'md' ? source.markdown.frontMatter : source && 'data' in source ? source.data : null;
    for (const key of ['updated', 'published', 'date']) {
      const value = tree?.node([key])?.value;
      const found = typeof value === 'string' ? dates(value)[0]?.text : undefined;
      if (found && found > latest) latest = found;
    }
  }
  return latest;
}
