import { inRepo } from '../setup/paths.mjs';
import { run, SetupError } from '../setup/process.mjs';
import { benchKit } from './kits.mjs';
import { median } from './measure.mjs';

/** G16: from a folder to its list of files, as the window shows it before anything is checked. Each round is a fresh process. */
export const openSuite = {
  name: 'open',
  title: 'open a folder and list it (goals: 50 ms for 63 files, 300 ms for 6,300)',
  async run({ print, rounds }) {
    const results = [];
    for (const copies of [1, 100]) {
      const kit = benchKit(copies, 'packets');
      const times = [];
      let files = 0;
      // The first round warms the disk cache and does not count.
      for (let round = 0; round <= rounds; round++) {
        const lines = [];
        const { code } = await run(
          process.execPath,
          [inRepo('scripts/run-ts.mjs'), inRepo('scripts/bench/open-run.ts'), kit],
          { cwd: inRepo(), onLine: (line) => lines.push(line) },
        );
        if (code !== 0) throw new SetupError(lines.join('\n'));
        const result = JSON.parse(lines.at(-1) ?? '{}');
        files = result.files;
        if (round > 0) times.push(result.ms);
      }
      const ms = median(times);
      print(
        `  ${String(files).padStart(5)} files  ${ms.toFixed(0).padStart(5)} ms  ${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)}`,
      );
      results.push({ files, ms, spread: [Math.min(...times), Math.max(...times)] });
    }
    return results;
  },
};
