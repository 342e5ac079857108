import { isolateHistory, redo, undo } from '@codemirror/commands';
import type { Transaction } from '@codemirror/state';
import { useEffect, useMemo, useRef } from 'react';
import type { CellAnswer, CellQuestion } from '../../../shared/rubric/plan-cell';
import type { RowQuestion } from '../../../shared/rubric/plan-row';
import type { Span } from '../../../shared/text/span';
import { openFile } from '../../commands/files';
import { formWrite } from '../../commands/form-writes';
import type { Studio } from '../../commands/studio';
import { useStudio, useStudioState } from '../../commands/studio-context';
import type { CellForms, Refusal } from './cell-forms';

/** A view that was not drawn anew by then shows what it has, in milliseconds. */
const PATIENCE = 4_000;
/** The checker hears of typed text a moment later: asked again so often, with a pause of so many milliseconds. */
const TRIES = 60;
const PAUSE = 50;

type Question = CellQuestion | RowQuestion;

const NOWHERE: Span = { from: 0, to: 0 };

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
    const change = async (question: Question) => {
      const written = write(studio, path, question);
      formWrite(studio, path, written);
      const answer = await written;
      if (answer && 'edits' in answer && answer.edits.length > 0) await shown();
      return answer;
    };
    return {
      ask: async ({ edit, span }) => {
        const { answer } = await asked(studio, path, { edit, span, typed: null });
        return refusalOf(`${edit.name} cannot be changed here`, span, answer);
      },
      write: async ({ edit, span }, typed) =>
        refusalOf(`${edit.name} cannot be changed here`, span, await change({ edit, span, typed })),
      rows: async (rows, out) => {
        const what = out ? `${out.name} cannot be removed here` : `No ${rows.noun} can be added here`;
        return refusalOf(what, NOWHERE, await change({ rows, out, span: NOWHERE }));
      },
      undo: (again) => {
        const state = studio.buffers.state(path);
        const view = studio.buffers.view(path);
        if (!state) return;
        const dispatch = (transaction: Transaction) =>
          view ? view.dispatch(transaction) : studio.buffers.applied(path, [transaction]);
        (again ? redo : undo)({ state, dispatch });
      },
      reveal: (span) => studio.buffers.reveal(path, span, false),
      goTo: (span) => void openFile(studio, path, { span, focus: true }),
    };
  }, [studio, path, readOnly]);
}

/** Makes the edits that write a value, in the turn in which they are known to be for the text as it is. */
async function write(studio: Studio, path: string, question: Question): Promise<CellAnswer | null> {
  const { answer } = await asked(studio, path, question);
  if (answer && 'edits' in answer && answer.edits.length > 0)
    studio.buffers.dispatch(path, {
      changes: answer.edits.map(({ from, to, insert }) => ({ from, to, insert })),
      annotations: isolateHistory.of('full'),
      userEvent: 'input.form',
    });
  return answer;
}

/** The answer for the text as it is now: one about an earlier text is not taken. */
async function asked(
  studio: Studio,
  path: string,
  question: Question,
): Promise<{ readonly answer: CellAnswer | null }> {
  for (let left = TRIES; left > 0; left--) {
    const tried = await studio.checker.tryOut(path, question);
    if (tried && tried.version === studio.buffers.version(path))
      return { answer: tried.answer as CellAnswer | null };
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return { answer: null };
}

function refusalOf(what: string, span: Span, answer: CellAnswer | null): Refusal | null {
  if (answer && 'edits' in answer) return null;
  if (!answer) return { message: 'The text is still being checked. Try again in a moment.', span, line: 0 };
  const { problem, line } = answer;
  return { ...answer, message: `${what}. Line ${line}: ${problem}.` };
}
