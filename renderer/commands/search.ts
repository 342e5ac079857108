import { fileFilter } from '../../shared/text/search/file-filter';
import { compileQuery } from '../../shared/text/search/query';
import { type KitState, textPaths } from '../state/kit-slice';
import {
  countOf,
  initialSearch,
  SEARCH_STEP,
  type SearchedFile,
  type SearchFields,
  type SearchResults,
  type SearchState,
  sameQuery,
  sameSearch,
  withFields,
  withResults,
} from '../state/search-slice';
import { type StudioState, update } from '../state/studio-state';
import { tabOf } from '../state/tabs-slice';
import { Debounced } from './debounce';
import { notify } from './notify';
import type { Studio } from './studio';

/** A query is looked for this long after the last key, in milliseconds. */
const IDLE = 180;
/** Results of a kit that is being written in are brought up to date this long after it was checked, and at the latest after `MOST`. */
const SETTLE = 400;
const MOST = 3000;
/** Results show at most this often while a search runs. */
const SHOWN_EVERY = 120;
/** Texts are read in messages of about this many bytes: the first results come soon. */
const BATCH = 1024 * 1024;
/** A selection that is longer is no query. */
const LONGEST_SELECTION = 200;

/** Keeps the results in step with the query, with what is typed and with what other programs write. */
export function watchSearch(studio: Studio): void {
  const { store } = studio;
  const asked = new Debounced(() => void runSearch(studio), IDLE);
  const moved = new Debounced(() => void runSearch(studio), SETTLE, MOST);
  store.subscribe((now, before) => {
    if (now.kit?.kitId !== before.kit?.kitId) {
      asked.cancel();
      moved.cancel();
      update(store, 'search', () => initialSearch);
      return;
    }
    if (!sameSearch(now.search, before.search)) asked.call();
    else if (isWatched(now) && (now.checks.reports !== before.checks.reports || now.kit !== before.kit))
      moved.call();
    else if (isWatched(now) && !isWatched(before)) moved.call();
  });
}

/** Results that nobody sees are not kept up to date. */
function isWatched({ layout, search, kit }: StudioState): boolean {
  return kit !== null && layout.navigator === 'search' && search.status !== 'idle';
}

export function changeSearch({ store }: Studio, fields: Partial<SearchFields>): void {
  update(store, 'search', (search) => withFields(search, fields));
}

export function searchMore({ store }: Studio): void {
  update(store, 'search', (search) => ({ ...search, limit: search.limit + SEARCH_STEP }));
}

/** Shows the search; a short selection in the editor is what is looked for. */
export function findInKit(studio: Studio, replacing = false): void {
  const { store, buffers } = studio;
  const { kit, tabs } = store.getState();
  if (replacing && kit?.readOnly) {
    notify(studio, 'info', `${kit.name} is read-only. Copy it into a packet of your own to replace in it.`);
  }
  const state = tabs.active === null ? null : buffers.state(tabs.active);
  const inEditor = document.activeElement?.closest('.cm-editor') != null;
  const { from = 0, to = 0 } = state?.selection.main ?? {};
  const selected = inEditor && to - from <= LONGEST_SELECTION ? (state?.sliceDoc(from, to) ?? '') : '';
  const text = selected !== '' && !selected.includes('\n') ? { text: selected, regex: false } : {};
  changeSearch(studio, { ...text, replacing: replacing && kit?.readOnly !== true });
  update(store, 'layout', (layout) => ({ ...layout, navigator: 'search' }));
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLInputElement>('[data-region="Navigator"] [data-search-text]');
    field?.focus();
    field?.select();
  });
}

/** The latest search of each studio: one that was overtaken stops at its next file. */
const runs = new WeakMap<Studio, { readonly search: SearchState }>();

