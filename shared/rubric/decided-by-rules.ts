import { score } from '../domain/grade';
import type { AutoCriterion } from './criterion';
import type { ArtifactKind } from './kind';
import type { ArtifactReport, CriterionResult } from './report';
import type { RuleReport } from './rule';

/**
 * Lets rules over several artifacts decide the criteria that name them: "the numbers equal the postmortem" is one comparison, told once, by
 * the rule. The criterion then fails because of it and counts for the grade of its file.
 */
export function decideByRules(
  report: ArtifactReport,
  kind: ArtifactKind | null,
  rules: readonly (RuleReport | undefined)[],
): ArtifactReport {
  const named = new Map<string, AutoCriterion<unknown>>();
  for (const criterion of kind?.rubric ?? [])
    if (criterion.mode === 'auto' && criterion.rules) named.set(criterion.id, criterion);
  if (named.size === 0 || report.template) return report;
  const criteria = report.criteria.map((result) => {
    const criterion = named.get(result.id);
    return criterion ? decide(result, criterion, report, rules) : result;
  });
  return { ...report, criteria, ...(report.grade === null ? {} : score(criteria)) };
}

function decide(
  own: CriterionResult,
  criterion: AutoCriterion<unknown>,
  report: ArtifactReport,
  rules: readonly (RuleReport | undefined)[],
): CriterionResult {
  const waits = own.verdict === 'not-evaluated' && own.reason === criterion.provedBy;
  if (own.verdict !== 'pass' && !waits) return own;
  const { id, severity } = own;
  const open = (reason: string): CriterionResult => ({
    id,
    severity,
    verdict: 'not-evaluated',
    evidence: [],
    reason,
  });
  if (report.counterExample) return open('A counter-example is not compared with the files of the kit');
  const found = (name: string) => rules.find((candidate) => candidate?.id === name);
  const blamed = [...(criterion.rules ?? []), ...(criterion.failsWith ?? [])].find((name) =>
    found(name)?.findings.some((finding) => finding.path === report.path),
  );
  if (blamed !== undefined) return { id, severity, verdict: 'fail', evidence: [], because: blamed };
  let undecided: CriterionResult | null = null;
  const evidence = [...own.evidence];
  for (const name of criterion.rules ?? []) {
    const rule = found(name);
    if (!rule) undecided ??= open(`${name} has not been checked`);
    else if (rule.verdict === 'error' || rule.verdict === 'not-evaluated')
      undecided ??= open(`${name}: ${rule.reason ?? 'not evaluated'}`);
    else for (const { path, span } of rule.evidence) if (path === report.path) evidence.push(span);
  }
  return undecided ?? { id, severity, verdict: 'pass', evidence };
}
