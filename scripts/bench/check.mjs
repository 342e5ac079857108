import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { inRepo } from '../setup/paths.mjs';
import { run, SetupError } from '../setup/process.mjs';
import { benchKit } from './kits.mjs';
import { inTurn, timed } from './measure.mjs';
import { peer, systemTool } from './peers.mjs';

/**
 * G6 and G7: checking a folder in a fresh process, every criterion and rule, against linters of Markdown, YAML and JSON Schema
 * that each know a part of it. The peers are the fastest we know of, and the usual ones. Cold: nothing is kept from an earlier run, by
 * nobody. Again: what each keeps by itself; rumdl does, the others keep nothing.
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
      const known = { ours: inRepo('out', 'bench', 'kept'), rumdl: inRepo('out', 'bench', 'rumdl-kept') };
      for (const folder of Object.values(known)) rmSync(folder, { recursive: true, force: true });
      const ours = (...more) => checked(kit, more, known.ours);
      const peers = (...more) =>
        together([
          [rumdl, ['check', ...more, kit], { linter: true }],
          [python, [inRepo('scripts/bench/validate.py'), kit, schemas]],
        ]);
      const peersKept = () => peers('--cache-dir', known.rumdl);
      const edit = editor(kit);
      const sides = {
        cold: {
          [US]: () => ours('--no-cache'),
          ...(python ? { [RIVAL]: () => peers('--no-cache') } : {}),
          // Two minutes a round at 6,300 files: once is enough to know.
          ...(yamllint && copies < 100
            ? {
                'markdownlint + yamllint + ajv': () =>
                  together([
                    [process.execPath, [markdownlint, `${kit}/**/*.md`], { linter: true }],
                    [yamllint, ['-d', 'relaxed', kit], { linter: true }],
                    ...ajvRuns(ajv, kit, schemas),
                  ]),
              }
            : {}),
        },
        'first run that keeps': { [US]: () => emptied(known.ours, ours) },
        again: { [US]: () => ours(), ...(python ? { [RIVAL]: peersKept } : {}) },
        'again, one file changed': {
          [US]: () => edited(edit, ours),
          ...(python ? { [RIVAL]: () => edited(edit, peersKept) } : {}),
        },
      };
      print(`${files} files: ${SHAPES[copies === 1 ? 'one' : shape](copies)}`);
      const measured = {};
      for (const [title, rivals] of Object.entries(sides)) {
        // At 6,300 files a round takes minutes, and the disk cache is warm: all files were looked at just now. What is kept comes
        // from the rows before, or from the round that does not count.
        const warm = copies < 100 || title === 'again';
        measured[title] = await inTurn(rivals, copies === 100 ? 1 : rounds, { warm });
        print(`  ${title}`);
        for (const [name, result] of Object.entries(measured[title]))
          print(`    ${name.padEnd(32)}${row(result, measured[title][US], name === US)}`);
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

const US = 'staffwright';
const RIVAL = 'rumdl + jsonschema';

/** A check of ours in a fresh process, with what it keeps in a folder of the benchmark. */
async function checked(kit, more, kept) {
  const args = [inRepo('dist/cli/studio.mjs'), 'check', kit, '--format', 'json', ...more];
  const result = await timed(process.execPath, args, { env: { STAFFWRIGHT_CACHE: kept } });
  // 1 is a verdict: copies of a packet share ids. Anything else measured a crash.
  if (result.code !== 0 && result.code !== 1) throw new SetupError(`The check ended with ${result.code}.`);
  return result;
}

function emptied(folder, act) {
  rmSync(folder, { recursive: true, force: true });
  return act();
}

function edited(edit, act) {
  edit();
  return act();
}

/** Writes another letter into the longest Markdown file of a folder, at each call. */
function editor(folder) {
  const [path] = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => statSync(b).size - statSync(a).size || (a < b ? -1 : 1));
  const text = readFileSync(path, 'utf8');
  // In the middle of the text, behind a word.
  const at = text.indexOf(' ', text.length / 2);
  let letters = '';
  return () => {
    letters += 'x';
    writeFileSync(path, `${text.slice(0, at)}${letters}${text.slice(at)}`);
  };
}

function row({ ms, cpuMs, peakMb, spread }, us, isUs) {
  const cells = [
    `${(ms / 1000).toFixed(2).padStart(8)} s`,
    spread
      .map((s) => (s / 1000).toFixed(2))
      .join('–')
      .padEnd(14),
    cpuMs === null ? '' : `${(cpuMs / 1000).toFixed(2)} s processor`,
    peakMb === null ? '' : `${peakMb.toFixed(0).padStart(5)} MB`,
  ];
  if (!isUs) {
    cells.push(`we take ${(us.ms / ms).toFixed(2)} of it`);
    if (cpuMs !== null) cells.push(`${(us.cpuMs / cpuMs).toFixed(2)} of its processor time`);
  }
  return cells.filter((cell) => cell !== '').join('  ');
}

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
