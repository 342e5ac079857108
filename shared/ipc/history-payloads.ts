import { type Static, Type } from '@sinclair/typebox';
import { Hash, Id, maybe, Offset, object, PathText, Short, Text } from './atoms';

const MilestoneName = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
/** Milliseconds since 1970. */
const Time = Type.Integer();

/** An older version of a file: what was saved here, found before it was replaced, or written and given up; or as a milestone holds it. */
export const Version = object({
  hash: Hash,
  at: Time,
  /** Bytes. */
  size: Offset,
  origin: Type.Union([
    Type.Literal('saved'),
    Type.Literal('found'),
    Type.Literal('discarded'),
    Type.Literal('milestone'),
  ]),
  /** Words that came and went since the version before; absent for the first, and where that was not counted. */
  change: Type.Optional(object({ added: Offset, removed: Offset })),
  /** Names of the milestones that hold it. */
  milestones: Type.Array(MilestoneName),
});
/** Oldest first. */
export const Versions = object({ versions: Type.Array(Version) });
export const VersionRef = object({ kitId: Id, path: PathText, hash: Hash });
export const VersionText = object({ text: Text });

/** What the history has of a kit: its milestones by time, and of each file it knows the newest version. */
export const KitVersions = object({
  milestones: Type.Array(object({ id: Id, name: MilestoneName, at: Time, files: Offset })),
  files: Type.Array(object({ path: PathText, hash: Hash, at: Time, size: Offset })),
});
export const MilestoneRequest = object({ kitId: Id, name: MilestoneName });
/** `left`: files that could not be read and are not part of it. */
export const MilestoneReceipt = object({ left: Offset });
export const MilestoneRef = object({ kitId: Id, id: Id });
export const MilestoneFiles = object({
  files: Type.Array(object({ path: PathText, hash: Hash, size: Offset })),
});
/** A text that was written and is given up without being saved. */
export const DiscardedText = object({ kitId: Id, path: PathText, text: Text });
/** Something was kept, or could not be: then why. */
export const HistoryChange = object({ kitId: Id, problem: maybe(Short) });

export type Version = Static<typeof Version>;
export type KitVersions = Static<typeof KitVersions>;
export type MilestoneFile = Static<typeof MilestoneFiles>['files'][number];
