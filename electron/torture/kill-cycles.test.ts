import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeOutputs } from '../export/write-outputs';
import { copyName, LIST } from '../kit/deleted-copies';
import { nodeFileSystem as fs } from '../kit/file-system';
import { openKitFolder } from '../kit/folder-kit';
import { memoryFolderWith as folderWith } from '../kit/temporary-folder.test-support';
import { bundled, killed, started } from './child.test-support';
import { halves, halvesOf, historyOf, numbered, numberOf, PLACES, type Step } from './cycling.test-support';
import { Acknowledged, AIMED, KillAim } from './kill-aim.test-support';
import { FACTOR, random, rounds, SEED } from './long.test-support';

/** With those of `save-kill.test.ts` 300 in `npm test`; 10,000 in the long version, which is four times 2,500. */
const KILLS = rounds(150, FACTOR * 2_500);
/** Kits side by side: two for machines with two cores; more in the long version, which then goes on while others work on the machine. */
const LANES = rounds(2, 10);

interface Lane {
  readonly root: string;
  readonly data: string;
  /** The highest number of each step that any of the programs acknowledged: what was once saved never goes back. */
  readonly reached: Map<Step, number>;
}

describe('a studio that is killed in the middle of its work', () => {
  it(
    `has every file old or new, and what was acknowledged, in ${KILLS} of ${KILLS} kills`,
    async () => {
      const script = await bundled('cycling-program');
      const aims = Array.from({ length: LANES }, (_, lane) => new KillAim(random(SEED + lane)));
      const start = performance.now();
      let kills = 0;
      const tell = () => {
        const seconds = Math.round((performance.now() - start) / 1000);
        const hits = said(sum(aims.map(({ hit }) => hit)));
        const done = said(sum(aims.map((aim) => aim.done)));
        console.info(`${kills} kills, seed ${SEED}, ${seconds} s; in the middle of: ${hits}; done: ${done}`);
      };
      const after = () => {
        // A long run that is broken off has shown something all the same.
        if (++kills % 500 === 0) tell();
      };
      const lanes = aims.map((aim) => killAgainAndAgain(script, aim, KILLS / LANES, after));
      const left = await Promise.all(lanes);
      if (kills % 500 !== 0) tell();
      const hits = sum(aims.map(({ hit }) => hit));
      for (const step of AIMED) expect(hits.get(step), step).toBeGreaterThanOrEqual(rounds(3, KILLS / 10));
      // Kills really fell into the middle of something; how many leave a trace is chance (seven of 150 on a quiet box).
      expect(left.reduce((all, one) => all + one, 0)).toBeGreaterThan(KILLS / 50);
    },
    24 * 3_600_000,
  );
});

function sum<K>(counts: readonly ReadonlyMap<K, number>[]): ReadonlyMap<K, number> {
  const all = new Map<K, number>();
  for (const one of counts) for (const [key, n] of one) all.set(key, (all.get(key) ?? 0) + n);
  return all;
}

function said(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([step, n]) => `${step} ${n}`).join(', ');
}

/**
 * Kills so many programs that work on one kit, one after the other, and looks at all files after each; `after` is told of each. Resolves to how
 * many leftovers were seen.
 */
async function killAgainAndAgain(
  script: string,
  aim: KillAim,
  kills: number,
  after: () => void,
): Promise<number> {
  const root = folderWith({
    'a.md': numbered(0),
    'merged.md': halves({ mine: 0, theirs: 0 }),
    [PLACES[0]]: numbered(7),
  });
  const lane: Lane = { root, data: folderWith(), reached: new Map() };
  const out = join(lane.data, 'out');
  let left = 0;
  for (let kill = 0; kill < kills; kill++) {
    const { lines, wait } = aim.aim();
    const running = started(script, [root, lane.data]);
    if (lines > 0) await running.printed(lines);
    await new Promise((resolve) => (wait < 0.5 ? setImmediate(resolve) : setTimeout(resolve, wait)));
    await killed(running);
    const acknowledged = new Acknowledged(running.lines);
    aim.note(acknowledged);
    left += ours(root).length;
    expectWhole(lane, acknowledged);
    await expectVersions(lane.data, acknowledged);
    // Copies of what was deleted are kept for a month; ten thousand of them would fill the memory.
    rmSync(join(lane.data, 'deleted'), { recursive: true, force: true });
    after();
  }
  expect((await openKitFolder(root, { fs })).ok).toBe(true);
  if (existsSync(out)) await writeOutputs(out, new Map([['portfolio.pdf', Buffer.from('x')]]));
  await historyOf(lane.data).tidy('k');
  expect([...ours(root), ...ours(out), ...ours(join(lane.data, 'history'))]).toEqual([]);
  return left;
}

