import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useStudio, useStudioState } from '../commands/studio-context';
import { isNavigatorTab, NAVIGATOR_TABS, type NavigatorTab } from '../state/layout-slice';
import { update } from '../state/studio-state';
import { FilesView } from './FilesView';
import styles from './Navigator.module.css';
import { PathView } from './PathView';
import { ProblemsView } from './ProblemsView';
import { SymbolsView } from './SymbolsView';

const TITLES: Readonly<Record<NavigatorTab, string>> = {
  path: 'Path',
  files: 'Files',
  problems: 'Problems',
  symbols: 'Symbols',
};

/** The left side: the way through the packet, the files, the findings. */
export function Navigator() {
  const { store } = useStudio();
  const selected = useStudioState((state) => state.layout.navigator);
  const kit = useStudioState((state) => state.kit);
  const musts = useStudioState((state) => {
    let count = 0;
    for (const report of state.checks.reports.values())
      if (!report.counterExample)
        for (const finding of report.findings) if (finding.severity === 'must' && !finding.waived) count++;
    return count;
  });
  return (
    <Tabs
      className={styles.navigator ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => {
        if (isNavigatorTab(String(key)))
          update(store, 'layout', (layout) => ({ ...layout, navigator: key as NavigatorTab }));
      }}
    >
      <h1 className={styles.kitName} title={kit?.location}>
        {kit?.name}
        {kit?.readOnly && <span className={styles.badge}>Read-only</span>}
      </h1>
      <TabList aria-label="Navigator" className={styles.tabs ?? ''}>
        {NAVIGATOR_TABS.map((id) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {TITLES[id]}
            {id === 'problems' && musts > 0 && (
              <span className={styles.tabCount}>
                {musts}
                <span className="visually-hidden"> musts</span>
              </span>
            )}
          </Tab>
        ))}
      </TabList>
      <TabPanel id="path" className={styles.panel ?? ''}>
        <PathView />
      </TabPanel>
      <TabPanel id="files" className={styles.panel ?? ''}>
        <FilesView />
      </TabPanel>
      <TabPanel id="problems" className={styles.panel ?? ''}>
        <ProblemsView />
      </TabPanel>
      <TabPanel id="symbols" className={styles.panel ?? ''}>
        <SymbolsView />
      </TabPanel>
    </Tabs>
  );
}
