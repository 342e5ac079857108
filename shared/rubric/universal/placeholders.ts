import type { DataNode } from '../../text/data-tree';
import { PLACEHOLDER } from '../../text/lexicon';
import { type Match, matches } from '../../text/quantities';
import type { Source } from '../artifact';
import { type AutoCriterion, fail, judge, pass } from '../criterion';

/** HTML that Markdown may hold for layout, and addresses in angle brackets: written on purpose, not left blank. */
const REAL_MARKUP =
  /^<\/?(?:a|abbr|b|br|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|figcaption|figure|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|picture|pre|q|s|small|source|span|strong|sub|summary|sup|svg|table|tbody|td|tfoot|th|thead|tr|u|ul|wbr)(?:\s[^<>]*)?\/?>$|^<[a-z][a-z0-9+.-]*:|^<[^\s<>]+@/i;

const TYPE_ARGUMENTS = /^<[A-Z]\w*(?:, ?[A-Z]\w*)*>$/;

/** GEN-02: a blank that was left in. Inverted in templates, which consist of blanks. */
export const placeholders: AutoCriterion<unknown> = {
  id: 'GEN-02',
  mode: 'auto',
  severity: 'must',
  scope: 'structure',
  readsPacket: false,
  title: 'No placeholder is left',
  failTitle: 'A placeholder is left',
  why: 'A left-over blank tells the committee that nobody, the author included, read the document to its end.',
  hint: 'Write what the blank asks for, or delete the line that holds it.',
  sources: ['Seed'],
  check: ({ source, template }) => {
    const found = placeholdersIn(source);
    if (template) {
      return found.length > 0
        ? pass(...found.slice(0, 5))
        : fail({
            span: { from: 0, to: Math.min(1, source.text.length) },
            message: 'A template needs blanks to fill, such as `<what changed>`',
            hint: 'Mark each blank with angle brackets.',
          });
    }
    return judge(
      found.map((hit) => ({
        span: { from: hit.from, to: hit.to },
        message: `"${hit.text}" is still a placeholder`,
      })),
    );
  },
  examples: {
    pass: [
      { path: 'note.md', source: '# Note\n\nUse `<id>` in code, and see <https://example.org>.\n' },
      { path: 'note.md', source: '# Note\n\nIt returns a Promise<Order> in a <figure>.\n' },
      { path: 'data.yaml', source: 'threshold: "< 99.95 %"\n' },
      { path: 'x.mmd', source: 'gantt\n  dateFormat YYYY-MM-DD\n  Pilot :2024-01-01, 30d\n' },
      { path: 'x.mmd', source: 'flowchart LR\n  gate{{Complete?}} --> done\n' },
      { path: 'x.mmd', source: 'stateDiagram-v2\n  state check <<choice>>\n' },
    ],
    fail: [
      {
        path: 'note.md',
        source: '# Note\n\nOwner: <your name>. Due YYYY-MM-DD, in v<version>.\n',
        at: ['<your name>', 'YYYY-MM-DD', '<version>'],
      },
      { path: 'data.yaml', source: 'owner: TODO\n', at: ['TODO'] },
      { path: 'data.yaml', source: 'scores:\n  "{{criterion}}": 4\n', at: ['{{criterion}}'] },
      {
        path: 'x.mmd',
        source: '%% owner: <name>\nflowchart LR\n  a["{{service}}"] --> b\n',
        at: ['<name>', '{{service}}'],
      },
      { path: 'note.md', source: '# Note\n\n> [!PROMPT]\n> Say who decides.\n', at: ['[!PROMPT]'] },
    ],
  },
};

/** What each mark holds: a text without it need not be looked through value by value. */
const MAYBE_PLACEHOLDER = /<[A-Za-z]|\{\{|\[TBD\]|\[!PROMPT\]|TODO|XXX|orem ipsum|YYYY-MM-DD/;

function placeholdersIn(source: Source): Match[] {
  if (source.format === 'md') {
    const found = real(matches(source.markdown.withoutCode, PLACEHOLDER), source.text);
    if (source.markdown.frontMatter?.root) collect(source.markdown.frontMatter.root, source.text, found);
    return found.sort((a, b) => a.from - b.from);
  }
  if (source.format === 'mmd')
    return real(matches(source.text, PLACEHOLDER), source.text).filter((hit) => !isSyntax(source.text, hit));
  const found: Match[] = [];
  if (source.data.root && MAYBE_PLACEHOLDER.test(source.text)) collect(source.data.root, source.text, found);
  return found;
}

/** Leaves out markup, and types such as `Promise<Order>`: `v<version>` is a blank. */
function real(found: readonly Match[], text: string): Match[] {
  return found.filter(
    (hit) =>
      !REAL_MARKUP.test(hit.text) &&
      !(TYPE_ARGUMENTS.test(hit.text) && /[\p{L}\p{N}]/u.test(text.charAt(hit.from - 1))),
  );
}

/** What Mermaid itself writes with these marks: the format of dates in a Gantt chart, hexagons such as `gate{{Done?}}`, `<<choice>>`. */
function isSyntax(text: string, hit: Match): boolean {
  const before = text.slice(text.lastIndexOf('\n', hit.from - 1) + 1, hit.from);
  if (hit.text.startsWith('Y')) return /^\s*(?:dateFormat|axisFormat)\s/.test(before);
  if (hit.text.startsWith('{')) return /[\p{L}\p{N}_-]$/u.test(before);
  return before.endsWith('<') && text[hit.to] === '>';
}

/** Keys and scalars are searched in the source text, so that the offsets hold for quoted and block scalars too. */
function collect(node: DataNode, text: string, into: Match[]): void {
  if (node.kind === 'map')
    for (const child of node.members.values()) {
      if (child.key) add(real(matches(text, PLACEHOLDER, child.key), text), into);
      collect(child, text, into);
    }
  else if (node.kind === 'list') for (const child of node.items) collect(child, text, into);
  else if (typeof node.value === 'string') add(real(matches(text, PLACEHOLDER, node.span), text), into);
}

/** One by one: a call with hundreds of thousands of arguments breaks. */
function add(found: readonly Match[], into: Match[]): void {
  for (const hit of found) into.push(hit);
}
