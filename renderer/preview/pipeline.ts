import type { Element, ElementContent, Root } from 'hast';
import type { FootnoteDefinition, FootnoteReference, Nodes as MdastNodes, Root as MdastRoot } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import rehypeSanitize from 'rehype-sanitize';
import remarkDefinitionList, { defListHastHandlers } from 'remark-definition-list';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { EXIT, visit } from 'unist-util-visit';
import { boundDepth } from '../../shared/preview/bounded-depth';
import { markCallouts } from '../../shared/preview/callouts';
import { refuseLinks } from '../../shared/preview/refused-links';
import { SANITIZE_SCHEMA } from '../../shared/preview/sanitize-schema';
import { normalLabel } from './references';
import type { RenderJob } from './render-protocol';

/** Elements that scrolling and clicking use to find their place in the source. */
const LOCATED = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'tr',
  'pre',
  'blockquote',
  'img',
  'dt',
  'dd',
]);

const sanitize = rehypeSanitize(SANITIZE_SCHEMA);
const parser = markdownParser();

/** A parser of the Markdown that the preview knows. */
export function markdownParser() {
  return unified().use(remarkParse).use(remarkGfm).use(remarkDefinitionList);
}

/** Turns HTML in Markdown into nodes. Loaded when the first text holds some, since it is as large as all the rest. */
export type RawPlugin = (tree: Root) => Root;

/** Reads formulas, and sets them in a tree that was cleaned. Loaded when the settings want it. */
export interface MathSupport {
  readonly parser: Pick<ReturnType<typeof markdownParser>, 'parse'>;
  readonly set: (tree: Root) => void;
}

/**
 * The one way from a kit's Markdown to the page: parse, turn into HTML nodes, sanitize, add source offsets (`data-from`, `data-to`, relative
 * to the block). The result holds nothing that is not on the list of {@link SANITIZE_SCHEMA}.
 */
export async function renderMarkdown(
  job: RenderJob,
  loadRaw: () => Promise<RawPlugin>,
  math: MathSupport | null = null,
): Promise<Root> {
  const tree = (math?.parser ?? parser).parse(
    job.definitions === '' ? job.source : `${job.source}\n\n${job.definitions}`,
  ) as MdastRoot;
  // What stands behind the block's own text was only needed to resolve its references.
  tree.children = tree.children.filter(
    (node) => node.type === 'definition' || (node.position?.start.offset ?? 0) < job.source.length,
  );
  markCallouts(tree);
  const number = (label: string) => job.footnotes[normalLabel(label)] ?? 0;
  const processor = unified().use(remarkRehype, {
    allowDangerousHtml: true,
    handlers: {
      ...defListHastHandlers,
      footnoteReference: (_state: unknown, node: FootnoteReference) =>
        footnoteMark(number(node.identifier), node.identifier),
      footnoteDefinition: (state: { all(node: MdastNodes): ElementContent[] }, node: FootnoteDefinition) =>
        footnoteText(number(node.identifier), node.identifier, state.all(node)),
    },
  });
  let html = (await processor.run(tree)) as Root;
  if (hasRaw(html)) html = (await loadRaw())(html);
  refuseLinks(html);
  const clean = sanitize(html);
  math?.set(clean);
  boundDepth(clean);
  locate(clean, job.indent, job.source.length - job.indent);
  return clean;
}

/** The words of a passage as a reader sees them. */
export function wordsOf(source: string): string {
  return plainText(parser.parse(source), { includeHtml: false });
}

function hasRaw(tree: Root): boolean {
  let found = false;
  visit(tree, 'raw' as never, () => {
    found = true;
    return EXIT;
  });
  return found;
}

function locate(tree: Root, indent: number, length: number): void {
  const within = (offset: number) => Math.min(Math.max(0, offset - indent), length);
  visit(tree, 'element', (node: Element) => {
    // What the sanitizer emptied would stay as an empty attribute.
    const { className } = node.properties;
    if (Array.isArray(className) && className.length === 0) delete node.properties['className'];
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    if (from === undefined || to === undefined || !LOCATED.has(node.tagName)) return;
    node.properties['dataFrom'] = within(from);
    node.properties['dataTo'] = within(to);
    if (node.tagName === 'li') nameTask(node);
  });
}

/** Longest name of a task's box, in UTF-16 units: it is read aloud. */
const LONGEST_NAME = 120;

/** Gives the box of a task the place of its item, where ticking it writes, and the item's words as its name. */
function nameTask(item: Element): void {
  const first = item.children.find((child): child is Element => child.type === 'element');
  const holder = first?.tagName === 'p' ? first.children[0] : first;
  if (holder?.type !== 'element' || holder.tagName !== 'input') return;
  holder.properties['dataFrom'] = item.properties['dataFrom'];
  holder.properties['ariaLabel'] = ownText(item).trim().slice(0, LONGEST_NAME) || 'Task';
}

/** The words of an item without those of lists within it. */
function ownText(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type === 'text') return child.value;
      return child.type === 'element' && !/^[uo]l$/.test(child.tagName) ? ownText(child) : '';
    })
    .join('');
}

function footnoteMark(number: number, label: string): Element {
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: `#fn-${label}`, className: ['footnote-ref'] },
    children: [{ type: 'text', value: number > 0 ? String(number) : label }],
  };
  return { type: 'element', tagName: 'sup', properties: {}, children: [link] };
}

/** The number of a note leads back to its first mention. */
function footnoteText(number: number, label: string, children: ElementContent[]): Element {
  const back = { href: `#fnref-${label}`, title: 'Back to the text', className: ['footnote-back'] };
  const mark: Element = {
    type: 'element',
    tagName: number > 0 ? 'a' : 'span',
    properties: number > 0 ? back : { className: ['footnote-number'] },
    children: [{ type: 'text', value: number > 0 ? `${number}.` : '–' }],
  };
  const body: Element = { type: 'element', tagName: 'div', properties: {}, children };
  return { type: 'element', tagName: 'div', properties: { className: ['footnote'] }, children: [mark, body] };
}
