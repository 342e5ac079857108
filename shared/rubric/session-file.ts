import { atOnce, type Steps } from '../util/steps';
import type { Source } from './artifact';
import { contributionOf } from './contribution';
import type { Fact } from './fact';
import type { Finding } from './finding';
import { type Broke, Guard } from './guard';
import { keepFacts } from './kept-facts';
import type { ArtifactKind } from './kind';
import type { Contribution } from './packet';
import { type Edited, parseSourceInSteps, READ_IN_STEPS } from './parse-source';
import type { Recognition } from './registry';
import type { ArtifactReport } from './report';
import type { CriterionOutcome } from './run';
import { type SchemaValidator, schemaFindings } from './schema-findings';
import { factsByTopic } from './topics';

/** Above this many UTF-16 units a file is listed and editable, but not checked (limit of full service). */
export const MAX_CHECKED_LENGTH = 5 * 1024 * 1024;

/** A file as a check session holds it: its latest text and what is known about it so far. */
export interface SessionFile {
  readonly path: string;
  text: string | null;
  /** Why the file could not be read as text, when it should have been. */
  unreadable: string | null;
  version: number;
  parsed: ParsedFile | null;
  own: Map<string, CriterionOutcome>;
  /** Criteria that were put down, with what is left of them to do. */
  begun: Map<string, Steps<CriterionOutcome>>;
  report: ArtifactReport | null;
}

/** The files of a session by their path. */
export type SessionFiles = ReadonlyMap<string, SessionFile>;

export function newSessionFile(path: string, text: string | null, unreadable: string | null): SessionFile {
  return {
    ...{ path, text, unreadable, version: 1, parsed: null },
    ...{ own: new Map(), begun: new Map(), report: null },
  };
}

/** Has a file judged anew: it says something else, or is judged by something else. */
export function forgetOutcomes(file: SessionFile): void {
  file.own = new Map();
  file.begun = new Map();
}

/** What one text says, before any criterion looks at it. */
export interface ParsedFile {
  readonly source: Source | null;
  readonly kind: ArtifactKind | null;
  readonly unrecognised: string | null;
  readonly template: boolean;
  readonly model: unknown;
  readonly contribution: Contribution;
  readonly fixed: readonly Finding[];
  /** Set when reading the text broke: what is missing then is nobody's gap. */
  readonly broke: Broke | null;
  /** Set when the kind's own reader broke, so that there is no model to judge by. */
  readonly unread: boolean;
  /** Set when source and model were let go to save memory: the text has to be read again to be judged. */
  readonly shed?: true;
}

/** What is left of a file whose trees are let go: all that the rest of the kit asks about it. */
export function shedTrees(parsed: ParsedFile): ParsedFile {
  return { ...parsed, source: null, model: null, shed: true };
}

/** What reading a file needs to know of its surroundings. */
export interface Reading {
  recognise(path: string, source: Source | null): Recognition;
  validator(kindId: string): SchemaValidator | null;
  /** What a file states that is no artifact: `kit.yaml` its people and glossary. */
  statedFacts(path: string): readonly Fact[];
  /** True for files about the others, such as waivers: the paths they hold are no links of the packet. */
  isAside(path: string): boolean;
}

/** Whether a text is read in several steps: they are parts of its Markdown, what it means, and its facts. */
export function isLong(text: string | null): boolean {
  return text !== null && text.length >= READ_IN_STEPS;
}

/**
 * Reads a text by its kind. Never throws: a kind that does is a finding of this file alone, and what it would have said is missing. `edited` is
 * given for a file that is read again because somebody writes in it.
 */
export function readSessionFile(
  file: SessionFile,
  reading: Reading,
  edited: Edited | null = null,
): ParsedFile {
  return atOnce(readInSteps(file, reading, edited));
}

