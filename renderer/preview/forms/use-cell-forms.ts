import { isolateHistory } from '@codemirror/commands';
import { useEffect, useMemo, useRef } from 'react';
import type { CellAnswer, CellQuestion } from '../../../shared/rubric/plan-cell';
import { openFile } from '../../commands/files';
import type { Studio } from '../../commands/studio';
import { useStudio, useStudioState } from '../../commands/studio-context';
import type { CellForms, FormCell, Refusal } from './cell-forms';

/** A view that was not drawn anew by then shows what it has, in milliseconds. */
const PATIENCE = 4_000;
/** The checker hears of typed text a moment later: asked again so often, with a pause of so many milliseconds. */
const TRIES = 60;
const PAUSE = 50;

/** What makes the cells of a file's view forms on its text; null where it is only shown. `drawn` is another value whenever the view was drawn anew. */
export function useCellForms(path: string, drawn: unknown): CellForms | null {
  const studio = useStudio();
  const readOnly = useStudioState(
    (state) => state.kit?.readOnly || state.tabs.order.some((tab) => tab.path === path && tab.readOnly),
  );
  const waiting = useRef(new Set<() => void>());

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new drawing is what they wait for
  useEffect(() => {
    for (const settle of waiting.current) settle();
    waiting.current.clear();
  }, [drawn]);

  return useMemo(() => {
    if (readOnly) return null;
    const shown = () =>
      new Promise<void>((resolve) => {
        waiting.current.add(resolve);
        setTimeout(resolve, PATIENCE);
      });
    return {
      ask: async (cell) => refusalOf(cell, (await asked(studio, path, { ...cell, typed: null })).answer),
      write: async (cell, typed) => {
        const { answer } = await asked(studio, path, { ...cell, typed });
        if (!answer || !('edits' in answer)) return refusalOf(cell, answer);
        if (answer.edits.length === 0) return null;
        studio.buffers.dispatch(path, {
          changes: answer.edits.map(({ from, to, insert }) => ({ from, to, insert })),
          annotations: isolateHistory.of('full'),
          userEvent: 'input.form',
        });
        await shown();
        return null;
      },
      reveal: (span) => void openFile(studio, path, { span }),
      goTo: (span) => void openFile(studio, path, { span, focus: true }),
    };
  }, [studio, path, readOnly]);
}

/** The answer for the text as it is now: one about an earlier text is not taken. */
async function asked(
  studio: Studio,
  path: string,
  question: CellQuestion,
): Promise<{ readonly answer: CellAnswer | null }> {
  for (let left = TRIES; left > 0; left--) {
    const tried = await studio.checker.tryOut(path, question);
    if (tried && tried.version === studio.buffers.version(path))
      return { answer: tried.answer as CellAnswer | null };
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return { answer: null };
}

function refusalOf({ edit, span }: FormCell, answer: CellAnswer | null): Refusal | null {
  if (answer && 'edits' in answer) return null;
  if (!answer) return { message: 'The text is still being checked. Try again in a moment.', span, line: 0 };
  const { problem, line } = answer;
  return { ...answer, message: `${edit.name} cannot be changed here. Line ${line}: ${problem}.` };
}
