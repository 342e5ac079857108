import { startCompletion } from '@codemirror/autocomplete';
import { redo, selectAll, undo } from '@codemirror/commands';
import { nextDiagnostic, previousDiagnostic } from '@codemirror/lint';
import { openSearchPanel } from '@codemirror/search';
import { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { type Direction, stepTogether } from '../commands/kit-steps';
import type { EditorActions, Studio } from '../commands/studio';
import { useStudio, useStudioState } from '../commands/studio-context';
import { type PaneId, tabOf } from '../state/tabs-slice';
import styles from './CodeEditor.module.css';
import { runEditing } from './extensions/editing';
import { measures, measuresOf } from './extensions/measures';
import { pastePlainNext } from './extensions/paste';
import { openReplace } from './extensions/search-panel';
import { misspeltAt, openSpellingMenu } from './extensions/spelling';
import { showDefinition } from './extensions/symbols';
import { writingModes, writingModesOf } from './extensions/writing-modes';
import { handOverHistory } from './shared-history';

export interface CodeEditorProps {
  readonly path: string;
  readonly pane: PaneId;
}

/** The one component that owns a CodeMirror view. Switching files swaps its state, so each keeps its history, folds and selection. */
export function CodeEditor({ path, pane }: CodeEditorProps) {
  const studio = useStudio();
  const inUse = useStudioState((state) => state.tabs.focus === pane);
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const shown = useRef(path);
  const { wrap, tabWidth, font } = useStudioState((state) => state.app.settings);

  useLayoutEffect(() => {
    const created = createView(studio, holder.current as HTMLElement, () => shown.current);
    view.current = created;
    return () => {
      studio.buffers.detach(shown.current, created, handOverHistory);
      created.destroy();
      view.current = null;
    };
  }, [studio]);

  useLayoutEffect(() => {
    const current = view.current;
    if (!current || !studio.buffers.has(path)) return;
    shown.current = path;
    const both = tabOf(studio.store.getState().tabs, path)?.pane === 'both';
    const top = studio.buffers.attach(path, current, pane, both);
    bringIntoSight(studio, path, current, top);
    // Left before another pane takes it up, so that a text that moves to that pane keeps its cursor and folds.
    return () => studio.buffers.detach(path, current, handOverHistory);
  }, [studio, path, pane]);

  // Commands act on the pane in use. What it shows has its history, so that undo is here, whichever pane the change was made in.
  useLayoutEffect(() => {
    const current = view.current;
    if (!current || !inUse) return;
    const actions = actionsOf(current, (direction) => stepTogether(studio, path, current.state, direction));
    studio.editor = actions;
    studio.buffers.lead(path, current, handOverHistory);
    return () => {
      if (studio.editor === actions) studio.editor = null;
    };
  }, [studio, path, inUse]);

  useEffect(() => {
    if (studio.buffers.has(path))
      studio.buffers.dispatch(path, {
        effects: measures.reconfigure(measuresOf(path, { wrap, tabWidth, font })),
      });
  }, [studio, path, wrap, tabWidth, font]);

  const switches = useStudioState((state) => state.layout.switches);
  const dim = switches.has('dim') ? 'paragraph' : switches.has('dim-sentences') ? 'sentence' : null;
  const typewriter = switches.has('typewriter');
  useEffect(() => {
    if (!studio.buffers.has(path)) return;
    studio.buffers.dispatch(path, { effects: writingModes.reconfigure(writingModesOf({ dim, typewriter })) });
  }, [studio, path, dim, typewriter]);

  useEffect(
    () =>
      studio.buffers.subscribe((event) => {
        if (
          event.kind === 'reveal' &&
          event.path === shown.current &&
          view.current &&
          studio.buffers.view(event.path) === view.current
        ) {
          bringIntoSight(studio, event.path, view.current, null);
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
      studio.buffers.applied(path(), transactions, view);
    },
  });
  return view;
}

function actionsOf(view: EditorView, together: (direction: Direction) => boolean): EditorActions {
  return {
    find: () => openSearchPanel(view),
    replace: () => openReplace(view),
    undo: () => together('undo') || undo(view),
    redo: () => together('redo') || redo(view),
    selectAll: () => selectAll(view),
    finding: (step) => {
      view.focus();
      return step === 1 ? nextDiagnostic(view) : previousDiagnostic(view);
    },
    run: (id) => runEditing(view, id),
    pastePlainNext: () => pastePlainNext(view),
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
}

/** Shows what was asked for; a file that is switched to, where `left` is its first visible offset, comes back where it was left. */
function bringIntoSight(studio: Studio, path: string, view: EditorView, left: number | null): void {
  const reveal = studio.buffers.takeReveal(path);
  const at = reveal?.from ?? null;
  if (at !== null)
    view.dispatch({
      effects: EditorView.scrollIntoView(at, {
        y: left !== null || !isVisible(view, at) ? 'center' : 'nearest',
      }),
    });
  else if (left !== null) {
    const top = Math.min(left, view.state.doc.length);
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
