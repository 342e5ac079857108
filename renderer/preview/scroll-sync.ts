import type { EditorView } from '@codemirror/view';
import type { Viewport } from './viewport';

/**
 * Keeps editor and preview at the same place of the source, both ways. Only the pane the user last touched leads; the other follows, and its
 * own scroll events are not taken for a wish. Nothing moves the pane one types in. Returns the function that ends it.
 */
export function syncScroll(editor: EditorView, viewport: Viewport, preview: HTMLElement): () => void {
  let leader: 'editor' | 'preview' = 'editor';
  let frame = 0;
  const leads = (pane: 'editor' | 'preview') => () => {
    if (leader === pane) return;
    leader = pane;
    viewport.stop();
  };
  const editorLeads = leads('editor');
  const previewLeads = leads('preview');
  const follow = (work: () => void) => () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(work);
  };
  const onEditor = follow(() => {
    if (leader === 'editor') viewport.scrollTo(topOffset(editor));
  });
  const onPreview = follow(() => {
    if (leader === 'preview') scrollEditor(editor, viewport.firstVisible());
  });
  const touch = ['wheel', 'pointerdown', 'keydown', 'focusin'] as const;
  for (const type of touch) {
    editor.dom.addEventListener(type, editorLeads, { passive: true, capture: true });
    preview.addEventListener(type, previewLeads, { passive: true, capture: true });
  }
  editor.scrollDOM.addEventListener('scroll', onEditor, { passive: true });
  preview.addEventListener('scroll', onPreview, { passive: true });
  onEditor();
  return () => {
    cancelAnimationFrame(frame);
    for (const type of touch) {
      editor.dom.removeEventListener(type, editorLeads, { capture: true });
      preview.removeEventListener(type, previewLeads, { capture: true });
    }
    editor.scrollDOM.removeEventListener('scroll', onEditor);
    preview.removeEventListener('scroll', onPreview);
  };
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
