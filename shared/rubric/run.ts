import { clampSpan } from '../text/span';
import type { Steps } from '../util/steps';
import type { Source } from './artifact';
import { capped } from './capped';
import type { AutoCriterion, CheckResult, Criterion } from './criterion';
import type { Finding } from './finding';
import type { Packet } from './packet';
import type { CriterionResult } from './report';
import type { Topic } from './topics';

export interface CriterionOutcome {
  readonly result: CriterionResult;
  readonly findings: readonly Finding[];
  /** What was asked of the packet: the outcome holds while the answers stay. */
  readonly topics?: readonly Topic[];
}

/**
 * Decides one criterion. Never throws: a check that does gets the verdict `error` for itself alone. Value criteria are not applied to
 * templates, whose blanks are their purpose.
 */
export function runCriterion<Model>(
  criterion: Criterion<Model>,
  model: Model,
  source: Source,
  packet: Packet,
  template: boolean,
): CriterionOutcome {
  if (criterion.mode === 'self') return undecided(criterion, 'manual', criterion.question);
  const left = leftOut(criterion, template);
  if (left) return left;
  try {
    return outcomeOf(criterion, source, criterion.check({ model, source, packet, template }));
  } catch (error) {
    return broken(criterion, error);
  }
}

/** The same in steps, for a check that has them. */
export function* runCriterionInSteps<Model>(
  criterion: AutoCriterion<Model> & Required<Pick<AutoCriterion<Model>, 'checkInSteps'>>,
  model: Model,
  source: Source,
  packet: Packet,
  template: boolean,
): Steps<CriterionOutcome> {
  const left = leftOut(criterion, template);
  if (left) return left;
  try {
    const result = yield* criterion.checkInSteps({ model, source, packet, template });
    return outcomeOf(criterion, source, result);
  } catch (error) {
    return broken(criterion, error);
  }
}

/** The outcome of a criterion that is not asked; null for one that is. */
function leftOut<Model>(criterion: AutoCriterion<Model>, template: boolean): CriterionOutcome | null {
  if (template && criterion.scope === 'value')
    return undecided(criterion, 'not-applicable', 'Values are not judged in a template');
  return null;
}

function undecided<Model>(
  { id, severity }: Criterion<Model>,
  verdict: CriterionResult['verdict'],
  reason?: string,
): CriterionOutcome {
  return {
    result: { id, severity, verdict, evidence: [], ...(reason === undefined ? {} : { reason }) },
    findings: [],
  };
}

function broken<Model>(criterion: Criterion<Model>, error: unknown): CriterionOutcome {
  return undecided(
    criterion,
    'error',
    `The check itself broke: ${error instanceof Error ? error.message : String(error)}`,
  );
}

function outcomeOf<Model>(
  criterion: AutoCriterion<Model>,
  source: Source,
  outcome: CheckResult,
): CriterionOutcome {
  const { id, severity } = criterion;
  const { length } = source.text;
  switch (outcome.verdict) {
    case 'pass':
      return {
        result: {
          id,
          severity,
          verdict: 'pass',
          evidence: outcome.evidence.map((s) => clampSpan(s, length)),
        },
        findings: [],
      };
    case 'fail':
      return {
        result: {
          id,
          severity,
          verdict: 'fail',
          evidence: [],
          ...(outcome.because ? { because: outcome.because } : {}),
        },
        findings: capped(
          outcome.problems.map((problem) => ({
            id,
            severity,
            path: source.path,
            span: clampSpan(problem.span, length),
            message: problem.message,
            hint: problem.hint ?? criterion.hint,
            related: problem.related ?? [],
            ...(problem.fix ? { fix: problem.fix } : {}),
          })),
        ),
      };
    default:
      return undecided(criterion, outcome.verdict, outcome.reason);
  }
}
