import { MANIFEST_FILE } from '../domain/manifest';
import type { StandardOffer } from './custom/standard';
import { type KeptSession, keepFiles, keptPacket, takeUpFiles } from './kept-session';
import type { KitPacket } from './kit-packet';
import { kitReport } from './kit-report';
import type { KindRegistry } from './registry';
import type { ArtifactReport, KitReport } from './report';
import { newSessionFile, type ParsedFile, type SessionFile } from './session-file';
import type { CheckSessionOptions } from './session-options';
import { SessionWork } from './session-work';

export { MAX_CHECKED_LENGTH } from './session-file';
export { WITHIN } from './session-judging';
export type { CheckSessionOptions } from './session-options';

/**
 * The rubric over a kit that is being edited: one engine for window, command line and tests. Texts go in, work is done piece by piece in
 * `pending()`, reports come out; an edit re-checks its own file, and elsewhere only what asked the packet about something that it now says
 * otherwise. When it only moved that, just the findings that point at the file are made again. Not shared between threads; no clock, no disk.
 */
export class CheckSession {
  private readonly files = new Map<string, SessionFile>();
  private readonly work: SessionWork;

  constructor(private readonly options: CheckSessionOptions) {
    this.work = new SessionWork(this.files, options);
  }

  /** The kinds in force: the studio's, and those of the kit's own standard. Another object whenever they changed. */
  get registry(): KindRegistry {
    return this.work.standard.registry;
  }

  /**
   * Adds or replaces a file. `null` text: the file is there (links to it resolve), but is no text Staffwright reads; `unreadable` then says why,
   * and is a finding when the name promises an artifact.
   */
  setFile(path: string, text: string | null, unreadable: string | null = null): void {
    const known = this.files.get(path);
    if (known && known.text === text && known.unreadable === unreadable) return;
    if (known) {
      known.text = text;
      known.unreadable = unreadable;
      known.version++;
    } else this.files.set(path, newSessionFile(path, text, unreadable));
    this.work.fileChanged(path, !known);
  }

  removeFile(path: string): void {
    const known = this.files.get(path);
    if (!known) return;
    this.files.delete(path);
    this.work.fileGone(path, known.parsed?.contribution ?? null);
  }

  /** What the kit asks to have changed in the studio's standard; null when that is nothing, or `kit.yaml` was not read yet. */
  get standardOffer(): StandardOffer | null {
    return this.work.standard.offer;
  }

  /** Another content of the kit's own standard is accepted now. */
  acceptanceChanged(): void {
    this.work.renewStandardLater();
    // People and glossary are what `kit.yaml` states.
    if (this.files.has(MANIFEST_FILE)) this.work.reading.want(MANIFEST_FILE);
  }

  /** True when reports may be out of date. */
  get busy(): boolean {
    return this.work.busy;
  }

  /** Number of outstanding steps, for progress. */
  get outstanding(): number {
    return this.work.outstanding;
  }

  /**
   * Does the outstanding work, yielding after each criterion ({@link WITHIN}) and the path after each file, so that the caller can stop, report
   * progress or take newer texts in between.
   * Abandoning the generator loses nothing: the rest stays outstanding.
   */
  pending(): Generator<string> {
    return this.work.pending();
  }

  /** Does all outstanding work at once. */
  settle(): void {
    for (const _ of this.pending());
  }

  artifact(path: string): ArtifactReport | null {
    return this.work.reports.artifact(path);
  }

  /** The version a path's latest text has; reports carry the version they were made from. */
  version(path: string): number | null {
    return this.files.get(path)?.version ?? null;
  }

  /** The text the session holds for a path; the exact text that spans refer to. */
  text(path: string): string | null {
    return this.files.get(path)?.text ?? null;
  }

  /** What a file's latest text says; read now if that is outstanding, for questions that cannot wait. */
  parsed(path: string): ParsedFile | null {
    return this.work.reading.latest(path);
  }

  /** What the files say to each other by now, for questions about the kit as a whole. */
  get facts(): KitPacket {
    return this.work.packet;
  }

  /** All finished reports in reading order: by part, then by the order of the kinds, then by path. */
  report(): KitReport {
    const { reports, rules, standard } = this.work;
    return kitReport(this.options.name, this.files.keys(), reports, rules.reports, standard);
  }

  /** What a later session over the same kit can {@link takeUp}; null while work is outstanding, or when something broke or took too long. */
  keep(): KeptSession | null {
    const rules = this.busy ? null : this.work.rules.keep();
    const files = rules ? keepFiles(this.files) : null;
    return rules && files ? { files, rules } : null;
  }

  /**
   * Goes on from what an earlier session kept of this kit, as if the files had been edited since: `unchanged` tells those that have the very text
   * of then. For a session that was given all its files and has done nothing yet. Answers false where the kit's own standard is another one:
   * then all is read anew.
   */
  takeUp(kept: KeptSession, unchanged: (path: string) => boolean): boolean {
    const { standard, rules } = this.work;
    standard.renew((path) => this.text(path));
    const before = new Set(kept.files.map(({ contribution }) => contribution.path));
    for (const path of standard.inputs)
      if (this.files.has(path) ? !before.has(path) || !unchanged(path) : before.has(path)) return false;
    rules.takeUp(kept.rules);
    this.work.takeUp(keptPacket(kept), takeUpFiles(kept, this.files, standard.registry, unchanged));
    return true;
  }
}
