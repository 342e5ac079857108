import { readFileSync } from 'node:fs';
import { EditorState } from '@codemirror/state';
import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { refuseLinks } from '../../../shared/preview/refused-links';
import { SANITIZE_SCHEMA } from '../../../shared/preview/sanitize-schema';
import { MarkdownModel } from '../markdown-model';
import { RenderClient } from '../render-client';
import { answer } from '../render-loop';
import type { FromRenderer } from '../render-protocol';

/** An example of a specification: what is written, and the HTML it means. */
export interface SpecExample {
  readonly number: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

/** The examples of GitHub's own additions, from the file beside this one. */
export function gfmExamples(): readonly SpecExample[] {
  const text = readFileSync(new URL('./gfm-extensions.txt', import.meta.url), 'utf8');
  return text
    .split(/^@@@ /m)
    .slice(1)
    .map((entry) => {
      const end = entry.indexOf('\n');
      const [markdown = '', html = ''] = `\n${entry.slice(end + 1)}`.split('\n.\n');
      return {
        number: Number.parseInt(entry, 10),
        section: entry.slice(entry.indexOf(' ') + 1, end),
        markdown: `${markdown.slice(1)}\n`.replace(/→/g, '\t'),
        html: html.replace(/→/g, '\t'),
      };
    });
}

/** Draws a whole text as the window does: cut into blocks, each block by itself, in the order they are shown. */
export async function previewHtml(markdown: string): Promise<string> {
  let listener: (message: FromRenderer) => void = () => undefined;
  const client = new RenderClient(() => ({
    post: (message) =>
      void answer(structuredClone(message)).then((result) => listener(structuredClone(result))),
    listen: (given) => {
      listener = given;
    },
    stop: () => undefined,
  }));
  const model = new MarkdownModel(EditorState.create({ doc: markdown }).doc, client);
  const { blocks } = model.getSnapshot();
  model.want(blocks);
  const missing = () => blocks.some((block) => model.drawnOf(block)?.revision !== block.revision);
  if (missing())
    await new Promise<void>((resolve) => model.subscribe(() => (missing() ? undefined : resolve())));
  const children = blocks.flatMap((block) => {
    const result = model.drawnOf(block)?.result;
    if (result?.kind === 'source') throw new Error(result.reason);
    return result?.kind === 'content' ? result.root.children : [];
  });
  model.close();
  return toHtml({ type: 'root', children });
}

const raw = rehypeRaw();
const sanitize = rehypeSanitize(SANITIZE_SCHEMA);

/**
 * HTML in one form, so that only differences a reader could notice remain: attributes in order, white space outside of code as browsers show it,
 * and without what only the studio adds (places in the source, colours of code, names and classes of task boxes).
 */
export function normalHtml(html: string): string {
  return oneForm(parse(html));
}

/** What the sanitizer leaves of HTML, in the same form. */
export function sanitizedHtml(html: string): string {
  const tree = parse(html);
  // A link that is refused becomes its words, which say why.
  refuseLinks(tree);
  return oneForm(sanitize(tree));
}

function parse(html: string): Root {
  return raw(
    { type: 'root', children: [{ type: 'raw', value: html.trimEnd() } as never] } as Root,
    {} as never,
  ) as Root;
}

function oneForm(root: Root): string {
  return toHtml({ ...root, children: tidy(root.children as ElementContent[], false) }).trim();
}

const BLOCKS =
  /^(?:p|h[1-6]|ul|ol|li|pre|blockquote|div|table|thead|tbody|tr|th|td|hr|dl|dt|dd|details|summary|section)$/;

function tidy(nodes: readonly ElementContent[], inCode: boolean): ElementContent[] {
  const flat = nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element' && isColour(node)) return tidy(node.children, inCode);
    if (node.type === 'element') return [tidyElement(node, inCode)];
    return node.type === 'text' ? [{ ...node }] : [];
  });
  const joined: ElementContent[] = [];
  for (const node of flat) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else joined.push(node);
  }
  if (inCode) return joined;
  for (const node of joined) if (node.type === 'text') node.value = node.value.replace(/\s+/g, ' ');
  return joined.filter((node, index) => {
    if (node.type !== 'text') return true;
    if (isBlock(joined[index - 1])) node.value = node.value.trimStart();
    if (isBlock(joined[index + 1])) node.value = node.value.trimEnd();
    return node.value !== '';
  });
}

function tidyElement(node: Element, inCode: boolean): Element {
  const { dataFrom: _from, dataTo: _to, ariaLabel: _name, ...properties } = node.properties;
  const names = properties['className'];
  const none = Array.isArray(names) && names.length === 0;
  if (none || node.tagName === 'ul' || node.tagName === 'li') delete properties['className'];
  const children = tidy(node.children, inCode || node.tagName === 'pre');
  if (BLOCKS.test(node.tagName) && node.tagName !== 'pre') {
    const [first] = children;
    const last = children.at(-1);
    if (first?.type === 'text') first.value = first.value.trimStart();
    if (last?.type === 'text') last.value = last.value.trimEnd();
  }
  const ordered = Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    ...node,
    properties: ordered,
    children: children.filter((child) => child.type !== 'text' || child.value !== ''),
  };
}

function isBlock(node: Nodes | undefined): boolean {
  return node?.type === 'element' && BLOCKS.test(node.tagName);
}

function isColour({ tagName, properties }: Element): boolean {
  const names = properties['className'];
  return tagName === 'span' && Array.isArray(names) && names.some((name) => String(name).startsWith('hljs-'));
}
