import { isolateHistory } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { fileName, relativeLink } from '../../../../shared/domain/kit-path';
import { KIT_FILE_TYPE } from '../../../clipboard/kit-file-type';
import { linkText, pathDestination } from '../editing/links';
import { isMarkdownAt } from '../editing/places';
import { tableHere } from '../editing/tables';
import { heldPlaces, holding, placeOf, releasing } from './held-places';
import { asBlock, betterForm, pasteSteps, plainPaste } from './paste-text';
import { type Pasting, type PastingInto, pastingInto } from './pasting-facet';

export type { Pasting } from './pasting-facet';

const READ_ONLY = 'This file is read-only. Copy it into a packet of your own to write in it';

/** A paste as plain text is announced this long before it comes, in milliseconds. */
const PLAIN_PATIENCE = 1500;
const plainUntil = new WeakMap<EditorView, number>();

/** The next paste writes the text as it is on the clipboard. */
export function pastePlainNext(view: EditorView): void {
  plainUntil.set(view, performance.now() + PLAIN_PATIENCE);
}

function isPlain(view: EditorView): boolean {
  const until = plainUntil.get(view) ?? 0;
  plainUntil.delete(view);
  return performance.now() < until;
}

/** Pasting and dropping that know what Markdown wants: links, tables, pictures, formatted text. */
export function smartPaste(path: string, pasting: Pasting): Extension {
  return [
    pastingInto.of({ path, pasting }),
    heldPlaces,
    EditorView.domEventHandlers({
      keydown(event, view) {
        // Ctrl+Shift+V reaches the page before the system pastes.
        if (event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v')
          pastePlainNext(view);
        return false;
      },
      paste(event, view) {
        const data = event.clipboardData;
        const into = view.state.facet(pastingInto);
        const plain = isPlain(view);
        if (view.state.readOnly) into?.pasting.tell(READ_ONLY);
        if (!data || !into || view.state.readOnly || plain || !takesForms(view)) return false;
        if (!pasted(view, into, data)) return false;
        event.preventDefault();
        return true;
      },
      drop(event, view) {
        const data = event.dataTransfer;
        const into = view.state.facet(pastingInto);
        if (view.state.readOnly) into?.pasting.tell(READ_ONLY);
        if (!data || !into || view.state.readOnly) return false;
        const at = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
        if (!isMarkdownAt(view.state, at) || !dropped(view, into, data, at)) return false;
        event.preventDefault();
        return true;
      },
    }),
  ];
}

/** One cursor, in Markdown: other places take what is pasted as it is. */
function takesForms({ state }: EditorView): boolean {
  const { ranges, main } = state.selection;
  return ranges.length === 1 && isMarkdownAt(state, main.from) && isMarkdownAt(state, main.to);
}

function pasted(view: EditorView, into: PastingInto, data: DataTransfer): boolean {
  const text = data.getData('text/plain').replace(/\r\n?/g, '\n');
  const html = data.getData('text/html');
  const pictures = picturesIn(data);
  const { state } = view;
  if (text.trim() === '' && pictures.length > 0) {
    keepPictures(into, pictures, state.selection.main.head);
    return true;
  }
  if (text === '') return false;
  const better = betterForm(state, text);
  // The cells of a table say more in HTML, unless they go into one.
  if (html !== '' && !tableHere(state) && (!better || /<table[\s>]/i.test(html))) {
    pasteFormatted(view, into, text, html);
    return true;
  }
  if (!better) return false;
  const { plain, formed } = pasteSteps(state, text, better);
  view.dispatch(plain);
  view.dispatch(formed);
  return true;
}

/** Plain text at once, so that nobody waits; its form when it is known, unless somebody wrote in it meanwhile. */
function pasteFormatted(view: EditorView, { path, pasting }: PastingInto, text: string, html: string): void {
  const [before = '', behind = ''] = asBlock(view.state, '\0').split('\0');
  const { spec, id } = plainPaste(view.state, text);
  view.dispatch(spec);
  void pasting.toMarkdown(html).then((markdown) => {
    const state = pasting.state(path);
    const place = state && placeOf(state, id);
    if (!place) return;
    const effects = releasing(id);
    const kept = state.sliceDoc(place.from, place.to) === text;
    if (markdown === null || markdown === text || !kept) {
      pasting.dispatch(path, { effects });
      return;
    }
    // Words within a line stay in it; several blocks need their own lines.
    const insert = BLOCKS.test(markdown) ? before + markdown + behind : markdown;
    const { main } = state.selection;
    pasting.dispatch(path, {
      changes: { from: place.from, to: place.to, insert },
      ...(main.empty && main.head === place.to ? { selection: { anchor: place.from + insert.length } } : {}),
      effects,
      annotations: isolateHistory.of('full'),
      userEvent: 'input.paste',
      scrollIntoView: true,
    });
  });
}

const BLOCKS = /\n|^(?:#{1,6} |[-*+] |\d+[.)] |> |```|\|)/;

function picturesIn(data: DataTransfer): readonly File[] {
  return [...data.files].filter((file) => file.type.startsWith('image/'));
}

function dropped(view: EditorView, into: PastingInto, data: DataTransfer, at: number): boolean {
  const dragged = data.getData(KIT_FILE_TYPE);
  if (dragged !== '') {
    const link = linkTo(into.path, dragged);
    view.dispatch({
      changes: { from: at, insert: link },
      selection: { anchor: at + link.length },
      annotations: isolateHistory.of('full'),
      userEvent: 'input.drop',
    });
    view.focus();
    return true;
  }
  if (data.files.length === 0) return false;
  const pictures = picturesIn(data);
  if (pictures.length === 0)
    into.pasting.tell('Only pictures can be dropped into a text from outside of the kit');
  else keepPictures(into, pictures, at);
  return true;
}

/** A picture is shown, every other file is linked by its name. */
function linkTo(from: string, path: string): string {
  const address = pathDestination(relativeLink(from, path));
  const picture = /\.(?:png|jpe?g|gif|webp|svg)$/i.test(path);
  return picture ? `![${ALT}](${address})` : `[${linkText(fileName(path))}](${address})`;
}

const ALT = 'What the picture shows';

/** Keeps pictures and writes them where they were wanted, as one step, with the words that say what is seen selected. */
function keepPictures({ path, pasting }: PastingInto, files: readonly File[], at: number): void {
  const { id, effect } = holding({ from: at, to: at });
  pasting.dispatch(path, { effects: effect });
  void Promise.all(files.map((file) => pasting.keepPicture(path, file, file.name))).then((links) => {
    const state = pasting.state(path);
    const place = state && placeOf(state, id);
    const kept = links.filter((link) => link !== null);
    const effects = releasing(id);
    if (!place || kept.length === 0) {
      pasting.dispatch(path, { effects });
      return;
    }
    const { from } = place;
    const insert = kept.map((link) => `![${ALT}](${pathDestination(link)})`).join('\n\n');
    pasting.dispatch(path, {
      changes: { from, insert },
      selection: { anchor: from + 2, head: from + 2 + ALT.length },
      effects,
      annotations: isolateHistory.of('full'),
      userEvent: 'input.paste',
      scrollIntoView: true,
    });
  });
}
