import type { KitListing, ListedFile, OpenedKit } from '../../shared/ipc/payloads';

/** The open kit as the disk has it. */
export interface KitState {
  readonly kitId: string;
  readonly name: string;
  readonly location: string;
  readonly readOnly: boolean;
  /** True for the worked example that ships with the studio. */
  readonly isExample: boolean;
  readonly manifest: string | null;
  readonly listing: KitListing;
  readonly files: ReadonlyMap<string, ListedFile>;
}

export function openedKit(opened: OpenedKit, isExample: boolean): KitState {
  return {
    kitId: opened.kitId,
    name: opened.name,
    location: opened.location,
    readOnly: opened.readOnly,
    isExample,
    manifest: opened.manifest,
    listing: opened.listing,
    files: byPath(opened.listing),
  };
}

export function withListing(kit: KitState, listing: KitListing): KitState {
  return { ...kit, listing, files: byPath(listing) };
}

function byPath(listing: KitListing): ReadonlyMap<string, ListedFile> {
  return new Map(listing.files.map((file) => [file.path, file]));
}

/** Longest text that is edited with highlighting, preview and checks; longer files get plain editing. In UTF-16 units. */
export const FULL_SERVICE_LENGTH = 5 * 1024 * 1024;

/** Lines beyond this are folded behind their head. In UTF-16 units. */
export const LONGEST_LINE = 1024 * 1024;

/** Paths whose text can be read and checked. */
export function textPaths(listing: KitListing): readonly string[] {
  return listing.files.filter((file) => file.state === 'text').map((file) => file.path);
}
