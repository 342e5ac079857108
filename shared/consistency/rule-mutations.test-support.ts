import { expect, it } from 'vitest';
import { kitRule, kitTextOrNull, mutateForRule } from '../kinds/kit-fixture.test-support';
import { recordMutation } from '../kinds/mutation-rows.test-support';
import { describeChange } from '../kinds/text-change.test-support';
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
  /** Everything else in the kit whose verdict rightly changes with it: rules by id, criteria as `path id`, with the new verdict unless it fails. */
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
    // A change without a finding of this rule shows that it leaves the cause to the criterion that reports it.
    const own = change.at.length === 0 && !failing.includes(rule.id) ? [] : [rule.id];
    // A file that is gone leaves links that lead nowhere, wherever they are.
    const gone = Object.values(change.change).includes(null);
    const links = gone ? failing.filter((id) => id.endsWith(' GEN-03')) : [];
    expect(failing).toEqual([...new Set([...own, ...links, ...(change.also ?? [])])].sort());
    const [first] = findings;
    if (!first) return;
    recordMutation({
      id: rule.id,
      path: first.path,
      changed: Object.keys(change.change),
      name: change.name,
      change: Object.entries(change.change).map(([path, edit]) => describeEdit(path, edit)),
      findings: findings.length,
      text: first.text,
      line: first.line,
      severity: first.severity,
      message: first.message,
      also: failing.filter((id) => id !== rule.id),
    });
  });
}

function describeEdit(path: string, edit: ((text: string) => string) | null): string {
  const before = kitTextOrNull(path);
  return describeChange(before, edit === null ? null : edit(before ?? ''));
}
