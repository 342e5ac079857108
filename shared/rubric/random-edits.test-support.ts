/** Pieces of text that belong to no kind, and those that do. */
const PIECES = [
  ...[
    '\n## Summary\n\n',
    '# ',
    '### Non-goals\n',
    '```\n',
    '```mermaid\n',
    '~~~\n',
    '<!-- ',
    '-->\n',
    '<div>\n',
    '---\n',
  ],
  ...[
    '| Owner | Due |\n| --- | --- |\n| M. Example | 2024-03-12 |\n',
    '| a | b |\n',
    '- [ ] one\n',
    '> quoted\n',
    '1. first\n',
  ],
  ...[
    '[a]: ../x.md "t"\n',
    '[b][a] and [c](#summary)\n',
    '[^1]: note\n',
    'id: RFC-999\n',
    'status: accepted\n',
    '  - x: 1\n',
  ],
  ...[
    '$4.2M or 10 %\n',
    'the the log\n',
    'We think it might help.\n',
    '11 consent, 2 object\n',
    'TW-01 at 5 %\n',
    'R-03 ADR-001\n',
  ],
  ...[
    'a: &x 1\n',
    'b: *x\n',
    '"c": ',
    '[',
    '{',
    '}',
    ']',
    ':',
    ',',
    '"',
    "'",
    '|\n',
    '>-\n',
    '# c\n',
    '\t',
    '\r\n',
    '😀',
    '\uD83D',
    '\u2028',
    '\uFEFF',
  ],
];

const changes: readonly ((text: string, next: (below: number) => number) => string)[] = [
  // A letter typed anywhere.
  (text, next) => {
    const at = next(text.length + 1);
    return `${text.slice(0, at)}x${text.slice(at)}`;
  },
  // A line gone.
  (text, next) => {
    const lines = text.split('\n');
    lines.splice(next(lines.length), 1);
    return lines.join('\n');
  },
  // A figure changed.
  (text, next) => {
    const digits = [...text.matchAll(/\d/g)];
    const at = digits[next(Math.max(1, digits.length))]?.index ?? -1;
    return at < 0 ? text : `${text.slice(0, at)}${next(10)}${text.slice(at + 1)}`;
  },
  // A line moved to the top, and everything behind it.
  (text, next) => {
    const at = text.indexOf('\n', next(text.length + 1)) + 1;
    return `${text.slice(0, at)}\n${text.slice(at)}`;
  },
  // What turns the text around it into something else: headings, fences, rows, header lines, definitions, other line ends.
  (text, next) => {
    const typed = PIECES[next(PIECES.length)] as string;
    const at = next(4) > 0 ? text.indexOf('\n', next(text.length + 1)) + 1 : next(text.length + 1);
    return `${text.slice(0, at)}${typed}${text.slice(at)}`;
  },
  // A few letters gone, or the whole text with other line ends.
  (text, next) => {
    if (next(8) === 0)
      return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text.replaceAll('\n', '\r\n');
    const at = next(text.length + 1);
    return text.slice(0, at) + text.slice(at + 1 + next(4));
  },
  // A part of the text moved to another place.
  (text, next) => {
    const from = next(text.length + 1);
    const part = text.slice(from, from + next(800));
    const rest = text.slice(0, from) + text.slice(from + part.length);
    const at = rest.indexOf('\n', next(rest.length + 1)) + 1;
    return rest.slice(0, at) + part + rest.slice(at);
  },
  // The end cut off.
  (text, next) => text.slice(0, text.length - next(Math.ceil(text.length / 3) + 1)),
];

/** A text after an edit by chance: `next` gives a whole number from 0 to below its argument. */
export function changed(text: string, next: (below: number) => number): string {
  return (changes[next(changes.length)] ?? String)(text, next);
}
