import type { Static, TObject, TSchema } from '@sinclair/typebox';
import * as A from './archive-payloads';
import * as S from './payloads';

/** A request with one answer. */
interface Call<Req extends TSchema, Res extends TSchema> {
  readonly type: 'call';
  readonly request: Req;
  readonly response: Res;
}

/** A long job: one answer at the end, progress on the way, and it can be cancelled. */
interface Task<Req extends TSchema, Progress extends TSchema, Res extends TSchema> {
  readonly type: 'task';
  readonly request: Req;
  readonly progress: Progress;
  readonly response: Res;
}

/** Something the main process tells the page, unasked. */
interface Event<Payload extends TSchema> {
  readonly type: 'event';
  readonly payload: Payload;
}

const call = <Req extends TObject, Res extends TSchema>(request: Req, response: Res): Call<Req, Res> => ({
  type: 'call',
  request,
  response,
});
const task = <Req extends TObject, P extends TSchema, Res extends TSchema>(
  request: Req,
  progress: P,
  response: Res,
): Task<Req, P, Res> => ({
  type: 'task',
  request,
  progress,
  response,
});
const event = <P extends TSchema>(payload: P): Event<P> => ({ type: 'event', payload });

/**
 * All that the page may ask of the machine, and all it may be told. The only place a channel exists: types, preload, handlers and both hosts
 * are derived from this object, and each payload is validated on both sides by validators compiled ahead of time.
 */
export const contract = {
  'app.info': call(S.Nothing, S.AppInfo),
  'recent.list': call(S.Nothing, S.RecentKits),
  'recent.forget': call(S.RecentId, S.RecentKits),
  /** Shows the system's folder dialog; null when it was cancelled. */
  'kit.chooseFolder': call(S.Nothing, S.MaybeOpenedKit),
  'kit.openRecent': call(S.RecentId, S.OpenedKit),
  /** The worked example that ships with the studio, read-only. */
  'kit.openExample': call(S.Nothing, S.OpenedKit),
  /** Asks for an empty or new folder and fills it with a copy of the starter kit; null when cancelled. */
  'kit.createFromStarter': call(S.NewPacketRequest, S.MaybeOpenedKit),
  /** Shows the system's dialog for a kit that comes as a zip; null when it was cancelled. */
  'archive.choose': call(S.Nothing, A.MaybeChosenArchive),
  /** The zip that this start of the program named, once; null when it named none. */
  'archive.fromStart': call(S.Nothing, A.MaybeChosenArchive),
  /** Looks through a zip; nothing is unpacked (requirement D4). */
  'archive.inspect': call(A.ArchiveRef, A.ArchiveSummary),
  /** Asks in which folder the kit of a zip gets its own; null when cancelled. */
  'archive.chooseFolder': call(A.ArchiveRef, A.MaybeArchiveTarget),
  /** Unpacks the kit of a zip into a new folder, and opens it. */
  'archive.unpack': task(A.UnpackRequest, A.UnpackProgress, S.OpenedKit),
  'kit.close': call(S.KitRef, S.Done),
  /** Lists the kit anew from disk. */
  'kit.list': call(S.KitRef, S.KitListing),
  /** Reads several files in one message, for checking. Files that cannot be read carry their error. */
  'kit.readMany': call(S.ReadManyRequest, S.ReadManyResponse),
  /** Whether the user accepted what a kit changes in the studio's standard (requirement D5). */
  'kit.standardChoice': call(S.StandardRef, S.MaybeStandardChoice),
  'kit.chooseStandard': call(S.StandardDecision, S.Done),
  'artifact.read': call(S.FileRef, S.FileText),
  /** One part of a text beyond 50 MB, to be looked at; nothing of it is ever saved. */
  'artifact.readPart': call(S.PartRequest, S.FilePart),
  /** Atomic save; refused when the file on disk is no longer the one the text was based on. */
  'artifact.save': call(S.SaveRequest, S.SaveReceipt),
  /** Writes a new file; refused when one of that name exists (case and normal form folded). */
  'artifact.create': call(S.CreateRequest, S.SaveReceipt),
  /** Keeps a picture beside a file; nothing that exists is touched. */
  'artifact.saveAsset': call(S.AssetRequest, S.AssetReceipt),
  /** Gives a file or folder another name or place; nothing that exists is replaced. */
  'file.move': call(S.MoveRequest, S.Done),
  'file.makeFolder': call(S.FileRef, S.Done),
  'file.duplicate': call(S.MoveRequest, S.Done),
  /** Moves a file or folder to the system's trash, after all of it was copied for taking that back. */
  'file.delete': call(S.FileRef, S.DeleteReceipt),
  'file.restore': call(S.RestoreRequest, S.RestoreReceipt),
  /** Shows a file or folder of the kit in the system's file manager. */
  'file.reveal': call(S.FileRef, S.Done),
  'journal.put': call(S.JournalEntry, S.JournalReceipt),
  'journal.piece': call(S.JournalPiece, S.Done),
  'journal.change': call(S.JournalChange, S.JournalChangeReceipt),
  'journal.list': call(S.KitRef, S.JournalEntries),
  'journal.drop': call(S.FileRef, S.Done),
  /** The older versions of a file that are kept outside the kit, oldest first. */
  'history.versions': call(S.FileRef, S.Versions),
  'history.read': call(S.VersionRef, S.VersionText),
  /** Milestones, and what is known of files, also of those that are not there any more. */
  'history.kit': call(S.KitRef, S.KitVersions),
  'history.milestone': call(S.MilestoneRef, S.MilestoneFiles),
  /** Keeps every text of the kit, as it is on the disk, under a name. */
  'history.addMilestone': call(S.MilestoneRequest, S.MilestoneReceipt),
  'history.removeMilestone': call(S.MilestoneRef, S.Done),
  /** Writes a version of a file that is not there any more; nothing that exists is touched. */
  'history.bringBack': call(S.VersionRef, S.Done),
  /** Keeps a text that was written and is given up. */
  'history.discarded': call(S.DiscardedText, S.Done),
  /** Another program gave a file another path: its versions go with it. */
  'history.moved': call(S.MoveRequest, S.Done),
  'settings.read': call(S.Nothing, S.Settings),
  'settings.write': call(S.SettingsPatch, S.Settings),
  /** What the studio remembers per kit: open tabs, panes, cursors. */
  'session.read': call(S.KitRef, S.MaybeSession),
  'session.write': call(S.SessionWrite, S.Done),
  /** How far the packet was, day by day, by the user's own record; numbers only. */
  'progress.read': call(S.KitRef, S.Progress),
  /** Puts today's standing into the record, in place of an earlier one of the same day. */
  'progress.note': call(S.ProgressNote, S.Progress),
  /** Draws a Mermaid text in the hidden drawing page; answers from the store when it was drawn before. */
  'diagram.draw': call(S.DrawRequest, S.DrawResponse),
  'portfolio.chooseFolder': call(S.Nothing, S.MaybeExportTarget),
  'portfolio.export': task(S.ExportRequest, S.ExportProgress, S.ExportReceipt),
  /** How the packet stands, what a redaction would change, and what looks secret: before an export is made. */
  'portfolio.preflight': task(S.PreflightRequest, S.ExportProgress, S.PreflightReceipt),
  /** The pages that an export would print, in memory only. */
  'portfolio.pages': task(S.PagesRequest, S.ExportProgress, S.PagesReceipt),
  /** Shows the finished file in the system's file manager. Only files this session exported. */
  'portfolio.reveal': call(S.RevealRequest, S.Done),
  /** Opens an http, https or mailto address after the user has confirmed it in a system dialog. */
  'link.open': call(S.LinkRequest, S.Done),
  /** Shows the system's menu at a place and answers when it is closed. */
  'menu.popup': call(S.MenuRequest, S.MenuAnswer),
  /** Keeps the window's close handshake informed: how many buffers are unsaved. */
  'window.reportUnsaved': call(S.UnsavedReport, S.Done),
  /** Gives the window the whole screen, or takes it back; pages have no permission to ask the engine for it. */
  'window.fullScreen': call(S.FullScreenRequest, S.FullScreenAnswer),
  /** The page has journalled everything and may be closed. */
  'window.readyToClose': call(S.Nothing, S.Done),
  /** Answers `window.areYouThere`: the page is not hanging. */
  'window.here': call(S.Nothing, S.Done),
  /** A bug of the page, for the log: where it was, without a word of its message. */
  'diagnostics.note': call(S.PageError, S.Done),
  /** Shows the log in the system's file manager. */
  'diagnostics.showLog': call(S.Nothing, S.Done),
  /** Asks where to, and writes a report that the user may send to somebody by themselves. */
  'diagnostics.saveReport': call(S.Nothing, S.ReportSaved),
  'kit.changed': event(S.KitChange),
  'history.changed': event(S.HistoryChange),
  /** A second start of the program named a folder: open it with `kit.openRecent`. */
  'kit.openRequested': event(S.RecentId),
  /** A second start of the program named a zip: look through it with `archive.inspect`. */
  'archive.openRequested': event(A.ChosenArchive),
  /** A native menu item or accelerator was used. */
  'command.run': event(S.CommandRun),
  'window.closing': event(S.Nothing),
  'window.areYouThere': event(S.Nothing),
  'appearance.changed': event(S.Appearance),
} as const;

