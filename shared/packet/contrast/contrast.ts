import { fileName } from '../../domain/kit-path';
import type { Source } from '../../rubric/artifact';
import { sameTopic } from '../../rubric/copied/same-topic';
import { parseSource } from '../../rubric/parse-source';
import type { Span } from '../../text/span';
import { type Annotation, annotationsOf } from './annotations';
import { ATTEMPT_WORDS, ownWords } from './own-words';
import { type FilePart, partsOf } from './sections';

/** A file to be laid beside others. */
export interface ContrastFile {
  readonly path: string;
  readonly text: string;
}

/** What is laid beside each other: of a kind there may be no counterpart, and nothing of one's own yet. */
export interface ContrastInputs {
  readonly senior: ContrastFile | null;
  readonly staff: ContrastFile;
  readonly own: ContrastFile | null;
  /** The names that each section of the kind goes by, as headings are compared; empty for kinds without an outline. */
  readonly outline?: readonly (readonly string[])[];
  /** The text that tells where the counterparts fall short; null without one. */
  readonly annotations: string | null;
}

/** A part of one of the files. */
export interface ContrastPart {
  readonly span: Span;
  /** Offset in the file where what it says begins. */
  readonly body: number;
  readonly text: string;
}

/** The same part of all files. */
export interface ContrastRow {
  readonly key: string;
  readonly title: string;
  readonly senior: ContrastPart | null;
  readonly staff: ContrastPart | null;
  readonly own: ContrastPart | null;
  /** Something of one's own is written here: at least a sentence or two. */
  readonly attempted: boolean;
  /** Positions in {@link ContrastView.differences}. */
  readonly differences: readonly number[];
}

export interface ContrastView {
  readonly rows: readonly ContrastRow[];
  readonly differences: readonly Annotation[];
  /** The whole of one's own file holds a first attempt. */
  readonly attempted: boolean;
}

type Column = 'senior' | 'staff' | 'own';

interface Read {
  readonly source: Source | null;
  readonly text: string;
  readonly parts: readonly FilePart[];
}

/** Lays the parts of up to three files of a kind beside each other, in the order of the worked example. Total. */
export function contrastOf({ senior, staff, own, outline = [], annotations }: ContrastInputs): ContrastView {
  const files = { senior: read(senior), staff: read(staff), own: read(own) };
  const rows = aligned(files, sameStep(outline));
  const differences = senior && annotations !== null ? annotationsOf(annotations, fileName(senior.path)) : [];
  const at = (column: 'senior' | 'staff', quote: string): number => {
    const place = quote === '' ? -1 : (files[column]?.text.indexOf(quote) ?? -1);
    return place < 0
      ? -1
      : rows.findIndex((row) => {
          const span = row[column]?.span;
          return span !== undefined && span.from <= place && place < span.to;
        });
  };
  const placed = differences.map(({ quote, staffQuote }) => {
    const found = [at('staff', staffQuote), at('senior', quote)].filter((row) => row >= 0);
    return found.length > 0 ? found : [0];
  });
  const attempts = ({ source }: Read, span: Span) =>
    source !== null && ownWords(source, span) >= ATTEMPT_WORDS;
  return {
    rows: rows.map((row, index) => ({
      ...row,
      senior: shown(files.senior, row.senior),
      staff: shown(files.staff, row.staff),
      own: shown(files.own, row.own),
      attempted:
        files.own !== null &&
        row.own !== null &&
        attempts(files.own, { from: Math.min(row.own.body, row.own.span.to), to: row.own.span.to }),
      differences: placed.flatMap((where, difference) => (where.includes(index) ? [difference] : [])),
    })),
    differences,
    attempted: files.own !== null && attempts(files.own, { from: 0, to: files.own.text.length }),
  };
}

function read(file: ContrastFile | null): Read | null {
  if (!file) return null;
  const source = parseSource(file.path, file.text);
  return { source, text: file.text, parts: source ? partsOf(source) : [] };
}

interface Aligned {
  readonly key: string;
  readonly title: string;
  readonly senior: FilePart | null;
  readonly staff: FilePart | null;
  readonly own: FilePart | null;
}

/** Parts about the same in one row; what only one file has stands behind the part that it follows there. */
function aligned(
  files: Readonly<Record<Column, Read | null>>,
  sameStepOf: (a: string, b: string) => boolean,
): readonly Aligned[] {
  const rows: {
    key: string;
    title: string;
    senior: FilePart | null;
    staff: FilePart | null;
    own: FilePart | null;
  }[] = (files.staff?.parts ?? []).map((part) => ({
    key: part.key,
    title: part.title,
    senior: null,
    staff: part,
    own: null,
  }));
  for (const column of ['senior', 'own'] as const) {
    const parts = files[column]?.parts ?? [];
    const left = new Set(parts);
    // Equal names first: one that only begins alike must not take the place of one that is the same.
    for (const same of [equal, sameTopic, sameNumber, sameStepOf])
      for (const row of rows) {
        if (row[column]) continue;
        const part = parts.find((one) => left.has(one) && same(one.key, row.key));
        if (!part) continue;
        left.delete(part);
        row[column] = part;
      }
    parts.forEach((part, index) => {
      if (!left.has(part)) return;
      const before = parts[index - 1];
      const after = before ? rows.findIndex((row) => row[column] === before) : -1;
      const row = { key: part.key, title: part.title, senior: null, staff: null, own: null, [column]: part };
      rows.splice(after + 1, 0, row);
    });
  }
  return rows;
}

const equal = (a: string, b: string) => a === b;

/** "Feedback" and "Dissent and feedback log": names of the same section of the kind's outline. */
function sameStep(outline: readonly (readonly string[])[]): (a: string, b: string) => boolean {
  const stepOf = (key: string) => outline.findIndex((names) => names.some((name) => key.startsWith(name)));
  return (a, b) => stepOf(a) >= 0 && stepOf(a) === stepOf(b);
}

/** "Slide 3 …": parts that are called by a number, whatever they say. */
function sameNumber(a: string, b: string): boolean {
  const [one, other] = [a, b].map((key) => /^\p{L}+ \d+(?= |$)/u.exec(key)?.[0]);
  return one !== undefined && one === other;
}

function shown(file: Read | null, part: FilePart | null): ContrastPart | null {
  if (!file || !part) return null;
  const { span, body } = part;
  return { span, body, text: file.text.slice(span.from, span.to) };
}
