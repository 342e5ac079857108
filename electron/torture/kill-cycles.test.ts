import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeOutputs } from '../export/write-outputs';
import { nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import { memoryFolderWith as folderWith } from '../kit/temporary-folder.test-support';
import { bundled, killed, started } from './child.test-support';
import { historyOf, numbered, numberOf, PLACES } from './cycling.test-support';
import { FACTOR, random, rounds } from './long.test-support';

/** With those of `save-kill.test.ts` 300 in `npm test`; 10,000 in the long version. */
const KILLS = rounds(150, 10_000);
/** Two kits side by side, for machines with two cores. */
const LANES = 2;

const STEPS = ['save', 'snapshot', 'move', 'merge', 'create', 'remove', 'export'] as const;

describe('a studio that is killed in the middle of its work', () => {
  it(
    `has every file old or new, and what was acknowledged, in ${KILLS} of ${KILLS} kills`,
    async () => {
      const script = await bundled('cycling-program');
      let left = 0;
      const lanes = Array.from({ length: LANES }, async (_, lane) => {
        const root = folderWith({ 'a.md': numbered(0), 'merged.md': numbered(0), [PLACES[0]]: numbered(7) });
        const data = folderWith();
        const next = random(20_261_129 + lane + FACTOR);
        for (let kill = 0; kill < KILLS / LANES; kill++) {
          const running = started(script, [root, data]);
          await running.printed(1);
          await new Promise((resolve) => setTimeout(resolve, next() * 20));
          await killed(running);
          left += readdirSync(root, { recursive: true }).filter((name) =>
            `${name}`.includes('.staffwright'),
          ).length;
          expectWhole(root, data, running.lines);
          await expectVersions(data, running.lines);
        }
        expect((await openKitFolder(root, { fs })).ok).toBe(true);
        const out = join(data, 'out');
        if (existsSync(out)) await writeOutputs(out, new Map([['portfolio.pdf', Buffer.from('x')]]));
        const names = [
          ...readdirSync(root, { recursive: true }),
          ...(existsSync(out) ? readdirSync(out) : []),
        ];
        expect(names.filter((name) => `${name}`.includes('.staffwright'))).toEqual([]);
      });
      await Promise.all(lanes);
      // Kills really fell into the middle of something; how many leave a trace is chance (seven of 150 on a quiet box).
      expect(left).toBeGreaterThan(KILLS / 50);
    },
    24 * 3_600_000,
  );
});

/** The number of the last step of a kind that was acknowledged. */
function last(lines: readonly string[], step: (typeof STEPS)[number]): number | null {
  const line = lines.findLast((one) => one.startsWith(`${step} `));
  return line === undefined ? null : Number(line.split(' ')[1]);
}

async function expectVersions(data: string, lines: readonly string[]): Promise<void> {
  const history = historyOf(data);
  const versions = await history.versions('k', 'a.md');
  const told = last(lines, 'snapshot');
  if (told !== null) expect(versions.length).toBeGreaterThan(0);
  for (const [index, { hash }] of versions.entries()) {
    const bytes = await history.read('k', 'a.md', hash);
    const number = bytes && numberOf(Buffer.from(bytes).toString('utf8'));
    expect(number, `version ${index} of ${versions.length}`).not.toBeNull();
    if (index === versions.length - 1 && told !== null) expect([told, told + 1]).toContain(number);
  }
}

function expectWhole(root: string, data: string, lines: readonly string[]): void {
  const read = (path: string): number | null => numberOf(readFileSync(path, 'utf8'));
  for (const [path, step] of [
    ['a.md', 'save'],
    ['merged.md', 'merge'],
  ] as const) {
    const number = read(join(root, path));
    expect(number, path).not.toBeNull();
    const told = last(lines, step);
    if (told !== null) expect([told, told + 1], path).toContain(number);
  }
  const moving = PLACES.filter((path) => existsSync(join(root, path)));
  expect(moving.length).toBeGreaterThan(0);
  for (const path of moving) expect(read(join(root, path)), path).toBe(7);
  const made = join(root, 'new.md');
  if (existsSync(made)) expect(read(made)).not.toBeNull();
  for (const name of ['portfolio.pdf', 'portfolio.zip']) {
    const output = join(data, 'out', name);
    if (existsSync(output)) expect(read(output), name).not.toBeNull();
    else expect(last(lines, 'export'), name).toBeNull();
  }
}
