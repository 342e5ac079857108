import { clampSpan } from '../text/span';
import type { Source } from './artifact';
import { capped } from './capped';
import type { CheckInput, Criterion } from './criterion';
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
  const { id, severity } = criterion;
  const plain = (verdict: CriterionResult['verdict'], reason?: string): CriterionOutcome => ({
    result: { id, severity, verdict, evidence: [], ...(reason === undefined ? {} : { reason }) },
    findings: [],
  });
  if (criterion.mode === 'self') return plain('manual', criterion.question);
  if (template && criterion.scope === 'value')
    return plain('not-applicable', 'Values are not judged in a template');
  try {
    const input: CheckInput<Model> = { model, source, packet, template };
    const outcome = criterion.check(input);
    const length = source.text.length;
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
        return plain(outcome.verdict, outcome.reason);
    }
  } catch (error) {
    return plain(
      'error',
      `The check itself broke: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
