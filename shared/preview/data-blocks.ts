import type { DataNode, DataTree } from '../text/data-tree';
import type { Block, CellValue, Column } from './block';
import { capitalised, readableKey } from './labels';

/** Header keys stand on the artifact's title already. */
const HEADER = new Set(['id', 'title', 'owner', 'date', 'status']);

/**
 * Any data file as readable blocks: lists of mappings as tables, mappings as terms with values, keys as words. For kinds that have no meaning
 * view of their own; nothing of the file is left out but its header.
 */
export function dataBlocks(tree: DataTree): Block[] {
  const { root } = tree;
  if (!root) {
    return [{ kind: 'paragraph', text: 'This file cannot be read as data yet.', span: null, tone: 'quiet' }];
  }
  if (root.kind !== 'map') return valueBlocks(root, tree.text);
  const out: Block[] = [];
  const plain: { term: string; value: CellValue }[] = [];
  for (const [key, node] of root.members) {
    if (HEADER.has(key)) continue;
    if (node.kind === 'scalar') plain.push({ term: readableKey(key), value: cell(node, tree.text) });
  }
  if (plain.length > 0) out.push({ kind: 'entries', entries: plain });
  for (const [key, node] of root.members) {
    if (node.kind === 'scalar') continue;
    out.push({ kind: 'heading', level: 2, text: readableKey(key), span: node.key ?? node.span });
    out.push(...valueBlocks(node, tree.text));
  }
  return out;
}

/** At most this many columns fit a portrait page; records with more fields are told one after the other. */
const MOST_COLUMNS = 8;
/** Longer texts get a line of their own instead of a table cell. */
const LONG_TEXT = 160;
/** Lists of such short values are read best in one line. */
const SHORT_ITEM = 24;
const SHORT_LIST = 90;

function valueBlocks(node: DataNode, text: string): Block[] {
  if (node.kind === 'scalar') return [{ kind: 'paragraph', ...cell(node, text) }];
  if (node.kind === 'map') return [{ kind: 'entries', entries: terms(node, text) }];
  if (node.items.length === 0) return [{ kind: 'paragraph', text: 'None.', span: node.span, tone: 'quiet' }];
  if (node.items.every((item) => item.kind === 'map')) return records(node.items, text);
  const items = node.items.map((item) => cell(item, text));
  const line = items.map((item) => item.text).join(', ');
  if (line.length <= SHORT_LIST && items.every((item) => item.text.length <= SHORT_ITEM)) {
    return [{ kind: 'paragraph', text: line, span: node.span }];
  }
  return [{ kind: 'list', items }];
}

function terms(node: DataNode, text: string): { term: string; value: CellValue }[] {
  if (node.kind !== 'map') return [];
  return [...node.members].flatMap(([key, member]) => spread(readableKey(key), member, text));
}

/** Values up to this length are told in the line of their key, nested or not. */
const ONE_LINE = 60;

/** A nested mapping becomes a line for each of its values, named by the last two keys on the way to it. */
function spread(term: string, node: DataNode, text: string): { term: string; value: CellValue }[] {
  if (node.kind !== 'map' || spelled(node, text).length <= ONE_LINE)
    return [{ term, value: cell(node, text) }];
  const own = term.split(' · ').at(-1) ?? term;
  return [...node.members].flatMap(([key, member]) =>
    spread(`${own} · ${readableKey(key).toLowerCase()}`, member, text),
  );
}

/** Whether a field of a record is a list of mappings that is better read as a table of its own. */
function isTable(node: DataNode): boolean {
  return node.kind === 'list' && node.items.length > 1 && node.items.every((item) => item.kind === 'map');
}

/** Records with short fields make a table; records with prose in them are told one after the other. */
function records(items: readonly DataNode[], text: string): Block[] {
  const keys: string[] = [];
  let longest = 0;
  for (const item of items) {
    if (item.kind !== 'map') continue;
    for (const [key, member] of item.members) {
      if (!keys.includes(key)) keys.push(key);
      longest = Math.max(longest, spelled(member, text).length);
    }
  }
  if (longest > LONG_TEXT || keys.length > MOST_COLUMNS) {
    return items.flatMap((item): Block[] => {
      if (item.kind !== 'map') return [];
      const name = ['id', 'title', 'name', 'key']
        .map((key) => item.members.get(key))
        .filter((n) => n !== undefined);
      const heading = name.map((n) => spelled(n, text)).join(' · ');
      const rest = [...item.members].filter(([, member]) => !name.includes(member));
      const lines = rest.filter(([, member]) => !isTable(member));
      const entries = lines.flatMap(([key, member]) => spread(readableKey(key), member, text));
      // Short values first: they say who and when, and share lines in print.
      const isLong = ({ value }: { value: CellValue }) => Number(value.text.length > SHORT_ITEM);
      entries.sort((a, b) => isLong(a) - isLong(b));
      const tables = rest.filter(([, member]) => isTable(member));
      return [
        { kind: 'heading', level: 3, text: heading || 'Entry', span: item.span },
        ...(entries.length > 0 ? [{ kind: 'entries', entries } as const] : []),
        ...tables.flatMap(([key, member]) => captioned(valueBlocks(member, text), readableKey(key))),
      ];
    });
  }
  const columns: Column[] = keys.map((key) => ({
    label: readableKey(key),
    align: numeric(items, key) ? 'end' : 'start',
  }));
  const rows = items.map((item) => ({
    cells: keys.map((key): CellValue => {
      const member = item.kind === 'map' ? item.members.get(key) : undefined;
      return member ? cell(member, text) : { text: '–', span: null, tone: 'quiet' };
    }),
  }));
  return [{ kind: 'table', columns, rows }];
}

function captioned(blocks: readonly Block[], caption: string): Block[] {
  return blocks.map((block) => (block.kind === 'table' ? { ...block, caption } : block));
}

function numeric(items: readonly DataNode[], key: string): boolean {
  return items.every((item) => {
    const value = item.kind === 'map' ? item.members.get(key)?.value : null;
    return value === undefined || value === null || typeof value === 'number';
  });
}

function cell(node: DataNode, text: string): CellValue {
  const value = spelled(node, text);
  return value === '' ? { text: '–', span: node.span, tone: 'quiet' } : { text: value, span: node.span };
}

/** From this size on, whole numbers are read with their thousands separated; smaller ones may be years. */
const GROUPED_FROM = 10_000;

/** A value in words; numbers keep the decimals of the file. */
function spelled(node: DataNode, text: string): string {
  switch (node.kind) {
    case 'scalar':
      if (node.value === null || node.value === undefined) return '';
      if (typeof node.value === 'boolean') return node.value ? 'yes' : 'no';
      if (typeof node.value === 'number')
        return number(node.value, text.slice(node.span.from, node.span.to).trim());
      return String(node.value).trim();
    case 'list':
      return node.items
        .map((item) => spelled(item, text))
        .join(node.items.some((i) => i.kind !== 'scalar') ? '; ' : ', ');
    case 'map':
      return [...node.members]
        .map(([key, member]) => [key, spelled(member, text)] as const)
        .filter(([, value]) => value !== '')
        .map(
          ([key, value], i) =>
            `${i === 0 ? capitalised(readableKey(key).toLowerCase()) : readableKey(key).toLowerCase()} ${value}`,
        )
        .join(', ');
  }
}

function number(value: number, written: string): string {
  if (Math.abs(value) < GROUPED_FROM || !/^-?\d+(?:\.\d+)?$/.test(written)) return written || String(value);
  const [whole = '', decimals] = written.split('.');
  const separated = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? separated : `${separated}.${decimals}`;
}
