import { LayoutDashboard } from 'lucide-react';
import { useMemo } from 'react';
import { shortMinutes } from '../../shared/packet/estimates';
import { openFile } from '../commands/files';
import { useRun, useStudio, useStudioState } from '../commands/studio-context';
import { gradeWord, SEVERITY_LOOK } from '../look/finding-look';
import { EmptyState } from '../ui/EmptyState';
import { Mark } from '../ui/Mark';
import { visibleName } from '../ui/visible-name';
import styles from './Navigator.module.css';
import { type ArtifactRow, countWords, pathGroups } from './path-groups';

/** The way through the packet: sprints, parts, artifacts with their grades. */
export function PathView() {
  const reports = useStudioState((state) => state.checks.reports);
  const kinds = useStudioState((state) => state.checks.kinds);
  const progress = useStudioState((state) => state.checks.progress);
  const groups = useMemo(() => pathGroups(reports.values(), kinds), [reports, kinds]);
  if (groups.length === 0) {
    return progress ? (
      <EmptyState title="Looking through the kit…" text="" />
    ) : (
      <EmptyState
        title="No artifacts yet"
        text="Files the studio knows by name appear here: RFC-001-title.md, adr-001-title.md, risk-register.json and others."
      />
    );
  }
  return (
    <div className={styles.path}>
      <PacketButton minutes={groups.reduce((sum, { minutes }) => sum + minutes, 0)} />
      {groups.map((sprint) => (
        <section key={sprint.title} aria-label={sprint.title}>
          <h2 className={styles.sprint}>
            {sprint.title}
            {sprint.minutes > 0 && <span className={styles.minutes}>{shortMinutes(sprint.minutes)}</span>}
          </h2>
          {sprint.parts.map((part) => (
            <div key={part.part} className={styles.part}>
              <h3>{part.title}</h3>
              <ul>
                {part.rows.map((row) => (
                  <ArtifactItem key={row.path} row={row} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

/** The way to the packet as a whole, with what is left of it. */
function PacketButton({ minutes }: { readonly minutes: number }) {
  const run = useRun();
  const shown = useStudioState((state) => state.screen?.kind === 'packet');
  return (
    <button
      type="button"
      className={styles.packet}
      aria-pressed={shown}
      onClick={() => run('packet.dashboard')}
    >
      <LayoutDashboard size={15} aria-hidden="true" />
      <span className={styles.artifactName}>Packet</span>
      <span className={styles.minutes}>
        {minutes > 0 ? `${shortMinutes(minutes)} to do` : 'Nothing open'}
      </span>
    </button>
  );
}

function ArtifactItem({ row }: { readonly row: ArtifactRow }) {
  const studio = useStudio();
  const active = useStudioState((state) => state.tabs.active === row.path);
  const words = countWords(row.counts);
  return (
    <li>
      <button
        type="button"
        className={styles.artifact}
        aria-current={active ? 'page' : undefined}
        title={row.path}
        onClick={() => void openFile(studio, row.path, { focus: true })}
      >
        <span className={styles.artifactName}>{visibleName(row.name)}</span>
        <span className={styles.artifactState}>
          <span className={styles.artifactKind}>{row.kind}</span>
          {words !== '' && (
            <span className={styles.counts} role="img" aria-label={words}>
              {(['must', 'should', 'could'] as const).map(
                (severity) =>
                  row.counts[severity] > 0 && (
                    <span key={severity} className={styles.count} aria-hidden="true">
                      <Mark shape={SEVERITY_LOOK[severity].shape} tone={severity} />
                      {row.counts[severity]}
                    </span>
                  ),
              )}
            </span>
          )}
          {row.minutes > 0 && (
            <span className={styles.minutes}>
              {shortMinutes(row.minutes)}
              <span className="visually-hidden"> to do</span>
            </span>
          )}
          {row.grade && (
            <span className={styles.grade} data-grade={row.grade}>
              {gradeWord(row.grade, row.waivers)}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
