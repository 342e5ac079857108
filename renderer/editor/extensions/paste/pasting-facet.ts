import { type EditorState, Facet, type TransactionSpec } from '@codemirror/state';

/** What the editor asks of the studio when something is pasted or dropped. Everything answers later. */
export interface Pasting {
  /** HTML as Markdown; null where its plain text says as much. */
  toMarkdown(html: string): Promise<string | null>;
  /** Keeps a picture beside a file and answers how a link in that file writes it; null when it was not kept, which was then said. */
  keepPicture(path: string, file: Blob, name: string): Promise<string | null>;
  tell(message: string): void;
  /** A file as it is now, shown or not; null when it was closed. */
  state(path: string): EditorState | null;
  dispatch(path: string, spec: TransactionSpec): void;
}

/** The file of an editor and whom to ask about what is pasted into it. */
export interface PastingInto {
  readonly path: string;
  readonly pasting: Pasting;
}

export const pastingInto = Facet.define<PastingInto, PastingInto | null>({
  combine: (values) => values[0] ?? null,
});
