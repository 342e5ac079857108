import { parseYaml } from '../../text/yaml';
import type { Finding, TextEdit } from '../finding';
import { anchorOf } from './anchor';

export interface WaiverWords {
  readonly reason: string;
  /** Who answers for it: a full name. */
  readonly by: string;
  /** ISO date; the engine has no clock. */
  readonly date: string;
}

const HEAD = `# Findings this packet's author silenced on purpose. Each entry gives its reason and lapses when the text it quotes changes.
# New entries go at the end. Reports list every waiver, and a grade reached with waivers says so.
`;

/**
 * The entry that waives a finding, as the edits of the waivers file: at its end, so that two branches merge. `file` is the text of the waivers
 * file or null when there is none yet, `text` the text that the finding's span refers to.
 */
export function waiveEdits(
  file: string | null,
  finding: Finding,
  text: string,
  words: WaiverWords,
): readonly TextEdit[] {
  return appendedEntry(file, HEAD, waiverEntry(finding, text, words));
}

/** Adds an entry to the list in one of the studio's own files, as edits at its end; a file that is new or empty starts with `head`. */
export function appendedEntry(file: string | null, head: string, entry: string): readonly TextEdit[] {
  const current = file ?? '';
  if (current.trim() === '') return [{ from: 0, to: current.length, insert: `${head}\n${entry}` }];
  const root = parseYaml(current).root;
  // An empty list is written as [] by hand; an entry cannot follow it.
  if (root?.kind === 'list' && root.items.length === 0) return [{ ...root.span, insert: entry.trimEnd() }];
  const indent = root?.kind === 'list' ? column(current, root.span.from) : 0;
  const end = current.trimEnd().length;
  const shifted = indent === 0 ? entry : entry.replace(/^(?=.)/gm, ' '.repeat(indent));
  return [{ from: end, to: current.length, insert: `\n\n${shifted}` }];
}

/** One entry of the waivers file, with a line end. */
export function waiverEntry(finding: Finding, text: string, words: WaiverWords): string {
  const { quote, before, after } = anchorOf(text, finding.span);
  return entryText([
    ['finding', finding.id],
    ['path', finding.path],
    ['quote', quote],
    ['before', before],
    ['after', after],
    ['reason', words.reason],
    ['by', words.by],
    ['date', words.date],
  ]);
}

/** One entry of a list, with a line end. Values are put on one line; keys without a value are left out. */
export function entryText(fields: readonly (readonly [key: string, value: string])[]): string {
  const lines = fields.map(([key, value]) => [key, value.replace(/\s+/g, ' ').trim()] as const);
  const written = lines.filter(([, value]) => value !== '');
  return `- ${written.map(([key, value]) => `${key}: ${quoted(key, value)}`).join('\n  ')}\n`;
}

const PLAIN: ReadonlySet<string> = new Set(['finding', 'criterion', 'path', 'date']);

/** Ids, paths and dates are plain where YAML reads them as they are; words of people are always quoted. JSON strings are YAML strings. */
function quoted(key: string, value: string): string {
  const plain = PLAIN.has(key);
  return plain && /^[A-Za-z0-9][\w./-]*$/.test(value) ? value : JSON.stringify(value);
}

function column(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
