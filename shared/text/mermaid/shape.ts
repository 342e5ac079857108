import { cleanLabel } from './parts';

/** A node as it is written: `id`, then maybe a shape with a label, then maybe `:::class`. */
export interface WrittenNode {
  readonly id: string;
  /** Empty when the node is only named. */
  readonly label: string;
  /** UTF-16 units the whole node takes. */
  readonly length: number;
}

const ID = /[\p{L}\p{N}_.]+(?:-(?![-.>=])[\p{L}\p{N}_.]+)*/uy;
const CLASS = /:::[\w-]+/y;

/** Shapes by their opening, longest first, with what closes them. */
const SHAPES: readonly (readonly [string, readonly string[]])[] = [
  ['(((', [')))']],
  ['((', ['))']],
  ['([', ['])']],
  ['[[', [']]']],
  ['[(', [')]']],
  ['[/', ['/]', '\\]']],
  ['[\\', ['\\]', '/]']],
  ['{{', ['}}']],
  ['))', ['((']],
  ['[', [']']],
  ['(', [')']],
  ['{', ['}']],
  ['>', [']']],
  [')', ['(']],
];

/** Reads the node that starts at `at`, or null when none does. */
export function readNode(text: string, at: number): WrittenNode | null {
  ID.lastIndex = at;
  const id = ID.exec(text)?.[0];
  if (id === undefined) return null;
  let end = at + id.length;
  const shape = readShape(text, end);
  if (shape) end = shape.end;
  CLASS.lastIndex = end;
  end += CLASS.exec(text)?.[0].length ?? 0;
  return { id, label: shape?.label ?? '', length: end - at };
}

/** The shape and label at `at`: `["text"]`, `(text)`, `@{ label: "text" }`; null when the text there opens none. */
export function readShape(text: string, at: number): { readonly label: string; readonly end: number } | null {
  if (text.startsWith('@{', at)) {
    const end = endOfQuoteAware(text, at + 2, '}');
    const label = /(?:^|[\s,{])label:\s*(?:"([^"]*)"|([^,}"]*))/.exec(text.slice(at + 2, end));
    return { label: cleanLabel(label?.[1] ?? label?.[2] ?? ''), end };
  }
  const shape = SHAPES.find(([open]) => text.startsWith(open, at));
  if (!shape) return null;
  const [open, closers] = shape;
  const from = at + open.length;
  const quote = /\s*"/y;
  quote.lastIndex = from;
  if (quote.test(text)) {
    const close = text.indexOf('"', quote.lastIndex);
    const labelEnd = close < 0 ? text.length : close;
    return {
      label: cleanLabel(text.slice(quote.lastIndex, labelEnd)),
      end: afterCloser(text, Math.min(labelEnd + 1, text.length), closers),
    };
  }
  const ends = closers.map((closer) => text.indexOf(closer, from)).filter((i) => i >= 0);
  const labelEnd = ends.length > 0 ? Math.min(...ends) : text.length;
  return {
    label: cleanLabel(text.slice(from, labelEnd)),
    end: Math.min(text.length, labelEnd + (closers[0] ?? '').length),
  };
}

function afterCloser(text: string, at: number, closers: readonly string[]): number {
  const blanks = /\s*/y;
  blanks.lastIndex = at;
  blanks.test(text);
  const end = Math.max(at, blanks.lastIndex);
  const closer = closers.find((c) => text.startsWith(c, end));
  return closer ? end + closer.length : at;
}

function endOfQuoteAware(text: string, at: number, closer: string): number {
  let quoted = false;
  for (let i = at; i < text.length; i++) {
    if (text[i] === '"') quoted = !quoted;
    else if (!quoted && text[i] === closer) return i + 1;
  }
  return text.length;
}
