import type { HistoryCommandId } from '../../shared/history-commands';
import { toggledPane } from '../state/layout-slice';
import { update } from '../state/studio-state';
import { tabOf } from '../state/tabs-slice';
import { refusedReadOnly } from './file-changes';
import { notify } from './notify';
import { undoRestore } from './restore-kit';
import type { Studio } from './studio';
import type { Target } from './target';

/** What the commands of the history do. */
export const HISTORY_BEHAVIOURS: Readonly<
  Record<HistoryCommandId, (studio: Studio, target: Target) => unknown>
> = {
  'view.history': ({ store }) => update(store, 'layout', (layout) => toggledPane(layout, 'history')),
  'file.merge': (studio, target) => {
    const { tabs } = studio.store.getState();
    const tab = tabOf(tabs, target.path ?? tabs.active);
    if (tab?.conflict?.kind === 'changed')
      studio.store.setState({ overlay: { kind: 'merge', path: tab.path } });
    else if (tab)
      notify(studio, 'info', `${tab.name} was not changed by anybody else; there is nothing to merge.`);
  },
  'kit.milestone': (studio) => {
    if (!refusedReadOnly(studio)) studio.store.setState({ overlay: { kind: 'milestone' } });
  },
  'kit.undoRestore': undoRestore,
};
