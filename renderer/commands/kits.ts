import type { Answer } from '../../shared/ipc/contract';
import type { OpenedKit } from '../../shared/ipc/payloads';
import { initialChecks } from '../state/checks-slice';
import { type KitState, openedKit } from '../state/kit-slice';
import { initialLearning } from '../state/screen-slice';
import { update } from '../state/studio-state';
import { activated, initialTabs, newTab } from '../state/tabs-slice';
import { checkKit } from './checking';
import { openFile, recoverFile } from './files';
import { notify, notifyError } from './notify';
import { readLearning } from './packet';
import { recoveredTabs } from './recovering';
import { restoredLayout, restoredPanes, restoreRecent, writeSession } from './session';
import { expectTabs, restorePlaces, type SessionTab } from './session-places';
import type { Studio } from './studio';

export async function refreshRecents(studio: Studio): Promise<void> {
  const answer = await studio.host.call('recent.list', {});
  if (answer.ok) update(studio.store, 'app', (app) => ({ ...app, recents: answer.value.kits }));
  else notifyError(studio, answer.error);
}

export async function forgetRecent(studio: Studio, id: string): Promise<void> {
  const answer = await studio.host.call('recent.forget', { id });
  if (answer.ok) update(studio.store, 'app', (app) => ({ ...app, recents: answer.value.kits }));
  else notifyError(studio, answer.error);
}

export const openFolder = (studio: Studio) =>
  opening(studio, () => studio.host.call('kit.chooseFolder', {}), false);
export const openExample = (studio: Studio) =>
  opening(studio, () => studio.host.call('kit.openExample', {}), true);
export const openRecent = (studio: Studio, id: string) =>
  opening(studio, () => studio.host.call('kit.openRecent', { id }), false);
export const newPacket = (studio: Studio, content: 'blank' | 'example') =>
  opening(studio, () => studio.host.call('kit.createFromStarter', { content }), false);

/** Shows a kit that was opened on the way of something else. */
export const enterOpened = (studio: Studio, opened: OpenedKit) => enterKit(studio, openedKit(opened, false));

async function opening(
  studio: Studio,
  ask: () => Promise<Answer<OpenedKit | null>>,
  isExample: boolean,
): Promise<boolean> {
  const { store } = studio;
  if (store.getState().opening) return false;
  store.setState({ opening: true });
  try {
    const answer = await ask();
    if (!answer.ok) {
      notifyError(studio, answer.error);
      await refreshRecents(studio);
      return false;
    }
    if (!answer.value) return false;
    await enterKit(studio, openedKit(answer.value, isExample));
    return true;
  } finally {
    store.setState({ opening: false });
  }
}

