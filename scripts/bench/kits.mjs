import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepo } from '../setup/paths.mjs';

/**
 * The worked kit as it is, or many times over, in `out/bench/<shape>-<copies>`:
 *
 * - `kits`: a folder of kits, each copy a kit of its own with its own `kit.yaml` and scenario, as whoever calibrates many candidates has it.
 * - `packets`: one kit with `copies` packets that all share their ids, which no kit is: the worst case of what rules compare.
 *
 * One copy is the same in both shapes.
 */
export function benchKit(copies, shape = 'kits') {
  const root = inRepo('out', 'bench', `${shape}-${copies}`);
  if (existsSync(root)) rmSync(root, { recursive: true });
  mkdirSync(root, { recursive: true });
  const describe = (folder, name) => writeFileSync(join(folder, 'kit.yaml'), `version: 1\nname: ${name}\n`);
  for (let copy = 1; copy <= copies; copy++) {
    const name = `packet-${String(copy).padStart(3, '0')}`;
    const kit = copies > 1 && shape === 'kits' ? join(root, name) : root;
    const folder = copies > 1 && shape === 'packets' ? name : 'examples';
    for (const part of readdirSync(inRepo('examples')).filter((part) => /^part\d/.test(part)))
      cpSync(inRepo('examples', part), join(kit, folder, part), { recursive: true });
    if (folder !== 'examples') continue;
    cpSync(inRepo('scenarios'), join(kit, 'scenarios'), { recursive: true });
    describe(kit, copies > 1 ? `Candidate ${copy}` : 'Bench');
  }
  if (copies > 1 && shape === 'packets') describe(root, `Bench of ${copies}`);
  return root;
}
