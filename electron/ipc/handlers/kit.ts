import { dialog, type OpenDialogOptions } from 'electron';
import type { HostError } from '../../../shared/ipc/contract';
import type { KitListing, OpenedKit } from '../../../shared/ipc/payloads';
import { ok, type Result } from '../../../shared/util/result';
import { errorCode } from '../../kit/file-system';
import { openKitFolder } from '../../kit/folder-kit';
import { explain, fail } from '../../kit/host-failure';
import type { OpenKit } from '../../kit/open-kit';
import { readMany } from '../../kit/read-many';
import { createFromStarter } from '../../kit/starter-kit';
import type { AreaHandlers } from '../handlers';
import type { Services } from '../services';

/** Opening, listing and reading kits. Absolute folders come from a dialog or from what was opened before, never from the page. */
export function kitHandlers(services: Services): AreaHandlers<'kit'> {
  const { kits, settings, fs, exampleFolder } = services;
  const openFolder = (folder: string): Promise<Result<OpenedKit, HostError>> =>
    openKit(services, folder, false);
  return {
    'kit.chooseFolder': async () => {
      const folder = await chooseFolder(services, {
        title: 'Open Kit Folder',
        properties: ['openDirectory'],
      });
      return folder === null ? ok(null) : openFolder(folder);
    },
    'kit.openRecent': async ({ id }) => {
      const { folders } = await settings.readRecent();
      const found = folders.find((kit) => kit.id === id);
      return found
        ? openFolder(found.root)
        : fail('not-found', 'This kit is not among the recent ones any more.');
    },
    'kit.openExample': () => openKit(services, exampleFolder, true),
    'kit.createFromStarter': async ({ content }) => {
      const target = await chooseFolder(services, {
        title: 'Choose an Empty Folder for the New Packet',
        buttonLabel: 'Create Here',
        properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      });
      if (target === null) return ok(null);
      const starter = await openKitFolder(exampleFolder, { fs, readOnly: true });
      if (!starter.ok) return starter;
      const created = await createFromStarter({ fs, starter: starter.value.kit, target, content });
      return created.ok ? openFolder(target) : created;
    },
    'kit.close': async ({ kitId }) => {
      await kits.close(kitId);
      await settings.forgetLast(kitId);
      services.onKitsChanged(kits.any);
      return ok({});
    },
    'kit.list': async ({ kitId }) => {
      const kit = kits.get(kitId);
      return kit.ok ? ok(await kit.value.list()) : kit;
    },
    'kit.standardChoice': async ({ kitId, text }) => {
      const kit = kits.get(kitId);
      return kit.ok ? ok({ choice: await settings.standardChoice(kit.value.root, text) }) : kit;
    },
    'kit.chooseStandard': async ({ kitId, text, choice }) => {
      const kit = kits.get(kitId);
      if (!kit.ok) return kit;
      try {
        await settings.chooseStandard(kit.value.root, text, choice);
        return ok({});
      } catch (error) {
        return explain(error, 'The decision on the kit’s own standard could not be remembered');
      }
    },
    'kit.readMany': async ({ kitId, paths }) => {
      const kit = kits.get(kitId);
      return kit.ok ? ok({ files: await readMany(kit.value, paths) }) : kit;
    },
  };
}

/** The folder a person chose, or null when they cancelled. */
export async function chooseFolder(services: Services, options: OpenDialogOptions): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(services.window().window, options);
  return canceled ? null : (filePaths[0] ?? null);
}

/** Opens a folder for the page and remembers it. */
export async function openKit(
  services: Services,
  folder: string,
  readOnly: boolean,
): Promise<Result<OpenedKit, HostError>> {
  const { kits, settings, tell } = services;
  const opened = await kits.open(folder, { readOnly });
  if (!opened.ok) return opened;
  const { kit, listing } = opened.value;
  if (!readOnly) {
    void tidyHistory(services, kit.id);
    kit.watch((change) => tell('kit.changed', { kitId: kit.id, ...change }));
    await settings.rememberKit({
      id: kit.id,
      name: kit.name,
      root: kit.root,
      openedAt: new Date().toISOString(),
    });
  }
  services.onKitsChanged(true);
  return ok(describe(kit, listing));
}

/** What grew old meanwhile is thinned behind the opening of the kit; a disk that refuses is met again at the next save, and told then. */
async function tidyHistory({ history }: Services, kitId: string): Promise<void> {
  try {
    await history.tidy(kitId);
  } catch (error) {
    if (errorCode(error) === null) throw error;
  }
}

function describe(kit: OpenKit, listing: KitListing): OpenedKit {
  const { id, name, root, readOnly, manifestText } = kit;
  return { kitId: id, name, location: root, readOnly, manifest: manifestText, listing };
}
