import { type Static, Type } from '@sinclair/typebox';
import { exact, Hash, Id, maybe, Offset, object, PathText, Short, Text } from './atoms';

export { MAX_TEXT, MAX_TEXT_BYTES } from './atoms';
export * from './diagnostics-payloads';
export * from './history-payloads';
export * from './portfolio-payloads';
export * from './progress-payloads';

export const Nothing = object({});
export const Done = object({});

export const AppInfo = object({
  version: Short,
  electron: Short,
  chrome: Short,
  platform: Type.Union([Type.Literal('darwin'), Type.Literal('win32'), Type.Literal('linux')]),
  dark: Type.Boolean(),
  /** What to open at start with `kit.openRecent`: the last kit, or the folder the program was started with; null shows the welcome screen. */
  startKit: maybe(Id),
  /** What of the studio's own files could not be read, in words; told once. */
  notices: Type.Array(Short, { maxItems: 20 }),
});

export const RecentId = object({ id: Id });
export const RecentKit = object({
  id: Id,
  name: Short,
  /** The folder as shown to the user. */
  location: Short,
  openedAt: Short,
  /** False when the folder is not there now. */
  available: Type.Boolean(),
});
export const RecentKits = object({ kits: Type.Array(RecentKit, { maxItems: 50 }) });

export const KitRef = object({ kitId: Id });
export const FileRef = object({ kitId: Id, path: PathText });

/** A file as the disk has it. `state` says why it cannot be opened for editing, in which case `reason` tells it in words. */
export const ListedFile = object({
  path: PathText,
  size: Offset,
  state: Type.Union([
    Type.Literal('text'),
    Type.Literal('image'),
    Type.Literal('not-utf8'),
    Type.Literal('too-large'),
    Type.Literal('unreadable'),
    Type.Literal('link-outside'),
    Type.Literal('special'),
    Type.Literal('binary'),
  ]),
  readOnly: Type.Boolean(),
  reason: Type.Optional(Short),
});

/** A remark about the folder itself: a broken `kit.yaml`, a name collision, a limit that was reached. */
export const KitNotice = object({
  message: Short,
  path: Type.Optional(PathText),
  line: Type.Optional(Type.Integer({ minimum: 1 })),
});

export const KitListing = object({
  files: Type.Array(ListedFile, { maxItems: 20_000 }),
  /** Empty folders too, so that the tree shows what the disk has. */
  folders: Type.Array(PathText, { maxItems: 20_000 }),
  notices: Type.Array(KitNotice, { maxItems: 1000 }),
});

export const OpenedKit = object({
  kitId: Id,
  name: Short,
  location: Short,
  readOnly: Type.Boolean(),
  /** The text of `kit.yaml`, or null without a manifest; `shared/domain/manifest` reads it. */
  manifest: maybe(Text),
  listing: KitListing,
});
export const MaybeOpenedKit = maybe(OpenedKit);

export const NewPacketRequest = object({
  /** `blank`: templates only, with empty part folders; `example`: the whole worked example to rewrite. */
  content: Type.Union([Type.Literal('blank'), Type.Literal('example')]),
});

/** All of a kit's own standard that can change a verdict; the main process remembers only its hash. */
const StandardContent = Type.String({ minLength: 1, maxLength: 8 * 1024 * 1024 });
const StandardChoice = Type.Union([Type.Literal('own'), Type.Literal('studio')]);
export const StandardRef = object({ kitId: Id, text: StandardContent });
/** What the user decided for this kit and content; null before a decision. */
export const MaybeStandardChoice = object({ choice: maybe(StandardChoice) });
export const StandardDecision = object({ kitId: Id, text: StandardContent, choice: StandardChoice });

const FailedRead = object({ code: Short, message: Short, line: Type.Optional(Type.Integer({ minimum: 1 })) });
export const ReadManyRequest = object({ kitId: Id, paths: Type.Array(PathText, { maxItems: 20_000 }) });
export const ReadManyResponse = object({
  files: Type.Array(
    object({
      path: PathText,
      text: Type.Optional(Text),
      hash: Type.Optional(Hash),
      error: Type.Optional(FailedRead),
    }),
  ),
});

