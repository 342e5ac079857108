import type { Text } from '@codemirror/state';

/** Where in a YAML text the cursor stands, as far as keys and values go. */
export type YamlPlace =
  | {
      readonly at: 'key';
      /** Of the mapping the key would belong to; `*` for items of lists. */
      readonly steps: readonly string[];
      readonly present: readonly string[];
      readonly from: number;
      /** The first word of a list item: it may become a key or be a value. */
      readonly inItem: boolean;
    }
  | { readonly at: 'value'; readonly steps: readonly string[]; readonly from: number };

/** Lines that are looked at on either side: a few milliseconds' work. */
const MOST = 3000;
const LONGEST = 2000;

interface Line {
  /** Column of the first character; of a list item, of its dash. */
  readonly lead: number;
  /** Column of what stands behind the dashes. */
  readonly column: number;
  readonly dashes: number;
  readonly key: string | null;
  /** The text of the key goes on in the lines below, as it is. */
  readonly block: boolean;
}

const SHAPE = /^( *)((?:- +)*)(.*)$/;
const KEY = /^(?:"([^"]*)"|'([^']*)'|([\p{L}_][\p{L}\p{N}_. -]*?))\s*:(?=\s|$)(.*)$/u;

/** Reads indentation only, so that half-written lines do no harm. Null in comments, block texts and flow mappings. `first` is the line the text starts at. */
export function yamlPlace(doc: Text, pos: number, first = 1): YamlPlace | null {
  const here = doc.lineAt(pos);
  if (here.length > LONGEST) return null;
  const prefix = here.text.slice(0, pos - here.from);
  if (/(?:^|\s)#/.test(prefix) || prefix.includes('\t')) return null;
  const [, indent = '', dashes = '', rest = ''] = SHAPE.exec(prefix) ?? [];
  const count = dashes.length === 0 ? 0 : dashes.split('-').length - 1;
  const column = indent.length + dashes.length;
  const line: Line = { lead: indent.length, column, dashes: count, key: null, block: false };
  const way = wayTo(doc, here.number, first, line);
  if (!way) return null;
  const pair = KEY.exec(rest);
  if (pair) {
    const key = pair[1] ?? pair[2] ?? pair[3] ?? '';
    const value = pair[4] ?? '';
    if (!/^\s/.test(value)) return null;
    return valueAt([...way.steps, key], value.trimStart(), pos);
  }
  if (/^["']?[\w-]*$/.test(rest)) {
    const quote = /^["']/.test(rest) ? 1 : 0;
    const present = [...way.present, ...keysBelow(doc, here.number, line)];
    const from = pos - rest.length + quote;
    return { at: 'key', steps: way.steps, present, from, inItem: count > 0 };
  }
  return count > 0 ? valueAt(way.steps, rest, pos) : null;
}

/** A value, or an item of a list in brackets. */
function valueAt(steps: readonly string[], typed: string, pos: number): YamlPlace | null {
  if (typed.startsWith('{') || /^[|>]/.test(typed)) return null;
  const item = /^\[.*?(?:[[,]\s*)["']?([^[\],"']*)$/.exec(typed) ?? /^\[\s*["']?([^[\],"']*)$/.exec(typed);
  if (item) return { at: 'value', steps: [...steps, '*'], from: pos - (item[1] ?? '').length };
  if (typed.startsWith('[')) return null;
  const quote = /^["']/.test(typed) ? 1 : 0;
  return { at: 'value', steps, from: pos - typed.length + quote };
}

/** The keys that lead to a line, from above, and those of its own mapping that stand above it. Null inside a block text, and where they are too far away. */
function wayTo(
  doc: Text,
  number: number,
  first: number,
  line: Line,
): { readonly steps: readonly string[]; readonly present: readonly string[] } | null {
  const steps: string[] = Array.from({ length: line.dashes }, () => '*');
  const present: string[] = [];
  let own = line.dashes === 0;
  let inList = line.dashes > 0;
  let column = inList ? line.lead : line.column;
  for (let n = number - 1; n >= Math.max(first, number - MOST); n--) {
    const above = readLine(doc.line(n).text);
    if (!above || above.column > column) {
      // An item that starts left of here and has its mapping right of it belongs to a neighbour, not to this line.
      if (!above || above.dashes === 0 || above.lead >= column) continue;
    }
    const isParent = above.key !== null && (inList ? above.column <= column : above.column < column);
    if (!inList && above.column === column) {
      if (own && above.key !== null) present.push(above.key);
      if (above.dashes === 0) continue;
      steps.unshift(...Array.from({ length: above.dashes }, () => '*'));
      own = false;
      inList = true;
      column = above.lead;
    } else if (isParent && !(inList && above.dashes > 0 && above.lead >= column)) {
      if (above.block) return null;
      steps.unshift(above.key as string);
      own = false;
      inList = above.dashes > 0;
      if (inList) steps.unshift(...Array.from({ length: above.dashes }, () => '*'));
      column = inList ? above.lead : above.column;
    }
    if (!own && !inList && column === 0) return { steps, present };
  }
  // What lies further up may be what this line belongs to.
  return number - first > MOST && (inList || column > 0) ? null : { steps, present };
}

/** Keys of the same mapping below a line. */
function keysBelow(doc: Text, number: number, { column }: Line): readonly string[] {
  const keys: string[] = [];
  for (let n = number + 1; n <= Math.min(doc.lines, number + MOST); n++) {
    const text = doc.line(n).text;
    if (text === '---' || text === '...') break;
    const line = readLine(text);
    if (!line) continue;
    if (line.lead < column || (line.dashes > 0 && line.lead <= column && line.column !== column)) {
      if (line.lead < column) break;
      continue;
    }
    if (line.column === column && line.dashes === 0 && line.key !== null) keys.push(line.key);
  }
  return keys;
}

function readLine(text: string): Line | null {
  if (text.length > LONGEST || /^\s*(?:#.*)?$/.test(text)) return null;
  const [, indent = '', dashes = '', rest = ''] = SHAPE.exec(text) ?? [];
  const pair = KEY.exec(rest);
  const bare = rest === '-' ? 1 : 0;
  return {
    lead: indent.length,
    column: indent.length + dashes.length,
    dashes: (dashes === '' ? 0 : dashes.split('-').length - 1) + bare,
    key: pair ? (pair[1] ?? pair[2] ?? pair[3] ?? null) : null,
    block: pair !== null && /^\s+[|>][+-]?\d?\s*(?:#.*)?$/.test(pair[4] ?? ''),
  };
}
