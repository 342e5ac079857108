import type { DataNode, DataPath, DataTree } from '../text/data-tree';
import { lineBreak, lineEnd, lineStart, type TextEdit } from '../text/edits/edit';
import { insertMapKey } from '../text/edits/map-key';
import { replaceScalar } from '../text/edits/scalar';
import { inline, type NewValue } from '../text/edits/style';
import { parseYaml } from '../text/yaml';
import { type Candidate, type Composition, INNER_KEYS, KEYS, PLACES } from './composition';

/** Choices to be written; what is left out stays as it is. */
export type CompositionChange = Partial<Omit<Composition, 'candidate'>> & {
  readonly candidate?: Partial<Candidate>;
};

const HEAD = `# What the portfolio of this kit holds, in which order and for whom. The export writes and reads it; so may you.
version: 1
`;

/**
 * The file with a change written into it, by as little as possible: comments, the order of keys and keys that nobody knows stay. Null where a
 * value cannot be replaced without touching more than it (anchors, values over several lines), or where the file is broken.
 */
export function changedComposition(text: string | null, change: CompositionChange): string | null {
  let current: string | null = text ?? '';
  if (current.split(/\r?\n/).every((line) => /^\s*(?:#.*)?$/.test(line)))
    current = current.trim() === '' ? HEAD : `${current.trimEnd()}\nversion: 1\n`;
  const { candidate, ...own } = change;
  const fields = Object.entries({ ...own, ...candidate }) as [keyof typeof PLACES, unknown][];
  for (const [field, value] of fields) {
    if (value === undefined) continue;
    current = Array.isArray(value)
      ? withList(current, PLACES[field], value as readonly (string | number)[])
      : withValue(current, PLACES[field], value as string | boolean | null);
    if (current === null) return null;
  }
  return current;
}

/** The difference of two texts as one edit; none where they are the same. */
export function differenceOf(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return [{ from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) }];
}

function withValue(text: string, path: readonly string[], value: string | boolean | null): string | null {
  const tree = parseYaml(text);
  const node = tree.node(path);
  if (node === null) {
    // What leaves the choice to the kit need not be written.
    if (value === null || value === '') return text;
    return withKey(tree, path, value);
  }
  if (node.value === value || (node.value === null && value === '')) return text;
  if (value === null) return withoutLine(tree, path);
  return made(text, replaceScalar(tree, path, value));
}

function withKey(tree: DataTree, path: readonly string[], value: NewValue): string | null {
  const [first = '', second] = path;
  if (second === undefined) return made(tree.text, insertMapKey(tree, [], first, value, KEYS));
  if (tree.node([first]) === null)
    return made(tree.text, insertMapKey(tree, [], first, { [second]: value }, KEYS));
  return made(tree.text, insertMapKey(tree, [first], second, value, INNER_KEYS[first] ?? []));
}

/** Takes out a key that stands on a line of its own. */
function withoutLine(tree: DataTree, path: DataPath): string | null {
  const node = tree.node(path);
  if (!node?.key || node.kind !== 'scalar') return null;
  const { text } = tree;
  const from = lineStart(text, node.key.from);
  const to = lineEnd(text, node.span.to);
  if (!/^["'\s]*$/.test(text.slice(from, node.key.from)) || lineEnd(text, node.key.from) !== to) return null;
  const next = text.indexOf('\n', to);
  return text.slice(0, from) + (next < 0 ? '' : text.slice(next + 1));
}

function made(text: string, edit: TextEdit | null): string | null {
  return edit === null ? null : text.slice(0, edit.from) + edit.insert + text.slice(edit.to);
}

/** Brings a list to what it shall hold. Entries that stay keep their lines and the comments above and behind them. */
function withList(
  text: string,
  path: readonly string[],
  wanted: readonly (string | number)[],
): string | null {
  const tree = parseYaml(text);
  const node = tree.node(path);
  const [key = ''] = path;
  if (node === null) {
    const begun = wanted.length === 0 ? text : withKey(tree, path, []);
    return begun === null || wanted.length === 0 ? begun : withList(begun, path, wanted);
  }
  const held = node.kind === 'list' ? node.items.map((item) => item.value) : null;
  if (held && held.length === wanted.length && held.every((value, i) => value === wanted[i])) return text;
  if (node.kind !== 'list' || node.items.length === 0 || text[node.span.from] === '[')
    return withWholeList(tree, node, key, wanted);
  return withLines(text, node, wanted);
}

/** Writes a list that has no lines of its own, behind its key. */
function withWholeList(
  tree: DataTree,
  node: DataNode,
  key: string,
  wanted: readonly (string | number)[],
): string | null {
  const { text } = tree;
  if (!node.key) return null;
  const newline = lineBreak(text);
  const colon = text.indexOf(':', node.key.to);
  const numbers = wanted.every((value) => typeof value === 'number');
  const lead = text.slice(lineStart(text, node.key.from), node.key.from).replace(/\S/g, ' ');
  const written =
    numbers || wanted.length === 0
      ? ` ${inline(wanted as NewValue, false)}`
      : wanted.map((value) => `${newline}${lead}  - ${spelled(value)}`).join('');
  const after = Math.max(node.span.to, colon + 1);
  // A comment behind the brackets stays on the line of the key.
  const rest = text.slice(after, lineEnd(text, after));
  if (colon < 0 || !/^\s*(?:#.*)?$/.test(rest) || key === '') return null;
  return numbers || wanted.length === 0
    ? text.slice(0, colon + 1) + written + text.slice(after)
    : text.slice(0, colon + 1) +
        rest.replace(/^\s*(?=#)/, ' ').trimEnd() +
        written +
        text.slice(lineEnd(text, after));
}

/** Arranges the lines of a list with a dash on each. */
function withLines(
  text: string,
  node: Extract<DataNode, { kind: 'list' }>,
  wanted: readonly (string | number)[],
): string | null {
  const starts = node.items.map((item) => lineStart(text, item.span.from));
  const ends = node.items.map((item) => lineEnd(text, item.span.to));
  const [first = 0] = starts;
  const last = ends.at(-1) ?? first;
  if (
    new Set(starts).size < starts.length ||
    node.items.some((item, i) => !/^\s*-\s/.test(text.slice(starts[i], item.span.to)))
  )
    return null;
  const newline = lineBreak(text);
  const indent = /^\s*/.exec(text.slice(first))?.[0] ?? '';
  /** What stands above an entry, and its line. */
  const entries = new Map(
    node.items.map((item, i) => [
      item.value,
      {
        above: i === 0 ? '' : text.slice(nextLine(text, ends[i - 1] ?? 0), starts[i]),
        line: text.slice(starts[i], ends[i]),
      },
    ]),
  );
  let written = '';
  for (const value of wanted) {
    const known = entries.get(value);
    entries.delete(value);
    written += known ? known.above + known.line : `${indent}- ${spelled(value)}`;
    written += newline;
  }
  // A comment above an entry that goes may speak of what stays.
  const left = [...entries.values()].map(({ above }) => above).join('');
  if (wanted.length === 0) {
    if (!node.key) return null;
    const colon = text.indexOf(':', node.key.to);
    return `${text.slice(0, colon + 1)} []${text.slice(colon + 1, first)}${left}${text.slice(nextLine(text, last))}`;
  }
  const whole = `${text.slice(0, first)}${written}${left}`;
  const rest = text.slice(nextLine(text, last));
  return nextLine(text, last) > last || rest !== '' ? whole + rest : whole.slice(0, -newline.length);
}

/** Where the line behind a line's end begins; the end itself at the end of the text. */
function nextLine(text: string, end: number): number {
  const at = text.indexOf('\n', end);
  return at < 0 ? text.length : at + 1;
}

function spelled(value: string | number): string {
  return typeof value === 'string' && /^[A-Za-z0-9][\w./-]*[\w]$/.test(value) && /[a-z/_]/i.test(value)
    ? value
    : inline(value, false);
}
