import { useMemo } from 'react';
import { Header, ListBox, ListBoxItem, ListBoxSection, ListLayout, Virtualizer } from 'react-aria-components';
import { findingMenu } from '../commands/context-menus';
import { goToFinding } from '../commands/fixes';
import { useStudio, useStudioState } from '../commands/studio-context';
import { SEVERITY_LOOK } from '../look/finding-look';
import { EmptyState } from '../ui/EmptyState';
import { Mark } from '../ui/Mark';
import { visibleName } from '../ui/visible-name';
import { Words } from '../ui/Words';
import styles from './Navigator.module.css';
import { type ProblemRow, problemGroups } from './problems';

/** From this many findings on only the rows near the screen are in the page. */
const VIRTUAL_FROM = 300;

/** All findings of the kit; Enter goes to the place. */
export function ProblemsView() {
  const studio = useStudio();
  const reports = useStudioState((state) => state.checks.reports);
  const progress = useStudioState((state) => state.checks.progress);
  const groups = useMemo(() => problemGroups(reports.values()), [reports]);
  const rows = useMemo(
    () => new Map(groups.flatMap((group) => group.rows.map((row) => [row.key, row] as const))),
    [groups],
  );
  if (groups.length === 0) {
    return progress ? (
      <EmptyState title="Checking…" text="" />
    ) : (
      <EmptyState title="No findings" text="Nothing in this kit asks for attention." />
    );
  }
  const list = (
    <ListBox
      aria-label="Problems"
      className={styles.problems ?? ''}
      selectionMode="none"
      onAction={(key) => {
        const row = rows.get(String(key));
        if (row) goToFinding(studio, row.finding);
      }}
    >
      {groups.map((group) => (
        <ListBoxSection key={group.path} id={group.path} className={styles.problemGroup ?? ''}>
          <Header className={styles.problemFile ?? ''}>
            <span title={group.path}>{visibleName(group.name)}</span>{' '}
            <span className={styles.problemCount}>{group.rows.length}</span>
          </Header>
          {group.rows.map((row) => (
            <ProblemItem key={row.key} row={row} />
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
  if (rows.size < VIRTUAL_FROM) return list;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowHeight: 52, estimatedHeadingHeight: 30 }}>
      {list}
    </Virtualizer>
  );
}

function ProblemItem({ row }: { readonly row: ProblemRow }) {
  const { finding } = row;
  const look = SEVERITY_LOOK[finding.severity];
  return (
    <ListBoxItem
      id={row.key}
      textValue={`${look.word}, ${finding.id}: ${finding.message}`}
      className={styles.problem ?? ''}
      {...findingMenu(finding)}
    >
      <Mark shape={look.shape} tone={look.tone} />
      <span>
        <span className="visually-hidden">{look.word}: </span>
        <Words text={finding.message} /> <span className={styles.problemId}>{finding.id}</span>
      </span>
    </ListBoxItem>
  );
}
