import { Group, Panel, Separator } from 'react-resizable-panels';
import { useRun, useStudio, useStudioState } from '../commands/studio-context';
import { Example } from '../example/Example';
import { Preview } from '../preview/Preview';
import { Rubric } from '../rubric/Rubric';
import { COMPANION_PANES, type CompanionPane, withSizes } from '../state/layout-slice';
import { update } from '../state/studio-state';
import styles from './Companion.module.css';
import { PaneBoundary } from './PaneBoundary';
import { layoutOf, sizesOf } from './panel-sizes';

const NAMES: Readonly<Record<CompanionPane, string>> = {
  preview: 'Preview',
  example: 'Worked example',
  rubric: 'Rubric',
};
const TITLES: Readonly<Record<CompanionPane, string>> = {
  preview: 'Preview',
  example: 'Example',
  rubric: 'Rubric',
};
const CONTENT: Readonly<Record<CompanionPane, () => React.ReactNode>> = {
  preview: () => <Preview />,
  example: () => <Example />,
  rubric: () => <Rubric />,
};

/** The right side: one or two of preview, worked example and rubric. */
export function Companion() {
  const studio = useStudio();
  const shown = useStudioState((state) => state.layout.companion);
  const sizes = useStudioState((state) => state.layout.sizes['companion']);
  const active = useStudioState((state) => state.tabs.active);
  const run = useRun();
  return (
    <div className={styles.companion}>
      <div className={styles.bar} role="toolbar" aria-label="Companion panes">
        {COMPANION_PANES.map((pane) => (
          <button
            key={pane}
            type="button"
            className={styles.toggle}
            aria-pressed={shown.includes(pane)}
            onClick={() => run(`view.${pane}`)}
          >
            {TITLES[pane]}
          </button>
        ))}
      </div>
      <Group
        key={shown.join(' ')}
        className={styles.group}
        orientation="vertical"
        defaultLayout={layoutOf(shown, sizes)}
        onLayoutChanged={(layout) => {
          if (shown.length > 1)
            update(studio.store, 'layout', (now) => withSizes(now, 'companion', sizesOf(shown, layout)));
        }}
      >
        {shown.map((pane, index) => (
          <PaneSlot key={pane} pane={pane} first={index === 0} active={active} />
        ))}
      </Group>
    </div>
  );
}

function PaneSlot({
  pane,
  first,
  active,
}: {
  readonly pane: CompanionPane;
  readonly first: boolean;
  readonly active: string | null;
}) {
  return (
    <>
      {!first && <Separator className={styles.separator} aria-label="Resize the panes of the companion" />}
      <Panel id={pane} minSize="15%" className={styles.panel}>
        <section className={styles.pane} aria-label={NAMES[pane]}>
          <PaneBoundary name={TITLES[pane]} resetKey={active}>
            {CONTENT[pane]()}
          </PaneBoundary>
        </section>
      </Panel>
    </>
  );
}
