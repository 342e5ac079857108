import { fileName } from '../../domain/kit-path';
import { type DataNode, DataTree } from '../../text/data-tree';
import type { MarkdownDoc } from '../../text/markdown';
import { topSections } from '../../text/sections';
import type { Span } from '../../text/span';
import { titleLines } from '../../text/title-lines';

/** Other words for our states, as they stand in ADRs of other conventions. */
const STATUS: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  approved: 'accepted',
  proposed: 'proposed',
  rejected: 'rejected',
  deprecated: 'deprecated',
  superseded: 'superseded',
  superceded: 'superseded',
};

/** A value with the text it was read from. */
interface Piece {
  readonly text: string;
  readonly at: Span;
  readonly key: Span;
}

/**
 * The header of an ADR in another convention as our front matter would say it, each value at its own place: front matter under other names,
 * lines under the title, a "Status" section, the number in the title or the file name. Nothing is made up: what is not written is not there.
 */
export function foreignHeader(doc: MarkdownDoc, path: string): DataTree {
  const members = new Map<string, DataNode>();
  const root = doc.frontMatter?.root;
  if (root?.kind === 'map') for (const [key, node] of root.members) members.set(key, node);
  const put = (key: string, node: DataNode | null) => {
    if (node && !members.has(key)) members.set(key, node);
  };
  const lines = titleLines(doc);
  const line = (...names: readonly string[]): Piece | null => {
    for (const name of names) {
      const found = lines.get(name);
      if (found) return piece(doc, found.value, found.key);
    }
    return null;
  };
  const front = (key: string): Piece | null => {
    const node = members.get(key);
    if (!node || typeof node.value !== 'string' || node.value.trim() === '') return null;
    return { text: node.value, at: node.span, key: node.key ?? node.span };
  };

  const title = doc.headings[0];
  if (title) {
    put('title', scalar(title.text.replace(/^(?:ADR[- ]?)?\d{1,4}[.:)]?\s+/i, ''), title.span, title.span));
    put('id', idOf(title.text, title.span, path));
  }
  const status = front('status') ?? line('status') ?? statusSection(doc);
  if (status) {
    members.delete('status');
    readStatus(status, put);
  }
  const date = line('date');
  put('date', date && scalar(date.text, date.at, date.key));
  put('owner', asScalar(line('owner', 'author')));
  for (const [key, names] of Object.entries(LISTS)) {
    const written = names.map((name) => members.get(name)).find((node) => node !== undefined);
    if (written?.kind === 'list') put(key, written);
    else {
      const text = names.map(front).find((found) => found !== null) ?? line(...names);
      if (text) {
        members.delete(key);
        put(key, listOf(text));
      }
    }
  }
  return new DataTree(doc.text, mapOf(members, title?.span ?? { from: 0, to: 0 }), []);
}

const LISTS: Readonly<Record<string, readonly string[]>> = {
  'decision-makers': ['decision-makers', 'deciders', 'decision-maker'],
  consulted: ['consulted'],
  informed: ['informed'],
};

/** "Accepted", "Superseded by [9. Use X](0009-use-x.md)", and below it perhaps "Supersedes 3". */
function readStatus(status: Piece, put: (key: string, node: DataNode | null) => void): void {
  const word = /[A-Za-z]+/.exec(status.text);
  const state = word ? STATUS[word[0].toLowerCase()] : undefined;
  const first = status.text.split('\n')[0]?.trim() ?? '';
  put('status', scalar(state ?? first, inside(status, word?.index ?? 0, word?.[0].length ?? 0), status.key));
  for (const [key, words] of [
    ['superseded-by', 'super[sc]eded by'],
    ['supersedes', 'super[sc]edes'],
  ] as const) {
    const found = new RegExp(`${words}[^0-9\\n]{0,60}(\\d{1,4})(?!\\d)`, 'i').exec(status.text);
    if (!found) continue;
    const number = found[1] as string;
    const at = inside(status, found.index + found[0].length - number.length, number.length);
    put(key, listNode([scalar(adrId(number), at, null)], at, status.key));
  }
}

/** A place in a piece; a value that YAML spelled otherwise is marked as a whole. */
function inside({ at, text }: Piece, offset: number, length: number): Span {
  return at.to - at.from >= text.length ? { from: at.from + offset, to: at.from + offset + length } : at;
}

/** The text of Nygard's "Status" section, from its first word on. */
function statusSection(doc: MarkdownDoc): Piece | null {
  const section = topSections(doc).find(({ heading }) => heading.key === 'status');
  if (!section) return null;
  const body = doc.text.slice(section.body.from, section.body.to);
  const from = body.search(/\S/);
  if (from < 0) return null;
  const at = { from: section.body.from + from, to: section.body.from + body.trimEnd().length };
  return piece(doc, at, section.heading.span);
}

/** The number of the title ("5. Use Kafka", "ADR-0005: …") or of the file name (`0005-use-kafka.md`), as an id of ours. */
function idOf(title: string, at: Span, path: string): DataNode | null {
  const inTitle = /^(?:ADR[- ]?)?(\d{1,4})(?=[.:)\s])/i.exec(title)?.[1];
  const number = inTitle ?? /^(?:adr[-_]?)?(\d{1,4})[-_.]/i.exec(fileName(path))?.[1];
  return number === undefined || Number(number) > 999 ? null : scalar(adrId(number), at, at);
}

function adrId(number: string): string {
  return `ADR-${String(Number(number)).padStart(3, '0')}`;
}

function piece(doc: MarkdownDoc, at: Span, key: Span): Piece {
  return { text: doc.text.slice(at.from, at.to), at, key };
}

function asScalar(found: Piece | null): DataNode | null {
  return found && scalar(found.text, found.at, found.key);
}

function scalar(value: string, span: Span, key: Span | null): DataNode {
  return { kind: 'scalar', value, span, key };
}

/** "Ada Example, Bob Sample and Cy Third" as three names, each at its place. */
function listOf(found: Piece): DataNode {
  const items: DataNode[] = [];
  let from = 0;
  for (const part of found.text.split(/(,|;|\sand\s)/)) {
    const name = part.trim();
    if (name !== '' && !/^[,;]$|^and$/.test(name))
      items.push(scalar(name, inside(found, from + part.indexOf(name), name.length), null));
    from += part.length;
  }
  return listNode(items, found.at, found.key);
}

function listNode(items: readonly DataNode[], span: Span, key: Span): DataNode {
  return { kind: 'list', items, span, key, value: items.map((item) => item.value) };
}

function mapOf(members: ReadonlyMap<string, DataNode>, span: Span): DataNode {
  const value: Record<string, unknown> = Object.create(null);
  for (const [key, node] of members) value[key] = node.value;
  return { kind: 'map', members, span, key: null, value };
}
