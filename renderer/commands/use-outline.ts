import { startTransition, useEffect, useState } from 'react';
import { Debounced } from './debounce';
import { type OutlineState, outlineNow } from './outline';
import { useStudio, useStudioState } from './studio-context';

/** The outline follows the text this long after the last key, in milliseconds: the checker has the text by then. */
const IDLE = 150;

/** The outline of the active file. The last one stays until the next is there. */
export function useOutline(): OutlineState {
  const studio = useStudio();
  const path = useStudioState((state) => state.tabs.active);
  const [state, setState] = useState<OutlineState>({ kind: 'none' });
  useEffect(() => {
    if (path === null) {
      setState({ kind: 'none' });
      return;
    }
    setState({ kind: 'waiting' });
    let asked = 0;
    const ask = async () => {
      const question = ++asked;
      const next = await outlineNow(studio, path);
      if (question !== asked) return;
      // A long outline is drawn in pieces between keys. What is half written cannot be read; the parts that were there will be there again.
      startTransition(() =>
        setState((last) => (next.kind === 'none' && last.kind === 'known' ? last : next)),
      );
    };
    const later = new Debounced(() => void ask(), IDLE);
    const stop = studio.buffers.subscribe((event) => {
      if (event.path !== path) return;
      if (event.kind === 'opened') void ask();
      else if (event.kind === 'changed') later.call();
    });
    void ask();
    return () => {
      asked = Number.POSITIVE_INFINITY;
      later.cancel();
      stop();
    };
  }, [studio, path]);
  return state;
}
