import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root as MdastRoot } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import remarkDefinitionList, { defListHastHandlers } from 'remark-definition-list';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { resolveLink } from '../../shared/domain/kit-path';
import { headingAnchors } from '../../shared/portfolio/anchors';
import { markCallouts } from '../../shared/preview/callouts';
import { SANITIZE_SCHEMA } from '../../shared/preview/sanitize-schema';
import { Html } from './html';
import { keepWordsIn } from './keep-words';
import { tableFit } from './table-fit';

/** What the print of one Markdown file needs to know of the rest of the book. */
export interface MarkdownContext {
  readonly path: string;
  /** Prefix of all ids of this artifact: `a07`. */
  readonly id: string;
  /** The id of the artifact a kit path is printed as, or null when it is not in the book. */
  artifactId(path: string): string | null;
  /** A picture of the kit as a data: address, or null when it can't be shown. */
  image(path: string): string | null;
  /** The figure for a Mermaid text. */
  figure(source: string, title: string): Html;
}

const FIGURE = 'staffwright-figure';

/**
 * Markdown as sanitized print markup: the schema is that of the preview, then headings get ids, links to artifacts in the book become page links,
 * addresses outside are written out behind their text, Mermaid fences become figures. Asynchronous only because unified is.
 */
export async function markdownToHtml(text: string, context: MarkdownContext): Promise<Html> {
  const tree = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkDefinitionList)
    .use(remarkFrontmatter, ['yaml'])
    .parse(text) as MdastRoot;
  markCallouts(tree);
  const figures: Html[] = [];
  const processor = unified()
    .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '', handlers: { ...defListHastHandlers } })
    .use(rehypeRaw)
    .use(rehypeSanitize, PRINT_SCHEMA)
    .use(() => (root: Root) => finish(root, context, figures));
  const root = (await processor.run(tree)) as Root;
  const markup = toHtml(root).replace(
    new RegExp(`<${FIGURE} data-index="(\\d+)"></${FIGURE}>`, 'g'),
    (_, index: string) => figures[Number(index)]?.markup ?? '',
  );
  return new Html(markup);
}

/** The preview's schema, plus the ids that footnotes need to find each other. */
const PRINT_SCHEMA: typeof SANITIZE_SCHEMA = {
  ...SANITIZE_SCHEMA,
  tagNames: [...(SANITIZE_SCHEMA.tagNames ?? []), 'section'],
  attributes: {
    ...SANITIZE_SCHEMA.attributes,
    a: [...(SANITIZE_SCHEMA.attributes?.['a'] ?? []), ['id', /^fnref-[\w-]{1,60}$/]],
    li: [...(SANITIZE_SCHEMA.attributes?.['li'] ?? []), ['id', /^fn-[\w-]{1,60}$/]],
    section: [['className', 'footnotes']],
  },
};

function finish(root: Root, context: MarkdownContext, figures: Html[]): void {
  const headings: { element: Element; text: string }[] = [];
  let titled = false;
  visit(root, 'element', (node, index, parent) => {
    const name = node.tagName;
    if (/^h[1-6]$/.test(name)) {
      headings.push({ element: node, text: textOf(node) });
      // The artifact's title page shows the first level-1 heading already.
      if (name === 'h1' && !titled && parent && index !== undefined) {
        titled = true;
        parent.children.splice(index, 1);
        return [SKIP, index];
      }
    } else if (name === 'a') link(node, context);
    else if (name === 'img') image(node, context);
    else if (name === 'table') {
      setTable(node);
    } else if (name === 'pre') {
      const source = mermaidSource(node);
      if (source !== null && parent && index !== undefined) {
        const title = /^%%\s*title:\s*(.+)$/m.exec(source)?.[1] ?? '';
        figures.push(context.figure(source, title.trim()));
        parent.children.splice(index, 1, marker(figures.length - 1));
        return [SKIP, index + 1];
      }
    }
    const id = node.properties['id'];
    if (typeof id === 'string') node.properties['id'] = `${context.id}-${id}`;
    return undefined;
  });
  const anchors = headingAnchors(headings);
  headings.forEach(({ element }, i) => {
    element.properties['id'] = `${context.id}-${anchors[i]}`;
  });
  keepWordsIn(root);
}

function marker(index: number): Element {
  return { type: 'element', tagName: FIGURE, properties: { dataIndex: String(index) }, children: [] };
}

function mermaidSource(pre: Element): string | null {
  const code = pre.children[0];
  if (code?.type !== 'element' || code.tagName !== 'code') return null;
  const classes = code.properties['className'];
  return Array.isArray(classes) && classes.includes('language-mermaid') ? textOf(code) : null;
}

function link(node: Element, context: MarkdownContext): void {
  const href = String(node.properties['href'] ?? '');
  if (href.startsWith('#')) {
    node.properties['href'] = `#${context.id}-${decode(href.slice(1))}`;
    return;
  }
  if (/^(?:https?|mailto):/i.test(href)) {
    const shown = href.replace(/^mailto:/i, '');
    if (!textOf(node).includes(shown.replace(/^https?:\/\//i, '').replace(/\/$/, ''))) {
      node.children.push({
        type: 'element',
        tagName: 'span',
        properties: { className: ['address'] },
        children: [{ type: 'text', value: ` (${shown})` }],
      });
    }
    return;
  }
  // The sanitizer has taken away addresses with another scheme.
  const target = href === '' ? null : resolveLink(context.path, href);
  const id = target === null ? null : context.artifactId(target);
  const hash = href.indexOf('#');
  if (id === null) {
    // The file is not printed: its name stays readable, the link goes.
    node.tagName = 'span';
    node.properties = { className: ['unprinted'] };
    return;
  }
  node.properties['href'] = `#${id}${hash < 0 ? '' : `-${decode(href.slice(hash + 1))}`}`;
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function image(node: Element, context: MarkdownContext): void {
  const target = resolveLink(context.path, String(node.properties['src'] ?? ''));
  const data = target === null ? null : context.image(target);
  if (data !== null) {
    node.properties['src'] = data;
    return;
  }
  node.tagName = 'span';
  node.children = [
    {
      type: 'text',
      value: `[Picture not shown: ${String(node.properties['alt'] ?? '') || 'no description'}]`,
    },
  ];
  node.properties = { className: ['missing-picture'] };
}

function setTable(table: Element): void {
  const rows: Element[][] = [];
  visit(table, 'element', (node) => {
    if (node.tagName !== 'tr') return;
    rows.push(node.children.filter((c) => c.type === 'element').filter((c) => /^t[dh]$/.test(c.tagName)));
  });
  const fit = tableFit(rows.map((row) => row.map(textOf)));
  table.properties['className'] = fit.className.split(' ').filter(Boolean);
  for (const cell of rows.flat()) {
    if (cell.tagName === 'td' && fit.oneLine(textOf(cell))) cell.properties['className'] = ['keep'];
  }
}

function textOf(node: ElementContent | Root): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as ElementContent)).join('') : '';
}
