import { resolve } from 'node:path';
import { CHECK_USAGE, type CheckArguments, checkArguments } from './check-arguments';
import { type CheckOptions, type ExitCode, nothingFound, unknownKind } from './check-outcome';
import { holdsArtifacts, type KitOrder, onlyKind } from './checked-kit';
import { checkFolderOfKits } from './folder-of-kits';
import { type LoadedKit, openForCheck, readIntoSession } from './load-kit';
import { piecesOf } from './report-pieces';
import { ReportWriter } from './report-writer';
import { watchAndCheck } from './watch';

/**
 * `check`: opens the folder, runs the engine over every readable file, prints the report. A folder below with its own `kit.yaml` is a kit of its
 * own and checked by itself. Needs no Electron and no display.
 */
export async function check(
  args: readonly string[],
  write: (text: string) => void,
  complain: (text: string) => void,
  options: CheckOptions = {},
): Promise<ExitCode> {
  let given: CheckArguments;
  try {
    given = checkArguments(args);
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n\n${CHECK_USAGE}\n`);
    return 2;
  }
  const root = resolve(given.folder);
  const opened = await openForCheck(root, complain);
  if (!opened) return 2;
  const order = { root, given };
  if (opened.kits.length > 0) return checkFolderOfKits(opened, order, { write, complain, ...options });
  const loaded = await readIntoSession(opened, complain);
  const { session } = loaded;
  if (given.kind !== undefined && !session.registry.get(given.kind)) {
    session.settle();
    if (!session.registry.get(given.kind)) {
      complain(
        unknownKind(
          given.kind,
          session.registry.kinds.map((kind) => kind.id),
        ),
      );
      return 2;
    }
  }
  const once = () => checkOnce(loaded, order, write, complain);
  return given.watch ? watchAndCheck(loaded, once, write, options.stop) : once();
}

function checkOnce(
  { session }: LoadedKit,
  order: KitOrder,
  write: (text: string) => void,
  complain: (text: string) => void,
): ExitCode {
  const { root, given } = order;
  session.settle();
  const whole = session.report();
  if (!holdsArtifacts(whole)) {
    complain(nothingFound(root));
    return 2;
  }
  const report = given.kind === undefined ? whole : onlyKind(whole, given.kind);
  const { name, summary, standard, waivers = [] } = report;
  const writer = new ReportWriter(order, name, write);
  for (const piece of piecesOf(report, (path) => session.text(path), given, session.registry.kinds))
    writer.piece(piece);
  writer.endOne({ ...(standard ? { standard } : {}), summary, waivers });
  return summary.must > 0 || summary.error > 0 ? 1 : 0;
}
