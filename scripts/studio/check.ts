import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeFileSystem } from '../../electron/kit/file-system';
import { openKitFolder } from '../../electron/kit/folder-kit';
import { reportToJson } from '../../shared/rubric/report-json';
import { newCheckSession } from '../../shared/studio';
import { reportAsText } from './report-text';

/** What a command leaves: its exit code (0 clean, 1 musts fail, 2 could not run). */
export type ExitCode = 0 | 1 | 2;

export const CHECK_USAGE = `Usage: npm run studio -- check [kit] [--format text|json] [--severity must|should|could|info] [--kind <kind>] [--no-colour]

Checks every artifact of a kit folder (default: the current folder) by the rubric.
Exit code: 0 no failing must, 1 a must fails or a criterion broke, 2 the check could not run.`;

/** `check`: opens the folder, runs the engine over every readable file, prints the report. Needs no Electron and no display. */
export async function check(
  args: readonly string[],
  write: (text: string) => void,
  complain: (text: string) => void,
): Promise<ExitCode> {
  let parsed: ReturnType<typeof readArguments>;
  try {
    parsed = readArguments(args);
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n\n${CHECK_USAGE}\n`);
    return 2;
  }
  const { folder, format, least, kind, colour } = parsed;
  const root = resolve(folder);
  const opened = await openKitFolder(root, { fs: nodeFileSystem, readOnly: true });
  if (!opened.ok) {
    complain(`${opened.error.message}\n`);
    return 2;
  }
  const { kit, listing } = opened.value;
  for (const notice of listing.notices)
    complain(
      `${notice.path ? `${notice.path}${notice.line ? `:${notice.line}` : ''}: ` : ''}${notice.message}\n`,
    );
  const session = newCheckSession(kit.name);
  for (const file of listing.files) {
    if (file.state !== 'text') {
      session.setFile(
        file.path,
        null,
        file.state === 'image' || file.state === 'binary' ? null : (file.reason ?? null),
      );
      if (file.state === 'not-utf8' || file.state === 'unreadable' || file.state === 'link-outside')
        complain(`${file.path}: ${file.reason ?? 'cannot be read'}\n`);
      continue;
    }
    const read = await kit.readText(file.path);
    if (read.ok) session.setFile(file.path, read.value.text);
    else {
      session.setFile(file.path, null, read.error.message);
      complain(`${file.path}${read.error.line ? `:${read.error.line}` : ''}: ${read.error.message}\n`);
    }
  }
  session.settle();
  const whole = session.report();
  if (!whole.artifacts.some((a) => a.kind !== null || a.findings.length > 0)) {
    complain(
      `No artifact was found in ${root}: no file name or content there is one that Staffwright knows.\n`,
    );
    return 2;
  }
  const artifacts = kind ? whole.artifacts.filter((a) => a.kind === kind) : whole.artifacts;
  const report = kind ? { ...whole, artifacts } : whole;
  const textOf = (path: string) => session.text(path);
  if (format === 'json') write(`${JSON.stringify(reportToJson(report, root, textOf), null, 2)}\n`);
  else write(reportAsText(report, textOf, { colour, least }));
  return whole.summary.must > 0 || whole.summary.error > 0 ? 1 : 0;
}

function readArguments(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      severity: { type: 'string', default: 'info' },
      kind: { type: 'string' },
      'no-colour': { type: 'boolean', default: false },
    },
  });
  if (positionals.length > 1) throw new Error('One kit folder at a time');
  const format = values.format;
  if (format !== 'text' && format !== 'json')
    throw new Error(`--format must be text or json, not "${format}"`);
  const least = values.severity;
  if (least !== 'must' && least !== 'should' && least !== 'could' && least !== 'info')
    throw new Error(`--severity must be must, should, could or info, not "${least}"`);
  const colour =
    !values['no-colour'] && process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
  return { folder: positionals[0] ?? '.', format, least, kind: values.kind, colour } as const;
}
