import type { HostError } from '../../shared/ipc/contract';
import type { ExportProgress, PagesReceipt, PagesRequest } from '../../shared/ipc/payloads';
import { PORTFOLIO_FILE } from '../../shared/portfolio/composition';
import { err, ok, type Result } from '../../shared/util/result';
import type { DiagramService } from '../diagrams/service';
import { fail } from '../kit/host-failure';
import type { OpenKit } from '../kit/open-kit';
import { exportChoices } from './choices';
import { compose } from './compose';
import { gather } from './material';
import { printPlan } from './print-plan';

export interface PagesJob {
  readonly kit: OpenKit;
  readonly request: Omit<PagesRequest, 'kitId'>;
  readonly acceptsStandard?: (content: string) => boolean;
  readonly diagrams: DiagramService;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly signal: AbortSignal;
}

/** What the export would choose, by what is typed of the kit's own file if that is open. */
function choicesOf({ kit, request }: PagesJob) {
  const typed = request.unsaved.find(({ path }) => path === PORTFOLIO_FILE)?.text;
  const composition = request.composition ?? typed;
  return exportChoices(kit, { ...request, ...(composition === undefined ? {} : { composition }) });
}

/**
 * The pages that an export would print now, with texts that are not saved yet: of the whole portfolio, or of one artifact. Read, checked, laid out
 * and printed by the very code of the export; nothing is written.
 */
export async function printPages(job: PagesJob): Promise<Result<PagesReceipt, HostError>> {
  const { kit, request, signal } = job;
  const cancelled = err<HostError>({ code: 'cancelled', message: 'The pages were cancelled.' });
  try {
    const proceed = () => signal.throwIfAborted();
    const tell = (step: ExportProgress['step'], done: number, total: number, label = '') => {
      proceed();
      job.onProgress({ step, done, total, label });
    };
    const { redact } = await choicesOf(job);
    const gathered = await gather(
      {
        kit,
        proceed,
        unsaved: new Map(request.unsaved.map(({ path, text }) => [path, text])),
        ...(job.acceptsStandard ? { acceptsStandard: job.acceptsStandard } : {}),
        onRead: (path, done, total) => tell('read', done, total, path),
        onCheck: (done, total) => tell('check', done, total),
      },
      { ...request, redact },
    );
    if (!gathered.ok) return gathered;
    const material = gathered.value;
    const wish = {
      composition: material.composition,
      usualPaper: request.paper,
      usualFormulas: request.formulas,
    };
    const { plan, paper } = compose(material.kit, material.collected, wish);
    const only = plan.parts
      .flatMap((part) => part.artifacts)
      .find((artifact) => material.original(artifact.path) === request.path)?.id;
    if (request.scope === 'file' && only === undefined)
      return fail(
        'not-found',
        'This file is not printed: the portfolio holds the artifacts of the four parts that were not left out.',
      );
    const printed = await printPlan({
      plan,
      ...(request.scope === 'file' && only !== undefined ? { only } : {}),
      collected: material.collected,
      paper,
      diagrams: job.diagrams,
      signal,
      proceed,
      tell,
    });
    const start = only === undefined ? 1 : (printed.numbers.get(only) ?? 1);
    return ok({
      pdf: Buffer.from(printed.pdf).toString('base64'),
      from: request.scope === 'file' ? start : 1,
      to: printed.pages,
      start,
      redacted: material.redacted,
      hidden: material.hidden,
      failures: printed.failures.map(material.place),
    });
  } catch (error) {
    if (signal.aborted) return cancelled;
    return err({
      code: 'export-failed',
      message: `The pages could not be printed: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}
