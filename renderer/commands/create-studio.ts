import type { Host } from '../host/host';
import type { SpellerPort } from '../spelling/spell-protocol';
import { Speller } from '../spelling/speller';
import { AfterPaint } from '../state/after-paint';
import { Buffers, type ExtensionFactory } from '../state/buffers';
import { type ArrivedReport, withReports } from '../state/checks-slice';
import { createStudioStore, update } from '../state/studio-state';
import { changedTab, isLost, tabOf, unsavedCount } from '../state/tabs-slice';
import { Checker, type CheckerPort } from '../workers/checker';
import { Searcher, type SearchPort } from '../workers/searcher';
import { BufferChecks } from './checking';
import { Debounced } from './debounce';
import { Journal } from './journal';
import { notify } from './notify';
import { keepPreferences, shownReport } from './preferences';
import { watchSearch } from './search';
import { writeSession } from './session';
import { keepSpelling } from './spelling';
import { StandardKeeper } from './standard';
import type { Studio } from './studio';

/** The session is written when nothing moved for this long, in milliseconds. */
const SESSION_PAUSE = 800;
/** While one types, what the status line says of the cursor follows in pauses, and at the latest after `CURSOR_MOST`. In milliseconds. */
const CURSOR_PAUSE = 120;
const CURSOR_MOST = 600;

export interface StudioOptions {
  readonly host: Host;
  readonly connectChecker: () => CheckerPort;
  /** A worker when left out. */
  readonly connectSearcher?: () => SearchPort;
  readonly connectSpeller: () => SpellerPort;
  readonly loadExtensions: () => Promise<ExtensionFactory>;
}

/** Puts the parts of one window together and keeps them in step. */
export function createStudio({
  host,
  connectChecker,
  connectSearcher,
  connectSpeller,
  loadExtensions,
}: StudioOptions): Studio {
  const store = createStudioStore();
  let factory: ExtensionFactory | null = null;
  const buffers = new Buffers(
    () => {
      if (!factory) throw new Error('A buffer was opened before the editor was loaded');
      return factory;
    },
    () => studio.folds,
  );
  const shown = (arrived: ArrivedReport): ArrivedReport => ({
    ...arrived,
    report: shownReport(arrived.report, store.getState().app.settings.remarks),
  });
  const checker = new Checker(
    connectChecker,
    (message) => {
      if (message.type === 'standard') {
        void standard.offered(message.offer);
        return;
      }
      update(store, 'checks', (checks) =>
        message.type === 'kinds'
          ? {
              ...checks,
              kinds: new Map(message.kinds.map((kind) => [kind.id, kind])),
              rules: new Map(message.rules.map((rule) => [rule.id, rule])),
              remarks: new Map(message.remarks.map((remark) => [remark.id, remark])),
            }
          : { ...withReports(checks, message.reports.map(shown)), progress: message.progress },
      );
    },
    (failure) => update(store, 'checks', (checks) => ({ ...checks, failure, progress: null })),
  );
  const speller = new Speller(connectSpeller, (failure) =>
    notify({ store }, 'problem', `Spelling is not checked: ${failure}`),
  );
  const journal = new Journal({
    host,
    buffers,
    kitId: () => {
      const { kit } = store.getState();
      return kit && !kit.readOnly ? kit.kitId : null;
    },
    baseHash: (path) => tabOf(store.getState().tabs, path)?.baseHash ?? null,
    onFailure: (message) => notify({ store }, 'problem', `Unsaved text could not be kept safe: ${message}`),
  });
  const standard = new StandardKeeper(() => studio);
  const studio: Studio = {
    host,
    store,
    buffers,
    checker,
    searcher: new Searcher(connectSearcher),
    speller,
    journal,
    standard,
    typed: new Set(),
    loadEditor: async () => {
      factory ??= await loadExtensions();
    },
    editor: null,
    preview: null,
    previewPlaces: new Map(),
    folds: null,
  };
  keepInStep(studio);
  keepSpelling(studio);
  keepPreferences(studio);
  return studio;
}

function keepInStep(studio: Studio): void {
  const { store, buffers, journal, host, typed } = studio;
  const checks = new BufferChecks(() => studio);
  const place = () => placeCursor(studio, store.getState().tabs.active);
  const cursor = new AfterPaint(place);
  const typing = new Debounced(place, CURSOR_PAUSE, CURSOR_MOST);
  let edited = false;
  const session = new Debounced(() => void writeSession(studio), SESSION_PAUSE);
  watchSearch(studio);

  buffers.subscribe((event) => {
    const { path } = event;
    if (event.kind === 'changed' || event.kind === 'saved') {
      const lost = isLost(tabOf(store.getState().tabs, path)?.conflict ?? null);
      update(store, 'tabs', (tabs) => changedTab(tabs, path, { dirty: lost || buffers.isDirty(path) }));
    }
    if (event.kind === 'changed') {
      edited = true;
      // A text that others changed is replaced as a saved one.
      if (buffers.isDirty(path)) typed.add(path);
      else typed.delete(path);
      journal.changed(path, event.changes);
      checks.changed(path, event.changes, event.version);
    } else if (event.kind === 'opened') {
      if (buffers.isDirty(path)) typed.add(path);
      checks.opened(path);
    } else if (event.kind === 'closed') checks.closed(path);
    else if (event.kind === 'moved') session.call();
    if (event.kind !== 'moved' && event.kind !== 'opened' && event.kind !== 'closed') return;
    if (store.getState().tabs.active === path) {
      // The cursor moves along with what is typed: that is no news worth a picture of its own.
      if (edited) typing.call();
      else cursor.call();
    }
    edited = false;
  });

  store.subscribe((now, before) => {
    if (now.tabs !== before.tabs) {
      const count = unsavedCount(now.tabs);
      if (count !== unsavedCount(before.tabs)) void host.call('window.reportUnsaved', { count });
      if (now.tabs.active !== before.tabs.active) placeCursor(studio, now.tabs.active);
    }
    if (
      now.kit &&
      (now.tabs.order !== before.tabs.order ||
        now.tabs.active !== before.tabs.active ||
        now.layout !== before.layout)
    ) {
      session.call();
    }
    if (!now.kit) session.cancel();
    if (now.kit !== before.kit && !now.kit) checks.reset();
    if (now.kit?.kitId !== before.kit?.kitId) {
      typed.clear();
      studio.standard.reset();
    }
    if (now.overlay !== before.overlay) studio.standard.askWhenFree();
  });
}

function placeCursor({ store, buffers }: Studio, path: string | null): void {
  const state = path === null ? null : buffers.state(path);
  if (path === null || !state) {
    store.setState({ cursor: null });
    return;
  }
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  store.setState({
    cursor: {
      path,
      line: line.number,
      column: main.head - line.from + 1,
      offset: main.head,
      selected: main.to - main.from,
    },
  });
}
