import { isUtf8 } from 'node:buffer';
import { err, ok, type Result } from '../../shared/util/result';
import { type LineEnd, lineEndOf, toLineFeeds } from './line-ends';

/** A text as an editor holds it, and how the bytes on disk differ from that. */
export interface DecodedText {
  /** Without byte order mark; every line end is `\n`. */
  readonly text: string;
  readonly bom: boolean;
  readonly lineEnd: LineEnd;
}

/** The first byte that is not UTF-8. */
export interface BadByte {
  /** From 0. */
  readonly offset: number;
  /** From 1, counting line feeds before it. */
  readonly line: number;
  readonly byte: number;
}

const MARK = [0xef, 0xbb, 0xbf] as const;

/** Decodes UTF-8 strictly: nothing is ever replaced. Other encodings are refused with the place of the first byte that tells. */
export function decodeText(bytes: Uint8Array): Result<DecodedText, BadByte> {
  if (!isUtf8(bytes)) return err(firstBadByte(bytes));
  const bom = MARK.every((byte, index) => bytes[index] === byte);
  const body = bom ? bytes.subarray(MARK.length) : bytes;
  const exact = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  const lineEnd = lineEndOf(exact);
  return ok({ text: lineEnd === 'lf' ? exact : toLineFeeds(exact), bom, lineEnd });
}

/** Says what is wrong in words, with a guess at the encoding where the first bytes give one away. */
export function describeBadByte(bytes: Uint8Array, bad: BadByte): string {
  const [a, b] = bytes;
  const guess =
    a === 0xff && b === 0xfe
      ? ' It looks like UTF-16 (little-endian).'
      : a === 0xfe && b === 0xff
        ? ' It looks like UTF-16 (big-endian).'
        : '';
  const hex = bad.byte.toString(16).toUpperCase().padStart(2, '0');
  return `This file is not UTF-8: the byte ${hex} at offset ${bad.offset} (line ${bad.line}) cannot be read.${guess} Save it as UTF-8 in the program it came from.`;
}

/**
 * Finds the first byte that breaks UTF-8, by the table of well-formed sequences in the Unicode standard (3-7). Only called on bytes that
 * are known to be broken; a sequence cut off by the end of the file counts at its first byte.
 */
function firstBadByte(bytes: Uint8Array): BadByte {
  let line = 1;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] as number;
    if (lead < 0x80) {
      if (lead === 10) line++;
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at, lead);
    if (length === 0) break;
    at += length;
  }
  return { offset: at, line, byte: bytes[at] ?? 0 };
}

/** Length of the well-formed sequence at `at`, or 0. */
function sequenceLength(bytes: Uint8Array, at: number, lead: number): number {
  const size =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (size === 0 || at + size > bytes.length) return 0;
  const second = bytes[at + 1] as number;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  for (let i = 2; i < size; i++) {
    const next = bytes[at + i] as number;
    if (next < 0x80 || next > 0xbf) return 0;
  }
  return size;
}
