import { useEffect, useMemo, useState } from 'react';
import type { ContrastView } from '../../shared/packet/contrast/contrast';
import { type CoveredText, coveredText } from '../../shared/packet/contrast/cover';
import { formatOf } from '../../shared/rubric/parse-source';
import type { ExampleFile } from '../commands/example';
import { useStudio, useStudioState } from '../commands/studio-context';
import { openedKey } from '../state/screen-slice';

/** What of the example is closed until one's own was tried; null when all of it is open. */
export type Cover =
  | { readonly kind: 'sections'; readonly covered: CoveredText }
  /** Data is shown as one picture, and closed as one. */
  | { readonly kind: 'whole' }
  /** It is not known yet: better nothing than a glance at what should wait. */
  | { readonly kind: 'unknown' };

/** How the sections of data, which are closed together, are remembered when they were opened. */
export const WHOLE = 'whole';

/** In write-first mode, what is closed of an example; looked at again when one's own text was checked. */
export function useCover(example: Extract<ExampleFile, { kind: 'found' }>, draft: string): Cover | null {
  const studio = useStudio();
  const { writeFirst, opened } = useStudioState((state) => state.learning);
  const report = useStudioState((state) => state.checks.reports.get(draft));
  const [view, setView] = useState<ContrastView | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new report of one's own file is the reason to look again
  useEffect(() => {
    if (!writeFirst) return;
    let over = false;
    const { path, text } = example;
    void studio.checker
      .contrast(draft, { senior: null, staff: { path, text }, annotations: null })
      .then((found) => {
        if (!over && found) setView(found);
      });
    return () => {
      over = true;
    };
  }, [studio, writeFirst, example, draft, report]);

  return useMemo((): Cover | null => {
    if (!writeFirst) return null;
    if (!view) return { kind: 'unknown' };
    if (formatOf(example.path) !== 'md')
      return view.attempted || opened.has(openedKey(draft, WHOLE)) ? null : { kind: 'whole' };
    const covered = coveredText(view, example.text, (key) => opened.has(openedKey(draft, key)));
    return covered && { kind: 'sections', covered };
  }, [writeFirst, opened, view, example, draft]);
}
