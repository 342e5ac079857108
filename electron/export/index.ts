import { join } from 'node:path';
import type { HostError } from '../../shared/ipc/contract';
import type { ExportProgress, ExportReceipt, ExportRequest } from '../../shared/ipc/payloads';
import { portfolioManifest } from '../../shared/portfolio/manifest';
import { planPortfolio } from '../../shared/portfolio/plan';
import { isCounterExample } from '../../shared/rubric/kit-packet';
import { isTemplate } from '../../shared/rubric/registry';
import { err, ok, type Result } from '../../shared/util/result';
import { appVersion } from '../app-paths';
import type { DiagramService } from '../diagrams/service';
import { fail } from '../kit/host-failure';
import type { OpenKit } from '../kit/open-kit';
import { collect, sha256Hex } from './collect';
import { readBack } from './pdf-file';
import { printPlan } from './print-plan';
import { standingLines, verifyPdf } from './verify';
import { prepareFolder, writeOutputs } from './write-outputs';
import { packZip } from './zip';
import { zipReadme } from './zip-readme';

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

const PDF = 'portfolio.pdf';
const ZIP = 'portfolio.zip';

/** Thrown between steps when the user has cancelled; never leaves this module. */
class Cancelled extends Error {}

/**
 * The export: reads and checks the kit, draws its diagrams, prints the book, reads it back, packs the zip, and only then writes both files. A
 * cancelled or failed export leaves nothing behind and whatever stood there before untouched.
 */
export async function exportPortfolio(
  job: ExportJob,
): Promise<Result<Omit<ExportReceipt, 'exportId'>, HostError>> {
  try {
    const ready = await prepareFolder(job.outDir, [PDF, ZIP], job.request.overwrite);
    if (!ready.ok) return ready;
    const proceed = () => {
      if (job.signal.aborted) throw new Cancelled();
    };
    const tell = (step: ExportProgress['step'], done: number, total: number, label = '') => {
      proceed();
      job.onProgress({ step, done, total, label });
    };

    const collected = await collect({
      kit: job.kit,
      ...(job.acceptsStandard ? { acceptsStandard: job.acceptsStandard } : {}),
      proceed,
      onRead: (path, done, total) => tell('read', done, total, path),
      onCheck: (done, total) => tell('check', done, total),
    });
    if (!collected.ok) return collected;
    const { report, registry, source, bytes } = collected.value;
    const plan = planPortfolio(report, {
      registry,
      source,
      cover: job.request.cover,
      paths: job.request.paths,
      author: job.kit.manifest?.author ?? '',
    });
    if (plan.parts.length === 0) return fail('export-failed', 'Nothing of what was chosen can be printed.');

    const printed = await printPlan({
      plan,
      collected: collected.value,
      paper: job.request.paper,
      diagrams: job.diagrams,
      signal: job.signal,
      proceed,
      tell,
    });

    tell('verify', 0, 1);
    const checked = verifyPdf(await readBack(printed.pdf), {
      plan,
      printed: printed.numbers,
      bookmarks: printed.bookmarks,
      pages: printed.pages,
      figures: printed.figures,
    });
    const broken = checked.find((line) => line.level === 'problem');
    if (broken)
      return fail('export-failed', `The finished PDF did not pass its own verification: ${broken.message}.`);

    tell('zip', 0, 1);
    const sources = new Map([...bytes].filter(([path]) => !isTemplate(path) && !isCounterExample(path)));
    const entry = (path: string, content: Uint8Array) => ({
      path,
      sha256: sha256Hex(content),
      bytes: content.length,
    });
    const manifest = portfolioManifest(
      report,
      appVersion(),
      [entry(PDF, printed.pdf)],
      [...sources].map(([path, content]) => entry(`kit/${path}`, content)),
    );
    const encode = (text: string) => new TextEncoder().encode(text);
    const zip = packZip(
      new Map<string, Uint8Array>([
        [PDF, printed.pdf],
        ['README.md', encode(zipReadme(plan, manifest))],
        ['manifest.json', encode(`${JSON.stringify(manifest, null, 2)}\n`)],
        ...[...sources].map(([path, content]) => [`kit/${path}`, content] as const),
      ]),
    );
    proceed();
    const written = await writeOutputs(
      job.outDir,
      new Map([
        [PDF, printed.pdf],
        [ZIP, zip],
      ]),
    );
    if (!written.ok) return written;
    return ok({
      pdf: join(job.outDir, PDF),
      zip: join(job.outDir, ZIP),
      pages: printed.pages,
      preflight: [...checked, ...printed.failures, ...standingLines(report, plan)],
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
