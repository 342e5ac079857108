import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures/launch';
import { watchNetwork } from '../fixtures/network-watch';
import { DECISION, decisionText, makeSmallKit } from '../fixtures/small-kit';
import { StudioPage } from '../pages/studio-page';

/** Words that stand nowhere else. */
const CANARY = 'zyxomphalos';
const NOTES = decisionText(`## Notes of ${CANARY}

![remote](https://example.org/${CANARY}.png) [link](https://example.org/${CANARY})

\`\`\`mermaid
flowchart LR
  A[${CANARY}] --> B
\`\`\`

<img src="https://example.org/a.png"> <link rel="dns-prefetch" href="//example.org">
`);

test('writing, looking, searching and printing connect to nothing, and are not told in any log', async ({
  launch,
  workDir,
  userDataDir,
}) => {
  const kit = await makeSmallKit(workDir, { [DECISION]: NOTES, 'other.md': '# Other\n' });
  const running = await launch({ args: ['--open', kit], watchNetwork: true });
  const { app, window, output } = running;
  const studio = new StudioPage(window);
  await studio.ready();
  await studio.openFile('adr-901-small.md');
  await expect(studio.preview.getByRole('img', { name: /diagram/i }).first()).toBeVisible();
  await studio.content.click();
  await window.keyboard.press('ControlOrMeta+End');
  await window.keyboard.type(`Words about ${CANARY} with a misspeling.`);
  await studio.save();
  expect(await readFile(join(kit, DECISION), 'utf8')).toContain(`Words about ${CANARY}`);
  await window.keyboard.press('ControlOrMeta+Shift+f');
  await window.keyboard.type(CANARY);
  await expect(studio.navigator).toContainText(/\d+ (?:matches|places|hits|results?)/i);
  const made = await window.evaluate(
    async ({ word, path }) => {
      // biome-ignore lint/suspicious/noExplicitAny: the page's bridge, whose types are the application's own.
      const { staffwright } = globalThis as any;
      const { value: recent } = await staffwright.recent.list();
      const { value: opened } = await staffwright.kit.openRecent({ id: recent.kits[0].id });
      const { kitId } = opened;
      const pages = { kitId, path, scope: 'file', paper: 'A4', unsaved: [] };
      return [
        (await staffwright.portfolio.pages(pages, () => undefined).answer).ok,
        // What fails is told by a code, in a log too.
        (await staffwright.artifact.read({ kitId, path: `${word}.md` })).ok,
        (await staffwright.artifact.save({ kitId, path: 'other.md', text: word, baseHash: '0'.repeat(64) }))
          .ok,
        (await staffwright.link.open({ url: `file:///${word}` })).ok,
        (await staffwright.diagram.draw({ source: `no diagram ${word}`, theme: 'light' })).ok,
      ];
    },
    { word: CANARY, path: DECISION },
  );
  expect(made).toEqual([true, false, false, false, false]);
  await app.evaluate(() => {
    const emit = process.emit as (name: string, error: Error) => boolean;
    emit.call(process, 'uncaughtException', new Error('zyxomphalos of a user'));
  });

  expect(await running.connections()).toEqual([]);
  expect(output.join('\n')).toContain('[staffwright] exception: Error');
  expect(output.join('\n')).not.toContain(CANARY);
  const logs = (await readdir(userDataDir, { recursive: true })).filter((path) => /\.log$|crash/i.test(path));
  for (const log of logs) {
    // The engine's databases keep a binary log of their own, which is no log of ours; it may hold nothing typed either.
    const text = await readFile(join(userDataDir, log), 'latin1').catch(() => '');
    expect([log, text.includes(CANARY)]).toEqual([log, false]);
  }
});

test('what is watched for is seen when it happens', async ({ launch, workDir }) => {
  const kit = await makeSmallKit(workDir, { 'notes.md': '# Notes\n' });
  const running = await launch({ args: ['--open', kit], watchNetwork: true });
  await new StudioPage(running.window).ready();
  await running.app.evaluate(async ({ session }) => {
    const load = process.mainModule?.require;
    const net = load?.call(process.mainModule, 'node:net') as typeof import('node:net');
    await new Promise<void>((resolve) => {
      net
        .connect(9, '127.0.0.1')
        .once('error', () => resolve())
        .once('connect', () => resolve());
    });
    // A session without our walls; the engine's own rule still leaves it no address.
    await session
      .fromPartition('control')
      .fetch('http://127.0.0.1:9/')
      .catch(() => undefined);
  });
  const seen = (await running.connections()).map((line) => line.split(':')[0]);
  const { means } = await watchNetwork('unused', workDir);
  expect([...new Set(seen)].sort()).toEqual(
    ['engine', 'node', ...(means.includes('system-calls') ? ['system'] : [])].sort(),
  );
});