export const FileText = object({
  /** As an editor holds it: no byte order mark, every line end `\n`, so that offsets of checks and editor agree. A save takes the same form. */
  text: Text,
  /** SHA-256 of the bytes on disk: what a later save is based on. */
  hash: Hash,
  readOnly: Type.Boolean(),
  /** How the bytes on disk differ from `text`; the main process puts line ends and mark back on save, in mixed files line by line. */
  lineEnd: Type.Union([Type.Literal('lf'), Type.Literal('crlf'), Type.Literal('mixed')]),
  bom: Type.Boolean(),
});

/** Asks for one part of a file that is too large to edit, counted from 0; the last one where there are fewer by now. */
export const PartRequest = object({ kitId: Id, path: PathText, part: Offset });
export const FilePart = object({
  /** About 1 MB: what is not UTF-8 is U+FFFD here, and line ends are as on the disk. */
  text: Type.String({ maxLength: 2 * 1024 * 1024 }),
  part: Offset,
  parts: Type.Integer({ minimum: 1 }),
  /** Of the whole file, in bytes. */
  size: Offset,
  /** Another one means that the file was changed. */
  stamp: Short,
});

export const SaveRequest = object({ kitId: Id, path: PathText, text: Text, baseHash: Hash });
export const SaveReceipt = object({ hash: Hash });
export const CreateRequest = object({ kitId: Id, path: PathText, text: Text });

export const MoveRequest = object({ kitId: Id, from: PathText, to: PathText });
/** Names what was deleted, for taking that back. `system`: it is in the system's trash too. */
export const DeleteReceipt = object({ trashId: Id, system: Type.Boolean() });
export const RestoreRequest = object({ kitId: Id, trashId: Id });
export const RestoreReceipt = object({ path: PathText });

/** The largest picture that is kept, in characters of base64: a little more than 20 MB of bytes. */
export const MAX_ASSET_TEXT = 28_000_000;
export const AssetRequest = object({
  kitId: Id,
  /** The file that shows the picture; it is kept in `assets/` beside it. */
  beside: PathText,
  name: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,79}\\.(?:png|jpg)$' }),
  base64: Type.String({ maxLength: MAX_ASSET_TEXT, pattern: '^[A-Za-z0-9+/]*={0,2}$' }),
});
/** Where it is kept: under the name that was asked for, or the first free one after it. */
export const AssetReceipt = object({ path: PathText });

export const JournalEntry = object({
  kitId: Id,
  path: PathText,
  text: Text,
  baseHash: maybe(Hash),
  /** Length of the pieces that were sent before and come in front of `text`, in UTF-16 units; none when left out. */
  after: Type.Optional(Offset),
});
/** A piece of a long text that is to be kept; the last piece comes as an entry. */
export const JournalPiece = object({ kitId: Id, path: PathText, at: Offset, text: Text });
/** Names the state that is on the disk: what is typed next can be told as changes of it. */
export const JournalReceipt = object({ frame: Hash });
/** What was typed since the state that `frame` names, of `length` UTF-16 units; edits ascend and do not overlap. */
export const JournalChange = object({
  kitId: Id,
  path: PathText,
  baseHash: maybe(Hash),
  frame: Hash,
  length: Offset,
  edits: Type.Array(object({ from: Offset, to: Offset, insert: Text }), { minItems: 1, maxItems: 10_000 }),
});
/** Null: the whole text is wanted. */
export const JournalChangeReceipt = object({ frame: maybe(Hash) });
export const JournalEntries = object({
  entries: Type.Array(object({ path: PathText, text: Text, baseHash: maybe(Hash), savedAt: Short })),
});

