import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** True when the unit suite ran in this process: rows of an earlier run prove nothing about today's rubric. */
let unitRan = false;

const unit = {
  name: 'unit',
  title: 'vitest',
  needs: ['validators', 'cli'],
  async run({ extra, print }) {
    const report = reportFile('unit.json');
    const rows = inRepo('out', 'mutations');
    rmSync(rows, { recursive: true, force: true });
    const lines = [];
    const args = ['run', '--reporter=json', `--outputFile.json=${report}`, '--reporter=dot', '--no-color'];
    const { code } = await run(process.execPath, [tool('vitest/vitest.mjs'), ...args, ...extra], {
      cwd: repoRoot,
      // Building the window sets NODE_ENV for this whole process; React's production build has no `act`.
      env: {
        ...process.env,
        CI: '1',
        NO_COLOR: '1',
        NODE_ENV: 'test',
        // Where the tests note which change of the worked kit proves which check; see `mutations`.
        STAFFWRIGHT_MUTATION_ROWS: rows,
      },
      onLine: (line) => lines.push(line),
    });
    mkdirSync(rows, { recursive: true });
    writeFileSync(join(rows, 'run.json'), JSON.stringify({ whole: extra.length === 0, report }));
    unitRan = true;
    return countVitest(readReport(report), { code, lines, root: repoRoot, print });
  },
};

const mutations = {
  name: 'mutations',
  title: 'a change of the worked examples that makes each check fail',
  needs: [],
  async run({ print }) {
    if (!unitRan) {
      print('The table is made of what the unit tests prove: run `npm test -- unit mutations`.');
      return { passed: 0, failed: 1 };
    }
    const script = inRepo('scripts', 'rubric-mutations', 'publish.ts');
    const { code, output } = await run(process.execPath, [inRepo('scripts', 'run-ts.mjs'), script], {
      cwd: repoRoot,
    });
    for (const line of output.trim().split('\n')) print(line);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  },
};

const e2e = {
  name: 'e2e',
  title: 'stories in real windows',
  needs: ['validators', 'electron', 'renderer', 'cli'],
  async run({ extra, print }) {
    const { prepareElectron } = await import('../setup/electron.mjs');
    // The display of the first of the workers that tell stories; each further one starts its own (`e2e/fixtures/launch.ts`).
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

const packed = {
  name: 'package',
  title: 'the packed program: fuses, what is in it, starting, writing, exporting',
  needs: ['validators', 'electron', 'renderer'],
  async run({ print }) {
    if (process.platform !== 'linux') {
      print('Packed and tried on Linux only; other systems have their own way to start what was packed.');
      return { passed: 1, failed: 0 };
    }
    const { pack } = await import('../package.mjs');
    const { packedExecutable } = await import('../package/config.mjs');
    const { checkPacked } = await import('../package/checks.mjs');
    const { prepareElectron } = await import('../setup/electron.mjs');
    const { switches, env, close } = await prepareElectron({ headless: true, log: print });
    try {
      const { folder } = await pack({ log: print, output: inRepo('out', 'package') });
      const executable = packedExecutable(folder, process.platform, 'Staffwright');
      return await checkPacked({ folder, executable, switches, env }, print);
    } finally {
      await close();
    }
  },
};

export const suites = [lint, typecheck, layers, unit, mutations, e2e, packed];
