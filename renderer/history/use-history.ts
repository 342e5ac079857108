import { useEffect, useState } from 'react';
import type { KitVersions, Version } from '../../shared/ipc/payloads';
import { versionsOf } from '../commands/history';
import { useStudio, useStudioState } from '../commands/studio-context';

/** Calls `read` now and whenever the history of the open kit, or what it is asked about, changed; null while nothing is known. */
function useHistory<T>(read: () => Promise<T | null>, about: string): T | null {
  const { host } = useStudio();
  const kitId = useStudioState((state) => state.kit?.kitId ?? null);
  const [known, setKnown] = useState<{ readonly about: string; readonly value: T } | null>(null);
  const key = `${kitId} ${about}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read is named by `about`.
  useEffect(() => {
    let asked = 0;
    const ask = async () => {
      const question = ++asked;
      const value = await read();
      if (question === asked && value !== null) setKnown({ about: key, value });
    };
    const stop = host.on('history.changed', (change) => {
      if (change.kitId === kitId) void ask();
    });
    void ask();
    return () => {
      asked = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [host, kitId, key]);
  return known?.about === key ? known.value : null;
}

/** The older versions of a file, the newest first. */
export function useVersions(path: string | null): readonly Version[] | null {
  const studio = useStudio();
  return useHistory(async () => (path === null ? [] : versionsOf(studio, path)), path ?? '');
}

/** Milestones of the kit, and the files that are known. */
export function useKitVersions(): KitVersions | null {
  const studio = useStudio();
  return useHistory(async () => {
    const { kit } = studio.store.getState();
    if (!kit || kit.readOnly) return { milestones: [], files: [] };
    const answer = await studio.host.call('history.kit', { kitId: kit.kitId });
    return answer.ok ? answer.value : null;
  }, '');
}