export const Settings = object({
  theme: Type.Union([Type.Literal('system'), Type.Literal('light'), Type.Literal('dark')]),
  /** The face prose is written in; data files are always in mono. */
  font: Type.Union([Type.Literal('mono'), Type.Literal('serif'), Type.Literal('sans')]),
  /** Pixels. */
  fontSize: Type.Integer({ minimum: 10, maximum: 32 }),
  /** Characters in a line of prose. */
  lineWidth: Type.Integer({ minimum: 40, maximum: 200 }),
  /** Multiple of the font size. */
  lineHeight: Type.Number({ minimum: 1.2, maximum: 2.4 }),
  /** Columns a tab takes, and blanks that the Tab key indents by. */
  tabWidth: Type.Integer({ minimum: 1, maximum: 8 }),
  wrap: Type.Boolean(),
  /** Files are saved when typing pauses. */
  autosave: Type.Boolean(),
  syncScroll: Type.Boolean(),
  /** The preview sets formulas between dollars. */
  math: Type.Boolean(),
  paper: Type.Union([Type.Literal('A4'), Type.Literal('Letter')]),
  /** The English that spelling is judged by; `off` marks nothing. */
  spelling: Type.Union([Type.Literal('en-US'), Type.Literal('en-GB'), Type.Literal('off')]),
  /** The user's own dictionary: words that are right in every kit. */
  words: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 10_000 }),
  /** Remarks on prose are shown. Reports and exports are not concerned: a kit switches them off for everybody in `kit.yaml`. */
  remarks: Type.Boolean(),
  /** What older versions of the files of all kits may take on the disk together, in megabytes. */
  historySize: Type.Integer({ minimum: 50, maximum: 20_000 }),
  /** Shortcuts the user changed, by command, as the command table writes them; an empty one takes the shortcut away. */
  shortcuts: Type.Record(
    Type.String({ pattern: '^[a-z][A-Za-z.-]{1,60}$' }),
    Type.String({ maxLength: 40 }),
    exact,
  ),
});
export const SettingsPatch = Type.Partial(Settings, exact);

const PaneName = Type.Union([Type.Literal('main'), Type.Literal('side')]);
/** Selections of a text and what is folded in it; `main` is the index of the main selection. */
const Selections = Type.Array(object({ anchor: Offset, head: Offset }), { maxItems: 100 });
const MainSelection = Type.Integer({ minimum: 0, maximum: 99 });
const Folds = Type.Array(object({ from: Offset, to: Offset }), { maxItems: 200 });
/** An open file and where it was left. All that goes beyond the cursor holds only while the file has the bytes of `hash`. */
const OpenTab = object({
  path: PathText,
  cursor: Offset,
  /** First visible offset of the editor. */
  scroll: Type.Number({ minimum: 0 }),
  /** Selections, where there is more than a cursor. */
  ranges: Type.Optional(Selections),
  main: Type.Optional(MainSelection),
  folds: Type.Optional(Folds),
  /** Where the other pane was in a file that both show. */
  beside: Type.Optional(
    object({
      pane: PaneName,
      scroll: Type.Number({ minimum: 0 }),
      ranges: Selections,
      main: MainSelection,
      folds: Folds,
    }),
  ),
  /** First visible offset of the preview. */
  preview: Type.Optional(Offset),
  hash: Type.Optional(Hash),
});
export const Session = object({
  tabs: Type.Array(OpenTab, { maxItems: 200 }),
  active: maybe(PathText),
  layout: Type.Record(
    Type.String({ pattern: '^[a-z-]{1,40}$' }),
    Type.Array(Type.Number({ minimum: 0, maximum: 100 }), { maxItems: 8 }),
    exact,
  ),
  companion: Type.Array(Type.String({ pattern: '^[a-z-]{1,40}$' }), { maxItems: 4 }),
  /** How panes stand and what is hidden, as words; unknown ones mean nothing. Absent in sessions of earlier versions, as is `panes`. */
  switches: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z-]{1,40}$' }), { maxItems: 32 })),
  /** The second editor pane: its tabs, those that stand in both, and what the pane not in use shows. */
  panes: Type.Optional(
    object({
      side: Type.Array(PathText, { maxItems: 200 }),
      both: Type.Array(PathText, { maxItems: 200 }),
      focus: PaneName,
      other: maybe(PathText),
    }),
  ),
  /** Open files by last use, latest first. */
  recent: Type.Optional(Type.Array(PathText, { maxItems: 200 })),
  /** Ids of commands by last use, latest first. */
  commands: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z][A-Za-z.-]{1,60}$' }), { maxItems: 20 })),
  navigator: Type.String({ pattern: '^[a-z-]{1,40}$' }),
});
export const MaybeSession = maybe(Session);
export const SessionWrite = object({ kitId: Id, session: Session });

