import type { Finding } from './finding';
import { pointsAt } from './judge-file';
import type { KeptRules } from './kept-session';
import type { KitPacket } from './kit-packet';
import type { Packet } from './packet';
import type { ConsistencyRule, RuleReport } from './rule';
import type { Topic } from './topics';

/** The consistency rules of a session: which are out of date, and what they said last. */
export class SessionRules {
  private readonly outstanding = new Set<number>();
  private readonly latest: RuleReport[] = [];
  /** What each rule asked of the packet when it ran last. */
  private readonly topics: (readonly Topic[])[] = [];
  private byPath = new Map<string, Finding[]>();
  /** True when rules ran whose findings are not in {@link byPath} yet. */
  private stale = false;

  constructor(
    private readonly rules: readonly ConsistencyRule[],
    private readonly decide: (rule: ConsistencyRule, packet: Packet) => RuleReport,
  ) {}

  get busy(): boolean {
    return this.outstanding.size > 0 || this.stale;
  }

  /** Reports by the position of their rule; absent for rules that did not run yet. */
  get reports(): readonly (RuleReport | undefined)[] {
    return this.latest;
  }

  findings(path: string): readonly Finding[] {
    return this.byPath.get(path) ?? [];
  }

  /** What the rules said, for a later session; null when one did not run, broke or took too long. */
  keep(): KeptRules | null {
    const latest = this.latest.filter((report) => report.verdict !== 'error');
    if (this.busy || latest.length !== this.rules.length) return null;
    return { latest, topics: this.topics };
  }

  /** Goes on from what the same rules said in an earlier session. */
  takeUp({ latest, topics }: KeptRules): void {
    this.latest.splice(0, this.latest.length, ...latest);
    this.topics.splice(0, this.topics.length, ...topics);
    this.stale = true;
  }

  /** Has all rules run again. */
  renewAll(): void {
    this.rules.forEach((_, index) => {
      this.outstanding.add(index);
    });
  }

  /** Takes note of a new packet: on which topics it says something else, and which files say the same in another place. */
  renew(said: ReadonlySet<Topic>, moved: ReadonlySet<string>): void {
    this.rules.forEach((_, index) => {
      const report = this.latest[index];
      const touched =
        report?.evidence.some((place) => moved.has(place.path)) ||
        report?.findings.some((finding) => pointsAt(finding, moved));
      const changed = this.topics[index]?.some((topic) => said.has(topic)) ?? true;
      if (changed || touched) this.outstanding.add(index);
    });
  }

  /**
   * Runs the outstanding rules one by one; the findings are shown together when all are done, so that counts don't flicker. Answers whether
   * they are: the caller may have had newer texts in between.
   */
  *run(packet: KitPacket, interrupted: () => boolean): Generator<string, boolean> {
    for (const index of this.outstanding) {
      this.outstanding.delete(index);
      const rule = this.rules[index];
      if (!rule) continue;
      const { value, topics } = packet.reading(() => this.decide(rule, packet));
      this.latest[index] = value;
      this.topics[index] = topics;
      this.stale = true;
      yield rule.id;
      if (interrupted()) return false;
    }
    const byPath = new Map<string, Finding[]>();
    for (const report of this.latest) {
      for (const finding of report?.findings ?? []) {
        const list = byPath.get(finding.path) ?? [];
        list.push(finding);
        byPath.set(finding.path, list);
      }
    }
    this.byPath = byPath;
    this.stale = false;
    return true;
  }
}
