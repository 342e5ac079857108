import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  highlightSelectionMatches,
  openSearchPanel,
  replaceAll,
  replaceNext,
  SearchQuery,
  search,
  setSearchQuery,
} from '@codemirror/search';
import { type EditorView, type Panel, runScopeHandlers, type ViewUpdate } from '@codemirror/view';
import { searchLook } from './search-look';
import { isSearched, leaveRange, searchRange, searchRangeOf, setSearchRange } from './search-range';

/** Matches that are counted at most; beyond them the count says "many". */
const MOST_COUNTED = 999;

/** Texts up to this length are counted on every change, in UTF-16 units. */
const COUNTED_LENGTH = 1_000_000;

type Toggle = 'caseSensitive' | 'wholeWord' | 'regexp';

/** Find and replace above the text: what is typed is searched at once, Enter goes on, Escape goes back to the text. */
class SearchPanel implements Panel {
  readonly top = true;
  readonly dom: HTMLElement;
  private readonly find = field('search', 'Find');
  private readonly replace = field('replace', 'Replace with');
  private readonly count = document.createElement('span');
  private readonly toggles: Readonly<Record<Toggle, HTMLButtonElement>>;
  private readonly selection = button('selection', '≡', 'In the selection only', () => this.switchRange());
  private query: SearchQuery;

  constructor(private readonly view: EditorView) {
    this.query = getSearchQuery(view.state);
    this.find.setAttribute('main-field', 'true');
    this.count.className = 'sw-search-count';
    this.count.setAttribute('role', 'status');
    this.toggles = {
      caseSensitive: this.toggle('caseSensitive', 'Aa', 'Match case'),
      wholeWord: this.toggle('wholeWord', 'W', 'Whole words'),
      regexp: this.toggle('regexp', '.*', 'Regular expression'),
    };
    const first = row(
      this.find,
      this.count,
      ...Object.values(this.toggles),
      this.selection,
      button('prev', '↑', 'Previous match', () => findPrevious(view)),
      button('next', '↓', 'Next match', () => findNext(view)),
      button('close', '×', 'Close', () => this.close()),
    );
    const second = row(
      this.replace,
      button('replace-one', 'Replace', 'Replace this match', () => replaceNext(view)),
      button('replace-all', 'All', 'Replace all matches', () => replaceAll(view)),
    );
    this.dom = document.createElement('div');
    this.dom.className = 'cm-search';
    this.dom.setAttribute('role', 'search');
    this.dom.setAttribute('aria-label', 'Find and replace');
    this.dom.append(first, ...(view.state.readOnly ? [] : [second]));
    this.dom.addEventListener('keydown', (event) => this.onKey(event));
    for (const input of [this.find, this.replace]) input.addEventListener('input', () => this.commit({}));
    this.show(this.query);
    this.showRange();
  }

  mount(): void {
    this.find.select();
    this.recount();
  }

  update(update: ViewUpdate): void {
    for (const transaction of update.transactions) {
      for (const effect of transaction.effects) {
        if (!effect.is(setSearchQuery) || effect.value.eq(this.query)) continue;
        this.show(effect.value);
        // A query from elsewhere does not know of the part that is searched.
        if (!effect.value.test) queueMicrotask(() => this.commit({}));
      }
    }
    const ranged = searchRangeOf(update.startState) !== searchRangeOf(update.state);
    if (ranged) this.showRange();
    if (update.docChanged || update.selectionSet || ranged) this.recount();
  }

  private show(query: SearchQuery): void {
    this.query = query;
    if (this.find.value !== query.search) this.find.value = query.search;
    if (this.replace.value !== query.replace) this.replace.value = query.replace;
    for (const name of ['caseSensitive', 'wholeWord', 'regexp'] as const) {
      this.toggles[name].setAttribute('aria-pressed', String(query[name]));
    }
  }

