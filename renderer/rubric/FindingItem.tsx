import { useMemo } from 'react';
import type { Finding } from '../../shared/rubric/finding';
import type { ArtifactReport } from '../../shared/rubric/report';
import { findingMenu } from '../commands/context-menus';
import { applyFix, goToFinding } from '../commands/fixes';
import { notify } from '../commands/notify';
import { useStudio } from '../commands/studio-context';
import { canWaive, showWaiver } from '../commands/waive';
import { SEVERITY_LOOK } from '../look/finding-look';
import { Button } from '../ui/Button';
import { Mark } from '../ui/Mark';
import { visibleName } from '../ui/visible-name';
import { Words } from '../ui/Words';
import styles from './Rubric.module.css';

interface FindingItemProps {
  readonly finding: Finding;
  readonly report: ArtifactReport;
  /** Shows severity and id, where the surroundings do not. */
  readonly named?: boolean;
}

/** Where something is missing, and what to write there. */
export function FindingItem({ finding, report, named = false }: FindingItemProps) {
  const studio = useStudio();
  const look = SEVERITY_LOOK[finding.severity];
  const line = useMemo(() => {
    const doc = studio.buffers.doc(finding.path);
    return doc ? doc.lineAt(Math.min(finding.span.from, doc.length)).number : null;
  }, [studio, finding]);
  const { fix } = finding;
  const onFix = () => {
    if (fix && !applyFix(studio, report, fix))
      notify(studio, 'info', 'The text changed since this was found. It is being checked again.');
  };
  return (
    <div className={styles.finding} {...findingMenu(finding)}>
      <button type="button" className={styles.jump} onClick={() => goToFinding(studio, finding)}>
        {named && (
          <>
            <Mark shape={look.shape} tone={look.tone} /> <span className={styles.verdict}>
              {look.word}
            </span>{' '}
          </>
        )}
        <Words text={finding.message} /> {line !== null && <span className={styles.line}>line {line}</span>}
      </button>
      {finding.hint !== undefined && finding.hint !== '' && (
        <p className={styles.hint}>
          <Words text={finding.hint} />
        </p>
      )}
      {finding.related.map((related) => (
        <button
          key={`${related.path}-${related.span.from}`}
          type="button"
          className={styles.related}
          onClick={() => goToFinding(studio, related)}
        >
          <Words text={related.message} /> <span className={styles.line}>{visibleName(related.path)}</span>
        </button>
      ))}
      <div className={styles.findingActions}>
        {fix && !finding.waived && <Button onPress={onFix}>{fix.title}</Button>}
        {canWaive(studio, finding) && (
          <Button look="quiet" onPress={() => studio.store.setState({ overlay: { kind: 'waive', finding } })}>
            Waive…
          </Button>
        )}
        {finding.waived && (
          <Button look="quiet" onPress={() => void showWaiver(studio, finding)}>
            Show Waiver
          </Button>
        )}
      </div>
    </div>
  );
}