export const DrawRequest = object({
  source: Type.String({ maxLength: 51_200 }),
  theme: Type.Union([Type.Literal('light'), Type.Literal('dark'), Type.Literal('print')]),
  /** One of the many texts while somebody writes: not worth a place on the disk. */
  passing: Type.Optional(Type.Boolean()),
});
export const DrawResponse = object({
  /** Sanitized SVG without scripts, links or foreign content. */
  svg: Text,
  width: Type.Number({ minimum: 0 }),
  height: Type.Number({ minimum: 0 }),
});

export const LinkRequest = object({ url: Type.String({ minLength: 1, maxLength: 2048 }) });
export const UnsavedReport = object({ count: Offset });
export const FullScreenRequest = object({
  wanted: Type.Union([Type.Literal('on'), Type.Literal('off'), Type.Literal('other')]),
});
/** What it was before. */
export const FullScreenAnswer = object({ was: Type.Boolean() });

export const KitChange = object({
  kitId: Id,
  /** Empty with `lost` set: events were lost or came too fast, look at the folder anew. */
  changes: Type.Array(
    object({
      path: PathText,
      change: Type.Union([Type.Literal('added'), Type.Literal('changed'), Type.Literal('removed')]),
      hash: Type.Optional(Hash),
    }),
    { maxItems: 2000 },
  ),
  lost: Type.Boolean(),
});
const CommandName = Type.String({ pattern: '^[a-z][A-Za-z.-]{1,60}$' });
export const CommandRun = object({ id: CommandName });
/** A menu at a place of the window, in its pixels: commands of the table in groups, and which of them can be used now. */
export const MenuRequest = object({
  x: Type.Integer({ minimum: 0, maximum: 100_000 }),
  y: Type.Integer({ minimum: 0, maximum: 100_000 }),
  groups: Type.Array(
    Type.Array(object({ id: CommandName, enabled: Type.Boolean() }), { minItems: 1, maxItems: 30 }),
    { maxItems: 12 },
  ),
});
/** The command that was chosen; null when none was, or the system carried it out. */
export const MenuAnswer = object({ id: maybe(CommandName) });
export const Appearance = object({ dark: Type.Boolean() });

export type AppInfo = Static<typeof AppInfo>;
export type RecentKit = Static<typeof RecentKit>;
export type ListedFile = Static<typeof ListedFile>;
export type KitNotice = Static<typeof KitNotice>;
export type KitListing = Static<typeof KitListing>;
export type OpenedKit = Static<typeof OpenedKit>;
export type FileText = Static<typeof FileText>;
export type FilePart = Static<typeof FilePart>;
export type Settings = Static<typeof Settings>;
export type Session = Static<typeof Session>;
export type AssetReceipt = Static<typeof AssetReceipt>;
export type KitChange = Static<typeof KitChange>;
export type MenuRequest = Static<typeof MenuRequest>;
export type DrawRequest = Static<typeof DrawRequest>;
export type DrawResponse = Static<typeof DrawResponse>;
export type JournalEntry = Static<typeof JournalEntry>;
export type JournalPiece = Static<typeof JournalPiece>;
export type JournalChange = Static<typeof JournalChange>;
