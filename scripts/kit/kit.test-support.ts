import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { packKit } from './write-kit';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const { zip, files } = await packKit(ROOT);

/** The kit's zip as it would be given to somebody. */
export const KIT_ZIP: Uint8Array = zip;

/** Number of files that went into it. */
export const KIT_FILE_COUNT = files;

/** Every file of the kit as it comes out of the zip, by path. All proofs read these, so they prove what is shipped. */
export const KIT: ReadonlyMap<string, string> = new Map(
  Object.entries(unzipSync(zip)).map(([path, bytes]) => [
    path,
    new TextDecoder('utf-8', { fatal: true }).decode(bytes),
  ]),
);

/** The text of a file that must be there. */
export function kitFile(path: string): string {
  const text = KIT.get(path);
  if (text === undefined) throw new Error(`The kit has no ${path}`);
  return text;
}

/** The worked examples: what stands in a part's folder. */
export const WORKED_PATHS: readonly string[] = [...KIT.keys()].filter((path) =>
  /^examples\/part[1-4]-/.test(path),
);

/** Line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** Path without the folders of the worked examples: what tables of facts use. */
export function shortPath(path: string): string {
  return path.replace(/^examples\//, '');
}
