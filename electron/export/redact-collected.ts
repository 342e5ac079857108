import { extension } from '../../shared/domain/kit-path';
import type { HostError } from '../../shared/ipc/contract';
import type { PreflightLine } from '../../shared/ipc/payloads';
import { withoutMetadata } from '../../shared/portfolio/redaction/image-metadata';
import { readRedaction } from '../../shared/portfolio/redaction/read-redaction';
import { type RedactedCopy, redactKit } from '../../shared/portfolio/redaction/redact-kit';
import {
  REDACTION_FILE,
  type Redaction,
  type RedactionRemark,
} from '../../shared/portfolio/redaction/redaction';
import type { ArtifactReport, KitReport } from '../../shared/rubric/report';
import { newCheckSession } from '../../shared/studio';
import { err, ok, type Result } from '../../shared/util/result';
import { decodeText } from '../kit/decode-text';
import { IMAGE_TYPES } from '../kit/file-classes';
import { type Collected, type CollectOptions, checked, dataAddress } from './collect';

/** A kit as it is exported when it is to be redacted. The kit itself is only read. */
export interface RedactedKit {
  /** The copy, checked like a kit; grades and counts are those of the kit, which a pseudonym does not change. */
  readonly collected: Collected;
  readonly copy: RedactedCopy;
  readonly redaction: Redaction;
  readonly remarks: readonly PreflightLine[];
  /** A text that comes from elsewhere: the cover, the choices of a session. */
  redact(text: string): string;
  /** The path in the kit of a file of the copy. */
  original(path: string): string;
}

/** The list of a kit, or why it can't be used. */
export function redactionOf(collected: Pick<Collected, 'bytes'>): Result<Redaction, HostError> {
  const read = readRedaction(textOf(collected.bytes.get(REDACTION_FILE)) ?? '');
  if (read.redaction) return ok(read.redaction);
  return refused(read.problems, 'The list of what to hide does not hold, so nothing was exported');
}

/** The copy of a kit's texts, as it would be exported. */
export function copyOf(collected: Pick<Collected, 'bytes'>, redaction: Redaction): RedactedCopy {
  const texts = textsOf(collected);
  const pictures = [...collected.bytes.keys()].filter((path) => !texts.has(path));
  return redactKit({ texts, pictures }, redaction);
}

/** Every text of a kit by path; drawings in SVG are texts too. */
export function textsOf(collected: Pick<Collected, 'bytes'>): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [path, bytes] of collected.bytes) {
    const text = isBitmap(path) ? null : textOf(bytes);
    if (text !== null) texts.set(path, text);
  }
  return texts;
}

/** Makes the copy that is exported in place of the kit, and checks it like a kit. */
export function redactCollected(
  collected: Collected,
  redaction: Redaction,
  options: Pick<CollectOptions, 'proceed' | 'onCheck'> & { readonly accepts: boolean },
): Result<RedactedKit, HostError> {
  const copy = copyOf(collected, redaction);
  if (copy.problems.length > 0)
    return refused(copy.problems, 'The redacted copy could not be made, so nothing was exported');
  options.proceed();
  const { redactor } = copy;
  const session = newCheckSession(redactor.redact(collected.report.name, 'prose'), {
    // What was decided about the kit's own standard holds for its copy, whose text differs.
    acceptsStandard: () => options.accepts,
  });
  const bytes = new Map<string, Uint8Array>();
  const images = new Map<string, string>();
  const remarks: PreflightLine[] = [];
  for (const [path, renamed] of copy.paths) {
    const text = copy.texts.get(renamed);
    if (text !== undefined) {
      bytes.set(renamed, new TextEncoder().encode(text));
      if (extension(renamed) === 'svg')
        images.set(renamed, dataAddress('image/svg+xml', new TextEncoder().encode(text)));
      session.setFile(renamed, extension(renamed) === 'svg' ? null : text, null);
      continue;
    }
    session.setFile(renamed, null, null);
    const picture = withoutMetadata(collected.bytes.get(path) ?? new Uint8Array(), extension(path));
    if (picture === null) {
      const message = 'What this picture holds beside its pixels could not be taken off, so it is left out';
      remarks.push({ level: 'warning', message, path });
      continue;
    }
    bytes.set(renamed, picture);
    const type = IMAGE_TYPES[extension(path)];
    if (type !== undefined) images.set(renamed, dataAddress(type, picture));
    const message = 'Nothing can look for names inside of a picture: look at it yourself';
    remarks.push({ level: 'warning', message, path });
  }
  const found = checked({ session, bytes, images, ...options });
  if (!found.ok) return found;
  const back = new Map([...copy.paths].map(([path, renamed]) => [renamed, path]));
  const original = (path: string) => back.get(path) ?? path;
  const report = withGradesOf(found.value.report, collected.report, original, remarks);
  return ok({
    collected: { ...found.value, report },
    copy,
    redaction,
    remarks,
    redact: (text) => redactor.redact(text, 'data'),
    original,
  });
}

/**
 * The copy's report with the standing of the kit: a pseudonym changes no grade, but answers and waivers that quote the text would not be found
 * again in the copy. A file that is no longer taken for what it is, since its name says so, is told.
 */
function withGradesOf(
  copy: KitReport,
  kit: KitReport,
  original: (path: string) => string,
  remarks: PreflightLine[],
): KitReport {
  const known = new Map(kit.artifacts.map((artifact) => [artifact.path, artifact]));
  const artifacts = copy.artifacts.map((artifact): ArtifactReport => {
    const path = original(artifact.path);
    const own = known.get(path);
    if (!own) return artifact;
    if (own.kind !== artifact.kind) {
      const message = `With its name in the copy this file is no longer taken for "${own.kind ?? 'no artifact'}"`;
      remarks.push({ level: 'problem', message, path });
      return artifact;
    }
    const { grade, points, waivers, assessed } = own;
    const criteria = own.criteria.map(({ id, severity, verdict, waived, assessed: answer }) => ({
      id,
      severity,
      verdict,
      evidence: [],
      // Only that they are there is counted; their words stay in the kit.
      ...(waived ? { waived: { ...waived, reason: '', by: '' } } : {}),
      ...(answer ? { assessed: answer } : {}),
    }));
    return {
      ...artifact,
      grade,
      points,
      criteria,
      // What fails is known by its id; the words of a finding quote the kit.
      findings: own.findings.map(({ id, severity, waived }) => ({
        id,
        severity,
        path: artifact.path,
        span: { from: 0, to: 0 },
        message: '',
        related: [],
        ...(waived ? { waived: { ...waived, reason: '', by: '' } } : {}),
      })),
      ...(waivers === undefined ? {} : { waivers }),
      ...(assessed === undefined ? {} : { assessed }),
    };
  });
  return { ...copy, artifacts, summary: kit.summary };
}

function refused(problems: readonly RedactionRemark[], what: string): Result<never, HostError> {
  const [first] = problems;
  const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
  return err({
    code: 'export-failed',
    message: `${what}: ${first?.message ?? 'it is broken'}${more}.`,
    ...(first ? { file: first.path, line: first.line } : {}),
  });
}

/** Pictures in bytes; SVG is text. */
function isBitmap(path: string): boolean {
  return extension(path) in IMAGE_TYPES && extension(path) !== 'svg';
}

function textOf(bytes: Uint8Array | undefined): string | null {
  if (bytes === undefined) return null;
  const decoded = decodeText(bytes);
  return decoded.ok ? decoded.value.text : null;
}
