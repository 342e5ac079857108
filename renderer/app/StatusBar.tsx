import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useRun, useStudio, useStudioState } from '../commands/studio-context';
import { gradeWord, SEVERITY_LOOK, shownFinding } from '../look/finding-look';
import { activeTab, type Tab } from '../state/tabs-slice';
import { Mark } from '../ui/Mark';
import styles from './StatusBar.module.css';
import { countWords } from './word-count';

/** The line at the bottom: is it saved, where am I, what is left to do. */
export function StatusBar() {
  const tab = useStudioState((state) => activeTab(state.tabs));
  const cursor = useStudioState((state) => state.cursor);
  const progress = useStudioState((state) => state.checks.progress);
  const checked = useStudioState((state) => state.checks.reports.size > 0);
  const ownStandard = useStudioState(({ standard }) => standard.offer !== null && standard.choice !== 'own');
  const autosave = useStudioState((state) => state.app.settings.autosave);
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
      {tab?.state === 'ready' && <Words path={tab.path} />}
      <span className={styles.space} />
      {progress ? (
        <span className={styles.number}>
          Checking {Math.min(progress.done, progress.total)} of {progress.total}
        </span>
      ) : (
        checked && <span>Packet checked</span>
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
          {findings.every((finding) => finding.severity === 'info') && <span>{findings.length} notes</span>}
        </button>
      )}
      {report.grade && <span className={styles.grade}>{gradeWord(report.grade, report.waivers)}</span>}
    </>
  );
}

/** Words are counted when typing pauses, in milliseconds. */
const PAUSE = 400;

function Words({ path }: { readonly path: string }) {
  const { buffers } = useStudio();
  const [words, setWords] = useState<number | null>(null);
  useEffect(() => {
    const count = () => {
      const doc = buffers.doc(path);
      if (doc) setWords(countWords(doc));
    };
    let timer = setTimeout(count, 0);
    const stop = buffers.subscribe((event) => {
      if (event.kind !== 'changed' || event.path !== path) return;
      clearTimeout(timer);
      timer = setTimeout(count, PAUSE);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [buffers, path]);
  return words === null ? null : <span className={styles.number}>{words.toLocaleString('en')} words</span>;
}
