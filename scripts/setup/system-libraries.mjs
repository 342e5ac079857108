import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run, SetupError } from './process.mjs';

/**
 * What Electron needs from a Linux system and a container often lacks: shared libraries, an X server that
 * draws into memory, and one font. As root on a Debian-like system the missing ones are installed; otherwise
 * the command to run is printed, because no script of ours asks for a password.
 */

/** Shared library → Debian packages that may hold it; the first that the archive knows is taken. */
const PACKAGES = [
  [/^lib(gtk|gdk)-3\.so/, 'libgtk-3-0t64', 'libgtk-3-0'],
  [/^lib(nss3|nssutil3|smime3)\.so/, 'libnss3'],
  [/^libnspr4\.so/, 'libnspr4'],
  [/^libatk-1\.0\.so/, 'libatk1.0-0t64', 'libatk1.0-0'],
  [/^libatk-bridge-2\.0\.so/, 'libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  [/^libatspi\.so/, 'libatspi2.0-0t64', 'libatspi2.0-0'],
  [/^libcups\.so/, 'libcups2t64', 'libcups2'],
  [/^libasound\.so/, 'libasound2t64', 'libasound2'],
  [/^lib(glib|gobject|gio|gmodule)-2\.0\.so/, 'libglib2.0-0t64', 'libglib2.0-0'],
  [/^libdrm\.so/, 'libdrm2'],
  [/^libgbm\.so/, 'libgbm1'],
  [/^libxkbcommon\.so/, 'libxkbcommon0'],
  [/^libX11-xcb\.so/, 'libx11-xcb1'],
  [/^libX11\.so/, 'libx11-6'],
  [/^libXcomposite\.so/, 'libxcomposite1'],
  [/^libXcursor\.so/, 'libxcursor1'],
  [/^libXdamage\.so/, 'libxdamage1'],
  [/^libXext\.so/, 'libxext6'],
  [/^libXfixes\.so/, 'libxfixes3'],
  [/^libXi\.so/, 'libxi6'],
  [/^libXrandr\.so/, 'libxrandr2'],
  [/^libXrender\.so/, 'libxrender1'],
  [/^libXss\.so/, 'libxss1'],
  [/^libXtst\.so/, 'libxtst6'],
  [/^libxcb-dri3\.so/, 'libxcb-dri3-0'],
  [/^libxcb\.so/, 'libxcb1'],
  [/^libpango(cairo)?-1\.0\.so/, 'libpango-1.0-0'],
  [/^libcairo\.so/, 'libcairo2'],
  [/^libexpat\.so/, 'libexpat1'],
  [/^libdbus-1\.so/, 'libdbus-1-3'],
  [/^libudev\.so/, 'libudev1'],
];

const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts'];
const FONT_FILE = /\.(ttf|otf|ttc|pfb)$/i;

/** Shared libraries the binary asks for and the system does not have. */
export function missingLibraries(executable) {
  const { stdout, status } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  if (status !== 0) return [];
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
}

/** Path of a command, or undefined. */
export function findCommand(name) {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.map((folder) => join(folder || '.', name)).find((path) => existsSync(path));
}

function hasFont(
  folders = [...FONT_FOLDERS, join(homedir(), '.fonts'), join(homedir(), '.local/share/fonts')],
) {
  return folders.some((folder) => {
    try {
      return readdirSync(folder, { recursive: true }).some((name) => FONT_FILE.test(name));
    } catch {
      return false;
    }
  });
}

function packageKnown(name) {
  return spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0;
}

/** Debian packages for what is missing; `unknown` are libraries we cannot name a package for. */
function packagesFor(libraries, { needXvfb }) {
  const wanted = new Set();
  const unknown = [];
  for (const library of libraries) {
    const [, ...candidates] = PACKAGES.find(([pattern]) => pattern.test(library)) ?? [];
    const name = candidates.find(packageKnown) ?? candidates.at(-1);
    if (name) wanted.add(name);
    else unknown.push(library);
  }
  if (needXvfb) wanted.add('xvfb');
  if (!hasFont()) wanted.add('fonts-dejavu-core');
  return { packages: [...wanted], unknown };
}

function isDebianLike() {
  if (!findCommand('apt-get')) return false;
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

async function aptGet(args, log) {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, onLine: () => {} };
  const { code, output } = await run('apt-get', args, options);
  if (code !== 0) log(output.split('\n').slice(-5).join('\n'));
  return code === 0;
}

/**
 * Makes sure `executable` can start; with `headless`, that Xvfb is there too. Throws a SetupError with
 * exit code 2 and the exact command when somebody with more rights has to act.
 */
export async function ensureSystemLibraries(executable, { headless, log = console.error }) {
  if (process.platform !== 'linux') return;
  const lacking = () => {
    const libraries = missingLibraries(executable);
    const needXvfb = headless && !findCommand('Xvfb');
    return { libraries, needXvfb, nothing: libraries.length === 0 && !needXvfb };
  };
  let state = lacking();
  if (state.nothing && (!headless || hasFont())) return;

  const names = [...state.libraries, ...(state.needXvfb ? ['Xvfb'] : [])].join(', ');
  if (!isDebianLike()) {
    if (state.nothing) return;
    throw new SetupError(`Electron needs ${names}. Install them with your system's package manager.`, 2);
  }
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) {
    const { packages } = packagesFor(state.libraries, state);
    // Without a font, text is drawn as boxes, but everything runs: not worth stopping for.
    if (state.nothing) return;
    const install = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
    throw new SetupError(
      `Electron needs ${names}. Run this once:\n  sudo apt-get update && sudo ${install}`,
      2,
    );
  }
  log(`Installing what Electron needs from the system: ${names || 'a font'} …`);
  await aptGet(['update', '-qq'], log);
  // A second round for libraries that only show up once the first ones are there.
  for (let round = 0; round < 2; round++) {
    const { packages } = packagesFor(state.libraries, state);
    if (packages.length === 0) break;
    await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...packages], log);
    state = lacking();
    if (state.nothing) return;
  }
  const left = [...state.libraries, ...(state.needXvfb ? ['Xvfb'] : [])].join(', ');
  if (left) throw new SetupError(`Electron still lacks ${left}; apt-get could not install it.`, 2);
}
