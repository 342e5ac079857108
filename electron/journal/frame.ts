import { type ValidateFunction, validators } from '../../shared/generated/settings-validators';
import type { JournalHeader } from '../../shared/settings/stored';
import { sha256 } from '../kit/content-hash';

/*
 * A frame is three lines: a mark with the SHA-256 of the rest, the header as JSON, the text as a JSON string. JSON keeps every string exactly,
 * lone surrogates included, which UTF-8 alone cannot; and a curious user can read the file.
 */
const MARK = 'staffwright-journal-1 ';
const FIRST_LINE = MARK.length + 64 + 1;

export interface JournalFrame {
  readonly header: JournalHeader;
  readonly text: string;
}

export function packFrame(header: JournalHeader, text: string): Uint8Array {
  const body = Buffer.from(`${JSON.stringify(header)}\n${JSON.stringify(text)}\n`, 'utf8');
  return Buffer.concat([Buffer.from(`${MARK}${sha256(body)}\n`, 'latin1'), body]);
}

/** Null unless every byte is as it was written: a torn or damaged frame is never half believed. */
export function unpackFrame(bytes: Uint8Array): JournalFrame | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const body = buffer.subarray(FIRST_LINE);
  if (buffer.toString('latin1', 0, FIRST_LINE) !== `${MARK}${sha256(body)}\n`) return null;
  const cut = body.indexOf(10);
  if (cut < 0) return null;
  try {
    const header: unknown = JSON.parse(body.toString('utf8', 0, cut));
    const text: unknown = JSON.parse(body.toString('utf8', cut + 1));
    return isHeader(header) && typeof text === 'string' ? { header, text } : null;
  } catch {
    return null;
  }
}

function isHeader(value: unknown): value is JournalHeader {
  const validate = validators['settings:journal-header'] as ValidateFunction | undefined;
  if (!validate) throw new Error('No validator for journal headers: build the validators');
  return validate(value);
}
