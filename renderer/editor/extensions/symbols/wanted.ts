import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { extension } from '../../../../shared/domain/kit-path';
import type { Wanted } from '../../../../shared/symbols/assist';
import { jsonPlace } from './json-place';
import { yamlPlace } from './yaml-place';

/** What would fit at the cursor, and which text it would replace. */
export interface Spot {
  readonly wanted: Wanted;
  readonly from: number;
  readonly to: number;
  /** While what is typed looks like this, the suggestions stay the same. */
  readonly validFor: RegExp;
  readonly format: 'prose' | 'yaml' | 'json';
  /** In JSON: the text stands between quotes already. */
  readonly quoted: boolean;
}

/** An id that is begun: its family and the hyphen stand there. */
const ID = /(?<![\p{L}\p{N}_/#.-])(([A-Z]{1,8})-[\w-]{0,24})$/u;
/** A citation in brackets that is begun. */
const CITED = /(?<![\]!])\[([A-Z]{1,8}-[\w-]{0,40})$/;
/** A name that is begun: a capital and another letter. */
const NAME = /(?<![\p{L}\p{N}_@/.-])(\p{Lu}\p{L}[\p{L}'’]{0,30})$/u;
const DESTINATION = /\]\(<?([^()\s<>]*)$|^ {0,3}\[[^\]]+\]:\s*<?([^\s<>]*)$/;
/** What precedes the cursor is looked at this far back. */
const BACK = 400;
/** A header that has not ended after this many lines is none. */
const LONGEST_HEADER = 200;

/** What would fit here; null where a suggestion would only disturb. `asked`: somebody pressed the key for it. */
export function spotAt(path: string, state: EditorState, pos: number, asked: boolean): Spot | null {
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(Math.max(0, pos - line.from - BACK), pos - line.from);
  switch (extension(path)) {
    case 'md':
    case 'markdown':
      if (inHeader(state, line.number)) return inYaml(state, pos, before, asked, 2);
      return inProse(state, pos, before, asked);
    case 'yaml':
    case 'yml':
      return inYaml(state, pos, before, asked, 1);
    case 'json':
      return inJson(state, pos, before, asked);
    case 'mmd':
    case 'mermaid':
      return named(state, pos, before, 'prose');
    default:
      return null;
  }
}

function inProse(state: EditorState, pos: number, before: string, asked: boolean): Spot | null {
  if (isCode(state, pos)) {
    // A block of code names symbols of the kit too; nobody else begins a word like that.
    const id = within(state, pos, /^FencedCode$/) ? named(state, pos, before, 'prose') : null;
    return id?.wanted.kind === 'id' ? id : null;
  }
  const link = DESTINATION.exec(before);
  if (link) return destination(link[1] ?? link[2] ?? '', pos);
  if (isAddress(state, pos)) return null;
  const cited = (asked ? /(?<![\]!])\[([\w-]{0,40})$/ : CITED).exec(before);
  if (cited) return spot({ kind: 'reference' }, pos, cited[1] ?? '', /^[\w-]*$/);
  const found = named(state, pos, before, 'prose');
  if (found) return found;
  const begun = asked ? (/(?<![\p{L}\p{N}_])([\p{L}][\w-]*)?$/u.exec(before)?.[0] ?? '') : null;
  return begun === null ? null : spot({ kind: 'reference' }, pos, begun, /^[\w-]*$/);
}

function destination(typed: string, pos: number): Spot | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(typed)) return null;
  const hash = typed.indexOf('#');
  if (hash >= 0) {
    const link = typed.slice(0, hash);
    return spot({ kind: 'anchor', link }, pos, typed.slice(hash + 1), /^[^()\s<>#]*$/);
  }
  const dotted = typed.startsWith('./');
  return spot(
    { kind: 'path', link: true, dotted },
    pos,
    typed,
    dotted ? /^\.\/[^()\s<>#]*$/ : /^(?!\.\/)[^()\s<>#]*$/,
  );
}

function inYaml(state: EditorState, pos: number, before: string, asked: boolean, first: number): Spot | null {
  const header = first > 1;
  const id = named(state, pos, before, 'yaml');
  if (id?.wanted.kind === 'id') return id;
  const place = yamlPlace(state.doc, pos, first);
  if (!place) return /(?:^|\s)#/.test(before) ? null : id;
  const typed = state.sliceDoc(place.from, pos);
  const shape = { format: 'yaml', quoted: false } as const;
  if (place.at === 'key') {
    if (typed === '' && !asked) return null;
    const { steps, present, inItem: orValue } = place;
    return { ...spot({ kind: 'key', steps, present, header, orValue }, pos, typed, /^[\w -]*$/), ...shape };
  }
  // Behind several words stands a sentence, which has no set values but may name somebody.
  if (/\s\S*\s/.test(typed) && !asked) return id;
  const wanted = { kind: 'value', steps: place.steps, header } as const;
  return { ...spot(wanted, pos, typed, /^[\p{L}\p{N}_ ./'’-]*$/u), ...shape };
}

function inJson(state: EditorState, pos: number, before: string, asked: boolean): Spot | null {
  const id = named(state, pos, before, 'json');
  if (id?.wanted.kind === 'id') return id;
  const place = jsonPlace(state, pos);
  if (!place) return null;
  const { steps, present, from, to, quoted } = place;
  const typed = state.sliceDoc(from, pos);
  if (typed === '' && !asked) return null;
  if (place.at === 'value' && /\s\S*\s/.test(typed) && !asked) return id;
  const wanted: Wanted =
    place.at === 'key'
      ? { kind: 'key', steps, present, header: false, orValue: false }
      : { kind: 'value', steps, header: false };
  return { wanted, from, to, validFor: /^[\p{L}\p{N}_ ./'’-]*$/u, format: 'json', quoted };
}

/** An id or a person's name that is begun, wherever it stands. */
function named(state: EditorState, pos: number, before: string, format: Spot['format']): Spot | null {
  const id = ID.exec(before);
  const shape = { format, quoted: true };
  if (id) {
    const wanted = { kind: 'id', family: id[2] as string } as const;
    // In the middle of a number the rest of it is replaced too.
    const to = pos + (/^\d*/.exec(state.sliceDoc(pos, pos + 8))?.[0].length ?? 0);
    return { ...spot(wanted, pos, id[1] as string, /^[A-Z]{1,8}-[\w-]*$/), ...shape, to };
  }
  const name = NAME.exec(before)?.[1];
  if (name === undefined) return null;
  return { ...spot({ kind: 'person', typed: name }, pos, name, /^\p{Lu}[\p{L}'’. -]*$/u), ...shape };
}

function spot(wanted: Wanted, pos: number, typed: string, validFor: RegExp): Spot {
  return { wanted, from: pos - typed.length, to: pos, validFor, format: 'prose', quoted: false };
}

/** True in the lines between the marks of a header, the closing one written or not. */
export function inHeader({ doc }: EditorState, number: number): boolean {
  if (number < 2 || number > LONGEST_HEADER || !/^---\s*$/.test(doc.line(1).text)) return false;
  for (let n = 2; n <= number; n++) if (/^(?:---|\.\.\.)\s*$/.test(doc.line(n).text)) return false;
  return true;
}

function isCode(state: EditorState, pos: number): boolean {
  return within(state, pos, /^(?:FencedCode|CodeBlock|InlineCode|HTMLBlock|HTMLTag|Comment|CommentBlock)$/);
}

function isAddress(state: EditorState, pos: number): boolean {
  return within(state, pos, /^(?:URL|Autolink|LinkReference)$/);
}

function within(state: EditorState, pos: number, names: RegExp): boolean {
  for (let node = syntaxTree(state).resolveInner(pos, -1); node.parent; node = node.parent)
    if (names.test(node.name)) return true;
  return false;
}
