import type { Block, CellValue } from '../../shared/preview/block';
import { differences } from '../../shared/text/differences';
import { type DataPart, partsOf, STEP } from '../preview/data-places';

/** Two structured files, part by part of what they mean. */
export interface DataPairs {
  readonly a: DataSide;
  readonly b: DataSide;
  /** The first part of each change on either side. */
  readonly changes: readonly { readonly placeA: number; readonly placeB: number }[];
  /** Places that stand at the same height, in order on both sides. */
  readonly stops: readonly (readonly [number, number])[];
}

export interface DataSide {
  readonly parts: readonly DataPart[];
  /** What is other or missing on the other side: `alone` where it has nothing of that name, else `both`. */
  readonly marks: ReadonlyMap<object, string>;
}

/** Puts what two files mean together: what is the same, what changed, what only one of them has. */
export function dataPairs(blocksA: readonly Block[], blocksB: readonly Block[]): DataPairs {
  const [a, b] = [partsOf(blocksA), partsOf(blocksB)];
  const stretches = differences(a.map(words), b.map(words));
  const marks = { a: new Map<object, string>(), b: new Map<object, string>() };
  const stops: (readonly [number, number])[] = [[0, 0]];
  let [atA, atB] = [0, 0];
  for (const { fromA, toA, fromB, toB } of [
    ...stretches,
    { fromA: a.length, toA: a.length, fromB: b.length, toB: b.length },
  ]) {
    for (; atA < fromA; atA++, atB++) stops.push([atA * STEP, atB * STEP]);
    stops.push([fromA * STEP, fromB * STEP]);
    const [partsA, partsB] = [a.slice(fromA, toA), b.slice(fromB, toB)];
    mark(partsA, partsB, marks.a);
    mark(partsB, partsA, marks.b);
    [atA, atB] = [toA, toB];
  }
  return {
    a: { parts: a, marks: marks.a },
    b: { parts: b, marks: marks.b },
    changes: stretches.map(({ fromA, fromB }) => ({ placeA: fromA, placeB: fromB })),
    stops,
  };
}

function mark(parts: readonly DataPart[], others: readonly DataPart[], marks: Map<object, string>): void {
  const named = new Map(others.map((part) => [nameOf(part), part]));
  for (const part of parts) {
    const other = named.get(nameOf(part));
    marks.set(part.item, other ? 'both' : 'alone');
    if (part.kind !== 'row' || other?.kind !== 'row') continue;
    for (const [index, cell] of part.item.cells.entries())
      if (cell.text !== (other.item.cells[index]?.text ?? '')) marks.set(cell, 'value');
  }
}

/** What a part is called on both sides, whatever is said of it. */
function nameOf(part: DataPart): string {
  switch (part.kind) {
    case 'entry':
      return `entry ${part.item.term}`;
    case 'row':
      return `row ${part.item.cells[0]?.text ?? ''}`;
    case 'item':
      return 'item';
    case 'block':
      return part.item.kind === 'chart' ? `chart ${part.item.title}` : part.item.kind;
  }
}

/** All that a reader sees of a part. */
function words(part: DataPart): string {
  switch (part.kind) {
    case 'entry':
      return `entry ${part.item.term}\n${value(part.item.value)}`;
    case 'item':
      return `item ${value(part.item)}`;
    case 'row':
      return `row ${rowWords(part.item)}`;
    case 'block':
      return `${part.item.kind} ${blockWords(part.item)}`;
  }
}

function blockWords(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text;
    case 'table':
      return [block.caption ?? '', ...block.columns.map(({ label }) => label)].join('\n');
    case 'chart':
      return [block.title, block.alt, ...block.table.rows.map(rowWords)].join('\n');
    case 'diagram':
      return block.source;
    default:
      return '';
  }
}

function rowWords({ cells }: { readonly cells: readonly CellValue[] }): string {
  return cells.map(value).join('\n');
}

function value({ text, tone }: CellValue): string {
  return `${tone ?? ''} ${text}`;
}
