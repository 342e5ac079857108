import { inRepo } from '../setup/paths.mjs';
import { run, SetupError } from '../setup/process.mjs';

/** G8: what one keystroke costs the checker, in a kit that is already checked. */
export const recheckSuite = {
  name: 'recheck',
  title: 'one edit in a checked kit: new findings of the file, right counts of the kit',
  async run({ print }) {
    const lines = [];
    const { code } = await run(
      process.execPath,
      [inRepo('scripts/run-ts.mjs'), inRepo('scripts/bench/recheck-run.ts')],
      { cwd: inRepo(), onLine: (line) => lines.push(line) },
    );
    if (code !== 0) throw new SetupError(lines.join('\n'));
    const results = JSON.parse(lines.at(-1) ?? '[]');
    for (const { path, kb, own, all, ownCpu, allCpu } of results) {
      print(
        `  ${path.padEnd(34)}${String(kb).padStart(4)} KB  file p50 ${own.p50.toFixed(1)} p95 ${own.p95.toFixed(1)} ms  kit p50 ${all.p50.toFixed(1)} p95 ${all.p95.toFixed(1)} ms  processor: file ${ownCpu.p50.toFixed(1)} / ${ownCpu.p95.toFixed(1)}, kit ${allCpu.p50.toFixed(1)} / ${allCpu.p95.toFixed(1)} ms`,
      );
    }
    return results;
  },
};
