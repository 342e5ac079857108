import type { ChangeSet, Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** What happened to the text of an open file. Versions count up with every change of the text. */
export type BufferEvent =
  /**
   * `shown`: a view shows it now or no longer, or another one leads. `doubled`: a second view shows it, without the marks that were put into the
   * first. `reveal`: the view shall bring {@link Buffers.takeReveal} into sight.
   */
  | {
      readonly kind: 'opened' | 'closed' | 'moved' | 'saved' | 'shown' | 'doubled' | 'reveal';
      readonly path: string;
    }
  | {
      readonly kind: 'changed';
      readonly path: string;
      readonly changes: ChangeSet;
      readonly version: number;
    };

export interface BufferOptions {
  readonly readOnly: boolean;
  /** Too long for anything but plain editing. */
  readonly plain: boolean;
  /** Offset of the cursor; kept within the text. */
  readonly cursor: number;
  /** First visible pixel, as a view remembers it. */
  readonly scroll: number;
  /** For a further view of a text: changes come from the one that leads, which keeps the history. */
  readonly follows?: boolean;
}

/** Makes the extensions of an editor for a path. Loaded late: the editor is not needed to paint the window. */
export type ExtensionFactory = (path: string, options: BufferOptions) => Extension;

/** Hands the undo history of one view of a text to another view of it. */
export type HandOver = (from: EditorView, to: EditorView) => void;

/** A place that was asked for and has not been shown yet. */
export interface Reveal {
  /** Null: nothing but the focus is asked for; the text stays where it was left. */
  readonly from: number | null;
  readonly focus: boolean;
}
