import { useStudioState } from '../commands/studio-context';
import { EditorPane } from '../editor/EditorPane';
import { isSplit, shownIn } from '../state/editor-panes';
import type { PaneId } from '../state/tabs-slice';
import { PaneBoundary } from './PaneBoundary';
import { Split } from './Split';
import styles from './Workspace.module.css';

/** Where texts are written: one pane, or two. In focus mode only the one in use. */
export function EditorArea() {
  const split = useStudioState((state) => isSplit(state.tabs));
  const focus = useStudioState((state) => state.tabs.focus);
  const stacked = useStudioState((state) => state.layout.switches.has('editors-stacked'));
  const alone = useStudioState((state) => state.layout.switches.has('focus'));
  const shown: readonly PaneId[] = !split ? ['main'] : alone ? [focus] : ['main', 'side'];
  return (
    <Split
      name={stacked ? 'editors-stacked' : 'editors'}
      stacked={stacked}
      parts={shown.map((pane) => ({
        id: pane,
        share: 50,
        least: stacked ? 100 : 200,
        resize: 'Resize the second pane',
        content: <EditorRegion pane={pane} />,
      }))}
    />
  );
}

function EditorRegion({ pane }: { readonly pane: PaneId }) {
  const shown = useStudioState((state) => shownIn(state.tabs, pane));
  const name = pane === 'main' ? 'Editor' : 'Second pane';
  return (
    <section aria-label={name} data-region={name} className={styles.region}>
      <PaneBoundary name={name} resetKey={shown}>
        <EditorPane pane={pane} />
      </PaneBoundary>
    </section>
  );
}
