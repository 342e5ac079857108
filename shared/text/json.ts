import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type DataNode, DataTree, newMapping, type SyntaxProblem } from './data-tree';
import { inexactReason } from './exact-number';
import type { Span } from './span';

/** JSON nested deeper than this is refused with a located message (security limit). */
export const MAX_JSON_DEPTH = 64;

/** Longer JSON is refused, in UTF-16 units (security limit). */
export const MAX_JSON_LENGTH = 10 * 1024 * 1024;

const ERROR_TEXT: Record<string, string> = {
  InvalidSymbol: 'This is not a JSON value',
  InvalidNumberFormat: 'This is not a JSON number',
  PropertyNameExpected: 'A property name in double quotes is expected here',
  ValueExpected: 'A value is expected here',
  ColonExpected: 'A colon is expected after the property name',
  CommaExpected: 'A comma is expected here',
  CloseBraceExpected: 'The object is not closed: `}` is missing',
  CloseBracketExpected: 'The list is not closed: `]` is missing',
  EndOfFileExpected: 'Nothing may follow the end of the JSON value',
  InvalidCommentToken: 'JSON has no comments',
  UnexpectedEndOfString: 'The string is not closed: `"` is missing',
  InvalidEscapeCharacter: 'This escape sequence does not exist in JSON',
  InvalidCharacter: 'This character must be escaped in a JSON string',
};

/**
 * Parses strict JSON with positions. Comments, trailing commas and duplicate keys are problems.
 * The tree is kept as far as the text could be read, so that half-written files still show what they hold.
 */
export function parseJson(text: string): DataTree {
  if (text.length > MAX_JSON_LENGTH) {
    const message = 'JSON longer than 10 million characters is not read';
    return new DataTree(text, null, [{ message, span: { from: MAX_JSON_LENGTH, to: MAX_JSON_LENGTH + 1 } }]);
  }
  const body = text.charCodeAt(0) === 0xfeff ? ` ${text.slice(1)}` : text;
  const errors: ParseError[] = [];
  const problems: SyntaxProblem[] = [];
  if (!/\S/.test(body))
    return new DataTree(text, null, [{ message: 'The file is empty', span: { from: 0, to: 0 } }]);
  const depth = deepestNesting(body);
  if (depth.at !== null) {
    return new DataTree(text, null, [
      {
        message: `The nesting is deeper than ${MAX_JSON_DEPTH} levels`,
        span: { from: depth.at, to: depth.at + 1 },
      },
    ]);
  }
  const tree = parseTree(body, errors, {
    allowTrailingComma: false,
    disallowComments: true,
    allowEmptyContent: false,
  });
  for (const e of errors) {
    const code = printParseErrorCode(e.error);
    problems.push({
      message: ERROR_TEXT[code] ?? code,
      span: within(text, e.offset, e.length),
    });
  }
  const root = tree ? convert(text, tree, null, problems) : null;
  return new DataTree(text, root, problems);
}

/** The parser counts the end of a comment that is not there. */
function within(text: string, from: number, length: number): Span {
  return { from: Math.min(from, text.length), to: Math.min(from + length, text.length) };
}

function convert(text: string, node: Node, key: Span | null, problems: SyntaxProblem[]): DataNode {
  const s = within(text, node.offset, node.length);
  if (node.type === 'object') {
    const members = new Map<string, DataNode>();
    const value = newMapping();
    for (const property of node.children ?? []) {
      const [name, child] = property.children ?? [];
      if (!name || !child) continue;
      const nameSpan = within(text, name.offset, name.length);
      const called = String(name.value);
      if (members.has(called)) {
        problems.push({ message: `The key "${called}" stands twice in this object`, span: nameSpan });
        continue;
      }
      const converted = convert(text, child, nameSpan, problems);
      members.set(called, converted);
      value[called] = converted.value;
    }
    return { kind: 'map', span: s, key, value, members };
  }
  if (node.type === 'array') {
    const items = (node.children ?? []).map((child) => convert(text, child, null, problems));
    return { kind: 'list', span: s, key, value: items.map((item) => item.value), items };
  }
  const inexact = typeof node.value === 'number' ? inexactReason(node.value, text.slice(s.from, s.to)) : null;
  if (inexact) problems.push({ message: inexact, span: s });
  return { kind: 'scalar', span: s, key, value: node.value };
}

/** Where the nesting passes the limit, looking at brackets outside strings only; the parser itself would recurse. */
function deepestNesting(text: string): { at: number | null } {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (inString) {
      if (c === 92) i++;
      else if (c === 34) inString = false;
      continue;
    }
    if (c === 34) inString = true;
    else if (c === 123 || c === 91) {
      if (++depth > MAX_JSON_DEPTH) return { at: i };
    } else if (c === 125 || c === 93) depth--;
  }
  return { at: null };
}
