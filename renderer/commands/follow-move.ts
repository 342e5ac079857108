import { withoutReports } from '../state/checks-slice';
import { update } from '../state/studio-state';
import { changedTab, renamedTabs } from '../state/tabs-slice';
import { readAndCheck } from './checking';
import { listAgain } from './list-again';
import type { Studio } from './studio';

/** Files have other paths on the disk: the list, tabs, unsaved texts and the checker follow. */
export async function followMove(
  studio: Studio,
  moves: readonly (readonly [from: string, to: string])[],
): Promise<void> {
  const { store, buffers, checker, journal, typed } = studio;
  await listAgain(studio);
  const { kit } = store.getState();
  if (!kit) return;
  const gone = moves.map(([from]) => from);
  const open = moves.filter(([from]) => buffers.has(from));
  for (const [from, to] of moves) if (typed.delete(from)) typed.add(to);
  for (const [from, to] of open) buffers.rename(from, to, studio.folds?.kept);
  update(store, 'tabs', (tabs) => {
    const renamed = renamedTabs(tabs, new Map(moves));
    return open.reduce((now, [, to]) => changedTab(now, to, { dirty: buffers.isDirty(to) }), renamed);
  });
  for (const [from, to] of open) await journal.renamed(from, to);
  checker.remove(gone);
  update(store, 'checks', (checks) => withoutReports(checks, gone));
  const files = moves.map(([, to]) => kit.files.get(to)).filter((file) => file !== undefined);
  checker.set(
    files.filter(({ state }) => state !== 'text').map(({ path }) => ({ path, text: null, version: 0 })),
  );
  await readAndCheck(
    studio,
    kit.kitId,
    files.filter(({ state }) => state === 'text').map(({ path }) => path),
  );
}
