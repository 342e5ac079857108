import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkTree, formatViolation } from '../layers/check.mjs';
import { inRepo, repoRoot } from '../setup/paths.mjs';
import { run } from '../setup/process.mjs';
import { countPlaywright, countVitest } from './count.mjs';

/**
 * The suites of `npm test` in the order they run: cheap and general first. Each has `needs` (parts of the
 * build) and `run({extra, print})`, which resolves with `{passed, failed}`.
 */

/** A program of node_modules, run by this Node without a shell in between. */
function tool(packagePath) {
  return inRepo('node_modules', ...packagePath.split('/'));
}

function reportFile(name) {
  const folder = inRepo('test-results', 'reports');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  rmSync(path, { force: true });
  return path;
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** Runs a tool that counts as one; shows its output only when it fails. */
async function asOne(command, args, print) {
  const lines = [];
  const { code, output } = await run(command, args, { cwd: repoRoot, onLine: (line) => lines.push(line) });
  if (code === 0) return { passed: 1, failed: 0 };
  for (const line of (lines.length > 0 ? lines : [output]).slice(-120)) print(line);
  return { passed: 0, failed: 1 };
}

const lint = {
  name: 'lint',
  title: 'formatting and lint rules',
  needs: [],
  run: ({ extra, print }) =>
    asOne(
      process.execPath,
      [
        tool('@biomejs/biome/bin/biome'),
        'check',
        '--error-on-warnings',
        '--max-diagnostics=20',
        '--colors=off',
        ...(extra.length > 0 ? extra : ['.']),
      ],
      print,
    ),
};

/** Programs of the type check: `tsconfig.<name>.json` each. */
const PROGRAMS = ['shared', 'electron', 'preload', 'renderer', 'tools', 'tests'];

const typecheck = {
  name: 'typecheck',
  title: 'one program per layer',
  needs: ['validators'],
  async run({ print }) {
    let failed = 0;
    for (const program of PROGRAMS) {
      const args = [
        tool('typescript/bin/tsc'),
        '-p',
        inRepo(`tsconfig.${program}.json`),
        '--pretty',
        'false',
      ];
      failed += (await asOne(process.execPath, args, print)).failed;
    }
    return failed === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
};

const layers = {
  name: 'layers',
  title: 'who may import whom, banned calls, file sizes',
  needs: [],
  async run({ print }) {
    const violations = checkTree(repoRoot);
    for (const violation of violations) print(formatViolation(violation));
    return violations.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
};

const unit = {
  name: 'unit',
  title: 'vitest',
  needs: ['validators', 'cli'],
  async run({ extra, print }) {
    const report = reportFile('unit.json');
    const lines = [];
    const args = ['run', '--reporter=json', `--outputFile.json=${report}`, '--reporter=dot', '--no-color'];
    const { code } = await run(process.execPath, [tool('vitest/vitest.mjs'), ...args, ...extra], {
      cwd: repoRoot,
      // Building the window sets NODE_ENV for this whole process; React's production build has no `act`.
      env: { ...process.env, CI: '1', NO_COLOR: '1', NODE_ENV: 'test' },
      onLine: (line) => lines.push(line),
    });
    return countVitest(readReport(report), { code, lines, root: repoRoot, print });
  },
};

const e2e = {
  name: 'e2e',
  title: 'stories in real windows',
  needs: ['validators', 'electron', 'renderer', 'cli'],
  async run({ extra, print }) {
    const { prepareElectron } = await import('../setup/electron.mjs');
    // One display around all stories; they run in turn, each with an application of its own.
    const { runtime, env, close } = await prepareElectron({ headless: true, log: print });
    const report = reportFile('e2e.json');
    const lines = [];
    try {
      const { code } = await run(
        process.execPath,
        [tool('@playwright/test/cli.js'), 'test', '--reporter=list,json', ...extra],
        {
          cwd: repoRoot,
          env: {
            ...env,
            PLAYWRIGHT_JSON_OUTPUT_NAME: report,
            STAFFWRIGHT_ELECTRON: runtime.executable,
            NO_COLOR: '1',
            FORCE_COLOR: '0',
          },
          onLine: (line) => {
            lines.push(line);
            if (/^\s*[✓✘x-]\s+\d+ /.test(line)) print(line.trim());
          },
        },
      );
      return countPlaywright(readReport(report), { code, lines, print });
    } finally {
      await close();
    }
  },
};

export const suites = [lint, typecheck, layers, unit, e2e];
