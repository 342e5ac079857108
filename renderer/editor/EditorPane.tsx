import { Columns2, PanelRight, X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useRun, useShortcutOf, useStudio, useStudioState } from '../commands/studio-context';
import { focused, isSplit, shownIn } from '../state/editor-panes';
import { isShown } from '../state/layout-slice';
import { update } from '../state/studio-state';
import { type PaneId, type Tab, tabOf } from '../state/tabs-slice';
import { Button, IconButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Banners } from './Banners';
import styles from './EditorPane.module.css';
import { FailedFile } from './FailedFile';
import { FileInParts } from './FileInParts';
import { OpenFiles, panelId, tabId } from './OpenFiles';

const CodeEditor = lazy(() => import('./CodeEditor').then((module) => ({ default: module.CodeEditor })));

/** A place where texts are written: its open files and the text of the one it shows. */
export function EditorPane({ pane }: { readonly pane: PaneId }) {
  const studio = useStudio();
  const tab = useStudioState((state) => tabOf(state.tabs, shownIn(state.tabs, pane)));
  const alone = useStudioState((state) => state.layout.switches.has('focus'));
  const inUse = useStudioState((state) => state.tabs.focus === pane);
  return (
    <div
      className={styles.pane}
      data-in-use={inUse}
      onFocusCapture={() => update(studio.store, 'tabs', (tabs) => focused(tabs, pane))}
    >
      {!alone && (
        <div className={styles.head}>
          <OpenFiles pane={pane} />
          <PaneTools pane={pane} />
        </div>
      )}
      {tab ? (
        <div
          className={styles.body}
          role="tabpanel"
          id={panelId(pane)}
          aria-labelledby={alone ? undefined : tabId(pane, tab.path)}
          aria-label={alone ? tab.name : undefined}
        >
          <TabBody tab={tab} pane={pane} />
        </div>
      ) : (
        <NoFile />
      )}
    </div>
  );
}

/** What the pointer finds at the end of the strip; keys and menus have the same. */
function PaneTools({ pane }: { readonly pane: PaneId }) {
  const run = useRun();
  const shortcutOf = useShortcutOf();
  const some = useStudioState((state) => state.tabs.active !== null);
  const split = useStudioState((state) => isSplit(state.tabs));
  const companion = useStudioState((state) => isShown(state.layout, 'companion'));
  return (
    <div className={styles.tools}>
      {some && !split && (
        <IconButton
          label="Open to the Side"
          shortcut={shortcutOf('view.openBeside')}
          onPress={() => run('view.openBeside')}
        >
          <Columns2 size={15} aria-hidden="true" />
        </IconButton>
      )}
      {pane === 'side' && (
        <IconButton label="Close the Second Pane" onPress={() => run('view.joinPanes')}>
          <X size={15} aria-hidden="true" />
        </IconButton>
      )}
      {!companion && (pane === 'side' || !split) && (
        <IconButton
          label="Show the Companion"
          shortcut={shortcutOf('view.companion')}
          onPress={() => run('view.companion')}
        >
          <PanelRight size={15} aria-hidden="true" />
        </IconButton>
      )}
    </div>
  );
}

function TabBody({ tab, pane }: { readonly tab: Tab; readonly pane: PaneId }) {
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
  if (tab.state === 'failed') {
    if (tab.error?.code === 'too-large') return <FileInParts key={tab.path} tab={tab} pane={pane} />;
    return <FailedFile tab={tab} error={tab.error} />;
  }
  return (
    <>
      <Banners tab={tab} />
      <div className={styles.text}>
        <Suspense fallback={<EmptyState title="Opening…" text="" />}>
          <CodeEditor path={tab.path} pane={pane} />
        </Suspense>
      </div>
    </>
  );
}

function NoFile() {
  const run = useRun();
  const shortcutOf = useShortcutOf();
  return (
    <EmptyState title="No file is open" text="Choose an artifact on the left, or go to any file by name.">
      <Button onPress={() => run('go.file')}>Go to File… {shortcutOf('go.file')}</Button>
      <Button onPress={() => run('packet.dashboard')}>
        See the Packet as a Whole {shortcutOf('packet.dashboard')}
      </Button>
    </EmptyState>
  );
}
