import { RICH_LOOKS } from './rich-looks';

/** What other programs know; of all other elements only what they hold is copied. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr b blockquote br caption cite code dd del dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s samp small strong sub sup ' +
    'table tbody td tfoot th thead tr u ul var'
  ).split(' '),
);
const EMPTY: ReadonlySet<string> = new Set(['br', 'hr']);

/**
 * A passage of the preview that was selected, as HTML for the clipboard: without the colours and sizes of the window, which are for its own theme.
 * Links within the kit become plain words and pictures their descriptions; boxes of tasks become signs.
 */
export function copiedHtml(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return escaped(node.textContent ?? '');
  const inner = () => [...node.childNodes].map(copiedHtml).join('');
  if (!(node instanceof Element)) return inner();
  const name = node.localName;
  if (name === 'svg' || node.matches('button:not(:has(img))')) return '';
  if (node instanceof HTMLInputElement) return node.checked ? '☑ ' : '☐ ';
  if (name === 'img' || node.getAttribute('role') === 'img')
    return escaped(`[${node.getAttribute('alt') ?? node.getAttribute('aria-label') ?? 'picture'}]`);
  if (name === 'math') return escaped(node.textContent ?? '');
  const href = name === 'a' ? (node.getAttribute('href') ?? '') : '';
  if (!ELEMENTS.has(name) || (name === 'a' && !/^(?:https?|mailto):/i.test(href))) return inner();
  const align = node instanceof HTMLElement ? node.style.textAlign : '';
  const look = [RICH_LOOKS[name], align === '' ? '' : `text-align: ${align}`].filter(Boolean).join('; ');
  const attributes = `${href === '' ? '' : ` href="${escaped(href)}"`}${look === '' ? '' : ` style="${escaped(look)}"`}`;
  return EMPTY.has(name) ? `<${name}>` : `<${name}${attributes}>${inner()}</${name}>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
