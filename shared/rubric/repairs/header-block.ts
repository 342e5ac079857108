import type { DataTree } from '../../text/data-tree';
import { lineBreak, lineStart } from '../../text/edits/edit';
import { asBlock } from '../../text/edits/style';
import type { MarkdownDoc } from '../../text/markdown';
import type { MermaidDoc } from '../../text/mermaid';
import { addKeys, type KeyBlanks, titleOf } from './add-keys';
import type { MaybeFix } from './write-value';

/** The header that every artifact needs (GEN-06), as its template would ask for it. */
const GENERAL: KeyBlanks = [
  ['id', '<id, one line>'],
  ['title', '<title, under ten words>'],
  ['status', 'draft'],
  ['owner', '<full name, one person>'],
  ['date', '<YYYY-MM-DD>'],
];

/** Kinds whose templates call a field of the header by another name. */
const OWN_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rfc: { owner: 'author', date: 'created' },
  'review-agenda': { owner: 'facilitator' },
  adr: {},
};

const FIRST_STATUS: Readonly<Record<string, string>> = { adr: 'proposed' };

function blanksFor(kind: string | null): KeyBlanks {
  const names = OWN_NAMES[kind ?? ''] ?? {};
  return GENERAL.map(([key, blank]) => [
    names[key] ?? key,
    key === 'status' ? (FIRST_STATUS[kind ?? ''] ?? blank) : blank,
  ]);
}

/** Adds the fields that a header lacks; a document's title is what its first heading says. */
export function headerFields(
  tree: DataTree,
  kind: string | null,
  missing: readonly string[],
  doc: MarkdownDoc | null,
): MaybeFix {
  const names = OWN_NAMES[kind ?? ''] ?? {};
  const wanted = missing.map((field) => names[field] ?? field);
  return addKeys(tree, [], blanksFor(kind), wanted, titleIn(doc));
}

/** A header for a document that has none, above its first line. */
export function headerBlock(doc: MarkdownDoc, kind: string | null): MaybeFix {
  const { text } = doc;
  const newline = lineBreak(text);
  const known = titleIn(doc);
  const lines = blanksFor(kind).map(([key, blank]) => `${key}:${asBlock(known[key] ?? blank, '', newline)}`);
  const at = text.startsWith('\uFEFF') ? 1 : 0;
  const gap = text.length === at || /^\s*[\r\n]/.test(text.slice(at)) ? '' : newline;
  const insert = ['---', ...lines, '---', gap].join(newline);
  return { fix: { title: 'Insert the header', edits: [{ from: at, to: at, insert }] } };
}

/** What the first heading of level 1 calls the document, without the id before it. */
function titleIn(doc: MarkdownDoc | null): Readonly<Record<string, string>> {
  const heading = doc?.headings.find((h) => h.level === 1)?.text ?? '';
  const title = heading.replace(/^[A-Z]{2}[A-Z\d-]*\d\s*(?:[:.—–-]\s*|\s)/, '').trim();
  return title === '' || /[<>\r\n]/.test(title) ? {} : { title };
}

const COMMENTS: Readonly<Record<string, string>> = {
  title: '<what this view shows, in a few words>',
  owner: '<full name, one person>',
};

/** Adds the comments that a diagram lacks: the title on the first line below a front matter, the owner below the title. */
export function diagramComments(diagram: MermaidDoc, missing: readonly string[]): MaybeFix {
  const { text } = diagram;
  const newline = lineBreak(text);
  const title = diagram.comments.find((comment) => /^title:/i.test(comment.text));
  const first = Math.min(diagram.typeSpan.from, ...diagram.comments.map((comment) => comment.span.from));
  const start = lineStart(text, first);
  if (text.slice(start, first).trim() !== '') return {};
  const lines = missing.map((name) => `%% ${name}: ${COMMENTS[name] ?? ''}`);
  const name = titleOf(missing.map((field) => `%% ${field}:`));
  if (title && !missing.includes('title')) {
    const at = title.span.to;
    return {
      fix: { title: name, edits: [{ from: at, to: at, insert: `${newline}${lines.join(newline)}` }] },
    };
  }
  const insert = lines.map((line) => `${line}${newline}`).join('');
  return { fix: { title: name, edits: [{ from: start, to: start, insert }] } };
}