  private commit(change: Partial<Record<Toggle, boolean>>): void {
    const { caseSensitive, wholeWord, regexp } = this.query;
    const query = new SearchQuery({
      search: this.find.value,
      replace: this.replace.value,
      caseSensitive,
      wholeWord,
      regexp,
      test: isSearched,
      ...change,
    });
    if (query.eq(this.query)) return;
    this.show(query);
    this.view.dispatch({ effects: setSearchQuery.of(query) });
    this.recount();
  }

  /** Searches only what is selected, until it is pressed again; without a selection, the line at the cursor. */
  private switchRange(): void {
    const { state } = this.view;
    const { from, to, empty } = state.selection.main;
    const line = state.doc.lineAt(from);
    const range = searchRangeOf(state) ? null : empty ? { from: line.from, to: line.to } : { from, to };
    this.view.dispatch({ effects: setSearchRange.of(range) });
    this.commit({});
    this.find.focus();
  }

  private showRange(): void {
    this.selection.setAttribute('aria-pressed', String(searchRangeOf(this.view.state) !== null));
  }

  private onKey(event: KeyboardEvent): void {
    if (runScopeHandlers(this.view, event, 'search-panel')) event.preventDefault();
    else if (event.key === 'Enter' && event.target === this.find) {
      event.preventDefault();
      (event.shiftKey ? findPrevious : findNext)(this.view);
    } else if (event.key === 'Enter' && event.target === this.replace) {
      event.preventDefault();
      replaceNext(this.view);
    }
  }

  private close(): void {
    leaveRange(this.view);
    closeSearchPanel(this.view);
    this.view.focus();
  }

  private recount(): void {
    const { doc, selection } = this.view.state;
    const broken = this.query.search !== '' && !this.query.valid;
    this.find.setAttribute('aria-invalid', String(broken));
    if (broken) this.count.textContent = 'Not valid';
    else if (this.query.search === '') this.count.textContent = '';
    else if (doc.length > COUNTED_LENGTH) this.count.textContent = '';
    else this.count.textContent = this.countText(selection.main.from);
  }

  private countText(at: number): string {
    const matches = this.query.getCursor(this.view.state);
    let total = 0;
    let current = 0;
    for (let next = matches.next(); !next.done && total <= MOST_COUNTED; next = matches.next()) {
      total++;
      if (next.value.from === at) current = total;
    }
    if (total === 0) return 'None';
    const all = total > MOST_COUNTED ? 'many' : String(total);
    return current > 0 ? `${current} of ${all}` : all;
  }

  private toggle(name: Toggle, sign: string, label: string): HTMLButtonElement {
    return button(name, sign, label, () => this.commit({ [name]: !this.query[name] }));
  }
}

function field(name: string, label: string): HTMLInputElement {
  const input = document.createElement('input');
  input.className = 'cm-textfield';
  input.name = name;
  input.placeholder = label;
  input.setAttribute('aria-label', label);
  return input;
}

function button(name: string, sign: string, label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'cm-button';
  made.name = name;
  made.textContent = sign;
  made.title = label;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', press);
  return made;
}

function row(...parts: readonly HTMLElement[]): HTMLElement {
  const made = document.createElement('div');
  made.className = 'sw-search-row';
  made.append(...parts);
  return made;
}

/** Opens the panel for what is selected, with the cursor in the replacement; without anything to look for, in that. */
export function openReplace(view: EditorView): boolean {
  openSearchPanel(view);
  const field = view.dom.querySelector<HTMLInputElement>('.cm-search [name=replace]');
  if (getSearchQuery(view.state).search === '' || !field) return true;
  field.focus();
  field.select();
  return true;
}

/** Find and replace, and quiet marks on other uses of the selected word. */
export const searchPanel = [
  search({ top: true, createPanel: (view) => new SearchPanel(view) }),
  highlightSelectionMatches({ minSelectionLength: 3 }),
  searchRange,
  searchLook,
];
