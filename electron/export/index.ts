import { join } from 'node:path';
import type { HostError } from '../../shared/ipc/contract';
import type { ExportProgress, ExportReceipt, ExportRequest, PreflightLine } from '../../shared/ipc/payloads';
import { FILE_NAMES, filesOf, type OutputFile } from '../../shared/portfolio/outputs';
import type { PortfolioPlan } from '../../shared/portfolio/plan';
import { err, ok, type Result } from '../../shared/util/result';
import type { DiagramService } from '../diagrams/service';
import { fail } from '../kit/host-failure';
import type { OpenKit } from '../kit/open-kit';
import { type ExportChoices, exportChoices } from './choices';
import { compose } from './compose';
import { gather, isSource, type Material } from './material';
import { makeMore } from './more';
import { openPdf } from './open-pdf';
import { readBack } from './pdf-file';
import { portfolioZip } from './portfolio-zip';
import { standingOf } from './preflight';
import { type PrintedPlan, printPlan } from './print-plan';
import { checkPages } from './readback/check-pages';
import { readPages } from './readback/read-pages';
import { verifyPdf } from './verify';
import { prepareFolder, writeOutputs } from './write-outputs';

export interface ExportJob {
  readonly kit: OpenKit;
  /** Absolute. Made when it is not there, if its parent is. */
  readonly outDir: string;
  readonly request: Omit<ExportRequest, 'kitId' | 'targetId'>;
  readonly diagrams: DiagramService;
  /** As of {@link collect}; who exports without a window has chosen the kit's own standard by that. */
  readonly acceptsStandard?: (content: string) => boolean;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly signal: AbortSignal;
}

/** Thrown between steps when the user has cancelled; never leaves this module. */
class Cancelled extends Error {}

/**
 * The export: reads and checks the kit, draws its diagrams, prints the book, reads it back, makes the briefing and the page for the screen,
 * packs the zip, and only then writes all files. A cancelled or failed export leaves nothing behind and whatever stood there before untouched.
 */
export async function exportPortfolio(
  job: ExportJob,
): Promise<Result<Omit<ExportReceipt, 'exportId'>, HostError>> {
  const choices = await exportChoices(job.kit, job.request);
  const names = filesOf(choices.outputs).map((file) => FILE_NAMES[file]);
  const ready = await prepareFolder(job.outDir, names, job.request.overwrite);
  if (!ready.ok) return ready;
  const exported = await exportInto(job, choices);
  if (!exported.ok) await ready.value.release();
  return exported;
}

