import { comparePaths } from '../domain/kit-path';
import { MANIFEST_FILE } from '../domain/manifest';
import { atOnce, type Steps } from '../util/steps';
import type { StandardOffer } from './custom/standard';
import { decideByRules } from './decided-by-rules';
import { EditedFiles } from './edited-files';
import { forgetOutdated, judgeFile } from './judge-file';
import { type KeptFile, type KeptSession, keepFile, keptParsed } from './kept-session';
import { KeptTrees } from './kept-trees';
import { KitPacket } from './kit-packet';
import { kitReport } from './kit-report';
import { OWN_FILES, type OwnFileReader } from './own-files';
import { Pace } from './pace';
import { PacketNews } from './packet-news';
import { ReadingUnderway } from './reading-underway';
import type { KindRegistry } from './registry';
import type { ArtifactReport, KitReport } from './report';
import { lateRule } from './rule';
import {
  isLong,
  newSessionFile,
  type ParsedFile,
  readInSteps,
  type SessionFile,
  shedTrees,
} from './session-file';
import { SessionReports } from './session-reports';
import { SessionRules } from './session-rules';
import { SessionStandard, type StudioParts } from './session-standard';

export { MAX_CHECKED_LENGTH } from './session-file';

export interface CheckSessionOptions extends StudioParts {
  /** Name of the kit, for reports. */
  readonly name: string;
  /** Milliseconds of any running clock, to tell a criterion that takes too long; without one nothing is late. */
  readonly now?: () => number;
  /** Say what does not hold in the studio's own files that the rubric does not read. */
  readonly ownFiles?: readonly OwnFileReader[];
  /** How much text may be held as parsed trees, in UTF-16 units. */
  readonly keptText?: number;
}

/** What {@link CheckSession.pending} yields between the criteria of one file. */
export const WITHIN = '';

/**
 * The rubric over a kit that is being edited: one engine for window, command line and tests. Texts go in, work is done piece by piece in
 * `pending()`, reports come out; an edit re-checks its own file, and elsewhere only what asked the packet about something that it now says
 * otherwise. When it only moved that, just the findings that point at the file are made again. Not shared between threads; no clock, no disk.
 */
export class CheckSession {
  private readonly entries = new Map<string, SessionFile>();
  private readonly toParse = new Set<string>();
  private readonly toCheck = new Set<string>();
  private packet = new KitPacket([]);
  private news = new PacketNews();
  private readonly standard: SessionStandard;
  private standardStale = false;
  private readonly rules: SessionRules;
  private readonly reports: SessionReports;
  /** True when the kit's waivers and answers have to be read. */
  private ownUnread = false;
  /** True when what they do to the reports may have changed. */
  private ownStale = false;

  private readonly pace: Pace;
  private readonly trees: KeptTrees;
  private readonly edited = new EditedFiles();
  private readonly underway = new ReadingUnderway();

  constructor(private readonly options: CheckSessionOptions) {
    this.pace = new Pace(options.now ?? null);
    this.trees = new KeptTrees(options.keptText);
    this.standard = new SessionStandard(options);
    this.rules = new SessionRules(options.rules ?? [], (rule, packet) =>
      this.pace.run(
        rule.id,
        packet.files.size,
        () => this.standard.runRule(rule, packet),
        (reason) => lateRule(rule, reason),
      ),
    );
    this.reports = new SessionReports({
      judged: (path) => this.judged(path),
      shared: (path) => [...this.rules.findings(path), ...this.standard.findings(path)],
      text: (path) => this.text(path),
      has: (path) => this.entries.has(path),
      ownFiles: options.ownFiles ?? [],
    });
  }

  /** The kinds in force: the studio's, and those of the kit's own standard. Another object whenever they changed. */
  get registry(): KindRegistry {
    return this.standard.registry;
  }

  /**
   * Adds or replaces a file. `null` text: the file is there (links to it resolve), but is no text Staffwright reads; `unreadable` then says why,
   * and is a finding when the name promises an artifact.
   */
  setFile(path: string, text: string | null, unreadable: string | null = null): void {
    const known = this.entries.get(path);
    if (known && known.text === text && known.unreadable === unreadable) return;
    if (known) {
      known.text = text;
      known.unreadable = unreadable;
      known.version++;
    } else this.entries.set(path, newSessionFile(path, text, unreadable));
    this.toParse.add(path);
    this.filesChanged(path, !known);
  }

  removeFile(path: string): void {
    const known = this.entries.get(path);
    if (!known) return;
    this.entries.delete(path);
    this.reports.forget(path);
    this.filesChanged(path, true);
    this.toParse.delete(path);
    this.toCheck.delete(path);
    this.trees.drop(path);
    this.edited.drop(path);
    if (this.underway.path === path) this.underway.drop();
    if (known.parsed) this.news.add(path, known.parsed.contribution, null);
  }

