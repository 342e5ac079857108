import type { MarkdownDoc } from '../text/markdown';
import type { MermaidDoc } from '../text/mermaid';
import type { Span } from '../text/span';
import type { Source } from './artifact';
import type { Fact } from './fact';
import type { DataReader } from './read-data';
import { rootReader } from './root-reader';

/** Keys whose value says who owns, writes or decides: a person's name, as a rule. */
const DECIDING = new Set([
  'owner',
  'owners',
  'author',
  'authors',
  'captain',
  'decider',
  'decided_by',
  'decided-by',
  'decision-makers',
  'decision_makers',
  'facilitator',
  'scribe',
]);
/** Keys that name people too, and others besides: guests, groups, whole teams. */
const NAMING = new Set([
  'approver',
  'approvers',
  'reviewer',
  'reviewers',
  'consulted',
  'informed',
  'by',
  'person',
  'lead',
  'candidate',
  'asked_by',
]);
/** Lists of people, each with a `name`, that say who took part; lists that say who there is (`people`, `responders`) define the names. */
const GROUPS = new Set(['participants', 'attendees', 'voters']);
const COLUMNS = new Set([
  'owner',
  'decider',
  'lead',
  'who',
  'name',
  'person',
  'author',
  'captain',
  'facilitator',
  'scribe',
  'asker',
  'asked by',
]);
/** True for keys of headers and data under which people are named. */
export function namesPeople(key: string): boolean {
  return DECIDING.has(key) || NAMING.has(key);
}

/** Nobody is named in fewer letters or more: longer values are sentences. */
const LONGEST = 200;
const DEEPEST = 12;
const MOST = 500;
/** What stands between two names of one value. */
const BETWEEN = /(?<!\s)\s*(?:[,;/&+()<>·]|\s(?:and|or|with|und|y|et)\s)\s*/iu;

/**
 * The names that a file writes where people are named (`stated-name`): fields of its header or data, and columns of its tables. The id is the
 * field, such as `owner`, `items.owner` or `table.lead`; `decides` is true where the field wants an owner, author or decider.
 */
export function statedPeople(source: Source): Fact[] {
  const facts: Fact[] = [];
  if (source.format === 'mmd') fromComments(source.diagram, facts);
  else fromData(rootReader(source), '', 0, source.text, facts);
  if (source.format === 'md') fromTables(source.markdown, facts);
  return facts.slice(0, MOST);
}

function fromData(at: DataReader, path: string, depth: number, text: string, into: Fact[]): void {
  if (depth > DEEPEST || into.length >= MOST) return;
  if (at.node?.kind === 'list') for (const item of at.items) fromData(item, path, depth + 1, text, into);
  for (const [key, value] of at.members) {
    const field = path === '' ? key : `${path}.${key}`;
    const decides = DECIDING.has(key);
    if (decides || NAMING.has(key)) {
      for (const one of value.node?.kind === 'list' ? value.items : [value])
        if (one.text !== null) names(one.text, one.span, text, field, decides, into);
    } else if (GROUPS.has(key)) {
      for (const member of value.items) {
        const name = member.at('name');
        if (name.text !== null) names(name.text, name.span, text, `${field}.name`, false, into);
      }
    } else if (value.node?.kind !== 'scalar') fromData(value, field, depth + 1, text, into);
  }
}

function fromTables(doc: MarkdownDoc, into: Fact[]): void {
  for (const table of doc.tables) {
    table.header.cells.forEach((header, column) => {
      const name = header.text.trim().toLowerCase();
      if (!COLUMNS.has(name)) return;
      for (const row of table.rows) {
        const cell = row.cells[column];
        if (cell) names(cell.text, cell.span, doc.text, `table.${name}`, false, into);
      }
    });
  }
}

function fromComments(doc: MermaidDoc, into: Fact[]): void {
  for (const comment of doc.comments) {
    const owner = /^owner:\s*(.+)$/i.exec(comment.text)?.[1];
    if (owner !== undefined) names(owner.trim(), comment.span, doc.text, 'owner', true, into);
  }
}

/** One fact for each name of a value, at the name itself where the file spells it as it reads. */
function names(value: string, at: Span, text: string, field: string, decides: boolean, into: Fact[]): void {
  if (value.length > LONGEST) return;
  const written = text.slice(at.from, at.to);
  let from = 0;
  for (const piece of value.split(BETWEEN)) {
    const name = piece.trim();
    if (name === '' || into.length >= MOST) continue;
    const start = written.indexOf(name, from);
    const exact = start >= 0;
    const span = exact ? { from: at.from + start, to: at.from + start + name.length } : at;
    if (exact) from = start + name.length;
    into.push({
      type: 'record',
      set: 'stated-name',
      id: field,
      fields: { name, decides, exact },
      places: {},
      span,
    });
  }
}
