import type { Host } from '../host/host';
import type { Buffers } from '../state/buffers';
import type { StudioStore } from '../state/studio-state';
import type { Checker } from '../workers/checker';
import type { Journal } from './journal';

/** What commands ask of the editor once it is loaded. */
export interface EditorActions {
  find(): void;
  undo(): void;
  redo(): void;
  selectAll(): void;
  finding(step: 1 | -1): void;
  /** Suggests what fits at the cursor. */
  complete(): void;
  /** Shows the definition of what stands at the cursor beside it. */
  showDefinition(): void;
}

/** Everything a command may touch. One per window. */
export interface Studio {
  readonly host: Host;
  readonly store: StudioStore;
  readonly buffers: Buffers;
  readonly checker: Checker;
  readonly journal: Journal;
  /** Loads the editor; must be awaited before a buffer opens. Repeated calls cost nothing. */
  readonly loadEditor: () => Promise<void>;
  /** The view that is shown; null while none is. Set by the editor itself. */
  editor: EditorActions | null;
}
