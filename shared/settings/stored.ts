import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { Progress, Session, Settings } from '../ipc/payloads';

/** Formats of the files the studio keeps for itself, outside any kit. Each carries its version; a reader refuses one it does not know. */
export const STORED_VERSION = 1;
/** Preferences gained spelling with version 2; faces, measures, autosave, remarks and shortcuts with version 3; the
 * size of the history and formulas with version 4. */
export const PREFERENCES_VERSION = 4;

const exact = { additionalProperties: false } as const;
const stored = <T extends TSchema>(value: T, version = STORED_VERSION) =>
  Type.Object({ version: Type.Literal(version), value }, exact);

const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
const Pixels = Type.Integer({ minimum: -100_000, maximum: 100_000 });

/** One folder that was opened as a kit, the latest first in {@link RecentFolders}. */
export const RecentFolder = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 1, maxLength: 4096 }),
    /** Absolute folder with links resolved. */
    root: Type.String({ minLength: 1, maxLength: 4096 }),
    /** ISO 8601, UTC. */
    openedAt: Type.String({ maxLength: 40 }),
  },
  exact,
);

export const RecentFolders = Type.Object(
  {
    folders: Type.Array(RecentFolder, { maxItems: 50 }),
    /** The kit that was open when the studio was last used; null when it was closed before. */
    last: Type.Union([Id, Type.Null()]),
  },
  exact,
);

/** Where the window stood, in device-independent pixels, when it was neither maximized nor full screen. */
export const WindowState = Type.Object(
  {
    x: Pixels,
    y: Pixels,
    width: Type.Integer({ minimum: 100, maximum: 100_000 }),
    height: Type.Integer({ minimum: 100, maximum: 100_000 }),
    maximized: Type.Boolean(),
    /** Absent in files of earlier versions. */
    fullScreen: Type.Optional(Type.Boolean()),
  },
  exact,
);

/** What the user decided on kits' own standards, the latest first: it holds for one folder and one content. */
export const StandardChoices = Type.Array(
  Type.Object(
    {
      /** Absolute folder with links resolved. */
      root: Type.String({ minLength: 1, maxLength: 4096 }),
      /** SHA-256 of the content, lower-case hexadecimal. */
      hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      choice: Type.Union([Type.Literal('own'), Type.Literal('studio')]),
    },
    exact,
  ),
  { maxItems: 1000 },
);

/** What stands before the text of a journalled buffer. */
export const JournalHeader = Type.Object(
  {
    version: Type.Literal(STORED_VERSION),
    kitId: Id,
    path: Type.String({ minLength: 1, maxLength: 1024 }),
    baseHash: Type.Union([Type.String({ pattern: '^[0-9a-f]{64}$' }), Type.Null()]),
    /** ISO 8601, UTC. */
    savedAt: Type.String({ maxLength: 40 }),
  },
  exact,
);

/** What was typed since the frame before it. */
export const JournalStep = Type.Object(
  {
    /** ISO 8601, UTC. */
    savedAt: Type.String({ maxLength: 40 }),
    /** Length of the text before and after, in UTF-16 units. */
    before: Type.Integer({ minimum: 0 }),
    after: Type.Integer({ minimum: 0 }),
    /** Ascending, without overlap, in offsets of the text before. */
    edits: Type.Array(
      Type.Object(
        {
          from: Type.Integer({ minimum: 0 }),
          to: Type.Integer({ minimum: 0 }),
          insert: Type.String(),
        },
        exact,
      ),
    ),
  },
  exact,
);

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Bytes = Type.Integer({ minimum: 0 });
const KitPathText = Type.String({ minLength: 1, maxLength: 1024 });

/**
 * Why a version is kept. `saved`: it was saved here. `found`: it was on the disk before, and would have been replaced or deleted. `discarded`: it
 * was written here, never saved, and given up.
 */
export const VersionOrigin = Type.Union([
  Type.Literal('saved'),
  Type.Literal('found'),
  Type.Literal('discarded'),
]);

/** The versions of one file, the oldest first. */
export const FileVersions = Type.Object(
  {
    path: KitPathText,
    versions: Type.Array(
      Type.Object(
        {
          /** SHA-256 of the bytes of the file, by which they are stored. */
          hash: Sha256,
          /** Milliseconds since 1970. */
          at: Type.Integer(),
          /** Of the file, and of what is stored of it. */
          size: Bytes,
          stored: Bytes,
          origin: VersionOrigin,
          /** Words that came and went since the version before; absent where that was not counted. */
          change: Type.Optional(
            Type.Object({ from: Sha256, added: Type.Integer(), removed: Type.Integer() }, exact),
          ),
        },
        exact,
      ),
      { maxItems: 20_000 },
    ),
  },
  exact,
);

/** The whole kit as it was at a moment that somebody gave a name. */
export const Milestone = Type.Object(
  {
    id: Id,
    name: Type.String({ minLength: 1, maxLength: 200 }),
    at: Type.Integer(),
    files: Type.Array(Type.Object({ path: KitPathText, hash: Sha256, size: Bytes, stored: Bytes }, exact), {
      maxItems: 20_000,
    }),
  },
  exact,
);

export const StoredFileVersions = stored(FileVersions);
export const StoredMilestone = stored(Milestone);
export const StoredPreferences = stored(Settings, PREFERENCES_VERSION);
export const StoredRecent = stored(RecentFolders);
export const StoredWindow = stored(WindowState);
export const StoredStandards = stored(StandardChoices);
export const StoredSession = stored(Session);
export const StoredProgress = stored(Progress);

export type RecentFolder = Static<typeof RecentFolder>;
export type RecentFolders = Static<typeof RecentFolders>;
export type StandardChoices = Static<typeof StandardChoices>;
export type WindowState = Static<typeof WindowState>;
export type JournalHeader = Static<typeof JournalHeader>;
export type JournalStep = Static<typeof JournalStep>;
export type FileVersions = Static<typeof FileVersions>;
export type StoredVersion = FileVersions['versions'][number];
export type VersionOrigin = Static<typeof VersionOrigin>;
export type Milestone = Static<typeof Milestone>;
