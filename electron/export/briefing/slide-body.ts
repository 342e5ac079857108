import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import type { LeadFigure } from '../../../shared/kinds/executive-summary/lead-figure';
import { isAsk, leadIn, listLook } from '../../../shared/kinds/executive-summary/slide-look';
import { textOf } from '../hast-text';
import { Html } from '../html';
import { FIGURE_MARK } from './deck';

/** Identifiers in brackets say where a claim comes from; they stand back behind it. */
const REFERENCE = /\((?:[A-Z]{1,5}-\d{1,4}(?:-\d{4})?(?:,? (?:and )?))*[A-Z]{1,5}-\d{1,4}(?:-\d{4})?\)/g;

/**
 * The content of a slide as markup. Points that carry a figure show it large in front of them, if most points of their list have one; an ask stands
 * out. Links into the packet lose the link, since there is nothing here to lead to.
 */
export function slideBody(content: readonly ElementContent[], figures: readonly Html[]): Html {
  const root = cleaned(content);
  for (const node of root.children)
    if (node.type === 'element' && /^[ou]l$/.test(node.tagName)) setPoints(node);
  return withFigures(root, figures);
}

/** The notes of the speaker, without the word in front of them. */
export function notesBody(notes: readonly ElementContent[], figures: readonly Html[]): Html {
  const root = cleaned(notes);
  const first = root.children.find((node) => node.type === 'element');
  const text = first?.type === 'element' ? firstText(first) : null;
  if (text) text.value = text.value.replace(/^\s*(?:speaker )?notes?\s*:\s*/i, '');
  return withFigures(root, figures);
}

function firstText(node: Element): { value: string } | null {
  const child = node.children[0];
  return child?.type === 'text' ? child : child?.type === 'element' ? firstText(child) : null;
}

/** A copy without what belongs to the book: page references, numbers of addresses and tables, ids. */
function cleaned(content: readonly ElementContent[]): Root {
  const root: Root = { type: 'root', children: structuredClone([...content]) };
  visit(root, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    delete node.properties['id'];
    const classes = node.properties['className'];
    const has = (name: string) => Array.isArray(classes) && classes.includes(name);
    if (has('page-ref') || has('address-mark') || has('measured') || node.tagName === 'caption') {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (node.tagName === 'a' && !/^(?:https?|mailto):/i.test(String(node.properties['href'] ?? ''))) {
      parent.children.splice(index, 1, ...node.children);
      return [SKIP, index];
    }
    return undefined;
  });
  return root;
}

function setPoints(list: Element): void {
  const items = list.children.filter(
    (child): child is Element => child.type === 'element' && child.tagName === 'li',
  );
  const { look, figures } = listLook(items.map((item) => textOf(item)));
  list.properties['className'] = ['points', look, `of-${Math.min(items.length, 6)}`];
  items.forEach((item, i) => {
    const text = textOf(item).trim();
    const words: Element = element('div', 'words', item.children as ElementContent[]);
    emphasize(words, text);
    item.children = look === 'plain' ? [words] : [figureBox(figures[i] ?? null), words];
    item.properties['className'] = isAsk(text) ? ['point', 'ask'] : ['point'];
  });
}

function figureBox(figure: LeadFigure | null): Element {
  if (figure === null) return element('div', 'figure', []);
  const value = element('span', 'value', [{ type: 'text', value: figure.value }]);
  const unit = element('span', 'unit', [{ type: 'text', value: figure.unit }]);
  return element('div', 'figure', figure.unit === '' ? [value] : [value, unit]);
}

function emphasize(words: Element, text: string): void {
  const head = leadIn(text);
  const first = firstText(words);
  if (head !== '' && first?.value.trimStart().startsWith(head)) {
    const rest = first.value.trimStart().slice(head.length);
    const parent = parentOf(words, first);
    parent?.children.splice(0, 1, element('strong', 'lead-in', [{ type: 'text', value: head }]), {
      type: 'text',
      value: rest,
    });
  }
  softenReferences(words);
}

function parentOf(node: Element, text: { value: string }): Element | null {
  for (const child of node.children) {
    if (child === text) return node;
    if (child.type === 'element') {
      const found = parentOf(child, text);
      if (found) return found;
    }
  }
  return null;
}

/** The book keeps each identifier whole in a span of its own; brackets around several are put together from their neighbours. */
function softenReferences(node: Element): void {
  visit(node, 'element', (parent) => {
    if (!parent.children.some((child) => child.type === 'text')) return undefined;
    const spans = [...textOf(parent).matchAll(REFERENCE)].map((m) => [m.index, m.index + m[0].length]);
    if (spans.length === 0) return undefined;
    const out: ElementContent[] = [];
    let at = 0;
    for (const child of parent.children) {
      const length = textOf(child).length;
      if (child.type === 'text') out.push(...cut(child.value, at, spans));
      else if (
        child.type === 'element' &&
        spans.some(([from = 0, to = 0]) => at >= from && at + length <= to)
      )
        out.push(element('span', 'reference', [child]));
      else out.push(child);
      at += length;
    }
    parent.children = out;
    return SKIP;
  });
}

function cut(text: string, at: number, spans: readonly number[][]): ElementContent[] {
  const out: ElementContent[] = [];
  let done = 0;
  for (const [from = 0, to = 0] of spans) {
    const [start, end] = [Math.max(0, from - at), Math.min(text.length, to - at)];
    if (start >= end || start < done) continue;
    if (start > done) out.push({ type: 'text', value: text.slice(done, start) });
    out.push(element('span', 'reference', [{ type: 'text', value: text.slice(start, end) }]));
    done = end;
  }
  if (done < text.length) out.push({ type: 'text', value: text.slice(done) });
  return out;
}

function element(tagName: string, className: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: { className: className.split(' ') }, children };
}

function withFigures(root: Root, figures: readonly Html[]): Html {
  const mark = new RegExp(`<div ${FIGURE_MARK}="(\\d+)"></div>`, 'g');
  return new Html(toHtml(root).replace(mark, (_, index: string) => figures[Number(index)]?.markup ?? ''));
}
