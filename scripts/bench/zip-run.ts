import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Zippable, zipSync } from 'fflate';
import { packZip } from '../../electron/export/zip';

/** Packs a folder once to warm up and five times more; the last line says the median time from the folder to the zip on the disk. */
const [packer, folder = '', out = ''] = process.argv.slice(2);

function files(): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (statSync(path).isFile()) found.set(relative(folder, path).split(sep).join('/'), readFileSync(path));
  }
  return found;
}

async function once(): Promise<{ ms: number; cpuMs: number }> {
  const [start, spent] = [performance.now(), process.cpuUsage()];
  const given = files();
  const zip =
    packer === 'ours'
      ? await packZip(given)
      : zipSync(
          Object.fromEntries([...given].map(([path, bytes]) => [path, [bytes, { level: 6 }]])) as Zippable,
        );
  writeFileSync(out, zip);
  const { user, system } = process.cpuUsage(spent);
  return { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
}

await once();
const runs: { ms: number; cpuMs: number }[] = [];
for (let i = 0; i < 5; i++) runs.push(await once());
runs.sort((a, b) => a.ms - b.ms);
console.log(JSON.stringify({ ...runs[2], code: 0, peakMb: null }));
