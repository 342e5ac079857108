import type { TextEdit } from '../../shared/rubric/finding';
import { applyEdits } from '../../shared/text/edits/edit';
import { readAndCheck } from './checking';
import { notifyError } from './notify';
import { saveFile } from './saving';
import type { Studio } from './studio';

/**
 * Writes into one of the studio's own files of the kit and has the kit judged by it. `editsOf` makes the edits of its text, which is null without
 * a file; one that is open in a tab is edited and saved there. False when nothing was written, which was then said.
 */
export async function editOwnFile(
  studio: Studio,
  path: string,
  editsOf: (text: string | null) => readonly TextEdit[],
  userEvent: string,
): Promise<boolean> {
  const { store, buffers, host } = studio;
  const { kit } = store.getState();
  if (!kit) return false;
  if (buffers.has(path)) {
    buffers.dispatch(path, {
      changes: editsOf(buffers.text(path)).map(({ from, to, insert }) => ({ from, to, insert })),
      userEvent,
    });
    return saveFile(studio, path);
  }
  const known = await host.call('artifact.read', { kitId: kit.kitId, path });
  if (!known.ok && known.error.code !== 'not-found') {
    notifyError(studio, known.error);
    return false;
  }
  const before = known.ok ? known.value.text : null;
  const after = applyEdits(before ?? '', editsOf(before));
  const request = { kitId: kit.kitId, path, text: after };
  const written = known.ok
    ? await host.call('artifact.save', { ...request, baseHash: known.value.hash })
    : await host.call('artifact.create', request);
  if (!written.ok) {
    notifyError(studio, written.error);
    return false;
  }
  await readAndCheck(studio, kit.kitId, [path]);
  return true;
}
