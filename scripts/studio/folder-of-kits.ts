import type { OpenedFolder } from '../../electron/kit/folder-kit';
import { MANIFEST_FILE } from '../../shared/domain/manifest';
import type { CheckArguments } from './check-arguments';
import type { Means } from './check-engine';
import { type CheckOptions, type ExitCode, nothingFound, unknownKind } from './check-outcome';
import { type CheckedKit, checkKitAt, type KitOrder } from './checked-kit';
import { checkKits } from './many-kits';
import { type KitCounts, ReportWriter } from './report-writer';
import { type WatchedKit, watchKits } from './watch-kits';

interface Output extends Means, CheckOptions {
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
}

/**
 * Checks the kits of a folder, each by itself, as one report: what one states is never compared with another. The folder's own files count as one
 * more kit if an artifact is among them.
 */
export async function checkFolderOfKits(
  { kit, listing, kits }: OpenedFolder,
  order: KitOrder & { readonly given: CheckArguments },
  { write, complain, stop, engine, kept, cache = null, startHelper }: Output,
): Promise<ExitCode> {
  const { root, given } = order;
  const hasOwn = listing.files.some((file) => file.path !== MANIFEST_FILE);
  const paths = [...(hasOwn ? [''] : []), ...kits];
  const checked = new Map<string, KitCounts>();
  const known = new Set<string>();
  const writer = new ReportWriter(order, kit.name, write);
  const take = ({ pieces, complaints, ...counts }: CheckedKit): void => {
    if (complaints !== '') complain(complaints);
    for (const kind of counts.kinds) known.add(kind);
    if (counts.state === 'nothing' && counts.path !== '')
      complain(`${counts.path}: ${nothingFound(counts.path)}`);
    checked.set(counts.path, counts);
    if (counts.state !== 'checked') return;
    writer.heading(counts);
    for (const piece of pieces) writer.piece(piece);
  };
  await checkKits(order, paths, take, {
    ...{ engine, kept, cache },
    startHelper: startHelper ?? null,
  });
  const told = () => [...checked.values()].filter(({ state }) => state === 'checked');
  if (given.kind !== undefined && !known.has(given.kind)) {
    complain(unknownKind(given.kind, [...known]));
    return 2;
  }
  if (told().length === 0) complain(nothingFound(root));
  writer.endMany(told());
  const code = (): ExitCode => exitCode([...checked.values()]);
  if (!given.watch) return code();
  const again = async ({ path }: WatchedKit) => {
    take(await checkKitAt(path, order, { engine, kept }));
    writer.endMany(told());
  };
  await watchKits(root, paths, again, { write, complain, ...(stop ? { stop } : {}) });
  return code();
}

/** A kit that could not be opened leaves the verdict open, as nothing found at all does. */
function exitCode(kits: readonly KitCounts[]): ExitCode {
  if (kits.some(({ state }) => state === 'unopened') || !kits.some(({ state }) => state === 'checked'))
    return 2;
  return kits.some(({ summary }) => summary.must > 0 || summary.error > 0) ? 1 : 0;
}
