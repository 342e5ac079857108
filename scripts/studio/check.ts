import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };
import { CONSISTENCY_RULES } from '../../shared/consistency';
import { RubricCatalogue } from '../../shared/rubric/catalogue';
import { type KitReport, summarise } from '../../shared/rubric/report';
import { type ReportJson, reportToJson } from '../../shared/rubric/report-json';
import type { CheckSession } from '../../shared/rubric/session';
import { CHECK_USAGE, type CheckArguments, checkArguments } from './check-arguments';
import { reportAsAnnotations } from './github-annotations';
import { type LoadedKit, loadKit } from './load-kit';
import { reportAsText } from './report-text';
import { reportToSarif } from './sarif';
import { watchAndCheck } from './watch';

/** What a command leaves: its exit code (0 clean, 1 musts fail, 2 could not run). */
export type ExitCode = 0 | 1 | 2;

const RANK = { must: 0, should: 1, could: 2, info: 3 } as const;

/**
 * `check`: opens the folder, runs the engine over every readable file, prints the report. Needs no Electron and no display. `stop` ends a watch,
 * whose exit code is that of the last check.
 */
export async function check(
  args: readonly string[],
  write: (text: string) => void,
  complain: (text: string) => void,
  stop?: AbortSignal,
): Promise<ExitCode> {
  let given: CheckArguments;
  try {
    given = checkArguments(args);
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n\n${CHECK_USAGE}\n`);
    return 2;
  }
  const root = resolve(given.folder);
  const loaded = await loadKit(root, complain);
  if (!loaded) return 2;
  const { session } = loaded;
  if (given.kind !== undefined && !session.registry.get(given.kind)) {
    session.settle();
    if (!session.registry.get(given.kind)) {
      const known = session.registry.kinds.map((kind) => kind.id).join(', ');
      complain(`There is no kind "${given.kind}". Kinds: ${known}.\n`);
      return 2;
    }
  }
  const once = () => checkOnce(loaded, root, given, write, complain);
  return given.watch ? watchAndCheck(loaded, once, write, stop) : once();
}

function checkOnce(
  { session }: LoadedKit,
  root: string,
  { format, least, kind, colour }: CheckArguments,
  write: (text: string) => void,
  complain: (text: string) => void,
): ExitCode {
  session.settle();
  const whole = session.report();
  if (!whole.artifacts.some((a) => a.kind !== null || a.findings.length > 0)) {
    complain(
      `No artifact was found in ${root}: no file name or content there is one that Staffwright knows.\n`,
    );
    return 2;
  }
  const report = kind === undefined ? whole : onlyKind(whole, kind);
  const textOf = (path: string) => session.text(path);
  if (format === 'text') write(reportAsText(report, textOf, { colour, least }));
  else {
    const json = reportToJson(report, root, textOf);
    if (format === 'json') write(`${JSON.stringify(json, null, 2)}\n`);
    else write(forTools(atLeast(json, least), format, session, root));
  }
  return report.summary.must > 0 || report.summary.error > 0 ? 1 : 0;
}

function forTools(json: ReportJson, format: 'sarif' | 'github', session: CheckSession, root: string): string {
  if (format === 'github') {
    // Workflows run at the repository's root, and the service wants paths from there.
    const repository = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
    return reportAsAnnotations(json, (path) => relative(repository, join(root, path)).replaceAll('\\', '/'));
  }
  const catalogue = new RubricCatalogue(session.registry.kinds, CONSISTENCY_RULES);
  const base = pathToFileURL(join(root, '/')).href;
  const log = reportToSarif({ report: json, catalogue, version: packageJson.version, base });
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** The report of one kind's artifacts, counted anew: a gate on RFCs is not about postmortems. */
function onlyKind(report: KitReport, kind: string): KitReport {
  const artifacts = report.artifacts.filter((artifact) => artifact.kind === kind);
  return { ...report, artifacts, summary: summarise(artifacts, []) };
}

function atLeast(report: ReportJson, least: keyof typeof RANK): ReportJson {
  return { ...report, findings: report.findings.filter((f) => RANK[f.severity] <= RANK[least]) };
}
