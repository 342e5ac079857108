import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRepo } from '../setup/paths.mjs';

/**
 * The worked kit as it is, or many times over: `copies` folders with the 63 examples each, in `out/bench/kit-<copies>`. A copy is
 * a packet of its own: ids repeat, as they would in a folder where many people keep theirs.
 */
export function benchKit(copies) {
  const root = inRepo('out', 'bench', `kit-${copies}`);
  const marker = join(root, 'kit.yaml');
  if (existsSync(marker)) rmSync(root, { recursive: true });
  mkdirSync(root, { recursive: true });
  for (let copy = 1; copy <= copies; copy++) {
    for (const part of readdirSync(inRepo('examples')).filter((name) => /^part\d/.test(name))) {
      const folder = copies === 1 ? 'examples' : `packet-${String(copy).padStart(3, '0')}`;
      cpSync(inRepo('examples', part), join(root, folder, part), { recursive: true });
    }
  }
  if (copies === 1) cpSync(inRepo('scenarios'), join(root, 'scenarios'), { recursive: true });
  writeFileSync(marker, `version: 1\nname: Bench of ${copies}\n`);
  return root;
}
