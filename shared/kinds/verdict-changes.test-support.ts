import type { KitReport } from '../rubric/report';

/** Every verdict of the kit: rules by id, criteria as `path id`. The senior-grade counterparts are left out: they are meant to fall short. */
export function verdictsOf(report: KitReport): ReadonlyMap<string, string> {
  const verdicts = new Map<string, string>();
  for (const rule of report.rules) verdicts.set(rule.id, rule.verdict);
  for (const artifact of report.artifacts) {
    if (artifact.counterExample) continue;
    for (const { id, verdict } of artifact.criteria) verdicts.set(`${artifact.path} ${id}`, verdict);
  }
  return verdicts;
}

/**
 * What a change did to the verdicts of the kit, sorted: `X-01` or `path RFC-02` fails now, `X-01 not-evaluated` has another verdict now.
 * Criteria of `of` come without their path. A file that is gone has no verdicts to lose, and what is new counts only when it fails. Throws when
 * a check broke: no change of a text may do that.
 */
export function verdictChanges(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  of?: string,
): readonly string[] {
  const changes: string[] = [];
  for (const [key, verdict] of now) {
    const old = before.get(key);
    if (verdict === 'error') throw new Error(`The change breaks the check itself: ${key}`);
    if (verdict === old || (old === undefined && verdict !== 'fail')) continue;
    const name = of !== undefined && key.startsWith(`${of} `) ? key.slice(of.length + 1) : key;
    changes.push(verdict === 'fail' ? name : `${name} ${verdict}`);
  }
  return changes.sort();
}
