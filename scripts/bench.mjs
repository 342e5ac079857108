import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { checkSuite } from './bench/check.mjs';
import { editorSuite } from './bench/editor.mjs';
import { exportSuite } from './bench/export.mjs';
import { openSuite } from './bench/open.mjs';
import { previewSuite } from './bench/preview.mjs';
import { recheckSuite } from './bench/recheck.mjs';
import { zipSuite } from './bench/zip.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { inRepo } from './setup/paths.mjs';
import { main } from './setup/process.mjs';

/**
 * `npm run bench [suite …] [-- --rounds 5 --copies 1,10]`: measures us beside others on the same files in the same run, and prints
 * ratios. `copies` tells `check` how many worked kits to check at once. The numbers go to `out/bench/<suite>.json`. Nothing here
 * passes or fails: a busy machine would decide.
 */
const SUITES = [checkSuite, recheckSuite, openSuite, editorSuite, previewSuite, exportSuite, zipSuite];

main(async () => {
  await ensureDependencies();
  const args = process.argv.slice(2);
  const at = args.indexOf('--rounds');
  const rounds = at < 0 ? 3 : Number(args.splice(at, 2)[1]);
  const copiesAt = args.indexOf('--copies');
  const copies = copiesAt < 0 ? undefined : args.splice(copiesAt, 2)[1]?.split(',').map(Number);
  const wanted = args.length === 0 ? SUITES : SUITES.filter(({ name }) => args.includes(name));
  if (wanted.length === 0) {
    console.error(`Suites: ${SUITES.map(({ name }) => name).join(', ')}`);
    return 2;
  }
  const folder = inRepo('out', 'bench');
  mkdirSync(folder, { recursive: true });
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  for (const suite of wanted) {
    console.log(`\n▶ ${suite.name}: ${suite.title}`);
    const results = await suite.run({ print: (line) => console.log(line), rounds, copies });
    writeFileSync(join(folder, `${suite.name}.json`), `${JSON.stringify(results, null, 2)}\n`);
  }
  return 0;
});
