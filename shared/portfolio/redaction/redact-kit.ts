import {
  comparePaths,
  extension,
  foldedPath,
  kitPath,
  relativeLink,
  resolveLink,
} from '../../domain/kit-path';
import type { Source } from '../../rubric/artifact';
import { OWN_FILES } from '../../rubric/own-files';
import { parseSource } from '../../rubric/parse-source';
import { applyEdits } from '../../text/edits/edit';
import { LineIndex } from '../../text/line-index';
import { REDACTION_FILE, type Redaction, type RedactionRemark } from './redaction';
import { type Hit, Redactor, type Writing } from './redactor';

/** What one entry of the list changes. */
export interface RedactionChange {
  readonly kind: 'term' | 'person' | 'host' | 'pattern';
  readonly original: string;
  readonly pseudonym: string;
  readonly count: number;
  /** The first of the places, by path; a file name that changes has line 0. */
  readonly places: readonly { readonly path: string; readonly line: number; readonly text: string }[];
}

/** A copy of the kit in which nothing of what is hidden stands. The kit itself is not touched. */
export interface RedactedCopy {
  /** Where each file of the kit stands in the copy; files that are left out have no entry. */
  readonly paths: ReadonlyMap<string, string>;
  /** Texts of the copy by their paths in it. */
  readonly texts: ReadonlyMap<string, string>;
  /** In the order of the list; entries that were not found have the count 0. */
  readonly changes: readonly RedactionChange[];
  /** Why the copy must not be handed out. */
  readonly problems: readonly RedactionRemark[];
  readonly redactor: Redactor;
}

export interface KitTexts {
  /** Every text of the kit by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** Paths of the pictures. */
  readonly pictures: readonly string[];
}

/** Places that are listed of one entry; the count is that of all. */
const LISTED = 50;

/** Makes the copy. The same kit and list give the same copy, in any order of its files. */
export function redactKit(kit: KitTexts, redaction: Redaction): RedactedCopy {
  const redactor = new Redactor(redaction);
  const book = new ChangeBook(redactor);
  const problems: RedactionRemark[] = [];
  const paths = new Map<string, string>();
  const own = (path: string) => OWN_FILES.includes(path);
  for (const path of [...kit.texts.keys(), ...kit.pictures].sort(comparePaths)) {
    if (path === REDACTION_FILE) continue;
    if (own(path)) {
      paths.set(path, path);
      continue;
    }
    const hits = redactor.hits(path, 'path');
    for (const hit of hits) book.add(path, 0, path.slice(hit.from, hit.to), hit);
    paths.set(path, applyEdits(path, hits));
  }
  problems.push(...pathProblems(paths));

  const texts = new Map<string, string>();
  for (const path of [...kit.texts.keys()].sort(comparePaths)) {
    const renamed = paths.get(path);
    if (renamed === undefined) continue;
    const text = kit.texts.get(path) as string;
    const hits = redactor.hits(text, writingOf(path));
    const lines = new LineIndex(text);
    for (const hit of hits) book.add(path, lines.position(hit.from).line, text.slice(hit.from, hit.to), hit);
    const redacted = withFences(path, text, hits, redactor);
    texts.set(renamed, withLinks(path, renamed, text, redacted, paths));
  }
  for (const [path, renamed] of paths) {
    const [before, after] = [kit.texts.get(path), texts.get(renamed)];
    if (before !== undefined && after !== undefined && before !== after)
      problems.push(...brokenSyntax(path, before, after));
  }
  return { paths, texts, changes: book.list(), problems, redactor };
}

/** How a file is written, by its name. */
export function writingOf(path: string): Writing {
  const ending = extension(path);
  if (['yaml', 'yml', 'json', 'jsonl', 'toml'].includes(ending)) return 'data';
  return ending === 'mmd' || ending === 'mermaid' ? 'diagram' : 'prose';
}

