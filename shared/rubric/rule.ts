import type { Severity } from '../domain/verdict';
import type { Span } from '../text/span';
import { capped } from './capped';
import type { Finding, Fix, Related } from './finding';
import type { Packet } from './packet';
import type { WaivedBy } from './waivers/waiver';

/** A place in a file of the packet. */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

/** One disagreement between artifacts: where it shows, and the other place it disagrees with. */
export interface RuleProblem extends Place {
  readonly message: string;
  readonly hint?: string;
  /** The other side, with what it says; never empty unless there is only one side. */
  readonly related: readonly Related[];
  readonly fix?: Fix;
}

export type RuleResult =
  | { readonly verdict: 'pass'; readonly evidence: readonly Place[] }
  /** `because` names the criterion or rule that already reports the cause; then there may be no problem left to tell (decision 007). */
  | { readonly verdict: 'fail'; readonly problems: readonly RuleProblem[]; readonly because?: string }
  /** An input is absent from the packet, or broken by a finding of its own file. */
  | { readonly verdict: 'not-evaluated'; readonly reason: string };

/** A small packet that shows a verdict of a rule; runs as a test and is shown in the app. */
export interface RuleExample {
  /** Texts by path. Excerpts will do: kinds read half-written files. */
  readonly files: Readonly<Record<string, string>>;
  /** For failing examples: path and exact text of each problem's span, in order. */
  readonly at?: readonly (readonly [path: string, text: string])[];
}

/**
 * A check over several artifacts (artifact specification, section 4). It compares facts and never parses another kind's text; each problem
 * names both places and the expected value.
 */
export interface ConsistencyRule {
  /** `X-01` … stable, never renumbered. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly failTitle: string;
  /** What a reader concludes from the disagreement. */
  readonly why: string;
  readonly hint: string;
  /** Kinds the rule reads, for the matrix of artifact pairs. */
  readonly kinds: readonly string[];
  /** Pure and total; one that throws gives the verdict `error` for itself alone. */
  check(packet: Packet): RuleResult;
  readonly examples: {
    readonly pass: readonly RuleExample[];
    readonly fail: readonly RuleExample[];
  };
}

/** What became of one rule. */
export interface RuleReport {
  readonly id: string;
  readonly severity: Severity;
  readonly verdict: 'pass' | 'fail' | 'not-evaluated' | 'error';
  readonly evidence: readonly Place[];
  readonly reason?: string;
  /** The criterion or rule whose finding already names the cause of a failure without findings of its own. */
  readonly because?: string;
  readonly findings: readonly Finding[];
  /** Set when every finding is silenced by a waiver. */
  readonly waived?: WaivedBy;
}

/** Decides one rule; never throws. */
export function runRule(rule: ConsistencyRule, packet: Packet): RuleReport {
  const { id, severity } = rule;
  try {
    const result = rule.check(packet);
    if (result.verdict === 'pass')
      return { id, severity, verdict: 'pass', evidence: result.evidence, findings: [] };
    if (result.verdict === 'not-evaluated') {
      return { id, severity, verdict: 'not-evaluated', evidence: [], reason: result.reason, findings: [] };
    }
    const findings = result.problems.map((problem) => ({
      id,
      severity,
      path: problem.path,
      span: problem.span,
      message: problem.message,
      hint: problem.hint ?? rule.hint,
      related: problem.related,
      ...(problem.fix ? { fix: problem.fix } : {}),
    }));
    const because = result.because === undefined ? {} : { because: result.because };
    return { id, severity, verdict: 'fail', evidence: [], ...because, findings: capped(findings) };
  } catch (error) {
    const reason = `The rule itself broke: ${error instanceof Error ? error.message : String(error)}`;
    return { id, severity, verdict: 'error', evidence: [], reason, findings: [] };
  }
}

/** What is said of a rule that takes too long: nothing but that. */
export function lateRule({ id, severity }: ConsistencyRule, reason: string): RuleReport {
  return { id, severity, verdict: 'error', evidence: [], reason, findings: [] };
}