export type Contract = typeof contract;
export type Channel = keyof Contract;

type ChannelsOf<T extends 'call' | 'task' | 'event'> = {
  [K in Channel]: Contract[K] extends { readonly type: T } ? K : never;
}[Channel];
export type CallChannel = ChannelsOf<'call'>;
export type TaskChannel = ChannelsOf<'task'>;
export type EventChannel = ChannelsOf<'event'>;

export type RequestOf<K extends CallChannel | TaskChannel> = Static<Contract[K]['request']>;
export type ResponseOf<K extends CallChannel | TaskChannel> = Static<Contract[K]['response']>;
export type ProgressOf<K extends TaskChannel> = Static<Contract[K]['progress']>;
export type PayloadOf<K extends EventChannel> = Static<Contract[K]['payload']>;

/** Every refusal and failure crosses the boundary as one of these, never as an exception. */
export const ERROR_CODES = [
  'bad-request',
  'bad-response',
  'forbidden',
  'unknown-channel',
  'not-a-kit',
  'empty-folder',
  'not-found',
  'outside-kit',
  'not-utf8',
  'too-large',
  'read-only',
  'exists',
  'changed-on-disk',
  'no-space',
  'io',
  'cancelled',
  'busy',
  'diagram-syntax',
  'diagram-timeout',
  'export-failed',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export interface HostError {
  readonly code: ErrorCode;
  /** What happened, where and what to do, in words for the user. */
  readonly message: string;
  /** Kit path, when the failure belongs to a file. */
  readonly file?: string;
  /** Line from 1, when there is one. */
  readonly line?: number;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: HostError };
