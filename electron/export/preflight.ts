import type { HostError } from '../../shared/ipc/contract';
import type {
  ExportProgress,
  PreflightLine,
  PreflightReceipt,
  PreflightRequest,
} from '../../shared/ipc/payloads';
import type { PortfolioPlan } from '../../shared/portfolio/plan';
import { commentLines } from '../../shared/portfolio/preflight/private-text';
import { standingLines } from '../../shared/portfolio/preflight/standing';
import { SECRET_WORDS } from '../../shared/portfolio/redaction/secrets';
import { uncoveredSecrets } from '../../shared/portfolio/redaction/uncovered';
import { REDACTION_FILE } from '../../shared/rubric/own-files';
import { err, ok, type Result } from '../../shared/util/result';
import type { OpenKit } from '../kit/open-kit';
import { type Collected, collect } from './collect';
import { compose } from './compose';
import { isSource } from './material';
import { openPrinter } from './open-printer';
import { probeGlyphs } from './probe-glyphs';
import { copyOf, redactionOf, textsOf } from './redact-collected';

export interface PreflightJob {
  readonly kit: OpenKit;
  readonly request: Omit<PreflightRequest, 'kitId'>;
  readonly acceptsStandard?: (content: string) => boolean;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * What an export would say before it is made: how the packet stands, what a redaction would change, and what looks secret and would go out as it is.
 * Nothing is drawn or written, and nothing printed but a sheet with the characters that a font may lack.
 */
export async function preflight(job: PreflightJob): Promise<Result<PreflightReceipt, HostError>> {
  const { kit, request, signal } = job;
  const tell = (step: ExportProgress['step'], done: number, total: number, label = '') => {
    signal.throwIfAborted();
    job.onProgress({ step, done, total, label });
  };
  try {
    const collected = await collect({
      kit,
      ...(job.acceptsStandard ? { acceptsStandard: job.acceptsStandard } : {}),
      proceed: () => signal.throwIfAborted(),
      onRead: (path, done, total) => tell('read', done, total, path),
      onCheck: (done, total) => tell('check', done, total),
    });
    if (!collected.ok) return collected;
    const { plan, remarks } = compose(kit, collected.value, request);
    const redacted = redaction(collected.value, request.redact);
    const missing = await probed(collected.value, plan);
    signal.throwIfAborted();
    return ok({
      lines: [
        ...missing,
        ...redacted.problems,
        ...remarks,
        ...standingOf(collected.value, new Set(plan.parts.flatMap((p) => p.artifacts.map((a) => a.path)))),
        ...commentLines([...collected.value.bytes.keys()].filter(isSource), collected.value.source),
      ],
      changes: redacted.changes,
      secrets: redacted.secrets,
      list: collected.value.bytes.has(REDACTION_FILE) ? REDACTION_FILE : null,
    });
  } catch (error) {
    if (signal.aborted) return err({ code: 'cancelled', message: 'The preflight was cancelled.' });
    const why = error instanceof Error ? error.message : String(error);
    return err({ code: 'export-failed', message: `The preflight failed: ${why}` });
  }
}

/** Characters of what is printed that no font of this machine has. */
async function probed({ source }: Collected, { parts }: PortfolioPlan): Promise<PreflightLine[]> {
  const texts = parts.flatMap(({ artifacts }) =>
    artifacts.map(({ path, title }) => {
      const text = source(path)?.text ?? '';
      return { path, shown: `${title}\n${withoutComments(text)}`, source: text };
    }),
  );
  return probeGlyphs(texts, async (document) => {
    const printer = await openPrinter(['book.css']);
    return printer.print(document, { tags: false }).finally(() => printer.dispose());
  });
}

function withoutComments(text: string): string {
  const [first = '', ...others] = text.split('<!--');
  return (
    first +
    others.map((piece) => (piece.includes('-->') ? piece.slice(piece.indexOf('-->') + 3) : '')).join('')
  );
}

/** How the packet stands, with places. */
export function standingOf(collected: Collected, exported: ReadonlySet<string>): PreflightLine[] {
  return standingLines(collected.report, exported, (path) => collected.source(path)?.text ?? null);
}

interface Redacted {
  readonly problems: PreflightLine[];
  readonly changes: PreflightReceipt['changes'];
  readonly secrets: PreflightReceipt['secrets'];
}

function redaction(collected: Collected, wanted: boolean): Redacted {
  const list = redactionOf(collected);
  if (wanted && !list.ok) {
    const { message, file, line } = list.error;
    const place = { ...(file === undefined ? {} : { path: file }), ...(line === undefined ? {} : { line }) };
    return { problems: [{ level: 'problem', message, ...place }], changes: [], secrets: [] };
  }
  const { money, keep } = list.ok ? list.value : { money: false, keep: [] };
  const copy = wanted && list.ok ? copyOf(collected, list.value) : null;
  const back = new Map([...(copy?.paths ?? [])].map(([path, renamed]) => [renamed, path]));
  const original = (path: string) => back.get(path) ?? path;
  const texts = copy?.texts ?? textsOf(collected);
  const exported = new Map([...texts].filter(([path]) => isSource(path)));
  return {
    problems: (copy?.problems ?? []).map(({ message, path, line }) => ({
      level: 'problem',
      message,
      path,
      line,
    })),
    changes: (copy?.changes ?? []).map(({ places, ...change }) => ({
      ...change,
      places: places.map(({ path, line }) => (line === 0 ? { path } : { path, line })),
    })),
    secrets: uncoveredSecrets(exported, original, { money, keep }).map(({ kind, shown, count, places }) => ({
      what: SECRET_WORDS[kind],
      shown,
      count,
      places: [...places],
    })),
  };
}
