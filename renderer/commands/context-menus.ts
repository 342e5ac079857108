import { type CommandId, commandById } from '../../shared/commands';
import { shownTab } from '../state/editor-panes';
import { update } from '../state/studio-state';
import type { PaneId } from '../state/tabs-slice';
import { notifyError } from './notify';
import { isEnabled, runCommand } from './run-command';
import type { Studio } from './studio';
import type { Target } from './target';

/** Places that have a menu; pages mark them with `data-menu`. */
export type MenuPlace = 'editor' | 'tab' | 'file' | 'folder' | 'finding' | 'preview' | 'field';

/** The menu of each place: groups of commands from the one table. */
export const MENUS: Readonly<Record<MenuPlace, readonly (readonly CommandId[])[]>> = {
  editor: [
    ['edit.cut', 'edit.copy', 'edit.copyRich', 'edit.paste', 'edit.pastePlain'],
    ['edit.selectAll'],
    ['go.definition', 'go.showDefinition', 'go.uses', 'edit.rename'],
    ['edit.complete', 'edit.spelling', 'finding.fix', 'finding.waive'],
    ['view.openBeside', 'view.compare'],
  ],
  tab: [
    ['file.save', 'file.close', 'file.closeOthers', 'file.reopenClosed'],
    ['view.openBeside', 'view.moveTab', 'view.compare'],
    ['file.copyPath'],
  ],
  file: [
    ['view.openBeside', 'view.compare'],
    ['file.new', 'file.newFolder', 'file.duplicate'],
    ['file.rename', 'file.delete'],
    ['file.copyPath', 'file.reveal'],
  ],
  folder: [
    ['file.new', 'file.newFolder'],
    ['file.rename', 'file.delete'],
    ['file.copyPath', 'file.reveal'],
  ],
  finding: [['finding.fix', 'finding.waive'], ['finding.copy']],
  preview: [
    ['edit.copy', 'edit.copyRich', 'edit.copyLink'],
    ['go.source', 'view.findInPreview'],
    ['view.syncScroll', 'view.pages'],
  ],
  field: [['edit.undo', 'edit.redo'], ['edit.cut', 'edit.copy', 'edit.paste'], ['edit.selectAll']],
};

/** Opens the menu of what was clicked, or of what is in focus when the menu key or Shift+F10 was pressed. Returns the function that ends it. */
export function watchContextMenus(studio: Studio): () => void {
  const onMenu = (event: MouseEvent) => {
    // Misspelt words have a menu of their own.
    if (event.defaultPrevented) return;
    const target = event.target instanceof Element ? event.target : null;
    const spot = target && spotOf(studio, target);
    if (!target || !spot) return;
    // Over a dialog only its fields have one: commands wait for the dialog.
    if (studio.store.getState().overlay && spot.place !== 'field') return;
    event.preventDefault();
    const byKey = event.button !== 2 && !event.ctrlKey;
    const { x, y } = byKey ? placeOfFocus(target) : { x: event.clientX, y: event.clientY };
    void openMenu(studio, spot.place, spot.target, x, y);
  };
  // A Mac has no key for it, and its engine makes no event of Shift+F10.
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F10' || !event.shiftKey || studio.store.getState().app.info?.platform !== 'darwin')
      return;
    event.preventDefault();
    event.target?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
  };
  document.addEventListener('contextmenu', onMenu);
  document.addEventListener('keydown', onKey);
  return () => {
    document.removeEventListener('contextmenu', onMenu);
    document.removeEventListener('keydown', onKey);
  };
}

/** Shows a menu and runs what is chosen in it. */
export async function openMenu(
  studio: Studio,
  place: MenuPlace,
  target: Target,
  x: number,
  y: number,
): Promise<void> {
  const state = studio.store.getState();
  const groups = MENUS[place]
    .map((ids) =>
      ids.flatMap((id) => {
        const command = commandById(id);
        return command ? [{ id, enabled: isEnabled(command, state, target) }] : [];
      }),
    )
    .filter((group) => group.length > 0);
  const at = (pixels: number) => Math.max(0, Math.round(pixels));
  const answer = await studio.host.call('menu.popup', { x: at(x), y: at(y), groups });
  if (!answer.ok) notifyError(studio, answer.error);
  else if (answer.value.id !== null) await runCommand(studio, answer.value.id as CommandId, target);
}

function spotOf(
  studio: Studio,
  element: Element,
): { readonly place: MenuPlace; readonly target: Target } | null {
  if (element.closest('input, textarea')) return { place: 'field', target: {} };
  if (element.closest('.cm-content')) return { place: 'editor', target: {} };
  const marked = element.closest<HTMLElement>('[data-menu]');
  const { menu, menuPath: path, menuPane: pane } = marked?.dataset ?? {};
  if (menu === 'tab' && path !== undefined) {
    // What the menu is about is what one sees.
    update(studio.store, 'tabs', (tabs) => shownTab(tabs, path, pane as PaneId));
    return { place: 'tab', target: { path } };
  }
  if (menu === 'finding' && path !== undefined) {
    const { menuFinding, menuFrom } = marked?.dataset ?? {};
    const finding = studio.store
      .getState()
      .checks.reports.get(path)
      ?.findings.find(({ id, span }) => id === menuFinding && String(span.from) === menuFrom);
    return finding ? { place: 'finding', target: { path, finding } } : null;
  }
  const row = element.closest<HTMLElement>('[data-menu="files"] [role="row"][data-key]')?.dataset['key'];
  if (row !== undefined)
    return {
      place: studio.store.getState().kit?.files.has(row) ? 'file' : 'folder',
      target: { path: row },
    };
  return element.closest('[role="document"]') ? { place: 'preview', target: {} } : null;
}

/** Where a menu that was asked for by keyboard opens: below the cursor of a text, else at what is in focus. */
function placeOfFocus(element: Element): { readonly x: number; readonly y: number } {
  const cursor = element.closest('.cm-editor')?.querySelector('.cm-cursor-primary');
  const box = (cursor ?? document.activeElement ?? element).getBoundingClientRect();
  return cursor
    ? { x: box.left, y: box.bottom + 2 }
    : { x: box.left + Math.min(24, box.width / 2), y: box.top + Math.min(box.height, 24) };
}

/** Marks an element as a finding, for its menu. */
export function findingMenu(finding: {
  readonly id: string;
  readonly path: string;
  readonly span: { readonly from: number };
}): Readonly<Record<`data-menu${string}`, string>> {
  return {
    'data-menu': 'finding',
    'data-menu-path': finding.path,
    'data-menu-finding': finding.id,
    'data-menu-from': String(finding.span.from),
  };
}
