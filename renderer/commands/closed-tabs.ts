import { withClosed } from '../state/closed-slice';
import { update } from '../state/studio-state';
import type { Studio } from './studio';

/** Remembers a tab that is about to close, with its place in the text. */
export function rememberClosed(studio: Studio, path: string): void {
  const { store, buffers } = studio;
  const { kit } = store.getState();
  if (!kit?.files.has(path)) return;
  const cursor = buffers.state(path)?.selection.main.head ?? 0;
  const scroll = buffers.scroll(path);
  update(store, 'closed', (closed) => withClosed(closed, kit.kitId, { path, cursor, scroll }));
}
