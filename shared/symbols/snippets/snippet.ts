import type { TextEdit } from '../../text/edits/edit';
import type { Span } from '../../text/span';

/** Under which heading a snippet is offered. */
export type SnippetGroup = 'missing' | 'kind' | 'text' | 'diagram';

/** Something ready-made that may be inserted. */
export interface Snippet {
  readonly label: string;
  readonly detail: string;
  readonly group: SnippetGroup;
  /** Where it goes, in the text without what was typed to find it: not always at the cursor, since a section has its place. */
  readonly edit: TextEdit;
  /** What is to be filled in, in the inserted text, in the order in which one fills it in. */
  readonly fields: readonly Span[];
  /** What is inserted elsewhere along with it, behind the first edit. */
  readonly more?: TextEdit;
  /** What fits better at this place comes first, from -99 to 99. */
  readonly boost?: number;
}

/** More places to fill in than anybody goes through by a key. */
const MOST_FIELDS = 60;
const BLANK = /<[^<>\n{}]{1,200}>/g;

/** The blanks of a template, `<owner, full name>`, as places to fill in. */
export function blanksIn(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(BLANK)) {
    if (found.length === MOST_FIELDS) break;
    found.push({ from: match.index, to: match.index + match[0].length });
  }
  return found;
}

/** A snippet at a place, whose blanks are its fields. */
export function snippetAt(
  at: number,
  label: string,
  detail: string,
  group: SnippetGroup,
  insert: string,
): Snippet {
  return { label, detail, group, edit: { from: at, to: at, insert }, fields: blanksIn(insert) };
}
