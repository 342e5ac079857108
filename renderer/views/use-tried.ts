import { useEffect, useRef, useState } from 'react';
import { useStudio, useStudioState } from '../commands/studio-context';
import type { Tried } from '../workers/check-protocol';

/**
 * What the kind of a file answers to a question, asked again with every other question and with every new report of the file. While an answer is
 * under way only the latest question waits; the last answer stays until the next one is there. Null before the first.
 */
export function useTried<Answer>(
  path: string,
  question: unknown,
): { readonly version: number; readonly answer: Answer } | null {
  const studio = useStudio();
  const report = useStudioState((state) => state.checks.reports.get(path));
  const [tried, setTried] = useState<Tried | null>(null);
  const state = useRef<{ busy: boolean; waiting: (() => void) | null; over: boolean }>({
    busy: false,
    waiting: null,
    over: false,
  });
  const asked = JSON.stringify(question);

  useEffect(() => {
    const { current } = state;
    current.over = false;
    return () => {
      current.over = true;
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new report is the reason to ask again
  useEffect(() => {
    const { current } = state;
    const ask = () => {
      current.busy = true;
      void studio.checker.tryOut(path, JSON.parse(asked)).then((answer) => {
        current.busy = false;
        if (current.over) return;
        if (answer) setTried(answer);
        const next = current.waiting;
        current.waiting = null;
        next?.();
      });
    };
    if (current.busy) current.waiting = ask;
    else ask();
  }, [studio, path, asked, report]);

  return tried && tried.answer !== null ? { version: tried.version, answer: tried.answer as Answer } : null;
}
