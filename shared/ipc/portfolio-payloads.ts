import { type Static, Type } from '@sinclair/typebox';
import { Id, maybe, Offset, object, PathText, Short, Text } from './atoms';

export const MaybeExportTarget = maybe(object({ targetId: Id, location: Short }));
export const ExportRequest = object({
  kitId: Id,
  targetId: Id,
  /** Left out: what the kit says, else A4. */
  paper: Type.Optional(Type.Union([Type.Literal('A4'), Type.Literal('Letter')])),
  /** Whether formulas are set where the kit does not say it. Left out: they are printed as they are written. */
  formulas: Type.Optional(Type.Boolean()),
  /** Choices that stand for those in the kit's own file, in its format; for a kit that cannot be written. */
  composition: Type.Optional(Type.String({ maxLength: 600_000 })),
  /** Left out: what the kit says, else all of them. */
  outputs: Type.Optional(
    Type.Array(
      Type.Union([Type.Literal('pdf'), Type.Literal('briefing'), Type.Literal('html'), Type.Literal('zip')]),
      { minItems: 1, maxItems: 4, uniqueItems: true },
    ),
  ),
  overwrite: Type.Boolean(),
  /** Whether what the kit's list names is hidden by pseudonyms. Left out: what the kit says. */
  redact: Type.Optional(Type.Boolean()),
});
export const ExportProgress = object({
  step: Type.Union([
    Type.Literal('read'),
    Type.Literal('check'),
    Type.Literal('diagrams'),
    Type.Literal('layout'),
    Type.Literal('print'),
    Type.Literal('verify'),
    Type.Literal('more'),
    Type.Literal('zip'),
  ]),
  done: Offset,
  total: Offset,
  label: Short,
});
export const PreflightLine = object({
  level: Type.Union([Type.Literal('ok'), Type.Literal('warning'), Type.Literal('problem')]),
  message: Short,
  path: Type.Optional(PathText),
  line: Type.Optional(Type.Integer({ minimum: 1 })),
});
const OutputFile = Type.Union([
  Type.Literal('pdf'),
  Type.Literal('briefing'),
  Type.Literal('notes'),
  Type.Literal('html'),
  Type.Literal('zip'),
]);
export const ExportReceipt = object({
  exportId: Id,
  /** What was written; `path` is for people, `pages` is absent for what has none. */
  files: Type.Array(
    object({ file: OutputFile, path: Short, pages: Type.Optional(Type.Integer({ minimum: 1 })) }),
    { minItems: 1, maxItems: 5 },
  ),
  preflight: Type.Array(PreflightLine, { maxItems: 5000 }),
  /** How many of these lines, at the front, say what is wrong in the files themselves: lost, cut off, not drawn. */
  faults: Offset,
});
/** What would be said of an export before it is made. */
export const PreflightRequest = object({
  kitId: Id,
  /** As of the export. */
  composition: Type.Optional(Type.String({ maxLength: 600_000 })),
  redact: Type.Boolean(),
});
const KitPlaces = Type.Array(object({ path: PathText, line: Type.Optional(Type.Integer({ minimum: 1 })) }), {
  maxItems: 50,
});
export const PreflightReceipt = object({
  lines: Type.Array(PreflightLine, { maxItems: 5000 }),
  /** What a redaction replaces, entry by entry; those that are found nowhere have the count 0. A place without a line is the file's name. */
  changes: Type.Array(
    object({ kind: Short, original: Short, pseudonym: Short, count: Offset, places: KitPlaces }),
    { maxItems: 4000 },
  ),
  /** What looks secret and would go out as it is. */
  secrets: Type.Array(object({ what: Short, shown: Short, count: Offset, places: KitPlaces }), {
    maxItems: 1000,
  }),
  /** The file that says what is hidden; null when the kit has none. */
  list: maybe(PathText),
});
/** Pages as an export would print them now. */
export const PagesRequest = object({
  kitId: Id,
  /** The file whose pages are wanted, or at which the portfolio is opened. */
  path: PathText,
  scope: Type.Union([Type.Literal('file'), Type.Literal('portfolio')]),
  paper: Type.Union([Type.Literal('A4'), Type.Literal('Letter')]),
  /** As of an export. */
  formulas: Type.Optional(Type.Boolean()),
  /** Texts that are typed and not saved. */
  unsaved: Type.Array(object({ path: PathText, text: Text }), { maxItems: 200 }),
  /** As of an export. */
  composition: Type.Optional(Type.String({ maxLength: 600_000 })),
  /** Whether names are hidden as in a redacted export. Left out: what the kit says. */
  redact: Type.Optional(Type.Boolean()),
});
export const PagesReceipt = object({
  /** The PDF in base64. */
  pdf: Text,
  /** Its pages to show, from 1, both included. */
  from: Type.Integer({ minimum: 1 }),
  to: Type.Integer({ minimum: 1 }),
  /** The first page of the file. */
  start: Type.Integer({ minimum: 1 }),
  /** Whether names are hidden in them. */
  redacted: Type.Boolean(),
  /** In how many places of the kit; none when its list is empty. */
  hidden: Type.Integer({ minimum: 0 }),
  /** Diagrams that could not be drawn. */
  failures: Type.Array(PreflightLine, { maxItems: 5000 }),
});
export const RevealRequest = object({
  exportId: Id,
  file: OutputFile,
  /** Opens the file itself instead, with the program the system has for it. */
  open: Type.Optional(Type.Boolean()),
});

export type ExportRequest = Static<typeof ExportRequest>;
export type ExportProgress = Static<typeof ExportProgress>;
export type PreflightLine = Static<typeof PreflightLine>;
export type ExportReceipt = Static<typeof ExportReceipt>;
export type PreflightRequest = Static<typeof PreflightRequest>;
export type PreflightReceipt = Static<typeof PreflightReceipt>;
export type PagesRequest = Static<typeof PagesRequest>;
export type PagesReceipt = Static<typeof PagesReceipt>;
