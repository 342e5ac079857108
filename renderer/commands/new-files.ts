import { refusedReadOnly, takeIn } from './file-changes';
import { openFile } from './files';
import { listAgain } from './list-again';
import type { Studio } from './studio';

/** Makes a file, from a template of the kit or empty, and opens it. Null when it is there, else why not. */
export async function newFile(studio: Studio, path: string, template: string | null): Promise<string | null> {
  const { host, store } = studio;
  const { kit } = store.getState();
  if (!kit || refusedReadOnly(studio)) return 'This kit is read-only.';
  let text = '';
  if (template !== null) {
    const read = await host.call('artifact.read', { kitId: kit.kitId, path: template });
    if (!read.ok) return read.error.message;
    text = read.value.text;
  }
  const made = await host.call('artifact.create', { kitId: kit.kitId, path, text });
  if (!made.ok) return made.error.message;
  studio.typed.add(path);
  await takeIn(studio, path);
  await openFile(studio, path, { focus: true });
  return null;
}

export async function newFolder(studio: Studio, path: string): Promise<string | null> {
  const { kit } = studio.store.getState();
  if (!kit || refusedReadOnly(studio)) return 'This kit is read-only.';
  const made = await studio.host.call('file.makeFolder', { kitId: kit.kitId, path });
  if (!made.ok) return made.error.message;
  await listAgain(studio);
  return null;
}

/** Copies a file byte by byte and opens the copy. */
export async function duplicateFile(studio: Studio, from: string, to: string): Promise<string | null> {
  const { kit } = studio.store.getState();
  if (!kit || refusedReadOnly(studio)) return 'This kit is read-only.';
  const made = await studio.host.call('file.duplicate', { kitId: kit.kitId, from, to });
  if (!made.ok) return made.error.message;
  await takeIn(studio, to);
  await openFile(studio, to, { focus: true });
  return null;
}
