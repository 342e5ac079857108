import { commandById } from '../../shared/commands';
import { update } from '../state/studio-state';
import { showZip } from './archives';
import { openRecent, refreshRecents } from './kits';
import { notify, notifyError } from './notify';
import { outsideChange } from './outside-changes';
import { writeSession } from './session';
import type { Studio } from './studio';

/** Reads what the window needs before it shows anything of its own: version, settings, known kits; then opens the kit to start with. */
export async function loadApp(studio: Studio): Promise<void> {
  const { host, store } = studio;
  const [info, settings] = await Promise.all([host.call('app.info', {}), host.call('settings.read', {})]);
  if (info.ok) update(store, 'app', (app) => ({ ...app, info: info.value, systemDark: info.value.dark }));
  else notifyError(studio, info.error);
  if (settings.ok) update(store, 'app', (app) => ({ ...app, settings: settings.value }));
  else notifyError(studio, settings.error);
  if (info.ok) for (const text of info.value.notices) notify(studio, 'problem', text);
  await refreshRecents(studio);
  if (info.ok && info.value.startKit !== null) await openRecent(studio, info.value.startKit);
  const zip = await host.call('archive.fromStart', {});
  if (!zip.ok) notifyError(studio, zip.error);
  else if (zip.value) showZip(studio, zip.value);
}

/** Listens to what the machine tells. Returns the function that ends it. */
export function listenToHost(studio: Studio, runCommand: (id: string) => void): () => void {
  const { host, store } = studio;
  const ends = [
    host.on('kit.changed', (change) => void outsideChange(studio, change)),
    host.on('history.changed', ({ problem }) => {
      if (problem !== null) notify(studio, 'problem', problem);
    }),
    host.on('command.run', ({ id }) => {
      if (commandById(id)) runCommand(id);
    }),
    host.on('appearance.changed', ({ dark }) =>
      update(store, 'app', (app) => ({ ...app, systemDark: dark })),
    ),
    host.on('kit.openRequested', ({ id }) => void openRecent(studio, id)),
    host.on('archive.openRequested', (zip) => showZip(studio, zip)),
    host.on('window.closing', () => void prepareToClose(studio)),
    host.on('window.areYouThere', () => void host.call('window.here', {})),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Keeps every unsaved text and the session, then lets the window go. */
async function prepareToClose(studio: Studio): Promise<void> {
  try {
    await Promise.all([studio.journal.flush(), writeSession(studio)]);
  } finally {
    await studio.host.call('window.readyToClose', {});
  }
}
