import type { Buffers } from '../state/buffers';
import { MarkdownModel } from './markdown-model';
import type { RenderClient } from './render-client';

/** Models of files looked at lately: switching back shows them as they were, at once. */
const KEPT = 8;

/** Keeps one preview model per open Markdown file and feeds it the edits of its buffer. */
export class PreviewModels {
  private readonly models = new Map<string, MarkdownModel>();

  constructor(
    private readonly buffers: Buffers,
    private readonly client: RenderClient,
  ) {
    buffers.subscribe((event) => {
      if (event.kind === 'changed') {
        const doc = buffers.doc(event.path);
        if (doc) this.models.get(event.path)?.update(doc, event.changes);
      } else if (event.kind === 'closed') this.drop(event.path);
    });
  }

  /** The model of an open file; null when it is not open. */
  get(path: string): MarkdownModel | null {
    const doc = this.buffers.doc(path);
    if (!doc) return null;
    const known = this.models.get(path);
    const model = known ?? new MarkdownModel(doc, this.client);
    this.models.delete(path);
    this.models.set(path, model);
    const oldest = this.models.keys().next();
    if (this.models.size > KEPT && !oldest.done) this.drop(oldest.value);
    return model;
  }

  private drop(path: string): void {
    this.models.get(path)?.close();
    this.models.delete(path);
  }
}
