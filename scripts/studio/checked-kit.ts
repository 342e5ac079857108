import { join } from 'node:path';
import { type KitReport, type Summary, summarise } from '../../shared/rubric/report';
import type { JsonKit } from '../../shared/rubric/report-json';
import type { WaiverInForce } from '../../shared/rubric/waivers/waiver';
import type { CheckArguments } from './check-arguments';
import { loadKit } from './load-kit';
import { type Piece, piecesOf, placedUnder } from './report-pieces';

/** What is left of a kit that was checked: plain data, which a thread can hand on. */
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

/** What all kits of a folder are checked with. */
export interface KitOrder {
  /** Absolute path of the folder that was given. */
  readonly root: string;
  readonly given: Pick<CheckArguments, 'format' | 'least' | 'kind' | 'colour'>;
}

const NO_SUMMARY: Summary = { must: 0, should: 0, could: 0, info: 0, error: 0 };

/** Checks one kit of a folder by itself. `path` leads to it from the folder that was given; the report's paths start there too. */
export async function checkKitAt(path: string, { root, given }: KitOrder): Promise<CheckedKit> {
  let complaints = '';
  const loaded = await loadKit(join(root, path), (text) => {
    complaints += path === '' ? text : `${path}: ${text}`;
  });
  if (!loaded)
    return {
      ...{ path, name: path, state: 'unopened', complaints, kinds: [], files: 0 },
      ...{ summary: NO_SUMMARY, waivers: [], pieces: [] },
    };
  const { session, kit } = loaded;
  session.settle();
  const whole = session.report();
  const kinds = session.registry.kinds.map((kind) => kind.id);
  const found = holdsArtifacts(whole);
  const report = placedUnder(given.kind === undefined ? whole : onlyKind(whole, given.kind), path);
  const above = path === '' ? 0 : path.length + 1;
  return {
    ...{ path, name: kit.name, state: found ? 'checked' : 'nothing', complaints, kinds },
    ...(report.standard ? { standard: report.standard } : {}),
    files: report.artifacts.length,
    summary: report.summary,
    waivers: report.waivers ?? [],
    pieces: found
      ? [...piecesOf(report, (file) => session.text(file.slice(above)), given, session.registry.kinds)]
      : [],
  };
}

/** Whether a folder has anything that can be judged. */
export function holdsArtifacts(report: KitReport): boolean {
  return report.artifacts.some((artifact) => artifact.kind !== null || artifact.findings.length > 0);
}

/** The report of one kind's artifacts, counted anew: a gate on RFCs is not about postmortems. */
export function onlyKind(report: KitReport, kind: string): KitReport {
  const artifacts = report.artifacts.filter((artifact) => artifact.kind === kind);
  return { ...report, artifacts, summary: summarise(artifacts, []) };
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
