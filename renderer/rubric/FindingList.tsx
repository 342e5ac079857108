import { useState } from 'react';
import type { Finding } from '../../shared/rubric/finding';
import type { ArtifactReport } from '../../shared/rubric/report';
import { Button } from '../ui/Button';
import { keyed } from '../ui/keyed';
import { FindingItem } from './FindingItem';
import styles from './Rubric.module.css';

/** Findings that are shown at first: a long text has hundreds, and each pause of the typing brings all of them anew. */
const AT_FIRST = 20;

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly report: ArtifactReport;
  /** As a list of their own, each with its severity. */
  readonly named?: boolean;
}

/** Findings one below the other; of many the first, until all are asked for. */
export function FindingList({ findings, report, named = false }: FindingListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? findings : findings.slice(0, AT_FIRST);
  // Not by place: an edit above moves all of them, and they would be made anew.
  const items = keyed(shown, (finding) => `${finding.id}-${finding.message}`);
  return (
    <>
      {named ? (
        <ul>
          {items.map(({ key, item }) => (
            <li key={key} className={styles.formatItem}>
              <FindingItem finding={item} report={report} named />
            </li>
          ))}
        </ul>
      ) : (
        items.map(({ key, item }) => <FindingItem key={key} finding={item} report={report} />)
      )}
      {shown.length < findings.length && (
        <Button look="quiet" onPress={() => setAll(true)}>
          {`Show All ${findings.length}`}
        </Button>
      )}
    </>
  );
}
