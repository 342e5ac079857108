import { type Static, Type } from '@sinclair/typebox';
import { Id, maybe, Offset, object, Short } from './atoms';

export const ArchiveRef = object({ archiveId: Id });
/** A zip that was chosen in a dialog or named at a start. Pages ask by the id; the name, without its folder, is for people. */
export const ChosenArchive = object({ archiveId: Id, name: Short });
export const MaybeChosenArchive = maybe(ChosenArchive);

/** A folder that a kit is unpacked into: a new one in a folder that was chosen. */
const ArchiveTarget = object({
  targetId: Id,
  /** The folder that the new one is made in, as shown to the user. */
  location: Short,
  /** What the new one may be called: the name of the zip, with a number where that is taken. */
  name: Short,
});
export const MaybeArchiveTarget = maybe(ArchiveTarget);

/** What a zip holds, looked at without unpacking anything. */
export const ArchiveSummary = object({
  files: Offset,
  /** Bytes of these files when they are unpacked. */
  bytes: Offset,
  /** Hidden files and other programs' own, which stay in the zip; the first few, and how many there are. */
  leftOut: Type.Array(Short, { maxItems: 5 }),
  leftOutCount: Offset,
  /** Where it is suggested to go. */
  target: ArchiveTarget,
});

export const UnpackRequest = object({
  archiveId: Id,
  targetId: Id,
  /** What the new folder is called. */
  name: Type.String({ minLength: 1, maxLength: 255 }),
});
/** `done` and `total` in bytes; `label` is the path of the file that is written. */
export const UnpackProgress = object({ done: Offset, total: Offset, label: Short });

export type ChosenArchive = Static<typeof ChosenArchive>;
export type ArchiveTarget = Static<typeof ArchiveTarget>;
export type ArchiveSummary = Static<typeof ArchiveSummary>;
export type UnpackProgress = Static<typeof UnpackProgress>;
