import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRepo, repoRoot } from './paths.mjs';
import { main, npmCommand, run, SetupError } from './process.mjs';

/**
 * Makes node_modules match package-lock.json, and costs nothing when it does. Runs before anything is
 * installed, so it imports nothing outside Node.
 */

const STAMP = inRepo('node_modules', '.staffwright-stamp');

/** Lowest Node that the tools run on; the application itself brings its own. */
const MINIMUM_NODE = [20, 19];

/** Warnings without a consequence: packages that name a newer Node, or users' own npm settings. */
const NOISE = /EBADENGINE|npm warn (deprecated|Unknown (user|project|env|cli) config)|^\s*$/;

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor, needMinor] = MINIMUM_NODE;
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    throw new SetupError(
      `Staffwright's tools need Node ${needMajor}.${needMinor} or newer; this is ${process.version}.`,
    );
  }
}

function expectedStamp() {
  const lock = createHash('sha256')
    .update(readFileSync(inRepo('package-lock.json')))
    .digest('hex');
  return `${lock} node ${process.versions.node.split('.')[0]} ${process.platform} ${process.arch}\n`;
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/**
 * True when npm's own record of what it installed agrees with the lockfile. Somebody who ran `npm ci` by
 * hand must not wait for a second one. Optional packages for other platforms may be absent.
 */
function installedMatchesLock() {
  const text = readIfThere(inRepo('node_modules', '.package-lock.json'));
  if (text === undefined) return false;
  const installed = JSON.parse(text).packages ?? {};
  const wanted = JSON.parse(readFileSync(inRepo('package-lock.json'), 'utf8')).packages ?? {};
  const sameEverywhere = Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const present = installed[path];
    if (present === undefined) return entry.optional === true || entry.devOptional === true;
    return present.version === entry.version && present.integrity === entry.integrity;
  });
  return sameEverywhere && Object.keys(installed).every((path) => path in wanted);
}

/**
 * Installs what the lockfile says when node_modules does not hold it yet. Returns true when it installed.
 * Install scripts stay off: no package we use needs one, and none may run code on a contributor's machine.
 */
export async function ensureDependencies({ log = console.error } = {}) {
  requireNode();
  const stamp = expectedStamp();
  if (readIfThere(STAMP) === stamp) return false;
  if (installedMatchesLock()) {
    writeFileSync(STAMP, stamp);
    return false;
  }
  log('Installing dependencies (npm ci, about a minute) …');
  const npm = npmCommand();
  const { code, output } = await run(
    npm.command,
    [...npm.args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'warn'],
    {
      cwd: repoRoot,
      onLine: (line) => {
        if (!NOISE.test(line)) log(`  ${line}`);
      },
    },
  );
  if (code !== 0) {
    const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/i.test(output);
    throw new SetupError(
      offline
        ? 'Dependencies are missing and the package registry cannot be reached. Connect once and run this again; after that everything works offline.'
        : `npm ci failed (exit code ${code}). The lines above say why; nothing else was changed.`,
    );
  }
  writeFileSync(STAMP, stamp);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(async () => {
    const installed = await ensureDependencies();
    console.error(installed ? 'Dependencies installed.' : 'Dependencies are up to date.');
    return 0;
  });
}
