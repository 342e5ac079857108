import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeKit } from '../kit/write-kit';
import type { ExitCode } from './check-outcome';

export const KIT_USAGE = `Usage: npm run studio -- kit [--out <folder>]

Packs the starter kit (templates, worked example, scenario, reading path) as staffwright-kit-<version>.zip, in the current folder unless told
otherwise. The same version always gives the same bytes.
Exit code: 0 written, 2 nothing written.`;

/** `kit`: the kit as one file to hand on. `starter` is the absolute folder the kit ships in. */
export async function kitZip(
  args: readonly string[],
  starter: string,
  write: (text: string) => void,
  complain: (text: string) => void,
): Promise<ExitCode> {
  let out: string;
  try {
    out = resolve(
      parseArgs({ args: [...args], options: { out: { type: 'string', default: '.' } } }).values.out,
    );
  } catch (error) {
    complain(`${error instanceof Error ? error.message : String(error)}\n\n${KIT_USAGE}\n`);
    return 2;
  }
  try {
    const { path, files, bytes, sha256 } = await writeKit(starter, out);
    write(`${path}: ${files} files, ${bytes} bytes\nsha256 ${sha256}\n`);
    return 0;
  } catch (error) {
    complain(`The kit was not written: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}