  /** What the kit asks to have changed in the studio's standard; null when that is nothing, or `kit.yaml` was not read yet. */
  get standardOffer(): StandardOffer | null {
    return this.standard.offer;
  }

  /** Another content of the kit's own standard is accepted now. */
  acceptanceChanged(): void {
    this.standardStale = true;
    // People and glossary are what `kit.yaml` states.
    if (this.entries.has(MANIFEST_FILE)) this.toParse.add(MANIFEST_FILE);
  }

  /** True when reports may be out of date. */
  get busy(): boolean {
    return (
      this.toParse.size > 0 ||
      this.toCheck.size > 0 ||
      this.news.any ||
      this.standardStale ||
      this.ownUnread ||
      this.ownStale ||
      this.rules.busy
    );
  }

  /** Number of outstanding steps, for progress. */
  get outstanding(): number {
    return this.toParse.size + this.toCheck.size;
  }

  /**
   * Does the outstanding work, yielding after each criterion ({@link WITHIN}) and the path after each file, so that the caller can stop, report
   * progress or take newer texts in between.
   * Abandoning the generator loses nothing: the rest stays outstanding.
   */
  *pending(): Generator<string> {
    while (this.busy) {
      if (this.standardStale) this.renewStandard();
      if (this.ownUnread) this.readOwnFiles();
      for (let path = this.nextToParse(); path !== null; path = this.nextToParse()) {
        yield this.parse(path) ? path : WITHIN;
        if (this.standardStale) break;
      }
      if (this.toParse.size > 0) continue;
      if (this.news.any) this.renewPacket();
      const next = this.toCheck.values().next();
      if (next.done) yield* this.finish();
      else yield* this.check(next.value);
    }
  }

  /** Does all outstanding work at once. */
  settle(): void {
    for (const _ of this.pending());
  }

  artifact(path: string): ArtifactReport | null {
    return this.reports.artifact(path);
  }

  /** The version a path's latest text has; reports carry the version they were made from. */
  version(path: string): number | null {
    return this.entries.get(path)?.version ?? null;
  }

  /** The text the session holds for a path; the exact text that spans refer to. */
  text(path: string): string | null {
    return this.entries.get(path)?.text ?? null;
  }

  /** What a file's latest text says; read now if that is outstanding, for questions that cannot wait. */
  parsed(path: string): ParsedFile | null {
    while (this.toParse.has(path)) this.parse(path);
    const entry = this.entries.get(path);
    return entry?.parsed?.shed ? atOnce(this.read(entry, false)) : (entry?.parsed ?? null);
  }

  /** All finished reports in reading order: by part, then by the order of the kinds, then by path. */
  report(): KitReport {
    const { reports, rules, standard } = this;
    return kitReport(this.options.name, this.entries.keys(), reports, rules.reports, standard);
  }

  /** What a later session over the same kit can {@link takeUp}; null while work is outstanding, or when something broke or took too long. */
  keep(): KeptSession | null {
    const rules = this.busy ? null : this.rules.keep();
    if (!rules) return null;
    const files: KeptFile[] = [];
    for (const entry of this.entries.values()) {
      const file = keepFile(entry);
      if (!file) return null;
      files.push(file);
    }
    return { files, rules };
  }

  /**
   * Goes on from what an earlier session kept of this kit, as if the files had been edited since: `unchanged` tells those that have the very text
   * of then. For a session that was given all its files and has done nothing yet. Answers false where the kit's own standard is another one:
   * then all is read anew.
   */
  takeUp({ files, rules }: KeptSession, unchanged: (path: string) => boolean): boolean {
    this.standard.renew((path) => this.text(path));
    const before = new Map(files.map((file) => [file.contribution.path, file]));
    for (const path of this.standard.inputs)
      if (this.entries.has(path) ? !before.has(path) || !unchanged(path) : before.has(path)) return false;
    this.standardStale = false;
    const contributions = files.map(({ contribution }) => contribution);
    this.packet = new KitPacket(contributions.sort((a, b) => comparePaths(a.path, b.path)));
    this.rules.takeUp(rules);
    for (const [path, file] of before) {
      const entry = this.entries.get(path);
      if (!entry) {
        this.news.add(path, file.contribution, null);
        continue;
      }
      entry.parsed = keptParsed(file, this.registry);
      if (!unchanged(path)) continue;
      entry.own = new Map(file.own);
      entry.report = file.report;
      this.toParse.delete(path);
    }
    return true;
  }

  /** What the files say to each other by now, for questions about the kit as a whole. */
  get facts(): KitPacket {
    return this.packet;
  }

  private judged(path: string): ArtifactReport | null {
    const entry = this.entries.get(path);
    if (!entry?.report) return null;
    return decideByRules(entry.report, entry.parsed?.kind ?? null, this.rules.reports);
  }

