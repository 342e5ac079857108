import { join } from 'node:path';
import type { Summary } from '../../shared/rubric/report';
import type { JsonKit } from '../../shared/rubric/report-json';
import type { WaiverInForce } from '../../shared/rubric/waivers/waiver';
import type { CheckArguments } from './check-arguments';
import type { Means, OpenCheck } from './check-engine';
import { type GivenKit, openForCheck, readGivenKit } from './given-kit';
import type { Piece } from './report-pieces';

/** What is left of a kit that was checked: plain data, which a thread can hand on and a later run can use. */
export interface CheckedKit extends JsonKit {
  /** `nothing`: no artifact was found. `unopened`: the folder could not be read as a kit. */
  readonly state: 'checked' | 'nothing' | 'unopened';
  /** What was complained about on the way. */
  readonly complaints: string;
  /** Kinds that a check of one kind can name here. */
  readonly kinds: readonly string[];
  /** Files that the report is about. */
  readonly files: number;
  readonly waivers: readonly WaiverInForce[];
  readonly pieces: readonly Piece[];
}

/** A kit whose report is still to be written, piece by piece. */
export interface JudgedKit extends Omit<CheckedKit, 'complaints' | 'pieces'> {
  /** Set when something broke or took too long: it may go well the next time. */
  readonly broke: boolean;
  readonly pieces: Iterable<Piece>;
}

/** What all kits of a folder are checked with. */
export interface KitOrder {
  /** Absolute path of the folder that was given. */
  readonly root: string;
  readonly given: Pick<CheckArguments, 'format' | 'least' | 'kind' | 'colour'>;
}

const NO_SUMMARY: Summary = { must: 0, should: 0, could: 0, info: 0, error: 0 };

/** Checks one kit of a folder by itself. `path` leads to it from the folder that was given; the report's paths start there too. */
export async function checkKitAt(path: string, order: KitOrder, means: Means): Promise<CheckedKit> {
  let complaints = '';
  const complain = (text: string) => {
    complaints += path === '' ? text : `${path}: ${text}`;
  };
  const opened = await openForCheck(join(order.root, path), complain);
  if (!opened)
    return {
      ...{ path, name: path, state: 'unopened', complaints, kinds: [], files: 0 },
      ...{ summary: NO_SUMMARY, waivers: [], pieces: [] },
    };
  const given = await readGivenKit(opened, complain);
  const kept = means.kept?.report(given, path, order);
  if (kept) return { ...kept, complaints };
  const check = await openCheck(given, means);
  const { broke, ...judged } = check.judge(path, order);
  const keeping = means.kept?.keepSession(given, check.keep());
  const report = { ...judged, pieces: [...judged.pieces] };
  if (!broke) await means.kept?.keepReport(given, path, order, report);
  await keeping;
  return { ...report, complaints };
}

/** Has the engine open a kit, from where the last check of it ended. */
export async function openCheck(given: GivenKit, { engine, kept }: Means): Promise<OpenCheck> {
  return (await engine()).open(given, kept?.session(given) ?? null);
}

/** The counts of several kits together. */
export function added(summaries: readonly Summary[]): Summary {
  const sum = (of: (summary: Summary) => number) =>
    summaries.reduce((total, summary) => total + of(summary), 0);
  const waived = sum((one) => one.waived ?? 0);
  return {
    must: sum((one) => one.must),
    should: sum((one) => one.should),
    could: sum((one) => one.could),
    info: sum((one) => one.info),
    error: sum((one) => one.error),
    ...(waived > 0 ? { waived } : {}),
  };
}
