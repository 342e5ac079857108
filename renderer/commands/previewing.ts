import type { PreviewCommandId } from '../../shared/preview-commands';
import { parseMarkdown } from '../../shared/text/markdown';
import { toggledPane } from '../state/layout-slice';
import { update } from '../state/studio-state';
import { notify } from './notify';
import { toggleSwitch } from './panes';
import type { Studio } from './studio';

/** What commands ask of the preview while it is shown. */
export interface PreviewActions {
  /** True while the focus is in it. */
  hasFocus(): boolean;
  /** Opens its search. */
  find(): void;
  /** Goes to the source of what is focused or selected in it, else of what stands at its upper edge. */
  goToSource(): void;
  /** How far it is scrolled: the offset at its upper edge. */
  place(): { readonly path: string; readonly offset: number };
}

/** Shows the preview where it is hidden; commands that need it wait until it is there. */
async function shownPreview(studio: Studio): Promise<PreviewActions | null> {
  if (!studio.store.getState().layout.companion.includes('preview'))
    update(studio.store, 'layout', (layout) => toggledPane(layout, 'preview'));
  for (let frames = 0; frames < 30 && !studio.preview; frames++)
    await new Promise((resolve) => requestAnimationFrame(resolve));
  if (!studio.preview) notify(studio, 'info', 'This file has no preview of prose.');
  return studio.preview;
}

/** Puts text on the clipboard, with HTML beside it where given. By the page's own event: the window may not ask for the clipboard. */
export function copyOut(text: string, html: string | null): boolean {
  let copied = false;
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html !== null) event.clipboardData?.setData('text/html', html);
    copied = true;
  };
  document.addEventListener('copy', onCopy, { capture: true });
  try {
    document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
  return copied;
}

/** Copies what is selected in the editor, or the whole file, as other programs take it over: with headings, tables and emphasis. */
async function copyRich(studio: Studio): Promise<void> {
  const path = studio.store.getState().tabs.active;
  const state = path === null ? null : studio.buffers.state(path);
  if (!state || path === null) return;
  const { from, to } = state.selection.main;
  const source = from === to ? state.doc.toString() : state.sliceDoc(from, to);
  const { richText } = await import('../preview/rich-text');
  const html = await richText(studio, source);
  if (html === null)
    notify(studio, 'problem', 'This is too long to be copied as rich text at once. Select a part of it.');
  else if (!copyOut(source, html)) notify(studio, 'problem', 'The clipboard could not be written.');
  else
    notify(studio, 'info', from === to ? 'The whole file was copied as rich text.' : 'Copied as rich text.');
}

/** Copies a link to the section that holds an offset: a relative link for this kit's Markdown. */
export function copySectionLink(studio: Studio, path: string, offset: number): void {
  const text = studio.buffers.text(path);
  if (text === null) return;
  const { headings, anchors } = parseMarkdown(text);
  const index = headings.findLastIndex((heading) => heading.span.from <= offset);
  const anchor = [...anchors][index];
  const name = path.slice(path.lastIndexOf('/') + 1);
  const target = anchor === undefined ? name : `${name}#${anchor}`;
  const label = headings[index]?.text ?? name;
  if (copyOut(`[${label.replace(/[[\]]/g, '\\$&')}](${encodeURI(target)})`, null))
    notify(studio, 'info', `A link to “${label}” was copied.`);
  else notify(studio, 'problem', 'The clipboard could not be written.');
}

/** What the commands of the preview do. */
export const PREVIEW_BEHAVIOURS: Readonly<Record<PreviewCommandId, (studio: Studio) => unknown>> = {
  'edit.copyRich': copyRich,
  'edit.copyLink': (studio) => {
    const { tabs } = studio.store.getState();
    const at = tabs.active === null ? null : studio.buffers.state(tabs.active)?.selection.main.head;
    if (tabs.active !== null && at !== null && at !== undefined) copySectionLink(studio, tabs.active, at);
  },
  'view.findInPreview': async (studio) => (await shownPreview(studio))?.find(),
  'view.pages': async (studio) => {
    if (!studio.store.getState().layout.companion.includes('preview'))
      update(studio.store, 'layout', (layout) => toggledPane(layout, 'preview'));
    toggleSwitch('preview-pages')(studio);
  },
  'go.source': async (studio) => (await shownPreview(studio))?.goToSource(),
};
