import { isolateHistory } from '@codemirror/commands';
import { EditorSelection, type StateCommand } from '@codemirror/state';
import { enclosing, isMarkdownAt } from './places';

/** An address on its own: with a scheme that the studio opens, without blanks. */
const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>]+$/i;

/** The address that a text is, or null. */
export function addressIn(text: string): string | null {
  const trimmed = text.trim();
  return trimmed.length <= 2048 && ADDRESS.test(trimmed) ? trimmed : null;
}

/** An address as a link's destination takes it: brackets and blanks in it would end it early. */
export function destination(address: string): string {
  return address.replace(
    /[\s()<>\\]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

/** A path of the kit as a link's destination takes it; what would be read as an escape is escaped too. */
export function pathDestination(path: string): string {
  return destination(path.replaceAll('%', '%25'));
}

/** A text as the words of a link: brackets that do not pair would end it early. */
export function linkText(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ').trim();
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === '[') depth++;
    else if (line[at] === ']' && --depth < 0) break;
  }
  return depth === 0 ? line : line.replace(/(?<!\\)[[\]]/g, '\\$&');
}

/** Makes a link of what is selected, with the cursor where its address goes; of an address, with the cursor where its words go. In a link, takes the link away and leaves its words. */
export const toggleLink: StateCommand = ({ state, dispatch }) => {
  const range = state.selection.main;
  if (state.readOnly || !isMarkdownAt(state, range.head)) return false;
  const link = enclosing(state, range.head, /^Link$/);
  const marks = link?.getChildren('LinkMark') ?? [];
  const [open, close] = marks;
  if (link && open && close) {
    const words = state.sliceDoc(open.to, close.from);
    dispatch(
      state.update({
        changes: { from: link.from, to: link.to, insert: words },
        selection: EditorSelection.range(link.from, link.from + words.length),
        annotations: isolateHistory.of('full'),
        userEvent: 'input.format',
      }),
    );
    return true;
  }
  const { from, to } = range.empty ? (state.wordAt(range.head) ?? range) : range;
  const text = state.sliceDoc(from, to);
  const address = addressIn(text);
  const words = address === null ? linkText(text) : '';
  const insert = `[${words}](${address === null ? '' : destination(address)})`;
  const caret = from + (address === null && words !== '' ? words.length + 3 : 1);
  dispatch(
    state.update({
      changes: { from, to, insert },
      selection: { anchor: caret },
      annotations: isolateHistory.of('full'),
      userEvent: 'input.format',
      scrollIntoView: true,
    }),
  );
  return true;
};
