import { resolve } from 'node:path';
import { CHECK_USAGE, type CheckArguments, checkArguments } from './check-arguments';
import type { Means } from './check-engine';
import { type CheckOptions, type ExitCode, nothingFound, unknownKind } from './check-outcome';
import { type JudgedKit, type KitOrder, openCheck } from './checked-kit';
import { checkFolderOfKits } from './folder-of-kits';
import { type GivenKit, openForCheck, readGivenKit } from './given-kit';
import { KeptChecks, lengthOf, MOST_KEPT } from './kept/kept-checks';
import type { Piece } from './report-pieces';
import { ReportWriter } from './report-writer';
import { watchAndCheck } from './watch';

/**
 * `check`: opens the folder, runs the engine over every readable file, prints the report. A folder below with its own `kit.yaml` is a kit of its
 * own and checked by itself. Where an earlier run kept what is asked, nothing is judged at all. Needs no Electron and no display.
 */
export async function runCheck(
  args: readonly string[],
  write: (text: string) => void,
  complain: (text: string) => void,
  { engine, cache, ...options }: CheckOptions & Pick<Means, 'engine'>,
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
  const kept = cache && given.cache ? new KeptChecks(cache) : null;
  const output = { write, complain, engine, kept };
  try {
    if (opened.kits.length > 0)
      return await checkFolderOfKits(opened, order, {
        ...{ ...output, ...options },
        cache: given.cache ? (cache ?? null) : null,
      });
    return await checkOneKit(await readGivenKit(opened, complain), order, output, options.stop);
  } finally {
    kept?.close();
  }
}

interface Output extends Means {
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
}

async function checkOneKit(
  given: GivenKit,
  order: KitOrder & { readonly given: CheckArguments },
  output: Output,
  stop: AbortSignal | undefined,
): Promise<ExitCode> {
  const { kept, complain } = output;
  if (!order.given.watch) {
    const known = kept?.report(given, '', order);
    if (known) return writeKit({ ...known, broke: false }, order, output).code;
  }
  const check = await openCheck(given, output);
  let latest = given;
  const once = async (): Promise<ExitCode> => {
    const judged = check.judge('', order);
    const keeping = kept?.keepSession(latest, check.keep());
    const { code, pieces } = writeKit(judged, order, output);
    if (pieces && code !== 2 && !judged.broke)
      await kept?.keepReport(latest, '', order, { ...judged, pieces });
    await keeping;
    return code;
  };
  if (!order.given.watch) return once();
  const again = (kit: GivenKit) => {
    latest = kit;
    check.renew(kit);
    return once();
  };
  return watchAndCheck(given, { once, again, complain, write: output.write, ...(stop ? { stop } : {}) });
}

/** Writes the report of a kit while its pieces are made; gives them back unless they are too many to keep. */
function writeKit(
  judged: JudgedKit,
  order: KitOrder,
  { write, complain }: Output,
): { readonly code: ExitCode; readonly pieces: readonly Piece[] | null } {
  const { root, given } = order;
  const { name, state, kinds, summary, standard, waivers } = judged;
  if (given.kind !== undefined && !kinds.includes(given.kind)) {
    complain(unknownKind(given.kind, kinds));
    return { code: 2, pieces: null };
  }
  if (state === 'nothing') {
    complain(nothingFound(root));
    return { code: 2, pieces: null };
  }
  const writer = new ReportWriter(order, name, write);
  const pieces: Piece[] = [];
  let length = 0;
  for (const piece of judged.pieces) {
    writer.piece(piece);
    length += lengthOf([piece]);
    if (length <= MOST_KEPT) pieces.push(piece);
    else pieces.length = 0;
  }
  writer.endOne({ ...(standard ? { standard } : {}), summary, waivers });
  return {
    code: summary.must > 0 || summary.error > 0 ? 1 : 0,
    pieces: length <= MOST_KEPT ? pieces : null,
  };
}
