import type { Span } from '../../text/span';
import type { Source } from '../artifact';
import type { CriterionResult } from '../report';
import { copiedParts, isStillCopied } from './copied-parts';

/** The spans of a file that still say what the worked example says. */
export function stillCopied(source: Source): readonly Span[] {
  return copiedParts(source)
    .filter(isStillCopied)
    .map(({ span }) => span);
}

/** A verdict that rests on copied text does not count as passed: GEN-08 says why. Those that rest on nothing in particular stay. */
export function withheld(result: CriterionResult, copied: readonly Span[]): CriterionResult {
  const borrowed = ({ from, to }: Span) =>
    copied.some((part) => from < part.to && Math.max(to, from + 1) > part.from);
  if (result.verdict !== 'pass' || !result.evidence.some(borrowed)) return result;
  return { id: result.id, severity: result.severity, verdict: 'fail', evidence: [], because: 'GEN-08' };
}
