import { type ReactNode, useMemo, useState } from 'react';
import type { Finding } from '../../shared/rubric/finding';
import type { ArtifactReport } from '../../shared/rubric/report';
import { useStudioState } from '../commands/studio-context';
import { activeTab } from '../state/tabs-slice';
import { Choice } from '../ui/Choice';
import { EmptyState } from '../ui/EmptyState';
import { ScrollArea } from '../ui/ScrollArea';
import { Contrasts } from './Contrasts';
import { CriterionItem } from './CriterionItem';
import { Disagreements } from './Disagreements';
import { FindingList } from './FindingList';
import { GradeHead } from './GradeHead';
import { RemarkReasons } from './RemarkReasons';
import styles from './Rubric.module.css';
import { isOpen, rubricView } from './rubric-view';

const GROUP_TITLE = {
  must: 'Must: a reader would stop here',
  should: 'Should: what separates senior from staff',
  could: 'Could: polish',
} as const;

const FILTERS = [
  ['open', 'Open'],
  ['all', 'All'],
] as const;

/** What a committee looks for in the active file, and what of it is there. */
export function Rubric() {
  const tab = useStudioState((state) => activeTab(state.tabs));
  const report = useStudioState((state) => (tab ? state.checks.reports.get(tab.path) : undefined));
  const kind = useStudioState((state) => (report?.kind ? state.checks.kinds.get(report.kind) : undefined));
  const failure = useStudioState((state) => state.checks.failure);
  const [openOnly, setOpenOnly] = useState(true);
  const view = useMemo(() => (report && kind ? rubricView(report, kind) : null), [report, kind]);

  if (failure !== null) return <EmptyState title="The checker is not running" text={failure} />;
  if (!tab)
    return <EmptyState title="No rubric" text="Open an artifact to see what a committee looks for in it." />;
  if (tab.plain)
    return <EmptyState title="Not checked" text="Files beyond five million characters are not checked." />;
  if (!report) return <EmptyState title="Checking…" text="" />;
  if (!view || !kind) {
    return (
      <EmptyState
        title="Not an artifact the studio knows"
        text={report.unrecognised ?? 'This file has no kind.'}
      />
    );
  }
  const groups = view.groups.map(({ severity, rows }) => ({
    severity,
    rows: openOnly ? rows.filter(isOpen) : rows,
  }));
  const shown = groups.reduce(
    (count, group) => count + group.rows.length,
    view.format.length + view.disagreements.length + view.remarks.length,
  );
  return (
    <ScrollArea look="pane" className={styles.rubric} label={`Rubric of ${kind.title}`} entry>
      <GradeHead view={view} kind={kind} template={report.template} />
      <div className={styles.filter}>
        <Choice
          name="rubric-filter"
          legend="Criteria to show"
          options={FILTERS}
          value={openOnly ? 'open' : 'all'}
          onChange={(filter) => setOpenOnly(filter === 'open')}
        />
      </div>
      <FindingGroup title="Format" findings={view.format} report={report} />
      <Disagreements findings={view.disagreements} report={report} />
      {groups.map(
        ({ severity, rows }) =>
          rows.length > 0 && (
            <section key={severity} className={styles.group}>
              <h2>{GROUP_TITLE[severity]}</h2>
              <ul>
                {rows.map((row) => (
                  <CriterionItem key={`${report.path} ${row.id}`} row={row} report={report} />
                ))}
              </ul>
            </section>
          ),
      )}
      <FindingGroup title="Prose: remarks that weigh nothing" findings={view.remarks} report={report}>
        <RemarkReasons findings={view.remarks} />
      </FindingGroup>
      {shown === 0 && (
        <p className={styles.done}>Nothing is open. Choose “All” to see what is met and where.</p>
      )}
      <Contrasts contrasts={kind.contrasts} />
    </ScrollArea>
  );
}

interface FindingGroupProps {
  readonly title: string;
  readonly findings: readonly Finding[];
  readonly report: ArtifactReport;
  readonly children?: ReactNode;
}

function FindingGroup({ title, findings, report, children }: FindingGroupProps) {
  if (findings.length === 0) return null;
  return (
    <section className={styles.group}>
      <h2>{title}</h2>
      <FindingList findings={findings} report={report} named />
      {children}
    </section>
  );
}
