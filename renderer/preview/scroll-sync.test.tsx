import type { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { MarkdownModel } from './markdown-model';
import { syncScroll } from './scroll-sync';
import { Viewport } from './viewport';

const HEIGHT = 400;
const CURSOR = 500;

/** A preview whose text at offset `n` stands `2 n` pixels from its start. */
function paneOf() {
  const told = new Set<() => void>();
  const snapshot = { blocks: [], version: 1, drawings: 0 };
  const page = document.createElement('div');
  Object.defineProperty(page, 'clientHeight', { value: HEIGHT });
  const content = document.createElement('div');
  page.append(content);
  const model = {
    isDrawn: true,
    getSnapshot: () => snapshot,
    subscribe: (listener: () => void) => {
      told.add(listener);
      return () => told.delete(listener);
    },
  } as unknown as MarkdownModel;
  const viewport = new Viewport(model, page, content);
  vi.spyOn(viewport, 'pixelOf').mockImplementation((offset) => 2 * offset);
  const drawn = (edits: number) => {
    snapshot.version += edits;
    for (const listener of told) listener();
  };
  return { page, viewport, drawn, told };
}

/** An editor of which the line at offset 100 is at the upper edge, and the cursor is in that at 500. */
function editorOf(hasFocus: boolean) {
  const dom = document.createElement('div');
  const scrollDOM = document.createElement('div');
  dom.append(scrollDOM);
  scrollDOM.scrollTop = 40;
  const editor = {
    dom,
    scrollDOM,
    hasFocus,
    viewport: { from: 0, to: 1000 },
    documentPadding: { top: 0, bottom: 0 },
    state: { selection: { main: { head: CURSOR } }, doc: { length: 1000 } },
    lineBlockAtHeight: () => ({ top: 40, height: 20, from: 100, length: 10 }),
    lineBlockAt: () => ({ top: 700, height: 20, from: 300, length: 10 }),
  };
  return { dom, scrollDOM, view: editor as unknown as EditorView };
}

async function frames(): Promise<void> {
  for (let n = 0; n < 8; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function synced(hasFocus = true) {
  const pane = paneOf();
  const editor = editorOf(hasFocus);
  stops.push(syncScroll(editor.view, pane.viewport, pane.page));
  await frames();
  return { ...pane, ...editor };
}

describe('editor and preview in step', () => {
  it('stand with the same line at their upper edges', async () => {
    const { page } = await synced();
    expect(page.scrollTop).toBe(200);
  });

  it('have in sight what is typed, although it is not as high in the preview', async () => {
    const { page, drawn } = await synced();
    drawn(0);
    await frames();
    expect(page.scrollTop).toBe(200);
    drawn(1);
    await frames();
    // The words at the cursor are a line above the lower edge.
    expect(page.scrollTop).toBe(2 * CURSOR + 36 - HEIGHT);
    const before = page.scrollTop;
    drawn(1);
    await frames();
    expect(page.scrollTop).toBe(before);
  });

  it('go back to their upper edges when the editor is scrolled by hand', async () => {
    const { page, drawn, dom, scrollDOM } = await synced();
    drawn(1);
    await frames();
    scrollDOM.dispatchEvent(new Event('scroll'));
    await frames();
    expect(page.scrollTop).toBe(636);
    dom.dispatchEvent(new Event('wheel'));
    scrollDOM.dispatchEvent(new Event('scroll'));
    await frames();
    expect(page.scrollTop).toBe(200);
    // What is drawn meanwhile does not lead back to the cursor.
    drawn(0);
    await frames();
    expect(page.scrollTop).toBe(200);
  });

  it('are not moved by edits that nobody types here', async () => {
    const { page, drawn } = await synced(false);
    drawn(1);
    await frames();
    expect(page.scrollTop).toBe(200);
  });

  it('leave the editor where it is while the preview leads, and the preview where the reader has it', async () => {
    const { page, drawn, scrollDOM } = await synced();
    page.dispatchEvent(new Event('wheel'));
    vi.spyOn(Viewport.prototype, 'firstVisible').mockReturnValue(300);
    page.scrollTop = 50;
    page.dispatchEvent(new Event('scroll'));
    drawn(1);
    await frames();
    expect(page.scrollTop).toBe(50);
    expect(scrollDOM.scrollTop).toBe(700);
    vi.restoreAllMocks();
  });

  it('listen to nothing once they are parted', async () => {
    const { told } = await synced();
    for (const stop of stops.splice(0)) stop();
    expect(told.size).toBe(0);
  });
});
