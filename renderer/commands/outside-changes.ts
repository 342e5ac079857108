import type { KitChange } from '../../shared/ipc/payloads';
import { SETTINGS_FILE } from '../../shared/rubric/own-files';
import { withoutReports } from '../state/checks-slice';
import { textPaths } from '../state/kit-slice';
import { update } from '../state/studio-state';
import { readAndCheck } from './checking';
import { listAgain } from './list-again';
import { followRenames, tabChanged } from './outside-tab';
import { readLearning } from './packet';
import type { Studio } from './studio';

/**
 * Other programs wrote to the kit. The disk's truth wins for everything that is not being edited; a buffer with unsaved text is never touched,
 * its tab shows both sides.
 */
export async function outsideChange(studio: Studio, change: KitChange): Promise<void> {
  const kit = studio.store.getState().kit;
  if (!kit || change.kitId !== kit.kitId) return;
  // What others wrote is not the user's own words.
  const others = change.lost ? [...studio.typed] : change.changes.map(({ path }) => path);
  for (const path of others) if (!studio.buffers.isDirty(path)) studio.typed.delete(path);
  const relist = change.lost || change.changes.some(({ change: what }) => what !== 'changed');
  if (relist) await listAgain(studio);
  await followRenames(studio, change.changes);
  const removed = change.changes.filter((entry) => entry.change === 'removed').map(({ path }) => path);
  const written = change.changes.filter((entry) => entry.change !== 'removed');
  studio.checker.remove(removed);
  update(studio.store, 'checks', (checks) => withoutReports(checks, removed));
  for (const path of removed) await tabChanged(studio, path, null);
  const { files } = studio.store.getState().kit ?? kit;
  const paths = change.lost
    ? textPaths(studio.store.getState().kit?.listing ?? kit.listing)
    : written.map(({ path }) => path);
  const texts = paths.filter((path) => files.get(path)?.state === 'text');
  if (texts.length > 0) await readAndCheck(studio, kit.kitId, texts);
  if (change.lost || change.changes.some(({ path }) => path === SETTINGS_FILE)) await readLearning(studio);
  for (const tab of studio.store.getState().tabs.order) {
    const entry = written.find(({ path }) => path === tab.path);
    if (entry || change.lost) await tabChanged(studio, tab.path, entry?.hash ?? null);
  }
}
