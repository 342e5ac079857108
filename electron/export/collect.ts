import { createHash } from 'node:crypto';
import type { HostError } from '../../shared/ipc/contract';
import type { Source } from '../../shared/rubric/artifact';
import { parseSource } from '../../shared/rubric/parse-source';
import type { KindRegistry } from '../../shared/rubric/registry';
import type { KitReport } from '../../shared/rubric/report';
import type { CheckSession } from '../../shared/rubric/session';
import { newCheckSession } from '../../shared/studio';
import { ok, type Result } from '../../shared/util/result';
import { IMAGE_TYPES } from '../kit/file-classes';
import { fail } from '../kit/host-failure';
import type { OpenKit } from '../kit/open-kit';

/** A kit as it was read for one export: texts, pictures and the rubric's report over them. */
export interface Collected {
  readonly report: KitReport;
  /** The kinds in force: the studio's, and the kit's own. */
  readonly registry: KindRegistry;
  readonly source: (path: string) => Source | null;
  /** Exact bytes of the files that go into the zip, by kit path. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** A picture as a `data:` address, or null when the kit has none that can be shown. */
  readonly image: (path: string) => string | null;
}

export interface CollectOptions {
  readonly kit: OpenKit;
  readonly onRead: (path: string, done: number, total: number) => void;
  readonly onCheck: (done: number, total: number) => void;
  /** Texts that stand for those on disk: what is typed and not saved yet. */
  readonly unsaved?: ReadonlyMap<string, string>;
  /** Whether the user accepted a kit's own standard of this content; without it the kit's holds. */
  readonly acceptsStandard?: (content: string) => boolean;
  /** Throws when the export was cancelled. */
  readonly proceed: () => void;
}

/** Pictures above this size are left out of the PDF (limit of the security requirements). */
const MAX_IMAGE_BYTES = 20 * 1024 * 1024;

/** Reads every file of the kit once and runs the rubric. A file that cannot be read is reported by the rubric, and is not exported. */
export async function collect(options: CollectOptions): Promise<Result<Collected, HostError>> {
  const { kit } = options;
  const listing = await kit.list();
  const session = newCheckSession(
    kit.name,
    options.acceptsStandard ? { acceptsStandard: options.acceptsStandard } : {},
  );
  const bytes = new Map<string, Uint8Array>();
  const images = new Map<string, string>();
  for (const [index, file] of listing.files.entries()) {
    options.proceed();
    options.onRead(file.path, index, listing.files.length);
    if (file.state === 'text') {
      const read = await kit.readText(file.path);
      const typed = options.unsaved?.get(file.path);
      if (typed !== undefined) session.setFile(file.path, typed, null);
      else session.setFile(file.path, read.ok ? read.value.text : null, read.ok ? null : read.error.message);
      const raw = read.ok && typed === undefined ? await kit.readBytes(file.path) : null;
      if (typed !== undefined) bytes.set(file.path, new TextEncoder().encode(typed));
      else if (raw?.ok) bytes.set(file.path, raw.value.bytes);
      continue;
    }
    session.setFile(
      file.path,
      null,
      file.state === 'image' || file.state === 'binary' ? null : (file.reason ?? null),
    );
    if (file.state !== 'image') continue;
    const raw = await kit.readBytes(file.path, MAX_IMAGE_BYTES);
    const type = IMAGE_TYPES[file.path.slice(file.path.lastIndexOf('.') + 1).toLowerCase()];
    if (!raw.ok || type === undefined) continue;
    bytes.set(file.path, raw.value.bytes);
    images.set(file.path, dataAddress(type, raw.value.bytes));
  }
  return checked({ session, bytes, images, proceed: options.proceed, onCheck: options.onCheck });
}

/** Files that were handed to a session, and what checking them reports to. */
export interface CheckJob extends Pick<CollectOptions, 'proceed' | 'onCheck'> {
  readonly session: CheckSession;
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** Pictures as `data:` addresses by path. */
  readonly images: ReadonlyMap<string, string>;
}

/** Runs the rubric over the files of a session. */
export function checked(job: CheckJob): Result<Collected, HostError> {
  const { session, bytes, images } = job;
  const total = session.outstanding;
  let done = 0;
  for (const _ of session.pending()) {
    job.proceed();
    job.onCheck(Math.min(++done, total), total);
  }
  const report = session.report();
  if (!report.artifacts.some((a) => a.kind !== null)) {
    return fail(
      'not-a-kit',
      'This folder holds no artifact that Staffwright knows, so there is nothing to export.',
    );
  }
  const parsed = new Map<string, Source | null>();
  const source = (path: string): Source | null => {
    let known = parsed.get(path);
    if (known === undefined) {
      const text = session.text(path);
      known = text === null ? null : parseSource(path, text);
      parsed.set(path, known);
    }
    return known;
  };
  return ok({ report, registry: session.registry, source, bytes, image: (path) => images.get(path) ?? null });
}

/** Bytes as an address that a page can show without asking anybody. */
export function dataAddress(type: string, bytes: Uint8Array): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
