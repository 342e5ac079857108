import { isolateHistory, undo } from '@codemirror/commands';
import { codeFolding } from '@codemirror/language';
import {
  type Chunk,
  getChunks,
  goToNextChunk,
  goToPreviousChunk,
  MergeView,
  unifiedMergeView,
} from '@codemirror/merge';
import { Annotation, EditorState, type Extension, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { theme } from '../editor/extensions/theme';
import { languageOf } from '../languages/language-of';
import type { Buffers } from '../state/buffers';
import { takenChange } from './taken-change';
import { textChanges } from './text-diff';

/** Marks what came from the buffer: it is not sent back. */
const fromBuffer = Annotation.define<true>();
/** Longer texts are shown without colours: reading them twice would be felt. In UTF-16 units. */
const COLOURED = 1024 * 1024;

/** A text with what it is called. */
export interface ComparedText {
  readonly name: string;
  readonly text: string;
}

export interface TextCompareOptions {
  readonly buffers: Buffers;
  readonly path: string;
  readonly theirs: ComparedText;
  /** What is compared in place of the text in the editor: nothing can be taken over into it. */
  readonly mine: ComparedText | null;
  readonly unified: boolean;
  /** Told which of how many changes the cursor is at; 0 for none. */
  readonly onMoved: (at: number, of: number) => void;
}

/** An open file beside another text. What is taken over goes into the buffer, each change as one step to undo; the view follows the buffer. */
export class TextCompare {
  private readonly merge: MergeView | null = null;
  private readonly mine: EditorView;
  private readonly stop: () => void;

  constructor(
    parent: HTMLElement,
    private readonly options: TextCompareOptions,
  ) {
    const { buffers, path, theirs, mine, unified } = options;
    const doc = mine?.text ?? buffers.doc(path)?.toString() ?? '';
    const diffConfig = { override: textChanges };
    const collapseUnchanged = { margin: 3, minSize: 8 };
    if (unified) {
      this.mine = new EditorView({
        parent,
        doc,
        extensions: [
          this.side('Both texts, changes marked', doc.length + theirs.text.length),
          unifiedMergeView({
            original: theirs.text,
            diffConfig,
            collapseUnchanged,
            mergeControls: false,
            gutter: true,
          }),
        ],
      });
    } else {
      this.merge = new MergeView({
        parent,
        a: { doc: theirs.text, extensions: this.side(theirs.name, theirs.text.length) },
        b: { doc, extensions: this.side(mine?.name ?? 'Text in the editor', doc.length) },
        diffConfig,
        collapseUnchanged,
        gutter: true,
      });
      this.mine = this.merge.b;
    }
    this.stop = buffers.subscribe((event) => {
      if (event.kind === 'changed' && event.path === path && !mine)
        this.mine.dispatch({ changes: event.changes, annotations: fromBuffer.of(true) });
    });
    // The first change is what one wants to see.
    if (this.chunks.length > 0) this.show(0);
    else this.moved();
  }

  next(): void {
    goToNextChunk(this.mine);
  }

  previous(): void {
    goToPreviousChunk(this.mine);
  }

  /** Takes the change at the cursor over from the other text. */
  take(): void {
    const { buffers, path, mine } = this.options;
    if (mine) return;
    const at = this.at();
    const chunk = this.chunks[at];
    if (!chunk || buffers.state(path)?.readOnly !== false) return;
    const { state } = this.mine;
    const theirs = this.merge
      ? this.merge.a.state.doc
      : EditorState.create({ doc: this.options.theirs.text }).doc;
    buffers.dispatch(path, {
      changes: takenChange(chunk, theirs, state.doc),
      annotations: isolateHistory.of('full'),
      userEvent: 'input.take',
    });
    if (this.chunks.length > 0) this.show(Math.min(at, this.chunks.length - 1));
  }

  /** Undoes the last step of the open file. */
  undo(): void {
    const { buffers, path, mine } = this.options;
    if (mine) return;
    const view = buffers.view(path);
    const state = buffers.state(path);
    if (view) undo(view);
    else if (state) undo({ state, dispatch: (transaction) => buffers.applied(path, [transaction]) });
  }

  focus(): void {
    this.mine.focus();
  }

  destroy(): void {
    this.stop();
    if (this.merge) this.merge.destroy();
    else this.mine.destroy();
  }

  private get chunks(): readonly Chunk[] {
    return getChunks(this.mine.state)?.chunks ?? [];
  }

  private show(index: number): void {
    const chunk = this.chunks[index];
    if (!chunk) return;
    const anchor = Math.min(chunk.fromB, this.mine.state.doc.length);
    this.mine.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
  }

  /** Index of the change at the cursor, else of the next one; -1 without any. */
  private at(): number {
    const { chunks } = this;
    const { head } = this.mine.state.selection.main;
    const index = chunks.findIndex((chunk) => head <= Math.max(chunk.fromB, chunk.endB));
    return index < 0 ? chunks.length - 1 : index;
  }

  private moved(): void {
    this.options.onMoved(this.at() + 1, this.chunks.length);
  }

  private side(label: string, length: number): Extension {
    return [
      theme,
      lineNumbers(),
      codeFolding(),
      EditorView.lineWrapping,
      length > COLOURED ? [] : (languageOf(this.options.path) ?? []),
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': 'true', tabindex: '0' }),
      EditorView.updateListener.of((update) => {
        // Within the constructor of the view there is nothing to tell yet.
        if (this.mine === update.view && (update.selectionSet || update.docChanged)) this.moved();
      }),
      Prec.highest(
        keymap.of([
          {
            key: 'Mod-z',
            run: () => {
              this.undo();
              return true;
            },
          },
        ]),
      ),
    ];
  }
}
