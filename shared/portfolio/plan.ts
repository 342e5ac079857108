import { type Grade, standing } from '../domain/grade';
import { PARTS, type Part } from '../domain/part';
import type { Block, ChartBlock } from '../preview/block';
import { dataBlocks } from '../preview/data-blocks';
import { isForReaders } from '../preview/for-readers';
import type { Format, Source } from '../rubric/artifact';
import { blocksOf } from '../rubric/blocks-of';
import type { KindRegistry } from '../rubric/registry';
import type { ArtifactReport, KitReport } from '../rubric/report';
import type { Section } from '../text/markdown';
import { dates } from '../text/quantities';
import { contains, type Span } from '../text/span';
import { headingAnchors } from './anchors';
import { type ArrangedArtifact, arrangeKit, titleOf } from './arrange-kit';
import { type PlannedClaims, plannedClaims } from './claims';
import { AUDIENCES, type Composition, presetOf, showsGrades } from './composition';
import { type CoverFact, candidateOf, coverFacts } from './cover-facts';
import { chartsOf } from './printed-blocks';

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
  /** What a document's tables are drawn as: each stands ahead of the table in which its `span` lies. */
  readonly charts?: readonly ChartBlock[];
  /** Headings of levels 2 and 3, without the title, in text order. */
  readonly headings: readonly PlannedHeading[];
  /** What is printed of it, where that is not the artifact itself: its text as it is written. */
  readonly as?: 'source';
  /** Passages of the text that this audience does not get. */
  readonly omit?: readonly Span[];
}

export interface PlannedPart {
  /** `part1` …, `memo`, `appendix`; the id of its opening page, or of the place where it starts. */
  readonly id: string;
  /** The cover memo stands before the four parts, the appendix behind them; both span the parts (`X`). */
  readonly kind: 'memo' | 'part' | 'appendix';
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
  /** What such a portfolio is called, for the cover of one with a title of its own. */
  readonly sort: string;
  /** What the cover says of the candidate, the name first. */
  readonly facts: readonly CoverFact[];
  /** False where grades and what the rubric counted are not for these readers. */
  readonly grades: boolean;
  /** True where TeX between dollars is set as formulas; else it is printed as it is written. */
  readonly formulas: boolean;
  /** Null without a cover memo, or where the list is not wanted. */
  readonly claims: PlannedClaims | null;
  /** The latest date an artifact carries in its header, ISO; empty when none does. The clock is not asked. */
  readonly date: string;
  readonly parts: readonly PlannedPart[];
}

export interface PlanOptions {
  readonly registry: KindRegistry;
  /** Parsed files by path; artifacts without an entry are left out. */
  readonly source: (path: string) => Source | null;
  /** What is printed, in which order and for whom. */
  readonly composition: Composition;
  /** The author the manifest names, or an empty string. */
  readonly author: string;
}

/** What stands on a cover that was given no title of its own. */
export const PORTFOLIO_TITLE = AUDIENCES[0]?.portfolioTitle ?? '';

/** The heading of a part in contents and bookmarks. */
export function partHeading({ kind, part, title }: PlannedPart): string {
  return kind === 'part' ? `Part ${part} · ${title}` : title;
}

/** The list of claims that is printed; null where there is nothing to list. */
export function listedClaims({ claims }: PortfolioPlan): PlannedClaims | null {
  return claims !== null && claims.rows.length > 0 ? claims : null;
}

/**
 * What is printed: the cover memo, the artifacts of the parts in the order of the composition, and the appendix. Artifacts are numbered through, so
 * that the id of a place says where in the book it is.
 */
