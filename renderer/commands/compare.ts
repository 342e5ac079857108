import { fileName } from '../../shared/domain/kit-path';
import type { KindInfo } from '../state/kind-info';
import type { ComparedWith } from '../state/overlay-slice';
import { tabOf } from '../state/tabs-slice';
import { exampleKitOf, exampleOf } from './example';
import { openFile } from './files';
import { notify } from './notify';
import type { Studio } from './studio';
import { momentWords } from './time-words';

/** The text beside the file, or why there is none. */
export type OtherText =
  | {
      readonly ok: true;
      readonly name: string;
      readonly kitId: string;
      readonly path: string;
      readonly text: string;
    }
  | { readonly ok: false; readonly message: string };

/** Asks what a file shall be compared with. One that is not open is opened: what is compared is the text as the user has it. */
export async function askWhatToCompareWith(studio: Studio, path: string): Promise<void> {
  const { store, buffers } = studio;
  if (!buffers.has(path)) await openFile(studio, path, {});
  if (buffers.has(path)) store.setState({ overlay: { kind: 'compare-with', path } });
  else notify(studio, 'info', `${fileName(path)} is no text that can be compared.`);
}

/** Reads the other text of a comparison. A file that is open is compared as it is in its tab. */
export async function otherText(studio: Studio, path: string, other: ComparedWith): Promise<OtherText> {
  const { store, host, buffers } = studio;
  const { kit, tabs } = store.getState();
  if (!kit) return { ok: false, message: 'No kit is open.' };
  switch (other.kind) {
    case 'disk': {
      const conflict = tabOf(tabs, path)?.conflict;
      if (conflict?.kind === 'changed')
        return { ok: true, name: 'On disk', kitId: kit.kitId, path, text: conflict.theirs };
      const read = await host.call('artifact.read', { kitId: kit.kitId, path });
      return read.ok
        ? { ok: true, name: 'On disk', kitId: kit.kitId, path, text: read.value.text }
        : { ok: false, message: read.error.message };
    }
    case 'version': {
      const read = await host.call('history.read', { kitId: kit.kitId, path, hash: other.hash });
      return read.ok
        ? {
            ok: true,
            name: `As it was ${momentWords(other.at, Date.now())}`,
            kitId: kit.kitId,
            path,
            text: read.value.text,
          }
        : { ok: false, message: read.error.message };
    }
    case 'file': {
      const open = buffers.text(other.path);
      if (open !== null)
        return { ok: true, name: other.path, kitId: kit.kitId, path: other.path, text: open };
      const read = await host.call('artifact.read', { kitId: kit.kitId, path: other.path });
      return read.ok
        ? { ok: true, name: other.path, kitId: kit.kitId, path: other.path, text: read.value.text }
        : { ok: false, message: read.error.message };
    }
    case 'example': {
      const kind = kindOf(studio, path);
      const example = kind ? await exampleOf(studio, kind, path) : null;
      if (example?.kind === 'found')
        return {
          ok: true,
          name: `Worked example, ${fileName(example.path)}`,
          kitId: example.kitId,
          path: example.path,
          text: example.text,
        };
      return { ok: false, message: example?.kind === 'failed' ? example.message : NO_EXAMPLE };
    }
    case 'template':
      return templateText(studio, path);
  }
}

const NO_EXAMPLE = 'There is no other worked example of this kind of file.';

/** The template in the kit itself, else the one that ships with the studio. */
async function templateText(studio: Studio, path: string): Promise<OtherText> {
  const name = kindOf(studio, path)?.template ?? null;
  const { kit } = studio.store.getState();
  if (name === null || !kit) return { ok: false, message: 'There is no template of this kind of file.' };
  const shipped = await exampleKitOf(studio);
  const kits = typeof shipped === 'string' ? [kit] : [kit, shipped];
  for (const { kitId, listing } of kits) {
    const file = listing.files.find(
      (listed) => /(?:^|\/)templates\//.test(listed.path) && fileName(listed.path) === name,
    );
    if (!file || file.path === path) continue;
    const read = await studio.host.call('artifact.read', { kitId, path: file.path });
    if (read.ok)
      return { ok: true, name: `Template, ${name}`, kitId, path: file.path, text: read.value.text };
  }
  return { ok: false, message: `The template ${name} was not found.` };
}

export function kindOf({ store }: Studio, path: string): KindInfo | null {
  const { checks } = store.getState();
  return checks.kinds.get(checks.reports.get(path)?.kind ?? '') ?? null;
}
