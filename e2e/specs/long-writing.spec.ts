import { answerDialogs, expect, test } from '../fixtures/launch';
import { StudioPage } from '../pages/studio-page';
import { Chance } from '../writer/chance';
import { installProbe } from '../writer/check-probe';
import { indexIsRight, textsAreRight } from '../writer/checkpoint';
import { cutOff } from '../writer/cut-off';
import { textsIn } from '../writer/disk';
import { EDITING } from '../writer/editing';
import { FILING, open } from '../writer/filing';
import { growth, type Measured, Memory } from '../writer/memory';
import { RENAMING } from '../writer/renaming';
import { TYPING } from '../writer/typing';
import { Writer } from '../writer/writer';

/** How long is written; `npm run torture -- writer` takes half an hour. Without a time, everything is done twice, in an order of chance. */
const MINUTES = Number(process.env['STAFFWRIGHT_WRITER_MINUTES'] ?? '0');
const LONG = MINUTES > 0;
const SEED = Number(process.env['STAFFWRIGHT_WRITER_SEED'] ?? (LONG ? Date.now() % 1_000_000 : '42'));

const ACTIONS = [...TYPING, ...EDITING, ...FILING, ...RENAMING];

/** Steps between two looks at all texts and at the memory; at every third of them the index is looked at too. */
const ROUND = ACTIONS.length;

/** A size may grow by this share and this many MiB beside from the first third to the last. */
const ROOM: Readonly<Partial<Record<Measured, readonly [number, number]>>> = {
  heap: [0.5, 40],
  window: [0.6, 200],
  main: [0.5, 100],
};

const RFC = 'examples/part1-design-doc/RFC-042-streaming-migration.md';

test('whoever writes for long finds the same text in the editor, on disk and in what is known of it', async ({
  launch,
  kitDir,
  userDataDir,
}) => {
  test.setTimeout((MINUTES * 2 + 10) * 60_000);
  const { app, window: page } = await launch({ args: ['--welcome'] });
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(String(error.stack ?? error)));
  await installProbe(page);
  await answerDialogs(app, { open: [kitDir] });
  await page.getByRole('button', { name: /open a kit folder/i }).click();
  await new StudioPage(page).ready();
  const chance = new Chance(SEED);
  const writer = new Writer({ app, page, kit: kitDir, userData: userDataDir }, chance, await textsIn(kitDir));
  const memory = await Memory.of(app, page);
  await open(writer, RFC);
  await expect(page.getByRole('document', { name: 'Preview' })).toBeVisible();

  const end = Date.now() + MINUTES * 60_000;
  const plan = LONG ? [] : chance.shuffled([...ACTIONS, ...ACTIONS]);
  const isOver = () => (LONG ? Date.now() > end : plan.length === 0);
  let rounds = 0;
  let steps = 0;
  try {
    while (!isOver()) {
      do {
        const action = plan.pop() ?? chance.weighed(ACTIONS);
        writer.note(action.name);
        writer.counts.set(action.name, (writer.counts.get(action.name) ?? 0) + 1);
        await action.run(writer);
        steps++;
        expect(broken).toEqual([]);
      } while (steps % ROUND > 0 && !isOver());
      writer.note('looks at all texts');
      await textsAreRight(writer);
      if (rounds++ % 3 === 0 || isOver()) {
        writer.note('compares the index');
        await indexIsRight(writer);
      }
      const { heap, window, main, nodes, listeners } = await memory.sample();
      const length = [...writer.texts.values()].reduce((sum, text) => sum + text.length, 0);
      if (LONG)
        console.log(
          `round ${rounds}, step ${steps}, ${Math.round(length / 1024)} K characters: heap ${heap.toFixed(1)}, window ${window.toFixed(0)}, main ${main.toFixed(0)} MiB, ${nodes} nodes, ${listeners} listeners`,
        );
    }
    if (LONG) {
      writer.note('is cut off');
      await cutOff(writer, launch);
    }
  } catch (error) {
    throw new Error(
      `Seed ${SEED}, step ${steps}, after: ${writer.done.join(', ')}\n${(error as Error).message}`,
      {
        cause: error,
      },
    );
  } finally {
    console.log(
      `seed ${SEED}: ${steps} steps in ${rounds} rounds (${[...writer.counts].map(([name, count]) => `${name} ${count}`).join(', ')})`,
    );
  }

  for (const [name, [share, more]] of Object.entries(ROOM) as [Measured, readonly [number, number]][]) {
    const { early, late, slope } = growth(memory.samples, name);
    console.log(`${name}: ${early.toFixed(1)} → ${late.toFixed(1)} MiB, ${slope.toFixed(2)} MiB a minute`);
    expect(late, `${name} in MiB, ${early.toFixed(1)} at first`).toBeLessThan(early * (1 + share) + more);
  }
});
