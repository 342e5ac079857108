import { useCallback, useEffect, useRef, useState } from 'react';
import type { HostError } from '../../../shared/ipc/contract';
import type { ExportProgress, PagesReceipt, PagesRequest } from '../../../shared/ipc/payloads';
import { PORTFOLIO_FILE } from '../../../shared/portfolio/composition';
import type { Studio } from '../../commands/studio';
import { useStudio, useStudioState } from '../../commands/studio-context';
import type { RunningTask } from '../../host/host';
import { sessionComposition } from '../../state/portfolio-slice';
import type { PdfPages } from './pdf-pages';

export type PagesScope = PagesRequest['scope'];

/** Printed pages that are open to be drawn. */
export interface ShownPages {
  readonly pdf: PdfPages;
  readonly receipt: PagesReceipt;
  readonly scope: PagesScope;
}

/** What somebody wants to see of the pages. */
export interface PagesChoice {
  readonly scope: PagesScope;
  /** Whether names are hidden as in a redacted export; null: as the kit says. */
  readonly redact: boolean | null;
}

export interface PagesState {
  readonly shown: ShownPages | null;
  /** The run under way; null while none is. */
  readonly progress: ExportProgress | 'starting' | null;
  readonly error: HostError | null;
  /** The text changed since the pages were printed. */
  readonly stale: boolean;
  readonly refresh: () => void;
  readonly cancel: () => void;
}

/** Pages of a file are printed anew when its text rests for this long, in milliseconds. */
const PAUSE = 2500;

/** Prints the pages of a file or of the whole portfolio, as they are or redacted, and keeps those of a file up to date in pauses. */
export function usePages(path: string, { scope, redact }: PagesChoice, version: number): PagesState {
  const studio = useStudio();
  const { paper, math } = useStudioState((state) => state.app.settings);
  const [shown, setShown] = useState<ShownPages | null>(null);
  const [progress, setProgress] = useState<PagesState['progress']>(null);
  const [error, setError] = useState<HostError | null>(null);
  const [printed, setPrinted] = useState<string | null>(null);
  const task = useRef<RunningTask<PagesReceipt> | null>(null);
  const composition = useStudioState((now) => now.portfolio?.text ?? '');
  const wanted = `${path}\u0000${scope}\u0000${paper}\u0000${math}\u0000${composition}\u0000${redact}`;
  // What the kit says of its portfolio changes its pages too.
  const composed = useStudioState((now) => now.checks.reports.get(PORTFOLIO_FILE)?.version ?? 0);
  const state = `${wanted}\u0000${version}\u0000${composed}`;

  const refresh = useCallback(async () => {
    task.current?.cancel();
    const running = studio.host.start(
      'portfolio.pages',
      requestOf(studio, path, { scope, redact }, { paper, formulas: math }),
      setProgress,
    );
    task.current = running;
    setProgress('starting');
    setError(null);
    const answer = await running.answer;
    // Another run took its place.
    if (task.current !== running) return;
    if (answer.ok) {
      const { PdfPages } = await import('./pdf-pages');
      const pdf = await PdfPages.open(answer.value.pdf);
      if (task.current !== running) {
        pdf.close();
        return;
      }
      setShown({ pdf, receipt: answer.value, scope });
    } else if (answer.error.code !== 'cancelled') setError(answer.error);
    task.current = null;
    setProgress(null);
  }, [studio, path, scope, redact, paper, math]);

  const print = useCallback(() => {
    setPrinted(state);
    void refresh();
  }, [refresh, state]);

  // The first time, and whenever something else is wanted; later only in pauses.
  const first = useRef('');
  useEffect(() => {
    if (printed === state) return;
    const isNew = first.current !== wanted;
    if (!isNew && scope === 'portfolio') return;
    const timer = setTimeout(
      () => {
        first.current = wanted;
        print();
      },
      isNew ? 0 : PAUSE,
    );
    return () => clearTimeout(timer);
  }, [printed, state, wanted, scope, print]);

  useEffect(
    () => () => {
      task.current?.cancel();
      task.current = null;
    },
    [],
  );
  useEffect(() => () => shown?.pdf.close(), [shown]);

  const cancel = useCallback(() => task.current?.cancel(), []);
  return { shown, progress, error, stale: printed !== state, refresh: print, cancel };
}

/** What is to be printed, with all that is typed and not saved. */
function requestOf(
  { store, buffers }: Studio,
  path: string,
  { scope, redact }: PagesChoice,
  usual: Pick<PagesRequest, 'paper' | 'formulas'>,
): PagesRequest {
  const { kit, tabs, portfolio } = store.getState();
  const unsaved = tabs.order
    .filter((tab) => buffers.isDirty(tab.path))
    .map((tab) => ({ path: tab.path, text: buffers.text(tab.path) ?? '' }));
  const composition = sessionComposition(portfolio, kit?.kitId);
  return {
    kitId: kit?.kitId ?? '',
    path,
    scope,
    ...usual,
    unsaved,
    ...(composition === undefined ? {} : { composition }),
    ...(redact === null ? {} : { redact }),
  };
}
