import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import type { ErrorCode } from '../shared/ipc/contract';
import type { ExportProgress } from '../shared/ipc/payloads';
import { appPaths } from './app-paths';
import { exportPortfolio } from './export';
import { nodeFileSystem } from './kit/file-system';
import { openKitFolder } from './kit/folder-kit';
import { openDiagrams } from './open-diagrams';
import type { HeadlessJob } from './start-arguments';
import { RendererFiles } from './windows/renderer-files';

/** Nothing more can be tried until somebody changes the call or the folder. */
const CANNOT_RUN = 2;
const FAILED = 1;
const FAULTY = 3;
const FAILED_CODES: readonly ErrorCode[] = [
  'export-failed',
  'internal',
  'cancelled',
  'diagram-syntax',
  'diagram-timeout',
];

/**
 * Exports a kit without a window and prints what it does, one line per step. Exit codes: 0 the files are there (also when the packet has
 * gaps; that is said), 1 the export failed on the way, 2 it could not start, 3 the files are there, but reading them back found faults in them.
 */
export async function runHeadless(job: HeadlessJob): Promise<number> {
  // The engine's own files go to a throw-away folder: the studio may be open with the same data folder.
  const engine = mkdtempSync(join(tmpdir(), 'staffwright-engine-'));
  app.setPath('sessionData', engine);
  app.on('window-all-closed', () => {});
  await app.whenReady();
  app.dock?.hide();
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  const paths = appPaths();
  const diagrams = openDiagrams(paths, new RendererFiles(paths.renderer));
  try {
    const opened = await openKitFolder(resolve(job.kit), { fs: nodeFileSystem, readOnly: true });
    if (!opened.ok) return refuse(opened.error.message, CANNOT_RUN);
    const exported = await exportPortfolio({
      kit: opened.value.kit,
      outDir: resolve(job.out),
      request: {
        ...(job.paper === null ? {} : { paper: job.paper }),
        ...(job.outputs === null ? {} : { outputs: [...job.outputs] }),
        overwrite: job.overwrite,
        ...(job.redact === null ? {} : { redact: job.redact }),
      },
      diagrams,
      onProgress: progressLines(),
      signal: abort.signal,
    });
    if (!exported.ok) {
      const { code, message, file, line } = exported.error;
      const place = file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `;
      return refuse(`${place}${message}`, FAILED_CODES.includes(code) ? FAILED : CANNOT_RUN);
    }
    const { files, preflight, faults } = exported.value;
    for (const { level, message, path, line } of preflight) {
      if (level === 'ok') continue;
      const place = path === undefined ? '' : ` ${path}${line === undefined ? '' : `:${line}`}`;
      print(`${level}:${place} ${message}`);
    }
    if (faults > 0)
      print(
        `${faults === 1 ? 'One thing is' : `${faults} things are`} wrong in the files themselves; see above.`,
      );
    const problems = preflight.filter(({ level }) => level === 'problem').length - faults;
    if (problems > 0)
      print(`The portfolio was written, but ${problems} things stand between it and staff-grade; see above.`);
    for (const { path, pages } of files) {
      print(`Wrote ${path} (${pages === undefined ? '' : `${pages} pages, `}${kilobytes(path)})`);
    }
    return faults > 0 ? FAULTY : 0;
  } finally {
    diagrams.dispose();
    process.once('exit', () => rmSync(engine, { recursive: true, force: true }));
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function refuse(message: string, code: number): number {
  process.stderr.write(`${message}\n`);
  return code;
}

const STEPS: Readonly<Record<ExportProgress['step'], string>> = {
  read: 'Reading',
  check: 'Checking',
  diagrams: 'Drawing diagrams',
  layout: 'Laying out',
  print: 'Printing',
  verify: 'Verifying',
  more: 'Making briefing and web page',
  zip: 'Packing',
};

/** One line when a step begins: a log is read later, not watched. */
function progressLines(): (progress: ExportProgress) => void {
  let last: ExportProgress['step'] | null = null;
  return ({ step, total }) => {
    if (step === last) return;
    last = step;
    print(total > 1 ? `${STEPS[step]} (${total})` : STEPS[step]);
  };
}

function kilobytes(path: string): string {
  const { size } = statSync(path);
  return size > 1024 * 1024 ? `${(size / 1024 / 1024).toFixed(1)} MB` : `${Math.ceil(size / 1024)} KB`;
}
