import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRepo } from '../setup/paths.mjs';
import { run, SetupError } from '../setup/process.mjs';
import { benchKit } from './kits.mjs';
import { inTurn, timed } from './measure.mjs';
import { systemTool } from './peers.mjs';

/**
 * G17: the sources of 63 and 630 artifacts from the folder into a zip on the disk, beside fflate and Info-ZIP at the same level. Ours and fflate are
 * timed within a warm process, as the app packs; Info-ZIP is a process of its own, which is how people use it.
 */
export const zipSuite = {
  name: 'zip',
  title: 'pack a kit into a zip (goals: 2x faster than fflate, no slower than Info-ZIP at 630 artifacts)',
  async run({ print, rounds, copies = [1, 10] }) {
    const infoZip = await systemTool('zip', ['-h']);
    if (!infoZip) print('  Info-ZIP is not on the path: left out');
    const results = [];
    for (const count of copies) {
      const kit = benchKit(count, 'packets');
      const work = mkdtempSync(join(tmpdir(), 'staffwright-zip-'));
      const within = async (packer) => {
        const lines = [];
        const { code } = await run(
          process.execPath,
          [
            inRepo('scripts/run-ts.mjs'),
            inRepo('scripts/bench/zip-run.ts'),
            packer,
            kit,
            join(work, 'a.zip'),
          ],
          { cwd: inRepo(), onLine: (line) => lines.push(line) },
        );
        if (code !== 0) throw new SetupError(lines.join('\n'));
        return JSON.parse(lines.at(-1) ?? '{}');
      };
      const sides = {
        ours: () => within('ours'),
        fflate: () => within('fflate'),
        ...(infoZip
          ? {
              'Info-ZIP': async () => {
                const out = join(work, 'b.zip');
                rmSync(out, { force: true });
                const result = await timed('zip', ['-q', '-r', '-X', '-6', out, '.'], { cwd: kit });
                if (result.code !== 0) throw new SetupError(`zip ended with ${result.code}`);
                return { ...result, bytes: statSync(out).size };
              },
            }
          : {}),
      };
      const measured = await inTurn(sides, rounds).finally(() =>
        rmSync(work, { recursive: true, force: true }),
      );
      const files = readdirSync(kit, { recursive: true }).filter((name) =>
        statSync(join(kit, String(name))).isFile(),
      ).length;
      for (const [name, { ms, cpuMs, spread }] of Object.entries(measured)) {
        const of = name === 'ours' ? '' : `  of ours: ${(ms / measured.ours.ms).toFixed(2)}x`;
        print(
          `  ${String(files).padStart(5)} files  ${name.padEnd(8)} ${ms.toFixed(1)} ms (${spread.map((one) => one.toFixed(1)).join(' to ')}), processor ${cpuMs === null ? '–' : cpuMs.toFixed(0)} ms${of}`,
        );
      }
      results.push({ copies: count, files, measured });
    }
    return results;
  },
};