/** The same, put down now and then in a long file. */
export function* readInSteps(
  file: SessionFile,
  reading: Reading,
  edited: Edited | null = null,
): Steps<ParsedFile> {
  const guard = new Guard();
  const readable = file.text !== null && file.text.length <= MAX_CHECKED_LENGTH;
  const text = readable ? file.text : null;
  const source =
    text === null
      ? null
      : yield* guard.steps('parsing', () => parseSourceInSteps(file.path, text, edited), null);
  const long = isLong(text);
  if (long) yield;
  const recognition = reading.recognise(file.path, source);
  const { kind, template } = recognition;
  const unread = {};
  const model = kind && source ? guard.run('reading', () => kind.read(source), unread) : null;
  const known = kind && source && model !== unread;
  if (long) yield;
  const facts =
    !kind || !source
      ? reading.statedFacts(file.path)
      : known
        ? yield* guard.steps('gathering the facts of', () => factsInSteps(kind, model, source), [])
        : [];
  if (long) yield;
  const said = reading.isAside(file.path) ? null : source;
  const offered = contributionOf(file.path, kind?.id ?? null, said, facts, kind?.part ?? null, guard);
  const validator = kind?.schema && !template ? reading.validator(kind.id) : null;
  const fixed: Finding[] = [];
  if (file.text !== null && !readable && kind) fixed.push(tooLong(file.path));
  if (file.text === null && file.unreadable !== null && kind)
    fixed.push(unreadableFile(file.path, file.unreadable));
  if (validator && (source?.format === 'yaml' || source?.format === 'json') && source.data.root)
    fixed.push(
      ...guard.run('checking the format of', () => schemaFindings(source, validator, kind?.schema), []),
    );
  const contribution = guard.run(
    'sorting the facts of',
    () => sorted(keepFacts(file.parsed?.contribution ?? null, offered)),
    {
      ...offered,
      facts: [],
      links: [],
    },
  );
  const broke = recognition.broke ?? guard.broke;
  if (broke) fixed.push(brokenKind(file.path, kind, broke));
  return {
    source,
    kind,
    unrecognised: recognition.kind === null ? recognition.reason : null,
    template,
    model: known ? model : null,
    contribution,
    fixed,
    broke,
    unread: model === unread,
  };
}

/** What a kind says of a file; in one step unless the file is long. */
function* factsInSteps(kind: ArtifactKind, model: unknown, source: Source): Steps<readonly Fact[]> {
  return isLong(source.text) && kind.factsInSteps
    ? yield* kind.factsInSteps(model, source)
    : kind.facts(model, source);
}

/** A contribution whose facts can be told apart; throws for one of a broken kind. */
function sorted(contribution: Contribution): Contribution {
  factsByTopic(contribution);
  return contribution;
}

/** A fault of the program is no gap of the file: it is told, counted as an error, and lowers no grade. */
function brokenKind(path: string, kind: ArtifactKind | null, broke: Broke): Finding {
  const what = kind ? `this file as "${kind.title}"` : 'this file';
  return {
    id: 'error',
    severity: 'info',
    path,
    span: { from: 0, to: 0 },
    message: `Staffwright itself broke while ${broke.doing} ${what}: ${broke.message}`,
    hint: 'It is a fault of the program, not of the file; what was not read is missing from the verdicts. The other files are checked as always.',
    related: [],
  };
}

/** An artifact that cannot be read fails the first universal criterion; nothing else can be said about it. */
function unreadableFile(path: string, reason: string): Finding {
  return { id: 'GEN-01', severity: 'must', path, span: { from: 0, to: 0 }, message: reason, related: [] };
}

function tooLong(path: string): Finding {
  return {
    id: 'size',
    severity: 'info',
    path,
    span: { from: 0, to: 0 },
    message: `The file is longer than ${MAX_CHECKED_LENGTH / 1024 / 1024} million characters; it can be edited, but is not checked`,
    hint: 'Split it into an artifact and an appendix.',
    related: [],
  };
}
