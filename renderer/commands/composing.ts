import { MEMO_TEMPLATE, PORTFOLIO_FILE } from '../../shared/portfolio/composition';
import {
  type CompositionChange,
  changedComposition,
  differenceOf,
} from '../../shared/portfolio/write-composition';
import { exampleKitOf } from './example';
import { takeIn } from './file-changes';
import { openFile } from './files';
import { notifyError } from './notify';
import { editOwnFile } from './own-file';
import type { Studio } from './studio';

/** What the kit's own file says of its portfolio; null without one. */
export async function compositionText(studio: Studio): Promise<string | null> {
  const { kit } = studio.store.getState();
  if (!kit) return null;
  if (studio.buffers.has(PORTFOLIO_FILE)) return studio.buffers.text(PORTFOLIO_FILE);
  const read = await studio.host.call('artifact.read', { kitId: kit.kitId, path: PORTFOLIO_FILE });
  if (read.ok) return read.value.text;
  if (read.error.code !== 'not-found') notifyError(studio, read.error);
  return null;
}

/** Writes choices into the kit's own file, in their order. False when nothing was written, which was then said. */
export async function saveComposition(
  studio: Studio,
  changes: readonly CompositionChange[],
): Promise<boolean> {
  return editOwnFile(
    studio,
    PORTFOLIO_FILE,
    (file) => {
      let text = file;
      for (const change of changes) text = changedComposition(text, change) ?? text;
      return differenceOf(file ?? '', text ?? '');
    },
    'input.compose',
  );
}

/** Makes the cover memo from its template with what the kit says, and opens it. Null when it is there, else why not. */
export async function writeMemo(
  studio: Studio,
  path: string,
  composition: string | null,
): Promise<string | null> {
  const { kit } = studio.store.getState();
  if (!kit) return 'No kit is open.';
  const template = await memoTemplate(studio);
  if (!template.ok) return template.message;
  const { memo } = await studio.checker.portfolio(composition, { template: template.text, path });
  if (memo === null) return 'The memo could not be drafted from this kit.';
  const made = await studio.host.call('artifact.create', { kitId: kit.kitId, path, text: memo });
  if (!made.ok) return made.error.message;
  studio.typed.add(path);
  await takeIn(studio, path);
  await openFile(studio, path, { focus: true });
  return null;
}

/** The kit's own template, else the one that ships with the studio. */
async function memoTemplate(
  studio: Studio,
): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string }> {
  const { kit } = studio.store.getState();
  const shipped = await exampleKitOf(studio);
  const kits = [...(kit ? [kit] : []), ...(typeof shipped === 'string' ? [] : [shipped])];
  for (const { kitId, listing } of kits) {
    const found = listing.files.find(({ path }) => path.endsWith(MEMO_TEMPLATE));
    const read = found && (await studio.host.call('artifact.read', { kitId, path: found.path }));
    if (read?.ok) return { ok: true, text: read.value.text };
  }
  return {
    ok: false,
    message: typeof shipped === 'string' ? shipped : 'The template of the cover memo was not found.',
  };
}
