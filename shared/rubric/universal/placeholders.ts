import type { DataNode } from '../../text/data-tree';
import { PLACEHOLDER } from '../../text/lexicon';
import { type Match, matches } from '../../text/quantities';
import type { Source } from '../artifact';
import { type AutoCriterion, fail, pass } from '../criterion';

/** HTML that Markdown may hold for layout, and addresses in angle brackets: written on purpose, not left blank. */
const REAL_MARKUP =
  /^<\/?(?:a|b|br|cite|code|del|details|div|em|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|picture|pre|q|s|small|source|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?\/?>$|^<[a-z][a-z0-9+.-]*:|^<[^\s<>]+@/i;

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
    return found.length === 0
      ? pass()
      : fail(
          ...found.map((hit) => ({
            span: { from: hit.from, to: hit.to },
            message: `"${hit.text}" is still a placeholder`,
          })),
        );
  },
  examples: {
    pass: [
      { path: 'note.md', source: '# Note\n\nUse `<id>` in code, and see <https://example.org>.\n' },
      { path: 'data.yaml', source: 'threshold: "< 99.95 %"\n' },
    ],
    fail: [
      {
        path: 'note.md',
        source: '# Note\n\nOwner: <your name>. Due YYYY-MM-DD.\n',
        at: ['<your name>', 'YYYY-MM-DD'],
      },
      { path: 'data.yaml', source: 'owner: TODO\n', at: ['TODO'] },
      { path: 'note.md', source: '# Note\n\n> [!PROMPT]\n> Say who decides.\n', at: ['[!PROMPT]'] },
    ],
  },
};

function placeholdersIn(source: Source): Match[] {
  if (source.format === 'md') {
    const found = real(matches(source.markdown.withoutCode, PLACEHOLDER));
    if (source.markdown.frontMatter?.root) collect(source.markdown.frontMatter.root, source.text, found);
    return found.sort((a, b) => a.from - b.from);
  }
  if (source.format === 'mmd') return real(matches(source.text, PLACEHOLDER));
  const found: Match[] = [];
  if (source.data.root) collect(source.data.root, source.text, found);
  return found;
}

function real(found: readonly Match[]): Match[] {
  return found.filter((hit) => !REAL_MARKUP.test(hit.text));
}

/** Scalars are searched in the source text, so that the offsets hold for quoted and block scalars too. */
function collect(node: DataNode, text: string, into: Match[]): void {
  if (node.kind === 'map') for (const child of node.members.values()) collect(child, text, into);
  else if (node.kind === 'list') for (const child of node.items) collect(child, text, into);
  else if (typeof node.value === 'string') into.push(...real(matches(text, PLACEHOLDER, node.span)));
}
