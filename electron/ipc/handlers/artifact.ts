import type { AreaHandlers } from '../handlers';
import type { Services } from '../services';

/** Reading and writing single files of an open kit. */
export function artifactHandlers({ kits, versions }: Services): AreaHandlers<'artifact'> {
  return {
    'artifact.read': async ({ kitId, path }) => {
      const kit = kits.get(kitId);
      return kit.ok ? kit.value.readText(path) : kit;
    },
    'artifact.readPart': async ({ kitId, path, part }) => {
      const kit = kits.get(kitId);
      return kit.ok ? kit.value.readPart(path, part) : kit;
    },
    'artifact.save': async ({ kitId, path, text, baseHash }) => {
      const kit = kits.get(kitId);
      return kit.ok ? versions.save(kit.value, path, text, baseHash) : kit;
    },
    'artifact.create': async ({ kitId, path, text }) => {
      const kit = kits.get(kitId);
      return kit.ok ? versions.create(kit.value, path, text) : kit;
    },
    'artifact.saveAsset': async ({ kitId, beside, name, base64 }) => {
      const kit = kits.get(kitId);
      return kit.ok ? kit.value.saveAsset(beside, name, Buffer.from(base64, 'base64')) : kit;
    },
  };
}
