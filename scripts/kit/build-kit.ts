import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeKit } from './write-kit';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const USAGE = `Usage: npm run kit [-- --out <folder>]

Writes the kit (README, glossary, templates, examples, scenario) as staffwright-kit-<version>.zip, into out/ unless told otherwise.
Exit code: 0 written, 1 not written, 2 wrong arguments.`;

/** `npm run kit`. */
async function main(args: readonly string[]): Promise<number> {
  let out: string;
  try {
    const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } } });
    // npm changes to the repository before a script; the user's relative path means where they were.
    out =
      values.out === undefined ? resolve(ROOT, 'out') : resolve(process.env['INIT_CWD'] ?? '.', values.out);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return 2;
  }
  try {
    const { path, files, bytes, sha256 } = await writeKit(ROOT, out);
    console.log(`${relative(process.cwd(), path) || path}: ${files} files, ${bytes} bytes\nsha256 ${sha256}`);
    return 0;
  } catch (error) {
    console.error(`The kit was not written: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
