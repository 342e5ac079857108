import type { EditorView } from '@codemirror/view';
import { useCallback, useSyncExternalStore } from 'react';
import { useStudio } from '../commands/studio-context';

/** The editor view of a file while it is shown. */
export function useShownView(path: string): EditorView | null {
  const { buffers } = useStudio();
  const subscribe = useCallback(
    (listener: () => void) => buffers.subscribe((event) => event.kind === 'shown' && listener()),
    [buffers],
  );
  return useSyncExternalStore(subscribe, () => buffers.view(path));
}

/** Renders again with every change of a buffer. */
export function useBufferVersion(path: string): number {
  const { buffers } = useStudio();
  const subscribe = useCallback(
    (listener: () => void) =>
      buffers.subscribe((event) => event.kind === 'changed' && event.path === path && listener()),
    [buffers, path],
  );
  return useSyncExternalStore(subscribe, () => buffers.version(path));
}
