import { expect, it } from 'vitest';
import { kitRule, mutateForRule } from '../kinds/kit-fixture.test-support';
import type { ConsistencyRule } from '../rubric/rule';

/** A change of the worked kit that breaks a rule, and the places its findings then mark. */
export interface RuleBreaking {
  /** What the change does, for the published table: "the RFC names another option as its decision". */
  readonly name: string;
  /** Changes by path; null takes the file out of the kit. */
  readonly change: Readonly<Record<string, ((text: string) => string) | null>>;
  /** Path and exact marked text of each new finding, in order. */
  readonly at: readonly (readonly [path: string, text: string])[];
  /** The other places of the first finding. */
  readonly related?: readonly (readonly [path: string, text: string])[];
  /** Everything else that rightly fails with it: rules by id, criteria as `path id`, sorted. */
  readonly also?: readonly string[];
}

/** The worked kit meets the rule; each of the changes breaks it at the expected places. Every rule needs at least one change. */
export function describeRule(rule: ConsistencyRule, changes: readonly RuleBreaking[]): void {
  it(`${rule.id}: the worked kit meets it, with evidence`, () => {
    const report = kitRule(rule.id);
    expect(report.findings.map((f) => `${f.path}: ${f.message}`)).toEqual([]);
    expect([report.verdict, report.reason]).toEqual(['pass', undefined]);
    expect(report.evidence.length).toBeGreaterThan(0);
    expect(changes.length).toBeGreaterThan(0);
  });

  it.each(changes.map((change) => [change.name, change] as const))(`${rule.id}: %s`, (_, change) => {
    const { findings, failing } = mutateForRule(rule.id, change.change);
    expect(findings.map((f) => [f.path, f.text])).toEqual(change.at);
    if (change.related) expect(findings[0]?.related).toEqual(change.related);
    expect(failing).toContain(rule.id);
  });
}
