import { useEffect, useMemo, useState } from 'react';
import { exampleSectionAt } from '../../shared/rubric/copied/copy-section';
import { parseMarkdown } from '../../shared/text/markdown';
import { Debounced } from '../commands/debounce';
import { useStudio, useStudioState } from '../commands/studio-context';
import { useShownView } from '../preview/use-buffer';
import type { Viewport } from '../preview/viewport';
import { matchingSection } from './matching-section';
import { placeInExample, type SectionStops, sectionStops } from './section-stops';

/** Headings are matched anew this long after the last key, in milliseconds. */
const IDLE = 250;
/** Pixels above the place that is gone to. */
const MARGIN = 8;

/**
 * Brings the example to what the text treats: to the section of the cursor when it comes into another one, and along with the text when that
 * is scrolled. The example never moves the text.
 */
export function useExampleScroll(viewport: Viewport | null, draft: string, example: string): void {
  const follows = useStudioState((state) => state.app.settings.syncScroll);
  const cursor = useStudioState((state) => (state.cursor?.path === draft ? state.cursor.offset : 0));
  const sections = useMatched(draft, example);
  const view = useShownView(draft);

  const section = useMemo(
    () => (sections ? matchingSection(sections.text, cursor, example) : null),
    [sections, cursor, example],
  );
  useEffect(() => {
    if (viewport && section !== null) viewport.scrollTo(section, MARGIN);
  }, [viewport, section]);

  useEffect(() => {
    if (!viewport || !view || !sections || !follows) return;
    let frame = 0;
    const onScroll = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const top = view.scrollDOM.scrollTop - view.documentPadding.top;
        const offset = top <= 0 ? 0 : view.lineBlockAtHeight(top).from;
        viewport.scrollTo(placeInExample(sections.stops, offset), MARGIN);
      });
    };
    view.scrollDOM.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      view.scrollDOM.removeEventListener('scroll', onScroll);
    };
  }, [viewport, view, sections, follows]);
}

interface Matched {
  readonly text: string;
  readonly stops: SectionStops;
}

/** The headings of both texts put together, anew when typing pauses. */
function useMatched(draft: string, example: string): Matched | null {
  const { buffers } = useStudio();
  const [matched, setMatched] = useState<Matched | null>(null);
  useEffect(() => {
    const match = () => {
      const text = buffers.text(draft);
      if (text !== null) setMatched({ text, stops: sectionStops(text, example) });
    };
    match();
    const later = new Debounced(match, IDLE);
    const stop = buffers.subscribe((event) => {
      if (event.path === draft && (event.kind === 'changed' || event.kind === 'opened')) later.call();
    });
    return () => {
      later.cancel();
      stop();
    };
  }, [buffers, draft, example]);
  return matched;
}

/** Tells which section of the example is in sight. */
export function useSectionInSight(
  viewport: Viewport | null,
  example: string,
  onSection: (section: { readonly title: string; readonly from: number } | null) => void,
): void {
  const doc = useMemo(() => parseMarkdown(example), [example]);
  useEffect(() => {
    if (!viewport) return;
    let last: number | null | undefined;
    const look = () => {
      const section = exampleSectionAt(doc, viewport.firstVisible(3 * MARGIN));
      const from = section?.heading.span.from ?? null;
      if (from === last) return;
      last = from;
      onSection(section ? { title: section.heading.text, from: section.heading.span.from } : null);
    };
    const later = new Debounced(look, 120, 400);
    later.call();
    const stop = viewport.onScroll(() => later.call());
    return () => {
      later.cancel();
      stop();
    };
  }, [viewport, doc, onSection]);
}
