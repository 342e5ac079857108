import { startCompletion } from '@codemirror/autocomplete';
import { redo, selectAll, undo } from '@codemirror/commands';
import { nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { openSearchPanel } from '@codemirror/search';
import { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Studio } from '../commands/studio';
import { useStudio, useStudioState } from '../commands/studio-context';
import styles from './CodeEditor.module.css';
import { wrapExtension, wrapping } from './extensions';
import { runEditing } from './extensions/editing';
import { misspeltAt, openSpellingMenu } from './extensions/spelling';
import { showDefinition } from './extensions/symbols';

/** The one component that owns a CodeMirror view. Switching files swaps its state, so each keeps its history, folds and selection. */
export function CodeEditor({ path }: { readonly path: string }) {
  const studio = useStudio();
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const shown = useRef(path);
  const wrap = useStudioState((state) => state.app.settings.wrap);

  useLayoutEffect(() => {
    const created = createView(studio, holder.current as HTMLElement, () => shown.current);
    view.current = created;
    return () => {
      rememberPlace(studio, shown.current, created);
      studio.buffers.detach(created);
      studio.editor = null;
      created.destroy();
      view.current = null;
    };
  }, [studio]);

  useLayoutEffect(() => {
    const current = view.current;
    const state = studio.buffers.state(path);
    if (!current || !state) return;
    studio.buffers.detach(current);
    shown.current = path;
    current.setState(state);
    studio.buffers.attach(path, current);
    bringIntoSight(studio, path, current, true);
    return () => {
      // A view that has not been laid out yet knows no place worth keeping.
      if (view.current) rememberPlace(studio, path, current);
    };
  }, [studio, path]);

  useEffect(() => {
    if (studio.buffers.has(path))
      studio.buffers.dispatch(path, { effects: wrapping.reconfigure(wrapExtension(path, wrap)) });
  }, [studio, path, wrap]);

  useEffect(
    () =>
      studio.buffers.subscribe((event) => {
        if (
          event.kind === 'reveal' &&
          event.path === shown.current &&
          view.current &&
          studio.buffers.view(event.path)
        ) {
          bringIntoSight(studio, event.path, view.current, false);
        }
      }),
    [studio],
  );

  return <div ref={holder} className={styles.editor} />;
}

function createView(studio: Studio, parent: HTMLElement, path: () => string): EditorView {
  const view: EditorView = new EditorView({
    parent,
    dispatchTransactions: (transactions) => {
      view.update(transactions);
      studio.buffers.applied(path(), transactions);
    },
  });
  studio.editor = {
    find: () => openSearchPanel(view),
    undo: () => undo(view),
    redo: () => redo(view),
    selectAll: () => selectAll(view),
    finding: (step) => {
      view.focus();
      return step === 1 ? nextDiagnostic(view) : previousDiagnostic(view);
    },
    run: (id) => runEditing(view, id),
    complete: () => {
      view.focus();
      startCompletion(view);
    },
    showDefinition: () => void showDefinition(view),
    spelling: () => openSpellingMenu(view),
    misspelt: () => {
      const word = misspeltAt(view.state, view.state.selection.main.head);
      return word && view.state.sliceDoc(word.from, word.to);
    },
  };
  return view;
}

/** Shows what was asked for; a file that is only switched to comes back where it was left. */
function bringIntoSight(studio: Studio, path: string, view: EditorView, switched: boolean): void {
  const reveal = studio.buffers.takeReveal(path);
  if (reveal)
    view.dispatch({
      effects: EditorView.scrollIntoView(reveal.from, {
        y: switched || !isVisible(view, reveal.from) ? 'center' : 'nearest',
      }),
    });
  else if (switched) {
    const top = Math.min(studio.buffers.scroll(path), view.state.doc.length);
    // The space above the first line belongs to the start of the text.
    if (top === 0) view.scrollDOM.scrollTop = 0;
    else view.dispatch({ effects: EditorView.scrollIntoView(top, { y: 'start', yMargin: 0 }) });
  }
  if (reveal?.focus) view.focus();
}

function isVisible(view: EditorView, offset: number): boolean {
  const at = view.coordsAtPos(offset);
  const box = view.scrollDOM.getBoundingClientRect();
  return at !== null && at.top > box.top + 24 && at.bottom < box.bottom - 24;
}

/** The first visible offset: a place that survives other widths and font sizes, unlike a number of pixels. */
function rememberPlace(studio: Studio, path: string, view: EditorView): void {
  if (!studio.buffers.has(path) || view.scrollDOM.clientHeight === 0) return;
  studio.buffers.rememberScroll(path, firstVisible(view));
}

/** Offset of the first line that is at least partly visible. */
export function firstVisible(view: EditorView): number {
  return view.lineBlockAtHeight(Math.max(0, view.scrollDOM.scrollTop - view.documentPadding.top)).from;
}
