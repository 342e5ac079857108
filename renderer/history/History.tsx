import { useState } from 'react';
import { useStudioState } from '../commands/studio-context';
import { activeTab } from '../state/tabs-slice';
import { Choice } from '../ui/Choice';
import { EmptyState } from '../ui/EmptyState';
import { FileHistory } from './FileHistory';
import styles from './History.module.css';
import { KitHistory } from './KitHistory';

const SUBJECTS = [
  ['file', 'This file'],
  ['kit', 'Whole kit'],
] as const;

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
      <div className={styles.choice}>
        <Choice
          name="history-of"
          legend="Whose history is shown"
          options={SUBJECTS}
          value={whole ? 'kit' : 'file'}
          onChange={(subject) => setWhole(subject === 'kit')}
        />
      </div>
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
