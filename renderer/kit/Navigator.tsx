import { Search } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { useStudio, useStudioState } from '../commands/studio-context';
import { isNavigatorTab, NAVIGATOR_TABS, type NavigatorTab, withSizes } from '../state/layout-slice';
import { update } from '../state/studio-state';
import { visibleName } from '../ui/visible-name';
import { FilesView } from './FilesView';
import styles from './Navigator.module.css';
import { OutlineBody, OutlineHead } from './OutlinePanel';
import { PathView } from './PathView';
import { ProblemsView } from './ProblemsView';
import { SearchView } from './SearchView';
import { SymbolsView } from './SymbolsView';

const TITLES: Readonly<Record<NavigatorTab, string>> = {
  path: 'Path',
  files: 'Files',
  problems: 'Problems',
  symbols: 'Symbols',
  search: 'Search',
};

/** The left side: the way through the packet, the files, the findings; below, the parts of the open file. */
export function Navigator() {
  const { store } = useStudio();
  const kit = useStudioState((state) => state.kit);
  const outline = useStudioState((state) => state.layout.outline);
  const sizes = useStudioState((state) => state.layout.sizes['navigator']);
  return (
    <div className={styles.navigator}>
      <h1 className={styles.kitName} title={kit?.location}>
        <span>{visibleName(kit?.name ?? '')}</span>
        {kit?.readOnly && <span className={styles.badge}>Read-only</span>}
      </h1>
      <Group
        className={styles.split}
        orientation="vertical"
        onLayoutChanged={(layout) => {
          const { views, outline: below } = layout;
          if (views !== undefined && below !== undefined)
            update(store, 'layout', (now) => withSizes(now, 'navigator', [views, below]));
        }}
      >
        <Panel id="views" minSize="20%" className={styles.views}>
          <Views />
        </Panel>
        {outline && <Separator className={styles.separator} aria-label="Resize the outline" />}
        {outline && (
          <Panel id="outline" defaultSize={`${sizes?.[1] ?? 45}%`} minSize="15%" className={styles.views}>
            <section aria-label="Outline" data-outline="" className={styles.outline}>
              <OutlineHead />
              <OutlineBody />
            </section>
          </Panel>
        )}
      </Group>
      {!outline && <OutlineHead />}
    </div>
  );
}

function Views() {
  const { store } = useStudio();
  const selected = useStudioState((state) => state.layout.navigator);
  const musts = useStudioState((state) => {
    let count = 0;
    for (const report of state.checks.reports.values())
      if (!report.counterExample)
        for (const finding of report.findings) if (finding.severity === 'must' && !finding.waived) count++;
    return count;
  });
  return (
    <Tabs
      className={styles.tabbed ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => {
        if (isNavigatorTab(String(key)))
          update(store, 'layout', (layout) => ({ ...layout, navigator: key as NavigatorTab }));
      }}
    >
      <TabList aria-label="Navigator" className={styles.tabs ?? ''}>
        {NAVIGATOR_TABS.map((id) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {id === 'search' ? (
              <>
                <Search size={14} aria-hidden="true" />
                <span className="visually-hidden">{TITLES[id]}</span>
              </>
            ) : (
              TITLES[id]
            )}
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
      <TabPanel id="search" className={styles.panel ?? ''}>
        <SearchView />
      </TabPanel>
    </Tabs>
  );
}
