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
  async run({ print, rounds }) {
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
    for (const copies of [1, 10, 100]) {
      const kit = benchKit(copies);
      const files = filesOf(kit);
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
            [rumdl, ['check', '--no-cache', kit]],
            [python, [inRepo('scripts/bench/validate.py'), kit, schemas]],
          ]);
      }
      // Two minutes a round at 6,300 files: once is enough to know.
      if (yamllint && copies < 100) {
        sides['markdownlint + yamllint + ajv'] = () =>
          together([
            [process.execPath, [markdownlint, `${kit}/**/*.md`]],
            [yamllint, ['-d', 'relaxed', kit]],
            ...ajvRuns(ajv, kit, schemas),
          ]);
      }
      const measured = await inTurn(sides, copies === 100 ? 1 : rounds);
      print(`${files} files`);
      for (const [name, { ms, peakMb, spread }] of Object.entries(measured)) {
        const ratio = ms / measured.staffwright.ms;
        print(
          `  ${name.padEnd(32)}${(ms / 1000).toFixed(2).padStart(8)} s  ${spread
            .map((s) => (s / 1000).toFixed(2))
            .join('–')
            .padEnd(
              14,
            )}${peakMb === null ? '' : `${peakMb.toFixed(0).padStart(5)} MB`}${name === 'staffwright' ? '' : `  we take ${(1 / ratio).toFixed(2)} of it`}`,
        );
      }
      results.push({ files, ...measured });
    }
    for (const [missing, what] of [
      [python, 'python3 with jsonschema and yaml (Debian: python3-jsonschema python3-yaml)'],
      [yamllint, 'yamllint (Debian: yamllint)'],
    ])
      if (!missing) print(`  not measured: ${what} is not here`);
    return results;
  },
};

/** Several commands one after the other, as one measurement. 1 is a verdict of a linter; the Python validator has none to give. */
async function together(commands) {
  let ms = 0;
  let peakMb = 0;
  for (const [command, args] of commands) {
    const result = await timed(command, args);
    if (result.code !== 0 && (result.code !== 1 || command === 'python3'))
      throw new SetupError(`${[command, ...args].join(' ').slice(0, 300)} ended with ${result.code}.`);
    ms += result.ms;
    peakMb = Math.max(peakMb, result.peakMb ?? 0);
  }
  return { ms, peakMb };
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

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;
}
