import { timeline } from '../../../shared/history/timeline';
import type { HostError } from '../../../shared/ipc/contract';
import type { Version } from '../../../shared/ipc/payloads';
import { ok, type Result } from '../../../shared/util/result';
import { explain, fail } from '../../kit/host-failure';
import type { AreaHandlers } from '../handlers';
import type { Services } from '../services';

/** Older versions of files and milestones of kits. */
export function historyHandlers({ history, versions, kits }: Services): AreaHandlers<'history'> {
  return {
    'history.versions': ({ kitId, path }) =>
      explained(`The older versions of "${path}" could not be read`, async () => {
        const kept = await history.versions(kitId, path);
        const milestones = (await history.milestones(kitId)).flatMap(({ name, at, files }) => {
          const file = files.find((one) => one.path === path);
          return file ? [{ name, at, hash: file.hash, size: file.size }] : [];
        });
        const known = kept.map(({ hash, at, size, origin, change }): Omit<Version, 'milestones'> => {
          const version = { hash, at, size, origin };
          return change ? { ...version, change: { added: change.added, removed: change.removed } } : version;
        });
        const all = timeline<Omit<Version, 'milestones'>>(known, milestones, ({ hash, at, size }) => ({
          hash,
          at,
          size,
          origin: 'milestone',
        }));
        return ok({ versions: [...all] });
      }),
    'history.read': async ({ kitId, path, hash }) => {
      const text = await versions.text(kitId, path, hash);
      return text.ok ? ok({ text: text.value }) : text;
    },
    'history.kit': ({ kitId }) =>
      explained('The history of this kit could not be read', async () => {
        const milestones = await history.milestones(kitId);
        const files = await history.newest(kitId);
        return ok({
          milestones: milestones.map(({ id, name, at, files: held }) => ({
            id,
            name,
            at,
            files: held.length,
          })),
          files: files.map(({ path, hash, at, size }) => ({ path, hash, at, size })),
        });
      }),
    'history.milestone': ({ kitId, id }) =>
      explained('The milestone could not be read', async () => {
        const found = (await history.milestones(kitId)).find((milestone) => milestone.id === id);
        if (!found) return fail('not-found', 'This milestone is not kept any more.');
        return ok({ files: found.files.map(({ path, hash, size }) => ({ path, hash, size })) });
      }),
    'history.addMilestone': async ({ kitId, name }) => {
      const kit = kits.get(kitId);
      return kit.ok ? versions.milestone(kit.value, name.trim()) : kit;
    },
    'history.removeMilestone': ({ kitId, id }) =>
      explained('The milestone could not be removed', async () => {
        await history.removeMilestone(kitId, id);
        return ok({});
      }),
    'history.bringBack': async ({ kitId, path, hash }) => {
      const kit = kits.get(kitId);
      return kit.ok ? versions.bringBack(kit.value, path, hash) : kit;
    },
    'history.discarded': async ({ kitId, path, text }) => {
      await versions.discarded(kitId, path, text);
      return ok({});
    },
    'history.moved': async ({ kitId, from, to }) => {
      const kit = kits.get(kitId);
      if (!kit.ok) return kit;
      await versions.moved(kit.value, from, to);
      return ok({});
    },
  };
}

async function explained<T>(
  what: string,
  work: () => Promise<Result<T, HostError>>,
): Promise<Result<T, HostError>> {
  try {
    return await work();
  } catch (error) {
    return explain(error, what);
  }
}
