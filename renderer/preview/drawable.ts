import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';

/*
 * The page's own look at a tree before it is drawn, whatever the thread that made it says: the sanitizer there is one wall, this is another, and
 * neither knows the other's list. Left out is what could act, load, ask, or change how the studio looks.
 */

const ELEMENTS = new Set(
  (
    'a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li ' +
    'mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr ' +
    // Formulas: what draws, without what acts (maction, links) or holds other markup (annotation-xml, mglyph).
    'math semantics annotation mrow mi mn mo mtext mspace ms mfrac msqrt mroot mstyle mpadded mphantom msub msup msubsup munder mover ' +
    'munderover mmultiscripts mprescripts mtable mtr mtd menclose merror'
  ).split(' '),
);

/** Attributes by their names in the tree, with what their values may be. */
const ATTRIBUTES: Readonly<Record<string, (value: unknown) => boolean>> = {
  href: isAddress,
  src: isAddress,
  alt: isText,
  title: isText,
  lang: isText,
  dir: oneOf('ltr', 'rtl', 'auto'),
  align: oneOf('left', 'right', 'center'),
  scope: oneOf('row', 'col', 'rowgroup', 'colgroup'),
  type: oneOf('checkbox'),
  ariaLabel: isText,
  className: isClassList,
  value: isCount,
  start: isCount,
  colSpan: isCount,
  rowSpan: isCount,
  dataFrom: isCount,
  dataTo: isCount,
  checked: isFlag,
  disabled: isFlag,
  reversed: isFlag,
  open: isFlag,
  display: oneOf('block', 'inline'),
  ...Object.fromEntries(
    (
      'mathvariant stretchy symmetric fence separator form accent accentunder displaystyle scriptlevel lspace rspace minsize maxsize ' +
      'linethickness columnalign columnspacing columnspan rowspacing rowspan width height depth voffset notation largeop movablelimits'
    )
      .split(' ')
      .map((name) => [name, isMeasure]),
  ),
};

/** Classes that the style sheet of the preview has for texts, code and formulas; no other class of the studio can be put on. */
const CLASS =
  /^(?:language-\S{1,40}|callout(?:-(?:note|tip|important|warning|caution|title))?|footnotes?|footnote-(?:ref|back|number)|contains-task-list|task-list-item|hljs-[a-z_-]{1,24}|formula-problem|tml-[a-z-]{1,24})$/;

/** Elements within elements: more of them would bring the page down when they are laid out. */
const DEEPEST = 120;

const known = new WeakMap<Root, Root>();

/** The tree without anything that is not on the lists. The same tree gives the same answer. */
export function drawable(root: Root): Root {
  const before = known.get(root);
  if (before) return before;
  const made: Root = { ...root, children: contentOf(root.children, 1) };
  known.set(root, made);
  return made;
}

function contentOf<T extends RootContent | ElementContent>(children: readonly T[], depth: number): T[] {
  return children.flatMap((child): T[] => {
    if (child.type === 'text') return [child];
    if (child.type !== 'element' || depth > DEEPEST || !ELEMENTS.has(child.tagName)) return [];
    const made: Element = {
      ...child,
      properties: propertiesOf(child.properties),
      children: contentOf(child.children, depth + 1),
    };
    return [made as T];
  });
}

function propertiesOf(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).filter(
      ([name, value]) => Object.hasOwn(ATTRIBUTES, name) && ATTRIBUTES[name]?.(value) === true,
    ),
  );
}

/** Of the web, of mail, or without a scheme: a place in the kit. */
function isAddress(value: unknown): boolean {
  return typeof value === 'string' && /^(?:(?:https?|mailto):|[^:]*$|[^:]*[/?#])/i.test(value);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/** Words and sizes of formulas. A size has three digits at most: it cannot cover the window. */
function isMeasure(value: unknown): boolean {
  if (typeof value === 'boolean' || (typeof value === 'number' && Math.abs(value) < 1000)) return true;
  const isOne = (part: string) => /^(?:[a-z-]{1,24}|[-+]?\d{0,3}(?:\.\d{1,6})?[a-z%]{0,3})$/.test(part);
  return typeof value === 'string' && value.length <= 120 && value.split(' ').every(isOne);
}

function isFlag(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value);
}

function isClassList(value: unknown): boolean {
  return Array.isArray(value) && value.every((name) => typeof name === 'string' && CLASS.test(name));
}

function oneOf(...words: readonly string[]): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && words.includes(value);
}
