import type { FindingSeverity } from '../../domain/verdict';
import type { AutoCriterion } from '../criterion';
import type { CriterionSetting } from '../custom/standard';
import type { Finding } from '../finding';
import type { CriterionOutcome } from '../run';

/**
 * A check of how something is said. It looks like a criterion of every file, but what it finds is a remark: it weighs nothing, changes no grade
 * and no exit code, and can be waived or switched off in `kit.yaml`, which can also give it a weight among the findings.
 */
export interface Remark extends Omit<AutoCriterion<unknown>, 'severity' | 'rules' | 'failsWith'> {
  readonly severity: 'info';
}

/** A remark as the engine runs a criterion; its severity is set on what it found. */
export function asCriterion(remark: Remark): AutoCriterion<unknown> {
  return { ...remark, severity: 'could' };
}

/** What a remark found, as the kit's own standard counts it. One that broke says so: silence would pass for good prose. */
export function remarksOf(
  { result, findings }: CriterionOutcome,
  path: string,
  setting: CriterionSetting | null,
): readonly Finding[] {
  if (setting?.change === 'off') return [];
  const severity: FindingSeverity = setting?.change ?? 'info';
  if (result.verdict === 'error')
    return [
      {
        id: result.id,
        severity: 'info',
        path,
        span: { from: 0, to: 0 },
        message: result.reason ?? 'The check itself broke',
        related: [],
      },
    ];
  return findings.map((finding) => ({ ...finding, severity }));
}
