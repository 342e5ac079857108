import { comparePaths } from '../domain/kit-path';
import { decideByRules } from './decided-by-rules';
import type { Finding } from './finding';
import { byPlace, type JudgeScope, judgeFile, pointsAt } from './judge-file';
import { KitPacket } from './kit-packet';
import type { Contribution } from './packet';
import type { KindRegistry } from './registry';
import { type ArtifactReport, type KitReport, summarise } from './report';
import { type ConsistencyRule, type RuleReport, runRule } from './rule';
import type { SchemaValidator } from './schema-findings';
import { newSessionFile, readSessionFile, type SessionFile } from './session-file';

export { MAX_CHECKED_LENGTH } from './session-file';

export interface CheckSessionOptions {
  readonly registry: KindRegistry;
  /** Name of the kit, for reports. */
  readonly name: string;
  /** The precompiled validator of a kind's schema, or null when it has none. */
  readonly validator: (kindId: string) => SchemaValidator | null;
  /** Rules over several artifacts; they run after the artifacts, whenever the packet changed. */
  readonly rules?: readonly ConsistencyRule[];
}

/**
 * The rubric over a kit that is being edited. One engine for the window's worker, the command line and the tests. Texts go in, work is done
 * piece by piece in `pending()`, reports come out; an edit re-checks its own file, and of other files only the criteria that read the packet,
 * and only when what the edited file contributes to the packet changed. When the edit only moved it, just those findings are made again that
 * point at the file. Not shared between threads; holds no clock and no disk.
 */
export class CheckSession {
  private readonly entries = new Map<string, SessionFile>();
  private readonly toParse = new Set<string>();
  private readonly toCheck = new Map<string, JudgeScope>();
  private packet = new KitPacket([]);
  private packetStale = false;
  /** True when the next packet says something else, not only in another place. */
  private packetChanged = false;
  /** Files whose contribution only moved since the packet was built. */
  private readonly moved = new Set<string>();
  private readonly rulesToRun = new Set<number>();
  private readonly ruleReports: RuleReport[] = [];
  private ruleFindings = new Map<string, Finding[]>();
  /** True when rules ran whose findings are not in {@link ruleFindings} yet. */
  private ruleFindingsStale = false;

