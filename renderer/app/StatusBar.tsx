import { CloudOff } from 'lucide-react';
import { useRun, useStudioState } from '../commands/studio-context';
import { gradeWord, SEVERITY_LOOK, shownFinding } from '../look/finding-look';
import { activeTab, type Tab } from '../state/tabs-slice';
import { Mark } from '../ui/Mark';
import styles from './StatusBar.module.css';
import { WordCount } from './WordCount';

/** The line at the bottom: is it saved, where am I, what is left to do. */
export function StatusBar() {
  const tab = useStudioState((state) => activeTab(state.tabs));
  const cursor = useStudioState((state) => state.cursor);
  const progress = useStudioState((state) => state.checks.progress);
  const checked = useStudioState((state) => state.checks.reports.size > 0);
  const ownStandard = useStudioState(({ standard }) => standard.offer !== null && standard.choice !== 'own');
  const autosave = useStudioState((state) => state.app.settings.autosave);
  const focus = useStudioState((state) => state.layout.switches.has('focus'));
  const run = useRun();
  return (
    <footer className={styles.bar} data-region="Status">
      {/* What goes on by itself all the time is not worth reading aloud. */}
      <span
        role="status"
        aria-live={autosave ? 'off' : 'polite'}
        className={styles.saved}
        data-dirty={tab?.dirty ?? false}
      >
        {tab?.state === 'ready' ? savedWord(tab) : ''}
      </span>
      {tab && cursor && (
        <span className={styles.number}>
          Line {cursor.line}, column {cursor.column}
          {cursor.selected > 0 && ` (${cursor.selected.toLocaleString('en')} selected)`}
        </span>
      )}
      {tab?.state === 'ready' && <WordCount path={tab.path} />}
      <span className={styles.space} />
      {focus && (
        <button type="button" className={styles.findings} onClick={() => run('view.focusMode')}>
          Leave Focus Mode
        </button>
      )}
      {progress ? (
        <span className={styles.number}>
          Checking {Math.min(progress.done, progress.total)} of {progress.total}
        </span>
      ) : (
        checked && (
          <button
            type="button"
            className={styles.findings}
            title="Look over the packet as a whole"
            onClick={() => run('packet.dashboard')}
          >
            Packet checked
          </button>
        )
      )}
      {tab && <Verdict path={tab.path} onProblems={() => run('go.nextFinding')} />}
      {ownStandard && (
        <button
          type="button"
          className={styles.findings}
          onClick={() => run('kit.standard')}
          title="This kit brings its own standard, which does not apply. Look at it"
        >
          Studio’s standard
        </button>
      )}
      <span className={styles.offline} title="Staffwright works offline: nothing leaves this machine">
        <CloudOff size={13} aria-hidden="true" />
        Offline
      </span>
    </footer>
  );
}

function savedWord(tab: Tab): string {
  if (tab.readOnly) return 'Read-only';
  if (tab.saving) return 'Saving…';
  return tab.dirty ? 'Unsaved' : 'Saved';
}

function Verdict({ path, onProblems }: { readonly path: string; readonly onProblems: () => void }) {
  const report = useStudioState((state) => state.checks.reports.get(path));
  if (!report) return null;
  const findings = report.findings.map(shownFinding);
  return (
    <>
      {findings.length > 0 && (
        <button type="button" className={styles.findings} onClick={onProblems} title="Go to the next finding">
          {(['must', 'should', 'could'] as const).map((severity) => {
            const count = findings.filter((finding) => finding.severity === severity).length;
            if (count === 0) return null;
            return (
              <span key={severity}>
                <Mark shape={SEVERITY_LOOK[severity].shape} tone={severity} /> {count} {severity}
              </span>
            );
          })}
          {findings.every((finding) => finding.severity === 'info') && (
            <span>
              {findings.length} {findings.length === 1 ? 'note' : 'notes'}
            </span>
          )}
        </button>
      )}
      {report.grade && <span className={styles.grade}>{gradeWord(report.grade, report.waivers)}</span>}
    </>
  );
}
