import { withListing } from '../state/kit-slice';
import { update } from '../state/studio-state';
import { notify, notifyError } from './notify';
import type { Studio } from './studio';

/** Looks at the kit's folder anew. */
export async function listAgain(studio: Studio): Promise<void> {
  const kit = studio.store.getState().kit;
  if (!kit) return;
  const answer = await studio.host.call('kit.list', { kitId: kit.kitId });
  if (!answer.ok) {
    notifyError(studio, answer.error);
    return;
  }
  update(studio.store, 'kit', (now) => (now?.kitId === kit.kitId ? withListing(now, answer.value) : now));
  const known = new Set(kit.listing.notices.map(({ message }) => message));
  for (const { message, path, line } of answer.value.notices) {
    if (known.has(message)) continue;
    notify(studio, 'problem', message, path === undefined ? null : { path, line: line ?? null });
  }
}
