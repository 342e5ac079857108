import type { Span } from '../span';
import { type BodyReader, cleanLabel, type DiagramParts } from './parts';

/** The arrows of a message, both heads and both lines; half arrows too. */
const ARROW = /<<--?>>|--?>>|--?>|--?[x)]|--?\|[\\/]|--?[\\/]{2}|[\\/]\|--?|[\\/]{2}--?/;
const BLOCK = /^(?:alt|opt|loop|par|par_over|critical|break|rect|box)(?=\s|$)/;
const FRAGMENTS = new Set(['alt', 'opt', 'loop', 'critical', 'par', 'par_over', 'break']);
const OTHER =
  /^(?:else|and|option|note|activate|deactivate|autonumber|title|destroy|links?|properties|details|accTitle|accDescr)(?=\s|:|$)/i;

/** Participants, messages and fragments of a sequence diagram. */
export function sequenceReader(parts: DiagramParts): BodyReader {
  return { line: (text, span) => readLine(parts, text, span), finish: () => parts.finishBlocks() };
}

function readLine(parts: DiagramParts, line: string, span: Span): void {
  const declared = /^(?:create\s+)?(?:participant|actor)\s+(?=\S)/.exec(line);
  if (declared) {
    const [id = '', label = ''] = splitOnce(line.slice(declared[0].length), /(?<!\s)\s+as\s+/);
    const bare = id.replace(/@\{.*$/, '').trim();
    parts.node(bare, cleanLabel(label), span);
    return;
  }
  const block = BLOCK.exec(line)?.[0];
  if (block) {
    parts.openBlock(block, span);
    if (FRAGMENTS.has(block))
      parts.fragments.push({ id: block, label: line.slice(block.length).trim(), span });
    return;
  }
  if (/^end(?=\s|$)/.test(line)) {
    parts.closeBlock(span);
    return;
  }
  if (OTHER.test(line)) return;
  const arrow = ARROW.exec(line);
  if (!arrow) return;
  const from = line
    .slice(0, arrow.index)
    .replace(/\(\)\s*$/, '')
    .trim();
  const [to = '', label = ''] = splitOnce(
    line.slice(arrow.index + arrow[0].length).replace(/^\s*(?:\(\))?\s*[+-]?/, ''),
    /:/,
  );
  if (from === '' || to.trim() === '') return;
  for (const id of [from, to.trim()]) parts.node(id, '', span);
  parts.edge(from, to.trim(), cleanLabel(label), span);
  parts.rows.push(span);
}

function splitOnce(text: string, separator: RegExp): [string, string] | [string] {
  const hit = separator.exec(text);
  return hit ? [text.slice(0, hit.index), text.slice(hit.index + hit[0].length)] : [text];
}
