import { selectAll, standardKeymap } from '@codemirror/commands';
import { findNext, findPrevious, openSearchPanel } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap } from '@codemirror/view';
import { useLayoutEffect, useRef } from 'react';
import { fileName } from '../../shared/domain/kit-path';
import type { FilePart } from '../../shared/ipc/payloads';
import type { EditorActions } from '../commands/studio';
import { useStudio, useStudioState } from '../commands/studio-context';
import type { PaneId } from '../state/tabs-slice';
import styles from './CodeEditor.module.css';
import { type Measures, measuresOf } from './extensions/measures';
import { searchPanel } from './extensions/search-panel';
import { theme } from './extensions/theme';

export interface PartViewProps {
  readonly path: string;
  readonly pane: PaneId;
  readonly part: FilePart;
}

/** The text of one part, to be read, searched and copied from. It is in no buffer: nothing here can be saved. */
export function PartView({ path, pane, part }: PartViewProps) {
  const studio = useStudio();
  const inUse = useStudioState((state) => state.tabs.focus === pane);
  const { wrap, tabWidth, font } = useStudioState((state) => state.app.settings);
  const holder = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);

  useLayoutEffect(() => {
    const created = new EditorView({ parent: holder.current as HTMLElement });
    view.current = created;
    return () => {
      created.destroy();
      view.current = null;
    };
  }, []);

  useLayoutEffect(() => {
    const current = view.current;
    if (!current) return;
    const extensions = extensionsOf(path, part, { wrap, tabWidth, font });
    current.setState(EditorState.create({ doc: part.text, extensions }));
    current.scrollDOM.scrollTop = 0;
  }, [path, part, wrap, tabWidth, font]);

  useLayoutEffect(() => {
    const current = view.current;
    if (!current || !inUse) return;
    const actions = actionsOf(current);
    studio.editor = actions;
    return () => {
      if (studio.editor === actions) studio.editor = null;
    };
  }, [studio, inUse]);

  return <div ref={holder} className={styles.editor} />;
}

function extensionsOf(path: string, { text, part, parts }: FilePart, settings: Measures): Extension {
  return [
    drawSelection(),
    hasFewSpecials(text) ? highlightSpecialChars() : [],
    measuresOf(path, settings),
    theme,
    room,
    searchPanel,
    EditorState.readOnly.of(true),
    EditorView.contentAttributes.of({
      'aria-label': `Text of ${fileName(path)}, part ${part + 1} of ${parts}`,
      'aria-readonly': 'true',
      spellcheck: 'false',
      tabindex: '0',
    }),
    keymap.of([{ key: 'F3', run: findNext, shift: findPrevious }, ...standardKeymap]),
  ];
}

/** Beyond this many, marks for characters that cannot be seen would take the view too long. */
const MOST_SPECIALS = 2000;

/** False for what is hardly a text, as a stretch of zeros that a crash left in a log. */
function hasFewSpecials(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(/[^\P{C}\t\r\n]/gu)) if (++count > MOST_SPECIALS) return false;
  return true;
}

const room = EditorView.theme({ '.cm-content': { paddingInline: '16px' } });

/** What the commands of an editor do where nothing can be written. */
function actionsOf(view: EditorView): EditorActions {
  const nothing = () => undefined;
  return {
    find: () => openSearchPanel(view),
    replace: () => openSearchPanel(view),
    undo: nothing,
    redo: nothing,
    selectAll: () => selectAll(view),
    finding: nothing,
    run: () => 'A file this large can only be read here.',
    pastePlainNext: nothing,
    complete: nothing,
    showDefinition: nothing,
    spelling: () => false,
    misspelt: () => null,
  };
}
