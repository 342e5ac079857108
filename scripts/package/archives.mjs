import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { run, SetupError } from '../setup/process.mjs';

/**
 * Archives of the unpacked program without the helpers that electron-builder would download for them. The same folder gives the same bytes:
 * names in order, one time for all, no owner.
 */

/** A tar.gz of the folder by the system's tar, under the name that it unpacks to. */
export async function packTar(folder, name, target) {
  const unfinished = `${target}.tmp-${process.pid}`;
  const options = [
    '--sort=name',
    '--mtime=@315532800',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--transform=s,^${basename(folder)},${name},`,
  ];
  const { code, output } = await run(
    'tar',
    [
      ...options,
      '--use-compress-program=gzip -n',
      '-cf',
      unfinished,
      '-C',
      dirname(folder),
      basename(folder),
    ],
    { onLine: () => {} },
  );
  if (code !== 0) throw new SetupError(`tar failed (exit code ${code}).\n${output}`);
  renameSync(unfinished, target);
}

/** Every file below a folder, sorted, with slashes. */
export function filesBelow(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(folder, path) : [path];
    });
}

/** The same as a zip, with the modes that make the program executable. One file at a time is in memory. */
export function packZip(folder, name, target) {
  const unfinished = `${target}.tmp-${process.pid}`;
  const file = openSync(unfinished, 'wx');
  try {
    let failure = null;
    const zip = new Zip((error, bytes) => {
      failure ??= error;
      if (bytes) writeSync(file, bytes);
    });
    for (const path of filesBelow(folder)) {
      const entry = new ZipDeflate(`${name}/${path}`, { level: 6 });
      entry.mtime = new Date(1980, 0, 1);
      entry.os = 3;
      entry.attrs = statSync(join(folder, path)).mode << 16;
      zip.add(entry);
      entry.push(readFileSync(join(folder, path)), true);
    }
    zip.end();
    if (failure) throw failure;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, target);
}
