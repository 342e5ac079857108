import type { SyntaxProblem } from '../../text/data-tree';
import { lineStart } from '../../text/edits/edit';
import { parseJson } from '../../text/json';
import type { CodeBlock } from '../../text/markdown';
import type { PieceText } from '../../text/markdown/piece';
import { inPieces } from '../../text/markdown/pieces';
import { parseMermaid } from '../../text/mermaid';
import { movedSpan } from '../../text/span';
import { parseYaml } from '../../text/yaml';
import { judge, notApplicable } from '../criterion';
import { movedProblem, type OwnProblem } from '../moved-problem';
import type { Remark } from './remark';

/** Languages whose blocks are read, by the word behind the fence. */
const READ: Readonly<Record<string, (text: string) => readonly SyntaxProblem[]>> = {
  yaml: (text) => parseYaml(text).problems,
  yml: (text) => parseYaml(text).problems,
  json: (text) => parseJson(text).problems,
  mermaid: (text) => parseMermaid(text).problems,
};

/** Something was left out, or will be filled in by a program: nobody means the block to read as it is. */
const CUT = /\.{3}|…|\{\{|\$\{|<%/;
/** Several documents in one block, or comments in JSON. */
const OTHER_FORM = /^(?:---|%YAML)|^[ \t]*(?:\/\/|\/\*)/m;
/** Longer blocks are not read a second time, in UTF-16 units. */
const LONGEST = 200_000;

/** PROSE-06: a block of YAML, JSON or Mermaid that does not read as what its fence says. */
export const fencedCode: Remark = {
  id: 'PROSE-06',
  mode: 'auto',
  severity: 'info',
  scope: 'value',
  readsPacket: false,
  title: 'Code blocks read as what they say they are',
  failTitle: 'A code block does not read as what it says it is',
  why: 'A reader copies a block and finds that it does not work, or sees the source of a diagram where the diagram should be.',
  hint: 'Mend the line, or take the language off the fence where only a sketch is meant.',
  sources: ['Seed'],
  check: ({ source }) => {
    if (source.format !== 'md') return notApplicable('Only Markdown has code blocks');
    return judge(inPieces(source.markdown, unreadableIn, movedProblem));
  },
  examples: {
    pass: [
      { path: 'note.md', source: '# Note\n\n```yaml\na: 1\nb: [x]\n```\n\n```json\n{"a": 1}\n```\n' },
      { path: 'note.md', source: '# Note\n\n```yaml\nsteps:\n  - one\n  ...\n```\n' },
      { path: 'note.md', source: '# Note\n\n```json\n{\n  // sketch\n  "a": 1\n}\n```\n' },
      { path: 'note.md', source: '# Note\n\n> ```yaml\n> a: 1\n> ```\n' },
    ],
    fail: [
      { path: 'note.md', source: '# Note\n\n```yaml\nid: A\nid: B\n```\n', at: ['id: B'] },
      { path: 'note.md', source: '# Note\n\n```json\n{"a": 1, "a": 2}\n```\n', at: ['"a"'] },
      { path: 'note.md', source: '# Note\n\n```mermaid\nflow LR\n  a --> b\n```\n', at: ['flow'] },
    ],
  },
};

function unreadableIn({ text, codeBlocks }: PieceText): OwnProblem[] {
  return codeBlocks.flatMap((block) =>
    problemsOf(text, block).map((problem) => ({
      span: movedSpan(problem.span, block.content.from),
      message: `In this ${block.lang} block: ${problem.message}`,
    })),
  );
}

function problemsOf(text: string, { lang, fenced, closed, content, span, text: code }: CodeBlock) {
  const read = Object.hasOwn(READ, lang) ? READ[lang] : undefined;
  if (!read || !fenced || !closed || code.trim() === '' || code.length > LONGEST) return [];
  if (CUT.test(code) || (lang !== 'mermaid' && OTHER_FORM.test(code))) return [];
  // The lines of a block in a quotation begin with its marks, which are no part of the code.
  if (text.slice(lineStart(text, span.from), span.from).includes('>')) return [];
  return read(text.slice(content.from, content.to)).slice(0, 1);
}
