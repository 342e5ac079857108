import type { ExportProgress, PreflightLine } from '../../shared/ipc/payloads';
import { listedClaims, type PortfolioPlan } from '../../shared/portfolio/plan';
import type { Block } from '../../shared/preview/block';
import { appPaths } from '../app-paths';
import type { DiagramService } from '../diagrams/service';
import { Addresses } from './addresses';
import { buildBodies } from './bodies';
import type { Collected } from './collect';
import { diagramTexts, drawFigures } from './draw-figures';
import { Figures } from './figures';
import { missingGlyphs, wordsOf } from './glyphs';
import { KnownLayouts } from './known-layouts';
import { Listing } from './listing';
import { openPrinter } from './open-printer';
import type { Paper } from './paper';
import { type PrintedBook, printBook } from './print-book';

export interface PrintPlanJob {
  readonly plan: PortfolioPlan;
  /** The artifact of the plan that alone is printed; its links and figure numbers are those of the whole book. All of them when left out. */
  readonly only?: string;
  readonly collected: Pick<Collected, 'source' | 'image'>;
  readonly paper: Paper;
  readonly diagrams: DiagramService;
  readonly signal: AbortSignal;
  /** Throws when the job was cancelled. */
  readonly proceed: () => void;
  readonly tell: (step: ExportProgress['step'], done: number, total: number, label?: string) => void;
}

/** A printed plan: the book, how many figures it has, and what could not be drawn: diagrams, and characters without a letter. */
export interface PrintedPlan extends PrintedBook {
  readonly figures: number;
  readonly failures: readonly PreflightLine[];
}

/** From a plan to its pages: draws diagrams, lays out, prints. The export and the preview of its pages both print here. */
export async function printPlan(job: PrintPlanJob): Promise<PrintedPlan> {
  const { collected, paper, proceed, tell } = job;
  const plan = job.only === undefined ? job.plan : excerpt(job.plan, job.only);
  const texts = diagramTexts(plan, collected.source);
  const drawn = await drawFigures(texts, job.diagrams, job.signal, (path, done, total) =>
    tell('diagrams', done, total, path),
  );
  proceed();
  // A whole book needs room.
  if (job.only === undefined) job.diagrams.rest();
  const before = countBefore(job, plan);
  const figures = new Figures(drawn.drawings, paper, before.figures);
  const tables = new Listing('table', before.tables);
  const addresses = new Addresses();
  for (const url of before.addresses) addresses.add(url);
  const unset: PreflightLine[] = [];
  const bodies = await buildBodies({
    plan,
    onFault: (fault) => unset.push(fault),
    linked: job.plan,
    source: collected.source,
    image: collected.image,
    figures,
    tables,
    addresses,
    onArtifact: (path, done, total) => tell('layout', done, total, path),
  });

  const lists = {
    figures: figures.listed,
    tables: tables.entries,
    addresses: job.only === undefined ? addresses.entries : [],
  };

  const printer = await openPrinter(['book.css', 'heads.css']);
  const known = new KnownLayouts(printer.look, appPaths().layouts);
  await known.load();
  try {
    const steps = {
      proceed,
      onPrint: (done: number, total: number) => tell('print', done, total),
      ...(job.only === undefined ? {} : { countFrom: job.only }),
    };
    const printed = await printBook(printer, plan, bodies, lists, paper, steps, known);
    await known.save();
    const shown = plan.parts
      .flatMap((part) => part.artifacts)
      .map(({ id, path, title }) => ({
        path,
        shown: `${title}\n${wordsOf(bodies.get(id)?.markup ?? '')}`,
        source: collected.source(path)?.text ?? '',
      }));
    const failures = [...drawn.failures, ...unset, ...(await missingGlyphs(printed.drawn, shown))];
    return { ...printed, figures: figures.listed.length, failures };
  } finally {
    printer.dispose();
  }
}

/** The plan with one of its artifacts; ids stay, so that links and places are those of the whole. */
function excerpt(plan: PortfolioPlan, id: string): PortfolioPlan {
  const parts = plan.parts
    .map((part) => ({ ...part, artifacts: part.artifacts.filter((artifact) => artifact.id === id) }))
    .filter((part) => part.artifacts.length > 0);
  return { ...plan, parts, claims: null };
}

/** Figures, tables and addresses in what stands before an excerpt in the whole book. */
function countBefore({ plan, only, collected }: PrintPlanJob, part: PortfolioPlan): Before {
  const before = { figures: 0, tables: 0, addresses: [] as string[] };
  if (only === undefined || part.parts.length === 0) return before;
  const memo = plan.parts.find(({ kind }) => kind === 'memo')?.artifacts.length ?? 0;
  for (const [i, artifact] of plan.parts.flatMap((each) => each.artifacts).entries()) {
    // The list of claims is a table too.
    if (i === memo && listedClaims(plan)) before.tables++;
    if (artifact.id === only) break;
    const file = collected.source(artifact.path);
    if (file?.format === 'mmd') before.figures++;
    else if (file?.format === 'md') {
      before.figures += file.markdown.codeBlocks.filter((b) => b.lang === 'mermaid').length;
      before.figures += artifact.charts?.length ?? 0;
      before.tables += file.markdown.tables.length;
      before.addresses.push(...file.markdown.links.filter(isOutside).map((link) => link.url));
    } else {
      const blocks = artifact.blocks ?? [];
      before.figures += blocks.filter(({ kind }) => kind === 'diagram' || kind === 'chart').length;
      before.tables += blocks.filter(isPrintedTable).length;
    }
  }
  return before;
}

interface Before {
  readonly figures: number;
  readonly tables: number;
  readonly addresses: readonly string[];
}

/** A table of its own, or the one that follows a chart. */
function isPrintedTable(block: Block): boolean {
  return block.kind === 'table' || (block.kind === 'chart' && !block.tabled);
}

function isOutside(link: { readonly url: string; readonly image: boolean }): boolean {
  return !link.image && /^https?:/i.test(link.url);
}
