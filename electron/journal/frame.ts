import { type ValidateFunction, validators } from '../../shared/generated/settings-validators';
import type { JournalHeader, JournalStep } from '../../shared/settings/stored';
import { applyEdits, type TextEdit } from '../../shared/text/edits/edit';
import { sha256 } from '../kit/content-hash';

/*
 * The file of a text: a frame with the whole text, then any number of steps, each with what was typed since. A frame is three lines: a mark with
 * the SHA-256 of the rest, the header as JSON, the text as a JSON string. A step is two: a mark with the SHA-256 of the sum before it and the
 * rest, the change as JSON. Each step thus stands behind exactly one state of the text. JSON keeps every string exactly, lone surrogates
 * included, which UTF-8 alone cannot; and a curious user can read the file.
 */
const FRAME = 'staffwright-journal-1 ';
const STEP = 'staffwright-change-1 ';
const SUM = 64;
const LINE_END = 10;

export interface JournalFrame {
  readonly header: JournalHeader;
  readonly text: string;
}

/** A frame or a step as bytes, and its checksum: the name of the state of the text that it leads to. */
export interface Packed {
  readonly bytes: Uint8Array;
  readonly sum: string;
}

export function packFrame(header: JournalHeader, text: string): Packed {
  return packed(FRAME, '', `${JSON.stringify(header)}\n${JSON.stringify(text)}\n`);
}

/** `before` is the sum of what it stands behind. */
export function packStep(before: string, step: JournalStep): Packed {
  return packed(STEP, before, `${JSON.stringify(step)}\n`);
}

/**
 * The text of a file with all that was typed, and when that was. Null unless every byte of the frame is as it was written; of the steps those
 * count that stand whole and in their place, up to the first that does not: a torn or damaged one is never half believed.
 */
export function unpackJournal(bytes: Uint8Array): JournalFrame | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frame = sealed(buffer, 0, FRAME, '', 2);
  if (!frame) return null;
  const cut = frame.body.indexOf(LINE_END);
  const header = parsed(frame.body.subarray(0, cut));
  let text = parsed(frame.body.subarray(cut + 1));
  if (!isValid<JournalHeader>('settings:journal-header', header) || typeof text !== 'string') return null;
  let { savedAt } = header;
  for (let last = frame; ; ) {
    const next = sealed(buffer, last.end, STEP, last.sum, 1);
    const step = next && parsed(next.body);
    if (!next || !isValid<JournalStep>('settings:journal-step', step)) break;
    if (!fits(step.edits, step.before) || step.before !== (text as string).length) break;
    const after: string = applyEdits(text as string, step.edits);
    if (after.length !== step.after) break;
    text = after;
    savedAt = step.savedAt;
    last = next;
  }
  return { header: { ...header, savedAt }, text: text as string };
}

/** True for edits that ascend, do not overlap and stay within a text of a length. */
export function fits(edits: readonly TextEdit[], length: number): boolean {
  let at = 0;
  for (const { from, to } of edits) {
    if (from < at || to < from) return false;
    at = to;
  }
  return at <= length;
}

/** The length of a text after edits that fit. */
export function lengthAfter(edits: readonly TextEdit[], length: number): number {
  return edits.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), length);
}

function packed(mark: string, before: string, text: string): Packed {
  const body = Buffer.from(text, 'utf8');
  const sum = sumOf(before, body);
  return { bytes: Buffer.concat([Buffer.from(`${mark}${sum}\n`, 'latin1'), body]), sum };
}

function sumOf(before: string, body: Uint8Array): string {
  return sha256(before === '' ? body : Buffer.concat([Buffer.from(before, 'latin1'), body]));
}

interface Sealed {
  readonly body: Buffer;
  readonly sum: string;
  /** Where the next one starts. */
  readonly end: number;
}

/** What stands behind a mark at an offset: so many lines, if their sum is right. */
function sealed(buffer: Buffer, at: number, mark: string, before: string, lines: number): Sealed | null {
  const start = at + mark.length + SUM + 1;
  let end = start;
  for (let line = 0; line < lines; line++) {
    const cut = buffer.indexOf(LINE_END, end);
    if (cut < 0) return null;
    end = cut + 1;
  }
  const body = buffer.subarray(start, end);
  const sum = sumOf(before, body);
  return buffer.toString('latin1', at, start) === `${mark}${sum}\n` ? { body, sum, end } : null;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

function isValid<T>(name: string, value: unknown): value is T {
  const validate = validators[name] as ValidateFunction | undefined;
  if (!validate) throw new Error(`No validator for ${name}: build the validators`);
  return validate(value);
}
