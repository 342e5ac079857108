import { StateEffect } from '@codemirror/state';
import { EditorView, WidgetType } from '@codemirror/view';

/** Shows more of what is folded at an offset: all of it at once, a line of data of 3 MB holds the window up for a minute. */
export const showMore = StateEffect.define<number>({ map: (at, changes) => changes.mapPos(at) });

/** Stands for the rest of a line, and shows more of it. */
export class Rest extends WidgetType {
  constructor(readonly words: string) {
    super();
  }

  override eq(other: Rest): boolean {
    return other.words === this.words;
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = document.createElement('span');
    box.className = 'sw-rest';
    box.textContent = `${this.words} more on this line`;
    const show = document.createElement('button');
    show.type = 'button';
    show.textContent = 'Show more';
    show.setAttribute('aria-label', `Show more of this line: ${this.words} are folded`);
    show.addEventListener('click', () => {
      const at = view.posAtDOM(box);
      view.dispatch({ effects: showMore.of(at), selection: { anchor: at }, scrollIntoView: true });
      view.focus();
    });
    box.append(show);
    return box;
  }
}

export const restLook = EditorView.theme({
  '.sw-rest': {
    display: 'inline-block',
    marginInline: '4px',
    padding: '0 2px 0 8px',
    borderRadius: '4px',
    background: 'var(--sunken)',
    color: 'var(--text-soft)',
    fontFamily: 'var(--font-ui)',
    fontSize: '0.86em',
    whiteSpace: 'nowrap',
    userSelect: 'none',
  },
  '.sw-rest button': {
    marginInlineStart: '6px',
    padding: '0 6px',
    border: 'none',
    borderRadius: '3px',
    background: 'transparent',
    color: 'var(--accent)',
    cursor: 'pointer',
  },
  '.sw-rest button:hover': { textDecoration: 'underline' },
  '.sw-rest button:focus-visible': { outline: '2px solid var(--accent)' },
});
