import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepo } from '../setup/paths.mjs';
import { run, SetupError } from '../setup/process.mjs';

/**
 * The programs we are measured against. They are no dependencies of the studio: they are fetched into `out/bench/peers` when a
 * benchmark first asks for them.
 */
const PEERS = {
  rumdl: '0.2.75',
  'markdownlint-cli2': '0.20.0',
  'ajv-cli': '5.0.0',
  'ajv-formats': '2.1.1',
  'js-yaml': '4.1.0',
  'markdown-it': '15.0.3',
  morphdom: '2.7.8',
};

const folder = inRepo('out', 'bench', 'peers');

/** Absolute path of a peer's file, after fetching all of them once; the folder of all of them without a name. */
export async function peer(...path) {
  if (Object.keys(PEERS).some((name) => !existsSync(join(folder, 'node_modules', name)))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: PEERS }));
    const { code, output } = await run('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], {
      cwd: folder,
    });
    if (code !== 0) throw new SetupError(`The peers could not be fetched:\n${output.slice(-2000)}`);
  }
  return join(folder, 'node_modules', ...path);
}

/** A program of the system, or null with what to install. */
export async function systemTool(command, args = ['--version']) {
  try {
    const { code } = await run(command, args, {});
    return code === 0 ? command : null;
  } catch {
    return null;
  }
}
