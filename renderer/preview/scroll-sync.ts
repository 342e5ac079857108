import type { EditorView } from '@codemirror/view';
import type { Viewport } from './viewport';

type Pane = 'editor' | 'preview';

/**
 * Keeps editor and preview at the same place of the source, both ways. Only the pane the user last touched leads; the other follows, and its
 * own scroll events are not taken for a wish. Nothing moves the pane one types in. What is as high in one pane need not be as high in the other:
 * while somebody writes or goes through the text by keys, the preview stands so that the words at the cursor are seen. Returns the function that
 * ends it.
 */
export function syncScroll(editor: EditorView, viewport: Viewport, preview: HTMLElement): () => void {
  let leader: Pane = 'editor';
  /** What was done last was done at the cursor, not by scrolling by hand. */
  let atCursor = false;
  let { version } = viewport;
  const [scrolling, drawing] = [new Frame(), new Frame()];
  const leads = (pane: Pane, byHand: boolean) => () => {
    atCursor = !byHand;
    if (leader === pane) return;
    leader = pane;
    viewport.stop();
  };
  /** The cursor, as long as it stands where the text is shown. */
  const cursor = () => {
    const { head } = editor.state.selection.main;
    return atCursor && head >= editor.viewport.from && head <= editor.viewport.to ? head : null;
  };
  const align = () => viewport.scrollTo(topOffset(editor), 0, cursor());
  const onEditor = () =>
    scrolling.call(() => {
      if (leader === 'editor') align();
    });
  const onPreview = () =>
    scrolling.call(() => {
      if (leader === 'preview') scrollEditor(editor, viewport.firstVisible());
    });
  const onDrawn = (now: number) => {
    if (now !== version && leader === 'editor' && editor.hasFocus) atCursor = true;
    version = now;
    if (!atCursor || leader !== 'editor') return;
    // Asked in the next frame, when the page has been laid out anyway.
    drawing.call(() => {
      const at = leader === 'editor' ? cursor() : null;
      if (at !== null && !viewport.isInSight(at)) align();
    });
  };
  const stops = [
    ...(['wheel', 'pointerdown', 'keydown', 'focusin'] as const).flatMap((type) => {
      const byHand = type === 'wheel' || type === 'pointerdown';
      return [
        listen(editor.dom, type, leads('editor', byHand), true),
        listen(preview, type, leads('preview', byHand), true),
      ];
    }),
    listen(editor.scrollDOM, 'scroll', onEditor),
    listen(preview, 'scroll', onPreview),
    viewport.onDrawn(onDrawn),
    () => scrolling.cancel(),
    () => drawing.cancel(),
  ];
  onEditor();
  return () => {
    for (const stop of stops) stop();
  };
}

/** One piece of work before the next picture; a later one takes its place. */
class Frame {
  private frame = 0;

  call(work: () => void): void {
    this.cancel();
    this.frame = requestAnimationFrame(work);
  }

  cancel(): void {
    cancelAnimationFrame(this.frame);
  }
}

function listen(target: HTMLElement, type: string, listener: () => void, capture = false): () => void {
  target.addEventListener(type, listener, { passive: true, capture });
  return () => target.removeEventListener(type, listener, { capture });
}

/** Offset at the upper edge of the editor, within a wrapped line in proportion. */
function topOffset(editor: EditorView): number {
  const top = editor.scrollDOM.scrollTop - editor.documentPadding.top;
  if (top <= 0) return 0;
  const line = editor.lineBlockAtHeight(top);
  const ratio = line.height > 0 ? Math.min(1, Math.max(0, (top - line.top) / line.height)) : 0;
  return Math.round(line.from + ratio * line.length);
}

function scrollEditor(editor: EditorView, offset: number): void {
  const at = Math.min(offset, editor.state.doc.length);
  const line = editor.lineBlockAt(at);
  const ratio = line.length > 0 ? (at - line.from) / line.length : 0;
  editor.scrollDOM.scrollTop = at === 0 ? 0 : line.top + editor.documentPadding.top + ratio * line.height;
}
