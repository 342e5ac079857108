import { Columns2, PanelBottom, PanelRight, Rows2 } from 'lucide-react';
import { useRun, useStudioState } from '../commands/studio-context';
import { Example } from '../example/Example';
import { History } from '../history/History';
import { Preview } from '../preview/Preview';
import { Rubric } from '../rubric/Rubric';
import { COMPANION_PANES, type CompanionPane } from '../state/layout-slice';
import { IconButton } from '../ui/Button';
import { Toggle } from '../ui/Toggle';
import styles from './Companion.module.css';
import { PaneBoundary } from './PaneBoundary';
import { UnlessSafe } from './SafeMode';
import { Split } from './Split';

const NAMES: Readonly<Record<CompanionPane, string>> = {
  preview: 'Preview',
  example: 'Worked example',
  rubric: 'Rubric',
  history: 'History',
};
const TITLES: Readonly<Record<CompanionPane, string>> = {
  preview: 'Preview',
  example: 'Example',
  rubric: 'Rubric',
  history: 'History',
};
const CONTENT: Readonly<Record<CompanionPane, () => React.ReactNode>> = {
  preview: () => (
    <UnlessSafe>
      <Preview />
    </UnlessSafe>
  ),
  example: () => (
    <UnlessSafe>
      <Example />
    </UnlessSafe>
  ),
  rubric: () => <Rubric />,
  history: () => <History />,
};

/** Beside or below the text: some of preview, worked example, rubric and history, one above the other or side by side. */
export function Companion() {
  const shown = useStudioState((state) => state.layout.companion);
  const beside = useStudioState((state) => state.layout.switches.has('companion-beside'));
  const active = useStudioState((state) => state.tabs.active);
  const run = useRun();
  const share = 100 / shown.length;
  return (
    <div className={styles.companion}>
      <div className={styles.bar} role="toolbar" aria-label="Companion panes">
        {COMPANION_PANES.map((pane) => (
          <Toggle key={pane} pressed={shown.includes(pane)} onPress={() => run(`view.${pane}`)}>
            {TITLES[pane]}
          </Toggle>
        ))}
        <Arrangement />
      </div>
      <Split
        key={shown.join(' ')}
        name={`companion${beside ? '-beside' : ''}${shown.length > 2 ? '-three' : ''}`}
        stacked={!beside}
        parts={shown.map((pane) => ({
          id: pane,
          share,
          least: '15%',
          resize: 'Resize the panes of the companion',
          content: (
            <section className={styles.pane} aria-label={NAMES[pane]}>
              <h2 className="visually-hidden">{NAMES[pane]}</h2>
              <PaneBoundary name={TITLES[pane]} resetKey={active}>
                {CONTENT[pane]()}
              </PaneBoundary>
            </section>
          ),
        }))}
      />
    </div>
  );
}

function Arrangement() {
  const several = useStudioState((state) => state.layout.companion.length > 1);
  const beside = useStudioState((state) => state.layout.switches.has('companion-beside'));
  const below = useStudioState((state) => state.layout.switches.has('companion-below'));
  const run = useRun();
  return (
    <div className={styles.arrangement}>
      {several && (
        <IconButton
          label={beside ? 'One Pane above the Other' : 'Panes Side by Side'}
          onPress={() => run('view.panesBeside')}
        >
          {beside ? <Rows2 size={15} aria-hidden="true" /> : <Columns2 size={15} aria-hidden="true" />}
        </IconButton>
      )}
      <IconButton
        label={below ? 'Companion beside the Text' : 'Companion below the Text'}
        onPress={() => run('view.companionBelow')}
      >
        {below ? <PanelRight size={15} aria-hidden="true" /> : <PanelBottom size={15} aria-hidden="true" />}
      </IconButton>
    </div>
  );
}
