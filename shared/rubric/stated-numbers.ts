import type { DataNode, DataTree } from '../text/data-tree';
import type { MarkdownDoc } from '../text/markdown';
import type { PieceText } from '../text/markdown/piece';
import { inPieces } from '../text/markdown/pieces';
import { type Measure, measureOf, numbersIn } from '../text/measures';
import type { Span } from '../text/span';
import type { Fact, SourcedFact } from './fact';
import { movedFact } from './moved-fact';

/** A number that a file states, for those that quote it. */
export type StatedNumber = Extract<SourcedFact, { type: 'record' }>;

/** The numbers of a Markdown file, each once, where it first stands. */
export function numbersOfText(doc: MarkdownDoc): readonly Fact[] {
  return once(inPieces(doc, numbersOfPiece, movedNumber));
}

function numbersOfPiece({ plain }: PieceText): readonly Stated[] {
  return stated(numbersIn(plain));
}

function movedNumber({ key, fact }: Stated, by: number): Stated {
  return { key, fact: movedFact(fact, by) };
}

/** The numbers of a data file: values with the unit that their key or a field beside them names, and those in its texts. */
export function numbersOfData(tree: DataTree): readonly Fact[] {
  const found: Measure[] = [];
  if (tree.root) collect(tree.text, tree.root, found);
  return statedOnce(found);
}

/** A sum that a file makes of its own rows, such as the weeks of all actions. */
export function sumFact(value: number, unit: string, at: Span): readonly Fact[] {
  return statedOnce([measureOf(value, unit, at)]);
}

/** Ends of keys that name the unit of their value. */
const UNIT_OF_KEY: readonly (readonly [RegExp, string])[] = [
  [/(?:^|_)weeks?$/, 'weeks'],
  [/(?:^|_)days?$/, 'days'],
  [/(?:^|_)(?:hours?|h)$/, 'h'],
  [/(?:^|_)(?:minutes?|min)$/, 'min'],
  [/(?:^|_)(?:pct|percent)$/, '%'],
  [/(?:^|_)(?:usd|cost|price)$/, 'USD'],
  [/(?:^|_)ftes?$/, 'FTE'],
];

function collect(text: string, node: DataNode, into: Measure[]): void {
  if (node.kind === 'list') for (const item of node.items) collect(text, item, into);
  else if (node.kind === 'map') {
    for (const [key, member] of node.members) {
      if (typeof member.value === 'number')
        into.push(measureOf(member.value, unitOf(key, node), member.span));
      else collect(text, member, into);
    }
  } else if (typeof node.value === 'string')
    for (const number of numbersIn(text, node.span)) into.push(number);
}

function unitOf(key: string, beside: Extract<DataNode, { kind: 'map' }>): string {
  const unit = beside.members.get(key.replace(/value$/, 'unit'))?.value;
  if (key.endsWith('value') && typeof unit === 'string') return unit;
  return UNIT_OF_KEY.find(([form]) => form.test(key))?.[1] ?? '';
}

function statedOnce(measures: readonly Measure[]): readonly Fact[] {
  return once(stated(measures));
}

/** A number as a fact, with what makes it the same number elsewhere. */
interface Stated {
  readonly key: string;
  readonly fact: Fact;
}

function stated(measures: readonly Measure[]): Stated[] {
  return measures.flatMap(({ from, to, text, value, dimension, unit }): Stated[] => {
    if (!Number.isFinite(value)) return [];
    const fields = { value, dimension, unit };
    const span = { from, to };
    return [
      {
        key: `${dimension} ${value} ${unit}`,
        fact: { type: 'record', set: 'stated-number', id: text, fields, places: {}, span },
      },
    ];
  });
}

function once(numbers: readonly Stated[]): readonly Fact[] {
  const seen = new Set<string>();
  const facts: Fact[] = [];
  for (const { key, fact } of numbers) {
    if (seen.has(key)) continue;
    seen.add(key);
    facts.push(fact);
  }
  return facts;
}
