import type { HostError } from '../../shared/ipc/contract';
import type { PreflightLine } from '../../shared/ipc/payloads';
import type { Output, OutputFile } from '../../shared/portfolio/outputs';
import type { PortfolioPlan } from '../../shared/portfolio/plan';
import { ok, type Result } from '../../shared/util/result';
import type { DiagramService } from '../diagrams/service';
import { fail } from '../kit/host-failure';
import { printBriefing } from './briefing/print-briefing';
import { verifyBriefing } from './briefing/verify-briefing';
import type { Collected } from './collect';
import { diagramTexts, drawFigures } from './draw-figures';
import type { Paper } from './paper';
import { makePage } from './web/make-page';
import { verifyPage } from './web/verify-page';

export interface MoreJob {
  readonly plan: PortfolioPlan;
  readonly collected: Pick<Collected, 'source' | 'image'>;
  readonly outputs: readonly Output[];
  readonly paper: Paper;
  readonly diagrams: DiagramService;
  readonly signal: AbortSignal;
  /** Throws when the job was cancelled. */
  readonly proceed: () => void;
  readonly tell: (label: string, done: number, total: number) => void;
}

export interface MadeFile {
  readonly file: OutputFile;
  readonly bytes: Uint8Array;
  /** Absent for what has no pages. */
  readonly pages?: number;
}

export interface More {
  readonly files: readonly MadeFile[];
  readonly preflight: readonly PreflightLine[];
}

/** What an export makes beside the book: slides with their handout, and the page for the screen. Each is read back; what is not as planned fails. */
export async function makeMore(job: MoreJob): Promise<Result<More, HostError>> {
  const files: MadeFile[] = [];
  const preflight: PreflightLine[] = [];
  const wanted = job.outputs.filter((output) => output === 'briefing' || output === 'html');
  if (wanted.length === 0) return ok({ files, preflight });
  const texts = diagramTexts(job.plan, job.collected.source);
  // Where the book was printed before, all of these come from the store.
  const { drawings, failures } = await drawFigures(texts, job.diagrams, job.signal, job.tell);
  if (!job.outputs.includes('pdf')) preflight.push(...failures);
  job.proceed();
  if (wanted.includes('briefing')) {
    job.tell('Briefing', 0, 1);
    const briefing = await printBriefing({ ...job, drawings });
    if (briefing === null) {
      const message = 'There is no executive summary in what is exported, so no briefing was made';
      preflight.push({ level: 'warning', message });
    } else {
      const checked = await verifyBriefing(briefing);
      const broken = checked.find(({ level }) => level === 'problem');
      if (broken) return fail('export-failed', `${broken.message}.`);
      files.push({ file: 'briefing', bytes: briefing.slides, pages: briefing.slidePages });
      files.push({ file: 'notes', bytes: briefing.notes, pages: briefing.notesPages });
      preflight.push(...checked, ...briefing.overflows);
    }
  }
  if (wanted.includes('html')) {
    const page = await makePage({ ...job, drawings, onArtifact: job.tell });
    const checked = verifyPage(page, job.plan);
    const broken = checked.find(({ level }) => level === 'problem');
    if (broken) return fail('export-failed', `${broken.message}.`);
    files.push({ file: 'html', bytes: new TextEncoder().encode(page) });
    preflight.push(...checked);
  }
  return ok({ files, preflight });
}
