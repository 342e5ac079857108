import { isolateHistory } from '@codemirror/commands';
import { fileName } from '../../shared/domain/kit-path';
import type { Version } from '../../shared/ipc/payloads';
import { tabOf } from '../state/tabs-slice';
import { changesBetween } from '../state/text-change';
import { takeIn } from './file-changes';
import { openFile } from './files';
import { notify, notifyError } from './notify';
import { saveAll } from './saving';
import type { Studio } from './studio';
import { momentWords } from './time-words';

/** The older versions of a file, the newest first; null when they cannot be read, which the user was told. */
export async function versionsOf(studio: Studio, path: string): Promise<readonly Version[] | null> {
  const { kit } = studio.store.getState();
  if (!kit || kit.readOnly) return [];
  const answer = await studio.host.call('history.versions', { kitId: kit.kitId, path });
  if (answer.ok) return [...answer.value.versions].reverse();
  notifyError(studio, answer.error);
  return null;
}

/** The text of a version; null when it cannot be read, which the user was told. */
export async function versionText(studio: Studio, path: string, hash: string): Promise<string | null> {
  const { kit } = studio.store.getState();
  if (!kit) return null;
  const answer = await studio.host.call('history.read', { kitId: kit.kitId, path, hash });
  if (answer.ok) return answer.value.text;
  notifyError(studio, answer.error);
  return null;
}

/** Shows a version beside the text as it is now. */
export async function compareWithVersion(
  studio: Studio,
  path: string,
  { hash, at }: Pick<Version, 'hash' | 'at'>,
): Promise<void> {
  if (!(await opened(studio, path))) return;
  studio.store.setState({ overlay: { kind: 'comparison', path, other: { kind: 'version', hash, at } } });
}

/** Shows two versions beside each other, the older one first, whichever of them was chosen first. */
export async function compareVersions(
  studio: Studio,
  path: string,
  versions: readonly [Version, Version],
): Promise<void> {
  if (!(await opened(studio, path))) return;
  const [older, newer] = [...versions].sort((a, b) => a.at - b.at) as [Version, Version];
  const compared = ({ hash, at }: Version) => ({ kind: 'version', hash, at }) as const;
  studio.store.setState({
    overlay: { kind: 'comparison', path, other: compared(older), mine: compared(newer) },
  });
}

/** Makes an open file read as a version did: one step that undo takes back, and that is not saved yet. */
export async function restoreVersion(
  studio: Studio,
  path: string,
  { hash, at }: Pick<Version, 'hash' | 'at'>,
): Promise<void> {
  if (!(await writable(studio, path))) return;
  const text = await versionText(studio, path, hash);
  const now = studio.buffers.text(path);
  if (text === null || now === null) return;
  const changes = changesBetween(now, text);
  if (changes.length === 0) {
    notify(studio, 'info', `${fileName(path)} reads like that already.`);
    return;
  }
  put(studio, path, changes);
  notify(
    studio,
    'good',
    `${fileName(path)} reads as it did ${momentWords(at, Date.now())}. Undo takes it back; it is not saved yet.`,
  );
}

/** Brings one section of a version back, as {@link restoreVersion} does the whole. True when it was done. */
export async function restoreSectionOf(
  studio: Studio,
  path: string,
  older: string,
  index: number,
  title: string,
): Promise<boolean> {
  if (!(await writable(studio, path))) return false;
  const now = studio.buffers.text(path);
  if (now === null) return false;
  const { restoreSection } = await import('../../shared/history/restore-section');
  const edit = restoreSection(older, now, index);
  if (!edit) {
    notify(studio, 'info', `“${title}” reads like that already.`);
    return false;
  }
  put(studio, path, [edit]);
  const at = edit.from + (/\S/.exec(edit.insert)?.index ?? 0);
  studio.buffers.reveal(path, { from: at, to: at }, true);
  notify(studio, 'good', `“${title}” is back. Undo takes it back out; it is not saved yet.`);
  return true;
}

function put(
  { buffers }: Studio,
  path: string,
  changes: readonly { readonly from: number; readonly to: number; readonly insert: string }[],
): void {
  buffers.dispatch(path, {
    changes: [...changes],
    annotations: isolateHistory.of('full'),
    userEvent: 'input.restore',
  });
}

async function opened(studio: Studio, path: string): Promise<boolean> {
  if (!studio.buffers.has(path)) await openFile(studio, path, {});
  return studio.buffers.has(path);
}

async function writable(studio: Studio, path: string): Promise<boolean> {
  if (!(await opened(studio, path))) return false;
  const tab = tabOf(studio.store.getState().tabs, path);
  const refusal = tab?.readOnly
    ? 'it is read-only'
    : tab?.conflict
      ? 'it was changed on disk too. Decide about that first'
      : null;
  if (refusal !== null) notify(studio, 'problem', `${fileName(path)} was not changed: ${refusal}.`);
  return refusal === null;
}

/** Gives the state of the whole kit a name, with all that is open saved first. True when it is kept. */
export async function nameMilestone(studio: Studio, name: string): Promise<boolean> {
  const { kit } = studio.store.getState();
  if (!kit || kit.readOnly) return false;
  if (!(await saveAll(studio))) {
    notify(studio, 'problem', `“${name}” was not kept: not every open file could be saved.`);
    return false;
  }
  const answer = await studio.host.call('history.addMilestone', { kitId: kit.kitId, name });
  if (!answer.ok) {
    notifyError(studio, answer.error);
    return false;
  }
  const { left } = answer.value;
  if (left > 0) notify(studio, 'problem', `“${name}” is kept without ${left} files that could not be read.`);
  else notify(studio, 'good', `“${name}” is kept. Its files stay in the history until you remove it.`);
  return true;
}

export async function removeMilestone(studio: Studio, id: string): Promise<void> {
  const { kit } = studio.store.getState();
  if (!kit) return;
  const answer = await studio.host.call('history.removeMilestone', { kitId: kit.kitId, id });
  if (!answer.ok) notifyError(studio, answer.error);
}

/** Writes a deleted file again as the history has it, and opens it. */
export async function bringBack(studio: Studio, path: string, hash: string): Promise<void> {
  const { kit } = studio.store.getState();
  if (!kit) return;
  const answer = await studio.host.call('history.bringBack', { kitId: kit.kitId, path, hash });
  if (!answer.ok) {
    notifyError(studio, answer.error);
    return;
  }
  await takeIn(studio, path);
  await openFile(studio, path, { focus: true });
  notify(studio, 'good', `${path} is back.`);
}
