import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { inRepo } from '../setup/paths.mjs';
import { run, start, stop } from '../setup/process.mjs';
import { FUSES, plannedFuses, readFuses } from './fuses.mjs';

/**
 * What a packed program must be and do, tried on the one that was just packed. Its fuses close it to every driver, so it is started as users
 * start it. Each check is given `{folder, executable, switches, env, scratch}`.
 */

/** Longer than a start takes anywhere. */
const PATIENCE_MS = 180_000;

async function started({ executable, switches, env, scratch }, args, more = {}) {
  const data = `--user-data-dir=${mkdtempSync(join(scratch, 'data-'))}`;
  const { code, output, timedOut } = await run(executable, [...switches, ...args, data], {
    env: { ...env, ...more },
    onLine: () => {},
    timeoutMs: PATIENCE_MS,
  });
  assert.ok(!timedOut, `no end after ${PATIENCE_MS / 1000} s:\n${output}`);
  return { code, output };
}

/** A script that leaves a file where it ran. */
function trap(scratch) {
  const mark = join(scratch, 'it-ran');
  const script = join(scratch, 'trap.cjs');
  rmSync(mark, { force: true });
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, 'x');`);
  return { script, ran: () => existsSync(mark) };
}

/** Something short that ends by itself and says so. */
const USAGE = ['--headless-export'];

export const CHECKS = [
  {
    title: 'every fuse is read back as it was decided, and one nobody decided about stops the packaging',
    async run({ executable }) {
      const read = await readFuses(executable);
      const { set } = plannedFuses(read.length);
      assert.deepEqual(
        read,
        set.map(({ name, on }) => [name, on]),
      );
      const state = Object.fromEntries(read);
      for (const name of [
        'RunAsNode',
        'EnableNodeOptionsEnvironmentVariable',
        'EnableNodeCliInspectArguments',
      ]) {
        assert.equal(state[name], false, name);
      }
      assert.equal(state.OnlyLoadAppFromAsar, true);
      assert.equal(state.EnableEmbeddedAsarIntegrityValidation, true);
      assert.throws(() => plannedFuses(FUSES.length + 1), /decided about/);
    },
  },
  {
    title: 'the environment does not make it a Node, and loads no script into it',
    async run(packed) {
      const { script, ran } = trap(packed.scratch);
      for (const environment of [
        { ELECTRON_RUN_AS_NODE: '1' },
        { NODE_OPTIONS: `--require ${script}` },
        { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${script}` },
      ]) {
        const { code, output } = await started(packed, [script, ...USAGE], environment);
        assert.ok(!ran(), JSON.stringify(environment));
        assert.equal(code, 2, output);
        assert.match(output, /Usage: --headless-export/);
      }
      // The same trap in a program without fuses, to know that it would be seen.
      await run(process.execPath, ['-e', '0'], {
        env: { ...process.env, NODE_OPTIONS: `--require ${script}` },
      });
      assert.ok(ran(), 'the trap itself');
    },
  },
  {
    title: 'no argument and no signal opens a debugger',
    async run(packed) {
      for (const name of ['inspect', 'remote-debugging-port']) {
        const { code, output } = await started(packed, [`--${name}=0`, ...USAGE]);
        assert.doesNotMatch(output, /Debugger listening|DevTools listening/);
        assert.equal(code, 2, output);
      }
    },
  },
  {
    title: 'a folder beside the archive is not run instead of it, and nothing in it is from development',
    async run(packed) {
      const resources = join(packed.folder, 'resources');
      assert.deepEqual(readdirSync(resources).sort(), ['app.asar', 'kit']);
      const beside = join(resources, 'app');
      const { script, ran } = trap(packed.scratch);
      mkdirSync(beside);
      try {
        writeFileSync(join(beside, 'package.json'), '{"name":"x","main":"main.cjs"}');
        writeFileSync(join(beside, 'main.cjs'), readFileSync(script));
        const { code } = await started(packed, USAGE);
        assert.ok(!ran());
        assert.equal(code, 2);
      } finally {
        rmSync(beside, { recursive: true });
      }
    },
  },
  {
    title: 'it holds what runs, the kit that ships and the licences, and no source',
    async run({ folder }) {
      const inside = listPackage(join(folder, 'resources', 'app.asar'), {}).map((path) =>
        path.replaceAll('\\', '/'),
      );
      const tops = new Set(inside.map((path) => path.split('/')[1]));
      assert.deepEqual([...tops].sort(), ['dist', 'package.json', 'resources']);
      assert.deepEqual(
        inside.filter((path) => /node_modules|\.tsx?$|\.test\.|\.map$/.test(path)),
        [],
      );
      for (const path of [
        '/dist/electron/main.cjs',
        '/dist/electron/preload.cjs',
        '/dist/renderer/index.html',
        '/resources/print/book.css',
      ]) {
        assert.ok(inside.includes(path), path);
      }
      const bundle = readFileSync(inRepo('dist', 'electron', 'main.cjs'), 'utf8');
      assert.ok(!bundle.includes('sourceMappingURL'));
      for (const name of ['kit.yaml', 'templates', 'examples', 'scenarios']) {
        assert.ok(existsSync(join(folder, 'resources', 'kit', name)), name);
      }
      const notices = readFileSync(join(folder, 'LICENSES.third-party.md'), 'utf8');
      for (const name of ['react', 'dompurify', 'mermaid', 'ajv', 'chokidar', '@codemirror/view']) {
        assert.match(notices, new RegExp(`^## ${name} `, 'm'));
      }
      for (const name of ['LICENSE.staffwright.txt', 'LICENSE.electron.txt', 'LICENSES.chromium.html']) {
        assert.ok(existsSync(join(folder, name)), name);
      }
    },
  },
  {
    title: 'it starts, paints, opens an example, types and saves, and ends',
    async run(packed) {
      const { code, output } = await started(packed, ['--self-check']);
      assert.equal(code, 0, output);
      assert.match(output, /opened, written in and saved/);
    },
  },
  {
    title: 'it exports the kit that ships without a window',
    async run(packed) {
      const out = join(packed.scratch, 'export');
      const kit = join(packed.folder, 'resources', 'kit');
      const args = ['--headless-export', '--kit', kit, '--out', out, '--outputs', 'html'];
      const { code, output } = await started(packed, args);
      assert.equal(code, 0, output);
      assert.ok(statSync(join(out, 'portfolio.html')).size > 500_000);
    },
  },
  {
    title: 'it ends when it is told to, with a window open',
    async run({ folder, executable, switches, env, scratch }) {
      const data = mkdtempSync(join(scratch, 'data-'));
      const child = start(
        executable,
        [...switches, `--user-data-dir=${data}`, '--open', join(folder, 'resources', 'kit')],
        { env, stdio: 'ignore' },
      );
      const log = join(data, 'logs', 'staffwright.log');
      const lines = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
      // The page has asked for the kit, which is remembered for the next start.
      const recent = join(data, 'settings', 'recent.json');
      for (const end = Date.now() + PATIENCE_MS; !existsSync(recent); ) {
        assert.ok(Date.now() < end && child.exitCode === null, `it did not start:\n${lines()}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.match(lines(), / info started .*packaged=true/);
      await stop(child, PATIENCE_MS);
      assert.match(lines(), / ended$/m);
    },
  },
];

/** Runs all checks on a packed program; resolves with the counts. */
export async function checkPacked(packed, print) {
  const scratch = mkdtempSync(join(tmpdir(), 'staffwright-packed-'));
  let failed = 0;
  try {
    for (const { title, run: check } of CHECKS) {
      const since = performance.now();
      try {
        await check({ ...packed, scratch });
        print(`✓ ${title} (${((performance.now() - since) / 1000).toFixed(1)} s)`);
      } catch (error) {
        failed += 1;
        print(`✗ ${title}`);
        for (const line of String(error?.message ?? error)
          .split('\n')
          .slice(0, 14))
          print(`    ${line}`);
      }
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
  return { passed: CHECKS.length - failed, failed };
}
