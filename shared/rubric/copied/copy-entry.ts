import type { DataNode } from '../../text/data-tree';
import { lineBreak, lineEnd, lineStart } from '../../text/edits/edit';
import { parseYaml } from '../../text/yaml';
import type { Copy } from './copy-section';
import { markerLine } from './marker';

/** Keys that name a file: those of the example are never wanted. */
const NAMES = new Set(['kind', 'id', 'title', 'owner', 'date']);

/**
 * Puts an entry of a YAML example into a file: the one the cursor is in, when it says nothing yet, else the first that the file lacks. The
 * marker above it says that it is copied.
 */
export function copyEntry(text: string, exampleText: string, offset: number): Copy {
  const [own, theirs] = [membersOf(text), membersOf(exampleText)];
  if (!own || !theirs)
    return { ok: false, reason: 'The file does not parse, or its keys share a line. Mend that first.' };
  const here = [...own].findLast(([, { key }]) => key !== null && key.from <= offset)?.[0];
  const wanted = (key: string) => theirs.has(key) && !NAMES.has(key) && isBlank(own.get(key));
  const key = here !== undefined && wanted(here) ? here : [...theirs.keys()].find(wanted);
  if (key === undefined)
    return {
      ok: false,
      reason: 'The file has every part of the example already. Empty the one to start anew.',
    };
  const copied = entryText(exampleText, theirs, key);
  const mark = markerLine('yaml', key, copied);
  if (mark === null) return { ok: false, reason: `The example says nothing under "${key}".` };
  const newline = lineBreak(text);
  const insert = `${mark}\n${copied}`.replaceAll('\n', newline);
  const old = own.get(key);
  if (old?.key) {
    const from = lineStart(text, old.key.from);
    return {
      ok: true,
      title: key,
      edits: [{ from, to: lineEnd(text, Math.max(old.key.to, old.span.to)), insert }],
    };
  }
  // Behind the entry that comes before it in the example.
  const order = [...theirs.keys()];
  const before = order.slice(0, order.indexOf(key)).findLast((other) => own.has(other));
  const at = before === undefined ? text.trimEnd().length : endOf(text, own.get(before));
  const gap = at === 0 ? '' : newline;
  return {
    ok: true,
    title: key,
    edits: [{ from: at, to: at, insert: `${gap}${insert}${at === 0 ? newline : ''}` }],
  };
}

function membersOf(text: string): ReadonlyMap<string, DataNode> | null {
  if (text.replace(/^[ \t]*#.*$/gm, '').trim() === '') return new Map();
  const { root } = parseYaml(text);
  if (root?.kind !== 'map') return null;
  // Keys that share a line, as in `{a: 1, b: 2}`, have no place for a comment of their own.
  const atMargin = [...root.members.values()].every(
    ({ key }) => key && lineStart(text, key.from) === key.from,
  );
  return atMargin ? root.members : null;
}

function isBlank(node: DataNode | undefined): boolean {
  if (!node) return true;
  if (node.kind === 'scalar') return node.value === null || node.value === '';
  return node.kind === 'map' ? node.members.size === 0 : node.items.length === 0;
}

/** An entry with its key, as the example writes it. */
function entryText(text: string, members: ReadonlyMap<string, DataNode>, key: string): string {
  const node = members.get(key);
  if (!node?.key) return '';
  return text.slice(lineStart(text, node.key.from), endOf(text, node)).replaceAll('\r\n', '\n');
}

function endOf(text: string, node: DataNode | undefined): number {
  const end = node ? Math.max(node.span.to, node.key?.to ?? 0) : 0;
  // The value of a block reaches up to the next key.
  return lineStart(text, end) === end ? text.slice(0, end).trimEnd().length : lineEnd(text, end);
}
