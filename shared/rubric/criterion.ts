import type { Severity } from '../domain/verdict';
import type { Span } from '../text/span';
import type { Steps } from '../util/steps';
import type { Source } from './artifact';
import type { Fix, Related } from './finding';
import type { Packet } from './packet';

/** What a check may look at. `template` is true for files under `templates/`, whose blanks are not gaps. */
export interface CheckInput<Model> {
  readonly model: Model;
  readonly source: Source;
  readonly packet: Packet;
  readonly template: boolean;
}

/** One gap: the exact offending text, and what to do about it. `hint` replaces the criterion's own when it can be more precise. */
export interface Problem {
  readonly span: Span;
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
}

export type CheckResult =
  | { readonly verdict: 'pass'; readonly evidence: readonly Span[] }
  /** `because` names the criterion whose finding already says it (a missing section): the verdict counts, the finding is not repeated. */
  | { readonly verdict: 'fail'; readonly problems: readonly Problem[]; readonly because?: string }
  | { readonly verdict: 'not-applicable' | 'not-evaluated'; readonly reason: string };

/** A passage that shows a verdict; runs as a test and is shown in the app. */
export interface CriterionExample {
  readonly source: string;
  /** Other files of the packet the check needs, by path. */
  readonly packet?: Readonly<Record<string, string>>;
  /** For failing examples: the exact text of each finding's span, in order. */
  readonly at?: readonly string[];
  /** For passing examples: text that must lie within the evidence. */
  readonly evidence?: readonly string[];
  /** Path of the file in the packet; by default one that the kind recognises. */
  readonly path?: string;
}

interface CriterionBase {
  /** Stable id of the artifact specification, e.g. `RFC-04`; retired, never renumbered. */
  readonly id: string;
  readonly severity: Severity;
  /** Read when it is met: "Problem is quantified". */
  readonly title: string;
  /** What a calibration committee concludes when it is missing. */
  readonly why: string;
  /** What to write or do. */
  readonly hint: string;
  /** Keys of the sources in the artifact specification, section 2. */
  readonly sources: readonly string[];
}

export interface AutoCriterion<Model> extends CriterionBase {
  readonly mode: 'auto';
  /** Read when it is not met: "Problem is not quantified". */
  readonly failTitle: string;
  /** `structure` applies to templates too; `value` needs real content. */
  readonly scope: 'structure' | 'value';
  /** Set when the check reads the packet: it runs again when another file changes what it contributes. */
  readonly readsPacket: boolean;
  /**
   * Set when the text cannot show the verdict and something else proves it: what does. The check answers "not evaluated" with this reason, and
   * there are no examples.
   */
  readonly provedBy?: string;
  /**
   * Rules over several artifacts that decide this criterion together with its own check (or with `provedBy`, alone): it fails because of the
   * first of them that has a finding in the file, and is evaluated only when they are.
   */
  readonly rules?: readonly string[];
  /** Further rules, whose finding in the file fails the criterion too; it does not wait for them. */
  readonly failsWith?: readonly string[];
  /** Pure and total: finishes on any text, mutates nothing. One that throws gives the verdict `error` for itself alone. */
  check(input: CheckInput<Model>): CheckResult;
  /** The same, put down now and then, for a check that takes long on a long file. It asks nothing of the packet. */
  checkInSteps?(input: CheckInput<Model>): Steps<CheckResult>;
  readonly examples: {
    readonly pass: readonly CriterionExample[];
    readonly fail: readonly CriterionExample[];
  };
}

/** A question only a person can answer; never scored without an answer. */
export interface SelfCriterion extends CriterionBase {
  readonly mode: 'self';
  readonly question: string;
}

export type Criterion<Model> = AutoCriterion<Model> | SelfCriterion;

export function pass(...evidence: readonly Span[]): CheckResult {
  return { verdict: 'pass', evidence };
}

/** Passes when there is no problem. */
export function judge(problems: readonly Problem[], evidence: readonly Span[] = []): CheckResult {
  return problems.length === 0 ? { verdict: 'pass', evidence } : { verdict: 'fail', problems };
}

export function fail(...problems: readonly Problem[]): CheckResult {
  return { verdict: 'fail', problems };
}

/** Fails without a finding of its own: another criterion's finding already names the cause. */
export function failBecause(criterion: string): CheckResult {
  return { verdict: 'fail', problems: [], because: criterion };
}

export function notApplicable(reason: string): CheckResult {
  return { verdict: 'not-applicable', reason };
}

export function notEvaluated(reason: string): CheckResult {
  return { verdict: 'not-evaluated', reason };
}
