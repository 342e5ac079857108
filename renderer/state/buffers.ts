import { type ChangeSet, EditorState, type Extension, type Text, type Transaction, type TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { type LineEnds, lineEndsOf, restoreLineEnds } from './line-ends';
import { smallestChange } from './text-change';

/** What happened to the text of an open file. Versions count up with every change of the text. */
export type BufferEvent =
  | { readonly kind: 'opened' | 'closed' | 'moved' | 'saved'; readonly path: string }
  | { readonly kind: 'changed'; readonly path: string; readonly changes: ChangeSet; readonly version: number };

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
  readonly ends: LineEnds;
  /** Only for mixed line ends: the text on disk, and the way from it to the buffer. */
  raw: { text: string; changes: ChangeSet } | null;
  scroll: number;
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
    const ends = lineEndsOf(text);
    const create = this.extensions();
    const base = [create(path, options)];
    if (ends === '\r\n') base.push(EditorState.lineSeparator.of('\r\n'));
    let state = EditorState.create({ doc: text, extensions: base });
    if (options.cursor > 0) state = state.update({ selection: { anchor: Math.min(options.cursor, state.doc.length) } }).state;
    const raw = ends === 'mixed' ? { text, changes: noChanges(state) } : null;
    this.buffers.set(path, { state, version: 1, saved: state.doc, ends, raw, scroll: options.scroll });
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

  /** The text as the editor counts it, lines joined by `\n`; null when the file is not open. */
  text(path: string): string | null {
    return this.buffers.get(path)?.state.doc.toString() ?? null;
  }

  doc(path: string): Text | null {
    return this.buffers.get(path)?.state.doc ?? null;
  }

  /** The text with the line ends it has on disk: what is to be saved. */
  textToSave(path: string): { readonly text: string; readonly doc: Text } | null {
    const buffer = this.buffers.get(path);
    if (!buffer) return null;
    const { doc } = buffer.state;
    if (buffer.raw) return { text: restoreLineEnds(buffer.raw.text, buffer.raw.changes), doc };
    return { text: buffer.state.sliceDoc(), doc };
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
  markSaved(path: string, saved: { readonly text: string; readonly doc: Text }): void {
    const buffer = this.buffers.get(path);
    if (!buffer) return;
    buffer.saved = saved.doc;
    if (buffer.raw) {
      // Typed since the save began: the way from the saved text to the buffer starts anew.
      const since = smallestChange(saved.doc.toString(), buffer.state.doc.toString());
      const start = EditorState.create({ doc: saved.doc });
      buffer.raw = { text: saved.text, changes: since ? start.changes(since) : noChanges(start) };
    }
    this.tell({ kind: 'saved', path });
  }

  /** Takes over another text as one undoable step that touches only what differs; cursor and history are kept. */
  replace(path: string, text: string): void {
    const buffer = this.buffers.get(path);
    if (!buffer) return;
    const change = smallestChange(buffer.state.doc.toString(), text.replace(/\r\n?/g, '\n'));
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
  }

  detach(view: EditorView): void {
    if (this.attached?.view === view) this.attached = null;
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

  /** Called by the view for what it applied, and by {@link dispatch} for buffers that are not shown. */
  applied(path: string, transactions: readonly Transaction[]): void {
    const buffer = this.buffers.get(path);
    const last = transactions.at(-1);
    if (!buffer || !last) return;
    buffer.state = last.state;
    let changes: ChangeSet | null = null;
    let moved = false;
    for (const transaction of transactions) {
      if (transaction.docChanged) changes = changes ? changes.compose(transaction.changes) : transaction.changes;
      if (transaction.selection) moved = true;
    }
    if (changes) {
      buffer.version++;
      if (buffer.raw) buffer.raw = { text: buffer.raw.text, changes: buffer.raw.changes.compose(changes) };
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

function noChanges(state: EditorState): ChangeSet {
  return state.changes([]);
}
