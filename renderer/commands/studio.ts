import type { EditingCommandId } from '../../shared/editing-commands';
import type { Folds } from '../editor/folds';
import type { Host } from '../host/host';
import type { Speller } from '../spelling/speller';
import type { Buffers } from '../state/buffers';
import type { StudioStore } from '../state/studio-state';
import type { Checker } from '../workers/checker';
import type { Searcher } from '../workers/searcher';
import type { Journal } from './journal';
import type { PreviewActions } from './previewing';
import type { StandardKeeper } from './standard';

/** What commands ask of the editor once it is loaded. */
export interface EditorActions {
  find(): void;
  /** Finds, with the cursor where the replacement goes. */
  replace(): void;
  undo(): void;
  redo(): void;
  selectAll(): void;
  finding(step: 1 | -1): void;
  /** Carries out a command of the editor; what to tell the user when it did nothing, empty when there is nothing to tell. */
  run(id: EditingCommandId): string;
  /** The next paste writes the text of the clipboard as it is. */
  pastePlainNext(): void;
  /** Suggests what fits at the cursor. */
  complete(): void;
  /** Shows the definition of what stands at the cursor beside it. */
  showDefinition(): void;
  /** Offers what could be meant by the misspelt word at the cursor; false when there is none. */
  spelling(): boolean;
  /** The misspelt word at the cursor; null when there is none. */
  misspelt(): string | null;
}

/** Everything a command may touch. One per window. */
export interface Studio {
  readonly host: Host;
  readonly store: StudioStore;
  readonly buffers: Buffers;
  readonly checker: Checker;
  readonly searcher: Searcher;
  readonly speller: Speller;
  readonly journal: Journal;
  readonly standard: StandardKeeper;
  /** Files whose text is the user's own words: changed in this window, and not by others since. */
  readonly typed: Set<string>;
  /** Loads the editor; must be awaited before a buffer opens. Repeated calls cost nothing. */
  readonly loadEditor: () => Promise<void>;
  /** The view that is shown; null while none is. Set by the editor itself. */
  editor: EditorActions | null;
  /** The preview of prose that is shown; null while none is. Set by the preview itself. */
  preview: PreviewActions | null;
  /** First visible offset of previews that were left, by path. */
  readonly previewPlaces: Map<string, number>;
  /** Reads and makes folds; null until the editor is loaded. */
  folds: Folds | null;
}
