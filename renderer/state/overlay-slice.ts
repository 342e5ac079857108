import type { Finding } from '../../shared/rubric/finding';
import type { SymbolCard } from '../../shared/symbols/assist';

/** What a file can be compared with. */
export type ComparedWith =
  | { readonly kind: 'disk' | 'example' | 'template' }
  /** An older version that the history keeps; `at` says when it was kept. */
  | { readonly kind: 'version'; readonly hash: string; readonly at: number }
  | { readonly kind: 'file'; readonly path: string };

/** A file or folder gets a path: a new one, another one, a copy. `path` is the folder for what is new. */
export interface FileDialog {
  readonly mode: 'new' | 'folder' | 'rename' | 'duplicate';
  readonly path: string;
  /** Where it is to go, as far as that was said already. */
  readonly to?: string | undefined;
}

/** The one dialog that may be open over the window. */
export type Overlay =
  | { readonly kind: 'palette' }
  | { readonly kind: 'go-file' }
  | { readonly kind: 'go-heading' }
  | { readonly kind: 'go-line' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' }
  | { readonly kind: 'export' }
  | { readonly kind: 'new-packet' }
  /** A kit that comes as a zip is to be unpacked and opened. */
  | { readonly kind: 'unpack'; readonly archiveId: string; readonly name: string }
  /** The buffer and the file on disk were changed both, and become one text. */
  | { readonly kind: 'merge'; readonly path: string }
  /** The state of the whole kit gets a name. */
  | { readonly kind: 'milestone' }
  /** The whole kit becomes what it was at a milestone. */
  | { readonly kind: 'restore-kit'; readonly id: string; readonly name: string }
  /** A section of an older version comes back. */
  | {
      readonly kind: 'restore-section';
      readonly path: string;
      readonly hash: string;
      readonly at: number;
    }
  /** Texts of an earlier run that were never saved were put back. */
  | { readonly kind: 'recovered' }
  /** What to compare an open file with is to be chosen. */
  | { readonly kind: 'compare-with'; readonly path: string }
  /** An open file beside another text; with `mine`, two texts of it of which neither is in the editor. */
  | {
      readonly kind: 'comparison';
      readonly path: string;
      readonly other: ComparedWith;
      readonly mine?: ComparedWith;
    }
  | {
      readonly kind: 'picture';
      readonly title: string;
      readonly src: string;
      readonly width: number;
      readonly height: number;
    }
  /** A finding is to be silenced with a reason. */
  | { readonly kind: 'waive'; readonly finding: Finding }
  /** A symbol gets another name throughout the kit. */
  | { readonly kind: 'rename'; readonly card: SymbolCard }
  | ({ readonly kind: 'file' } & FileDialog)
  /** The kit's own standard is to be accepted or left out. */
  | { readonly kind: 'standard' }
  /** A tab with unsaved text is about to close. */
  | { readonly kind: 'close-unsaved'; readonly path: string };
