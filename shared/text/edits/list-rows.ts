import type { DataNode, DataPath, DataTree } from '../data-tree';
import type { Span } from '../span';
import { applyEdits, lineBreak, lineEnd, lineStart, type TextEdit } from './edit';
import { appendEntry, intoList } from './list-entry';
import { blockRuns, flowRuns, isBelowComment, type List } from './list-runs';
import { insertMapKey } from './map-key';
import { saidBut } from './outline';
import { looksLikeJson, withQuotes } from './places';
import { type ChangePlan, type DataText, type Held, heldAt, reasonOf } from './set-value';
import { asBlock, type NewValue } from './style';
import { takeMember } from './take-member';

/** A value that stands elsewhere in the file for each entry of a list, under its name: `value` for a new one, null for none. */
export interface Along {
  readonly path: DataPath;
  readonly value: NewValue | null;
}

/** The list of a file that gets one entry more or less. */
export interface ListPlace {
  readonly path: DataPath;
  /** Keys of the mapping around it, in their order, for a list that is not there yet. */
  readonly order?: readonly string[];
  readonly along: readonly Along[];
}

/**
 * The edits that add an entry at the end of a list, in the style of the file, and what goes along with it. The text is read again before they are
 * given out: nothing else may have changed.
 */
export function addEntry({ tree, read }: DataText, place: ListPlace, value: NewValue): ChangePlan {
  const held = heldAt(tree, place.path);
  if (held) return held;
  const refused = (path: DataPath): Held => ({
    problem: reasonOf(tree, path),
    span: tree.keySpan(path),
  });
  const own = appended(tree, place, value);
  if (!own) return refused(place.path);
  const edits = [...own];
  const added: { readonly path: DataPath; readonly value: NewValue }[] = [];
  for (const { path, value: along } of place.along) {
    if (along === null) continue;
    const around = path.slice(0, -1);
    const repeated = heldAt(tree, around);
    if (repeated) return repeated;
    const edit = insertMapKey(tree, around, String(path.at(-1)), along);
    if (!edit) return refused(around);
    edits.push(edit);
    added.push({ path, value: along });
  }
  const list = tree.node(place.path);
  const entry = list?.kind === 'list' ? { path: [...place.path, list.items.length], value } : null;
  const all = [entry ?? { path: place.path, value: [value] }, ...added];
  const sorted = inOrder(edits);
  const after = read(applyEdits(tree.text, sorted));
  const alone =
    after.problems.length <= tree.problems.length &&
    all.every(({ path, value: wanted }) => sameValue(after.node(path)?.value, wanted)) &&
    saidBut(
      after.root,
      all.map(({ path }) => path),
    ) === saidBut(tree.root, entry ? [] : [place.path]);
  return alone ? { edits: sorted } : refused(place.path);
}

/** The edits that take an entry out of its list with the comments within it, and what stands elsewhere for it. */
export function removeEntry({ tree, read }: DataText, place: ListPlace, index: number): ChangePlan {
  const held = heldAt(tree, place.path);
  if (held) return held;
  const list = tree.node(place.path);
  const entry: DataPath = [...place.path, index];
  const span = tree.span(entry);
  if (list?.kind !== 'list' || !list.items[index]) return { problem: 'it is not there any more', span };
  const own = without(tree, list, index);
  if ('problem' in own) return { span, ...own };
  const gone = place.along.map(({ path }) => path).filter((path) => tree.node(path));
  const edits: TextEdit[] = [...own.edits];
  for (const path of gone) {
    const edit = takeMember(tree, path);
    if (typeof edit === 'string') return { problem: KEPT[edit], span: tree.keySpan(path) };
    edits.push(edit);
  }
  const sorted = inOrder(edits);
  const after = read(applyEdits(tree.text, sorted));
  const alone =
    after.root !== null &&
    after.problems.length <= tree.problems.length &&
    saidBut(after.root, []) === saidBut(tree.root, [entry, ...gone]);
  return alone ? { edits: sorted } : { problem: 'other places of the file repeat what it holds', span };
}

const KEPT = {
  comment: 'comments stand between its lines, which would go with it',
  only: 'it is the only entry of its mapping',
  shape: 'it does not stand on lines of its own',
} as const;

function inOrder(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The same plain data, whatever the order of keys. */
function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string | undefined {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))
      : each,
  );
}

