import { ChangeSet, Text } from '@codemirror/state';

/** Texts of files that are being typed into, as trees that take an edit without being copied. */
export class EditedTexts {
  private readonly texts = new Map<string, Text>();

  /** The text of a file after changes that apply to `before`, or to what this returned for it last. */
  edited(path: string, before: string, changes: unknown): string {
    const known = this.texts.get(path) ?? Text.of(before.split('\n'));
    const text = ChangeSet.fromJSON(changes).apply(known);
    this.texts.set(path, text);
    return text.toString();
  }

  /** The file has another text by other means. */
  drop(path: string): void {
    this.texts.delete(path);
  }

  clear(): void {
    this.texts.clear();
  }
}
