import { historyField } from '@codemirror/commands';
import {
  Annotation,
  type ChangeSet,
  EditorState,
  type StateField,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { BufferEvent, BufferOptions, ExtensionFactory, HandOver, Reveal } from './buffer-types';
import { type Folding, PanePlaces } from './pane-places';
import type { PaneId } from './tabs-slice';
import { changesBetween } from './text-change';

export type { BufferEvent, BufferOptions, ExtensionFactory, HandOver, Reveal } from './buffer-types';

/** Marks a change that another view of the same text made. */
const shared = Annotation.define<true>();

interface Buffer {
  state: EditorState;
  readonly options: BufferOptions;
  /** The views that show it. The first one leads: its state is the buffer's, with the one history; the others follow its text. */
  views: readonly EditorView[];
  version: number;
  /** The text that is on disk, as far as known. */
  saved: Text;
  /** First visible offset of the view that leads, when it was last left. */
  scroll: number;
  readonly places: PanePlaces;
  reveal: Reveal | null;
}

/**
 * The texts of all open files. CodeMirror owns each text and its undo history; a buffer that is not shown is kept as its editor state and
 * takes changes the same way. Nobody holds a second copy: listeners get the change and ask for the text when they need it.
 */
export class Buffers {
  private readonly buffers = new Map<string, Buffer>();
  private readonly listeners = new Set<(event: BufferEvent) => void>();
  /** The view whose change is being taken over: it has it already. */
  private origin: EditorView | null = null;

  /** `extensions` must be ready before the first file opens. */
  constructor(
    private readonly extensions: () => ExtensionFactory,
    private readonly folding: () => Folding | null = () => null,
  ) {}

  open(path: string, text: string, options: BufferOptions): void {
    let state = EditorState.create({ doc: text, extensions: this.extensions()(path, options) });
    if (options.cursor > 0)
      state = state.update({ selection: { anchor: Math.min(options.cursor, state.doc.length) } }).state;
    this.buffers.set(path, {
      state,
      options,
      views: [],
      version: 1,
      saved: state.doc,
      scroll: options.scroll,
      places: new PanePlaces(this.folding),
      reveal: null,
    });
    this.tell({ kind: 'opened', path });
  }

  close(path: string): void {
    if (this.buffers.delete(path)) this.tell({ kind: 'closed', path });
  }

  /**
   * The file has another path: text, cursor and history go on under it, and the parts of its state named in `also`. Views that show it take it up
   * under its new path.
   */
  rename(from: string, to: string, also: Readonly<Record<string, StateField<unknown>>> = {}): void {
    const buffer = this.buffers.get(from);
    if (!buffer) return;
    // The view that leads goes last: the text's own state is its.
    for (const view of [...buffer.views].reverse()) buffer.scroll = buffer.places.leave(view, buffer.scroll);
    // What surrounds the text knows its path, so that the state is made anew around it.
    const kept = { ...also, history: historyField };
    const state = EditorState.fromJSON(
      buffer.state.toJSON(kept),
      { extensions: this.extensions()(to, buffer.options) },
      kept,
    );
    this.close(from);
    this.buffers.set(to, { ...buffer, state, views: [], version: buffer.version + 1 });
    this.tell({ kind: 'opened', path: to });
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

  /** The text that is on disk, as far as known: what both sides of a conflict come from. Null when the file is not open. */
  savedText(path: string): string | null {
    return this.buffers.get(path)?.saved.toString() ?? null;
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
    const changes = changesBetween(buffer.state.doc.toString(), text);
    if (changes.length > 0) this.dispatch(path, { changes, userEvent: 'input.replace' });
  }

  dispatch(path: string, spec: TransactionSpec): void {
    const buffer = this.buffers.get(path);
    const [leading, ...others] = buffer?.views ?? [];
    if (!leading) {
      if (buffer) this.applied(path, [buffer.state.update(spec)]);
      return;
    }
    leading.dispatch(spec);
    // Changes reach the others by themselves; marks do not.
    if (spec.effects) for (const view of others) view.dispatch({ effects: spec.effects });
  }

  /** Applies a transaction that was made for the state as it is. */
  apply(path: string, transaction: Transaction): void {
    const leading = this.view(path);
    if (leading) leading.dispatch(transaction);
    else this.applied(path, [transaction]);
  }

  /**
   * The view of a pane shows this buffer from now on; answers which offset was first visible there. The first view leads; a further one shares text
   * and history with it, not cursor and folds. In a text that stands in `both` panes, each comes back to its own place.
   */
  attach(path: string, view: EditorView, pane: PaneId, both: boolean): number {
    const buffer = this.buffers.get(path);
    if (!buffer) return 0;
    const { state, options, views, places, scroll } = buffer;
    const first = views.length === 0;
    buffer.views = [...views, view];
    if (first) view.setState(state);
    else {
      const extensions = this.extensions()(path, { ...options, follows: true });
      view.setState(
        EditorState.create({ doc: state.doc, selection: state.selection.asSingle(), extensions }),
      );
      this.tell({ kind: 'doubled', path });
    }
    const top = places.enter(view, pane, { first, both, scroll });
    this.tell({ kind: 'shown', path });
    return top;
  }

  detach(path: string, view: EditorView, handOver: HandOver): void {
    const buffer = this.buffers.get(path);
    if (!buffer?.views.includes(view)) return;
    const [leading, next] = buffer.views;
    const top = buffer.places.leave(view, buffer.scroll);
    if (leading === view) buffer.scroll = top;
    if (leading === view && next) this.lead(path, next, handOver);
    buffer.views = buffer.views.filter((other) => other !== view);
    this.tell({ kind: 'shown', path });
  }

  /** Where the panes are in a text; null when the file is not open. */
  places(path: string): PanePlaces | null {
    return this.buffers.get(path)?.places ?? null;
  }

  /** The view in use: what is asked of the buffer, such as its cursor, is this view's from now on. */
  lead(path: string, view: EditorView, handOver: HandOver): void {
    const buffer = this.buffers.get(path);
    const leading = buffer?.views[0];
    if (!buffer || !leading || leading === view || !buffer.views.includes(view)) return;
    handOver(leading, view);
    buffer.views = [view, ...buffer.views.filter((other) => other !== view)];
    buffer.state = view.state;
    this.tell({ kind: 'shown', path });
    this.tell({ kind: 'moved', path });
  }

  /** The view that leads; null while none shows the file. */
  view(path: string): EditorView | null {
    return this.buffers.get(path)?.views[0] ?? null;
  }

  scroll(path: string): number {
    return this.buffers.get(path)?.scroll ?? 0;
  }

  /** Selects a span and asks the view, now or when it next shows this file, to bring it to the middle of the screen. */
  reveal(path: string, span: { readonly from: number; readonly to: number }, focus: boolean): void {
    const buffer = this.buffers.get(path);
    if (!buffer) return;
    const length = buffer.state.doc.length;
    const from = Math.min(span.from, length);
    this.dispatch(path, { selection: { anchor: from, head: Math.max(from, Math.min(span.to, length)) } });
    if (buffer.views.length === 0) buffer.places.goneElsewhere();
    buffer.reveal = { from, focus };
    this.tell({ kind: 'reveal', path });
  }

  /** Puts the cursor into the view, now or when it next shows this file, which stays as it was left. */
  enter(path: string): void {
    const buffer = this.buffers.get(path);
    if (!buffer) return;
    buffer.reveal = { from: buffer.reveal?.from ?? null, focus: true };
    this.tell({ kind: 'reveal', path });
  }

  takeReveal(path: string): Reveal | null {
    const buffer = this.buffers.get(path);
    if (!buffer) return null;
    const { reveal } = buffer;
    buffer.reveal = null;
    return reveal;
  }

  /** Called by a view for what it applied, and by {@link dispatch} for buffers that are not shown. */
  applied(path: string, transactions: readonly Transaction[], view: EditorView | null = null): void {
    const buffer = this.buffers.get(path);
    const last = transactions.at(-1);
    if (!buffer || !last) return;
    const leading = buffer.views[0];
    if (view && leading && view !== leading) {
      this.takeOver(leading, view, transactions);
      return;
    }
    buffer.state = last.state;
    let changes: ChangeSet | null = null;
    let moved = false;
    for (const transaction of transactions) {
      if (transaction.docChanged)
        changes = changes ? changes.compose(transaction.changes) : transaction.changes;
      if (transaction.selection) moved = true;
    }
    if (changes) {
      for (const other of buffer.views)
        if (other !== leading && other !== this.origin)
          other.dispatch({ changes, annotations: shared.of(true), filter: false });
      buffer.places.map(changes);
      buffer.version++;
      this.tell({ kind: 'changed', path, changes, version: buffer.version });
    }
    if (moved || changes) this.tell({ kind: 'moved', path });
  }

  /** A view that follows was changed itself, for example by dropping text on it: the one that leads takes it into text and history. */
  private takeOver(leading: EditorView, view: EditorView, transactions: readonly Transaction[]): void {
    for (const transaction of transactions) {
      if (!transaction.docChanged || transaction.annotation(shared)) continue;
      this.origin = view;
      try {
        leading.dispatch({ changes: transaction.changes, filter: false });
      } finally {
        this.origin = null;
      }
    }
  }

  subscribe(listener: (event: BufferEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(event: BufferEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
