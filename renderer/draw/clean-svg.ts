import DOMPurify from 'dompurify';

/** An SVG made safe, named and sized; still in the page, so that it can be measured. */
const SVG_NS = 'http://www.w3.org/2000/svg';

/**
 * Removes everything from a drawn SVG that could run, load or lead anywhere. The text of removed links stays. The result is a detached
 * element, or null when nothing was left.
 */
export function sanitizeSvg(markup: string): SVGSVGElement | null {
  const body = DOMPurify.sanitize(markup, {
    USE_PROFILES: { svg: true, svgFilters: true },
    ADD_ATTR: ['role', 'aria-roledescription', 'dominant-baseline'],
    FORBID_TAGS: [
      'a',
      'script',
      'foreignObject',
      'image',
      'feImage',
      'use',
      'animate',
      'set',
      'animateTransform',
      'animateMotion',
    ],
    FORBID_ATTR: ['href', 'xlink:href', 'target', 'rel'],
    KEEP_CONTENT: true,
    RETURN_DOM: true,
  });
  const svg = body instanceof Element ? body.querySelector('svg') : null;
  return svg instanceof SVGSVGElement ? svg : null;
}

/** Gives each id in the picture the root's name as a prefix, and lets all references follow. */
export function prefixIds(svg: SVGSVGElement, name: string): void {
  const renamed = new Map<string, string>();
  svg.id = name;
  for (const element of svg.querySelectorAll('[id]')) {
    if (element.id === name || element.id.startsWith(`${name}-`)) continue;
    const fresh = `${name}-${element.id}`;
    renamed.set(element.id, fresh);
    element.id = fresh;
  }
  if (renamed.size === 0) return;
  const follow = (text: string) =>
    text.replace(/url\((['"]?)#([^'")]+)\1\)/g, (whole, _quote, id: string) => {
      const fresh = renamed.get(id);
      return fresh === undefined ? whole : `url(#${fresh})`;
    });
  for (const element of svg.querySelectorAll('*')) {
    for (const attribute of [...element.attributes]) {
      if (attribute.value.includes('url(')) element.setAttribute(attribute.name, follow(attribute.value));
      else if (/^aria-(?:labelledby|describedby)$/.test(attribute.name)) {
        const ids = attribute.value.split(/\s+/).map((id) => renamed.get(id) ?? id);
        element.setAttribute(attribute.name, ids.join(' '));
      }
    }
  }
  for (const attribute of ['aria-labelledby', 'aria-describedby']) {
    const value = svg.getAttribute(attribute);
    if (value !== null) svg.setAttribute(attribute, renamed.get(value) ?? value);
  }
}

/**
 * Rewrites the picture's style sheets so that they hold only rules that apply to an element of this picture, cannot reach outside it, and
 * load nothing. Must be called while the picture is in the document: the engine's own parser reads the rules. Rules for ids that
 * {@link prefixIds} renamed never matched anything, since Mermaid scopes its rules by the root's id and classes.
 */
export function confineStyles(svg: SVGSVGElement): void {
  const scope = `#${svg.id}`;
  for (const style of [...svg.querySelectorAll('style')]) {
    const kept: string[] = [];
    for (const rule of style.sheet?.cssRules ?? []) {
      if (!(rule instanceof CSSStyleRule)) continue;
      const selectors = rule.selectorText.split(/,(?![^(]*\))/).map((selector) => selector.trim());
      const own = selectors.filter((selector) => isWithin(selector, scope) && applies(svg, selector));
      const text = rule.style.cssText;
      if (own.length === 0 || text === '' || loads(text)) continue;
      kept.push(`${own.join(',')}{${text}}`);
    }
    if (kept.length === 0) style.remove();
    else style.textContent = kept.join('');
  }
}

function isWithin(selector: string, scope: string): boolean {
  return (
    selector === scope || (selector.startsWith(scope) && /^[\s.:[>+~]/.test(selector.slice(scope.length)))
  );
}

function applies(svg: SVGSVGElement, selector: string): boolean {
  if (selector === `#${svg.id}`) return true;
  try {
    return svg.ownerDocument.querySelector(selector) !== null;
  } catch {
    return false;
  }
}

function loads(declarations: string): boolean {
  return /url\((?!['"]?#)/i.test(declarations) || /image-set|@import|expression\(/i.test(declarations);
}

/** Width and height from the view box, written on the element; null when the picture has no usable size. */
export function sizeByViewBox(svg: SVGSVGElement): { width: number; height: number } | null {
  const box = svg.viewBox.baseVal;
  const width = round(box?.width ?? 0);
  const height = round(box?.height ?? 0);
  if (!(width > 0 && height > 0)) return null;
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.style.removeProperty('max-width');
  svg.style.removeProperty('background-color');
  if (svg.getAttribute('style') === '') svg.removeAttribute('style');
  svg.setAttribute('xmlns', SVG_NS);
  return { width, height };
}

/**
 * Size of the smallest text in CSS pixels at the picture's own size, written on the root as `data-smallest-text`: who fits the picture to a
 * page must know how far it may shrink. Infinity when there is no text.
 */
export function noteSmallestText(svg: SVGSVGElement): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (const element of svg.querySelectorAll('text, tspan')) {
    if (!(element instanceof SVGGraphicsElement)) continue;
    const owns = [...element.childNodes].some(
      (node) => node.nodeType === 3 && /\S/.test(node.nodeValue ?? ''),
    );
    if (!owns) continue;
    const matrix = element.getCTM();
    const scale = matrix ? Math.hypot(matrix.c, matrix.d) : 1;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
    if (size > 0 && size < smallest) smallest = size;
  }
  if (!Number.isFinite(smallest)) return Number.POSITIVE_INFINITY;
  svg.setAttribute('data-smallest-text', String(round(smallest)));
  return smallest;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