  constructor(private readonly options: CheckSessionOptions) {}

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
  }

  removeFile(path: string): void {
    if (!this.entries.delete(path)) return;
    this.toParse.delete(path);
    this.toCheck.delete(path);
    this.packetStale = true;
    this.packetChanged = true;
  }

  /** True when reports may be out of date. */
  get busy(): boolean {
    return (
      this.toParse.size > 0 ||
      this.toCheck.size > 0 ||
      this.packetStale ||
      this.rulesToRun.size > 0 ||
      this.ruleFindingsStale
    );
  }

  /** Number of outstanding steps, for progress. */
  get outstanding(): number {
    return this.toParse.size + this.toCheck.size;
  }

  /**
   * Does the outstanding work, yielding the path after each piece so that the caller can stop, report progress or take newer texts in between.
   * Abandoning the generator loses nothing: the rest stays outstanding.
   */
  *pending(): Generator<string> {
    while (this.busy) {
      for (const path of this.toParse) {
        this.parse(path);
        yield path;
      }
      if (this.packetStale) this.rebuildPacket();
      const next = this.toCheck.entries().next();
      if (next.done) {
        yield* this.runRules();
        continue;
      }
      const [path, scope] = next.value;
      this.check(path, scope);
      yield path;
    }
  }

  /** Does all outstanding work at once. */
  settle(): void {
    for (const _ of this.pending());
  }

  artifact(path: string): ArtifactReport | null {
    const entry = this.entries.get(path);
    if (!entry?.report) return null;
    const report = decideByRules(entry.report, entry.parsed?.kind ?? null, this.ruleReports);
    const shared = this.ruleFindings.get(path);
    if (!shared) return report;
    return { ...report, findings: [...report.findings, ...shared].sort(byPlace) };
  }

  /** The version a path's latest text has; reports carry the version they were made from. */
  version(path: string): number | null {
    return this.entries.get(path)?.version ?? null;
  }

  /** The text the session holds for a path; the exact text that spans refer to. */
  text(path: string): string | null {
    return this.entries.get(path)?.text ?? null;
  }

  /** All finished reports in reading order: by part, then by the order of the kinds, then by path. */
  report(): KitReport {
    const artifacts: ArtifactReport[] = [];
    for (const entry of this.entries.values()) {
      const report = this.artifact(entry.path);
      if (report) artifacts.push(report);
    }
    artifacts.sort((a, b) => this.rank(a) - this.rank(b) || comparePaths(a.path, b.path));
    const rules = this.ruleReports.filter((report) => report !== undefined);
    return { name: this.options.name, artifacts, rules, summary: summarise(artifacts, rules) };
  }

  /** Runs the outstanding rules one by one; the findings are shown together when all are done, so that counts don't flicker. */
  private *runRules(): Generator<string> {
    const rules = this.options.rules ?? [];
    for (const index of this.rulesToRun) {
      this.rulesToRun.delete(index);
      const rule = rules[index];
      if (!rule) continue;
      this.ruleReports[index] = runRule(rule, this.packet);
      this.ruleFindingsStale = true;
      yield rule.id;
      if (this.toParse.size > 0 || this.packetStale) return;
    }
    const byPath = new Map<string, Finding[]>();
    for (const report of this.ruleReports) {
      for (const finding of report?.findings ?? []) {
        const list = byPath.get(finding.path) ?? [];
        list.push(finding);
        byPath.set(finding.path, list);
      }
    }
    this.ruleFindings = byPath;
    this.ruleFindingsStale = false;
  }

  private rank(report: ArtifactReport): number {
    const kind = report.kind ? this.options.registry.get(report.kind) : null;
    if (!kind) return 1_000_000;
    const part = report.part === 'X' || report.part === null ? 5 : report.part;
    return (report.template ? 100_000 : 0) + part * 1000 + kind.order;
  }

  private parse(path: string): void {
    this.toParse.delete(path);
    const entry = this.entries.get(path);
    if (!entry) return;
    const before = entry.parsed;
    const { registry, validator } = this.options;
    const now = readSessionFile(entry, {
      recognise: (at, source) => registry.recognise(at, source),
      validator,
    });
    entry.parsed = now;
    entry.own = new Map();
    this.toCheck.delete(path);
    this.toCheck.set(path, 'all');
    if (before?.meaning !== now.meaning) this.packetChanged = true;
    else if (before.places !== now.places) this.moved.add(path);
    else return;
    this.packetStale = true;
  }

  private rebuildPacket(): void {
    this.packetStale = false;
    const contributions: Contribution[] = [];
    for (const entry of this.entries.values())
      if (entry.parsed) contributions.push(entry.parsed.contribution);
    // By path, whatever order the files came in: where two files state the same value, the same one is heard in every run.
    contributions.sort((a, b) => comparePaths(a.path, b.path));
    this.packet = new KitPacket(contributions);
    const { moved, packetChanged } = this;
    for (const [path, { report }] of this.entries) {
      if (this.toCheck.has(path)) continue;
      if (packetChanged || report?.findings.some((finding) => pointsAt(finding, moved)))
        this.toCheck.set(path, 'packet');
    }
    (this.options.rules ?? []).forEach((_, index) => {
      const report = this.ruleReports[index];
      const touched = report?.evidence.some((place) => moved.has(place.path));
      if (packetChanged || touched || report?.findings.some((finding) => pointsAt(finding, moved)))
        this.rulesToRun.add(index);
    });
    this.packetChanged = false;
    moved.clear();
  }

  private check(path: string, scope: JudgeScope): void {
    this.toCheck.delete(path);
    const entry = this.entries.get(path);
    if (entry?.parsed) entry.report = judgeFile(entry, scope, this.packet);
  }
}
