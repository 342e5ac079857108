import { existsSync, statfsSync } from 'node:fs';
import { connect } from 'node:net';
import { isAbsolute, join } from 'node:path';
import { SetupError, start, stop } from './process.mjs';

/**
 * Screens: is there one a window can appear on, and if not, one in memory. Xvfb is used even though newer
 * Electron has a headless mode, because the versions we support crash in theirs.
 */

function accepts(options) {
  return new Promise((resolve) => {
    const socket = connect(options);
    const finish = (result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(1_000, () => finish(false));
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}

/** `DISPLAY` is often left over in containers and remote shells; only an answering server counts. */
async function x11Answers(display) {
  const match = /^(?:unix)?([^:/]*):(\d+)(?:\.\d+)?$/.exec(display);
  if (!match) return existsSync(display); // macOS-style socket path
  const [, host, number] = match;
  if (host) return accepts({ host, port: 6_000 + Number(number) });
  return accepts({ path: `/tmp/.X11-unix/X${number}` });
}

async function waylandAnswers(display, runtimeFolder) {
  const path = isAbsolute(display) ? display : join(runtimeFolder ?? '', display);
  return isAbsolute(path) && accepts({ path });
}

/** `x11`, `wayland`, `native` (macOS, Windows), or undefined when no window could be seen. */
export async function findDisplay(env = process.env) {
  if (process.platform !== 'linux') return 'native';
  if (env.DISPLAY && (await x11Answers(env.DISPLAY))) return 'x11';
  if (env.WAYLAND_DISPLAY && (await waylandAnswers(env.WAYLAND_DISPLAY, env.XDG_RUNTIME_DIR)))
    return 'wayland';
  return undefined;
}

/**
 * Starts an X server in memory on a number it chooses itself. Resolves with the environment for its
 * clients and `close()`, which stops this server and no other.
 */
export async function startVirtualDisplay({ width = 1960, height = 1240 } = {}) {
  const screen = `${width}x${height}x24`;
  const server = start(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset', '-dpi', '96'],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const complaints = [];
  server.stderr.setEncoding('utf8').on('data', (text) => complaints.push(text));
  const number = await new Promise((resolve, reject) => {
    let text = '';
    const refuse = (why) =>
      reject(new SetupError(`The virtual display did not start (${why}). ${complaints.join('').trim()}`));
    const timer = setTimeout(() => {
      void stop(server);
      refuse('no answer in 15 s');
    }, 15_000);
    server.once('error', (error) => refuse(error.message));
    server.once('exit', (code) => refuse(`exit code ${code}`));
    server.stdio[3].setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
  return {
    display: `:${number}`,
    env: headlessEnvironment(`:${number}`),
    close: () => stop(server),
  };
}

/** Environment for a window nobody sees: our display, and no desktop services to wait for. */
function headlessEnvironment(display) {
  const env = { ...process.env, DISPLAY: display, GDK_BACKEND: 'x11', NO_AT_BRIDGE: '1' };
  delete env.WAYLAND_DISPLAY;
  env.DBUS_SESSION_BUS_ADDRESS = 'disabled:';
  env.DBUS_SYSTEM_BUS_ADDRESS = 'disabled:';
  return env;
}

/**
 * Switches a launcher has to add for this machine. Never part of the app itself: Chromium refuses to run
 * its sandbox as root, and only a test or a container runs as root; a small /dev/shm (containers give
 * 64 MB) would crash the renderer on a large page.
 */
export function launcherSwitches(display) {
  if (process.platform !== 'linux') return [];
  const switches = [];
  if (process.getuid?.() === 0) switches.push('--no-sandbox');
  if (display === 'wayland') switches.push('--ozone-platform-hint=auto');
  try {
    const shared = statfsSync('/dev/shm');
    if (shared.bsize * shared.blocks < 512 * 1024 * 1024) switches.push('--disable-dev-shm-usage');
  } catch {
    switches.push('--disable-dev-shm-usage');
  }
  return switches;
}

const NOISE = [
  /^\[\d+:[\d/.:]+:(ERROR|WARNING|INFO|VERBOSE\d):[^\]]*\b(bus|object_proxy|gpu\w*|viz\w*|gl_\w+|angle\w*|egl\w*|command_buffer\w*|sandbox_linux|vaapi\w*|zygote\w*|network_service\w*|audio\w*|upower\w*|browser_main_loop|cert_verify\w*)\.cc/i,
  /^\[\d+:[\d/.:]+:ERROR:.*(dbus|D-Bus|SharedImage|GpuChannel|passthrough|GLES)/,
  /Gtk-WARNING|Gtk-Message|dconf-WARNING|^libva |MESA|Fontconfig (warning|error)/,
  /^\s*$/,
];

/** True for lines that Chromium prints on a machine without a desktop and that mean nothing. */
export function isChromiumNoise(line) {
  return NOISE.some((pattern) => pattern.test(line));
}
