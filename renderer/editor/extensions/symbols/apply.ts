import { type Completion, pickedCompletion, startCompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import type { Suggestion } from '../../../../shared/symbols/assist';
import type { Spot } from './wanted';

/** Writes a suggestion as its format writes it, as one undoable step. */
export function applySuggestion(
  suggestion: Suggestion,
  spot: Spot,
): (view: EditorView, completion: Completion, from: number, to: number) => void {
  return (view, completion, from, to) => {
    const end = spot.quoted && spot.format === 'json' && spot.wanted.kind !== 'id' ? closing(view, to) : to;
    const start = suggestion.kind === 'person' ? startOfName(view, suggestion.label, from) : from;
    const { insert, caret, more } = written(view, suggestion, spot, end);
    view.dispatch({
      changes: { from: start, to: end + more, insert },
      selection: { anchor: start + caret },
      userEvent: 'input.complete',
      annotations: pickedCompletion.of(completion),
      scrollIntoView: true,
    });
    // Where the format names the values, they are offered at once.
    if (suggestion.kind === 'key' && suggestion.opens === 'value' && suggestion.detail.includes(' | '))
      startCompletion(view);
  };
}

interface Written {
  readonly insert: string;
  readonly caret: number;
  /** Characters behind the place that are written anew. */
  readonly more: number;
}

function written(view: EditorView, suggestion: Suggestion, spot: Spot, end: number): Written {
  const { label, kind } = suggestion;
  const next = view.state.sliceDoc(end, end + 40);
  if (spot.format === 'yaml' && kind === 'key') {
    const rest = /^\s*:/.test(next) ? '' : suggestion.opens === 'value' ? ': ' : ':';
    return plain(label + rest);
  }
  if (spot.format !== 'json' || spot.wanted.kind === 'id' || spot.wanted.kind === 'person')
    return plain(label);
  if (kind === 'key') return jsonKey(suggestion, spot, next);
  if (spot.quoted) return plain(label);
  const value = suggestion.bare ? label : JSON.stringify(label);
  return plain(value);
}

function plain(insert: string): Written {
  return { insert, caret: insert.length, more: 0 };
}

/** A key with its colon and an empty value to write into, as far as they are not there yet. */
function jsonKey({ label, opens, detail }: Suggestion, { quoted }: Spot, next: string): Written {
  const key = quoted ? label : JSON.stringify(label);
  if (/^"?\s*:/.test(next) || (quoted && !next.startsWith('"'))) return plain(key);
  const head = `${quoted ? `${key}"` : key}: `;
  const empty = opens === 'list' ? '[]' : opens === 'map' ? '{}' : /^(?:text|date)/.test(detail) ? '""' : '';
  return { insert: head + empty, caret: head.length + (empty === '' ? 0 : 1), more: quoted ? 1 : 0 };
}

/** The end of a text in quotes, of which only a part may have been typed. */
function closing(view: EditorView, to: number): number {
  const line = view.state.doc.lineAt(to);
  const end = line.text.indexOf('"', to - line.from);
  return end < 0 ? to : line.from + end;
}

/** Where a name begins of which earlier words stand there already: "Ada Qu" becomes "Ada Quist", not "Ada Ada Quist". */
function startOfName(view: EditorView, name: string, from: number): number {
  const before = view.state.sliceDoc(Math.max(0, from - name.length), from);
  for (let at = 0; at < before.length; at++) {
    const head = before.slice(at);
    const joined = at > 0 && /[\p{L}\p{N}]/u.test(before[at - 1] as string);
    if (!joined && /\s$/.test(head) && name.startsWith(head)) return from - head.length;
  }
  return from;
}