/** Names of temporaries and locks of ours below a folder. */
function ours(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => name.includes('.staffwright'))
    : [];
}

/** The number of the newest of the copies of `new.md` that were kept when it was deleted; a copy counts once its list is there. */
function newestCopy(data: string): number | null {
  const folder = join(data, 'deleted');
  let newest: number | null = null;
  for (const id of existsSync(folder) ? readdirSync(folder) : []) {
    const list = join(folder, id, LIST);
    if (!existsSync(list) || JSON.parse(readFileSync(list, 'utf8')).path !== 'new.md') continue;
    const number = numberOf(readFileSync(join(folder, id, copyName(0)), 'utf8'));
    expect(number, 'a copy of what was deleted').not.toBeNull();
    newest = Math.max(newest ?? 0, number ?? 0);
  }
  return newest;
}

async function expectVersions(data: string, acknowledged: Acknowledged): Promise<void> {
  const history = historyOf(data);
  const versions = await history.versions('k', 'a.md');
  const told = acknowledged.last('snapshot');
  if (told !== null) expect(versions.length).toBeGreaterThan(0);
  for (const [index, { hash }] of versions.entries()) {
    const bytes = await history.read('k', 'a.md', hash);
    const number = bytes && numberOf(Buffer.from(bytes).toString('utf8'));
    expect(number, `version ${index} of ${versions.length}`).not.toBeNull();
    if (index === versions.length - 1 && told !== null) expect([told, told + 1]).toContain(number);
  }
}

function expectWhole({ root, data, reached }: Lane, acknowledged: Acknowledged): void {
  const text = (...path: string[]): string => readFileSync(join(...path), 'utf8');
  /** The number found is that of the last acknowledged step or of the one after it, whose answer was lost with the process. */
  const expectReached = (step: Step, number: number | null, what: string) => {
    expect(number, what).not.toBeNull();
    const told = acknowledged.last(step);
    if (told !== null) expect([told, told + 1], what).toContain(number);
    expect(number, `${what} goes back`).toBeGreaterThanOrEqual(reached.get(step) ?? 0);
    reached.set(step, Math.max(reached.get(step) ?? 0, told ?? 0));
  };
  const { middle } = acknowledged;
  expectReached('save', numberOf(text(root, 'a.md')), 'a.md');
  const merged = halvesOf(text(root, 'merged.md'));
  expectReached('merge', merged?.mine ?? null, 'my half');
  expectReached('merge', merged?.theirs ?? null, 'their half');

  const moving = PLACES.filter((path) => existsSync(join(root, path)));
  expect(moving.length).toBeGreaterThan(0);
  for (const path of moving) expect(numberOf(text(root, path)), path).toBe(7);
  if (middle !== 'opening' && middle !== 'move') expect(moving).toHaveLength(1);
  if (middle !== 'move' && acknowledged.movedTo !== null) expect(moving).toEqual([acknowledged.movedTo]);

  const made = existsSync(join(root, 'new.md'));
  if (made) expect(numberOf(text(root, 'new.md'))).not.toBeNull();
  if (!['opening', 'create', 'remove'].includes(middle)) expect(made, `new.md, in ${middle}`).toBe(false);
  const copy = newestCopy(data);
  if (copy !== null || acknowledged.last('remove') !== null)
    expectReached('remove', copy, 'what was deleted');

  for (const name of ['portfolio.pdf', 'portfolio.zip']) {
    const output = join(data, 'out', name);
    if (existsSync(output)) expectReached('export', numberOf(text(output)), name);
    else expect([acknowledged.last('export'), reached.get('export')], name).toEqual([null, undefined]);
  }
}