export function planPortfolio(report: KitReport, options: PlanOptions): PortfolioPlan {
  const { composition, registry, source } = options;
  const arranged = arrangeKit(report, composition, registry, source);
  const memo = composition.memo ? arranged.memo : null;
  let number = 0;
  const planned = (artifact: ArtifactReport, more: Partial<PlannedArtifact> = {}): PlannedArtifact => {
    number++;
    return { ...planArtifact(artifact, `a${String(number).padStart(2, '0')}`, options), ...more };
  };
  const parts: PlannedPart[] = [];
  if (memo) parts.push({ ...MEMO, artifacts: [memoOf(planned(memo), options)] });
  for (const { part, artifacts } of arranged.parts.filter((one) => one.printed)) {
    const info = PARTS.find((known) => known.part === part);
    const own = at('part', artifacts);
    if (!info || own.length === 0) continue;
    const { title, deliverable } = info;
    parts.push({
      id: `part${part}`,
      kind: 'part',
      part,
      title,
      deliverable,
      artifacts: own.map((artifact) => planned(artifact)),
    });
  }
  const appendix = arranged.parts
    .filter((one) => one.printed)
    .flatMap(({ artifacts }) => at('appendix', artifacts))
    .map((artifact) => planned(artifact));
  const behind = [
    ...appendix,
    ...(composition.sources
      ? sourcesOf([...parts.flatMap((p) => p.artifacts), ...appendix], () => ++number)
      : []),
  ];
  if (behind.length > 0) parts.push({ ...APPENDIX, artifacts: behind });
  const memoSource = memo ? source(memo.path) : null;
  const candidate = candidateOf(composition, memoSource, options.author);
  const preset = presetOf(composition);
  const printed = parts.flatMap((part) => part.artifacts).filter(({ as }) => as === undefined);
  return {
    kitName: report.name,
    title: composition.title || preset.portfolioTitle,
    candidate: candidate.name,
    subtitle: composition.subtitle || report.name,
    sort: preset.portfolioTitle,
    facts: coverFacts(candidate, preset),
    grades: showsGrades(composition),
    formulas: composition.formulas === true,
    claims:
      composition.claims && memoSource?.format === 'md'
        ? plannedClaims(memoSource, printed.slice(1), source)
        : null,
    date: latestDate(parts, options),
    parts,
  };
}

const MEMO = { id: 'memo', kind: 'memo', part: 'X', title: 'Cover memo', deliverable: '' } as const;
const APPENDIX = {
  id: 'appendix',
  kind: 'appendix',
  part: 'X',
  title: 'Appendix',
  deliverable: 'What supports the parts and is looked up rather than read.',
} as const;

function at(place: ArrangedArtifact['place'], artifacts: readonly ArrangedArtifact[]): ArtifactReport[] {
  return artifacts.filter((one) => one.place === place).map((one) => one.report);
}

/** The text of each structured file that is printed as what it means. */
function sourcesOf(printed: readonly PlannedArtifact[], next: () => number): PlannedArtifact[] {
  return printed
    .filter(({ format }) => format === 'yaml' || format === 'json')
    .map((artifact) => ({
      ...artifact,
      id: `a${String(next()).padStart(2, '0')}`,
      title: `${artifact.title}: source`,
      kindTitle: `${artifact.format.toUpperCase()} source`,
      blocks: null,
      as: 'source',
    }));
}

/** The memo without the sections that are not for this audience. */
function memoOf(artifact: PlannedArtifact, { composition, source }: PlanOptions): PlannedArtifact {
  const file = source(artifact.path);
  const { withoutSections } = presetOf(composition);
  if (file?.format !== 'md' || withoutSections.length === 0) return artifact;
  const { sections, headings } = file.markdown;
  const left = sections.filter(
    ({ heading }) => heading.level > 1 && withoutSections.some((start) => heading.key.startsWith(start)),
  );
  const omit = left.map(whole);
  const anchors = headingAnchors(headings);
  const gone = new Set(
    headings.flatMap((heading, i) =>
      omit.some((span) => contains(span, heading.span)) ? [`${artifact.id}-${anchors[i]}`] : [],
    ),
  );
  return { ...artifact, omit, headings: artifact.headings.filter(({ anchor }) => !gone.has(anchor)) };
}

function whole({ heading, body }: Section): Span {
  return { from: heading.span.from, to: body.to };
}

function planArtifact(report: ArtifactReport, id: string, options: PlanOptions): PlannedArtifact {
  const source = options.source(report.path) as Source;
  const kind = options.registry.get(report.kind ?? '');
  const counted = report.criteria.flatMap((criterion) => standing(criterion) ?? []);
  const structured = source.format === 'yaml' || source.format === 'json';
  const charts = kind?.printsCharts ? chartsOf(blocksOf(kind, source) ?? [], source) : [];
  return {
    id,
    path: report.path,
    kind: report.kind ?? '',
    kindTitle: kind?.title ?? '',
    title: titleOf(source),
    format: source.format,
    grade: report.grade,
    waivers: report.waivers ?? 0,
    assessed: report.assessed ?? 0,
    met: counted.filter((counts) => counts === 'met').length,
    judged: counted.length,
    ...(charts.length > 0 ? { charts } : {}),
    blocks: structured ? (blocksOf(kind, source) ?? dataBlocks(source.data)).filter(isForReaders) : null,
    headings: source.format === 'md' ? headingsOf(source, id) : [],
  };
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
