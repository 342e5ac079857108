import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { inRepo } from '../setup/paths.mjs';
import { run, SetupError } from '../setup/process.mjs';
import { benchKit } from './kits.mjs';
import { inTurn, timed } from './measure.mjs';
import { peer, systemTool } from './peers.mjs';

/**
 * G6 and G7: checking a folder in a fresh process, every criterion and rule, against linters of Markdown, YAML and JSON Schema
 * that each know a part of it. The peers are the fastest we know of, and the usual ones.
 */
export const checkSuite = {
  name: 'check',
  title: 'check a kit: fresh process, all rules',
  async run({ print, rounds, copies: wanted = [1, 10, 100] }) {
    await build({ parts: ['validators', 'cli'] });
    const schemas = inRepo('out', 'bench', 'schemas');
    const made = await run(
      process.execPath,
      [inRepo('scripts/run-ts.mjs'), inRepo('scripts/bench/write-schemas.ts'), schemas],
      { cwd: inRepo() },
    );
    if (made.code !== 0) throw new SetupError('The schemas for the peers could not be written.');
    const python = await systemTool('python3', ['-c', 'import jsonschema, yaml']);
    const yamllint = await systemTool('yamllint');
    const rumdl = await peer('rumdl', 'bin', 'rumdl');
    const markdownlint = await peer('markdownlint-cli2', 'markdownlint-cli2-bin.mjs');
    const ajv = await peer('ajv-cli', 'dist', 'index.js');
    const results = [];
    const cases = wanted.flatMap((copies) =>
      copies === 1 ? [[1, 'kits']] : ['kits', 'packets'].map((shape) => [copies, shape]),
    );
    for (const [copies, shape] of cases) {
      const kit = benchKit(copies, shape);
      const files = filesOf(kit);
      if (python) await proveLooks(kit, rumdl, python, schemas);
      const sides = {
        staffwright: async () => {
          const result = await timed(process.execPath, [
            inRepo('dist/cli/studio.mjs'),
            'check',
            kit,
            '--format',
            'json',
          ]);
          // 1 is a verdict: copies of a packet share ids. Anything else measured a crash.
          if (result.code !== 0 && result.code !== 1)
            throw new SetupError(`The check ended with ${result.code}.`);
          return result;
        },
      };
      if (python) {
        sides['rumdl + jsonschema'] = () =>
          together([
            [rumdl, ['check', '--no-cache', kit], { linter: true }],
            [python, [inRepo('scripts/bench/validate.py'), kit, schemas]],
          ]);
      }
      // Two minutes a round at 6,300 files: once is enough to know.
      if (yamllint && copies < 100) {
        sides['markdownlint + yamllint + ajv'] = () =>
          together([
            [process.execPath, [markdownlint, `${kit}/**/*.md`], { linter: true }],
            [yamllint, ['-d', 'relaxed', kit], { linter: true }],
            ...ajvRuns(ajv, kit, schemas),
          ]);
      }
      // At 6,300 files a round takes minutes, and the disk cache is warm: all files were looked at just now.
      const measured = await inTurn(sides, copies === 100 ? 1 : rounds, { warm: copies < 100 });
      print(`${files} files: ${SHAPES[copies === 1 ? 'one' : shape](copies)}`);
      for (const [name, { ms, cpuMs, peakMb, spread }] of Object.entries(measured)) {
        const cells = [
          `${(ms / 1000).toFixed(2).padStart(8)} s`,
          spread
            .map((s) => (s / 1000).toFixed(2))
            .join('–')
            .padEnd(14),
          cpuMs === null ? '' : `${(cpuMs / 1000).toFixed(2)} s processor`,
          peakMb === null ? '' : `${peakMb.toFixed(0).padStart(5)} MB`,
        ];
        if (name !== 'staffwright') {
          cells.push(`we take ${(measured.staffwright.ms / ms).toFixed(2)} of it`);
          if (cpuMs !== null)
            cells.push(`${(measured.staffwright.cpuMs / cpuMs).toFixed(2)} of its processor time`);
        }
        print(`  ${name.padEnd(32)}${cells.filter((cell) => cell !== '').join('  ')}`);
      }
      results.push({ files, shape, copies, ...measured });
    }
    for (const [missing, what] of [
      [python, 'python3 with jsonschema and yaml (Debian: python3-jsonschema python3-yaml)'],
      [yamllint, 'yamllint (Debian: yamllint)'],
    ])
      if (!missing) print(`  not measured: ${what} is not here`);
    return results;
  },
};

const SHAPES = {
  one: () => 'one kit',
  kits: (copies) => `${copies} kits in a folder, each its own`,
  packets: (copies) => `one kit with ${copies} packets of the same ids`,
};

/** A peer that leaves files out is no peer: each has to look at all files of its formats. */
async function proveLooks(kit, rumdl, python, schemas) {
  const count = (pattern) => namesIn(kit).filter((name) => pattern.test(name)).length;
  const told = async (command, args, pattern) => {
    const { output } = await run(command, args, { cwd: inRepo(), onLine: () => {} });
    return Number(pattern.exec(output)?.[1] ?? 0);
  };
  for (const [name, seen, there] of [
    ['rumdl', await told(rumdl, ['check', '--no-cache', kit], /in (?:\d+\/)?(\d+) files?/), count(/\.md$/)],
    [
      'jsonschema',
      await told(python, [inRepo('scripts/bench/validate.py'), kit, schemas], /^(\d+) files read/m),
      count(/\.(?:ya?ml|json)$/),
    ],
  ])
    if (seen !== there) throw new SetupError(`${name} looked at ${seen} of ${there} files.`);
}

/**
 * Several commands one after the other, as one measurement. 1 is a verdict of a linter; the validators have none to give, since the
 * data are valid: theirs would be a schema that does not compile.
 */
async function together(commands) {
  let ms = 0;
  let cpuMs = 0;
  let peakMb = 0;
  for (const [command, args, { linter = false } = {}] of commands) {
    const result = await timed(command, args);
    if (result.code !== 0 && !(linter && result.code === 1))
      throw new SetupError(`${[command, ...args].join(' ').slice(0, 300)} ended with ${result.code}.`);
    ms += result.ms;
    cpuMs = cpuMs === null || result.cpuMs === null ? null : cpuMs + result.cpuMs;
    peakMb = Math.max(peakMb, result.peakMb ?? 0);
  }
  return { ms, cpuMs, peakMb };
}

/** ajv-cli takes one schema a time. */
function ajvRuns(ajv, kit, schemas) {
  const names = JSON.parse(readFileSync(join(schemas, 'files.json'), 'utf8'));
  return Object.entries(names).map(([kind, globs]) => [
    process.execPath,
    [
      ajv,
      'validate',
      '--spec=draft7',
      '--strict=false',
      '-s',
      join(schemas, `${kind}.json`),
      ...globs.flatMap((glob) => ['-d', `${kit}/**/${glob}`]),
    ],
  ]);
}

function namesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

function filesOf(folder) {
  return namesIn(folder).length;
}
