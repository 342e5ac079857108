import { shell } from 'electron';
import { ok } from '../../../shared/util/result';
import type { AreaHandlers } from '../handlers';
import type { Services } from '../services';

/** What people do to files as a whole, as in a file manager. */
export function fileHandlers({ kits, trash, versions }: Services): AreaHandlers<'file'> {
  return {
    'file.move': async ({ kitId, from, to }) => {
      const kit = kits.get(kitId);
      if (!kit.ok) return kit;
      const moved = await kit.value.move(from, to);
      if (moved.ok) void versions.moved(kit.value, from, to);
      return moved;
    },
    'file.makeFolder': async ({ kitId, path }) => {
      const kit = kits.get(kitId);
      return kit.ok ? kit.value.makeFolder(path) : kit;
    },
    'file.duplicate': async ({ kitId, from, to }) => {
      const kit = kits.get(kitId);
      return kit.ok ? kit.value.duplicate(from, to) : kit;
    },
    'file.delete': async ({ kitId, path }) => {
      const kit = kits.get(kitId);
      if (!kit.ok) return kit;
      await versions.beforeDelete(kit.value, path);
      const deleted = await kit.value.remove(path, trash);
      return deleted.ok ? ok({ trashId: deleted.value.id, system: deleted.value.system }) : deleted;
    },
    'file.restore': async ({ kitId, trashId }) => {
      const kit = kits.get(kitId);
      return kit.ok ? kit.value.restore(trashId, trash) : kit;
    },
    'file.reveal': async ({ kitId, path }) => {
      const kit = kits.get(kitId);
      if (!kit.ok) return kit;
      const place = await kit.value.place(path);
      if (!place.ok) return place;
      shell.showItemInFolder(place.value);
      return ok({});
    },
  };
}
