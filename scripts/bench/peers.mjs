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

/** What prints Markdown and Mermaid; large, so only for those who ask. The browser is the system's. */
const PRINTERS = {
  '@mermaid-js/mermaid-cli': '11.12.0',
  'md-to-pdf': '5.2.5',
  puppeteer: '23.11.1',
};

/** Absolute path of a peer's file, after fetching all of them once; the folder of all of them without a name. */
export function peer(...path) {
  return fetched(inRepo('out', 'bench', 'peers'), PEERS, path);
}

/** The same of {@link PRINTERS}. */
export function printer(...path) {
  return fetched(inRepo('out', 'bench', 'printers'), PRINTERS, path);
}

async function fetched(folder, packages, path) {
  if (Object.keys(packages).some((name) => !existsSync(join(folder, 'node_modules', name)))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
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
