import { folderOf } from '../../shared/domain/kit-path';
import type { FileCommandId } from '../../shared/file-commands';
import type { FileDialog } from '../state/overlay-slice';
import { deleteFile, refusedReadOnly, undoFileChange } from './file-changes';
import { notify, notifyError } from './notify';
import type { Studio } from './studio';
import type { Target } from './target';

/** The row of the file tree that has the focus; null when the focus is elsewhere. */
export function focusedRow(): string | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-menu="files"] [role="row"][data-key]');
  return row?.dataset['key'] ?? null;
}

/** What a command on a file is about: what its menu was opened on, what the file tree is at, else the open file. */
function pathOf(studio: Studio, target: Target): string | null {
  return target.path ?? focusedRow() ?? studio.store.getState().tabs.active;
}

/** The folder that something new goes to: the one at hand, or that of the file at hand. */
function folderFor(studio: Studio, target: Target): string {
  const path = pathOf(studio, target);
  const { kit } = studio.store.getState();
  if (path === null || !kit) return '';
  return kit.files.has(path) || !kit.listing.folders.includes(path) ? folderOf(path) : path;
}

const ask =
  (mode: FileDialog['mode']) =>
  (studio: Studio, target: Target): void => {
    if (refusedReadOnly(studio)) return;
    const path = mode === 'new' || mode === 'folder' ? folderFor(studio, target) : pathOf(studio, target);
    if (path === null) notify(studio, 'info', 'Choose a file first, in the file tree or by opening it.');
    else studio.store.setState({ overlay: { kind: 'file', mode, path } });
  };

/** What commands on files as a whole do. */
export const FILE_BEHAVIOURS: Readonly<Record<FileCommandId, (studio: Studio, target: Target) => unknown>> = {
  'file.new': ask('new'),
  'file.newFolder': ask('folder'),
  'file.rename': ask('rename'),
  'file.duplicate': (studio, target) => {
    const path = pathOf(studio, target);
    if (path !== null && !studio.store.getState().kit?.files.has(path))
      notify(studio, 'info', 'Folders are duplicated in the file manager.');
    else ask('duplicate')(studio, target);
  },
  'file.delete': (studio, target) => {
    const path = pathOf(studio, target);
    return path === null ? undefined : deleteFile(studio, path);
  },
  'file.reveal': async (studio, target) => {
    const path = pathOf(studio, target);
    const { kit } = studio.store.getState();
    if (!kit || path === null) return;
    const answer = await studio.host.call('file.reveal', { kitId: kit.kitId, path });
    if (!answer.ok) notifyError(studio, answer.error);
  },
  'file.undoChange': undoFileChange,
};
