import type { Annotation } from '../../shared/packet/contrast/annotations';
import type { ContrastRow } from '../../shared/packet/contrast/contrast';
import { goToPlace } from '../commands/packet';
import { useStudio, useStudioState } from '../commands/studio-context';
import { SEVERITY_LOOK, VERDICT_LOOK } from '../look/finding-look';
import { Mark } from '../ui/Mark';
import { visibleName } from '../ui/visible-name';
import styles from './contrast.module.css';
import type { Contrast } from './use-contrast';

interface DifferencesProps {
  readonly contrast: Extract<Contrast, { ok: true }>;
  readonly row: ContrastRow;
  readonly artifact: string;
}

/** What the worked example does in a part that its counterpart leaves out, each with its criterion and the reason. */
export function Differences({ contrast, row, artifact }: DifferencesProps) {
  const { view, work } = contrast;
  const kind = useStudioState((state) => state.checks.kinds.get(artifact));
  const own = row.differences.flatMap((index) => view.differences[index] ?? []);
  return (
    <section className={styles.differences} aria-label="What is different">
      <h3>{visibleName(row.title)}</h3>
      {own.length > 0 ? (
        <ul>
          {own.map((difference) => (
            <DifferenceItem
              key={`${difference.criterion} ${difference.quote}`}
              difference={difference}
              artifact={artifact}
              path={work.own}
            />
          ))}
        </ul>
      ) : work.files.senior ? (
        <p className={styles.same}>No criterion tells the two apart in this part.</p>
      ) : (
        <>
          <p className={styles.same}>
            There is no senior-grade version of this kind. What usually separates it from staff-grade work:
          </p>
          <ul>
            {kind?.contrasts.map(({ senior, staff }) => (
              <li key={senior} className={styles.contrast}>
                <p>
                  <strong>Senior:</strong> {senior}
                </p>
                <p>
                  <strong>Staff:</strong> {staff}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface DifferenceItemProps {
  readonly difference: Annotation;
  readonly artifact: string;
  /** One's own file; null without one. */
  readonly path: string | null;
}

function DifferenceItem({ difference, artifact, path }: DifferenceItemProps) {
  const studio = useStudio();
  const { criterion, reason, staffVersion } = difference;
  const info = useStudioState((state) => state.checks.kinds.get(artifact)?.criteria.get(criterion));
  const result = useStudioState((state) =>
    path === null ? undefined : state.checks.reports.get(path)?.criteria.find((one) => one.id === criterion),
  );
  const finding = useStudioState((state) =>
    path === null
      ? undefined
      : state.checks.reports.get(path)?.findings.find((one) => one.id === criterion && !one.waived),
  );
  const severity = info?.severity ?? 'should';
  return (
    <li className={styles.difference}>
      <p className={styles.criterion}>
        <Mark shape={SEVERITY_LOOK[severity].shape} tone={severity} />
        <span className="visually-hidden">{SEVERITY_LOOK[severity].word}. </span>
        <strong>{info?.title ?? criterion}</strong>
        <span className={styles.id}>{criterion}</span>
      </p>
      <p>
        <strong className={styles.who}>Senior</strong> {reason}
      </p>
      {staffVersion !== '' && (
        <p>
          <strong className={styles.who}>Staff</strong> {staffVersion}
        </p>
      )}
      {path !== null && result && (
        <button
          type="button"
          className={styles.yours}
          onClick={() => goToPlace(studio, path, finding?.span ?? null, true)}
        >
          <Mark
            shape={VERDICT_LOOK[result.verdict].shape}
            tone={result.verdict === 'fail' ? severity : VERDICT_LOOK[result.verdict].tone}
          />
          In yours: {VERDICT_LOOK[result.verdict].word.toLowerCase()}
        </button>
      )}
    </li>
  );
}
