import type { Element, ElementContent, Properties, Root } from 'hast';
import temml from 'temml';
import { SKIP, visit } from 'unist-util-visit';
import { noteSource } from './formula-source';

/** Longer formulas stay as they are written, in UTF-16 units. */
const LONGEST = 10_000;

/** What may come out of the setter: presentational MathML without anything that leads somewhere. */
const ELEMENTS = new Set(
  'math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd mpadded mphantom mstyle menclose'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'display displaystyle scriptlevel mathvariant stretchy symmetric largeop movablelimits fence separator form accent accentunder lspace rspace minsize maxsize linethickness width height depth voffset rowspan columnspan notation'.split(
    ' ',
  ),
);
/** Rooms beside a cell that the style sheet of the preview knows, by what the setter asks for. */
const ROOMS: Readonly<Record<string, string>> = { '0em': 'none', '1em': 'wide' };

/** A node as the setter builds it. */
interface Made {
  readonly type?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly style?: Readonly<Record<string, unknown>>;
  readonly classes?: readonly string[];
  readonly children?: readonly Made[];
}

/** Told of a formula that cannot be set: its TeX, and why. */
export type OnUnset = (tex: string, problem: string) => void;

/**
 * Sets formulas of TeX as MathML, which the engine draws by itself. It is done after the sanitizer: what that let through is text, and what stands
 * for it is made here, of listed elements and attributes only. A formula that cannot be set keeps its source; without `onUnset` a note behind it
 * says why.
 */
export function setFormulas(tree: Root, onUnset?: OnUnset): void {
  visit(tree, 'element', (node, index, parent) => {
    const inner = node.tagName === 'pre' ? node.children[0] : node;
    if (!parent || index === undefined || inner?.type !== 'element' || !isFormula(inner)) return undefined;
    const display = inner !== node;
    const tex = textOf(inner);
    const formula = formulaOf(tex, display);
    if ('problem' in formula) {
      const { problem } = formula;
      if (onUnset) onUnset(tex, problem);
      else parent.children.splice(index + 1, 0, note(problem, display));
      return [SKIP, index + (onUnset ? 1 : 2)];
    }
    const set: Element = display
      ? { ...element('p', [formula.math]), position: node.position }
      : formula.math;
    parent.children.splice(index, 1, set);
    return [SKIP, index + 1];
  });
}

function isFormula({ tagName, properties }: Element): boolean {
  const names = properties['className'];
  return tagName === 'code' && Array.isArray(names) && names.includes('language-math');
}

/** The formula as MathML, or why it cannot be set. */
function formulaOf(tex: string, display: boolean): { readonly math: Element } | { readonly problem: string } {
  if (tex.length > LONGEST) return { problem: 'it is too long' };
  try {
    // Nothing that leads anywhere, and no commands that grow without end.
    const made = temml.__renderToMathMLTree(tex, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      maxExpand: 1000,
      maxSize: [20, 200],
    }) as Made;
    const math = nodesOf(made).find((node): node is Element => node.type === 'element');
    if (!math) return { problem: 'it is empty' };
    noteSource(math, tex);
    return { math };
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error);
    // The place within the formula is shown by marks under its letters, which a line of words cannot hold.
    return {
      problem: told
        .replace(/^ParseError:\s*/, '')
        .replace(/ at (?:position \d+|end of input)\b[\s\S]*$/, '')
        .trim(),
    };
  }
}

function nodesOf({
  type,
  text,
  attributes = {},
  style = {},
  classes = [],
  children = [],
}: Made): ElementContent[] {
  if (text !== undefined) return [{ type: 'text', value: text }];
  const inner = children.flatMap(nodesOf);
  if (type === undefined || !ELEMENTS.has(type)) return inner;
  const properties: Properties = {};
  for (const [name, value] of Object.entries(attributes))
    if (ATTRIBUTES.has(name) && (typeof value === 'string' || typeof value === 'number'))
      properties[name] = String(value);
  const names = classes.filter((name) => /^tml-[a-z-]+$/.test(name));
  for (const side of ['left', 'right'] as const) {
    const room = ROOMS[String(style[side === 'left' ? 'paddingLeft' : 'paddingRight'])];
    if (type === 'mtd' && room !== undefined) names.push(`tml-${room}-${side}`);
  }
  if (names.length > 0) properties['className'] = names;
  return [element(type, inner, properties)];
}

function note(problem: string, display: boolean): Element {
  const words = `Formula not set: ${problem}`;
  return element(display ? 'p' : 'span', [{ type: 'text', value: display ? words : ` ${words}` }], {
    className: ['formula-problem'],
  });
}

function element(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
  return { type: 'element', tagName, properties, children };
}

function textOf(node: Element): string {
  return node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}
