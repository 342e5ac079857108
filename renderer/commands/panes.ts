import type { PaneCommandId } from '../../shared/pane-commands';
import { focused, isSplit, joined, movedAcross, openedBeside } from '../state/editor-panes';
import { isShown, type Side, type Switch, switched, withSide } from '../state/layout-slice';
import { update } from '../state/studio-state';
import { otherPane, standsIn, tabOf } from '../state/tabs-slice';
import { askWhatToCompareWith } from './compare';
import { copySectionAsStart } from './copy-section';
import { openFile } from './files';
import { notify } from './notify';
import { focusRegion } from './regions';
import type { Studio } from './studio';
import type { Target } from './target';

/** Shows a side of the window or hides it. */
export const toggleSide =
  (side: Side) =>
  ({ store }: Studio): void =>
    update(store, 'layout', (layout) => withSide(layout, side, !isShown(layout, side)));

export const toggleSwitch =
  (name: Switch) =>
  ({ store }: Studio): void =>
    update(store, 'layout', (layout) => switched(layout, name));

/** The same for one of two that exclude each other. */
const toggleOneOf =
  (name: Switch, other: Switch) =>
  ({ store }: Studio): void =>
    update(store, 'layout', (layout) => switched(switched(layout, name), other, false));

/** Opens a file in the other editor pane, which is made when there is none; a file that is open is then shown twice. */
export async function openBeside(studio: Studio, path: string): Promise<void> {
  const { store, buffers } = studio;
  if (store.getState().tabs.active === null) {
    await openFile(studio, path, { focus: true });
    return;
  }
  update(store, 'layout', (layout) => withSide(layout, 'editor', true));
  const { tabs: before } = store.getState();
  const pane = otherPane(before.focus);
  const tab = tabOf(before, path);
  // A second view begins where the first one is, wherever one of an hour ago ended.
  if (tab && !standsIn(tab, pane)) buffers.places(path)?.forget(pane);
  update(store, 'tabs', (tabs) => openedBeside(tabs, path));
  if (buffers.has(path)) focusPaneSoon(studio);
  else await openFile(studio, path, { focus: true });
}

/** Moves the active tab to the other editor pane, which is made when there is none. */
export function moveTab(studio: Studio, target: Target): void {
  const { tabs } = studio.store.getState();
  const after = movedAcross(tabs, target.path ?? tabs.active);
  if (after === tabs)
    notify(
      studio,
      'info',
      'This is the only open file. Open another one, or show this one twice with “Open to the Side”.',
    );
  studio.store.setState({ tabs: after });
  focusPaneSoon(studio);
}

export function joinPanes(studio: Studio): void {
  update(studio.store, 'tabs', joined);
  focusPaneSoon(studio);
}

/** Goes to the text in the other editor pane; with one pane, to the text. */
export function goToOtherPane(studio: Studio): void {
  const { store } = studio;
  if (isSplit(store.getState().tabs))
    update(store, 'tabs', (tabs) => focused(tabs, tabs.focus === 'main' ? 'side' : 'main'));
  focusPaneSoon(studio);
}

/** Puts the cursor into the text of the pane in use, which may just have been made, or have changed what it shows. */
export function focusPaneSoon(studio: Studio): void {
  afterFrame(() => focusPane(studio));
}

/** Puts the cursor into the text of the pane in use. */
function focusPane({ store }: Studio): void {
  const pane = document.querySelector('[data-in-use="true"]');
  const text = pane?.querySelector<HTMLElement>('.cm-content');
  if (text) text.focus();
  else if (store.getState().tabs.active === null) focusRegion(document, 1);
}

/** A pane that was just made is in the page a moment later. */
function afterFrame(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work));
}

/** What the commands of the panes do. */
export const PANE_BEHAVIOURS: Readonly<Record<PaneCommandId, (studio: Studio, target: Target) => unknown>> = {
  'view.navigator': toggleSide('navigator'),
  'view.editor': toggleSide('editor'),
  'view.companion': toggleSide('companion'),
  'view.companionBelow': toggleSwitch('companion-below'),
  'view.panesBeside': toggleSwitch('companion-beside'),
  'view.openBeside': (studio, target) => {
    const path = target.path ?? studio.store.getState().tabs.active;
    return path === null ? undefined : openBeside(studio, path);
  },
  'view.moveTab': moveTab,
  'view.compare': (studio, target) => {
    const path = target.path ?? studio.store.getState().tabs.active;
    if (path !== null) askWhatToCompareWith(studio, path);
  },
  'view.editorsStacked': toggleSwitch('editors-stacked'),
  'view.joinPanes': joinPanes,
  'view.focusMode': (studio) => {
    update(studio.store, 'layout', (layout) => switched(withSide(layout, 'editor', true), 'focus'));
    focusPaneSoon(studio);
  },
  'view.typewriter': toggleSwitch('typewriter'),
  'view.dim': toggleOneOf('dim', 'dim-sentences'),
  'view.dimSentences': toggleOneOf('dim-sentences', 'dim'),
  'go.otherPane': goToOtherPane,
  'packet.copySection': (studio) => copySectionAsStart(studio),
};
