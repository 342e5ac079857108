import type { Element, Root, RootContent } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Longer HTML is pasted as its plain text, in UTF-16 units. */
export const LONGEST_HTML = 4_000_000;

/** Elements that say something Markdown can say; HTML without any is plain text in colours, as editors of code copy it. */
const MEANS = new Set(
  'a,b,strong,i,em,h1,h2,h3,h4,h5,h6,ul,ol,table,blockquote,pre,code,del,s,hr,img'.split(','),
);

const schema = {
  ...defaultSchema,
  // Where a link leads and what a picture is called; no ids, classes or sizes.
  attributes: {
    a: ['href', 'title'],
    img: ['src', 'alt'],
    th: ['align', 'colSpan'],
    td: ['align', 'colSpan'],
    ol: ['start'],
    input: [['type', 'checkbox'] as [string, string], 'checked', 'disabled'],
    code: [['className', /^language-[\w+-]{1,30}$/] as [string, RegExp]],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};

const pipeline = unified()
  .use(rehypeParse, { fragment: true })
  .use(() => tidy)
  .use(rehypeSanitize, schema)
  .use(rehypeRemark, { newlines: false })
  .use(() => plain)
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', listItemIndent: 'one', fences: true });

/**
 * HTML of the clipboard as Markdown; null where it says no more than its plain text does. What is not Markdown is left out before it is
 * written: scripts, styles, forms, addresses that run something. Text stays text: signs in it are escaped.
 */
export function markdownFrom(html: string): string | null {
  if (html.length > LONGEST_HTML) return null;
  const tree = pipeline.parse(html);
  let means = false;
  visit(tree, 'element', (node: Element) => {
    if (MEANS.has(node.tagName) && !isNoBold(node)) means = true;
  });
  if (!means) return null;
  const written = pipeline.stringify(pipeline.runSync(tree) as never) as string;
  return written.trim() === '' ? null : written.replace(/\n+$/, '');
}

const GONE = /^(?:style|script|head|title|noscript|template)$/;
const BOLD = /^(?:b|strong)$/;
const SLANTED = /^(?:i|em)$/;
/** Elements below this depth are taken for their text: Markdown that deep cannot be read, by people or in good time. */
const DEEPEST = 40;

/** Takes out what word processors and spreadsheets add: styles, bold that is none, marks within the same marks, tables without a header. */
function tidy(tree: Root): void {
  tidyWithin(tree, { depth: 0, bold: false, slanted: false });
}

interface Around {
  readonly depth: number;
  readonly bold: boolean;
  readonly slanted: boolean;
}

function tidyWithin(parent: Root | Element, around: Around): void {
  const children: RootContent[] = [];
  for (const node of parent.children) {
    if (node.type !== 'element') {
      children.push(node);
      continue;
    }
    const { tagName } = node;
    if (GONE.test(tagName)) continue;
    const bold = BOLD.test(tagName) && !isNoBold(node);
    const slanted = SLANTED.test(tagName);
    tidyWithin(node, {
      depth: around.depth + 1,
      bold: around.bold || bold,
      slanted: around.slanted || slanted,
    });
    const again = (bold && around.bold) || (slanted && around.slanted) || isNoBold(node);
    if (again || around.depth > DEEPEST) {
      // One by one: the children of a large element do not fit into the arguments of a call.
      for (const child of node.children) children.push(child);
      continue;
    }
    if (tagName === 'table') giveHeader(node);
    children.push(node);
  }
  parent.children = children as Element['children'];
}

/** Spreadsheets copy no header; the first row is it, as a person reads it. */
function giveHeader(table: Element): void {
  let first: Element | null = null;
  let has = false;
  visit(table, 'element', (node: Element) => {
    if (node.tagName === 'th') has = true;
    if (node.tagName === 'tr') first ??= node;
  });
  if (has) return;
  for (const cell of (first as Element | null)?.children ?? [])
    if (cell.type === 'element' && cell.tagName === 'td') cell.tagName = 'th';
}

function isNoBold({ tagName, properties }: Element): boolean {
  return tagName === 'b' && /font-weight:\s*(?:normal|400)/.test(String(properties['style'] ?? ''));
}

const FOLLOWED = /^(?:https?:\/\/|mailto:)/i;

/**
 * Pictures of other places are never fetched, so they become links to them. Addresses that mean something only where they were copied, or
 * nothing, leave their words. Nothing is written as HTML.
 */
function plain(tree: Nodes): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === 'html') {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.type === 'image') {
      const linked = FOLLOWED.test(node.url) && parent.type !== 'link';
      const words = node.alt || (linked ? 'Picture' : '');
      const text: PhrasingContent = { type: 'text', value: words };
      const instead: PhrasingContent = linked ? { type: 'link', url: node.url, children: [text] } : text;
      parent.children.splice(index, 1, ...(words === '' ? [] : [instead]));
      return index + (words === '' ? 0 : 1);
    }
    if (node.type === 'link' && !FOLLOWED.test(node.url)) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    return undefined;
  });
}
