import type { Finding } from '../../shared/rubric/finding';
import type { ArtifactReport } from '../../shared/rubric/report';
import { useStudioState } from '../commands/studio-context';
import { SEVERITY_LOOK } from '../look/finding-look';
import { Mark } from '../ui/Mark';
import { FindingItem } from './FindingItem';
import styles from './Rubric.module.css';

/** Where this file and others of the packet say different things, by rule: each with both places. */
export function Disagreements({
  findings,
  report,
}: {
  readonly findings: readonly Finding[];
  readonly report: ArtifactReport;
}) {
  const rules = useStudioState((state) => state.checks.rules);
  if (findings.length === 0) return null;
  const ids = [...new Set(findings.map((finding) => finding.id))].sort();
  return (
    <section className={styles.group}>
      <h2>Agreement with the packet</h2>
      <ul>
        {ids.map((id) => {
          const ofRule = findings.filter((finding) => finding.id === id);
          const rule = rules.get(id);
          const look = SEVERITY_LOOK[ofRule[0]?.severity ?? 'must'];
          return (
            <li key={id} className={styles.criterion} data-verdict="fail">
              <details open>
                <summary>
                  <Mark shape={look.shape} tone={look.tone} />
                  <span className={styles.criterionTitle}>{rule?.failTitle ?? id}</span>
                  <span className={styles.verdict}>{look.word}</span>
                  <span className={styles.id}>{id}</span>
                </summary>
                <div className={styles.detail}>
                  {ofRule.map((finding) => (
                    <FindingItem
                      key={`${finding.span.from}-${finding.message}`}
                      finding={finding}
                      report={report}
                    />
                  ))}
                  {rule && (
                    <p className={styles.why}>
                      <strong>Why committees look for this.</strong> {rule.why}
                    </p>
                  )}
                </div>
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
