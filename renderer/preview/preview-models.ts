import type { ChangeSet } from '@codemirror/state';
import { AfterPaint } from '../state/after-paint';
import type { Buffers } from '../state/buffers';
import { MarkdownModel } from './markdown-model';
import type { RenderClient } from './render-client';

/** Models of files looked at lately: switching back shows them as they were, at once. */
const KEPT = 8;

/** Keeps one preview model per open Markdown file and feeds it the edits of its buffer. */
export class PreviewModels {
  private readonly models = new Map<string, MarkdownModel>();

  private readonly pending = new Map<string, ChangeSet>();
  private readonly later = new AfterPaint(() => this.catchUp());

  constructor(
    private readonly buffers: Buffers,
    private readonly client: RenderClient,
  ) {
    buffers.subscribe((event) => {
      if (event.kind === 'closed') this.drop(event.path);
      if (event.kind !== 'changed' || !this.models.has(event.path)) return;
      const before = this.pending.get(event.path);
      this.pending.set(event.path, before ? before.compose(event.changes) : event.changes);
      // What nobody looks at is brought up to date when somebody does.
      if (this.models.get(event.path)?.isWatched) this.later.call();
    });
  }

  /** The model of an open file; null when it is not open. */
  get(path: string): MarkdownModel | null {
    const doc = this.buffers.doc(path);
    if (!doc) return null;
    // Another setting is another way to read the text.
    if (this.models.get(path)?.math === !this.client.math) this.drop(path);
    const known = this.models.get(path);
    const model = known ?? new MarkdownModel(doc, this.client);
    const missed = this.pending.get(path);
    if (missed && !model.isWatched) {
      this.pending.delete(path);
      if (known) known.update(doc, missed);
    }
    // Whoever asks watches it from the next frame on: what is typed until then comes with it.
    this.later.call();
    this.models.delete(path);
    this.models.set(path, model);
    const oldest = this.models.keys().next();
    if (this.models.size > KEPT && !oldest.done) this.drop(oldest.value);
    return model;
  }

  private catchUp(): void {
    for (const [path, changes] of this.pending) {
      const doc = this.buffers.doc(path);
      const model = this.models.get(path);
      if (model && !model.isWatched) continue;
      this.pending.delete(path);
      if (doc) model?.update(doc, changes);
    }
  }

  private drop(path: string): void {
    this.pending.delete(path);
    this.models.get(path)?.close();
    this.models.delete(path);
  }
}