/** Looks through all texts of the kit, open ones as they stand in the editor. */
export async function runSearch(studio: Studio): Promise<void> {
  const { store } = studio;
  const { search, kit } = store.getState();
  const before = runs.get(studio);
  const run = { search };
  runs.set(studio, run);
  // The same once more: what is shown stays until all of it is known anew.
  const again = before !== undefined && search.files.length > 0 && sameQuery(before.search, search);
  const current = () => runs.get(studio) === run && store.getState().kit?.kitId === kit?.kitId;
  const nothing = { files: [], slow: [], unread: [], more: false, status: 'idle' } as const;
  const compiled = compileQuery(search);
  if (!kit || search.text === '' || !compiled.ok) {
    const error = search.text === '' || compiled.ok ? null : compiled.reason;
    update(store, 'search', (now) => ({ ...withResults(now, nothing), error }));
    return;
  }
  if (!again) update(store, 'search', (now) => ({ ...now, status: 'running', error: null }));
  const found = new Found(search.limit);
  let shown = performance.now();
  for (const paths of batches(kit, fileFilter(search.include, search.exclude))) {
    const texts = await read(studio, kit.kitId, paths);
    for (const path of paths) {
      if (!current()) return;
      const text = texts.get(path);
      if (text === undefined) found.unread.push(path);
      else await look(studio, found, path, text, search);
      if (found.full) break;
      if (again || performance.now() - shown < SHOWN_EVERY || !current()) continue;
      shown = performance.now();
      update(store, 'search', (now) => withResults(now, found.results('running')));
    }
    if (found.full) break;
  }
  if (!current()) return;
  finished.set(studio, search);
  update(store, 'search', (now) => withResults(now, found.results('done')));
}

/** What the results that are shown were found by. */
const finished = new WeakMap<Studio, SearchState>();

/** True when the results that are shown are those of the fields as they are now. */
export function isUpToDate(studio: Studio): boolean {
  const by = finished.get(studio);
  return by !== undefined && sameSearch(by, studio.store.getState().search);
}

class Found {
  readonly files: SearchedFile[] = [];
  readonly slow: string[] = [];
  readonly unread: string[] = [];
  more = false;

  constructor(private readonly limit: number) {}

  get left(): number {
    return this.limit - countOf(this.files);
  }

  /** Nothing more can be taken, and there is more. */
  get full(): boolean {
    return this.more;
  }

  results(status: 'running' | 'done'): SearchResults {
    const { files, slow, unread, more } = this;
    return { files: [...files], slow: [...slow], unread: [...unread], more, status };
  }
}

async function look(
  studio: Studio,
  found: Found,
  path: string,
  text: string,
  search: SearchState,
): Promise<void> {
  const { kit, tabs } = studio.store.getState();
  const { matchCase, wholeWord, regex } = search;
  const answer = await studio.searcher.search({
    text,
    query: { text: search.text, matchCase, wholeWord, regex },
    replacement: search.replacing ? search.replacement : null,
    limit: found.left,
  });
  if (answer.kind === 'slow') {
    found.slow.push(path);
    return;
  }
  const { matches, more } = answer.found;
  const readOnly =
    kit?.readOnly === true || tabOf(tabs, path)?.readOnly === true || kit?.files.get(path)?.readOnly === true;
  if (matches.length > 0) found.files.push({ path, text, readOnly, matches });
  if (more) found.more = true;
}

/** Texts by path; one that cannot be read is left out. */
async function read(
  { host, buffers }: Studio,
  kitId: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const closed = paths.filter((path) => !buffers.has(path));
  const answer = closed.length > 0 ? await host.call('kit.readMany', { kitId, paths: closed }) : null;
  const texts = new Map<string, string>();
  if (answer?.ok)
    for (const { path, text } of answer.value.files) if (text !== undefined) texts.set(path, text);
  // After the wait: what was typed meanwhile counts.
  for (const path of paths) {
    const open = buffers.text(path);
    if (open !== null) texts.set(path, open);
  }
  return texts;
}

function* batches(kit: KitState, wanted: (path: string) => boolean): Generator<readonly string[]> {
  let batch: string[] = [];
  let size = 0;
  for (const path of textPaths(kit.listing)) {
    if (!wanted(path)) continue;
    const length = kit.files.get(path)?.size ?? 0;
    if (size > 0 && size + length > BATCH) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(path);
    size += length;
  }
  if (batch.length > 0) yield batch;
}
