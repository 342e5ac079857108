import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root as MdastRoot } from 'mdast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import { defListHastHandlers } from 'remark-definition-list';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { resolveLink } from '../../shared/domain/kit-path';
import { headingAnchors } from '../../shared/portfolio/anchors';
import { boundDepth } from '../../shared/preview/bounded-depth';
import { markCallouts } from '../../shared/preview/callouts';
import type { OnUnset } from '../../shared/preview/formulas';
import { refuseLinks } from '../../shared/preview/refused-links';
import { SANITIZE_SCHEMA } from '../../shared/preview/sanitize-schema';
import { wrapCode } from './code-lines';
import { markFloats } from './floats';
import { headingText, textOf } from './hast-text';
import { Html } from './html';
import { keepWordsIn } from './keep-words';
import { type LinkContext, setLinks } from './links';
import type { Listed } from './listing';
import { printParser } from './print-parser';
import { columnShares } from './table-columns';
import { tableFit } from './table-fit';

/** What the print of one Markdown file needs to know of the rest of the book. */
export interface MarkdownContext extends LinkContext {
  /** A picture of the kit as a data: address, or null when it can't be shown. */
  image(path: string): string | null;
  /** The figure for a Mermaid text; `section` is the heading it stands under, empty above the first. */
  figure(source: string, title: string, section: string): Html;
  /** Takes the next number for a table that stands under this heading. */
  table(section: string): Listed;
  /** The figures that stand ahead of the table on this line of the text, from 1. */
  aheadOf?(line: number, section: string): readonly Html[];
  /**
   * The planned fragment ids of headings by their line in the text, from 1. The plan names headings by their source; what is printed of one may
   * lack markup that the sanitizer took out (`## Lists of <T>`), and would be called otherwise.
   */
  readonly anchors?: ReadonlyMap<number, string>;
  /** Sets TeX between dollars, and is told what cannot be set. Left out: it is printed as it is written. */
  readonly formulas?: OnUnset | undefined;
}

const FIGURE = 'staffwright-figure';

/**
 * Markdown as sanitized print markup: the schema is that of the preview, then headings get ids, links to artifacts in the book become page links,
 * addresses outside are written out behind their text, Mermaid fences become figures. Asynchronous only because unified is.
 */
export async function markdownToHtml(text: string, context: MarkdownContext): Promise<Html> {
  const { formulas } = context;
  // The setter is large, and most kits have no formula.
  const setter = formulas && (await import('../../shared/preview/formulas'));
  const tree = printParser(formulas !== undefined).parse(text) as MdastRoot;
  markCallouts(tree);
  const figures: Html[] = [];
  const processor = unified()
    .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: '', handlers: { ...defListHastHandlers } })
    .use(rehypeRaw)
    .use(() => refuseLinks)
    .use(rehypeSanitize, PRINT_SCHEMA)
    .use(() => (root: Root) => setter?.setFormulas(root, formulas))
    .use(() => boundDepth)
    .use(() => (root: Root) => finish(root, context, figures));
  const root = (await processor.run(tree)) as Root;
  const markup = toHtml(root).replace(
    // Where no figure became of it, places to be measured may stand in it as in a text.
    new RegExp(`<${FIGURE} data-index="(\\d+)"( data-next="[^"]*")?>(.*?)</${FIGURE}>`, 'g'),
    (_, index: string, next = '', marks = '') => withNext(figures[Number(index)]?.markup ?? '', next) + marks,
  );
  return new Html(markup);
}

