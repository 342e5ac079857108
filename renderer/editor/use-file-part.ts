import { useCallback, useEffect, useState } from 'react';
import type { Answer, HostError } from '../../shared/ipc/contract';
import type { FilePart } from '../../shared/ipc/payloads';
import type { Studio } from '../commands/studio';
import { useStudio, useStudioState } from '../commands/studio-context';

/** What is known of the part that is shown. */
export interface ShownPart {
  readonly part: FilePart | null;
  /** Why the last one asked for cannot be shown. */
  readonly error: HostError | null;
  /** What became of the file meanwhile; empty when nothing did. */
  readonly notice: string;
}

const NOTHING: ShownPart = { part: null, error: null, notice: '' };

/** The part each file was left at, by kit and path: a tab that is shown again goes on there. */
const left = new WeakMap<Studio, Map<string, number>>();

/** One part of a file that is too large to edit; `go` reads another one, counted from 0. */
export function useFilePart(path: string): ShownPart & { go(part: number): void } {
  const studio = useStudio();
  const kitId = useStudioState((state) => state.kit?.kitId ?? '');
  const [shown, setShown] = useState(NOTHING);
  // An object, so that the same part can be read anew.
  const [wanted, setWanted] = useState(() => ({ part: left.get(studio)?.get(`${kitId} ${path}`) ?? 0 }));
  useEffect(() => {
    let gone = false;
    void studio.host.call('artifact.readPart', { kitId, path, part: wanted.part }).then((answer) => {
      if (gone) return;
      setShown((before) => shownAfter(before, answer, wanted.part));
      const places = left.get(studio) ?? new Map<string, number>();
      if (answer.ok) left.set(studio, places.set(`${kitId} ${path}`, answer.value.part));
    });
    return () => {
      gone = true;
    };
  }, [studio, kitId, path, wanted]);
  const go = useCallback((part: number) => setWanted({ part: Math.max(0, part) }), []);
  return { ...shown, go };
}

function shownAfter(before: ShownPart, answer: Answer<FilePart>, wanted: number): ShownPart {
  if (!answer.ok) return { ...before, error: answer.error, notice: '' };
  const { value: part } = answer;
  const changed = before.part !== null && before.part.stamp !== part.stamp;
  const notice =
    part.part < wanted
      ? `The file was changed by another program and ends before part ${wanted + 1} now: this is its last part.`
      : changed
        ? 'The file was changed by another program meanwhile; this part is as it is now.'
        : '';
  return { part, error: null, notice };
}
