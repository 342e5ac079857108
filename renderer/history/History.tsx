import { useState } from 'react';
import { useStudioState } from '../commands/studio-context';
import { activeTab } from '../state/tabs-slice';
import { EmptyState } from '../ui/EmptyState';
import { FileHistory } from './FileHistory';
import styles from './History.module.css';
import { KitHistory } from './KitHistory';

/** What files said before: the versions of the open one, or the milestones of the kit and what was deleted from it. */
export function History() {
  const [whole, setWhole] = useState(false);
  const readOnly = useStudioState((state) => state.kit?.readOnly ?? true);
  const path = useStudioState((state) => activeTab(state.tabs)?.path ?? null);
  if (readOnly)
    return (
      <EmptyState
        title="No history"
        text="This kit is read-only, so nothing in it is ever replaced. Older versions are kept of packets of your own."
      />
    );
  return (
    <div className={styles.history}>
      <fieldset className={styles.choice}>
        <legend className="visually-hidden">Whose history is shown</legend>
        <label>
          <input type="radio" name="history-of" checked={!whole} onChange={() => setWhole(false)} />
          <span>This file</span>
        </label>
        <label>
          <input type="radio" name="history-of" checked={whole} onChange={() => setWhole(true)} />
          <span>Whole kit</span>
        </label>
      </fieldset>
      {whole ? (
        <KitHistory />
      ) : path === null ? (
        <EmptyState title="No file is open" text="Open a file to see what it said before." />
      ) : (
        <FileHistory key={path} path={path} />
      )}
    </div>
  );
}