/** The first tag of a figure with what stands behind the figure; other markup as it is. */
function withNext(markup: string, next: string): string {
  return markup.replace(/^<figure [^>]*/, (tag) => tag + next);
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
  visit(root, 'element', (node) => {
    const id = node.properties['id'];
    if (typeof id === 'string') node.properties['id'] = `${context.id}-${id}`;
  });
  setLinks(root, context);
  setDirections(root);
  const depths = codeDepths(root);
  const headings: { element: Element; text: string }[] = [];
  let titled = false;
  let section = '';
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
      section = headingText(node);
    } else if (name === 'img') image(node, context);
    else if (name === 'table') {
      const ahead = context.aheadOf?.(node.position?.start.line ?? 0, section) ?? [];
      setTable(node, context.table(section));
      if (ahead.length > 0 && parent && index !== undefined) {
        parent.children.splice(index, 0, ...ahead.map((figure) => marker(figures.push(figure) - 1)));
        return [CONTINUE, index + ahead.length + 1];
      }
    } else if (name === 'pre') {
      const source = mermaidSource(node);
      if (source !== null && parent && index !== undefined) {
        const title = /^%%\s*title:\s*(.+)$/m.exec(source)?.[1] ?? '';
        figures.push(context.figure(source, title.trim(), section));
        parent.children.splice(index, 1, marker(figures.length - 1));
        return [SKIP, index + 1];
      }
      const [code] = node.children;
      wrapCode(code?.type === 'element' ? code : node, textOf(node), depths.get(node) ?? 0);
    }
    return undefined;
  });
  nameHeadings(headings, context);
  markFloats(root, (node) =>
    node.tagName === FIGURE ? figureOf(figures[Number(node.properties['dataIndex'])]) : null,
  );
  keepWordsIn(root);
}

/** Headings of the plan get its names, others (of markup in the text) one that none of these has. */
function nameHeadings(
  headings: readonly { readonly element: Element; readonly text: string }[],
  { id, anchors }: MarkdownContext,
): void {
  const own = headingAnchors(headings);
  const planned = headings.map(({ element }) => anchors?.get(element.position?.start.line ?? 0));
  const taken = new Set(planned);
  headings.forEach(({ element }, i) => {
    const name = planned[i] ?? (taken.has(own[i]) ? `${own[i]}-markup-${i}` : own[i]);
    element.properties['id'] = `${id}-${name}`;
  });
}

function figureOf(figure: Html | undefined): { readonly id: string; readonly floats: boolean } | null {
  const [, id, look] = /^<figure id="([^"]+)" class="([\w-]+)"/.exec(figure?.markup ?? '') ?? [];
  return id === undefined ? null : { id, floats: look !== 'sheet' };
}

/** How many lists and quotations each code block stands in. */
function codeDepths(root: Root): Map<Element, number> {
  const depths = new Map<Element, number>();
  visit(root, 'element', (outer) => {
    if (outer.tagName !== 'li' && outer.tagName !== 'blockquote') return;
    visit(outer, 'element', (inner) => {
      if (inner.tagName === 'pre') depths.set(inner, (depths.get(inner) ?? 0) + 1);
    });
  });
  return depths;
}

/** Letters that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const TEXTS = new Set(['p', 'li', 'td', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd']);

/** Texts with such letters run in the direction of their first one. */
function setDirections(root: Root): void {
  visit(root, 'element', (node) => {
    if (TEXTS.has(node.tagName) && RIGHT_TO_LEFT.test(textOf(node))) node.properties['dir'] = 'auto';
  });
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

function element(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children };
}

function setTable(table: Element, listed: Listed): void {
  const rows: Element[][] = [];
  visit(table, 'element', (node) => {
    if (node.tagName !== 'tr') return;
    rows.push(node.children.filter((c) => c.type === 'element').filter((c) => /^t[dh]$/.test(c.tagName)));
  });
  const fit = tableFit(rows.map((row) => row.map(textOf)));
  table.properties['id'] = listed.id;
  const shares = columnShares(
    rows.map((row) => row.map(textOf)),
    fit,
  );
  table.children.unshift(
    element('caption', [{ type: 'text', value: `Table ${listed.number}` }]),
    element(
      'colgroup',
      shares.map((share) => element('col', [], { style: `width:${share.toFixed(2)}%` })),
    ),
  );
  table.properties['className'] = fit.className.split(' ').filter(Boolean);
  for (const cell of rows.flat()) {
    if (cell.tagName === 'td' && fit.oneLine(textOf(cell))) cell.properties['className'] = ['keep'];
  }
}
