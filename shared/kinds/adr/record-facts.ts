import { fileName } from '../../domain/kit-path';
import { definitionData } from '../../rubric/definitions';
import type { Fact } from '../../rubric/fact';
import type { DataReader } from '../../rubric/read-data';
import type { Span } from '../../text/span';
import type { Adr } from './model';

const TEXTS = ['id', 'title', 'status', 'date', 'reversibility', 'confidence'] as const;
const LISTS = ['decision-makers', 'supersedes', 'superseded-by', 'revisit'] as const;

/**
 * The header of the ADR as a record (`adr`) with the place of each key, and of each entry of a list under `key entry` ("supersedes ADR-004").
 * `number` is the one in the file's name. `link-before` and `link-after` are what a further successor is written between at the place `link`.
 */
export function recordFacts({ doc, header, dialect }: Adr, path: string): Fact[] {
  const number = /^(?:adr[-_ ]?)?(\d{1,4})(?!\d)/i.exec(fileName(path))?.[1];
  // A file without a header still takes its number.
  if (!header.exists && number === undefined) return [];
  const places: Record<string, Span> = {};
  for (const key of [...TEXTS, ...LISTS]) if (header.at(key).exists) places[key] = filled(header.at(key));
  for (const key of LISTS)
    for (const item of header.at(key).items)
      if (item.spelled !== null) places[`${key} ${item.spelled}`] ??= item.span;
  // In another convention the status may stand in prose, where nothing can be written under a key.
  const link = dialect === 'own' ? linkPlace(header, doc.text) : null;
  if (link) places['link'] = link.at;
  const fields = definitionData({
    number: number === undefined ? null : Number(number),
    ...Object.fromEntries(TEXTS.map((key) => [key, header.at(key).text])),
    ...Object.fromEntries(LISTS.map((key) => [key, header.at(key).items.flatMap((i) => i.spelled ?? [])])),
    ...(link ? { 'link-before': link.before, 'link-after': link.after } : {}),
  });
  const id = header.at('id');
  const span = id.exists ? id.span : (doc.headings[0]?.span ?? { from: 0, to: 0 });
  return [{ type: 'record', set: 'adr', id: id.text ?? fileName(path), fields, places, span }];
}

/** The value, or its key where nothing is written. */
function filled(at: DataReader): Span {
  return at.span.to > at.span.from ? at.span : at.keySpan;
}

interface Link {
  readonly at: Span;
  readonly before: string;
  readonly after: string;
}

/** Where `superseded-by` takes one more ADR: in its list, or on a line of its own below the status. Null where the form is another one. */
function linkPlace(header: DataReader, text: string): Link | null {
  const list = header.at('superseded-by');
  if (!list.exists) {
    const status = header.at('status');
    if (!status.exists) return null;
    const at = endOfLine(text, status.span.to);
    return { at: { from: at, to: at }, before: '\nsuperseded-by: [', after: ']' };
  }
  const last = list.items.at(-1);
  if (!last) {
    if (/^\[\s*\]$/.test(text.slice(list.span.from, list.span.to)))
      return { at: list.span, before: '[', after: ']' };
    const at = list.keySpan.to + 1;
    return text[at - 1] === ':' && text.slice(at, endOfLine(text, at)).trim() === ''
      ? { at: { from: at, to: at }, before: ' [', after: ']' }
      : null;
  }
  const at = { from: last.span.to, to: last.span.to };
  if (text[list.span.from] === '[') return { at, before: ', ', after: '' };
  const line = text.slice(text.lastIndexOf('\n', last.span.from - 1) + 1, last.span.from);
  return /^\s*-\s+$/.test(line) ? { at, before: `\n${line}`, after: '' } : null;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}