/** Leaves the open kit, if any, and shows another: the list at once, tabs and checks behind it. */
async function enterKit(studio: Studio, kit: KitState): Promise<void> {
  const { store, host } = studio;
  if (store.getState().kit) await leaveKit(studio, kit.kitId);
  const { kinds } = store.getState().checks;
  store.setState({
    kit,
    tabs: initialTabs,
    cursor: null,
    checks: { ...initialChecks, kinds },
    usesOf: null,
    screen: null,
    learning: initialLearning,
    overlay: null,
  });
  for (const notice of kit.listing.notices) {
    notify(
      studio,
      'problem',
      notice.message,
      notice.path === undefined ? null : { path: notice.path, line: notice.line ?? null },
    );
  }
  void checkKit(studio, kit);
  void readLearning(studio);
  const [session, kept] = await Promise.all([
    host.call('session.read', { kitId: kit.kitId }),
    kit.readOnly ? null : host.call('journal.list', { kitId: kit.kitId }),
  ]);
  if (store.getState().kit?.kitId !== kit.kitId) return;
  const remembered = session.ok ? session.value : null;
  update(store, 'layout', (layout) => restoredLayout(layout, remembered));
  const entries = new Map((kept?.ok ? kept.value.entries : []).map((entry) => [entry.path, entry]));
  restoreRecent(studio, remembered);
  const there = (path: string) => kit.files.has(path) || entries.has(path);
  const tabs = remembered?.tabs.filter((tab) => there(tab.path)) ?? [];
  // The file one was in may be gone.
  const active = remembered?.active != null && there(remembered.active) ? remembered.active : tabs[0]?.path;
  const first = active ?? [...entries.keys()][0] ?? firstFile(kit);
  for (const path of entries.keys())
    if (!tabs.some((tab) => tab.path === path)) tabs.push({ path, cursor: 0, scroll: 0 });
  if (first !== null && !tabs.some((tab) => tab.path === first) && kit.files.has(first))
    tabs.push({ path: first, cursor: 0, scroll: 0 });
  const restore = async (tab: SessionTab) => {
    const { path, cursor, scroll } = tab;
    const entry = entries.get(path);
    const options = { cursor, scroll, activate: false };
    await (entry ? recoverFile(studio, path, entry, options) : openFile(studio, path, options));
    restorePlaces(studio, tab);
  };
  expectTabs(studio, tabs);
  const recent = (remembered?.recent ?? []).filter((path) => tabs.some((tab) => tab.path === path));
  update(store, 'tabs', (now) => ({ ...now, recent, order: tabs.map(({ path }) => newTab(path)) }));
  if (first !== null) update(store, 'tabs', (now) => activated(now, first));
  update(store, 'tabs', (now) => restoredPanes(now, remembered));
  // The file one looks at first, then the others.
  const shown = tabs.find((tab) => tab.path === first);
  if (shown) await restore(shown);
  // Whoever comes back goes on writing; who looks at a kit for the first time looks around.
  if (shown && shown.path === remembered?.active && !isBusyElsewhere()) studio.buffers.enter(shown.path);
  await Promise.all(tabs.filter((tab) => tab !== shown).map(restore));
  tellRecovered(studio);
}

/** True when something in the page has the focus already. */
function isBusyElsewhere(): boolean {
  return typeof document === 'undefined' || (document.activeElement ?? document.body) !== document.body;
}

/** Several texts of an earlier run at once are worth more than a line above the one that is shown. */
function tellRecovered(studio: Studio): void {
  const count = recoveredTabs(studio.store.getState().tabs.order).length;
  if (count > 1)
    notify(
      studio,
      'info',
      `Unsaved texts of ${count} files were put back into their tabs. Above each you can compare it with the disk, keep or discard it.`,
    );
}

/** Closes the open kit and shows the welcome screen. Unsaved text stays in the journal and comes back with the kit. */
export async function closeKit(studio: Studio): Promise<void> {
  await leaveKit(studio, null);
  const { kinds } = studio.store.getState().checks;
  studio.store.setState({
    kit: null,
    tabs: initialTabs,
    cursor: null,
    checks: { ...initialChecks, kinds },
    usesOf: null,
    screen: null,
    learning: initialLearning,
    overlay: null,
  });
  await refreshRecents(studio);
}

async function leaveKit(studio: Studio, next: string | null): Promise<void> {
  const { store, host, journal, checker, buffers } = studio;
  const { kit, tabs } = store.getState();
  if (!kit) return;
  await Promise.all([journal.flush(), writeSession(studio)]);
  checker.stop();
  journal.reset();
  // Without a kit first: a buffer that closes would otherwise be checked again from disk.
  store.setState({ kit: null });
  for (const tab of tabs.order) buffers.close(tab.path);
  studio.previewPlaces.clear();
  if (kit.kitId !== next) await host.call('kit.close', { kitId: kit.kitId });
}

/** What a kit shows when it is opened the first time: its longest RFC, else its first prose. */
function firstFile(kit: KitState): string | null {
  const texts = kit.listing.files.filter(
    (file) => file.state === 'text' && !/(?:^|\/)templates\//.test(file.path),
  );
  const prose = texts.filter((file) => /\.md$/i.test(file.path));
  const rfcs = prose
    .filter((file) => /(?:^|\/)rfc-[^/]*\.md$/i.test(file.path))
    .sort((a, b) => b.size - a.size);
  const found =
    rfcs[0] ??
    prose.find((file) => !/(?:^|\/)(?:readme|license|changelog)\b/i.test(file.path)) ??
    prose[0] ??
    texts[0];
  return found?.path ?? null;
}
