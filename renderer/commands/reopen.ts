import { takenClosed } from '../state/closed-slice';
import { tabOf } from '../state/tabs-slice';
import { openFile } from './files';
import { notify } from './notify';
import type { Studio } from './studio';

/** Brings back the tab that was closed last. */
export async function reopenClosed(studio: Studio): Promise<void> {
  const { store } = studio;
  const { kit, tabs, closed } = store.getState();
  if (!kit) return;
  const { tab, rest } = takenClosed(
    closed,
    kit.kitId,
    (path) => kit.files.has(path) && tabOf(tabs, path) === null,
  );
  store.setState({ closed: rest });
  if (!tab) notify(studio, 'info', 'No tab was closed since this kit was opened.');
  else await openFile(studio, tab.path, { cursor: tab.cursor, scroll: tab.scroll, focus: true });
}
