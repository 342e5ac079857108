import {
  type ChangeSet,
  EditorState,
  type Extension,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { smallestChange } from './text-change';

/** What happened to the text of an open file. Versions count up with every change of the text. */
export type BufferEvent =
  /** `shown`: a view shows it now, or no longer. `reveal`: the view shall bring {@link Buffers.takeReveal} into sight. */
  | { readonly kind: 'opened' | 'closed' | 'moved' | 'saved' | 'shown' | 'reveal'; readonly path: string }
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
}

/** Makes the extensions of an editor for a path. Loaded late: the editor is not needed to paint the window. */
export type ExtensionFactory = (path: string, options: BufferOptions) => Extension;

interface Buffer {
  state: EditorState;
  version: number;
  /** The text that is on disk, as far as known. */
  saved: Text;
  scroll: number;
  reveal: Reveal | null;
}

/** A place that was asked for and has not been shown yet. */
export interface Reveal {
  readonly from: number;
  readonly focus: boolean;
}

/**
 * The texts of all open files. CodeMirror owns each text and its undo history; a buffer that is not shown is kept as its editor state and
 * takes changes the same way. Nobody holds a second copy: listeners get the change and ask for the text when they need it.
 */
export class Buffers {
  private readonly buffers = new Map<string, Buffer>();
  private readonly listeners = new Set<(event: BufferEvent) => void>();
  private attached: { readonly path: string; readonly view: EditorView } | null = null;

  /** `extensions` must be ready before the first file opens. */
  constructor(private readonly extensions: () => ExtensionFactory) {}

  open(path: string, text: string, options: BufferOptions): void {
    let state = EditorState.create({ doc: text, extensions: this.extensions()(path, options) });
    if (options.cursor > 0)
      state = state.update({ selection: { anchor: Math.min(options.cursor, state.doc.length) } }).state;
    this.buffers.set(path, { state, version: 1, saved: state.doc, scroll: options.scroll, reveal: null });
    this.tell({ kind: 'opened', path });
  }

  close(path: string): void {
    if (this.attached?.path === path) this.attached = null;
    if (this.buffers.delete(path)) this.tell({ kind: 'closed', path });
  }

  has(path: string): boolean {
    return this.buffers.has(path);
  }

  /** The editor state of an open file; null when it is not open. */
  state(path: string): EditorState | null {
    return this.buffers.get(path)?.state ?? null;
  }

  /** The text, lines joined by `\n` (the file layer keeps the line ends of the disk); null when the file is not open. */
  text(path: string): string | null {
    return this.buffers.get(path)?.state.doc.toString() ?? null;
  }

  doc(path: string): Text | null {
    return this.buffers.get(path)?.state.doc ?? null;
  }

  /** Counts from 1; 0 when the file is not open. */
  version(path: string): number {
    return this.buffers.get(path)?.version ?? 0;
  }

  isDirty(path: string): boolean {
    const buffer = this.buffers.get(path);
    return buffer !== undefined && !buffer.state.doc.eq(buffer.saved);
  }

  /** Records what is on disk now: the buffer is unsaved exactly while its text differs from this. */
  markSaved(path: string, saved: Text): void {
    const buffer = this.buffers.get(path);
    if (!buffer) return;
    buffer.saved = saved;
    this.tell({ kind: 'saved', path });
  }

  /** Records another text as the one on disk, without touching the buffer: what was kept of an earlier run stays unsaved. */
  markSavedText(path: string, text: string): void {
    const buffer = this.buffers.get(path);
    if (buffer) this.markSaved(path, EditorState.create({ doc: text }).doc);
  }

  /** Takes over another text as one undoable step that touches only what differs; cursor and history are kept. */
  replace(path: string, text: string): void {
    const buffer = this.buffers.get(path);
    if (!buffer) return;
    const change = smallestChange(buffer.state.doc.toString(), text);
    if (change) this.dispatch(path, { changes: change, userEvent: 'input.replace' });
  }

  dispatch(path: string, spec: TransactionSpec): void {
    if (this.attached?.path === path) {
      this.attached.view.dispatch(spec);
      return;
    }
    const buffer = this.buffers.get(path);
    if (buffer) this.applied(path, [buffer.state.update(spec)]);
  }

  /** The view shows this buffer from now on; changes then go through it. */
  attach(path: string, view: EditorView): void {
    this.attached = { path, view };
    this.tell({ kind: 'shown', path });
  }

  detach(view: EditorView): void {
    const { attached } = this;
    if (attached?.view !== view) return;
    this.attached = null;
    this.tell({ kind: 'shown', path: attached.path });
  }

  view(path: string): EditorView | null {
    return this.attached?.path === path ? this.attached.view : null;
  }

  scroll(path: string): number {
    return this.buffers.get(path)?.scroll ?? 0;
  }

  rememberScroll(path: string, top: number): void {
    const buffer = this.buffers.get(path);
    if (buffer) buffer.scroll = top;
  }

  /** Selects a span and asks the view, now or when it next shows this file, to bring it to the middle of the screen. */
  reveal(path: string, span: { readonly from: number; readonly to: number }, focus: boolean): void {
    const buffer = this.buffers.get(path);
    if (!buffer) return;
    const length = buffer.state.doc.length;
    const from = Math.min(span.from, length);
    this.dispatch(path, { selection: { anchor: from, head: Math.max(from, Math.min(span.to, length)) } });
    buffer.reveal = { from, focus };
    this.tell({ kind: 'reveal', path });
  }

  takeReveal(path: string): Reveal | null {
    const buffer = this.buffers.get(path);
    if (!buffer) return null;
    const { reveal } = buffer;
    buffer.reveal = null;
    return reveal;
  }

  /** Called by the view for what it applied, and by {@link dispatch} for buffers that are not shown. */
  applied(path: string, transactions: readonly Transaction[]): void {
    const buffer = this.buffers.get(path);
    const last = transactions.at(-1);
    if (!buffer || !last) return;
    buffer.state = last.state;
    let changes: ChangeSet | null = null;
    let moved = false;
    for (const transaction of transactions) {
      if (transaction.docChanged)
        changes = changes ? changes.compose(transaction.changes) : transaction.changes;
      if (transaction.selection) moved = true;
    }
    if (changes) {
      buffer.version++;
      this.tell({ kind: 'changed', path, changes, version: buffer.version });
    }
    if (moved || changes) this.tell({ kind: 'moved', path });
  }

  subscribe(listener: (event: BufferEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(event: BufferEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
