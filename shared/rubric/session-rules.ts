import type { Finding } from './finding';
import { pointsAt } from './judge-file';
import type { Packet } from './packet';
import type { ConsistencyRule, RuleReport } from './rule';

/** The consistency rules of a session: which are out of date, and what they said last. */
export class SessionRules {
  private readonly outstanding = new Set<number>();
  private readonly latest: RuleReport[] = [];
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

  /** Takes note of a new packet: of one that says something else, or only says it in another place of the files that moved. */
  renew(changed: boolean, moved: ReadonlySet<string>): void {
    this.rules.forEach((_, index) => {
      const report = this.latest[index];
      const touched =
        report?.evidence.some((place) => moved.has(place.path)) ||
        report?.findings.some((finding) => pointsAt(finding, moved));
      if (changed || touched) this.outstanding.add(index);
    });
  }

  /**
   * Runs the outstanding rules one by one; the findings are shown together when all are done, so that counts don't flicker. Answers whether
   * they are: the caller may have had newer texts in between.
   */
  *run(packet: Packet, interrupted: () => boolean): Generator<string, boolean> {
    for (const index of this.outstanding) {
      this.outstanding.delete(index);
      const rule = this.rules[index];
      if (!rule) continue;
      this.latest[index] = this.decide(rule, packet);
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
