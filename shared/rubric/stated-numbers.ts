import type { DataNode, DataTree } from '../text/data-tree';
import type { MarkdownDoc } from '../text/markdown';
import { type Measure, measureOf, numbersIn } from '../text/measures';
import type { Span } from '../text/span';
import type { Fact, SourcedFact } from './fact';

/** A number that a file states, for those that quote it. */
export type StatedNumber = Extract<SourcedFact, { type: 'record' }>;

/** The numbers of a Markdown file, each once, where it first stands. */
export function numbersOfText({ plain }: MarkdownDoc): Fact[] {
  return statedOnce(numbersIn(plain));
}

/** The numbers of a data file: values with the unit that their key or a field beside them names, and those in its texts. */
export function numbersOfData(tree: DataTree): Fact[] {
  const found: Measure[] = [];
  if (tree.root) collect(tree.text, tree.root, found);
  return statedOnce(found);
}

/** A sum that a file makes of its own rows, such as the weeks of all actions. */
export function sumFact(value: number, unit: string, at: Span): Fact[] {
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

function statedOnce(measures: readonly Measure[]): Fact[] {
  const seen = new Set<string>();
  const facts: Fact[] = [];
  for (const { from, to, text, value, dimension, unit } of measures) {
    const key = `${dimension} ${value} ${unit}`;
    if (seen.has(key) || !Number.isFinite(value)) continue;
    seen.add(key);
    const fields = { value, dimension, unit };
    facts.push({ type: 'record', set: 'stated-number', id: text, fields, places: {}, span: { from, to } });
  }
  return facts;
}
