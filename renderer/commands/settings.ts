import type { Settings } from '../../shared/ipc/payloads';
import { update } from '../state/studio-state';
import { notifyError } from './notify';
import type { Studio } from './studio';

/** Changes settings at once on screen and then on disk; a refused write is told and the old settings come back. */
export async function changeSettings(studio: Studio, patch: Partial<Settings>): Promise<void> {
  const before = studio.store.getState().app.settings;
  update(studio.store, 'app', (app) => ({ ...app, settings: { ...app.settings, ...patch } }));
  const answer = await studio.host.call('settings.write', patch);
  if (answer.ok) update(studio.store, 'app', (app) => ({ ...app, settings: answer.value }));
  else {
    update(studio.store, 'app', (app) => ({ ...app, settings: before }));
    notifyError(studio, answer.error);
  }
}
