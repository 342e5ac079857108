import { decideByRules } from './decided-by-rules';
import { forgetOutdated } from './judge-file';
import type { TakenUp } from './kept-session';
import { KitPacket } from './kit-packet';
import { Pace } from './pace';
import type { Contribution } from './packet';
import { PacketNews } from './packet-news';
import type { ArtifactReport } from './report';
import { lateRule } from './rule';
import { forgetOutcomes, type ParsedFile, type SessionFile, type SessionFiles } from './session-file';
import { SessionJudging, WITHIN } from './session-judging';
import type { CheckSessionOptions } from './session-options';
import { SessionOwnFiles } from './session-own-files';
import { SessionReading } from './session-reading';
import { SessionReports } from './session-reports';
import { SessionRules } from './session-rules';
import { SessionStandard } from './session-standard';

/**
 * What is outstanding of a session and the order in which it is done: the kit's own standard, reading, the packet, judging, the rules, and last
 * answers and waivers. What an edit does not touch is not done again.
 */
export class SessionWork {
  readonly standard: SessionStandard;
  readonly reading: SessionReading;
  readonly rules: SessionRules;
  readonly reports: SessionReports;
  private readonly pace: Pace;
  private readonly judging: SessionJudging;
  private readonly ownFiles: SessionOwnFiles;
  private latest = new KitPacket([]);
  private news = new PacketNews();
  private standardStale = false;

  constructor(
    private readonly files: SessionFiles,
    options: CheckSessionOptions,
  ) {
    this.pace = new Pace(options.now ?? null);
    this.standard = new SessionStandard(options);
    this.reading = new SessionReading(
      files,
      this.standard,
      (file, before) => this.wasRead(file, before),
      options.keptText,
    );
    this.judging = new SessionJudging(files, this.reading);
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
      text: (path) => files.get(path)?.text ?? null,
      has: (path) => files.has(path),
      ownFiles: options.ownFiles ?? [],
    });
    this.ownFiles = new SessionOwnFiles(files, this.reports, this.standard);
  }

  /** What the files said to each other when they were all read last. */
  get packet(): KitPacket {
    return this.latest;
  }

  get busy(): boolean {
    return (
      this.outstanding > 0 || this.news.any || this.standardStale || this.ownFiles.busy || this.rules.busy
    );
  }

  /** How many files are still to be read or judged. */
  get outstanding(): number {
    return this.reading.count + this.judging.count;
  }

  /** Takes note of a file with another text, or one that is `listed` anew. */
  fileChanged(path: string, listed: boolean): void {
    this.reading.want(path);
    this.noteRole(path, listed);
  }

  /** Takes note of a file that is gone, and of what it said if it was read. */
  fileGone(path: string, said: Contribution | null): void {
    this.reports.forget(path);
    this.noteRole(path, true);
    this.reading.forget(path);
    this.judging.forget(path);
    if (said) this.news.add(path, said, null);
  }

  /** Has the kit's own standard read anew. */
  renewStandardLater(): void {
    this.standardStale = true;
  }

  /** Goes on from the packet of an earlier session under the same standard. */
  takeUp(packet: KitPacket, { known, gone }: TakenUp): void {
    this.standardStale = false;
    this.latest = packet;
    for (const path of known) this.reading.skip(path);
    for (const said of gone) this.news.add(said.path, said, null);
  }

  /** Does it piece by piece; see `CheckSession.pending`. */
  *pending(): Generator<string> {
    while (this.busy) {
      if (this.standardStale) this.renewStandard();
      this.ownFiles.readIfUnread();
      for (let path = this.reading.next(); path !== null; path = this.reading.next()) {
        yield this.reading.step(path) ? path : WITHIN;
        if (this.standardStale) break;
      }
      if (this.reading.count > 0) continue;
      if (this.news.any) this.renewPacket();
      const next = this.judging.next();
      if (next === null) yield* this.finish();
      else yield* this.judge(next);
    }
  }

  private judged(path: string): ArtifactReport | null {
    const file = this.files.get(path);
    if (!file?.report) return null;
    return decideByRules(file.report, file.parsed?.kind ?? null, this.rules.reports);
  }

  /** Takes note of a file that says what the others are judged by, and of one that is new or gone: waivers and answers name files. */
  private noteRole(path: string, listed: boolean): void {
    if (this.standard.isInput(path)) this.standardStale = true;
    this.ownFiles.fileChanged(path, listed);
  }

  /** Has a file judged by what it says now, and takes note of what of that concerns others. */
  private wasRead(file: SessionFile, before: ParsedFile | null): void {
    forgetOutcomes(file);
    this.judging.wantLast(file.path);
    this.news.add(file.path, before?.contribution ?? null, file.parsed?.contribution ?? null);
  }

  /** Reads the kit's own standard anew, and does over what it decides. */
  private renewStandard(): void {
    this.standardStale = false;
    this.reading.drop();
    const changed = this.standard.renew((path) => this.files.get(path)?.text ?? null);
    this.reports.forgetAll();
    if (changed.kinds) for (const path of this.files.keys()) this.reading.want(path);
    if (changed.settings || changed.kinds) {
      for (const [path, file] of this.files) {
        if (!file.parsed) continue;
        forgetOutcomes(file);
        this.judging.want(path);
      }
      this.rules.renewAll();
    }
    this.ownFiles.standardChanged();
  }

  private renewPacket(): void {
    const { changes, said, movedFiles } = this.news;
    this.latest = this.latest.with(changes, this.news);
    this.news = new PacketNews();
    for (const [path, file] of this.files) {
      if (forgetOutdated(file, said, movedFiles)) this.judging.want(path);
    }
    this.rules.renew(said, movedFiles);
  }

  private *judge(path: string): Generator<string> {
    const { packet, pace } = this;
    const { settings } = this.standard;
    const newer = () => this.reading.count > 0 || this.news.any || this.standardStale;
    if (!(yield* this.judging.judge(path, { packet, settings, pace }, newer))) return;
    this.reports.forget(path);
    this.ownFiles.findingsChanged();
    yield path;
  }

  /** What is left when every file is judged: the rules, then answers and waivers, which need everybody's findings. */
  private *finish(): Generator<string> {
    if (this.rules.busy) {
      const done = yield* this.rules.run(this.packet, () => this.reading.count > 0 || this.news.any);
      if (!done) return;
      this.reports.forgetAll();
      this.ownFiles.findingsChanged();
    }
    this.ownFiles.close();
  }
}