/** Diagrams inside Markdown are read as diagrams: an identifier there must not get a blank. */
function withFences(path: string, text: string, hits: readonly Hit[], redactor: Redactor): string {
  if (hits.length === 0) return text;
  const source = parsed(path, text);
  if (source?.format !== 'md') return applyEdits(text, hits);
  const fences = source.markdown.codeBlocks.filter((block) => block.lang === 'mermaid');
  if (fences.length === 0) return applyEdits(text, hits);
  let out = '';
  let at = 0;
  const upTo = (end: number) => {
    for (const hit of hits) {
      if (hit.from < at || hit.from >= end) continue;
      out += text.slice(at, hit.from) + hit.insert;
      at = hit.to;
    }
    if (at < end) out += text.slice(at, end);
    at = Math.max(at, end);
  };
  for (const { content } of fences) {
    upTo(content.from);
    out += redactor.redact(text.slice(at, content.to), 'diagram');
    at = content.to;
  }
  upTo(text.length);
  return out;
}

/** Links to files with a new name lead to it, however the name was written in them. */
function withLinks(
  path: string,
  renamed: string,
  before: string,
  after: string,
  paths: ReadonlyMap<string, string>,
): string {
  if (before === after && path === renamed) return after;
  const [old, now] = [parsed(path, before), parsed(renamed, after)];
  if (old?.format !== 'md' || now?.format !== 'md') return after;
  const links = now.markdown.links;
  if (links.length !== old.markdown.links.length) return after;
  const edits = old.markdown.links.flatMap((link, i) => {
    const target = resolveLink(path, link.url);
    const wanted = target === null ? undefined : paths.get(target);
    const [written] = [links[i]];
    if (wanted === undefined || !written || target === path || resolveLink(renamed, written.url) === wanted)
      return [];
    const rest = /[?#].*$/.exec(written.url)?.[0] ?? '';
    const url = relativeLink(renamed, wanted).split('/').map(encodeURIComponent).join('/') + rest;
    return [{ ...written.urlSpan, insert: url }];
  });
  return applyEdits(
    after,
    edits.sort((a, b) => a.from - b.from),
  );
}

function parsed(path: string, text: string): Source | null {
  return parseSource(path, text);
}

function pathProblems(paths: ReadonlyMap<string, string>): RedactionRemark[] {
  const problems: RedactionRemark[] = [];
  const taken = new Map<string, string>();
  for (const [path, renamed] of paths) {
    const valid = kitPath(renamed);
    const folded = foldedPath(renamed);
    const other = taken.get(folded);
    if (!valid.ok)
      problems.push({
        message: `In the copy this file would be called "${renamed}": ${valid.error}`,
        path,
        line: 1,
      });
    else if (other !== undefined)
      problems.push({
        message: `In the copy this file would have the same name as ${other}: ${renamed}`,
        path,
        line: 1,
      });
    taken.set(folded, path);
  }
  return problems;
}

/** A copy that can no longer be read is worse than none. */
function brokenSyntax(path: string, before: string, after: string): RedactionRemark[] {
  const [old, now] = [parsed(path, before), parsed(path, after)];
  if (!old || !now || now.problems.length <= old.problems.length) return [];
  const known = new Set(old.problems.map((problem) => problem.message));
  const fresh = now.problems.find((problem) => !known.has(problem.message)) ?? now.problems[0];
  if (!fresh) return [];
  const { line } = new LineIndex(after).position(fresh.span.from);
  return [{ message: `With the pseudonyms in it this file can't be read: ${fresh.message}`, path, line }];
}

class ChangeBook {
  private readonly counts: number[];
  private readonly places: { path: string; line: number; text: string }[][];

  constructor(private readonly redactor: Redactor) {
    this.counts = redactor.entries.map(() => 0);
    this.places = redactor.entries.map(() => []);
  }

  add(path: string, line: number, text: string, { entry }: Hit): void {
    this.counts[entry] = (this.counts[entry] ?? 0) + 1;
    const places = this.places[entry];
    if (places && places.length < LISTED) places.push({ path, line, text: text.slice(0, 120) });
  }

  list(): RedactionChange[] {
    return this.redactor.entries.map((entry, i) => ({
      ...entry,
      count: this.counts[i] ?? 0,
      places: this.places[i] ?? [],
    }));
  }
}
