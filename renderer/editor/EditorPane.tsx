import { lazy, Suspense } from 'react';
import { closeFile } from '../commands/files';
import { useRun, useShortcutOf, useStudio, useStudioState } from '../commands/studio-context';
import { activeTab, type Tab } from '../state/tabs-slice';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Banners } from './Banners';
import styles from './EditorPane.module.css';
import { EDITOR_PANEL_ID, OpenFiles, tabId } from './OpenFiles';

const CodeEditor = lazy(() => import('./CodeEditor').then((module) => ({ default: module.CodeEditor })));

/** The middle of the window: open files and the text of the active one. */
export function EditorPane() {
  const tab = useStudioState((state) => activeTab(state.tabs));
  return (
    <div className={styles.pane}>
      <OpenFiles />
      {tab ? (
        <div className={styles.body} role="tabpanel" id={EDITOR_PANEL_ID} aria-labelledby={tabId(tab.path)}>
          <TabBody tab={tab} />
        </div>
      ) : (
        <NoFile />
      )}
    </div>
  );
}

function TabBody({ tab }: { readonly tab: Tab }) {
  const kit = useStudioState((state) => state.kit);
  if (tab.state === 'loading') return <EmptyState title="Opening…" text="" />;
  const file = kit?.files.get(tab.path);
  if (kit && file?.state === 'image') {
    const url = `app://kit/${kit.kitId}/${tab.path.split('/').map(encodeURIComponent).join('/')}`;
    return (
      <div className={styles.picture}>
        <img src={url} alt={tab.name} />
      </div>
    );
  }
  if (tab.state === 'failed') return <FailedFile tab={tab} />;
  return (
    <>
      <Banners tab={tab} />
      <div className={styles.text}>
        <Suspense fallback={<EmptyState title="Opening…" text="" />}>
          <CodeEditor path={tab.path} />
        </Suspense>
      </div>
    </>
  );
}

function FailedFile({ tab }: { readonly tab: Tab }) {
  const studio = useStudio();
  const line = tab.error?.line;
  return (
    <EmptyState
      title={`${tab.name} cannot be shown`}
      text={`${line === undefined ? '' : `Line ${line}: `}${tab.error?.message ?? ''}`}
    >
      <Button onPress={() => closeFile(studio, tab.path)}>Close Tab</Button>
    </EmptyState>
  );
}

function NoFile() {
  const run = useRun();
  const shortcutOf = useShortcutOf();
  return (
    <EmptyState title="No file is open" text="Choose an artifact on the left, or go to any file by name.">
      <Button onPress={() => run('go.file')}>Go to File… {shortcutOf('go.file')}</Button>
    </EmptyState>
  );
}