  /** What is left when every file is checked: the rules, then answers and waivers, which need everybody's findings. */
  private *finish(): Generator<string> {
    if (this.rules.busy) {
      const done = yield* this.rules.run(this.packet, () => this.toParse.size > 0 || this.news.any);
      if (!done) return;
      this.reports.forgetAll();
      this.ownStale ||= this.hasOwnFile;
    }
    if (this.ownStale) this.reports.close();
    this.ownStale = false;
  }

  /** Takes note of a file that says what the others are judged by, and of one that is new or gone: waivers and answers name files. */
  private filesChanged(path: string, listed: boolean): void {
    if (this.standard.isInput(path)) this.standardStale = true;
    if (OWN_FILES.includes(path) || (listed && this.hasOwnFile)) this.ownUnread = true;
  }

  private get hasOwnFile(): boolean {
    return OWN_FILES.some((path) => this.entries.has(path));
  }

  private readOwnFiles(): void {
    this.ownUnread = false;
    this.ownStale = true;
    this.reports.readOwnFiles({
      isQuestion: (id) => this.standard.isQuestion(id),
      knows: (id) => this.standard.knows(id),
      has: (path) => this.entries.has(path),
    });
  }

  /** Reads the kit's own standard anew, and does over what it decides. */
  private renewStandard(): void {
    this.standardStale = false;
    this.underway.drop();
    const changed = this.standard.renew((path) => this.text(path));
    this.reports.forgetAll();
    if (changed.kinds) for (const path of this.entries.keys()) this.toParse.add(path);
    if (changed.settings || changed.kinds) {
      for (const [path, entry] of this.entries) {
        if (!entry.parsed) continue;
        entry.own = new Map();
        this.toCheck.add(path);
      }
      this.rules.renewAll();
    }
    this.ownUnread ||= this.hasOwnFile;
  }

  /** The file to read next: a long one that was put down waits for all that are read in one step. */
  private nextToParse(): string | null {
    const { path: started } = this.underway;
    for (const path of this.toParse) {
      if (started === null || !this.toParse.has(started)) return path;
      if (path !== started && !isLong(this.entries.get(path)?.text ?? null)) return path;
    }
    return this.toParse.size > 0 ? started : null;
  }

  /** Does a step of the reading of a file; answers whether it was the last. */
  private parse(path: string): boolean {
    const entry = this.entries.get(path);
    if (!entry) {
      this.toParse.delete(path);
      return true;
    }
    const before = entry.parsed;
    // A text that is the first this session has is not being written in, whatever an earlier session knew.
    const start = () => this.read(entry, before !== null && entry.version > 1);
    // A short one goes between the steps of a long one, which goes on afterwards.
    const now = isLong(entry.text) ? this.underway.step(entry, start) : atOnce(start());
    if (!now) return false;
    if (this.underway.path === path) this.underway.drop();
    this.toParse.delete(path);
    entry.parsed = this.trees.keep(path, entry.text?.length ?? 0) ? now : shedTrees(now);
    entry.own = new Map();
    this.toCheck.delete(path);
    this.toCheck.add(path);
    this.news.add(path, before?.contribution ?? null, now.contribution);
    return true;
  }

  /** Reads a file; `again` when it was read before, so that somebody seems to write in it. */
  private *read(entry: SessionFile, again: boolean): Steps<ParsedFile> {
    const before = this.edited.get(entry.path) ?? entry.parsed?.source ?? null;
    const parsed = yield* readInSteps(entry, this.standard, again || before ? { before } : null);
    if (again && parsed.source && parsed.source !== before) this.edited.keep(entry.path, parsed.source);
    return parsed;
  }

  private renewPacket(): void {
    const { changes, said, movedFiles } = this.news;
    this.packet = this.packet.with(changes, this.news);
    this.news = new PacketNews();
    for (const [path, entry] of this.entries) {
      if (forgetOutdated(entry, said, movedFiles)) this.toCheck.add(path);
    }
    this.rules.renew(said, movedFiles);
  }

  /** Judges one file. Given up when newer texts came in between; what is decided by then stays decided. */
  private *check(path: string): Generator<string> {
    const entry = this.entries.get(path);
    if (!entry?.parsed) {
      this.toCheck.delete(path);
      return;
    }
    const { parsed } = entry;
    let file = entry;
    if (parsed.shed) {
      let again = this.underway.step(entry, () => this.read(entry, false));
      for (; !again; again = this.underway.step(entry, () => this.read(entry, false))) {
        yield WITHIN;
        if (this.toParse.size > 0 || this.news.any || this.standardStale) return;
      }
      file = { ...entry, parsed: again };
    }
    const steps = judgeFile(file, {
      packet: this.packet,
      settings: this.standard.settings,
      pace: this.pace,
    });
    let step = steps.next();
    while (!step.done) {
      yield WITHIN;
      if (this.toParse.size > 0 || this.news.any || this.standardStale) return;
      step = steps.next();
    }
    if (parsed.shed) this.underway.drop();
    this.toCheck.delete(path);
    entry.report = step.value;
    this.reports.forget(path);
    this.ownStale ||= this.hasOwnFile;
    yield path;
  }
}
