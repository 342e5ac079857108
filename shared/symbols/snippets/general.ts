import { lineBreak, type TextEdit } from '../../text/edits/edit';
import type { MarkdownDoc } from '../../text/markdown';
import { writeTable } from '../../text/table-text';
import { DIAGRAMS } from './diagrams';
import { type Snippet, snippetAt } from './snippet';

const CALLOUTS = [
  ['Note', 'What a reader should know'],
  ['Tip', 'What helps'],
  ['Important', 'What must not be missed'],
  ['Warning', 'What can go wrong'],
  ['Caution', 'What does harm'],
] as const;

/** The size that is asked for: `table 4x3` are four rows of three columns, the header not counted. */
const SIZE = /(\d{1,3})\s*[x×*]\s*(\d{1,2})/i;
const USUAL = { rows: 3, columns: 3 };

/** What fits into any Markdown. `typed` is what was written to find it, `today` the date. */
export function markdownSnippets(
  doc: MarkdownDoc,
  at: number,
  typed: string,
  today: string,
): readonly Snippet[] {
  const text = (label: string, detail: string, insert: string) =>
    snippetAt(at, label, detail, 'text', insert);
  return [
    tableSnippet(at, typed),
    text('Date today', today, today),
    text('Task', 'A box to tick', '- [ ] <task, with its owner and date>'),
    ...CALLOUTS.map(([name, detail]) =>
      text(name, detail, `> [!${name.toUpperCase()}]\n> <${detail.toLowerCase()}>`),
    ),
    text('Code block', 'With its language', '```<language>\n<code>\n```'),
    text('YAML block', 'Checked as it is written', '```yaml\n<key>: <value>\n```'),
    footnote(doc, at),
    text('Rule', 'A line between two parts', '---\n'),
    ...diagramSnippets(at, true),
  ];
}

/** Diagrams, in a fence where they stand in a document. */
export function diagramSnippets(at: number, fenced: boolean): readonly Snippet[] {
  return DIAGRAMS.map(({ label, detail, text }) =>
    snippetAt(at, label, detail, 'diagram', fenced ? `\`\`\`mermaid\n${text}\n\`\`\`` : text),
  );
}

function tableSnippet(at: number, typed: string): Snippet {
  const size = SIZE.exec(typed);
  const rows = size ? Math.max(1, Number(size[1])) : USUAL.rows;
  const columns = size ? Math.max(1, Number(size[2])) : USUAL.columns;
  const header = Array.from({ length: columns }, (_, n) => `<column ${n + 1}>`);
  const cells = [header, ...Array.from({ length: rows }, () => header.map(() => ''))];
  const made = snippetAt(
    at,
    'Table',
    `${rows} × ${columns}; type 4x2 for another size`,
    'text',
    writeTable(cells),
  );
  // What is typed as a size is no word of the label.
  return size
    ? { ...made, label: typed.trim(), detail: `Table of ${rows} rows and ${columns} columns` }
    : made;
}

/** A mark here, and its text at the end of the document. */
function footnote(doc: MarkdownDoc, at: number): Snippet {
  const used = new Set([...doc.text.matchAll(/\[\^(\d{1,6})\]/g)].map((match) => Number(match[1])));
  let n = 1;
  while (used.has(n)) n++;
  const made = snippetAt(at, 'Footnote', 'A mark here, its text at the end', 'text', `[^${n}]`);
  const newline = lineBreak(doc.text);
  const gap = doc.text.endsWith('\n') ? newline : `${newline}${newline}`;
  const more: TextEdit = {
    from: doc.text.length,
    to: doc.text.length,
    insert: `${gap}[^${n}]: <what the note says>${newline}`,
  };
  return { ...made, more };
}
