import { useEffect } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useStudio, useStudioState } from '../commands/studio-context';
import { EditorPane } from '../editor/EditorPane';
import { Navigator } from '../kit/Navigator';
import { withSizes } from '../state/layout-slice';
import { update } from '../state/studio-state';
import { Companion } from './Companion';
import { PaneBoundary } from './PaneBoundary';
import { layoutOf, sizesOf } from './panel-sizes';
import { StatusBar } from './StatusBar';
import styles from './Workspace.module.css';

const PANELS = ['navigator', 'editor', 'companion'] as const;

/** The studio with an open kit: navigator, editor, companion. */
export function Workspace() {
  const studio = useStudio();
  const generation = useStudioState((state) => state.layout.generation);
  const sizes = useStudioState((state) => state.layout.sizes['workspace']);
  const active = useStudioState((state) => state.tabs.active);

  useEffect(() => {
    let stop = () => {};
    let over = false;
    void import('../editor/bind-findings').then(({ bindFindings }) => {
      if (!over) stop = bindFindings(studio);
    });
    return () => {
      over = true;
      stop();
    };
  }, [studio]);

  return (
    <div className={styles.workspace}>
      <main className={styles.main}>
        <Group
          key={generation}
          className={styles.group}
          orientation="horizontal"
          defaultLayout={layoutOf(PANELS, sizes)}
          onLayoutChanged={(layout) =>
            update(studio.store, 'layout', (now) => withSizes(now, 'workspace', sizesOf(PANELS, layout)))
          }
        >
          <Panel id="navigator" defaultSize="19%" minSize={170} className={styles.panel}>
            <section aria-label="Navigator" data-region="Navigator" className={styles.region}>
              <PaneBoundary name="Navigator">
                <Navigator />
              </PaneBoundary>
            </section>
          </Panel>
          <Separator className={styles.separator} aria-label="Resize the navigator" />
          <Panel id="editor" defaultSize="43%" minSize={280} className={styles.panel}>
            <section aria-label="Editor" data-region="Editor" className={styles.region}>
              <PaneBoundary name="Editor" resetKey={active}>
                <EditorPane />
              </PaneBoundary>
            </section>
          </Panel>
          <Separator className={styles.separator} aria-label="Resize the companion" />
          <Panel id="companion" defaultSize="38%" minSize={240} className={styles.panel}>
            <section aria-label="Companion" data-region="Companion" className={styles.region}>
              <PaneBoundary name="Companion">
                <Companion />
              </PaneBoundary>
            </section>
          </Panel>
        </Group>
      </main>
      <StatusBar />
    </div>
  );
}