/** One entry more; null where the file gives no hold. */
function appended(tree: DataTree, { path, order }: ListPlace, value: NewValue): readonly TextEdit[] | null {
  const { text } = tree;
  const list = tree.node(path);
  const key = list?.key;
  const flow = list?.kind === 'list' && text[list.span.from] === '[';
  if (list && key && !looksLikeJson(tree) && isNothing(text, list)) {
    // A comment behind the key stays on its line, above the entry.
    const at = lineEnd(text, key.to);
    const blank = flow && text[list.span.from - 1] === ' ' ? 1 : 0;
    const gone = { from: list.span.from - blank, to: list.span.to, insert: '' };
    const indent = /^[ \t]*/.exec(text.slice(lineStart(text, key.from), key.from))?.[0] ?? '';
    const lines = { from: at, to: at, insert: asBlock([value], indent, lineBreak(text)) };
    return flow ? [gone, lines] : [lines];
  }
  if (list?.kind === 'list' && flow) {
    const last = list.items.at(-1);
    const end = last ? withQuotes(text, last.span).to : list.span.from;
    if (!looksLikeJson(tree) && text.slice(end, list.span.to).includes('#')) return null;
  }
  // Where an anchor carries the list elsewhere, reading the text again shows it.
  const edit = list?.kind === 'list' ? intoList(tree, list, value) : appendEntry(tree, path, value, order);
  return edit && [edit];
}

/** True for `risks:` and `risks: []`, each alone on its line but for a comment. */
function isNothing(text: string, node: DataNode): boolean {
  const { key } = node;
  const empty = node.kind === 'list' ? node.items.length === 0 : node.value === null;
  if (!empty || !key) return false;
  const from = lineStart(text, key.from);
  const end = withQuotes(text, key).to;
  return (
    /^[ \t]*["']?$/.test(text.slice(from, key.from)) &&
    /^[ \t]*:[ \t]*(?:\[[ \t]*\])?[ \t]*(?:[ \t]#.*)?$/.test(text.slice(end, lineEnd(text, end)))
  );
}

type Taken = { readonly edits: readonly TextEdit[] } | { readonly problem: string; readonly span?: never };

/** The list without one entry. Of the text between two entries, that above the entry goes. */
function without(tree: DataTree, list: List, index: number): Taken {
  const { text } = tree;
  if (text[list.span.from] === '[') return withoutFlow(text, list, index);
  const runs = blockRuns(text, list);
  const run = runs?.[index];
  if (!runs || !run) return { problem: KEPT.shape };
  const before = runs[index - 1];
  const start = dashLine(text, run, list.span.from - lineStart(text, list.span.from));
  const commented = before ? /\S/.test(text.slice(before.to, start)) : isBelowComment(text, list);
  if (commented) return { problem: 'the comment above it may be about other entries too' };
  if (before) return { edits: [{ from: before.to, to: run.to, insert: '' }] };
  const next = runs[1];
  if (next) {
    // Blank lines go with the entry; a comment above the next one stays where it is.
    const between = /^(?:[ \t]*\r?\n)*/.exec(text.slice(run.to, next.from))?.[0] ?? '';
    return { edits: [{ from: start, to: run.to + between.length, insert: '' }] };
  }
  return emptied(text, list, run.to);
}

/** The line of an entry's dash, below the comments that its run begins with. */
function dashLine(text: string, { from, to }: Span, indent: number): number {
  let at = from;
  while (at < to && (text[at + indent] !== '-' || text.slice(at, at + indent).trim() !== ''))
    at = text.indexOf('\n', at) + 1 || to;
  return at;
}

/** `risks:` with its only entry gone: `risks: []`. */
function emptied(text: string, list: List, to: number): Taken {
  if (!list.key) return { problem: 'it is the only entry' };
  const colon = /^[ \t]*:/.exec(text.slice(withQuotes(text, list.key).to));
  const from = withQuotes(text, list.key).to + (colon?.[0].length ?? 0);
  const above = lineStart(text, list.span.from) - 1;
  if (!colon || above < from) return { problem: KEPT.shape };
  const end = lineEnd(text, from);
  if (/^[ \t]*[&!]/.test(text.slice(from, end))) return { problem: 'it is the only entry of a marked list' };
  const at = text.slice(from, end).trim() === '' ? end : from;
  const line = text[above - 1] === '\r' ? above - 1 : above;
  return {
    edits: [
      { from: at, to: at, insert: ' []' },
      { from: line, to, insert: '' },
    ],
  };
}

function withoutFlow(text: string, list: List, index: number): Taken {
  const runs = flowRuns(text, list);
  const [before, run, next] = [runs[index - 1], runs[index], runs[index + 1]];
  if (!run) return { problem: KEPT.shape };
  const inside = { from: list.span.from + 1, to: list.span.to - 1 };
  const from = before?.to ?? (next ? run.from : inside.from);
  const to = before ? run.to : (next?.from ?? inside.to);
  const around = `${text.slice(from, run.from)}${text.slice(run.to, to)}`;
  return /[^\s,]/.test(around) ? { problem: KEPT.comment } : { edits: [{ from, to, insert: '' }] };
}
