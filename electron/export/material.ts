import type { HostError } from '../../shared/ipc/contract';
import type { ExportRequest, PreflightLine } from '../../shared/ipc/payloads';
import { isCounterExample } from '../../shared/rubric/kit-packet';
import { OWN_FILES } from '../../shared/rubric/own-files';
import { isTemplate } from '../../shared/rubric/registry';
import { err, ok, type Result } from '../../shared/util/result';
import type { OpenKit } from '../kit/open-kit';
import { type Collected, type CollectOptions, collect } from './collect';
import { findOriginals } from './readback/find-originals';
import { redactCollected, redactionOf } from './redact-collected';

/** What an export is made from: the kit as it is, or its redacted copy. */
export interface Material {
  readonly collected: Collected;
  readonly kit: { readonly manifest: Pick<NonNullable<OpenKit['manifest']>, 'author'> | null };
  /** Choices of a session, as {@link ExportRequest.composition}. */
  readonly composition?: string | undefined;
  /** The kit itself, of which its author is told. */
  readonly own: Collected;
  readonly redacted: boolean;
  /** Places that a redaction changed. */
  readonly hidden: number;
  readonly remarks: readonly PreflightLine[];
  /** The same line with the place in the kit. */
  place(line: PreflightLine): PreflightLine;
  /** The path in the kit of what is exported under a path. */
  original(path: string): string;
  /** Reads finished files as strangers might; fails when anything hidden is left in them. */
  proof(files: ReadonlyMap<string, Uint8Array>): Promise<Result<readonly PreflightLine[], HostError>>;
}

/**
 * What goes into the zip. Templates and counter-examples are the studio's; its own files about a kit, such as waivers with their reasons and the key
 * to the pseudonyms, are for the house alone.
 */
export function isSource(path: string): boolean {
  return !isTemplate(path) && !isCounterExample(path) && !OWN_FILES.includes(path);
}

/** Reads a kit, and makes the redacted copy where one is wanted. */
export async function gather(
  options: CollectOptions,
  request: Pick<ExportRequest, 'composition' | 'redact'>,
): Promise<Result<Material, HostError>> {
  let accepts = true;
  const { acceptsStandard } = options;
  const collected = await collect({
    ...options,
    ...(acceptsStandard ? { acceptsStandard: (content) => (accepts = acceptsStandard(content)) } : {}),
  });
  if (!collected.ok) return collected;
  const own = collected.value;
  const { composition } = request;
  if (!request.redact) {
    return ok({
      collected: own,
      kit: options.kit,
      ...(composition === undefined ? {} : { composition }),
      own,
      redacted: false,
      hidden: 0,
      remarks: [],
      place: (line) => line,
      original: (path) => path,
      proof: async () => ok([]),
    });
  }
  const list = redactionOf(own);
  if (!list.ok) return list;
  const made = redactCollected(own, list.value, { ...options, accepts });
  if (!made.ok) return made;
  const { redact, original, copy, remarks } = made.value;
  const author = options.kit.manifest?.author ?? null;
  const count = copy.changes.reduce((sum, change) => sum + change.count, 0);
  return ok({
    collected: made.value.collected,
    kit: { manifest: { author: author === null ? null : redact(author) } },
    ...(composition === undefined ? {} : { composition: redact(composition) }),
    own,
    redacted: true,
    hidden: count,
    remarks,
    original,
    place: (line) => (line.path === undefined ? line : { ...line, path: original(line.path) }),
    proof: async (files) => {
      const leaks = await findOriginals(files, copy.redactor);
      const [first] = leaks;
      if (first) {
        const more = leaks.length > 1 ? `, and in ${leaks.length - 1} more places` : '';
        return err({
          code: 'export-failed',
          message: `"${first.found}" was to be hidden and still stands in ${first.where}${more}, so nothing was written.`,
        });
      }
      return ok([
        {
          level: 'ok',
          message: `${count} ${count === 1 ? 'place was' : 'places were'} redacted; nothing of what was hidden is in the files`,
        },
      ]);
    },
  });
}
