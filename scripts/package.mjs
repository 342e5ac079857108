import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { inRepo, repoRoot } from './setup/paths.mjs';
import { main, SetupError } from './setup/process.mjs';

/**
 * `npm run package [-- --dir] [-- target …]`: the program as people get it, in `release/`.
 *
 * Without a target: the unpacked folder and, on Linux, a tar.gz and a zip of it, for which nothing is downloaded but what the package registry
 * has. `--dir` makes the folder only. Named targets (`deb`, `AppImage`, `dmg`, `nsis`, …) are made by electron-builder, which fetches helpers
 * for them from elsewhere.
 */

/** electron-builder's names of the three systems. */
const SYSTEMS = { linux: 'LINUX', darwin: 'MAC', win32: 'WINDOWS' };

/** Folder electron-builder unpacks to, by system and machine. */
function unpackedFolder(output) {
  const suffix = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') return join(output, `mac${suffix}`);
  return join(output, `${process.platform === 'win32' ? 'win' : 'linux'}${suffix}-unpacked`);
}

/** Where packages go that people get; tests make theirs elsewhere. */
const RELEASE = inRepo('release');

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** A package made with another Electron than the one that ships says so, in its name and inside. */
function markPreview(folder, { runtime, pinned, missing }) {
  const note = join(folder, 'NOT-FOR-RELEASE.txt');
  rmSync(note, { force: true });
  if (runtime.version === pinned) return '';
  const fuses = missing.length === 0 ? '' : ` It has no such fuses: ${missing.join(', ')}.`;
  writeFileSync(
    note,
    `Made with Electron ${runtime.version} instead of ${pinned}, for tests only: that version gets no security updates.${fuses}\n`,
  );
  return `-preview-electron-${runtime.version}`;
}

/** Packs the program and returns `{folder, runtime, missing}`; `missing` are fuses the runtime is too old for. */
export async function pack({ targets = ['dir'], log = console.error, output = RELEASE } = {}) {
  await ensureDependencies();
  await build({ parts: ['validators', 'electron', 'renderer'] });
  // Imported late: these need the installed packages.
  const { resolveElectron } = await import('./setup/electron-runtime.mjs');
  const { packageConfig } = await import('./package/config.mjs');
  const { writeNotices } = await import('./package/notices.mjs');
  const { build: electronBuilder, Platform } = await import('electron-builder');
  const runtime = await resolveElectron({ log });
  const pinned = read(inRepo('package.json')).devDependencies.electron;
  const notices = inRepo('out', 'package', 'third-party.md');
  log(`${writeNotices(notices)} packages in the list of licences`);
  let missing = [];
  const config = packageConfig({
    runtime,
    notices,
    output,
    report: (names) => {
      missing = names;
    },
  });
  const system = SYSTEMS[process.platform];
  if (system === undefined) throw new SetupError(`There is no package for ${process.platform}.`);
  await electronBuilder({
    projectDir: repoRoot,
    config,
    publish: 'never',
    targets: Platform[system].createTarget(targets),
  });
  if (missing.length > 0)
    log(`Electron ${runtime.version} is too old for these fuses: ${missing.join(', ')}`);
  return { folder: unpackedFolder(output), runtime, pinned, missing };
}

async function run(args) {
  const unknown = args.filter((arg) => arg.startsWith('-') && arg !== '--dir');
  if (unknown.length > 0) {
    console.error(`Unknown switch: ${unknown.join(', ')}. There is --dir; targets are named without dashes.`);
    return 2;
  }
  const targets = args.filter((arg) => !arg.startsWith('-'));
  const packed = await pack({ targets: targets.length > 0 ? targets : ['dir'] });
  const made = [packed.folder];
  const suffix = existsSync(packed.folder) ? markPreview(packed.folder, packed) : '';
  if (process.platform === 'linux' && targets.length === 0 && !args.includes('--dir')) {
    const { packTar, packZip } = await import('./package/archives.mjs');
    const { version } = read(inRepo('package.json'));
    const name = `staffwright-${version}${suffix}-linux-${process.arch}`;
    const base = inRepo('release', name);
    mkdirSync(inRepo('release'), { recursive: true });
    await packTar(packed.folder, name, `${base}.tar.gz`);
    packZip(packed.folder, name, `${base}.zip`);
    made.push(`${base}.tar.gz`, `${base}.zip`);
  }
  for (const path of made) {
    const size = statSync(path).isFile() ? `  ${(statSync(path).size / 1024 / 1024).toFixed(1)} MB` : '';
    console.log(`${relative(process.cwd(), path)}${size}`);
  }
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(() => run(process.argv.slice(2)));
