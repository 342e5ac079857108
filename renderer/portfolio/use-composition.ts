import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Composition, partsOf } from '../../shared/portfolio/composition';
import type { PortfolioOutline } from '../../shared/portfolio/outline';
import { readComposition } from '../../shared/portfolio/read-composition';
import { type CompositionChange, changedComposition } from '../../shared/portfolio/write-composition';
import { compositionText, saveComposition } from '../commands/composing';
import { useStudio, useStudioState } from '../commands/studio-context';
import { sessionComposition } from '../state/portfolio-slice';

/** Choices are written when none was made for this long, in milliseconds. */
const PAUSE = 500;

export interface ComposedPortfolio {
  /** What is chosen, as soon as it is. */
  readonly composition: Composition;
  /** Null until the first answer came; its parts and pages follow a choice a moment later. */
  readonly outline: PortfolioOutline | null;
  /** Where the choices are kept: in the kit, or only until the window closes. */
  readonly kept: 'kit' | 'session';
  /** The choices as text; null without any. */
  readonly text: string | null;
  readonly change: (change: CompositionChange) => void;
  /** Writes what was not written yet. False when it could not be, which was then said. */
  readonly flush: () => Promise<boolean>;
}

/**
 * What the portfolio of the open kit holds, and how to change it. A change shows at once and is written into the kit a moment later; where the kit
 * cannot be written, or its file is broken, choices hold for the session.
 */
export function useComposition(): ComposedPortfolio {
  const studio = useStudio();
  const kitId = useStudioState((state) => state.kit?.kitId);
  const readOnly = useStudioState((state) => state.kit?.readOnly ?? true);
  const reports = useStudioState((state) => state.checks.reports);
  const busy = useStudioState((state) => state.checks.progress !== null);
  const session = useStudioState((state) => sessionComposition(state.portfolio, state.kit?.kitId));
  // Undefined until the kit's file was read.
  const [text, setText] = useState<string | null | undefined>(readOnly ? session : undefined);
  const [outline, setOutline] = useState<PortfolioOutline | null>(null);
  const pending = useRef<CompositionChange[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const now = useRef<string | null>(null);
  now.current = text ?? null;

  useEffect(() => {
    if (text !== undefined) return;
    let late = false;
    void compositionText(studio).then((read) => {
      if (late) return;
      if (session === undefined) setText(read);
      // A broken file was mended meanwhile: it speaks again.
      else if (!readOnly && !readComposition(read).broken) {
        studio.store.setState({ portfolio: null });
        setText(read);
      } else setText(session);
    });
    return () => {
      late = true;
    };
  }, [studio, text, session, readOnly]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: new reports are what the outline is asked again for.
  useEffect(() => {
    if (text === undefined || busy) return;
    let late = false;
    void studio.checker.portfolio(text ?? '').then((answer) => {
      if (!late && answer.outline) setOutline(answer.outline);
    });
    return () => {
      late = true;
    };
  }, [studio, text, reports, busy]);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    const changes = pending.current;
    pending.current = [];
    return changes.length === 0 || saveComposition(studio, changes);
  }, [studio]);

  // What was chosen last is not lost with the dialog.
  useEffect(() => () => void flush(), [flush]);

  const change = useCallback(
    (made: CompositionChange) => {
      const before = now.current;
      const after = changedComposition(before, made);
      // A file that cannot be written into is left alone: the choices start from what could be read of it.
      const next = after ?? changedComposition('', { ...outline?.composition, ...made });
      if (next === null || next === before) return;
      now.current = next;
      setText(next);
      if (after === null || readOnly || session !== undefined) {
        if (kitId !== undefined) studio.store.setState({ portfolio: { kitId, text: next } });
        return;
      }
      pending.current.push(made);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE);
    },
    [studio, kitId, readOnly, session, outline, flush],
  );

  const composition = useMemo(() => readComposition(text ?? null).composition, [text]);
  const shown = useMemo(() => outline && asChosen(outline, composition), [outline, composition]);

  return {
    composition,
    outline: shown,
    kept: readOnly || session !== undefined || outline?.broken === true ? 'session' : 'kit',
    text: text ?? null,
    change,
    flush,
  };
}

/** An outline with the choices of now: a box that is ticked shows so before the kit was looked at again. */
function asChosen(outline: PortfolioOutline, composition: Composition): PortfolioOutline {
  if (JSON.stringify(outline.composition) === JSON.stringify(composition)) return outline;
  const printed = partsOf(composition);
  const parts = outline.parts.map((part) => ({ ...part, printed: printed.includes(part.part) }));
  return { ...outline, composition, parts };
}