async function exportInto(
  job: ExportJob,
  { outputs, redact }: ExportChoices,
): Promise<Result<Omit<ExportReceipt, 'exportId'>, HostError>> {
  try {
    const proceed = () => {
      if (job.signal.aborted) throw new Cancelled();
    };
    const tell = (step: ExportProgress['step'], done: number, total: number, label = '') => {
      proceed();
      job.onProgress({ step, done, total, label });
    };

    const gathered = await gather(
      {
        kit: job.kit,
        ...(job.acceptsStandard ? { acceptsStandard: job.acceptsStandard } : {}),
        proceed,
        onRead: (path, done, total) => tell('read', done, total, path),
        onCheck: (done, total) => tell('check', done, total),
      },
      { ...job.request, redact },
    );
    if (!gathered.ok) return gathered;
    const material = gathered.value;
    const { collected } = material;
    const { report, bytes } = collected;
    const { plan, paper, composition, remarks, withheld } = compose(material.kit, collected, {
      ...job.request,
      composition: material.composition,
      usualFormulas: job.request.formulas,
    });
    if (plan.parts.length === 0) return fail('export-failed', 'Nothing of what was chosen can be printed.');

    const files = new Map<OutputFile, Uint8Array>();
    const pages = new Map<OutputFile, number>();
    const preflight: PreflightLine[] = [...remarks];
    if (outputs.includes('pdf')) {
      const printed = await printPlan({
        plan,
        collected,
        paper,
        diagrams: job.diagrams,
        signal: job.signal,
        proceed,
        tell,
      });
      tell('verify', 0, 1);
      const checked = await verified(printed, plan, material, proceed);
      if (!checked.ok) return checked;
      files.set('pdf', printed.pdf);
      pages.set('pdf', printed.pages);
      preflight.push(...checked.value, ...printed.failures);
    }
    const more = await makeMore({
      plan,
      collected,
      outputs,
      paper,
      diagrams: job.diagrams,
      signal: job.signal,
      proceed,
      tell: (label, done, total) => tell('more', done, total, label),
    });
    if (!more.ok) return more;
    for (const { file, bytes: made, pages: count } of more.value.files) {
      files.set(file, made);
      if (count !== undefined) pages.set(file, count);
    }
    preflight.push(...more.value.preflight);

    if (outputs.includes('zip')) {
      tell('zip', 0, 1);
      const sources = new Map([...bytes].filter(([path]) => isSource(path) && !withheld.has(path)));
      const shown = { ...report, artifacts: report.artifacts.filter(({ path }) => !withheld.has(path)) };
      const { audience } = composition;
      const { redacted } = material;
      const faults = preflight.filter(isFault);
      files.set(
        'zip',
        await portfolioZip({ report: shown, plan, files, sources, paper, audience, redacted, faults }),
      );
    }
    proceed();
    const finished = new Map([...files].map(([file, content]) => [FILE_NAMES[file], content]));
    const proof = await material.proof(finished);
    if (!proof.ok) return proof;
    preflight.push(...proof.value);
    proceed();
    const written = await writeOutputs(job.outDir, finished);
    if (!written.ok) return written;
    return ok({
      files: [...files.keys()].map((file) => {
        const count = pages.get(file);
        const path = join(job.outDir, FILE_NAMES[file]);
        return count === undefined ? { file, path } : { file, path, pages: count };
      }),
      preflight: [
        ...preflight.filter(isFault).map(material.place),
        ...material.remarks,
        ...preflight.filter((line) => !isFault(line)).map(material.place),
        ...standing(plan, material),
      ],
      faults: preflight.filter(isFault).length,
    });
  } catch (error) {
    if (error instanceof Cancelled || job.signal.aborted)
      return err({ code: 'cancelled', message: 'The export was cancelled; nothing was written.' });
    return err({
      code: 'export-failed',
      message: `The export failed: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}

/** Of what was said while the files were made: something is wrong in them. */
function isFault({ level }: PreflightLine): boolean {
  return level === 'problem';
}

/** What reading the finished book back found; a book that is not as planned is never handed out. */
async function verified(
  printed: PrintedPlan,
  plan: PortfolioPlan,
  { collected, own }: Material,
  proceed: () => void,
): Promise<Result<PreflightLine[], HostError>> {
  const document = await openPdf(printed.pdf);
  const found = await readBack(document);
  proceed();
  const lines = verifyPdf(found, {
    plan,
    printed: printed.numbers,
    bookmarks: printed.bookmarks,
    pages: printed.pages,
    figures: printed.figures,
  });
  const broken = lines.find((line) => line.level === 'problem');
  return broken
    ? fail('export-failed', `The finished PDF did not pass its own verification: ${broken.message}.`)
    : ok([
        ...lines,
        ...checkPages(await readPages(document, proceed), {
          plan,
          source: collected.source,
          places: found.destinations,
          waivers: (own.report.waivers ?? []).map(({ reason }) => reason),
        }),
      ]);
}

/** What the rubric holds against what was exported, at its places in the kit. */
function standing(plan: PortfolioPlan, { own, original }: Material): PreflightLine[] {
  return standingOf(own, new Set(plan.parts.flatMap((part) => part.artifacts.map((a) => original(a.path)))));
}
