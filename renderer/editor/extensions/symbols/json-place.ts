import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';

/** Where in a JSON text the cursor stands. */
export interface JsonPlace {
  readonly at: 'key' | 'value';
  readonly steps: readonly string[];
  readonly present: readonly string[];
  /** What is typed so far, without quotes. */
  readonly from: number;
  readonly to: number;
  readonly quoted: boolean;
}

/** Reads the editor's own tree, which bears half-written text. Null where neither key nor value can stand. */
export function jsonPlace(state: EditorState, pos: number): JsonPlace | null {
  const node = syntaxTree(state).resolveInner(pos, -1);
  const inside = node.name === 'String' || node.name === 'PropertyName';
  if (inside) return inString(state, node, pos);
  const word = /[\w.-]*$/.exec(state.sliceDoc(Math.max(0, pos - 60), pos))?.[0] ?? '';
  const around = enclosing(node);
  if (!around) return null;
  const before = state.sliceDoc(Math.max(around.from, pos - word.length - 200), pos - word.length).trimEnd();
  const place = { from: pos - word.length, to: pos, quoted: false, present: [] };
  if (around.name === 'Array') return { ...place, at: 'value', steps: stepsTo(state, around, true) };
  if (before.endsWith(':')) {
    const property = lastProperty(around, pos);
    const name = property && nameOf(state, property);
    return name ? { ...place, at: 'value', steps: [...stepsTo(state, around, false), name] } : null;
  }
  if (!/[{,]$/.test(before)) return null;
  return { ...place, at: 'key', steps: stepsTo(state, around, false), present: keysOf(state, around, null) };
}

function inString(state: EditorState, node: SyntaxNode, pos: number): JsonPlace | null {
  const text = state.sliceDoc(node.from, node.to);
  const closed = text.length > 1 && text.endsWith('"');
  const to = closed ? node.to - 1 : node.to;
  if (pos <= node.from || pos > to) return null;
  const place = { from: node.from + 1, to, quoted: true };
  const { parent } = node;
  if (node.name === 'PropertyName') {
    const object = parent?.parent;
    if (!parent || object?.name !== 'Object') return null;
    const present = keysOf(state, object, parent);
    return { ...place, at: 'key', steps: stepsTo(state, object, false), present };
  }
  if (parent?.name === 'Property') {
    const object = parent.parent;
    const name = nameOf(state, parent);
    if (!object || !name) return null;
    return { ...place, at: 'value', steps: [...stepsTo(state, object, false), name], present: [] };
  }
  if (parent?.name === 'Array')
    return { ...place, at: 'value', steps: stepsTo(state, parent, true), present: [] };
  return null;
}

/** The keys that lead to an object or array; an array asked for as a place stands for its items. */
function stepsTo(state: EditorState, node: SyntaxNode, asItem: boolean): readonly string[] {
  const steps: string[] = asItem ? ['*'] : [];
  for (let at: SyntaxNode | null = node.parent; at; at = at.parent) {
    if (at.name === 'Array') steps.unshift('*');
    else if (at.name === 'Property') steps.unshift(nameOf(state, at) ?? '');
  }
  return steps;
}

function enclosing(node: SyntaxNode): SyntaxNode | null {
  for (let at: SyntaxNode | null = node; at; at = at.parent)
    if (at.name === 'Object' || at.name === 'Array') return at;
  return null;
}

function lastProperty(object: SyntaxNode, pos: number): SyntaxNode | null {
  return object.getChildren('Property').findLast((property) => property.from < pos) ?? null;
}

function keysOf(state: EditorState, object: SyntaxNode, without: SyntaxNode | null): readonly string[] {
  return object
    .getChildren('Property')
    .filter((property) => property.from !== without?.from)
    .flatMap((property) => nameOf(state, property) ?? []);
}

function nameOf(state: EditorState, property: SyntaxNode): string | null {
  const name = property.getChild('PropertyName');
  return name ? state.sliceDoc(name.from, name.to).replace(/^"|"$/g, '') : null;
}
