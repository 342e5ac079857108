/**
 * What is measured beside the studio, in a plain page of the same application: a bare CodeMirror 6, and one with markdown-it and morphdom beside it. Bundled into one
 * script and run in the page by the benchmark; no part of the application.
 */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap } from '@codemirror/view';
import MarkdownIt from 'markdown-it';
import morphdom from 'morphdom';

interface Peers {
  /** Replaces the page by an editor of a text; with `preview`, by an editor and its preview. Resolves with the time until the first paint. */
  show(text: string, preview: boolean): Promise<number>;
  close(): void;
}

let holder: HTMLElement | null = null;

function afterPaint(): Promise<number> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(0);
    }),
  );
}

const peers: Peers = {
  async show(text, preview) {
    peers.close();
    const start = performance.now();
    holder = document.createElement('div');
    holder.dataset['peers'] = '';
    holder.style.cssText =
      'position:fixed;inset:0;z-index:9999;display:grid;grid-template-columns:1fr 1fr;background:#fff;color:#000';
    document.body.append(holder);
    const left = document.createElement('div');
    left.style.cssText = 'min-width:0;height:100vh;overflow:hidden';
    const right = document.createElement('div');
    right.style.cssText = 'min-width:0;height:100vh;overflow:auto;padding:20px';
    right.setAttribute('role', 'document');
    holder.append(left, right);
    const renderer = new MarkdownIt({ html: false, linkify: false });
    const shown = right.appendChild(document.createElement('div'));
    const draw = (source: string) => {
      morphdom(shown, `<div>${renderer.render(source)}</div>`);
    };
    let waiting = false;
    const view = new EditorView({
      parent: left,
      state: EditorState.create({
        doc: text,
        extensions: [
          history(),
          drawSelection(),
          EditorView.lineWrapping,
          markdown({ base: markdownLanguage }),
          keymap.of([...defaultKeymap, ...historyKeymap]),
          EditorView.theme({ '&': { height: '100vh' }, '.cm-scroller': { overflow: 'auto' } }),
          preview
            ? EditorView.updateListener.of((update) => {
                if (!update.docChanged || waiting) return;
                waiting = true;
                // After the key is on the screen, as a good editor would do it.
                void afterPaint().then(() => {
                  waiting = false;
                  draw(view.state.doc.toString());
                });
              })
            : [],
        ],
      }),
    });
    if (preview) draw(text);
    const middle = text.indexOf('\n\n', text.length / 2);
    const at = Math.max(0, middle);
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    view.focus();
    return (await afterPaint()) - start;
  },
  close() {
    holder?.remove();
    holder = null;
  },
};
(globalThis as unknown as { benchPeers: Peers }).benchPeers = peers;
